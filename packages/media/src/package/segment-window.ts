import type { LiveTrack } from './live-track.ts';
import type { InitSegment, Part, Segment, SegmentHead, TrackName } from './segment.ts';
import { partFileName, segmentFileName } from './segment.ts';
import type { GenerationArchive } from './segment-archive.ts';

/** TARGETDURATION must never change within a playlist; encoders' key frames are rarely further apart. */
export const TARGET_DURATION_MS = 6000;

/** Without DVR: six target durations, so that a reload after CAN-SKIP-UNTIL still finds what it had. */
const LIVE_WINDOW_MS = 6 * TARGET_DURATION_MS;
/** "A server SHOULD NOT remove segments unless six remain" is what Apple's validator asks for. */
const FEWEST_SEGMENTS = 6;
/** What players fetch at the live edge comes from memory: HOLD-BACK and a segment more. */
const IN_MEMORY_MS = 4 * TARGET_DURATION_MS;
/** A segment may still be asked for by those who have an older playlist (RFC 8216, 6.2.2). */
const GRACE_MS = 60_000;

type SegmentInMemory = { readonly segment: Segment; readonly buffers: readonly Uint8Array[] };

export type SegmentWindowOptions = {
  readonly name: TrackName;
  readonly partTargetMs: number;
  readonly dvrWindowMs: number;
  readonly archive: GenerationArchive;
  /** Part of every stem: names of a process that has died are never used again for other bytes. */
  readonly run: string;
  /** Called with every segment that is closed here. */
  readonly onSegment?: (segment: Segment) => void;
};

/** One track's segments: the newest in memory, the rest as an index over the archive. */
export class SegmentWindow implements LiveTrack {
  readonly name: TrackName;
  readonly partTargetMs: number;
  readonly targetDurationMs = TARGET_DURATION_MS;
  readonly segments: Segment[] = [];
  readonly inits = new Map<number, InitSegment>();
  version = 0;
  hasEnded = false;
  peakBitsPerSecond = 0;
  framesPerSecond: number | null = null;

  readonly #archive: GenerationArchive;
  readonly #run: string;
  readonly #onSegment: (segment: Segment) => void;
  readonly #listeners = new Set<() => void>();
  readonly #inMemory: SegmentInMemory[] = [];
  readonly #leaving: Segment[] = [];
  readonly #partBytes = new Map<string, Uint8Array>();
  readonly #segmentBuffers = new Map<string, readonly Uint8Array[]>();
  #windowMs: number;
  #open: { readonly head: SegmentHead; readonly parts: Part[] } | null = null;
  #nextMsn = 0;
  #nextInitId = 0;
  #durationMs = 0;
  #sizeBytes = 0;

  constructor(options: SegmentWindowOptions) {
    this.name = options.name;
    this.partTargetMs = options.partTargetMs;
    this.#archive = options.archive;
    this.#run = options.run;
    this.#onSegment = options.onSegment ?? (() => undefined);
    this.#windowMs = windowFor(options.dvrWindowMs);
  }

  get open(): { readonly head: SegmentHead; readonly parts: readonly Part[] } | null {
    return this.#open;
  }

  get nextMsn(): number {
    return this.#nextMsn;
  }

  get nextStem(): string {
    return `${this.name}-${this.#run}-${this.#nextMsn}`;
  }

  /** Init segments are numbered on, also after a restart. */
  get nextInitId(): number {
    return this.#nextInitId;
  }

