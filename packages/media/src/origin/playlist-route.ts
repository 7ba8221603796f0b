import type { LiveGeneration, LiveTrack } from '../package/live-track.ts';
import { writeMultivariantPlaylist } from '../package/multivariant-writer.ts';
import {
  type Rendition,
  writeIFramePlaylist,
  writeMediaPlaylist,
} from '../package/playlist-writer.ts';
import type { HeldRequests, Respond } from './held-requests.ts';
import type { MediaFile } from './media-file-name.ts';
import { type MediaReply, textReply } from './media-reply.ts';
import { PlaylistCache, type PlaylistForm } from './playlist-cache.ts';
import { lookUpPosition, type PlaylistDirectives, readDirectives } from './playlist-request.ts';

type File = Extract<MediaFile, { kind: 'multivariant' | 'playlist' | 'i-frames' }>;

/** A longer window has addresses of its own: reloading hours of it for every part is for those who asked for it. */
const LIVE_PLAYLIST_WINDOW_MS = 2 * 60 * 60 * 1000;

const LIVE_URIS = {
  index: 'index.m3u8',
  video: 'video.m3u8',
  audio: 'audio.m3u8',
  iFrames: 'video-iframes.m3u8',
};

const DVR_URIS = {
  index: 'index-dvr.m3u8',
  video: 'video-dvr.m3u8',
  audio: 'audio-dvr.m3u8',
  iFrames: 'video-iframes.m3u8',
};

/** How long a player that comes before the first part waits for it, ms. */
const FIRST_PART_PATIENCE_MS = 5000;

const NOT_YET = textReply(404, 'The stream has not begun. Try again in a second.', [
  ['retry-after', '1'],
]);
const NO_SUCH_TRACK = textReply(404, 'The stream has no such track. See index.m3u8.');
const TOO_FAR = textReply(
  400,
  '_HLS_msn or _HLS_part is further ahead than the playlist allows. Load it without them.',
);
const STALLED = textReply(503, 'The stream has stalled. Try again in a second.', [
  ['retry-after', '1'],
]);

/** Answers for playlists, at once or when what they wait for is there. */
export class PlaylistRoute {
  readonly #held: HeldRequests;
  readonly #cache = new PlaylistCache();

  constructor(held: HeldRequests) {
    this.#held = held;
  }

  answer(
    generation: LiveGeneration,
    file: File,
    query: string,
    isGzip: boolean,
    respond: Respond,
  ): (() => void) | null {
    if (!isPlayable(generation)) {
      const key = `${file.kind} ${'track' in file ? file.track : ''} ${isGzip}`;
      return this.#hold(generation, key, FIRST_PART_PATIENCE_MS, NOT_YET, respond, () =>
        isPlayable(generation) ? this.#write(generation, file, null, isGzip) : null,
      );
    }
    if (file.kind !== 'playlist') return send(this.#write(generation, file, null, isGzip), respond);
    const directives = readDirectives(query);
    if ('problem' in directives) {
      respond(textReply(400, directives.problem));
      return null;
    }
    const track = generation.tracks.get(file.track);
    const { position } = directives;
    const progress = track && position && lookUpPosition(track, position);
    if (progress === 'too-far') {
      respond(TOO_FAR);
      return null;
    }
    if (!track || !position || progress !== 'waiting') {
      return send(this.#write(generation, file, directives, isGzip), respond);
    }
    const key = `${file.track} ${file.isDvr} ${directives.isDelta} ${isGzip} ${position.msn}.${position.part}`;
    const timeoutMs = 3 * track.targetDurationMs;
    return this.#hold(generation, key, timeoutMs, STALLED, respond, () =>
      lookUpPosition(track, position) === 'waiting'
        ? null
        : this.#write(generation, file, directives, isGzip),
    );
  }

  #hold(
    generation: LiveGeneration,
    key: string,
    timeoutMs: number,
    onTimeout: MediaReply,
    respond: Respond,
    resolve: () => MediaReply | Promise<MediaReply> | null,
  ): (() => void) | null {
    const wait = { key, timeoutMs, resolve, onTimeout: () => onTimeout };
    return this.#held.hold(generation, wait, respond);
  }

  #write(
    generation: LiveGeneration,
    file: File,
    directives: PlaylistDirectives | null,
    isGzip: boolean,
  ): MediaReply | Promise<MediaReply> {
    const form: PlaylistForm = { isGzip, isBlocking: (directives?.position ?? null) !== null };
    if (file.kind === 'multivariant') {
      const uris = file.isDvr ? DVR_URIS : LIVE_URIS;
      let version = 0;
      for (const track of generation.tracks.values()) version += track.version;
      return this.#cache.get(generation, uris.index, version, form, () => {
        return writeMultivariantPlaylist(generation, { uris }) ?? '';
      });
    }
    const track = generation.tracks.get(file.track);
    if (track === undefined) return NO_SUCH_TRACK;
    if (file.kind === 'i-frames') {
      return this.#cache.get(generation, LIVE_URIS.iFrames, track.version, form, () =>
        writeIFramePlaylist(track, { maxWindowMs: LIVE_PLAYLIST_WINDOW_MS }),
      );
    }
    const uris = file.isDvr ? DVR_URIS : LIVE_URIS;
    const canSkip = directives?.isDelta ?? false;
    const name = `${uris[file.track]} ${canSkip}`;
    return this.#cache.get(generation, name, track.version, form, () =>
      writeMediaPlaylist(track, {
        canSkip,
        otherRenditions: otherRenditions(generation, track, uris),
        ...(file.isDvr ? {} : { maxWindowMs: LIVE_PLAYLIST_WINDOW_MS }),
      }),
    );
  }
}

function otherRenditions(
  generation: LiveGeneration,
  track: LiveTrack,
  uris: typeof LIVE_URIS,
): Rendition[] {
  const others = [...generation.tracks.values()].filter((other) => other !== track);
  return others.map((other) => ({ uri: uris[other.name], track: other }));
}

/** Whether every track has something to play, so that the first playlist that a player sees is whole. */
function isPlayable(generation: LiveGeneration): boolean {
  if (generation.tracks.size === 0) return false;
  for (const track of generation.tracks.values()) {
    if (track.segments.length === 0 && (track.open?.parts.length ?? 0) === 0) return false;
  }
  return true;
}

function send(reply: MediaReply | Promise<MediaReply>, respond: Respond): (() => void) | null {
  if (!(reply instanceof Promise)) {
    respond(reply);
    return null;
  }
  let isWanted = true;
  reply.then((made) => isWanted && respond(made));
  return () => {
    isWanted = false;
  };
}
