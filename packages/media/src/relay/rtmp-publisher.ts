import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { RelayLogin, RelayTarget } from '@rostrum/contracts';
import { type AmfValue, amfObject, isAmfObject, readAmf0, writeAmf0 } from '../rtmp/amf0.ts';
import { RtmpChunkReader } from '../rtmp/rtmp-chunk-reader.ts';
import { RtmpChunkWriter } from '../rtmp/rtmp-chunk-writer.ts';
import { HANDSHAKE_BYTES, writeClientHello } from '../rtmp/rtmp-handshake.ts';
import {
  CHUNK_STREAM,
  RTMP_TYPE,
  readUint32,
  USER_CONTROL,
  uint32Payload,
} from '../rtmp/rtmp-message.ts';
import type { FlvPayload } from './flv-payload.ts';
import { type AuthDemand, answerDemand, readDemand } from './rtmp-login.ts';

export type RtmpPublisherEvents = {
  /** Frames may be sent. */
  readonly onReady: () => void;
  /** Called once, when it ends by itself, with the reason in words for whoever set the target up. */
  readonly onEnd: (problem: string) => void;
};

/** What a server may take for its answers, from the connection to the word that publishing may begin, ms. */
export const ANSWER_TIMEOUT_MS = 15_000;

/** After our goodbye, for the server to close its side. */
const LINGER_MS = 2_000;

/** Few chunks cost less; what servers in the field take without complaint. */
const OUR_CHUNK_BYTES = 60_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const MAX_CHUNK_BYTES = 0xff_ff_ff;
const SIGNED_BYTES = 1 + 2 * HANDSHAKE_BYTES;

/** Numbers of our commands (RTMP 1.0, 7.2): each is asked once in a connection. */
const CONNECT = 1;
const RELEASE_STREAM = 2;
const FC_PUBLISH = 3;
const CREATE_STREAM = 4;
const PUBLISH = 5;

/** First for a name, then for what proves it. */
const MAX_DEMANDS = 2;

const FIRST_ACK_WINDOW_BYTES = 2_500_000;

/** A stranger's sentence is cut here. */
const MAX_SAID_CHARACTERS = 200;

type State =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'publishing'; readonly streamId: number }
  | { readonly kind: 'ended' };

/**
 * Publishes to another server over RTMP or RTMPS, as an encoder does. One publication; whoever opened it opens the next.
 * A server that asks who publishes ends the connection with its question: the answer comes with another one.
 */
export class RtmpPublisher {
  readonly #target: RelayTarget;
  readonly #login: RelayLogin | null;
  readonly #events: RtmpPublisherEvents;
  #socket: Socket;
  #writer = new RtmpChunkWriter();
  #reader: RtmpChunkReader;
  readonly #timer: NodeJS.Timeout;
  #greeting = Buffer.alloc(0);
  #isGreeted = false;
  #state: State = { kind: 'connecting' };
  #streamId = 0;
  #receivedBytes = 0;
  #ackedBytes = 0;
  #ackWindowBytes = FIRST_ACK_WINDOW_BYTES;
  /** What is added to the application: the answer to the server's last question. */
  #auth = '';
  #demands = 0;

