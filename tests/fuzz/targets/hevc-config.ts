import { readHevcConfig, readHevcSps } from '../../../packages/media/src/codecs/hevc-config.ts';
import { assertVideoConfig } from '../assert-frames.ts';
import type { FuzzTarget } from '../target.ts';

const MAIN =
  '0101600000009000000000007bf000fcfdf8f800000f03a00001001840010c01ffff01600000030090000003000003007b959809a10001002a42010101600000030090000003000003007ba003c08010e596566924caf0168080000003008000001904a2000100074401c172b46240';
const MAIN10 =
  '0102200000009000000000005af000fcfdfafa00000f03a00001001840010c01ffff02200000030090000003000003005a959809a10001002a42010102200000030090000003000003005aa006b201e1d6d96566924e5780b40400000fa40001d4c020a2000100074401c172b46240';

const target: FuzzTarget = {
  name: 'hevc-config',
  seeds: () =>
    [
      MAIN,
      MAIN10,
      MAIN.slice(MAIN.indexOf('42010101'), MAIN.indexOf('a2000100')),
      MAIN10.slice(MAIN10.indexOf('42010102'), MAIN10.indexOf('a2000100')),
    ].map((hex) => Buffer.from(hex, 'hex')),
  run(bytes) {
    readHevcSps(bytes);
    const read = readHevcConfig(bytes);
    if (!('problem' in read)) assertVideoConfig(read.config);
  },
};

export default target;
