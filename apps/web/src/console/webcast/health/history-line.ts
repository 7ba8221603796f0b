import type { LinePoint } from './reading.ts';

export type LineFrame = {
  /** Of the drawing, px. */
  readonly width: number;
  readonly height: number;
  /** The stretch of time that the whole width stands for, wall clock, ms. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The least difference of values that the whole height stands for. */
  readonly minSpan: number;
};

/** Points further apart belong to different stretches: the line breaks there. */
const MAX_GAP_MS = 7_000;

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
  const span = Math.max(highest - lowest, frame.minSpan);
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
