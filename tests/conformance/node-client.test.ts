import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests } from '../../packages/api/src/api-for-tests.ts';
import { openDoor, PARTNER_ID, SECRET } from '../../packages/api/src/door/door-for-tests.ts';
import { encodeKsV2 } from '../../packages/api/src/ks/ks-v2.ts';

/** Kaltura's own client for Node, as it comes from the registry. It has no types. */
const kaltura = createRequire(import.meta.url)('kaltura-client');

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

function clientOf(serviceUrl: string) {
  const configuration = new kaltura.Configuration();
  configuration.serviceUrl = serviceUrl;
  configuration.setLogger({ log() {}, debug() {}, error() {} });
  return new kaltura.Client(configuration);
}

const { services, objects, enums } = kaltura;

async function signedIn() {
  const client = clientOf(address);
  const { adminSecret, partnerId } = ACCOUNT;
  const { ADMIN } = enums.SessionType;
  const ks = await services.session
    .start(adminSecret, 'the-admin', ADMIN, partnerId, null, 'disableentitlement')
    .execute(client);
  client.setKs(ks);
  return client;
}

const newEntry = () =>
  new objects.LiveStreamEntry({ name: 'From Node', mediaType: enums.MediaType.LIVE_STREAM_FLASH });

test('signs in, sets up a webcast, changes and finds it', async () => {
  const client = await signedIn();
  const { LIVE_STREAM } = enums.SourceType;
  const added = await services.liveStream.add(newEntry(), LIVE_STREAM).execute(client);
  expect(added).toMatchObject({ name: 'From Node', objectType: 'KalturaLiveStreamEntry' });
  const change = new objects.LiveStreamEntry({ description: 'changed' });
  const changed = await services.liveStream.update(added.id, change).execute(client);
  expect(changed).toMatchObject({ id: added.id, description: 'changed' });
  const filter = new objects.LiveStreamEntryFilter({ idEqual: added.id });
  const list = await services.liveStream.listAction(filter).execute(client);
  expect(list).toMatchObject({ totalCount: 1, objects: [{ id: added.id }] });
  expect(await services.liveStream.isLive(added.id, 'auto').execute(client)).toBe(false);
});

test('is told errors as errors', async () => {
  const client = await signedIn();
  await expect(services.liveStream.get('0_notthere').execute(client)).rejects.toMatchObject({
    code: 'ENTRY_ID_NOT_FOUND',
    args: { ENTRY_ID: '0_notthere' },
  });
});

test('passes on what one call of a multirequest has answered to the next', async () => {
  const client = await signedIn();
  const { LIVE_STREAM } = enums.SourceType;
  const results = await services.liveStream
    .add(newEntry(), LIVE_STREAM)
    .add(services.liveStream.get('{1:result:id}'))
    .add(services.liveStream.get('0_notthere'))
    .execute(client);
  const [added, got, missing] = results;
  expect(got).toEqual(added);
  expect(missing.code).toBe('ENTRY_ID_NOT_FOUND');
});

test('sends files, one by one and in a multirequest', async () => {
  const door = await openDoor(join(folder, 'incoming'), folder);
  try {
    const client = clientOf(door.address);
    client.setKs(
      encodeKsV2(
        { partnerId: PARTNER_ID, userId: 'u', type: 0, expiresAtSeconds: 4e9, privileges: [] },
        SECRET,
      ),
    );
    const describe = (text: string) =>
      new kaltura.RequestBuilder('files', 'describe', {}, { fileData: Buffer.from(text) });
    const one = await describe('one').execute(client);
    expect(JSON.parse(one)).toMatchObject({ content: 'one', fileName: 'chunk' });
    const several = await describe('two').add(describe('three')).execute(client);
    const contents = several.map((each: string) => JSON.parse(each).content);
    expect(contents).toEqual(['two', 'three']);
  } finally {
    await door.app.close();
  }
});
