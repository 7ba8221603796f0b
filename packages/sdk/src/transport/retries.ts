import { backoffMs } from '../backoff.ts';
import { FailedAttempt } from './attempt.ts';

export type RetryPolicy = {
  /** How often it is tried again; 0 for never. */
  readonly retries: number;
  /** Doing it twice does no more than doing it once. */
  readonly isRepeatable: boolean;
  readonly signal: AbortSignal | undefined;
};

/** Long enough for a proxy that starts a server again, short enough that somebody waits for it. */
const WAITS = { firstMs: 300, longestMs: 5_000 } as const;
/** A server that wants more patience than this is told on. */
const LONGEST_WISH_MS = 30_000;

/**
 * Makes an attempt, and further ones where that is safe: what is repeatable after every failure that may pass, everything
 * else only after one that has certainly not reached its aim.
 *
 * @throws RostrumError of the last attempt
 */
export async function withRetries<Answer>(
  make: () => Promise<Answer>,
  { retries, isRepeatable, signal }: RetryPolicy,
): Promise<Answer> {
  for (let retry = 0; ; retry++) {
    try {
      return await make();
    } catch (failure) {
      if (!(failure instanceof FailedAttempt)) throw failure;
      const { error, isUndone, retryAfterMs } = failure;
      const mayRepeat = isRepeatable || isUndone;
      const waitMs = retryAfterMs ?? backoffMs(retry, WAITS, Math.random());
      if (!mayRepeat || retry >= retries || waitMs > LONGEST_WISH_MS) throw error;
      await wait(waitMs, signal);
    }
  }
}

/** @throws what the signal was aborted with */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
