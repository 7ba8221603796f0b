import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { Encoder } from '../../tests/e2e/encoder.ts';
import { eventually, ServerUnderTest } from '../../tests/e2e/server-under-test.ts';
import { type Benchmark, type BenchmarkReport, median, percentile } from '../benchmark.ts';
import { playReplayInPage } from './play-replay-in-page.ts';

const SHOWS = 10;
/** Long enough for the watch page to have settled at the live edge. */
const SHOW_MS = 8000;
const GOAL_MS = 2000;

const HLS_PATH = createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js');

/** The end of a show: how long until its replay answers, plays in hls.js, and is on the page of who was watching. */
export default {
  name: 'replay',
  run: async (report) => {
    const server = await ServerUnderTest.start();
    const browser = await launchChromium();
    try {
      await recordEachShow(server);
      await measureShows(server, browser, report);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
} satisfies Benchmark;

/** A recording of its own for each show, so that none has more to load than the one before. */
async function recordEachShow(server: ServerUnderTest): Promise<void> {
  await server.call('liveStream', 'update', {
    ks: await server.adminSession(),
    entryId: server.sample.webcastId,
    liveStreamEntry: { objectType: 'KalturaLiveStreamEntry', recordStatus: 2 },
  });
}

async function measureShows(
  server: ServerUnderTest,
  browser: Browser,
  report: BenchmarkReport,
): Promise<void> {
  const [answersMs, picturesMs, pagesMs]: [number[], number[], number[]] = [[], [], []];
  const player = await openPlayer(server, browser);
  const viewer = await browser.newPage();
  await viewer.goto(`${server.url}/watch/${server.sample.webcastId}`);
  for (let show = 0; show < SHOWS; show++) {
    const encoder = new Encoder(server.publishUrl, { size: '1280x720' });
    await eventually('on air', () => server.isLive());
    await viewer.getByText('Live', { exact: true }).first().waitFor();
    await viewer.waitForTimeout(SHOW_MS);
    const replay = player.evaluate(playReplayInPage, manifestPath(server));
    const onThePage = viewer
      .getByText('Replay', { exact: true })
      .waitFor()
      .then(() => Date.now());
    // FFmpeg says FCUnpublish a little later, when it has sent what it still had.
    const stoppedAtMs = Date.now();
    await encoder.stop();
    const { answeredAtMs, shownAtMs } = await replay;
    answersMs.push(answeredAtMs - stoppedAtMs);
    picturesMs.push(shownAtMs - stoppedAtMs);
    pagesMs.push((await onThePage) - stoppedAtMs);
  }
  addBound(report, 'the playlist of the replay answers', answersMs);
  addBound(report, 'its first frame in hls.js', picturesMs);
  report.note(
    `who was watching live has the replay on the page after ${seconds(median(pagesMs))} (slowest ${seconds(percentile(pagesMs, 1))}): the page plays the show to its end first.`,
  );
}

/** A page with hls.js and nothing else. */
async function openPlayer(server: ServerUnderTest, browser: Browser): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${server.url}/`);
  await page.addScriptTag({ path: HLS_PATH });
  return page;
}

function manifestPath({ sample }: ServerUnderTest): string {
  return `/p/100/sp/10000/playManifest/entryId/${sample.webcastId}/protocol/http/format/applehttp/a.m3u8`;
}

function addBound(report: BenchmarkReport, what: string, valuesMs: readonly number[]): void {
  const slowestMs = percentile(valuesMs, 1);
  report.add({
    what: `from the encoder's stop until ${what}, slowest of ${SHOWS} (p50 ${seconds(median(valuesMs))})`,
    ours: seconds(slowestMs),
    peer: `${seconds(GOAL_MS)} (bound)`,
    ratio: slowestMs / GOAL_MS,
    goal: 'at most 1.0',
    isMet: slowestMs <= GOAL_MS,
  });
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
