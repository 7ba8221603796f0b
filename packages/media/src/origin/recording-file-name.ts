import { MOVIE_FACTS_FILE } from '@rostrum/contracts';
import type { TrackName } from '../package/segment.ts';
import { type MediaFile, readMediaFileName } from './media-file-name.ts';

/** What is asked for of a recording. */
export type RecordingFile =
  | { readonly kind: 'multivariant' }
  | { readonly kind: 'playlist'; readonly track: TrackName }
  | { readonly kind: 'i-frames' }
  /** All of it as one MP4 file, which its receiver is to save under a name. */
  | { readonly kind: 'movie'; readonly name: string }
  /** What there is to say of that file. */
  | { readonly kind: 'movie-facts' }
  | {
      readonly kind: 'media';
      /** Of the take in the recording. */
      readonly index: number;
      readonly file: Extract<MediaFile, { kind: 'init' | 'segment' }>;
    };

/** A playlist is always the same object. */
const NAMED: ReadonlyMap<string, RecordingFile> = new Map<string, RecordingFile>([
  ['index.m3u8', { kind: 'multivariant' }],
  ['video.m3u8', { kind: 'playlist', track: 'video' }],
  ['audio.m3u8', { kind: 'playlist', track: 'audio' }],
  ['video-iframes.m3u8', { kind: 'i-frames' }],
  [MOVIE_FACTS_FILE, { kind: 'movie-facts' }],
]);

const MEDIA = /^(0|[1-9]\d?)\/([^/]+)$/;

/** Reads what follows a recording's path; null where nothing is ever called so. */
export function readRecordingFileName(rest: string): RecordingFile | null {
  const named = NAMED.get(rest);
  if (named !== undefined) return named;
  const name = readMovieName(rest);
  if (name !== null) return { kind: 'movie', name };
  const match = MEDIA.exec(rest);
  const file = match === null ? null : readMediaFileName(match[2] ?? '');
  if (file?.kind !== 'init' && file?.kind !== 'segment') return null;
  return { kind: 'media', index: Number(match?.[1]), file };
}

/** Longer names are no names of files. */
const MOST_NAME_CHARACTERS = 200;
const MOVIE_SUFFIX = '.mp4';

/** What may be in the name of a file on any system; everything else is left out. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\\/:*?"<>|]/gu;

/** The name that a download is saved under, from its address: any text, percent-encoded, that ends with `.mp4`. */
function readMovieName(rest: string): string | null {
  if (rest.includes('/') || !rest.endsWith(MOVIE_SUFFIX)) return null;
  let text: string;
  try {
    text = decodeURIComponent(rest.slice(0, -MOVIE_SUFFIX.length));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  const name = text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > MOST_NAME_CHARACTERS) return null;
  return `${name}${MOVIE_SUFFIX}`;
}
