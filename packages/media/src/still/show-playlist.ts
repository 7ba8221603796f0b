/** A piece of a show's video that can be fetched by itself: a part, or a whole segment. */
export type ShowPiece = {
  /** Relative to the playlist. */
  readonly uri: string;
  readonly initUri: string;
  /** The stream clock's wall-clock time of its first frame, ms. */
  readonly startsAtMs: number;
  readonly durationMs: number;
  /** Begins with a key frame, as far as the playlist says. */
  readonly isIndependent: boolean;
  /** Belongs to the piece before: the decoder can go on. */
  readonly isContinuation: boolean;
};

/** More than a day of segments, with the newest ones' parts. */
const MAX_PIECES = 60_000;

/** The pieces of a video playlist in their order, as our own playlist writer writes them. */
export function readShowPlaylist(text: string): readonly ShowPiece[] {
  if (!text.startsWith('#EXTM3U')) return [];
  const pieces: ShowPiece[] = [];
  const areAllIndependent = text.includes('\n#EXT-X-INDEPENDENT-SEGMENTS');
  let initUri = '';
  let startsAtMs = 0;
  let durationMs = 0;
  let isContinuation = false;
  /** Parts that are listed for the segment that is being read. */
  let parts: ShowPiece[] = [];
  const add = (piece: ShowPiece) => {
    const isUsable = piece.uri !== '' && piece.durationMs >= 0 && piece.startsAtMs >= 0;
    if (isUsable && pieces.length < MAX_PIECES) pieces.push(piece);
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('#EXT-X-MAP:')) {
      initUri = /URI="([^"]*)"/.exec(line)?.[1] ?? '';
    } else if (line === '#EXT-X-DISCONTINUITY') {
      isContinuation = false;
    } else if (line.startsWith('#EXT-X-PROGRAM-DATE-TIME:')) {
      startsAtMs = Date.parse(line.slice('#EXT-X-PROGRAM-DATE-TIME:'.length));
    } else if (line.startsWith('#EXTINF:')) {
      durationMs = 1000 * Number.parseFloat(line.slice('#EXTINF:'.length));
    } else if (line.startsWith('#EXT-X-PART:')) {
      const before = parts.at(-1);
      parts.push({
        uri: /URI="([^"]*)"/.exec(line)?.[1] ?? '',
        initUri,
        startsAtMs: before === undefined ? startsAtMs : before.startsAtMs + before.durationMs,
        durationMs: 1000 * Number.parseFloat(/DURATION=([\d.]+)/.exec(line)?.[1] ?? '0'),
        isIndependent: line.includes(',INDEPENDENT=YES'),
        isContinuation: isContinuation || before !== undefined,
      });
    } else if (line !== '' && !line.startsWith('#')) {
      if (parts.length > 0) parts.forEach(add);
      else {
        const isIndependent = areAllIndependent;
        add({ uri: line, initUri, startsAtMs, durationMs, isIndependent, isContinuation });
      }
      // Recordings say the time of their first segment only.
      startsAtMs += durationMs;
      parts = [];
      isContinuation = true;
    }
  }
  parts.forEach(add);
  return pieces;
}
