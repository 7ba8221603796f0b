import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { ChildName, ChildToSupervisor, SupervisorToChild } from '../link/process-messages.ts';
import type { Log } from '../log.ts';

export type SupervisedEvents = {
  /** A fresh process wants its set-up. */
  setup(): Extract<SupervisorToChild, { type: 'setup' }>;
  message(message: ChildToSupervisor): void;
  /** The process, or whether it is ready, has changed. */
  changed(): void;
};

/** Delays before the next start, by how many times in a row the process has died before it was of any use. */
const RESTART_DELAYS_MS = [0, 100, 500, 1000, 2000, 5000];

/** A process that was killed after this long in service was healthy: its restart is immediate, however often. */
const HEALTHY_AFTER_MS = 1000;

const ENTRY: Record<ChildName, string> = {
  media: path.join(import.meta.dirname, '../media-process/main.ts'),
  control: path.join(import.meta.dirname, '../control/main.ts'),
};

/**
 * Media lives outside the JavaScript heap. Unless V8 is told to weigh both together, a few streams make it collect its
 * small heap several times a second. The embedded SQLite is called experimental by the runtime, which would say so at
 * every start.
 */
const NODE_OPTIONS: Record<ChildName, string[]> = {
  media: ['--external-memory-accounted-in-global-limit'],
  control: ['--disable-warning=ExperimentalWarning'],
};

/** One process of the server, started again whenever it ends on its own. */
export class SupervisedProcess {
  readonly name: ChildName;
  readonly #events: SupervisedEvents;
  readonly #log: Log;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #readyAtMs: number | null = null;
  #isStopping = false;
  #earlyDeaths = 0;
  #restartTimer: NodeJS.Timeout | null = null;

  constructor(name: ChildName, env: NodeJS.ProcessEnv, events: SupervisedEvents, log: Log) {
    this.name = name;
    this.#events = events;
    this.#log = log;
    this.#env = env;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  get isReady(): boolean {
    return this.#readyAtMs !== null;
  }

  start(): void {
    this.#restartTimer = null;
    const child = fork(ENTRY[this.name], {
      env: this.#env,
      execArgv: NODE_OPTIONS[this.name],
      stdio: 'inherit',
    });
    this.#child = child;
    child.on('message', (message: ChildToSupervisor) => {
      if (message.type === 'ready') this.#readyAtMs = performance.now();
      this.#events.message(message);
      if (message.type === 'ready') this.#events.changed();
    });
    child.on('error', (error) => this.#log.error({ error, name: this.name }, 'a process failed'));
    child.once('exit', (code, signal) => {
      this.#child = null;
      const servedMs = this.#readyAtMs === null ? 0 : performance.now() - this.#readyAtMs;
      this.#readyAtMs = null;
      if (!this.#isStopping) this.#scheduleRestart(servedMs, code, signal);
      this.#events.changed();
    });
    this.send(this.#events.setup());
    this.#events.changed();
  }

  send(message: SupervisorToChild): void {
    if (this.#child?.connected) this.#child.send(message, () => {});
  }

  /** Asks the process to close and waits; after the limit it is killed. */
  async stop(limitMs: number): Promise<void> {
    this.#isStopping = true;
    if (this.#restartTimer !== null) clearTimeout(this.#restartTimer);
    const child = this.#child;
    if (child === null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    this.send({ type: 'stop' });
    const killTimer = setTimeout(() => {
      this.#log.warn({ name: this.name }, 'a process did not stop in time and was killed');
      child.kill('SIGKILL');
    }, limitMs);
    await exited;
    clearTimeout(killTimer);
  }

  #scheduleRestart(servedMs: number, code: number | null, signal: string | null): void {
    this.#earlyDeaths = servedMs > HEALTHY_AFTER_MS ? 0 : this.#earlyDeaths + 1;
    const last = RESTART_DELAYS_MS.length - 1;
    const delayMs = RESTART_DELAYS_MS[Math.min(this.#earlyDeaths, last)] ?? 0;
    this.#log.error(
      { name: this.name, code, signal, delayMs },
      'a process ended; it is started again',
    );
    this.#restartTimer = setTimeout(() => this.start(), delayMs);
  }
}
