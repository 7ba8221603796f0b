import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage, WebcastCard } from '@rostrum/contracts';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPages } from './testing/build-pages.ts';
import { launchChromium } from './testing/chromium.ts';
import { type LiveFolder, openLiveFolder } from './testing/live-folder.ts';
import { openShowServer, type ShowServer } from './testing/show-server.ts';

const CARD: WebcastCard = {
  webcastId: '0_ab12cd34',
  partnerId: 100,
  title: 'Q4 all hands: where we stand and what comes next',
  description: 'The numbers of the fourth quarter.\n\nThe second part starts at 11:15.',
  startsAtMs: Date.UTC(2026, 10, 26, 9),
  endsAtMs: Date.UTC(2026, 10, 26, 10, 30),
  dvrWindowMs: 7_200_000,
};

let pages: Awaited<ReturnType<typeof buildPages>>;
let live: LiveFolder;
let browser: Browser;
let server: ShowServer;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [pages, live, browser] = await Promise.all([
    buildPages(),
    openLiveFolder({ hasTwoRenditions: true }),
    launchChromium(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await live?.close();
  pages?.close();
});

beforeEach(async () => {
  server = await openShowServer(pages.path, CARD);
  server.setMediaFolder(live.path);
  complaints = [];
});

afterEach(async () => {
  await page.context().close();
  await server.close();
});

/** What the network says is part of some tests; everything else in the console is a defect. */
const NETWORK = /Failed to load resource|WebSocket connection/;

async function open(options: BrowserContextOptions = {}, address = '/watch/0_ab12cd34') {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isLoud = message.type() === 'error' || message.type() === 'warning';
    if (isLoud && !NETWORK.test(message.text())) complaints.push(message.text());
  });
  await page.goto(server.origin + address);
}

function onAir(): Stage {
  const manifestUrl = `${server.origin}/media/main.m3u8`;
  return { kind: 'on-air', manifestUrl, onAirSinceMs: Date.now() - 600_000 };
}

function interrupted(): Stage {
  const manifestUrl = `${server.origin}/media/main.m3u8`;
  const waitsUntilMs = Date.now() + 60_000;
  return { kind: 'interrupted', manifestUrl, onAirSinceMs: Date.now() - 600_000, waitsUntilMs };
}

/** The video element's place, once it has moved on from where it was. */
async function playsOn(): Promise<void> {
  const video = page.locator('video');
  const before = await video.evaluate((element: HTMLVideoElement) => element.currentTime);
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime), {
      timeout: 15_000,
    })
    .toBeGreaterThan(before + 0.3);
}

function isPaused(): Promise<boolean> {
  return page.locator('video').evaluate((element: HTMLVideoElement) => element.paused);
}

