import type { MediaLog } from '../media-log.ts';
import type { ArchivedMedia } from '../package/segment-archive.ts';
import { ArchiveReader, type ArchiveReaderLimits } from './archive-reader.ts';
import { ArchivedFiles } from './archived-files.ts';
import { HeldRequests, type Respond } from './held-requests.ts';
import { CORS_FIELDS, type HeaderFields, MediaReply, textReply } from './media-reply.ts';
import type { MediaRequest } from './media-request.ts';
import { MediaRoute } from './media-route.ts';
import { MediaTargets } from './media-target.ts';
import { MovieRoute } from './movie-route.ts';
import { PlaybackGate, type PlaybackGateOptions } from './playback-gate.ts';
import { PlaylistRoute } from './playlist-route.ts';
import { RecordingGate } from './recording-gate.ts';
import { RecordingRoute } from './recording-route.ts';

export type HlsRoutesOptions = PlaybackGateOptions & {
  readonly archive: ArchivedMedia;
  readonly maximumHeldRequests: number;
  readonly maximumDownloads: number;
  readonly archiveLimits: ArchiveReaderLimits;
  readonly log: MediaLog;
};

const BROKEN = textReply(500, 'The server could not answer. Try again in a second.');
const NOT_FOUND = textReply(404, 'Only streams live here. Ask playManifest for an address.');

/** A browser asks before it sends a Range field from a page of another origin, and remembers the answer for a day. */
const PREFLIGHT_FIELDS: HeaderFields = [
  ...CORS_FIELDS,
  ['access-control-allow-methods', 'GET, HEAD, OPTIONS'],
  ['access-control-allow-headers', 'range'],
  ['access-control-max-age', '86400'],
  ['cache-control', 'public, max-age=86400'],
];
const PREFLIGHT = new MediaReply(204, PREFLIGHT_FIELDS, []);

/**
 * From a request to its answer: the token, the generation, then the playlist or the piece of media. Recordings have
 * addresses, a gate and a route of their own.
 */
export class HlsRoutes {
  readonly #targets = new MediaTargets();
  readonly #gate: PlaybackGate;
  readonly #held: HeldRequests;
  readonly #playlists: PlaylistRoute;
  readonly #media: MediaRoute;
  readonly #recordings: RecordingRoute;
  readonly #log: MediaLog;

  constructor(options: HlsRoutesOptions) {
    this.#gate = new PlaybackGate(options);
    this.#log = options.log;
    this.#held = new HeldRequests(options.maximumHeldRequests, (error) => this.#report(error));
    this.#playlists = new PlaylistRoute(this.#held);
    const { archive, archiveLimits } = options;
    const openFiles = () => new ArchivedFiles(new ArchiveReader(archive, archiveLimits));
    this.#media = new MediaRoute(this.#held, openFiles());
    this.#recordings = new RecordingRoute({
      gate: new RecordingGate(options),
      takes: archive,
      // Who goes back in a show does not wait behind those whose recording is in a slow store.
      files: openFiles(),
      movies: new MovieRoute({
        archive,
        maximumDownloads: options.maximumDownloads,
        onDamaged: (file) =>
          this.#log.warn({ file }, 'a damaged file was left out of the download of a recording'),
      }),
      onError: (error) => this.#report(error),
    });
  }

  get heldRequests(): number {
    return this.#held.count;
  }

  /**
   * Answers by calling `respond` once, in this turn or a later one.
   *
   * @returns what to call when the client has gone away; null where the answer has been given
   */
  answer(request: MediaRequest, respond: Respond): (() => void) | null {
    try {
      return this.#answer(request, respond);
    } catch (error) {
      this.#report(error);
      return answerNow(BROKEN, respond);
    }
  }

  /** Answers everybody who waits: the server is stopping. */
  close(): void {
    this.#held.close();
  }

  #answer(request: MediaRequest, respond: Respond): (() => void) | null {
    if (request.method === 'OPTIONS') return answerNow(PREFLIGHT, respond);
    if (request.target.startsWith('/r/')) return this.#recordings.answer(request, respond);
    const target = this.#targets.read(request.target);
    const { file } = target;
    if (file === null) return answerNow(NOT_FOUND, respond);
    const admission = this.#gate.admit(target.prefix);
    if ('refusal' in admission) return answerNow(admission.refusal, respond);
    const { generation } = admission;
    if (file.kind === 'init' || file.kind === 'segment' || file.kind === 'part') {
      return this.#media.answer(generation, file, request.range, respond);
    }
    return this.#playlists.answer(generation, file, target, request.acceptsGzip, respond);
  }

  #report(error: unknown): void {
    this.#log.error({ error }, 'a request for media failed');
  }
}

function answerNow(reply: MediaReply, respond: Respond): null {
  respond(reply);
  return null;
}
