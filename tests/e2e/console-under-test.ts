import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { registerPages } from '../../apps/server/src/control/pages.ts';
import { buildPages } from '../../apps/web/src/testing/build-pages.ts';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { ApiForTests } from '../../packages/api/src/api-for-tests.ts';

/** The console in a real browser, over the API itself: a test says what the encoders do, and what the clock shows. */
export class ConsoleUnderTest {
  readonly api: ApiForTests;
  readonly origin: string;
  /** What pages have complained of since the newest one was opened: errors, and refusals by the policy. */
  complaints: string[] = [];
  readonly #browser: Browser;
  readonly #pages: { close(): void };
  readonly #folder: string;

  private constructor(
    api: ApiForTests,
    origin: string,
    browser: Browser,
    pages: { close(): void },
    folder: string,
  ) {
    this.api = api;
    this.origin = origin;
    this.#browser = browser;
    this.#pages = pages;
    this.#folder = folder;
  }

  static async start(): Promise<ConsoleUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-console-'));
    const [pages, browser] = await Promise.all([buildPages(), launchChromium()]);
    const api = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
    // Sessions and dates are real ones: they must hold by the browser's clock too.
    api.clock.now = Date.now();
    await registerPages(api.app, {
      directory: pages.path,
      mediaUrlOf: () => 'http://media.example:8081',
      originsOf: async () => [],
    });
    const origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
    return new ConsoleUnderTest(api, origin, browser, pages, folder);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.api.close();
    this.#pages.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** A page in a browser of its own, as somebody in Berlin has it. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    this.complaints = [];
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // A call that finds nothing is no fault of the page; nor is a connection that a test has cut.
      if (/Failed to load resource/.test(message.text())) return;
      this.complaints.push(message.text());
    });
    return page;
  }

  /** Signed in by a link, as the server prints it. */
  async open(path = '/console', options: BrowserContextOptions & Signed = {}): Promise<Page> {
    const { session, ...context } = options;
    const page = await this.newPage(context);
    const ks = session ?? (await this.adminSession());
    await page.goto(`${this.origin}${path}#ks=${encodeURIComponent(ks)}`);
    await page.getByRole('navigation', { name: 'Console' }).waitFor({ state: 'attached' });
    return page;
  }

  adminSession(): Promise<string> {
    return this.api.startSession({ type: 2, userId: 'olga', privileges: 'disableentitlement' });
  }
}

type Signed = {
  /** An administrator's where it is left out. */
  readonly session?: string;
};

/** What axe objects to, by rule and place. */
export async function violations(page: Page): Promise<string[]> {
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

/** How far the page is wider than its window, px: nobody should have to scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Presses Tab until the focus is on what has this name; the way that somebody without a mouse goes. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    const focused = await focusedName(page);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
}

/** What a screen reader would call what has the focus, near enough: its label, or its text. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === null) return '';
    const labels = (element as HTMLInputElement).labels;
    const label = element.getAttribute('aria-label') ?? labels?.[0]?.textContent;
    return (label ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}
