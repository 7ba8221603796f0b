import type { CallOptions, Client } from './client.ts';
import type { LiveStreamDetails, LiveStreamEntry } from './live-stream-entry.ts';

/** Where a webcast is in its life, as far as its entry tells a session that may preview it. */
export type WebcastState =
  | 'scheduled'
  /** An encoder is there, and nothing to be seen yet. */
  | 'connecting'
  | 'preview'
  | 'on-air'
  | 'interrupted'
  | 'ended';

/**
 * The state that an entry's own fields tell. An interrupted show is on air by these: who has to tell it apart asks
 * {@link askWebcastState}.
 */
export function webcastStateOf(
  entry: LiveStreamEntry,
  nowMs: number,
): Exclude<WebcastState, 'interrupted'> {
  if (entry.liveStatus === 1) return isHeldBack(entry) ? 'preview' : 'on-air';
  if ((entry.currentBroadcastStartTime ?? 0) > 0) return 'connecting';
  if ((entry.lastBroadcastEndTime ?? 0) === 0) return 'scheduled';
  // A show that was over and is planned once more.
  const isPlanned = (entry.startDate ?? 0) * 1000 > nowMs;
  return isPlanned ? 'scheduled' : 'ended';
}

/** The same, exactly: of what is on air it asks whether its encoder is there. */
export async function askWebcastState(
  client: Client,
  entry: LiveStreamEntry,
  nowMs: number,
  options: CallOptions = {},
): Promise<WebcastState> {
  const state = webcastStateOf(entry, nowMs);
  if (state !== 'on-air') return state;
  return isInterrupted(await client.liveStream.getDetails(entry.id, options))
    ? 'interrupted'
    : state;
}

const LIVE = 3;

function isInterrupted(details: LiveStreamDetails): boolean {
  const { broadcastStatus, primaryStreamStatus, secondaryStreamStatus } = details;
  return broadcastStatus === LIVE && primaryStreamStatus === 0 && secondaryStreamStatus === 0;
}

function isHeldBack({ explicitLive, viewMode }: LiveStreamEntry): boolean {
  return Boolean(explicitLive) && viewMode !== 1;
}
