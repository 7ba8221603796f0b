import { LIVE_PLAYLIST_WINDOW_MS } from '@rostrum/contracts';
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
import type { MediaTarget } from './media-target.ts';
import { PlaylistCache, type PlaylistForm } from './playlist-cache.ts';
import { lookUpPosition, type PlaylistDirectives } from './playlist-request.ts';

type File = Extract<MediaFile, { kind: 'multivariant' | 'playlist' | 'i-frames' }>;

const LIVE_URIS = { video: 'video.m3u8', audio: 'audio.m3u8', iFrames: 'video-iframes.m3u8' };
const DVR_URIS = { video: 'video-dvr.m3u8', audio: 'audio-dvr.m3u8', iFrames: LIVE_URIS.iFrames };

/** How long a player that comes before the first whole segment waits for it, ms. */
const FIRST_SEGMENT_PATIENCE_MS = 5000;

/** A playlist that has not moved for so long is not going to (clause 6.2.5.2). */
const PATIENCE_TARGET_DURATIONS = 3;

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
    { directives, key }: Pick<MediaTarget, 'directives' | 'key'>,
    isGzip: boolean,
    respond: Respond,
  ): (() => void) | null {
    if ('problem' in directives) return send(textReply(400, directives.problem), respond);
    const progress = progressOf(generation, file, directives);
    if (progress === 'ready')
      return send(this.#write(generation, file, directives, isGzip), respond);
    if (progress === 'too-far') return send(TOO_FAR, respond);
    const begin = () => ({
      timeoutMs: progress === 'early' ? FIRST_SEGMENT_PATIENCE_MS : patienceMs(generation, file),
      onTimeout: () => (progress === 'early' ? NOT_YET : STALLED),
      resolve: () => {
        const now = progressOf(generation, file, directives);
        // Who came early is content with the first playlist that there is.
        const isOver = progress === 'early' ? now !== 'early' : now !== 'waiting';
        return isOver ? this.#write(generation, file, directives, isGzip) : null;
      },
    });
    return this.#held.hold(generation, isGzip ? `${key} gzip` : key, begin, respond);
  }

  #write(
    generation: LiveGeneration,
    file: File,
    { position, isDelta }: PlaylistDirectives,
    isGzip: boolean,
  ): MediaReply | Promise<MediaReply> {
    const form: PlaylistForm = { isGzip, isBlocking: position !== null };
    if (file.kind === 'multivariant') {
      const uris = file.isDvr ? DVR_URIS : LIVE_URIS;
      let version = 0;
      for (const track of generation.tracks.values()) version += track.version;
      return this.#cache.get(generation, file, version, form, () => {
        return writeMultivariantPlaylist(generation, { uris }) ?? '';
      });
    }
    const track = generation.tracks.get(file.track);
    if (track === undefined) return NO_SUCH_TRACK;
    if (file.kind === 'i-frames') {
      return this.#cache.get(generation, file, track.version, form, () =>
        writeIFramePlaylist(track, { maxWindowMs: LIVE_PLAYLIST_WINDOW_MS }),
      );
    }
    return this.#cache.get(generation, isDelta ? file.delta : file, track.version, form, () =>
      writeMediaPlaylist(track, {
        canSkip: isDelta,
        otherRenditions: otherRenditions(generation, track, file.isDvr ? DVR_URIS : LIVE_URIS),
        ...(file.isDvr ? {} : { maxWindowMs: LIVE_PLAYLIST_WINDOW_MS }),
      }),
    );
  }
}

/** `early`: the stream has not begun; the others as `lookUpPosition` says. */
function progressOf(
  generation: LiveGeneration,
  file: File,
  { position }: PlaylistDirectives,
): 'early' | 'ready' | 'waiting' | 'too-far' {
  if (!isPlayable(generation)) return 'early';
  if (position === null || file.kind !== 'playlist') return 'ready';
  const track = generation.tracks.get(file.track);
  return track === undefined ? 'ready' : lookUpPosition(track, position);
}

/** Whether every track has a whole segment: many players refuse a playlist without one, and some crash. */
function isPlayable(generation: LiveGeneration): boolean {
  if (generation.tracks.size === 0) return false;
  for (const track of generation.tracks.values()) {
    if (track.segments.length === 0) return false;
  }
  return true;
}

function patienceMs(generation: LiveGeneration, file: File): number {
  const track = file.kind === 'playlist' ? generation.tracks.get(file.track) : undefined;
  return PATIENCE_TARGET_DURATIONS * (track?.targetDurationMs ?? 0);
}

function otherRenditions(
  generation: LiveGeneration,
  track: LiveTrack,
  uris: typeof LIVE_URIS,
): Rendition[] {
  const others = [...generation.tracks.values()].filter((other) => other !== track);
  return others.map((other) => ({ uri: uris[other.name], track: other }));
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
