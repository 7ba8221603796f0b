import { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type AmfValue, amfObject, writeAmf0 } from '../../rtmp/amf0.ts';
import { RtmpChunkWriter } from '../../rtmp/rtmp-chunk-writer.ts';
import { HANDSHAKE_BYTES, writeClientHello } from '../../rtmp/rtmp-handshake.ts';
import type { PublicationGate } from '../publication.ts';
import { TestGate, testLog } from '../testing/test-gate.ts';
import { DEFAULT_RTMP_LIMITS } from './rtmp-limits.ts';
import { RtmpSession } from './rtmp-session.ts';

/** A session on a connection in memory, whose clock the test winds. */
function openSession(gate: PublicationGate = new TestGate()) {
  const written: Buffer[] = [];
  const duplex = new Duplex({
    read() {},
    write(bytes: Buffer, _encoding, done) {
      written.push(bytes);
      done();
    },
  });
  const { log, lines } = testLog();
  let closeCount = 0;
  const session = new RtmpSession({
    protocol: 'rtmp',
    duplex,
    remoteAddress: '192.0.2.1',
    gate,
    log,
    limits: DEFAULT_RTMP_LIMITS,
    nowMs: 0,
    onClose: () => closeCount++,
  });
  const writer = new RtmpChunkWriter();
  const say = async (bytes: Uint8Array) => {
    duplex.push(bytes);
    await setImmediate();
  };
  const command = (messageStreamId: number, ...values: readonly AmfValue[]) =>
    say(
      writer.write(3, {
        typeId: 20,
        timestampMs: 0,
        messageStreamId,
        payload: writeAmf0(...values),
      }),
    );
  return {
    session,
    duplex,
    lines,
    command,
    text: () => Buffer.concat(written).toString('latin1'),
    closeCount: () => closeCount,
    say,
    shakeHands: () =>
      say(Buffer.concat([writeClientHello('simple'), Buffer.alloc(HANDSHAKE_BYTES)])),
    async publish() {
      await this.shakeHands();
      await command(0, 'connect', 1, amfObject({ app: 'kLive?t=TOKEN' }));
      await command(1, 'publish', 2, null, '0_ab12cd34_1', 'live');
    },
  };
}

describe('deadlines', () => {
  test('end a connection without a handshake after ten seconds', () => {
    const { session, closeCount, duplex } = openSession();
    session.tick(9_999);
    expect(closeCount()).toBe(0);
    session.tick(10_000);
    expect(closeCount()).toBe(1);
    expect(duplex.destroyed).toBe(true);
  });

  test('end a connection that does not publish, counted from the handshake', async () => {
    const { session, shakeHands, closeCount } = openSession();
    session.tick(9_000);
    await shakeHands();
    session.tick(10_000);
    session.tick(19_999);
    expect(closeCount()).toBe(0);
    session.tick(20_000);
    expect(closeCount()).toBe(1);
  });

  test('end a publication that has fallen silent as broken', async () => {
    const gate = new TestGate();
    const opened = openSession(gate);
    await opened.publish();
    const { session, say } = opened;
    session.tick(1_000);
    session.tick(20_000);
    await say(Uint8Array.of(0xc3));
    session.tick(21_000);
    session.tick(40_999);
    expect(opened.closeCount()).toBe(0);
    session.tick(41_000);
    expect(opened.closeCount()).toBe(1);
    await expect(gate.publications[0]?.ended).resolves.toBe('broken');
  });

  test('refuse an encoder that the gate does not answer, and end what it opens too late', async () => {
    const gate = new TestGate();
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow: PublicationGate = {
      async open(request) {
        await promise;
        return gate.open(request);
      },
    };
    const opened = openSession(slow);
    await opened.publish();
    opened.session.tick(15_000);
    await setImmediate();
    expect(opened.text()).toContain('too busy');
    opened.session.tick(17_000);
    expect(opened.closeCount()).toBe(1);
    resolve();
    await setImmediate();
    await expect(gate.publications[0]?.ended).resolves.toBe('broken');
  });
});

test('a gate that fails is the server’s trouble, and the encoder may come back', async () => {
  const opened = openSession({ open: () => Promise.reject(new Error('control is away')) });
  await opened.publish();
  expect(opened.text()).toContain('cannot check this address now');
  expect(opened.lines.some(({ level }) => level === 'error')).toBe(true);
});

test('what comes before the gate has answered is not lost', async () => {
  const gate = new TestGate();
  const opened = openSession(gate);
  const writer = new RtmpChunkWriter();
  const message = (typeId: number, payload: Uint8Array) =>
    writer.write(3, { typeId, timestampMs: 0, messageStreamId: 1, payload });
  await opened.shakeHands();
  await opened.say(
    Buffer.concat([
      message(20, writeAmf0('connect', 1, amfObject({ app: 'kLive?t=TOKEN' }))),
      message(20, writeAmf0('publish', 2, null, '0_ab12cd34_1', 'live')),
      message(8, Uint8Array.of(0xaf, 0, 0x11, 0x90)),
      message(8, Uint8Array.of(0xaf, 1, 7)),
    ]),
  );
  expect(gate.publications[0]?.frames.map(({ kind }) => kind)).toEqual(['audio-config', 'audio']);
});

test('a defect behind the session ends the session only', async () => {
  const opened = openSession({
    async open() {
      return {
        write() {
          throw new Error('a defect');
        },
        countDropped() {},
        end() {},
        closed: new AbortController().signal,
      };
    },
  });
  await opened.publish();
  const payload = Uint8Array.of(0xaf, 0, 0x11, 0x90);
  const writer = new RtmpChunkWriter();
  await opened.say(writer.write(4, { typeId: 8, timestampMs: 0, messageStreamId: 1, payload }));
  expect(opened.closeCount()).toBe(1);
  expect(opened.lines.at(-2)).toMatchObject({ level: 'error', message: 'RTMP session failed' });
});

test('what can’t be used is reported with the next tick, in one line', async () => {
  const gate = new TestGate();
  const opened = openSession(gate);
  await opened.publish();
  const writer = new RtmpChunkWriter();
  const payload = Uint8Array.of(0xaf, 1, 7);
  const frame = writer.write(4, { typeId: 8, timestampMs: 0, messageStreamId: 1, payload });
  for (let round = 0; round < 50; round++) await opened.say(frame);
  opened.session.tick(1_000);
  opened.session.tick(2_000);
  expect(opened.lines.filter(({ level }) => level === 'warn')).toMatchObject([
    { fields: { dropped: { 'audio without its sequence header': 50 } } },
  ]);
  expect(gate.publications[0]?.droppedFrames).toBe(50);
});
