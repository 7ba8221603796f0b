import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const SHOW = 'show00000001';
const REHEARSAL = 'rehearsal001';
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);
const JPEG = Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.alloc(200)]);

describeOnBothDatabases('the picture of an entry', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let id = '';
  const servers: Server[] = [];

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    server.stills.hasTool = true;
    ks = await server.startAdminSession();
    ({ id } = await server.addWebcast({ explicitLive: true }));
  });
  afterEach(async () => {
    for (const each of servers.splice(0)) each.close();
    await server.close();
  });

  const words = async (path = '', entryId = id) => {
    const url = `/p/100/sp/10000/thumbnail/entry_id/${entryId}/width/10/height/10${path}`;
    return (await server.app.inject(url)).body;
  };
  const onAir = (webcastId: string, generation = SHOW) => {
    server.stills.generations.add(generation);
    return server.tell({
      ...{ webcastId, state: 'on-air', generation, onAirSinceMs: NOW_MS },
      ...{ isPlayable: true, encoders: [encoder()] },
    });
  };
  const serve = async (bytes: Buffer): Promise<string> => {
    const created = createServer((_request, response) => response.end(bytes));
    servers.push(created);
    await new Promise<void>((resolve) => created.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(created.address() as AddressInfo).port}/picture`;
  };
  const fileOf = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]);

  describe.each([
    ['livestream', 'updateOfflineThumbnailJpeg', 'updateOfflineThumbnailFromUrl'],
    ['baseentry', 'updateThumbnailJpeg', 'updateThumbnailFromUrl'],
    ['media', 'updateThumbnailJpeg', 'updateThumbnailFromUrl'],
  ])('set through %s', (service, fromFile, fromUrl) => {
    test('by a file: it is written anew, and its address changes', async () => {
      const before = await server.call('livestream', 'get', { ks, entryId: id });
      const sent = { ks, entryId: id, fileData: fileOf(PNG) };
      const after = await server.call(service, fromFile, sent);
      expect(after).toMatchObject({ objectType: 'KalturaLiveStreamEntry', id });
      expect(after.thumbnailUrl).not.toBe(before.thumbnailUrl);
      expect(await words()).toBe('png of 108 bytes, 10 by 10');
      const again = await server.call(service, fromFile, { ...sent, fileData: fileOf(JPEG) });
      expect(again.thumbnailUrl).not.toBe(after.thumbnailUrl);
      expect(await words()).toBe('jpeg of 204 bytes, 10 by 10');
      expect(await readdir(server.uploadFolder)).toEqual([]);
    });

    test('by an address', async () => {
      server.stills.mayFetchFromHere = true;
      const url = await serve(JPEG);
      const after = await server.call(service, fromUrl, { ks, entryId: id, url });
      expect(after).toMatchObject({ id });
      expect(await words()).toBe('jpeg of 204 bytes, 10 by 10');
    });
  });

  test('is not fetched from this machine or its network', async () => {
    const url = await serve(JPEG);
    const sent = { ks, entryId: id, url };
    expect(await server.call('baseentry', 'updateThumbnailFromUrl', sent)).toMatchObject({
      code: 'THUMB_ASSET_DOWNLOAD_FAILED',
      args: { URL_PATH: url },
    });
    expect(await words()).toContain('the placeholder');
  });

  test.each([
    ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', Buffer.alloc(0)],
    ['a beginning without a picture', JPEG.subarray(0, 8)],
  ])('is not made of %s, whatever it is called', async (_what, bytes) => {
    const sent = { ks, entryId: id, fileData: fileOf(bytes) };
    const answer = await server.call('baseentry', 'updateThumbnailJpeg', sent);
    expect(answer.code).toBe('INVALID_FILE_TYPE');
    server.stills.mayFetchFromHere = true;
    const url = await serve(bytes);
    const fetched = { ks, entryId: id, url };
    expect((await server.call('media', 'updateThumbnailFromUrl', fetched)).code).toBe(
      'THUMB_ASSET_DOWNLOAD_FAILED',
    );
  });

  test('without a tool for pictures none is taken, and the client is told why', async () => {
    server.stills.hasTool = false;
    const sent = { ks, entryId: id, fileData: fileOf(PNG) };
    expect(await server.call('baseentry', 'updateThumbnailJpeg', sent)).toMatchObject({
      code: 'PICTURES_NOT_AVAILABLE',
      message: expect.stringContaining('FFmpeg'),
    });
  });

  test('on air there is what is on air, and afterwards what is newer', async () => {
    const set = () =>
      server.call('baseentry', 'updateThumbnailJpeg', { ks, entryId: id, fileData: fileOf(PNG) });
    await set();
    await onAir(id);
    expect(await words()).toContain(SHOW);
    server.clock.now += 30_000;
    await server.tell({
      ...{ webcastId: id, state: 'ended', onAirSinceMs: NOW_MS, sinceMs: server.clock.now },
    });
    expect(await words()).toContain(SHOW);
    server.clock.now += 1000;
    await set();
    expect(await words()).toContain('png of');
  });

  test('may be a frame of its own show', async () => {
    await onAir(id);
    const sent = { ks, entryId: id, timeOffset: 7 };
    expect(await server.call('media', 'updateThumbnail', sent)).toMatchObject({ id });
    await server.tell({ webcastId: id, state: 'ended', onAirSinceMs: NOW_MS, sinceMs: NOW_MS - 1 });
    server.clock.now += 1000;
    await server.call('media', 'updateThumbnail', sent);
    expect(await words()).toBe(`${SHOW} at ${NOW_MS + 7000}, 10 by 10`);
  });

  test('is no frame of a rehearsal, and none of what was never shown', async () => {
    server.stills.generations.add(REHEARSAL);
    await server.tell({
      ...{ webcastId: id, state: 'preview', generation: REHEARSAL },
      ...{ isPlayable: true, encoders: [encoder()] },
    });
    const { id: other } = await server.addWebcast();
    const calls = [
      server.call('media', 'updateThumbnail', { ks, entryId: id, timeOffset: 1 }),
      server.call('baseentry', 'updateThumbnailFromSourceEntry', {
        ...{ ks, entryId: other, sourceEntryId: id, timeOffset: 1 },
      }),
    ];
    for (const answer of await Promise.all(calls)) {
      expect(answer.code).toBe('ENTRY_SOURCE_FILE_NOT_FOUND');
    }
    expect(server.stills.asked).toEqual([]);
  });

  test('may be a frame of another entry’s show, or that entry’s picture', async () => {
    const { id: other } = await server.addWebcast();
    const copy = (service: string, sourceEntryId: string) =>
      server.call(service, 'updateThumbnailFromSourceEntry', {
        ...{ ks, entryId: id, sourceEntryId, timeOffset: 3 },
      });
    await onAir(other);
    expect(await copy('baseentry', other)).toMatchObject({ id });
    expect(await words()).toBe(`${SHOW} at ${NOW_MS + 3000}, 10 by 10`);
    const { id: third } = await server.addWebcast();
    const sent = { ks, entryId: third, fileData: fileOf(PNG) };
    await server.call('baseentry', 'updateThumbnailJpeg', sent);
    server.clock.now += 1000;
    expect(await copy('media', third)).toMatchObject({ id });
    expect(await words()).toBe('png of 108 bytes, 10 by 10');
  });

  test('of another account is not there to be copied, nor to be set', async () => {
    const foreign = await server.startForeignSession();
    const mine = await server.call('livestream', 'add', {
      ...{ ks: foreign, liveStreamEntry: { mediaType: 201 }, sourceType: '32' },
    });
    const copied = { ks: foreign, entryId: mine.id, sourceEntryId: id, timeOffset: 0 };
    expect(await server.call('baseentry', 'updateThumbnailFromSourceEntry', copied)).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
      args: { ENTRY_ID: id },
    });
    const set = { ks: foreign, entryId: id, fileData: fileOf(PNG) };
    expect((await server.call('baseentry', 'updateThumbnailJpeg', set)).code).toBe(
      'ENTRY_ID_NOT_FOUND',
    );
  });

  test('whoever may not change the entry makes the server fetch nothing', async () => {
    server.stills.mayFetchFromHere = true;
    let requests = 0;
    const url = await serve(JPEG);
    servers[0]?.on('request', () => {
      requests += 1;
    });
    const viewer = await server.startSession({ userId: 'vera' });
    const sent = { ks: viewer, entryId: id, url };
    expect((await server.call('baseentry', 'updateThumbnailFromUrl', sent)).code).toBe(
      'INVALID_KS',
    );
    expect(requests).toBe(0);
  });
});
