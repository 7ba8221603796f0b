/** Moments of entries, and what was written to them. */
export type CuePointTables = { cue_point: CuePointTable };

/** Columns for what is filtered or sorted; `properties` holds everything a client has set. */
export type CuePointTable = {
  id: string;
  int_id: number;
  partner_id: number;
  entry_id: string;
  type: string;
  status: number;
  user_id: string;
  session_hash: string | null;
  parent_id: string | null;
  depth: number;
  /** 1: whoever may see the entry may read it. */
  is_open: number;
  /** Whose conversation it belongs to; null where it belongs to none. */
  thread_user_id: string | null;
  copied_from: string | null;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
  properties: string;
  triggered_at_s: number | null;
  start_time_ms: number;
  end_time_ms: number | null;
  duration_ms: number | null;
  partner_sort_value: number | null;
  force_stop: number | null;
  is_public: number | null;
  system_name: string | null;
  /** Of a slide or a chapter, an advertisement's protocol, what an event is. */
  sub_type: string | null;
  code: string | null;
  tags_folded: string;
  /** Its text, title, name or code. */
  text_folded: string;
  description_folded: string;
};
