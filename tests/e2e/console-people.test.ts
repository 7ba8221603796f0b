import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT } from '../../packages/api/src/api-for-tests.ts';
import { ConsoleUnderTest, overflow, tabTo, violations } from './console-under-test.ts';

/** Who is in an account, what they did, and how it is set up. */

const PASSWORD = 'Rough-Harbour-42';

let server: ConsoleUnderTest;
let page: Page;
let ks: string;

beforeAll(async () => {
  server = await ConsoleUnderTest.start();
  ks = await server.adminSession();
  for (const user of [
    { id: 'ada', firstName: 'Ada', lastName: 'Byron', email: 'ada@example.org', isAdmin: true },
    { id: 'ben', firstName: 'Ben', lastName: 'Okafor', email: 'ben@example.org' },
  ]) {
    await server.api.call('user', 'add', {
      ks,
      user: { ...user, loginEnabled: true, password: PASSWORD },
    });
  }
});

afterAll(() => server?.close());

beforeEach(() => {
  server.api.clock.now = Date.now();
});

afterEach(async () => {
  expect(server.complaints).toEqual([]);
  await page?.context().close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });
/** The element: what is slotted into a dialog is not below it in the tree. */
const dialog = () => page.locator('console-dialog');

async function more(name: string, item: string | RegExp): Promise<void> {
  await button(`More for ${name}`).click();
  await page.locator('console-menu').getByText(item).filter({ visible: true }).click();
}

/** The value of a copy field. */
const copied = (label: string) => page.getByRole('group', { name: label, exact: true });

