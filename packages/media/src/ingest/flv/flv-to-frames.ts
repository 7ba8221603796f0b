import { readAacConfig } from '../../codecs/aac-config.ts';
import { readAv1Config } from '../../codecs/av1-config.ts';
import { inspectTemporalUnit } from '../../codecs/av1-obus.ts';
import { type NalVideoConfig, readAvcConfig } from '../../codecs/avc-config.ts';
import type { ConfigProblem } from '../../codecs/config-problem.ts';
import { readHevcConfig } from '../../codecs/hevc-config.ts';
import {
  inspectNalUnits,
  NAL_HAS_EMPTY_UNIT,
  NAL_HAS_PICTURE,
  NAL_HAS_RANDOM_ACCESS,
  NAL_IS_TRUNCATED,
  rewriteNalUnits,
} from '../../codecs/nal-units.ts';
import type { AudioConfig, Frame, VideoCodec, VideoConfig } from '../../stream/frame.ts';
import { DropCounter } from './drop-counter.ts';
import { readAnnouncement } from './flv-announcement.ts';
import { type FlvTag, readAudioTag, readVideoTag } from './flv-tag.ts';
import { KeyFrameJudge } from './key-frame-judge.ts';
import { TimestampUnwrapper } from './timestamp-unwrapper.ts';

const TICKS_PER_MS = 90;

/** Reordering reaches a few frames ahead; a composition time beyond this is damage. */
const MAX_COMPOSITION_MS = 10_000;

/** An AAC frame has at most 768 bytes a channel. */
const MAX_AUDIO_FRAME_BYTES = 65_536;

type FrameTag = Extract<FlvTag, { kind: 'frame' }>;

/**
 * Turns FLV tags into frames. Configurations are passed on when they change, frames when they are whole; what can't
 * be used is counted in `drops`. The data of a frame is a view of the tag's payload wherever that is possible, so the
 * payload must not be written to afterwards.
 */
export class FlvToFrames {
  readonly drops = new DropCounter();
  readonly #write: (frame: Frame) => void;
  readonly #clock = new TimestampUnwrapper();
  readonly #keys = new KeyFrameJudge();
  #video: NalVideoConfig | null = null;
  #audio: AudioConfig | null = null;

  constructor(write: (frame: Frame) => void) {
    this.#write = write;
  }

  /** Takes script data (tag type 18). */
  readScript(payload: Uint8Array): void {
    const announcement = readAnnouncement(payload);
    if (announcement !== null) this.#write(announcement);
  }

  /**
   * Takes a video tag (type 9) with its time stamp of 32 bits, ms. Returns why the encoder has to change something
   * before it can be used, null where there is no such reason.
   */
  readVideo(timestampMs: number, payload: Uint8Array): string | null {
    const tag = readVideoTag(payload);
    if (tag.kind === 'config') return this.#configureVideo(tag.codec, payload.subarray(tag.bodyAt));
    if (tag.kind !== 'frame') return this.#passOver('video', tag);
    const codec = VIDEO_CODECS[tag.codec];
    const video = this.#video;
    if (codec === undefined && video === null) return unusableVideo(tag.codec);
    if (codec === undefined || video === null || video.config.codec !== codec) {
      return this.#drop('video without its sequence header');
    }
    const dtsMs = this.#clock.unwrap(timestampMs);
    const data = payload.subarray(tag.bodyAt);
    if (codec === 'av1') this.#writeTemporalUnit(dtsMs, tag, data);
    else this.#writeAccessUnit(dtsMs, tag, data, codec, video.nalLengthBytes);
    return null;
  }

  /** Takes an audio tag (type 8); as `readVideo`. */
  readAudio(timestampMs: number, payload: Uint8Array): string | null {
    const tag = readAudioTag(payload);
    if (tag.kind === 'config') return this.#configureAudio(tag.codec, payload.subarray(tag.bodyAt));
    if (tag.kind !== 'frame') return this.#passOver('audio', tag);
    const isAac = tag.codec === 'mp4a';
    if (!isAac && this.#audio === null) return unusableAudio(tag.codec);
    if (!isAac || this.#audio === null) return this.#drop('audio without its sequence header');
    const ptsTicks = this.#clock.unwrap(timestampMs) * TICKS_PER_MS;
    const data = payload.subarray(tag.bodyAt);
    if (data.length === 0) return this.#drop('empty audio frame');
    if (data.length > MAX_AUDIO_FRAME_BYTES) return this.#drop('oversized audio frame');
    this.#write({ kind: 'audio', ptsTicks, data });
    return null;
  }

  #writeAccessUnit(
    dtsMs: number,
    tag: FrameTag,
    data: Uint8Array,
    codec: 'h264' | 'hevc',
    lengthBytes: number,
  ): void {
    const found = inspectNalUnits(data, lengthBytes, codec);
    if (found & NAL_IS_TRUNCATED) {
      this.drops.countFrame('truncated video frame');
      return;
    }
    if (!(found & NAL_HAS_PICTURE)) {
      this.drops.countFrame('video frame without a picture');
      return;
    }
    if (found & NAL_HAS_EMPTY_UNIT) this.drops.count('empty NAL unit');
    const isPlain = lengthBytes === 4 && !(found & NAL_HAS_EMPTY_UNIT);
    const isRandomAccess = (found & NAL_HAS_RANDOM_ACCESS) !== 0;
    const isKey = this.#keys.judge(isRandomAccess, tag.isKey, dtsMs);
    this.#writeVideo(dtsMs, tag, isKey, isPlain ? data : rewriteNalUnits(data, lengthBytes));
  }

  /** A key frame carries its sequence header: AV1-ISOBMFF, 2.4. */
  #writeTemporalUnit(dtsMs: number, tag: FrameTag, data: Uint8Array): void {
    const unit = inspectTemporalUnit(data);
    if (!unit.isWhole) this.drops.countFrame('truncated video frame');
    else if (!unit.hasPicture) this.drops.countFrame('video frame without a picture');
    else {
      const isKey = this.#keys.judge(tag.isKey && unit.hasSequenceHeader, tag.isKey, dtsMs);
      this.#writeVideo(dtsMs, tag, isKey, data.subarray(unit.start));
    }
  }

