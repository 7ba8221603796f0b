import type { BroadcastState, ChannelStatus } from '@rostrum/contracts';

/** What is remembered of a webcast's shows. All times are wall clock, ms. */
export type BroadcastFacts = {
  /** The newest status that the media process told. */
  readonly status: ChannelStatus;
  /** An encoder's picture came for the first time, in preview or on air. */
  readonly firstBroadcastMs: number | null;
  readonly lastBroadcastMs: number | null;
  /** The last time that the picture stopped coming. */
  readonly lastBroadcastEndMs: number | null;
  /** Since when the encoder of the running show has been connected; null off air. */
  readonly currentBroadcastStartMs: number | null;
  /** Viewers got the picture for the first time. */
  readonly firstOnAirMs: number | null;
  readonly lastOnAirEndMs: number | null;
};

/** Statuses carry the whole truth: the same one twice changes nothing, and one that was missed is made up for. */
export function applyStatus(before: BroadcastFacts | null, status: ChannelStatus): BroadcastFacts {
  const wasSending = before !== null && isSending(before.status);
  const sends = isSending(status);
  const startedAtMs = encoderSinceMs(status) ?? status.onAirSinceMs ?? status.sinceMs;
  const hasSent = sends || status.onAirSinceMs !== null;
  return {
    status,
    firstBroadcastMs: before?.firstBroadcastMs ?? (hasSent ? startedAtMs : null),
    lastBroadcastMs:
      sends || wasSending
        ? Math.max(before?.lastBroadcastMs ?? 0, status.sinceMs)
        : (before?.lastBroadcastMs ?? status.onAirSinceMs),
    lastBroadcastEndMs:
      sends || !hasStopped(before, status, wasSending)
        ? (before?.lastBroadcastEndMs ?? null)
        : status.sinceMs,
    currentBroadcastStartMs: isUnfinished(status.state)
      ? (before?.currentBroadcastStartMs ?? startedAtMs)
      : null,
    firstOnAirMs: before?.firstOnAirMs ?? status.onAirSinceMs,
    lastOnAirEndMs: onAirEndMs(before, status),
  };
}

/** The show is going on, or waits for its encoder. */
export function isUnfinished(state: BroadcastState): boolean {
  return state === 'preview' || state === 'on-air' || state === 'interrupted';
}

export function isOnAir(state: BroadcastState): boolean {
  return state === 'on-air' || state === 'interrupted';
}

function isSending(status: ChannelStatus): boolean {
  return (status.state === 'preview' || status.state === 'on-air') && status.encoders.length > 0;
}

function encoderSinceMs(status: ChannelStatus): number | null {
  if (status.encoders.length === 0) return null;
  return Math.min(...status.encoders.map(({ connectedAtMs }) => connectedAtMs));
}

/** Also where the moment itself was missed: a show is told of whose end is not yet known. */
function hasStopped(
  before: BroadcastFacts | null,
  status: ChannelStatus,
  wasSending: boolean,
): boolean {
  if (wasSending) return true;
  const lastEndMs = before?.lastBroadcastEndMs ?? null;
  return status.onAirSinceMs !== null && (lastEndMs === null || lastEndMs < status.onAirSinceMs);
}

function onAirEndMs(before: BroadcastFacts | null, status: ChannelStatus): number | null {
  const known = before?.lastOnAirEndMs ?? null;
  if (isOnAir(status.state) || status.onAirSinceMs === null) {
    // A channel that is idle again after a restart of the media process: its show ended while nobody looked.
    const wasCutOff = before !== null && isOnAir(before.status.state) && !isOnAir(status.state);
    return wasCutOff ? status.sinceMs : known;
  }
  return known === null || known < status.onAirSinceMs ? status.sinceMs : known;
}
