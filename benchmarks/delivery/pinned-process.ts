import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The server under test has a core of its own, and so have those who load it. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

/**
 * Finds a program that a benchmark needs.
 *
 * @throws with the way to get it where it is missing
 */
export function requireProgram(name: string, howToInstall: string): string {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error(`${name} is needed: ${howToInstall}`);
  }
}

/** Starts a program of this folder on a core, with a channel for messages. */
export function forkPinned(core: number, file: string, args: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn('taskset', ['-c', String(core), process.execPath, path, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** The next message of a kind from a child. */
export async function nextMessage<T>(child: ChildProcess, type: string): Promise<T> {
  for (;;) {
    const died = new AbortController();
    const exit = () => died.abort(new Error(`a process of the benchmark ended before ${type}`));
    child.once('exit', exit);
    try {
      const [message] = await once(child, 'message', { signal: died.signal });
      if (message.type === type) return message;
    } finally {
      child.off('exit', exit);
    }
  }
}

/** Lets a child go, and waits until it has gone. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals | null): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (signal === null) child.disconnect();
  else child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(late);
}
