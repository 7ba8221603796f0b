import type { Connection } from './connect.ts';
import type { FlagName, Flags } from './options.ts';

export type CommandInput = {
  /** As many as the command has names for. */
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly connection: Connection;
};

/** The same for programs and for people. */
export type CommandOutput = { readonly json: unknown; readonly text: string };

export type Command = {
  readonly name: string;
  /** What follows the name. */
  readonly words: readonly string[];
  readonly flags: readonly FlagName[];
  readonly usage: string;
  readonly about: string;
  readonly details: string;
  readonly run: (input: CommandInput) => Promise<CommandOutput>;
};
