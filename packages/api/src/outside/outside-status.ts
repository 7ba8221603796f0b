import type { ChannelStatus } from '@rostrum/contracts';
import { isOnAir } from '../live/broadcast-facts.ts';

/** What the addresses of a webcast have shown: `over` where its server says so, `away` where nothing is there. */
export type Verdict = 'live' | 'over' | 'away';

export type StatusQuestion = {
  readonly webcastId: string;
  /** Null where nothing was known of it. */
  readonly before: ChannelStatus | null;
  readonly verdict: Verdict;
  /** Going on air has been decided, or needs no decision. */
  readonly isOnAirAllowed: boolean;
  /** Wall clock, ms. */
  readonly nowMs: number;
  /** Wall clock, ms: when it was last seen live; null where nobody has looked since the server began. */
  readonly lastLiveMs: number | null;
  /** How long a show that is away is waited for, ms. */
  readonly waitMs: number;
};

/**
 * The life of a webcast whose stream comes from elsewhere, in the words of those that come from encoders: what is true
 * of the one is true of the other. The same object where nothing has changed.
 */
export function nextStatus(question: StatusQuestion): ChannelStatus {
  const { webcastId, verdict, isOnAirAllowed, nowMs } = question;
  const before = question.before ?? restingStatus(webcastId, nowMs);
  if (verdict === 'live') {
    if (isOnAirAllowed) return onAir(before, nowMs);
    return before.state === 'preview' ? before : become(before, 'preview', nowMs);
  }
  if (before.state === 'preview') {
    return become(before, before.onAirSinceMs === null ? 'idle' : 'ended', nowMs);
  }
  if (!isOnAir(before.state)) return question.before ?? before;
  if (verdict === 'over' || isTooLate(question, before)) return become(before, 'ended', nowMs);
  if (before.state === 'interrupted') return before;
  return { ...become(before, 'interrupted', nowMs), waitsUntilMs: nowMs + question.waitMs };
}

export function restingStatus(webcastId: string, nowMs: number): ChannelStatus {
  return {
    webcastId,
    state: 'idle',
    sinceMs: nowMs,
    onAirSinceMs: null,
    generation: null,
    isPlayable: false,
    hasVideo: false,
    encoders: [],
    waitsUntilMs: null,
    takes: [],
  };
}

function onAir(before: ChannelStatus, nowMs: number): ChannelStatus {
  if (before.state === 'on-air') return before;
  if (before.state === 'interrupted') return become(before, 'on-air', nowMs);
  return { ...become(before, 'on-air', nowMs), onAirSinceMs: nowMs };
}

function become(
  before: ChannelStatus,
  state: ChannelStatus['state'],
  nowMs: number,
): ChannelStatus {
  const isShown = state === 'preview' || state === 'on-air' || state === 'interrupted';
  return { ...before, state, sinceMs: nowMs, isPlayable: isShown, waitsUntilMs: null };
}

/** Of a show that nobody has looked at for longer than it is waited for, there is nothing to wait for. */
function isTooLate({ nowMs, lastLiveMs, waitMs }: StatusQuestion, before: ChannelStatus): boolean {
  if (before.state === 'interrupted') return nowMs >= (before.waitsUntilMs ?? 0);
  return lastLiveMs === null || nowMs - lastLiveMs > waitMs;
}
