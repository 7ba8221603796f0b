import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Client,
  createClient,
  createWebcast,
  getWebcast,
  goLive,
  playback,
  updateWebcast,
  waitUntilLive,
} from '../../../packages/sdk/src/index.ts';
import { KalturaForTests, refusal } from './kaltura-for-tests.ts';

/** The same calls as against Rostrum, at a service with Kaltura's quirks. */

let kaltura: KalturaForTests;
let client: Client;

beforeEach(async () => {
  kaltura = await KalturaForTests.open();
  client = createClient({ serviceUrl: kaltura.serviceUrl, partnerId: 100, session: 'a-session' });
});
afterEach(() => kaltura.close());

const WISH = {
  name: 'Town hall',
  startsAt: '2026-12-01T17:00:00+01:00',
  presenter: { name: 'Ada & Bo' },
  transcoding: 'cloud',
} as const;

test('whoever waits until it is live asks as a viewer, until there is a picture', async () => {
  const { id } = await createWebcast(client, WISH);
  const asked: unknown[] = [];
  const watched = createClient({
    serviceUrl: kaltura.serviceUrl,
    partnerId: 100,
    session: 'an-admins',
    fetch: (url, init) => {
      asked.push(JSON.parse(String(init?.body)).ks);
      // The second answer is that of a show whose first seconds are there.
      Object.assign(kaltura.entries.get(id) ?? {}, { isLiveNow: asked.length > 1 ? 1 : 0 });
      return fetch(url, init);
    },
  });
  await waitUntilLive(watched, id);
  expect(asked).toEqual(['', '']);
  await waitUntilLive(watched, id, { session: 'a-viewers' });
  expect(asked.at(-1)).toBe('a-viewers');
});

test('going live reads the records in the same request', async () => {
  const { id } = await createWebcast(client, { ...WISH, timezone: 'Europe/Vienna' });
  kaltura.calls.length = 0;
  expect(await goLive(client, id)).toMatchObject({ timezone: 'Europe/Vienna' });
  expect(kaltura.calls).toEqual([
    'liveStream.update',
    'metadata_metadataprofile.list',
    'metadata_metadataprofile.list',
    'metadata_metadata.list',
  ]);
});

test('a webcast is made in one request, and read whatever types its values come in', async () => {
  const webcast = await createWebcast(client, WISH);
  expect(kaltura.calls).toEqual([
    'conversionProfile.list',
    'metadata_metadataprofile.list',
    'metadata_metadataprofile.list',
    'liveStream.add',
    'metadata_metadata.add',
    'metadata_metadata.add',
  ]);
  expect(webcast).toMatchObject({
    isNew: true,
    partnerId: 100,
    dvrMinutes: 120,
    recording: 'appended',
    hasPreview: true,
    startsAtMs: Date.UTC(2026, 11, 1, 16),
    presenters: [{ name: 'Ada & Bo' }],
    metadata: { event: { profileId: 501, version: 1 }, webcast: { profileId: 502 } },
    entry: { conversionProfileId: '17' },
  });
  expect(webcast.encoder?.rtmp?.primary).toMatchObject({
    server: `rtmp://${webcast.id}.p.kpublish.example:1935/kLive`,
    streamKey: `${webcast.id}_1?t=secret`,
  });
  expect(await getWebcast(client, webcast.id)).toMatchObject({
    presenters: [{ name: 'Ada & Bo' }],
  });
});

test('what only Rostrum has is never asked for', async () => {
  const { id } = await createWebcast(client, { ...WISH, idempotencyKey: 'once' });
  await updateWebcast(client, id, { endsAt: '2026-12-01T18:00:00+01:00' });
  await goLive(client, id);
  await playback(client, id);
  expect(kaltura.calls.filter((call) => call.startsWith('rostrum'))).toEqual([]);
});

test('nothing is left of a webcast of which a part was refused', async () => {
  kaltura.failures.set('metadata_metadata.add', refusal('INVALID_METADATA_DATA'));
  await expect(createWebcast(client, WISH)).rejects.toMatchObject({
    code: 'INVALID_METADATA_DATA',
    action: 'metadata_metadata.add',
  });
  expect(kaltura.entries.size).toBe(0);
});

test('an account that is not set up for webcasts is told so', async () => {
  const none = { objects: [], totalCount: 0 };
  kaltura.failures.set('metadata_metadataprofile.list', none);
  await expect(createWebcast(client, WISH)).rejects.toThrow(
    'Account 100 has no metadata profile with the system name KMS_EVENTS3',
  );
  kaltura.failures.set('conversionProfile.list', none);
  await expect(createWebcast(client, WISH)).rejects.toThrow(
    'Account 100 has no conversion profile with the system name Default_Live',
  );
  expect(kaltura.entries.size).toBe(0);
});

test('a connection that breaks leaves one webcast where there is a key, and is told where there is none', async () => {
  kaltura.failures.set('liveStream.add', 'hang-up-after');
  const webcast = await createWebcast(client, { ...WISH, idempotencyKey: 'once' });
  expect(webcast).toMatchObject({ isNew: false, referenceId: 'once' });
  expect(kaltura.entries.size).toBe(1);
  expect(kaltura.records.size).toBe(2);

  kaltura.failures.set('liveStream.add', 'hang-up-after');
  await expect(createWebcast(client, WISH)).rejects.toMatchObject({ isRetryable: true });
  expect(kaltura.entries.size).toBe(2);
});

