import { expect, test } from 'vitest';
import {
  answerHello,
  HANDSHAKE_BYTES,
  isServerAnswerGenuine,
  RtmpServerHandshake,
  writeClientHello,
} from './rtmp-handshake.ts';

test.each(['simple', 'digest-early', 'digest-late'] as const)('answers %s in kind', (kind) => {
  for (let round = 0; round < 50; round++) {
    const hello = writeClientHello(kind).subarray(1);
    const answer = answerHello(hello);
    expect(answer.length).toBe(1 + 2 * HANDSHAKE_BYTES);
    expect(isServerAnswerGenuine(hello, answer)).toBe(true);
    const isSigned = answer.subarray(5, 9).some((byte) => byte !== 0);
    expect(isSigned).toBe(kind !== 'simple');
  }
});

test('takes a version without a valid digest for the simple handshake', () => {
  const hello = writeClientHello('digest-early').subarray(1);
  hello.fill(0xaa, 100);
  expect(answerHello(hello).subarray(1 + HANDSHAKE_BYTES)).toEqual(hello);
});

test('is done after the last byte of C2, whatever the pieces', () => {
  const sent: Uint8Array[] = [];
  const handshake = new RtmpServerHandshake((bytes) => sent.push(bytes));
  const all = Buffer.concat([writeClientHello('simple'), Buffer.alloc(HANDSHAKE_BYTES)]);
  for (let at = 0; at < all.length; at += 100) {
    expect(handshake.isDone).toBe(false);
    const piece = all.subarray(at, at + 100);
    expect(handshake.push(piece)).toBe(piece.length);
  }
  expect(handshake.isDone).toBe(true);
  expect(sent.length).toBe(1);
});

test('leaves the bytes behind the handshake alone', () => {
  const handshake = new RtmpServerHandshake(() => {});
  const size = 1 + 2 * HANDSHAKE_BYTES;
  const all = Buffer.concat([writeClientHello('simple'), Buffer.alloc(HANDSHAKE_BYTES + 77)]);
  expect(handshake.push(all)).toBe(size);
});

test.each([0x47, 0x16, 0x06])('refuses what does not begin with version 3 (%i)', (first) => {
  expect(new RtmpServerHandshake(() => {}).push(Uint8Array.of(first))).toBeNull();
});