  get averageBitsPerSecond(): number {
    return this.#durationMs > 0
      ? (this.#sizeBytes * 8000) / this.#durationMs
      : this.peakBitsPerSecond;
  }

  /** Where the next frame belongs on the generation's timeline, ms. */
  get endMs(): number {
    if (this.#open !== null) return this.#open.head.startMs + sumOfDurations(this.#open.parts);
    const last = this.segments.at(-1);
    return last === undefined ? 0 : last.startMs + last.durationMs;
  }

  get hasSegments(): boolean {
    return this.segments.length > 0;
  }

  /** How many bytes of media are held in memory. */
  get bytesInMemory(): number {
    let sum = 0;
    for (const bytes of this.#partBytes.values()) sum += bytes.byteLength;
    return sum;
  }

  partBytes(fileName: string): Uint8Array | undefined {
    return this.#partBytes.get(fileName);
  }

  segmentBuffers(fileName: string): readonly Uint8Array[] | undefined {
    return this.#segmentBuffers.get(fileName);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes over what an earlier process has left. */
  restore(segments: readonly Segment[], inits: ReadonlyMap<number, InitSegment>): void {
    for (const init of inits.values()) {
      this.inits.set(init.initId, init);
      this.#nextInitId = Math.max(this.#nextInitId, init.initId + 1);
    }
    for (const segment of segments) this.#admit(segment);
    this.#nextMsn = (segments.at(-1)?.msn ?? this.#nextMsn - 1) + 1;
    this.#shrink();
  }

  /** Forgets the newest restored segments from `msn` on, so that all tracks go on with the same number. */
  cutBack(msn: number): void {
    while ((this.segments.at(-1)?.msn ?? -1) >= msn) {
      const segment = this.segments.pop();
      if (segment === undefined) break;
      this.#durationMs -= segment.durationMs;
      this.#sizeBytes -= segment.sizeBytes;
      this.#archive.dropSegment(segment);
    }
    this.#nextMsn = msn;
  }

  publishInit(init: InitSegment): void {
    this.inits.set(init.initId, init);
    this.#nextInitId = init.initId + 1;
    this.#archive.writeInit(this.name, init);
  }

  openSegment(head: SegmentHead): void {
    this.#open = { head, parts: [] };
    this.#nextMsn = head.msn + 1;
    this.#archive.openSegment(head);
  }

  appendPart(part: Part): void {
    const open = this.#open;
    if (open === null) throw new Error('a part needs an open segment');
    open.parts.push(part);
    this.#partBytes.set(partFileName(open.head.stem, part.index), part.bytes);
    this.#archive.appendPart(open.head, part);
    this.#measureOpen(open.parts);
  }

  closeSegment(segment: Segment): void {
    const buffers = this.#open?.parts.map((part) => part.bytes) ?? [];
    this.#open = null;
    this.#admit(segment);
    this.#inMemory.push({ segment, buffers });
    this.#segmentBuffers.set(segmentFileName(segment.stem), buffers);
    this.#archive.closeSegment(segment);
    this.#shrink();
    this.#onSegment(segment);
  }

  /** Says that what is visible has changed; one call for all changes of a turn. */
  notify(): void {
    this.version++;
    for (const listener of this.#listeners) listener();
  }

  setDvrWindow(dvrWindowMs: number): void {
    this.#windowMs = windowFor(dvrWindowMs);
  }

  end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.notify();
  }

  /** Gives the memory back; what is asked for afterwards comes from the archive. */
  releaseMemory(): void {
    this.#inMemory.length = 0;
    this.#partBytes.clear();
    this.#segmentBuffers.clear();
  }

  #admit(segment: Segment): void {
    this.segments.push(segment);
    this.#durationMs += segment.durationMs;
    this.#sizeBytes += segment.sizeBytes;
    // A stub before a discontinuity says nothing about the bit rate.
    if (segment.durationMs < 1000) return;
    const bitsPerSecond = (segment.sizeBytes * 8000) / segment.durationMs;
    this.peakBitsPerSecond = Math.max(this.peakBitsPerSecond, bitsPerSecond);
  }

  #measureOpen(parts: readonly Part[]): void {
    if (this.segments.length > 0) return;
    const sizeBytes = parts.reduce((sum, part) => sum + part.bytes.byteLength, 0);
    this.peakBitsPerSecond = (sizeBytes * 8000) / Math.max(1, sumOfDurations(parts));
  }

  #shrink(): void {
    this.#shrinkWindow();
    this.#shrinkMemory();
    const newestMs = this.endMs;
    let oldest = this.#leaving[0];
    while (oldest !== undefined && newestMs - oldest.startMs > this.#windowMs + GRACE_MS) {
      this.#leaving.shift();
      if (!oldest.isRecorded) this.#archive.dropSegment(oldest);
      oldest = this.#leaving[0];
    }
  }

  #shrinkWindow(): void {
    let oldest = this.segments[0];
    while (
      oldest !== undefined &&
      this.segments.length > FEWEST_SEGMENTS &&
      this.#durationMs - oldest.durationMs >= this.#windowMs
    ) {
      this.segments.shift();
      this.#leaving.push(oldest);
      this.#durationMs -= oldest.durationMs;
      this.#sizeBytes -= oldest.sizeBytes;
      oldest = this.segments[0];
    }
    this.#forgetInits(oldest?.initId ?? 0);
  }

  /** Keeps those that the segments still refer to; the archive has the others. */
  #forgetInits(oldestInitId: number): void {
    for (const initId of this.inits.keys()) {
      if (initId >= oldestInitId) return;
      this.inits.delete(initId);
    }
  }

  #shrinkMemory(): void {
    const keepFromMs = this.endMs - IN_MEMORY_MS;
    let oldest = this.#inMemory[0];
    while (
      oldest !== undefined &&
      oldest.segment.startMs + oldest.segment.durationMs < keepFromMs
    ) {
      this.#inMemory.shift();
      const { stem, parts } = oldest.segment;
      this.#segmentBuffers.delete(segmentFileName(stem));
      for (const part of parts) this.#partBytes.delete(partFileName(stem, part.index));
      oldest = this.#inMemory[0];
    }
  }
}

function windowFor(dvrWindowMs: number): number {
  return Math.max(dvrWindowMs, LIVE_WINDOW_MS);
}

function sumOfDurations(parts: readonly Part[]): number {
  let sum = 0;
  for (const part of parts) sum += part.durationMs;
  return sum;
}
