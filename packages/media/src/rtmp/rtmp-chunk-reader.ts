import { DEFAULT_CHUNK_BYTES } from './rtmp-message.ts';

/** Takes a whole message. The payload is the receiver's to keep; it is never written again. */
export type RtmpMessageHandler = (
  typeId: number,
  timestampMs: number,
  messageStreamId: number,
  payload: Uint8Array,
) => void;

/** What is remembered of a chunk stream between its chunks. */
type ChunkStream = {
  timestampMs: number;
  /** What a chunk without a time of its own adds: RTMP 1.0, 5.3.1.2.4. */
  deltaMs: number;
  /** The last extended time stamp as it was sent; null where the last header needed none. */
  extended: number | null;
  isAbsolute: boolean;
  sizeBytes: number;
  typeId: number;
  messageStreamId: number;
  /** The message being put together; null between messages. */
  message: Uint8Array | null;
  filledBytes: number;
};

/** Basic header 3, message header 11, extended time stamp 4. */
const MAX_HEADER_BYTES = 18;
/** Encoders use about six. */
const MAX_CHUNK_STREAMS = 64;
const EXTENDED = 0xff_ff_ff;
const MESSAGE_HEADER_BYTES = [11, 7, 3, 0];

/**
 * Puts messages together from chunks (RTMP 1.0, 5.3). The buffer of a message is made when its header is known, and
 * each byte is copied once, from the socket's buffer to its place.
 */
export class RtmpChunkReader {
  /** The peer's chunk size, set by its SetChunkSize. */
  chunkBytes = DEFAULT_CHUNK_BYTES;
  /** Messages above this end the connection; unfinished messages may take twice as much together. */
  maxMessageBytes: number;
  readonly #handleMessage: RtmpMessageHandler;
  readonly #streams = new Map<number, ChunkStream>();
  /** A header that the socket's buffer ended in. */
  readonly #carry = Buffer.alloc(MAX_HEADER_BYTES);
  #carryBytes = 0;
  /** The chunk whose payload is being read, and how much of it is to come. */
  #current: ChunkStream | null = null;
  #chunkLeftBytes = 0;
  #pendingBytes = 0;
  #problem: string | null = null;
  #isPaused = false;
  #rest: Uint8Array | null = null;

  constructor(maxMessageBytes: number, handleMessage: RtmpMessageHandler) {
    this.maxMessageBytes = maxMessageBytes;
    this.#handleMessage = handleMessage;
  }

  /**
   * Reads bytes as they came; returns what is wrong with them, after which nothing more can be read. The bytes are the
   * caller's again afterwards.
   */
  push(bytes: Uint8Array): string | null {
    let at = 0;
    while (at < bytes.length && this.#problem === null) {
      if (this.#isPaused) {
        this.#keepRest(bytes.subarray(at));
        break;
      }
      at = this.#current === null ? this.#pushHeader(bytes, at) : this.#pushPayload(bytes, at);
    }
    return this.#problem;
  }

  /** Stops after the message that is being handled, and keeps what is left of the pushed bytes. */
  pause(): void {
    this.#isPaused = true;
  }

  /** Goes on with what was left; returns what is wrong with it. */
  resume(): string | null {
    this.#isPaused = false;
    const rest = this.#rest;
    this.#rest = null;
    return rest === null ? this.#problem : this.push(rest);
  }

  /** Forgets the unfinished message of a chunk stream (Abort Message, 5.4.2). */
  abort(chunkStreamId: number): void {
    const stream = this.#streams.get(chunkStreamId);
    if (stream !== undefined) this.#discard(stream);
  }

  #pushHeader(bytes: Uint8Array, at: number): number {
    if (this.#carryBytes === 0) {
      const used = this.#readHeader(bytes, at, bytes.length);
      if (used > 0) return at + used;
      if (this.#problem !== null) return bytes.length;
      this.#carry.set(bytes.subarray(at), 0);
      this.#carryBytes = bytes.length - at;
      return bytes.length;
    }
    const before = this.#carryBytes;
    const taken = Math.min(MAX_HEADER_BYTES - before, bytes.length - at);
    this.#carry.set(bytes.subarray(at, at + taken), before);
    const used = this.#readHeader(this.#carry, 0, before + taken);
    this.#carryBytes = used > 0 ? 0 : before + taken;
    if (used === 0) return at + taken;
    if (used >= before) return at + used - before;
    // What looked like the beginning of an extended time stamp was payload.
    this.push(Uint8Array.from(this.#carry.subarray(used, before)));
    return at;
  }

  #keepRest(bytes: Uint8Array): void {
    this.#rest = Buffer.concat(this.#rest === null ? [bytes] : [this.#rest, bytes]);
  }

  /** Reads one chunk header and returns its length; 0 where more bytes are needed or `#problem` says why not. */
  #readHeader(bytes: Uint8Array, start: number, end: number): number {
    const first = bytes[start] ?? 0;
    const format = first >> 6;
    let chunkStreamId = first & 0x3f;
    let at = start + 1;
    if (chunkStreamId < 2) {
      const extraBytes = chunkStreamId + 1;
      if (at + extraBytes > end) return 0;
      chunkStreamId = 64 + (bytes[at] ?? 0) + (extraBytes === 2 ? (bytes[at + 1] ?? 0) * 256 : 0);
      at += extraBytes;
    }
    if (at + (MESSAGE_HEADER_BYTES[format] ?? 0) > end) return 0;
    const known = this.#streams.get(chunkStreamId);
    if (format === 3) {
      if (known === undefined)
        return this.#fail(`chunk stream ${chunkStreamId} begins without a header`);
      return this.#readBareHeader(bytes, start, at, end, known);
    }
    if (known === undefined && format === 2) {
      return this.#fail(`chunk stream ${chunkStreamId} begins without a message length`);
    }

    const time = readUint24(bytes, at);
    at += MESSAGE_HEADER_BYTES[format] ?? 0;
    if (time === EXTENDED && at + 4 > end) return 0;
    const stream = known ?? this.#addStream(chunkStreamId);
    if (stream === null) return 0;
    const fieldsAt = at - (MESSAGE_HEADER_BYTES[format] ?? 0) + 3;
    if (format < 2) {
      stream.sizeBytes = readUint24(bytes, fieldsAt);
      stream.typeId = bytes[fieldsAt + 3] ?? 0;
    }
    // The message stream id is the one little-endian number of RTMP.
    if (format === 0) stream.messageStreamId = readUint32LittleEndian(bytes, fieldsAt + 4);
    stream.extended = time === EXTENDED ? readUint32At(bytes, at) : null;
    if (time === EXTENDED) at += 4;
    stream.deltaMs = stream.extended ?? time;
    stream.isAbsolute = format === 0;
    stream.timestampMs = stream.isAbsolute
      ? stream.deltaMs
      : add32(stream.timestampMs, stream.deltaMs);
    // A new header in the middle of a message: the encoder has given the old one up.
    this.#discard(stream);
    return this.#beginChunk(stream) ? at - start : 0;
  }

