import type { ProcessInfo } from '../link/process-messages.ts';

export type Health = {
  readonly status: 'ok' | 'starting';
  readonly version: string;
  readonly processes: readonly ProcessInfo[];
};

const PROCESS_NAMES: readonly ProcessInfo['name'][] = ['supervisor', 'media', 'control'];

/** `ok` once every process of the server accepts work. */
export function healthOf(processes: readonly ProcessInfo[], version: string): Health {
  const isReady = PROCESS_NAMES.every((name) =>
    processes.some((process) => process.name === name && process.isReady),
  );
  return { status: isReady ? 'ok' : 'starting', version, processes };
}
