/**
 * AMF 0 (Adobe, "Action Message Format -- AMF 0"), the values of RTMP commands and FLV script data. Objects, typed
 * objects and ECMA arrays are all maps; a date is its milliseconds.
 */
export type AmfValue =
  | number
  | boolean
  | string
  | null
  | undefined
  | AmfObject
  | readonly AmfValue[];

export interface AmfObject extends ReadonlyMap<string, AmfValue> {}

export type AmfRead = {
  /** The values up to the end, or up to the first that could not be read. */
  readonly values: readonly AmfValue[];
  /** Why reading stopped early; null where it did not. */
  readonly problem: string | null;
};

/** Reads values until the end. Never throws; depth, count and sizes are bounded. */
export function readAmf0(bytes: Uint8Array, start = 0): AmfRead {
  const reader = new AmfReader(bytes, start);
  const values: AmfValue[] = [];
  try {
    while (reader.hasMore) values.push(reader.readValue(0));
    return { values, problem: null };
  } catch (error) {
    if (error instanceof AmfProblem) return { values, problem: error.message };
    throw error;
  }
}

/** Writes values one after the other. Strings longer than 65,535 bytes become long strings. */
export function writeAmf0(...values: readonly AmfValue[]): Uint8Array {
  const output: number[] = [];
  for (const value of values) writeValue(output, value);
  return Uint8Array.from(output);
}

/** A map for an object, in the order of its names. */
export function amfObject(fields: Readonly<Record<string, AmfValue>>): AmfObject {
  return new Map(Object.entries(fields));
}

export function isAmfObject(value: AmfValue): value is AmfObject {
  return value instanceof Map;
}

const MARKER = {
  number: 0,
  boolean: 1,
  string: 2,
  object: 3,
  null: 5,
  undefined: 6,
  reference: 7,
  ecmaArray: 8,
  objectEnd: 9,
  strictArray: 10,
  date: 11,
  longString: 12,
  unsupported: 13,
  xmlDocument: 15,
  typedObject: 16,
} as const;

/** No encoder nests deeper than three. */
const MAX_DEPTH = 12;
/** A connect command has about twenty values, metadata about thirty. */
const MAX_VALUES = 2_000;
const MAX_STRING_BYTES = 65_535;

class AmfProblem extends Error {}

const utf8 = new TextDecoder();
const utf8Encoder = new TextEncoder();

class AmfReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at: number;
  #values = 0;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = start;
  }

  get hasMore(): boolean {
    return this.#at < this.#bytes.length;
  }

  readValue(depth: number): AmfValue {
    if (++this.#values > MAX_VALUES) throw new AmfProblem(`more than ${MAX_VALUES} values`);
    if (depth > MAX_DEPTH) throw new AmfProblem(`nested deeper than ${MAX_DEPTH}`);
    const marker = this.#bytes[this.#take(1)];
    switch (marker) {
      case MARKER.number:
        return this.#view.getFloat64(this.#take(8));
      case MARKER.boolean:
        return this.#bytes[this.#take(1)] !== 0;
      case MARKER.string:
        return this.#readText(this.#readUint16());
      case MARKER.longString:
      case MARKER.xmlDocument:
        return this.#readText(this.#view.getUint32(this.#take(4)));
      case MARKER.typedObject:
        this.#readText(this.#readUint16());
        return this.#readFields(depth);
      case MARKER.ecmaArray:
        // The count is only a hint, and often wrong.
        this.#take(4);
        return this.#readFields(depth);
      case MARKER.object:
        return this.#readFields(depth);
      case MARKER.strictArray:
        return this.#readArray(depth);
      case MARKER.date: {
        const timeMs = this.#view.getFloat64(this.#take(8));
        this.#take(2);
        return timeMs;
      }
      case MARKER.null:
        return null;
      case MARKER.reference:
        this.#take(2);
        return undefined;
      case MARKER.undefined:
      case MARKER.unsupported:
        return undefined;
      default:
        throw new AmfProblem(`unknown AMF 0 marker ${marker}`);
    }
  }

  #readFields(depth: number): AmfObject {
    const fields = new Map<string, AmfValue>();
    // Some encoders leave the end marker out of the last object.
    while (this.hasMore) {
      const name = this.#readText(this.#readUint16());
      if (name === '' && this.#bytes[this.#at] === MARKER.objectEnd) {
        this.#at++;
        break;
      }
      fields.set(name, this.readValue(depth + 1));
    }
    return fields;
  }

  #readArray(depth: number): readonly AmfValue[] {
    const count = this.#view.getUint32(this.#take(4));
    if (count > MAX_VALUES) throw new AmfProblem(`an array of ${count} values`);
    const values: AmfValue[] = [];
    for (let index = 0; index < count; index++) values.push(this.readValue(depth + 1));
    return values;
  }

  #readUint16(): number {
    return this.#view.getUint16(this.#take(2));
  }

  #readText(sizeBytes: number): string {
    if (sizeBytes > MAX_STRING_BYTES) throw new AmfProblem(`a string of ${sizeBytes} bytes`);
    const start = this.#take(sizeBytes);
    return utf8.decode(this.#bytes.subarray(start, start + sizeBytes));
  }

  #take(sizeBytes: number): number {
    const start = this.#at;
    if (start + sizeBytes > this.#bytes.length)
      throw new AmfProblem('ends in the middle of a value');
    this.#at = start + sizeBytes;
    return start;
  }
}

function writeValue(output: number[], value: AmfValue): void {
  if (value === undefined) output.push(MARKER.undefined);
  else if (value === null) output.push(MARKER.null);
  else if (typeof value === 'number') output.push(MARKER.number, ...float64(value));
  else if (typeof value === 'boolean') output.push(MARKER.boolean, value ? 1 : 0);
  else if (typeof value === 'string') writeString(output, value);
  else if (isAmfObject(value)) writeObject(output, value);
  else writeArray(output, value);
}

function writeString(output: number[], text: string): void {
  const bytes = utf8Encoder.encode(text);
  if (bytes.length > 0xffff) output.push(MARKER.longString, ...uint32(bytes.length));
  else output.push(MARKER.string, bytes.length >> 8, bytes.length & 0xff);
  for (const byte of bytes) output.push(byte);
}

function writeObject(output: number[], fields: AmfObject): void {
  output.push(MARKER.object);
  for (const [name, value] of fields) {
    const bytes = utf8Encoder.encode(name).subarray(0, 0xffff);
    output.push(bytes.length >> 8, bytes.length & 0xff, ...bytes);
    writeValue(output, value);
  }
  output.push(0, 0, MARKER.objectEnd);
}

function writeArray(output: number[], values: readonly AmfValue[]): void {
  output.push(MARKER.strictArray, ...uint32(values.length));
  for (const value of values) writeValue(output, value);
}

function float64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
