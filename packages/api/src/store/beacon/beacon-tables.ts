import type { Generated } from 'kysely';

/** What players tell about viewing, and what applications tell about objects; conventions as in tables.ts. */
export type BeaconTables = {
  player_event: PlayerEventTable;
  counted_event: CountedEventTable;
  beacon: BeaconTable;
};

/** Rows are written once and never changed. */
export type PlayerEventTable = {
  id: Generated<number>;
  partner_id: number;
  entry_id: string;
  /** When it arrived, by this server's clock. */
  at_ms: number;
  /** KAVA's number. */
  event_type: number;
  event_index: number | null;
  session_id: string;
  /** Of the KS that came along; empty without one. */
  user_id: string;
  /** live, dvr or vod; empty where it was not said. */
  playback_type: string;
  position_s: number | null;
  /** JSON: everything else that was told. */
  fields: string;
};

/** What has been counted on an entry: of each session once. */
export type CountedEventTable = {
  entry_id: string;
  session_id: string;
  event_type: number;
  partner_id: number;
  at_ms: number;
  /** Names the job that counted it. */
  batch: string;
};

export type BeaconTable = {
  id: string;
  partner_id: number;
  /** State: the newest of its kind; Log: one of many. */
  index_type: string;
  related_object_type: string;
  event_type: string;
  object_id: string;
  updated_at_ms: number;
  private_data: string | null;
  raw_data: string | null;
};
