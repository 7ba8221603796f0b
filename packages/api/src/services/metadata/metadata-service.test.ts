import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const XML = '<metadata><IsKwebcastEntry>1</IsKwebcastEntry></metadata>';
const OTHER_XML = '<metadata><IsKwebcastEntry>0</IsKwebcastEntry></metadata>';
const XSD = (element: string) =>
  `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="metadata"><xsd:complexType><xsd:sequence>${element}</xsd:sequence></xsd:complexType></xsd:element></xsd:schema>`;
const ROOM = XSD('<xsd:element name="Room" type="xsd:string" minOccurs="0"/>');
const NUMBER = XSD('<xsd:element name="Room" type="xsd:int" minOccurs="0"/>');

describeOnBothDatabases('metadata', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let entryId = '';
  let profileId = 0;

  const records = (action: string, parameters: Parameters) =>
    server.call('metadata_metadata', action, { ks, ...parameters });
  const profiles = (action: string, parameters: Parameters) =>
    server.call('metadata_metadataProfile', action, { ks, ...parameters });
  const add = (changes: Parameters = {}) =>
    records('add', {
      ...{ metadataProfileId: profileId, objectType: '1', objectId: entryId, xmlData: XML },
      ...changes,
    });

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
    entryId = (await server.addWebcast({ userId: 'olivia' })).id;
    const { objects } = await profiles('list', { filter: { systemNameEqual: 'KMS_KWEBCAST2' } });
    profileId = objects[0].id;
  });
  afterEach(() => server.close());

  describe('profiles', () => {
    test('of webcasting are there from the first start, found by system name or name', async () => {
      const bySystemName = await profiles('list', {
        filter: { systemNameIn: 'KMS_KWEBCAST2,KMS_EVENTS3' },
      });
      expect(bySystemName).toMatchObject({
        totalCount: 2,
        objects: [
          {
            name: 'KwebcastProfile',
            metadataObjectType: '1',
            createMode: 3,
            version: 1,
            status: 1,
          },
          { name: 'EventsProfile3', xsd: expect.stringContaining('PresenterBio') },
        ],
      });
      expect(await profiles('list', { filter: { nameEqual: 'EventsProfile3' } })).toMatchObject({
        totalCount: 1,
      });
    });

    test('that every account has are found by system name, and changed by nobody', async () => {
      const { objects } = await profiles('list', { filter: { systemNameEqual: 'Kaltura-QnA' } });
      expect(objects).toMatchObject([
        { partnerId: 0, metadataObjectType: 'annotationMetadata.Annotation' },
      ]);
      expect((await profiles('list', {})).totalCount).toBe(2);
      const [{ id }] = objects;
      for (const action of ['update', 'delete']) {
        expect(await profiles(action, { id, metadataProfile: { name: 'Mine' } })).toMatchObject({
          code: 'METADATA_PROFILE_NOT_FOUND',
        });
      }
    });

    test('are made, changed, listed, served and deleted', async () => {
      const made = await profiles('add', {
        metadataProfile: { name: 'Rooms', systemName: 'rooms', description: 'Where it is' },
        ...{ xsdData: ROOM, viewsData: '<views/>' },
      });
      expect(made).toMatchObject({ version: 1, createMode: 1, xsd: ROOM, views: '<views/>' });
      const { id } = made;
      expect(await profiles('listFields', { metadataProfileId: id })).toMatchObject({
        totalCount: 1,
        objects: [{ objectType: 'KalturaMetadataProfileField', key: 'Room' }],
      });
      expect(await profiles('update', { id, metadataProfile: { name: 'Halls' } })).toMatchObject({
        ...{ name: 'Halls', description: 'Where it is', version: 1 },
      });
      const served = await server.app.inject({
        url: `/api_v3/service/metadata_metadataprofile/action/serve?ks=${ks}&id=${id}`,
      });
      expect(served.body).toBe(ROOM);
      expect(served.headers['content-type']).toContain('text/xml');
      expect(await profiles('delete', { id })).toBeNull();
      expect(await profiles('get', { id })).toMatchObject({
        ...{ code: 'METADATA_PROFILE_NOT_FOUND', args: { ID: String(id) } },
      });
    });

    test('come as files too', async () => {
      const xsdFile = new Blob([ROOM]);
      const made = await profiles('addFromFile', { 'metadataProfile:name': 'Rooms', xsdFile });
      expect(made).toMatchObject({ name: 'Rooms', xsd: ROOM });
      expect(
        await profiles('updateDefinitionFromFile', { id: made.id, xsdFile: new Blob([NUMBER]) }),
      ).toMatchObject({ version: 2, xsd: NUMBER });
    });

    test.each([
      [{ metadataProfile: {}, xsdData: ROOM }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
      [{ metadataProfile: { name: 'A' }, xsdData: '<a/>' }, 'INVALID_METADATA_PROFILE_SCHEMA'],
      [
        { metadataProfile: { name: 'A', systemName: 'KMS_EVENTS3' }, xsdData: ROOM },
        'SYSTEM_NAME_ALREADY_EXISTS',
      ],
    ])('are refused with a reason (%#)', async (parameters, code) => {
      expect(await profiles('add', parameters)).toMatchObject({ code });
    });

    test('take a new schema where all records follow it, and can go back', async () => {
      const { id } = await profiles('add', { metadataProfile: { name: 'Rooms' }, xsdData: ROOM });
      const record = await add({
        metadataProfileId: id,
        xmlData: '<metadata><Room>12</Room></metadata>',
      });
      expect(await profiles('update', { id, metadataProfile: {}, xsdData: NUMBER })).toMatchObject({
        version: 2,
      });
      expect(await profiles('revert', { id, toVersion: 1 })).toMatchObject({
        version: 3,
        xsd: ROOM,
      });
      expect(await profiles('revert', { id, toVersion: 9 })).toMatchObject({
        code: 'METADATA_FILE_NOT_FOUND',
      });
      await records('update', { id: record.id, xmlData: '<metadata><Room>Hall</Room></metadata>' });
      expect(await profiles('update', { id, metadataProfile: {}, xsdData: NUMBER })).toMatchObject({
        ...{ code: 'METADATA_UNABLE_TO_TRANSFORM', message: expect.stringContaining('Hall') },
      });
    });
  });

  describe('records', () => {
    test('are added, found by the object, read and served', async () => {
      const made = await add();
      expect(made).toMatchObject({
        ...{ objectType: 'KalturaMetadata', metadataProfileId: profileId, objectId: entryId },
        ...{ metadataObjectType: '1', version: 1, metadataProfileVersion: 1, status: 1, xml: XML },
      });
      expect(await records('get', { id: made.id })).toEqual(made);
      expect(await records('list', { filter: { objectIdEqual: entryId.toUpperCase() } })).toEqual({
        ...{ objectType: 'KalturaMetadataListResponse', totalCount: 1, objects: [made] },
      });
      const served = await server.app.inject({
        url: `/api_v3/service/metadata_metadata/action/serve?ks=${ks}&id=${made.id}`,
      });
      expect(served.body).toBe(XML);
    });

    test('are XML within XML too', async () => {
      await add();
      const answer = await server.app.inject({
        url: `/api_v3/service/metadata_metadata/action/list?ks=${ks}&format=2&filter:objectIdEqual=${entryId}`,
      });
      expect(answer.body).toContain('&lt;IsKwebcastEntry&gt;1&lt;/IsKwebcastEntry&gt;');
    });

    test('come as files too', async () => {
      const xmlFile = new Blob([XML]);
      const place = { metadataProfileId: profileId, objectType: '1', objectId: entryId };
      const made = await records('addFromFile', { ...place, xmlFile });
      expect(made).toMatchObject({ xml: XML });
      expect(
        await records('updateFromFile', { id: made.id, xmlFile: new Blob([OTHER_XML]) }),
      ).toMatchObject({ xml: OTHER_XML, version: 2 });
    });

    test('have a version that grows with the content, and can be held against', async () => {
      const { id } = await add();
      expect(await records('update', { id, xmlData: OTHER_XML, version: 1 })).toMatchObject({
        ...{ version: 2, xml: OTHER_XML },
      });
      expect(await records('update', { id, xmlData: OTHER_XML })).toMatchObject({ version: 2 });
      expect(await records('update', { id, xmlData: XML, version: 1 })).toMatchObject({
        ...{ code: 'INVALID_METADATA_VERSION', args: { VERSION: '2' } },
      });
      expect(await records('get', { id })).toMatchObject({ xml: OTHER_XML });
    });

    test('of many writers at once lose nobody’s change', async () => {
      const { id } = await add();
      const texts = Array.from(
        { length: 8 },
        (_, index) => `<metadata><IsSelfServe>${index}</IsSelfServe></metadata>`,
      );
      const answers = await Promise.all(
        texts.map((xmlData) => records('update', { id, xmlData, version: 1 })),
      );
      expect(answers.filter(({ version }) => version === 2)).toHaveLength(1);
      expect(answers.filter(({ code }) => code === 'INVALID_METADATA_VERSION')).toHaveLength(7);
    });

    test('are one for each profile and object, also where two come at once', async () => {
      const answers = await Promise.all([add(), add()]);
      const [made] = answers.filter(({ id }) => id !== undefined);
      const [refused] = answers.filter(({ code }) => code !== undefined);
      expect(refused).toMatchObject({
        code: 'METADATA_ALREADY_EXISTS',
        args: { ID: String(made.id) },
      });
    });

    test('are declared invalid until they are updated, and deleted', async () => {
      const { id } = await add();
      expect(await records('invalidate', { id, version: 1 })).toBeNull();
      expect(await records('get', { id })).toMatchObject({ status: 2 });
      expect(await records('update', { id })).toMatchObject({ status: 1, version: 1 });
      expect(await records('delete', { id })).toBeNull();
      expect(await records('get', { id })).toMatchObject({ code: 'METADATA_NOT_FOUND' });
      expect(await add()).toMatchObject({ version: 1 });
    });

    test('go with their profile', async () => {
      const profile = await profiles('add', { metadataProfile: { name: 'Rooms' }, xsdData: ROOM });
      const { id } = await add({ metadataProfileId: profile.id, xmlData: '<metadata/>' });
      await profiles('delete', { id: profile.id });
      expect(await records('get', { id })).toMatchObject({ code: 'METADATA_NOT_FOUND' });
    });

    test('are refused in the order of what is wrong', async () => {
      const wrong = { metadataProfileId: 5, objectType: '2', objectId: '0_nothing0', xmlData: 'x' };
      expect(await add(wrong)).toMatchObject({ code: 'METADATA_PROFILE_NOT_FOUND' });
      const noType = { ...wrong, metadataProfileId: profileId };
      expect(await add(noType)).toMatchObject({
        ...{ code: 'INCOMPATIBLE_METADATA_PROFILE_OBJECT_TYPE' },
        args: { OBJ_TYPE: '1', META_OBJ_TYPE: '2' },
      });
      const noObject = { ...noType, objectType: '1' };
      expect(await add(noObject)).toMatchObject({ code: 'METADATA_OBJECT_ID_NOT_FOUND' });
      expect(await add({ xmlData: 'x' })).toMatchObject({ code: 'INVALID_METADATA_DATA' });
      await add();
      expect(await add({ xmlData: 'x' })).toMatchObject({ code: 'METADATA_ALREADY_EXISTS' });
    });

    test('about entries are found by the entries’ ids only', async () => {
      expect(await records('list', {})).toMatchObject({ code: 'MUST_FILTER_ON_OBJECT_ID' });
      expect(await records('list', { filter: { objectIdIn: '0_nothing0' } })).toMatchObject({
        totalCount: 0,
      });
    });

    test('are for those who may see the object, and changed by those who may change it', async () => {
      const { id } = await add();
      const owner = await server.startSession({ userId: 'olivia' });
      const viewer = await server.startSession({ userId: 'vera' });
      expect(await records('update', { ks: owner, id, xmlData: OTHER_XML })).toMatchObject({
        version: 2,
      });
      expect(await records('get', { ks: viewer, id })).toMatchObject({ xml: OTHER_XML });
      for (const action of ['update', 'delete', 'invalidate']) {
        expect(await records(action, { ks: viewer, id, xmlData: XML })).toMatchObject({
          ...{ code: 'METADATA_NO_PERMISSION_ON_ENTRY', args: { ID: entryId } },
        });
      }
      const foreign = await server.startForeignSession();
      expect(await records('get', { ks: foreign, id })).toMatchObject({
        code: 'METADATA_NOT_FOUND',
      });
      expect(
        await records('list', { ks: foreign, filter: { objectIdEqual: entryId } }),
      ).toMatchObject({ totalCount: 0 });
    });

    test('are about categories, users and the account too', async () => {
      const category = await server.call('category', 'add', {
        ks,
        category: { name: 'All hands' },
      });
      await server.call('user', 'add', { ks, user: { id: 'vera' } });
      for (const [objectType, objectId] of [
        ['2', String(category.id)],
        ['3', 'vera'],
        ['4', '100'],
      ]) {
        const profile = await profiles('add', {
          ...{ metadataProfile: { name: 'Rooms', metadataObjectType: objectType }, xsdData: ROOM },
        });
        const place = { metadataProfileId: profile.id, objectType, objectId };
        const made = await add({ ...place, xmlData: '<metadata/>' });
        expect(made).toMatchObject({ objectId, metadataObjectType: objectType });
        const filter = { metadataObjectTypeEqual: objectType, objectIdEqual: objectId };
        expect(await records('list', { filter })).toMatchObject({ totalCount: 1 });
        const viewer = await server.startSession({ userId: 'olaf' });
        expect(await records('list', { ks: viewer, filter })).toMatchObject({ totalCount: 0 });
      }
    });
  });
});
