import type { RelayHealth } from '@rostrum/contracts';
import { expect, test } from 'vitest';
import { relayReading } from './relay-reading.ts';

const NOW_MS = 1_800_000_000_000;
const RELAY: RelayHealth = {
  ...{ id: 'one', host: 'live.example.com', state: 'publishing', sinceMs: NOW_MS },
  ...{ problem: null, retryAtMs: null, bitsPerSecond: 4_000_000, droppedFrames: 0 },
};

const CASES: readonly (readonly [Partial<RelayHealth>, object])[] = [
  [{}, { tone: 'good', word: 'Sending', text: '' }],
  [{ droppedFrames: 1 }, { tone: 'warn', text: expect.stringContaining('1 picture left out') }],
  [{ state: 'connecting' }, { tone: 'plain', word: 'Connecting', text: '' }],
  [
    {
      ...{ state: 'waiting', problem: 'nothing takes streams at live.example.com, port 1935' },
      retryAtMs: NOW_MS + 3200,
    },
    {
      ...{ tone: 'warn', word: 'Not sent' },
      text: 'Nothing takes streams at live.example.com, port 1935. Trying again in 4 s.',
    },
  ],
  [{ state: 'waiting', retryAtMs: NOW_MS - 1 }, { text: 'Trying again now.' }],
];

test.each(CASES)('a relay is told in words (%#)', (changes, expected) => {
  expect(relayReading({ ...RELAY, ...changes }, NOW_MS)).toMatchObject(expected);
});
