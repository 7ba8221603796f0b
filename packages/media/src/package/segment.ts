import type { AudioConfig, VideoConfig } from '../stream/frame.ts';

/** A CMAF track of a generation: one playlist, one chain of segments. */
export type TrackName = 'video' | 'audio';

/** A CMAF chunk: `emsg` (if any), `moof` and `mdat` in one buffer, never changed after it is made. */
export type Part = {
  /** 0-based within its segment. */
  readonly index: number;
  readonly durationMs: number;
  /** Begins with an IDR frame; always true for audio. */
  readonly isIndependent: boolean;
  /** Offset in the segment's file. */
  readonly offsetBytes: number;
  readonly bytes: Uint8Array;
};

/** A piece of a segment file without its bytes: what a journal keeps and a playlist needs. */
export type PartRange = Omit<Part, 'bytes'> & { readonly sizeBytes: number };

/** What `EXT-X-MAP` points to. Numbered from 0 within a generation and track. */
export type InitSegment = {
  readonly initId: number;
  /** Immutable file name within the generation: `video-init-0.mp4`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly config: VideoConfig | AudioConfig;
};

/** What is fixed when a segment opens. */
export type SegmentHead = {
  readonly track: TrackName;
  /** Media sequence number. The same in every track of a generation for the same stretch of time. */
  readonly msn: number;
  /** Immutable file name without ending, unique within the generation even across restarts: `video-k3f9-57`. */
  readonly stem: string;
  readonly initId: number;
  /** The stream clock's wall-clock time of the first frame, ms (EXT-X-PROGRAM-DATE-TIME). */
  readonly startsAtMs: number;
  /** Position on the generation's continuous timeline, ms (the tfdt in the track's time scale, as ms). */
  readonly startMs: number;
  /** A discontinuity stands before this segment. */
  readonly isDiscontinuous: boolean;
  /** How many discontinuities of the generation stand before or at this segment. */
  readonly discontinuitySequence: number;
  /** Begins with an IDR frame; always true for audio. */
  readonly isIndependent: boolean;
  /** Stays in the archive when it leaves the window. */
  readonly isRecorded: boolean;
};

/** A closed segment. */
export type Segment = SegmentHead & {
  /** The sum of its parts' durations. */
  readonly durationMs: number;
  readonly sizeBytes: number;
  /** Byte range of `moof` up to the end of its key frame, for the I-frame playlist; null where it begins without one. */
  readonly keyFrame: { readonly offsetBytes: number; readonly sizeBytes: number } | null;
  readonly parts: readonly PartRange[];
};

/** File name of a whole segment: `video-k3f9-57.m4s`. */
export function segmentFileName(stem: string): string {
  return `${stem}.m4s`;
}

/** File name of a part: `video-k3f9-57.3.m4s`. */
export function partFileName(stem: string, index: number): string {
  return `${stem}.${index}.m4s`;
}
