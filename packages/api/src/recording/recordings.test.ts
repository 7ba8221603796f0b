import type { ChannelStatus, Take } from '@rostrum/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests, encoder, NOW_MS, type Parameters } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import type { DatabaseAddress } from '../store/open-database.ts';

const MINUTE = 60_000;
const DAY = 24 * 3600_000;

describeOnBothDatabases('recordings', (freshDatabase) => {
  let address: DatabaseAddress;
  let server: ApiForTests;
  let ks = '';

  beforeEach(async () => {
    address = await freshDatabase();
    server = await ApiForTests.open(address);
    ks = await server.startAdminSession();
  });
  afterEach(() => server.close());

  /** A take of the show's first minutes. */
  const take = (generation: string, startsAtMs: number, changes: Partial<Take> = {}): Take => ({
    generation: generation.padEnd(12, '0'),
    startsAtMs,
    durationMs: MINUTE,
    sizeBytes: 1000,
    hasVideo: true,
    ...changes,
  });
  const onAir = (webcastId: string, sinceMs: number, takes: readonly Take[]) =>
    server.tell({
      ...{ webcastId, state: 'on-air', sinceMs, onAirSinceMs: sinceMs, takes },
      ...{
        generation: takes.at(-1)?.generation ?? 'unrecorded00',
        isPlayable: true,
        encoders: [encoder()],
      },
    });
  const ended = (
    webcastId: string,
    sinceMs: number,
    takes: readonly Take[],
    state: ChannelStatus['state'] = 'ended',
  ) =>
    server.tell({
      ...{ webcastId, state, onAirSinceMs: sinceMs, takes },
      sinceMs: sinceMs + 2 * MINUTE,
    });
  const show = async (webcastId: string, sinceMs: number, takes: readonly Take[]) => {
    await onAir(webcastId, sinceMs, takes);
    await ended(webcastId, sinceMs, takes);
  };
  const get = (entryId: string) => server.call('baseEntry', 'get', { ks, entryId });
  const recordingsOf = async (rootEntryIdEqual: string, more: Parameters = {}) => {
    const filter = {
      objectType: 'KalturaMediaEntryFilter',
      rootEntryIdEqual,
      statusIn: '2,7',
      ...more,
    };
    const { objects } = await server.call('baseEntry', 'list', { ks, filter });
    return objects;
  };
  const manifestOf = async (entryId: string, session = '') => {
    const part = session === '' ? '' : `/ks/${session}`;
    const answer = await server.app.inject({
      url: `/p/100/sp/10000/playManifest/entryId/${entryId}/format/applehttp${part}/a.m3u8`,
    });
    return { status: answer.statusCode, location: answer.headers.location ?? null };
  };
  const stage = (id: string) => server.api.stageFor(id, false, 'http://media.example');

  describe('the entry', () => {
    test('is there with the first take, waits for the end of the show, and is ready then', async () => {
      const { id } = await server.addWebcast({
        ...{ name: 'Town hall', description: 'All of us', tags: 'company' },
        userId: 'olivia',
      });
      const first = take('a', NOW_MS);
      await onAir(id, NOW_MS, [first]);
      const { recordedEntryId, redirectEntryId } = await get(id);
      expect(redirectEntryId).toBeUndefined();
      expect(await get(recordedEntryId)).toMatchObject({
        ...{ objectType: 'KalturaMediaEntry', type: 1, mediaType: 1, sourceType: '36' },
        ...{ rootEntryId: id, name: 'Town hall', description: 'All of us', tags: 'company' },
        ...{ userId: 'olivia', status: '7', duration: 0 },
      });
      expect(await manifestOf(recordedEntryId)).toMatchObject({ status: 404 });

      await onAir(id, NOW_MS, [{ ...first, durationMs: 90_000 }]);
      await ended(id, NOW_MS, [{ ...first, durationMs: 119_500 }]);
      expect(await get(id)).toMatchObject({ recordedEntryId, redirectEntryId: recordedEntryId });
      expect(await get(recordedEntryId)).toMatchObject({
        ...{ status: '2', duration: 120, msDuration: 119_500 },
      });
      expect(await recordingsOf(id)).toHaveLength(1);
    });

    test('does not exist where nothing was recorded', async () => {
      const { id } = await server.addWebcast({ recordStatus: 0 });
      await show(id, NOW_MS, []);
      expect(await recordingsOf(id)).toEqual([]);
      expect(await get(id)).not.toHaveProperty('recordedEntryId');
    });

    test('is written once, however often a status is told', async () => {
      const { id } = await server.addWebcast();
      const takes = [take('a', NOW_MS), take('b', NOW_MS + MINUTE)];
      for (let time = 0; time < 3; time++) await show(id, NOW_MS, takes);
      const [recording, ...others] = await recordingsOf(id);
      expect(others).toEqual([]);
      expect(recording).toMatchObject({ status: '2', msDuration: 2 * MINUTE });
    });

    test('is there too where only the end was told', async () => {
      const { id } = await server.addWebcast();
      await ended(id, NOW_MS, [take('a', NOW_MS)]);
      expect(await recordingsOf(id)).toMatchObject([{ status: '2', msDuration: MINUTE }]);
    });

    test('is ready with what was told last where the media process has forgotten the show', async () => {
      const { id } = await server.addWebcast();
      await onAir(id, NOW_MS, [take('a', NOW_MS)]);
      await server.tell({ webcastId: id, state: 'idle', sinceMs: NOW_MS + 5 * MINUTE });
      expect(await recordingsOf(id)).toMatchObject([{ status: '2', msDuration: MINUTE }]);
    });

    test('of two shows whose ends are told at once has its own takes', async () => {
      const { id } = await server.addWebcast({ recordStatus: 2 });
      const told = (sinceMs: number, generation: string): ChannelStatus => ({
        ...{ webcastId: id, state: 'ended', sinceMs: sinceMs + MINUTE, onAirSinceMs: sinceMs },
        ...{
          generation: null,
          isPlayable: false,
          hasVideo: true,
          encoders: [],
          waitsUntilMs: null,
        },
        takes: [take(generation, sinceMs)],
      });
      for (const [index, generation] of ['a', 'b', 'c'].entries()) {
        server.api.onChannelStatus(told(NOW_MS + index * DAY, generation));
      }
      await server.api.flush();
      expect(await recordingsOf(id)).toHaveLength(3);
    });

    test('takes over what the options say, and is found by its root where it is hidden', async () => {
      const startDate = NOW_MS / 1000;
      const { id } = await server.addWebcast({
        ...{ entitledUsersView: 'vera', startDate, endDate: startDate + 3600 },
        recordingOptions: {
          ...{ shouldCopyEntitlement: true, shouldMakeHidden: true },
          shouldCopyScheduling: true,
        },
      });
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      expect(await recordingsOf(id)).toMatchObject([
        { displayInSearch: -1, entitledUsersView: 'vera', startDate, endDate: startDate + 3600 },
      ]);
      const filter = { nameLike: 'Town hall' };
      const { objects } = await server.call('baseEntry', 'list', { ks, filter });
      expect(objects.map((entry: { id: string }) => entry.id)).toEqual([id]);
    });

    test('goes into the archive under a name of its own', async () => {
      const { id } = await server.addWebcast({
        recordStatus: 2,
        recordingOptions: {
          ...{ shouldMakeHidden: true, shouldAutoArchive: true },
          archiveVodSuffixTimezone: 'Europe/Berlin',
        },
      });
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      expect(await recordingsOf(id)).toMatchObject([
        { name: 'Town hall Nov-22-2026 13:02', displayInSearch: 1, status: '2' },
      ]);
      const live = await get(id);
      expect(live).not.toHaveProperty('recordedEntryId');
      expect(live).not.toHaveProperty('redirectEntryId');
      expect(await stage(id)).toMatchObject({ replayUrl: expect.stringContaining('/r/') });
    });

    test('stays when its webcast is deleted', async () => {
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      const { recordedEntryId } = await get(id);
      await server.call('liveStream', 'delete', { ks, entryId: id });
      expect(await manifestOf(recordedEntryId)).toMatchObject({ status: 302 });
      await server.api.flush();
      expect(server.channels.removedTakes).toEqual([]);
    });
  });

  describe('several shows', () => {
    test('are appended to one recording', async () => {
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      const { recordedEntryId } = await get(id);
      await onAir(id, NOW_MS + DAY, [take('b', NOW_MS + DAY)]);
      // What was there already still plays.
      expect(await get(recordedEntryId)).toMatchObject({ status: '2', msDuration: MINUTE });
      await ended(id, NOW_MS + DAY, [take('b', NOW_MS + DAY)]);
      expect(await recordingsOf(id)).toMatchObject([
        { id: recordedEntryId, msDuration: 2 * MINUTE },
      ]);
      const { location } = await manifestOf(recordedEntryId);
      expect(location).toContain(`/${id}.a00000000000~${id}.b00000000000/index.m3u8`);
    });

    test.each([
      ['is a week old', 8 * DAY, {}],
      ['has other tracks', DAY, { hasVideo: false }],
    ])('begin another recording where the one before %s', async (_why, laterMs, changes) => {
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      const { recordedEntryId } = await get(id);
      server.clock.now = NOW_MS + laterMs;
      ks = await server.startAdminSession();
      await show(id, server.clock.now, [take('b', server.clock.now, changes)]);
      expect(await recordingsOf(id)).toHaveLength(2);
      expect((await get(id)).recordedEntryId).not.toBe(recordedEntryId);
    });

    test('begin another recording where the one before has a day', async () => {
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS, { durationMs: DAY })]);
      await show(id, NOW_MS + DAY, [take('b', NOW_MS + DAY)]);
      expect(await recordingsOf(id)).toHaveLength(2);
    });

    test('have a recording each, with a number', async () => {
      const { id } = await server.addWebcast({ recordStatus: 2 });
      await show(id, NOW_MS, [take('a', NOW_MS), take('b', NOW_MS + MINUTE)]);
      await show(id, NOW_MS + DAY, [take('c', NOW_MS + DAY)]);
      const found = await recordingsOf(id, { orderBy: '+name' });
      expect(found).toMatchObject([
        { name: 'Town hall 1', msDuration: 2 * MINUTE },
        { name: 'Town hall 2', msDuration: MINUTE },
      ]);
      expect(await get(id)).toMatchObject({ redirectEntryId: found[1].id });
    });

    test('leave a preview after the show out', async () => {
      const { id } = await server.addWebcast({
        explicitLive: true,
        viewMode: 1,
        recordingStatus: 2,
      });
      await onAir(id, NOW_MS, [take('a', NOW_MS)]);
      await ended(id, NOW_MS, [take('a', NOW_MS)], 'preview');
      expect(await recordingsOf(id)).toMatchObject([{ status: '2', msDuration: MINUTE }]);
    });
  });

  describe('playback', () => {
    test('of a recording and of a webcast that is over leads to the takes', async () => {
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      const { recordedEntryId } = await get(id);
      const expected = {
        status: 302,
        location: expect.stringMatching(
          new RegExp(`^http://media.example:8081/r/[^/]+/${id}\\.a0{11}/index\\.m3u8$`),
        ),
      };
      expect(await manifestOf(recordedEntryId)).toEqual(expected);
      expect(await manifestOf(id)).toEqual(expected);
      expect(await stage(id)).toEqual({
        kind: 'ended',
        endedAtMs: NOW_MS + 2 * MINUTE,
        replayUrl: expect.stringContaining('/index.m3u8'),
      });
      const context = await server.call('baseEntry', 'getPlaybackContext', {
        ...{ ks, entryId: recordedEntryId },
        contextDataParams: {},
      });
      expect(context).toMatchObject({
        sources: [{ format: 'applehttp', url: expect.stringContaining(recordedEntryId) }],
        flavorAssets: [{ objectType: 'KalturaFlavorAsset', entryId: recordedEntryId }],
        actions: [],
      });
    });

    test('is the show’s while it goes on', async () => {
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      await onAir(id, NOW_MS + DAY, [take('b', NOW_MS + DAY)]);
      expect((await manifestOf(id)).location).toContain('/v/');
      expect((await stage(id))?.kind).toBe('on-air');
    });

    test('is refused while nothing is there, and to another account', async () => {
      const video = await server.addVideo({ sourceType: '36' });
      expect(await manifestOf(video.id)).toMatchObject({ status: 404 });
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      const { recordedEntryId } = await get(id);
      const foreign = await server.startForeignSession();
      expect(
        await server.call('baseEntry', 'getPlaybackContext', {
          ...{ ks: foreign, entryId: recordedEntryId },
          contextDataParams: {},
        }),
      ).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    });

    test('of a recording that is held back is for editors only, on the webcast’s page too', async () => {
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      const { recordedEntryId } = await get(id);
      await server.call('media', 'reject', { ks, entryId: recordedEntryId });
      expect(await manifestOf(recordedEntryId)).toMatchObject({ status: 404 });
      expect(await manifestOf(id)).toMatchObject({ status: 404 });
      expect(await manifestOf(recordedEntryId, ks)).toMatchObject({ status: 302 });
      expect(await stage(id)).toMatchObject({ kind: 'ended', replayUrl: null });
    });
  });

  describe('deleting', () => {
    test('removes the takes, and what points to it; late statuses bring nothing back', async () => {
      const { id } = await server.addWebcast();
      const takes = [take('a', NOW_MS), take('b', NOW_MS + MINUTE)];
      await show(id, NOW_MS, takes);
      const { recordedEntryId } = await get(id);
      await server.call('media', 'delete', { ks, entryId: recordedEntryId });
      await server.api.flush();
      expect(server.channels.removedTakes.sort()).toEqual(
        takes.map(({ generation }) => `${id}/${generation}`),
      );
      expect(await get(id)).not.toHaveProperty('redirectEntryId');
      await ended(id, NOW_MS, takes);
      expect(await recordingsOf(id)).toEqual([]);
      expect(await manifestOf(id)).toMatchObject({ status: 404 });
      expect(await stage(id)).toMatchObject({ kind: 'ended', replayUrl: null });
    });

    test('is carried on after a restart, where nobody had confirmed it', async () => {
      const { id } = await server.addWebcast();
      await show(id, NOW_MS, [take('a', NOW_MS)]);
      const { recordedEntryId } = await get(id);
      server.channels.removeTake = () => Promise.reject(new Error('the media process is away'));
      await server.call('baseEntry', 'delete', { ks, entryId: recordedEntryId });
      await server.close();
      server = await ApiForTests.open(address);
      await server.api.flush();
      expect(server.channels.removedTakes).toEqual([`${id}/a00000000000`]);
      await server.close();
      server = await ApiForTests.open(address);
      await server.api.flush();
      expect(server.channels.removedTakes).toEqual([]);
    });

    test('a show that goes on ends what is recorded of it; the next one is recorded again', async () => {
      const { id } = await server.addWebcast();
      const first = take('a', NOW_MS);
      await onAir(id, NOW_MS, [first]);
      const { recordedEntryId } = await get(id);
      await server.call('baseEntry', 'delete', { ks, entryId: recordedEntryId });
      await ended(id, NOW_MS, [first]);
      expect(await recordingsOf(id)).toEqual([]);
      await show(id, NOW_MS + DAY, [take('b', NOW_MS + DAY)]);
      expect(await recordingsOf(id)).toMatchObject([{ status: '2', msDuration: MINUTE }]);
    });
  });

  test('a name that somebody gives meanwhile is kept', async () => {
    const { id } = await server.addWebcast();
    const first = take('a', NOW_MS);
    await onAir(id, NOW_MS, [first]);
    const { recordedEntryId } = await get(id);
    const [answer] = await Promise.all([
      server.call('media', 'update', {
        ...{ ks, entryId: recordedEntryId },
        mediaEntry: { name: 'The replay' },
      }),
      ended(id, NOW_MS, [first]),
    ]);
    expect(answer).toMatchObject({ name: 'The replay' });
    expect(await get(recordedEntryId)).toMatchObject({ name: 'The replay', status: '2' });
    expect(ACCOUNT.partnerId).toBe((await get(recordedEntryId)).partnerId);
  });
});
