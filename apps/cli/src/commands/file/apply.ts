import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { carryOut } from '../../apply/carry-out.ts';
import { knownWebcasts, setOf } from '../../apply/known-webcasts.ts';
import { type Plan, planFile, type Step } from '../../apply/plan.ts';
import { readPictures } from '../../apply/read-pictures.ts';
import { readWebcastFile } from '../../apply/read-webcast-file.ts';
import { showPlan } from '../../apply/show-plan.ts';
import type { WebcastFile } from '../../apply/webcast-file.ts';
import type { Command } from '../../command.ts';
import { isConfirmed } from '../../confirm.ts';
import { UsageError } from '../../errors.ts';
import { paintFor } from '../../terminal/paint.ts';

export const apply: Command = {
  name: 'apply',
  words: ['FILE'],
  flags: ['dry-run', 'prune', 'yes'],
  usage: 'apply FILE [--dry-run] [--prune [--yes]]',
  about:
    'makes the server agree with a file of webcasts: creates what is missing, changes only what differs',
  details: `  FILE                YAML; - reads it from the input. docs/cli.md explains each line of it
  --dry-run           shows what would be done, and does nothing
  --prune             deletes the webcasts of this set that are no longer in the file, after asking; those on air stay.
                      The file has to say which set it is (set: town-halls)
  --yes               does not ask

  Applying the same file twice changes nothing the second time. What the file does not say is left as it is.`,
  examples: [
    ['apply webcasts.yml --dry-run', 'what would change'],
    ['export > webcasts.yml', 'a file to begin with'],
  ],
  async run({ words: [name = ''], flags, around, signIn }) {
    const text = name === '-' ? await around.readInput() : await readText(name, around.folder);
    const shownName = name === '-' ? 'the input' : name;
    const file = readWebcastFile(text, shownName);
    const isPruned = flags.prune === true;
    if (isPruned && file.set === null)
      throw new UsageError(
        `${shownName} says no set, so nobody knows which webcasts are its own. Begin it with a line like "set: town-halls", and apply it once without --prune.`,
      );
    const folder = name === '-' ? around.folder : path.dirname(path.resolve(around.folder, name));
    const pictures = await readPictures(file, shownName, folder);
    const client = await signIn();
    const known = await knownWebcasts(client, concerns(file), around.nowMs());
    const plan = planFile(file, known, pictures);
    if (plan.faults.length > 0)
      throw new UsageError(plan.faults.map((fault) => `${shownName}, ${fault}`).join('\n'));
    const shown = showPlan(plan, isPruned, paintFor(around.isTerminal.out, around.env));
    if (flags['dry-run'])
      return {
        json: describePlan(plan, isPruned, false),
        text: `${shown}\nNothing was done (--dry-run).`,
      };
    const doomed = deletions(plan, isPruned);
    if (!flags.json) around.print(shown);
    if (doomed.length > 0) {
      const names = doomed.map(({ key }) => key).join(', ');
      const question = `Delete ${doomed.length === 1 ? 'the webcast' : `${doomed.length} webcasts`} ${names}?`;
      if (!(await isConfirmed(question, flags, around)))
        return {
          json: describePlan(plan, isPruned, false),
          text: 'Nothing was done.',
          isBad: true,
        };
    }
    const ids = new Map<string, string>();
    await carryOut(client, plan, {
      isPruned,
      interrupted: around.interrupted,
      onDone: (step, id) => {
        ids.set(step.key, id);
        if (!flags.json) around.print(`${PAST[step.kind]} ${step.key} (${id})`);
      },
    });
    const done = ids.size === 0 ? 'The server agrees with the file already.' : 'Done.';
    return { json: describePlan(plan, isPruned, true, ids), text: done };
  },
};

const PAST = { create: 'created', change: 'changed', delete: 'deleted', unchanged: '' } as const;

/** Those that the file names, and those of its set. */
function concerns({ set, webcasts }: WebcastFile): Parameters<typeof knownWebcasts>[1] {
  const keys = new Set(webcasts.map(({ key }) => key));
  return (entry) =>
    keys.has(entry.referenceId ?? '') ||
    keys.has(entry.id) ||
    (set !== null && setOf(entry) === set);
}

function deletions({ steps }: Plan, isPruned: boolean): readonly Step[] {
  return steps.filter((step) => isPruned && step.kind === 'delete' && !step.isOnAir);
}

function describePlan(
  { steps }: Plan,
  isPruned: boolean,
  isDone: boolean,
  ids: ReadonlyMap<string, string> = new Map(),
): object {
  return {
    isDone,
    steps: steps.map((step) => ({
      action: step.kind === 'delete' && !(isPruned && !step.isOnAir) ? 'left' : step.kind,
      key: step.key,
      id: step.kind === 'create' ? (ids.get(step.key) ?? null) : step.id,
      name: step.name,
      changes: step.kind === 'create' || step.kind === 'change' ? step.changes : [],
    })),
  };
}

async function readText(name: string, folder: string): Promise<string> {
  const file = path.resolve(folder, name);
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UsageError(`There is no file ${file}.`);
    throw new UsageError(`${file} can't be read (${error.code}).`);
  });
}
