import type { AudioConfig } from '../stream/frame.ts';
import { BitReader } from './bit-reader.ts';
import { type ConfigProblem, malformed, unsupported } from './config-problem.ts';

/** Reads an AudioSpecificConfig of AAC-LC, HE-AAC or HE-AAC v2 (ISO/IEC 14496-3, 1.6.2.1). */
export function readAacConfig(bytes: Uint8Array): AudioConfig | ConfigProblem {
  const bits = new BitReader(bytes);
  const signalledType = readObjectType(bits);
  const sampleRate = readSampleRate(bits);
  const channelConfiguration = bits.bits(4);
  let coreType = signalledType;
  if (signalledType === SBR || signalledType === PARAMETRIC_STEREO) {
    // The rate of the spectral band replication; the core's own came before it.
    readSampleRate(bits);
    coreType = readObjectType(bits);
  }
  if (bits.hasOverrun) {
    return malformed(`AudioSpecificConfig of ${bytes.length} bytes is too short`);
  }
  if (coreType !== AAC_LC) {
    return unsupported(`MPEG-4 audio object type ${coreType}: only AAC-LC and HE-AAC can be used`);
  }
  if (sampleRate === null) {
    return malformed('AudioSpecificConfig has no usable sample rate');
  }

  const isShort = bits.flag();
  if (bits.flag()) bits.skip(14);
  bits.skip(1);
  const channelCount =
    channelConfiguration === 0 ? readProgramChannels(bits) : CHANNELS[channelConfiguration];
  if (bits.hasOverrun) {
    return malformed(`AudioSpecificConfig of ${bytes.length} bytes is too short`);
  }
  if (channelCount === undefined || channelCount < 1 || channelCount > MAX_CHANNELS) {
    return malformed(`AudioSpecificConfig has channel configuration ${channelConfiguration}`);
  }

  const outputType = signalledType === AAC_LC ? readSyncExtension(bits) : signalledType;
  return {
    codec: 'aac',
    codecString: `mp4a.40.${outputType}`,
    sampleRate,
    channelCount,
    samplesPerFrame: isShort ? 960 : 1024,
    decoderConfig: new Uint8Array(bytes),
  };
}

const AAC_LC = 2;
const SBR = 5;
const PARAMETRIC_STEREO = 29;
const ESCAPE = 31;

/** Table 1.18, by samplingFrequencyIndex. */
const SAMPLE_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
  7_350,
];
const MIN_SAMPLE_RATE = 7_350;
const MAX_SAMPLE_RATE = 96_000;

/** Table 1.19, by channelConfiguration; 0 has a program config element instead. */
const CHANNELS: readonly (number | undefined)[] = [
  undefined,
  1,
  2,
  3,
  4,
  5,
  6,
  8,
  undefined,
  undefined,
  undefined,
  7,
  8,
  undefined,
  8,
];
const MAX_CHANNELS = 24;

function readObjectType(bits: BitReader): number {
  const type = bits.bits(5);
  return type === ESCAPE ? 32 + bits.bits(6) : type;
}

/** Hz; null for a reserved index or a rate that no AAC decoder has. */
function readSampleRate(bits: BitReader): number | null {
  const index = bits.bits(4);
  const rate = index === 15 ? bits.bits(24) : SAMPLE_RATES[index];
  if (rate === undefined || rate < MIN_SAMPLE_RATE || rate > MAX_SAMPLE_RATE) return null;
  return rate;
}

/** Channels of a program_config_element, 4.4.1.1: front, side, back and LFE; pairs count twice. */
function readProgramChannels(bits: BitReader): number {
  bits.skip(4 + 2 + 4);
  const speakers = bits.bits(4) + bits.bits(4) + bits.bits(4);
  const lowFrequency = bits.bits(2);
  const associatedData = bits.bits(3);
  const coupling = bits.bits(4);
  if (bits.flag()) bits.skip(4);
  if (bits.flag()) bits.skip(4);
  if (bits.flag()) bits.skip(3);
  let channels = lowFrequency;
  for (let index = 0; index < speakers; index++) {
    channels += bits.flag() ? 2 : 1;
    bits.skip(4);
  }
  bits.skip(lowFrequency * 4 + associatedData * 4 + coupling * 5);
  bits.alignToByte();
  bits.skip(bits.bits(8) * 8);
  return channels;
}

/** Backward compatible signalling behind the configuration, 1.6.5.3: the object type a capable decoder shows. */
function readSyncExtension(bits: BitReader): number {
  if (bits.bitsLeft < 16 || bits.bits(11) !== 0x2b7) return AAC_LC;
  if (readObjectType(bits) !== SBR || !bits.flag()) return AAC_LC;
  readSampleRate(bits);
  if (bits.bitsLeft < 12 || bits.bits(11) !== 0x548) return SBR;
  return bits.flag() ? PARAMETRIC_STEREO : SBR;
}
