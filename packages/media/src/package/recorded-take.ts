import type { AudioConfig, VideoConfig } from '../stream/frame.ts';
import type { Segment, TrackName } from './segment.ts';

/** A recorded segment without its parts: what its playlists need. A day of both tracks is 86,400 of them. */
export type RecordedSegment = Pick<
  Segment,
  | 'msn'
  | 'stem'
  | 'initId'
  | 'startsAtMs'
  | 'durationMs'
  | 'isIndependent'
  | 'sizeBytes'
  | 'keyFrame'
> & {
  /** Where it begins in the take's playing time, ms; the same in every track. */
  readonly offsetMs: number;
  /** Does not follow from the segment before: its init segment is another one, or something is missing in between. */
  readonly isDiscontinuous: boolean;
};

export type RecordedInit = { readonly name: string; readonly config: VideoConfig | AudioConfig };

export type RecordedTrack = {
  readonly name: TrackName;
  /** By `initId`. */
  readonly inits: ReadonlyMap<number, RecordedInit>;
  /** Oldest first, msn growing; those at the same index have the same msn in every track. At least one. */
  readonly segments: readonly RecordedSegment[];
};

/** What is recorded of a generation, as far as all of its tracks have it and their files are there. */
export type RecordedTake = {
  readonly webcastId: string;
  readonly generation: string;
  /** Video first where there is video. */
  readonly tracks: ReadonlyMap<TrackName, RecordedTrack>;
};

/** The index of the recorded segment with a stem; null where there is none. */
export function findRecordedIndex({ segments }: RecordedTrack, stem: string): number | null {
  // A stem ends with its media sequence number.
  const msn = Number(stem.slice(stem.lastIndexOf('-') + 1));
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.msn ?? msn) < msn) low = middle + 1;
    else high = middle;
  }
  return segments[low]?.stem === stem ? low : null;
}

/** What the segments of tracks take on disk, from one index up to another one, which is not included. */
export function sizeOf(tracks: Iterable<RecordedTrack>, from = 0, to = Number.POSITIVE_INFINITY) {
  let sizeBytes = 0;
  for (const { segments } of tracks) {
    for (let index = from; index < Math.min(to, segments.length); index++) {
      sizeBytes += segments[index]?.sizeBytes ?? 0;
    }
  }
  return sizeBytes;
}
