import assert from 'node:assert/strict';
import {
  readAv1Config,
  readSequenceHeader,
} from '../../../packages/media/src/codecs/av1-config.ts';
import { inspectTemporalUnit } from '../../../packages/media/src/codecs/av1-obus.ts';
import { assertVideoConfig } from '../assert-frames.ts';
import type { FuzzTarget } from '../target.ts';

const target: FuzzTarget = {
  name: 'av1-config',
  seeds: () =>
    [
      '81050c000a0b0000002d4cffb3c02f8004',
      '81010c000a0b0000000cc4ff6736be4010',
      '0000002d4cffb3c02f8004',
      '12000a0b0000002d4cffb3c02f80043203010203',
    ].map((hex) => Buffer.from(hex, 'hex')),
  run(bytes) {
    readSequenceHeader(bytes);
    assert.ok(inspectTemporalUnit(bytes).start <= bytes.length);
    const read = readAv1Config(bytes);
    if (!('problem' in read)) assertVideoConfig(read);
  },
};

export default target;
