import assert from 'node:assert/strict';
import { amfObject, readAmf0, writeAmf0 } from '../../../packages/media/src/rtmp/amf0.ts';
import type { FuzzTarget } from '../target.ts';

const target: FuzzTarget = {
  name: 'amf0',
  seeds: () => [
    writeAmf0(
      'connect',
      1,
      amfObject({
        app: 'kLive?t=TOKEN',
        flashVer: 'FMLE/3.0 (compatible; FMSc/1.0)',
        tcUrl: 'rtmp://127.0.0.1:1935/kLive?t=TOKEN',
        fourCcList: ['av01', 'vp09', 'hvc1'],
        videoFourCcInfoMap: amfObject({ '*': 3 }),
      }),
    ),
    writeAmf0(
      '@setDataFrame',
      'onMetaData',
      amfObject({ width: 1920, stereo: true, encoder: 'x' }),
    ),
    Buffer.from('08000000630001610101000009', 'hex'),
    Buffer.from('100001430001610500000a0000000201010b40f86a00000000000000', 'hex'),
    Buffer.from('0c00000002686907000106050d', 'hex'),
  ],
  run(bytes) {
    const { values, problem } = readAmf0(bytes);
    if (problem === null) assert.equal(readAmf0(writeAmf0(...values)).values.length, values.length);
  },
};

export default target;
