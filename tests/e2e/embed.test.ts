import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { Encoder } from './encoder.ts';
import { readVideo } from './read-video.ts';
import { ServerUnderTest } from './server-under-test.ts';

describe('a webcast in a page of another site', () => {
  let browser: Browser;
  let server: ServerUnderTest;
  let portal: Server;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    server = await ServerUnderTest.start();
    portal = createServer(({ url }, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      const { webcastId } = server.sample;
      const element =
        `<script type="module" src="${server.url}/embed/rostrum.js"></script>` +
        `<rostrum-webcast webcast-id="${webcastId}"></rostrum-webcast>`;
      const frame = `<iframe src="${server.url}/watch/${webcastId}" allow="autoplay; fullscreen"></iframe>`;
      response.end(
        `<!doctype html><html lang="en"><title>Portal</title><link rel="icon" href="data:,">` +
          `${url === '/frame' ? frame : element}</html>`,
      );
    });
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
  });

  afterAll(async () => {
    await browser.close();
    portal.close();
    await server.stop();
  });

  it('needs one script and one element, and finds its server by itself', async () => {
    const { port } = portal.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByText('Not started yet').waitFor();
    const encoder = new Encoder(server.publishUrl);
    await expect
      .poll(() => page.evaluate(readVideo), { timeout: 20_000 })
      .toMatchObject({
        paused: false,
        currentTime: expect.toSatisfy((seconds: number) => seconds > 1),
      });
    await encoder.stop();
    await page.getByText('Replay', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('plays in a frame, although browsers keep frames of other sites from what they store', async () => {
    const { port } = portal.address() as AddressInfo;
    // Another site than the page's.
    expect(new URL(server.url).hostname).toBe('localhost');
    await page.goto(`http://127.0.0.1:${port}/frame`);
    const frame = page.frameLocator('iframe');
    await frame.getByText('Replay', { exact: true }).waitFor();
    const canStore = await frame.locator('body').evaluate(() => {
      try {
        return sessionStorage !== null;
      } catch {
        return false;
      }
    });
    expect(canStore).toBe(false);
    const encoder = new Encoder(server.publishUrl);
    await frame.getByText('Live', { exact: true }).first().waitFor({ timeout: 20_000 });
    await encoder.stop();
    expect(complaints).toEqual([]);
  });

  it('is fetched again each time, so that it names assets that are there', async () => {
    const script = await fetch(`${server.url}/embed/rostrum.js`);
    expect(script.headers.get('cache-control')).toBe('no-cache');
    expect(script.headers.get('access-control-allow-origin')).toBe('*');
    const [, asset] = /"\.\.\/(assets\/[^"]+)"/.exec(await script.text()) ?? [];
    const answer = await fetch(`${server.url}/${asset}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });
});
