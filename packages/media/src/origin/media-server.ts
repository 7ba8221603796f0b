import type { AddressInfo, Server as NetServer } from 'node:net';
import type { MediaLog } from '../media-log.ts';
import type { LiveGenerations } from '../package/live-track.ts';
import type { ArchivedMedia } from '../package/segment-archive.ts';
import { HlsRoutes } from './hls-routes.ts';
import { type MediaServerCounters, openHttpServer } from './http-server.ts';
import { MEDIA_SERVER_LIMITS, type MediaServerLimits } from './media-server-limits.ts';
import { openTlsServer } from './tls-server.ts';

export type MediaServerOptions = {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly generations: LiveGenerations;
  /** For what has left memory, and for recordings. */
  readonly archive: ArchivedMedia;
  /** What playback tokens are signed with. */
  readonly playbackSecret: Uint8Array;
  /** Wall clock, ms. */
  readonly clock: () => number;
  readonly log: MediaLog;
  /** PEM; with it the port speaks HTTPS, HTTP/2 and HTTP/1.1. */
  readonly tls?: { readonly cert: string | Uint8Array; readonly key: string | Uint8Array };
  readonly limits?: Partial<MediaServerLimits>;
};

export type MediaServerStats = {
  readonly connections: number;
  readonly heldRequests: number;
  /** Since the start. */
  readonly requests: number;
  /** Requests that were malformed, too large or too slow. */
  readonly refusedRequests: number;
  /** Of bodies, since the start. */
  readonly sentBytes: number;
};

export type MediaServer = {
  readonly port: number;
  /** Answers everybody who waits, lets what is being sent finish for a moment, and closes all connections. */
  close(): Promise<void>;
  stats(): MediaServerStats;
};

/**
 * Opens the port from which viewers get playlists and media.
 *
 * @throws where the port can't be opened: its error code is the system's (`EADDRINUSE`, `EACCES`)
 */
export async function openMediaServer(options: MediaServerOptions): Promise<MediaServer> {
  const { host, port, generations, archive, playbackSecret, clock, log, tls } = options;
  const limits = { ...MEDIA_SERVER_LIMITS, ...options.limits };
  const { maximumHeldRequests, maximumDownloads } = limits;
  const counters: MediaServerCounters = { requests: 0, refusedRequests: 0, sentBytes: 0 };
  const routes = new HlsRoutes({
    generations,
    archive,
    playbackSecret,
    clock,
    log,
    maximumHeldRequests,
    maximumDownloads,
    archiveLimits: limits,
  });
  const server =
    tls === undefined
      ? openHttpServer({ routes, limits, clock, counters })
      : openTlsServer({ routes, limits, counters, tls });
  await listen(server.listener, host, port);
  server.listener.on('error', (error) => log.error({ error }, 'the media port has a problem'));
  return {
    port: (server.listener.address() as AddressInfo).port,
    close: async () => {
      routes.close();
      await server.close();
    },
    stats: () => ({
      connections: server.connections(),
      heldRequests: routes.heldRequests,
      ...counters,
    }),
  };
}

async function listen(server: NetServer, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // A whole audience may come back in the same second.
    server.listen({ host, port, backlog: 4096 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
