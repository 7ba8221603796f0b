/** How much may lie here that has not become anything yet. What has become a document no longer counts. */
export type UploadLimits = {
  readonly fileBytes: number;
  readonly userBytes: number;
  readonly accountBytes: number;
  readonly userTokens: number;
  readonly accountTokens: number;
  /** Between the chunks of a file that are here; those that are sent side by side leave a few. */
  readonly gaps: number;
};

const GIB = 1024 ** 3;

/** In one request: larger files come in chunks. */
export const MAX_CHUNK_BYTES = GIB;

export const UPLOAD_LIMITS: UploadLimits = {
  fileBytes: 4 * GIB,
  userBytes: 8 * GIB,
  accountBytes: 32 * GIB,
  userTokens: 200,
  accountTokens: 2000,
  gaps: 1000,
};
