import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessInfo, SampleWebcast } from '../link/process-messages.ts';

/** What a running server tells the commands beside it (`npm run demo`). */
export type RunFile = {
  readonly processes: readonly ProcessInfo[];
  readonly publicUrl: string;
  readonly rtmpPort: number;
  readonly sample: SampleWebcast | null;
};

export function runFilePath(dataDir: string): string {
  return path.join(dataDir, 'run.json');
}

export function writeRunFile(dataDir: string, content: RunFile): void {
  const file = runFilePath(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function removeRunFile(dataDir: string): void {
  rmSync(runFilePath(dataDir), { force: true });
}

/**
 * Processes of an earlier run of this data folder that are still there: its supervisor was killed, or still runs.
 * A process id that now belongs to another program is not listed.
 */
export function findEarlierRun(dataDir: string): readonly ProcessInfo[] {
  let content: RunFile;
  try {
    content = JSON.parse(readFileSync(runFilePath(dataDir), 'utf8')) as RunFile;
  } catch {
    return [];
  }
  return (content.processes ?? []).filter(({ pid }) => pid !== process.pid && isOurs(pid));
}

function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return commandOf(pid).includes(path.join('apps', 'server', 'src'));
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

/** Ends what an earlier run left behind: politely, then not. */
export async function endLeftovers(
  leftovers: readonly ProcessInfo[],
  limitMs = 7000,
): Promise<void> {
  const deadlineMs = performance.now() + limitMs;
  for (const { pid } of leftovers) signal(pid, 'SIGTERM');
  while (leftovers.some(({ pid }) => isOurs(pid))) {
    if (performance.now() > deadlineMs) {
      for (const { pid } of leftovers) if (isOurs(pid)) signal(pid, 'SIGKILL');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has just ended by itself.
  }
}
