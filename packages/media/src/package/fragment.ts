import type { TrackName } from './segment.ts';

/** The samples of the part that is being made; emptied and used again for each part. */
export class SampleList {
  readonly data: Uint8Array[] = [];
  readonly durations: number[] = [];
  readonly compositionOffsets: number[] = [];
  readonly keys: boolean[] = [];
  sizeBytes = 0;
  durationTicks = 0;

  get count(): number {
    return this.data.length;
  }

  /** Durations and offsets in the track's time scale; the data is not copied until the part is written. */
  push(data: Uint8Array, durationTicks: number, isKey: boolean, compositionOffset: number): void {
    this.data.push(data);
    this.durations.push(durationTicks);
    this.keys.push(isKey);
    this.compositionOffsets.push(compositionOffset);
    this.sizeBytes += data.byteLength;
    this.durationTicks += durationTicks;
  }

  clear(): void {
    this.data.length = 0;
    this.durations.length = 0;
    this.keys.length = 0;
    this.compositionOffsets.length = 0;
    this.sizeBytes = 0;
    this.durationTicks = 0;
  }
}

export type FragmentHead = {
  readonly track: TrackName;
  /** Counts the fragments of a track from 1. */
  readonly sequenceNumber: number;
  /** Decode time of the first sample, in the track's time scale. */
  readonly decodeTime: number;
  /** An `emsg` box to stand before the `moof`; null for none. */
  readonly event: Uint8Array | null;
};

export type Fragment = {
  readonly bytes: Uint8Array;
  /** Where `moof` begins. */
  readonly moofOffsetBytes: number;
  /** Where the first sample's data ends. */
  readonly firstSampleEndBytes: number;
};

const MFHD_BYTES = 16;
const TFDT_BYTES = 20;
/** With the default duration and flags that all audio samples share. */
const AUDIO_TFHD_BYTES = 24;
const VIDEO_TFHD_BYTES = 16;
const TRUN_HEAD_BYTES = 20;

const DEFAULT_BASE_IS_MOOF = 0x02_00_00;
const TFHD_DEFAULT_DURATION = 0x08;
const TFHD_DEFAULT_FLAGS = 0x20;
const TRUN_DATA_OFFSET = 0x01;
const TRUN_DURATION = 0x1_00;
const TRUN_SIZE = 0x2_00;
const TRUN_FLAGS = 0x4_00;
const TRUN_COMPOSITION_OFFSET = 0x8_00;

/** Depends on no other sample (14496-12, 8.8.3.1). */
const SYNC_SAMPLE = 0x02_00_00_00;
/** Depends on others and is no sync sample. */
const DEPENDENT_SAMPLE = 0x01_01_00_00;

const BOX = {
  moof: 0x6d_6f_6f_66,
  mfhd: 0x6d_66_68_64,
  traf: 0x74_72_61_66,
  tfhd: 0x74_66_68_64,
  tfdt: 0x74_66_64_74,
  trun: 0x74_72_75_6e,
  mdat: 0x6d_64_61_74,
} as const;

/** Writes a CMAF chunk into one buffer: the only copy of the media on its way from the encoder to the viewers. */
export function writeFragment(head: FragmentHead, samples: SampleList): Fragment {
  const isVideo = head.track === 'video';
  const isRegular = !isVideo && samples.durations.every((value) => value === samples.durations[0]);
  const sampleBytes = isVideo ? 16 : isRegular ? 4 : 8;
  const tfhdBytes = isVideo ? VIDEO_TFHD_BYTES : AUDIO_TFHD_BYTES;
  const trunBytes = TRUN_HEAD_BYTES + samples.count * sampleBytes;
  const trafBytes = 8 + tfhdBytes + TFDT_BYTES + trunBytes;
  const moofBytes = 8 + MFHD_BYTES + trafBytes;
  const eventBytes = head.event?.byteLength ?? 0;

  const bytes = new Uint8Array(eventBytes + moofBytes + 8 + samples.sizeBytes);
  if (head.event !== null) bytes.set(head.event, 0);
  const view = new DataView(bytes.buffer);
  let at = eventBytes;
  const word = (value: number): void => {
    view.setUint32(at, value);
    at += 4;
  };

  word(moofBytes);
  word(BOX.moof);
  word(MFHD_BYTES);
  word(BOX.mfhd);
  word(0);
  word(head.sequenceNumber);
  word(trafBytes);
  word(BOX.traf);

  word(tfhdBytes);
  word(BOX.tfhd);
  word(
    isVideo
      ? DEFAULT_BASE_IS_MOOF
      : DEFAULT_BASE_IS_MOOF | TFHD_DEFAULT_DURATION | TFHD_DEFAULT_FLAGS,
  );
  word(1);
  if (!isVideo) {
    word(samples.durations[0] ?? 0);
    word(SYNC_SAMPLE);
  }

  word(TFDT_BYTES);
  word(BOX.tfdt);
  word(0x01_00_00_00);
  word(Math.floor(head.decodeTime / 2 ** 32));
  word(head.decodeTime % 2 ** 32);

  word(trunBytes);
  word(BOX.trun);
  word((0x01_00_00_00 | trunFlags(isVideo, isRegular)) >>> 0);
  word(samples.count);
  word(moofBytes + 8);
  for (let index = 0; index < samples.count; index++) {
    if (!isRegular) word(samples.durations[index] ?? 0);
    word(samples.data[index]?.byteLength ?? 0);
    if (!isVideo) continue;
    word(samples.keys[index] ? SYNC_SAMPLE : DEPENDENT_SAMPLE);
    view.setInt32(at, samples.compositionOffsets[index] ?? 0);
    at += 4;
  }

  word(8 + samples.sizeBytes);
  word(BOX.mdat);
  const firstSampleEndBytes = at + (samples.data[0]?.byteLength ?? 0);
  for (const data of samples.data) {
    bytes.set(data, at);
    at += data.byteLength;
  }
  return { bytes, moofOffsetBytes: eventBytes, firstSampleEndBytes };
}

function trunFlags(isVideo: boolean, isRegular: boolean): number {
  if (isVideo) {
    return TRUN_DATA_OFFSET | TRUN_DURATION | TRUN_SIZE | TRUN_FLAGS | TRUN_COMPOSITION_OFFSET;
  }
  return isRegular ? TRUN_DATA_OFFSET | TRUN_SIZE : TRUN_DATA_OFFSET | TRUN_DURATION | TRUN_SIZE;
}
