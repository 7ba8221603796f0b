import type { TakeReference } from '@rostrum/contracts';
import { MediaAway } from '../package/media-away.ts';
import { findRecordedIndex, type RecordedTake } from '../package/recorded-take.ts';
import { stretchOf, type TakeStretch } from '../package/recording-playlist-writer.ts';
import type { ArchivedMedia } from '../package/segment-archive.ts';
import { type ArchivedFiles, AWAY, GONE } from './archived-files.ts';
import type { Respond } from './held-requests.ts';
import { type MediaReply, textReply } from './media-reply.ts';
import type { MediaRequest } from './media-request.ts';
import type { MovieRoute } from './movie-route.ts';
import { type RecordingFile, readRecordingFileName } from './recording-file-name.ts';
import type { AdmittedRecording, RecordingGate } from './recording-gate.ts';
import { RecordingPlaylists } from './recording-playlists.ts';

export type RecordingRouteOptions = {
  readonly gate: RecordingGate;
  readonly takes: Pick<ArchivedMedia, 'findTake'>;
  readonly files: ArchivedFiles;
  readonly movies: MovieRoute;
  readonly onError: (error: unknown) => void;
};

type Media = Extract<RecordingFile, { kind: 'media' }>;
type Movie = Extract<RecordingFile, { kind: 'movie' | 'movie-facts' }>;
type Playlist = Exclude<RecordingFile, Media | Movie>;

const NO_SUCH_FILE = textReply(404, 'A recording has no such file. See index.m3u8.');
const NO_SUCH_TAKE = textReply(
  404,
  'This recording is not here: it has been deleted, or the show has not ended yet. Ask playManifest for the current address.',
);
const EMPTY = textReply(404, 'Nothing is left of this recording: its trims leave no segment.');
const MIXED = textReply(
  400,
  'Takes with video and takes without can not be played as one recording.',
);
const TOO_LONG = textReply(400, 'This recording is too long: play its takes one by one.');
const BROKEN = textReply(500, 'The recording could not be read. Try again in a second.');

/** Two days of both tracks at two seconds a segment, more than any event; its playlists take 10 MB each. */
const MOST_SEGMENTS = 100_000;

/** Answers for recordings: the gate, then the playlists of takes, or the files of one of them. */
export class RecordingRoute {
  readonly #options: RecordingRouteOptions;
  readonly #playlists = new RecordingPlaylists();

  constructor(options: RecordingRouteOptions) {
    this.#options = options;
  }

  /** As `HlsRoutes.answer`. */
  answer(request: MediaRequest, respond: Respond): (() => void) | null {
    const admission = this.#options.gate.admit(request.target);
    if ('refusal' in admission) return answerNow(admission.refusal, respond);
    const file = readRecordingFileName(admission.rest);
    if (file === null) return answerNow(NO_SUCH_FILE, respond);
    let isWanted = true;
    this.#answerLater(admission.recording, file, request).then(
      (reply) => {
        if (isWanted) respond(reply);
        else reply.rest?.close?.();
      },
      (error: unknown) => {
        const isAway = error instanceof MediaAway;
        if (!isAway) this.#options.onError(error);
        if (isWanted) respond(isAway ? AWAY : BROKEN);
      },
    );
    return () => {
      isWanted = false;
    };
  }

  #answerLater(
    recording: AdmittedRecording,
    file: RecordingFile,
    request: MediaRequest,
  ): Promise<MediaReply> {
    if (file.kind === 'media') return this.#readMedia(recording, file, request.range);
    if (file.kind === 'movie' || file.kind === 'movie-facts') {
      return this.#answerMovie(recording, file, request);
    }
    return this.#writePlaylist(recording, file, request.acceptsGzip);
  }

  async #readMedia(
    { composition }: AdmittedRecording,
    { index, file }: Media,
    range: string | null,
  ): Promise<MediaReply> {
    const reference = composition[index];
    const take = reference && (await this.#findTake(reference));
    if (!take) return NO_SUCH_TAKE;
    const extent = findExtent(take, reference, file);
    if (extent === null) return GONE;
    const { webcastId, generation } = take;
    const { fileName, track } = file;
    return await this.#options.files.read(
      { webcastId, generation, fileName, track, extent },
      range,
    );
  }

  async #writePlaylist(
    recording: AdmittedRecording,
    file: Playlist,
    isGzip: boolean,
  ): Promise<MediaReply> {
    const found = await this.#findTakes(recording);
    if (found === null) return NO_SUCH_TAKE;
    const known = this.#playlists.find(recording, file, found);
    if (known !== undefined) return await known.reply(isGzip);
    const stretches = stretchesOf(recording, found);
    const refusal = refuse(stretches, file);
    if (refusal !== null) return refusal;
    return await this.#playlists.write(recording, file, stretches).reply(isGzip);
  }

  async #answerMovie(
    recording: AdmittedRecording,
    file: Movie,
    request: MediaRequest,
  ): Promise<MediaReply> {
    const found = await this.#findTakes(recording);
    if (found === null) return NO_SUCH_TAKE;
    const stretches = stretchesOf(recording, found);
    const refusal = refuse(stretches, file);
    if (refusal !== null) return refusal;
    return await this.#options.movies.answer(recording, stretches, file, request);
  }

  /** Null where one of them is not here. */
  async #findTakes({ composition }: AdmittedRecording): Promise<readonly RecordedTake[] | null> {
    const takes = await Promise.all(composition.map((each) => this.#findTake(each)));
    const found = takes.filter((take) => take !== null);
    return found.length < takes.length ? null : found;
  }

  #findTake({ webcastId, generation }: TakeReference): Promise<RecordedTake | null> {
    return this.#options.takes.findTake(webcastId, generation);
  }
}

function stretchesOf(
  { composition }: AdmittedRecording,
  takes: readonly RecordedTake[],
): readonly TakeStretch[] {
  return takes.map((take, index) => stretchOf(take, composition[index]?.trim ?? null));
}

function refuse(stretches: readonly TakeStretch[], file: Playlist | Movie): MediaReply | null {
  const hasVideo = stretches[0]?.take.tracks.has('video') ?? false;
  if (stretches.some(({ take }) => take.tracks.has('video') !== hasVideo)) return MIXED;
  const count = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  if (count === 0) return EMPTY;
  if (count > MOST_SEGMENTS) return TOO_LONG;
  const needsVideo =
    file.kind === 'i-frames' || (file.kind === 'playlist' && file.track === 'video');
  return needsVideo && !hasVideo ? NO_SUCH_FILE : null;
}

/** Where a file's bytes are; undefined for all of an init segment, null where the recording does not show the file. */
function findExtent(
  take: RecordedTake,
  { trim }: TakeReference,
  file: Media['file'],
): { readonly start: number; readonly end: number } | undefined | null {
  const track = take.tracks.get(file.track);
  if (track === undefined) return null;
  if (file.kind === 'init') {
    for (const { name } of track.inits.values()) if (name === file.fileName) return undefined;
    return null;
  }
  const index = findRecordedIndex(track, file.stem);
  const segment = index === null ? undefined : track.segments[index];
  if (index === null || segment === undefined) return null;
  const { from, to } = stretchOf(take, trim);
  return index >= from && index < to ? { start: 0, end: segment.sizeBytes } : null;
}

function answerNow(reply: MediaReply, respond: Respond): null {
  respond(reply);
  return null;
}
