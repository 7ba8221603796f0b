import { createHmac, randomFillSync, timingSafeEqual } from 'node:crypto';

/** C1, C2, S1 and S2 have this size: RTMP 1.0, 5.2.3. */
export const HANDSHAKE_BYTES = 1536;

/** The only version in use; 6 would be the encrypted RTMPE. */
const RTMP_VERSION = 3;

/**
 * Where the digest lies in C1 and S1. The simple handshake of the specification has none; Flash Player 9 and its
 * successors (FFmpeg too) sign theirs in one of two places, and check that the answer is signed in the same way.
 */
export type HandshakeKind = 'simple' | 'digest-early' | 'digest-late';

const DIGEST_BYTES = 32;
/** Offset of the four bytes whose sum places the digest within the 728 bytes that follow them. */
const DIGEST_BASE = { 'digest-early': 8, 'digest-late': 772 } as const;
const DIGEST_SPAN = 728;

const CLIENT_NAME = Buffer.from('Genuine Adobe Flash Player 001');
const SERVER_NAME = Buffer.from('Genuine Adobe Flash Media Server 001');
/** Follows both names in the keys that sign the second packet of either side. */
const KEY_TAIL = Buffer.from(
  'f0eec24a8068bee82e00d0d1029e7e576eec5d2d29806fab93b8e636cfeb31ae',
  'hex',
);

/** The server's side of the handshake, byte by byte. */
export class RtmpServerHandshake {
  #state: 'hello' | 'answered' | 'done' = 'hello';
  readonly #hello = Buffer.alloc(1 + HANDSHAKE_BYTES);
  #helloBytes = 0;
  #acknowledgedBytes = 0;
  readonly #send: (bytes: Uint8Array) => void;

  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send;
  }

  get isDone(): boolean {
    return this.#state === 'done';
  }

  /** Returns how many of the bytes belong to the handshake, or null for what is not RTMP. */
  push(bytes: Uint8Array): number | null {
    let at = 0;
    if (this.#state === 'hello') {
      at = Math.min(this.#hello.length - this.#helloBytes, bytes.length);
      this.#hello.set(bytes.subarray(0, at), this.#helloBytes);
      this.#helloBytes += at;
      if (this.#helloBytes > 0 && this.#hello[0] !== RTMP_VERSION) return null;
      if (this.#helloBytes < this.#hello.length) return at;
      this.#send(answerHello(this.#hello.subarray(1)));
      this.#state = 'answered';
    }
    // C2 repeats what we sent; encoders are careless with it, so it is only counted.
    const taken = Math.min(HANDSHAKE_BYTES - this.#acknowledgedBytes, bytes.length - at);
    this.#acknowledgedBytes += taken;
    if (this.#acknowledgedBytes === HANDSHAKE_BYTES) this.#state = 'done';
    return at + taken;
  }
}

/** S0, S1 and S2 for a C1 of 1536 bytes, in the kind that the client chose. */
export function answerHello(hello: Uint8Array): Uint8Array {
  const answer = Buffer.alloc(1 + 2 * HANDSHAKE_BYTES);
  answer[0] = RTMP_VERSION;
  const first = answer.subarray(1, 1 + HANDSHAKE_BYTES);
  const second = answer.subarray(1 + HANDSHAKE_BYTES);
  randomFillSync(first, 8);
  const kind = findHandshakeKind(hello, CLIENT_NAME);
  if (kind === 'simple') {
    second.set(hello);
    return answer;
  }
  // Any version other than 0 announces a signed packet; this is Flash Media Server 4.5.
  first.set([4, 5, 0, 1], 4);
  signHello(first, kind, SERVER_NAME);
  randomFillSync(second);
  signReply(second, readDigest(hello, kind), SERVER_NAME);
  return answer;
}

/** C0 and C1 as an encoder sends them. */
export function writeClientHello(kind: HandshakeKind): Uint8Array {
  const hello = Buffer.alloc(1 + HANDSHAKE_BYTES);
  hello[0] = RTMP_VERSION;
  const first = hello.subarray(1);
  randomFillSync(first, 8);
  if (kind === 'simple') return hello;
  first.set([9, 0, 124, 2], 4);
  signHello(first, kind, CLIENT_NAME);
  return hello;
}

/** Whether S1 and S2 are what an encoder that sent C1 in this kind insists on. */
export function isServerAnswerGenuine(hello: Uint8Array, answer: Uint8Array): boolean {
  const first = answer.subarray(1, 1 + HANDSHAKE_BYTES);
  const second = answer.subarray(1 + HANDSHAKE_BYTES);
  const kind = findHandshakeKind(hello, CLIENT_NAME);
  if (kind === 'simple') return Buffer.compare(second, hello) === 0;
  const expected = Buffer.from(second);
  signReply(expected, readDigest(hello, kind), SERVER_NAME);
  return findHandshakeKind(first, SERVER_NAME) === kind && Buffer.compare(expected, second) === 0;
}

function findHandshakeKind(packet: Uint8Array, signer: Buffer): HandshakeKind {
  // The specification's four zeros; whoever signs has a version here.
  if (!packet.subarray(4, 8).some((byte) => byte !== 0)) return 'simple';
  for (const kind of ['digest-early', 'digest-late'] as const) {
    const digest = readDigest(packet, kind);
    if (timingSafeEqual(digest, computeDigest(packet, kind, signer))) return kind;
  }
  return 'simple';
}

function signHello(packet: Buffer, kind: 'digest-early' | 'digest-late', signer: Buffer): void {
  packet.set(computeDigest(packet, kind, signer), digestOffset(packet, kind));
}

/** The last 32 bytes sign the others, with a key made from the other side's digest. */
function signReply(packet: Buffer, peerDigest: Uint8Array, signer: Buffer): void {
  const key = hmac(Buffer.concat([signer, KEY_TAIL]), peerDigest);
  const signed = packet.subarray(0, HANDSHAKE_BYTES - DIGEST_BYTES);
  packet.set(hmac(key, signed), HANDSHAKE_BYTES - DIGEST_BYTES);
}

function digestOffset(packet: Uint8Array, kind: 'digest-early' | 'digest-late'): number {
  const base = DIGEST_BASE[kind];
  let sum = 0;
  for (let index = 0; index < 4; index++) sum += packet[base + index] ?? 0;
  return base + 4 + (sum % DIGEST_SPAN);
}

function readDigest(packet: Uint8Array, kind: 'digest-early' | 'digest-late'): Uint8Array {
  const offset = digestOffset(packet, kind);
  return packet.subarray(offset, offset + DIGEST_BYTES);
}

/** Over the whole packet without the digest's own place. */
function computeDigest(
  packet: Uint8Array,
  kind: 'digest-early' | 'digest-late',
  signer: Buffer,
): Buffer {
  const offset = digestOffset(packet, kind);
  return hmac(signer, packet.subarray(0, offset), packet.subarray(offset + DIGEST_BYTES));
}

function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}
