import type { Generated } from 'kysely';

/** What recordings are made of. */
export type RecordingTables = {
  take: TakeTable;
  recording_take: RecordingTakeTable;
  recording_cut: RecordingCutTable;
  kept_recording: KeptRecordingTable;
  storage_rule: StorageRuleTable;
};

/** What the media process has recorded of a generation of a webcast's show. */
export type TakeTable = {
  webcast_id: string;
  generation: string;
  partner_id: number;
  /** The first moment on air of the show that it is of. */
  show_started_ms: number;
  starts_at_ms: number;
  duration_ms: number;
  has_video: number;
  /**
   * open: its show goes on; closed: it plays; removing: no recording refers to it any more; removed: nor does the media
   * process have it, and what is told of it late is not taken for a new one.
   */
  state: string;
  /** All tracks, on disk. */
  size_bytes: Generated<number>;
  /** When its show was known to be over; null while it goes on, and where nobody has noted it. */
  closed_at_ms: Generated<number | null>;
  /** 1: its show began when the account had no room left. */
  is_refused: Generated<number>;
};

/** Part of a take: what a trim leaves, with its measures; all null for the whole take. */
type StretchColumns = {
  from_ms: number | null;
  to_ms: number | null;
  duration_ms: number | null;
  size_bytes: number | null;
};

/** Which takes, or which parts of them, a recording has, by position. */
export type RecordingTakeTable = {
  entry_id: string;
  position: number;
  webcast_id: string;
  generation: string;
} & StretchColumns;

/**
 * What a trimmed recording plays of what it has, by position; one without rows plays everything. All null: all that the
 * recording has of the take at that position.
 */
export type RecordingCutTable = {
  entry_id: string;
  position: number;
  take_position: number;
} & StretchColumns;

/** Recordings that stay, however old they are. */
export type KeptRecordingTable = { entry_id: string; partner_id: number };

/** What an account has said about its recordings; null: no limit. */
export type StorageRuleTable = {
  partner_id: number;
  quota_bytes: number | null;
  retention_days: number | null;
  /** How long what players tell stays. */
  player_event_days: number | null;
};
