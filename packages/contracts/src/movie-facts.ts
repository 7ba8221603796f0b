/** What can be said of a recording as one MP4 file, without having the file. */
export type MovieFacts = {
  /** Exactly what a download has. */
  readonly sizeBytes: number;
  readonly durationMs: number;
  /** Of the first picture; null without picture, like the two that follow. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly framesPerSecond: number | null;
  /** RFC 6381: `avc1.64001f`; null without picture. */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
};

/** The file below a recording's path that says them, as JSON; it is there when all of the recording has been looked at. */
export const MOVIE_FACTS_FILE = 'movie.json';

/** More characters are no name of a file. */
const MOST_NAME_CHARACTERS = 100;

/** What some system does not take in the name of a file, and what nobody sees. */
const UNSAFE = /[\p{C}\\/:*?"<>|]/gu;

/**
 * The file below a recording's path that is the recording as one MP4 file, to be saved under a name.
 *
 * @param name any text: `Town hall`
 * @param otherwise what it is called where nothing is left of the name
 * @returns percent-encoded, with its ending: `Town%20hall.mp4`
 */
export function movieFileName(name: string, otherwise: string): string {
  const safe = name.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  const short = [...safe].slice(0, MOST_NAME_CHARACTERS).join('').trim();
  return `${encodeURIComponent(short === '' ? otherwise : short)}.mp4`;
}
