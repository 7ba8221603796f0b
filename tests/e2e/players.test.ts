import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { type DroppedShow, makeDroppedShow } from '../reliability/dropped-show.ts';
import { playInBrowser } from '../reliability/players/browser-player.ts';
import { playInFfmpeg } from '../reliability/players/ffmpeg-player.ts';
import type { PlayerReport } from '../reliability/players/player-report.ts';
import { hasVlc, playInVlc } from '../reliability/players/vlc-player.ts';
import { ServerUnderTest } from './server-under-test.ts';

const DROPS = 10;
const SECONDS_BETWEEN = 3;

/** Players count the last frame, or not; a second more or less is a piece that is missing or twice there. */
const TOLERANCE_S = 0.5;

describe('the recording of a show with ten drops', () => {
  let server: ServerUnderTest;
  let browser: Browser;
  let show: DroppedShow;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS: '60' });
    show = await makeDroppedShow(server, DROPS, SECONDS_BETWEEN);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const expectWhole = ({ lengthS, playedS, complaints, levels }: PlayerReport) => {
    expect(complaints).toEqual([]);
    expect(Math.abs(lengthS - show.lengthS)).toBeLessThan(TOLERANCE_S);
    expect(Math.abs(playedS - show.lengthS)).toBeLessThan(TOLERANCE_S);
    if (levels.length === 0) return;
    expect(levels).toHaveLength(show.levels.length);
    for (const [run, level] of show.levels.entries()) {
      expect(Math.abs((levels[run] ?? 0) - level), `run ${run}`).toBeLessThan(10);
    }
  };

  it('has all that was sent, and nothing of the time in between', () => {
    expect(show.lengthS).toBeGreaterThan((DROPS + 1) * SECONDS_BETWEEN);
    expect(show.lengthS).toBeLessThan(show.tookS);
  });

  it('plays in FFmpeg, in order and to its end', async () => {
    const report = await playInFfmpeg(show.url);
    expect(report.levels.length).toBeGreaterThan(0);
    expectWhole(report);
  }, 120_000);

  it.each(['hls.js', 'shaka'] as const)(
    'plays in %s, in order and to its end',
    async (player) => {
      const report = await playInBrowser(browser, player, show.url, 2);
      expect(report.levels.length).toBeGreaterThan(0);
      expectWhole(report);
    },
    120_000,
  );

  // Not everywhere; where it is, it counts.
  it.runIf(hasVlc())(
    'plays in VLC, to its end',
    async () => {
      expectWhole(await playInVlc(show.url, 120_000));
    },
    150_000,
  );
});
