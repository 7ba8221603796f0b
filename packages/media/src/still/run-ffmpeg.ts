import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export type FfmpegCommand = {
  /** Name or path. */
  readonly file: string;
  /** All that the child gets of an environment: where to look for programs, and no secrets. */
  readonly environment: { readonly [name: string]: string };
};

export type FfmpegLimits = {
  readonly timeoutMs: number;
  readonly maxOutputBytes: number;
};

/** FFmpeg could not be started: it is not installed. */
export class MissingFfmpegError extends Error {
  override readonly name = 'MissingFfmpegError';
}

/** Address space of a child, KiB: decoding the largest picture takes a fifth of it. */
const MAX_MEMORY_KIB = 2 * 1024 * 1024;
/** Processor time of a child, s: what needs more is no picture, however idle the machine is. */
const MAX_PROCESSOR_SECONDS = 15;

/** Where a shell can set limits before the program takes its place; a system without one of them goes without it. */
const WITH_LIMITS = `ulimit -v ${MAX_MEMORY_KIB} 2>/dev/null; ulimit -t ${MAX_PROCESSOR_SECONDS} 2>/dev/null; exec "$0" "$@"`;
/** What a shell says for a program that is not there. */
const NOT_FOUND_CODE = 127;

/**
 * Gives bytes to an FFmpeg of its own and answers what it writes; null where it writes nothing or too much, or fails, and
 * `late` where it takes too long: the child gets what processor time others leave, and that may be none.
 *
 * @throws MissingFfmpegError
 */
export function runFfmpeg(
  command: FfmpegCommand,
  args: readonly string[],
  input: readonly Uint8Array[],
  limits: FfmpegLimits,
): Promise<Uint8Array | null | 'late'> {
  return new Promise((resolve, reject) => {
    const child = start(command, ['-hide_banner', '-loglevel', 'error', '-nostdin', ...args]);
    const output: Buffer[] = [];
    let outputBytes = 0;
    let givenUp: null | 'late' | 'too much' = null;
    const giveUp = (reason: 'late' | 'too much') => {
      givenUp ??= reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => giveUp('late'), limits.timeoutMs);
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (error.code === 'ENOENT') reject(new MissingFfmpegError(`${command.file} is not there`));
      else resolve(null);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === NOT_FOUND_CODE) reject(new MissingFfmpegError(`${command.file} is not there`));
      else if (givenUp === 'late') resolve('late');
      else resolve(givenUp !== null || outputBytes === 0 ? null : Buffer.concat(output));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      outputBytes += chunk.length;
      if (outputBytes > limits.maxOutputBytes) giveUp('too much');
      else output.push(chunk);
    });
    // Read, so that the child never waits for it; what it says is about bytes of strangers.
    child.stderr.resume();
    // A child that has seen enough closes its input: that is no failure.
    child.stdin.on('error', () => undefined);
    for (const piece of input) child.stdin.write(piece);
    child.stdin.end();
  });
}

function start(
  { file, environment }: FfmpegCommand,
  args: readonly string[],
): ChildProcessWithoutNullStreams {
  const child =
    process.platform === 'win32'
      ? spawn(file, args, { env: environment, windowsHide: true })
      : spawn('/bin/sh', ['-c', WITH_LIMITS, file, ...args], { env: environment });
  if (child.pid !== undefined) {
    try {
      setPriority(child.pid, constants.priority.PRIORITY_LOW);
    } catch {
      // It has ended already.
    }
  }
  return child;
}
