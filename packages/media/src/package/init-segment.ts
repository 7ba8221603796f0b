import type { AudioConfig, VideoConfig } from '../stream/frame.ts';
import { TICKS_PER_SECOND } from '../stream/frame.ts';
import { ascii, box, concat, fullBox, u8, u16, u32 } from './box-writer.ts';

/** Ticks per second of a track: 90 kHz for video, the sample rate for audio. */
export function timescaleOf(config: VideoConfig | AudioConfig): number {
  return isVideoConfig(config) ? TICKS_PER_SECOND : config.sampleRate;
}

export function isVideoConfig(config: VideoConfig | AudioConfig): config is VideoConfig {
  return 'widthPx' in config;
}

/** The CMAF header (`ftyp`, `moov`) of a track: ISO/IEC 23000-19, 7.3. */
export function writeInitSegment(config: VideoConfig | AudioConfig): Uint8Array {
  return concat([
    // Composition offsets are signed here, which is what `cmf2` announces.
    box('ftyp', ascii('cmf2'), u32(0), ascii('iso6cmfccmf2mp41')),
    box('moov', movieHeader(timescaleOf(config)), track(config), movieExtends()),
  ]);
}

export const UNITY_MATRIX = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
const TRACK_ID = 1;
/** ISO 639-2/T `und`, five bits a letter. */
export const LANGUAGE_UNDETERMINED = 0x55c4;

function movieHeader(timescale: number): Uint8Array {
  return fullBox(
    'mvhd',
    0,
    0,
    u32(0, 0, timescale, 0),
    u32(0x10000),
    u16(0x0100, 0),
    u32(0, 0),
    u32(...UNITY_MATRIX),
    u32(0, 0, 0, 0, 0, 0),
    u32(TRACK_ID + 1),
  );
}

function movieExtends(): Uint8Array {
  return box('mvex', fullBox('trex', 0, 0, u32(TRACK_ID, 1, 0, 0, 0)));
}

function track(config: VideoConfig | AudioConfig): Uint8Array {
  const isVideo = isVideoConfig(config);
  return box(
    'trak',
    trackHeader(config),
    box(
      'mdia',
      fullBox('mdhd', 0, 0, u32(0, 0, timescaleOf(config), 0), u16(LANGUAGE_UNDETERMINED, 0)),
      fullBox('hdlr', 0, 0, u32(0), ascii(isVideo ? 'vide' : 'soun'), u32(0, 0, 0), u8(0)),
      box(
        'minf',
        isVideo ? fullBox('vmhd', 0, 1, u16(0, 0, 0, 0)) : fullBox('smhd', 0, 0, u16(0, 0)),
        box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1))),
        sampleTable(config),
      ),
    ),
  );
}

function trackHeader(config: VideoConfig | AudioConfig): Uint8Array {
  const isVideo = isVideoConfig(config);
  // Enabled and in the movie.
  return fullBox(
    'tkhd',
    0,
    3,
    u32(0, 0, TRACK_ID, 0, 0),
    u32(0, 0),
    u16(0, 0, isVideo ? 0 : 0x0100, 0),
    u32(...UNITY_MATRIX),
    isVideo ? u32(config.widthPx * 0x10000, config.heightPx * 0x10000) : u32(0, 0),
  );
}

/** Sample tables of a fragmented track are empty but for the sample description. */
function sampleTable(config: VideoConfig | AudioConfig): Uint8Array {
  return box(
    'stbl',
    fullBox('stsd', 0, 0, u32(1), sampleEntry(config)),
    fullBox('stts', 0, 0, u32(0)),
    fullBox('stsc', 0, 0, u32(0)),
    fullBox('stsz', 0, 0, u32(0, 0)),
    fullBox('stco', 0, 0, u32(0)),
  );
}

/** What a sample description says of a configuration: an `avc1`, `hvc1`, `av01` or `mp4a` box. */
export function sampleEntry(config: VideoConfig | AudioConfig): Uint8Array {
  return isVideoConfig(config) ? videoSampleEntry(config) : audioSampleEntry(config);
}

/** Parameter sets out of band: Apple's players take `hvc1`, not `hev1`. */
const VIDEO_BOXES = {
  h264: { entry: 'avc1', config: 'avcC' },
  hevc: { entry: 'hvc1', config: 'hvcC' },
  av1: { entry: 'av01', config: 'av1C' },
} as const;

function videoSampleEntry(config: VideoConfig): Uint8Array {
  const names = VIDEO_BOXES[config.codec];
  const compressorName = new Uint8Array(32);
  return box(
    names.entry,
    u16(0, 0, 0, 1),
    u32(0, 0, 0, 0),
    u16(config.widthPx, config.heightPx),
    u32(0x480000, 0x480000, 0),
    u16(1),
    compressorName,
    u16(24, 0xffff),
    box(names.config, config.decoderConfig),
  );
}

function audioSampleEntry(config: AudioConfig): Uint8Array {
  // 16.16 has no room for more than 65535 Hz; readers take the rate from the AudioSpecificConfig then.
  const rate = config.sampleRate > 0xffff ? 0 : config.sampleRate;
  return box(
    'mp4a',
    u16(0, 0, 0, 1),
    u32(0, 0),
    u16(config.channelCount, 16, 0, 0),
    u32(rate * 0x10000),
    fullBox('esds', 0, 0, elementaryStreamDescriptor(config.decoderConfig)),
  );
}

/** ISO/IEC 14496-1, 7.2.6.5: MPEG-4 audio, audio stream, with the AudioSpecificConfig inside. */
function elementaryStreamDescriptor(audioSpecificConfig: Uint8Array): Uint8Array {
  const decoderConfig = descriptor(
    0x04,
    u8(0x40, 0x15, 0, 0, 0),
    u32(0, 0),
    descriptor(0x05, audioSpecificConfig),
  );
  return descriptor(0x03, u16(TRACK_ID), u8(0), decoderConfig, descriptor(0x06, u8(2)));
}

function descriptor(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = concat(contents);
  const size = body.byteLength;
  // The size is written seven bits a byte; four bytes are what every reader expects.
  return concat([
    u8(tag, 0x80 | (size >> 21), 0x80 | (size >> 14), 0x80 | (size >> 7), size & 0x7f),
    body,
  ]);
}
