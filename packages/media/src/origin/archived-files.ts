import { MediaAway } from '../package/media-away.ts';
import type { TrackName } from '../package/segment.ts';
import type { ArchiveRead, ArchiveReader } from './archive-reader.ts';
import {
  applyByteRange,
  type ByteRange,
  partialReply,
  readByteRange,
  unsatisfiableReply,
} from './byte-range.ts';
import type { Respond } from './held-requests.ts';
import {
  CORS_FIELDS,
  type HeaderFields,
  MediaReply,
  type RestOfBody,
  textReply,
} from './media-reply.ts';

/** What media is sent with, by track. */
export const MEDIA_FIELDS: { readonly [track in TrackName]: HeaderFields } = {
  video: mediaFields('video/mp4'),
  audio: mediaFields('audio/mp4'),
};

export const GONE = textReply(404, 'This piece of the stream is not here, or no longer.');
const BUSY = textReply(503, 'Too many players want old pieces of the stream. Try again.', [
  ['retry-after', '1'],
]);
const UNREADABLE = textReply(500, 'This piece of the stream could not be read.');

/** Players ask again at once where they are not told to wait. */
const AWAY_RETRY_SECONDS = 5;
export const AWAY = textReply(
  503,
  'The store that keeps this recording does not answer now. Try again in a few seconds.',
  [['retry-after', String(AWAY_RETRY_SECONDS)]],
);

/** What is read of an archived segment at once: all that a slow client of the archive costs. */
const PIECE_BYTES = 256 * 1024;

/** A stretch of a file; the end is not included. */
export type Extent = { readonly start: number; readonly end: number };

/** A file that is asked for, or a stretch of one that has an address of its own. */
export type ArchivedFile = {
  readonly webcastId: string;
  readonly generation: string;
  readonly fileName: string;
  readonly track: TrackName;
  /** Undefined for a whole file whose size is not known: it is read at once. */
  readonly extent: Extent | undefined;
};

/** Answers with what has left memory, piece by piece. */
export class ArchivedFiles {
  readonly #reader: ArchiveReader;

  constructor(reader: ArchiveReader) {
    this.#reader = reader;
  }

  /** @returns what to call when the client has gone away */
  answer(file: ArchivedFile, range: string | null, respond: Respond): () => void {
    let isWanted = true;
    this.read(file, range).then(
      (reply) => isWanted && respond(reply),
      (error: unknown) => isWanted && respond(error instanceof MediaAway ? AWAY : UNREADABLE),
    );
    return () => {
      isWanted = false;
    };
  }

  /** The answer, with its first piece; rejects where the file can't be read, with MediaAway where it can't be now. */
  async read(file: ArchivedFile, range: string | null): Promise<MediaReply> {
    const { webcastId, generation, fileName, extent } = file;
    const wanted = extent === undefined ? 'whole' : readByteRange(range, sizeOf(extent));
    if (wanted === 'unsatisfiable') return unsatisfiableReply(sizeOf(extent));
    const stretch = wanted === 'whole' ? extent : narrow(extent, wanted);
    const first = await this.#reader.read({
      webcastId,
      generation,
      fileName,
      range: stretch && {
        start: stretch.start,
        end: Math.min(stretch.start + PIECE_BYTES, stretch.end),
      },
    });
    if (first === 'busy') return BUSY;
    if (first === null || first.length === 0) return GONE;
    const fields = MEDIA_FIELDS[file.track];
    if (extent === undefined || stretch === undefined) {
      return applyByteRange(new MediaReply(200, fields, [first]), range);
    }
    // Where a disk was full, the archive has less than there was.
    if (first.length !== Math.min(sizeOf(stretch), PIECE_BYTES)) return GONE;
    const rest = this.#restOf({ webcastId, generation, fileName, range: stretch }, first.length);
    return wanted === 'whole'
      ? new MediaReply(200, fields, [first], rest)
      : partialReply({ fields }, wanted, sizeOf(extent), [first], rest);
  }

  /** What follows the first bytes of a stretch, piece by piece. */
  #restOf(read: ArchiveRead & { readonly range: Extent }, firstBytes: number): RestOfBody | null {
    const { end } = read.range;
    let start = read.range.start + firstBytes;
    if (start === end) return null;
    return {
      sizeBytes: end - start,
      next: async () => {
        if (start === end) return null;
        const range = { start, end: Math.min(start + PIECE_BYTES, end) };
        const bytes = await this.#reader.read({ ...read, range });
        if (bytes === 'busy' || bytes?.length !== sizeOf(range)) return null;
        start = range.end;
        return bytes;
      },
    };
  }
}

function sizeOf(extent: Extent | undefined): number {
  return extent === undefined ? 0 : extent.end - extent.start;
}

function narrow(extent: Extent | undefined, { first, last }: ByteRange): Extent {
  const start = extent?.start ?? 0;
  return { start: start + first, end: start + last + 1 };
}

function mediaFields(contentType: string): HeaderFields {
  return [
    ...CORS_FIELDS,
    ['content-type', contentType],
    // The name is never used again for other bytes.
    ['cache-control', 'public, max-age=31536000, immutable'],
    ['accept-ranges', 'bytes'],
  ];
}
