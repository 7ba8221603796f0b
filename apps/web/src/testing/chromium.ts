import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** No network of its own, no first-run pages, and playback that may begin by itself. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** The system's Chromium: `CHROME_PATH`, or the first of the usual names in PATH. */
export function chromiumPath(): string {
  const named = process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin');
  const found = [
    ...(named === undefined ? [] : [named]),
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ].find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error('The browser tests need Chromium: install it, or set CHROME_PATH');
  }
  return found;
}

/** @param mayAutoplay false keeps the browser's own policy: sound only after a click */
export function launchChromium(mayAutoplay = true): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: mayAutoplay
      ? [...ARGUMENTS, '--autoplay-policy=no-user-gesture-required']
      : [...ARGUMENTS, '--autoplay-policy=document-user-activation-required'],
  });
}
