import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

const FLAGS = {
  account: { type: 'string' },
  add: { type: 'boolean' },
  admin: { type: 'boolean' },
  'data-dir': { type: 'string' },
  email: { type: 'string' },
  expiry: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  kind: { type: 'string' },
  partner: { type: 'string' },
  privileges: { type: 'string' },
  remove: { type: 'string' },
  rotate: { type: 'boolean' },
  secret: { type: 'string' },
  url: { type: 'string' },
  user: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export type FlagName = keyof typeof FLAGS;

export type Flags = {
  readonly [Name in FlagName]?: (typeof FLAGS)[Name] extends { type: 'boolean' } ? boolean : string;
};

/** What was typed: words, and flags by their names. @throws UsageError for a flag that does not exist */
export function parseOptions(args: readonly string[]): {
  readonly words: readonly string[];
  readonly flags: Flags;
} {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: FLAGS,
      allowPositionals: true,
    });
    return { words: positionals, flags: values };
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${sentence}.`);
  }
}

/** Flags that every command knows. */
const COMMON: readonly FlagName[] = ['data-dir', 'help', 'json', 'partner', 'secret', 'url'];

/** @throws UsageError for a flag that this command has no use for */
export function refuseOtherFlags(flags: Flags, known: readonly FlagName[], command: string): void {
  for (const name of Object.keys(flags) as FlagName[]) {
    if (!COMMON.includes(name) && !known.includes(name))
      throw new UsageError(`--${name} has no meaning for "${command}".`);
  }
}

/** A whole number above 0. @throws UsageError showing the value */
export function wholeNumber(what: string, text: string): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < 1)
    throw new UsageError(`${what} must be a whole number (got "${text}").`);
  return value;
}
