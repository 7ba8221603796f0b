import type { LiveStreamEntry } from '@rostrum/sdk';
import { expect, test } from 'vitest';
import { NEW_RELAY } from './relays.ts';
import {
  changesOf,
  isChanged,
  newStreamOf,
  newValues,
  valuesOf,
  type WebcastValues,
} from './webcast-values.ts';

const entry: LiveStreamEntry = {
  objectType: 'KalturaLiveStreamEntry',
  id: '0_ab12cd34',
  partnerId: 100,
  name: 'Town hall',
  description: 'Once a month',
  mediaType: 201,
  sourceType: '32',
  conversionProfileId: 42,
  dvrStatus: 1,
  dvrWindow: 60,
  recordStatus: 2,
  explicitLive: true,
  recordingOptions: { shouldCopyEntitlement: true, shouldAutoArchive: false },
  startDate: Date.parse('2026-11-26T15:00:00Z') / 1000,
  entitledUsersEdit: 'olga,pete',
  categoriesIds: '7,9',
};

const values = valuesOf(entry, 'Europe/Berlin');
const changed = (change: Partial<WebcastValues>) => changesOf(values, { ...values, ...change });

test('a form that nobody touched changes nothing', () => {
  expect(values.start).toBe('2026-11-26T16:00');
  expect(changed({})).toEqual({});
  // Spaces, an order of categories or commas are no difference.
  expect(
    changed({ editors: ' olga , pete,', categoryIds: ['9', '7'], name: 'Town hall ' }),
  ).toEqual({});
});

test('only what differs is sent', () => {
  expect(changed({ name: 'Town hall, moved' })).toEqual({ name: 'Town hall, moved' });
  expect(changed({ recording: '0' })).toEqual({ recordStatus: 0 });
  expect(changed({ rewindMinutes: '90' })).toEqual({ dvrWindow: 90 });
  expect(changed({ hasRewind: false })).toEqual({ dvrStatus: 0 });
  expect(changed({ isHeldBack: false })).toEqual({ explicitLive: false });
  expect(changed({ categoryIds: [] })).toEqual({ categoriesIds: '' });
  expect(changed({ copiesPeople: false })).toEqual({
    recordingOptions: { shouldCopyEntitlement: false },
  });
  expect(changed({ isArchived: true, archiveZone: 'Asia/Tokyo' })).toEqual({
    recordingOptions: { shouldAutoArchive: true, archiveVodSuffixTimezone: 'Asia/Tokyo' },
  });
  expect(isChanged(values, { ...values, name: 'x' })).toBe(true);
});

test('a date is a moment: another zone moves it, an empty field clears it', () => {
  expect(changed({ start: '' })).toEqual({ startDate: -1 });
  expect(changed({ end: '2026-11-26T17:30' })).toEqual({
    endDate: Date.parse('2026-11-26T16:30:00Z') / 1000,
  });
  expect(changed({ zone: 'America/New_York' })).toEqual({
    startDate: Date.parse('2026-11-26T21:00:00Z') / 1000,
  });
  // The same moment by another clock is no change.
  expect(changed({ zone: 'UTC', start: '2026-11-26T15:00' })).toEqual({});
});

test('a new webcast is held back, can be rewound, and is recorded', () => {
  expect(newValues()).toMatchObject({ isHeldBack: true, hasRewind: true, recording: '1' });
});

test('what is added says what was chosen, and leaves the rest to the server', () => {
  const added = newStreamOf({ ...newValues(), name: ' Town hall ', hasRewind: false });
  expect(added).toEqual({
    name: 'Town hall',
    explicitLive: true,
    dvrStatus: 0,
    recordStatus: 1,
    recordingOptions: {
      shouldCopyEntitlement: true,
      shouldCopyScheduling: false,
      shouldCopyThumbnail: true,
      shouldMakeHidden: false,
      shouldAutoArchive: false,
    },
  });
});

test('what an integration has set of a server that it is sent on to stays', () => {
  const relayed = valuesOf({
    ...entry,
    pushPublishEnabled: 1,
    publishConfigurations: [
      { publishUrl: 'rtmp://a.example', port: '1936', applicationName: 'live', streamName: 'k' },
    ],
  });
  expect(changesOf(relayed, { ...relayed })).toEqual({});
  const relays = relayed.relays.map((relay) => ({ ...relay, key: 'another' }));
  expect(changesOf(relayed, { ...relayed, relays })).toEqual({
    publishConfigurations: [
      {
        objectType: 'KalturaLiveStreamPushPublishRTMPConfiguration',
        publishUrl: 'rtmp://a.example',
        backupPublishUrl: '',
        port: '1936',
        applicationName: 'live',
        streamName: 'another',
        userId: '',
        password: '',
      },
    ],
  });
  expect(changesOf(relayed, { ...relayed, relays: [] })).toEqual({ publishConfigurations: [] });
});

test('a new webcast is sent on from its first show', () => {
  const relays = [{ ...NEW_RELAY, address: 'rtmp://a.example/live', key: 'k' }];
  expect(newStreamOf({ ...newValues(), isRelayed: true, relays })).toMatchObject({
    pushPublishEnabled: 1,
    publishConfigurations: [{ publishUrl: 'rtmp://a.example/live', streamName: 'k' }],
  });
});

test('a stream that another server has keeps what an integration has set of it', () => {
  const dash = { protocol: 'mpegdash', url: 'https://a.example/show.mpd' };
  const own = {
    protocol: 'hls',
    url: 'https://a.example/show.m3u8',
    backupUrl: 'https://b.example/',
  };
  const outside = valuesOf({ ...entry, sourceType: '30', liveStreamConfigurations: [dash, own] });
  expect(outside).toMatchObject({ source: 'outside', outside: { url: own.url, others: [dash] } });
  expect(changesOf(outside, { ...outside })).toEqual({});
  const moved = { ...outside.outside, url: ' https://c.example/show.m3u8', backupUrl: '' };
  expect(changesOf(outside, { ...outside, outside: moved })).toEqual({
    liveStreamConfigurations: [
      {
        objectType: 'KalturaLiveStreamConfiguration',
        protocol: 'applehttp',
        url: 'https://c.example/show.m3u8',
      },
      dash,
    ],
    // An address that stood there would be played where the new one fails.
    hlsStreamUrl: '',
  });
  const { hlsStreamUrl } = { hlsStreamUrl: 'https://a.example/x.m3u8' };
  expect(valuesOf({ ...entry, sourceType: '30', hlsStreamUrl }).outside.url).toBe(hlsStreamUrl);
});

test('a new one of another server is made as such, and not recorded', () => {
  const outside = { url: 'https://a.example/x.m3u8', backupUrl: '', others: [] };
  expect(newStreamOf({ ...newValues(), source: 'outside', outside })).toMatchObject({
    ...{ sourceType: '30', recordStatus: 0 },
    liveStreamConfigurations: [{ protocol: 'applehttp', url: outside.url }],
  });
  expect(newStreamOf(newValues())).not.toHaveProperty('sourceType');
});
