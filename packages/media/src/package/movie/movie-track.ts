import type { AudioConfig, VideoConfig } from '../../stream/frame.ts';
import { sampleEntry } from '../init-segment.ts';
import type { TrackName } from '../segment.ts';
import { SampleTables } from './sample-tables.ts';

/** A track of a movie that is being put together. Times are ticks of its own time scale. */
export class MovieTrack {
  readonly name: TrackName;
  readonly timescale: number;
  readonly tables = new SampleTables();
  /** Sample descriptions as bytes, in the order of their numbers, from 1. */
  readonly descriptions: Uint8Array[] = [];
  /** Of the first description. */
  config: VideoConfig | AudioConfig | null = null;
  /** Where the first sample begins, and the last one; on the movie's time line, which begins anywhere. */
  startTicks: number | null = null;
  lastStartTicks = 0;

  readonly #numbers = new Map<VideoConfig | AudioConfig, number>();
  #lastDurationTicks = 0;

  constructor(name: TrackName, timescale: number) {
    this.name = name;
    this.timescale = timescale;
  }

  /** Where the last sample ends, as far as nothing has been said against it. */
  get endTicks(): number {
    return this.lastStartTicks + this.#lastDurationTicks;
  }

  /** The number of a description; the same for those that say the same. */
  describe(config: VideoConfig | AudioConfig): number {
    const known = this.#numbers.get(config);
    if (known !== undefined) return known;
    const bytes = sampleEntry(config);
    let index = this.descriptions.findIndex((each) => areEqual(each, bytes));
    if (index < 0) index = this.descriptions.push(bytes) - 1;
    this.config ??= config;
    this.#numbers.set(config, index + 1);
    return index + 1;
  }

  /** Adds a sample that begins at a time later than the last one's: that one is shown until then. */
  add(
    startTicks: number,
    durationTicks: number,
    sizeBytes: number,
    isSync: boolean,
    compositionOffset: number,
  ): void {
    if (this.startTicks === null) this.startTicks = startTicks;
    else this.tables.addDuration(startTicks - this.lastStartTicks);
    this.tables.addSample(sizeBytes, isSync, compositionOffset);
    this.lastStartTicks = startTicks;
    this.#lastDurationTicks = durationTicks;
  }

  finish(): void {
    if (this.startTicks !== null) this.tables.addDuration(this.#lastDurationTicks);
    this.tables.finish();
  }
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}
