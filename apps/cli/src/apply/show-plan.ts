import type { Colour, Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import { table } from '../terminal/table.ts';
import type { Plan, Step } from './plan.ts';

const SIGNS: Readonly<Record<Step['kind'], readonly [sign: string, colour: Colour]>> = {
  create: ['+', 'green'],
  change: ['~', 'yellow'],
  unchanged: ['=', 'dim'],
  delete: ['-', 'red'],
};

/** @param isPruned whether what the file no longer has is deleted */
export function showPlan({ steps }: Plan, isPruned: boolean, paint: Paint): string {
  return [...steps.map((step) => showStep(step, isPruned, paint)), summary(steps, isPruned)].join(
    '\n',
  );
}

function showStep(step: Step, isPruned: boolean, paint: Paint): string {
  const [sign, colour] = SIGNS[step.kind];
  const id = step.kind === 'create' ? '' : ` (${step.id})`;
  const what = step.kind === 'delete' ? describeDeletion(step, isPruned) : step.kind;
  const head = paint(colour, `${sign} ${what} ${step.key}${id}: ${printable(step.name)}`);
  if (step.kind !== 'create' && step.kind !== 'change') return head;
  const rows = step.changes.map(({ field, from, to }) =>
    step.kind === 'create'
      ? ['   ', field, printable(to)]
      : ['   ', field, `${printable(from)} → ${printable(to)}`],
  );
  return `${head}\n${table(rows)}`;
}

function describeDeletion(step: Extract<Step, { kind: 'delete' }>, isPruned: boolean): string {
  if (!isPruned) return 'not in the file:';
  return step.isOnAir ? 'on air, so it stays:' : 'delete';
}

function summary(steps: readonly Step[], isPruned: boolean): string {
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length;
  const extra = steps.filter((step) => step.kind === 'delete');
  const deleted = extra.filter(
    (step) => isPruned && step.kind === 'delete' && !step.isOnAir,
  ).length;
  const left = extra.length - deleted;
  return [
    `${count('create')} to create`,
    `${count('change')} to change`,
    `${count('unchanged')} unchanged`,
    ...(deleted > 0 ? [`${deleted} to delete`] : []),
    ...(left > 0 && !isPruned ? [`${left} not in the file (--prune deletes them)`] : []),
  ]
    .join(', ')
    .concat('.');
}
