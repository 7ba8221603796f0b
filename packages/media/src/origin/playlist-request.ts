import type { LiveTrack } from '../package/live-track.ts';

/** The delivery directives of a playlist request (draft-pantos-hls-rfc8216bis clause 6.2.5). */
export type PlaylistDirectives = {
  /** Wait until this segment, or this part of it, is in the playlist. */
  readonly position: { readonly msn: number; readonly part: number | null } | null;
  readonly isDelta: boolean;
};

export const NO_DIRECTIVES: PlaylistDirectives = { position: null, isDelta: false };

const NUMBER = /^\d{1,15}$/;

/**
 * Reads the directives out of a query. Everything else in it is ignored, as it is no part of what is delivered.
 *
 * @param query without its question mark
 * @returns a sentence for the client where a directive makes no sense
 */
export function readDirectives(query: string): PlaylistDirectives | { readonly problem: string } {
  if (!query.includes('_HLS_')) return NO_DIRECTIVES;
  let msn: number | null = null;
  let part: number | null = null;
  let isDelta = false;
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? '' : pair.slice(equals + 1);
    if (name === '_HLS_skip') {
      if (value !== 'YES' && value !== 'v2') return { problem: '_HLS_skip must be YES or v2' };
      isDelta = true;
    } else if (name === '_HLS_msn' || name === '_HLS_part') {
      if (!NUMBER.test(value)) return { problem: `${name} must be a whole number` };
      if (name === '_HLS_msn') msn = Number(value);
      else part = Number(value);
    }
  }
  if (msn === null && part !== null) return { problem: '_HLS_part needs _HLS_msn' };
  return { position: msn === null ? null : { msn, part }, isDelta };
}

/**
 * Whether a track's playlist has come to a position: `waiting` where it is on the way, `too-far` where no player that
 * follows the playlist would ask (clause 6.2.5.2). A playlist that has ended has come everywhere.
 */
export function lookUpPosition(
  track: LiveTrack,
  { msn, part }: { readonly msn: number; readonly part: number | null },
): 'ready' | 'waiting' | 'too-far' {
  if (track.hasEnded) return 'ready';
  const openMsn = track.open?.head.msn ?? track.nextMsn;
  const openParts = track.open?.parts.length ?? 0;
  const lastMsn = openParts > 0 ? openMsn : openMsn - 1;
  if (msn > lastMsn + 2) return 'too-far';
  if (part === null) return msn < openMsn ? 'ready' : 'waiting';
  if (msn < openMsn - 1) return 'ready';
  if (msn === openMsn - 1) {
    // A part that a closed segment turned out not to have is the first part of the next one.
    const closed = track.segments.at(-1);
    const isThere = closed === undefined || closed.msn !== msn || part < closed.parts.length;
    return isThere || openParts > 0 ? 'ready' : 'waiting';
  }
  const isOpen = msn === openMsn;
  if (isOpen && part < openParts) return 'ready';
  const lastPart = isOpen ? openParts - 1 : -1;
  return part > lastPart + advancePartLimit(track.partTargetMs) ? 'too-far' : 'waiting';
}

function advancePartLimit(partTargetMs: number): number {
  return partTargetMs >= 1000 ? 3 : Math.ceil(3000 / partTargetMs);
}
