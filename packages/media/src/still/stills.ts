import { availableParallelism } from 'node:os';
import type { Picture, PictureFailure, PictureShape, ShowMoment } from '@rostrum/contracts';
import type { MediaLog } from '../media-log.ts';
import { choosePieces } from './choose-pieces.ts';
import { MediaFetcher } from './fetch-media.ts';
import { frameArguments, originalArguments, shapeArguments } from './picture-arguments.ts';
import { type FfmpegCommand, MissingFfmpegError, runFfmpeg } from './run-ffmpeg.ts';
import { readShowPlaylist, type ShowPiece } from './show-playlist.ts';
import { WorkSlots } from './work-slots.ts';

export type StillsOptions = {
  /** Base of the media port at this machine, without a slash at its end. */
  readonly mediaUrl: () => string;
  readonly ffmpeg: FfmpegCommand;
  readonly log: MediaLog;
  /** How long one picture may take, ms. Default: half a minute. */
  readonly timeoutMs?: number;
};

/** A frame and a resize are done in a second on any machine that isn't overloaded. */
const TIMEOUT_MS = 30_000;
/** From this machine's own media port. */
const FETCH_TIMEOUT_MS = 10_000;
/** A picture of 4096 by 4096 px without losses. */
const MAX_PICTURE_BYTES = 48 * 1024 * 1024;
/** A day of segments. */
const MAX_PLAYLIST_BYTES = 16 * 1024 * 1024;
const MAX_INIT_BYTES = 64 * 1024;
/** Some seconds of the heaviest stream. */
const MAX_MEDIA_BYTES = 48 * 1024 * 1024;
const MAX_WAITING = 32;
/** How long a missing FFmpeg is taken for missing. */
const LOOK_AGAIN_MS = 60_000;
/** Frames at several times of one show are asked for together; the edge moves on in less than a part. */
const PLAYLIST_KEPT_MS = 400;

/** Cuts frames out of shows and gives pictures the shape that is asked for; FFmpeg does it in a process of its own. */
export class Stills {
  readonly #options: StillsOptions;
  readonly #media: MediaFetcher;
  readonly #slots: WorkSlots;
  #missingUntilMs = 0;
  #isMissingKnown = false;
  #lastPlaylist: { path: string; untilMs: number; pieces: Promise<readonly ShowPiece[]> } | null =
    null;

  constructor(options: StillsOptions) {
    this.#options = options;
    this.#media = new MediaFetcher({ mediaUrl: options.mediaUrl, timeoutMs: FETCH_TIMEOUT_MS });
    // Half of the machine at most, and that at low priority: the show comes first.
    const maxRunning = Math.max(1, Math.floor(availableParallelism() / 2));
    this.#slots = new WorkSlots({ maxRunning, maxWaiting: MAX_WAITING });
  }

  /** A frame of a show, as large as it is sent up to full HD. */
  frameOf(moment: ShowMoment): Promise<Picture | PictureFailure> {
    return this.#work('no-frame', async () => {
      const folder = moment.playlistPath.slice(0, moment.playlistPath.lastIndexOf('/') + 1);
      const pieces = await this.#piecesOf(moment);
      const beginsAtMs = pieces[0]?.startsAtMs ?? 0;
      const atMs = 'atMs' in moment ? moment.atMs : beginsAtMs + moment.offsetMs;
      const chosen = choosePieces(pieces, atMs);
      const input = chosen === null ? null : await this.#fetch(folder, chosen.pieces);
      if (chosen === null || input === null) return null;
      const exact = await this.#run(frameArguments(chosen.seekMs), input);
      // Rather the key frame than none, where the frames behind it do not last that long.
      if (exact !== null || chosen.seekMs === 0) return exact;
      return this.#run(frameArguments(0), input);
    });
  }

  /** Somebody's picture as one of ours: full HD at most, written anew, so that nothing else hides in it. */
  originalOf({ format, bytes }: Picture): Promise<Picture | PictureFailure> {
    return this.#work('unreadable', () => this.#run(originalArguments(format), [bytes]));
  }

  async shape({ format, bytes }: Picture, shape: PictureShape): Promise<Picture | PictureFailure> {
    const made = await this.#work('unreadable', () =>
      this.#run(shapeArguments(format, shape), [bytes]),
    );
    return typeof made === 'string' ? made : { ...made, format: shape.format };
  }

  close(): void {
    this.#media.close();
  }

  async #work(
    failure: PictureFailure,
    make: () => Promise<Uint8Array | null | 'late'>,
  ): Promise<Picture | PictureFailure> {
    if (this.#missingUntilMs > performance.now()) return 'no-tool';
    try {
      const bytes = await this.#slots.run(make);
      if (bytes === 'busy' || bytes === 'late') return 'busy';
      this.#isMissingKnown = false;
      return bytes === null ? failure : { format: 'jpeg', bytes };
    } catch (error) {
      if (!(error instanceof MissingFfmpegError)) throw error;
      this.#rememberMissing();
      return 'no-tool';
    }
  }

  #rememberMissing(): void {
    this.#missingUntilMs = performance.now() + LOOK_AGAIN_MS;
    if (this.#isMissingKnown) return;
    this.#isMissingKnown = true;
    this.#options.log.warn(
      { program: this.#options.ffmpeg.file },
      'FFmpeg is not installed: thumbnails show uploaded pictures as they are, and no frames',
    );
  }

  #run(args: readonly string[], input: readonly Uint8Array[]): Promise<Uint8Array | null | 'late'> {
    return runFfmpeg(this.#options.ffmpeg, args, input, {
      timeoutMs: this.#options.timeoutMs ?? TIMEOUT_MS,
      maxOutputBytes: MAX_PICTURE_BYTES,
    });
  }

  /** The newest frame is in every playlist; only the long one reaches back further than its window. */
  #piecesOf(moment: ShowMoment): Promise<readonly ShowPiece[]> {
    const { playlistPath } = moment;
    const isNewest = 'atMs' in moment && moment.atMs === null;
    const isLong = !isNewest && playlistPath.endsWith('/index-dvr.m3u8');
    const path = playlistPath.replace(/[^/]*$/, isLong ? 'video-dvr.m3u8' : 'video.m3u8');
    const nowMs = performance.now();
    const known = this.#lastPlaylist;
    if (known !== null && known.path === path && known.untilMs > nowMs) return known.pieces;
    const pieces = this.#media
      .get(path, MAX_PLAYLIST_BYTES)
      .then((bytes) => (bytes === null ? [] : readShowPlaylist(Buffer.from(bytes).toString())));
    this.#lastPlaylist = { path, untilMs: nowMs + PLAYLIST_KEPT_MS, pieces };
    return pieces;
  }

  /** Init segment and pieces, in the order in which a decoder takes them. */
  async #fetch(
    folder: string,
    pieces: readonly ShowPiece[],
  ): Promise<readonly Uint8Array[] | null> {
    const init = await this.#media.get(folder + (pieces[0]?.initUri ?? ''), MAX_INIT_BYTES);
    if (init === null) return null;
    const fetched = [init];
    let leftBytes = MAX_MEDIA_BYTES;
    for (const { uri } of pieces) {
      const bytes = await this.#media.get(folder + uri, leftBytes);
      if (bytes === null) return null;
      leftBytes -= bytes.length;
      fetched.push(bytes);
    }
    return fetched;
  }
}
