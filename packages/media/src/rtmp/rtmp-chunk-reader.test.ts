import { expect, test } from 'vitest';
import { RtmpChunkReader } from './rtmp-chunk-reader.ts';
import { RtmpChunkWriter } from './rtmp-chunk-writer.ts';

type Seen = { typeId: number; timestampMs: number; streamId: number; text: string };

function collect(maxMessageBytes = 1_000_000) {
  const messages: Seen[] = [];
  const reader = new RtmpChunkReader(maxMessageBytes, (typeId, timestampMs, streamId, payload) => {
    messages.push({ typeId, timestampMs, streamId, text: Buffer.from(payload).toString('latin1') });
  });
  return { reader, messages };
}

/** A header of format 0 on chunk stream 4, message stream 1, type 9. */
function fullHeader(time: number, sizeBytes: number): Buffer {
  const header = Buffer.alloc(12);
  header[0] = 4;
  header.writeUIntBE(time, 1, 3);
  header.writeUIntBE(sizeBytes, 4, 3);
  header[7] = 9;
  header.writeUInt32LE(1, 8);
  return header;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const A200 = Buffer.from('a'.repeat(200));

test.each([1, 3, 7, 64, 100_000])(
  'puts messages together from pieces of %i bytes',
  (pieceBytes) => {
    const writer = new RtmpChunkWriter();
    const long = Buffer.from('0123456789'.repeat(50));
    const bytes = Buffer.concat([
      writer.write(3, {
        typeId: 20,
        timestampMs: 0,
        messageStreamId: 0,
        payload: Buffer.from('hi'),
      }),
      writer.write(6, { typeId: 9, timestampMs: 40, messageStreamId: 1, payload: long }),
      writer.write(6, { typeId: 9, timestampMs: 0x1234_5678, messageStreamId: 1, payload: long }),
      writer.write(4, { typeId: 8, timestampMs: 50, messageStreamId: 1, payload: Buffer.alloc(0) }),
    ]);
    const { reader, messages } = collect();
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      expect(reader.push(bytes.subarray(at, at + pieceBytes))).toBeNull();
    }
    expect(messages).toEqual([
      { typeId: 20, timestampMs: 0, streamId: 0, text: 'hi' },
      { typeId: 9, timestampMs: 40, streamId: 1, text: long.toString() },
      { typeId: 9, timestampMs: 0x1234_5678, streamId: 1, text: long.toString() },
      { typeId: 8, timestampMs: 50, streamId: 1, text: '' },
    ]);
  },
);

test('adds the steps of short headers, also of the shortest', () => {
  const { reader, messages } = collect();
  reader.push(Buffer.concat([fullHeader(1000, 1), Buffer.from('a')]));
  // Format 1: step, size, type. Format 2: step. Format 3: all as before.
  reader.push(Buffer.from([0x44, 0, 0, 20, 0, 0, 2, 8, 0x62, 0x62]));
  reader.push(Buffer.from([0x84, 0, 0, 30, 0x63, 0x63]));
  reader.push(Buffer.from([0xc4, 0x64, 0x64]));
  expect(messages.map(({ typeId, timestampMs, text }) => [typeId, timestampMs, text])).toEqual([
    [9, 1000, 'a'],
    [8, 1020, 'bb'],
    [8, 1050, 'cc'],
    [8, 1080, 'dd'],
  ]);
});

test('takes the time of a full header as the step of the shortest one behind it, as FFmpeg does', () => {
  const { reader, messages } = collect();
  reader.push(Buffer.concat([fullHeader(33, 1), Buffer.from('a'), Buffer.from([0xc4, 0x62])]));
  expect(messages.map((message) => message.timestampMs)).toEqual([33, 66]);
});

test('wraps time stamps at 32 bits', () => {
  const { reader, messages } = collect();
  reader.push(Buffer.concat([fullHeader(0xffffff, 1), uint32(0xffff_fff0), Buffer.from('a')]));
  reader.push(Buffer.from([0x84, 0, 0, 0x20, 0x62]));
  expect(messages.map((message) => message.timestampMs)).toEqual([0xffff_fff0, 0x10]);
});

test('keeps interleaved chunk streams apart, with ids of one, two and three bytes', () => {
  const { reader, messages } = collect();
  const on = (...id: number[]) => Buffer.concat([Buffer.from(id), fullHeader(0, 200).subarray(1)]);
  reader.push(Buffer.concat([on(5), A200.subarray(0, 128)]));
  reader.push(Buffer.concat([on(0, 10), A200.subarray(0, 128)]));
  reader.push(Buffer.concat([on(1, 10, 3), A200.subarray(0, 128)]));
  reader.push(Buffer.concat([Buffer.from([0xc5]), Buffer.from('x'.repeat(72))]));
  reader.push(Buffer.concat([Buffer.from([0xc0, 10]), Buffer.from('y'.repeat(72))]));
  reader.push(Buffer.concat([Buffer.from([0xc1, 10, 3]), Buffer.from('z'.repeat(72))]));
  expect(messages.map(({ text }) => text.slice(-1))).toEqual(['x', 'y', 'z']);
});

