import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests } from '../../api-for-tests.ts';
import { zipOf } from '../../formats/files-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const PDF = Buffer.from('%PDF-1.7\nwith a page');
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);
const PPTX = zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' });
const MP4 = Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1');

describeOnBothDatabases('documents and other entries from uploads', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    server.stills.hasTool = true;
    ks = await server.startSession({
      userId: 'paula',
      privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE',
    });
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const call = (action: string, parameters: object, session = ks) =>
    server.call('document_documents', action, { ks: session, ...parameters });
  const upload = async (bytes: Uint8Array, fileName = 'a', session = ks): Promise<string> => {
    const uploadToken = { fileName, fileSize: bytes.length };
    const { id } = await server.call('uploadToken', 'add', { ks: session, uploadToken });
    const fileData = new Blob([bytes as never]);
    await server.call('uploadToken', 'upload', { ks: session, uploadTokenId: id, fileData });
    return id;
  };
  const addDocument = async (bytes: Uint8Array, properties: object = {}, fileName = 'a.bin') =>
    call('addFromUploadedFile', {
      documentEntry: { objectType: 'KalturaDocumentEntry', name: 'Slides', ...properties },
      uploadTokenId: await upload(bytes, fileName),
    });
  const serve = (entryId: string) =>
    server.app.inject({
      url: `/api_v3/service/document_documents/action/serve/entryId/${entryId}`,
    });
  const fileCount = async (): Promise<number> => {
    await server.api.flush();
    const shards = await readdir(server.contentFolder);
    const names = await Promise.all(
      shards.map((shard) => readdir(join(server.contentFolder, shard))),
    );
    return names.flat().length;
  };

  test('a document is made of an upload, and the upload is closed', async () => {
    const uploadTokenId = await upload(PDF, 'Town hall.pdf');
    const documentEntry = { name: 'Town hall', documentType: 13, tags: 'a,b' };
    const added = await call('addFromUploadedFile', { documentEntry, uploadTokenId });

    expect(added).toMatchObject({
      objectType: 'KalturaDocumentEntry',
      id: expect.stringMatching(/^0_[0-9a-z]{8}$/),
      ...{ name: 'Town hall', tags: 'a,b', type: 10, status: '2', documentType: 13 },
      ...{ userId: 'paula', partnerId: 100 },
      downloadUrl: `http://localhost:80/api_v3/service/document_documents/action/serve/entryId/${added.id}`,
    });
    expect(added).not.toHaveProperty('duration');
    expect(await call('get', { entryId: added.id })).toEqual(added);
    expect(await server.call('baseEntry', 'get', { ks, entryId: added.id })).toEqual(added);
    expect(await server.call('uploadToken', 'get', { ks, uploadTokenId })).toMatchObject({
      ...{ status: 3, attachedObjectType: 'entry', attachedObjectId: added.id },
    });
    expect(await call('addFromUploadedFile', { documentEntry, uploadTokenId })).toMatchObject({
      code: 'UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY',
    });
  });

  test('an upload makes one document, however many ask for it at once', async () => {
    const uploadTokenId = await upload(PDF);
    const documentEntry = { name: 'Once' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        call('addFromUploadedFile', { documentEntry, uploadTokenId }),
      ),
    );
    expect(answers.filter(({ id }) => id !== undefined)).toHaveLength(1);
    const filter = { nameLike: 'Once' };
    expect((await call('list', { filter })).totalCount).toBe(1);
  });

  test('it is served as what it is, to be saved, whatever it was called', async () => {
    const { id } = await addDocument(PPTX, {}, '../../etc/Town "hall".html');
    const { headers, rawPayload } = await serve(id);
    expect(rawPayload).toEqual(PPTX);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'content-length': String(PPTX.length),
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; filename="[^"/\\]*\.pptx"/),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const picture = await addDocument(PNG);
    expect((await serve(picture.id)).headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="a.png"; filename*=UTF-8\'\'a.png',
    });
  });

  test.each([
    ['an MP4 video', MP4, {}, 'an MP4 or QuickTime video'],
    ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), {}, 'an HTML page'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), {}, 'an SVG picture'],
    ['a program', Buffer.from('\x7fELF\x02'), {}, 'a program'],
    ['nothing', Buffer.alloc(0), {}, 'empty'],
    ['a presentation that is said to be a PDF', PPTX, { documentType: 13 }, 'a PowerPoint'],
  ])(
    '%s is refused, and the upload can still be used',
    async (_title, bytes, properties, found) => {
      const uploadTokenId = await upload(bytes, 'slides.pdf');
      const documentEntry = { name: 'Slides', ...properties };
      expect(await call('addFromUploadedFile', { documentEntry, uploadTokenId })).toMatchObject({
        code: 'FILE_TYPE_NOT_SUPPORTED',
        message: expect.stringContaining(found),
      });
      expect(await server.call('uploadToken', 'get', { ks, uploadTokenId })).toMatchObject({
        status: 2,
      });
    },
  );

  test('what is not whole, somebody else’s or not there makes nothing', async () => {
    const { id } = await server.call('uploadToken', 'add', { ks });
    const otto = await server.startSession({ userId: 'otto', type: 2 });
    const foreign = await server.startForeignSession();
    const add = (uploadTokenId: string, session = ks) =>
      call('addFromUploadedFile', { documentEntry: { name: 'x' }, uploadTokenId }, session);
    expect(await add(id)).toMatchObject({ code: 'UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY' });
    const notFound = { code: 'UPLOADED_FILE_NOT_FOUND_BY_TOKEN' };
    expect(await add('../../../etc/passwd')).toMatchObject(notFound);
    const whole = await upload(PDF);
    expect(await add(whole, foreign)).toMatchObject(notFound);
    const ofAdmin = await upload(PDF, 'a', otto);
    expect(await add(ofAdmin)).toMatchObject(notFound);
  });

  test('conversion profiles have to be there, and are kept', async () => {
    const { objects } = await server.call('conversionProfile', 'list', {
      ks: await server.startAdminSession(),
      filter: { systemNameEqual: 'KMS54_NEW_DOC_CONV_IMAGE_WIDE' },
    });
    const conversionProfileId = objects[0].id;
    expect(await addDocument(PDF, { conversionProfileId })).toMatchObject({ conversionProfileId });
    expect(await addDocument(PDF, { conversionProfileId: 999_999 })).toMatchObject({
      code: 'CONVERSION_PROFILE_ID_NOT_FOUND',
    });
  });

  test('lists find documents by their type, and lists of media do not show them', async () => {
    const pdf = await addDocument(PDF, { tags: 'listed' });
    const pptx = await addDocument(PPTX, { tags: 'listed' });
    const idsOf = async (service: string, filter: object) => {
      const list = await server.call(service, 'list', {
        ks,
        filter: { tagsLike: 'listed', ...filter },
      });
      return list.objects.map(({ id }: { id: string }) => id).toSorted();
    };
    expect(await idsOf('document_documents', {})).toEqual([pdf.id, pptx.id].toSorted());
    expect(await idsOf('document_documents', { documentTypeEqual: 13 })).toEqual([pdf.id]);
    expect(await idsOf('document_documents', { documentTypeIn: '11,12' })).toEqual([pptx.id]);
    expect(await idsOf('baseEntry', { typeEqual: '10' })).toEqual([pdf.id, pptx.id].toSorted());
    expect(await idsOf('media', {})).toEqual([]);
  });

  test('update changes what was sent, not what the file is', async () => {
    const { id } = await addDocument(PDF);
    const update = (documentEntry: object) => call('update', { entryId: id, documentEntry });
    expect(await update({ description: 'new' })).toMatchObject({
      ...{ description: 'new', name: 'Slides', documentType: 13 },
    });
    expect(await update({ documentType: 11 })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
    });
  });

  test('content is added once and replaced; the file before is removed', async () => {
    const admin = await server.startAdminSession();
    const { id } = await server.call('baseEntry', 'add', {
      ks: admin,
      entry: { objectType: 'KalturaBaseEntry', name: 'Later' },
      type: '10',
    });
    expect(await call('get', { entryId: id })).toMatchObject({ status: '7' });
    expect((await serve(id)).headers['x-kaltura']).toBe('error-FLAVOR_ASSET_IS_NOT_READY');
    const give = async (action: string, bytes: Uint8Array) => {
      const token = await upload(bytes, 'x', admin);
      const resource = { objectType: 'KalturaUploadedFileTokenResource', token };
      return call(action, { entryId: id, resource }, admin);
    };
    expect(await give('addContent', PDF)).toMatchObject({ status: '2', documentType: 13 });
    const before = await fileCount();
    expect(await give('addContent', PDF)).toMatchObject({ code: 'ENTRY_ALREADY_WITH_CONTENT' });
    expect(await give('updateContent', PPTX)).toMatchObject({ status: '2', documentType: 11 });
    expect((await serve(id)).rawPayload).toEqual(PPTX);
    // The refused one still waits.
    expect(await fileCount()).toBe(before + 1);
  });

  test('a copy has the same file, and each goes with the last that has it', async () => {
    const admin = await server.startAdminSession();
    const { id } = await addDocument(PDF);
    const before = await fileCount();
    const copy = await server.call('baseEntry', 'clone', { ks: admin, entryId: id });
    expect(copy).toMatchObject({ objectType: 'KalturaDocumentEntry', status: '2' });
    expect(await fileCount()).toBe(before);
    await call('delete', { entryId: id }, admin);
    expect(await fileCount()).toBe(before);
    expect((await serve(copy.id)).rawPayload).toEqual(PDF);
    expect((await serve(id)).rawPayload).toHaveLength(0);
    await call('delete', { entryId: copy.id }, admin);
    expect(await fileCount()).toBe(before - 1);
  });

  test('a document has no room, no page and nothing to play', async () => {
    const { id } = await addDocument(PDF);
    expect(await server.api.joinRoom(undefined, id)).toMatchObject({ isAdmitted: false });
    expect(await server.api.webcastCard(id)).toBeNull();
    expect(await server.api.stageFor(id, true, 'http://media')).toBeNull();
    expect(await server.call('baseEntry', 'getPlaybackContext', { ks, entryId: id })).toMatchObject(
      {
        code: 'ENTRY_ID_NOT_FOUND',
      },
    );
    const { statusCode } = await server.app.inject({
      url: `/p/100/sp/10000/playManifest/entryId/${id}/format/applehttp`,
    });
    expect(statusCode).not.toBe(302);
  });

  test('an uploaded picture becomes a media entry that shows it', async () => {
    const admin = await server.startAdminSession();
    const added = await server.call('media', 'addFromUploadedFile', {
      ks: admin,
      mediaEntry: { name: 'Stage', mediaType: 2 },
      uploadTokenId: await upload(PNG, 'stage.png', admin),
    });
    const address = `http://localhost:80/p/100/sp/10000/thumbnail/entry_id/${added.id}/version/1`;
    expect(added).toMatchObject({ status: '2', mediaType: 2, thumbnailUrl: address });
    expect(added.dataUrl).toBe(`${address}/width/0/height/0`);
    const shown = await server.app.inject({ url: new URL(added.dataUrl).pathname });
    expect(shown.body).toBe('png of 108 bytes, 0 by 0');
    expect(await server.call('media', 'get', { ks, entryId: added.id })).toEqual(added);
    expect(
      (await server.call('media', 'list', { ks: admin, filter: { mediaTypeEqual: 2 } })).totalCount,
    ).toBe(1);
  });

  test('a video file is refused: nothing would play it', async () => {
    const admin = await server.startAdminSession();
    for (const mediaType of [1, 5, 2]) {
      const sent = {
        mediaEntry: { name: 'Film', mediaType },
        uploadTokenId: await upload(MP4, 'film.mp4', admin),
      };
      expect(
        await server.call('media', 'addFromUploadedFile', { ks: admin, ...sent }),
      ).toMatchObject({
        code: 'FILE_TYPE_NOT_SUPPORTED',
        message: expect.stringContaining('an MP4 or QuickTime video'),
      });
    }
  });

  test('without a type, a picture becomes media and a presentation a document', async () => {
    const admin = await server.startAdminSession();
    const add = async (bytes: Uint8Array, entry: object = { name: 'Any' }, session = admin) =>
      server.call('baseEntry', 'addFromUploadedFile', {
        ...{ ks: session, entry },
        uploadTokenId: await upload(bytes, 'a', session),
      });
    expect(await add(PNG)).toMatchObject({ objectType: 'KalturaMediaEntry', mediaType: 2 });
    expect(await add(PPTX)).toMatchObject({ objectType: 'KalturaDocumentEntry', documentType: 11 });
    expect(await add(PNG, { objectType: 'KalturaDocumentEntry', name: 'x' })).toMatchObject({
      objectType: 'KalturaDocumentEntry',
    });
    expect(await add(PNG, { objectType: 'KalturaLiveStreamEntry' })).toMatchObject({
      code: 'ENTRY_TYPE_NOT_SUPPORTED',
    });
    // Producers bring slides, not media.
    expect(await add(PNG, { name: 'Any' }, ks)).toMatchObject({ code: 'SERVICE_FORBIDDEN' });
  });
});
