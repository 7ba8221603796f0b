import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { probeMovie } from '../../packages/media/src/testing/probe-movie.ts';
import { overflow, violations } from './console-under-test.ts';
import { Encoder } from './encoder.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

type Entry = { readonly id: string; readonly msDuration: number; readonly status: string };

/** A show with a drop in its middle, and what is made of it in the console: by keyboard, on a phone, as a file. */
describe('a recording in the console', () => {
  let browser: Browser;
  let server: ServerUnderTest;
  let page: Page;
  let ks = '';
  let entryId = '';
  const complaints: string[] = [];

  const get = () => server.call<Entry>('media', 'get', { ks, entryId });
  const consoleLink = () => /\S+\/console#ks=\S+/.exec(server.output)?.[0] ?? '';
  const open = async (place: string, options: Parameters<Browser['newPage']>[0] = {}) => {
    page = await browser.newPage({ acceptDownloads: true, ...options });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(consoleLink());
    await page.getByRole('heading', { level: 1, name: 'Webcasts' }).waitFor();
    await page.goto(server.url + place);
  };
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });

  /** One tab after the other, until something has the focus. */
  const tabTo = async (name: string | RegExp, role: 'button' | 'link' | 'slider') => {
    const wanted = page.getByRole(role, { name }).first();
    await wanted.waitFor();
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      if (await wanted.evaluate((element) => element.matches(':focus'))) return;
    }
    throw new Error(`the keyboard does not come to ${String(name)}`);
  };

  beforeAll(async () => {
    browser = await launchChromium();
    server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS: '20' });
    ks = await server.adminSession();
    const first = new Encoder(server.publishUrl, { bFrames: 2 });
    await eventually('the show is on air', async () => ((await server.isLive()) ? true : null));
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await first.cut();
    await new Encoder(server.publishUrl, { seconds: 8 }).exited;
    entryId = await eventually('the recording is ready', async () => {
      const { recordedEntryId = '' } = await server.call<{ recordedEntryId?: string }>(
        ...(['liveStream', 'get', { ks, entryId: server.sample.webcastId }] as const),
      );
      if (recordedEntryId === '') return null;
      const entry = await server.call<Entry>('media', 'get', { ks, entryId: recordedEntryId });
      return entry.status === '2' ? recordedEntryId : null;
    });
  }, 120_000);

  beforeEach(() => {
    complaints.length = 0;
  });
  afterEach(async () => {
    await page?.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('is found, watched and downloaded as a file that decodes without a complaint', async () => {
    await open('/console/recordings');
    await tabTo('Sample webcast', 'link');
    await page.keyboard.press('Enter');
    await heading('Sample webcast').waitFor();
    const link = page.getByRole('link', { name: /^Download MP4, [\d.]+ (?:k|M)B$/ });
    await link.waitFor();
    await eventually('the player shows the first picture', () =>
      page
        .locator('video')
        .evaluate((video) => ((video as HTMLVideoElement).readyState >= 2 ? true : null)),
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tabTo(/^Download MP4/, 'link').then(() => page.keyboard.press('Enter')),
    ]);
    expect(download.suggestedFilename()).toBe('Sample webcast.mp4');
    const file = path.join(server.dataDir, 'downloaded.mp4');
    await download.saveAs(file);

    const { msDuration } = await get();
    const movie = await probeMovie(file);
    expect(movie.complaints).toBe('');
    expect(Object.keys(movie.packets)).toEqual(['h264', 'aac']);
    expect(Math.abs(movie.durationMs - msDuration)).toBeLessThan(150);
    const { h264, aac } = movie.streams;
    expect(Math.abs((h264?.durationMs ?? 0) - (aac?.durationMs ?? 0))).toBeLessThan(60);

    const whole = await readFile(file);
    const url = (await link.getAttribute('href')) ?? '';
    const head = await fetch(url, { method: 'HEAD' });
    const etag = head.headers.get('etag') ?? '';
    expect(head.headers.get('content-length')).toBe(String(whole.length));
    const half = Math.floor(whole.length / 2);
    const range = { range: `bytes=${half}-`, 'if-range': etag };
    const rest = await fetch(url, { headers: range });
    expect(rest.status).toBe(206);
    expect(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(half))).toBe(true);
  }, 60_000);

  test('is what the addresses of Kaltura’s clients lead to, and plays in a browser', async () => {
    const { downloadUrl } = await server.call<{ downloadUrl: string }>('media', 'get', {
      ...{ ks, entryId },
    });
    await open('/console');
    const played = await page.evaluate(async (source) => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = source;
      document.body.append(video);
      await video.play();
      video.currentTime = 8;
      await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
      const { videoWidth, duration, error } = video;
      return { videoWidth, duration, error: error?.message ?? null };
    }, downloadUrl);
    const { msDuration } = await get();
    expect(played).toMatchObject({ videoWidth: 320, error: null });
    expect(Math.abs(1000 * played.duration - msDuration)).toBeLessThan(150);
  }, 60_000);

  test('is trimmed by keyboard, and what was cut comes back', async () => {
    await server.call('rostrum_recording', 'untrim', { ks, entryId });
    const before = (await get()).msDuration;
    await open(`/console/recordings/${entryId}`);
    await tabTo('Start of what stays', 'slider');
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    const start = page.getByRole('slider', { name: 'Start of what stays' });
    expect(await start.getAttribute('aria-valuetext')).toBe('5 seconds');
    expect(await page.getByLabel('Start', { exact: true }).inputValue()).toBe('0:05.0');
    await page.keyboard.press('Home');
    expect(await start.getAttribute('aria-valuenow')).toBe('0');
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    await tabTo(/^Trim$/, 'button');
    await page.keyboard.press('Enter');
    await page
      .getByText(/^Trimmed from/)
      .first()
      .waitFor();
    const after = (await get()).msDuration;
    expect(before - after).toBeGreaterThan(2500);
    expect(before - after).toBeLessThanOrEqual(5100);
    const url = await server.call<string>('flavorAsset', 'getDownloadUrl', {
      ks,
      id: (await server.call<{ id: string }[]>('flavorAsset', 'getByEntryId', { ks, entryId }))[0]
        ?.id,
    });
    const movie = await probeMovie(url);
    expect(movie.complaints).toBe('');
    expect(Math.abs(movie.durationMs - after)).toBeLessThan(150);

    await tabTo('Bring back what was cut', 'button');
    await page.keyboard.press('Enter');
    await page.getByText('All of the recording plays again.').first().waitFor();
    expect((await get()).msDuration).toBe(before);
  }, 60_000);

  test('keeps its new name, and asks before one that is not saved is lost', async () => {
    await open(`/console/recordings/${entryId}`);
    await page.getByLabel('Name').fill('Town hall, whole');
    await page.getByRole('link', { name: 'Recordings' }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await heading('Town hall, whole').waitFor();
    await page.getByLabel('Keep it for good').check();
    await page.getByText('It stays for good.').first().waitFor();
    await page.reload();
    await heading('Town hall, whole').waitFor();
    expect(await page.getByLabel('Keep it for good').isChecked()).toBe(true);
  }, 60_000);

  test('has no fault that axe finds, in light and dark, on a desk and on a phone', async () => {
    for (const options of [
      { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
      { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true },
      { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
    ] as const) {
      await open('/console/recordings', options);
      await page.getByRole('table', { name: 'Recordings' }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.goto(`${server.url}/console/recordings/${entryId}`);
      await page.getByRole('link', { name: /^Download MP4/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.close();
    }
    await open('/console');
  }, 90_000);

  test('goes into the bin, comes back, and is deleted for good', async () => {
    await open(`/console/recordings/${entryId}`);
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
    const confirm = (name: string) =>
      page.getByRole('alertdialog').getByRole('button', { name }).click();
    await press(/^Move to bin/);
    await confirm('Move to bin');
    await page
      .getByText('There are no recordings yet')
      .or(page.getByText('No recording fits'))
      .waitFor();
    await page.goto(`${server.url}/console/recordings?show=bin`);
    await page.getByRole('link', { name: 'Town hall, whole' }).click();
    await press('Bring back');
    await page.getByText('Ready', { exact: true }).waitFor();
    await press(/^Move to bin/);
    await confirm('Move to bin');
    await page.goto(`${server.url}/console/recordings/${entryId}`);
    await press(/^Delete for good/);
    await confirm('Delete recording');
    await page.getByText('The bin is empty').waitFor();
    await page.goto(`${server.url}/console/recordings/${entryId}`);
    await page.getByText('It is not here').waitFor();
  }, 60_000);
});
