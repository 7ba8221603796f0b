import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW_MS } from '../api-for-tests.ts';
import { LogForTests } from '../log-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import { type Database, isDatabaseError, statement } from '../store/database.ts';
import { openDatabase } from '../store/open-database.ts';
import { type Claim, DeliveriesStore } from '../store/webhook/deliveries-store.ts';
import { DeliveryLog } from '../store/webhook/delivery-log.ts';
import { Outbox } from '../store/webhook/outbox.ts';
import { WebhooksStore } from '../store/webhook/webhooks-store.ts';
import { Dispatcher } from './dispatcher.ts';
import { ReceiverForTests } from './receiver-for-tests.ts';
import { Receivers } from './receivers.ts';
import { newSigningSecret } from './sign.ts';
import { type AskedQuestion, WebhookEvents } from './webhook-events.ts';

const LEASE_MS = 30_000;
const BODY = '{"type":"webcast.created","timestamp":"2026-11-22T12:00:00.000Z","data":{}}';

describeOnBothDatabases('the jobs of webhooks', (freshDatabase) => {
  let database: Database;
  let receiver: ReceiverForTests;
  let clock: { now: number };
  let webhookId = '';
  let count = 0;
  const open: Dispatcher[] = [];

  beforeAll(async () => {
    database = await openDatabase(await freshDatabase(), NOW_MS, new LogForTests());
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    clock = { now: NOW_MS };
    receiver = await ReceiverForTests.start();
    webhookId = `wh_${++count}`;
    await new WebhooksStore(database).insert(
      {
        ...{ id: webhookId, partnerId: 100, name: 'Mine', url: receiver.url, eventTypes: null },
        ...{ disabledBy: null, disabledAtMs: null, failingSinceMs: null, failures: 0 },
        ...{ deliveredAtMs: null, createdAtMs: NOW_MS, updatedAtMs: NOW_MS, revision: 1 },
      },
      { id: `s${count}`, text: newSigningSecret(), createdAtMs: NOW_MS, expiresAtMs: null },
    );
  });
  afterEach(async () => {
    for (const dispatcher of open.splice(0)) await dispatcher.close();
    await new WebhooksStore(database).remove(100, webhookId);
    await receiver.close();
  });

  /** One server of several that share the database. */
  function openDispatcher(deliveries = new DeliveriesStore(database)): Dispatcher {
    const dispatcher = new Dispatcher({
      webhooks: new WebhooksStore(database),
      deliveries,
      receivers: new Receivers({ networks: null, ownPartnerId: 100 }),
      version: '1.2.3',
      clock: { nowMs: () => clock.now },
      log: new LogForTests(),
    });
    open.push(dispatcher);
    return dispatcher;
  }

  const adding = () =>
    new Outbox(database).adding({
      partnerId: 100,
      type: 'webcast.created',
      body: BODY,
      nowMs: clock.now,
    });
  const logged = async () => {
    const question = { partnerId: 100, filter: { webhookIdEqual: webhookId }, limit: 500 };
    return (await new DeliveryLog(database).list({ ...question, offset: 0 })).deliveries;
  };
  const idsReceived = () => receiver.received.map(({ headers }) => headers['webhook-id']);

  test('of several servers that look at the same time, one sends each', async () => {
    for (let each = 0; each < 40; each++) await database.write(adding());
    const servers = [openDispatcher(), openDispatcher(), openDispatcher()];
    await Promise.all(servers.map((server) => server.settle()));
    await expect
      .poll(async () => (await logged()).every((d) => d.status === 'delivered'))
      .toBe(true);
    expect(receiver.received).toHaveLength(40);
    expect(new Set(idsReceived()).size).toBe(40);
  });

  test('settled is what is sent, also what was taken while somebody looked whether anything is left', async () => {
    for (let each = 0; each < 5; each++) await database.write(adding());
    await openDispatcher(new BusyDeliveries(database)).settle();
    expect(receiver.received).toHaveLength(5);
    expect((await logged()).every((d) => d.status === 'delivered')).toBe(true);
  });

  test('what a server had begun when it died is sent by another once its lease is over', async () => {
    await database.write(adding());
    const dead = new DeliveriesStore(database);
    const [claim] = await dead.claim(webhookId, 5, clock.now, clock.now + LEASE_MS);
    expect(claim?.body).toBe(BODY);
    const server = openDispatcher();
    await server.settle();
    clock.now += LEASE_MS - 1;
    await server.settle();
    expect(receiver.received).toEqual([]);
    clock.now += 1;
    await server.settle();
    expect(idsReceived()).toEqual([claim?.eventId]);
    // It was not dead, but slow: what it knows comes too late.
    if (claim === undefined) throw new Error('nothing was claimed');
    const attempt = { sentAtMs: NOW_MS, durationMs: 1, status: 500, error: 'No', response: '' };
    expect(await dead.finish(claim, attempt, { kind: 'failed', disables: 'gone' })).toBe(false);
    expect(await logged()).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  });

  test('what is broken off by the end of a server is given back at once', async () => {
    await database.write(adding());
    receiver.answer = () => undefined;
    const server = openDispatcher();
    server.wake();
    await receiver.until(1);
    await server.close();
    receiver.answer = (response) => response.end();
    await openDispatcher().settle();
    expect(new Set(idsReceived()).size).toBe(1);
    expect(await logged()).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  });

  test('an event is stored with what happens, or not at all', async () => {
    const nothing = database.builder
      .updateTable('entry')
      .set({ status: '2' })
      .where('id', '=', 'nowhere');
    const job = [...adding(), statement(nothing, { mustChange: true })];
    const failure = await database.write(job).catch((error: unknown) => error);
    expect(isDatabaseError(failure, 'conflict')).toBe(true);
    expect(await logged()).toEqual([]);
  });

  test('where nobody is to be told, nothing is written', async () => {
    const countEvents = async () => {
      const query = database.builder.selectFrom('webhook_event').select('id');
      return (await database.read(query)).length;
    };
    const before = await countEvents();
    await database.write(
      new Outbox(database).adding({ partnerId: 7, type: 'webcast.created', body: BODY, nowMs: 0 }),
    );
    expect(await countEvents()).toBe(before);
  });

  test('a question is told with its text, cut where it is long', async () => {
    const server = openDispatcher();
    const events = new WebhookEvents({
      outbox: new Outbox(database),
      publicUrl: () => 'https://live.example.com',
      clock: { nowMs: () => clock.now },
      wake: () => server.wake(),
    });
    const question: AskedQuestion = {
      partnerId: 100,
      webcastId: '0_ab12cd34',
      questionId: '0_ij90kl12',
      text: 'Why? '.repeat(1000),
      userId: 'vera',
      askedAtMs: NOW_MS - 1000,
    };
    await database.write(events.questionAsked(question));
    events.wake();
    await receiver.until(1);
    expect(receiver.events).toEqual([
      {
        type: 'question.asked',
        timestamp: '2026-11-22T11:59:59.000Z',
        data: {
          partnerId: 100,
          webcastId: '0_ab12cd34',
          questionId: '0_ij90kl12',
          text: 'Why? '.repeat(200),
          userId: 'vera',
          moderateUrl: 'https://live.example.com/moderate/0_ab12cd34',
        },
      },
    ]);
  });
});

/** A database that is slow to say that something was taken. */
class BusyDeliveries extends DeliveriesStore {
  override async claim(...args: Parameters<DeliveriesStore['claim']>): Promise<readonly Claim[]> {
    const claims = await super.claim(...args);
    await setTimeout(100);
    return claims;
  }
}
