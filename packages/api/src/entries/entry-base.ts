import type { BaseEntryValue } from '../schema/base-entry.ts';
import type {
  EntryDisplayInSearchType,
  EntryModerationStatus,
  EntryStatus,
} from '../schema/enums.ts';

/** What every entry has, whatever it is. */
export type EntryBase = {
  readonly id: string;
  readonly partnerId: number;
  /** Grows with every change. */
  readonly revision: number;
  readonly status: (typeof EntryStatus)['values'][number];
  readonly moderationStatus: (typeof EntryModerationStatus)['values'][number];
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** The entry that this one was recorded from; its own id where there is none. */
  readonly rootEntryId: string;
  /** Raising it ends every playback token given so far. */
  readonly playbackEpoch: number;
  /** In the recycle bin, the displayInSearch that it had; null elsewhere, and where it had none. */
  readonly displayBeforeBin: (typeof EntryDisplayInSearchType)['values'][number] | null;
  readonly counts: EntryCounts;
  /** What clients have set, under the API's names; without nulls. */
  readonly properties: BaseEntryValue;
};

/** Counted apart from the entry's changes: counting needs no revision. */
export type EntryCounts = {
  /** Complaints since a moderator last decided. */
  readonly flags: number;
  readonly votes: number;
  /** Sum of the votes. */
  readonly totalRank: number;
  readonly plays: number;
  readonly views: number;
  readonly lastPlayedAtMs: number | null;
  /** How often its picture was set: part of the picture's address. */
  readonly pictureVersion: number;
  /** It is, or was once, in a category. */
  readonly wasCategorised: boolean;
};

export const NOTHING_COUNTED: EntryCounts = {
  flags: 0,
  votes: 0,
  totalRank: 0,
  plays: 0,
  views: 0,
  lastPlayedAtMs: null,
  pictureVersion: 0,
  wasCategorised: false,
};

export const READY_STATUS = '2';
export const DELETED_STATUS = '3';
export const NO_CONTENT_STATUS = '7';

/** Values of KalturaEntryModerationStatus. */
export const APPROVED = 2;
export const REJECTED = 3;
export const FLAGGED = 5;
export const AUTO_APPROVED = 6;

/** Values of KalturaEntryDisplayInSearchType. */
export const RECYCLED_IN_SEARCH = -2;
export const HIDDEN_IN_SEARCH = -1;
