/** What recordings are made of. */
export type RecordingTables = {
  take: TakeTable;
  recording_take: RecordingTakeTable;
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
};

/** Which takes a recording plays, by position. */
export type RecordingTakeTable = {
  entry_id: string;
  position: number;
  webcast_id: string;
  generation: string;
};
