import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { nearestName } from '@rostrum/settings';
import { UsageError } from './errors.ts';

const FLAGS = {
  account: { type: 'string' },
  add: { type: 'boolean' },
  admin: { type: 'boolean' },
  'data-dir': { type: 'string' },
  description: { type: 'string' },
  'dry-run': { type: 'boolean' },
  dvr: { type: 'string' },
  email: { type: 'string' },
  ends: { type: 'string' },
  expiry: { type: 'string' },
  for: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  key: { type: 'string' },
  kind: { type: 'string' },
  live: { type: 'boolean' },
  local: { type: 'boolean' },
  of: { type: 'string' },
  partner: { type: 'string' },
  presenter: { type: 'string', multiple: true },
  preview: { type: 'string' },
  privileges: { type: 'string' },
  prune: { type: 'boolean' },
  quick: { type: 'boolean' },
  record: { type: 'string' },
  recorded: { type: 'boolean' },
  remove: { type: 'string' },
  rotate: { type: 'boolean' },
  search: { type: 'string' },
  secret: { type: 'string' },
  secrets: { type: 'boolean' },
  set: { type: 'string' },
  starts: { type: 'string' },
  streams: { type: 'string' },
  tags: { type: 'string' },
  timezone: { type: 'string' },
  until: { type: 'string' },
  upcoming: { type: 'boolean' },
  url: { type: 'string' },
  user: { type: 'string' },
  webcast: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
} as const satisfies ParseArgsOptionsConfig;

export type FlagName = keyof typeof FLAGS;

export const FLAG_NAMES = Object.keys(FLAGS) as readonly FlagName[];

type ValueOf<Flag> = Flag extends { type: 'boolean' }
  ? boolean
  : Flag extends { multiple: true }
    ? readonly string[]
    : string;

export type Flags = { readonly [Name in FlagName]?: ValueOf<(typeof FLAGS)[Name]> };

/** Flags that every command knows. */
export const COMMON_FLAGS: readonly FlagName[] = [
  'data-dir',
  'help',
  'json',
  'partner',
  'secret',
  'url',
];

export function takesValue(name: FlagName): boolean {
  return FLAGS[name].type === 'string';
}

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
    throw new UsageError(`${sentence.replace(/\.$/, '')}.${didYouMean(sentence)}`);
  }
}

/** @throws UsageError for a flag that this command has no use for */
export function refuseOtherFlags(flags: Flags, known: readonly FlagName[], command: string): void {
  for (const name of Object.keys(flags) as FlagName[]) {
    if (COMMON_FLAGS.includes(name) || known.includes(name)) continue;
    const rest = known.length === 0 ? 'no flags of its own' : known.map((k) => `--${k}`).join(' ');
    throw new UsageError(`--${name} has no meaning for "${command}", which takes ${rest}.`);
  }
}

/** A whole number above 0. @throws UsageError showing the value */
export function wholeNumber(what: string, text: string): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < 1)
    throw new UsageError(`${what} must be a whole number (got "${text}").`);
  return value;
}

/** One of some words. @throws UsageError showing the value */
export function oneOf<Word extends string>(
  what: string,
  text: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) {
    const last = words.at(-1);
    const list = `${words.slice(0, -1).join(', ')} or ${last}`;
    throw new UsageError(`${what} must be ${list} (got "${text}").`);
  }
  return found;
}

function didYouMean(sentence: string): string {
  const typed = /'--([^'=\s]+)/.exec(sentence)?.[1];
  if (!sentence.startsWith('Unknown option') || typed === undefined) return '';
  const nearest = nearestName(typed, FLAG_NAMES);
  return nearest === null ? '' : ` Did you mean --${nearest}?`;
}
