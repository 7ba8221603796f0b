import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { readVideo } from '../../tests/e2e/read-video.ts';
import { eventually, ServerUnderTest } from '../../tests/e2e/server-under-test.ts';
import { type Benchmark, percentile } from '../benchmark.ts';
import { startClockEncoder } from './clock-encoder.ts';
import { readClockInPage } from './clock-picture.ts';

/** Long enough to see several hundred parts come and go. */
const SECONDS = 120;

/** The limit that a viewer may ever see at the median, ms. */
const GOAL_MS = 2000;

/** Glass to glass: a clock burnt in before x264, read back from the picture in a browser on the watch page. */
export default {
  name: 'latency',
  run: async (report) => {
    const server = await ServerUnderTest.start();
    const encoder = startClockEncoder(server.publishUrl);
    const browser = await launchChromium();
    try {
      await eventually('the webcast is on air', () => server.manifestUrl());
      const page = await browser.newPage();
      const openedAtMs = performance.now();
      await page.goto(`${server.url}/watch/${server.sample.webcastId}`);
      await eventually('the page shows a picture', async () => {
        const video = await page.evaluate(readVideo);
        return video !== null && video.videoWidth > 0 && video.currentTime > 0 && !video.paused;
      });
      const joinMs = performance.now() - openedAtMs;
      // The player settles at its distance from the live edge.
      await page.waitForTimeout(5000);
      const { delaysMs, stalls, unreadable } = await page.evaluate(readClockInPage, SECONDS * 1000);
      const p50 = percentile(delaysMs, 0.5);
      report.add({
        what: 'glass to glass, p50 (x264 zerolatency, 1 s key frames, 0.5 s parts)',
        ours: `${(p50 / 1000).toFixed(2)} s`,
        peer: '2.00 s (bound)',
        ratio: p50 / GOAL_MS,
        goal: 'at most 1.0',
        isMet: p50 <= GOAL_MS,
      });
      report.add({
        what: `stalls in ${SECONDS} s`,
        ours: String(stalls),
        peer: '0 (bound)',
        ratio: stalls,
        goal: 'none',
        isMet: stalls === 0,
      });
      report.add({
        what: 'join: page opened to first picture',
        ours: `${(joinMs / 1000).toFixed(2)} s`,
        peer: '1.00 s (bound)',
        ratio: joinMs / 1000,
        goal: 'at most 1.0',
        isMet: joinMs <= 1000,
      });
      const p95 = percentile(delaysMs, 0.95);
      report.note(
        `p95 ${(p95 / 1000).toFixed(2)} s, ${delaysMs.length} pictures read, ${unreadable} not readable; encoder and browser shared the machine's cores.`,
      );
    } finally {
      await browser.close();
      await encoder.close();
      await server.stop();
    }
  },
} satisfies Benchmark;
