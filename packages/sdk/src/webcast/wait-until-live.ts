import { flagIn } from '../api/answers.ts';
import type { CallOptions, Client } from '../api/client.ts';
import { RostrumError } from '../rostrum-error.ts';
import { apiRequest } from '../transport/api-request.ts';
import { wait } from '../transport/retries.ts';

export type WaitUntilLiveOptions = {
  /** A viewer's, for a webcast that is not open to everybody. Default: it is asked without a session. */
  readonly session?: string;
  /** How long it waits at most, ms; `Infinity` for as long as the signal lets it. Default: a minute. */
  readonly timeoutMs?: number;
  /** Ends the waiting; it fails with the signal's reason. */
  readonly signal?: AbortSignal;
};

const DEFAULT_TIMEOUT_MS = 60_000;
/** The first seconds of a show take about two; an encoder may take long. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const GROWTH = 1.5;

/**
 * Waits until viewers of a webcast have a picture: not the preview, which an admin's `isLive` says yes to, and not `goLive`,
 * which comes some two seconds earlier. It asks as a viewer, again and again and more and more seldom, and works for
 * Kaltura's service too. Where it is live already, it answers at once.
 *
 * @throws TypeError, RangeError for a time that can't be meant
 * @throws RostrumError `timed-out` where there is no picture in time; `INVALID_ENTRY_ID`
 */
export async function waitUntilLive(
  client: Client,
  webcastId: string,
  { session = '', timeoutMs = DEFAULT_TIMEOUT_MS, signal }: WaitUntilLiveOptions = {},
): Promise<void> {
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0)) {
    throw new RangeError(`timeoutMs must be more than 0 (got ${timeoutMs})`);
  }
  // The client's own session may see more than viewers do: it is not sent.
  const request = apiRequest('liveStream', 'isLive', {
    ks: session,
    id: webcastId,
    protocol: 'auto',
  });
  const call: CallOptions = signal === undefined ? {} : { signal };
  const deadlineMs = performance.now() + timeoutMs;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * GROWTH, LONGEST_WAIT_MS)) {
    if (flagIn(await client.send(request, call))) return;
    const leftMs = deadlineMs - performance.now();
    if (leftMs <= 0) {
      throw new RostrumError(
        'timed-out',
        `Viewers of ${webcastId} have no picture after ${timeoutMs / 1000} s: is an encoder sending, and is it live (goLive)?`,
        { args: { ENTRY_ID: webcastId } },
      );
    }
    await wait(Math.min(waitMs, leftMs), signal);
  }
}
