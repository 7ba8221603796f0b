import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, type Parameters } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

/** What viewers must never read of each other, and what nobody may forge. */
describeOnBothDatabases('who reads which cue points', (freshDatabase) => {
  let server: ApiForTests;
  let webcastId = '';
  let admin = '';
  let vera = '';
  let victor = '';
  let profileId = 0;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
    vera = await server.startSession({ userId: 'vera' });
    victor = await server.startSession({ userId: 'victor' });
    const { objects } = await server.call('metadata_metadataProfile', 'list', {
      ks: vera,
      filter: { systemNameEqual: 'Kaltura-QnA' },
    });
    profileId = objects[0].id;
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    webcastId = (await server.addWebcast({ userId: 'olga', entitledUsersEdit: 'carl' })).id;
  });

  const call = (action: string, ks: string, parameters: Parameters) =>
    server.call('cuePoint_cuePoint', action, { ks, ...parameters });
  const write = (ks: string, properties: Parameters = {}) =>
    call('add', ks, {
      cuePoint: {
        objectType: 'KalturaAnnotation',
        entryId: webcastId,
        startTime: 1,
        text: 'A secret question',
        isPublic: 1,
        searchableOnEntry: 0,
        ...properties,
      },
    });
  const record = (ks: string, objectId: string, type: string, more = '') =>
    server.call('metadata_metadata', 'add', {
      ks,
      metadataProfileId: profileId,
      objectType: 'annotationMetadata.Annotation',
      objectId,
      xmlData: `<metadata><Type>${type}</Type>${more}</metadata>`,
    });
  const tag = (ks: string, id: string, tags = 'qna') =>
    call('update', ks, { id, cuePoint: { objectType: 'KalturaAnnotation', tags } });
  const session = (options: Parameters) => server.startSession(options);

  /** Every way to a cue point that a session has. @returns those that led there */
  async function waysTo(ks: string, id: string, metadataId?: number): Promise<string[]> {
    const filters: readonly Parameters[] = [
      { idEqual: id },
      { idIn: id },
      { entryIdEqual: webcastId },
      { cuePointTypeEqual: 'annotation.Annotation' },
      { freeText: 'secret' },
      { objectType: 'KalturaAnnotationFilter', textLike: 'secret' },
      { objectType: 'KalturaAnnotationFilter', isPublicEqual: 1 },
      { userIdEqual: 'vera' },
      { userIdIn: 'vera,olga' },
      { tagsLike: 'qna' },
      { statusIn: '1,2,3,4' },
      { systemNameEqual: 'the-uuid' },
      {},
    ];
    const ways: string[] = [];
    for (const service of ['cuePoint_cuePoint', 'annotation_annotation']) {
      if ((await server.call(service, 'get', { ks, id })).id === id) ways.push(`${service}.get`);
      for (const filter of filters) {
        const { objects, totalCount } = await server.call(service, 'list', { ks, filter });
        const count = await server.call(service, 'count', { ks, filter });
        expect(count).toBe(totalCount);
        const isFound = objects.some((each: Parameters) => each.id === id);
        if (isFound || totalCount > objects.length)
          ways.push(`${service} ${JSON.stringify(filter)}`);
      }
    }
    const answer = { objectType: 'KalturaAnnotation', entryId: webcastId, parentId: id, text: 'x' };
    const answered = await call('add', ks, { cuePoint: answer });
    if (answered.code !== 'PARENT_CUE_POINT_NOT_FOUND') ways.push('answering');
    const copied = await call('clone', ks, { id, entryId: webcastId });
    if (copied.code !== 'INVALID_CUE_POINT_ID') ways.push('copying');
    const object = { objectIdEqual: id, metadataObjectTypeEqual: 'annotationMetadata.Annotation' };
    const records = await server.call('metadata_metadata', 'list', { ks, filter: object });
    if (records.totalCount > 0) ways.push('its record');
    if (metadataId !== undefined) {
      const found = await server.call('metadata_metadata', 'get', { ks, id: metadataId });
      if (found.code !== 'METADATA_NOT_FOUND') ways.push('its record by id');
    }
    return ways;
  }

  test('a question is for who asked and who runs the webcast, from its first moment on', async () => {
    const { id } = await write(vera, { systemName: 'the-uuid' });
    expect(await waysTo(victor, id)).toEqual([]);
    const metadata = await record(vera, id, 'Question');
    expect(await waysTo(victor, id, metadata.id)).toEqual([]);
    expect(await tag(vera, id)).toMatchObject({ tags: 'qna', text: 'A secret question' });
    expect(await waysTo(victor, id, metadata.id)).toEqual([]);
    const wide = await session({ userId: 'victor', privileges: 'sview:*,list:*,view:*' });
    expect(await waysTo(wide, id, metadata.id)).toEqual([]);

    const widgetId = '_100';
    const widget = (await server.call('session', 'startWidgetSession', { widgetId })).ks;
    expect(await waysTo(widget, id, metadata.id)).toEqual(
      // No session of a person: it copies nothing at all.
      ['copying'],
    );
    const readers = {
      'who asked': vera,
      'the owner': await session({ userId: 'olga' }),
      'a co-editor': await session({ userId: 'carl' }),
      'a session for this webcast': await session({ userId: 'm', privileges: `list:${webcastId}` }),
      'a producer of everything': await session({
        userId: 'm',
        privileges: 'list:*,setrole:WEBCAST_PRODUCER_DEVICE_ROLE',
      }),
      'an admin': admin,
    };
    for (const [name, ks] of Object.entries(readers)) {
      const found = await call('list', ks, { filter: { entryIdEqual: webcastId } });
      const ids = found.objects.map((each: Parameters) => each.id);
      expect(ids, name).toContain(id);
    }
  });

  test('an answer is for who asked, whatever isPublic says, also without a parent', async () => {
    const moderator = await session({
      userId: 'mona',
      privileges: `setrole:WEBCAST_PRODUCER_DEVICE_ROLE,list:${webcastId}`,
    });
    const question = await write(vera);
    const answer = await write(moderator, { parentId: question.id, text: 'The secret answer' });
    expect(await waysTo(victor, answer.id)).toEqual([]);
    const separate = await write(moderator, { text: 'Another secret answer' });
    expect(await waysTo(victor, separate.id)).toEqual([]);
    await record(moderator, separate.id, 'Answer', '<ThreadCreatorId>vera</ThreadCreatorId>');
    await tag(moderator, separate.id);
    expect(await waysTo(victor, separate.id)).toEqual([]);
    const { objects } = await call('list', vera, { filter: { entryIdEqual: webcastId } });
    const ids = objects.map((each: Parameters) => each.id);
    expect(ids).toEqual([question.id, answer.id, separate.id]);
    expect(objects[1]).not.toHaveProperty('userId');
    expect(objects[0]).toMatchObject({ userId: 'vera', childrenCount: 1 });
  });

  test('an announcement and an answer on air are for everybody', async () => {
    for (const type of ['Announcement', 'AnswerOnAir']) {
      const { id } = await write(admin, { text: `To all: ${type}` });
      expect(await waysTo(victor, id)).toEqual([]);
      await record(admin, id, type);
      await tag(admin, id);
      expect(await call('get', victor, { id })).toMatchObject({ text: `To all: ${type}` });
    }
  });

  test('what moderators make of a question decides, and its author cannot', async () => {
    const { id } = await write(vera);
    const metadata = await record(vera, id, 'Announcement');
    await tag(vera, id, 'news');
    expect(await waysTo(victor, id, metadata.id)).toEqual([]);
    const parameters = {
      id: metadata.id,
      xmlData: '<metadata><Type>AnswerOnAir</Type></metadata>',
    };
    await server.call('metadata_metadata', 'update', { ks: admin, ...parameters });
    expect(await call('get', victor, { id })).toMatchObject({ id });
    // What is read by all is what the moderator has read.
    await call('update', vera, {
      id,
      cuePoint: { objectType: 'KalturaAnnotation', text: 'A secret insult' },
    });
    expect(await waysTo(victor, id, metadata.id)).toEqual([]);
  });

  test('a question whose record is deleted stays private', async () => {
    const { id } = await write(vera);
    const metadata = await record(vera, id, 'Question');
    await server.call('metadata_metadata', 'delete', { ks: admin, id: metadata.id });
    await tag(admin, id, 'done');
    expect(await waysTo(victor, id)).toEqual([]);
  });

  test('a question stays private in a copy, and its copy does not tell more than it did', async () => {
    const { id } = await write(vera);
    const recording = await server.addRecordingOf(webcastId);
    const copy = await call('clone', admin, { id, entryId: recording });
    expect(copy).toMatchObject({ copiedFrom: id, userId: 'vera' });
    expect(await call('get', victor, { id: copy.id })).toMatchObject({
      code: 'INVALID_CUE_POINT_ID',
    });
    expect(await call('count', victor, { filter: { entryIdEqual: recording } })).toBe(0);
    expect(await call('get', vera, { id: copy.id })).toMatchObject({ id: copy.id });
  });

  test('how many answers there are is counted without those of others', async () => {
    const announcement = await write(admin);
    await record(admin, announcement.id, 'Announcement');
    await write(vera, { parentId: announcement.id });
    const counts = async (ks: string) => {
      const { childrenCount } = await call('get', ks, { id: announcement.id });
      return childrenCount;
    };
    expect([await counts(victor), await counts(vera), await counts(admin)]).toEqual([0, 1, 1]);
  });

  describe('somebody without a name', () => {
    const widget = async () =>
      (await server.call('session', 'startWidgetSession', { widgetId: '_100' })).ks as string;

    test('asks, and is the only one to change it, in the same session', async () => {
      const mine = await widget();
      const { id } = await write(mine);
      expect(await record(mine, id, 'Question')).toMatchObject({ objectId: id });
      expect(await tag(mine, id)).toMatchObject({ id, tags: 'qna' });
      server.clock.now += 1000;
      const other = await widget();
      expect(await waysTo(other, id)).toEqual(['copying']);
      expect(await tag(other, id, 'x')).toMatchObject({ code: 'INVALID_CUE_POINT_ID' });
      // Pages may share a session: a list shows nobody what others have asked in it.
      expect(await call('count', mine, { filter: { entryIdEqual: webcastId } })).toBe(0);
    });
  });

  test('nobody writes in another’s name or at another time', async () => {
    expect(await write(vera, { userId: 'victor' })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NO_INSERT_PERMISSION',
    });
    for (const property of ['createdAt', 'id', 'status', 'copiedFrom', 'depth']) {
      expect(await write(vera, { [property]: 1 })).toMatchObject({
        code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
      });
    }
    const { id } = await write(vera);
    const cuePoint = { objectType: 'KalturaAnnotation', userId: 'victor' };
    expect(await call('update', vera, { id, cuePoint })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION',
    });
    const own = { ...cuePoint, userId: 'vera', text: 'x' };
    expect(await call('update', vera, { id, cuePoint: own })).toMatchObject({ text: 'x' });
    expect(await write(admin, { userId: 'victor' })).toMatchObject({ userId: 'victor' });
  });

  test('viewers add no slides and no commands, and change nobody else’s', async () => {
    for (const objectType of [
      'KalturaCodeCuePoint',
      'KalturaThumbCuePoint',
      'KalturaAdCuePoint',
      'KalturaEventCuePoint',
      'KalturaSessionCuePoint',
    ]) {
      expect(await write(vera, { objectType })).toMatchObject({ code: 'NO_PERMISSION_ON_ENTRY' });
    }
    const { id } = await write(admin, { objectType: 'KalturaCodeCuePoint' });
    const cuePoint = { objectType: 'KalturaCodeCuePoint', code: 'x' };
    expect(await call('get', vera, { id })).toMatchObject({ id });
    expect(await call('update', vera, { id, cuePoint })).toMatchObject({ code: 'INVALID_KS' });
    expect(await call('delete', vera, { id })).toMatchObject({ code: 'INVALID_KS' });
    const objectType = 'codeCuePointMetadata.CodeCuePoint';
    const profile = await server.call('metadata_metadataProfile', 'add', {
      ks: admin,
      metadataProfile: { name: 'n', metadataObjectType: objectType },
      xsdData:
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="metadata"/></xsd:schema>',
    });
    const about = {
      metadataProfileId: profile.id,
      objectType,
      objectId: id,
      xmlData: '<metadata/>',
    };
    expect(await server.call('metadata_metadata', 'add', { ks: vera, ...about })).toMatchObject({
      code: 'METADATA_OBJECT_ID_NOT_FOUND',
    });
    const added = await server.call('metadata_metadata', 'add', { ks: admin, ...about });
    expect(added).toMatchObject({ objectId: id, metadataObjectType: objectType });
    expect(await server.call('metadata_metadata', 'get', { ks: vera, id: added.id })).toMatchObject(
      { objectId: id },
    );
  });

  test('presenters add slides; a signed cue point is changed by whoever holds the session', async () => {
    const { id: entryId } = await server.addWebcast({ entitledUsersPublish: 'pia' });
    const pia = await session({ userId: 'pia' });
    const slide = { objectType: 'KalturaThumbCuePoint', subType: 2, entryId };
    const { id } = await write(pia, slide);
    const signed = await session({ userId: 'vera', privileges: `editcuepoint:${id}` });
    const cuePoint = { objectType: 'KalturaThumbCuePoint', title: 'New' };
    expect(await call('update', signed, { id, cuePoint })).toMatchObject({ title: 'New' });
    expect(await call('update', victor, { id, cuePoint })).toMatchObject({ code: 'INVALID_KS' });
  });

  test('who may not see an entry sees none of its cue points', async () => {
    const { id: entryId } = await server.addWebcast({ userId: 'olga' });
    const { id } = await write(admin, { objectType: 'KalturaCodeCuePoint', entryId });
    expect(await call('get', vera, { id })).toMatchObject({ id });
    const limited = await session({ userId: 'vera', privileges: `limitentry:${webcastId},list:*` });
    const enforced = await session({
      userId: 'vera',
      privileges: 'enableentitlement,privacycontext:x',
    });
    for (const ks of [limited, enforced]) {
      expect(await call('get', ks, { id })).toMatchObject({ code: 'INVALID_CUE_POINT_ID' });
      expect(await call('count', ks, { filter: { entryIdEqual: entryId } })).toBe(0);
      expect(await write(ks, { entryId })).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    }
  });

  test('on a video, viewers comment for all, or for themselves, and ask in private', async () => {
    const { id: entryId } = await server.addVideo();
    const comment = await write(vera, { entryId, searchableOnEntry: 1 });
    expect(await call('get', victor, { id: comment.id })).toMatchObject({ id: comment.id });
    const note = await write(vera, { entryId, isPublic: 0 });
    const asked = await write(vera, { entryId });
    for (const { id } of [note, asked]) {
      expect(await call('get', victor, { id })).toMatchObject({ code: 'INVALID_CUE_POINT_ID' });
    }
    await record(vera, comment.id, 'Question');
    expect(await call('get', victor, { id: comment.id })).toMatchObject({
      code: 'INVALID_CUE_POINT_ID',
    });
  });

  test('a list in SQL shows what plain code says', async () => {
    const sessions = {
      vera,
      victor,
      olga: await session({ userId: 'olga' }),
      carl: await session({ userId: 'carl' }),
      lister: await session({ userId: 'l', privileges: `list:${webcastId}` }),
      wide: await session({ userId: 'w', privileges: 'list:*' }),
      producer: await session({
        userId: 'p',
        privileges: 'list:*,setrole:WEBCAST_PRODUCER_DEVICE_ROLE',
      }),
      editor: await session({ userId: 'e', privileges: `edit:${webcastId}` }),
      admin,
    };
    const ids: string[] = [];
    for (const ks of Object.values(sessions)) {
      ids.push((await write(ks)).id, (await write(ks, { isPublic: 0, tags: 'x' })).id);
      ids.push((await write(ks, { tags: 'x' })).id);
      // A note of those who run the webcast belongs to no conversation.
      ids.push((await write(admin, { isPublic: 0 })).id);
    }
    ids.push((await write(admin, { objectType: 'KalturaThumbCuePoint', subType: 1 })).id);
    for (const [name, ks] of Object.entries(sessions)) {
      const listed = await call('list', ks, { filter: { entryIdEqual: webcastId } });
      const got: string[] = [];
      for (const id of ids) if ((await call('get', ks, { id })).id === id) got.push(id);
      expect(
        listed.objects.map((each: Parameters) => each.id),
        name,
      ).toEqual(got);
    }
  });
});
