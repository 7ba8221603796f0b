import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { overflow, tabTo, violations } from './console-under-test.ts';
import { Encoder } from './encoder.ts';
import { readVideo } from './read-video.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

/** The page of one webcast, with a real server, a real encoder and a real viewer; by keyboard only. */

let browser: Browser;
let server: ServerUnderTest;
const encoders: Encoder[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS: '60' });
});

afterAll(async () => {
  await Promise.all(encoders.map((encoder) => encoder.cut()));
  await browser?.close();
  await server?.stop();
});

type Entry = { readonly id: string; readonly streamName: string; readonly streamPassword: string };

async function createWebcast(more: Record<string, unknown> = {}): Promise<Entry> {
  return await server.call('liveStream', 'add', {
    ks: await server.adminSession(),
    sourceType: '32',
    liveStreamEntry: {
      objectType: 'KalturaLiveStreamEntry',
      name: 'Where we stand',
      mediaType: 201,
      sourceType: '32',
      recordStatus: 2,
      ...{ dvrStatus: 1, dvrWindow: 60 },
      ...more,
    },
  });
}

function publish({ id, streamPassword }: Entry): Encoder {
  const url = `rtmp://127.0.0.1:${server.rtmpPort}/kLive/${id}_1?t=${streamPassword}`;
  const encoder = new Encoder(url);
  encoders.push(encoder);
  return encoder;
}

async function openConsole(id: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const ks = encodeURIComponent(await server.adminSession());
  await page.goto(`${server.url}/console/webcasts/${id}#ks=${ks}`);
  return page;
}

/** Nothing to object to, in both schemes, and as wide as a phone. */
async function checkLook(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page)).toEqual([]);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  if (size !== null) await page.setViewportSize(size);
}

const chip = (page: Page, text: string) => page.getByText(text, { exact: true }).first();

/** Resolves once the picture moves. */
async function plays(page: Page): Promise<void> {
  const first = await eventually('a picture', () => page.evaluate(readVideo));
  await eventually(
    'a picture that moves',
    async () => {
      const video = await page.evaluate(readVideo);
      return video !== null && video.videoWidth > 0 && video.currentTime > first.currentTime + 0.5;
    },
    30_000,
  );
}

describe('a webcast that goes on air when somebody says so', () => {
  it('is run from its first preview to its replay and once more, by keyboard only', async () => {
    const entry = await createWebcast({ explicitLive: true });
    const page = await openConsole(entry.id);
    await page.getByText('Waiting for your encoder').waitFor();
    await checkLook(page);

    // Before there is a picture the button says why it waits.
    await tabTo(page, 'Go live');
    await page.keyboard.press('Enter');
    await page.getByText('Start your encoder first', { exact: false }).first().waitFor();

    const viewer = await browser.newPage();
    await viewer.goto(`${server.url}/watch/${entry.id}`);
    await viewer.getByText('Not started yet').waitFor();
    await page.getByText('Waiting on the watch page').waitFor();

    let encoder = publish(entry);
    await chip(page, 'Preview').waitFor();
    await plays(page);
    await page.getByText('FFmpeg connected · RTMP').waitFor();
    await page.getByText('Picture and sound arrive').waitFor();
    const bitrate = page.locator('[data-name=bitrate]');
    await bitrate.getByText('bit/s').waitFor();
    await expect.poll(() => bitrate.innerText(), { timeout: 20_000 }).toMatch(/\d+\n?\s*kbit\/s/);
    await checkLook(page);
    // Nobody else sees it.
    expect(await viewer.evaluate(readVideo)).toBeNull();
    await viewer.getByText('Not started yet').waitFor();

    await tabTo(page, 'Go live');
    await page.keyboard.press('Enter');
    await chip(page, 'On air').waitFor({ timeout: 30_000 });
    await plays(viewer);
    await plays(page);
    await page.getByText('Watching now').waitFor();
    await page.locator('webcast-viewers').getByText('1', { exact: true }).waitFor();
    await page.getByText(/^delay \d\.\d s$/).waitFor();
    await checkLook(page);

    await encoder.cut();
    await chip(page, 'Interrupted').waitFor();
    await page.getByText(/^waits \d+ s for the encoder$/).waitFor();
    await checkLook(page);
    encoder = publish(entry);
    await chip(page, 'Interrupted').waitFor({ state: 'hidden', timeout: 30_000 });
    await chip(page, 'On air').waitFor();
    await plays(page);
    await plays(viewer);

    await tabTo(page, 'End');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await tabTo(page, 'End webcast');
    await page.keyboard.press('Enter');
    // The encoder is still there: what it sends is a preview again.
    await chip(page, 'Preview').waitFor({ timeout: 30_000 });
    await viewer.getByText('Replay', { exact: true }).waitFor();
    const recording = page.locator('webcast-recordings').getByRole('link');
    await recording.waitFor();
    expect(await recording.getAttribute('href')).toMatch(/^\/console\/recordings\/0_\w{8}$/);
    await plays(page);

    await tabTo(page, 'Go live');
    await page.keyboard.press('Enter');
    await chip(page, 'On air').waitFor({ timeout: 30_000 });
    await plays(viewer);
    await tabTo(page, 'End');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await tabTo(page, 'End webcast');
    await page.keyboard.press('Enter');
    await chip(page, 'Preview').waitFor({ timeout: 30_000 });
    await encoder.stop();
    await chip(page, 'Replay').waitFor({ timeout: 30_000 });
    await expect.poll(() => recording.count(), { timeout: 20_000 }).toBe(2);
    await checkLook(page);
    await viewer.close();
    await page.context().close();
  }, 300_000);
});

