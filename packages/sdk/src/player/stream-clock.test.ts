import { describe, expect, it } from 'vitest';
import { readId3Timestamp, StreamClock } from './stream-clock.ts';

/** An ID3v2.4 tag with one text frame. */
function id3(text: string): Uint8Array {
  const frame = [...new TextEncoder().encode(text)];
  const size = frame.length + 1;
  return Uint8Array.from([
    ...[0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, size + 10],
    ...[0x54, 0x45, 0x58, 0x54, 0, 0, 0, size, 0, 0, 3],
    ...frame,
  ]);
}

describe('stream clock', () => {
  it('runs on from the newest anchor before the place', () => {
    const clock = new StreamClock();
    expect(clock.at(5)).toBeNull();
    clock.addAnchor(10, 1_000_000);
    clock.addAnchor(20, 1_070_000);
    expect(clock.at(12.5)).toBe(1_002_500);
    expect(clock.at(21)).toBe(1_071_000);
    expect(clock.at(8)).toBe(998_000);
  });

  it('takes the later word for a place that comes again', () => {
    const clock = new StreamClock();
    clock.addAnchor(10, 1_000);
    clock.addAnchor(20, 2_000);
    clock.addAnchor(10, 5_000);
    expect(clock.at(20)).toBe(15_000);
  });

  it('reads the time stamp of the in-band tag', () => {
    expect(readId3Timestamp(id3('{"timestamp":1795372997658,"sequenceId":"32"}'))).toBe(
      1_795_372_997_658,
    );
  });

  it('reads nothing from other tags and from what is no tag', () => {
    expect(readId3Timestamp(id3('hello'))).toBeNull();
    expect(readId3Timestamp(new Uint8Array(0))).toBeNull();
    expect(readId3Timestamp(new TextEncoder().encode('{"timestamp":1}'))).toBeNull();
  });
});
