import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { violations } from './console-under-test.ts';
import { OutsideOrigin } from './outside-origin.ts';
import { readVideo } from './read-video.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

/** A webcast whose stream comes from somebody else's servers, from FFmpeg to a viewer. */

/** A show of several segments, twice; a busy machine takes its time. */
const LIMIT_MS = 180_000;

let browser: Browser;
let server: ServerUnderTest;
let origin: OutsideOrigin;
const pages: Page[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  server = await ServerUnderTest.start({
    ROSTRUM_FETCH_NETWORKS: '127.0.0.1',
    ROSTRUM_RECONNECT_SECONDS: '5',
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  origin = await OutsideOrigin.open();
});

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
  await origin.close();
});

async function createWebcast(more: Record<string, unknown> = {}): Promise<{ readonly id: string }> {
  return await server.call('liveStream', 'add', {
    ks: await server.adminSession(),
    sourceType: '30',
    liveStreamEntry: {
      ...{ objectType: 'KalturaLiveStreamEntry', name: 'From elsewhere', mediaType: 201 },
      ...{ sourceType: '30', dvrStatus: 1 },
      liveStreamConfigurations: [
        { objectType: 'KalturaLiveStreamConfiguration', protocol: 'hls', url: origin.url },
      ],
      ...more,
    },
  });
}

async function openPage(address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  pages.push(page);
  await page.goto(`${server.url}${address}`);
  return page;
}

/** Resolves once the picture moves on past a place. */
async function playsBeyond(page: Page, seconds: number) {
  return await eventually(
    `a picture beyond ${seconds} s`,
    async () => {
      // A page that is being loaded again has no picture for a moment.
      const video = await page.evaluate(readVideo).catch(() => null);
      const isPlaying = video !== null && !video.paused && video.videoWidth === 320;
      return isPlaying && video.currentTime > seconds ? video : null;
    },
    40_000,
  );
}

const policyOf = async (address: string) =>
  (await fetch(`${server.url}${address}`)).headers.get('content-security-policy') ?? '';

describe('a webcast whose stream comes from elsewhere', () => {
  it(
    'waits, plays by itself when the stream is there, ends with it, and plays the next one',
    async () => {
      const { id } = await createWebcast();
      const page = await openPage(`/watch/${id}`);
      await page.getByText('Not started yet').waitFor();
      origin.begin();
      const { currentTime } = await playsBeyond(page, 1);
      await page.getByText('Live', { exact: true }).first().waitFor();
      // It goes on in real time, whatever its segments do.
      await playsBeyond(page, currentTime + 6);
      await origin.end();
      await page.getByText('This webcast has ended').first().waitFor({ timeout: 60_000 });
      origin.begin();
      await eventually(
        'it is live again',
        () => server.call('liveStream', 'isLive', { id }),
        60_000,
      );
      // What was left of the first show may still be on the screen.
      await page.getByText('Live', { exact: true }).first().waitFor();
      await playsBeyond(page, 1);
      expect(await server.manifestUrl(id)).toBe(origin.url);
    },
    LIMIT_MS,
  );

  it(
    'waits for a stream that breaks off, and ends when it does not come back',
    async () => {
      const { id } = await createWebcast();
      origin.begin();
      const page = await openPage(`/watch/${id}`);
      await playsBeyond(page, 1);
      await origin.die();
      await page.getByText('This webcast has ended').first().waitFor({ timeout: 60_000 });
      expect(await server.call('liveStream', 'isLive', { id })).toBe(false);
    },
    LIMIT_MS,
  );

  it(
    'lets its page load from its own servers, and other pages from none of them',
    async () => {
      const { id } = await createWebcast();
      origin.begin();
      await eventually('the stream is there', () =>
        server.call<boolean>('liveStream', 'isLive', { id }),
      );
      const [, connect = ''] = /connect-src ([^;]*)/.exec(await policyOf(`/watch/${id}`)) ?? [];
      const own = (/connect-src ([^;]*)/.exec(await policyOf('/watch/0_ab12cd34')) ?? [])[1] ?? '';
      expect(connect.replace(own, '').trim().split(' ')).toEqual([
        origin.origin,
        origin.mediaOrigin,
      ]);
      for (const address of ['/', '/console', `/watch/${server.sample.webcastId}`]) {
        expect(await policyOf(address)).not.toContain(origin.origin);
      }
    },
    LIMIT_MS,
  );

  it(
    'tells viewers and producers of a server that keeps pages out',
    async () => {
      origin.isOpenToPages = false;
      const { id } = await createWebcast();
      origin.begin();
      const page = await openPage(`/watch/${id}`);
      await page.getByText('does not let this page play it').waitFor({ timeout: 40_000 });
      const session = await server.adminSession();
      const desk = await openPage(`/console/webcasts/${id}#ks=${session}`);
      await desk.getByText('Live, but kept from pages').waitFor();
      origin.isOpenToPages = true;
      await page.getByRole('button', { name: 'Try again' }).click();
      await playsBeyond(page, 1);
    },
    LIMIT_MS,
  );

  it(
    'is made in the console, looked at there, and put on air',
    async () => {
      origin.begin();
      const session = await server.adminSession();
      const desk = await openPage(`/console/webcasts/new#ks=${session}`);
      await desk.getByLabel('Name', { exact: true }).fill('Our own stream');
      await desk.getByLabel('Your own HLS stream').check();
      await desk.getByLabel('Address of its playlist').fill(`${origin.origin}/nothing.m3u8`);
      await desk.getByRole('button', { name: 'Check the address' }).click();
      await desk.getByText('nothing at the address (404)').waitFor();
      // FFmpeg writes its playlist once it has a segment.
      await eventually('the stream is there', () => origin.isThere());
      await desk.getByLabel('Address of its playlist').fill(origin.url);
      await desk.getByRole('button', { name: 'Check the address' }).click();
      await desk.getByText('Viewers are about 6 s behind').waitFor({ timeout: 20_000 });
      expect(await violations(desk)).toEqual([]);
      await picture(desk, 'console-form');
      await desk.getByRole('button', { name: 'Create webcast' }).click();
      await desk.getByRole('heading', { name: 'Your HLS stream' }).waitFor();
      const id = /webcasts\/(0_[0-9a-z]+)/.exec(desk.url())?.[1] ?? '';

      await playsBeyond(desk, 1);
      await desk.getByText('Preview', { exact: true }).first().waitFor();
      expect(await desk.getByText('Your encoder', { exact: true }).count()).toBe(0);
      const viewer = await openPage(`/watch/${id}`);
      await viewer.getByText('Not started yet').waitFor();
      expect(
        JSON.stringify(
          await server.call('liveStream', 'get', { ks: await viewerSession(), entryId: id }),
        ),
      ).not.toContain(origin.url);

      await desk.getByRole('button', { name: 'Go live' }).click();
      await playsBeyond(viewer, 1);
      await desk.getByText('On air', { exact: true }).first().waitFor();
      expect(await violations(desk)).toEqual([]);
      await picture(desk, 'console-webcast');
      await picture(viewer, 'watch');
      await desk.getByRole('button', { name: 'End', exact: true }).click();
      await desk.getByRole('button', { name: 'End webcast' }).click();
      await viewer.getByText('This webcast has ended').first().waitFor();
    },
    LIMIT_MS,
  );
});

async function viewerSession(): Promise<string> {
  const secrets = { secret: server.adminSecret, partnerId: 100 };
  return await server.call('session', 'start', { ...secrets, type: 0, userId: 'vera' });
}

/** For whoever wants to look: kept where E2E_PICTURES names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/manual-${name}.png` });
}
