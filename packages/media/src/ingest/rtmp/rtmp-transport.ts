import type { Duplex } from 'node:stream';
import { RtmpChunkReader, type RtmpMessageHandler } from '../../rtmp/rtmp-chunk-reader.ts';
import { RtmpChunkWriter } from '../../rtmp/rtmp-chunk-writer.ts';
import { RtmpServerHandshake } from '../../rtmp/rtmp-handshake.ts';
import {
  CHUNK_STREAM,
  RTMP_TYPE,
  readUint32,
  USER_CONTROL,
  uint32Payload,
} from '../../rtmp/rtmp-message.ts';
import type { RtmpLimits } from './rtmp-limits.ts';

export type RtmpTransportEvents = {
  readonly handleMessage: RtmpMessageHandler;
  /** Called once, when nothing more will come. `problem` is null where the peer simply went. */
  readonly handleClose: (problem: string | null) => void;
  /** A defect of ours, met while handling a message; the connection ends. */
  readonly handleError: (error: unknown) => void;
};

/** Encoders take over our chunk size as theirs (FFmpeg) or keep 4096 (OBS); few chunks cost less. */
const OUR_CHUNK_BYTES = 60_000;
const OUR_WINDOW_BYTES = 2_500_000;
/** SetPeerBandwidth's limit type "dynamic": 5.4.5. */
const DYNAMIC = 2;
/** The length field of a message has 24 bits, so no chunk is larger (5.4.1). */
const MAX_CHUNK_BYTES = 0xff_ff_ff;

/** A connection as messages: the handshake, chunks, and the control messages that concern nobody above. */
export class RtmpTransport {
  /** Every byte that came, the handshake's too. */
  receivedBytes = 0;
  readonly #duplex: Duplex;
  readonly #events: RtmpTransportEvents;
  readonly #limits: RtmpLimits;
  readonly #handshake: RtmpServerHandshake;
  readonly #reader: RtmpChunkReader;
  readonly #writer = new RtmpChunkWriter();
  #ackWindowBytes = OUR_WINDOW_BYTES;
  #ackedBytes = 0;
  #announcedWindowBytes = OUR_WINDOW_BYTES;
  #state: 'open' | 'closing' | 'closed' = 'open';

