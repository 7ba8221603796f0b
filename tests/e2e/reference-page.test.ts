import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { registerPages } from '../../apps/server/src/control/pages.ts';
import { buildPages } from '../../apps/web/src/testing/build-pages.ts';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { ACCOUNT, ApiForTests } from '../../packages/api/src/api-for-tests.ts';

/** The reference page over the API that it describes: nothing in between is made up. */

let pages: Awaited<ReturnType<typeof buildPages>>;
let browser: Browser;
let server: ApiForTests;
let folder = '';
let origin = '';
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-reference-'));
  [pages, browser] = await Promise.all([buildPages(), launchChromium()]);
  server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
  // Sessions are real ones: they must hold by the browser's clock too.
  server.clock.now = Date.now();
  await registerPages(server.app, {
    directory: pages.path,
    mediaUrlOf: () => 'http://media.example:8081',
    originsOf: async () => [],
  });
  origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  pages?.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => page?.context().close());

async function prepare(options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    ...options,
  });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
}

async function open(fragment = '', options: BrowserContextOptions = {}): Promise<void> {
  await prepare(options);
  await page.goto(`${origin}/reference${fragment}`);
  await page.locator('rostrum-reference .content').waitFor({ state: 'attached' });
}

function heading(name: string | RegExp) {
  return page.getByRole('heading', { level: 1, name });
}

/** What edits a parameter or property. */
function field(name: string) {
  return page.getByLabel(new RegExp(`^\\s*${name}\\s`));
}

async function startSession(): Promise<void> {
  await page.getByLabel('Secret of the account').fill(ACCOUNT.adminSecret);
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByText(`Admin session in account ${ACCOUNT.partnerId}`).waitFor();
}

/** The answer's text, once there is one. */
async function answer(): Promise<string> {
  return page.getByRole('group', { name: 'Answer' }).innerText();
}

