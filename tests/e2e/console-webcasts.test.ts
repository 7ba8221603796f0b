import type { ChannelStatus } from '@rostrum/contracts';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { encoder } from '../../packages/api/src/api-for-tests.ts';
import { ConsoleUnderTest, overflow, tabTo, violations } from './console-under-test.ts';

/** Webcasts are found, made, changed, copied and deleted. */

/** A busy machine is no defect. */
const PATIENTLY = { timeout: 15_000 };

let server: ConsoleUnderTest;
let page: Page;

beforeAll(async () => {
  server = await ConsoleUnderTest.start();
});

afterAll(() => server?.close());

afterEach(() => page?.context().close());

async function open(path = '/console', options: BrowserContextOptions = {}): Promise<void> {
  page = await server.open(path, options);
}

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const rows = () => page.getByRole('row').getByRole('link').allInnerTexts();
const save = () => page.getByRole('button', { name: 'Save' }).click();

async function stored(id: string): Promise<Record<string, unknown>> {
  return server.api.call('liveStream', 'get', { ks: await server.adminSession(), entryId: id });
}

async function change(id: string, liveStreamEntry: Record<string, unknown>): Promise<void> {
  const ks = await server.adminSession();
  const answer = await server.api.call('liveStream', 'update', {
    ks,
    entryId: id,
    liveStreamEntry,
  });
  expect(answer.id).toBe(id);
}

async function startingFresh(): Promise<void> {
  const ks = await server.adminSession();
  const { objects } = await server.api.call('liveStream', 'list', { ks, pager: { pageSize: 500 } });
  for (const { id } of objects) {
    await server.api.tell({ webcastId: id, state: 'idle' });
    await server.api.call('liveStream', 'delete', { ks, entryId: id });
  }
}

/** The page looks again at once, as it does when a connection is back. */
function lookAgain(): Promise<boolean> {
  return page.evaluate(() => dispatchEvent(new Event('online')));
}

/** What the media process tells of a show. */
function show(webcastId: string, state: ChannelStatus['state']): Promise<void> {
  const now = server.api.clock.now;
  return server.api.tell({
    webcastId,
    state,
    generation: 'g1',
    isPlayable: true,
    onAirSinceMs: state === 'preview' ? null : now,
    encoders: state === 'interrupted' ? [] : [encoder('primary', now)],
    waitsUntilMs: state === 'interrupted' ? now + 60_000 : null,
  });
}

