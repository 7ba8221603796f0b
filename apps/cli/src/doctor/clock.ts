import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { utcText } from '../terminal/amounts.ts';
import { type Finding, fault, fine, warning } from './finding.ts';

/** No machine that runs this version can rightly be earlier. */
const RELEASED_MS = Date.UTC(2026, 10, 1);
const TOLERANCE_MS = 60_000;

/** A clock that is wrong makes sessions that have ended before they began, and certificates that do not hold yet. */
export async function checkClock(dataDir: string, nowMs: number): Promise<Finding> {
  const check = 'clock';
  const shown = `${utcText(nowMs)} UTC`;
  const advice = 'Set it by NTP: timedatectl set-ntp true.';
  if (nowMs < RELEASED_MS) return fault(check, `${shown} is before this version was made`, advice);
  // A running server writes both: from the future they can't be.
  for (const name of ['rostrum.db', 'run.json']) {
    const there = await stat(path.join(dataDir, name)).catch(() => null);
    if (there !== null && there.mtimeMs > nowMs + TOLERANCE_MS) {
      const text = `${shown}, but ${name} was written at ${utcText(there.mtimeMs)}: the clock went back`;
      return fault(check, text, advice);
    }
  }
  if ((await ntpState()) === 'no') return warning(check, `${shown}, not set by NTP`, advice);
  return fine(check, shown);
}

/** What systemd says of the clock; null where there is no systemd. */
function ntpState(): Promise<'yes' | 'no' | null> {
  return new Promise((resolve) => {
    const args = ['show', '--property=NTPSynchronized', '--value'];
    execFile('timedatectl', args, { timeout: 3000 }, (error, out) => {
      const word = out.trim();
      resolve(error === null && (word === 'yes' || word === 'no') ? word : null);
    });
  });
}
