import type { Entry } from './entry.ts';
import { DELETED_STATUS } from './entry-base.ts';

/** The entry once it is deleted: its links end at once. */
export function deletedEntry<E extends Entry>(entry: E, nowMs: number): E {
  return {
    ...entry,
    revision: entry.revision + 1,
    updatedAtMs: nowMs,
    status: DELETED_STATUS,
    playbackEpoch: entry.playbackEpoch + 1,
  };
}
