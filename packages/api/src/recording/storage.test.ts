import type { Take } from '@rostrum/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import { quotaStateOf } from './quota.ts';

const MINUTE = 60_000;
const DAY = 24 * 3600_000;

describe('the quota', () => {
  test('warns at 80 and 95 percent, well before it is reached', () => {
    const states = [0, 799, 800, 949, 950, 999, 1000, 1200].map((used) => quotaStateOf(used, 1000));
    expect(states).toEqual([
      ...['free', 'free', 'warning', 'warning', 'critical', 'critical', 'full', 'full'],
    ]);
    expect(quotaStateOf(1e15, null)).toBe('free');
    expect(quotaStateOf(0, 0)).toBe('full');
  });
});

describeOnBothDatabases('storage', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterEach(() => server.close());

  const take = (letter: string, changes: Partial<Take> = {}): Take => ({
    ...{ generation: letter.padEnd(12, '0'), startsAtMs: server.clock.now, durationMs: 10_000 },
    ...{ sizeBytes: 1_000, hasVideo: true },
    ...changes,
  });
  const onAir = (webcastId: string, takes: readonly Take[], sinceMs = server.clock.now) =>
    server.tell({
      ...{ webcastId, state: 'on-air', sinceMs, onAirSinceMs: sinceMs, takes },
      ...{ generation: 'a'.repeat(12), isPlayable: true, encoders: [encoder()] },
    });
  const ended = (webcastId: string, takes: readonly Take[], sinceMs = server.clock.now) =>
    server.tell({ webcastId, state: 'ended', onAirSinceMs: sinceMs, takes });
  const record = async (takes: readonly Take[], properties = {}) => {
    const { id } = await server.addWebcast(properties);
    await ended(id, takes);
    const { recordedEntryId } = await get(id);
    return { webcastId: id as string, entryId: recordedEntryId as string };
  };
  const renew = async () => {
    ks = await server.startAdminSession();
  };
  const get = (entryId: string) => server.call('baseEntry', 'get', { ks, entryId });
  const storage = () => server.call('rostrum_storage', 'get', { ks });
  const setRule = (rule: object) => server.call('rostrum_storage', 'update', { ks, storage: rule });
  const remove = async (entryId: string) => {
    await server.call('media', 'delete', { ks, entryId });
    await server.api.flush();
  };

  test('is known without a look at the disk, and free again once the media process has removed it', async () => {
    expect(await storage()).toMatchObject({ usedBytes: 0, recordingCount: 0, isFull: false });
    const { webcastId, entryId } = await record([take('a'), take('b', { sizeBytes: 500 })]);
    await onAir(webcastId, [take('c', { sizeBytes: 70 })], NOW_MS + 1);
    expect(await storage()).toMatchObject({ usedBytes: 1_570, recordingCount: 1 });
    await ended(webcastId, [take('c', { sizeBytes: 90 })], NOW_MS + 1);
    await remove(entryId);
    expect(await storage()).toMatchObject({ usedBytes: 0, recordingCount: 0 });
    const foreign = await server.startForeignSession();
    expect(await server.call('rostrum_storage', 'get', { ks: foreign })).toMatchObject({
      usedBytes: 0,
    });
  });

  test('has limits that are set and taken away, one by one', async () => {
    expect(await setRule({ quotaBytes: 5_000_000_000_000, retentionDays: 30 })).toMatchObject({
      ...{ quotaBytes: 5_000_000_000_000, retentionDays: 30 },
    });
    expect(await setRule({ retentionDays: 7 })).toMatchObject({
      ...{ quotaBytes: 5_000_000_000_000, retentionDays: 7 },
    });
    const without = await setRule({ quotaBytes__null: '' });
    expect(without).not.toHaveProperty('quotaBytes');
    expect(without).toMatchObject({ retentionDays: 7 });
    expect(await setRule({ retentionDays: 0 })).toMatchObject({
      ...{ code: 'PROPERTY_VALIDATION_MIN_VALUE' },
    });
    expect(await setRule({ usedBytes: 1 })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
    });
  });

  describe('a full account', () => {
    test('records what is on air to its end, and no show that begins now', async () => {
      await setRule({ quotaBytes: 1_500 });
      const { id } = await server.addWebcast({ recordStatus: 2 });
      await onAir(id, [take('a')]);
      await onAir(id, [take('a', { sizeBytes: 2_000 })]);
      // Its encoder has changed its tracks.
      await ended(id, [take('a', { sizeBytes: 2_000 }), take('b')]);
      const { recordedEntryId } = await get(id);
      expect(await get(recordedEntryId)).toMatchObject({ status: '2', msDuration: 20_000 });
      expect(await storage()).toMatchObject({ usedBytes: 3_000, isFull: true });

      const laterMs = NOW_MS + MINUTE;
      await onAir(id, [take('c')], laterMs);
      expect(server.channels.removedTakes).toEqual([`${id}/${'c'.padEnd(12, '0')}`]);
      await onAir(id, [take('d')], laterMs);
      await ended(id, [], laterMs);
      expect(server.channels.removedTakes).toHaveLength(2);
      expect(await get(id)).toMatchObject({ recordedEntryId });
      expect(await storage()).toMatchObject({ usedBytes: 3_000, recordingCount: 1 });
      const state = await server.call('rostrum_server', 'getState', { ks });
      expect(state.alerts).toMatchObject([{ code: 'QUOTA_FULL', severity: 'error' }]);

      await remove(recordedEntryId);
      await onAir(id, [take('e')], laterMs + MINUTE);
      expect((await get(id)).recordedEntryId).toBeTruthy();
    });

    test('keeps what was recorded while nobody was there to refuse it', async () => {
      await setRule({ quotaBytes: 0 });
      const { entryId } = await record([take('a', { durationMs: 10 * MINUTE })]);
      expect(await get(entryId)).toMatchObject({ status: '2', msDuration: 10 * MINUTE });
      expect(server.channels.removedTakes).toEqual([]);
    });
  });

  describe('retention', () => {
    test('deletes a recording when the days since the end of its last show are over', async () => {
      const { webcastId, entryId } = await record([take('a')]);
      server.clock.now += 5 * DAY;
      await onAir(webcastId, [take('b')]);
      await renew();
      await setRule({ retentionDays: 3 });
      await server.api.keepHouse();
      expect(await get(entryId)).toMatchObject({ status: '2' });
      await ended(webcastId, [take('b')]);
      const facts = await server.call('rostrum_recording', 'get', { ks, entryId });
      expect(facts.deletesAt).toBe(Math.floor((server.clock.now + 3 * DAY) / 1000));

      server.clock.now += 3 * DAY;
      await renew();
      await server.api.keepHouse();
      expect(await get(entryId)).toMatchObject({ status: '2' });
      server.clock.now += 1;
      await server.api.keepHouse();
      await server.api.flush();
      expect(await get(entryId)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
      expect(await get(webcastId)).not.toHaveProperty('redirectEntryId');
      expect(server.channels.removedTakes).toHaveLength(2);
      expect(await storage()).toMatchObject({ usedBytes: 0 });
      const filter = { objectIdEqual: entryId, actionEqual: 'DELETED' };
      const trail = await server.call('audit_audittrail', 'list', { ks, filter });
      expect(trail.objects).toMatchObject([{ entryPoint: 'rostrum::retention', entryId }]);
    });

    test('leaves what is kept, what other accounts have, and everything where there is none', async () => {
      const { entryId } = await record([take('a')]);
      const { entryId: other } = await record([take('b')]);
      const kept = await server.call('rostrum_recording', 'keep', { ks, entryId, isKept: true });
      expect(kept).toMatchObject({ isKept: true });
      server.clock.now += 100 * DAY;
      await renew();
      await server.api.keepHouse();
      expect(await get(other)).toMatchObject({ status: '2' });
      const foreign = await server.startForeignSession();
      const storage = { retentionDays: 1 };
      await server.call('rostrum_storage', 'update', { ks: foreign, storage });
      await server.api.keepHouse();
      expect(await get(other)).toMatchObject({ status: '2' });

      await setRule({ retentionDays: 1 });
      await server.api.keepHouse();
      expect(await get(other)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
      expect(await get(entryId)).toMatchObject({ status: '2' });
      await server.call('rostrum_recording', 'keep', { ks, entryId, isKept: false });
      await server.api.keepHouse();
      expect(await get(entryId)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    });

    test('counts a clip from the day that it was made', async () => {
      const { entryId } = await record([take('a')]);
      server.clock.now += 5 * DAY;
      await renew();
      const { id } = await server.addVideo();
      const resource = { objectType: 'KalturaEntryResource', entryId };
      await server.call('media', 'addContent', { ks, entryId: id, resource });
      await setRule({ retentionDays: 3 });
      await server.api.keepHouse();
      expect(await get(entryId)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
      expect(await get(id)).toMatchObject({ status: '2' });
      expect(server.channels.removedTakes).toEqual([]);
    });
  });

  describe('the archive', () => {
    const HOUR = 3600_000;
    const lie = (webcastId: string, letter: string, keptSinceMs = NOW_MS - 2 * HOUR) => {
      const generation = letter.padEnd(12, '0');
      server.channels.kept.push({ webcastId, generation, keptSinceMs });
    };
    const alerts = async () => {
      const { alerts: found } = await server.call('rostrum_server', 'getState', { ks });
      return found.map(({ code }: { code: string }) => code);
    };

    test('that has takes which the database does not know is told of, and keeps them', async () => {
      const { webcastId } = await record([take('a')]);
      lie(webcastId, 'a');
      lie(webcastId, 'b');
      lie('0_vanished', 'c');
      lie('0_vanished', 'd', NOW_MS - HOUR + 1);
      await server.api.keepHouse();
      expect(await alerts()).toContain('TAKES_UNKNOWN');
      const told = server.log.lines.find(({ message }) => message.includes('does not know'));
      expect(told?.facts).toMatchObject({
        count: 2,
        first: [`${webcastId}/b00000000000`, '0_vanished/c00000000000'],
      });
      await server.api.flush();
      expect(server.channels.removedTakes).toEqual([]);
    });

    test('that has what was removed is asked once more', async () => {
      const { webcastId, entryId } = await record([take('a')]);
      await remove(entryId);
      lie(webcastId, 'a');
      await server.api.keepHouse();
      await server.api.flush();
      expect(server.channels.removedTakes).toHaveLength(2);
      expect(await alerts()).not.toContain('TAKES_UNKNOWN');
    });

    test('is looked at again where the media process did not answer', async () => {
      lie('0_vanished', 'a');
      server.channels.isAway = true;
      await server.api.keepHouse();
      expect(await alerts()).not.toContain('TAKES_UNKNOWN');
      server.channels.isAway = false;
      await server.api.keepHouse();
      expect(await alerts()).toContain('TAKES_UNKNOWN');
    });
  });
});
