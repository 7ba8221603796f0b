import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const ENTRY = '4';
const SERVER_NODE = '3';

describeOnBothDatabases('beacons about objects', (freshDatabase) => {
  let server: ApiForTests;
  let admin = '';
  let entryId = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
    entryId = (await server.addWebcast({ userId: 'olga' })).id;
  });
  afterAll(() => server.close());

  const add = (ks: string, beacon: object, shouldLog?: number) =>
    server.call('beacon_beacon', 'add', {
      ks,
      beacon: { relatedObjectType: ENTRY, objectId: entryId, eventType: 'health', ...beacon },
      ...(shouldLog === undefined ? {} : { shouldLog }),
    });
  const list = (ks: string, filter: object = {}) =>
    server.call('beacon_beacon', 'list', { ks, filter });

  test('the newest of a kind takes the place of the one before; the log keeps each that asks for it', async () => {
    expect(await add(admin, { rawData: '{"n":1}', privateData: 'secret' }, 1)).toBe(true);
    server.clock.now += 5000;
    await add(admin, { rawData: '{"n":2}' }, 1);
    server.clock.now += 5000;
    await add(admin, { rawData: '{"n":3}' });
    await add(admin, { eventType: 'other', rawData: '{"n":4}' }, 0);

    const states = await list(admin, { indexTypeEqual: 'State', eventTypeIn: 'health' });
    expect(states.objects).toEqual([
      {
        objectType: 'KalturaBeacon',
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        ...{ indexType: 'State', relatedObjectType: ENTRY, eventType: 'health', objectId: entryId },
        updatedAt: Math.floor(server.clock.now / 1000),
        rawData: '{"n":3}',
      },
    ]);
    const log = await list(admin, { indexTypeEqual: 'Log', orderBy: '+updatedAt' });
    expect(log.objects.map(({ rawData }: { rawData: string }) => rawData)).toEqual([
      '{"n":1}',
      '{"n":2}',
    ]);
    expect(log.objects[0].privateData).toBe('secret');
    expect((await list(admin)).totalCount).toBe(4);
    const since = Math.floor(server.clock.now / 1000);
    expect((await list(admin, { updatedAtGreaterThanOrEqual: since })).totalCount).toBe(2);
  });

  test('about entries tell those who may change them, about anything else those who may change all', async () => {
    const owner = await server.startSession({ userId: 'olga' });
    const viewer = await server.startSession({ userId: 'vera' });
    expect(await add(owner, {})).toBe(true);
    expect(await add(viewer, {})).toHaveProperty('code');
    expect(await add(owner, { objectId: '0_nosuchid' })).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
    });
    const node = { relatedObjectType: SERVER_NODE, objectId: '17' };
    expect(await add(owner, node)).toMatchObject({ code: 'SERVICE_FORBIDDEN' });
    expect(await add(admin, node)).toBe(true);
    expect(await add(await server.startForeignSession(), {})).toHaveProperty('code');
  });

  test('a producer names entries, and sees no more than what is told of them', async () => {
    const privileges = 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE';
    const producer = await server.startSession({ userId: 'pia', privileges });
    await add(admin, { privateData: 'secret', rawData: 'open' });
    await add(admin, { relatedObjectType: SERVER_NODE, objectId: entryId, rawData: 'a node' });
    expect(await list(producer)).toMatchObject({ code: 'MUST_FILTER_ON_OBJECT_ID' });
    const seen = await list(producer, { objectIdIn: `${entryId},17,0_nosuchid` });
    expect(seen.objects.length).toBeGreaterThan(0);
    for (const each of seen.objects) {
      expect(each).not.toHaveProperty('privateData');
      expect(each).toMatchObject({ objectId: entryId, relatedObjectType: ENTRY });
    }
    const nodes = { objectIdIn: '17', relatedObjectTypeEqual: SERVER_NODE };
    expect(await list(producer, nodes)).toMatchObject({ totalCount: 0, objects: [] });
    const around = { objectIdIn: entryId, relatedObjectTypeIn: SERVER_NODE };
    expect(await list(producer, around)).toMatchObject({ totalCount: 0 });
    expect(await list(await server.startForeignSession())).toMatchObject({ totalCount: 0 });
  });

  test('what is missing or too long is told', async () => {
    for (const [wrong, code] of [
      [{ eventType: '' }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
      [{ objectId: undefined }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
      [{ relatedObjectType: '9' }, 'INVALID_ENUM_VALUE'],
      [{ rawData: 'x'.repeat(32_769) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
      [{ id: 'mine' }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    ] as const) {
      expect(await add(admin, wrong), JSON.stringify(wrong).slice(0, 80)).toMatchObject({ code });
    }
  });

  test('what is too old is deleted', async () => {
    server.clock.now += 31 * 86_400_000;
    await server.api.keepHouse();
    admin = await server.startAdminSession();
    expect(await list(admin)).toMatchObject({ totalCount: 0 });
  });
});
