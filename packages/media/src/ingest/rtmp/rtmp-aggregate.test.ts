import { expect, test } from 'vitest';
import { splitAggregate } from './rtmp-aggregate.ts';

function tag(typeId: number, timestampMs: number, text: string): Buffer {
  const header = Buffer.alloc(11);
  header[0] = typeId;
  header.writeUIntBE(text.length, 1, 3);
  header.writeUIntBE(timestampMs & 0xff_ff_ff, 4, 3);
  header[7] = timestampMs >>> 24;
  return Buffer.concat([header, Buffer.from(text), Buffer.alloc(4)]);
}

function split(payload: Uint8Array, timestampMs: number) {
  const tags: unknown[] = [];
  const isWhole = splitAggregate(payload, timestampMs, (typeId, timeMs, body) => {
    tags.push([typeId, timeMs, Buffer.from(body).toString()]);
  });
  return { isWhole, tags };
}

test('counts the times of the tags from the time of the message', () => {
  const payload = Buffer.concat([tag(8, 0x0500_0000, 'a'), tag(9, 0x0500_0014, 'bb')]);
  expect(split(payload, 1_000)).toEqual({
    isWhole: true,
    tags: [
      [8, 1_000, 'a'],
      [9, 1_020, 'bb'],
    ],
  });
});

test('keeps the tags before one that is cut', () => {
  const payload = Buffer.concat([tag(8, 0, 'a'), tag(9, 0, 'bb').subarray(0, 12)]);
  expect(split(payload, 0)).toEqual({ isWhole: false, tags: [[8, 0, 'a']] });
});

test('does without the back pointer of the last tag', () => {
  expect(split(tag(8, 0, 'a').subarray(0, 12), 0).isWhole).toBe(true);
});
