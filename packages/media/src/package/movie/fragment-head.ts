import type { TrackName } from '../segment.ts';

/** What a fragment says of its samples, without their data. Times in the track's time scale. */
export type FragmentHead = {
  readonly decodeTime: number;
  readonly sizes: readonly number[];
  readonly durations: readonly number[];
  /** Signed; empty where all are 0. */
  readonly compositionOffsets: readonly number[];
  /** Empty where every sample is one that decoding can begin with. */
  readonly syncs: readonly boolean[];
  /** Where the samples' data begins, from the beginning of the bytes that were read. */
  readonly dataOffsetBytes: number;
  readonly dataBytes: number;
  /** Of the events before it, `moof` and `mdat`: what follows begins here. */
  readonly sizeBytes: number;
};

/** A fragment's head, how many bytes it takes to read it, or nothing where it is no fragment of ours. */
export type FragmentReading =
  | { readonly head: FragmentHead }
  | { readonly neededBytes: number }
  | null;

/** A `moof` is some hundred bytes; more samples than this are no part of half a second. */
const MOST_SAMPLES = 4096;

/** Events and `moof` of a damaged file must not make us read all of it. */
const LONGEST_HEAD_BYTES = 256 * 1024;

const NON_SYNC_FLAG = 0x01_00_00;

class Short extends Error {
  readonly neededBytes: number;

  constructor(neededBytes: number) {
    super('more bytes are needed');
    this.neededBytes = neededBytes;
  }
}

class Damaged extends Error {}

/**
 * Reads the boxes before a fragment's media, as `writeFragment` makes them: events, `moof` with one `traf` and one
 * `trun`, the header of `mdat`. Nothing is believed that does not fit together.
 *
 * @param bytes from the fragment's beginning; those of the media may be missing
 */
export function readFragmentHead(bytes: Uint8Array, track: TrackName): FragmentReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return { head: read(view, track) };
  } catch (error) {
    if (error instanceof Short) {
      return error.neededBytes > LONGEST_HEAD_BYTES ? null : { neededBytes: error.neededBytes };
    }
    if (error instanceof Damaged || error instanceof RangeError) return null;
    throw error;
  }
}

type Box = { readonly type: string; readonly bodyAt: number; readonly endAt: number };

function read(view: DataView, track: TrackName): FragmentHead {
  let moof = boxAt(view, 0);
  while (moof.type === 'emsg') moof = boxAt(view, moof.endAt);
  if (moof.type !== 'moof') throw new Damaged();
  const moofAt = moof.bodyAt - 8;
  if (moof.endAt + 8 > view.byteLength) throw new Short(moof.endAt + 8);
  const traf = onlyChild(view, moof, 'traf');
  const header = readTrackHeader(view, onlyChild(view, traf, 'tfhd'));
  const decodeTime = readDecodeTime(view, onlyChild(view, traf, 'tfdt'));
  const run = readTrackRun(view, onlyChild(view, traf, 'trun'), header, track);
  const mdat = boxAt(view, moof.endAt);
  const dataBytes = run.sizes.reduce((sum, size) => sum + size, 0);
  const isWhole =
    mdat.type === 'mdat' &&
    moofAt + run.dataOffset === mdat.bodyAt &&
    mdat.endAt - mdat.bodyAt === dataBytes;
  if (!isWhole) throw new Damaged();
  const { dataOffset: _, ...samples } = run;
  return {
    decodeTime,
    ...samples,
    dataOffsetBytes: mdat.bodyAt,
    dataBytes,
    sizeBytes: mdat.endAt,
  };
}

/** Sizes of 64 bits, and of 0 for the rest of the file, are none of ours. */
function boxAt(view: DataView, at: number): Box {
  if (at + 8 > view.byteLength) throw new Short(at + 8);
  const sizeBytes = view.getUint32(at);
  if (sizeBytes < 8) throw new Damaged();
  let type = '';
  for (let index = 4; index < 8; index++) type += String.fromCharCode(view.getUint8(at + index));
  return { type, bodyAt: at + 8, endAt: at + sizeBytes };
}

