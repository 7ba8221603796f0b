import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import {
  PlayerEventsStore,
  type StoredPlayerEvent,
} from '../../packages/api/src/store/beacon/player-events-store.ts';
import { SqliteDatabase } from '../../packages/api/src/store/sqlite-database.ts';
import { Encoder } from './encoder.ts';
import { ServerUnderTest } from './server-under-test.ts';

const EVER = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

describe('what the watch page tells of viewing', () => {
  let browser: Browser;
  let server: ServerUnderTest;
  let encoder: Encoder;
  let page: Page;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), ServerUnderTest.start()]);
    encoder = new Encoder(server.publishUrl);
  });

  afterEach(() => page.context().close());

  afterAll(async () => {
    await encoder.stop();
    await browser.close();
    await server.stop();
  });

  const watch = async (options: BrowserContextOptions = {}, script = '') => {
    const context = await browser.newContext(options);
    page = await context.newPage();
    if (script !== '') await page.addInitScript(script);
    await page.goto(`${server.url}/watch/${server.sample.webcastId}`);
    await page.locator('video').waitFor({ timeout: 30_000 });
  };

  async function stored(): Promise<readonly StoredPlayerEvent[]> {
    const database = await SqliteDatabase.open(path.join(server.dataDir, 'rostrum.db'));
    try {
      const events: StoredPlayerEvent[] = [];
      const store = new PlayerEventsStore(database);
      for await (const each of store.ofEntry(server.sample.webcastId, EVER)) events.push(...each);
      return events;
    } finally {
      await database.close();
    }
  }

  const typesOf = (events: readonly StoredPlayerEvent[]) =>
    events.map(({ eventType }) => eventType);

  it('arrives and is stored: the impression, the play, a view every ten seconds, and a pause', async () => {
    await watch();
    await expect
      .poll(async () => typesOf(await stored()), { timeout: 45_000, interval: 500 })
      .toEqual(expect.arrayContaining([1, 2, 3, 99]));
    await page.getByRole('button', { name: 'Pause' }).focus();
    await page.keyboard.press('k');
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused))
      .toBe(true);
    // What waits for its turn leaves with the page.
    await page.goto('about:blank');
    await expect
      .poll(async () => typesOf(await stored()), { timeout: 10_000 })
      .toEqual(expect.arrayContaining([33]));

    const events = await stored();
    expect(new Set(events.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(
      events.map(({ eventIndex }) => eventIndex).toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual(events.map((_, index) => index + 1));
    expect(events.every(({ playbackType }) => playbackType === 'live')).toBe(true);
    const view = events.find(({ eventType }) => eventType === 99);
    expect(view?.fields.playTimeSum).toBeGreaterThan(5);
    expect(view?.fields.absolutePosition).toBeGreaterThan(Date.now() - 120_000);
    const impression = events.find(({ eventType }) => eventType === 1);
    expect(impression?.fields).toMatchObject({
      referrer: `${server.url}/watch/${server.sample.webcastId}`,
      userAgent: expect.stringContaining('Chrome'),
    });

    const ks = await server.adminSession();
    const entryId = server.sample.webcastId;
    expect(await server.call('liveStream', 'get', { ks, entryId })).toMatchObject({
      plays: 1,
      views: 1,
    });
  });

  it('is nothing where the browser asks not to be followed, or the page does not want it', async () => {
    const before = (await stored()).length;
    for (const script of [
      "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })",
      `addEventListener('DOMContentLoaded', () => {
        document.querySelector('rostrum-webcast').setAttribute('beacons', 'off');
      })`,
    ]) {
      await watch({}, script);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await expect
        .poll(
          () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime),
          {
            timeout: 20_000,
          },
        )
        .toBeGreaterThan(1);
      // Whatever would wait for its turn would leave now.
      await page.goto('about:blank');
      expect(asked.filter((url) => url.includes('trackEvent'))).toEqual([]);
      await page.context().close();
    }
    expect((await stored()).length).toBe(before);
  });
});
