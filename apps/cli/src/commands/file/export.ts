import { knownWebcasts, setOf } from '../../apply/known-webcasts.ts';
import type { KnownWebcast } from '../../apply/plan.ts';
import { KEY, SET } from '../../apply/webcast-file.ts';
import { writeWebcastFile } from '../../apply/write-webcast-file.ts';
import type { Command } from '../../command.ts';
import { UsageError } from '../../errors.ts';

export const exportWebcasts: Command = {
  name: 'export',
  words: [],
  flags: ['secrets', 'set'],
  usage: 'export [--set NAME] [--secrets]',
  about: 'writes the webcasts of the account as a file for rostrum apply',
  details: `  --set NAME          only those of one set, and the file says so
  --secrets           with the addresses that webcasts are sent on to, which hold stream keys

  A webcast without a reference id has its own id as the key. Pictures are not written; a file without them leaves
  them as they are.`,
  examples: [['export > webcasts.yml', 'all of them']],
  async run({ flags, around, signIn }) {
    const set = flags.set ?? null;
    if (set !== null && !SET.test(set))
      throw new UsageError(`--set must be letters, digits and . _ - (got "${set}").`);
    const isWanted =
      set === null ? () => true : (entry: Parameters<typeof setOf>[0]) => setOf(entry) === set;
    const known = await knownWebcasts(await signIn(), isWanted, around.nowMs());
    // A reference id that two have names neither.
    const counts = new Map<string, number>();
    for (const { referenceId } of known)
      counts.set(referenceId, (counts.get(referenceId) ?? 0) + 1);
    const webcasts = known.map((webcast) => ({
      key: isKey(webcast, counts) ? webcast.referenceId : webcast.id,
      values: webcast.values,
    }));
    const text = writeWebcastFile(webcasts, { set, withRelays: flags.secrets === true });
    return {
      json: {
        webcasts: webcasts.map(({ key, values }) => ({
          key,
          ...values,
          relays: flags.secrets ? values.relays : undefined,
        })),
      },
      text: text.trimEnd(),
    };
  },
};

/** Whether its reference id names it, and nothing else. */
function isKey({ referenceId }: KnownWebcast, counts: ReadonlyMap<string, number>): boolean {
  return KEY.test(referenceId) && counts.get(referenceId) === 1;
}
