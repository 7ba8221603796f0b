import type { LiveGeneration, LiveTrack } from '../package/live-track.ts';
import { type Segment, segmentFileName, type TrackName } from '../package/segment.ts';
import type { ArchiveRead, ArchiveReader } from './archive-reader.ts';
import {
  applyByteRange,
  type ByteRange,
  partialReply,
  readByteRange,
  unsatisfiableReply,
} from './byte-range.ts';
import type { HeldRequests, Respond } from './held-requests.ts';
import type { MediaFile } from './media-file-name.ts';
import {
  CORS_FIELDS,
  type HeaderFields,
  MediaReply,
  type RestOfBody,
  textReply,
} from './media-reply.ts';

type File = Extract<MediaFile, { kind: 'init' | 'segment' | 'part' }>;

const FIELDS: { readonly [track in TrackName]: HeaderFields } = {
  video: mediaFields('video/mp4'),
  audio: mediaFields('audio/mp4'),
};

const GONE = textReply(404, 'This piece of the stream is not here, or no longer.');
const BUSY = textReply(503, 'Too many players want old pieces of the stream. Try again.', [
  ['retry-after', '1'],
]);
const UNREADABLE = textReply(500, 'This piece of the stream could not be read.');

/** A player asks for a hinted part or the next segment at most this much too early, in target durations. */
const PATIENCE_TARGET_DURATIONS = 3;

/** What is read of an archived segment at once: all that a slow client of the archive costs. */
const PIECE_BYTES = 256 * 1024;

/** Answers for init segments, segments and parts: from memory, from what comes next, or from the archive. */
export class MediaRoute {
  readonly #held: HeldRequests;
  readonly #archive: ArchiveReader;

  constructor(held: HeldRequests, archive: ArchiveReader) {
    this.#held = held;
    this.#archive = archive;
  }

  answer(
    generation: LiveGeneration,
    file: File,
    range: string | null,
    respond: Respond,
  ): (() => void) | null {
    const track = generation.tracks.get(file.track);
    const buffers = track && findInMemory(track, file);
    if (buffers !== undefined) {
      respond(applyByteRange(new MediaReply(200, FIELDS[file.track], buffers), range));
      return null;
    }
    if (track !== undefined && isExpected(track, file)) {
      return this.#hold(generation, track, file, range, respond);
    }
    return this.#answerFromArchive(generation, track, file, range, respond);
  }

  #hold(
    generation: LiveGeneration,
    track: LiveTrack,
    file: File,
    range: string | null,
    respond: Respond,
  ): (() => void) | null {
    const begin = () => ({
      timeoutMs: PATIENCE_TARGET_DURATIONS * track.targetDurationMs,
      onTimeout: () => GONE,
      resolve: () => {
        const buffers = findInMemory(track, file);
        if (buffers !== undefined) return new MediaReply(200, FIELDS[file.track], buffers);
        return isExpected(track, file) ? null : GONE;
      },
    });
    return this.#held.hold(generation, file.fileName, begin, (reply) => {
      respond(reply.status === 200 ? applyByteRange(reply, range) : reply);
    });
  }

  #answerFromArchive(
    generation: LiveGeneration,
    track: LiveTrack | undefined,
    file: File,
    range: string | null,
    respond: Respond,
  ): () => void {
    let isWanted = true;
    this.#read(generation, track, file, range).then(
      (reply) => isWanted && respond(reply),
      () => isWanted && respond(UNREADABLE),
    );
    return () => {
      isWanted = false;
    };
  }

  async #read(
    { webcastId, generation }: LiveGeneration,
    track: LiveTrack | undefined,
    file: File,
    range: string | null,
  ): Promise<MediaReply> {
    const segment = track && file.kind !== 'init' ? findSegment(track, file.stem) : undefined;
    const extent = extentOf(segment, file);
    const fileName = file.kind === 'part' ? segmentFileName(file.stem) : file.fileName;
    if (file.kind === 'part' && extent === undefined) return GONE;
    const wanted = extent === undefined ? 'whole' : readByteRange(range, sizeOf(extent));
    if (wanted === 'unsatisfiable') return unsatisfiableReply(sizeOf(extent));
    const stretch = wanted === 'whole' ? extent : narrow(extent, wanted);
    const first = await this.#archive.read({
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
    const fields = FIELDS[file.track];
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
        const bytes = await this.#archive.read({ ...read, range });
        if (bytes === 'busy' || bytes?.length !== sizeOf(range)) return null;
        start = range.end;
        return bytes;
      },
    };
  }
}

function findInMemory(track: LiveTrack, file: File): readonly Uint8Array[] | undefined {
  if (file.kind === 'segment') return track.segmentBuffers(file.fileName);
  if (file.kind === 'part') {
    const bytes = track.partBytes(file.fileName);
    return bytes && [bytes];
  }
  for (const init of track.inits.values()) if (init.name === file.fileName) return [init.bytes];
  return undefined;
}

/** Whether something is not there yet and comes next: what PRELOAD-HINT names, and the segments that it is part of. */
function isExpected(track: LiveTrack, file: File): boolean {
  if (track.hasEnded) return false;
  if (file.kind === 'init')
    return file.fileName === `${track.name}-init-${lastInitId(track) + 1}.mp4`;
  const isOpen = track.open?.head.stem === file.stem;
  if (file.kind === 'segment') return isOpen || file.stem === track.nextStem;
  if (isOpen) return file.index === track.open?.parts.length;
  return file.stem === track.nextStem && file.index === 0;
}

function lastInitId(track: LiveTrack): number {
  let last = -1;
  for (const initId of track.inits.keys()) last = Math.max(last, initId);
  return last;
}

/** A stem ends with its media sequence number: the place to look first. */
function findSegment(track: LiveTrack, stem: string): Segment | undefined {
  const { segments } = track;
  const msn = Number(stem.slice(stem.lastIndexOf('-') + 1));
  const guess = segments[msn - (segments[0]?.msn ?? 0)];
  return guess?.stem === stem ? guess : segments.findLast((segment) => segment.stem === stem);
}

/** A stretch of a file; the end is not included. */
type Extent = { readonly start: number; readonly end: number };

function sizeOf(extent: Extent | undefined): number {
  return extent === undefined ? 0 : extent.end - extent.start;
}

function narrow(extent: Extent | undefined, { first, last }: ByteRange): Extent {
  const start = extent?.start ?? 0;
  return { start: start + first, end: start + last + 1 };
}

/** Where a file's bytes are within a segment's file, as far as the index knows it. */
function extentOf(segment: Segment | undefined, file: File): Extent | undefined {
  if (segment === undefined || file.kind === 'init') return undefined;
  if (file.kind === 'segment') return { start: 0, end: segment.sizeBytes };
  const part = segment.parts[file.index];
  return part && { start: part.offsetBytes, end: part.offsetBytes + part.sizeBytes };
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
