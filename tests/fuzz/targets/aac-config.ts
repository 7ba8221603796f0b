import { readAacConfig } from '../../../packages/media/src/codecs/aac-config.ts';
import { assertAudioConfig } from '../assert-frames.ts';
import type { FuzzTarget } from '../target.ts';

const target: FuzzTarget = {
  name: 'aac-config',
  seeds: () =>
    [
      '1190',
      '120856e500',
      '1194',
      '2b118800',
      'eb098800',
      '130856e59d4880',
      '17805dc010',
      '1180042600000000',
    ].map((hex) => Buffer.from(hex, 'hex')),
  run(bytes) {
    const read = readAacConfig(bytes);
    if (!('problem' in read)) assertAudioConfig(read);
  },
};

export default target;
