import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, NOW_MS, type Parameters } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import { ReceiverForTests } from './receiver-for-tests.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describeOnBothDatabases('webhooks', (freshDatabase) => {
  let server: ApiForTests;
  let receiver: ReceiverForTests;
  let ks = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterAll(() => server.close());

  beforeEach(async () => {
    receiver = await ReceiverForTests.start();
  });
  afterEach(async () => {
    const { objects } = await call('list');
    for (const { id } of objects) await call('delete', { id });
    await receiver.close();
  });

  const call = (action: string, parameters: Parameters = {}) =>
    server.call('rostrum_webhook', action, { ks, ...parameters });
  const add = (webhook: Parameters = {}) =>
    call('add', { webhook: { url: receiver.url, ...webhook } });
  const deliveriesOf = async (id: string) =>
    (await call('listDeliveries', { filter: { webhookIdEqual: id } })).objects;
  const wait = async (ms: number) => {
    server.clock.now += ms;
    // Sessions of before are over.
    ks = await server.startAdminSession();
    await server.api.sendWebhooks();
  };

  describe('tell', () => {
    test('that a question was asked, once it is complete, in whatever order it was written', async () => {
      const { id: entryId } = await server.addWebcast();
      await add({ eventTypes: 'question.asked' });
      const vera = await server.startSession({ userId: 'vera' });
      const { objects: profiles } = await server.call('metadata_metadataProfile', 'list', {
        ...{ ks: vera, filter: { systemNameEqual: 'Kaltura-QnA' } },
      });
      const annotate = async (text: string, tags?: string) => {
        const annotation = { entryId, text, startTime: 1, isPublic: 1, tags };
        return (await server.call('annotation_annotation', 'add', { ks: vera, annotation })).id;
      };
      const record = (objectId: string, type: string) =>
        server.call('metadata_metadata', 'add', {
          ...{ ks: vera, metadataProfileId: profiles[0].id, objectId },
          objectType: 'annotationMetadata.Annotation',
          xmlData: `<metadata><Type>${type}</Type></metadata>`,
        });
      const tag = (id: string) =>
        server.call('annotation_annotation', 'update', {
          ...{ ks: vera, id, annotation: { tags: 'qna' } },
        });

      const one = await annotate('Tagged last?');
      await record(one, 'Question');
      await server.api.sendWebhooks();
      expect(receiver.events).toEqual([]);
      await tag(one);
      const two = await annotate('Recorded last?', 'qna');
      await record(two, 'Question');
      const answer = await annotate('An answer', 'qna');
      await record(answer, 'Answer');
      await tag(one);
      await server.api.sendWebhooks();

      // In whatever order they arrive, too.
      const asked = receiver.events.map(({ type, data }) => [type, data]);
      expect(asked).toHaveLength(2);
      expect(asked).toContainEqual([
        'question.asked',
        expect.objectContaining({ questionId: one, text: 'Tagged last?' }),
      ]);
      expect(asked).toContainEqual([
        'question.asked',
        expect.objectContaining({ questionId: two, userId: 'vera' }),
      ]);
    });

    test('what happens, signed so that the standard’s own library believes it', async () => {
      const { secret } = await add();
      const webcast = await server.addWebcast({ name: 'All hands' });
      await server.api.sendWebhooks();

      const [received] = receiver.received;
      expect(received?.path).toBe('/hooks');
      expect(received?.headers).toMatchObject({
        'content-type': 'application/json',
        'user-agent': 'Rostrum/1.2.3',
      });
      expect(received?.headers['webhook-timestamp']).toBe(String(server.clock.now / 1000));
      const believed = verifyAt(server.clock.now, secret, received);
      expect(believed).toEqual({
        type: 'webcast.created',
        timestamp: new Date(server.clock.now).toISOString(),
        data: {
          partnerId: 100,
          webcastId: webcast.id,
          name: 'All hands',
          ownerId: 'the-admin',
          scheduledAt: null,
          watchUrl: `http://localhost:8080/watch/${webcast.id}`,
          consoleUrl: `http://localhost:8080/console/webcasts/${webcast.id}`,
        },
      });
      expect(received?.body).not.toContain(webcast.streamPassword);
      const forged = { ...received, body: received?.body.replace('All hands', 'No hands') };
      expect(() => verifyAt(server.clock.now, secret, forged as typeof received)).toThrow();
    });

    test('of copies, and of webcasts made of templates', async () => {
      const original = await server.addWebcast({ name: 'Original' });
      await add();
      const copy = await server.call('baseentry', 'clone', { ks, entryId: original.id });
      const made = await server.addWebcast({ templateEntryId: original.id, name: '' });
      await server.addVideo();
      await server.api.sendWebhooks();
      const ids = receiver.events.map(({ data }) => (data as { webcastId: string }).webcastId);
      expect(ids.sort()).toEqual([copy.id, made.id].sort());
    });

    test('a show from beginning to end, and its recording, each once', async () => {
      const { id: webcastId } = await server.addWebcast({ name: 'Town hall' });
      await add();
      const onAirSinceMs = server.clock.now;
      const take = {
        generation: `gen${webcastId.slice(2)}`,
        startsAtMs: onAirSinceMs,
        durationMs: 90_000,
        sizeBytes: 5000,
        hasVideo: true,
      };
      const show = { webcastId, onAirSinceMs, generation: take.generation, takes: [take] };
      await server.tell({ webcastId, state: 'preview' });
      await server.tell({ ...show, state: 'on-air' });
      await server.tell({ ...show, state: 'on-air' });
      const cutOffMs = onAirSinceMs + 30_000;
      await server.tell({
        ...show,
        state: 'interrupted',
        sinceMs: cutOffMs,
        waitsUntilMs: cutOffMs + 60_000,
      });
      await server.tell({ ...show, state: 'on-air', sinceMs: cutOffMs + 5000 });
      await server.tell({ ...show, state: 'ended', sinceMs: onAirSinceMs + 90_000 });
      await server.tell({ ...show, state: 'ended', sinceMs: onAirSinceMs + 90_000 });
      await server.tell({ webcastId, state: 'idle' });
      await server.api.sendWebhooks();

      expect(receiver.types.sort()).toEqual([
        'recording.ready',
        'webcast.ended',
        'webcast.interrupted',
        'webcast.resumed',
        'webcast.started',
      ]);
      const told = new Map(receiver.events.map((event) => [event.type, event]));
      const at = (ms: number) => new Date(ms).toISOString();
      const manifestUrl = `http://localhost:8080/p/100/sp/10000/playManifest/entryId/${webcastId}/format/applehttp/a.m3u8`;
      const ofShow = {
        partnerId: 100,
        webcastId,
        name: 'Town hall',
        watchUrl: `http://localhost:8080/watch/${webcastId}`,
        showStartedAt: at(onAirSinceMs),
      };
      expect(told.get('webcast.started')).toMatchObject({
        timestamp: at(onAirSinceMs),
        data: { ...ofShow, manifestUrl },
      });
      expect(told.get('webcast.interrupted')).toMatchObject({
        timestamp: at(cutOffMs),
        data: { ...ofShow, waitsUntil: at(cutOffMs + 60_000) },
      });
      expect(told.get('webcast.resumed')?.timestamp).toBe(at(cutOffMs + 5000));
      expect(told.get('webcast.ended')).toMatchObject({
        timestamp: at(onAirSinceMs + 90_000),
        data: { ...ofShow, showEndedAt: at(onAirSinceMs + 90_000) },
      });
      const { recordedEntryId } = await server.call('liveStream', 'get', {
        ks,
        entryId: webcastId,
      });
      expect(told.get('recording.ready')?.data).toEqual({
        partnerId: 100,
        recordingId: recordedEntryId,
        webcastId,
        name: 'Town hall',
        durationMs: 90_000,
        watchUrl: `http://localhost:8080/watch/${recordedEntryId}`,
        manifestUrl: manifestUrl.replace(webcastId, recordedEntryId),
      });
    });

    test('a show that was missed, once its end is known', async () => {
      const { id: webcastId } = await server.addWebcast();
      await add();
      const onAirSinceMs = server.clock.now - 60_000;
      await server.tell({ webcastId, state: 'ended', onAirSinceMs });
      await server.api.sendWebhooks();
      expect(receiver.types.sort()).toEqual(['webcast.ended', 'webcast.started']);
    });

    test('only whom it concerns, and only of what was asked for', async () => {
      const other = await ReceiverForTests.start();
      try {
        await add({ eventTypes: 'webcast.ended, recording.ready' });
        await add({ url: other.url, eventTypes: 'webcast.created' });
        await server.addWebcast();
        const foreignKs = await server.startForeignSession();
        await server.call('livestream', 'add', {
          ks: foreignKs,
          liveStreamEntry: { name: 'Theirs', mediaType: 201 },
          sourceType: '32',
        });
        await server.api.sendWebhooks();
        expect(receiver.received).toEqual([]);
        expect(other.types).toEqual(['webcast.created']);
      } finally {
        await other.close();
      }
    });

    test('what needs attention: once when it stands, once when it is over, also across a restart', async () => {
      const database = await freshDatabase();
      let own = await ApiForTests.open(database);
      try {
        const admin = await own.startAdminSession();
        const webhook = { url: receiver.url, eventTypes: 'health.alert' };
        await own.call('rostrum_webhook', 'add', { ks: admin, webhook });
        const look = async (ms: number) => {
          own.clock.now += ms;
          const session = await own.startAdminSession();
          await own.call('rostrum_server', 'getState', { ks: session });
          await own.api.sendWebhooks();
        };
        const full = { atMs: NOW_MS, diskFreeBytes: 1_000_000, diskSizeBytes: 100_000_000_000 };
        own.server.store = full;
        await look(0);
        expect(receiver.received).toEqual([]);
        await look(10_000);
        await look(10_000);
        expect(receiver.events).toMatchObject([
          {
            type: 'health.alert',
            timestamp: new Date(NOW_MS).toISOString(),
            data: { partnerId: 100, state: 'raised', code: 'DISK_FULL', severity: 'error' },
          },
        ]);
        const { now } = own.clock;
        await own.close();

        own = await ApiForTests.open(database);
        own.clock.now = now;
        own.server.store = full;
        await look(0);
        await look(20_000);
        expect(receiver.received).toHaveLength(1);
        own.server.store = { ...full, diskFreeBytes: 90_000_000_000 };
        await look(10_000);
        await look(10_000);
        expect(receiver.events.slice(1)).toMatchObject([
          { data: { state: 'over', code: 'DISK_FULL', webcastId: null } },
        ]);
      } finally {
        await own.close();
      }
    });

    test('that an encoder’s picture stands still, while it is on air', async () => {
      const { id: webcastId } = await server.addWebcast({ name: 'Frozen' });
      await add({ eventTypes: 'health.alert' });
      server.server.samples.set(webcastId, {
        webcastId,
        atMs: server.clock.now,
        archive: 'writing',
        lostParts: 0,
        relays: [],
        encoders: [
          {
            slot: 'primary',
            protocol: 'rtmp',
            software: 'FMLE/3.0',
            remoteAddress: '192.0.2.1',
            connectedAtMs: server.clock.now,
            isInUse: true,
            audio: null,
            video: {
              codec: 'avc1.64001f',
              widthPx: 1280,
              heightPx: 720,
              bitsPerSecond: 0,
              framesPerSecond: 0,
              announcedFramesPerSecond: 30,
              keyFrameDistanceMs: 9000,
            },
            bitsPerSecond: 0,
            droppedFrames: 0,
            driftMs: 0,
          },
        ],
      });
      const look = async (ms: number) => {
        server.clock.now += ms;
        await server.call('rostrum_server', 'getState', { ks });
        await server.api.sendWebhooks();
      };
      await look(0);
      await look(10_000);
      expect(receiver.received).toEqual([]);
      await server.tell({ webcastId, state: 'on-air', onAirSinceMs: server.clock.now });
      await look(0);
      await look(10_000);
      expect(receiver.events).toMatchObject([
        { data: { state: 'raised', code: 'ENCODER_STILL', severity: 'error', webcastId } },
      ]);
      await server.tell({ webcastId, state: 'idle' });
      server.server.samples.delete(webcastId);
      await look(10_000);
      expect(receiver.events).toMatchObject([{}, { data: { state: 'over' } }]);
    });
  });

  describe('are sent again', () => {
    test('for about a day, with the same id and a new signature, and are given up then', async () => {
      const { id, secret } = await add({ eventTypes: 'webcast.created' });
      receiver.answerWith(500, 'the database is down');
      await server.addWebcast();
      await server.api.sendWebhooks();
      const startedMs = server.clock.now;
      for (const [attempt, delayMs] of RETRIES_MS.entries()) {
        expect(receiver.received).toHaveLength(attempt + 1);
        const [delivery] = await deliveriesOf(id);
        expect(delivery).toMatchObject({ status: 'waiting', attemptCount: attempt + 1 });
        // Too early by a second …
        await wait(delayMs - 2000);
        expect(receiver.received).toHaveLength(attempt + 1);
        // … and with the longest jitter.
        await wait(delayMs * 0.2 + 4000);
      }
      expect(receiver.received).toHaveLength(8);
      expect(server.clock.now - startedMs).toBeGreaterThan(DAY_MS);
      const ids = new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
      expect(ids.size).toBe(1);
      for (const received of receiver.received) {
        const sentMs = Number(received.headers['webhook-timestamp']) * 1000;
        expect(verifyAt(sentMs, secret, received)).toMatchObject({ type: 'webcast.created' });
      }
      const [given] = await deliveriesOf(id);
      expect(given).toMatchObject({
        status: 'failed',
        attemptCount: 8,
        lastStatusCode: 500,
        lastError: 'The receiver answered 500',
        eventId: [...ids][0],
      });
      expect(given.nextAttemptAt).toBeUndefined();
      await wait(10 * DAY_MS);
      expect(receiver.received).toHaveLength(8);

      receiver.answerWith(200, 'thank you');
      await call('replay', { id: given.id });
      await server.api.sendWebhooks();
      const replayed = await call('getDelivery', { id: given.id });
      expect(replayed).toMatchObject({ status: 'delivered', attemptCount: 9, lastStatusCode: 200 });
      expect(replayed.lastError).toBeUndefined();
      expect(replayed.attempts).toHaveLength(9);
      expect(replayed.attempts[0]).toMatchObject({
        number: 1,
        statusCode: 500,
        response: 'the database is down',
        error: 'The receiver answered 500',
      });
      expect(replayed.attempts[8]).toMatchObject({ number: 9, response: 'thank you' });
      expect(JSON.parse(replayed.requestBody).type).toBe('webcast.created');
      expect(receiver.received[8]?.headers['webhook-id']).toBe(given.eventId);
    });

    test('not before the receiver wants it', async () => {
      await add({ eventTypes: 'webcast.created' });
      receiver.answerWith(429, '', { 'retry-after': '600' });
      await server.addWebcast();
      await server.api.sendWebhooks();
      await wait(590_000);
      expect(receiver.received).toHaveLength(1);
      await wait(140_000);
      expect(receiver.received).toHaveLength(2);
    });

    test('all that has failed since a moment, and no others', async () => {
      const { id } = await add({ eventTypes: 'webcast.created' });
      receiver.answerWith(500);
      await server.addWebcast({ name: 'Before' });
      await wait(1000);
      const since = Math.floor(server.clock.now / 1000);
      await server.addWebcast({ name: 'After' });
      await server.addWebcast({ name: 'Later' });
      for (const delayMs of [0, ...RETRIES_MS]) await wait(delayMs * 1.2 + 4000);
      const failed = await call('listDeliveries', {
        filter: { webhookIdEqual: id, statusEqual: 'failed' },
      });
      expect(failed.totalCount).toBe(3);
      receiver.answerWith(204);
      receiver.received.length = 0;
      expect(await call('replayFailed', { id, since })).toBe(2);
      await server.api.sendWebhooks();
      const names = receiver.events.map(({ data }) => (data as { name: string }).name);
      expect(names.sort()).toEqual(['After', 'Later']);
    });
  });

  describe('look at answers:', () => {
    const tryWith = async (): Promise<Parameters> => {
      const { id } = await add();
      return call('test', { id });
    };

    test('redirects are not followed', async () => {
      receiver.answerWith(302, '', { location: `${receiver.url}/elsewhere` });
      expect(await tryWith()).toMatchObject({
        status: 'failed',
        lastStatusCode: 302,
        lastError:
          'The receiver answered 302: redirects are not followed, name the new address instead',
      });
      expect(receiver.received.map(({ path }) => path)).toEqual(['/hooks']);
    });

    test('of a huge one only the beginning is read and kept', async () => {
      let isCut = false;
      receiver.answer = (response) => {
        response.on('close', () => {
          isCut = true;
        });
        response.writeHead(200);
        const write = () => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          if (!response.destroyed) response.once('drain', write);
        };
        write();
      };
      const { attempts, ...delivery } = (await tryWith()) as Parameters & {
        readonly attempts: readonly { readonly response: string }[];
      };
      expect(delivery).toMatchObject({ status: 'delivered', lastStatusCode: 200 });
      expect(attempts[0]?.response).toBe('x'.repeat(2000));
      await expect.poll(() => isCut).toBe(true);
    });

    test('what is no text does no harm', async () => {
      receiver.answer = (response) => response.end(Buffer.from([0, 1, 255, 254, 0, 65]));
      expect(await tryWith()).toMatchObject({
        status: 'delivered',
        attempts: [{ response: '\ufffd\ufffdA' }],
      });
    });

    test('a connection that is cut, and a port where nobody listens, are said in words', async () => {
      receiver.answer = (response) => response.destroy();
      expect(await tryWith()).toMatchObject({
        lastError: 'The receiver closed the connection (ECONNRESET)',
      });
      const { id } = await add({ url: 'http://127.0.0.1:1/' });
      const refused = await call('test', { id });
      expect(refused).toMatchObject({
        eventType: 'webhook.test',
        status: 'failed',
        attempts: [{ error: 'Nobody listens at this address (ECONNREFUSED)', response: '' }],
      });
      expect(refused.attempts[0].statusCode).toBeUndefined();
    });

    test('410 disables the webhook, gives up what waits, and is said to the account', async () => {
      const { id } = await add({ name: 'Old portal', eventTypes: 'webcast.created' });
      receiver.answerWith(503);
      await server.addWebcast();
      await server.addWebcast();
      await server.api.sendWebhooks();
      receiver.answerWith(410);
      await wait(10_000);
      const webhook = await call('get', { id });
      expect(webhook).toMatchObject({ isEnabled: false, disabledBy: 'gone' });
      const deliveries = await deliveriesOf(id);
      expect(deliveries.map((each: Parameters) => each.status)).toEqual(['failed', 'failed']);
      const { alerts } = await server.call('rostrum_server', 'getState', { ks });
      expect(alerts).toMatchObject([{ code: 'WEBHOOK_DISABLED', severity: 'warning' }]);
      expect(alerts[0].message).toContain('Old portal');

      receiver.received.length = 0;
      receiver.answerWith(200);
      await server.addWebcast();
      expect((await call('replay', { id: deliveries[0].id })).code).toBe('WEBHOOK_IS_DISABLED');
      await server.api.sendWebhooks();
      expect(receiver.received).toEqual([]);
      const enabled = await call('update', { id, webhook: { isEnabled: true } });
      expect(enabled.isEnabled).toBe(true);
      expect(enabled.disabledBy).toBeUndefined();
      expect(await call('replayFailed', { id, since: NOW_MS / 1000 })).toBe(2);
      await server.api.sendWebhooks();
      expect(receiver.received).toHaveLength(2);
      expect((await server.call('rostrum_server', 'getState', { ks })).alerts).toEqual([]);
    });

    test('who fails for days is disabled; an hour is said before', async () => {
      const { id } = await add({ eventTypes: 'webcast.created' });
      receiver.answerWith(500);
      for (let day = 0; day < 5; day++) {
        await server.addWebcast();
        await server.addWebcast();
        // The first attempt, before the clock goes on.
        await wait(0);
        await wait(HOUR_MS / 2);
        expect((await call('get', { id })).isEnabled).toBe(true);
        const { alerts } = await server.call('rostrum_server', 'getState', { ks });
        expect(alerts).toMatchObject(day === 0 ? [] : [{ code: 'WEBHOOK_FAILING' }]);
        await wait(23.5 * HOUR_MS);
      }
      // More than five days, however long the first attempt took.
      await wait(60_000);
      await server.addWebcast();
      await wait(0);
      expect(await call('get', { id })).toMatchObject({ isEnabled: false, disabledBy: 'failing' });
    });
  });

  describe('secrets', () => {
    test('are told when they are made and when somebody asks, and nowhere else', async () => {
      const { id, secret } = await add();
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      expect(await call('get', { id })).not.toHaveProperty('secret');
      expect(JSON.stringify(await call('list'))).not.toContain(secret);
      expect(await call('update', { id, webhook: { name: 'New' } })).not.toHaveProperty('secret');
      const secrets = await call('listSecrets', { id });
      expect(secrets.objects).toMatchObject([{ secret }]);
      await server.api.flush();
      const log = await server.call('audit_audittrail', 'list', { ks });
      expect(JSON.stringify(log)).not.toContain(secret);
      const of = (entryPoint: string) =>
        log.objects.find((line: Parameters) => line.entryPoint === entryPoint);
      const ofAccount = { auditObjectType: 'Partner', objectId: '100' };
      expect(of('rostrum_webhook::listsecrets')).toMatchObject({
        ...ofAccount,
        action: 'VIEWED',
        description: 'New',
      });
      expect(of('rostrum_webhook::update')).toMatchObject({ ...ofAccount, action: 'CHANGED' });
    });

    test('rotate: both sign for a while, then only the new one', async () => {
      const { id, secret: old } = await add({ eventTypes: 'webcast.created' });
      const { secret } = await call('rotateSecret', { id, overlapSeconds: 3600 });
      expect(secret).not.toBe(old);
      await server.addWebcast();
      await server.api.sendWebhooks();
      const [first] = receiver.received;
      expect(first?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
      verifyAt(server.clock.now, secret, first);
      verifyAt(server.clock.now, old, first);

      await wait(3600_000);
      await server.addWebcast();
      await server.api.sendWebhooks();
      const [, second] = receiver.received;
      verifyAt(server.clock.now, secret, second);
      expect(() => verifyAt(server.clock.now, old, second)).toThrow();
      expect((await call('listSecrets', { id })).totalCount).toBe(1);

      for (const [overlapSeconds, code] of [
        [-1, 'PROPERTY_VALIDATION_MIN_VALUE'],
        [30 * 86_400 + 1, 'PROPERTY_VALIDATION_MAX_VALUE'],
      ])
        expect((await call('rotateSecret', { id, overlapSeconds })).code).toBe(code);
      for (let count = 0; count < 6; count++) await call('rotateSecret', { id });
      expect((await call('listSecrets', { id })).totalCount).toBe(4);
      await call('rotateSecret', { id, overlapSeconds: 0 });
      expect((await call('listSecrets', { id })).totalCount).toBe(1);
    });
  });

  describe('addresses', () => {
    test.each([
      ['not an address', 'it must be an address like https://example.com/hooks'],
      ['ftp://example.com/', 'it must begin with https://'],
      ['http://example.com/hooks', 'it must begin with https://; http is for networks'],
      ['http://93.184.215.14/hooks', 'it must begin with https://; http is for networks'],
      ['https://olga:pw@example.com/', 'it must not contain a name and password'],
      ['https://example.com/#part', 'it must have no part behind #'],
      ['https://10.0.0.7/hooks', '10.0.0.7 is of a private network'],
      ['https://169.254.169.254/latest', '169.254.169.254 is of a private network'],
      ['https://[::ffff:10.0.0.1]/', '::ffff:a00:1 is of a private network'],
      ['https://[fd00::1]/', 'fd00::1 is of a private network'],
      ['https://0x7f.1.1/', null],
      [`https://example.com/${'x'.repeat(2000)}`, 'it must have at most 2000 characters'],
    ])('%s', async (url, reason) => {
      const answer = await call('add', { webhook: { url } });
      if (reason === null) expect(answer.objectType).toBe('RostrumWebhook');
      else {
        expect(answer).toMatchObject({
          code: 'WEBHOOK_URL_NOT_ALLOWED',
          args: { URL: url, REASON: expect.stringContaining(reason) },
        });
      }
    });

    test('of the server’s own machine are for the installation’s own account only', async () => {
      const foreignKs = await server.startForeignSession();
      for (const url of [receiver.url, 'https://127.0.0.1/', 'https://x.localhost/']) {
        const answer = await server.call('rostrum_webhook', 'add', {
          ks: foreignKs,
          webhook: { url },
        });
        expect(answer.code).toBe('WEBHOOK_URL_NOT_ALLOWED');
      }
    });

    test('are named after their host where nobody names them, and are changed', async () => {
      const added = await add();
      expect(added.name).toBe(`localhost:${receiver.port}`);
      const { id } = added;
      const changed = await call('update', {
        id,
        webhook: { url: 'https://example.com/hooks?a=b', eventTypes: 'recording.ready' },
      });
      expect(changed).toMatchObject({
        url: 'https://example.com/hooks?a=b',
        eventTypes: 'recording.ready',
        name: added.name,
      });
      const all = await call('update', { id, webhook: { eventTypes: '' } });
      expect(all.eventTypes).toBe('');
    });
  });

  test('types that there are not are refused, and those that there are listed', async () => {
    const { totalCount, objects } = await call('listEventTypes');
    expect(totalCount).toBe(8);
    for (const { name, example } of objects) expect(JSON.parse(example).type).toBe(name);
    const refused = await add({ eventTypes: 'webcast.started,webcast.paused' });
    expect(refused).toMatchObject({
      code: 'WEBHOOK_EVENT_TYPE_UNKNOWN',
      args: { EVENT_TYPE: 'webcast.paused' },
    });
    expect(refused.message).toContain('webcast.interrupted');
    expect((await add({ eventTypes: 'webhook.test' })).code).toBe('WEBHOOK_EVENT_TYPE_UNKNOWN');
    expect((await call('add', { webhook: { name: 'No address' } })).code).toBe(
      'PROPERTY_VALIDATION_CANNOT_BE_NULL',
    );
  });

  test('an account has twenty at most', async () => {
    for (let count = 0; count < 20; count++) await add({ isEnabled: false });
    expect((await add()).code).toBe('WEBHOOK_LIMIT_REACHED');
  });

  test('the log is found by webhook, type, state and time, and kept for thirty days', async () => {
    const { id } = await add({ eventTypes: 'webcast.created' });
    await server.addWebcast();
    await server.api.sendWebhooks();
    await call('test', { id });
    const count = async (filter: Parameters) =>
      (await call('listDeliveries', { filter: { webhookIdEqual: id, ...filter } })).totalCount;
    expect(await count({})).toBe(2);
    expect(await count({ eventTypeEqual: 'webhook.test' })).toBe(1);
    expect(await count({ statusIn: 'waiting,failed' })).toBe(0);
    expect(await count({ createdAtLessThanOrEqual: NOW_MS / 1000 - 1 })).toBe(0);
    const [newest] = await deliveriesOf(id);
    expect((await call('getDelivery', { id: newest.id })).attempts).toHaveLength(1);

    await wait(29 * DAY_MS);
    await server.api.keepHouse();
    expect(await count({})).toBe(2);
    await wait(2 * DAY_MS);
    await server.api.keepHouse();
    expect(await count({})).toBe(0);
    expect((await call('getDelivery', { id: newest.id })).code).toBe('WEBHOOK_DELIVERY_NOT_FOUND');
  });

  test('who is slow delays nobody else, and gets no more than four requests at a time', async () => {
    const slow = await ReceiverForTests.start();
    const waiting: (() => void)[] = [];
    slow.answer = (response) => waiting.push(() => response.end());
    try {
      await add({ url: slow.url, eventTypes: 'webcast.created' });
      await add({ eventTypes: 'webcast.created' });
      for (let count = 0; count < 12; count++) await server.addWebcast({ name: `${count}` });
      await receiver.until(12);
      await slow.until(4);
      expect(slow.received).toHaveLength(4);
      const settled = server.api.sendWebhooks();
      slow.answer = (response) => response.end();
      for (const release of waiting) release();
      await settled;
      expect(slow.received).toHaveLength(12);
      expect(new Set(slow.received.map(({ headers }) => headers['webhook-id'])).size).toBe(12);
    } finally {
      await slow.close();
    }
  });
});

const RETRIES_MS = [5000, 300_000, 1_800_000, ...[2, 5, 10, 14].map((hours) => hours * HOUR_MS)];

/** What the standard's library makes of a request, at the time at which it was sent. */
function verifyAt(
  nowMs: number,
  secret: string,
  received: { readonly headers: object; readonly body: string } | undefined,
): unknown {
  if (received === undefined) throw new Error('nothing was received');
  const now = Date.now;
  Date.now = () => nowMs;
  try {
    return new Webhook(secret).verify(received.body, received.headers as Record<string, string>);
  } finally {
    Date.now = now;
  }
}
