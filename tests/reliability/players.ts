/**
 * Plays a recording in hls.js, Shaka, FFmpeg and, where it is installed, VLC, from its first frame to its last:
 * `node tests/reliability/players.ts [URL] [--rate 8] [--seconds 3600] [--drops 10]`. Without a playlist's address it
 * makes a show of two minutes whose encoder is killed ten times. Fails where a player complains, or where the lengths
 * differ by more than half a second for each drop.
 */
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { ServerUnderTest } from '../e2e/server-under-test.ts';
import { makeDroppedShow } from './dropped-show.ts';
import { playInBrowser } from './players/browser-player.ts';
import { playInFfmpeg } from './players/ffmpeg-player.ts';
import type { PlayerReport } from './players/player-report.ts';
import { hasVlc, playInVlc } from './players/vlc-player.ts';

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  options: {
    rate: { type: 'string', default: '8' },
    seconds: { type: 'string' },
    drops: { type: 'string', default: '10' },
  },
  allowPositionals: true,
});
const rate = Number(values.rate);
const drops = Number(values.drops);
const [given] = positionals;
if (given !== undefined) {
  await playEverywhere(given, values.seconds === undefined ? null : Number(values.seconds));
} else {
  const server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS: '60' });
  try {
    const show = await makeDroppedShow(server, drops, 120 / (drops + 1));
    console.log(`a show of ${show.tookS.toFixed(0)} s with ${drops} drops: ${show.url}`);
    await playEverywhere(show.url, show.lengthS);
  } finally {
    await server.stop();
  }
}

async function playEverywhere(url: string, lengthS: number | null): Promise<void> {
  const browser = await launchChromium();
  const reports: PlayerReport[] = [];
  try {
    reports.push(await playInFfmpeg(url));
    print(reports.at(-1));
    for (const player of ['hls.js', 'shaka'] as const) {
      reports.push(await playInBrowser(browser, player, url, rate));
      print(reports.at(-1));
    }
  } finally {
    await browser.close();
  }
  const expectedS = lengthS ?? reports[0]?.lengthS ?? 0;
  if (hasVlc()) {
    reports.push(await playInVlc(url, (expectedS + 60) * 1000));
    print(reports.at(-1));
  } else {
    console.log('VLC      is not installed');
  }
  const allowedS = 0.5 * Math.max(1, drops);
  const isWrong = ({ complaints, lengthS: said, playedS }: PlayerReport) =>
    complaints.length > 0 ||
    Math.abs(said - expectedS) > allowedS ||
    Math.abs(playedS - expectedS) > allowedS;
  process.exitCode = reports.some(isWrong) ? 1 : 0;
  console.log(process.exitCode === 0 ? 'all players agree' : 'NOT all players are content');
}

function print(report: PlayerReport | undefined): void {
  if (report === undefined) return;
  const { player, lengthS, playedS, complaints, levels } = report;
  const steps = levels.length === 0 ? '' : `, ${levels.length} steps of brightness`;
  console.log(
    `${player.padEnd(8)} says ${lengthS.toFixed(2)} s, played ${playedS.toFixed(2)} s${steps}`,
  );
  for (const complaint of complaints) console.log(`         ${complaint}`);
}
