import type { AudioConfig } from './frame.ts';

/** What an encoder without audio gets: AAC-LC, 48 kHz, stereo. */
export const SILENT_AUDIO: AudioConfig = {
  codec: 'aac',
  codecString: 'mp4a.40.2',
  sampleRate: 48_000,
  channelCount: 2,
  samplesPerFrame: 1024,
  decoderConfig: Uint8Array.of(0x11, 0x90),
};

type Element = 'single' | 'pair' | 'low-frequency';

/** Syntactic elements by channelConfiguration (ISO/IEC 14496-3, table 1.19). */
const ELEMENTS: Readonly<Record<number, readonly Element[]>> = {
  1: ['single'],
  2: ['pair'],
  3: ['single', 'pair'],
  4: ['single', 'pair', 'single'],
  5: ['single', 'pair', 'pair'],
  6: ['single', 'pair', 'pair', 'low-frequency'],
  7: ['single', 'pair', 'pair', 'pair', 'low-frequency'],
};

const ELEMENT_ID = { single: 0, pair: 1, 'low-frequency': 3 } as const;
const END_ID = 7;

/**
 * A raw_data_block (14496-3, 4.4.2.1) that decodes to silence under this configuration, with or without SBR. Null for
 * channel layouts that are described in the stream itself (channelConfiguration 0) or are reserved.
 */
export function silentFrame(config: AudioConfig): Uint8Array | null {
  const elements = ELEMENTS[channelConfiguration(config.decoderConfig)];
  if (elements === undefined) return null;
  const bits = new BitWriter();
  const tags = { single: 0, pair: 0, 'low-frequency': 0 };
  for (const element of elements) {
    bits.write(ELEMENT_ID[element], 3);
    bits.write(tags[element]++, 4);
    if (element === 'pair') writePair(bits);
    else writeChannel(bits, false);
  }
  bits.write(END_ID, 3);
  return bits.toBytes();
}

/** channel_pair_element: one ics_info for both channels, and no mid/side stereo. */
function writePair(bits: BitWriter): void {
  bits.write(1, 1);
  writeIcsInfo(bits);
  bits.write(0, 2);
  writeChannel(bits, true);
  writeChannel(bits, true);
}

/** individual_channel_stream: nothing but a gain, as no scale factor band is sent. */
function writeChannel(bits: BitWriter, hasCommonWindow: boolean): void {
  bits.write(0, 8);
  if (!hasCommonWindow) writeIcsInfo(bits);
  // No pulse data, no temporal noise shaping, no gain control.
  bits.write(0, 3);
}

/** ics_info: one long window of sine shape, max_sfb 0, no prediction. */
function writeIcsInfo(bits: BitWriter): void {
  bits.write(0, 1 + 2 + 1 + 6 + 1);
}

function channelConfiguration(audioSpecificConfig: Uint8Array): number {
  const word = ((audioSpecificConfig[0] ?? 0) << 8) | (audioSpecificConfig[1] ?? 0);
  const hasEscapedType = word >> 11 === 31;
  const hasEscapedRate = ((word >> 7) & 15) === 15;
  // Such headers are longer; they belong to layouts that nobody sends live.
  if (hasEscapedType || hasEscapedRate) return 0;
  return (word >> 3) & 15;
}

class BitWriter {
  #bits: number[] = [];

  write(value: number, count: number): void {
    for (let shift = count - 1; shift >= 0; shift--) this.#bits.push((value >> shift) & 1);
  }

  toBytes(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
    this.#bits.forEach((bit, index) => {
      bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
    });
    return bytes;
  }
}
