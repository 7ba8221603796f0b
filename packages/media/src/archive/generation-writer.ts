import type { FileHandle } from 'node:fs/promises';
import { mkdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  InitSegment,
  Part,
  PartRange,
  Segment,
  SegmentHead,
  TrackName,
} from '../package/segment.ts';
import { segmentFileName } from '../package/segment.ts';
import type { JournalFile } from './journal-file.ts';
import { openForWriting, writeAll } from './journal-file.ts';
import type { JournalLine } from './journal-line.ts';

/** What is to be done to a generation's folder, in order. */
export type WriteTask =
  | { readonly kind: 'line'; readonly line: JournalLine }
  | { readonly kind: 'init'; readonly track: TrackName; readonly init: InitSegment }
  | { readonly kind: 'open'; readonly head: SegmentHead }
  | { readonly kind: 'part'; readonly head: SegmentHead; readonly part: Part }
  | { readonly kind: 'close'; readonly segment: Segment }
  | { readonly kind: 'drop'; readonly stem: string };

/**
 * - `working`: what is asked is done
 * - `failing`: a write has failed; nothing but the journal and the init segments is tried, from time to time
 * - `proving`: a try has succeeded; back to working once a whole segment has been written
 */
export type DiskState = 'working' | 'failing' | 'proving';

type OpenSegment = {
  readonly file: FileHandle;
  readonly parts: PartRange[];
  sizeBytes: number;
  durationMs: number;
  /** What the journal has said about it so far. */
  lineBytes: number;
};

/** A guess for the lines of segments that were closed by an earlier process. */
const CLOSED_LINE_BYTES = 400;

/** Does the writing of one generation. Never throws for what a disk refuses: that is its state. */
export class GenerationWriter {
  readonly #folder: string;
  readonly #journal: JournalFile;
  readonly #onFailure: (error: unknown) => void;
  readonly #open = new Map<string, OpenSegment>();
  readonly #unlinks: string[] = [];
  #unwrittenInits: { readonly track: TrackName; readonly init: InitSegment }[] = [];
  #hasFolder = false;
  #disk: DiskState = 'working';
  #lostParts = 0;

  constructor(folder: string, journal: JournalFile, onFailure: (error: unknown) => void) {
    this.#folder = folder;
    this.#journal = journal;
    this.#onFailure = onFailure;
  }

  get disk(): DiskState {
    return this.#disk;
  }

  /** The journal says all that there is to say. */
  get isWritten(): boolean {
    return this.#disk !== 'failing' && !this.#journal.hasPending;
  }

  /** Parts that are not in the archive. */
  get lostParts(): number {
    return this.#lostParts;
  }

