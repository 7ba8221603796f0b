import type { TrackName } from '../package/segment.ts';

/** What a file name within a generation asks for. */
export type MediaFile =
  | { readonly kind: 'multivariant'; readonly isDvr: boolean }
  | {
      readonly kind: 'playlist';
      readonly track: TrackName;
      readonly isDvr: boolean;
      /** What remembers the playlist's delta update. */
      readonly delta: { readonly isDelta: true };
    }
  | { readonly kind: 'i-frames'; readonly track: TrackName }
  | { readonly kind: 'init'; readonly track: TrackName; readonly fileName: string }
  | {
      readonly kind: 'segment';
      readonly track: TrackName;
      readonly stem: string;
      readonly fileName: string;
    }
  | {
      readonly kind: 'part';
      readonly track: TrackName;
      readonly stem: string;
      readonly index: number;
      readonly fileName: string;
    };

const PLAYLISTS = new Map<string, MediaFile>([
  ['index.m3u8', { kind: 'multivariant', isDvr: false }],
  ['index-dvr.m3u8', { kind: 'multivariant', isDvr: true }],
  ['video-iframes.m3u8', { kind: 'i-frames', track: 'video' }],
]);
for (const track of ['video', 'audio'] as const) {
  for (const isDvr of [false, true]) {
    const delta = { isDelta: true } as const;
    const fileName = isDvr ? `${track}-dvr.m3u8` : `${track}.m3u8`;
    PLAYLISTS.set(fileName, { kind: 'playlist', track, isDvr, delta });
  }
}

const INIT = /^(video|audio)-init-\d{1,9}\.mp4$/;
const SEGMENT_OR_PART = /^((video|audio)(?:-[0-9a-z]{1,16}){1,4})(?:\.(\d{1,5}))?\.m4s$/;

/** Reads a file name; null where no file is ever called so. A playlist is always the same object. */
export function readMediaFileName(fileName: string): MediaFile | null {
  const playlist = PLAYLISTS.get(fileName);
  if (playlist !== undefined) return playlist;
  const media = SEGMENT_OR_PART.exec(fileName);
  if (media !== null) {
    const [, stem = '', name, index] = media;
    const track = name === 'video' ? 'video' : 'audio';
    if (index === undefined) return { kind: 'segment', track, stem, fileName };
    return { kind: 'part', track, stem, index: Number(index), fileName };
  }
  const init = INIT.exec(fileName);
  if (init === null) return null;
  return { kind: 'init', track: init[1] === 'video' ? 'video' : 'audio', fileName };
}