test.each([1, 5, 1_000])(
  'accepts extended time stamps in later chunks: repeated, absolute or left out (pieces of %i)',
  (pieceBytes) => {
    const { reader, messages } = collect();
    const first = [fullHeader(0xffffff, 200), uint32(20_000_000), A200.subarray(0, 128)];
    const step = Buffer.from([0x84, 0xff, 0xff, 0xff]);
    const bytes = Buffer.concat([
      // Repeated.
      ...[...first, Buffer.from([0xc4]), uint32(20_000_000), A200.subarray(128)],
      // Left out.
      ...[...first, Buffer.from([0xc4]), A200.subarray(128)],
      // A long step, then the message's absolute time instead of the step.
      ...[step, uint32(17_000_000), A200.subarray(0, 128)],
      ...[Buffer.from([0xc4]), uint32(37_000_000), A200.subarray(128)],
      // A long step, repeated.
      ...[step, uint32(17_000_001), A200.subarray(0, 128)],
      ...[Buffer.from([0xc4]), uint32(17_000_001), A200.subarray(128)],
    ]);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      expect(reader.push(bytes.subarray(at, at + pieceBytes))).toBeNull();
    }
    expect(messages.map((message) => message.timestampMs)).toEqual([
      20_000_000, 20_000_000, 37_000_000, 54_000_001,
    ]);
    expect(messages.every(({ text }) => text === A200.toString())).toBe(true);
  },
);

test('does not take the absolute time of a full header for a step of five hours', () => {
  const { reader, messages } = collect();
  const again = Buffer.concat([Buffer.from([0xc4]), uint32(20_000_000), Buffer.from('b')]);
  reader.push(
    Buffer.concat([fullHeader(0xffffff, 1), uint32(20_000_000), Buffer.from('a'), again]),
  );
  expect(messages.map((message) => message.timestampMs)).toEqual([20_000_000, 20_000_000]);
});

test('drops what an Abort or a new header leaves unfinished', () => {
  const { reader, messages } = collect();
  reader.push(Buffer.concat([fullHeader(0, 200), A200.subarray(0, 128)]));
  reader.abort(4);
  reader.push(Buffer.concat([fullHeader(1, 200), A200.subarray(0, 128)]));
  reader.push(Buffer.concat([fullHeader(2, 1), Buffer.from('b')]));
  expect(messages.map(({ timestampMs, text }) => [timestampMs, text])).toEqual([[2, 'b']]);
});

test('changes its chunk size in the middle of the bytes', () => {
  const messages: number[] = [];
  const reader = new RtmpChunkReader(1_000_000, (typeId, _timestampMs, _streamId, payload) => {
    messages.push(payload.length);
    if (typeId === 1) reader.chunkBytes = 4096;
  });
  const writer = new RtmpChunkWriter();
  const change = { typeId: 1, timestampMs: 0, messageStreamId: 0, payload: uint32(4096) };
  const first = writer.write(2, change);
  writer.chunkBytes = 4096;
  const payload = Buffer.alloc(10_000);
  const second = writer.write(6, { typeId: 9, timestampMs: 0, messageStreamId: 1, payload });
  expect(reader.push(Buffer.concat([first, second]))).toBeNull();
  expect(messages).toEqual([4, 10_000]);
});

test('stops between messages when paused, and goes on where it stopped', () => {
  const messages: string[] = [];
  const reader = new RtmpChunkReader(1_000, (_typeId, _timestampMs, _streamId, payload) => {
    messages.push(Buffer.from(payload).toString());
    reader.pause();
  });
  const one = (text: string) => Buffer.concat([fullHeader(0, 1), Buffer.from(text)]);
  reader.push(Buffer.concat([one('a'), one('b'), one('c').subarray(0, 5)]));
  expect(messages).toEqual(['a']);
  reader.push(one('c').subarray(5));
  expect(messages).toEqual(['a']);
  reader.resume();
  expect(messages).toEqual(['a', 'b']);
  reader.resume();
  expect(messages).toEqual(['a', 'b', 'c']);
});

test('keeps nothing of the bytes that were pushed, as the next read overwrites them', () => {
  const messages: string[] = [];
  const reader = new RtmpChunkReader(1_000, (_typeId, _timestampMs, _streamId, payload) => {
    messages.push(Buffer.from(payload).toString());
    reader.pause();
  });
  const shared = Buffer.alloc(100);
  const read = (bytes: Buffer) => {
    shared.fill('x').set(bytes);
    reader.push(shared.subarray(0, bytes.length));
  };
  const all = Buffer.concat([fullHeader(0, 1), Buffer.from('a'), fullHeader(0, 2)]);
  read(all.subarray(0, 5));
  read(all.subarray(5));
  read(Buffer.from('b'));
  read(Buffer.from('c'));
  shared.fill('x');
  reader.resume();
  expect(messages).toEqual(['a', 'bc']);
});

test.each([
  ['a message beyond the limit', fullHeader(0, 1_001), 'message of 1001 bytes'],
  ['a continuation of nothing', Buffer.from([0xc4]), 'without a header'],
  ['a first header without a length', Buffer.from([0x84, 0, 0, 0]), 'without a message length'],
])('refuses %s', (_what, bytes, problem) => {
  const { reader } = collect(1_000);
  expect(reader.push(bytes)).toContain(problem);
  expect(reader.push(Buffer.alloc(100))).toContain(problem);
});

test('bounds the number of chunk streams and the memory for unfinished messages', () => {
  const many = collect(1_000);
  let problem: string | null = null;
  for (let id = 64; problem === null && id < 200; id++) {
    const header = Buffer.concat([Buffer.from([0, id - 64]), fullHeader(0, 0).subarray(1)]);
    problem = many.reader.push(header);
  }
  expect(problem).toContain('more than 64 chunk streams');

  const large = collect(1_000);
  problem = null;
  for (let id = 3; problem === null && id < 60; id++) {
    const header = Buffer.concat([Buffer.from([id]), fullHeader(0, 900).subarray(1)]);
    problem = large.reader.push(Buffer.concat([header, Buffer.alloc(128)]));
  }
  expect(problem).toContain('unfinished messages');
});
