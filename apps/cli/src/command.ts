import type { Client } from '@rostrum/sdk';
import type { Connection } from './connect.ts';
import type { FlagName, Flags } from './options.ts';
import type { Surroundings } from './surroundings.ts';

export type CommandInput = {
  /** Those the command has names for; words in brackets may be missing. */
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly around: Surroundings;
  /** How this program is typed: `rostrum`, `npm run rostrum --`. */
  readonly program: string;
  /** The server and the account. @throws UsageError where there is no secret */
  findConnection(): Promise<Connection>;
  /** The same with an admin session. */
  signIn(): Promise<Client>;
};

export type CommandOutput = {
  /** What `--json` shows. */
  readonly json: unknown;
  /** What people read; null where everything has been said. */
  readonly text: string | null;
  /** Where the answer is a no: what was looked at is not well. */
  readonly isBad?: boolean;
};

export type Command = {
  readonly name: string;
  /** What follows the name; `[WORD]` may be left out. */
  readonly words: readonly string[];
  readonly flags: readonly FlagName[];
  readonly usage: string;
  readonly about: string;
  readonly details: string;
  /** Command lines that work, each with what it is for. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  readonly run: (input: CommandInput) => Promise<CommandOutput>;
};
