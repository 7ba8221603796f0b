import type { Composition, MeasuredStretch, TakeTrim } from '@rostrum/contracts';
import type { TakeState } from './take-changes.ts';

/** A take, named as the media process names it. */
export type TakeName = { readonly webcastId: string; readonly generation: string };

/** A take, or a part of one, that a recording has. */
export type HeldTake = TakeName & {
  readonly position: number;
  /** Null for all of it. */
  readonly stretch: MeasuredStretch | null;
  /** Of the whole take. */
  readonly durationMs: number;
  readonly sizeBytes: number;
  readonly hasVideo: boolean;
  readonly state: TakeState;
};

/** What a trim has left of something that the recording has. */
export type Cut = {
  readonly takePosition: number;
  /** Null for all that the recording has of it. */
  readonly stretch: MeasuredStretch | null;
};

/** What a recording is made of, and what of that it plays. */
export type RecordingContent = {
  readonly takes: readonly HeldTake[];
  /** In playing order; null where it plays everything. */
  readonly cuts: readonly Cut[] | null;
};

/** Something that a recording plays, from its beginning to its end. */
export type Piece = TakeName & {
  readonly takePosition: number;
  readonly stretch: MeasuredStretch | null;
  /** Of what it plays. */
  readonly durationMs: number;
  readonly sizeBytes: number;
  readonly hasVideo: boolean;
  readonly state: TakeState;
};

/** All that a recording has, in its order. */
export function heldPieces({ takes }: RecordingContent): readonly Piece[] {
  return takes.map((take) => pieceOf(take, take.stretch));
}

/** What it plays, in its order: also of shows that still go on. */
export function playedPieces(content: RecordingContent): readonly Piece[] {
  const { takes, cuts } = content;
  if (cuts === null) return heldPieces(content);
  const byPosition = new Map(takes.map((take) => [take.position, take]));
  return cuts.flatMap(({ takePosition, stretch }) => {
    const take = byPosition.get(takePosition);
    return take === undefined ? [] : [pieceOf(take, stretch ?? take.stretch)];
  });
}

/** What of it can be played now: not a show that still goes on. */
export function closedPieces(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ state }) => state === 'closed');
}

export function isBeingRecorded({ takes }: RecordingContent): boolean {
  return takes.some(({ state }) => state === 'open');
}

export function durationOf(pieces: readonly Pick<Piece, 'durationMs'>[]): number {
  return pieces.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

export function sizeOf(pieces: readonly Pick<Piece, 'sizeBytes'>[]): number {
  return pieces.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

export function compositionOf(pieces: readonly Piece[]): Composition {
  return pieces.map(({ webcastId, generation, stretch }) => {
    return { webcastId, generation, trim: trimOf(stretch) };
  });
}

export function trimOf(stretch: MeasuredStretch | null): TakeTrim | null {
  return stretch?.trim ?? null;
}

function pieceOf(take: HeldTake, stretch: MeasuredStretch | null): Piece {
  const { webcastId, generation, hasVideo, state } = take;
  const { durationMs, sizeBytes } = stretch ?? take;
  const takePosition = take.position;
  return { webcastId, generation, takePosition, stretch, durationMs, sizeBytes, hasVideo, state };
}
