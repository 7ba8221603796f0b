import type { TrackName } from '../package/segment.ts';
import { type MediaFile, readMediaFileName } from './media-file-name.ts';

/** What is asked for of a recording. */
export type RecordingFile =
  | { readonly kind: 'multivariant' }
  | { readonly kind: 'playlist'; readonly track: TrackName }
  | { readonly kind: 'i-frames' }
  | {
      readonly kind: 'media';
      /** Of the take in the recording. */
      readonly index: number;
      readonly file: Extract<MediaFile, { kind: 'init' | 'segment' }>;
    };

/** A playlist is always the same object. */
const PLAYLISTS: ReadonlyMap<string, RecordingFile> = new Map<string, RecordingFile>([
  ['index.m3u8', { kind: 'multivariant' }],
  ['video.m3u8', { kind: 'playlist', track: 'video' }],
  ['audio.m3u8', { kind: 'playlist', track: 'audio' }],
  ['video-iframes.m3u8', { kind: 'i-frames' }],
]);

const MEDIA = /^(0|[1-9]\d?)\/([^/]+)$/;

/** Reads what follows a recording's path; null where nothing is ever called so. */
export function readRecordingFileName(rest: string): RecordingFile | null {
  const playlist = PLAYLISTS.get(rest);
  if (playlist !== undefined) return playlist;
  const match = MEDIA.exec(rest);
  const file = match === null ? null : readMediaFileName(match[2] ?? '');
  if (file?.kind !== 'init' && file?.kind !== 'segment') return null;
  return { kind: 'media', index: Number(match?.[1]), file };
}
