import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests, NOW_MS } from '../../api-for-tests.ts';
import {
  PlayerEventsStore,
  type StoredPlayerEvent,
} from '../../store/beacon/player-events-store.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/open-database.ts';

const PATH = '/api_v3/index.php';
const ALL = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

describeOnBothDatabases('what players tell', (freshDatabase) => {
  let server: ApiForTests;
  let database: Database;
  let store: PlayerEventsStore;
  let entryId = '';
  let sessions = 0;

  beforeAll(async () => {
    const address = await freshDatabase();
    server = await ApiForTests.open(address);
    database = await openDatabase(address, NOW_MS, server.log);
    store = new PlayerEventsStore(database);
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(async () => {
    entryId = (await server.addWebcast()).id;
    // Counts of one test are not those of the next.
    server.clock.now += 60_000;
  });

  const newSession = () => `session-${++sessions}`;

  const address = (parameters: object) =>
    `${PATH}?${new URLSearchParams({ service: 'analytics', action: 'trackEvent', ...parameters })}`;

  const event = (more: object = {}) => ({
    eventType: '99',
    entryId,
    sessionId: newSession(),
    partnerId: String(ACCOUNT.partnerId),
    ...more,
  });

  const get = (parameters: object) =>
    server.app.inject({ method: 'GET', url: address(parameters) });

  /** Everything that is stored of an entry, in its order. */
  async function stored(id = entryId): Promise<StoredPlayerEvent[]> {
    await server.api.flush();
    const events: StoredPlayerEvent[] = [];
    for await (const page of store.ofEntry(id, ALL)) events.push(...page);
    return events;
  }

  const entry = async (id = entryId) =>
    server.call('liveStream', 'get', { ks: await server.startAdminSession(), entryId: id });

  test('a player that puts everything into the query is answered the time, for any page', async () => {
    const sessionId = newSession();
    const response = await get(
      event({
        ...{ sessionId, eventIndex: '4', playbackType: 'dvr', position: '-132.5' },
        ...{ bufferTime: '1.25', soundMode: '2', clientVer: 'kava 1.2', deliveryType: 'hls' },
      }),
    );
    expect(response.json()).toEqual({
      time: Math.floor(server.clock.now / 1000),
      viewEventsEnabled: true,
    });
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(await stored()).toEqual([
      {
        id: expect.any(Number),
        ...{ entryId, sessionId, partnerId: ACCOUNT.partnerId, atMs: server.clock.now },
        ...{ eventType: 99, eventIndex: 4, playbackType: 'dvr', positionS: -132.5, userId: '' },
        fields: { bufferTime: 1.25, soundMode: 2, clientVer: 'kava 1.2', deliveryType: 'hls' },
      },
    ]);
  });

  test.each(['application/json', 'text/plain;charset=UTF-8'])(
    'a player that posts the rest as %s tells the same',
    async (contentType) => {
      const response = await server.app.inject({
        method: 'POST',
        url: address(event({ eventType: '3' })),
        headers: { 'content-type': contentType },
        payload: JSON.stringify({
          eventIndex: 3,
          playbackType: 'live',
          position: -2,
          joinTime: 0.4,
        }),
      });
      expect(response.json()).toMatchObject({ viewEventsEnabled: true });
      expect(await stored()).toMatchObject([
        {
          eventType: 3,
          eventIndex: 3,
          playbackType: 'live',
          positionS: -2,
          fields: { joinTime: 0.4 },
        },
      ]);
    },
  );

  test('another format is answered where one is asked for', async () => {
    const xml = await get(event({ format: '2' }));
    expect(xml.body).toContain('<itemKey>viewEventsEnabled</itemKey>1');
  });

  test('who views is known by the session alone; one that does not hold is no reason to lose the event', async () => {
    const ks = await server.startSession({ userId: 'vera' });
    const foreign = await server.startForeignSession();
    const widget = (await server.call('session', 'startWidgetSession', { widgetId: '_100' })).ks;
    for (const each of [ks, `${ks}x`, foreign, widget, 'nonsense']) {
      expect((await get(event({ ks: each, userId: 'mallory' }))).json()).toHaveProperty('time');
    }
    const events = await stored();
    expect(events.map(({ userId }) => userId)).toEqual(['vera', '', '', '0', '']);
    for (const { fields } of events) {
      expect(fields.userId).toBe('mallory');
      expect(JSON.stringify(fields)).not.toContain(ks.slice(0, 20));
    }
  });

  test('no address of a viewer is stored, and of the page no query', async () => {
    const page = 'https://intranet.example/town-hall?ks=SECRET&user=vera#top';
    await server.app.inject({
      url: address(event({ eventType: '1', referrer: Buffer.from(page).toString('base64') })),
      remoteAddress: '203.0.113.77',
      headers: { 'user-agent': 'Browser/1.0' },
    });
    await get(event({ eventType: '99', referrer: page }));
    await get(event({ eventType: '99', referrer: 'javascript:alert(1)' }));
    const events = await stored();
    expect(events.map(({ fields }) => fields)).toEqual([
      { referrer: 'https://intranet.example/town-hall', userAgent: 'Browser/1.0' },
      { referrer: 'https://intranet.example/town-hall' },
      {},
    ]);
    expect(JSON.stringify(events)).not.toMatch(/203\.0|SECRET/);
  });

  test('plays and impressions are counted on the entry, each session’s once', async () => {
    const before = await entry();
    expect([before.plays, before.views]).toEqual([0, 0]);
    const [one, two] = [newSession(), newSession()];
    for (const sessionId of [one, two, one]) {
      for (const eventType of ['1', '2', '3', '99']) await get(event({ sessionId, eventType }));
    }
    await server.api.flush();
    // Also in another batch.
    server.clock.now += 5000;
    await get(event({ sessionId: two, eventType: '3' }));
    await get(event({ eventType: '1' }));
    await server.api.flush();
    const after = await entry();
    expect([after.plays, after.views]).toEqual([2, 3]);
    expect(after.lastPlayedAt).toBe(Math.floor((server.clock.now - 5000) / 1000));
    expect(await stored()).toHaveLength(14);
  });

  test('two servers that are told the same at once count it once', async () => {
    const told = {
      ...{ entryId, partnerId: ACCOUNT.partnerId, sessionId: newSession(), eventType: 3 },
      ...{ eventIndex: 1, playbackType: null, positionS: null, userId: '', fields: {} },
      atMs: server.clock.now,
    };
    await Promise.all(Array.from({ length: 5 }, () => store.insert([told, told])));
    expect((await entry()).plays).toBe(1);
    expect(await stored()).toHaveLength(10);
  });

  test('a count does not stand in the way of a change of the entry', async () => {
    const ks = await server.startAdminSession();
    await get(event({ eventType: '3' }));
    await server.api.flush();
    const liveStreamEntry = { name: 'Renamed' };
    const updated = await server.call('liveStream', 'update', { ks, entryId, liveStreamEntry });
    expect([updated.name, updated.plays]).toEqual(['Renamed', 1]);
  });

  test('an entry that is not there, or of another account, is told', async () => {
    for (const [wrong, code] of [
      [{ entryId: '0_nosuchid' }, 'ENTRY_ID_NOT_FOUND'],
      [{ entryId: "0_'; drop" }, 'ENTRY_ID_NOT_FOUND'],
      [{ partnerId: String(ACCOUNT.partnerId + 1) }, 'ENTRY_ID_NOT_FOUND'],
      [{ entryId: '' }, 'MISSING_MANDATORY_PARAMETER'],
      [{ sessionId: '' }, 'MISSING_MANDATORY_PARAMETER'],
      [{ sessionId: 's'.repeat(129) }, 'PROPERTY_VALIDATION_WRONG_FORMAT'],
      [{ eventType: '-5' }, 'PROPERTY_VALIDATION_WRONG_FORMAT'],
      [{ eventType: '9e99' }, 'PROPERTY_VALIDATION_WRONG_FORMAT'],
      [{ eventType: 'play' }, 'PROPERTY_VALIDATION_WRONG_FORMAT'],
    ] as const) {
      expect((await get(event(wrong))).json(), JSON.stringify(wrong)).toMatchObject({ code });
    }
    expect(await stored()).toEqual([]);
  });

  test('whatever comes along is kept within bounds, as text that any database can hold', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`extra${n}`, `${n}`]));
    await server.app.inject({
      method: 'POST',
      url: address(event()),
      payload: {
        customVar1: `a\0b\ud800c${'x'.repeat(5000)}`,
        playTimeSum: '12 or so',
        controls: '\u0007\u0001',
        bufferTime: 1e300,
        __proto__: { polluted: 1 },
        nested: { deep: { deeper: 'x' } },
        list: ['x'],
        ...many,
      },
    });
    const [only] = await stored();
    const { customVar1, ...rest } = only?.fields ?? {};
    expect(customVar1).toHaveLength(511);
    expect(customVar1).toMatch(/^ab\ufffdcx+$/);
    expect(Object.keys(rest).every((name) => /^extra\d+$/.test(name))).toBe(true);
    expect(Object.keys(rest)).toHaveLength(79);
    expect(JSON.stringify(only?.fields).length).toBeLessThan(10_000);
  });

  test('a session that tells too much is refused, another one behind the same address is not', async () => {
    const sessionId = newSession();
    for (let n = 0; n < 120; n++) await get(event({ sessionId }));
    expect((await get(event({ sessionId }))).json()).toMatchObject({
      code: 'TOO_MANY_EVENTS',
      args: { RETRY_AFTER_SECONDS: '60' },
    });
    expect((await get(event())).json()).toHaveProperty('time');
    server.clock.now += 60_000;
    expect((await get(event({ sessionId }))).json()).toHaveProperty('time');
    expect(await stored()).toHaveLength(122);
  });

  test('players older than KAVA are understood', async () => {
    const sessionId = newSession();
    const collect = (service: string, more: object) =>
      server.call(service, 'collect', { event: { entryId, sessionId, ...more } });
    expect(await collect('stats', { eventType: 2 })).toBe(true);
    expect(await collect('stats', { eventType: 3, currentPoint: 7, clientVer: '2.1' })).toBe(true);
    expect(await collect('stats', { eventType: 24 })).toBe(true);
    expect(await collect('stats', { eventType: 1, entryId: '' })).toBe(true);
    expect(
      await collect('liveStats', { eventType: 2, eventIndex: 5, bufferTime: 1, bitrate: 800 }),
    ).toBe(true);
    expect(await collect('liveStats', { entryId: '0_nosuchid', eventType: 1 })).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
    });
    expect(await stored()).toMatchObject([
      { eventType: 1 },
      { eventType: 3, positionS: 7, fields: { clientVer: '2.1' } },
      {
        eventType: 99,
        playbackType: 'dvr',
        eventIndex: 5,
        fields: { bufferTime: 1, bitrate: 800 },
      },
    ]);
    expect((await entry()).plays).toBe(1);
  });

  test('the events of a stretch of time come in their order, in pages', async () => {
    const startMs = server.clock.now;
    for (let n = 0; n < 25; n++) {
      if (n % 10 === 0) server.clock.now += 1000;
      await get(event({ eventIndex: String(n) }));
    }
    await server.api.flush();
    const range = { fromMs: startMs + 1000, toMs: startMs + 3000 };
    const pages: (number | null)[][] = [];
    for await (const page of store.ofEntry(entryId, range, 7)) {
      pages.push(page.map(({ eventIndex }) => eventIndex));
    }
    expect(pages.map(({ length }) => length)).toEqual([7, 7, 6]);
    expect(pages.flat()).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  test('what is too old is deleted, after as many days as the account says', async () => {
    const ks = await server.startAdminSession();
    expect(await server.call('rostrum_storage', 'get', { ks })).toMatchObject({
      playerEventDays: 30,
    });
    const sessionId = newSession();
    await get(event({ eventType: '3', sessionId }));
    await server.api.flush();
    server.clock.now += 20 * 86_400_000;
    await get(event({ eventType: '3' }));
    await server.api.flush();
    await server.api.keepHouse();
    expect(await stored()).toHaveLength(2);

    const admin = await server.startAdminSession();
    const storage = { playerEventDays: 10 };
    const changed = await server.call('rostrum_storage', 'update', { ks: admin, storage });
    expect(changed.playerEventDays).toBe(10);
    await server.api.keepHouse();
    expect(await stored()).toHaveLength(1);
    // What was counted stays counted.
    expect((await entry()).plays).toBe(2);
    const usual = await server.call('rostrum_storage', 'update', {
      ks: admin,
      storage: { playerEventDays__null: '' },
    });
    expect(usual.playerEventDays).toBe(30);
  });
});