  constructor(target: RelayTarget, login: RelayLogin | null, events: RtmpPublisherEvents) {
    this.#target = target;
    this.#login = login;
    this.#events = events;
    this.#reader = this.#newReader();
    this.#socket = this.#open();
    this.#timer = setTimeout(
      () => this.#end(`${target.host} has not answered within ${ANSWER_TIMEOUT_MS / 1000} s`),
      ANSWER_TIMEOUT_MS,
    );
  }

  /** What has been sent and waits in this process. */
  get waitingBytes(): number {
    return this.#socket.writableLength;
  }

  /** Sends a message of the stream. Only once it is ready. */
  send({ typeId, payload }: FlvPayload, timestampMs: number): void {
    if (this.#state.kind !== 'publishing') return;
    const chunkStreamId = typeId === RTMP_TYPE.audio ? CHUNK_STREAM.audio : CHUNK_STREAM.video;
    const { streamId: messageStreamId } = this.#state;
    const message = { typeId, timestampMs: timestampMs >>> 0, messageStreamId, payload };
    this.#socket.write(this.#writer.write(chunkStreamId, message));
  }

  /** Says goodbye: the other server knows then that the show is over, not broken. */
  close(): void {
    if (this.#state.kind === 'publishing') {
      this.#command('FCUnpublish', 0, null, this.#target.streamName);
      this.#command('deleteStream', 0, null, this.#state.streamId);
      this.#finish();
      this.#socket.end();
      setTimeout(() => this.#socket.destroy(), LINGER_MS).unref();
    } else {
      this.#finish();
      this.#socket.destroy();
    }
  }

  #newReader(): RtmpChunkReader {
    const reader = new RtmpChunkReader(MAX_ANSWER_BYTES, (typeId, _time, _stream, payload) => {
      // What follows a question in the same packet, a goodbye for example, belongs to a connection that is no more.
      if (reader === this.#reader) this.#handleMessage(typeId, payload);
    });
    return reader;
  }

  #open(): Socket {
    const target = this.#target;
    const { host, port, isTls } = target;
    const onConnect = () => {
      this.#state = { kind: 'asking' };
      socket.write(writeClientHello('simple'));
    };
    const socket: Socket = isTls
      ? // An address in numbers has no name that a certificate could be asked for.
        connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}) }, onConnect)
      : connect({ host, port }, onConnect);
    // What a connection says that has been followed by another one is of no interest.
    const whenCurrent =
      <Args extends unknown[]>(handle: (...args: Args) => void) =>
      (...args: Args) => {
        if (socket === this.#socket) handle(...args);
      };
    socket.setNoDelay(true);
    socket.on(
      'data',
      whenCurrent((bytes: Buffer) => this.#handleBytes(bytes)),
    );
    socket.on(
      'error',
      whenCurrent((error: NodeJS.ErrnoException) => this.#end(wordsFor(error, target))),
    );
    socket.on(
      'close',
      whenCurrent(() => this.#end(`${host} has closed the connection`)),
    );
    return socket;
  }

  /** Comes again with what the server has asked for. */
  #openAgain(auth: string): void {
    this.#auth = auth;
    const before = this.#socket;
    this.#state = { kind: 'connecting' };
    this.#writer = new RtmpChunkWriter();
    this.#reader = this.#newReader();
    this.#isGreeted = false;
    this.#greeting = Buffer.alloc(0);
    this.#receivedBytes = 0;
    this.#ackedBytes = 0;
    this.#ackWindowBytes = FIRST_ACK_WINDOW_BYTES;
    this.#socket = this.#open();
    before.destroy();
  }

  #handleBytes(bytes: Buffer): void {
    if (this.#state.kind === 'ended') return;
    this.#receivedBytes += bytes.length;
    let rest = bytes;
    if (!this.#isGreeted) {
      this.#greeting = Buffer.concat([this.#greeting, bytes]);
      if (this.#greeting[0] !== 3) {
        this.#end(`${this.#target.host} does not speak RTMP`);
        return;
      }
      if (this.#greeting.length < SIGNED_BYTES) return;
      this.#isGreeted = true;
      // C2 repeats S1.
      this.#socket.write(this.#greeting.subarray(1, 1 + HANDSHAKE_BYTES));
      rest = this.#greeting.subarray(SIGNED_BYTES);
      this.#greeting = Buffer.alloc(0);
      this.#ask();
    }
    const reader = this.#reader;
    const problem = reader.push(rest);
    // A question may be among them, whose answer begins another connection.
    if (reader !== this.#reader) return;
    if (problem !== null) this.#end(`${this.#target.host} sent what is not RTMP: ${problem}`);
    else this.#acknowledge();
  }

  #ask(): void {
    this.#control(RTMP_TYPE.setChunkSize, uint32Payload(OUR_CHUNK_BYTES));
    this.#writer.chunkBytes = OUR_CHUNK_BYTES;
    const app = withAuth(this.#target.app, this.#auth);
    const tcUrl = withAuth(this.#target.tcUrl, this.#auth);
    const software = 'FMLE/3.0 (compatible; Rostrum)';
    this.#command(
      'connect',
      CONNECT,
      amfObject({
        ...{ app, type: 'nonprivate', flashVer: software, tcUrl },
        fourCcList: ['hvc1', 'av01'],
      }),
    );
  }

  #handleMessage(typeId: number, payload: Uint8Array): void {
    switch (typeId) {
      case RTMP_TYPE.command:
        this.#handleCommand(readAmf0(payload).values);
        return;
      case RTMP_TYPE.commandAmf3:
        // AMF 0 behind one byte.
        this.#handleCommand(readAmf0(payload, 1).values);
        return;
      case RTMP_TYPE.userControl: {
        const value = readUint32(payload.subarray(2));
        if (payload[0] === 0 && payload[1] === USER_CONTROL.pingRequest && value !== null) {
          const pong = new Uint8Array([0, USER_CONTROL.pingResponse, ...uint32Payload(value)]);
          this.#control(RTMP_TYPE.userControl, pong);
        }
        return;
      }
      case RTMP_TYPE.setChunkSize: {
        const size = readUint32(payload);
        if (size !== null && size > 0) this.#reader.chunkBytes = Math.min(size, MAX_CHUNK_BYTES);
        return;
      }
      case RTMP_TYPE.windowAckSize:
        this.#ackWindowBytes = readUint32(payload) || this.#ackWindowBytes;
        return;
    }
  }

  #handleCommand([name, transaction, , ...values]: readonly AmfValue[]): void {
    const [first] = values;
    switch (name) {
      case '_result':
        if (transaction === CONNECT) this.#askForStream();
        if (transaction === CREATE_STREAM) this.#publish(first);
        return;
      case '_error':
        // Servers that don't know these two commands say so; it does no harm.
        if (transaction === RELEASE_STREAM || transaction === FC_PUBLISH) return;
        if (transaction === CONNECT) this.#handleRefusedConnect(first);
        else this.#end(this.#refusal(first));
        return;
      case 'onStatus':
        this.#handleStatus(first);
        return;
      case 'close':
        this.#end(`${this.#target.host} has ended the connection`);
    }
  }

  #handleRefusedConnect(info: AmfValue): void {
    const said = isAmfObject(info) ? info.get('description') : null;
    const demand = typeof said === 'string' ? readDemand(said) : null;
    if (demand === null) this.#end(this.#refusal(info));
    else this.#answer(demand);
  }

  #answer(demand: AuthDemand): void {
    const { host, app } = this.#target;
    this.#demands += 1;
    if (this.#login === null) {
      this.#end(`${host} asks for a user name and a password`);
    } else if (demand.kind === 'refused' || this.#demands > MAX_DEMANDS) {
      this.#end(`${host} has refused the user name or the password`);
    } else {
      this.#openAgain(answerDemand(demand, this.#login, app));
    }
  }

  #askForStream(): void {
    const { streamName } = this.#target;
    this.#command('releaseStream', RELEASE_STREAM, null, streamName);
    this.#command('FCPublish', FC_PUBLISH, null, streamName);
    this.#command('createStream', CREATE_STREAM, null);
  }

  #publish(streamId: AmfValue): void {
    if (typeof streamId !== 'number') {
      this.#end(`${this.#target.host} has given no stream`);
      return;
    }
    this.#streamId = streamId;
    this.#command('publish', PUBLISH, null, this.#target.streamName, 'live');
  }

  #handleStatus(info: AmfValue): void {
    const facts = isAmfObject(info) ? info : null;
    if (facts?.get('code') === 'NetStream.Publish.Start') {
      if (this.#state.kind !== 'asking') return;
      clearTimeout(this.#timer);
      this.#state = { kind: 'publishing', streamId: this.#streamId };
      this.#events.onReady();
    } else if (facts?.get('level') === 'error') {
      this.#end(this.#refusal(info));
    }
  }

  #refusal(info: AmfValue): string {
    const facts = isAmfObject(info) ? info : null;
    const said = facts?.get('description') ?? facts?.get('code');
    const { host, streamName } = this.#target;
    if (typeof said !== 'string' || said === '') return `${host} has refused the stream`;
    // Servers repeat the name of the stream, which is a secret, and might repeat others.
    const secrets = [streamName, this.#login?.password ?? ''].filter((secret) => secret !== '');
    const words = secrets
      .reduce((text, secret) => text.replaceAll(secret, '…'), said)
      .slice(0, MAX_SAID_CHARACTERS);
    return `${host} has refused the stream: ${words}`;
  }

  #command(name: string, transactionId: number, ...values: readonly AmfValue[]): void {
    const isOfStream = name === 'publish';
    const payload = writeAmf0(name, transactionId, ...values);
    const messageStreamId = isOfStream ? this.#streamId : 0;
    const message = { typeId: RTMP_TYPE.command, timestampMs: 0, messageStreamId, payload };
    this.#socket.write(this.#writer.write(CHUNK_STREAM.command, message));
  }

  #control(typeId: number, payload: Uint8Array): void {
    const message = { typeId, timestampMs: 0, messageStreamId: 0, payload };
    this.#socket.write(this.#writer.write(CHUNK_STREAM.control, message));
  }

  #acknowledge(): void {
    if (this.#receivedBytes - this.#ackedBytes < this.#ackWindowBytes) return;
    this.#ackedBytes = this.#receivedBytes;
    this.#control(RTMP_TYPE.acknowledgement, uint32Payload(this.#receivedBytes >>> 0));
  }

  #end(problem: string): void {
    if (this.#state.kind === 'ended') return;
    this.#finish();
    this.#socket.destroy();
    this.#events.onEnd(problem);
  }

  #finish(): void {
    this.#state = { kind: 'ended' };
    clearTimeout(this.#timer);
  }
}

/** An application may have parameters of its own. */
function withAuth(address: string, auth: string): string {
  if (auth === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${auth}`;
}

function wordsFor({ code, message }: NodeJS.ErrnoException, { host, port }: RelayTarget): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `no machine has the name ${host}`;
    case 'ECONNREFUSED':
      return `nothing takes streams at ${host}, port ${port}`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${host} can’t be reached`;
    case 'ECONNRESET':
    case 'EPIPE':
      return `${host} has broken the connection`;
    default:
      return `${host}: ${message.slice(0, MAX_SAID_CHARACTERS)}`;
  }
}
