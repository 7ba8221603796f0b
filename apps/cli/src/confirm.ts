import { UsageError } from './errors.ts';
import type { Flags } from './options.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Whether somebody wants what can't be taken back: `--yes`, or a "y" at the terminal.
 *
 * @throws UsageError where nobody can be asked
 */
export async function isConfirmed(
  question: string,
  flags: Flags,
  around: Surroundings,
): Promise<boolean> {
  if (flags.yes) return true;
  const answer = await around.ask(`${question} [y/N] `);
  if (answer === null)
    throw new UsageError(`${question} Nobody can be asked here: say it with --yes.`);
  return /^y(?:es)?$/i.test(answer.trim());
}
