/** What is planned, and what it needs. */
export type ScheduleTables = {
  schedule_event: ScheduleEventTable;
  schedule_resource: ScheduleResourceTable;
  schedule_event_resource: ScheduleEventResourceTable;
};

/** An occurrence's columns hold what it has of its own and what it has from the event that repeats. */
export type ScheduleEventTable = {
  id: number;
  partner_id: number;
  /** Value of KalturaScheduleEventType. */
  type: number;
  /** Of an occurrence: the event that repeats. */
  parent_id: number | null;
  /** 1 cancelled, 2 active, 3 deleted. */
  status: number;
  /** 0 once, 1 repeats, 2 an occurrence. */
  recurrence_type: number;
  template_entry_id: string | null;
  start_s: number;
  end_s: number;
  /** Of an occurrence: when the rule says that it begins, which is how it is known again. */
  original_start_s: number | null;
  /** 1: only those who may change it see it. */
  is_private: number;
  summary_folded: string;
  owner_id: string;
  priority: number | null;
  reference_id: string | null;
  tags_folded: string;
  /** Each between commas: `,0_ab12cd34,`; empty for none. */
  entry_ids: string;
  category_ids: string;
  source_entry_id: string | null;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
  /** What a client has set; of an occurrence, what it has of its own. */
  properties: string;
};

export type ScheduleResourceTable = {
  id: number;
  partner_id: number;
  /** camera, live-entry or location. */
  type: string;
  parent_id: number | null;
  name: string;
  system_name: string | null;
  /** 2 active, 3 deleted. */
  status: number;
  tags_folded: string;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
  properties: string;
};

export type ScheduleEventResourceTable = {
  event_id: number;
  resource_id: number;
  partner_id: number;
  created_at_ms: number;
  updated_at_ms: number;
};
