import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { Encoder } from './encoder.ts';
import { readVideo } from './read-video.ts';
import { ServerUnderTest } from './server-under-test.ts';

describe('the watch page, from an encoder to a viewer', () => {
  let browser: Browser;
  let server: ServerUnderTest;
  let page: Page;
  let loads = 0;
  const encoders: Encoder[] = [];

  const publish = () => {
    const encoder = new Encoder(server.publishUrl);
    encoders.push(encoder);
    return encoder;
  };

  /** Resolves once the picture moves on past a place. */
  const playsBeyond = async (seconds: number) => {
    await expect
      .poll(() => page.evaluate(readVideo), { timeout: 20_000 })
      .toMatchObject({
        paused: false,
        videoWidth: 320,
        currentTime: expect.toSatisfy((t: number) => t > seconds),
      });
    const video = await page.evaluate(readVideo);
    if (video === null) throw new Error('the video is gone');
    return video;
  };

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS: '20' });
    page = await browser.newPage();
    loads = 0;
    page.on('load', () => loads++);
  });

  afterEach(async () => {
    await Promise.all(encoders.splice(0).map((encoder) => encoder.cut()));
    await page.close();
    await server.stop();
  });

  it('waits, plays by itself when the encoder comes, and shows the replay when it is over', async () => {
    await page.goto(`${server.url}/watch/${server.sample.webcastId}`);
    await page.getByText('Not started yet').waitFor();
    const encoder = publish();
    await playsBeyond(1);
    await page.getByText('1 watching').first().waitFor();
    await encoder.stop();
    await page.getByText('Replay', { exact: true }).waitFor();
    expect(loads).toBe(1);
  });

  it('rewinds in the DVR window and goes back to live', async () => {
    publish();
    await page.goto(`${server.url}/watch/${server.sample.webcastId}`);
    const { start } = await playsBeyond(12);
    expect(start).toBeLessThan(1);
    await page.getByRole('button', { name: 'Pause' }).focus();
    await page.keyboard.press('j');
    const behind = await playsBeyond(0);
    expect(behind.end - behind.currentTime).toBeGreaterThan(8);
    await page.keyboard.press('l');
    await expect
      .poll(async () => {
        const video = await page.evaluate(readVideo);
        return video === null ? Number.POSITIVE_INFINITY : video.end - video.currentTime;
      })
      .toBeLessThan(4);
  });

  it('shows the interruption, and plays on without a reload when the encoder is back', async () => {
    const encoder = publish();
    await page.goto(`${server.url}/watch/${server.sample.webcastId}`);
    const before = await playsBeyond(2);
    await encoder.cut();
    await page.getByText('The picture is interrupted.').waitFor();
    publish();
    await page.getByText('The picture is interrupted.').waitFor({ state: 'hidden' });
    await playsBeyond(before.currentTime + 3);
    expect(loads).toBe(1);
  });

  it('plays on without a reload when either process is killed', async () => {
    publish();
    await page.goto(`${server.url}/watch/${server.sample.webcastId}`);
    const first = await playsBeyond(2);
    process.kill(server.pidOf('control'), 'SIGKILL');
    const second = await playsBeyond(first.currentTime + 4);
    process.kill(server.pidOf('media'), 'SIGKILL');
    await encoders[0]?.exited;
    for (;;) {
      const encoder = publish();
      const isRefused = await Promise.race([
        encoder.exited.then(() => true),
        playsBeyond(second.currentTime + 4).then(() => false),
      ]);
      if (!isRefused) break;
    }
    expect(loads).toBe(1);
  });

  it('says in words that a webcast does not exist', async () => {
    await page.goto(`${server.url}/watch/0_zzzzzzzz`);
    await page.getByText('We can’t find this webcast').waitFor();
  });
});
