import { parentPort, workerData } from 'node:worker_threads';
import { findTargets } from './find-targets.ts';
import { runTarget } from './run-target.ts';

/** What a worker is told. It writes the number of the input that it is at into `progress`, for who watches it. */
export type FuzzOrder = {
  readonly targetName: string;
  readonly inputs: number;
  readonly seed: number;
  readonly progress: SharedArrayBuffer;
};

const order: FuzzOrder = workerData;
const target = (await findTargets()).get(order.targetName);
if (target === undefined) throw new RangeError(`there is no target ${order.targetName}`);
const progress = new Int32Array(order.progress);
const { inputs, seed } = order;
parentPort?.postMessage(
  await runTarget(target, {
    inputs,
    seed,
    onInput: (index) => Atomics.store(progress, 0, index),
  }),
);
