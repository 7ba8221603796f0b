import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from './api-for-tests.ts';
import { describeOnBothDatabases } from './store/both-databases-for-tests.ts';

/** Every parameter that the webcasting guide sends with liveStream.add. */
const GUIDE_ENTRY = {
  objectType: 'KalturaLiveStreamEntry',
  name: 'All hands',
  description: 'Quarterly',
  mediaType: 201,
  dvrStatus: 1,
  dvrWindow: 60,
  recordStatus: 2,
  adminTags: 'kms-webcast-event,vpaas-webcast',
  pushPublishEnabled: 0,
  explicitLive: 1,
  recordingOptions: {
    objectType: 'KalturaLiveEntryRecordingOptions',
    shouldCopyEntitlement: true,
    shouldMakeHidden: true,
    shouldAutoArchive: true,
  },
};

describeOnBothDatabases('liveStream', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const get = (entryId: string, session = ks) =>
    server.call('livestream', 'get', { ks: session, entryId });
  const update = (entryId: string, liveStreamEntry: object, session = ks) =>
    server.call('livestream', 'update', { ks: session, entryId, liveStreamEntry });

  test('add answers the whole entry of the guide, and get the same', async () => {
    const added = await server.call('livestream', 'add', {
      ks,
      liveStreamEntry: GUIDE_ENTRY,
      sourceType: '32',
    });

    expect(added).toMatchObject({
      objectType: 'KalturaLiveStreamEntry',
      id: expect.stringMatching(/^0_[0-9a-z]{8}$/),
      partnerId: 100,
      name: 'All hands',
      description: 'Quarterly',
      adminTags: 'kms-webcast-event,vpaas-webcast',
      userId: 'the-admin',
      creatorId: 'the-admin',
      status: '2',
      moderationStatus: 6,
      type: 7,
      createdAt: NOW_MS / 1000,
      updatedAt: NOW_MS / 1000,
      licenseType: -1,
      displayInSearch: 1,
      replacementStatus: 0,
      rootEntryId: added.id,
      operationAttributes: [],
      mediaType: 201,
      sourceType: '32',
      conversionProfileId: expect.any(Number),
      conversionQuality: String(added.conversionProfileId),
      flavorParamsIds: '32,36,37',
      recordStatus: 2,
      dvrStatus: 1,
      dvrWindow: 60,
      lastElapsedRecordingTime: 0,
      pushPublishEnabled: 0,
      currentBroadcastStartTime: 0,
      lastBroadcastEndTime: 0,
      recordingOptions: {
        objectType: 'KalturaLiveEntryRecordingOptions',
        shouldCopyEntitlement: true,
        shouldMakeHidden: true,
        shouldAutoArchive: true,
      },
      liveStatus: 0,
      segmentDuration: 6000,
      explicitLive: true,
      viewMode: 0,
      recordingStatus: 0,
      streamName: `${added.id}_%i`,
      streamPassword: expect.stringMatching(/^[0-9a-f]{16}$/),
      primaryBroadcastingUrl: `rtmp://ingest.example:1935/kLive?t=${added.streamPassword}`,
      primarySecuredBroadcastingUrl: `rtmps://ingest.example:1936/kLive?t=${added.streamPassword}`,
      secondarySecuredBroadcastingUrl: `rtmps://ingest.example:1936/kLive?t=${added.streamPassword}&i=1`,
      secondaryBroadcastingUrl: `rtmp://ingest.example:1935/kLive?t=${added.streamPassword}&i=1`,
    });
    expect(await get(added.id)).toEqual(added);
  });

  test('without explicitLive everybody may watch and the recording is active', async () => {
    expect(await server.addWebcast()).toMatchObject({
      explicitLive: false,
      viewMode: 1,
      recordingStatus: 2,
    });
    expect(await server.addWebcast({ recordStatus: 0 })).toMatchObject({ recordingStatus: 3 });
  });

  test('a webcast without a name gets one', async () => {
    expect(await server.addWebcast({ name: undefined })).toMatchObject({
      name: `100_${NOW_MS / 1000}`,
    });
  });

  test.each([
    ['mediaType', { mediaType: undefined }, '32'],
    ['sourceType', {}, undefined],
  ])('add without %s is refused', async (name, properties, sourceType) => {
    const liveStreamEntry = { name: 'x', mediaType: 201, ...properties };
    const answer = await server.call('livestream', 'add', { ks, liveStreamEntry, sourceType });
    expect(answer).toMatchObject({
      objectType: 'KalturaAPIException',
      code: 'PROPERTY_VALIDATION_CANNOT_BE_NULL',
      args: { PROP_NAME: `KalturaLiveStreamEntry::${name}` },
    });
  });

  test.each([
    [{ dvrWindow: 1441 }, 'PROPERTY_VALIDATION_MAX_VALUE'],
    [{ dvrWindow: -1 }, 'PROPERTY_VALIDATION_MIN_VALUE'],
    [{ referenceId: 'x' }, 'PROPERTY_VALIDATION_MIN_LENGTH'],
    [{ srtPass: 'too short' }, 'PROPERTY_VALIDATION_MIN_LENGTH'],
    [{ srtPass: 'x'.repeat(80) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
    [{ userId: 'x'.repeat(101) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
    [{ segmentDuration: 1000 }, 'PROPERTY_VALIDATION_MIN_VALUE'],
    [{ segmentDuration: 4000 }, 'DYNAMIC_SEGMENT_DURATION_DISABLED'],
    [{ recordStatus: 3 }, 'INVALID_ENUM_VALUE'],
    [{ conversionProfileId: 99 }, 'CONVERSION_PROFILE_ID_NOT_FOUND'],
    [{ status: '3' }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [{ firstBroadcast: 5 }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [{ recordingOptions: 'all' }, 'PROPERTY_VALIDATION_WRONG_FORMAT'],
    [{ name: 'bell \u0007' }, 'INVALID_PARAMETER_CHAR'],
  ])('add with %j is refused with %s', async (properties, code) => {
    expect(await server.addWebcast(properties)).toMatchObject({ code });
  });

  test.each(['29', '31', '33', '42'])('source type %s is refused', async (sourceType) => {
    const answer = await server.call('livestream', 'add', {
      ks,
      liveStreamEntry: { mediaType: 201, sourceType: '32' },
      sourceType,
    });
    expect(answer).toMatchObject({
      code: 'ENTRY_SOURCE_TYPE_NOT_SUPPORTED',
      args: { SOURCE_TYPE: sourceType },
    });
  });

  test('update changes what was sent and nothing else; null and an empty text clear', async () => {
    const entry = await server.addWebcast({
      description: 'old',
      tags: 'a,b',
      startDate: 1_800_000_000,
    });

    expect(
      await update(entry.id, { name: 'New name', description__null: '', startDate: -1 }),
    ).toEqual({
      ...withoutKeys(entry, ['description', 'startDate']),
      name: 'New name',
      searchText: `${entry.id} New name a,b`,
    });
    expect(await update(entry.id, { tags: '' })).not.toHaveProperty('tags');
  });

  test('update of an insert-only property is refused', async () => {
    const { id } = await server.addWebcast();
    expect(await update(id, { mediaType: 201 })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
      args: { PROP_NAME: 'KalturaLiveStreamEntry::mediaType' },
    });
  });

  test('what clients in dynamic languages send as text is read by its declared type', async () => {
    const entry = await server.addWebcast({
      mediaType: '201',
      dvrStatus: '1',
      dvrWindow: '30',
      explicitLive: 'True',
      recordingOptions: { shouldMakeHidden: '1', shouldAutoArchive: '-1' },
    });
    expect(entry).toMatchObject({ dvrStatus: 1, dvrWindow: 30, explicitLive: true });
    expect(entry.recordingOptions).toEqual({
      objectType: 'KalturaLiveEntryRecordingOptions',
      shouldMakeHidden: true,
    });
  });

  test('updates that come at the same time are all kept', async () => {
    const { id } = await server.addWebcast();
    const changes = [{ name: 'N' }, { description: 'D' }, { tags: 'T' }, { partnerData: 'P' }];

    await Promise.all(changes.map((change) => update(id, change)));

    expect(await get(id)).toMatchObject({
      name: 'N',
      description: 'D',
      tags: 'T',
      partnerData: 'P',
    });
  });

  test('going live and back reaches the media process with growing revisions', async () => {
    const { id } = await server.addWebcast({ explicitLive: 1, dvrStatus: 1 });
    const before = server.channels.applied.length;

    expect(await update(id, { viewMode: 1, recordingStatus: 2 })).toMatchObject({
      viewMode: 1,
      recordingStatus: 2,
    });
    expect(await update(id, { viewMode: 0 })).toMatchObject({ viewMode: 0, recordingStatus: 0 });

    const [first, second] = server.channels.applied.slice(before);
    expect(first).toMatchObject({
      webcastId: id,
      isExplicitLive: true,
      isOnAirAllowed: true,
      isRecorded: true,
      dvrWindowMs: 7_200_000,
    });
    expect(second).toMatchObject({ webcastId: id, isOnAirAllowed: false, isRecorded: false });
    expect(second?.revision).toBeGreaterThan(first?.revision ?? Number.NaN);
  });

  test('regenerateStreamToken changes the addresses and tells the media process', async () => {
    const entry = await server.addWebcast();

    const after = await server.call('livestream', 'regenerateStreamToken', {
      ks,
      entryId: entry.id,
    });

    expect(after.streamPassword).not.toBe(entry.streamPassword);
    expect(after.primaryBroadcastingUrl).toContain(after.streamPassword);
    expect(server.channels.applied.at(-1)).toMatchObject({
      webcastId: entry.id,
      streamToken: after.streamPassword,
    });
  });

  test('a deleted webcast is gone for everybody, and the media process is told', async () => {
    const { id } = await server.addWebcast();

    expect(await server.call('livestream', 'delete', { ks, entryId: id })).toBeNull();

    expect(await get(id)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND', args: { ENTRY_ID: id } });
    expect(await server.call('livestream', 'isLive', { id })).toMatchObject({
      code: 'INVALID_ENTRY_ID',
    });
    expect(server.channels.removed).toContain(id);
    expect(await server.api.webcastCard(id)).toBeNull();
  });

  test('viewers see no encoder addresses and no secrets', async () => {
    const { id } = await server.addWebcast({ srtPass: 'a-long-passphrase', userId: 'olga' });
    const viewer = await get(id, await server.startSession({ userId: 'vera' }));

    for (const name of [
      'streamPassword',
      'primaryBroadcastingUrl',
      'secondaryBroadcastingUrl',
      'srtPass',
      'streamName',
    ]) {
      expect(viewer).not.toHaveProperty(name);
    }
    expect(await get(id, await server.startSession({ userId: 'olga' }))).toHaveProperty(
      'primaryBroadcastingUrl',
    );
  });

  test('only admins set admin tags and the owner, unless the session was signed for it', async () => {
    const { id } = await server.addWebcast({ userId: 'olga' });
    const owner = await server.startSession({ userId: 'olga' });
    const tagger = await server.startSession({ userId: 'olga', privileges: 'editadmintags:*' });

    expect(await update(id, { adminTags: 'x' }, owner)).toMatchObject({
      code: 'PROPERTY_VALIDATION_ADMIN_PROPERTY',
    });
    expect(await update(id, { userId: 'vera' }, owner)).toMatchObject({
      code: 'PROPERTY_VALIDATION_ADMIN_PROPERTY',
    });
    expect(await update(id, { streamPassword: 'mine' }, owner)).toMatchObject({
      code: 'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION',
    });
    expect(await update(id, { adminTags: 'x' }, tagger)).toMatchObject({ adminTags: 'x' });
    expect(await update(id, { entitledUsersEdit: 'vera' }, owner)).toMatchObject({
      entitledUsersEdit: 'vera',
    });
    const coEditor = await server.startSession({ userId: 'vera' });
    expect(await update(id, { name: 'By Vera' }, coEditor)).toMatchObject({ name: 'By Vera' });
    expect(await update(id, { entitledUsersEdit: 'mallory' }, coEditor)).toMatchObject({
      code: 'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION',
    });
  });

  test('while live, what decides about the picture stays', async () => {
    const { id } = await server.addWebcast({ dvrStatus: 1, dvrWindow: 60 });
    await server.tell({
      webcastId: id,
      state: 'on-air',
      onAirSinceMs: NOW_MS,
      encoders: [encoder()],
    });

    for (const [field, value] of Object.entries({
      dvrWindow: 30,
      dvrStatus: 0,
      recordStatus: 0,
      explicitLive: 1,
    })) {
      expect(await update(id, { [field]: value })).toMatchObject({
        code: 'CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING',
        args: { FIELD: field },
      });
    }
    expect(await update(id, { dvrWindow: 60, name: 'Still live' })).toMatchObject({
      name: 'Still live',
    });
    expect(await server.call('livestream', 'delete', { ks, entryId: id })).toMatchObject({
      code: 'CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING',
    });
  });

  test('list finds by its filters, in the asked order, page by page', async () => {
    const names = ['Alpha 100%', 'Beta', 'alphabet', 'Gamma_x'];
    const ids: string[] = [];
    for (const [index, name] of names.entries()) {
      server.clock.now = NOW_MS + 100_000_000 + index * 1000;
      const properties = {
        name,
        userId: `u${index % 2}`,
        tags: `list-test,${name}`,
        startDate: 1_900_000_000 + index,
      };
      ids.push((await server.addWebcast(properties)).id);
    }
    server.clock.now = NOW_MS;
    const list = async (filter: object, pager?: object) => {
      const sent = { ks, filter: { tagsLike: 'list-test', ...filter }, pager };
      const answer = await server.call('livestream', 'list', sent);
      return {
        totalCount: answer.totalCount,
        names: answer.objects?.map(({ name }: { name: string }) => name),
      };
    };
    const found = (...expected: string[]) => ({ totalCount: expected.length, names: expected });

    expect(await list({})).toEqual(found('Gamma_x', 'alphabet', 'Beta', 'Alpha 100%'));
    expect(await list({ orderBy: '+createdAt' })).toEqual(found(...names));
    expect(await list({ orderBy: '+name' })).toEqual(
      found('Alpha 100%', 'alphabet', 'Beta', 'Gamma_x'),
    );
    expect(await list({ orderBy: '-startDate' })).toEqual(
      found('Gamma_x', 'alphabet', 'Beta', 'Alpha 100%'),
    );
    expect(await list({ nameLike: 'ALPHA', orderBy: '+name' })).toEqual(
      found('Alpha 100%', 'alphabet'),
    );
    expect(await list({ nameLike: '100%' })).toEqual(found('Alpha 100%'));
    expect(await list({ nameLike: 'a_x' })).toEqual(found('Gamma_x'));
    expect(await list({ nameMultiLikeOr: 'beta,gamma' })).toEqual(found('Gamma_x', 'Beta'));
    expect(await list({ idEqual: ids[1] })).toEqual(found('Beta'));
    expect(await list({ idIn: `${ids[0]}, ${ids[2]},0_notthere` })).toEqual(
      found('alphabet', 'Alpha 100%'),
    );
    expect(await list({ idIn: '' })).toEqual(found());
    expect(await list({ userIdEqual: 'u1' })).toEqual(found('Gamma_x', 'Beta'));
    expect(await list({ statusIn: '2,3' })).toEqual(
      found('Gamma_x', 'alphabet', 'Beta', 'Alpha 100%'),
    );
    expect(await list({ statusEqual: '7' })).toEqual(found());
    expect(await list({ createdAtGreaterThanOrEqual: NOW_MS / 1000 + 100_002 })).toEqual(
      found('Gamma_x', 'alphabet'),
    );
    expect(await list({ createdAtLessThanOrEqual: NOW_MS / 1000 + 100_000 })).toEqual(
      found('Alpha 100%'),
    );
    expect(await list({ startDateGreaterThanOrEqual: 1_900_000_003 })).toEqual(found('Gamma_x'));
    expect(await list({}, { pageSize: 3 })).toEqual({
      totalCount: 4,
      names: ['Gamma_x', 'alphabet', 'Beta'],
    });
    expect(await list({}, { pageSize: 3, pageIndex: 2 })).toEqual({
      totalCount: 4,
      names: ['Alpha 100%'],
    });
    expect(await list({}, { pageSize: 3, pageIndex: 3 })).toEqual({ totalCount: 4, names: [] });
    expect(await list({}, { pageSize: 0 })).toEqual({ totalCount: 4, names: [] });
    expect(await list({}, { pageSize: 9999, pageIndex: -4 })).toMatchObject({ totalCount: 4 });
    expect(await list({ nameNobodyKnows: 'x', unknownProperty: { deep: 1 } })).toMatchObject({
      totalCount: 4,
    });
  });

  test('a user lists own webcasts, and others by name of the id or with list:*', async () => {
    const mine = await server.addWebcast({ userId: 'ursula', tags: 'own-test' });
    const other = await server.addWebcast({ userId: 'otto', tags: 'own-test' });
    const list = async (session: string, filter: object = {}) => {
      const answer = await server.call('livestream', 'list', {
        ks: session,
        filter: { tagsLike: 'own-test', ...filter },
      });
      return answer.objects.map(({ id }: { id: string }) => id);
    };
    const user = await server.startSession({ userId: 'ursula' });
    const lister = await server.startSession({ userId: 'ursula', privileges: 'list:*' });

    expect(await list(user)).toEqual([mine.id]);
    expect(await list(user, { idIn: other.id })).toEqual([other.id]);
    expect(await list(user, { idIn: '' })).toEqual([]);
    expect((await list(lister)).toSorted()).toEqual([mine.id, other.id].toSorted());
  });

  test('hidden webcasts are listed only for those who ask for them', async () => {
    const hidden = await server.addWebcast({ displayInSearch: -1, tags: 'hidden-test' });
    const list = async (filter: object) =>
      (
        await server.call('livestream', 'list', {
          ks,
          filter: { tagsLike: 'hidden-test', ...filter },
        })
      ).totalCount;

    expect(await list({})).toBe(0);
    expect(await list({ idIn: hidden.id })).toBe(1);
    // A webcast is its own root, and not what came of it: `rootEntryIdEqual` asks for recordings.
    expect(await list({ rootEntryIdEqual: hidden.id })).toBe(0);
  });
});

function withoutKeys(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
