import assert from 'node:assert/strict';
import { readAvcConfig, readAvcSps } from '../../../packages/media/src/codecs/avc-config.ts';
import { assertVideoConfig } from '../assert-frames.ts';
import type { FuzzTarget } from '../target.ts';

const target: FuzzTarget = {
  name: 'avc-config',
  seeds: () =>
    [
      '01640028ffe1001b67640028acd940780227e5c044000003000400000300f03c60c65801000668ebe3cb22c0fdf8f800',
      '017a0028ffe1001a677a0028b6cd94078044fcb8088000000300800000190f8b16cb01000668fba3cb22c0fefafa00',
      '0142c01effe100176742c01ed900b4126c0440000003004000000c83c58b9201000568cb83cb20',
      '67640028acd940780227e5c044000003000400000300f03c60c658',
      '677a0028b6cd94078044fcb8088000000300800000190f8b16cb',
    ].map((hex) => Buffer.from(hex, 'hex')),
  run(bytes) {
    readAvcSps(bytes);
    const read = readAvcConfig(bytes);
    if ('problem' in read) return;
    assertVideoConfig(read.config);
    assert.ok(read.nalLengthBytes >= 1 && read.nalLengthBytes <= 4);
  },
};

export default target;
