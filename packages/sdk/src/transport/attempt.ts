import { RostrumError } from '../rostrum-error.ts';

/** How an attempt failed, and what may be done about it. */
export class FailedAttempt extends Error {
  readonly error: RostrumError;
  /** The server has certainly not carried it out. */
  readonly isUndone: boolean;
  /** When the server wants to be asked again, ms from now; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(error: RostrumError, isUndone: boolean, retryAfterMs: number | null = null) {
    super(error.message);
    this.error = error;
    this.isUndone = isUndone;
    this.retryAfterMs = retryAfterMs;
  }
}

export type Attempt = {
  readonly fetch: typeof fetch;
  readonly url: string;
  readonly body: BodyInit;
  /** `liveStream.add`, for errors. */
  readonly action: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
};

/**
 * One `POST`, and its answer's text.
 *
 * @throws FailedAttempt; what `signal` was aborted with
 */
export async function attempt(
  call: Attempt,
): Promise<{ readonly status: number; readonly text: string }> {
  // By itself: a browser's own refuses to be called as a method of something else.
  const { fetch: send, url, body, action, timeoutMs, signal } = call;
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(url, {
      method: 'POST',
      // Of a form, the browser itself says where its parts begin.
      ...(typeof body === 'string' ? { headers: { 'content-type': 'application/json' } } : {}),
      body,
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
      credentials: 'omit',
    });
    const text = await response.text();
    if (CANT_NOW.has(response.status)) throw unavailable(response, action);
    return { status: response.status, text };
  } catch (cause) {
    if (cause instanceof FailedAttempt) throw cause;
    if (signal?.aborted === true) throw signal.reason;
    if (limit.aborted) {
      const message = `${action} was not answered within ${timeoutMs} ms`;
      throw new FailedAttempt(new RostrumError('timed-out', message, { action, cause }), false);
    }
    const message = `Can't reach ${new URL(url).origin}${reasonOf(cause)}`;
    const error = new RostrumError('unreachable', message, { action, cause });
    throw new FailedAttempt(error, NEVER_SENT.has(systemCodeOf(cause)));
  }
}

const CANT_NOW: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** With a time to come back at, these two say that the server has turned the call away at its door. */
const TURNED_AWAY: ReadonlySet<number> = new Set([429, 503]);

function unavailable({ status, headers }: Response, action: string): FailedAttempt {
  const retryAfterMs = retryAfterIn(headers.get('retry-after'));
  const message = `${action} can't be answered now (HTTP ${status})`;
  const error = new RostrumError('unavailable', message, { action });
  return new FailedAttempt(error, TURNED_AWAY.has(status) && retryAfterMs !== null, retryAfterMs);
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function retryAfterIn(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - Date.now());
}

/** Node's words for a connection that never was. Browsers don't tell. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function systemCodeOf(cause: unknown): string {
  const inner = cause instanceof Error ? cause.cause : undefined;
  const code = (inner as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

function reasonOf(cause: unknown): string {
  const code = systemCodeOf(cause);
  return code === '' ? '' : ` (${code})`;
}
