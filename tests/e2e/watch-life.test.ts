import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { Encoder } from './encoder.ts';
import { readVideo } from './read-video.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

/** The page of a webcast in all states of its life, as a viewer and as a producer have it open: nobody reloads it. */
describe('the watch page, through the life of a webcast', () => {
  let browser: Browser;
  let server: ServerUnderTest;
  let admin = '';
  let webcastId = '';
  let publishUrl = '';
  const encoders: Encoder[] = [];
  const pages: Page[] = [];
  const loads = new Map<Page, number>();

  const publish = () => {
    const encoder = new Encoder(publishUrl);
    encoders.push(encoder);
    return encoder;
  };
  const open = async (fragment = '') => {
    const page = await browser.newPage();
    pages.push(page);
    page.on('load', () => loads.set(page, (loads.get(page) ?? 0) + 1));
    await page.goto(`${server.url}/watch/${webcastId}${fragment}`);
    return page;
  };
  const setViewMode = (viewMode: 0 | 1) =>
    server.call('liveStream', 'update', {
      ...{ ks: admin, entryId: webcastId },
      liveStreamEntry: { objectType: 'KalturaLiveStreamEntry', viewMode },
    });
  const plays = async (page: Page) => {
    const before = (await page.evaluate(readVideo))?.currentTime ?? 0;
    await expect
      .poll(() => page.evaluate(readVideo), { timeout: 30_000 })
      .toMatchObject({
        ...{ paused: false, videoWidth: 320 },
        currentTime: expect.toSatisfy((t: number) => t > before + 0.5),
      });
  };
  const says = (page: Page, text: string) =>
    page
      .getByText(text, { exact: true })
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: 60_000 });
  const lifecycle = async (page: Page): Promise<CDPSession> => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    return session;
  };

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS: '20' });
    admin = await server.adminSession();
    const liveStreamEntry = {
      ...{ objectType: 'KalturaLiveStreamEntry', name: 'All hands', mediaType: 201 },
      ...{ explicitLive: 1, dvrStatus: 1, startDate: Math.ceil(Date.now() / 1000) + 7200 },
    };
    const entry = await server.call<{ id: string; streamPassword: string }>('liveStream', 'add', {
      ...{ ks: admin, liveStreamEntry, sourceType: '32' },
    });
    webcastId = entry.id;
    publishUrl = `rtmp://127.0.0.1:${server.rtmpPort}/kLive/${entry.id}_1?t=${entry.streamPassword}`;
  });
  afterEach(async () => {
    await Promise.all(encoders.splice(0).map((encoder) => encoder.cut()));
    await Promise.all(pages.splice(0).map((page) => page.close()));
    await server.stop();
  });

  it('shows the producer the preview, and the viewer what is for viewers, from countdown to replay and back', async () => {
    const viewer = await open();
    const producer = await open(`#ks=${encodeURIComponent(admin)}`);
    await viewer.getByRole('timer').waitFor();
    await producer.getByRole('timer').waitFor();

    const first = publish();
    await says(producer, 'Preview · only you and your team can watch');
    await plays(producer);
    expect(await viewer.getByRole('timer').count()).toBe(1);
    expect(await viewer.locator('video').count()).toBe(0);

    await setViewMode(1);
    await Promise.all([says(viewer, 'Live'), says(producer, 'Live')]);
    await Promise.all([plays(viewer), plays(producer)]);

    await first.cut();
    await Promise.all([says(viewer, 'Interrupted'), says(producer, 'Interrupted')]);
    publish();
    await says(viewer, 'Live');
    await plays(viewer);

    // The encoder stays: a preview again for whoever may see it, and the replay for the others.
    await setViewMode(0);
    await Promise.all([
      says(viewer, 'Replay'),
      says(producer, 'Preview · only you and your team can watch'),
    ]);
    await plays(producer);
    await viewer.getByRole('button', { name: 'Play', exact: true }).click();
    await plays(viewer);

    await setViewMode(1);
    await says(viewer, 'Live');
    await plays(viewer);
    for (const page of [viewer, producer]) expect(loads.get(page)).toBe(1);
  }, 240_000);

  it('a rehearsal that is over leaves nothing to watch to its end', async () => {
    const producer = await open(`#ks=${encodeURIComponent(admin)}`);
    const encoder = publish();
    await plays(producer);
    await setViewMode(1);
    await says(producer, 'Live');
    await plays(producer);
    await setViewMode(0);
    await says(producer, 'Preview · only you and your team can watch');
    await plays(producer);
    await encoder.stop();
    await says(producer, 'Replay');
    expect(loads.get(producer)).toBe(1);
  }, 240_000);

  it('is right again after a sleep in which the show began, or ended, and the server was another one', async () => {
    const page = await open();
    await page.getByRole('timer').waitFor();
    const session = await lifecycle(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    const encoder = publish();
    await setViewMode(1);
    await eventually('on air', () => server.call('liveStream', 'isLive', { id: webcastId }));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await says(page, 'Live');
    await plays(page);

    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    process.kill(server.pidOf('control'), 'SIGKILL');
    await eventually('the server is back', async () => {
      const health = await server.health().catch(() => null);
      return health?.status === 200;
    });
    await setViewMode(0);
    await encoder.stop();
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await says(page, 'Replay');
    expect(loads.get(page)).toBe(1);
  }, 240_000);
});
