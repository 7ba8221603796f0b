import { TICKS_PER_SECOND } from '../../stream/frame.ts';
import { ascii, box, concat, fullBox, u8, u16, u32, u64 } from '../box-writer.ts';
import { isVideoConfig, LANGUAGE_UNDETERMINED, UNITY_MATRIX } from '../init-segment.ts';
import type { MovieTrack } from './movie-track.ts';
import { WordList } from './word-list.ts';

/** What stands before a movie's media: `ftyp`, `moov` and the header of `mdat`, in pieces. */
export type MovieHead = {
  readonly pieces: readonly Uint8Array[];
  readonly sizeBytes: number;
  /** Playing time. */
  readonly durationMs: number;
};

const LARGEST_32_BIT = 2 ** 32 - 1;

/** What boxes take besides their lists, at most: descriptions, headers. */
const SPARE_BYTES = 1024 * 1024;

/** Chunks whose places are written between two turns of the event loop. */
const CHUNKS_AT_A_TIME = 8192;

/** Seconds from 1904, where the time of ISO 14496-12 begins, to 1970. */
const EPOCH_1904_SECONDS = 2_082_844_800;

/**
 * Writes what stands before the media of a movie whose index comes first, so that it plays while it is fetched. Yields
 * after each piece of some hundred microseconds' work.
 *
 * @param tracks finished, with at least one sample each; the picture first
 * @param mediaBytes the size of what follows
 * @param createdAtMs wall clock
 */
export function* writeMovieHead(
  tracks: readonly MovieTrack[],
  mediaBytes: number,
  createdAtMs: number,
): Generator<undefined, MovieHead> {
  for (const track of tracks) yield* makeOffsetsPositive(track);
  const startTicks = Math.min(...tracks.map(startOf));
  const durationTicks = Math.max(...tracks.map((track) => endOf(track) - startTicks));
  const movie: Movie = {
    startTicks,
    durationTicks: Math.round(durationTicks),
    created: u64(Math.max(0, Math.floor(createdAtMs / 1000) + EPOCH_1904_SECONDS)),
  };
  const ftyp = box('ftyp', ascii('isom'), u32(0x200), ascii('isomiso2mp41'));
  const listBytes = tracks.reduce((sum, { tables }) => sum + tables.sizeBytes, 0);
  const isLarge = mediaBytes + listBytes + SPARE_BYTES > LARGEST_32_BIT;
  const mediaHeader =
    mediaBytes + 8 > LARGEST_32_BIT
      ? concat([u32(1), ascii('mdat'), u64(mediaBytes + 16)])
      : concat([u32(mediaBytes + 8), ascii('mdat')]);
  const withoutOffsets = totalBytes(movieBox(tracks, movie, isLarge, new Map()));
  const chunks = tracks.reduce((sum, { tables }) => sum + tables.chunkOffsets.length, 0);
  const baseBytes =
    ftyp.byteLength + withoutOffsets + chunks * (isLarge ? 8 : 4) + mediaHeader.byteLength;
  const offsets = new Map<MovieTrack, WordList>();
  for (const track of tracks) offsets.set(track, yield* writeOffsets(track, baseBytes, isLarge));
  const pieces = [ftyp, ...movieBox(tracks, movie, isLarge, offsets), mediaHeader];
  const durationMs = (movie.durationTicks * 1000) / TICKS_PER_SECOND;
  return { pieces, sizeBytes: totalBytes(pieces), durationMs };
}

type Movie = {
  /** Where the first of the tracks begins, 90 kHz; the movie's own time begins there. */
  readonly startTicks: number;
  readonly durationTicks: number;
  /** Seconds since 1904 in eight bytes. */
  readonly created: Uint8Array;
};

function startOf({ startTicks, timescale }: MovieTrack): number {
  return ((startTicks ?? 0) * TICKS_PER_SECOND) / timescale;
}

function endOf(track: MovieTrack): number {
  return startOf(track) + (track.tables.totalTicks * TICKS_PER_SECOND) / track.timescale;
}

/** Players from before version 1 of `ctts` know no negative offsets: an edit list takes back what is added. */
function* makeOffsetsPositive({ tables }: MovieTrack): Generator<undefined> {
  if (tables.lowestOffset === 0) return;
  for (const _ of tables.compositionOffsets.addToEach(-tables.lowestOffset, 1, 2)) yield;
}

function* writeOffsets(
  { tables }: MovieTrack,
  baseBytes: number,
  isLarge: boolean,
): Generator<undefined, WordList> {
  const list = new WordList();
  for (const [index, offsetBytes] of tables.chunkOffsets.entries()) {
    const at = baseBytes + offsetBytes;
    if (isLarge) list.push(Math.floor(at / 2 ** 32));
    list.push(at % 2 ** 32);
    if (index % CHUNKS_AT_A_TIME === CHUNKS_AT_A_TIME - 1) yield;
  }
  return list;
}

type Pieces = readonly Uint8Array[];

