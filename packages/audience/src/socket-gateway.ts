import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RoomFrame } from '@rostrum/contracts';
import { type WebSocket, WebSocketServer } from 'ws';
import { decodeCommand } from './decode-command.ts';
import type { Member } from './member.ts';
import type { AudienceLog, RoomPass, RoomSource } from './ports.ts';
import { Room } from './room.ts';

export type GatewayOptions = {
  readonly source: RoomSource;
  readonly log: AudienceLog;
  readonly nowMs?: () => number;
  /** Sockets beyond this are refused at the join, never in the middle of a show. */
  readonly maxSockets?: number;
  /** How often a silent connection is asked whether it is still there. */
  readonly heartbeatMs?: number;
};

export interface SocketGateway {
  /** Takes over an HTTP upgrade. `host` is the address that the viewer used, for links. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, host: string): void;
  readonly socketCount: number;
  /** How many viewers are in a webcast's room now. */
  watching(webcastId: string): number;
  close(): Promise<void>;
}

/** No command of today is larger than a session; a question will be 500 characters. */
const MAX_COMMAND_BYTES = 16 * 1024;

/** A socket that has not joined by then is somebody else's. */
const JOIN_TIMEOUT_MS = 10_000;

/** A slow viewer's socket is closed at this backlog; it reconnects and gets a snapshot. */
const MAX_BACKLOG_BYTES = 1024 * 1024;

/** Close codes of RFC 6455 and, from 4000, our own. */
const CLOSE = { goingAway: 1001, policy: 1008, tryAgainLater: 1013, refused: 4000 } as const;

/** The door of the live room: sockets in, members out. */
export function openSocketGateway(options: GatewayOptions): SocketGateway {
  const { source, log, nowMs = Date.now, maxSockets = 20_000, heartbeatMs = 25_000 } = options;
  const rooms = new Map<string, Room>();
  /** By webcast: what says that its room is empty again. */
  const leavings = new Map<string, () => void>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_COMMAND_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const answered = new WeakSet<WebSocket>();

  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, heartbeatMs).unref();

  const stopListening = source.onChange((webcastId) => {
    rooms
      .get(webcastId)
      ?.refresh()
      .catch((error: unknown) => log.error({ webcastId, error }, 'a room could not be refreshed'));
  });

  const stopHealth = source.onHealth((health) => rooms.get(health.webcastId)?.tellHealth(health));

  function roomOf(webcastId: string, host: string): Room {
    const known = rooms.get(webcastId);
    if (known !== undefined) return known;
    const room = new Room(webcastId, source, nowMs);
    rooms.set(webcastId, room);
    leavings.set(webcastId, source.attend(webcastId, host));
    return room;
  }

  function leave(webcastId: string, member: Member): void {
    const room = rooms.get(webcastId);
    room?.leave(member);
    if (room?.isEmpty !== true) return;
    rooms.delete(webcastId);
    leavings.get(webcastId)?.();
    leavings.delete(webcastId);
  }

  function accept(socket: WebSocket, host: string): void {
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    socket.on('error', (error) => log.debug({ error }, 'a socket failed'));
    const joinTimer = setTimeout(
      () => socket.close(CLOSE.policy, 'a join was expected'),
      JOIN_TIMEOUT_MS,
    ).unref();
    let hasAsked = false;
    socket.on('message', (data, isBinary) => {
      if (isBinary) return refuse(socket, 'bad-command', 'A command is a text frame of JSON.');
      const command = decodeCommand(data.toString());
      if ('error' in command) return refuse(socket, 'bad-command', command.error);
      if (hasAsked) return refuse(socket, 'bad-command', 'This socket has already joined.');
      hasAsked = true;
      clearTimeout(joinTimer);
      join(socket, host, command.webcastId, command.session).catch((error: unknown) => {
        log.error({ webcastId: command.webcastId, error }, 'a viewer could not join');
        refuse(socket, 'busy', 'The room is not available now. Try again in a moment.');
      });
    });
    socket.on('close', () => clearTimeout(joinTimer));
  }

  async function join(
    socket: WebSocket,
    host: string,
    webcastId: string,
    session: string | undefined,
  ): Promise<void> {
    const pass = await source.admit(session, webcastId);
    if ('refused' in pass) return refuse(socket, pass.refused, pass.message);
    if (socket.readyState !== socket.OPEN) return;
    const member = memberOf(socket, pass, host);
    socket.on('close', () => leave(webcastId, member));
    if (!(await roomOf(webcastId, host).join(member))) {
      leave(webcastId, member);
      refuse(socket, 'not-found', `There is no webcast ${webcastId}.`);
    }
  }

  return {
    handleUpgrade(request, socket, head, host) {
      server.handleUpgrade(request, socket, head, (webSocket) => {
        if (server.clients.size > maxSockets) {
          refuse(webSocket, 'busy', 'All places are taken. Try again in a moment.');
          return;
        }
        accept(webSocket, host);
      });
    },
    get socketCount() {
      return server.clients.size;
    },
    watching: (webcastId) => rooms.get(webcastId)?.watching ?? 0,
    async close() {
      clearInterval(heartbeat);
      stopListening();
      stopHealth();
      for (const leave of leavings.values()) leave();
      leavings.clear();
      for (const socket of server.clients) socket.close(CLOSE.goingAway, 'the server stops');
      const terminate = setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, 500);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(terminate);
    },
  };
}

function memberOf(socket: WebSocket, pass: RoomPass, host: string): Member {
  return {
    pass,
    host,
    send(serialised) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MAX_BACKLOG_BYTES) socket.terminate();
      else socket.send(serialised);
    },
    close(frame) {
      socket.send(JSON.stringify(frame), () => socket.close(CLOSE.refused));
    },
  };
}

function refuse(
  socket: WebSocket,
  code: Extract<RoomFrame, { type: 'refused' }>['code'],
  message: string,
): void {
  if (socket.readyState !== socket.OPEN) return;
  const closeCode = code === 'busy' ? CLOSE.tryAgainLater : CLOSE.refused;
  socket.send(JSON.stringify({ type: 'refused', code, message } satisfies RoomFrame), () =>
    socket.close(closeCode, code),
  );
}
