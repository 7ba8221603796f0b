/** The part of a recording that is to stay, ms of what it plays. */
export type TrimRange = { readonly fromMs: number; readonly toMs: number };

export type TrimEdge = 'from' | 'to';

/** Recordings are cut at whole segments of about two seconds: less than this is nothing to keep. */
export const SHORTEST_MS = 2000;

/** One press of an arrow key, with and without Shift: a step that is heard, and one across an hour. */
export const STEP_MS = 500;
export const LARGE_STEP_MS = 10_000;

/** Moves an edge to a place, as far as it may go: not past the other edge, nor out of the recording. */
export function moveEdge(
  range: TrimRange,
  edge: TrimEdge,
  toPlaceMs: number,
  durationMs: number,
): TrimRange {
  const shortestMs = Math.min(SHORTEST_MS, durationMs);
  const placeMs = Math.round(toPlaceMs);
  if (edge === 'from') {
    const fromMs = Math.max(0, Math.min(placeMs, range.toMs - shortestMs));
    return { ...range, fromMs };
  }
  const toMs = Math.min(durationMs, Math.max(placeMs, range.fromMs + shortestMs));
  return { ...range, toMs };
}

/** Where an edge goes at the press of a key; null where the key means nothing here. */
export function placeAfterKey(
  key: string,
  isShift: boolean,
  placeMs: number,
  durationMs: number,
): number | null {
  const stepMs = isShift ? LARGE_STEP_MS : STEP_MS;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return placeMs - stepMs;
    case 'ArrowRight':
    case 'ArrowUp':
      return placeMs + stepMs;
    case 'PageDown':
      return placeMs - LARGE_STEP_MS;
    case 'PageUp':
      return placeMs + LARGE_STEP_MS;
    case 'Home':
      return 0;
    case 'End':
      return durationMs;
    default:
      return null;
  }
}

export function isWhole({ fromMs, toMs }: TrimRange, durationMs: number): boolean {
  return fromMs <= 0 && toMs >= durationMs;
}
