import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, encoder } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const picture = (length: number) =>
  new Blob([Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(length - 8)])]);

describeOnBothDatabases('thumb assets', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    server.stills.hasTool = true;
    ks = await server.startAdminSession();
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const call = (action: string, parameters: object, session = ks) =>
    server.call('thumbAsset', action, { ks: session, ...parameters });
  const addImage = (entryId: string, length = 100) => {
    // Lists have them in the order in which they were made.
    server.clock.now += 1;
    return call('addFromImage', { entryId, fileData: picture(length) });
  };
  const uploaded = (length: number) =>
    server.call('media', 'upload', { ks, fileData: picture(length) });
  const resourceOf = async (length: number) => ({
    objectType: 'KalturaUploadedFileTokenResource',
    token: await uploaded(length),
  });
  const serve = (thumbAssetId: string, path = '') =>
    server.app.inject({
      url: `/api_v3/service/thumbAsset/action/serve/thumbAssetId/${thumbAssetId}${path}`,
    });
  const shownOf = async (entryId: string) => {
    const url = `/p/100/sp/10000/thumbnail/entry_id/${entryId}/width/0/height/0`;
    return (await server.app.inject({ url })).body;
  };

  test('an asset waits for its content, and then serves it', async () => {
    const { id: entryId } = await server.addWebcast();
    const added = await call('add', { entryId, thumbAsset: { tags: 'a, b', partnerData: 'mine' } });
    expect(added).toMatchObject({
      objectType: 'KalturaThumbAsset',
      id: expect.stringMatching(/^0_[0-9a-z]{8}$/),
      ...{ entryId, partnerId: 100, status: 0, version: 0, tags: 'a,b', partnerData: 'mine' },
    });
    expect((await serve(added.id)).headers['x-kaltura']).toBe('error-THUMB_ASSET_IS_NOT_READY');
    expect(await call('getUrl', { id: added.id })).toMatchObject({
      code: 'THUMB_ASSET_IS_NOT_READY',
    });
    const token = await uploaded(120);
    const contentResource = { objectType: 'KalturaUploadedFileTokenResource', token };
    const ready = await call('setContent', { id: added.id, contentResource });
    expect(ready).toMatchObject({ id: added.id, status: 2, version: 1, fileExt: 'jpg' });
    const { body, headers } = await serve(added.id);
    expect(body).toBe('png of 120 bytes');
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
    });
    expect(await call('get', { thumbAssetId: added.id })).toEqual(ready);
    expect(await server.call('uploadToken', 'get', { ks, uploadTokenId: token })).toMatchObject({
      ...{ status: 3, attachedObjectType: 'thumbAsset', attachedObjectId: added.id },
    });
    expect(await call('setContent', { id: added.id, contentResource })).toMatchObject({
      code: 'UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY',
    });
  });

  test('the default asset is what the entry shows, and nothing else is', async () => {
    const { id: entryId } = await server.addWebcast();
    const one = await addImage(entryId, 101);
    const two = await addImage(entryId, 102);
    expect(await call('setAsDefault', { thumbAssetId: one.id })).toBeNull();
    expect(await shownOf(entryId)).toContain('png of 101 bytes');
    expect(await call('setAsDefault', { thumbAssetId: two.id })).toBeNull();
    expect(await shownOf(entryId)).toContain('png of 102 bytes');
    const tagsOf = async () =>
      (await call('getByEntryId', { entryId })).map(({ tags }: { tags: string }) => tags);
    expect(await tagsOf()).toEqual(['', 'default_thumb']);
    const { thumbnailUrl } = await server.call('baseEntry', 'get', { ks, entryId });
    expect(thumbnailUrl).toMatch(/\/version\/2$/);
    // Another content of the default is what is shown.
    await call('setContent', { id: two.id, contentResource: await resourceOf(103) });
    expect(await shownOf(entryId)).toContain('png of 103 bytes');
    expect(await tagsOf()).toEqual(['', 'default_thumb']);
    // A picture that is set past the assets is none of them.
    await server.call('baseEntry', 'updateThumbnailJpeg', { ks, entryId, fileData: picture(104) });
    expect(await shownOf(entryId)).toContain('png of 104 bytes');
    expect(await tagsOf()).toEqual(['', '']);
  });

  test('tags do not make a default, and update changes what is sent', async () => {
    const { id: entryId } = await server.addWebcast();
    const { id } = await addImage(entryId);
    const thumbAsset = { tags: 'x,default_thumb', partnerDescription: 'p' };
    expect(await call('update', { id, thumbAsset })).toMatchObject({
      ...{ tags: 'x', partnerDescription: 'p' },
    });
    expect(await call('update', { id, thumbAsset: { tags: '' } })).toMatchObject({
      ...{ tags: '', partnerDescription: 'p' },
    });
    expect(await call('update', { id, thumbAsset: { fileExt: 'gif' } })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
    });
  });

  test('the default cannot be deleted, others can; they go with their entry', async () => {
    const { id: entryId } = await server.addVideo();
    const one = await addImage(entryId);
    const two = await addImage(entryId);
    await call('setAsDefault', { thumbAssetId: one.id });
    expect(await call('delete', { thumbAssetId: one.id })).toMatchObject({
      code: 'THUMB_ASSET_IS_DEFAULT',
    });
    expect(await call('delete', { thumbAssetId: two.id })).toBeNull();
    expect(await call('get', { thumbAssetId: two.id })).toMatchObject({
      code: 'THUMB_ASSET_ID_NOT_FOUND',
    });
    await server.call('media', 'delete', { ks, entryId });
    expect(await call('get', { thumbAssetId: one.id })).toMatchObject({
      code: 'THUMB_ASSET_ID_NOT_FOUND',
    });
    expect((await serve(one.id)).headers['x-kaltura']).toBe('error-THUMB_ASSET_ID_NOT_FOUND');
  });

  test('slides: the address of one serves the others, with the doubled slash of players', async () => {
    const { id: entryId } = await server.addWebcast();
    const slide = async (cuePointId: string, length: number) => {
      const thumbAsset = { objectType: 'KalturaTimedThumbAsset', cuePointId };
      const { id } = await call('add', { entryId, thumbAsset });
      const contentResource = await resourceOf(length);
      return call('setContent', { id, contentResource });
    };
    const one = await slide('0_cueone01', 111);
    const two = await slide('0_cuetwo02', 112);
    expect(two).toMatchObject({ objectType: 'KalturaTimedThumbAsset', cuePointId: '0_cuetwo02' });
    const url = await call('getUrl', { id: one.id });
    expect(url).toBe(
      `http://localhost:80/api_v3/service/thumbAsset/action/serve/thumbAssetId/${one.id}`,
    );
    // As players of Kaltura do it.
    const swapped = url.replace(/thumbAssetId\/([^/]+)/, `/thumbAssetId/${two.id}`);
    expect(swapped).toContain('//thumbAssetId/');
    const { pathname } = new URL(swapped);
    expect((await server.app.inject({ url: pathname })).body).toBe('png of 112 bytes');
    const sized = await call('getUrl', { id: one.id, thumbParams: { width: 320 } });
    expect((await server.app.inject({ url: new URL(sized).pathname })).body).toBe(
      'png of 111 bytes, 320 by 0',
    );
  });

  test('where not everybody may watch, the address has the session of whoever asked', async () => {
    const { id: entryId } = await server.addWebcast({ moderationStatus: undefined });
    const asset = await addImage(entryId);
    await server.call('baseEntry', 'reject', { ks, entryId });
    expect((await serve(asset.id)).headers['x-kaltura']).toBe('error-THUMB_ASSET_ID_NOT_FOUND');
    const url = await call('getUrl', { id: asset.id });
    const { pathname } = new URL(url);
    expect((await server.app.inject({ url: pathname })).body).toBe('png of 100 bytes');
  });

  test('generate makes one of a frame or of another asset, and regenerate makes it again', async () => {
    const { id: entryId } = await server.addWebcast();
    const none = await call('generate', { entryId, thumbParams: { videoOffset: 3 } });
    expect(none).toMatchObject({ code: 'ENTRY_SOURCE_FILE_NOT_FOUND' });
    const generation = 'thumbshow001';
    server.stills.generations.add(generation);
    await server.tell({
      ...{ webcastId: entryId, state: 'on-air', generation, onAirSinceMs: server.clock.now },
      ...{ isPlayable: true, encoders: [encoder()] },
    });
    const made = await call('generate', { entryId, thumbParams: { videoOffset: 3, width: 640 } });
    expect(made).toMatchObject({ status: 2, version: 1 });
    const frame = `${generation} at ${server.clock.now + 3000}, 640 by 0`;
    expect((await serve(made.id)).body).toBe(frame);
    expect(await call('regenerate', { thumbAssetId: made.id })).toMatchObject({ version: 2 });
    expect((await serve(made.id, '/version/2')).body).toBe(frame);
    const small = await call('generate', {
      ...{ entryId, thumbParams: { width: 10 }, sourceAssetId: made.id },
    });
    expect((await serve(small.id)).body).toBe(`${frame}, 10 by 0`);
    const sent = await addImage(entryId);
    expect(await call('regenerate', { thumbAssetId: sent.id })).toMatchObject({
      code: 'THUMB_ASSET_PARAMS_ID_NOT_FOUND',
    });
    const other = await addImage((await server.addWebcast()).id);
    expect(
      await call('generate', { entryId, thumbParams: {}, sourceAssetId: other.id }),
    ).toMatchObject({ code: 'THUMB_ASSET_ID_NOT_FOUND' });
  });

  test('list finds what is named, and nothing of entries that the session may not see', async () => {
    const { id: entryId } = await server.addWebcast();
    const one = await addImage(entryId);
    const two = await addImage(entryId);
    const list = (filter: object | null, session = ks) => call('list', { filter }, session);
    expect(await list({ entryIdEqual: entryId })).toMatchObject({ totalCount: 2 });
    expect((await list({ idIn: `${one.id},${two.id},0_nothere1` })).totalCount).toBe(2);
    const thumbFilter = { objectType: 'KalturaThumbAssetFilter', entryIdEqual: entryId };
    expect((await list({ ...thumbFilter, statusEqual: 0 })).totalCount).toBe(0);
    expect(await list(null)).toMatchObject({ code: 'PROPERTY_VALIDATION_CANNOT_BE_NULL' });
    const foreign = await server.startForeignSession();
    expect((await list({ entryIdEqual: entryId }, foreign)).totalCount).toBe(0);
    expect((await list({ idEqual: one.id }, foreign)).totalCount).toBe(0);
  });

  test.each([
    [{ objectType: 'KalturaEntryResource', entryId: '0_a' }, 'RESOURCE_TYPE_NOT_SUPPORTED'],
    [
      { objectType: 'KalturaUploadedFileTokenResource', token: 'no' },
      'UPLOADED_FILE_NOT_FOUND_BY_TOKEN',
    ],
    [
      { objectType: 'KalturaUrlResource', url: 'http://169.254.169.254/latest' },
      'THUMB_ASSET_DOWNLOAD_FAILED',
    ],
    [
      { objectType: 'KalturaUrlResource', url: 'file:///etc/passwd' },
      'THUMB_ASSET_DOWNLOAD_FAILED',
    ],
  ])('content %j is refused with %s', async (contentResource, code) => {
    const { id: entryId } = await server.addWebcast();
    const { id } = await call('add', { entryId, thumbAsset: {} });
    expect(await call('setContent', { id, contentResource })).toMatchObject({ code });
  });

  test('what is no picture is refused by what it is', async () => {
    const { id: entryId } = await server.addWebcast();
    const { id } = await call('add', { entryId, thumbAsset: {} });
    const token = await server.call('media', 'upload', { ks, fileData: new Blob(['%PDF-1.7']) });
    const contentResource = { objectType: 'KalturaUploadedFileTokenResource', token };
    expect(await call('setContent', { id, contentResource })).toMatchObject({
      code: 'FILE_TYPE_NOT_SUPPORTED',
      message: expect.stringContaining('a PDF file'),
    });
    expect(
      await call('serve', {
        thumbAssetId: (await addImage(entryId)).id,
        thumbParams: { width: -5 },
      }),
    ).toMatchObject({ code: 'UPLOAD_OUT_OF_RANGE' });
  });

  test('serveByEntryId answers what the entry shows', async () => {
    const { id: entryId } = await server.addWebcast();
    const asset = await addImage(entryId, 130);
    await call('setAsDefault', { thumbAssetId: asset.id });
    const url = `/api_v3/service/thumbAsset/action/serveByEntryId/entryId/${entryId}`;
    expect((await server.app.inject({ url })).body).toContain('png of 130 bytes');
    const other = await server.app.inject({ url: `${url}/thumbParamId/7` });
    expect(other.headers['x-kaltura']).toBe('error-THUMB_ASSET_PARAMS_ID_NOT_FOUND');
  });
});
