import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cpuSecondsOf } from '../process-cost.ts';
import { LOAD_CORE, requireProgram } from './pinned-process.ts';

const run = promisify(execFile);

export type Load = {
  readonly requestsPerSecond: number;
  /** For each second that the server had the processor: what other programs on its core took is not counted. */
  readonly requestsPerCoreSecond: number;
};

/** Asks for one address again and again on 64 connections, from the load's core. */
export async function load(url: string, serverPid: number, seconds: number): Promise<Load> {
  const wrk = requireProgram('wrk', 'apt-get install wrk');
  const before = cpuSecondsOf(serverPid);
  const args = ['-c', String(LOAD_CORE), wrk, '-t1', '-c64', `-d${seconds}s`, url];
  const { stdout } = await run('taskset', args);
  const cpuSeconds = cpuSecondsOf(serverPid) - before;
  const requestsPerSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const failures = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(stdout);
  if (failures !== null || !(requestsPerSecond > 0)) {
    throw new Error(`the load failed: ${failures?.[0] ?? stdout}`);
  }
  const requestsPerCoreSecond = (requestsPerSecond * seconds) / cpuSeconds;
  return { requestsPerSecond, requestsPerCoreSecond };
}
