import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT } from '../../packages/api/src/api-for-tests.ts';
import { ConsoleUnderTest, overflow, violations } from './console-under-test.ts';

/** Who comes in, who does not, and what stands around the pages. */

/** A busy machine is no defect. */
const PATIENTLY = { timeout: 15_000 };

let server: ConsoleUnderTest;
let page: Page;

beforeAll(async () => {
  server = await ConsoleUnderTest.start();
  await server.api.addWebcast();
  const ks = await server.adminSession();
  await server.api.call('user', 'add', {
    ks,
    user: {
      id: 'grace',
      email: 'grace@example.org',
      isAdmin: true,
      loginEnabled: true,
      password: 'Rough-Harbour-42',
    },
  });
});

afterAll(() => server?.close());

beforeEach(() => {
  server.api.clock.now = Date.now();
});

afterEach(() => page?.context().close());

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const webcasts = () => page.getByRole('heading', { level: 1, name: 'Webcasts' });

async function openSignIn(path = '/console'): Promise<void> {
  page = await server.newPage();
  await page.goto(server.origin + path);
  await heading('Sign in to the console').waitFor();
}

async function signInWithSecret(secret = ACCOUNT.adminSecret): Promise<void> {
  await page.getByRole('button', { name: 'Account secret' }).click();
  await page.getByLabel('Account id').fill(String(ACCOUNT.partnerId));
  await page.getByLabel('Admin secret').fill(secret);
  await page.getByLabel('Your user id').fill('pete');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('signing in', () => {
  test('by a link: its session leaves the address at once, and holds over a reload', async () => {
    page = await server.open('/console?order=name');
    await webcasts().waitFor();
    expect(page.url()).toBe(`${server.origin}/console?order=name`);
    expect(await page.title()).toBe('Webcasts · Rostrum console');
    await page.reload();
    await webcasts().waitFor();
    await page.getByRole('button', { name: 'olga' }).click();
    await page.getByText('Signed in to Account 100 as olga').waitFor();
    expect(server.complaints).toEqual([]);
  });

  test('another tab is not signed in by it', async () => {
    page = await server.open();
    await webcasts().waitFor();
    const other = await page.context().newPage();
    await other.goto(`${server.origin}/console`);
    await other.getByRole('heading', { name: 'Sign in to the console' }).waitFor();
  });

  test('by the account’s secret, once it is the right one', async () => {
    await openSignIn();
    await signInWithSecret('wrong');
    await page.getByText('Account id or secret is wrong.').waitFor();
    await page.getByLabel('Admin secret').fill(ACCOUNT.adminSecret);
    await page.keyboard.press('Enter');
    await webcasts().waitFor();
    await page.getByRole('button', { name: 'pete' }).waitFor();
    expect(server.complaints).toEqual([]);
  });

  test('the user secret does not sign in', async () => {
    await openSignIn();
    await signInWithSecret(ACCOUNT.userSecret);
    await page.getByText('Account id or secret is wrong.').waitFor();
  });

  test('by e-mail and password; after too many wrong ones it says what to do', async () => {
    await openSignIn();
    await page.getByLabel('E-mail').fill('grace@example.org');
    await page.getByLabel('Password').fill('not this one');
    await page.keyboard.press('Enter');
    await page.getByText('E-mail or password is wrong').waitFor();
    await page.getByLabel('Password').fill('Rough-Harbour-42');
    await page.keyboard.press('Enter');
    await webcasts().waitFor();
    await page.getByRole('button', { name: 'grace' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();

    await page.getByLabel('E-mail').fill('grace@example.org');
    for (let attempt = 0; attempt < 10; attempt++) {
      await server.api.call('user', 'loginByLoginId', {
        loginId: 'grace@example.org',
        password: `wrong ${attempt}`,
      });
    }
    await page.getByLabel('Password').fill('Rough-Harbour-42');
    await page.keyboard.press('Enter');
    await page.getByText('after ten wrong passwords it is').waitFor();
  });

  test('what is missing is said before anything is sent', async () => {
    await openSignIn();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter your e-mail and your password.').waitFor();
    await page.getByRole('button', { name: 'Account secret' }).click();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter the account id').waitFor();
  });

  test('a server that is away is told, and what was typed stays', async () => {
    await openSignIn();
    await page.route('**/api_v3/**', (route) => route.abort());
    await page.getByLabel('E-mail').fill('grace@example.org');
    await page.getByLabel('Password').fill('Rough-Harbour-42');
    await page.keyboard.press('Enter');
    await page.getByText('The server does not answer. Try again in a moment.').waitFor();
    expect(await page.getByLabel('Password').inputValue()).toBe('Rough-Harbour-42');
  });
});

describe('a session', () => {
  test('that has expired leads back to where one was, with what was typed there', async () => {
    page = await server.open('/console/webcasts/new');
    await page.getByLabel('Name').fill('Half a webcast');
    server.api.clock.now += 25 * 3_600_000;
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('Your session has expired. Sign in to go on where you were.').waitFor();
    server.api.clock.now = Date.now();
    await signInWithSecret();
    await heading('New webcast').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Half a webcast');
    await page.getByRole('button', { name: 'Create webcast' }).click();
    await page.getByText('“Half a webcast” is created.').waitFor();
  });

  test('that was expired before the page was opened leads to the sign-in page, and from there to the page', async () => {
    const session = await server.api.startSession({ type: 2, expiry: 60 });
    server.api.clock.now += 120_000;
    page = await server.newPage();
    await page.goto(`${server.origin}/console/webcasts/new#ks=${session}`);
    await page.getByText('Your session has expired.').waitFor();
    await signInWithSecret();
    await heading('New webcast').waitFor();
  });

  test('ends on the server when somebody signs out', async () => {
    const session = await server.adminSession();
    page = await server.open('/console', { session });
    await webcasts().waitFor();
    await page.getByRole('button', { name: 'olga' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    await expect
      .poll(async () => (await server.api.call('session', 'get', { ks: session })).code, PATIENTLY)
      .toBe('INVALID_KS');
    await page.reload();
    await heading('Sign in to the console').waitFor();
  });

  test('is replaced by that of a new link, unless that does not hold', async () => {
    page = await server.open();
    await webcasts().waitFor();
    await page.evaluate(() => {
      location.hash = '#ks=nonsense';
    });
    await page.getByText('That sign-in link does not hold any more.').waitFor();
    await webcasts().waitFor();
    expect(page.url()).toBe(`${server.origin}/console`);
    const foreign = await server.api.startForeignSession();
    await page.evaluate((ks) => {
      location.hash = `#ks=${ks}`;
    }, foreign);
    await page.getByRole('button', { name: 'fred' }).waitFor();
    // Another account, which has nothing yet.
    await heading('Create your first webcast').waitFor();
  });

  test('of a viewer is told in words that there is nothing here for it', async () => {
    page = await server.newPage();
    const session = await server.api.startSession({ userId: 'vera' });
    await page.goto(`${server.origin}/console#ks=${session}`);
    await page.getByText('The session of vera may watch').waitFor();
    await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
    await heading('Sign in to the console').waitFor();
  });

  test('of a producer is offered what it may do, and refused the rest in words', async () => {
    const session = await server.api.startSession({
      userId: 'paula',
      privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE',
    });
    page = await server.open('/console', { session });
    await webcasts().waitFor();
    expect(await page.getByRole('link', { name: 'New webcast' }).count()).toBe(0);
    await page.goto(`${server.origin}/console/webcasts/new`);
    await page.getByText('You may not see this').waitFor();
  });
});

describe('the frame', () => {
  test('waits for a server that is away, and goes on by itself', async () => {
    page = await server.newPage();
    await page.route('**/api_v3/**', (route) => route.abort());
    await page.goto(`${server.origin}/console#ks=${await server.adminSession()}`);
    await page.getByText('The server does not answer').waitFor();
    await page.unroute('**/api_v3/**');
    await webcasts().waitFor();
  });

  test('says that there is no such page, and leads back', async () => {
    page = await server.open('/console/nothing/here');
    await page.getByText('There is no such page').waitFor();
    await page.getByRole('link', { name: 'To the webcasts' }).click();
    await webcasts().waitFor();
    expect(page.url()).toBe(`${server.origin}/console`);
    await page.goBack();
    await page.getByText('There is no such page').waitFor();
  });

  test('says that a page does not come, and loads again', async () => {
    page = await server.open();
    await webcasts().waitFor();
    await page.route('**/console-webcast-edit-*', (route) => route.abort());
    await page.getByRole('link', { name: 'New webcast' }).click();
    await page.getByText('This page does not load').waitFor();
    await page.unroute('**/console-webcast-edit-*');
    await page.getByRole('button', { name: 'Load again' }).click();
    await heading('New webcast').waitFor();
  });

  test('asks before somebody signs out of unsaved work', async () => {
    page = await server.open('/console/webcasts/new');
    await page.getByLabel('Name').fill('Unsaved');
    await page.getByRole('button', { name: 'olga' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Stay here' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('Unsaved');
  });

  test('moves the focus to a page that is come to, and not to the first one', async () => {
    page = await server.open();
    await webcasts().waitFor();
    const inMain = () =>
      page.locator('rostrum-console').evaluate((element) => element.shadowRoot?.activeElement?.id);
    expect(await inMain()).toBeUndefined();
    await page.getByRole('link', { name: 'New webcast' }).click();
    await heading('New webcast').waitFor();
    await expect.poll(inMain, PATIENTLY).toBe('main');
  });

  test('may not be put into the pages of other sites, as the watch page may', async () => {
    const policyOf = async (path: string) =>
      (await fetch(server.origin + path)).headers.get('content-security-policy');
    for (const path of ['/console', '/console/', '/console/webcasts/0_ab12cd34/edit'])
      expect(await policyOf(path)).toContain("frame-ancestors 'self'");
    expect(await policyOf('/watch/0_ab12cd34')).not.toContain('frame-ancestors');
  });

  test('needs neither scripts nor styles in the page, nor anything of another host', async () => {
    page = await server.newPage();
    await page.route('**/console', async (route) => {
      const response = await route.fetch();
      const policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
        "img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'self'";
      const headers = { ...response.headers(), 'content-security-policy': policy };
      await route.fulfill({ response, headers });
    });
    await page.goto(`${server.origin}/console#ks=${await server.adminSession()}`);
    await webcasts().waitFor();
    await page.getByRole('link', { name: 'New webcast' }).click();
    await page.getByLabel('Name').fill('Strict');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Leave' }).click();
    await webcasts().waitFor();
    expect(server.complaints).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('for everybody, %s', (colorScheme) => {
  test('axe finds nothing: the sign-in page', async () => {
    page = await server.newPage({ colorScheme });
    await page.goto(`${server.origin}/console`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter your e-mail').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Account secret' }).click();
    expect(await violations(page)).toEqual([]);
  });

  test('axe finds nothing: around a page, in its menu, in a note, and where there is no page', async () => {
    page = await server.open('/console', { colorScheme });
    await webcasts().waitFor();
    await page.getByRole('button', { name: 'olga' }).click();
    await page.evaluate(() => {
      location.hash = '#ks=nonsense';
    });
    await page.getByText('That sign-in link does not hold any more.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.origin}/console/nothing`);
    await page.getByText('There is no such page').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

test.each([390, 360])('nothing is wider than a phone of %d px', async (width) => {
  page = await server.newPage({ viewport: { width, height: 740 } });
  await page.goto(`${server.origin}/console`);
  await heading('Sign in to the console').waitFor();
  expect(await overflow(page)).toBe(0);
  await page.goto(`${server.origin}/console#ks=${await server.adminSession()}`);
  await webcasts().waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'olga' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await overflow(page)).toBe(0);
});