describe('people', () => {
  test('are added with a password that is shown once, and that lets them in', async () => {
    page = await server.open('/console/people');
    await row('Ada Byron').waitFor();
    await button('Add person').click();
    await page.getByLabel('First name').fill('Rosa');
    await page.getByLabel('Last name').fill('Lind');
    await page.getByLabel('E-mail').fill('rosa@example.org');
    await page.getByLabel('May do').selectOption('Everything');
    await dialog().getByRole('button', { name: 'Add person' }).click();
    const password = await copied('Password').innerText();
    await button('Done').click();

    await row('Rosa Lind').getByText('Has not signed in yet').waitFor();
    expect(await page.content()).not.toContain(password);
    expect(page.url()).toBe(`${server.origin}/console/people`);
    const stored = await page.evaluate(() =>
      JSON.stringify({ ...sessionStorage, ...localStorage }),
    );
    expect(stored).not.toContain(password);
    const login = { loginId: 'rosa@example.org', password };
    expect(typeof (await server.api.call('user', 'loginByLoginId', login))).toBe('string');
  });

  test('are found by name and by e-mail, and who is not found is said', async () => {
    page = await server.open('/console/people');
    const find = page.getByRole('searchbox', { name: 'Find a person' });
    await find.fill('Oka');
    await row('Ben Okafor').waitFor();
    await row('Ada Byron').waitFor({ state: 'detached' });
    expect(page.url()).toContain('q=Oka');
    await find.fill('ada@ex');
    await row('Ada Byron').waitFor();
    await find.fill('nobody at all');
    await page.getByText('Nobody fits').waitFor();
    await button('Show everybody').click();
    await row('Ben Okafor').waitFor();
  });

  test('are blocked, after a question, and unblocked', async () => {
    page = await server.open('/console/people');
    await more('Ben Okafor', 'Block…');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await row('Ben Okafor').getByText('Blocked', { exact: true }).count()).toBe(0);
    await more('Ben Okafor', 'Block…');
    await button('Block person').click();
    await row('Ben Okafor').getByText('Blocked', { exact: true }).waitFor();
    const login = { loginId: 'ben@example.org', password: PASSWORD };
    expect((await server.api.call('user', 'loginByLoginId', login)).code).toBe(
      'USER_WRONG_PASSWORD',
    );
    await more('Ben Okafor', 'Unblock');
    await row('Ben Okafor').getByText('Blocked', { exact: true }).waitFor({ state: 'detached' });
  });

  test('keep what was typed when the server refuses it', async () => {
    page = await server.open('/console/people');
    await button('Add person').click();
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('User id').fill('another');
    await dialog().getByRole('button', { name: 'Add person' }).click();
    await dialog()
      .getByRole('alert')
      .getByText(/signs in/i)
      .waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe('ada@example.org');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});

test('a role is made, given and read by keyboard alone', async () => {
  page = await server.open('/console/people/roles');
  await page.getByText('Account administrator').waitFor();
  await tabTo(page, 'New role');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Question desk');
  await tabTo(page, 'Approve and reject entries');
  await page.keyboard.press('Space');
  await tabTo(page, 'Make role');
  await page.keyboard.press('Enter');
  await row('Question desk').getByText('Approve and reject entries').waitFor();

  const { objects } = await server.api.call('userrole', 'list', { ks });
  const made = objects.find(({ name }: { name: string }) => name === 'Question desk');
  expect(made.permissionNames.split(',').sort()).toEqual([
    'BASE_USER_SESSION_PERMISSION',
    'CONTENT_MODERATE_BASE',
  ]);
  await more('Question desk', 'Delete…');
  await button('Delete role').click();
  await row('Question desk').waitFor({ state: 'detached' });
});

describe('the activity', () => {
  test('says in words what happened, with before and after', async () => {
    const { id } = await server.api.addWebcast({ name: 'All hands', explicitLive: true });
    const change = (liveStreamEntry: object) =>
      server.api.call('livestream', 'update', { ks, entryId: id, liveStreamEntry });
    await change({ name: 'Q4 all hands' });
    await change({ viewMode: 1 });
    await server.api.call('user', 'loginByLoginId', {
      loginId: 'ada@example.org',
      password: 'something else 9',
    });
    await server.api.api.flush();

    page = await server.open(`/console/activity?object=${id}`);
    const sentences = page.locator('summary .sentence');
    await page.getByText('olga put Q4 all hands on air').waitFor();
    expect(await sentences.allInnerTexts()).toEqual([
      'olga put Q4 all hands on air',
      'olga changed Q4 all hands (name)',
      'the-admin created the webcast All hands',
    ]);
    await page.getByText('olga changed Q4 all hands (name)').click();
    const cells = page.getByRole('row').filter({ hasText: 'Name' }).getByRole('cell');
    expect(await cells.allInnerTexts()).toEqual(['All hands', 'Q4 all hands']);

    await button('Show everything').click();
    await page.getByLabel('What', { exact: true }).selectOption('Refused');
    await page.getByText('Ada Byron was refused to sign in').waitFor();
    expect(await page.locator('li .chip.warn').count()).toBe(await sentences.count());
    await page.getByLabel('Person').fill('nobody');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing fits').waitFor();
  });

  test('is not for those whose role does not allow it', async () => {
    const session = await server.api.startSession({
      type: 2,
      userId: 'pia',
      privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE',
    });
    page = await server.open('/console/activity', { session });
    await page.getByText('You may not see this').waitFor();
    expect(await page.getByRole('link', { name: 'Activity' }).count()).toBe(0);
  });
});

describe('settings', () => {
  test('show a secret on request, and forget it when it is hidden', async () => {
    page = await server.open('/console/settings');
    await button(/^Show Admin secret/)
      .first()
      .click();
    const shown = copied('Admin secret: copy it to where it belongs');
    expect(await shown.innerText()).toMatch(/^(admin-secret-of-100|second-admin-secret-of-100)$/);
    await button('Hide').click();
    expect(await page.content()).not.toContain(ACCOUNT.adminSecret);
    expect(page.url()).toBe(`${server.origin}/console/settings`);
  });

  test('give a further secret beside the old one, and take it away again', async () => {
    page = await server.open('/console/settings');
    await button('Add an admin secret').click();
    const shown = copied('Admin secret: copy it to where it belongs');
    const secret = await shown.innerText();
    const start = (text: string) =>
      server.api.call('session', 'start', { secret: text, partnerId: ACCOUNT.partnerId, type: 2 });
    expect(typeof (await start(secret))).toBe('string');
    expect(typeof (await start(ACCOUNT.adminSecret))).toBe('string');
    const thing = page.getByRole('listitem').filter({ has: shown });
    await thing.getByRole('button', { name: /^Delete/ }).click();
    await button('Delete secret').click();
    await page.getByText('The secret is deleted.').first().waitFor();
    expect((await start(secret)).code).toBe('START_SESSION_ERROR');
  });

  test('make a token for an application, shown once', async () => {
    page = await server.open('/console/settings');
    await button('New token').click();
    await page.getByLabel('For which application').fill('Intranet');
    await page.getByLabel('A session lasts').fill('30');
    await button('Make token').click();
    const token = await copied('Token').innerText();
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    await button('Done').click();
    await page.getByText('User sessions of 30 min, until it is deleted').waitFor();
    expect(await page.content()).not.toContain(token);
  });

  test('set a quota and how long recordings stay, and say what is no number', async () => {
    page = await server.open('/console/settings');
    await page.getByLabel('Quota, GB').fill('lots');
    await button('Save storage').click();
    await page.getByText('“lots” is no amount of GB').waitFor();
    await page.getByLabel('Quota, GB').fill('1.5');
    await page.getByLabel('Recordings are kept, days').fill('90');
    await button('Save storage').click();
    await page.getByText('Storage is saved.').first().waitFor();
    const storage = await server.api.call('rostrum_storage', 'get', { ks });
    expect(storage).toMatchObject({ quotaBytes: 1_500_000_000, retentionDays: 90 });
  });

  test('name the account', async () => {
    page = await server.open('/console/settings');
    await page.getByLabel('Name', { exact: true }).fill('Acme Broadcasting');
    await button('Save account').click();
    await page.getByText('The account is saved.').first().waitFor();
    expect((await server.api.call('partner', 'getInfo', { ks })).name).toBe('Acme Broadcasting');
  });
});

describe.each(['light', 'dark'] as const)(
  'in %s colours, on a desk and on a phone',
  (colorScheme) => {
    test.each([
      ['/console/people', 'Ada Byron'],
      ['/console/people/roles', 'Account administrator'],
      ['/console/activity', 'Ada Byron'],
      ['/console/settings', 'Application tokens'],
    ])('%s is for everybody', async (path, text) => {
      for (const viewport of [
        { width: 1280, height: 900 },
        { width: 360, height: 800 },
      ]) {
        page = await server.open(path, { colorScheme, viewport });
        await page.getByText(text).filter({ visible: true }).first().waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
        if (viewport.width === 360) continue;
        await page.context().close();
      }
    });
  },
);
