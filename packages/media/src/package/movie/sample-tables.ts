import { WordList } from './word-list.ts';

/** A stretch of equal values in a table: how often, and what. */
type Run = { count: number; value: number };

/** What a track of a movie says of its samples: the lists of ISO 14496-12 clauses 8.6 and 8.7. */
export class SampleTables {
  readonly sizes = new WordList();
  /** `stts`: pairs of a number of samples and their duration. */
  readonly durations = new WordList();
  /** `ctts`: pairs of a number of samples and how much later they are shown than decoded; may be negative. */
  readonly compositionOffsets = new WordList();
  /** `stss`: numbers of the samples that decoding can begin with, from 1. */
  readonly syncs = new WordList();
  /** `stsc`: triples of a chunk's number, its samples and their description, where these change. */
  readonly chunkShapes = new WordList();
  /** Where each chunk begins in the media, bytes. */
  readonly chunkOffsets: number[] = [];
  totalTicks = 0;
  lowestOffset = 0;
  hasOffsets = false;

  readonly #duration: Run = { count: 0, value: 0 };
  readonly #offset: Run = { count: 0, value: 0 };
  #chunkSamples = 0;
  #chunkDescription = 0;

  get count(): number {
    return this.sizes.length;
  }

  get areAllSync(): boolean {
    return this.syncs.length === this.sizes.length;
  }

  /** What the lists take in the file, roughly, bytes. */
  get sizeBytes(): number {
    const lists = [
      this.sizes,
      this.durations,
      this.compositionOffsets,
      this.syncs,
      this.chunkShapes,
    ];
    return lists.reduce((sum, list) => sum + list.sizeBytes, 8 * this.chunkOffsets.length);
  }

  addSample(sizeBytes: number, isSync: boolean, compositionOffset: number): void {
    this.sizes.push(sizeBytes);
    if (isSync) this.syncs.push(this.sizes.length);
    if (compositionOffset !== 0) this.hasOffsets = true;
    this.lowestOffset = Math.min(this.lowestOffset, compositionOffset);
    addToRun(this.compositionOffsets, this.#offset, compositionOffset);
  }

  /** Of the samples in their order; a sample may be added before it is known how long it is shown. */
  addDuration(ticks: number): void {
    this.totalTicks += ticks;
    addToRun(this.durations, this.#duration, ticks);
  }

  /** @param offsetBytes in the media  @param description number of the samples' description, from 1 */
  addChunk(offsetBytes: number, samples: number, description: number): void {
    this.chunkOffsets.push(offsetBytes);
    if (samples === this.#chunkSamples && description === this.#chunkDescription) return;
    this.#chunkSamples = samples;
    this.#chunkDescription = description;
    this.chunkShapes.push(this.chunkOffsets.length);
    this.chunkShapes.push(samples);
    this.chunkShapes.push(description);
  }

  /** No more will come. */
  finish(): void {
    endRun(this.durations, this.#duration);
    endRun(this.compositionOffsets, this.#offset);
  }
}

function addToRun(list: WordList, run: Run, value: number): void {
  if (run.count > 0 && run.value !== value) endRun(list, run);
  run.value = value;
  run.count += 1;
}

function endRun(list: WordList, run: Run): void {
  if (run.count === 0) return;
  list.push(run.count);
  list.push(run.value);
  run.count = 0;
}
