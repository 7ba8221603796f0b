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
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
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