  constructor(duplex: Duplex, limits: RtmpLimits, events: RtmpTransportEvents) {
    this.#duplex = duplex;
    this.#limits = limits;
    this.#events = events;
    this.#handshake = new RtmpServerHandshake((bytes) => this.#write(bytes));
    this.#reader = new RtmpChunkReader(limits.maxCommandBytes, (...message) =>
      this.#handleMessage(...message),
    );
    duplex.on('data', (bytes: Buffer) => this.#guard(() => this.#handleBytes(bytes)));
    duplex.on('end', () => this.#finish(null));
    duplex.on('close', () => this.#finish(null));
    duplex.on('error', (error: Error) => this.#finish(error.message));
  }

  get isHandshakeDone(): boolean {
    return this.#handshake.isDone;
  }

  /** Sets what one message may take from now on. */
  allowMessageBytes(maxBytes: number): void {
    this.#reader.maxMessageBytes = maxBytes;
  }

  /** Sends a message of time 0; ours are all commands and control. */
  send(typeId: number, messageStreamId: number, payload: Uint8Array): void {
    if (!this.#handshake.isDone) return;
    const isControl = typeId <= RTMP_TYPE.setPeerBandwidth;
    const chunkStreamId = isControl
      ? CHUNK_STREAM.control
      : messageStreamId === 0
        ? CHUNK_STREAM.command
        : CHUNK_STREAM.status;
    const message = { typeId, timestampMs: 0, messageStreamId, payload };
    this.#write(this.#writer.write(chunkStreamId, message));
  }

  /** Tells the encoder our windows and chunk size, as the answer to `connect` begins (7.2.1.1). */
  sendSettings(): void {
    this.send(RTMP_TYPE.windowAckSize, 0, uint32Payload(OUR_WINDOW_BYTES));
    const bandwidth = new Uint8Array([...uint32Payload(OUR_WINDOW_BYTES), DYNAMIC]);
    this.send(RTMP_TYPE.setPeerBandwidth, 0, bandwidth);
    this.send(RTMP_TYPE.setChunkSize, 0, uint32Payload(OUR_CHUNK_BYTES));
    this.#writer.chunkBytes = OUR_CHUNK_BYTES;
  }

  sendUserControl(event: number, value: number): void {
    const payload = new Uint8Array([0, event, ...uint32Payload(value)]);
    this.send(RTMP_TYPE.userControl, 0, payload);
  }

  /** Handles no further message until `resume`; what has come is kept, and the socket is not read. */
  pause(): void {
    this.#reader.pause();
    this.#duplex.pause();
  }

  resume(): void {
    if (this.#state !== 'open') return;
    this.#duplex.resume();
    this.#guard(() => this.#reader.resume());
  }

  /**
   * Says no more after what was sent. What the encoder still sends is read and forgotten: closing over unread bytes
   * would reset the connection and take our last words with it. Whoever asked destroys the transport after `lingerMs`.
   */
  close(): void {
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    this.#duplex.end();
    this.#duplex.resume();
  }

  destroy(): void {
    this.#finish(null);
  }

  /** Whatever goes wrong with an encoder's bytes is the end of its connection, and of nothing else. */
  #guard(read: () => string | null): void {
    try {
      const problem = read();
      if (problem !== null) this.#finish(problem);
    } catch (error) {
      this.#events.handleError(error);
      this.#finish('internal error');
    }
  }

  #handleBytes(bytes: Buffer): string | null {
    this.receivedBytes += bytes.length;
    if (this.#state !== 'open') return null;
    let at = 0;
    if (!this.#handshake.isDone) {
      const used = this.#handshake.push(bytes);
      if (used === null) return 'not an RTMP handshake';
      at = used;
    }
    const problem = at < bytes.length ? this.#reader.push(bytes.subarray(at)) : null;
    if (problem === null) this.#acknowledge();
    return problem;
  }

  /** 5.4.3: the number counts from the connection's beginning and wraps. */
  #acknowledge(): void {
    if (this.#state !== 'open' || !this.#handshake.isDone) return;
    if (this.receivedBytes - this.#ackedBytes < this.#ackWindowBytes) return;
    this.#ackedBytes = this.receivedBytes;
    this.send(RTMP_TYPE.acknowledgement, 0, uint32Payload(this.receivedBytes >>> 0));
  }

  #handleMessage(
    typeId: number,
    timestampMs: number,
    messageStreamId: number,
    payload: Uint8Array,
  ): void {
    if (this.#state !== 'open') return;
    if (typeId > RTMP_TYPE.setPeerBandwidth) {
      this.#events.handleMessage(typeId, timestampMs, messageStreamId, payload);
      return;
    }
    const value = readUint32(payload);
    if (value === null) return;
    switch (typeId) {
      case RTMP_TYPE.setChunkSize:
        // The first bit has to be 0; a chunk has at least one byte.
        if (value < 1 || value > 0x7f_ff_ff_ff) this.#finish(`a chunk size of ${value}`);
        else this.#reader.chunkBytes = Math.min(value, MAX_CHUNK_BYTES);
        break;
      case RTMP_TYPE.userControl:
        this.#handleUserControl(payload);
        break;
      case RTMP_TYPE.abort:
        this.#reader.abort(value);
        break;
      case RTMP_TYPE.windowAckSize:
        if (value > 0) this.#ackWindowBytes = value;
        break;
      case RTMP_TYPE.setPeerBandwidth:
        // 5.4.5: answered with our window where that changes it. What we send never fills one.
        if (value > 0 && value !== this.#announcedWindowBytes) {
          this.#announcedWindowBytes = value;
          this.send(RTMP_TYPE.windowAckSize, 0, uint32Payload(value));
        }
        break;
    }
  }

  #handleUserControl(payload: Uint8Array): void {
    const value = readUint32(payload.subarray(2));
    if (value === null || payload[0] !== 0) return;
    if (payload[1] === USER_CONTROL.pingRequest) {
      this.sendUserControl(USER_CONTROL.pingResponse, value);
    }
  }

  #write(bytes: Uint8Array): void {
    if (this.#state !== 'open') return;
    this.#duplex.write(bytes);
    if (this.#duplex.writableLength > this.#limits.maxOutputBytes) {
      this.#finish('the encoder does not read our answers');
    }
  }

  #finish(problem: string | null): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#duplex.destroy();
    this.#events.handleClose(problem);
  }
}
