import type {
  ChannelHealth,
  ChannelSettings,
  ChannelStatus,
  KeptTake,
  MeasuredStretch,
  MediaStoreHealth,
  PublishDecision,
  PublishRequest,
  StoreHealth,
  TakeTrim,
} from '@rostrum/contracts';
import { FolderArchive } from './archive/folder-archive.ts';
import type { S3Options } from './archive/store/s3/s3-options.ts';
import { S3TakeStore } from './archive/store/s3/s3-take-store.ts';
import { WatchedStore } from './archive/store/watched-store.ts';
import { openHealthReporter } from './health-reporter.ts';
import { openRtmpListener } from './ingest/rtmp/rtmp-listener.ts';
import type { MediaLog } from './media-log.ts';
import { openMediaServer } from './origin/media-server.ts';
import { measureTake } from './package/measure-take.ts';
import { openChannels } from './stream/channels.ts';

export type MediaNodeOptions = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly rtmpPort: number;
  /** Used where `tls` is set. */
  readonly rtmpsPort: number;
  readonly httpPort: number;
  readonly tls?: { readonly cert: string | Uint8Array; readonly key: string | Uint8Array };
  /** Where segments are kept. */
  readonly directory: string;
  /** Where recordings are moved to once their shows can be rewound no longer; absent: they stay in the directory. */
  readonly mediaStore?: S3Options;
  /** What playback tokens are signed with. */
  readonly playbackSecret: Uint8Array;
  /** How long a show waits for its encoder, ms. */
  readonly reconnectWindowMs: number;
  readonly log: MediaLog;
  /** Asks whether an encoder may publish; rejects when the signal is aborted. */
  authorizePublish(request: PublishRequest, signal: AbortSignal): Promise<PublishDecision>;
  /** Hears of every change of a channel. */
  onChannelStatus(status: ChannelStatus): void;
  /** Every HEALTH_INTERVAL_MS of each channel with an encoder or a show that is on. */
  onChannelHealth(health: ChannelHealth): void;
  /** At the start, and every ten seconds. */
  onStoreHealth(health: StoreHealth): void;
};

export interface MediaNode {
  readonly rtmpPort: number;
  /** Null without a certificate. */
  readonly rtmpsPort: number | null;
  readonly httpPort: number;
  applySettings(settings: ChannelSettings): void;
  /** The webcast is deleted. */
  removeChannel(webcastId: string): void;
  /** No recording refers to a take any more. False where the disk refuses to remember that. */
  removeTake(webcastId: string, generation: string): Promise<boolean>;
  /** What trims leave of a take, in their order; null where there is no such take. */
  measureTake(
    webcastId: string,
    generation: string,
    trims: readonly (TakeTrim | null)[],
  ): Promise<readonly (MeasuredStretch | null)[] | null>;
  /** As `FolderArchive.listTakes`. */
  listTakes(after: string | null): Promise<readonly KeptTake[]>;
  statuses(): readonly ChannelStatus[];
  /** Leaves what is on air as a crash does, so that the next process goes on with it: only the archive is closed. */
  suspend(): Promise<void>;
  /** Ends what is on air cleanly for viewers, then closes everything. */
  close(): Promise<void>;
}

/** The media path, put together: ingest → stream → package → origin, with the archive beside it. Read this first. */
export async function openMediaNode(options: MediaNodeOptions): Promise<MediaNode> {
  const { host, log, tls } = options;
  const { mediaStore } = options;
  const store = mediaStore && openStore(mediaStore, log, () => archive.retryUploads());
  const archive: FolderArchive = new FolderArchive({
    ...{ directory: options.directory, log },
    ...(store && { store }),
  });
  const channels = openChannels({
    ask: options.authorizePublish,
    archive,
    clock: { nowMs: Date.now, monotonicMs: () => performance.now() },
    onStatus: options.onChannelStatus,
    log,
    reconnectWindowMs: options.reconnectWindowMs,
  });
  await channels.restore();
  const origin = await openMediaServer({
    host,
    port: options.httpPort,
    generations: channels,
    archive,
    playbackSecret: options.playbackSecret,
    clock: Date.now,
    log,
    ...(tls === undefined ? {} : { tls }),
  });
  const rtmp = await openRtmpListener({ host, port: options.rtmpPort, gate: channels, log });
  const rtmps =
    tls === undefined
      ? null
      : await openRtmpListener({ host, port: options.rtmpsPort, tls, gate: channels, log });
  const stopHealth = openHealthReporter({
    directory: options.directory,
    takeHealth: () => channels.takeHealth(),
    onChannelHealth: options.onChannelHealth,
    onStoreHealth: options.onStoreHealth,
    takeStoreHealth: () => store && healthOf(store, archive),
    log,
  });
  return {
    rtmpPort: rtmp.port,
    rtmpsPort: rtmps?.port ?? null,
    httpPort: origin.port,
    applySettings: (settings) => channels.applySettings(settings),
    removeChannel: (webcastId) => channels.remove(webcastId),
    removeTake: (webcastId, generation) => channels.removeTake(webcastId, generation),
    async measureTake(webcastId, generation, trims) {
      const take = await archive.findTake(webcastId, generation);
      return take && trims.map((trim) => measureTake(take, trim));
    },
    listTakes: (after) => archive.listTakes(after),
    statuses: () => channels.statuses(),
    async suspend() {
      stopHealth();
      await archive.close();
    },
    async close() {
      stopHealth();
      await channels.close();
      await Promise.all([rtmp.close(), rtmps?.close()]);
      await origin.close();
      await archive.close();
    },
  };
}

function openStore(options: S3Options, log: MediaLog, onUsable: () => void): WatchedStore {
  return new WatchedStore({ store: new S3TakeStore(options), log, onUsable });
}

function healthOf(store: WatchedStore, archive: FolderArchive): MediaStoreHealth {
  const { problem } = store;
  // The next report tells what it has found.
  if (problem !== null) void store.lookAgain();
  const { count = 0, oldestSinceMs = null } = archive.waitingTakes ?? {};
  return { problem, waitingTakes: count, waitingSinceMs: oldestSinceMs };
}
