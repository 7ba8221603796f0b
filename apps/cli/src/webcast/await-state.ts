import { setTimeout as delay } from 'node:timers/promises';
import { askWebcastState, type Client, type WebcastState } from '@rostrum/sdk';

const ASK_EVERY_MS = 250;
/** The media process does it in a moment; longer means that something is in the way. */
const LIMIT_MS = 10_000;

/** The state of a webcast as soon as it is one of those that are expected; else the one that it stays in. */
export async function awaitState(
  client: Client,
  id: string,
  expected: readonly WebcastState[],
  nowMs: () => number,
): Promise<WebcastState> {
  const deadlineMs = nowMs() + LIMIT_MS;
  for (;;) {
    const state = await askWebcastState(client, await client.liveStream.get(id), nowMs());
    if (expected.includes(state) || nowMs() > deadlineMs) return state;
    await delay(ASK_EVERY_MS);
  }
}
