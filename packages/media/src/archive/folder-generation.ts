import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelSettings } from '@rostrum/contracts';
import type { MediaLog } from '../media-log.ts';
import type { InitSegment, Part, Segment, SegmentHead, TrackName } from '../package/segment.ts';
import type { ArchiveCondition, GenerationArchive } from '../package/segment-archive.ts';
import { isMediaFileName, JOURNAL_FILE } from './archive-file-names.ts';
import {
  type DiskState,
  GenerationWriter,
  isMissing,
  type WriteTask,
} from './generation-writer.ts';
import type { JournalFile } from './journal-file.ts';
import { readRange } from './read-range.ts';
import { type Retirement, removeFolder, retireGeneration } from './retire-generation.ts';

/** What a generation's folder may cost. */
export type ArchiveLimits = {
  /** Bytes that may wait for a slow disk, per generation. Beyond them parts are left out of the archive. */
  readonly maximumQueuedBytes: number;
  /** How long a failing disk is left alone before the next try, ms. */
  readonly retryDelayMs: number;
};

/**
 * A part of the other track comes at nearly the same moment, and what the journal says of both is one write. Longer than
 * the time between two frames, and short beside a part: what a process that is killed had not begun to write is lost.
 */
const GATHERING_MS = 50;

/** More than this is not waited with. */
const GATHERED_BYTES = 1024 * 1024;

/** What a task occupies besides a part's bytes. */
const TASK_BYTES = 256;

type QueuedTask =
  | WriteTask
  | { readonly kind: 'flush'; readonly done: () => void }
  | { readonly kind: 'retry' };

export type FolderGenerationOptions = Retirement & {
  readonly journal: JournalFile;
  readonly limits: ArchiveLimits;
  readonly log: MediaLog;
  /** As the journal tells it. */
  readonly hasEnded: boolean;
  readonly isTakeRemoved: boolean;
  /** Called when the folder is no longer there; it has left once this resolves. Never rejects. */
  readonly onGone: () => Promise<void>;
};

/** A generation's folder: takes every write at once, does them in order, reads what is there. */
export class FolderGeneration implements GenerationArchive {
  readonly #folder: string;
  readonly #options: FolderGenerationOptions;
  readonly #limits: ArchiveLimits;
  readonly #log: MediaLog;
  readonly #writer: GenerationWriter;
  /** Stems of the segments that are being made, and whether their parts are still taken. */
  readonly #open = new Map<string, boolean>();
  #queue: QueuedTask[] = [];
  #queuedBytes = 0;
  #draining: Promise<void> | null = null;
  #gathering: NodeJS.Timeout | undefined;
  #retryTimer: NodeJS.Timeout | undefined;
  #isOverflowing = false;
  #hasEnded: boolean;
  #isTakeRemoved: boolean;
  #leaving: Promise<void> | null = null;
  #isClosed = false;
  #reported: DiskState = 'working';

