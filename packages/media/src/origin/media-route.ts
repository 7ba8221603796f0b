import type { LiveGeneration, LiveTrack } from '../package/live-track.ts';
import { type Segment, segmentFileName } from '../package/segment.ts';
import {
  type ArchivedFile,
  type ArchivedFiles,
  type Extent,
  GONE,
  MEDIA_FIELDS,
} from './archived-files.ts';
import { applyByteRange } from './byte-range.ts';
import type { HeldRequests, Respond } from './held-requests.ts';
import type { MediaFile } from './media-file-name.ts';
import { MediaReply } from './media-reply.ts';

type File = Extract<MediaFile, { kind: 'init' | 'segment' | 'part' }>;

/** A player asks for a hinted part or the next segment at most this much too early, in target durations. */
const PATIENCE_TARGET_DURATIONS = 3;

/** Answers for init segments, segments and parts: from memory, from what comes next, or from the archive. */
export class MediaRoute {
  readonly #held: HeldRequests;
  readonly #archive: ArchivedFiles;

  constructor(held: HeldRequests, archive: ArchivedFiles) {
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
      respond(applyByteRange(new MediaReply(200, MEDIA_FIELDS[file.track], buffers), range));
      return null;
    }
    if (track !== undefined && isExpected(track, file)) {
      return this.#hold(generation, track, file, range, respond);
    }
    const archived = archivedFile(generation, track, file);
    if (archived !== null) return this.#archive.answer(archived, range, respond);
    respond(GONE);
    return null;
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
        if (buffers !== undefined) return new MediaReply(200, MEDIA_FIELDS[file.track], buffers);
        return isExpected(track, file) ? null : GONE;
      },
    });
    return this.#held.hold(generation, file.fileName, begin, (reply) => {
      respond(reply.status === 200 ? applyByteRange(reply, range) : reply);
    });
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

/** What has left memory; null where that can't be told. */
function archivedFile(
  { webcastId, generation }: LiveGeneration,
  track: LiveTrack | undefined,
  file: File,
): ArchivedFile | null {
  const segment = track && file.kind !== 'init' ? findSegment(track, file.stem) : undefined;
  const extent = extentOf(segment, file);
  if (file.kind === 'part' && extent === undefined) return null;
  const fileName = file.kind === 'part' ? segmentFileName(file.stem) : file.fileName;
  return { webcastId, generation, fileName, track: file.track, extent };
}

/** Where a file's bytes are within a segment's file, as far as the index knows it. */
function extentOf(segment: Segment | undefined, file: File): Extent | undefined {
  if (segment === undefined || file.kind === 'init') return undefined;
  if (file.kind === 'segment') return { start: 0, end: segment.sizeBytes };
  const part = segment.parts[file.index];
  return part && { start: part.offsetBytes, end: part.offsetBytes + part.sizeBytes };
}
