import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { HlsRoutes } from './hls-routes.ts';
import { type ConnectionHost, HttpConnection } from './http-connection.ts';
import type { MediaServerLimits } from './media-server-limits.ts';

/** What the two kinds of server count. */
export type MediaServerCounters = { requests: number; refusedRequests: number; sentBytes: number };

/** A server of one kind, below the routes. */
export type HttpServer = {
  readonly listener: Server;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

/** Often enough for limits of some seconds, and nothing for a processor with 10,000 connections. */
const SWEEP_INTERVAL_MS = 500;

/** No question waits this long for its answer: held requests have limits of their own. */
const QUESTION_TIMEOUT_MS = 60_000;

/** Our own HTTP/1.1 server: the same work costs it less than half of what it costs `node:http` (see docs/decisions). */
export function openHttpServer(options: {
  readonly routes: HlsRoutes;
  readonly limits: MediaServerLimits;
  readonly clock: () => number;
  readonly counters: MediaServerCounters;
}): HttpServer {
  const { routes, limits, clock, counters } = options;
  const connections = new Set<HttpConnection>();
  const host: ConnectionHost = {
    answer: (request, respond) => routes.answer(request, respond),
    limits: {
      headSweeps: sweepsFor(limits.headTimeoutMs),
      idleSweeps: sweepsFor(limits.idleTimeoutMs),
      questionSweeps: sweepsFor(QUESTION_TIMEOUT_MS),
      answerSweeps: sweepsFor(limits.answerTimeoutMs),
      minimumBytesPerSweep: (limits.minimumBytesPerSecond * SWEEP_INTERVAL_MS) / 1000,
    },
    date: dateField(clock),
    counters,
    onClose: (connection) => connections.delete(connection),
  };
  const listener = createServer({ noDelay: true }, (socket) => {
    connections.add(new HttpConnection(socket, host));
  });
  listener.maxConnections = limits.maximumConnections;
  const timer = setInterval(() => {
    for (const connection of connections) connection.sweep();
  }, SWEEP_INTERVAL_MS);
  timer.unref();
  return {
    listener,
    connections: () => connections.size,
    close: async () => {
      clearInterval(timer);
      const closed = once(listener, 'close');
      listener.close();
      for (const connection of connections) connection.shutDown();
      const late = setTimeout(() => {
        for (const connection of connections) connection.destroy();
      }, limits.closeTimeoutMs);
      await closed;
      clearTimeout(late);
    },
  };
}

function sweepsFor(durationMs: number): number {
  return Math.ceil(durationMs / SWEEP_INTERVAL_MS);
}

/** The Date field's value, made once a second. */
function dateField(clock: () => number): () => string {
  let second = Number.NaN;
  let text = '';
  return () => {
    const now = Math.floor(clock() / 1000);
    if (now !== second) {
      second = now;
      text = new Date(now * 1000).toUTCString();
    }
    return text;
  };
}
