/** One line of the table: a figure of ours beside a peer's or a bound, from the same run. */
export type Measure = {
  /** What was measured, with its circumstances: `playlists, 60 segments, 64 connections`. */
  readonly what: string;
  /** With their units: `31,200 requests/s`. */
  readonly ours: string;
  /** The peer's figure and name, or the bound: `30,100 requests/s (nginx)`. */
  readonly peer: string;
  /** Ours divided by the peer's. */
  readonly ratio: number;
  /** In words: `at least 0.9`. */
  readonly goal: string;
  readonly isMet: boolean;
};

export type BenchmarkReport = {
  add(measure: Measure): void;
  /** Something to know about the figures: a caveat, a cost. */
  note(text: string): void;
};

/** What `benchmarks/NAME/bench.ts` exports as its default. */
export type Benchmark = {
  readonly name: string;
  /** Throws where it can't measure: a missing tool says how to get it. */
  run(report: BenchmarkReport): Promise<void>;
};

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a share of the values lies; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[index] ?? Number.NaN;
}
