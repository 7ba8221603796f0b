import assert from 'node:assert/strict';
import type { ChannelSettings } from '@rostrum/contracts';
import type { InitSegment, Part, Segment, SegmentHead, TrackName } from '../../package/segment.ts';
import { segmentFileName } from '../../package/segment.ts';
import type {
  ArchiveCondition,
  ArchivedMedia,
  GenerationArchive,
  RestoredArchive,
  RestoredGeneration,
  SegmentArchive,
  ShowSoFar,
} from '../../package/segment-archive.ts';
import { TakeMeter } from '../../package/take-meter.ts';

type TrackFiles = {
  open: { head: SegmentHead; parts: Part[] } | null;
  readonly segments: Segment[];
  readonly inits: Map<number, InitSegment>;
};

/** A generation's archive in memory. Fails loudly on whatever a real one could not store. */
export class MemoryGeneration implements GenerationArchive {
  readonly files = new Map<string, Uint8Array>();
  readonly tracks = new Map<TrackName, TrackFiles>();
  readonly dropped: string[] = [];
  readonly generation: string;
  readonly kind: 'preview' | 'on-air';
  readonly startedAtMs: number;
  settings: ChannelSettings;
  hasEnded = false;
  isRemoved = false;
  isRetired = false;
  readonly show: ShowSoFar;
  condition: ArchiveCondition = { state: 'writing', lostParts: 0 };

  constructor(
    settings: ChannelSettings,
    generation: string,
    kind: 'preview' | 'on-air',
    startedAtMs: number,
    show: ShowSoFar = { onAirSinceMs: startedAtMs, takes: [] },
  ) {
    this.show = show;
    this.settings = settings;
    this.generation = generation;
    this.kind = kind;
    this.startedAtMs = startedAtMs;
  }

  writeInit(track: TrackName, init: InitSegment): void {
    this.#assertOpen();
    assert.ok(!this.files.has(init.name), `${init.name} is written once`);
    this.files.set(init.name, init.bytes);
    this.#track(track).inits.set(init.initId, init);
  }

  openSegment(head: SegmentHead): void {
    this.#assertOpen();
    const track = this.#track(head.track);
    assert.equal(track.open, null, 'one segment is open at a time');
    assert.ok(track.inits.has(head.initId), 'a segment comes after its init segment');
    const last = track.segments.at(-1);
    if (last !== undefined) assert.equal(head.msn, last.msn + 1);
    assert.ok(!this.files.has(segmentFileName(head.stem)), `${head.stem} is used once`);
    track.open = { head, parts: [] };
  }

  appendPart(head: SegmentHead, part: Part): void {
    this.#assertOpen();
    const open = this.#track(head.track).open;
    assert.equal(open?.head, head, 'a part belongs to the open segment');
    assert.equal(part.index, open.parts.length);
    const before = open.parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    assert.equal(part.offsetBytes, before);
    open.parts.push(part);
  }

  closeSegment(segment: Segment): void {
    this.#assertOpen();
    const track = this.#track(segment.track);
    const open = track.open;
    assert.equal(open?.head.stem, segment.stem);
    assert.ok(open.parts.length > 0, 'a segment has parts');
    assert.deepEqual(
      segment.parts.map((part) => part.sizeBytes),
      open.parts.map((part) => part.bytes.byteLength),
    );
    const bytes = Buffer.concat(open.parts.map((part) => part.bytes));
    assert.equal(segment.sizeBytes, bytes.byteLength);
    this.files.set(segmentFileName(segment.stem), bytes);
    track.segments.push(segment);
    track.open = null;
  }

  dropSegment(segment: Segment): void {
    const name = segmentFileName(segment.stem);
    assert.ok(this.files.delete(name), `${name} exists until it is dropped`);
    this.dropped.push(name);
  }

  updateSettings(settings: ChannelSettings): void {
    this.settings = settings;
  }

  end(): void {
    this.#assertOpen();
    for (const track of this.tracks.values()) assert.equal(track.open, null);
    this.hasEnded = true;
  }

  async remove(): Promise<void> {
    assert.ok(!this.isRemoved, 'a generation is removed once');
    this.isRemoved = true;
    this.files.clear();
  }

