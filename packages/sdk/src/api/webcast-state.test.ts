import { expect, test } from 'vitest';
import type { Client } from './client.ts';
import type { LiveStreamDetails, LiveStreamEntry } from './live-stream-entry.ts';
import { askWebcastState, webcastStateOf } from './webcast-state.ts';

const NOW_MS = 1_800_000_000_000;
const seconds = (offset: number) => NOW_MS / 1000 + offset;

const entry = (fields: Partial<LiveStreamEntry> = {}): LiveStreamEntry => ({
  objectType: 'KalturaLiveStreamEntry',
  id: '0_ab12cd34',
  partnerId: 100,
  name: 'Town hall',
  mediaType: 201,
  sourceType: '32',
  liveStatus: 0,
  currentBroadcastStartTime: 0,
  lastBroadcastEndTime: 0,
  ...fields,
});

const stateOf = (fields: Partial<LiveStreamEntry>) => webcastStateOf(entry(fields), NOW_MS);

test('an entry tells the state of its webcast', () => {
  expect(stateOf({})).toBe('scheduled');
  expect(stateOf({ startDate: seconds(-60) })).toBe('scheduled');
  expect(stateOf({ currentBroadcastStartTime: seconds(-2) })).toBe('connecting');
  expect(stateOf({ liveStatus: 1 })).toBe('on-air');
  expect(stateOf({ liveStatus: 1, explicitLive: true, viewMode: 0 })).toBe('preview');
  expect(stateOf({ liveStatus: 1, explicitLive: 1, viewMode: 1 })).toBe('on-air');
  expect(stateOf({ lastBroadcastEndTime: seconds(-60) })).toBe('ended');
});

test('a webcast that was over and is planned again is scheduled', () => {
  const over = { lastBroadcastEndTime: seconds(-60) };
  expect(stateOf({ ...over, startDate: seconds(-3600) })).toBe('ended');
  expect(stateOf({ ...over, startDate: seconds(3600) })).toBe('scheduled');
});

test('of what is on air, whether its encoder is there is asked; of nothing else', async () => {
  const asked: string[] = [];
  const clientWith = (details: Partial<LiveStreamDetails>) =>
    ({
      liveStream: {
        getDetails: async (id: string) => {
          asked.push(id);
          return {
            broadcastStatus: 3,
            primaryStreamStatus: 0,
            secondaryStreamStatus: 0,
            ...details,
          };
        },
      },
    }) as unknown as Client;
  const onAir = entry({ liveStatus: 1 });
  expect(await askWebcastState(clientWith({}), onAir, NOW_MS)).toBe('interrupted');
  for (const there of [{ primaryStreamStatus: 1 }, { secondaryStreamStatus: 1 }])
    expect(await askWebcastState(clientWith(there), onAir, NOW_MS)).toBe('on-air');
  expect(asked).toHaveLength(3);
  expect(await askWebcastState(clientWith({}), entry(), NOW_MS)).toBe('scheduled');
  expect(asked).toHaveLength(3);
});
