import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { Encoder } from './encoder.ts';
import { readVideo } from './read-video.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

type Entry = {
  readonly id: string;
  readonly status: string;
  readonly msDuration: number;
  readonly name: string;
  readonly recordedEntryId?: string;
  readonly redirectEntryId?: string;
};

describe('recordings, from an encoder to a replay', () => {
  let browser: Browser;
  let server: ServerUnderTest;
  let page: Page;
  let ks = '';
  const encoders: Encoder[] = [];

  const publish = (seconds?: number) => {
    const encoder = new Encoder(server.publishUrl, seconds === undefined ? {} : { seconds });
    encoders.push(encoder);
    return encoder;
  };
  const get = (entryId: string) => server.call<Entry>('baseEntry', 'get', { ks, entryId });
  const recordings = async () => {
    const filter = { rootEntryIdEqual: server.sample.webcastId, statusEqual: '2' };
    const { objects } = await server.call<{ objects: readonly Entry[] }>('media', 'list', {
      ...{ ks, filter },
    });
    return objects.filter(({ id }) => id !== server.sample.webcastId);
  };
  /** What an entry plays: all of its whole segments. */
  const playedBy = async (entryId: string) => {
    const main = await server.manifestUrl(entryId);
    if (main === null) return null;
    const answer = await fetch(main);
    if (answer.status !== 200) return null;
    const [variant = ''] = (await answer.text()).match(/^[^#\s].*$/m) ?? [];
    const playlist = await (await fetch(new URL(variant, main))).text();
    const lengths = [...playlist.matchAll(/^#EXTINF:([\d.]+)/gm)].map(([, text]) => Number(text));
    return {
      lengthS: lengths.reduce((sum, length) => sum + length, 0),
      isWhole: playlist.includes('#EXT-X-ENDLIST'),
    };
  };
  const playable = (entryId: string) =>
    eventually('the recording plays', async () => {
      const played = await playedBy(entryId);
      return played?.isWhole === true && played.lengthS > 0 ? played.lengthS : null;
    });

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS: '20' });
    ks = await server.adminSession();
    page = await browser.newPage();
  });
  afterEach(async () => {
    await Promise.all(encoders.splice(0).map((encoder) => encoder.cut()));
    await page.close();
    await server.stop();
  });

  it('a page that showed a show shows its replay, without a reload', async () => {
    let loads = 0;
    page.on('load', () => loads++);
    const { webcastId } = server.sample;
    const encoder = publish();
    await page.goto(`${server.url}/watch/${webcastId}`);
    await expect
      .poll(() => page.evaluate(readVideo), { timeout: 20_000 })
      .toMatchObject({ currentTime: expect.toSatisfy((t: number) => t > 4) });
    await encoder.stop();
    await page.getByText('Replay', { exact: true }).waitFor({ timeout: 20_000 });
    const video = page.locator('rostrum-replay video');
    const read = () =>
      video.evaluate(({ paused, currentTime, duration, controls }: HTMLVideoElement) => ({
        ...{ paused, currentTime, duration, controls },
      }));
    await expect.poll(async () => (await read()).duration, { timeout: 10_000 }).toBeGreaterThan(4);
    expect(await read()).toMatchObject({ paused: true, controls: true });
    await video.evaluate((element: HTMLVideoElement) => element.play());
    await expect
      .poll(async () => (await read()).currentTime, { timeout: 20_000 })
      .toBeGreaterThan(2);
    expect(await page.getByText('Live', { exact: true }).count()).toBe(0);
    expect(loads).toBe(1);

    const live = await get(webcastId);
    expect(live.redirectEntryId).toBe(live.recordedEntryId);
    const recording = await get(live.recordedEntryId ?? '');
    const length = await playable(recording.id);
    expect(Math.abs(length - recording.msDuration / 1000)).toBeLessThan(1.5);

    const main = (await server.manifestUrl(recording.id)) ?? '';
    await server.call('media', 'delete', { ks, entryId: recording.id });
    await page.getByRole('heading', { name: 'This webcast has ended' }).waitFor();
    await eventually('its media is gone', async () => (await fetch(main)).status === 404);
  });

  it('appends a second show; per session each has its own', async () => {
    await publish(4).exited;
    const [first] = await eventually('a recording', async () => {
      const found = await recordings();
      return found.length === 1 && found;
    });
    await publish(4).exited;
    await eventually('both shows in one', async () => {
      const found = await recordings();
      return found.length === 1 && (found[0]?.msDuration ?? 0) > (first?.msDuration ?? 0) + 2_000;
    });
    expect(await playable(first?.id ?? '')).toBeGreaterThan(6);

    const liveStreamEntry = { objectType: 'KalturaLiveStreamEntry', recordStatus: 2 };
    const entryId = server.sample.webcastId;
    await server.call('liveStream', 'update', { ks, entryId, liveStreamEntry });
    for (const count of [2, 3]) {
      await publish(4).exited;
      await eventually('one more', async () => (await recordings()).length === count);
    }
  });

  it('is whole after either process is killed in mid-show', async () => {
    const encoder = publish();
    await eventually('on air', () => server.isLive());
    const entryId = await eventually('an entry', async () => {
      return (await get(server.sample.webcastId)).recordedEntryId;
    });
    process.kill(server.pidOf('control'), 'SIGKILL');
    await eventually('the API is back', () => get(entryId).catch(() => null));
    await eventually('more than a moment of the show', async () => {
      return ((await playedBy(server.sample.webcastId))?.lengthS ?? 0) > 4;
    });
    process.kill(server.pidOf('media'), 'SIGKILL');
    await encoder.exited;
    await eventually('ready', async () => (await recordings()).length === 1, 40_000);
    expect(await playable(entryId)).toBeGreaterThan(3);
    expect((await recordings()).map(({ id }) => id)).toEqual([entryId]);
  });

  it('has a page of its own, which waits for it, follows a trim, and says when it is gone', async () => {
    let loads = 0;
    page.on('load', () => loads++);
    const encoder = publish();
    const entryId = await eventually('an entry', async () => {
      return (await get(server.sample.webcastId)).recordedEntryId;
    });
    await page.goto(`${server.url}/watch/${entryId}`);
    await page.getByRole('heading', { name: 'This show is being recorded' }).waitFor();
    await eventually('more than a moment of the show', async () => {
      return ((await playedBy(server.sample.webcastId))?.lengthS ?? 0) > 9;
    });
    await encoder.stop();
    const video = page.locator('rostrum-replay video');
    const duration = () => video.evaluate((element: HTMLVideoElement) => element.duration);
    await video.waitFor({ timeout: 20_000 });
    await expect.poll(duration, { timeout: 20_000 }).toBeGreaterThan(8);
    const whole = (await get(entryId)).msDuration;

    const resource = (offset: number, length: number) => ({
      objectType: 'KalturaOperationResource',
      resource: { objectType: 'KalturaEntryResource', entryId },
      operationAttributes: [{ objectType: 'KalturaClipAttributes', offset, duration: length }],
    });
    const trimmed = await server.call<Entry>('media', 'updateContent', {
      ...{ ks, entryId, resource: resource(3_000, 3_000) },
    });
    expect(trimmed.msDuration).toBeGreaterThanOrEqual(3_000);
    expect(trimmed.msDuration).toBeLessThan(whole - 1_000);
    await expect.poll(duration, { timeout: 20_000 }).toBeLessThan(trimmed.msDuration / 1000 + 0.3);
    expect(Math.abs((await playable(entryId)) * 1000 - trimmed.msDuration)).toBeLessThan(100);
    expect(await ffmpegErrors((await server.manifestUrl(entryId)) ?? '')).toBe('');

    await video.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('0');
    await page.keyboard.press('k');
    await expect
      .poll(() => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime), {
        timeout: 20_000,
      })
      .toBeGreaterThan(1);

    await server.call('rostrum_recording', 'untrim', { ks, entryId });
    expect((await get(entryId)).msDuration).toBe(whole);
    await expect.poll(duration, { timeout: 20_000 }).toBeGreaterThan(whole / 1000 - 0.3);
    const used = () => server.call<{ usedBytes: number }>('rostrum_storage', 'get', { ks });
    expect((await used()).usedBytes).toBeGreaterThan(10_000);
    await server.call('media', 'delete', { ks, entryId });
    await page.getByRole('heading', { name: 'We can’t find this webcast' }).waitFor();
    await eventually('its room is free', async () => (await used()).usedBytes === 0);
    expect(loads).toBe(1);
  });
});

/** What FFmpeg says against a playlist that it decodes from its beginning to its end. */
async function ffmpegErrors(url: string): Promise<string> {
  const { stderr } = await promisify(execFile)('ffmpeg', [
    ...['-v', 'error', '-i', url, '-f', 'null', '-'],
  ]);
  return stderr;
}