  async retire(): Promise<void> {
    assert.ok(!this.isRetired && !this.isRemoved, 'a generation is retired once');
    this.isRetired = true;
    const all = [...this.tracks.values()].flatMap(({ segments }) => segments);
    for (const { isRecorded, stem } of all) {
      if (!isRecorded) this.files.delete(segmentFileName(stem));
    }
    this.isRemoved = !all.some(({ isRecorded }) => isRecorded);
    if (this.isRemoved) this.files.clear();
  }

  async read(
    fileName: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array | null> {
    const bytes = this.files.get(fileName);
    if (bytes === undefined) return null;
    return range === undefined ? bytes : bytes.subarray(range.start, range.end + 1);
  }

  async flush(): Promise<void> {}

  /** What a new process finds after this one has been killed. */
  toRestored(): RestoredGeneration {
    const tracks = new Map<
      TrackName,
      { segments: readonly Segment[]; inits: ReadonlyMap<number, InitSegment> }
    >();
    for (const [name, track] of this.tracks) {
      const open = track.open;
      if (open !== null && open.parts.length > 0) {
        this.closeSegment({
          ...open.head,
          durationMs: open.parts.reduce((sum, part) => sum + part.durationMs, 0),
          sizeBytes: open.parts.reduce((sum, part) => sum + part.bytes.byteLength, 0),
          keyFrame: null,
          parts: open.parts.map(({ bytes, ...part }) => ({ ...part, sizeBytes: bytes.byteLength })),
        });
      }
      track.open = null;
      tracks.set(name, { segments: [...track.segments], inits: new Map(track.inits) });
    }
    const { settings, generation, kind, startedAtMs, show } = this;
    const meter = new TakeMeter(tracks.size, null);
    const all = [...tracks.values()].flatMap(({ segments }) => segments);
    for (const segment of all.sort((a, b) => a.msn - b.msn)) meter.add(segment);
    const recorded = meter.span;
    const begin = { settings, generation, kind, startedAtMs, show };
    return { ...begin, recorded, isTakeRemoved: false, tracks };
  }

  #track(name: TrackName): TrackFiles {
    const known = this.tracks.get(name);
    if (known !== undefined) return known;
    const made: TrackFiles = { open: null, segments: [], inits: new Map() };
    this.tracks.set(name, made);
    return made;
  }

  #assertOpen(): void {
    assert.ok(!this.hasEnded, 'nothing is written after the end');
    assert.ok(!this.isRemoved, 'nothing is written after the removal');
  }
}

export class MemoryArchive implements SegmentArchive, ArchivedMedia {
  readonly generations: MemoryGeneration[] = [];
  readonly removedTakes: string[] = [];
  readonly #restorable: readonly MemoryGeneration[];

  /** Those that the process before had not ended. */
  constructor(restorable: readonly MemoryGeneration[] = []) {
    this.#restorable = restorable;
  }

  create(
    settings: ChannelSettings,
    generation: string,
    kind: 'preview' | 'on-air',
    startedAtMs: number,
    show?: ShowSoFar,
  ): MemoryGeneration {
    assert.ok(this.generations.every((known) => known.generation !== generation));
    const made = new MemoryGeneration(settings, generation, kind, startedAtMs, show);
    this.generations.push(made);
    return made;
  }

  async restore(): Promise<RestoredArchive> {
    const generations = this.#restorable.map((archive) => {
      this.generations.push(archive);
      return { restored: archive.toRestored(), archive };
    });
    return { generations, endedShows: [] };
  }

  async retireWebcast(webcastId: string): Promise<void> {
    const found = this.generations.filter(({ settings }) => settings.webcastId === webcastId);
    for (const known of found) if (!known.isRetired && !known.isRemoved) await known.retire();
  }

  async read(
    _webcastId: string,
    generation: string,
    fileName: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array | null> {
    const found = this.generations.find((known) => known.generation === generation);
    return (await found?.read(fileName, range)) ?? null;
  }

  /** Takes are read from journals, which there are none of here. */
  async findTake(): Promise<null> {
    return null;
  }

  async removeTake(_webcastId: string, generation: string): Promise<boolean> {
    this.removedTakes.push(generation);
    return true;
  }

  async close(): Promise<void> {}
}
