import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { FuzzOrder } from './fuzz-worker.ts';
import type { FuzzResult } from './run-target.ts';

export type WatchedResult =
  | { readonly kind: 'done'; readonly result: FuzzResult }
  /** The worker stands still at an input, or died of it outside `run` (a timer, an event). */
  | { readonly kind: 'hang' | 'death'; readonly index: number; readonly message: string };

const HANG_MS = 15_000;
const LOOK_EVERY_MS = 500;

/** Runs a target in a thread of its own, so that an input that never ends is noticed. */
export function watchTarget(
  order: Omit<FuzzOrder, 'progress'>,
  onProgress: (index: number) => void,
): Promise<WatchedResult> {
  const shared = new SharedArrayBuffer(4);
  const progress = new Int32Array(shared);
  const workerData: FuzzOrder = { ...order, progress: shared };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData });
  return new Promise((resolve) => {
    let lastIndex = 0;
    let movedMs = performance.now();
    const finish = (result: WatchedResult) => {
      clearInterval(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setInterval(() => {
      const index = Atomics.load(progress, 0);
      onProgress(index);
      if (index !== lastIndex) movedMs = performance.now();
      lastIndex = index;
      if (performance.now() - movedMs < HANG_MS) return;
      finish({ kind: 'hang', index, message: `no end after ${HANG_MS / 1000} s` });
    }, LOOK_EVERY_MS);
    worker.once('message', (result: FuzzResult) => finish({ kind: 'done', result }));
    worker.once('error', (error) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      finish({ kind: 'death', index: Atomics.load(progress, 0), message });
    });
  });
}
