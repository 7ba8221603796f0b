/** What an error says besides its code and sentence. */
export type RostrumErrorDetails = {
  readonly args?: Readonly<Record<string, string>>;
  /** `liveStream.add`; null where no call is to blame. */
  readonly action?: string | null;
  readonly cause?: unknown;
};

/** Codes of failures after which the same call may well succeed. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'timed-out', 'unavailable']);

/**
 * The one error of the SDK.
 *
 * `code` is the server's own code (`ENTRY_ID_NOT_FOUND`, `INVALID_KS`), or one of the SDK's:
 * - `unreachable`: no answer came (network, DNS, CORS, a server that is down)
 * - `timed-out`: the answer took longer than the client's limit, or what was waited for has not come in time
 * - `unavailable`: the server, or what stands before it, can't answer now (HTTP 429, 502, 503, 504)
 * - `bad-answer`: something answered that does not speak this API
 * - `no-session`: the client's own source of sessions has failed
 * - `webhook-unsigned`, `webhook-forged`, `webhook-too-old`: a request that is not to be believed
 *
 * A mistake of the caller, seen before anything is sent, is a `TypeError` or `RangeError` instead.
 */
export class RostrumError extends Error {
  readonly code: string;
  /** What the message is about, by name: `{ ENTRY_ID: '0_ab12cd34' }`. Empty where the server names nothing. */
  readonly args: Readonly<Record<string, string>>;
  /** The service and action that failed: `liveStream.add`; null where none did. */
  readonly action: string | null;
  /** Whether asking again later may help; nothing is wrong with the call itself then. */
  readonly isRetryable: boolean;

  constructor(code: string, message: string, details: RostrumErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'RostrumError';
    this.code = code;
    this.args = details.args ?? {};
    this.action = details.action ?? null;
    this.isRetryable = PASSING.has(code);
  }
}
