import { RostrumError } from '@rostrum/sdk';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { type Environment, findConnection } from './connect.ts';
import { HELP, helpFor } from './help.ts';
import { parseOptions, refuseOtherFlags } from './options.ts';
import { UsageError } from './usage-error.ts';

export type CliSurroundings = {
  readonly env: Environment;
  print(text: string): void;
  printError(text: string): void;
};

/** It worked; the server said no, or is not there; the command was not understood. */
const DONE = 0;
const REFUSED = 1;
const MISUSED = 2;

/** Runs one command and resolves to the exit code. Never rejects for what a person may have done wrong. */
export async function runCli(args: readonly string[], around: CliSurroundings): Promise<number> {
  try {
    const { words, flags } = parseOptions(args);
    const found = findCommand(words);
    if (flags.help || words.length === 0) {
      around.print(found === undefined ? HELP : helpFor(found));
      return words.length === 0 && !flags.help ? MISUSED : DONE;
    }
    if (found === undefined) throw new UsageError(`There is no command "${words.join(' ')}".`);
    refuseOtherFlags(flags, found.flags, found.name);
    const rest = words.slice(found.name.split(' ').length);
    if (rest.length !== found.words.length) throw new UsageError(`Usage: rostrum ${found.usage}`);
    const connection = await findConnection(flags, around.env);
    const { json, text } = await found.run({ words: rest, flags, connection });
    around.print(flags.json ? JSON.stringify(json, null, 2) : text);
    return DONE;
  } catch (error) {
    if (error instanceof UsageError) {
      around.printError(`${error.message}\nrostrum --help shows the commands.`);
      return MISUSED;
    }
    if (!(error instanceof RostrumError)) throw error;
    around.printError(describeRefusal(error));
    return REFUSED;
  }
}

function findCommand(words: readonly string[]): Command | undefined {
  return COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
}

function describeRefusal({ code, message }: RostrumError): string {
  switch (code) {
    case 'unreachable':
      return `${message}. Is the server running? Start it with npm start, or name another one with --url.`;
    case 'START_SESSION_ERROR':
      return `${message}: the secret is not an admin secret of this account (see --partner and --secret).`;
    default:
      return `${message} (${code})`;
  }
}