describe('the watch page', () => {
  it('goes through the life of a webcast by itself, under the strictest policy', async () => {
    server.setCard({ ...CARD, startsAtMs: Date.now() + 125_000, endsAtMs: null });
    await open();
    await page.getByRole('timer').waitFor();
    expect(await page.title()).toBe(`${CARD.title} · Rostrum`);
    await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));

    server.setStage(onAir());
    await page.locator('video').waitFor();
    await playsOn();
    await page.getByText('The webcast is live.').waitFor({ state: 'attached' });

    server.setMediaUp(false);
    server.setStage(interrupted());
    await page.getByRole('heading', { name: 'The picture is interrupted.' }).waitFor();
    server.setMediaUp(true);
    server.setStage(onAir());
    await playsOn();
    await page.getByRole('heading', { name: 'The picture is interrupted.' }).waitFor({
      state: 'detached',
    });

    server.setMediaUp(false);
    server.setStage({ kind: 'ended', endedAtMs: Date.now(), replayUrl: null });
    await page
      .getByRole('heading', { name: 'This webcast has ended' })
      .waitFor({ timeout: 20_000 });
    expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('shows the end where the picture had played out before it was known that the show is over', async () => {
    const finished = await openLiveFolder();
    await finished.stop();
    appendFileSync(join(finished.path, '0.m3u8'), '#EXT-X-ENDLIST\n');
    server.setMediaFolder(finished.path);
    server.setStage(onAir());
    await open();
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.ended), {
        timeout: 20_000,
      })
      .toBe(true);
    server.setStage({ kind: 'ended', endedAtMs: Date.now(), replayUrl: null });
    await page.getByRole('heading', { name: 'This webcast has ended' }).waitFor();
    await finished.close();
  });

  it('counts down by the server’s clock', async () => {
    server.setClockAhead(3_600_000);
    server.setCard({ ...CARD, startsAtMs: Date.now() + 3_600_000 + 125_000, endsAtMs: null });
    await open();
    const timer = page.getByRole('timer');
    await timer.waitFor();
    expect(await timer.getAttribute('aria-label')).toMatch(/^Starts in 2 minutes, \d seconds?$/);
  });

  it('says that it starts soon when the time has come', async () => {
    server.setCard({ ...CARD, startsAtMs: Date.now() - 5_000, endsAtMs: null });
    await open();
    await page.getByText('Starts soon').waitFor();
  });

  it('does not say so for days, and names the year where it is another one', async () => {
    const year = new Date().getFullYear() - 1;
    server.setCard({ ...CARD, startsAtMs: Date.UTC(year, 10, 26, 9), endsAtMs: null });
    await open();
    await page.getByText('Not started yet').waitFor();
    await page.getByText(`26 November ${year}`).first().waitFor();
    expect(await page.getByText('Starts soon').count()).toBe(0);
  });

  it('offers to add the webcast to the calendar, until it is on air', async () => {
    server.setCard({ ...CARD, startsAtMs: null, endsAtMs: null });
    await open({}, '/watch/0_ab12cd34#ks=djJ8MTAw');
    const link = page.getByRole('link', { name: 'Add to calendar' });
    await page.getByText('Not started yet').waitFor();
    expect(await link.count()).toBe(0);

    server.setCard({ ...CARD, startsAtMs: Date.now() + 3_600_000, endsAtMs: null });
    await link.waitFor();
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(address.pathname).toBe(
      `/p/${CARD.partnerId}/calendar/entry_id/${CARD.webcastId}/webcast.ics`,
    );
    expect(address.searchParams.get('ks')).toBe('djJ8MTAw');

    server.setStage(onAir());
    await page.locator('video').waitFor();
    expect(await link.count()).toBe(0);
  });

  it('plays on while the room is lost, and finds it again', async () => {
    server.setStage(onAir());
    await open();
    await playsOn();
    server.setRoomOpen(false);
    await page.getByText('Connection lost. Reconnecting…').waitFor();
    await playsOn();
    server.setRoomOpen(true);
    await page.getByText('Connection lost. Reconnecting…').waitFor({ state: 'detached' });
    expect(server.joins.length).toBeGreaterThan(1);
  });

  it('plays on after the media was away for a while', async () => {
    server.setStage(onAir());
    await open();
    await playsOn();
    server.setMediaUp(false);
    await page.waitForFunction(() => {
      const webcast = document.querySelector('rostrum-webcast');
      const player = webcast?.shadowRoot?.querySelector('rostrum-player');
      return (player?.shadowRoot?.querySelector('video')?.readyState ?? 9) < 3;
    });
    server.setMediaUp(true);
    await playsOn();
  });

  it('opens by itself when the server answers at last', async () => {
    server.setRoomOpen(false);
    await open();
    await page.getByText('The server does not answer').waitFor({ timeout: 20_000 });
    server.setRoomOpen(true);
    await page.getByRole('heading', { name: CARD.title }).waitFor({ timeout: 20_000 });
  });

  it('sends the session of the fragment to the room, and not to the pages', async () => {
    await open({}, '/watch/0_ab12cd34#ks=djJ8MTAw');
    await page.getByRole('heading', { name: CARD.title }).waitFor();
    expect(server.joins).toEqual([{ type: 'join', webcastId: '0_ab12cd34', session: 'djJ8MTAw' }]);
  });

  it('begins without sound where the browser forbids it, and offers to turn it on', async () => {
    server.setStage(onAir());
    const context = await browser.newContext();
    page = await context.newPage();
    // What a browser does that has never seen this site: a headless one lets everything play.
    await page.addInitScript(() => {
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = function playWithoutSoundOnly() {
        if (this.muted) return play.call(this);
        return Promise.reject(new DOMException('Not without a click', 'NotAllowedError'));
      };
    });
    await page.goto(`${server.origin}/watch/0_ab12cd34`);
    const turnOn = page.getByRole('button', { name: 'Turn sound on' });
    await turnOn.waitFor();
    await playsOn();
    await turnOn.click();
    await turnOn.waitFor({ state: 'detached' });
    expect(await page.locator('video').evaluate((element: HTMLVideoElement) => element.muted)).toBe(
      false,
    );
  });

  it('is worked by keys alone', async () => {
    server.setStage(onAir());
    await open();
    await playsOn();
    // There once the player knows how far back the show goes.
    await page.getByRole('slider', { name: 'Timeline' }).waitFor();
    const names: string[] = [];
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press('Tab');
      names.push(await focusedName());
    }
    expect(names).toEqual(
      expect.arrayContaining(['Rostrum', 'Language', 'Timeline', 'Pause', 'Full screen', 'About']),
    );

    await page.getByRole('button', { name: 'Pause' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(isPaused).toBe(true);
    await page.keyboard.press('k');
    await expect.poll(isPaused).toBe(false);
    await page.keyboard.press('Home');
    await page.getByRole('button', { name: /^Go to live, / }).waitFor();
    await page.keyboard.press('l');
    await page.getByRole('button', { name: /^Go to live, / }).waitFor({ state: 'detached' });
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Leave full screen' }).waitFor();
  });

  it('goes back and forth in the show', async () => {
    server.setStage(onAir());
    await open();
    await playsOn();
    await page.getByRole('button', { name: 'Back 10 seconds' }).click();
    const toLive = page.getByRole('button', { name: /^Go to live, / });
    await toLive.waitFor();
    await playsOn();
    expect(
      await page.getByRole('slider', { name: 'Timeline' }).getAttribute('aria-valuetext'),
    ).toMatch(/behind live$/);
    await toLive.click();
    await toLive.waitFor({ state: 'detached' });
  });

  it('has no way back where the webcast has none', async () => {
    server.setCard({ ...CARD, dvrWindowMs: 0 });
    server.setStage(onAir());
    await open();
    await playsOn();
    expect(await page.getByRole('slider', { name: 'Timeline' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Back 10 seconds' }).count()).toBe(0);
  });

  it('offers the qualities that there are', async () => {
    server.setStage(onAir());
    await open();
    await playsOn();
    const menu = page.getByRole('combobox', { name: 'Quality' });
    expect(await menu.locator('option').allTextContents()).toEqual([
      expect.stringMatching(/^Auto/),
      expect.stringContaining('360p'),
      expect.stringContaining('180p'),
    ]);
    await menu.selectOption({ label: '180p' });
    await expect
      .poll(
        () => page.locator('video').evaluate((element: HTMLVideoElement) => element.videoHeight),
        { timeout: 20_000 },
      )
      .toBe(180);
  });

  it('speaks the viewer’s language, and another one when asked', async () => {
    await open({ locale: 'de-DE' });
    await page.getByRole('tab', { name: 'Info' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
    await page.getByRole('tab', { name: 'About' }).waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'About' }).waitFor();
  });

  it.each([
    ['a small phone', { width: 360, height: 640 }],
    ['a page at 200 %', { width: 640, height: 400 }],
  ])('fits %s', async (_what, viewport) => {
    server.setStage(onAir());
    await open({ viewport });
    await playsOn();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(viewport.width);
  });
});

async function focusedName(): Promise<string> {
  return await page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

type State = readonly [name: string, prepare: () => void, isThere: () => Promise<unknown>];

const STATES: readonly State[] = [
  ['waiting', () => server.setStage({ kind: 'scheduled' }), () => titleIsThere()],
  ['on air', () => server.setStage(onAir()), () => playsOn()],
  [
    'preview',
    () => server.setStage({ kind: 'preview', manifestUrl: `${server.origin}/media/main.m3u8` }),
    () => playsOn(),
  ],
  [
    'interrupted',
    () => {
      server.setMediaUp(false);
      server.setStage(interrupted());
    },
    () => page.getByRole('heading', { name: 'The picture is interrupted.' }).waitFor(),
  ],
  [
    'ended',
    () => server.setStage({ kind: 'ended', endedAtMs: 1, replayUrl: null }),
    () => page.getByRole('heading', { name: 'This webcast has ended' }).waitFor(),
  ],
  [
    'replay',
    () => {
      const replayUrl = `${server.origin}/media/main.m3u8`;
      server.setStage({ kind: 'ended', endedAtMs: 1, replayUrl });
    },
    () => page.getByText('Replay', { exact: true }).waitFor(),
  ],
  [
    'a recording whose show goes on',
    () => server.setStage({ kind: 'being-recorded' }),
    () => page.getByRole('heading', { name: 'This show is being recorded' }).waitFor(),
  ],
  [
    'a recording that is held back',
    () => {
      const replayUrl = `${server.origin}/media/main.m3u8`;
      server.setStage({ kind: 'recorded', replayUrl, isHeldBack: true });
    },
    () => page.getByText('Held back · only those who may change it can watch').waitFor(),
  ],
  [
    'nothing to play',
    () => server.setStage({ kind: 'empty' }),
    () => page.getByRole('heading', { name: 'There is nothing to watch here yet' }).waitFor(),
  ],
  ['refused', () => server.refuse('not-allowed'), () => page.getByRole('alert').waitFor()],
  ['full', () => server.refuse('busy'), () => page.getByRole('alert').waitFor()],
  [
    'loading',
    () => server.keepSilent(true),
    () => page.getByRole('heading', { name: 'Loading the webcast' }).waitFor(),
  ],
];

describe.each(['light', 'dark'] as const)('for everybody, %s', (colorScheme) => {
  it.each(STATES)('axe finds nothing: %s', async (_name, prepare, isThere) => {
    prepare();
    await open({ colorScheme });
    await isThere();
    expect(await violations()).toEqual([]);
  });

  it.each(['/', '/nothing-here'])('axe finds nothing: %s', async (address) => {
    await open({ colorScheme }, address);
    expect(await violations()).toEqual([]);
  });
});

function titleIsThere(): Promise<void> {
  return page.getByRole('heading', { name: CARD.title }).waitFor();
}

/** What axe objects to, by rule and place. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}
