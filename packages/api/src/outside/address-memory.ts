import type { AddressLook, AddressProblem } from './look-at-address.ts';

/** What several looks at one address have shown. */
export type AddressMemory = {
  readonly look: AddressLook;
  /** The newest media that was seen; null where none ever was. */
  readonly newest: string | null;
  /** Wall clock, ms: since when that has been the newest. */
  readonly sinceMs: number;
  /** It was seen growing, or said that it had. */
  readonly hasMoved: boolean;
  /** Of the last playlist that could be read. */
  readonly targetMs: number;
  /** Wall clock, ms: when it was last found live; null where it never was. */
  readonly liveMs: number | null;
};

/** A live playlist grows once in a target duration; a server that is late is given this many. */
const LATE_TARGETS = 3;
/** Of short segments, a busy encoder is late by more of them, ms. */
const SHORTEST_LATE_MS = 10_000;

/** What does not answer may answer again before a viewer notices: after so many target durations it is away. */
const PATIENT_TARGETS = 2;

export function remember(before: AddressMemory | null, look: AddressLook): AddressMemory {
  const { media, atMs } = look;
  if (media === null) {
    return before === null
      ? { look, newest: null, sinceMs: atMs, hasMoved: false, targetMs: 0, liveMs: null }
      : { ...before, look };
  }
  const known = before?.newest ?? null;
  const isSame = known === media.newest;
  const after = {
    look,
    newest: media.newest,
    sinceMs: isSame && before !== null ? before.sinceMs : atMs,
    hasMoved: isSame
      ? look.isKnownFresh || (before?.hasMoved ?? false)
      : known !== null || look.isKnownFresh,
    targetMs: media.targetDurationMs,
    liveMs: before?.liveMs ?? null,
  };
  return problemOf(after) === null ? { ...after, liveMs: atMs } : after;
}

/**
 * Why it is not live; null where it is, undefined where only another look can tell: a playlist that nobody has seen
 * growing yet may be the rest of a stream whose end its server has not noticed.
 */
export function problemOf({
  look,
  sinceMs,
  hasMoved,
  targetMs,
}: Omit<AddressMemory, 'liveMs'>): AddressProblem | null | undefined {
  if (look.problem !== null) return look.problem;
  if (look.atMs - sinceMs > Math.max(SHORTEST_LATE_MS, LATE_TARGETS * targetMs)) return 'still';
  return hasMoved ? null : undefined;
}

/** It was live a moment ago, and what has gone wrong since may pass. */
export function isPassing({ look, liveMs, targetMs }: AddressMemory): boolean {
  const { problem, httpStatus } = look;
  const mayPass =
    problem === 'unreachable' ||
    problem === 'too-slow' ||
    (problem === 'status' && (httpStatus ?? 0) >= 500);
  return mayPass && liveMs !== null && look.atMs - liveMs <= PATIENT_TARGETS * targetMs;
}
