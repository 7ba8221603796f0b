import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unserialize } from 'php-serialize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests } from '../../packages/api/src/api-for-tests.ts';
import { encodeKsV1 } from '../../packages/api/src/ks/ks-v1.ts';
import { parsePrivileges } from '../../packages/api/src/ks/privileges.ts';

/** The PHP client 16.9 as it was recorded: format 3, sessions that it signs itself, leaves as texts. */

let server: ApiForTests;
let folder = '';
let address = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-conformance-'));
  server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
  address = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ks = encodeKsV1(
  {
    partnerId: 100,
    userId: 'u@x',
    type: 2,
    expiresAtSeconds: 1_795_431_013,
    privileges: parsePrivileges('a:b'),
  },
  ACCOUNT.adminSecret,
);

/** As its `unserialize` needs them: one class for each type. */
class KalturaLiveStreamEntry {}
class KalturaLiveStreamBitrate {}
class KalturaLiveStreamConfiguration {}
class KalturaLiveStreamListResponse {}
const CLASSES = {
  KalturaLiveStreamEntry,
  KalturaLiveStreamBitrate,
  KalturaLiveStreamConfiguration,
  KalturaLiveStreamListResponse,
};

async function send(path: string, parameters: object) {
  const response = await fetch(`${address}/api_v3/service/${path}`, {
    method: 'POST',
    headers: {
      Accept: '*/*',
      'Accept-Encoding': 'gzip,deflate',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      format: '3',
      ignoreNull: true,
      clientTag: 'php5:20-10-15',
      apiVersion: '16.9.0',
      ...parameters,
      ks,
      kalsig: 'ed5739d9505e0c521e0ea01de9296fbb',
    }),
  });
  expect(response.status).toBe(200);
  return unserialize(await response.text(), CLASSES);
}

test('an object comes as its class', async () => {
  const liveStreamEntry = {
    objectType: 'KalturaLiveStreamEntry',
    name: 'Zoë',
    explicitLive: '1',
    mediaType: '201',
  };
  const added = await send('livestream/action/add', { liveStreamEntry, sourceType: '32' });
  expect(added).toBeInstanceOf(KalturaLiveStreamEntry);
  expect(added).toMatchObject({ name: 'Zoë', explicitLive: true, userId: 'u@x', sourceType: '32' });

  const list = await send('livestream/action/list', { filter: { idEqual: added.id } });
  expect(list).toBeInstanceOf(KalturaLiveStreamListResponse);
  expect(list.totalCount).toBe(1);
  expect(list.objects[0]).toEqual(added);
});

test('a truth is a truth, an error an array, and several of them are in order', async () => {
  const answers = await send('multirequest', {
    0: { service: 'system', action: 'ping' },
    1: { service: 'livestream', action: 'get', entryId: '0_notthere' },
  });
  expect(answers[0]).toBe(true);
  expect(answers[1]).toEqual({
    code: 'ENTRY_ID_NOT_FOUND',
    message: expect.any(String),
    objectType: 'KalturaAPIException',
    args: { ENTRY_ID: '0_notthere' },
  });
});
