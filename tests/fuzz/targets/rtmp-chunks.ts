import assert from 'node:assert/strict';
import { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Publication } from '../../../packages/media/src/ingest/publication.ts';
import { DEFAULT_RTMP_LIMITS } from '../../../packages/media/src/ingest/rtmp/rtmp-limits.ts';
import { RtmpSession } from '../../../packages/media/src/ingest/rtmp/rtmp-session.ts';
import { type AmfValue, amfObject, writeAmf0 } from '../../../packages/media/src/rtmp/amf0.ts';
import { RtmpChunkWriter } from '../../../packages/media/src/rtmp/rtmp-chunk-writer.ts';
import {
  HANDSHAKE_BYTES,
  writeClientHello,
} from '../../../packages/media/src/rtmp/rtmp-handshake.ts';
import { FrameAssertions } from '../assert-frames.ts';
import { MEDIA_TAGS, type MediaTag } from '../media-tags.ts';
import type { FuzzTarget } from '../target.ts';

const HANDSHAKE = Buffer.concat([writeClientHello('simple'), Buffer.alloc(HANDSHAKE_BYTES)]);

/** What the first byte of an input says: whether the rest begins with `connect`, or an encoder is publishing. */
const MODE = { fresh: 0, publishing: 1 } as const;

type SessionParts = { readonly start: Buffer; readonly media: Buffer };

/** A whole session behind the handshake, from connect to goodbye. */
function writeSession(tags: readonly MediaTag[], startMs: number): SessionParts {
  const writer = new RtmpChunkWriter();
  const message = (typeId: number, payload: Uint8Array, chunkStreamId = 3, timestampMs = 0) =>
    writer.write(chunkStreamId, { typeId, timestampMs, messageStreamId: 1, payload });
  const command = (...values: readonly AmfValue[]) => message(20, writeAmf0(...values));
  const start = Buffer.concat([
    command('connect', 1, amfObject({ app: 'kLive?t=TOKEN', fourCcList: ['hvc1'] })),
    command('createStream', 2, null),
    command('publish', 3, null, '0_ab12cd34_1', 'live'),
    message(1, Uint8Array.of(0, 0, 0, 64), 2),
  ]);
  writer.chunkBytes = 64;
  const media = Buffer.concat([
    message(5, Uint8Array.of(0, 0, 4, 0), 2),
    message(4, Uint8Array.of(0, 6, 1, 2, 3, 4), 2),
    ...tags.map(({ typeId, payload }, index) =>
      message(typeId, payload, 4 + (index % 3), startMs + index * 20),
    ),
    command('FCUnpublish', 4, null, '0_ab12cd34_1'),
  ]);
  return { start, media };
}

const PUBLISHING = writeSession([], 0).start;

const target: FuzzTarget = {
  name: 'rtmp-chunks',
  seeds: () =>
    MEDIA_TAGS.flatMap((tags, index) => {
      const { start, media } = writeSession(tags, index * 16_700_000);
      return [
        Buffer.concat([Uint8Array.of(MODE.fresh), start, media]),
        Buffer.concat([Uint8Array.of(MODE.publishing), media]),
        Buffer.concat([Uint8Array.of(MODE.publishing), media]),
      ];
    }),
  async run(bytes) {
    let openCount = 0;
    let endCount = 0;
    let closeCount = 0;
    let failure: unknown = null;
    const ignore = () => {};
    const session = new RtmpSession({
      protocol: 'rtmp',
      duplex: openDuplex(bytes[0] === MODE.publishing, bytes.subarray(1)),
      remoteAddress: '192.0.2.1',
      gate: {
        async open(): Promise<Publication> {
          openCount++;
          const assertions = new FrameAssertions();
          return {
            write: (frame) => assertions.check(frame),
            countDropped: ignore,
            end: () => endCount++,
            closed: new AbortController().signal,
          };
        },
      },
      log: {
        debug: ignore,
        info: ignore,
        warn: ignore,
        error: ({ error }) => {
          failure ??= error;
        },
      },
      limits: DEFAULT_RTMP_LIMITS,
      nowMs: 0,
      onClose: () => closeCount++,
    });
    await setImmediate();
    session.tick(1_000);
    session.destroy();
    await setImmediate();
    if (failure !== null) throw failure;
    assert.equal(closeCount, 1);
    assert.equal(endCount, openCount);
  },
};

/** A connection whose peer has sent the handshake and these bytes, in pieces that depend on them. */
function openDuplex(isPublishing: boolean, bytes: Uint8Array): Duplex {
  const pieceBytes = 1 + ((bytes[bytes.length >> 1] ?? 0) % 5 === 0 ? 16 : 4_096);
  const duplex = new Duplex({
    read() {},
    write(_bytes, _encoding, done) {
      done();
    },
  });
  duplex.push(HANDSHAKE);
  if (isPublishing) duplex.push(PUBLISHING);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    duplex.push(bytes.subarray(at, at + pieceBytes));
  }
  return duplex;
}

export default target;
