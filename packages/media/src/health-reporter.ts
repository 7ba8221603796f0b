import {
  type ChannelHealth,
  HEALTH_INTERVAL_MS,
  type MediaStoreHealth,
  type StoreHealth,
} from '@rostrum/contracts';
import { readDiskSpace } from './archive/disk-space.ts';
import type { MediaLog } from './media-log.ts';

export type HealthReporterOptions = {
  /** Where segments are kept. */
  readonly directory: string;
  readonly takeHealth: () => readonly ChannelHealth[];
  readonly onChannelHealth: (health: ChannelHealth) => void;
  readonly onStoreHealth: (health: StoreHealth) => void;
  /** Of the store that recordings are moved to; undefined where there is none. */
  readonly takeStoreHealth: () => MediaStoreHealth | undefined;
  readonly log: MediaLog;
};

const STORE_INTERVAL_MS = 10_000;

/** Looks at channels and disk at even intervals, and tells; returns the function that ends it. */
export function openHealthReporter(options: HealthReporterOptions): () => void {
  const { directory, takeHealth, takeStoreHealth, onChannelHealth, onStoreHealth, log } = options;
  let isLooking = false;
  let isClosed = false;
  const lookAtStore = async () => {
    // A network file system may take longer than the interval; one question at a time is enough.
    if (isLooking) return;
    isLooking = true;
    try {
      const { freeBytes, sizeBytes } = await readDiskSpace(directory);
      if (isClosed) return;
      const mediaStore = takeStoreHealth();
      onStoreHealth({
        atMs: Date.now(),
        diskFreeBytes: freeBytes,
        diskSizeBytes: sizeBytes,
        ...(mediaStore && { mediaStore }),
      });
    } catch (error) {
      log.warn({ error, directory }, 'how much room the disk has could not be read');
    } finally {
      isLooking = false;
    }
  };
  void lookAtStore();
  const timers = [
    setInterval(() => {
      for (const health of takeHealth()) onChannelHealth(health);
    }, HEALTH_INTERVAL_MS),
    setInterval(() => void lookAtStore(), STORE_INTERVAL_MS),
  ];
  return () => {
    isClosed = true;
    for (const timer of timers) clearInterval(timer);
  };
}
