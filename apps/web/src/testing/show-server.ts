import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { RoomFrame, RoomRefusalCode, Stage, WebcastCard } from '@rostrum/contracts';
import { type WebSocket, WebSocketServer } from 'ws';

/**
 * What the pages need of a server, driven by a test: the built pages under the strictest policy that they claim to
 * work with, a room that says what it is told to, and a folder of media.
 */
export type ShowServer = {
  readonly origin: string;
  /** Commands that arrived, newest last. */
  readonly joins: readonly unknown[];
  setCard(card: WebcastCard): void;
  setStage(stage: Stage): void;
  setWatching(watching: number): void;
  /** Every following join is refused; null admits again. */
  refuse(code: RoomRefusalCode | null): void;
  /** No join is answered until it is switched off. */
  keepSilent(isSilent: boolean): void;
  /** Breaks every connection to the room; while it is not open, new ones are refused. */
  setRoomOpen(isOpen: boolean): void;
  /** Media requests are answered with 503 while it is down. */
  setMediaUp(isUp: boolean): void;
  setMediaFolder(path: string): void;
  /** How far the server's clock is ahead of this machine's, ms. */
  setClockAhead(aheadMs: number): void;
  close(): Promise<void>;
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  'media-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
};

export async function openShowServer(pages: string, card: WebcastCard): Promise<ShowServer> {
  const room = new RoomScript(card);
  let mediaFolder: string | null = null;
  let isMediaUp = true;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = normalize(new URL(request.url ?? '/', 'http://show').pathname);
    if (path.startsWith('/media/')) {
      if (!isMediaUp || mediaFolder === null) return void response.writeHead(503).end();
      response.setHeader('cache-control', 'no-store');
      return await sendFile(response, join(mediaFolder, path.slice('/media/'.length)), 200);
    }
    response.setHeader('content-security-policy', POLICY);
    if (path === '/') return await sendFile(response, join(pages, 'index.html'), 200);
    if (path.startsWith('/watch/')) return await sendFile(response, join(pages, 'watch.html'), 200);
    return await sendFile(response, join(pages, path), 200, join(pages, '404.html'));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (!room.isOpen) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (webSocket) => room.enter(webSocket));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    joins: room.joins,
    setCard: (next) => room.setCard(next),
    setStage: (next) => room.setStage(next),
    setWatching: (next) => room.setWatching(next),
    refuse: (code) => room.refuse(code),
    keepSilent: (isSilent) => room.keepSilent(isSilent),
    setRoomOpen: (isOpen) => room.setOpen(isOpen),
    setMediaUp(isUp) {
      isMediaUp = isUp;
    },
    setMediaFolder(path) {
      mediaFolder = path;
    },
    setClockAhead: (aheadMs) => room.setClockAhead(aheadMs),
    async close() {
      room.setOpen(false);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A room that says what the test tells it. */
class RoomScript {
  readonly joins: unknown[] = [];
  isOpen = true;
  readonly #members = new Set<WebSocket>();
  #card: WebcastCard;
  #stage: Stage = { kind: 'scheduled' };
  #watching = 1;
  #seq = 1;
  #refusal: RoomRefusalCode | null = null;
  #isSilent = false;
  #aheadMs = 0;

  constructor(card: WebcastCard) {
    this.#card = card;
  }

  enter(socket: WebSocket): void {
    this.#members.add(socket);
    socket.on('close', () => this.#members.delete(socket));
    socket.on('message', (data) => {
      this.joins.push(JSON.parse(String(data)));
      if (this.#isSilent) return;
      if (this.#refusal !== null) {
        send(socket, { type: 'refused', code: this.#refusal, message: 'As the test says.' });
        socket.close(4000);
        return;
      }
      send(socket, {
        type: 'snapshot',
        seq: this.#seq,
        role: 'viewer',
        webcast: this.#card,
        stage: this.#stage,
        watching: this.#watching,
        serverTimeMs: Date.now() + this.#aheadMs,
      });
    });
  }

  setCard(card: WebcastCard): void {
    this.#card = card;
    this.#sayStage();
  }

  setStage(stage: Stage): void {
    this.#stage = stage;
    this.#sayStage();
  }

  setWatching(watching: number): void {
    this.#watching = watching;
    this.#say({ type: 'presence', seq: ++this.#seq, watching });
  }

  refuse(code: RoomRefusalCode | null): void {
    this.#refusal = code;
  }

  keepSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
  }

  setOpen(isOpen: boolean): void {
    this.isOpen = isOpen;
    if (!isOpen) for (const socket of this.#members) socket.terminate();
  }

  setClockAhead(aheadMs: number): void {
    this.#aheadMs = aheadMs;
  }

  #sayStage(): void {
    this.#say({ type: 'stage', seq: ++this.#seq, webcast: this.#card, stage: this.#stage });
  }

  #say(frame: RoomFrame): void {
    for (const socket of this.#members) send(socket, frame);
  }
}

function send(socket: WebSocket, frame: RoomFrame): void {
  socket.send(JSON.stringify(frame));
}

async function sendFile(
  response: ServerResponse,
  path: string,
  status: number,
  instead?: string,
): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    if (instead === undefined) return void response.writeHead(404).end();
    return await sendFile(response, instead, 404);
  }
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  response.writeHead(status, { 'content-type': type }).end(bytes);
}
