import { once } from 'node:events';
import {
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
} from 'node:http2';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HlsRoutes } from './hls-routes.ts';
import { acceptsCoding } from './http-request.ts';
import type { HttpServer, MediaServerCounters } from './http-server.ts';
import type { MediaReply } from './media-reply.ts';
import { textReply } from './media-reply.ts';
import type { MediaRequest } from './media-request.ts';
import type { MediaServerLimits } from './media-server-limits.ts';

const WRONG_METHOD = textReply(405, 'Use GET, HEAD or OPTIONS.', [['allow', 'GET, HEAD, OPTIONS']]);

/** HTTPS with HTTP/2 and HTTP/1.1, by Node's own server over the same routes. */
export function openTlsServer(options: {
  readonly routes: HlsRoutes;
  readonly limits: MediaServerLimits;
  readonly counters: MediaServerCounters;
  readonly tls: { readonly cert: string | Uint8Array; readonly key: string | Uint8Array };
}): HttpServer {
  const { routes, limits, counters, tls } = options;
  const sockets = new Set<Socket>();
  const sessions = new Set<ServerHttp2Session>();
  const listener = createSecureServer({
    cert: Buffer.from(tls.cert),
    key: Buffer.from(tls.key),
    allowHTTP1: true,
    // A player has a playlist and a part of each track under way, and a few more after a seek.
    settings: { maxConcurrentStreams: 32 },
  });
  listener.maxConnections = limits.maximumConnections;
  listener.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
  });
  listener.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => session.destroy());
    session.on('close', () => sessions.delete(session));
    session.setTimeout(limits.idleTimeoutMs, () => session.close());
  });
  listener.on('request', (request, response) => {
    counters.requests += 1;
    answer(routes, counters, request, response);
  });
  return {
    listener,
    connections: () => sockets.size,
    close: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const session of sessions) session.close();
      const late = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, limits.closeTimeoutMs);
      await closed;
      clearTimeout(late);
    },
  };
}

function answer(
  routes: HlsRoutes,
  counters: MediaServerCounters,
  request: Http2ServerRequest,
  response: Http2ServerResponse,
): void {
  const { method } = request;
  // Bodies are of no use here; HTTP/2 has flow control for each, and what is not read is not sent.
  const send = (reply: MediaReply) => {
    counters.sentBytes += method === 'HEAD' ? 0 : reply.sizeBytes;
    write(response, reply, method === 'HEAD');
  };
  if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') {
    counters.refusedRequests += 1;
    send(WRONG_METHOD);
    return;
  }
  const giveUp = routes.answer(readRequest(method, request), send);
  if (giveUp !== null) response.on('close', giveUp);
}

function readRequest(method: MediaRequest['method'], request: Http2ServerRequest): MediaRequest {
  const { headers } = request;
  const { range = null, 'if-range': validator } = headers;
  const acceptsGzip = acceptsCoding(String(headers['accept-encoding'] ?? ''), 'gzip');
  if (validator === undefined) {
    return { method, target: request.url, range, conditionalRange: null, acceptsGzip };
  }
  const conditionalRange = range === null ? null : { field: range, validator: String(validator) };
  return { method, target: request.url, range: null, conditionalRange, acceptsGzip };
}

function write(response: Http2ServerResponse, reply: MediaReply, isHead: boolean): void {
  if (response.destroyed || response.writableEnded) {
    reply.rest?.close?.();
    return;
  }
  const fields: Record<string, string> = Object.fromEntries(reply.fields);
  if (reply.status !== 204) fields['content-length'] = String(reply.sizeBytes);
  response.writeHead(reply.status, fields);
  if (!isHead && reply.rest !== null) {
    // What goes wrong on the way closes the stream, and the client sees that it is not whole.
    pipeline(Readable.from(piecesOf(reply)), response)
      .catch(() => undefined)
      .finally(() => reply.rest?.close?.());
    return;
  }
  reply.rest?.close?.();
  if (!isHead) for (const buffer of reply.body) response.write(buffer);
  response.end();
}

async function* piecesOf({ body, rest }: MediaReply): AsyncGenerator<Uint8Array> {
  yield* body;
  let missingBytes = rest?.sizeBytes ?? 0;
  while (missingBytes > 0) {
    const piece = (await rest?.next()) ?? null;
    if (piece === null) throw new Error('the archive has less than was announced');
    missingBytes -= piece.length;
    yield piece;
  }
}
