import type { LinePoint } from './reading.ts';

export type LineFrame = {
  /** Of the drawing, px. */
  readonly width: number;
  readonly height: number;
  /** The stretch of time that the whole width stands for, wall clock, ms. */
  readonly fromMs: number;
  readonly toMs: number;
};

/** Points further apart belong to different stretches: the line breaks there. */
const MAX_GAP_MS = 7_000;

/** A line that hardly moves is drawn as calm as it is: the scale spans at least this share of the highest value. */
const MIN_SPAN_SHARE = 0.25;

/** Half the stroke's width stays inside the drawing. */
const INSET = 1.5;

/**
 * The history as path data for an SVG, one decimal: `M0 12.5L3.2 11.9…`. Empty where there is nothing to draw.
 */
export function historyLine(points: readonly LinePoint[], frame: LineFrame): string {
  const shown = points.filter(({ atMs }) => atMs >= frame.fromMs && atMs <= frame.toMs);
  if (shown.length < 2) return '';
  const values = shown.map(({ value }) => value);
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  const span = Math.max(highest - lowest, Math.abs(highest) * MIN_SPAN_SHARE, Number.EPSILON);
  const middle = (highest + lowest) / 2;
  const usable = frame.height - 2 * INSET;
  return shown
    .map(({ atMs, value }, index) => {
      const x = ((atMs - frame.fromMs) / (frame.toMs - frame.fromMs)) * frame.width;
      const y = frame.height / 2 - ((value - middle) / span) * usable;
      const before = shown[index - 1];
      const isContinued = before !== undefined && atMs - before.atMs <= MAX_GAP_MS;
      return `${isContinued ? 'L' : 'M'}${place(x)} ${place(y)}`;
    })
    .join('');
}

function place(value: number): string {
  return String(Math.round(value * 10) / 10);
}
