import type { VideoConfig } from '../../stream/frame.ts';
import { concat } from '../box-writer.ts';

const NONE = new Uint8Array(0);

/**
 * The parameter sets of a configuration as they stand before a picture in the stream itself: NAL units with their
 * lengths. Empty for AV1, whose key frames carry them, and where the configuration is none.
 */
export function parameterSetsOf({ codec, decoderConfig }: VideoConfig): Uint8Array {
  try {
    if (codec === 'h264') return readAvc(decoderConfig);
    return codec === 'hevc' ? readHevc(decoderConfig) : NONE;
  } catch (error) {
    if (error instanceof RangeError) return NONE;
    throw error;
  }
}

/** `avcC`, ISO 14496-15 clause 5.3.3.1. */
function readAvc(bytes: Uint8Array): Uint8Array {
  const reader = new Reader(bytes, 4);
  const lengthBytes = (reader.byte() & 0x03) + 1;
  const units: Uint8Array[] = [];
  for (const mask of [0x1f, 0xff]) {
    const count = reader.byte() & mask;
    for (let index = 0; index < count; index++) units.push(reader.unit(lengthBytes));
  }
  return concat(units);
}

/** `hvcC`, ISO 14496-15 clause 8.3.3.1. */
function readHevc(bytes: Uint8Array): Uint8Array {
  const reader = new Reader(bytes, 21);
  const lengthBytes = (reader.byte() & 0x03) + 1;
  const units: Uint8Array[] = [];
  const arrays = reader.byte();
  for (let array = 0; array < arrays; array++) {
    reader.byte();
    const count = reader.byte() * 256 + reader.byte();
    for (let index = 0; index < count; index++) units.push(reader.unit(lengthBytes));
  }
  return concat(units);
}

class Reader {
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
  }

  byte(): number {
    return this.#view.getUint8(this.#at++);
  }

  /** A NAL unit with 16 bits of length before it, as one with as many bytes as the stream has. */
  unit(lengthBytes: number): Uint8Array {
    const size = this.#view.getUint16(this.#at);
    const start = this.#view.byteOffset + this.#at + 2;
    const end = this.#at + 2 + size;
    if (end > this.#view.byteLength) throw new RangeError('a parameter set is cut off');
    const unit = new Uint8Array(lengthBytes + size);
    for (let index = 0; index < lengthBytes; index++) {
      unit[index] = (size >>> (8 * (lengthBytes - 1 - index))) & 0xff;
    }
    unit.set(new Uint8Array(this.#view.buffer, start, size), lengthBytes);
    this.#at = end;
    return unit;
  }
}
