/** One thing that is measured, as the page shows it: a number, its history, what to think of it, what to do. */
export type Reading = {
  readonly name: ReadingName;
  readonly label: string;
  /** With a fixed number of decimals; `–` where there is none. */
  readonly value: string;
  readonly unit: string;
  readonly verdict: Verdict;
  /** Oldest first; empty where a line would say nothing. */
  readonly line: readonly LinePoint[];
  /** Smaller movements than this are drawn as small as they are. */
  readonly lineSpan: number;
};

export type ReadingName = 'bitrate' | 'frame-rate' | 'key-frames' | 'drops' | 'drift' | 'recording';

export type Verdict = {
  /** `quiet`: nothing to think of it, or not yet. */
  readonly tone: 'good' | 'warn' | 'quiet';
  /** Empty where there is nothing to judge. */
  readonly word: string;
  readonly advice: Advice | null;
};

/** What is wrong, and what to do about it. */
export type Advice = { readonly title: string; readonly text: string };

export type LinePoint = { readonly atMs: number; readonly value: number };

export const NO_VALUE = '–';

export const MEASURING: Verdict = { tone: 'quiet', word: 'Measuring', advice: null };

export const GOOD: Verdict = { tone: 'good', word: 'Good', advice: null };

export function warning(word: string, advice: Advice): Verdict {
  return { tone: 'warn', word, advice };
}
