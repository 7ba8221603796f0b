import { createHash } from 'node:crypto';
import type { MovieFacts } from '@rostrum/contracts';
import { isVideoConfig, sampleEntry } from '../package/init-segment.ts';
import type { MediaPieces } from '../package/movie/media-pieces.ts';
import {
  MovieBuilder,
  type MoviePlan,
  type MovieRow,
  type MovieSegment,
} from '../package/movie/movie-builder.ts';
import type { MovieTrack } from '../package/movie/movie-track.ts';
import { type MovieHead, writeMovieHead } from '../package/movie/write-movie.ts';
import type { RecordedTake } from '../package/recorded-take.ts';
import type { TakeStretch } from '../package/recording-playlist-writer.ts';
import { segmentFileName, type TrackName } from '../package/segment.ts';
import type { ArchivedMedia } from '../package/segment-archive.ts';
import type { AudioConfig, VideoConfig } from '../stream/frame.ts';
import { readSegmentHeads } from './read-segment-heads.ts';

/** A file of a take. */
export type MovieFile = {
  readonly webcastId: string;
  readonly generation: string;
  readonly fileName: string;
  /** Of the file, bytes. */
  readonly sizeBytes: number;
};

/** A recording as one MP4 file that is nowhere: what stands before its media, and where the media is. */
export type MovieIndex = {
  readonly head: MovieHead;
  readonly pieces: MediaPieces;
  /** By the number that the pieces know them by. */
  readonly files: readonly MovieFile[];
  readonly sizeBytes: number;
  /** Names these bytes and no others: RFC 9110 clause 8.8.3. */
  readonly etag: string;
  readonly facts: MovieFacts;
  /** What it takes in memory, roughly. */
  readonly costBytes: number;
};

/** The lists of three days with 30 pictures a second: more than that is no file to be downloaded. */
const MOST_LIST_BYTES = 192 * 1024 * 1024;

/** Segments of each track that are read at the same time: a disk is kept busy, and viewers' reads get through. */
const ROWS_AT_A_TIME = 8;

/** What a piece and a chunk take in memory, and a file. */
const PIECE_BYTES = 32;
const FILE_BYTES = 200;

/**
 * Reads the boxes before the media of each recorded fragment, and writes the file's index from them. What is damaged is
 * left out, in both tracks. Everything happens in small steps between which the live edge goes on.
 *
 * @param onDamaged hears of each file that is left out
 * @returns `empty` where nothing is left, `too-long` where the index would not fit into memory
 */
export async function buildMovieIndex(
  archive: Pick<ArchivedMedia, 'read'>,
  stretches: readonly TakeStretch[],
  onDamaged: (file: MovieFile) => void,
): Promise<MovieIndex | 'empty' | 'too-long'> {
  const reader = new RowReader(archive, stretches, onDamaged);
  const builder = new MovieBuilder(reader.plan);
  const tracks = [...(builder.video === null ? [] : [builder.video]), builder.audio];
  for await (const row of reader.rows()) {
    builder.add(row);
    const listBytes = tracks.reduce((sum, { tables }) => sum + tables.sizeBytes, 0);
    if (listBytes > MOST_LIST_BYTES) return 'too-long';
  }
  builder.finish();
  const used = tracks.filter(({ tables }) => tables.count > 0);
  if (used.length === 0) return 'empty';
  const { pieces } = builder;
  const head = await inSlices(writeMovieHead(used, pieces.sizeBytes, reader.startsAtMs));
  const sizeBytes = head.sizeBytes + pieces.sizeBytes;
  const costBytes = head.sizeBytes + pieces.count * PIECE_BYTES + reader.files.length * FILE_BYTES;
  const facts = { ...factsOf(used), sizeBytes, durationMs: head.durationMs };
  const etag = await etagOf(head.pieces);
  return { head, pieces, files: reader.files, sizeBytes, etag, facts, costBytes };
}

/** Reads ahead, so that rows come in their order without waiting for each other. */
class RowReader {
  readonly files: MovieFile[] = [];

  readonly #archive: Pick<ArchivedMedia, 'read'>;
  readonly #stretches: readonly TakeStretch[];
  readonly #onDamaged: (file: MovieFile) => void;

  constructor(
    archive: Pick<ArchivedMedia, 'read'>,
    stretches: readonly TakeStretch[],
    onDamaged: (file: MovieFile) => void,
  ) {
    this.#archive = archive;
    this.#stretches = stretches;
    this.#onDamaged = onDamaged;
  }

