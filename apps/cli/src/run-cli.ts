import { RostrumError } from '@rostrum/sdk';
import { nearestName } from '@rostrum/settings';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { findConnection, signIn } from './connect.ts';
import { RefusedError, UsageError } from './errors.ts';
import { HELP, helpFor, helpForGroup } from './help.ts';
import { parseOptions, refuseOtherFlags } from './options.ts';
import { asTyped, programOf } from './program.ts';
import type { Surroundings } from './surroundings.ts';

/** It worked; the server, the machine or a person said no; the command was not understood. */
const DONE = 0;
const REFUSED = 1;
const MISUSED = 2;

/** Runs one command and resolves to the exit code. Never rejects for what a person may have done wrong. */
export async function runCli(args: readonly string[], around: Surroundings): Promise<number> {
  const program = programOf(around.env);
  const complain = (text: string) => around.printError(asTyped(text, program));
  try {
    const { words, flags } = parseOptions(args);
    const found = findCommand(words);
    const [first = ''] = words;
    if (flags.help || words.length === 0 || first === 'help') {
      around.print(asTyped(helpAbout(first === 'help' ? words.slice(1) : words), program));
      return words.length === 0 && !flags.help ? MISUSED : DONE;
    }
    if (found === undefined) throw new UsageError(describeUnknown(words));
    refuseOtherFlags(flags, found.flags, found.name);
    const rest = words.slice(found.name.split(' ').length);
    const needed = found.words.filter((word) => !word.startsWith('[')).length;
    if (rest.length < needed || rest.length > found.words.length)
      throw new UsageError(`Usage: rostrum ${found.usage}`);
    const connect = () => findConnection(flags, around.env, around.folder);
    const { json, text, isBad } = await found.run({
      words: rest,
      flags,
      around,
      program,
      findConnection: connect,
      signIn: async () => signIn(await connect()),
    });
    if (flags.json) {
      if (json !== undefined) around.print(JSON.stringify(json, null, 2));
    } else if (text !== null) {
      around.print(text);
    }
    return isBad === true ? REFUSED : DONE;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message}\n${whereHelpIs(args)}`);
      return MISUSED;
    }
    if (error instanceof RefusedError) {
      complain(error.message);
      return REFUSED;
    }
    if (!(error instanceof RostrumError)) throw error;
    complain(describeRefusal(error));
    return REFUSED;
  }
}

function findCommand(words: readonly string[]): Command | undefined {
  return COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
}

function helpAbout(words: readonly string[]): string {
  if (words.length === 0) return HELP;
  const found = findCommand(words);
  if (found !== undefined) return helpFor(found);
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${words[0]} `));
  if (group.length === 0) throw new UsageError(describeUnknown(words));
  return helpForGroup(group);
}

function describeUnknown(words: readonly string[]): string {
  const [first = ''] = words;
  const typed = words.slice(0, 2).join(' ');
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) =>
    name.slice(first.length + 1),
  );
  if (group.length > 0 && words.length === 1)
    return `"${first}" needs a further word: ${group.join(', ')}.`;
  const names = COMMANDS.map(({ name }) => name);
  const byBoth = nearestName(typed, names);
  const nearest = byBoth ?? nearestName(first, names) ?? nearestBySecond(first);
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  // What follows a command is no part of it.
  const isBoth = group.length > 0 || byBoth !== null;
  return `There is no command "${isBoth ? typed : first}".${hint}`;
}

/** The command whose second word somebody has typed alone: `go-live`. */
function nearestBySecond(word: string): string | null {
  const seconds = new Map(COMMANDS.map(({ name }) => [name.split(' ')[1] ?? name, name]));
  const nearest = nearestName(word, [...seconds.keys()]);
  return nearest === null ? null : (seconds.get(nearest) ?? null);
}

function whereHelpIs(args: readonly string[]): string {
  const name = findCommand(args.filter((arg) => !arg.startsWith('-')))?.name;
  return name === undefined
    ? 'rostrum --help shows the commands.'
    : `rostrum ${name} --help shows what it takes, with examples.`;
}

function describeRefusal({ code, message }: RostrumError): string {
  switch (code) {
    case 'unreachable':
      return `${message}. Is the server running? Start it with npm start, or name another one with --url. rostrum doctor looks for what is wrong.`;
    case 'START_SESSION_ERROR':
      return `${message}: the secret is not an admin secret of this account (see --partner and --secret).`;
    case 'ENTRY_ID_NOT_FOUND':
      return `${message} (${code}). rostrum webcasts list and rostrum recordings list show the ids that there are.`;
    default:
      return `${message} (${code})`;
  }
}
