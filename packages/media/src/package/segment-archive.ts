import type { ChannelSettings } from '@rostrum/contracts';
import type { InitSegment, Part, Segment, SegmentHead, TrackName } from './segment.ts';

/** What a generation was when its process ended, read back from its journal. */
export type RestoredGeneration = {
  readonly settings: ChannelSettings;
  readonly generation: string;
  readonly kind: 'preview' | 'on-air';
  /** Wall clock, ms. */
  readonly startedAtMs: number;
  readonly tracks: ReadonlyMap<
    TrackName,
    { readonly segments: readonly Segment[]; readonly inits: ReadonlyMap<number, InitSegment> }
  >;
};

/**
 * Where segments live when they are no longer in memory. Every write is queued and returns at once: the live edge never
 * waits for a disk. A disk that fails or is full is reported once, and the live goes on without an archive.
 */
export interface GenerationArchive {
  writeInit(track: TrackName, init: InitSegment): void;
  openSegment(head: SegmentHead): void;
  appendPart(head: SegmentHead, part: Part): void;
  closeSegment(segment: Segment): void;
  /** Forgets a segment that has left the window. */
  dropSegment(segment: Segment): void;
  updateSettings(settings: ChannelSettings): void;
  /** No more segments will come: the journal says so, and a restart does not bring the generation back on air. */
  end(): void;
  /** Removes every file of the generation once its queue is empty. */
  remove(): Promise<void>;
  /**
   * Bytes of a file of the generation (`video-k3f9-57.m4s`); null where there is none. The end of a range is not
   * included; fewer bytes come where the file ends earlier.
   */
  read(
    fileName: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array | null>;
  /** Resolves once everything queued so far is in the file system. */
  flush(): Promise<void>;
}

export interface SegmentArchive {
  /** Starts a generation's folder and journal. */
  create(
    settings: ChannelSettings,
    generation: string,
    kind: 'preview' | 'on-air',
    startedAtMs: number,
  ): GenerationArchive;
  /**
   * Every generation that had not ended when the process before died, cut back to whole parts: the segment that was
   * open is closed with what it had. Of the others, the newest show of a webcast stays, as it does while running; what
   * it replaced goes.
   */
  restore(): Promise<
    readonly { readonly restored: RestoredGeneration; readonly archive: GenerationArchive }[]
  >;
  /** Removes every generation of a webcast, those that ended before a restart too. Never rejects. */
  removeWebcast(webcastId: string): Promise<void>;
  /** The archive of a generation that exists on disk, for delivery of what has left memory. */
  find(webcastId: string, generation: string): GenerationArchive | undefined;
  close(): Promise<void>;
}
