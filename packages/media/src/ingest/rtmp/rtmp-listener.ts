import { createServer, type Server, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { createServer as createTlsServer } from 'node:tls';
import type { MediaLog } from '../../media-log.ts';
import type { PublicationGate } from '../publication.ts';
import { DEFAULT_RTMP_LIMITS, type RtmpLimits } from './rtmp-limits.ts';
import { RtmpSession } from './rtmp-session.ts';
import { readIntoSharedBuffer } from './shared-read.ts';

export type RtmpListenerOptions = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** PEM; makes it RTMPS. */
  readonly tls?: { readonly cert: string | Uint8Array; readonly key: string | Uint8Array };
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

/** Takes encoders over RTMP or RTMPS. Rejects with the system's error where the port can't be had. */
export async function openRtmpListener(options: RtmpListenerOptions): Promise<RtmpListener> {
  const limits = { ...DEFAULT_RTMP_LIMITS, ...options.limits };
  const sessions = new Set<RtmpSession>();
  const strangers = new Set<Socket>();
  const server = createListener(options, strangers, (socket) => {
    acceptEncoder(socket, options, limits, sessions);
  });
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
    close: () =>
      closeAll(server, sessions, strangers, limits.lingerMs).finally(() => clearInterval(timer)),
  };
}

/** An encoder that has not agreed on keys by then is none. */
const TLS_HANDSHAKE_TIMEOUT_MS = 10_000;

/** @param strangers keeps the connections that have not agreed on keys yet: a close has to end them too */
function createListener(
  { tls, log }: RtmpListenerOptions,
  strangers: Set<Socket>,
  accept: (socket: Socket) => void,
): Server {
  const common = { noDelay: true, keepAlive: true };
  if (tls === undefined) {
    return createServer({ ...common, pauseOnConnect: true }, (socket) =>
      accept(readIntoSharedBuffer(socket)),
    );
  }
  const cert = Buffer.from(tls.cert);
  const key = Buffer.from(tls.key);
  const server = createTlsServer(
    { ...common, cert, key, handshakeTimeout: TLS_HANDSHAKE_TIMEOUT_MS },
    accept,
  );
  server.on('connection', (socket) => {
    strangers.add(socket);
    socket.once('close', () => strangers.delete(socket));
  });
  server.on('tlsClientError', (error, socket) => {
    log.info(
      { error: error.message, remoteAddress: socket.remoteAddress },
      'no TLS with an encoder',
    );
  });
  return server;
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
    protocol: options.tls === undefined ? 'rtmp' : 'rtmps',
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
  strangers: ReadonlySet<Socket>,
  lingerMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const session of [...sessions]) session.close('The server is stopping.');
  const timer = setTimeout(() => {
    for (const session of [...sessions]) session.destroy();
    for (const socket of [...strangers]) socket.destroy();
  }, lingerMs);
  await closed;
  clearTimeout(timer);
}
