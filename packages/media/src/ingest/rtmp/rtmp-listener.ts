import { createServer, type Server, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { MediaLog } from '../../media-log.ts';
import type { PublicationGate } from '../publication.ts';
import { DEFAULT_RTMP_LIMITS, type RtmpLimits } from './rtmp-limits.ts';
import { RtmpSession } from './rtmp-session.ts';
import { readIntoSharedBuffer } from './shared-read.ts';

export type RtmpListenerOptions = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly gate: PublicationGate;
  readonly log: MediaLog;
  /** Connections beyond this are closed at once. Default: 500. */
  readonly maxConnections?: number;
  readonly limits?: Partial<RtmpLimits>;
};

export interface RtmpListener {
  readonly port: number;
  /** Open connections, publishing or not. */
  readonly connectionCount: number;
  /** Takes no more encoders and sends the connected ones away; resolves when the last connection is gone. */
  close(): Promise<void>;
}

const DEFAULT_MAX_CONNECTIONS = 500;
const TICK_MS = 1_000;

/** Takes encoders over RTMP. Rejects with the system's error where the port can't be had. */
export async function openRtmpListener(options: RtmpListenerOptions): Promise<RtmpListener> {
  const limits = { ...DEFAULT_RTMP_LIMITS, ...options.limits };
  const sessions = new Set<RtmpSession>();
  const server = createServer(
    { noDelay: true, keepAlive: true, pauseOnConnect: true },
    (socket) => {
      acceptEncoder(readIntoSharedBuffer(socket), options, limits, sessions);
    },
  );
  server.maxConnections = options.maxConnections ?? DEFAULT_MAX_CONNECTIONS;
  let refusedCount = 0;
  server.on('drop', () => {
    refusedCount++;
  });
  const port = await listen(server, options.host, options.port);
  server.on('error', (error) => options.log.error({ error }, 'RTMP listener failed'));

  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const session of sessions) session.tick(nowMs);
    if (refusedCount > 0) {
      options.log.warn({ refusedCount, max: server.maxConnections }, 'too many RTMP connections');
      refusedCount = 0;
    }
  }, TICK_MS);
  timer.unref();

  return {
    port,
    get connectionCount() {
      return sessions.size;
    },
    close: () => closeAll(server, sessions, limits.lingerMs).finally(() => clearInterval(timer)),
  };
}

function acceptEncoder(
  socket: Socket,
  options: RtmpListenerOptions,
  limits: RtmpLimits,
  sessions: Set<RtmpSession>,
): void {
  const session: RtmpSession = new RtmpSession({
    duplex: socket,
    // IPv4 in its plain form, also where the socket is of both kinds.
    remoteAddress: (socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    gate: options.gate,
    log: options.log,
    limits,
    nowMs: performance.now(),
    onClose: () => sessions.delete(session),
  });
  sessions.add(session);
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function closeAll(
  server: Server,
  sessions: ReadonlySet<RtmpSession>,
  lingerMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const session of [...sessions]) session.close('The server is stopping.');
  const timer = setTimeout(() => {
    for (const session of [...sessions]) session.destroy();
  }, lingerMs);
  await closed;
  clearTimeout(timer);
}
