import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiForTests, type Parameters } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

const QUESTIONS = {
  objectType: 'KalturaDetachedResponseProfile',
  name: 'QandA_ResponseProfile',
  type: 1,
  fields: 'id,objectId,createdAt,xml',
  filter: {
    objectType: 'KalturaMetadataFilter',
    metadataObjectTypeEqual: 'annotationMetadata.Annotation',
  },
  mappings: [
    {
      objectType: 'KalturaResponseProfileMapping',
      parentProperty: 'id',
      filterProperty: 'objectIdEqual',
    },
  ],
};

describeOnBothDatabases('related objects', (freshDatabase) => {
  let server: ApiForTests;
  let webcastId = '';
  let admin = '';
  let vera = '';
  let profileId = 0;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
    vera = await server.startSession({ userId: 'vera' });
    webcastId = (await server.addWebcast()).id;
    const filter = { systemNameEqual: 'Kaltura-QnA' };
    const found = await server.call('metadata_metadataProfile', 'list', { ks: admin, filter });
    profileId = found.objects[0].id;
  });
  afterAll(() => server.close());

  const ask = async (ks: string, entryId = webcastId, type = 'Question') => {
    const cuePoint = { objectType: 'KalturaAnnotation', entryId, text: 'When?', isPublic: 1 };
    const { id } = await server.call('cuePoint_cuePoint', 'add', { ks, cuePoint });
    await server.call('metadata_metadata', 'add', {
      ...{ ks, metadataProfileId: profileId, objectType: 'annotationMetadata.Annotation' },
      objectId: id,
      xmlData: `<metadata><Type>${type}</Type></metadata>`,
    });
    return id as string;
  };
  const addMany = (entryId: string, count: number) => {
    const cuePoint = { objectType: 'KalturaCodeCuePoint', entryId };
    const add = () => server.call('cuePoint_cuePoint', 'add', { ks: admin, cuePoint });
    return Promise.all(Array.from({ length: count }, add));
  };
  const list = (ks: string, responseProfile: Parameters, filter: Parameters = {}) =>
    server.call('cuePoint_cuePoint', 'list', {
      ...{ ks, responseProfile },
      filter: { entryIdEqual: webcastId, ...filter },
    });

  test('come with each answered object, under the name of their profile', async () => {
    const id = await ask(vera);
    const responseProfile = { type: 1, fields: 'id,text', relatedProfiles: [QUESTIONS] };
    const { objects } = await list(vera, responseProfile, { idEqual: id });
    expect(objects).toEqual([
      {
        objectType: 'KalturaAnnotation',
        id,
        text: 'When?',
        relatedObjects: {
          QandA_ResponseProfile: {
            objectType: 'KalturaMetadataListResponse',
            totalCount: 1,
            objects: [
              {
                objectType: 'KalturaMetadata',
                id: expect.any(Number),
                objectId: id,
                createdAt: expect.any(Number),
                xml: '<metadata><Type>Question</Type></metadata>',
              },
            ],
          },
        },
      },
    ]);
    const one = await server.call('cuePoint_cuePoint', 'get', {
      ...{ ks: vera, id, responseProfile: { relatedProfiles: [QUESTIONS] } },
    });
    expect(one).toMatchObject({
      id,
      entryId: webcastId,
      relatedObjects: objects[0].relatedObjects,
    });
  });

  test('come with what an action has changed, and in XML', async () => {
    const id = await ask(vera);
    const cuePoint = { objectType: 'KalturaAnnotation', tags: 'qna' };
    const parameters = {
      ks: vera,
      id,
      cuePoint,
      responseProfile: { relatedProfiles: [QUESTIONS] },
    };
    const changed = await server.call('cuePoint_cuePoint', 'update', parameters);
    expect(changed.relatedObjects.QandA_ResponseProfile.totalCount).toBe(1);
    const xml = await server.call('cuePoint_cuePoint', 'update', { ...parameters, format: 2 });
    expect(xml).toContain(
      '<relatedObjects><item><itemKey>QandA_ResponseProfile</itemKey><objectType>KalturaMetadataListResponse</objectType><totalCount>1</totalCount>',
    );
  });

  test('are an empty list where there are none', async () => {
    const cuePoint = { objectType: 'KalturaAnnotation', entryId: webcastId };
    const { id } = await server.call('cuePoint_cuePoint', 'add', { ks: admin, cuePoint });
    const { objects } = await list(admin, { relatedProfiles: [QUESTIONS] }, { idEqual: id });
    expect(objects[0].relatedObjects).toEqual({
      QandA_ResponseProfile: {
        ...{ objectType: 'KalturaMetadataListResponse', totalCount: 0, objects: [] },
      },
    });
  });

  test('are dealt out of one list, a hundred objects as well as one', async () => {
    const { id: entryId } = await server.addWebcast();
    await addMany(entryId, 119);
    const asked = await ask(admin, entryId, 'Announcement');
    const { objects } = await list(
      admin,
      { fields: 'id', relatedProfiles: [QUESTIONS] },
      { entryIdEqual: entryId },
    );
    expect(objects).toHaveLength(120);
    for (const { id, relatedObjects } of objects) {
      const found = relatedObjects.QandA_ResponseProfile.objects;
      expect(found).toMatchObject(id === asked ? [{ objectId: id }] : []);
    }
  });

  test('are only what the session may read', async () => {
    const { id: entryId } = await server.addWebcast({ description: 'x' });
    const own = await ask(vera, entryId);
    const others = await ask(await server.startSession({ userId: 'victor' }), entryId);
    const responseProfile = {
      fields: 'id',
      relatedProfiles: [
        {
          name: 'questions',
          fields: 'id',
          filter: { objectType: 'KalturaCuePointFilter' },
          mappings: [{ parentProperty: 'id', filterProperty: 'entryIdEqual' }],
          relatedProfiles: [QUESTIONS],
        },
      ],
    };
    const get = (ks: string) => server.call('liveStream', 'get', { ks, entryId, responseProfile });
    const seen = (await get(vera)).relatedObjects.questions;
    expect(seen).toMatchObject({ totalCount: 1, objects: [{ id: own }] });
    expect(seen.objects[0].relatedObjects.QandA_ResponseProfile.totalCount).toBe(1);
    const all = (await get(admin)).relatedObjects.questions;
    expect(all.objects.map(({ id }: Parameters) => id)).toEqual([own, others]);
  });

  test('follow a profile that the account has kept, and it is kept as it was sent', async () => {
    const addResponseProfile = {
      name: 'QandA',
      systemName: 'QandA_of_mine',
      fields: 'id',
      pager: { objectType: 'KalturaFilterPager', pageSize: 3 },
      relatedProfiles: [QUESTIONS],
    };
    const kept = await server.call('responseProfile', 'add', { ks: admin, addResponseProfile });
    expect(kept).toMatchObject(addResponseProfile);
    const id = await ask(vera);
    const { objects } = await list(vera, { systemName: 'QandA_of_mine' }, { idEqual: id });
    expect(objects[0].relatedObjects.QandA_ResponseProfile.totalCount).toBe(1);
    const updateResponseProfile = { relatedProfiles: { '-': '' } };
    await server.call('responseProfile', 'update', {
      ...{ ks: admin, id: kept.id, updateResponseProfile },
    });
    const [without] = (await list(vera, { id: kept.id }, { idEqual: id })).objects;
    expect(without).toEqual({ objectType: 'KalturaAnnotation', id });
  });

  describe('that cannot be answered are refused before anything is changed:', () => {
    const refuse = async (related: Parameters, code: string) => {
      const cuePoint = { objectType: 'KalturaAnnotation', entryId: webcastId };
      const count = () =>
        server.call('cuePoint_cuePoint', 'count', {
          ...{ ks: admin, filter: { entryIdEqual: webcastId } },
        });
      const before = await count();
      const answer = await server.call('cuePoint_cuePoint', 'add', {
        ...{ ks: vera, cuePoint, responseProfile: { relatedProfiles: [related] } },
      });
      expect(answer.code).toBe(code);
      expect(await count()).toBe(before);
    };

    test.each([
      ['without a name', { ...QUESTIONS, name: '' }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
      ['without a filter', { name: 'x' }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
      ['a filter of no type', { name: 'x', filter: {} }, 'OBJECT_TYPE_ABSTRACT'],
      [
        'a list that this session may not have',
        { name: 'x', filter: { objectType: 'KalturaAppTokenFilter' } },
        'SERVICE_FORBIDDEN',
      ],
      [
        'a property that the filter has not',
        { ...QUESTIONS, mappings: [{ parentProperty: 'id', filterProperty: '__proto__' }] },
        'PROPERTY_VALIDATION_WRONG_FORMAT',
      ],
      [
        'three levels',
        {
          ...QUESTIONS,
          relatedProfiles: [{ ...QUESTIONS, relatedProfiles: [QUESTIONS] }],
        },
        'RESPONSE_PROFILE_MAX_NESTING_LEVEL',
      ],
    ])('%s', (_what, related, code) => refuse(related, code));
  });

  test('are bounded in number', async () => {
    const { id: entryId } = await server.addWebcast();
    await addMany(entryId, 101);
    const relatedProfiles = [
      {
        name: 'entry',
        filter: { objectType: 'KalturaBaseEntryFilter' },
        mappings: [{ parentProperty: 'entryId', filterProperty: 'idEqual' }],
      },
    ];
    const filter = { entryIdEqual: entryId };
    expect(await list(admin, { relatedProfiles }, filter)).toMatchObject({
      code: 'REQUEST_TOO_LARGE',
    });
    const few = await server.call('cuePoint_cuePoint', 'list', {
      ...{ ks: admin, filter, responseProfile: { relatedProfiles }, pager: { pageSize: 3 } },
    });
    expect(few.objects[2].relatedObjects.entry.objects).toMatchObject([{ id: entryId }]);
  });
});
