import { createHmac } from 'node:crypto';
import {
  decodeComposition,
  encodeComposition,
  readRecordingToken,
  recordingPath,
} from '../../../packages/contracts/src/recording-address.ts';
import type { FuzzTarget } from '../target.ts';

const mac = (text: string) => createHmac('sha256', 'a secret').update(text).digest('base64url');
const TAKE = { webcastId: '0_ab12cd34', generation: 'k3f9aa00bb11', trim: null };
const TRIMMED = { ...TAKE, trim: { fromMs: 1500, toMs: 86_400_000 } };
const SEEDS = [
  recordingPath([TAKE], 1_900_000_000, mac),
  recordingPath([TAKE, TRIMMED, TAKE], 1_900_000_000, mac),
];

/** Addresses of recordings, from anybody: only those that were signed say anything, and a composition has one text. */
const target: FuzzTarget = {
  name: 'recording-address',
  seeds: () => SEEDS.map((path) => Buffer.from(path, 'latin1')),
  run(bytes) {
    const path = Buffer.from(bytes).toString('latin1');
    const [, , token = '', text = ''] = path.split('/');
    const composition = decodeComposition(text);
    if (composition !== null && encodeComposition(composition) !== text) {
      throw new Error('a composition has two texts');
    }
    const read = readRecordingToken(token, text, mac);
    if (read !== null && !SEEDS.some((seed) => seed.endsWith(`/${token}/${text}`))) {
      throw new Error('a forged address holds');
    }
  },
};

export default target;
