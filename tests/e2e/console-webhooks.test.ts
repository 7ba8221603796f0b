import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ReceiverForTests } from '../../packages/api/src/webhooks/receiver-for-tests.ts';
import { verifyWebhook } from '../../packages/sdk/src/index.ts';
import { ConsoleUnderTest, overflow, tabTo, violations } from './console-under-test.ts';

/** Who is told of what happens, set up and looked at in a browser, with a receiver that is there. */

const PICTURES = process.env.ROSTRUM_TEST_PICTURES;

let server: ConsoleUnderTest;
let receiver: ReceiverForTests;
let page: Page;
let ks: string;

beforeAll(async () => {
  server = await ConsoleUnderTest.start();
  ks = await server.adminSession();
});
afterAll(() => server?.close());

beforeEach(async () => {
  server.api.clock.now = Date.now();
  receiver = await ReceiverForTests.start();
});
afterEach(async () => {
  expect(server.complaints).toEqual([]);
  await page?.context().close();
  const { objects } = await call('list');
  for (const { id } of objects) await call('delete', { id });
  await receiver.close();
});

const call = (action: string, parameters: object = {}) =>
  server.api.call('rostrum_webhook', action, { ks, ...parameters });
const add = (webhook: object = {}) =>
  call('add', { webhook: { url: receiver.url, name: 'Intranet', ...webhook } });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.locator('console-dialog');
const copied = (label: string) => page.getByRole('group', { name: label, exact: true });

/** For looking at, where somebody says where to. */
async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

test('a webhook is added, tried, and its secret verifies what arrives', async () => {
  page = await server.open('/console/settings');
  await page.getByRole('link', { name: 'Open webhooks' }).click();
  await page.getByText('Nobody is told yet').waitFor();
  await picture('empty');
  await button('Add the first webhook').click();
  await dialog().getByRole('button', { name: 'Add webhook' }).click();
  await dialog().getByRole('alert').getByText('Say where the requests go to').waitFor();
  await page.getByLabel('Address').fill('http://10.0.0.1/hooks');
  await dialog().getByRole('button', { name: 'Add webhook' }).click();
  await dialog()
    .getByRole('alert')
    .getByText(/10\.0\.0\.1 is of a private network/)
    .waitFor();
  await page.getByLabel('Address').fill(receiver.url);
  await page.getByLabel('Name').fill('Intranet');
  await page.getByLabel('Only some events').check();
  await page.getByLabel('webcast.created').check();
  await page.getByLabel('recording.ready').check();
  await picture('dialog');
  await dialog().getByRole('button', { name: 'Add webhook' }).click();
  const secret = await copied('Signing secret').innerText();
  expect(secret).toMatch(/^whsec_/);
  await button('Done').click();
  await page.getByText('webcast.created, recording.ready').waitFor();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('link', { name: 'Intranet' }).click();
  receiver.answerWith(200, 'hello from the intranet');
  await button('Send test').click();
  await page.getByText(/It works: the receiver answered 200/).waitFor();
  await page.getByLabel('What the receiver answered', { exact: true }).getByText('hello').waitFor();
  const [received] = receiver.received;
  const event = await verifyWebhook(received?.headers ?? {}, received?.body ?? '', secret);
  expect(event.type).toBe('webhook.test');

  receiver.answerWith(500, 'the database is down');
  await button('Send test').click();
  await page.getByText('The receiver answered 500.').first().waitFor();
  await picture('tested');
});

test('the log says what was answered, is filtered, and what failed is replayed', async () => {
  const { id } = await add({ eventTypes: 'webcast.created' });
  receiver.answerWith(500, '{"error":"the database is down"}');
  await server.api.addWebcast({ name: 'All hands' });
  await server.api.api.sendWebhooks();
  page = await server.open(`/console/settings/webhooks/${id}`);
  const line = page.locator('details').filter({ hasText: 'webcast.created' });
  await line.getByText('Trying again').waitFor();
  await line.locator('summary').click();
  await line.getByText('Attempt 1: answer 500').waitFor();
  await line
    .getByLabel('What was answered to attempt 1')
    .getByText('the database is down')
    .waitFor();
  await line.getByLabel('Body of the request').getByText('"name": "All hands"').waitFor();
  await picture('log');
  await page.getByLabel('State').selectOption('Delivered');
  await page.getByText('Nothing fits.').waitFor();
  await page.getByLabel('State').selectOption('Waiting');
  await line.getByText('Trying again').waitFor();

  receiver.answerWith(200, 'thank you');
  await page.getByLabel('State').selectOption('Everything');
  if (!(await line.evaluate((details: HTMLDetailsElement) => details.open)))
    await line.locator('summary').click();
  await line.getByRole('button', { name: 'Send now: webcast.created' }).click();
  await receiver.until(2);
  await line.getByText('Delivered').waitFor();
  await line.getByText('Attempt 2: answer 200').waitFor();
  await line.getByText('thank you').waitFor();
  await button('Replay all failed…').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replay failed' }).click();
  await page.getByText('Nothing had failed.').first().waitFor();
});

