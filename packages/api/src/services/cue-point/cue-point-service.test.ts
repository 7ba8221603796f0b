import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiForTests, NOW_MS, type Parameters } from '../../api-for-tests.ts';
import type { CuePointChange } from '../../cue-points/cue-point-changes.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('cue points', (freshDatabase) => {
  let server: ApiForTests;
  let webcastId = '';
  let admin = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
    webcastId = (await server.addWebcast({ userId: 'olga' })).id;
  });
  afterAll(() => server.close());

  const call = (action: string, parameters: Parameters) =>
    server.call('cuePoint_cuePoint', action, { ks: admin, ...parameters });
  const add = (cuePoint: Parameters, ks = admin) =>
    call('add', {
      ks,
      cuePoint: { objectType: 'KalturaCodeCuePoint', entryId: webcastId, ...cuePoint },
    });
  const idsOf = async (filter: Parameters, ks = admin) =>
    (await call('list', { ks, filter })).objects.map(({ id }: { id: string }) => id);

  test('are kept as they were sent, each with its type', async () => {
    const { id: entryId } = await server.addWebcast();
    const sent = [
      { objectType: 'KalturaAnnotation', text: 'Hello', isPublic: true, endTime: 3000 },
      { objectType: 'KalturaThumbCuePoint', title: 'Slide 1', subType: 2, assetId: '0_asset' },
      { objectType: 'KalturaCodeCuePoint', code: 'c', description: 'd', partnerData: '{"a":1}' },
      {
        objectType: 'KalturaAdCuePoint',
        protocolType: '1',
        adType: '2',
        title: 't',
        duration: 500,
      },
      { objectType: 'KalturaEventCuePoint', eventType: '1' },
      { objectType: 'KalturaSessionCuePoint', name: 'Morning', sessionOwner: 'olga' },
    ];
    const types = [
      'annotation.Annotation',
      'thumbCuePoint.Thumb',
      'codeCuePoint.Code',
      'adCuePoint.Ad',
      'eventCuePoint.Event',
      'sessionCuePoint.Session',
    ];
    for (const [index, properties] of sent.entries()) {
      const common = {
        startTime: 1000,
        tags: 'a, b',
        partnerSortValue: 3,
        triggeredAt: 1_800_000_000,
      };
      const added = await add({ ...common, entryId, ...properties });
      expect(added).toMatchObject({
        ...common,
        ...properties,
        entryId,
        cuePointType: types[index],
        status: 1,
        userId: 'the-admin',
        partnerId: 100,
        createdAt: NOW_MS / 1000,
      });
      expect(added.id).toMatch(/^0_[0-9a-z]{8}$/);
      expect(await call('get', { id: added.id })).toEqual(added);
    }
    const list = await call('list', { filter: { entryIdEqual: entryId } });
    expect(list.totalCount).toBe(6);
    expect(list.objects.map(({ cuePointType }: Parameters) => cuePointType)).toEqual(types);
    expect(list.objects[3]).toMatchObject({ endTime: 1500, duration: 500, isMomentary: false });
  });

  test('are found by what a filter of their type asks', async () => {
    const { id: entryId } = await server.addWebcast();
    const code = await add({ entryId, code: 'Ελλάς', tags: 'poll-data,id:1', startTime: 10 });
    const slide = await add({
      entryId,
      objectType: 'KalturaThumbCuePoint',
      subType: 2,
      title: 'x',
    });
    expect(
      await idsOf({ objectType: 'KalturaThumbCuePointFilter', entryIdEqual: entryId }),
    ).toEqual([slide.id]);
    const found = { objectType: 'KalturaCodeCuePointFilter', entryIdEqual: entryId };
    expect(await idsOf({ ...found, codeLike: 'λλάσ' })).toEqual([code.id]);
    expect(await idsOf({ ...found, tagsMultiLikeOr: 'select, POLL-DATA' })).toEqual([code.id]);
    expect(await idsOf({ ...found, startTimeGreaterThanOrEqual: 11 })).toEqual([]);
    expect(await idsOf({ entryIdEqual: entryId, orderBy: '-startTime' })).toEqual([
      code.id,
      slide.id,
    ]);
    const filter = {
      objectType: 'KalturaThumbCuePointFilter',
      cuePointTypeEqual: 'thumbCuePoint.Thumb',
      subTypeIn: '2,',
      entryIdEqual: entryId,
    };
    expect(await idsOf(filter)).toEqual([slide.id]);
    expect(await call('count', { filter })).toBe(1);
  });

  test('without a page come all, with one as many as it says', async () => {
    const { id: entryId } = await server.addWebcast();
    for (let index = 0; index < 35; index++) await add({ entryId, startTime: index });
    const filter = { entryIdEqual: entryId };
    expect((await call('list', { filter })).objects).toHaveLength(35);
    expect((await call('list', { filter, pager: {} })).objects).toHaveLength(30);
    expect(
      (await call('list', { filter, pager: { pageSize: 2, pageIndex: 2 } })).objects,
    ).toMatchObject([{ startTime: 2 }, { startTime: 3 }]);
  });

  test('keep their times in order', async () => {
    expect(await add({ startTime: -1 })).toMatchObject({
      code: 'START_TIME_CANNOT_BE_LESS_THAN_0',
    });
    expect(await add({ startTime: 10, endTime: 9 })).toMatchObject({
      code: 'END_TIME_CANNOT_BE_LESS_THAN_START_TIME',
    });
    const { id } = await add({ startTime: 10, endTime: 20 });
    const moved = await call('updateCuePointsTimes', { id, startTime: 15 });
    expect(moved).toMatchObject({ startTime: 15, endTime: 20, duration: 5 });
    expect(await call('updateCuePointsTimes', { id, startTime: 21 })).toMatchObject({
      code: 'END_TIME_CANNOT_BE_LESS_THAN_START_TIME',
    });
    const recording = await server.addRecordingOf((await server.addWebcast()).id);
    expect(await add({ entryId: recording, startTime: 60_001 })).toMatchObject({
      code: 'START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME',
      args: { END_TIME: '60000' },
    });
  });

  test('have system names that no other of the entry has', async () => {
    const first = await add({ systemName: 'one' });
    const taken = { code: 'CUE_POINT_SYSTEM_NAME_EXISTS', args: { NAME: 'one', ID: '' } };
    expect(await add({ systemName: 'one' })).toMatchObject(taken);
    const other = await add({ systemName: 'two' });
    const cuePoint = { objectType: 'KalturaCodeCuePoint', systemName: 'one' };
    expect(await call('update', { id: other.id, cuePoint })).toMatchObject(taken);
    const { id: entryId } = await server.addWebcast();
    expect(await add({ entryId, systemName: 'one' })).toMatchObject({ systemName: 'one' });
    await call('delete', { id: first.id });
    expect(await add({ systemName: 'one' })).toMatchObject({ systemName: 'one' });
  });

  test('change in what is sent, and only in that, by none of many at once lost', async () => {
    const { id } = await add({ code: 'c', description: 'd' });
    server.clock.now += 5000;
    const objectType = 'KalturaCodeCuePoint';
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        call('update', {
          id,
          cuePoint: { objectType, ...(index % 2 ? { code: 'e' } : { tags: 't' }) },
        }),
      ),
    );
    const changed = await call('get', { id });
    expect(changed).toMatchObject({ code: 'e', description: 'd', tags: 't' });
    expect(changed.updatedAt).toBe(changed.createdAt + 5);
    expect(
      await call('update', { id, cuePoint: { objectType, tags__null: '' } }),
    ).not.toHaveProperty('tags');
    const asAnnotation = { objectType: 'KalturaAnnotation', text: 'x' };
    expect(await call('update', { id, cuePoint: asAnnotation })).toMatchObject({
      code: 'PROPERTY_VALIDATION_WRONG_FORMAT',
    });
    expect(
      await call('update', { id, cuePoint: { objectType, entryId: '0_other000' } }),
    ).toMatchObject({ code: 'PROPERTY_VALIDATION_NOT_UPDATABLE' });
  });

  describe('that answer each other', () => {
    const annotate = (properties: Parameters = {}) =>
      add({ objectType: 'KalturaAnnotation', text: 'x', ...properties });

    test('know how deep they are, and how many there are below them', async () => {
      const root = await annotate();
      const child = await annotate({ parentId: root.id });
      const grandchild = await annotate({ parentId: child.id });
      expect(grandchild).toMatchObject({ depth: 2, parentId: child.id });
      expect(await call('get', { id: root.id })).toMatchObject({
        depth: 0,
        childrenCount: 2,
        directChildrenCount: 1,
      });
      expect(
        await idsOf({ objectType: 'KalturaAnnotationFilter', parentIdEqual: root.id }),
      ).toEqual([child.id]);
    });

    test('go together with what they answer, and with what is recorded of them', async () => {
      const told: CuePointChange[] = [];
      const end = server.api.onCuePoint((change) => told.push(change));
      const root = await annotate();
      const child = await annotate({ parentId: root.id });
      const other = await annotate();
      await call('delete', { id: root.id });
      end();
      expect(told.map(({ kind, cuePoint }) => [kind, cuePoint.id])).toEqual([
        ['added', root.id],
        ['added', child.id],
        ['added', other.id],
        ['deleted', root.id],
        ['deleted', child.id],
      ]);
      for (const { id } of [root, child]) {
        expect(await call('get', { id })).toMatchObject({
          code: 'INVALID_CUE_POINT_ID',
          args: { ID: id },
        });
      }
      expect(await call('get', { id: other.id })).toMatchObject({ id: other.id });
    });

    test('are of one entry', async () => {
      const { id: entryId } = await server.addWebcast();
      const elsewhere = await annotate({ entryId });
      expect(await annotate({ parentId: elsewhere.id })).toMatchObject({
        code: 'PARENT_CUE_POINT_DO_NOT_BELONG_TO_THE_SAME_ENTRY',
      });
      const code = await add({});
      for (const parentId of ['0_nothing0', code.id]) {
        expect(await annotate({ parentId })).toMatchObject({ code: 'PARENT_CUE_POINT_NOT_FOUND' });
      }
    });

    test('stop somewhere', async () => {
      let parentId = (await annotate()).id;
      for (let depth = 1; depth <= 100; depth++) parentId = (await annotate({ parentId })).id;
      expect(await annotate({ parentId })).toMatchObject({ code: 'PROPERTY_VALIDATION_MAX_VALUE' });
    });
  });

  test('a slide without a picture waits for it', async () => {
    const slide = await add({ objectType: 'KalturaThumbCuePoint', subType: 1, title: 'Slide' });
    expect(slide.status).toBe(4);
    const viewer = await server.startSession({ userId: 'vera' });
    expect(await idsOf({ idEqual: slide.id }, viewer)).toEqual([]);
    const told: CuePointChange[] = [];
    const end = server.api.onCuePoint((change) => told.push(change));
    const thumbAsset = { objectType: 'KalturaTimedThumbAsset', cuePointId: slide.id };
    server.stills.hasTool = true;
    const ks = await server.startAdminSession();
    const giveItAPicture = async (entryId: string) => {
      const asset = await server.call('thumbAsset', 'add', { ks, entryId, thumbAsset });
      const token = await server.call('uploadToken', 'add', { ks });
      const sent = {
        ks,
        uploadTokenId: token.id,
        fileData: new Blob([Buffer.from('\x89PNG\r\n\x1a\n of a slide, and its bytes', 'latin1')]),
      };
      await server.call('uploadToken', 'upload', sent);
      const contentResource = { objectType: 'KalturaUploadedFileTokenResource', token: token.id };
      await server.call('thumbAsset', 'setContent', { ks, id: asset.id, contentResource });
      return asset.id;
    };
    await giveItAPicture((await server.addWebcast()).id);
    expect(told).toEqual([]);
    const assetId = await giveItAPicture(slide.entryId);
    end();
    expect(told).toMatchObject([
      { kind: 'changed', before: { status: 4 }, cuePoint: { status: 1 } },
    ]);
    const [ready] = (await call('list', { ks: viewer, filter: { idEqual: slide.id } })).objects;
    expect(ready).toMatchObject({ status: 1, assetId });
  });

  test('are copied to another entry without their system name’s clash', async () => {
    const { id: entryId } = await server.addWebcast();
    const original = await add({ code: 'c', systemName: 'name', startTime: 7 });
    const copy = await call('clone', { id: original.id, entryId });
    expect(copy).toMatchObject({ entryId, code: 'c', startTime: 7, copiedFrom: original.id });
    expect(copy.id).not.toBe(original.id);
    expect(await call('clone', { id: original.id, entryId: '0_nothing0' })).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
    });
  });

  test('HANDLED is a status, DELETED deletes', async () => {
    const { id } = await add({});
    expect(await call('updateStatus', { id, status: 3 })).toBeNull();
    expect(await idsOf({ statusEqual: 3, idEqual: id })).toEqual([id]);
    await call('updateStatus', { id, status: 2 });
    expect(await call('get', { id })).toMatchObject({ code: 'INVALID_CUE_POINT_ID' });
  });

  describe('of an entry', () => {
    test('go with it, and stay while it lies in the recycle bin', async () => {
      const { id: entryId } = await server.addWebcast();
      const { id } = await add({ entryId });
      await server.call('baseEntry', 'recycle', { ks: admin, entryId });
      expect(await call('get', { id })).toMatchObject({ id });
      await server.call('baseEntry', 'delete', { ks: admin, entryId });
      expect(await call('get', { id })).toMatchObject({ code: 'INVALID_CUE_POINT_ID' });
      expect(await idsOf({ idEqual: id })).toEqual([]);
    });

    test('come along with its copy, but for what was asked, and for what is left out', async () => {
      const { id: entryId } = await server.addWebcast();
      const { id } = await add({ entryId, code: 'c' });
      await add({ entryId, objectType: 'KalturaThumbCuePoint', subType: 2, title: 't' });
      const vera = await server.startSession({ userId: 'vera' });
      await add({ entryId, objectType: 'KalturaAnnotation', text: 'Mine?', isPublic: 1 }, vera);
      const cloneOptions = [
        {
          objectType: 'KalturaBaseEntryCloneOptionComponent',
          itemType: 'thumbCuePoint.THUMB_CUE_POINTS',
          rule: '1',
        },
      ];
      const copy = await server.call('baseEntry', 'clone', { ks: admin, entryId, cloneOptions });
      const { objects } = await call('list', { filter: { entryIdEqual: copy.id } });
      expect(objects).toMatchObject([{ code: 'c', copiedFrom: id, entryId: copy.id }]);
    });
  });

  test('of another account do not exist', async () => {
    const { id } = await add({});
    const ks = await server.startForeignSession();
    expect(await call('get', { ks, id })).toMatchObject({ code: 'INVALID_CUE_POINT_ID' });
    expect(await idsOf({ idEqual: id }, ks)).toEqual([]);
    expect(await add({}, ks)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
  });
});
