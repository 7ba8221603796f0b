import type { TakeStretch } from '../package/recording-playlist-writer.ts';
import type { ArchivedMedia } from '../package/segment-archive.ts';
import { ArchiveReader } from './archive-reader.ts';
import { partialReply, readByteRange, unsatisfiableReply } from './byte-range.ts';
import { CORS_FIELDS, type HeaderFields, MediaReply, textReply } from './media-reply.ts';
import type { MediaRequest } from './media-request.ts';
import { MovieBody } from './movie-body.ts';
import type { MovieFile, MovieIndex } from './movie-index.ts';
import { MovieIndexes } from './movie-indexes.ts';
import type { RecordingFile } from './recording-file-name.ts';
import type { AdmittedRecording } from './recording-gate.ts';

export type MovieRouteOptions = {
  readonly archive: Pick<ArchivedMedia, 'read'>;
  readonly maximumDownloads: number;
  /** Hears of each file that is left out because it is damaged. */
  readonly onDamaged: (file: MovieFile) => void;
};

type MovieFileWish = Extract<RecordingFile, { kind: 'movie' | 'movie-facts' }>;

const NOTHING = textReply(404, 'Nothing of this recording can be read.');
const TOO_LONG = textReply(400, 'This recording is too long for one file: trim it, or play it.');
const BUSY = textReply(503, 'Too many recordings are being prepared. Try again in some seconds.', [
  ['retry-after', '5'],
]);
const TOO_MANY = textReply(503, 'Too many recordings are being downloaded. Try again in a while.', [
  ['retry-after', '20'],
]);

/** A recording may be deleted, and a cache between us and one viewer has no use for gigabytes. */
const CACHE_CONTROL = 'private, max-age=600';

/** Downloads read beside the viewers, and not instead of them. */
const MOST_READS = 4;

/** Answers with a recording as one MP4 file, which is made while it is sent. */
export class MovieRoute {
  readonly #options: MovieRouteOptions;
  readonly #indexes: MovieIndexes;
  readonly #reader: ArchiveReader;
  #downloads = 0;

  constructor(options: MovieRouteOptions) {
    this.#options = options;
    this.#indexes = new MovieIndexes(options.archive, options.onDamaged);
    this.#reader = new ArchiveReader(options.archive, {
      maximumReads: MOST_READS,
      // Each download has one under way.
      maximumWaitingReads: options.maximumDownloads,
    });
  }

  /** @param stretches of the recording, with at least one segment */
  async answer(
    recording: AdmittedRecording,
    stretches: readonly TakeStretch[],
    wish: MovieFileWish,
    request: MediaRequest,
  ): Promise<MediaReply> {
    const index = await this.#indexes.get(recording, stretches);
    if (index === 'busy') return BUSY;
    if (index === 'empty') return NOTHING;
    if (index === 'too-long') return TOO_LONG;
    return wish.kind === 'movie-facts' ? factsReply(index) : this.#send(index, wish.name, request);
  }

  #send(index: MovieIndex, name: string, request: MediaRequest): MediaReply {
    const { sizeBytes, etag } = index;
    const { range, conditionalRange } = request;
    const isSame = conditionalRange?.validator === etag;
    const wanted = readByteRange(isSame ? conditionalRange.field : range, sizeBytes);
    if (wanted === 'unsatisfiable') return unsatisfiableReply(sizeBytes);
    if (this.#downloads >= this.#options.maximumDownloads) return TOO_MANY;
    this.#downloads += 1;
    const extent =
      wanted === 'whole'
        ? { start: 0, end: sizeBytes }
        : { start: wanted.first, end: wanted.last + 1 };
    const body = new MovieBody(index, this.#reader, extent, () => {
      this.#downloads -= 1;
    });
    const fields = movieFields(index, name);
    return wanted === 'whole'
      ? new MediaReply(200, fields, [], body)
      : partialReply({ fields }, wanted, sizeBytes, [], body);
  }
}

function movieFields({ etag, facts }: MovieIndex, name: string): HeaderFields {
  return [
    ...CORS_FIELDS,
    ['access-control-expose-headers', 'content-disposition, content-range, etag'],
    ['content-type', facts.videoCodec === null ? 'audio/mp4' : 'video/mp4'],
    ['content-disposition', dispositionOf(name)],
    ['cache-control', CACHE_CONTROL],
    ['accept-ranges', 'bytes'],
    ['etag', etag],
  ];
}

/** RFC 6266: a name that every client can read, and the right one (RFC 8187). */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

function factsReply({ facts }: MovieIndex): MediaReply {
  const fields: HeaderFields = [
    ...CORS_FIELDS,
    ['content-type', 'application/json; charset=utf-8'],
    ['cache-control', CACHE_CONTROL],
  ];
  return new MediaReply(200, fields, [new TextEncoder().encode(JSON.stringify(facts))]);
}
