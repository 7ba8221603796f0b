import type { ControlToMedia, MediaToControl } from '@rostrum/contracts';
import type {
  ChildToSupervisor,
  FirstLinks,
  Ports,
  ProcessInfo,
  SupervisorToChild,
} from './process-messages.ts';

type Setup = Extract<SupervisorToChild, { type: 'setup' }>;

/** A child process's line to its supervisor, and through it to the other process. */
export interface SupervisorLink<Sent, Received> {
  readonly setup: Setup;
  readonly processes: readonly ProcessInfo[];
  readonly ports: Partial<Ports>;
  ready(ports: Partial<Ports>, first?: FirstLinks): void;
  /** Sends to the other process; dropped while that is down, because `onPeerReady` says everything again. */
  send(message: Sent): void;
  onMessage(listener: (message: Received) => void): void;
  /** Called each time the other process (again) accepts work: now is the time to tell it everything. */
  onPeerReady(listener: () => void): void;
}

/** `orphaned`: the supervisor has died, and whoever starts the server again wants it to go on where it was. */
export type StopReason = 'asked' | 'orphaned';

export type CloseProcess = (why: StopReason) => Promise<void>;

/** How long a process may take to close what is open. */
const CLOSE_TIMEOUT_MS = 6000;

/**
 * Runs this process as a child of the supervisor: waits for the set-up, starts, and closes when the supervisor says so,
 * when it is gone, or at SIGTERM. A failed start is told in words.
 *
 * @param start opens everything and calls `link.ready`; answers with the function that closes it
 */
export function runAsChild<
  Sent extends ControlToMedia | MediaToControl,
  Received extends ControlToMedia | MediaToControl,
>(
  peerName: ProcessInfo['name'],
  start: (link: SupervisorLink<Sent, Received>) => Promise<CloseProcess>,
): void {
  if (process.send === undefined) {
    throw new Error('This file is started by the supervisor: use apps/server/src/main.ts.');
  }
  let close: CloseProcess | null = null;
  let isStopping = false;
  let processes: readonly ProcessInfo[] = [];
  let ports: Partial<Ports> = {};
  let onMessage: (message: Received) => void = () => {};
  let onPeerReady: () => void = () => {};
  let readyPeerPid: number | null = null;

  const tell = (message: ChildToSupervisor) => {
    if (process.connected) process.send?.(message);
  };

  const stop = async (why: StopReason) => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
    await close?.(why);
    process.exit(0);
  };

  const fail = (error: unknown) => {
    tell({ type: 'failed', message: describe(error) });
    setImmediate(() => process.exit(1));
  };

  const begin = (setup: Setup) => {
    ports = setup.ports;
    const link: SupervisorLink<Sent, Received> = {
      setup,
      get processes() {
        return processes;
      },
      get ports() {
        return ports;
      },
      ready: (ready, first) => tell({ type: 'ready', ports: ready, ...first }),
      send: (message) => tell({ type: 'to-peer', message }),
      onMessage: (listener) => {
        onMessage = listener;
      },
      onPeerReady: (listener) => {
        onPeerReady = listener;
      },
    };
    start(link).then((opened) => {
      close = opened;
      if (isStopping) void opened('asked').then(() => process.exit(0));
    }, fail);
  };

  process.on('message', (message: SupervisorToChild) => {
    switch (message.type) {
      case 'setup':
        return begin(message);
      case 'processes': {
        ({ processes, ports } = message);
        const peer = processes.find(({ name }) => name === peerName);
        const isNew = peer?.isReady === true && peer.pid !== readyPeerPid;
        readyPeerPid = peer?.isReady === true ? peer.pid : null;
        if (isNew) onPeerReady();
        return;
      }
      case 'from-peer':
        return onMessage(message.message as Received);
      case 'stop':
        return void stop('asked');
    }
  });
  process.on('disconnect', () => void stop('orphaned'));
  process.on('SIGTERM', () => void stop('asked'));
  // Ctrl-C reaches the whole group; the supervisor decides the order.
  process.on('SIGINT', () => {});
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port, syscall } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that, or choose another port (docs/settings.md).`;
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return `Port ${port} may not be opened by this user. Choose one above 1023 (docs/settings.md).`;
  }
  return error.stack ?? error.message;
}
