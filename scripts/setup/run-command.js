import { spawn } from 'node:child_process';
import { ROOT } from './paths.js';

/**
 * Runs a program in the foreground: signals are passed on, and its exit code becomes ours.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runCommand(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit' });
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  process.on('SIGTERM', pass);
  // Ctrl-C reaches the child by itself, as it is in the same group.
  process.on('SIGINT', () => {});
  const stopWatching = whenNpmIsGone(() => pass('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  }).finally(stopWatching);
}

/**
 * npm passes a signal to the shell between it and this process, and that dies without a word: whoever stops npm means
 * the program.
 * @param {() => void} stop
 */
function whenNpmIsGone(stop) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const { ppid } = process;
  const timer = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(timer);
    stop();
  }, 500);
  return () => clearInterval(timer);
}

/**
 * A command's whole life: what it throws is shown in words, without a stack.
 * @param {() => Promise<number>} command
 */
export function main(command) {
  command().then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
