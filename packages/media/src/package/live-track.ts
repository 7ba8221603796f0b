import type { InitSegment, Part, Segment, SegmentHead, TrackName } from './segment.ts';

/**
 * The read side of a track, for playlists, delivery and the archive. Everything is read in the same turn of the event
 * loop as it is looked at: the arrays grow and shrink in place.
 */
export interface LiveTrack {
  readonly name: TrackName;
  readonly partTargetMs: number;
  readonly targetDurationMs: number;
  /** Closed segments inside the DVR window, oldest first, msn without gaps. */
  readonly segments: readonly Segment[];
  /** The segment that is being made, and its parts so far; null between segments and after the end. */
  readonly open: { readonly head: SegmentHead; readonly parts: readonly Part[] } | null;
  /** The stem the next segment will have once the open one closes, for preload hints. */
  readonly nextStem: string;
  readonly nextMsn: number;
  /** Grows with every change that a playlist shows. */
  readonly version: number;
  readonly hasEnded: boolean;
  /** Bits per second; peak over segments and average over the window. 0 before the first part. */
  readonly peakBitsPerSecond: number;
  readonly averageBitsPerSecond: number;
  /** Video only: as measured; null or absent until enough frames were seen. */
  readonly framesPerSecond?: number | null;
  readonly inits: ReadonlyMap<number, InitSegment>;
  /** Bytes of a part that is still in memory (the last segments); undefined when it is not. */
  partBytes(fileName: string): Uint8Array | undefined;
  /** The buffers of a closed segment still in memory, in order; undefined when it has to come from the archive. */
  segmentBuffers(fileName: string): readonly Uint8Array[] | undefined;
  /** Called after each change; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}

/** One generation of a channel: the tracks that are cut at the same instants under the same random name. */
export interface LiveGeneration {
  readonly webcastId: string;
  readonly generation: string;
  readonly kind: 'preview' | 'on-air';
  readonly playbackEpoch: number;
  readonly dvrWindowMs: number;
  /** Video first where there is video. Grows from empty: a generation may be asked for before its first frame. */
  readonly tracks: ReadonlyMap<TrackName, LiveTrack>;
  readonly hasEnded: boolean;
  /** Called when a track is added or the generation ends. */
  subscribe(listener: () => void): () => void;
}

/** What delivery asks the live side. */
export interface LiveGenerations {
  find(webcastId: string, generation: string): LiveGeneration | undefined;
}
