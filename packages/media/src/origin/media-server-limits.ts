/** What the media port may cost. */
export type MediaServerLimits = {
  /** Open connections; more are closed as they come. */
  readonly maximumConnections: number;
  /** Requests that wait for the live edge; more are told to come again (503). */
  readonly maximumHeldRequests: number;
  /** Archived files that are read at the same time, and those that wait for it (503 beyond). */
  readonly maximumReads: number;
  readonly maximumWaitingReads: number;
  /** Recordings that are sent as a file at the same time; more are told to come again (503). */
  readonly maximumDownloads: number;
  /** For a request's line and fields, from the first byte, ms. */
  readonly headTimeoutMs: number;
  /** Between an answer and the next request of a connection, ms. */
  readonly idleTimeoutMs: number;
  /** For a client to take an answer, ms, and the rate at which it takes longer ones. */
  readonly answerTimeoutMs: number;
  readonly minimumBytesPerSecond: number;
  /** How long `close` lets answers finish that are being sent, ms. */
  readonly closeTimeoutMs: number;
};

/** For a machine with 2 GB of memory or more. */
export const MEDIA_SERVER_LIMITS: MediaServerLimits = {
  maximumConnections: 20_000,
  maximumHeldRequests: 20_000,
  maximumReads: 8,
  maximumWaitingReads: 1024,
  // Half a megabyte each for what is read ahead.
  maximumDownloads: 64,
  headTimeoutMs: 10_000,
  idleTimeoutMs: 75_000,
  answerTimeoutMs: 20_000,
  minimumBytesPerSecond: 16 * 1024,
  closeTimeoutMs: 2000,
};
