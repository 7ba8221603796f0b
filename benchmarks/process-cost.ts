import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second (USER_HZ). */
const TICKS_PER_SECOND = 100;

/** Processor time a process has used, in seconds, all threads, user and system. Linux only. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces: count from behind it (proc(5): utime is field 14, stime 15).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory of a process, bytes. Linux only. */
export function residentBytesOf(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match?.[1] ?? 0) * 1024;
}

/** The share of one core that a process uses over `durationMs`, in percent. */
export async function measureCorePercent(pid: number, durationMs: number): Promise<number> {
  const [cpuBefore, wallBefore] = [cpuSecondsOf(pid), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, durationMs));
  const seconds = (performance.now() - wallBefore) / 1000;
  return ((cpuSecondsOf(pid) - cpuBefore) / seconds) * 100;
}