  constructor(options: FolderGenerationOptions) {
    const { folder, journal, limits, log } = options;
    this.#options = options;
    this.#folder = folder;
    this.#limits = limits;
    this.#log = log;
    this.#hasEnded = options.hasEnded;
    this.#isTakeRemoved = options.isTakeRemoved;
    this.#writer = new GenerationWriter(folder, journal, (error) => this.#reportFailure(error));
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  get isTakeRemoved(): boolean {
    return this.#isTakeRemoved;
  }

  /** Where its files are, until it has been removed or retired. */
  get folder(): string {
    return this.#folder;
  }

  /** What has been said about the generation so far is in its journal. */
  get isWritten(): boolean {
    return this.#queue.length === 0 && this.#writer.isWritten;
  }

  get condition(): ArchiveCondition {
    const { disk, lostParts } = this.#writer;
    if (disk !== 'working') return { state: 'failing', lostParts };
    const isBehind = this.#isOverflowing || this.#queuedBytes > this.#limits.maximumQueuedBytes / 4;
    return { state: isBehind ? 'behind' : 'writing', lostParts };
  }

  /** Queues a repeat of what the journal has to say, for a generation that begins or was restored. */
  write(tasks: readonly WriteTask[]): void {
    for (const task of tasks) this.#enqueue(task);
  }

  writeInit(track: TrackName, init: InitSegment): void {
    requireMediaFileName(init.name);
    this.#enqueue({ kind: 'init', track, init });
  }

  openSegment(head: SegmentHead): void {
    requireMediaFileName(`${head.stem}.m4s`);
    if (this.#isOverflowing) return;
    this.#open.set(head.stem, true);
    this.#enqueue({ kind: 'open', head });
  }

  appendPart(head: SegmentHead, part: Part): void {
    const costBytes = part.bytes.length + TASK_BYTES;
    this.#followQueue(costBytes);
    const isTaken = this.#open.get(head.stem) === true;
    if (isTaken && !this.#isOverflowing) {
      this.#enqueue({ kind: 'part', head, part });
      return;
    }
    if (isTaken) this.#open.set(head.stem, false);
    this.#writer.countLostPart();
  }

  closeSegment(segment: Segment): void {
    if (this.#open.delete(segment.stem)) this.#enqueue({ kind: 'close', segment });
  }

  dropSegment(segment: Segment): void {
    requireMediaFileName(`${segment.stem}.m4s`);
    this.#enqueue({ kind: 'drop', stem: segment.stem });
  }

  updateSettings(settings: ChannelSettings): void {
    this.#enqueue({ kind: 'line', line: { type: 'settings', settings } });
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#enqueue({ kind: 'line', line: { type: 'ended' } });
  }

  remove(): Promise<void> {
    return this.#leave(async () => {
      await this.#stop();
      await removeFolder(this.#folder);
    });
  }

  retire(): Promise<void> {
    return this.#leave(async () => {
      this.end();
      await this.close();
      await retireGeneration(this.#options);
    });
  }

  /** Remembers that nobody wants what is recorded; false where the disk refuses. */
  async removeTake(): Promise<boolean> {
    if (this.#isClosed) {
      // Its retirement has failed: what is left of it goes as a whole.
      await this.remove();
      return true;
    }
    if (!this.#isTakeRemoved) {
      this.#isTakeRemoved = true;
      this.#enqueue({ kind: 'line', line: { type: 'take-removed' } });
    }
    await this.flush();
    return this.isWritten;
  }

  /** It is being removed or retired. */
  get isLeaving(): boolean {
    return this.#leaving !== null;
  }

  /** Resolves when it has been removed or retired, or that has failed; at once where neither is going on. */
  async whenLeft(): Promise<void> {
    await this.#leaving?.catch(() => undefined);
  }

  /** What fails here is tried again by the next process. */
  #leave(work: () => Promise<void>): Promise<void> {
    this.#leaving ??= work().then(
      () => this.#options.onGone(),
      (error: unknown) => {
        this.#leaving = null;
        throw error;
      },
    );
    return this.#leaving;
  }

  /** When the journal was last written, ms; 0 where it can't be told. */
  async changedAtMs(): Promise<number> {
    try {
      return (await stat(join(this.#folder, JOURNAL_FILE))).mtimeMs;
    } catch {
      return 0;
    }
  }

  async read(
    fileName: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array | null> {
    if (!isMediaFileName(fileName)) return null;
    try {
      return await readRange(join(this.#folder, fileName), range);
    } catch (error) {
      if (!isMissing(error)) {
        this.#log.warn(
          { error, fileName, folder: this.#folder },
          'an archived file cannot be read',
        );
      }
      return null;
    }
  }

  async flush(): Promise<void> {
    if (this.#isClosed) return;
    await new Promise<void>((done) => this.#enqueue({ kind: 'flush', done }));
  }

  /** Writes what is queued and gives the descriptors back. */
  async close(): Promise<void> {
    await this.flush();
    await this.#stop();
  }

  async #stop(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#gathering);
    for (const task of this.#queue.splice(0)) if (task.kind === 'flush') task.done();
    await this.#draining;
    await this.#writer.close();
  }

  #enqueue(task: QueuedTask): void {
    if (this.#isClosed) {
      if (task.kind === 'flush') task.done();
      return;
    }
    this.#queue.push(task);
    this.#queuedBytes += costOf(task);
    if (this.#draining !== null) return;
    if (task.kind === 'flush' || this.#queuedBytes > GATHERED_BYTES) this.#startDraining();
    else this.#gathering ??= setTimeout(() => this.#startDraining(), GATHERING_MS);
  }

  #startDraining(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#draining ??= this.#drain();
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const tasks = this.#queue;
      this.#queue = [];
      const flushes: (() => void)[] = [];
      for (const task of tasks) {
        if (task.kind === 'flush') flushes.push(task.done);
        else if (task.kind === 'retry') await this.#writer.retry();
        else if (!this.#isClosed) await this.#writer.run(task);
        this.#queuedBytes -= costOf(task);
      }
      await this.#writer.commit();
      for (const done of flushes) done();
      this.#followDisk();
    }
    if (this.#hasEnded) await this.#writer.closeJournal();
    this.#draining = null;
    if (this.#queue.length > 0) this.#draining = this.#drain();
  }

  /** Notices when the queue gets too long for another part, and when it is short again. */
  #followQueue(costBytes: number): void {
    const isFull = this.#queuedBytes + costBytes > this.#limits.maximumQueuedBytes;
    if (isFull && !this.#isOverflowing) {
      this.#isOverflowing = true;
      this.#log.warn(
        { folder: this.#folder, queuedBytes: this.#queuedBytes },
        'the disk is too slow for the archive: parts are left out of it until it has caught up; the live goes on',
      );
    } else if (this.#isOverflowing && this.#queuedBytes < this.#limits.maximumQueuedBytes / 2) {
      this.#isOverflowing = false;
      this.#log.info(
        { folder: this.#folder, lostParts: this.#writer.lostParts },
        'the disk has caught up: the archive takes parts again',
      );
    }
  }

  #followDisk(): void {
    const { disk } = this.#writer;
    if (disk === 'failing' && !this.#isClosed) {
      // One at a time, and never put off: the next part comes before the delay is over.
      this.#retryTimer ??= setTimeout(() => {
        this.#retryTimer = undefined;
        this.#enqueue({ kind: 'retry' });
      }, this.#limits.retryDelayMs).unref();
    }
    if (disk === 'working' && this.#reported === 'failing') {
      this.#reported = 'working';
      this.#log.info(
        { folder: this.#folder, lostParts: this.#writer.lostParts },
        'the archive can be written again',
      );
    }
  }

  #reportFailure(error: unknown): void {
    this.#reported = 'failing';
    this.#log.error(
      { error, folder: this.#folder },
      'the archive cannot be written: free space or repair the disk; the live goes on without it',
    );
  }
}

function costOf(task: QueuedTask): number {
  return task.kind === 'part' ? task.part.bytes.length + TASK_BYTES : TASK_BYTES;
}

function requireMediaFileName(fileName: string): void {
  if (!isMediaFileName(fileName)) {
    throw new RangeError(
      `fileName must be a media file's name like video-k3f9-57.m4s (got ${fileName})`,
    );
  }
}
