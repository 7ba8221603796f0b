import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { playToTheEnd } from './play-to-the-end.ts';
import { counted, levelsOf, type PlayerReport } from './player-report.ts';

const resolve = createRequire(import.meta.url).resolve;

/** Players that run in a page, with the file that brings them. */
const LIBRARIES = {
  'hls.js': resolve('hls.js/dist/hls.min.js'),
  shaka: resolve('shaka-player/dist/shaka-player.compiled.js'),
} as const;

export type BrowserPlayer = keyof typeof LIBRARIES;

/** Plays a recording from its first frame to its last, at a multiple of its speed. */
export async function playInBrowser(
  browser: Browser,
  player: BrowserPlayer,
  url: string,
  rate: number,
): Promise<PlayerReport> {
  const page = await browser.newPage();
  try {
    // Whatever is there: a page of the same origin, which browsers let ask for the rest.
    await page.goto(new URL('/', url).href);
    await page.addScriptTag({ path: LIBRARIES[player] });
    const played = await page.evaluate(playToTheEnd, { player, url, rate });
    return {
      player,
      lengthS: played.lengthS,
      playedS: played.playedS,
      complaints: counted(played.complaints),
      levels: levelsOf(played.brightness),
    };
  } finally {
    await page.close();
  }
}
