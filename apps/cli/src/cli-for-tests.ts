import { runCli } from './run-cli.ts';
import type { Surroundings } from './surroundings.ts';

export type Ran = { readonly code: number; readonly out: string; readonly errors: string };

/** Runs a command without a terminal, and collects what it prints. */
export async function runForTests(
  args: readonly string[],
  around: Partial<Surroundings> = {},
): Promise<Ran> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await runCli(args, {
    env: {},
    folder: process.cwd(),
    isTerminal: { out: false, errors: false },
    columns: 80,
    interrupted: new AbortController().signal,
    nowMs: Date.now,
    print: (text) => out.push(text),
    printError: (text) => errors.push(text),
    draw: (text) => errors.push(text),
    ask: async () => null,
    readInput: async () => '',
    ...around,
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}
