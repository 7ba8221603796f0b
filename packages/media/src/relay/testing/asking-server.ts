import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import {
  writeConnectError,
  writeConnectResult,
  writeResult,
  writeStatus,
} from '../../ingest/rtmp/rtmp-replies.ts';
import { isAmfObject, readAmf0 } from '../../rtmp/amf0.ts';
import { RtmpChunkReader } from '../../rtmp/rtmp-chunk-reader.ts';
import { RtmpChunkWriter } from '../../rtmp/rtmp-chunk-writer.ts';
import { answerHello, HANDSHAKE_BYTES } from '../../rtmp/rtmp-handshake.ts';
import { RTMP_TYPE, readUint32 } from '../../rtmp/rtmp-message.ts';
import type { AuthScheme } from '../rtmp-login.ts';

export type AskingOptions = {
  readonly scheme: AuthScheme;
  readonly user: string;
  readonly password: string;
  /** Some servers of Adobe's scheme send none. */
  readonly hasOpaque?: boolean;
};

const SALT = 'c2FsdA==';
const CHALLENGE = 'Y2hhbGxlbmdl';
const OPAQUE = 'b3BhcXVl';
const NONCE = 'bm9uY2U=';

const md5 = (text: string, encoding: 'base64' | 'hex') =>
  createHash('md5').update(text).digest(encoding);

/**
 * The server side of RTMP's two ways to ask who publishes, as they are publicly described: `connect` is refused with a
 * question, the connection closed, and the answer awaited in the application of the next.
 */
export class AskingServer {
  /** Every application that was asked for, in order. */
  readonly apps: string[] = [];
  /** Everything that was received, for what must not be in it. */
  received = Buffer.alloc(0);
  /** Media messages of those who were let in. */
  mediaMessages = 0;
  readonly #options: AskingOptions;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(options: AskingOptions) {
    this.#options = options;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  static async open(options: AskingOptions): Promise<AskingServer> {
    const server = new AskingServer(options);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get authority(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get connections(): number {
    return this.apps.length;
  }

  /** Ends every connection without a word. */
  dropEverybody(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.dropEverybody();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    const writer = new RtmpChunkWriter();
    const say = (payload: Uint8Array, messageStreamId = 0) =>
      socket.write(writer.write(3, { typeId: 20, timestampMs: 0, messageStreamId, payload }));
    const reader = new RtmpChunkReader(10_000_000, (typeId, _time, _stream, payload) => {
      if (typeId === RTMP_TYPE.setChunkSize) reader.chunkBytes = readUint32(payload) ?? 128;
      if (typeId === RTMP_TYPE.video || typeId === RTMP_TYPE.audio) this.mediaMessages += 1;
      if (typeId !== RTMP_TYPE.command) return;
      const [name, transaction, value] = readAmf0(payload, 0).values;
      const number = Number(transaction);
      if (name === 'connect') {
        const app = isAmfObject(value ?? null)
          ? String((value as Map<string, unknown>).get('app'))
          : '';
        this.apps.push(app);
        const refusal = this.#refusalOf(app);
        if (refusal === null) say(writeConnectResult(number, new Map()));
        else {
          say(writeConnectError(number, refusal));
          socket.end();
        }
      } else if (name === 'createStream') say(writeResult(number, 1));
      else if (name === 'publish') {
        const code = 'NetStream.Publish.Start';
        say(writeStatus('onStatus', { level: 'status', code, description: 'Go' }), 1);
      }
    });
    let greeting: Buffer | null = Buffer.alloc(0);
    let echoLeft = HANDSHAKE_BYTES;
    socket.on('data', (bytes: Buffer) => {
      this.received = Buffer.concat([this.received, bytes]);
      let rest = bytes;
      if (greeting !== null) {
        greeting = Buffer.concat([greeting, bytes]);
        if (greeting.length < 1 + HANDSHAKE_BYTES) return;
        socket.write(answerHello(greeting.subarray(1, 1 + HANDSHAKE_BYTES)));
        rest = greeting.subarray(1 + HANDSHAKE_BYTES);
        greeting = null;
      }
      const echoed = Math.min(echoLeft, rest.length);
      echoLeft -= echoed;
      if (rest.length > echoed) reader.push(rest.subarray(echoed));
    });
  }

  /** Null where whoever asks may come in. */
  #refusalOf(app: string): string | null {
    const { scheme, user } = this.#options;
    const said = new Map(
      app
        .slice(app.indexOf('?') + 1)
        .split('&')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
    const reject = (text: string) => `[ AccessManager.Reject ] : ${text}`;
    if (said.get('authmod') !== scheme)
      return reject(`[ code=403 need auth; authmod=${scheme} ] : `);
    if (said.get('user') !== user) {
      return reject(`[ authmod=${scheme} ] : ?reason=nosuchuser&opaque=${OPAQUE}`);
    }
    if (!said.has('response')) return reject(`[ authmod=${scheme} ] : ?${this.#question()}`);
    const isRight =
      said.get('response') ===
      (scheme === 'adobe' ? this.#adobe(said.get('challenge') ?? '') : this.#llnw(app, said));
    return isRight ? null : reject(`[ authmod=${scheme} ] : ?reason=authfailed&opaque=${OPAQUE}`);
  }

  #question(): string {
    const { scheme, user, hasOpaque = true } = this.#options;
    if (scheme === 'llnw') return `reason=needauth&user=${user}&nonce=${NONCE}`;
    const opaque = hasOpaque ? `&opaque=${OPAQUE}` : '';
    return `reason=needauth&user=${user}&salt=${SALT}&challenge=${CHALLENGE}${opaque}`;
  }

  #adobe(clientChallenge: string): string {
    const { user, password, hasOpaque = true } = this.#options;
    const salted = md5(user + SALT + password, 'base64');
    return md5(salted + (hasOpaque ? OPAQUE : CHALLENGE) + clientChallenge, 'base64');
  }

  #llnw(app: string, said: ReadonlyMap<string, string>): string {
    const { user, password } = this.#options;
    const name = app.split('?')[0] ?? '';
    const who = md5(`${user}:live:${password}`, 'hex');
    const what = md5(`publish:/${name}/_definst_`, 'hex');
    const middle = `${NONCE}:${said.get('nc')}:${said.get('cnonce')}:auth`;
    return md5(`${who}:${middle}:${what}`, 'hex');
  }
}
