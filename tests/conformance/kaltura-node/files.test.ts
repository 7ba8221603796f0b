import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor, PARTNER_ID, SECRET } from '../../../packages/api/src/door/door-for-tests.ts';
import { encodeKsV2 } from '../../../packages/api/src/ks/ks-v2.ts';
import { type Client, openNodeClient, upload } from './node-client.ts';

/** The client makes its multipart bodies by hand, with quirks that no other client has. */

let folder = '';
let door: Awaited<ReturnType<typeof openDoor>>;
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-node-files-'));
  door = await openDoor(join(folder, 'incoming'), folder);
  client = openNodeClient(door.address);
  const session = { partnerId: PARTNER_ID, userId: 'u', type: 0, expiresAtSeconds: 4e9 };
  client.setKs(encodeKsV2({ ...session, privileges: [] }, SECRET));
});
afterAll(async () => {
  await door.app.close();
  await rm(folder, { recursive: true, force: true });
});

function describeFile(text: string) {
  return upload('files', 'describe', Buffer.from(text));
}

test('a file is what was sent', async () => {
  const answer = await describeFile('one').execute<string>(client);
  expect(JSON.parse(answer)).toMatchObject({ content: 'one', fileName: 'chunk' });
});

test('each call of a multirequest has its own file', async () => {
  const answers = await describeFile('two').add(describeFile('three')).execute<string[]>(client);
  expect(answers.map((answer) => JSON.parse(answer).content)).toEqual(['two', 'three']);
});
