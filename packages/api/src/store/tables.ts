import type { Generated } from 'kysely';
import type { AccountTables } from './account/account-tables.ts';
import type { AuditTables } from './audit/audit-table.ts';
import type { BeaconTables } from './beacon/beacon-tables.ts';
import type { CategoryTables } from './category/category-tables.ts';
import type { CuePointTables } from './cue-point/cue-point-table.ts';
import type { MetadataTables } from './metadata/metadata-tables.ts';
import type { ProfileTables } from './profile/profile-tables.ts';
import type { RecordingTables } from './recording/recording-tables.ts';
import type { ScheduleTables } from './schedule/schedule-tables.ts';
import type { UploadTables } from './upload/upload-tables.ts';
import type { WebhookTables } from './webhook/webhook-tables.ts';

/**
 * The tables, as both databases have them. Times are Unix milliseconds (`_ms`) or seconds (`_s`), truth values are 0 and
 * 1, lists and objects are JSON text.
 */
export type Tables = {
  schema_version: { version: number; name: string; applied_at_ms: number };
  partner: PartnerTable;
  partner_secret: PartnerSecretTable;
  session_use: { session_hash: string; uses: number; expires_at_s: number };
  entry: EntryTable;
  broadcast: BroadcastTable;
  moderation_flag: ModerationFlagTable;
  picture: PictureTable;
  response_profile: ResponseProfileTable;
} & AccountTables &
  AuditTables &
  ProfileTables &
  RecordingTables &
  MetadataTables &
  UploadTables &
  BeaconTables &
  ScheduleTables &
  WebhookTables &
  CategoryTables &
  CuePointTables;

export type PartnerTable = {
  id: number;
  name: string;
  /** 1 active, 2 blocked. */
  status: number;
  /** Longer sessions are shortened to this. */
  max_session_s: number;
  created_at_ms: number;
  /** 1: categories say who may watch, in sessions that say nothing about it. */
  is_entitlement_enforced: Generated<number>;
  updated_at_ms: number;
  revision: number;
  /** What the account says about itself. */
  properties: string;
};

export type PartnerSecretTable = {
  partner_id: number;
  kind: 'admin' | 'user';
  secret: string;
  /** configured: from the installation's settings, replaced at every start; added: by the account. */
  origin: 'configured' | 'added';
  created_at_ms: number;
};

/**
 * Columns for what is filtered, sorted or changed by itself; `properties` holds everything a client has set. Entries that
 * are no webcasts have an empty stream token.
 */
export type EntryTable = {
  id: string;
  partner_id: number;
  type: string;
  status: string;
  name: string;
  /** Lower case by the server, so that both databases compare alike. */
  name_folded: string;
  tags_folded: string;
  admin_tags_folded: string;
  user_id: string;
  creator_id: string;
  reference_id: string | null;
  root_entry_id: string;
  parent_entry_id: string | null;
  media_type: number;
  source_type: string;
  display_in_search: number;
  moderation_status: number;
  partner_sort_value: number | null;
  start_date_s: number | null;
  end_date_s: number | null;
  created_at_ms: number;
  updated_at_ms: number;
  stream_token: string;
  explicit_live: number;
  view_mode: number;
  view_mode_changed_at_ms: number;
  recording_status: number;
  playback_epoch: number;
  /** Grows with every change; a change names the revision that it was made from. */
  revision: number;
  properties: string;
  description_folded: string;
  display_before_bin: number | null;
  recorded_entry_id: string | null;
  group_id: number | null;
  access_control_id: number | null;
  conversion_profile_id: number | null;
  duration_ms: number | null;
} & EntryCountColumns;

/** Counted by statements of their own: a change of the entry does not write them. */
export type EntryCountColumns = {
  flag_count: Generated<number>;
  votes: Generated<number>;
  total_rank: Generated<number>;
  plays: Generated<number>;
  views: Generated<number>;
  last_played_at_ms: Generated<number | null>;
  picture_version: Generated<number>;
  /** 1 from the first category on that it was put into; most entries never are, and cost no query for it. */
  was_categorised: Generated<number>;
};

export type ModerationFlagTable = {
  id: Generated<number>;
  partner_id: number;
  entry_id: string;
  user_id: string;
  /** 1 pending, 2 moderated. */
  status: string;
  flag_type: number | null;
  comments: string | null;
  created_at_ms: number;
  updated_at_ms: number;
};

/** What is known about a webcast's live state and its past shows. */
export type BroadcastTable = {
  entry_id: string;
  state: string;
  since_ms: number;
  on_air_since_ms: number | null;
  generation: string | null;
  is_playable: number;
  has_video: number;
  encoders: string;
  waits_until_ms: number | null;
  first_broadcast_ms: number | null;
  last_broadcast_ms: number | null;
  last_broadcast_end_ms: number | null;
  current_broadcast_start_ms: number | null;
  first_on_air_ms: number | null;
  last_on_air_end_ms: number | null;
};

export type PictureTable = {
  entry_id: string;
  /** set: by somebody; show: cut out of the last show. */
  kind: string;
  partner_id: number;
  /** jpeg or png. */
  format: string;
  bytes: Uint8Array;
  /** Of the show; null for a picture that was set. */
  generation: string | null;
  started_at_ms: number | null;
  created_at_ms: number;
};

export type ResponseProfileTable = {
  id: number;
  partner_id: number;
  name: string;
  system_name: string | null;
  /** 1 only the fields, 2 all but the fields. */
  type: number;
  fields: string;
  /** 1 disabled, 2 enabled. */
  status: number;
  created_at_ms: number;
  updated_at_ms: number;
  /** Also its version for clients. */
  revision: number;
  /** JSON, like those below; null where it has none. */
  filter: string | null;
  pager: string | null;
  mappings: string | null;
  related_profiles: string | null;
};