  #writeVideo(dtsMs: number, tag: FrameTag, isKey: boolean, data: Uint8Array): void {
    const isSane = Math.abs(tag.compositionMs) <= MAX_COMPOSITION_MS;
    if (!isSane) this.drops.count('impossible composition time');
    const dtsTicks = dtsMs * TICKS_PER_MS;
    const ptsTicks = isSane ? dtsTicks + tag.compositionMs * TICKS_PER_MS : dtsTicks;
    this.#write({ kind: 'video', dtsTicks, ptsTicks, isKey, data });
  }

  #configureVideo(codec: string, record: Uint8Array): string | null {
    const read = readVideoConfig(codec, record);
    if (read === null) return unusableVideo(codec);
    if ('problem' in read) return this.#reportConfig('video', read);
    const isSame =
      this.#video !== null &&
      this.#video.nalLengthBytes === read.nalLengthBytes &&
      isSameConfig(this.#video.config, read.config);
    if (isSame) return null;
    this.#video = read;
    this.#keys.reset();
    this.#write({ kind: 'video-config', config: read.config });
    return null;
  }

  #configureAudio(codec: string, record: Uint8Array): string | null {
    if (codec !== 'mp4a') return unusableAudio(codec);
    const config = readAacConfig(record);
    if ('problem' in config) return this.#reportConfig('audio', config);
    if (this.#audio !== null && isSameConfig(this.#audio, config)) return null;
    this.#audio = config;
    this.#write({ kind: 'audio-config', config });
    return null;
  }

  /** A malformed configuration may be followed by a good one; an unsupported one never. */
  #reportConfig(kind: 'video' | 'audio', { problem, detail }: ConfigProblem): string | null {
    if (problem === 'unsupported') return `This ${kind} cannot be used: ${detail}.`;
    this.drops.count(`${kind} sequence header: ${detail}`);
    return null;
  }

  #passOver(kind: 'video' | 'audio', tag: FlvTag): null {
    if (tag.kind === 'truncated') this.drops.countFrame(`truncated ${kind} tag`);
    if (tag.kind === 'extra-track') this.drops.count(`further ${kind} track`);
    return null;
  }

  #drop(reason: string): null {
    this.drops.countFrame(reason);
    return null;
  }
}

const VIDEO_CODECS: Readonly<Record<string, VideoCodec>> = {
  avc1: 'h264',
  hvc1: 'hevc',
  av01: 'av1',
};

/** Null for a codec that can't be used. */
function readVideoConfig(codec: string, record: Uint8Array): NalVideoConfig | ConfigProblem | null {
  if (codec === 'avc1') return readAvcConfig(record);
  if (codec === 'hvc1') return readHevcConfig(record);
  if (codec !== 'av01') return null;
  const config = readAv1Config(record);
  return 'problem' in config ? config : { config, nalLengthBytes: 4 };
}

function isSameConfig(a: VideoConfig | AudioConfig, b: VideoConfig | AudioConfig): boolean {
  return (
    a.codec === b.codec &&
    a.decoderConfig.length === b.decoderConfig.length &&
    a.decoderConfig.every((byte, index) => byte === b.decoderConfig[index])
  );
}

function unusableVideo(codec: string): string {
  return `Video in ${printable(codec)} cannot be used: set the encoder to H.264, HEVC or AV1.`;
}

function unusableAudio(codec: string): string {
  return `Audio in ${printable(codec)} cannot be used: set the encoder to AAC.`;
}

/** A FourCC comes from the network. */
function printable(codec: string): string {
  return codec.replace(/[^\x20-\x7e]/g, '?').trim();
}
