import { readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { type Finding, fault, fine, warning } from './finding.ts';
import type { Place } from './place.ts';

/** What a running server says of itself in its data folder, as far as it is needed here. */
export type RunningServer = {
  readonly url: string;
  readonly pids: readonly number[];
};

const TIMEOUT_MS = 3000;
const LARGEST_ANSWER = 100_000;

/** The server that runs on the data folder; null where none does. */
export async function findRunningServer(dataDir: string): Promise<RunningServer | null> {
  const text = await readFile(path.join(dataDir, 'run.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { publicUrl, processes } = JSON.parse(text) as {
      readonly publicUrl?: unknown;
      readonly processes?: readonly { readonly pid?: unknown }[];
    };
    const pids = (processes ?? []).map(({ pid }) => Number(pid)).filter(isAlive);
    return pids.length > 0 && typeof publicUrl === 'string' ? { url: publicUrl, pids } : null;
  } catch {
    return null;
  }
}

export async function checkRunningServer(
  place: Place,
  running: RunningServer | null,
): Promise<Finding> {
  const check = 'server';
  if (running === null) return fine(check, `none runs on ${place.dataDir}; npm start starts one`);
  const answer = await askHealth(running.url);
  if (answer === null) {
    return fault(
      check,
      `its processes run (${running.pids.join(', ')}), but ${running.url}/healthz does not answer`,
      'Look at what it printed. Where public_url names a proxy, see whether that passes requests on.',
    );
  }
  if (answer.status === 'ok') {
    return fine(
      check,
      `${running.url} is well (version ${answer.version}), processes ${running.pids.join(', ')}`,
    );
  }
  return warning(
    check,
    `${running.url} is not ready: ${answer.waitingFor.join(', ') || 'starting'}`,
    'Ask again in a few seconds; if it stays like this, look at what it printed.',
  );
}

export type HealthAnswer = {
  readonly status: 'ok' | 'starting';
  readonly version: string;
  /** Processes that do not accept work yet. */
  readonly waitingFor: readonly string[];
};

/** What `/healthz` of an address says; null where no Rostrum answers there. */
export async function askHealth(url: string): Promise<HealthAnswer | null> {
  const text = await get(`${url.replace(/\/+$/, '')}/healthz`);
  if (text === null) return null;
  try {
    const { status, version, processes } = JSON.parse(text) as {
      readonly status?: unknown;
      readonly version?: unknown;
      readonly processes?: readonly { readonly name: string; readonly isReady: boolean }[];
    };
    if ((status !== 'ok' && status !== 'starting') || !Array.isArray(processes)) return null;
    const waitingFor = processes.filter(({ isReady }) => !isReady).map(({ name }) => name);
    return { status, version: String(version), waitingFor };
  } catch {
    return null;
  }
}

/** A certificate that nobody trusts does not matter here: it has a check of its own. */
function get(url: string): Promise<string | null> {
  return new Promise((resolve) => {
    const { get: ask } = url.startsWith('https:') ? https : http;
    const options = { timeout: TIMEOUT_MS, agent: false, rejectUnauthorized: false };
    const request = ask(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
        if (text.length > LARGEST_ANSWER) request.destroy();
      });
      response.on('end', () => resolve(text));
      response.on('error', () => resolve(null));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(null));
    request.on('close', () => resolve(null));
  });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
