/** Files that arrive, and files that entries have. Their bytes are elsewhere, under `file_key`. */
export type UploadTables = {
  upload_token: UploadTokenTable;
  entry_file: EntryFileTable;
  abandoned_file: AbandonedFileTable;
  thumb_asset: ThumbAssetTable;
};

export type UploadTokenTable = {
  id: string;
  partner_id: number;
  user_id: string;
  /** A value of KalturaUploadTokenStatus. */
  status: number;
  file_name: string | null;
  /** As the client has announced it. */
  file_size: number | null;
  is_auto_finalized: number;
  /** What has arrived without a gap, from the beginning. */
  uploaded_bytes: number;
  /** What has arrived, as pairs of beginning and end. */
  ranges: string;
  /** Sum of the ranges. */
  held_bytes: number;
  /** Null where no byte has arrived, and once somebody else has the file. */
  file_key: string | null;
  attached_type: string | null;
  attached_id: string | null;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
};

export type EntryFileTable = {
  entry_id: string;
  partner_id: number;
  file_key: string;
  file_name: string;
  /** What the bytes are: `pdf`. */
  format: string;
  size_bytes: number;
  version: number;
  created_at_ms: number;
};

/** Files that may go, unless somebody still has them. */
export type AbandonedFileTable = { file_key: string };

export type ThumbAssetTable = {
  id: string;
  partner_id: number;
  entry_id: string;
  /** Null for a picture of the entry as a whole. */
  cue_point_id: string | null;
  is_timed: number;
  is_default: number;
  /** How often it got content; 0 while it has none. */
  version: number;
  format: string | null;
  width_px: number | null;
  height_px: number | null;
  size_bytes: number;
  /** How it was made; null where somebody sent it. */
  recipe: string | null;
  /** What clients have set. */
  properties: string;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
  /** Last, so that lists need not read over it. */
  bytes: Uint8Array | null;
};
