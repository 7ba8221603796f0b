import type { MeasuredStretch, TakeTrim } from '@rostrum/contracts';
import { type RecordedTake, sizeOf } from './recorded-take.ts';
import { stretchOf } from './recording-playlist-writer.ts';

/** What a trim leaves of a take, as a recording's playlists show it; null where that is nothing. */
export function measureTake(take: RecordedTake, trim: TakeTrim | null): MeasuredStretch | null {
  const { from, to } = stretchOf(take, trim);
  const [track] = take.tracks.values();
  const first = track?.segments[from];
  const last = track?.segments[to - 1];
  if (first === undefined || last === undefined || from >= to) return null;
  const beginMs = first.offsetMs;
  const endMs = last.offsetMs + last.durationMs;
  return {
    // Segments seldom begin at a whole millisecond: rounded inwards, the trim leaves none of their neighbours.
    trim: { fromMs: Math.ceil(beginMs), toMs: Math.max(Math.floor(endMs), Math.ceil(beginMs) + 1) },
    durationMs: Math.round(endMs - beginMs),
    sizeBytes: sizeOf(take.tracks.values(), from, to),
  };
}