describe('a webcast', () => {
  test('is created by keyboard alone', async () => {
    await startingFresh();
    await open();
    await page.getByRole('heading', { name: 'Create your first webcast' }).waitFor();
    await tabTo(page, 'New webcast');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'New webcast' }).waitFor();
    await tabTo(page, 'Name');
    await page.keyboard.type('Town hall');
    await tabTo(page, /^Description/);
    await page.keyboard.type('Once a month');
    await tabTo(page, 'Viewers can pause and rewind');
    await page.keyboard.press('Space');
    await tabTo(page, 'One recording for all shows');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Create webcast');
    await page.keyboard.press('Enter');
    await page.getByText('“Town hall” is created.').waitFor();
    const id = /\/console\/webcasts\/(\w+)$/.exec(page.url())?.[1] ?? '';
    expect(await stored(id)).toMatchObject({
      name: 'Town hall',
      description: 'Once a month',
      userId: 'olga',
      dvrStatus: 0,
      recordStatus: 2,
      explicitLive: true,
      recordingOptions: { shouldCopyEntitlement: true, shouldMakeHidden: false },
    });
    expect(server.complaints).toEqual([]);
  });

  test('begins at a time by the clock of a place of one’s choice', async () => {
    await open('/console/webcasts/new');
    await page.getByLabel('Name').fill('From New York');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
    await page.getByRole('textbox', { name: 'Start' }).fill('2030-07-04T09:30');
    await page.getByRole('textbox', { name: 'End' }).fill('2030-07-04T09:00');
    await page.getByLabel('Time zone').selectOption('America/New_York');
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('It ends before it begins.').waitFor();
    await page.getByRole('textbox', { name: 'End' }).fill('2030-07-04T11:00');
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('is created.').waitFor();
    const id = page.url().split('/').at(-1) ?? '';
    const seconds = (text: string) => Date.parse(text) / 1000;
    expect(await stored(id)).toMatchObject({
      startDate: seconds('2030-07-04T13:30:00Z'),
      endDate: seconds('2030-07-04T15:00:00Z'),
    });
    // And comes back by one's own clock.
    await page.goto(`${server.origin}/console/webcasts/${id}/edit`);
    await page.getByRole('textbox', { name: 'Start' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Start' }).inputValue()).toBe(
      '2030-07-04T15:30',
    );
  });

  test('is changed where it was changed, and nowhere else', async () => {
    const { id } = await server.api.addWebcast({ name: 'Lecture', description: 'old', tags: 'a' });
    await open(`/console/webcasts/${id}/edit`);
    await page.getByLabel('Description').fill('new');
    await page.getByText('Changes are not saved yet.').waitFor();
    await change(id, { tags: 'by somebody else' });
    await save();
    await page.getByText('Saved.').waitFor();
    expect(await stored(id)).toMatchObject({ description: 'new', tags: 'by somebody else' });
    expect(page.url()).toBe(`${server.origin}/console/webcasts/${id}`);
  });

  test('that went on air meanwhile keeps its recording: the refusal stands beside the field', async () => {
    const { id } = await server.api.addWebcast({ name: 'On its way', recordStatus: 1 });
    await open(`/console/webcasts/${id}/edit`);
    await page.getByLabel('No recording').check();
    await page.getByLabel('Description').fill('kept');
    await show(id, 'on-air');
    await save();
    await page.getByText('This can’t change while an encoder is connected.').waitFor();
    expect(await page.getByLabel('Description').inputValue()).toBe('kept');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('One recording for all shows').check();
    await save();
    await page.getByText('Saved.').waitFor();
    expect(await stored(id)).toMatchObject({ description: 'kept', recordStatus: 1 });
  });

  test('on air shows what can not be changed now', async () => {
    const { id } = await server.api.addWebcast({ name: 'On air' });
    await show(id, 'on-air');
    await open(`/console/webcasts/${id}/edit`);
    await page.getByText('An encoder is connected.').waitFor();
    expect(await page.getByLabel('No recording').isDisabled()).toBe(true);
    expect(await page.getByLabel('Viewers can pause and rewind').isDisabled()).toBe(true);
    expect(await page.getByLabel('Name').isDisabled()).toBe(false);
  });

  test('is not lost while the server is away, nor left by mistake', async () => {
    await open('/console/webcasts/new');
    await page.getByLabel('Name').fill('Still here');
    await page.route('**/api_v3/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('The server does not answer. What you entered is still here').waitFor();
    await page.getByRole('link', { name: 'Cancel' }).click();
    const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await question.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Name').inputValue()).toBe('Still here');
    await page.unroute('**/api_v3/**');
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('“Still here” is created.').waitFor();
  });

  test('is asked about before the browser’s own “back” leaves it', async () => {
    await open();
    await page.getByRole('link', { name: 'New webcast' }).click();
    await page.getByLabel('Name').fill('Unsaved');
    await page.goBack();
    const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay here' }).click();
    expect(page.url()).toBe(`${server.origin}/console/webcasts/new`);
    expect(await page.getByLabel('Name').inputValue()).toBe('Unsaved');
    await page.goBack();
    await question.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { level: 1, name: 'Webcasts' }).waitFor();
    expect(page.url()).toBe(`${server.origin}/console`);
  });

  test('has a picture, if it is one', async () => {
    server.api.stills.hasTool = true;
    const { id, thumbnailUrl } = await server.api.addWebcast({ name: 'With a picture' });
    await open(`/console/webcasts/${id}/edit`);
    const file = (name: string, mimeType: string) => ({
      name,
      mimeType,
      buffer: Buffer.alloc(64, 1),
    });
    await page.locator('input[type=file]').setInputFiles(file('a.txt', 'text/plain'));
    await page.getByText('Choose a JPEG, PNG, GIF or WebP picture.').waitFor();
    await save();
    await page.getByText('One field needs a look.').waitFor();
    // Called a picture, and none by its first bytes: the server finds out.
    await page.locator('input[type=file]').setInputFiles(file('a.png', 'image/png'));
    await save();
    await page.getByText('The webcast is saved, its picture is not.').waitFor();
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64, 1)]);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png });
    await save();
    await page.getByText('Saved.').waitFor();
    expect((await stored(id)).thumbnailUrl).not.toBe(thumbnailUrl);
    server.api.stills.hasTool = false;
  });

  test('is for the people and categories that are named', async () => {
    const ks = await server.adminSession();
    const category = await server.api.call('category', 'add', {
      ks,
      category: { name: 'company' },
    });
    const { id } = await server.api.addWebcast({ name: 'For few' });
    await open(`/console/webcasts/${id}/edit`);
    await page.getByLabel('May edit and go live').fill('pete, paula');
    await page.getByLabel('company').check();
    await save();
    await page.getByText('Saved.').waitFor();
    expect(await stored(id)).toMatchObject({
      entitledUsersEdit: 'pete,paula',
      categoriesIds: String(category.id),
    });
  });

  test('is sent on to the servers that are named, if they can be', async () => {
    await open('/console/webcasts/new');
    await page.getByLabel('Name').fill('Sent on');
    await page.getByLabel('Send it on while it is on air').check();
    await page
      .getByRole('textbox', { name: 'Server 1', exact: true })
      .fill('https://live.example.com/app');
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('Enter an address that begins with rtmp:// or rtmps://.').waitFor();
    await page
      .getByRole('textbox', { name: 'Server 1', exact: true })
      .fill('rtmp://live.example.com/app');
    await page.getByLabel('Stream key of server 1').fill('abc-123');
    await page.getByRole('button', { name: 'Add a server' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove server 2' }).click();
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('“Sent on” is created.').waitFor();
    expect(await stored(page.url().split('/').at(-1) ?? '')).toMatchObject({
      pushPublishEnabled: 1,
      publishConfigurations: [{ publishUrl: 'rtmp://live.example.com/app', streamName: 'abc-123' }],
    });
  });

  test('that is gone is told as such', async () => {
    await open('/console/webcasts/0_aaaaaaaa/edit');
    await page.getByText('It was deleted, or it belongs to another account.').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('the list', () => {
  test('follows what happens, with what is on air on top', async () => {
    await startingFresh();
    const first = await server.api.addWebcast({ name: 'The first' });
    server.api.clock.now += 1000;
    await server.api.addWebcast({ name: 'The second', recordStatus: 0 });
    await open();
    await row('The second').getByText('Scheduled').waitFor();
    await row('The second').getByText('No date yet').waitFor();
    expect(await rows()).toEqual(['The second', 'The first']);
    // By itself, within seconds.
    await show(first.id, 'on-air');
    await row('The first').getByText('On air').waitFor();
    expect(await rows()).toEqual(['The first', 'The second']);
    await show(first.id, 'interrupted');
    await lookAgain();
    await row('The first').getByText('Interrupted').waitFor();
    await server.api.tell({ webcastId: first.id, state: 'idle' });
    await lookAgain();
    await row('The first').getByText('Ended', { exact: true }).waitFor();
    expect(server.complaints).toEqual([]);
  });

  test('finds, filters and orders; where it is stands in the address', async () => {
    await startingFresh();
    const day = 86_400;
    const now = Math.floor(server.api.clock.now / 1000);
    for (const [name, startDate] of [
      ['Zebra crossing', now + 3 * day],
      ['All hands, autumn', now + day],
      ['Old lecture', now - day],
    ] as const)
      await server.api.addWebcast({ name, startDate });
    await open();
    await page.getByRole('searchbox', { name: 'Find a webcast' }).fill('hands, autumn');
    await expect.poll(rows, PATIENTLY).toEqual(['All hands, autumn']);
    await page.getByRole('searchbox').fill('xyzzy');
    await page.getByText('Nothing has “xyzzy” in its name').waitFor();
    await page.getByRole('button', { name: 'Show all webcasts' }).click();
    await expect.poll(async () => (await rows()).length, PATIENTLY).toBe(3);
    await page.getByLabel('Order').selectOption('name');
    await expect
      .poll(rows, PATIENTLY)
      .toEqual(['All hands, autumn', 'Old lecture', 'Zebra crossing']);
    await page.getByLabel('Show').selectOption('upcoming');
    await expect.poll(rows, PATIENTLY).toEqual(['All hands, autumn', 'Zebra crossing']);
    expect(new URL(page.url()).search).toBe('?show=upcoming');
    await page.reload();
    await expect.poll(rows, PATIENTLY).toEqual(['All hands, autumn', 'Zebra crossing']);
    await page.goBack();
    await expect
      .poll(rows, PATIENTLY)
      .toEqual(['All hands, autumn', 'Old lecture', 'Zebra crossing']);
  });

  test('has pages', async () => {
    await startingFresh();
    for (let number = 1; number <= 30; number++) {
      server.api.clock.now += 1;
      await server.api.addWebcast({ name: `Webcast ${number}` });
    }
    await open();
    await page.getByText('1–25 of 30 webcasts').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('26–30 of 30 webcasts').waitFor();
    expect(await rows()).toEqual(['5', '4', '3', '2', '1'].map((number) => `Webcast ${number}`));
    await page.getByRole('button', { name: 'Previous page' }).click();
    await page.getByText('1–25 of 30 webcasts').waitFor();
  });

  test('keeps what it shows while the server is away, and says so', async () => {
    await startingFresh();
    await server.api.addWebcast({ name: 'Seen before' });
    await open();
    await row('Seen before').waitFor();
    await page.route('**/api_v3/**', (route) => route.abort());
    await page.getByText('The server does not answer. This is how it was').waitFor();
    await row('Seen before').waitFor();
    await page.unroute('**/api_v3/**');
    await page.getByText('This is how it was').waitFor({ state: 'detached' });
  });

  test('makes a copy, and deletes what one is sure about', async () => {
    await startingFresh();
    const { id } = await server.api.addWebcast({
      name: 'Monthly',
      dvrWindow: 30,
      startDate: Math.floor(server.api.clock.now / 1000),
    });
    await open();
    await page.getByRole('button', { name: 'More for “Monthly”' }).press('Enter');
    await page.getByRole('button', { name: 'Make a copy' }).click();
    await page.getByText('“Monthly (copy)” is made').waitFor();
    await page.getByLabel('Name').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Monthly (copy)');
    const copy = await stored(/webcasts\/(\w+)\/edit$/.exec(page.url())?.[1] ?? '');
    expect(copy).toMatchObject({ dvrWindow: 30 });
    expect(copy.startDate).toBeUndefined();

    await page.goto(`${server.origin}/console`);
    await page.getByRole('button', { name: 'More for “Monthly”' }).click();
    await page.getByRole('button', { name: 'Delete…' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete “Monthly”?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'More for “Monthly”' }).click();
    await page.getByRole('button', { name: 'Delete…' }).click();
    await question.getByRole('button', { name: 'Delete webcast' }).click();
    await page.getByText('“Monthly” is deleted.').waitFor();
    await expect.poll(rows, PATIENTLY).toEqual(['Monthly (copy)']);
    expect((await stored(id)).code).toBe('ENTRY_ID_NOT_FOUND');
  });

  test('refuses to delete what is on air, in words', async () => {
    await startingFresh();
    const { id } = await server.api.addWebcast({ name: 'Busy' });
    await show(id, 'on-air');
    await open();
    await page.getByRole('button', { name: 'More for “Busy”' }).click();
    await page.getByRole('button', { name: 'Delete…' }).click();
    await page.getByRole('button', { name: 'Delete webcast' }).click();
    await page.getByText('is on air: end it before deleting it').waitFor();
  });
});

describe.each(['light', 'dark'] as const)('for everybody, %s', (colorScheme) => {
  test.each([
    ['a desk', 1440],
    ['a phone', 390],
    ['a small phone', 360],
  ] as const)('axe finds nothing, and nothing is too wide: %s', async (_name, width) => {
    await startingFresh();
    await open('/console', { colorScheme, viewport: { width, height: 780 } });
    await page.getByText('Create your first webcast').waitFor();
    expect(await violations(page)).toEqual([]);
    const onAir = await server.api.addWebcast({ name: `A name ${'that goes on '.repeat(12)}` });
    const held = await server.api.addWebcast({ name: 'Held back', explicitLive: true });
    await server.api.addWebcast({ name: 'WithoutASpaceInIt'.repeat(8) });
    await show(onAir.id, 'on-air');
    await show(held.id, 'preview');
    await lookAgain();
    await row('Held back').getByText('Preview').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.goto(`${server.origin}/console/webcasts/new`);
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('Give it a name').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});
