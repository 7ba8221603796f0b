import { readdir } from 'node:fs/promises';
import type { FuzzTarget } from './target.ts';

const FOLDER = new URL('./targets/', import.meta.url);

/** Every target in `targets/`, by name. */
export async function findTargets(): Promise<ReadonlyMap<string, FuzzTarget>> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.ts')).sort();
  const targets = new Map<string, FuzzTarget>();
  for (const file of files) {
    const module: unknown = await import(new URL(file, FOLDER).href);
    const target = defaultExport(module);
    if (!isTarget(target)) throw new TypeError(`targets/${file} must export a target as default`);
    if (targets.has(target.name)) throw new TypeError(`two targets are called ${target.name}`);
    targets.set(target.name, target);
  }
  return targets;
}

function defaultExport(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module
    ? module.default
    : undefined;
}

function isTarget(value: unknown): value is FuzzTarget {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'seeds' in value &&
    typeof value.seeds === 'function' &&
    'run' in value &&
    typeof value.run === 'function'
  );
}
