import { afterAll, beforeAll, expect, test } from 'vitest';
import { ReceiverForTests } from '../../packages/api/src/webhooks/receiver-for-tests.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

/** The whole server, whose control process is killed while it tells what has happened. */

let server: ServerUnderTest;
let receiver: ReceiverForTests;

beforeAll(async () => {
  receiver = await ReceiverForTests.start();
  server = await ServerUnderTest.start();
});
afterAll(async () => {
  await server?.stop();
  await receiver?.close();
});

test('kill -9 of control with deliveries under way loses no event', async () => {
  const ks = await server.adminSession();
  await server.call('rostrum_webhook', 'add', { ks, webhook: { url: receiver.url } });
  // Nobody gets an answer: every request is under way when the process dies.
  receiver.answer = () => undefined;
  const created: string[] = [];
  const addWebcast = async () => {
    const liveStreamEntry = { name: 'Town hall', mediaType: 201 };
    const added = await server.call<{ readonly id: string }>('livestream', 'add', {
      ks,
      liveStreamEntry,
      sourceType: '32',
    });
    created.push(added.id);
  };
  for (let count = 0; count < 12; count++) await addWebcast();
  await receiver.until(4);
  const before = receiver.received.map(({ headers }) => headers['webhook-id']);
  const pid = server.pidOf('control');
  process.kill(pid, 'SIGKILL');
  receiver.answer = (response) => response.end();
  await eventually(
    'control is back',
    async () => {
      const health = await server.health().catch(() => null);
      const control = health?.body.processes.find(({ name }) => name === 'control');
      return health?.status === 200 && control?.pid !== pid;
    },
    60_000,
  );
  await addWebcast();

  const told = () =>
    receiver.events.flatMap(({ type, data }) =>
      type === 'webcast.created' ? [(data as { webcastId: string }).webcastId] : [],
    );
  await eventually('every event arrives', () => created.every((id) => told().includes(id)));
  // The last answers are written a moment after they were given.
  await eventually('all are known to have arrived', async () => {
    const { totalCount } = await server.call<{ readonly totalCount: number }>(
      'rostrum_webhook',
      'listDeliveries',
      { ks, filter: { eventTypeEqual: 'webcast.created', statusEqual: 'delivered' } },
    );
    return totalCount === created.length;
  });
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  for (const id of before) expect(ids.filter((each) => each === id).length).toBeGreaterThan(1);
}, 120_000);
