import type { Take } from '@rostrum/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, NOW_MS } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

const MINUTE = 60_000;

type Clip = { readonly offset?: number; readonly duration?: number };

/** The media process of these tests has segments of two seconds, of a thousand bytes each. */
describeOnBothDatabases('trimming', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterEach(() => server.close());

  const take = (letter: string, durationMs = MINUTE): Take => ({
    ...{ generation: letter.padEnd(12, '0'), startsAtMs: NOW_MS, durationMs },
    ...{ sizeBytes: (durationMs / 2000) * 1000, hasVideo: true },
  });
  const tell = (webcastId: string, sinceMs: number, takes: readonly Take[], state: string) =>
    server.tell({
      ...{ webcastId, state: state as 'ended', sinceMs: sinceMs + MINUTE },
      ...{ onAirSinceMs: sinceMs, takes },
    });
  /** A recording of these takes, of one show. */
  const record = async (takes: readonly Take[], properties = {}) => {
    const webcast = await server.addWebcast(properties);
    await tell(webcast.id, NOW_MS, takes, 'ended');
    const { recordedEntryId } = await get(webcast.id);
    return { webcastId: webcast.id as string, entryId: recordedEntryId as string };
  };
  const get = (entryId: string) => server.call('baseEntry', 'get', { ks, entryId });
  const parts = (entryId: string, clips: readonly Clip[]) => ({
    objectType: 'KalturaOperationResource',
    resource: { objectType: 'KalturaEntryResource', entryId },
    operationAttributes: clips.map((clip) => ({ objectType: 'KalturaClipAttributes', ...clip })),
  });
  const trim = (entryId: string, ...clips: readonly Clip[]) =>
    server.call('media', 'updateContent', { ks, entryId, resource: parts(entryId, clips) });
  const clip = async (sourceId: string, ...clips: readonly Clip[]) => {
    const { id } = await server.addVideo();
    const resource = parts(sourceId, clips);
    return server.call('media', 'addContent', { ks, entryId: id, resource });
  };
  const untrim = (entryId: string) => server.call('rostrum_recording', 'untrim', { ks, entryId });
  const facts = (entryId: string) => server.call('rostrum_recording', 'get', { ks, entryId });
  /** What its address says that it plays: `a:10000-50000`. */
  const played = async (entryId: string) => {
    const { headers } = await server.app.inject({
      url: `/p/100/sp/10000/playManifest/entryId/${entryId}/format/applehttp/a.m3u8`,
    });
    const [, , , , composition = ''] = String(headers.location).split('/').slice(1);
    return composition.split('~').map((text) => {
      const [, generation = '', from, to] = text.split('.');
      const range = to === undefined ? '' : `:${[from ?? '', to].map(ms).join('-')}`;
      return `${generation.replace(/0+$/, '')}${range}`;
    });
  };
  const ms = (text: string) => Number.parseInt(text, 36);

  test('cuts off both ends, at whole segments, and says what is left', async () => {
    const { entryId } = await record([take('a')]);
    const trimmed = await trim(entryId, { offset: 11_000, duration: 20_500 });
    expect(trimmed).toMatchObject({ id: entryId, status: '2', msDuration: 22_000, duration: 22 });
    expect(await played(entryId)).toEqual(['a:10000-32000']);
    expect(await facts(entryId)).toMatchObject({
      ...{ state: 'ready', isTrimmed: true, msDuration: 22_000, fullMsDuration: MINUTE },
      ...{
        playedBytes: 11_000,
        storedBytes: 30_000,
        parts: [{ offset: 10_000, duration: 22_000 }],
      },
    });
  });

  test('is counted from what plays now, and brought back whole', async () => {
    const { entryId } = await record([take('a')]);
    await trim(entryId, { offset: 10_000 });
    await trim(entryId, { offset: 4_000, duration: 6_000 });
    expect(await played(entryId)).toEqual(['a:14000-20000']);
    expect(await untrim(entryId)).toMatchObject({ isTrimmed: false, msDuration: MINUTE });
    expect(await played(entryId)).toEqual(['a']);
    expect(await get(entryId)).toMatchObject({ msDuration: MINUTE });
  });

  test('reaches over several takes, and leaves out those that are cut off', async () => {
    const { entryId } = await record([take('a'), take('b'), take('c')]);
    const trimmed = await trim(entryId, { offset: 50_000, duration: 80_000 });
    expect(trimmed.msDuration).toBe(80_000);
    expect(await played(entryId)).toEqual(['a:50000-60000', 'b', 'c:0-10000']);
    await trim(entryId, { offset: 70_000 });
    expect(await played(entryId)).toEqual(['c:0-10000']);
    await untrim(entryId);
    expect(await played(entryId)).toEqual(['a', 'b', 'c']);
    expect(server.channels.removedTakes).toEqual([]);
  });

  test('keeps several parts in the order in which they are named', async () => {
    const { entryId } = await record([take('a')]);
    const trimmed = await trim(
      entryId,
      { offset: 40_000, duration: 10_000 },
      { offset: 0, duration: 10_000 },
    );
    expect(trimmed.msDuration).toBe(20_000);
    expect(await played(entryId)).toEqual(['a:40000-50000', 'a:0-10000']);
    expect((await facts(entryId)).parts).toMatchObject([{ offset: 40_000 }, { offset: 0 }]);
  });

  test('makes one of parts that share a segment: nothing plays twice', async () => {
    const { entryId } = await record([take('a')]);
    const trimmed = await trim(
      entryId,
      { offset: 0, duration: 9_000 },
      { offset: 9_500, duration: 10_500 },
      { offset: 30_000, duration: 2_000 },
    );
    expect(await played(entryId)).toEqual(['a:0-20000', 'a:30000-32000']);
    expect(trimmed.msDuration).toBe(22_000);
  });

  test('that leaves everything is none', async () => {
    const { entryId } = await record([take('a'), take('b')]);
    await trim(entryId, { offset: 0, duration: 2 * MINUTE });
    await trim(entryId);
    expect(await facts(entryId)).toMatchObject({ isTrimmed: false, msDuration: 2 * MINUTE });
  });

  test.each([
    [{ offset: -1 }, 'offset', '-1', 'from 0 to 59999, within the recording'],
    [{ offset: 60_000 }, 'offset', '60000', 'from 0 to 59999, within the recording'],
    [
      { offset: 50_000, duration: 10_001 },
      'duration',
      '10001',
      'from 1 to 10000, within the recording',
    ],
    [{ offset: 50_000, duration: 0 }, 'duration', '0', 'from 1 to 10000, within the recording'],
  ])('refuses %j', async (range, name, VALUE, EXPECTED) => {
    const { entryId } = await record([take('a')]);
    expect(await trim(entryId, range)).toMatchObject({
      ...{ code: 'CLIP_OUT_OF_RANGE' },
      args: { PROP_NAME: `KalturaClipAttributes::${name}`, VALUE, EXPECTED },
    });
    expect(await played(entryId)).toEqual(['a']);
  });

  test('is refused while the show goes on, of what is no recording, and with what is not offered', async () => {
    const { webcastId, entryId } = await record([take('a')]);
    await tell(webcastId, NOW_MS + 5 * MINUTE, [take('b')], 'on-air');
    expect(await trim(entryId, { offset: 1 })).toMatchObject({ code: 'ENTRY_NOT_READY' });
    expect(await untrim(entryId)).toMatchObject({ code: 'ENTRY_NOT_READY' });
    const { id } = await server.addVideo();
    expect(await trim(id, { offset: 1 })).toMatchObject({ code: 'ENTRY_CANNOT_BE_TRIMMED' });
    const send = (resource: object) =>
      server.call('media', 'updateContent', { ks, entryId, resource });
    expect(await send(parts(id, []))).toMatchObject({ code: 'RESOURCE_TYPE_NOT_SUPPORTED' });
    expect(await send(parts('', []))).toMatchObject({ code: 'RESOURCE_ENTRY_ID_MISSING' });
    expect(await send({ objectType: 'KalturaEntryResource', entryId })).toMatchObject({
      code: 'RESOURCE_TYPE_NOT_SUPPORTED',
    });
    const effectArray = [{ effectType: 1, value: '2' }];
    const withEffect = parts(entryId, [{ offset: 0, ...{ effectArray } }]);
    expect(await send(withEffect)).toMatchObject({ code: 'LIVE_CLIPPING_UNSUPPORTED_OPERATION' });
    const many = parts(entryId, Array(65).fill({ offset: 0, duration: 1 }));
    expect(await send(many)).toMatchObject({ code: 'RESOURCES_COUNT_EXCEEDED_MAX_ALLOWED_COUNT' });
  });

  test('changes nothing while the media process is away', async () => {
    const { entryId } = await record([take('a')]);
    server.channels.isAway = true;
    expect(await trim(entryId, { offset: 10_000 })).toMatchObject({
      code: 'RECORDING_NOT_REACHABLE',
    });
    expect(await played(entryId)).toEqual(['a']);
  });

  test('leaves room for the next show of an appended recording', async () => {
    const { webcastId, entryId } = await record([take('a')]);
    await trim(entryId, { offset: 10_000, duration: 10_000 });
    const later = { ...take('b'), startsAtMs: NOW_MS + 5 * MINUTE };
    await tell(webcastId, NOW_MS + 5 * MINUTE, [later], 'on-air');
    await tell(webcastId, NOW_MS + 5 * MINUTE, [later], 'ended');
    expect(await played(entryId)).toEqual(['a:10000-20000', 'b']);
    expect(await get(entryId)).toMatchObject({ msDuration: 70_000 });
    await untrim(entryId);
    expect(await played(entryId)).toEqual(['a', 'b']);
  });

  describe('a clip', () => {
    test('plays parts of a recording at once, and has nothing of the rest', async () => {
      const { entryId } = await record([take('a'), take('b')]);
      const made = await clip(entryId, { offset: 50_000, duration: 20_000 });
      expect(made).toMatchObject({
        ...{ status: '2', sourceType: '35', rootEntryId: entryId, mediaType: 1 },
        ...{ msDuration: 20_000, name: 'Interview' },
      });
      expect(await played(made.id)).toEqual(['a:50000-60000', 'b:0-10000']);
      expect(await untrim(made.id)).toMatchObject({ isTrimmed: false, msDuration: 20_000 });
      expect(await trim(made.id, { offset: 12_000 })).toMatchObject({ msDuration: 8_000 });
      expect(await played(made.id)).toEqual(['b:2000-10000']);
    });

    test('of a trimmed recording has nothing of what was cut away', async () => {
      const { entryId } = await record([take('a')]);
      await trim(entryId, { offset: 20_000, duration: 20_000 });
      const made = await clip(entryId);
      await untrim(made.id);
      expect(await played(made.id)).toEqual(['a:20000-40000']);
    });

    test('outlives its recording; the takes go with the last that plays them', async () => {
      const { webcastId, entryId } = await record([take('a'), take('b')]);
      const made = await clip(entryId, { offset: 0, duration: 10_000 });
      await server.call('media', 'delete', { ks, entryId });
      await server.api.flush();
      const b = `${webcastId}/${take('b').generation}`;
      expect(server.channels.removedTakes).toEqual([b]);
      expect(await played(made.id)).toEqual(['a:0-10000']);
      await server.call('media', 'delete', { ks, entryId: made.id });
      await server.api.flush();
      expect(server.channels.removedTakes).toEqual([b, `${webcastId}/${take('a').generation}`]);
    });

    test('is not made of what has content already, or of what others may change only', async () => {
      const { entryId } = await record([take('a')]);
      const made = await clip(entryId);
      const resource = parts(entryId, []);
      expect(
        await server.call('media', 'addContent', { ks, entryId: made.id, resource }),
      ).toMatchObject({ code: 'ENTRY_ALREADY_WITH_CONTENT' });
      const foreign = await server.startForeignSession();
      expect(
        await server.call('media', 'addContent', { ks: foreign, entryId: made.id, resource }),
      ).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    });
  });

  describe('a copy of a recording', () => {
    const copy = (entryId: string) => server.call('baseEntry', 'clone', { ks, entryId });

    test('plays what the recording plays, and has nothing of what was cut away', async () => {
      const { webcastId, entryId } = await record([take('a'), take('b')]);
      await trim(entryId, { offset: 50_000, duration: 20_000 });
      const made = await copy(entryId);
      expect(made).toMatchObject({ status: '2', msDuration: 20_000, rootEntryId: made.id });
      expect(await untrim(made.id)).toMatchObject({ isTrimmed: false, msDuration: 20_000 });
      await untrim(entryId);
      expect(await played(made.id)).toEqual(['a:50000-60000', 'b:0-10000']);
      await server.call('media', 'delete', { ks, entryId });
      await server.api.flush();
      expect(server.channels.removedTakes).toEqual([]);
      expect(await played(made.id)).toEqual(['a:50000-60000', 'b:0-10000']);
      expect(await get(webcastId)).not.toHaveProperty('recordedEntryId');
    });

    test('of one whose show goes on is ready with it, and has no show that comes after', async () => {
      const webcast = await server.addWebcast();
      await tell(webcast.id, NOW_MS, [take('a')], 'on-air');
      const { recordedEntryId } = await get(webcast.id);
      const made = await copy(recordedEntryId);
      expect(made).toMatchObject({ status: '7', msDuration: 0 });
      await tell(webcast.id, NOW_MS, [take('a', 2 * MINUTE)], 'ended');
      expect(await get(made.id)).toMatchObject({ status: '2', msDuration: 2 * MINUTE });
      const laterMs = NOW_MS + 10 * MINUTE;
      await tell(webcast.id, laterMs, [take('b')], 'ended');
      expect(await get(recordedEntryId)).toMatchObject({ msDuration: 3 * MINUTE });
      expect(await get(made.id)).toMatchObject({ msDuration: 2 * MINUTE });
    });
  });

  describe('liveStream.archive', () => {
    const archive = (liveEntryId: string, vodEntryId: string) =>
      server.call('liveStream', 'archive', { ks, liveEntryId, vodEntryId });

    test('names a recording after its show, shows it to everybody, and lets the webcast go', async () => {
      const recordingOptions = { shouldMakeHidden: true, archiveVodSuffixTimezone: 'UTC' };
      const { webcastId, entryId } = await record([take('a')], { recordingOptions });
      expect(await archive(webcastId, entryId)).toBe(true);
      expect(await archive(webcastId, entryId)).toBe(true);
      const entry = await get(entryId);
      expect(entry).toMatchObject({ displayInSearch: 1, status: '2', rootEntryId: webcastId });
      expect(entry.name).toMatch(/^Town hall Nov-22-2026 12:0\d$/);
      const live = await get(webcastId);
      expect(live).not.toHaveProperty('recordedEntryId');
      expect(live).not.toHaveProperty('redirectEntryId');
    });

    test('is refused for what is no recording of the webcast, and while its show goes on', async () => {
      const { webcastId, entryId } = await record([take('a')]);
      const other = await server.addWebcast();
      expect(await archive(other.id, entryId)).toMatchObject({
        ...{ code: 'RECORDED_ENTRY_LIVE_MISMATCH' },
        args: { LIVE_ENTRY_ID: other.id, RECORDED_ENTRY_ID: entryId },
      });
      const clipped = await clip(entryId);
      expect(await archive(webcastId, clipped.id)).toMatchObject({
        code: 'RECORDED_ENTRY_LIVE_MISMATCH',
      });
      await tell(webcastId, NOW_MS + MINUTE, [take('b')], 'on-air');
      expect(await archive(webcastId, entryId)).toMatchObject({ code: 'ENTRY_NOT_READY' });
    });
  });

  test('until the recording is ready, a webcast is recorded as before', async () => {
    const webcast = await server.addWebcast();
    await tell(webcast.id, NOW_MS, [take('a')], 'on-air');
    const told = server.channels.statuses.get(webcast.id);
    if (told === undefined) throw new Error('the show is not known');
    // The show is over for who asks, and the database has not heard of it.
    server.channels.statuses.set(webcast.id, { ...told, state: 'ended' });
    const change = () => {
      const liveStreamEntry = { objectType: 'KalturaLiveStreamEntry', recordStatus: 2 };
      return server.call('liveStream', 'update', { ks, entryId: webcast.id, liveStreamEntry });
    };
    expect(await change()).toMatchObject({
      ...{ code: 'CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY' },
      args: { FIELD: 'recordStatus' },
    });
    await tell(webcast.id, NOW_MS, [take('a')], 'ended');
    expect(await change()).toMatchObject({ recordStatus: 2 });
  });
});
