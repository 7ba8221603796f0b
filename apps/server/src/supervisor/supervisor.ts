import path from 'node:path';
import type { Settings } from '@rostrum/settings';
import {
  CHILD_NAMES,
  type ChildName,
  type ChildToSupervisor,
  type Ports,
  type ProcessInfo,
  type SampleWebcast,
  type Secrets,
} from '../link/process-messages.ts';
import type { Log } from '../log.ts';
import { SupervisedProcess } from './child-process.ts';
import { describeLinks, localPublicUrl } from './print-links.ts';
import { removeRunFile, writeRunFile } from './run-file.ts';

/** Within the 10 s that a stop may take: first the live ends for viewers, then control hears of it and closes. */
const STOP_LIMIT_MS: Record<ChildName, number> = { media: 6000, control: 3000 };

const RUN_FILE_RETRY_MS = 5000;

export type SupervisorOptions = {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  /** Takes the links for the person who started the server. */
  print(text: string): void;
};

/** Starts the processes, passes their messages on, and starts again what dies. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #processes: Record<ChildName, SupervisedProcess>;
  readonly #startedAtMs = performance.now();
  readonly #failed: (message: string) => void;
  /** Resolves, with what to tell the user, when a process can't even start for the first time. */
  readonly failure: Promise<string>;
  #ports: Partial<Ports> = {};
  #sample: SampleWebcast | null = null;
  #consoleSession: string | null = null;
  #hasBeenReady = false;
  #runFileTimer: NodeJS.Timeout | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    const { promise, resolve } = Promise.withResolvers<string>();
    this.failure = promise;
    this.#failed = resolve;
    this.#processes = {
      media: this.#supervise('media', 'control'),
      control: this.#supervise('control', 'media'),
    };
  }

  start(): void {
    for (const name of CHILD_NAMES) this.#processes[name].start();
  }

  async stop(): Promise<void> {
    for (const name of CHILD_NAMES) await this.#processes[name].stop(STOP_LIMIT_MS[name]);
    clearTimeout(this.#runFileTimer);
    removeRunFile(this.#options.settings.dataDir);
  }

  #supervise(name: ChildName, peer: ChildName): SupervisedProcess {
    const { env, settings, secrets, log } = this.#options;
    // Compiled code is kept between starts: it halves the time until a restarted process accepts work.
    const childEnv = { ...env, NODE_COMPILE_CACHE: path.join(settings.dataDir, 'compiled') };
    return new SupervisedProcess(
      name,
      childEnv,
      {
        setup: () => ({ type: 'setup', settings, secrets, ports: this.#ports }),
        message: (message) => this.#handle(message, peer),
        changed: () => this.#tellEverybody(),
      },
      log,
    );
  }

  #handle(message: ChildToSupervisor, peer: ChildName): void {
    switch (message.type) {
      case 'ready':
        this.#ports = { ...this.#ports, ...message.ports };
        this.#sample = message.sample ?? this.#sample;
        this.#consoleSession = message.consoleSession ?? this.#consoleSession;
        return;
      case 'failed':
        if (this.#hasBeenReady)
          this.#options.log.error({ reason: message.message }, 'a process can not start');
        else this.#failed(message.message);
        return;
      case 'to-peer':
        this.#processes[peer].send({ type: 'from-peer', message: message.message });
        return;
    }
  }

  #tellEverybody(): void {
    const processes = this.#listProcesses();
    for (const name of CHILD_NAMES) {
      this.#processes[name].send({ type: 'processes', processes, ports: this.#ports });
    }
    const ports = completePorts(this.#ports);
    if (ports === null) return;
    const { settings, print } = this.#options;
    this.#writeRunFile();
    if (this.#hasBeenReady || !processes.every(({ isReady }) => isReady)) return;
    this.#hasBeenReady = true;
    print(
      describeLinks(settings, ports, {
        sample: this.#sample,
        consoleSession: this.#consoleSession,
        readyAfterMs: performance.now() - this.#startedAtMs,
      }),
    );
  }

  /** A full disk must not end the server: the file is for those who look at it from outside, and is written later. */
  #writeRunFile(): void {
    clearTimeout(this.#runFileTimer);
    const { settings, log } = this.#options;
    const ports = completePorts(this.#ports);
    if (ports === null) return;
    try {
      writeRunFile(settings.dataDir, {
        processes: this.#listProcesses(),
        publicUrl: localPublicUrl(settings, ports),
        rtmpPort: ports.rtmp,
        sample: this.#sample,
      });
    } catch (error) {
      log.warn({ error }, 'run.json could not be written; it is tried again');
      this.#runFileTimer = setTimeout(() => this.#writeRunFile(), RUN_FILE_RETRY_MS).unref();
    }
  }

  #listProcesses(): ProcessInfo[] {
    const list: ProcessInfo[] = [{ name: 'supervisor', pid: process.pid, isReady: true }];
    for (const name of CHILD_NAMES) {
      const { pid, isReady } = this.#processes[name];
      if (pid !== null) list.push({ name, pid, isReady });
    }
    return list;
  }
}

function completePorts({ http, media, rtmp, rtmps }: Partial<Ports>): Ports | null {
  return http === undefined || media === undefined || rtmp === undefined || rtmps === undefined
    ? null
    : { http, media, rtmp, rtmps };
}
