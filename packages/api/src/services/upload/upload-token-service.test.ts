import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ApiForTests, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const LIMITS = { fileBytes: 1_000_000, gaps: 10 };
const TIGHT = {
  ...LIMITS,
  ...{ userBytes: 1_500_000, accountBytes: 2_500_000, userTokens: 5, accountTokens: 8 },
};
const DAY_MS = 24 * 3_600_000;

describeOnBothDatabases('upload tokens', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  let user = '';
  let count = 0;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase(), { uploadLimits: LIMITS });
  });
  beforeEach(async () => {
    user = `user-${++count}`;
    ks = await producer(user);
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  /** For a test of its own. */
  const withTightServer = async (work: () => Promise<void>) => {
    const [shared, sharedKs] = [server, ks];
    server = await ApiForTests.open(await freshDatabase(), { uploadLimits: TIGHT });
    try {
      ks = await producer(user);
      await work();
    } finally {
      await server.close();
      server = shared;
      ks = sharedKs;
    }
  };
  const producer = (userId: string) =>
    server.startSession({ userId, privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE' });
  const call = (action: string, parameters: object, session = ks) =>
    server.call('uploadToken', action, { ks: session, ...parameters });
  const begin = async (uploadToken: object = {}, session = ks): Promise<string> =>
    (await call('add', { uploadToken }, session)).id;
  const send = (
    uploadTokenId: string,
    bytes: Uint8Array | string,
    place: object = {},
    session = ks,
  ) => call('upload', { uploadTokenId, fileData: new Blob([bytes as never]), ...place }, session);
  const first = { resume: false, finalChunk: false };
  const at = (resumeAt: number, finalChunk = false) => ({ resume: true, resumeAt, finalChunk });
  const files = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const shard of await readdir(server.contentFolder)) {
      for (const name of await readdir(join(server.contentFolder, shard))) {
        found.push(join(server.contentFolder, shard, name));
      }
    }
    return found;
  };
  /** What a document made of the token serves. */
  const contentOf = async (uploadTokenId: string, session = ks): Promise<Buffer> => {
    const documentEntry = { objectType: 'KalturaDocumentEntry', name: 'Slides' };
    const { id, code } = await server.call('document_documents', 'addFromUploadedFile', {
      ...{ ks: session, uploadTokenId, documentEntry },
    });
    expect(code).toBeUndefined();
    const response = await server.app.inject({
      url: `/api_v3/service/document_documents/action/serve/entryId/${id}`,
    });
    return response.rawPayload;
  };
  const pdf = (length: number) =>
    Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length - 9)]);

  test('a token begins without a byte, and is whole after one upload', async () => {
    const added = await call('add', { uploadToken: { fileName: 'a.pdf', fileSize: 5 } });
    expect(added).toMatchObject({
      objectType: 'KalturaUploadToken',
      id: expect.stringMatching(/^0_[0-9a-f]{32}$/),
      partnerId: 100,
      userId: user,
      status: 0,
      fileName: 'a.pdf',
      fileSize: 5,
      uploadedFileSize: 0,
      createdAt: NOW_MS / 1000,
      uploadUrl: 'http://localhost:80',
    });

    const sent = await send(added.id, '%PDF-');

    expect(sent).toMatchObject({ id: added.id, status: 2, uploadedFileSize: 5 });
    expect(await call('get', { uploadTokenId: added.id })).toEqual(sent);
    for (const path of await files()) expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(server.uploadFolder)).toEqual([]);
  });

  test('chunks one after the other make the file, and uploadedFileSize says where to go on', async () => {
    const whole = pdf(30_000);
    const id = await begin({ fileSize: whole.length });
    expect(await send(id, whole.subarray(0, 10_000), first)).toMatchObject({
      status: 1,
      uploadedFileSize: 10_000,
    });
    // Where the last one ended, said and not said.
    expect(
      await send(id, whole.subarray(10_000, 20_000), { resume: true, finalChunk: false }),
    ).toMatchObject({ status: 1, uploadedFileSize: 20_000 });
    expect(await send(id, whole.subarray(20_000), at(20_000, true))).toMatchObject({
      status: 2,
      uploadedFileSize: 30_000,
    });
    expect(await contentOf(id)).toEqual(whole);
  });

  test('parallel chunks arrive in any order; a last one that comes too early is kept and sent again', async () => {
    const whole = pdf(50_000);
    const part = (from: number, to: number) => whole.subarray(from, to);
    const id = await begin();
    await send(id, part(0, 10_000), first);
    // A gap: nothing behind it counts yet.
    expect(await send(id, part(30_000, 40_000), at(30_000))).toMatchObject({
      status: 1,
      uploadedFileSize: 10_000,
    });
    expect(await send(id, part(40_000, 50_000), at(40_000, true))).toMatchObject({
      code: 'UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE',
    });
    await Promise.all([
      send(id, part(20_000, 30_000), at(20_000)),
      send(id, part(10_000, 20_000), at(10_000)),
    ]);
    expect(await call('get', { uploadTokenId: id })).toMatchObject({
      status: 1,
      uploadedFileSize: 50_000,
    });
    // The last one again, without a byte.
    expect(await send(id, '', at(50_000, true))).toMatchObject({
      status: 2,
      uploadedFileSize: 50_000,
    });
    expect(await contentOf(id)).toEqual(whole);
  });

  test('an empty last chunk before the others waits for them', async () => {
    const whole = pdf(20_000);
    const id = await begin();
    await send(id, whole.subarray(0, 10_000), first);
    const refusal = { code: 'UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE' };
    expect(await send(id, '', at(20_000, true))).toMatchObject(refusal);
    await send(id, whole.subarray(10_000), at(10_000));
    expect(await send(id, '', at(20_000, true))).toMatchObject({ status: 2 });
  });

  test('with autoFinalize the file is whole when fileSize has come, whichever chunk was the last', async () => {
    const whole = pdf(20_000);
    const id = await begin({ fileSize: 20_000, autoFinalize: true });
    expect(await send(id, whole.subarray(0, 5000), { resume: false })).toMatchObject({ status: 1 });
    expect(await send(id, whole.subarray(15_000), at(15_000))).toMatchObject({ status: 1 });
    expect(await send(id, whole.subarray(5000, 15_000), at(5000))).toMatchObject({
      status: 2,
      uploadedFileSize: 20_000,
    });
    expect(await contentOf(id)).toEqual(whole);
    expect(await call('add', { uploadToken: { autoFinalize: true } })).toMatchObject({
      code: 'UPLOAD_TOKEN_MISSING_FILE_SIZE',
    });
  });

  test('twenty writers at once lose nothing of each other', async () => {
    const whole = pdf(200_000);
    const id = await begin({ fileSize: whole.length });
    await send(id, whole.subarray(0, 10_000), first);
    const starts = Array.from({ length: 19 }, (_, index) => (index + 1) * 10_000);
    const answers = await Promise.all(
      starts
        .toSorted((a, b) => (a % 7) - (b % 7))
        .map((from) => send(id, whole.subarray(from, from + 10_000), at(from))),
    );
    expect(answers.filter(({ code }) => code !== undefined)).toEqual([]);
    expect(await send(id, '', at(200_000, true))).toMatchObject({ status: 2 });
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await contentOf(id))).toBe(hash(whole));
  });

  test('a first chunk begins anew, and what was there before is removed', async () => {
    const before = (await files()).length;
    const id = await begin();
    await send(id, 'something old and long', first);
    const whole = pdf(100);
    expect(await send(id, whole)).toMatchObject({ status: 2, uploadedFileSize: 100 });
    await server.api.flush();
    expect(await files()).toHaveLength(before + 1);
    expect(await contentOf(id)).toEqual(whole);
  });

  test.each([
    ['a chunk beyond fileSize', { fileSize: 10 }, 'twelve bytes', {}, 'FILE_SIZE_EXCEEDED'],
    ['less than fileSize', { fileSize: 10 }, 'few', {}, 'UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE'],
    ['a first chunk in the middle', {}, 'x', { resumeAt: 5 }, 'UPLOAD_OUT_OF_RANGE'],
    ['a resumption of nothing', {}, 'x', at(0), 'UPLOAD_TOKEN_CANNOT_RESUME'],
  ])('%s is refused', async (_title, uploadToken, bytes, place, code) => {
    const id = await begin(uploadToken);
    expect(await send(id, bytes, place)).toMatchObject({ code });
  });

  test.each([
    [-2, 'UPLOAD_OUT_OF_RANGE'],
    [1.5, 'UPLOAD_OUT_OF_RANGE'],
    [1_000_001, 'UPLOAD_OUT_OF_RANGE'],
    [1e300, 'UPLOAD_OUT_OF_RANGE'],
    [1_000_000, 'FILE_SIZE_EXCEEDED'],
  ])('resumeAt %d is refused with %s, and changes nothing', async (resumeAt, code) => {
    const id = await begin();
    await send(id, 'four', first);
    expect(await send(id, 'x', at(resumeAt))).toMatchObject({ code });
    expect(await call('get', { uploadTokenId: id })).toMatchObject({ uploadedFileSize: 4 });
  });

  test.each([
    [{ fileSize: -1 }, 'PROPERTY_VALIDATION_MIN_VALUE'],
    [{ fileSize: 1.5 }, 'UPLOAD_OUT_OF_RANGE'],
    [{ fileSize: 1_000_001 }, 'FILE_SIZE_EXCEEDED'],
    [{ status: 2 }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [{ fileName: 'x'.repeat(300) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
  ])('add with %j is refused with %s', async (uploadToken, code) => {
    expect(await call('add', { uploadToken })).toMatchObject({ code });
  });

  test('a token is its user’s; admins of the account see it, and nobody else', async () => {
    const id = await begin();
    await send(id, 'four', first);
    const other = await producer('otto');
    const anonymous = await producer('');
    const foreign = await server.startForeignSession();
    for (const session of [other, anonymous, foreign]) {
      const refusal = { code: 'UPLOAD_TOKEN_NOT_FOUND' };
      expect(await call('get', { uploadTokenId: id }, session)).toMatchObject(refusal);
      expect(await send(id, 'x', at(4, true), session)).toMatchObject(refusal);
      expect(await call('delete', { uploadTokenId: id }, session)).toMatchObject(refusal);
      expect((await call('list', {}, session)).totalCount).toBe(0);
    }
    const admin = await server.startAdminSession();
    expect(await call('get', { uploadTokenId: id }, admin)).toMatchObject({ id });
    const byUser = { filter: { userIdEqual: user } };
    expect((await call('list', byUser, admin)).totalCount).toBe(1);
    // Nobody by name lists nothing, not even what nobody by name has begun.
    await begin({}, anonymous);
    expect((await call('list', {}, anonymous)).totalCount).toBe(0);
  });

  test('list finds by status, name, size and id; deleted ones only by status or id', async () => {
    const one = await begin({ fileName: 'one.pdf', fileSize: 4 });
    const two = await begin({ fileName: 'two.pdf' });
    await send(one, 'four');
    await call('delete', { uploadTokenId: two });
    const idsOf = async (filter: object) =>
      (await call('list', { filter })).objects.map(({ id }: { id: string }) => id);
    expect(await idsOf({})).toEqual([one]);
    expect(await idsOf({ statusEqual: 5 })).toEqual([two]);
    expect(await idsOf({ statusIn: '2,5', orderBy: '+createdAt' })).toHaveLength(2);
    expect(await idsOf({ fileNameEqual: 'one.pdf' })).toEqual([one]);
    expect(await idsOf({ fileSizeEqual: 4 })).toEqual([one]);
    expect(await idsOf({ fileSizeEqual: 1.5 })).toEqual([]);
    expect(await idsOf({ idEqual: two })).toEqual([two]);
  });

  test('what is over takes nothing more, and what is deleted leaves no bytes', async () => {
    const before = await files();
    const id = await begin();
    await send(id, 'whole');
    const refusal = { code: 'UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD' };
    expect(await send(id, 'more', at(5))).toMatchObject(refusal);
    expect(await call('delete', { uploadTokenId: id })).toBeNull();
    await server.api.flush();
    expect(await files()).toEqual(before);
    expect(await call('get', { uploadTokenId: id })).toMatchObject({ status: 5 });
    expect(await send(id, 'again')).toMatchObject(refusal);
    expect(await call('delete', { uploadTokenId: id })).toMatchObject({
      code: 'UPLOAD_TOKEN_NOT_FOUND',
    });
  });

  test('a user and an account have bounds, which deleting makes room in', () =>
    withTightServer(async () => {
      const megabyte = randomBytes(1_000_000);
      const id = await begin();
      await send(id, megabyte);
      const second = await begin();
      expect(await send(second, megabyte)).toMatchObject({
        code: 'UPLOAD_LIMIT_REACHED',
        message: expect.stringContaining('A user may have at most 1500000 bytes'),
      });
      const otto = await producer('otto');
      expect(await send(await begin({}, otto), megabyte, {}, otto)).toMatchObject({ status: 2 });
      const uta = await producer('uta');
      expect(await send(await begin({}, uta), megabyte, {}, uta)).toMatchObject({
        code: 'UPLOAD_LIMIT_REACHED',
        message: expect.stringContaining('The account may have at most 2500000 bytes'),
      });
      await call('delete', { uploadTokenId: id });
      expect(await send(second, megabyte)).toMatchObject({ status: 2 });
    }));

  test('so has the number of files, for users and the account', () =>
    withTightServer(async () => {
      for (let count = 0; count < TIGHT.userTokens; count++) await begin();
      expect(await call('add', {})).toMatchObject({ code: 'UPLOAD_LIMIT_REACHED' });
      const admin = await server.startAdminSession();
      for (let count = 5; count < TIGHT.accountTokens; count++) await begin({}, admin);
      expect(await call('add', {}, admin)).toMatchObject({
        message: expect.stringContaining('The account may have at most 8 files'),
      });
    }));

  test('a file has a bounded number of gaps', async () => {
    const id = await begin();
    await send(id, 'x', first);
    for (let gap = 1; gap < LIMITS.gaps; gap++) await send(id, 'x', at(gap * 2));
    expect(await send(id, 'x', at(5000))).toMatchObject({ code: 'UPLOAD_OUT_OF_RANGE' });
    // One that closes a gap is welcome.
    expect(await send(id, 'x', at(1))).toMatchObject({ uploadedFileSize: 3 });
  });

  test('what nobody touches for a day has timed out, and is forgotten a month later', () =>
    withTightServer(async () => {
      const id = await begin();
      await send(id, 'four', first);
      server.clock.now += DAY_MS - 1000;
      await server.api.keepHouse();
      expect(await call('get', { uploadTokenId: id }, await producer(user))).toMatchObject({
        status: 1,
      });
      server.clock.now += 2000;
      await server.api.keepHouse();
      await server.api.flush();
      const later = await producer(user);
      expect(await call('get', { uploadTokenId: id }, later)).toMatchObject({ status: 4 });
      expect(await files()).toEqual([]);
      server.clock.now += 31 * DAY_MS;
      await server.api.keepHouse();
      expect(await call('get', { uploadTokenId: id }, await producer(user))).toMatchObject({
        code: 'UPLOAD_TOKEN_NOT_FOUND',
      });
    }));

  test('a file that a crash has left is removed a day later, and what somebody has stays', () =>
    withTightServer(async () => {
      const id = await begin();
      await send(id, 'kept', first);
      const [kept = ''] = await files();
      const place = join(dirname(dirname(kept)), 'ff');
      await mkdir(place, { recursive: true });
      const stray = join(place, 'f'.repeat(32));
      await writeFile(stray, 'nobody knows it');
      const twoDaysAgoS = (NOW_MS - 2 * DAY_MS) / 1000;
      for (const path of [kept, stray]) await utimes(path, twoDaysAgoS, twoDaysAgoS);
      await server.api.keepHouse();
      expect(await files()).toEqual([kept]);
    }));

  test('a connection that breaks in a chunk leaves what was acknowledged', async () => {
    const id = await begin();
    await send(id, '%PDF-', first);
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.app.server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        const query = `ks=${ks}&uploadTokenId=${id}&resume=true&resumeAt=5&finalChunk=true`;
        const head = '--b\r\nContent-Disposition: form-data; name="fileData"; filename="x"\r\n\r\n';
        socket.write(
          `POST /api_v3/service/uploadtoken/action/upload?${query} HTTP/1.1\r\nHost: h\r\n` +
            'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n' +
            `${head}half of it`,
          () => socket.end(),
        );
      });
      socket.on('data', () => undefined).on('close', () => resolve());
    });
    expect(await call('get', { uploadTokenId: id })).toMatchObject({
      status: 1,
      uploadedFileSize: 5,
    });
    expect(await send(id, 'rest', at(5, true))).toMatchObject({ status: 2, uploadedFileSize: 9 });
    expect(await readdir(server.uploadFolder)).toEqual([]);
  });

  test('media.upload takes a file in one call', async () => {
    const fileData = new Blob([pdf(50) as never]);
    const admin = await server.startAdminSession();
    for (const service of ['media', 'baseEntry', 'document_documents']) {
      const id = await server.call(service, 'upload', { ks: admin, fileData });
      expect(await call('get', { uploadTokenId: id }, admin)).toMatchObject({
        ...{ status: 2, uploadedFileSize: 50, fileName: 'picture' },
      });
    }
  });
});
