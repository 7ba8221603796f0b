import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { LiveGeneration } from '../package/live-track.ts';
import { CORS_FIELDS, type HeaderFields, MediaReply } from './media-reply.ts';

/** The cheapest level: a playlist is compressed once for all viewers, but two or three times a second. */
const GZIP_LEVEL = 1;

/** Below this, one packet carries the playlist either way. */
const WORTH_COMPRESSING_BYTES = 512;

/** A playlist of many hours is compressed beside the event loop. */
const LARGE_BYTES = 256 * 1024;

/** How a request wants a playlist: each has bytes or fields of its own, and all viewers share them. */
export type PlaylistForm = {
  readonly isGzip: boolean;
  /** The address names the position that was waited for, so that a cache may keep the answer. */
  readonly isBlocking: boolean;
};

type CachedPlaylist = {
  readonly version: number;
  readonly bytes: Uint8Array;
  gzipped: Uint8Array | Promise<Uint8Array> | null;
  /** By form. */
  readonly replies: (MediaReply | undefined)[];
};

/** The playlists of the generations that are being asked for: written once for each change, on demand. */
export class PlaylistCache {
  readonly #generations = new WeakMap<LiveGeneration, Map<object, CachedPlaylist>>();

  /**
   * @param subject which of the generation's playlists, its variant included; the same object for the same
   * @param version of what the playlist shows: while it stays, `write` is not asked again
   */
  get(
    generation: LiveGeneration,
    subject: object,
    version: number,
    form: PlaylistForm,
    write: () => string,
  ): MediaReply | Promise<MediaReply> {
    let playlists = this.#generations.get(generation);
    if (playlists === undefined) {
      playlists = new Map();
      this.#generations.set(generation, playlists);
    }
    let cached = playlists.get(subject);
    if (cached === undefined || cached.version !== version) {
      const bytes = Buffer.from(write());
      cached = { version, bytes, gzipped: null, replies: [] };
      playlists.set(subject, cached);
    }
    return replyIn(cached, form);
  }
}

function replyIn(cached: CachedPlaylist, form: PlaylistForm): MediaReply | Promise<MediaReply> {
  const isGzip = form.isGzip && cached.bytes.length >= WORTH_COMPRESSING_BYTES;
  const index = (isGzip ? 1 : 0) + (form.isBlocking ? 2 : 0);
  const known = cached.replies[index];
  if (known !== undefined) return known;
  const reply = (body: Uint8Array) => {
    const made = new MediaReply(200, FIELDS[index] ?? [], [body]);
    cached.replies[index] = made;
    return made;
  };
  if (!isGzip) return reply(cached.bytes);
  cached.gzipped ??= compress(cached);
  return cached.gzipped instanceof Promise ? cached.gzipped.then(reply) : reply(cached.gzipped);
}

const gzipBeside = promisify(gzip);

function compress(cached: CachedPlaylist): Uint8Array | Promise<Uint8Array> {
  if (cached.bytes.length < LARGE_BYTES) return gzipSync(cached.bytes, { level: GZIP_LEVEL });
  return gzipBeside(cached.bytes, { level: GZIP_LEVEL })
    .catch(() => gzipSync(cached.bytes, { level: GZIP_LEVEL }))
    .then((gzipped) => {
      cached.gzipped = gzipped;
      return gzipped;
    });
}

/**
 * By form. What was waited for stays true for as long as the segment is at the live edge: a target duration. A request
 * without a position is asked again and again under one address, and only those of the same moment may share its answer.
 */
const FIELDS = [
  playlistFields(false, 1),
  playlistFields(true, 1),
  playlistFields(false, 6),
  playlistFields(true, 6),
];

/** What a playlist is sent with. */
export function playlistFields(isGzip: boolean, maxAgeSeconds: number): HeaderFields {
  return [
    ...CORS_FIELDS,
    ['content-type', 'application/vnd.apple.mpegurl'],
    ['cache-control', `public, max-age=${maxAgeSeconds}`],
    ['vary', 'accept-encoding'],
    ...(isGzip ? [['content-encoding', 'gzip'] as const] : []),
  ];
}
