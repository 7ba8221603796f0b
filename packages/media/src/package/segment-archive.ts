import type { ArchiveHealth, ChannelSettings, Take } from '@rostrum/contracts';
import type { RecordedTake } from './recorded-take.ts';
import type { InitSegment, Part, Segment, SegmentHead, TrackName } from './segment.ts';
import type { TakeSpan } from './take-meter.ts';

/** The show that a generation belongs to. It has several where its encoder changed its tracks. */
export type ShowSoFar = {
  /** Wall clock, ms. */
  readonly onAirSinceMs: number;
  /** Of its generations before. */
  readonly takes: readonly Take[];
};

/** What a generation was when its process ended, read back from its journal. */
export type RestoredGeneration = {
  readonly settings: ChannelSettings;
  readonly generation: string;
  readonly kind: 'preview' | 'on-air';
  /** Wall clock, ms. */
  readonly startedAtMs: number;
  readonly show: ShowSoFar;
  /** Of this generation; null where nothing is. */
  readonly recorded: TakeSpan | null;
  /** Its take was removed while it was on air. */
  readonly isTakeRemoved: boolean;
  readonly tracks: ReadonlyMap<
    TrackName,
    { readonly segments: readonly Segment[]; readonly inits: ReadonlyMap<number, InitSegment> }
  >;
};

/** A show that was over when its process ended, or was ended by that, and that nobody may have been told of. */
export type EndedShow = {
  readonly settings: ChannelSettings;
  /** Wall clock, ms. */
  readonly endedAtMs: number;
  /** With the takes of all its generations. */
  readonly show: ShowSoFar;
};

/** What an archive finds when its process starts. */
export type RestoredArchive = {
  /** Cut back to whole parts: the segment that was open is closed with what it had. */
  readonly generations: readonly {
    readonly restored: RestoredGeneration;
    readonly archive: GenerationArchive;
  }[];
  /** The newest of each webcast. Their takes are kept; everything else of them goes. */
  readonly endedShows: readonly EndedShow[];
};

/** How the keeping of a generation goes. */
export type ArchiveCondition = {
  readonly state: ArchiveHealth;
  /** Parts that are missing in the archive because the disk was slow, full or broken. */
  readonly lostParts: number;
};

/**
 * Where segments live when they are no longer in memory. Every write is queued and returns at once: the live edge never
 * waits for a disk. A disk that fails or is full is reported once, and the live goes on without an archive.
 */
export interface GenerationArchive {
  readonly condition: ArchiveCondition;
  writeInit(track: TrackName, init: InitSegment): void;
  openSegment(head: SegmentHead): void;
  appendPart(head: SegmentHead, part: Part): void;
  closeSegment(segment: Segment): void;
  /** Forgets a segment that has left the window. */
  dropSegment(segment: Segment): void;
  updateSettings(settings: ChannelSettings): void;
  /** No more segments will come: the journal says so, and a restart does not bring the generation back on air. */
  end(): void;
  /** Removes every file of the generation, recorded or not. */
  remove(): Promise<void>;
  /**
   * The live side needs the generation no longer: its take is kept, everything else goes, and nothing can be written any
   * more. What a crash interrupts is done at the next start. Rejects where the disk refuses.
   */
  retire(): Promise<void>;
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
    /** Absent for a preview, and for a show that begins now. */
    show?: ShowSoFar,
  ): GenerationArchive;
  /** What the process before has left: generations that had not ended, and news of those that had. */
  restore(): Promise<RestoredArchive>;
  /** Retires every generation of a webcast. Never rejects. */
  retireWebcast(webcastId: string): Promise<void>;
  /**
   * Nobody refers to a take any more: it plays no longer, and its files go, at the latest when its generation is retired.
   * False where the disk refuses to remember that.
   */
  removeTake(webcastId: string, generation: string): Promise<boolean>;
  close(): Promise<void>;
}

/** The archive as delivery sees it. Rejects with MediaAway where a take is kept in a store that can't be asked now. */
export interface ArchivedMedia {
  /** Bytes of a file of a generation, or of a take: as `GenerationArchive.read`. */
  read(
    webcastId: string,
    generation: string,
    fileName: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array | null>;
  /**
   * What can be played of a take; null where there is none, or its generation is still being made. The same object for
   * as long as it is remembered.
   */
  findTake(webcastId: string, generation: string): Promise<RecordedTake | null>;
}