  get hasVideo(): boolean {
    return this.#stretches[0]?.take.tracks.has('video') ?? false;
  }

  /** Wall clock of the first moment, ms. */
  get startsAtMs(): number {
    const [first] = this.#stretches;
    const [track] = first?.take.tracks.values() ?? [];
    return track?.segments[first?.from ?? 0]?.startsAtMs ?? 0;
  }

  get plan(): MoviePlan {
    const sampleRates = new Set<number>();
    const pictures = new Set<string>();
    for (const { take, from, to } of this.#stretches) {
      for (const { inits, segments } of take.tracks.values()) {
        for (const initId of new Set(segments.slice(from, to).map((segment) => segment.initId))) {
          const config = inits.get(initId)?.config;
          if (config === undefined) continue;
          if (isVideoConfig(config))
            pictures.add(Buffer.from(sampleEntry(config)).toString('base64'));
          else sampleRates.add(config.sampleRate);
        }
      }
    }
    const changesPicture = pictures.size > 1;
    return { hasVideo: this.hasVideo, changesPicture, sampleRates: [...sampleRates] };
  }

  async *rows(): AsyncGenerator<MovieRow> {
    const coming: Promise<MovieRow | null>[] = [];
    let isAfterGap = true;
    for (const { take, from, to } of this.#stretches) {
      isAfterGap = true;
      for (let index = from; index < to + ROWS_AT_A_TIME; index++) {
        if (index < to) {
          const reading = this.#readRow(take, index);
          // What goes wrong is met where its turn comes.
          reading.catch(() => undefined);
          coming.push(reading);
        }
        if (index < to && coming.length < ROWS_AT_A_TIME) continue;
        const row = await coming.shift();
        if (row === undefined) break;
        if (row !== null) yield { ...row, isFirst: isAfterGap };
        isAfterGap = row === null;
      }
    }
  }

  async #readRow(take: RecordedTake, index: number): Promise<MovieRow | null> {
    const [video, audio] = await Promise.all([
      this.#readSegment(take, 'video', index),
      this.#readSegment(take, 'audio', index),
    ]);
    if (audio === null || isVideoConfig(audio.config)) return null;
    const sound = { ...audio, config: audio.config };
    if (!this.hasVideo) return { isFirst: false, video: null, audio: sound };
    if (video === null || !isVideoConfig(video.config)) return null;
    return { isFirst: false, video: { ...video, config: video.config }, audio: sound };
  }

  async #readSegment(
    { webcastId, generation, tracks }: RecordedTake,
    name: TrackName,
    index: number,
  ): Promise<MovieSegment<VideoConfig | AudioConfig> | null> {
    const track = tracks.get(name);
    const segment = track?.segments[index];
    const init = segment && track?.inits.get(segment.initId);
    if (segment === undefined || init === undefined) return null;
    const fileName = segmentFileName(segment.stem);
    const { sizeBytes } = segment;
    const file = { webcastId, generation, fileName, sizeBytes };
    const read = (start: number, end: number) =>
      this.#archive.read(webcastId, generation, fileName, { start, end });
    const fragments = await readSegmentHeads(read, name, sizeBytes);
    if (fragments === null) {
      this.#onDamaged(file);
      return null;
    }
    return { file: this.files.push(file) - 1, config: init.config, fragments };
  }
}

function factsOf(tracks: readonly MovieTrack[]): Omit<MovieFacts, 'sizeBytes' | 'durationMs'> {
  const video = tracks.find(({ name }) => name === 'video');
  const audio = tracks.find(({ name }) => name === 'audio');
  const config = video?.config ?? null;
  const isPicture = config !== null && isVideoConfig(config);
  const ticks = video?.tables.totalTicks ?? 0;
  const framesPerSecond =
    video === undefined || ticks === 0 ? null : (video.tables.count * video.timescale) / ticks;
  return {
    widthPx: isPicture ? config.widthPx : null,
    heightPx: isPicture ? config.heightPx : null,
    framesPerSecond,
    videoCodec: config?.codecString ?? null,
    audioCodec: audio?.config?.codecString ?? null,
  };
}

async function inSlices<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The index says where and how long every sample is, in files that never change: its hash stands for all of it. */
async function etagOf(pieces: readonly Uint8Array[]): Promise<string> {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return `"${hash.digest('base64url').slice(0, 22)}"`;
}