test('what is half done is completed by the next call with its key', async () => {
  kaltura.failures.set('metadata_metadata.add', refusal('INTERNAL_DATABASE_ERROR'));
  await expect(createWebcast(client, { ...WISH, idempotencyKey: 'once' })).rejects.toMatchObject({
    code: 'INTERNAL_DATABASE_ERROR',
  });
  expect([kaltura.entries.size, kaltura.records.size]).toEqual([1, 1]);
  const webcast = await createWebcast(client, { ...WISH, idempotencyKey: 'once' });
  expect(webcast).toMatchObject({ isNew: false, presenters: [{ name: 'Ada & Bo' }] });
  expect([kaltura.entries.size, kaltura.records.size]).toEqual([1, 2]);
});

/** Once a webcast is there, and as long as nobody can know whether it stays alone, somebody else makes one. */
function makeRival(rivalOf: (own: Record<string, unknown>) => Record<string, unknown>): void {
  const whenAsked = () => {
    const [own] = kaltura.entries.values();
    if (own === undefined) kaltura.failures.set('system.getTime', whenAsked);
    else kaltura.entries.set('1_a_rival', { ...own, id: '1_a_rival', ...rivalOf(own) });
    return Number(own?.createdAt ?? 0);
  };
  kaltura.failures.set('system.getTime', whenAsked);
}

test('of two that are made within one second, both callers keep the same', async () => {
  makeRival(() => ({ name: 'The rival’s' }));
  const webcast = await createWebcast(client, { ...WISH, idempotencyKey: 'once' });
  expect(webcast).toMatchObject({ id: '1_a_rival', isNew: false, name: 'The rival’s' });
  expect([...kaltura.entries.keys()]).toEqual(['1_a_rival']);
  expect(webcast.presenters).toEqual([{ name: 'Ada & Bo' }]);
});

test('a younger one does not take the place of the older', async () => {
  makeRival((own) => ({ createdAt: Number(own.createdAt) + 1 }));
  const webcast = await createWebcast(client, { ...WISH, idempotencyKey: 'once' });
  expect(webcast).toMatchObject({ id: '1_kaltura1', isNew: true });
});

test('whoever finds one that has just been made waits until it is certain that it stays', async () => {
  const first = await createWebcast(client, WISH);
  const own = kaltura.entries.get(first.id) ?? {};
  Object.assign(own, { referenceId: 'once', createdAt: Math.floor(Date.now() / 1000) });
  makeRival(() => ({ name: 'The rival’s' }));
  const found = await createWebcast(client, { ...WISH, idempotencyKey: 'once' });
  expect(found).toMatchObject({ id: '1_a_rival', isNew: false });
});

test('a key and another reference can’t both be kept', async () => {
  const wish = { ...WISH, idempotencyKey: 'once', referenceId: 'mine' };
  await expect(createWebcast(client, wish)).rejects.toThrow('(got "once" and "mine")');
  expect(kaltura.calls).toEqual([]);
});

test('a name that looks like a token is refused before it can become another call’s answer', async () => {
  await expect(createWebcast(client, { name: '{1:result:id}' })).rejects.toThrow('{1:result:id}');
  expect(kaltura.calls).toEqual([]);
});

test('a record that somebody changes meanwhile is read anew', async () => {
  const { id, metadata } = await createWebcast(client, WISH);
  kaltura.failures.set('metadata_metadata.update', refusal('INVALID_METADATA_VERSION'));
  const changed = await updateWebcast(client, id, { timezone: 'Europe/Vienna' });
  expect(changed).toMatchObject({ timezone: 'Europe/Vienna', presenters: [{ name: 'Ada & Bo' }] });
  expect(changed.metadata.event?.version).toBe((metadata.event?.version ?? 0) + 1);
});

test('a viewer gets the guide’s choice: live, what it redirects to, what it has recorded, the newest', async () => {
  const { id } = await createWebcast(client, WISH);
  const entry = kaltura.entries.get(id) ?? {};
  const add = (recordingId: string, fields: object = {}) =>
    kaltura.entries.set(recordingId, {
      id: recordingId,
      name: 'A recording',
      type: '1',
      status: 2,
      duration: '61',
      ...fields,
    });
  expect(await playback(client, id)).toMatchObject({ kind: 'none' });
  add('1_newest', { rootEntryId: id });
  expect(await playback(client, id)).toMatchObject({ entryId: '1_newest', durationMs: 61_000 });
  add('1_recorded');
  entry.recordedEntryId = '1_recorded';
  expect(await playback(client, id)).toMatchObject({ kind: 'recording', entryId: '1_recorded' });
  entry.redirectEntryId = '1_gone';
  expect(await playback(client, id)).toMatchObject({ entryId: '1_recorded' });
  add('1_redirect', { status: '7' });
  entry.redirectEntryId = '1_redirect';
  expect(await playback(client, id)).toMatchObject({ entryId: '1_recorded' });
  add('1_redirect');
  expect(await playback(client, id)).toMatchObject({ entryId: '1_redirect' });
  entry.isLiveNow = 1;
  expect(await playback(client, id)).toMatchObject({ kind: 'live', entryId: id });
});
