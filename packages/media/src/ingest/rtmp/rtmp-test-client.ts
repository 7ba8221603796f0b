import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import {
  type AmfObject,
  type AmfValue,
  amfObject,
  isAmfObject,
  readAmf0,
  writeAmf0,
} from '../../rtmp/amf0.ts';
import { RtmpChunkReader } from '../../rtmp/rtmp-chunk-reader.ts';
import { RtmpChunkWriter } from '../../rtmp/rtmp-chunk-writer.ts';
import {
  HANDSHAKE_BYTES,
  type HandshakeKind,
  isServerAnswerGenuine,
  writeClientHello,
} from '../../rtmp/rtmp-handshake.ts';
import {
  CHUNK_STREAM,
  RTMP_TYPE,
  type RtmpMessage,
  readUint32,
  uint32Payload,
} from '../../rtmp/rtmp-message.ts';

export type RtmpCommand = { readonly name: string; readonly values: readonly AmfValue[] };

/** How long a test waits for an answer that does not come, ms. */
const PATIENCE_MS = 10_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/**
 * An RTMP encoder for tests, fuzzing and benchmarks: says exactly what it is told to, byte by byte where need be, and
 * keeps what the server answers.
 */
export class RtmpTestClient {
  /** Everything the server has said that nobody has taken. */
  readonly received: RtmpMessage[] = [];
  readonly socket: Socket;
  /** Resolves when the connection is closed, whoever closed it. */
  readonly closed: Promise<void>;
  /** Whether the server's half of the handshake was signed as it must be. */
  isGenuine = false;
  readonly #writer = new RtmpChunkWriter();
  readonly #reader: RtmpChunkReader;
  readonly #waiting = new Set<() => void>();
  #handshake: Buffer | null = Buffer.alloc(0);
  #hello: Uint8Array = new Uint8Array();
  #transactionId = 0;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.#reader = new RtmpChunkReader(MAX_ANSWER_BYTES, (typeId, timestampMs, id, payload) => {
      this.#take({ typeId, timestampMs, messageStreamId: id, payload });
    });
    socket.on('data', (bytes: Buffer) => this.#handleBytes(bytes));
    // A connection that is reset is closed too; the test asks for that.
    socket.on('error', () => {});
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.once('close', () => this.#wake());
  }

  /** Connects to the loopback address and does the handshake. */
  static async open(port: number, kind: HandshakeKind = 'simple'): Promise<RtmpTestClient> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    const client = new RtmpTestClient(socket);
    await client.#shakeHands(kind);
    return client;
  }

  /** Connects, and publishes unless the server refuses; the message stream id is 1. Resolves with its `onStatus`. */
  async publish(app: string, streamName: string, tcUrl = 'rtmp://test/app'): Promise<AmfObject> {
    await this.connectApp(app, { tcUrl });
    const created = this.call('createStream', null);
    await created;
    this.command('publish', ++this.#transactionId, 1, null, streamName, 'live');
    return this.status();
  }

  /** Sends `connect` and resolves with the answer, `_result` or `_error`. */
  connectApp(app: string, fields: Readonly<Record<string, AmfValue>> = {}): Promise<RtmpCommand> {
    return this.call('connect', amfObject({ app, flashVer: 'FMLE/3.0 (test)', ...fields }));
  }

  /** Sends a command on message stream 0 and resolves with its answer. */
  async call(name: string, ...values: readonly AmfValue[]): Promise<RtmpCommand> {
    const transactionId = ++this.#transactionId;
    this.command(name, transactionId, 0, ...values);
    return this.nextCommand(
      (answer) => answer.name.startsWith('_') && answer.values[0] === transactionId,
    );
  }

  command(
    name: string,
    transactionId: number,
    messageStreamId: number,
    ...values: readonly AmfValue[]
  ): void {
    const payload = writeAmf0(name, transactionId, ...values);
    this.send(RTMP_TYPE.command, payload, { messageStreamId });
  }

  /** Sends one message in chunks with a full header. */
  send(
    typeId: number,
    payload: Uint8Array,
    options: {
      readonly timestampMs?: number;
      readonly messageStreamId?: number;
      readonly chunkStreamId?: number;
    } = {},
  ): void {
    const { timestampMs = 0, messageStreamId = 1, chunkStreamId = CHUNK_STREAM.command } = options;
    const message = { typeId, timestampMs, messageStreamId, payload };
    this.socket.write(this.#writer.write(chunkStreamId, message));
  }

  /** Announces and uses another chunk size. */
  setChunkBytes(chunkBytes: number): void {
    this.send(RTMP_TYPE.setChunkSize, uint32Payload(chunkBytes), {
      messageStreamId: 0,
      chunkStreamId: CHUNK_STREAM.control,
    });
    this.#writer.chunkBytes = chunkBytes;
  }

  /** Sends bytes as they are. */
  sendRaw(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** The information object of the next `onStatus`. */
  async status(): Promise<AmfObject> {
    const { values } = await this.nextCommand(({ name }) => name === 'onStatus');
    const information = values[2];
    if (!isAmfObject(information)) throw new Error('onStatus without its information object');
    return information;
  }

  async nextCommand(isWanted: (command: RtmpCommand) => boolean): Promise<RtmpCommand> {
    const message = await this.next((candidate) => {
      const command = readCommand(candidate);
      return command !== null && isWanted(command);
    });
    return readCommand(message) ?? { name: '', values: [] };
  }

  /** The next message that is wanted, taken out of `received`. */
  async next(isWanted: (message: RtmpMessage) => boolean): Promise<RtmpMessage> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    while (true) {
      const index = this.received.findIndex(isWanted);
      const [message] = index < 0 ? [] : this.received.splice(index, 1);
      if (message !== undefined) return message;
      if (this.socket.closed) throw new Error('the server has closed the connection');
      await this.#nextEvent(signal);
    }
  }

  /** Closes as an encoder does that was stopped: with its goodbye. */
  async stop(): Promise<void> {
    this.command('FCUnpublish', 0, 0, null, 'stream');
    this.command('deleteStream', 0, 0, null, 1);
    this.socket.end();
    await this.closed;
  }

  /** Vanishes without a word. */
  cut(): void {
    this.socket.resetAndDestroy();
  }

  async #shakeHands(kind: HandshakeKind): Promise<void> {
    const hello = writeClientHello(kind);
    this.#hello = hello.subarray(1);
    this.socket.write(hello);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    while (this.#handshake !== null) {
      if (this.socket.closed) throw new Error('the server has closed the connection');
      await this.#nextEvent(signal);
    }
  }

  #handleBytes(bytes: Buffer): void {
    let rest: Uint8Array = bytes;
    if (this.#handshake !== null) {
      const all = Buffer.concat([this.#handshake, bytes]);
      const size = 1 + 2 * HANDSHAKE_BYTES;
      this.#handshake = all;
      if (all.length < size) return;
      this.isGenuine = isServerAnswerGenuine(this.#hello, all.subarray(0, size));
      this.socket.write(all.subarray(1, 1 + HANDSHAKE_BYTES));
      this.#handshake = null;
      rest = all.subarray(size);
      this.#wake();
    }
    const problem = rest.length > 0 ? this.#reader.push(rest) : null;
    if (problem !== null) this.socket.destroy(new Error(`the server sent ${problem}`));
  }

  #take(message: RtmpMessage): void {
    const value = readUint32(message.payload);
    if (message.typeId === RTMP_TYPE.setChunkSize && value !== null) {
      this.#reader.chunkBytes = value;
    }
    this.received.push(message);
    this.#wake();
  }

  #nextEvent(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', abort);
        resolve();
      };
      const abort = () => {
        this.#waiting.delete(wake);
        reject(signal.reason);
      };
      signal.addEventListener('abort', abort);
      this.#waiting.add(wake);
    });
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}

function readCommand(message: RtmpMessage): RtmpCommand | null {
  if (message.typeId !== RTMP_TYPE.command) return null;
  const [name, ...values] = readAmf0(message.payload).values;
  return typeof name === 'string' ? { name, values } : null;
}