  /**
   * A chunk of format 3: the next piece of a message, or a new message like the one before. After a header with an
   * extended time stamp it repeats that stamp (5.3.1.3), but encoders differ: some leave it out, some send the
   * message's absolute time. So four bytes count as a time stamp only when they are one of the two expected values.
   */
  #readBareHeader(
    bytes: Uint8Array,
    start: number,
    at: number,
    end: number,
    stream: ChunkStream,
  ): number {
    let used = at - start;
    if (stream.extended !== null) {
      if (at + 4 > end) return 0;
      const value = readUint32At(bytes, at);
      if (value === stream.extended || value === stream.timestampMs) used += 4;
    }
    if (stream.message === null) {
      // After an absolute time beyond four hours the same number again can't be meant as a step: the time stays.
      const isStep = !(stream.isAbsolute && stream.extended !== null);
      if (isStep) stream.timestampMs = add32(stream.timestampMs, stream.deltaMs);
    }
    return this.#beginChunk(stream) ? used : 0;
  }

  #addStream(chunkStreamId: number): ChunkStream | null {
    if (this.#streams.size >= MAX_CHUNK_STREAMS) {
      this.#fail(`more than ${MAX_CHUNK_STREAMS} chunk streams`);
      return null;
    }
    const stream: ChunkStream = {
      timestampMs: 0,
      deltaMs: 0,
      extended: null,
      isAbsolute: true,
      sizeBytes: 0,
      typeId: 0,
      messageStreamId: 0,
      message: null,
      filledBytes: 0,
    };
    this.#streams.set(chunkStreamId, stream);
    return stream;
  }

  #beginChunk(stream: ChunkStream): boolean {
    if (stream.message === null) {
      const { sizeBytes } = stream;
      if (sizeBytes > this.maxMessageBytes) {
        this.#fail(`a message of ${sizeBytes} bytes (at most ${this.maxMessageBytes} now)`);
        return false;
      }
      if (this.#pendingBytes + sizeBytes > 2 * this.maxMessageBytes) {
        this.#fail(`more than ${2 * this.maxMessageBytes} bytes of unfinished messages`);
        return false;
      }
      this.#pendingBytes += sizeBytes;
      stream.message = Buffer.allocUnsafe(sizeBytes);
      stream.filledBytes = 0;
    }
    this.#chunkLeftBytes = Math.min(this.chunkBytes, stream.sizeBytes - stream.filledBytes);
    if (this.#chunkLeftBytes === 0) this.#finish(stream, stream.message);
    else this.#current = stream;
    return true;
  }

  #pushPayload(bytes: Uint8Array, at: number): number {
    const stream = this.#current;
    const message = stream?.message ?? null;
    if (stream === null || message === null) {
      this.#current = null;
      return at;
    }
    const copied = Math.min(this.#chunkLeftBytes, bytes.length - at);
    const isAll = at === 0 && copied === bytes.length;
    message.set(isAll ? bytes : bytes.subarray(at, at + copied), stream.filledBytes);
    stream.filledBytes += copied;
    this.#chunkLeftBytes -= copied;
    if (this.#chunkLeftBytes === 0) {
      this.#current = null;
      if (stream.filledBytes === stream.sizeBytes) this.#finish(stream, message);
    }
    return at + copied;
  }

  #finish(stream: ChunkStream, message: Uint8Array): void {
    this.#discard(stream);
    this.#handleMessage(stream.typeId, stream.timestampMs, stream.messageStreamId, message);
  }

  #discard(stream: ChunkStream): void {
    if (stream.message === null) return;
    this.#pendingBytes -= stream.message.length;
    stream.message = null;
    stream.filledBytes = 0;
  }

  #fail(problem: string): 0 {
    this.#problem = problem;
    return 0;
  }
}

function readUint24(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

function readUint32At(bytes: Uint8Array, at: number): number {
  return readUint24(bytes, at) * 256 + (bytes[at + 3] ?? 0);
}

function readUint32LittleEndian(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at + 3] ?? 0) * 2 ** 24 +
    (((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0))
  );
}

function add32(a: number, b: number): number {
  return (a + b) >>> 0;
}