  /** Does a task as far as the disk lets it; `commit` makes it count. */
  async run(task: WriteTask): Promise<void> {
    try {
      switch (task.kind) {
        case 'line':
          this.#journal.add(task.line);
          return;
        case 'init':
          this.#unwrittenInits.push(task);
          if (this.#disk !== 'failing') await this.#writeInits();
          return;
        case 'open':
          if (this.#disk !== 'failing') await this.#openSegment(task.head);
          return;
        case 'part':
          return await this.#appendPart(task.head, task.part);
        case 'close':
          return await this.#closeSegment(task.segment);
        case 'drop':
          return this.#dropSegment(task.stem);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Writes the journal lines of the tasks so far and removes the files that they say are gone. */
  async commit(): Promise<void> {
    if (this.#disk !== 'failing') {
      try {
        await this.#writeJournal();
      } catch (error) {
        this.#fail(error);
      }
    }
    // Last, so that a journal never speaks of a missing file; but on a full disk this is what makes room.
    for (const fileName of this.#unlinks.splice(0)) await this.#unlink(fileName);
  }

  /** Tries again what has failed. */
  async retry(): Promise<void> {
    if (this.#disk !== 'failing') return;
    try {
      await this.#writeInits();
      await this.#writeJournal();
      this.#disk = 'proving';
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Counts a part that is left out of the archive. */
  countLostPart(): void {
    this.#lostParts += 1;
  }

  async close(): Promise<void> {
    for (const segment of this.#open.values()) await closeQuietly(segment.file);
    this.#open.clear();
    await this.closeJournal();
  }

  /** Gives the journal's descriptor back; the next write opens it again. */
  async closeJournal(): Promise<void> {
    await this.#journal.close().catch(() => undefined);
  }

  async #openSegment(head: SegmentHead): Promise<void> {
    await this.#makeFolder();
    const file = await openForWriting(join(this.#folder, segmentFileName(head.stem)));
    const lineBytes = this.#journal.add({ type: 'opened', head });
    this.#open.set(head.stem, { file, parts: [], sizeBytes: 0, durationMs: 0, lineBytes });
  }

  async #appendPart(head: SegmentHead, part: Part): Promise<void> {
    const segment = this.#open.get(head.stem);
    // Once a part is missing none of the segment's later parts follows: its file keeps what came before.
    const follows = segment !== undefined && part.offsetBytes === segment.sizeBytes;
    if (!follows || this.#disk === 'failing') return this.countLostPart();
    try {
      await writeAll(segment.file, part.bytes, part.offsetBytes);
    } catch (error) {
      this.countLostPart();
      throw error;
    }
    const { index, durationMs, isIndependent, offsetBytes, bytes } = part;
    const sizeBytes = bytes.length;
    segment.parts.push({ index, durationMs, isIndependent, offsetBytes, sizeBytes });
    segment.sizeBytes += sizeBytes;
    segment.durationMs += durationMs;
    segment.lineBytes += this.#journal.add({
      type: 'part',
      stem: head.stem,
      index,
      durationMs,
      isIndependent,
      sizeBytes,
    });
  }

  async #closeSegment(segment: Segment): Promise<void> {
    const written = this.#open.get(segment.stem);
    if (written === undefined) return;
    this.#open.delete(segment.stem);
    await closeQuietly(written.file);
    this.#journal.supersede(written.lineBytes);
    if (written.parts.length === 0) return this.#dropSegment(segment.stem);
    const { parts, sizeBytes, durationMs } = written;
    const isWhole = parts.length === segment.parts.length;
    const kept = isWhole ? segment : { ...segment, parts, sizeBytes, durationMs };
    this.#journal.add({ type: 'closed', segment: kept });
    if (isWhole && this.#disk === 'proving') this.#disk = 'working';
  }

  #dropSegment(stem: string): void {
    this.#journal.add({ type: 'dropped', stem });
    this.#journal.supersede(CLOSED_LINE_BYTES);
    this.#unlinks.push(segmentFileName(stem));
  }

  async #writeInits(): Promise<void> {
    for (;;) {
      const next = this.#unwrittenInits[0];
      if (next === undefined) return;
      await this.#makeFolder();
      const { track, init } = next;
      const file = await openForWriting(join(this.#folder, init.name));
      try {
        await writeAll(file, init.bytes, 0);
      } finally {
        await file.close();
      }
      const { initId, name, config, bytes } = init;
      const record = { track, initId, name, config, sizeBytes: bytes.length };
      this.#journal.add({ type: 'init', init: record });
      this.#unwrittenInits = this.#unwrittenInits.slice(1);
    }
  }

  async #writeJournal(): Promise<void> {
    if (!this.#journal.hasPending) return;
    await this.#makeFolder();
    await this.#journal.write();
  }

  async #makeFolder(): Promise<void> {
    if (this.#hasFolder) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    this.#hasFolder = true;
  }

  async #unlink(fileName: string): Promise<void> {
    try {
      await unlink(join(this.#folder, fileName));
    } catch (error) {
      if (!isMissing(error)) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const wasWorking = this.#disk === 'working';
    this.#disk = 'failing';
    if (wasWorking) this.#onFailure(error);
  }
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function closeQuietly(file: FileHandle): Promise<void> {
  await file.close().catch(() => undefined);
}