describe('the reference page', () => {
  test('is led to by the start page, and shows what the server has', async () => {
    await prepare();
    await page.goto(origin);
    await page.getByRole('link', { name: 'API reference' }).click();
    await heading('API reference').waitFor();
    expect(await page.title()).toBe('API reference · Rostrum');
    await page
      .getByRole('navigation', { name: 'Reference' })
      .getByText('liveStream', { exact: true })
      .click();
    await page.getByRole('link', { name: 'add', exact: true }).click();
    await heading('liveStream.add').waitFor();
    expect(await page.title()).toBe('liveStream.add · Rostrum');
    expect(new URL(page.url()).hash).toBe('#liveStream.add');
    await page.goBack();
    await heading('API reference').waitFor();
    expect(complaints).toEqual([]);
  });

  test('finds things as somebody types, by keyboard alone', async () => {
    await open();
    await page.keyboard.press('/');
    await page.keyboard.type('stream token');
    await page.getByText(/^\d+ results?$/).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading('liveStream.regenerateStreamToken').waitFor();
    const isAtHeading = await heading('liveStream.regenerateStreamToken').evaluate(
      (element) => (element.getRootNode() as ShadowRoot).activeElement === element,
    );
    expect(isAtHeading).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('xyzzy');
    await page.getByText('Nothing has “xyzzy” in it.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('makes a webcast: starts a session, fills the form, sends it, shows the answer', async () => {
    await open('#liveStream.add');
    await page.getByText('It needs a session').waitFor();
    await startSession();
    await field('name').fill('From the page');
    await page.getByLabel('Add a property to liveStreamEntry').selectOption('recordingOptions');
    await page.getByRole('button', { name: 'Add to liveStreamEntry' }).click();
    await page.getByLabel('Add a property to recordingOptions').selectOption('shouldMakeHidden');
    await page.getByRole('button', { name: 'Add to recordingOptions' }).click();
    await field('shouldMakeHidden').selectOption('true');
    await page.getByRole('button', { name: 'Remove dvrWindow' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Answered', { exact: true }).waitFor();

    const made = JSON.parse(await answer());
    expect(made).toMatchObject({
      name: 'From the page',
      recordingOptions: { shouldMakeHidden: true },
    });
    const ks = await server.startAdminSession();
    const kept = await server.call('livestream', 'get', { ks, entryId: made.id });
    expect(kept.name).toBe('From the page');
    expect(kept.recordingOptions.shouldMakeHidden).toBe(true);
    await page.getByText('Status 200').waitFor();
    expect(await page.getByRole('group', { name: 'curl' }).innerText()).toContain('From the page');
    expect(complaints).toEqual([]);
  });

  test('clears a property, and answers in XML', async () => {
    const { id } = await server.addWebcast({ description: 'old' });
    const ks = await server.startAdminSession();
    await open(`#liveStream.update&ks=${encodeURIComponent(ks)}`);
    await page.getByText('Admin session of the-admin').waitFor();
    expect(page.url()).toBe(`${origin}/reference#liveStream.update`);
    await field('entryId').fill(id);
    await page.getByRole('button', { name: 'Remove name' }).click();
    if ((await page.getByRole('button', { name: 'Clear description' }).count()) === 0) {
      await page.getByLabel('Add a property to liveStreamEntry').selectOption('description');
      await page.getByRole('button', { name: 'Add to liveStreamEntry' }).click();
    }
    await page.getByRole('button', { name: 'Clear description' }).click();
    await page.getByLabel('Answer', { exact: true }).selectOption('xml');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Answered', { exact: true }).waitFor();
    expect(await answer()).toMatch(/^<\?xml .*\n<xml>\n {2}<result>\n {4}<objectType>/);
    expect((await server.call('livestream', 'get', { ks, entryId: id })).description ?? '').toBe(
      '',
    );
    expect(complaints).toEqual([]);
  });

  test('sends a file', async () => {
    const { id } = await server.addWebcast();
    const ks = await server.startAdminSession();
    await open(`#liveStream.updateOfflineThumbnailJpeg&ks=${encodeURIComponent(ks)}`);
    await field('entryId').fill(id);
    // No picture: the server's word on its content shows that the content has arrived.
    await field('fileData').setInputFiles({
      name: 'a.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('not a picture'),
    });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Refused', { exact: true }).waitFor();
    // By its content, or on a machine that makes no pictures, not for want of a file.
    expect(await answer()).toMatch(/"(INVALID_FILE_TYPE|PICTURES_NOT_AVAILABLE)"/);
  });

  test('shows a refusal with what it means, and a session that is none', async () => {
    await open('#liveStream.get&ks=nonsense');
    await page.getByText('Calls are sent with the session you gave.').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Refused', { exact: true }).waitFor();
    expect(await answer()).toContain('INVALID_KS');
    await page.getByRole('button', { name: 'Forget it here' }).click();
    await startSession();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page
      .locator('rostrum-reference-try')
      .getByRole('link', { name: 'ENTRY_ID_NOT_FOUND' })
      .click();
    await heading('Errors').waitFor();
    await page.getByText('There is no entry "{ENTRY_ID}"').waitFor();
  });

  test('says what is wrong with a secret, and keeps it nowhere', async () => {
    await open('#liveStream.get');
    await page.getByLabel('Secret of the account').fill('wrong');
    await page.getByRole('button', { name: 'Start session' }).click();
    await page.getByText('check the partner id and the secret').waitFor();
    await startSession();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    );
    expect(kept).not.toContain(ACCOUNT.adminSecret);
    expect(kept).not.toMatch(/djJ8/);
    await page.getByRole('button', { name: 'End it on the server' }).click();
    await page.getByText('It needs a session').waitFor();
  });

  test('never shows a secret that is typed into the form', async () => {
    await open('#session.start');
    await field('secret').fill('hush-hush');
    await page.getByText('The request').click();
    const shown = await page.evaluate(() => {
      const textOf = (root: ParentNode): string =>
        [...root.querySelectorAll('*')]
          .map((element) => (element.shadowRoot === null ? '' : textOf(element.shadowRoot)))
          .join('') + [...root.querySelectorAll('code')].map((code) => code.textContent).join('');
      return textOf(document);
    });
    expect(shown).toContain('"secret": "SECRET"');
    expect(shown).not.toContain('hush-hush');
  });

  test('copies an example in the chosen language', async () => {
    await open('#liveStream.get', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('tab', { name: 'curl' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Copy: Kaltura · PHP' }).click();
    await page.getByRole('button', { name: 'Copied: Kaltura · PHP' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("$client->liveStream->get('0_ab12cd34');");
  });

  test('says where there is nothing, and what is compatible', async () => {
    await open('#liveStream.levitate');
    await heading('There is no “liveStream.levitate” here').waitFor();
    await page.getByRole('link', { name: 'table of compatibility' }).click();
    await heading('Compatibility').waitFor();
    await page.getByLabel('Show').selectOption('not-offered');
    await page.getByText('registerMediaServer', { exact: true }).waitFor();
  });

  test('has a menu on a phone, and nothing wider than it', async () => {
    await open('#liveStream.add', { viewport: { width: 360, height: 740 }, hasTouch: true });
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('searchbox').fill('session.start');
    await page
      .getByRole('link', { name: /^session\.start/ })
      .first()
      .click();
    await heading('session.start').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    for (const fragment of [
      '',
      '#KalturaLiveStreamEntry',
      '#compatibility',
      '#errors',
      '#objects',
    ]) {
      await page.goto(`${origin}/reference${fragment}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, fragment).toBe(360);
    }
  });

  test('asks the server again, and is not sent what it has', async () => {
    await open();
    const [response] = await Promise.all([page.waitForResponse(/reference\.json/), page.reload()]);
    expect((await response.request().sizes()).responseBodySize).toBe(0);
  });
});

describe('when the server does not answer', () => {
  test('says so, and loads when it is asked again', async () => {
    await prepare();
    await page.route('**/reference.json', (route) => route.abort());
    await page.goto(`${origin}/reference`);
    await heading('The reference does not load').waitFor();
    expect(await violations()).toEqual([]);
    await page.unroute('**/reference.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading('API reference').waitFor();
  });

  test('says so where something else answers', async () => {
    await prepare();
    await page.route('**/reference.json', (route) => route.fulfill({ json: { hello: 'world' } }));
    await page.goto(`${origin}/reference`);
    await heading('The reference does not load').waitFor();
  });

  test('loads by itself when the network is back', async () => {
    await open();
    await page.route('**/reference.json', (route) => route.abort());
    await page.context().setOffline(true);
    await page.evaluate(() => {
      const old = document.querySelector('rostrum-reference');
      const fresh = document.createElement('rostrum-reference');
      Object.assign(fresh, { serviceUrl: location.origin });
      old?.replaceWith(fresh);
    });
    await heading('You are offline').waitFor();
    await page.unroute('**/reference.json');
    await page.context().setOffline(false);
    await heading('API reference').waitFor();
  });

  test('shows that it loads', async () => {
    await prepare();
    let proceed = () => {};
    const held = new Promise<void>((resolve) => {
      proceed = resolve;
    });
    await page.route('**/reference.json', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${origin}/reference`);
    await heading('Loading the reference').waitFor({ state: 'attached' });
    expect(await violations()).toEqual([]);
    proceed();
    await heading('API reference').waitFor();
  });

  test('tells that a call was not answered', async () => {
    await open('#system.ping');
    await page.route('**/action/ping', (route) => route.abort());
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('The server does not answer. Check your connection').waitFor();
  });
});

test('it works under the strictest policy', async () => {
  await prepare();
  await page.route('**/reference', async (route) => {
    const response = await route.fetch();
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'";
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy },
    });
  });
  await page.goto(`${origin}/reference#system.getTime`);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Answered', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

/** Dark differs in its colours only: these places show them all. */
const PLACES = ['', '#liveStream.add', '#ENTRY_ID_NOT_FOUND', '#compatibility'];
const MORE_PLACES = [
  '#liveStream',
  '#session.end',
  '#KalturaLiveStreamEntry',
  '#KalturaSourceType',
  '#objects',
  '#nothing.here',
];

describe.each([
  ['light', [...PLACES, ...MORE_PLACES]],
  ['dark', PLACES],
] as const)('for everybody, %s', (colorScheme, places) => {
  test.each(places)('axe finds nothing: %s', async (fragment) => {
    await open(fragment, { colorScheme });
    expect(await violations()).toEqual([]);
  });

  test('axe finds nothing: an answer, a search, a menu on a phone', async () => {
    await open('#liveStream.list', { colorScheme, viewport: { width: 360, height: 740 } });
    await startSession();
    await page.getByText('The request').click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Answered', { exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('searchbox').fill('live');
    expect(await violations()).toEqual([]);
  });
});

/** What axe objects to, by rule and place. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}
