#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { runCli } from './run-cli.ts';

const interruption = new AbortController();
// The first Ctrl-C lets a command end as it should; after a second one nobody waits.
process.once('SIGINT', () => interruption.abort());
// A reader that has seen enough (`| head`) is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Setting the code and not ending the process lets everything that was written come out.
process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  folder: process.cwd(),
  isTerminal: { out: process.stdout.isTTY === true, errors: process.stderr.isTTY === true },
  columns: process.stderr.columns || 80,
  interrupted: interruption.signal,
  nowMs: Date.now,
  print: (line) => process.stdout.write(`${line}\n`),
  printError: (line) => process.stderr.write(`${line}\n`),
  draw: (drawn) => process.stderr.write(drawn),
  ask,
  readInput: () => text(process.stdin),
});

async function ask(question: string): Promise<string | null> {
  if (process.stdin.isTTY !== true) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question, { signal: interruption.signal });
  } catch {
    return null;
  } finally {
    lines.close();
  }
}