function onlyChild(view: DataView, parent: Box, type: string): Box {
  let found: Box | null = null;
  for (let at = parent.bodyAt; at < parent.endAt; ) {
    const child = boxAt(view, at);
    if (child.endAt > parent.endAt) throw new Damaged();
    if (child.type === type) {
      if (found !== null) throw new Damaged();
      found = child;
    }
    at = child.endAt;
  }
  if (found === null) throw new Damaged();
  return found;
}

type Defaults = { readonly duration: number; readonly size: number; readonly flags: number };

/** `tfhd`, ISO 14496-12 clause 8.8.7. */
function readTrackHeader(view: DataView, box: Box): Defaults {
  const flags = view.getUint32(box.bodyAt) & 0xffffff;
  let at = box.bodyAt + 8;
  const word = (isThere: number, length = 4): number => {
    if (!isThere) return 0;
    if (at + length > box.endAt) throw new Damaged();
    const value = view.getUint32(at);
    at += length;
    return value;
  };
  word(flags & 0x01, 8);
  word(flags & 0x02);
  return {
    duration: word(flags & 0x08),
    size: word(flags & 0x10),
    flags: word(flags & 0x20),
  };
}

/** `tfdt`, ISO 14496-12 clause 8.8.12. */
function readDecodeTime(view: DataView, box: Box): number {
  const isLong = view.getUint8(box.bodyAt) === 1;
  if (box.bodyAt + (isLong ? 12 : 8) > box.endAt) throw new Damaged();
  const time = isLong
    ? view.getUint32(box.bodyAt + 4) * 2 ** 32 + view.getUint32(box.bodyAt + 8)
    : view.getUint32(box.bodyAt + 4);
  if (!Number.isSafeInteger(time)) throw new Damaged();
  return time;
}

type Run = Pick<FragmentHead, 'sizes' | 'durations' | 'compositionOffsets' | 'syncs'> & {
  readonly dataOffset: number;
};

/** `trun`, ISO 14496-12 clause 8.8.8. */
function readTrackRun(view: DataView, box: Box, defaults: Defaults, track: TrackName): Run {
  const flags = view.getUint32(box.bodyAt) & 0xffffff;
  const count = view.getUint32(box.bodyAt + 4);
  if (count < 1 || count > MOST_SAMPLES || !(flags & 0x01)) throw new Damaged();
  const dataOffset = view.getInt32(box.bodyAt + 8);
  let at = box.bodyAt + 12;
  const firstFlags = flags & 0x04 ? view.getUint32(at) : null;
  if (firstFlags !== null) at += 4;
  const sampleBytes = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
  if (at + count * sampleBytes !== box.endAt) throw new Damaged();
  const sizes: number[] = [];
  const durations: number[] = [];
  const compositionOffsets: number[] = [];
  const syncs: boolean[] = [];
  for (let index = 0; index < count; index++) {
    let sampleFlags = index === 0 ? (firstFlags ?? defaults.flags) : defaults.flags;
    let duration = defaults.duration;
    let size = defaults.size;
    if (flags & 0x100) {
      duration = view.getUint32(at);
      at += 4;
    }
    if (flags & 0x200) {
      size = view.getUint32(at);
      at += 4;
    }
    if (flags & 0x400) {
      sampleFlags = view.getUint32(at);
      at += 4;
    }
    if (flags & 0x800) {
      compositionOffsets.push(view.getInt32(at));
      at += 4;
    }
    sizes.push(size);
    durations.push(duration);
    if (track === 'video') syncs.push((sampleFlags & NON_SYNC_FLAG) === 0);
  }
  const isMoved = compositionOffsets.some((offset) => offset !== 0);
  return {
    sizes,
    durations,
    compositionOffsets: isMoved ? compositionOffsets : [],
    syncs,
    dataOffset,
  };
}
