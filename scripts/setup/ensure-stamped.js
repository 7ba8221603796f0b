import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { oneAtATime } from './one-at-a-time.js';

/**
 * Does what is to be done once for each state of its sources; the stamp beside its outcome says for which it was done.
 *
 * @param {string} stamp a file that goes with the outcome
 * @param {string} wanted a hash of the sources
 * @param {() => void} work throws where it fails, and is done again then
 */
export function ensureStamped(stamp, wanted, work) {
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isDone()) return;
  oneAtATime(() => {
    // Another command may have done it meanwhile.
    if (isDone()) return;
    work();
    writeFileSync(stamp, wanted);
  });
}