describe('a webcast that goes on air with its encoder', () => {
  it('says so, can be held back, and tells how it ends', async () => {
    const entry = await createWebcast({ name: 'By itself' });
    const page = await openConsole(entry.id);
    await page.getByRole('heading', { name: 'Goes on air by itself' }).waitFor();
    expect(await page.getByRole('button', { name: 'Go live', exact: true }).count()).toBe(0);
    await checkLook(page);
    let encoder = publish(entry);
    await page
      .getByRole('heading', { name: 'Ends with your encoder' })
      .waitFor({ timeout: 30_000 });
    expect(await page.getByRole('button', { name: 'Hold back until I go live' }).count()).toBe(0);
    await encoder.stop();
    await tabTo(page, 'Hold back until I go live');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Go live', exact: true }).waitFor();
    encoder = publish(entry);
    await chip(page, 'Preview').waitFor({ timeout: 30_000 });
    await encoder.stop();
    await page.context().close();
  }, 120_000);
});

describe('the encoder’s addresses', () => {
  it('are copied, kept secret until asked for, and changed', async () => {
    const entry = await createWebcast({ explicitLive: true });
    const page = await openConsole(entry.id);
    await page.getByText('Waiting for your encoder').waitFor();
    const panel = page.locator('webcast-encoder');
    const key = `${entry.id}_1?t=${entry.streamPassword}`;
    await panel.getByText(`:${server.rtmpPort}/kLive`).first().waitFor();
    expect(await page.getByText(entry.streamPassword).count()).toBe(0);
    await tabTo(page, 'Show Stream key');
    await page.keyboard.press('Enter');
    await page.getByText(key, { exact: true }).waitFor();

    // What is shown really lets an encoder in.
    const encoder = new Encoder(`rtmp://127.0.0.1:${server.rtmpPort}/kLive/${key}`);
    encoders.push(encoder);
    await chip(page, 'Preview').waitFor({ timeout: 30_000 });

    await page.getByText('Settings file for OBS').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download service.json' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('service.json');
    await checkLook(page);

    await tabTo(page, 'New stream key…');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Make a new key');
    await page.keyboard.press('Enter');
    expect(await encoder.exited).not.toBe(0);
    await page.getByText(key, { exact: true }).waitFor({ state: 'detached' });
    await page.context().close();
  }, 120_000);
});

describe('what can go wrong', () => {
  it('keeps the last picture and says so while the server is away, and a press is not lost in silence', async () => {
    const entry = await createWebcast({ explicitLive: true });
    const page = await openConsole(entry.id);
    publish(entry);
    await chip(page, 'Preview').waitFor({ timeout: 30_000 });
    await plays(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Go live', exact: true }).click();
    await page.getByText('Going live did not work.', { exact: false }).waitFor();
    expect(await page.evaluate(readVideo)).not.toBeNull();
    await page.context().setOffline(false);
    process.kill(server.pidOf('control'), 'SIGKILL');
    await page.getByText('What you see is how', { exact: false }).waitFor();
    expect(await page.evaluate(readVideo)).not.toBeNull();
    await checkLook(page);
    await page
      .getByText('What you see is how', { exact: false })
      .waitFor({ state: 'hidden', timeout: 30_000 });
    await chip(page, 'Preview').waitFor();
    await page.context().close();
  }, 120_000);

  it('says that a webcast is not here, also when it is deleted meanwhile', async () => {
    const entry = await createWebcast();
    const page = await openConsole(entry.id);
    await page.getByText('Waiting for your encoder').waitFor();
    const ks = await server.adminSession();
    await server.call('liveStream', 'delete', { ks, entryId: entry.id });
    await page.getByRole('heading', { name: 'This webcast is not here' }).waitFor();
    await checkLook(page);
    await page.reload();
    await page.getByRole('heading', { name: /is not here/ }).waitFor();
    await page.context().close();
  }, 60_000);
});

describe('sharing', () => {
  it('offers the link and the code, and gives the focus back', async () => {
    const entry = await createWebcast();
    const page = await openConsole(entry.id, 390);
    await page.getByText('Waiting for your encoder').waitFor();
    await tabTo(page, 'Share');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByText(`${server.url}/watch/${entry.id}`, { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await tabTo(page, 'Share');
    await page.context().close();
  }, 60_000);
});
