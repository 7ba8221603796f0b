import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { makeInput } from './mutate.ts';
import { Random } from './random.ts';
import type { FuzzTarget } from './target.ts';

export type FuzzFailure = {
  readonly index: number;
  readonly kind: 'crash' | 'slow';
  readonly message: string;
  readonly input: Uint8Array;
};

export type FuzzResult = {
  readonly inputs: number;
  readonly seconds: number;
  /** All crashes and slow inputs; only the first few are in `failures`. */
  readonly failureCount: number;
  readonly failures: readonly FuzzFailure[];
  readonly slowestMs: number;
  /** What stays in memory after a full collection at the end, beyond what was there after a warm-up. */
  readonly growthBytes: number;
};

export type FuzzRun = {
  readonly inputs: number;
  readonly seed: number;
  /** Default: `SLOW_INPUT_MS`. */
  readonly slowInputMs?: number;
  /** Called before each input. */
  readonly onInput?: (index: number) => void;
};

/** One input that takes longer than this is as good as a hang: an attacker would send it again and again. */
const SLOW_INPUT_MS = 1_000;

const SUSPICIOUS_MS = 20;

const MAX_KEPT_FAILURES = 5;
/** Compiled code, caches and pools fill while the first inputs run. */
const WARM_UP_INPUTS = 20_000;

/** Runs a target over inputs 0 to `inputs` - 1 of a seed, in this thread. */
export async function runTarget(target: FuzzTarget, run: FuzzRun): Promise<FuzzResult> {
  const seeds = target.seeds();
  const collectGarbage = exposeGarbageCollection();
  const warmUpInputs = Math.min(WARM_UP_INPUTS, Math.floor(run.inputs / 2));
  const failures: FuzzFailure[] = [];
  let failureCount = 0;
  let slowestMs = 0;
  let warmBytes = 0;
  const slowInputMs = run.slowInputMs ?? SLOW_INPUT_MS;
  const startedMs = performance.now();
  for (let index = 0; index < run.inputs; index++) {
    if (index === warmUpInputs) warmBytes = await collectGarbage();
    run.onInput?.(index);
    const input = makeInput(seeds, new Random(run.seed, index));
    let { failure, tookMs } = await tryInput(target, index, input);
    // A busy machine stops us too; an input that is slow is slow again.
    for (let again = 0; again < 3 && tookMs > SUSPICIOUS_MS; again++) {
      const repeated = await tryInput(target, index, input);
      failure ??= repeated.failure;
      tookMs = Math.min(tookMs, repeated.tookMs);
    }
    slowestMs = Math.max(slowestMs, tookMs);
    const found = failure ?? (tookMs > slowInputMs ? slowFailure(index, tookMs, input) : null);
    if (found === null) continue;
    failureCount++;
    if (failures.length < MAX_KEPT_FAILURES) failures.push(found);
  }
  const seconds = (performance.now() - startedMs) / 1000;
  await target.close?.();
  const growthBytes = (await collectGarbage()) - warmBytes;
  return { inputs: run.inputs, seconds, failureCount, failures, slowestMs, growthBytes };
}

/** The one input of a seed with this number. */
export function remakeInput(target: FuzzTarget, seed: number, index: number): Uint8Array {
  return makeInput(target.seeds(), new Random(seed, index));
}

type Trial = { readonly failure: FuzzFailure | null; readonly tookMs: number };

async function tryInput(target: FuzzTarget, index: number, input: Uint8Array): Promise<Trial> {
  // The target may keep or change its bytes; the report needs them as they were.
  const bytes = new Uint8Array(input);
  const beganMs = performance.now();
  let failure: FuzzFailure | null = null;
  try {
    const pending = target.run(bytes);
    if (pending !== undefined) await pending;
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failure = { index, kind: 'crash', message, input };
  }
  return { failure, tookMs: performance.now() - beganMs };
}

function slowFailure(index: number, tookMs: number, input: Uint8Array): FuzzFailure {
  return { index, kind: 'slow', message: `took ${Math.round(tookMs)} ms`, input };
}

/** A function that collects everything and resolves with the bytes that are left, on the heap and off it. */
function exposeGarbageCollection(): () => Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return async () => {
    // What finalizers let go of is gone only after another round.
    for (let round = 0; round < 3; round++) {
      if (typeof collect === 'function') collect();
      await setImmediate();
    }
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
}
