import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests } from '../../../packages/api/src/api-for-tests.ts';
import { type Client, create, openNodeClient, request } from './node-client.ts';

/** Files as Kaltura's own client for Node uploads them: at once, in chunks, and side by side. */

type Token = {
  readonly id: string;
  readonly status: number;
  readonly uploadedFileSize: number;
};

let folder = '';
let server: ApiForTests;
let address = '';
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-node-uploads-'));
  server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
  address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = openNodeClient(address);
  client.setKs(await server.startAdminSession());
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const begin = async (fileSize: number): Promise<Token> =>
  request('uploadToken', 'add', create('UploadToken', { fileName: 'a.pdf', fileSize })).execute(
    client,
  );

const send = (id: string, bytes: Buffer, resume: boolean, isLast: boolean, resumeAt: number) =>
  request('uploadToken', 'upload', id, bytes, resume, isLast, resumeAt).execute<Token>(client);

async function servedOf(uploadTokenId: string): Promise<Buffer> {
  const entry = create('DocumentEntry', { name: 'Slides', documentType: 13 });
  const added = await request('documents', 'addFromUploadedFile', entry, uploadTokenId).execute<{
    id: string;
  }>(client);
  const path = `/api_v3/service/document_documents/action/serve/entryId/${added.id}`;
  return Buffer.from(await (await fetch(`${address}${path}`)).arrayBuffer());
}

const FILE = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);

test('a file in one piece becomes a document that serves the same bytes', async () => {
  const { id } = await begin(FILE.length);
  expect(await send(id, FILE, false, true, -1)).toMatchObject({ id, status: 2 });
  expect(await servedOf(id)).toEqual(FILE);
});

test('chunks one after the other go on where the answer says', async () => {
  const { id } = await begin(FILE.length);
  for (let at = 0; at < FILE.length; ) {
    const chunk = FILE.subarray(at, at + 70_000);
    const isLast = at + chunk.length === FILE.length;
    at = (await send(id, chunk, at > 0, isLast, at)).uploadedFileSize;
  }
  expect(await servedOf(id)).toEqual(FILE);
});

test('chunks side by side arrive in any order, and the last one is sent until it fits', async () => {
  const { id } = await begin(FILE.length);
  await send(id, FILE.subarray(0, 50_000), false, false, 0);
  const starts = [250_000, 100_000, 200_000, 50_000, 150_000];
  const early = send(id, FILE.subarray(300_000), true, true, 300_000);
  await expect(early).rejects.toMatchObject({ code: 'UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE' });
  await Promise.all(
    starts.map((from) => send(id, FILE.subarray(from, from + 50_000), true, false, from)),
  );
  // What is sent without a byte still says where the end is.
  expect(await send(id, Buffer.alloc(0), true, true, FILE.length)).toMatchObject({ status: 2 });
  expect(await servedOf(id)).toEqual(FILE);
});

test('slides: a timed thumb asset takes its picture from an upload', async () => {
  server.stills.hasTool = true;
  const { id: entryId } = await server.addWebcast();
  const timed = create('TimedThumbAsset', { cuePointId: '0_cuepoint' });
  const asset = await request('thumbAsset', 'add', entryId, timed).execute<{ id: string }>(client);
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200)]);
  const { id: token } = await begin(png.length);
  await send(token, png, false, true, -1);
  const resource = create('UploadedFileTokenResource', { token });
  const ready = await request('thumbAsset', 'setContent', asset.id, resource).execute(client);
  expect(ready).toMatchObject({ status: 2, cuePointId: '0_cuepoint' });
  const url = await request('thumbAsset', 'getUrl', asset.id).execute<string>(client);
  expect(await (await fetch(url)).text()).toBe('png of 208 bytes');
});
