import type { MeasuredStretch, TakeTrim } from '@rostrum/contracts';
import { type Piece, trimOf } from './content.ts';

/** A part of a recording's playing time, ms. */
export type Range = { readonly fromMs: number; readonly toMs: number };

/** What is left of a piece. */
export type Remainder = {
  readonly piece: Piece;
  /** Null where it stays as it is. */
  readonly stretch: MeasuredStretch | null;
};

/** What trims leave of a piece's take, in their order; null for one that leaves nothing. */
export type Measure = (
  piece: Piece,
  trims: readonly TakeTrim[],
) => Promise<readonly (MeasuredStretch | null)[]>;

type Wanted = { readonly piece: Piece; readonly trim: TakeTrim | null };

/** The API hears of the last moment of a take a little late: the end of a piece is the end of its take. */
const BEYOND_THE_END_MS = 60_000;

/**
 * Cuts a recording down to ranges of its playing time, in the order of the ranges. Takes are cut at whole segments, those
 * that hold the moments stay; where two ranges then meet or overlap, they become one.
 */
export async function cutPieces(
  pieces: readonly Piece[],
  ranges: readonly Range[],
  measure: Measure,
): Promise<readonly Remainder[]> {
  const remainders = await measured(wantedOf(pieces, ranges), measure);
  const joined = join(remainders);
  if (joined.length === remainders.length) return remainders;
  return await measured(joined, measure);
}

function wantedOf(pieces: readonly Piece[], ranges: readonly Range[]): readonly Wanted[] {
  return ranges.flatMap((range) => {
    let beginsAtMs = 0;
    const wanted: Wanted[] = [];
    for (const piece of pieces) {
      const fromMs = Math.max(0, range.fromMs - beginsAtMs);
      const toMs = Math.min(piece.durationMs, range.toMs - beginsAtMs);
      if (fromMs < toMs) wanted.push({ piece, trim: trimWithin(piece, fromMs, toMs) });
      beginsAtMs += piece.durationMs;
    }
    return wanted;
  });
}

/** @returns null where that is all of the piece */
function trimWithin(piece: Piece, fromMs: number, toMs: number): TakeTrim | null {
  if (fromMs === 0 && toMs === piece.durationMs) return null;
  const own = trimOf(piece.stretch) ?? {
    fromMs: 0,
    toMs: piece.durationMs + BEYOND_THE_END_MS,
  };
  return {
    fromMs: own.fromMs + fromMs,
    toMs: toMs === piece.durationMs ? own.toMs : Math.min(own.toMs, own.fromMs + toMs),
  };
}

async function measured(
  wanted: readonly Wanted[],
  measure: Measure,
): Promise<readonly Remainder[]> {
  const stretches = new Map<Wanted, MeasuredStretch | null>();
  for (const piece of new Set(wanted.map((each) => each.piece))) {
    const ofPiece = wanted.filter((each) => each.piece === piece && each.trim !== null);
    const trims = ofPiece.flatMap(({ trim }) => trim ?? []);
    if (trims.length === 0) continue;
    const found = await measure(piece, trims);
    for (const [index, each] of ofPiece.entries()) stretches.set(each, found[index] ?? null);
  }
  return wanted.flatMap((each) => {
    if (each.trim === null) return { piece: each.piece, stretch: null };
    const stretch = stretches.get(each) ?? null;
    return stretch === null ? [] : { piece: each.piece, stretch };
  });
}

/** Rounding leaves a millisecond between two segments. */
const GAP_MS = 1;

/** What follows another part of the same piece at once, or begins within it, is one with it. */
function join(remainders: readonly Remainder[]): readonly Wanted[] {
  const joined: Wanted[] = [];
  for (const { piece, stretch } of remainders) {
    const trim = trimOf(stretch);
    const last = joined.at(-1);
    const before = last?.trim ?? null;
    const isFollowing =
      last?.piece === piece &&
      before !== null &&
      trim !== null &&
      trim.fromMs >= before.fromMs &&
      trim.fromMs <= before.toMs + GAP_MS;
    if (isFollowing) {
      const toMs = Math.max(before.toMs, trim.toMs);
      joined[joined.length - 1] = { piece, trim: { fromMs: before.fromMs, toMs } };
    } else {
      joined.push({ piece, trim });
    }
  }
  return joined;
}