function totalBytes(pieces: Pieces): number {
  return pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** A box of pieces that are not copied. */
function piecedBox(type: string, ...contents: readonly Pieces[]): Pieces {
  const pieces = contents.flat();
  return [concat([u32(8 + totalBytes(pieces)), ascii(type)]), ...pieces];
}

/** A full box of version 0 with a counted list. */
function listBox(type: string, list: WordList, wordsInEntry: number): Pieces {
  return piecedBox(type, [u32(0, list.length / wordsInEntry)], list.pages());
}

function movieBox(
  tracks: readonly MovieTrack[],
  movie: Movie,
  isLarge: boolean,
  offsets: ReadonlyMap<MovieTrack, WordList>,
): Pieces {
  const boxes = tracks.map((track, index) =>
    trackBox(track, index + 1, movie, isLarge, offsets.get(track) ?? new WordList()),
  );
  return piecedBox('moov', [movieHeader(movie, tracks.length + 1)], ...boxes);
}

function movieHeader({ created, durationTicks }: Movie, nextTrackId: number): Uint8Array {
  return fullBox(
    'mvhd',
    1,
    0,
    ...[created, created, u32(TICKS_PER_SECOND), u64(durationTicks)],
    ...[u32(0x10000), u16(0x0100, 0), u32(0, 0), u32(...UNITY_MATRIX)],
    ...[u32(0, 0, 0, 0, 0, 0), u32(nextTrackId)],
  );
}

function trackBox(
  track: MovieTrack,
  trackId: number,
  movie: Movie,
  isLarge: boolean,
  offsets: WordList,
): Pieces {
  const isVideo = track.name === 'video';
  const { created } = movie;
  const mdhd = fullBox(
    'mdhd',
    1,
    0,
    ...[created, created, u32(track.timescale), u64(track.tables.totalTicks)],
    u16(LANGUAGE_UNDETERMINED, 0),
  );
  const name = isVideo ? 'Picture' : 'Sound';
  const hdlr = fullBox(
    'hdlr',
    0,
    0,
    ...[u32(0), ascii(isVideo ? 'vide' : 'soun'), u32(0, 0, 0), ascii(name), u8(0)],
  );
  const header = isVideo
    ? fullBox('vmhd', 0, 1, u16(0, 0, 0, 0))
    : fullBox('smhd', 0, 0, u16(0, 0));
  const dinf = box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1)));
  const stbl = sampleTableBox(track, isLarge, offsets);
  const minf = piecedBox('minf', [header, dinf], stbl);
  const mdia = piecedBox('mdia', [mdhd, hdlr], minf);
  return piecedBox('trak', [trackHeader(track, trackId, movie)], editBox(track, movie), mdia);
}

function trackHeader(track: MovieTrack, trackId: number, movie: Movie): Uint8Array {
  const { config } = track;
  const isVideo = config !== null && isVideoConfig(config);
  const durationTicks = Math.round(endOf(track) - movie.startTicks);
  // Enabled and in the movie.
  return fullBox(
    'tkhd',
    1,
    3,
    ...[movie.created, movie.created, u32(trackId, 0), u64(durationTicks), u32(0, 0)],
    ...[u16(0, 0, isVideo ? 0 : 0x0100, 0), u32(...UNITY_MATRIX)],
    isVideo ? u32(config.widthPx * 0x10000, config.heightPx * 0x10000) : u32(0, 0),
  );
}

/** Where the track begins later than the other one, and where its first sample is shown later than decoded. */
function editBox(track: MovieTrack, { startTicks }: Movie): Pieces {
  const delayTicks = Math.round(startOf(track) - startTicks);
  const firstTicks = -track.tables.lowestOffset;
  if (delayTicks === 0 && firstTicks === 0) return [];
  const rate = u16(1, 0);
  const playedTicks = Math.round(endOf(track) - startOf(track));
  // A media time of -1 says that nothing is shown.
  const empty = [u64(delayTicks), u32(0xffffffff, 0xffffffff), rate];
  const edits = [...(delayTicks === 0 ? [] : empty), u64(playedTicks), u64(firstTicks), rate];
  return [box('edts', fullBox('elst', 1, 0, u32(delayTicks === 0 ? 1 : 2), ...edits))];
}

function sampleTableBox({ descriptions, tables }: MovieTrack, isLarge: boolean, offsets: WordList) {
  const stsd = fullBox('stsd', 0, 0, u32(descriptions.length), ...descriptions);
  // Version, flags and no size that all samples share.
  const sizes = piecedBox('stsz', [u32(0, 0, tables.count)], tables.sizes.pages());
  return piecedBox(
    'stbl',
    [stsd],
    listBox('stts', tables.durations, 2),
    tables.hasOffsets ? listBox('ctts', tables.compositionOffsets, 2) : [],
    tables.areAllSync ? [] : listBox('stss', tables.syncs, 1),
    listBox('stsc', tables.chunkShapes, 3),
    sizes,
    listBox(isLarge ? 'co64' : 'stco', offsets, isLarge ? 2 : 1),
  );
}
