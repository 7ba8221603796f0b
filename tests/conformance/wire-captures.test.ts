import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests } from '../../packages/api/src/api-for-tests.ts';
import { encodeKsV1 } from '../../packages/api/src/ks/ks-v1.ts';
import { parsePrivileges } from '../../packages/api/src/ks/privileges.ts';

/** Requests as the official clients really send them, recorded once from each. Only ids and sessions are ours. */

let server: ApiForTests;
let folder = '';
let address = '';
let ks = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-conformance-'));
  server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
  address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  ks = await server.startAdminSession();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const NODE_HEADERS = {
  Accept: 'application/json',
  'Content-Type': 'application/json',
  'User-Agent': 'axios/1.21.1',
  'Accept-Encoding': 'gzip, compress, deflate, br',
};
const PYTHON_HEADERS = {
  'User-Agent': 'python-requests/2.28.1',
  'Accept-encoding': 'gzip',
  Accept: 'text/xml',
  'Content-Type': 'application/json',
};
const PHP_HEADERS = {
  Accept: '*/*',
  'Accept-Encoding': 'gzip,deflate',
  'Content-Type': 'application/json',
};

async function send(path: string, headers: Record<string, string>, body: string): Promise<string> {
  const response = await fetch(address + path, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  return response.text();
}

test('node 21.20: a multirequest with keys from 0 and tokens from 1', async () => {
  const { id } = await server.addWebcast();
  const answer = await send(
    '/api_v3/service/multirequest',
    NODE_HEADERS,
    `{"0":{"entryId":"${id}","version":-1,"format":1,"service":"livestream","action":"get"},"1":{"id":"{1:result:id}","protocol":"auto","format":1,"service":"livestream","action":"isLive"},"format":1,"apiVersion":"21.20.0","clientTag":"node:25-07-20","ks":"${ks}","kalsig":"9c90d08ba43ff7899b4ead3d26ac7f12"}`,
  );
  expect(JSON.parse(answer)).toMatchObject([{ id, objectType: 'KalturaLiveStreamEntry' }, false]);
});

test('python 23.3: the same in texts only, answered in XML', async () => {
  const { id } = await server.addWebcast();
  const answer = await send(
    '/api_v3/service/multirequest',
    PYTHON_HEADERS,
    `{"clientTag": "python-26-07-18", "apiVersion": "23.3.0", "format": "2", "0": {"action": "get", "entryId": "${id}", "ks": "${ks}", "service": "livestream", "version": "-1"}, "1": {"action": "isLive", "id": "{1:result:id}", "ks": "${ks}", "protocol": "auto", "service": "livestream"}, "kalsig": "12b2ffadfb7fa23885a1c8333733d4d0"}`,
  );
  expect(answer).toMatch(
    /^<\?xml .*<result><item><objectType>KalturaLiveStreamEntry<\/objectType>/,
  );
  expect(answer).toContain(`<id>${id}</id>`);
  expect(answer).toContain('</item><item>0</item></result>');
});

test('python 23.3: liveStream.add without a media type is refused by its name', async () => {
  const answer = await send(
    '/api_v3/service/livestream/action/add',
    PYTHON_HEADERS,
    `{"clientTag": "python-26-07-18", "apiVersion": "23.3.0", "format": "2", "liveStreamEntry": {"description__null": "", "explicitLive": "1", "name": "n", "objectType": "KalturaLiveStreamEntry", "recordStatus": "2", "recordingOptions": {"objectType": "KalturaLiveEntryRecordingOptions", "shouldMakeHidden": "1"}}, "sourceType": "32", "ks": "${ks}", "kalsig": "931c46c35f14b192b9e56079a777dadb"}`,
  );
  expect(answer).toContain('<code>PROPERTY_VALIDATION_CANNOT_BE_NULL</code>');
  expect(answer).toContain(
    '<name>PROP_NAME</name><value>KalturaLiveStreamEntry::mediaType</value>',
  );
});

test('python 23.3: the same with a media type is a webcast', async () => {
  const answer = await send(
    '/api_v3/service/livestream/action/add',
    PYTHON_HEADERS,
    `{"clientTag": "python-26-07-18", "apiVersion": "23.3.0", "format": "2", "liveStreamEntry": {"description__null": "", "explicitLive": "1", "mediaType": "201", "name": "n", "objectType": "KalturaLiveStreamEntry", "recordStatus": "2", "recordingOptions": {"objectType": "KalturaLiveEntryRecordingOptions", "shouldMakeHidden": "1"}}, "sourceType": "32", "ks": "${ks}", "kalsig": "931c46c35f14b192b9e56079a777dadb"}`,
  );
  expect(answer).toContain('<explicitLive>1</explicitLive>');
  expect(answer).toContain('<recordStatus>2</recordStatus>');
  expect(answer).toContain('<shouldMakeHidden>1</shouldMakeHidden>');
  expect(answer).toContain('<description></description>');
});

test('php5 16.9: a session that the client signed itself, version 1', async () => {
  const own = encodeKsV1(
    {
      partnerId: 100,
      userId: 'u@x',
      type: 2,
      expiresAtSeconds: 1_795_431_013,
      privileges: parsePrivileges('a:b'),
    },
    ACCOUNT.adminSecret,
  );
  const answer = await send(
    '/api_v3/service/livestream/action/add',
    PHP_HEADERS,
    `{"format":"1","ignoreNull":true,"clientTag":"php5:20-10-15","apiVersion":"16.9.0","liveStreamEntry":{"objectType":"KalturaLiveStreamEntry","name":"n","explicitLive":"1","mediaType":"201"},"sourceType":"32","ks":"${own}","kalsig":"ed5739d9505e0c521e0ea01de9296fbb"}`,
  );
  expect(JSON.parse(answer)).toMatchObject({
    name: 'n',
    explicitLive: true,
    userId: 'u@x',
    sourceType: '32',
  });
});

test('python samples: a service address that ends with a slash', async () => {
  const answer = await send(
    '//api_v3/service/system/action/ping',
    PYTHON_HEADERS,
    '{"format": "2"}',
  );
  expect(answer).toContain('<result>1</result>');
});
