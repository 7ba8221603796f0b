import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@rostrum/sdk';

const ASK_EVERY_MS = 250;
/** It takes until the encoder's next key frame; longer means that something is in the way. */
const LIMIT_MS = 15_000;

/** Value of KalturaLiveStreamBroadcastStatus: viewers get the picture. */
const LIVE = 3;

/**
 * Waits until a webcast is on air, or no longer is. The entry says what somebody has decided; this is what viewers get.
 *
 * @returns whether it came true
 */
export async function awaitOnAir(
  client: Client,
  id: string,
  isWanted: boolean,
  nowMs: () => number,
): Promise<boolean> {
  const deadlineMs = nowMs() + LIMIT_MS;
  for (;;) {
    const { broadcastStatus } = await client.liveStream.getDetails(id);
    if ((broadcastStatus === LIVE) === isWanted) return true;
    if (nowMs() > deadlineMs) return false;
    await delay(ASK_EVERY_MS);
  }
}
