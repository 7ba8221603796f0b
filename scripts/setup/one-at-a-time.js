// Plain JavaScript that needs no dependency, as everything that sets up.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.js';

const LOCK = inRoot('.cache', 'setup.lock');
/** Nothing that sets up takes so long: whoever holds the lock has left it behind. */
const MAX_HELD_MS = 20 * 60_000;
const LOOK_INTERVAL_MS = 200;

/**
 * Commands that are started together set up one after the other: the first does the work, the others wait for it, and
 * are to look again whether there is anything left to do.
 *
 * @template T
 * @param {() => T} work
 * @param {string} [lock] a file
 * @returns {T}
 */
export function oneAtATime(work, lock = LOCK) {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (let isSaid = false; !take(lock); isSaid = true) {
    if (!isSaid) console.log('Another command is setting up: waiting for it …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_INTERVAL_MS);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (isLeftBehind(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function isLeftBehind(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > MAX_HELD_MS) return true;
    const holder = Number(readFileSync(lock, 'utf8'));
    // Empty for a moment, between its making and its writing.
    return holder > 0 && !isAlive(holder);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