test('a secret is shown, replaced with the old one beside it, and hidden', async () => {
  const { id, secret: old } = await add();
  page = await server.open(`/console/settings/webhooks/${id}`);
  await button('Show secret').click();
  expect(await copied('Signing secret').innerText()).toBe(old);
  await button('Replace secret…').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace secret' }).click();
  await page.getByText(/Old secret, signs until/).waitFor();
  const secret = await copied('Signing secret').innerText();
  expect(secret).not.toBe(old);
  await button('Hide secret').click();
  const content = await page.content();
  expect([content.includes(old), content.includes(secret)]).toEqual([false, false]);
});

test('it is edited, disabled, enabled and deleted, by keyboard alone', async () => {
  const { id } = await add();
  page = await server.open(`/console/settings/webhooks/${id}`);
  await page.getByText('Nothing sent yet', { exact: true }).waitFor();
  await tabTo(page, 'Edit…');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Name/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Portal');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Portal' }).waitFor();
  await tabTo(page, 'Disable…');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Disable webhook');
  await page.keyboard.press('Enter');
  await page.getByText(/It is disabled: nothing is sent/).waitFor();
  expect((await call('get', { id })).isEnabled).toBe(false);
  expect(await button('Replay all failed…').count()).toBe(0);
  await tabTo(page, 'Enable');
  await page.keyboard.press('Enter');
  await page.getByText('The webhook is enabled.').first().waitFor();
  await tabTo(page, 'Delete…');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Delete webhook');
  await page.keyboard.press('Enter');
  await page.getByText('Nobody is told yet').waitFor();
  expect(page.url()).toBe(`${server.origin}/console/settings/webhooks`);
});

test('what was disabled by failures says why, above every page too', async () => {
  const { id } = await add({ name: 'Old portal', eventTypes: 'webcast.created' });
  receiver.answerWith(410);
  await server.api.addWebcast();
  await server.api.api.sendWebhooks();
  page = await server.open('/console/settings/webhooks');
  await page.getByText('Disabled by failures').waitFor();
  await page
    .getByRole('list')
    .getByText(/The webhook “Old portal” was disabled/)
    .waitFor();
  await page.getByRole('link', { name: 'Old portal' }).click();
  await page
    .getByText(/its receiver answered 410/)
    .first()
    .waitFor();
  await button('Enable').click();
  await page.getByText('The webhook is enabled.').first().waitFor();
  expect((await call('get', { id })).isEnabled).toBe(true);
});

test('it is not for those whose role does not allow it', async () => {
  const session = await server.api.startSession({
    type: 2,
    userId: 'pia',
    privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE',
  });
  page = await server.open('/console/settings/webhooks', { session });
  await page.getByText('You may not see this').waitFor();
});

describe.each([
  ['light', { width: 1280, height: 900 }],
  ['light', { width: 360, height: 800 }],
  ['dark', { width: 1280, height: 900 }],
  ['dark', { width: 360, height: 800 }],
] as const)('in %s colours, %o', (colorScheme, viewport) => {
  const name = `${colorScheme}-${viewport.width}`;

  test('the list and its dialog are for everybody', async () => {
    await add({ eventTypes: 'webcast.created,recording.ready,health.alert' });
    page = await server.open('/console/settings/webhooks', { colorScheme, viewport });
    await page.getByText('webcast.created, recording.ready').waitFor();
    expect(await overflow(page)).toBe(0);
    await picture(`list-${name}`);
    await button('New webhook').click();
    await page.getByLabel('Only some events').check();
    await page.getByLabel('health.alert').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  test('the page of a webhook is for everybody', async () => {
    const { id } = await add();
    receiver.answerWith(503, 'x'.repeat(500));
    await call('test', { id });
    page = await server.open(`/console/settings/webhooks/${id}`, { colorScheme, viewport });
    await button('Show secret').click();
    await page.locator('details').filter({ hasText: 'webhook.test' }).locator('summary').click();
    await page.getByText('Attempt 1: answer 503').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await picture(`webhook-${name}`);
  });
});
