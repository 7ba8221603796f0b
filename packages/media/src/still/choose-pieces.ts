import type { ShowPiece } from './show-playlist.ts';

/** What has to be fetched for a frame, and how far behind the first frame of that it is. */
export type ChosenPieces = { readonly pieces: readonly ShowPiece[]; readonly seekMs: number };

/** The newest key frame will do for the newest picture while it is this young: decoding up to the edge costs more. */
const FRESH_MS = 3000;
/** The last moments of a piece may have no frame of their own. */
const LAST_FRAME_MS = 150;
/** How far before a frame its key frame may be, ms; where it is further, the picture begins in the middle. */
const MAX_LEAD_MS = 24_000;

/** @param atMs stream clock, ms; null for the newest; what is outside the show is its first or its last frame */
export function choosePieces(
  pieces: readonly ShowPiece[],
  atMs: number | null,
): ChosenPieces | null {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  const endMs = last.startsAtMs + last.durationMs;
  const wantedMs = atMs === null ? newestMs(pieces, endMs) : Math.max(first.startsAtMs, atMs);
  return leadTo(pieces, wantedMs);
}

function newestMs(pieces: readonly ShowPiece[], endMs: number): number {
  const key = pieces.findLast((piece) => piece.isIndependent);
  return Math.max(key?.startsAtMs ?? 0, endMs - FRESH_MS);
}

function leadTo(pieces: readonly ShowPiece[], wantedMs: number): ChosenPieces {
  const index = Math.max(
    0,
    pieces.findLastIndex((piece) => piece.startsAtMs <= wantedMs),
  );
  // Where the show was interrupted, what was seen last.
  const targetMs = Math.min(wantedMs, lastFrameMs(pieces[index]));
  let from = index;
  while (from > 0 && canGoBack(pieces[from], pieces[from - 1], targetMs)) from -= 1;
  const chosen = pieces.slice(from, index + 1);
  return { pieces: chosen, seekMs: Math.max(0, targetMs - (chosen[0]?.startsAtMs ?? targetMs)) };
}

function lastFrameMs(piece: ShowPiece | undefined): number {
  if (piece === undefined) return 0;
  return Math.max(piece.startsAtMs, piece.startsAtMs + piece.durationMs - LAST_FRAME_MS);
}

function canGoBack(
  piece: ShowPiece | undefined,
  before: ShowPiece | undefined,
  targetMs: number,
): boolean {
  if (piece === undefined || before === undefined) return false;
  if (piece.isIndependent || !piece.isContinuation || before.initUri !== piece.initUri)
    return false;
  return targetMs - before.startsAtMs <= MAX_LEAD_MS;
}
