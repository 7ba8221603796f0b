import { describe, expect, it } from 'vitest';
import { NEW_WEBCAST } from '../webcast/webcast-values.ts';
import { type KnownWebcast, type Picture, planFile } from './plan.ts';
import { showPlan } from './show-plan.ts';
import type { DescribedWebcast } from './webcast-file.ts';

const plain = (_: unknown, text: string) => text;

function known(referenceId: string, more: Partial<KnownWebcast> = {}): KnownWebcast {
  return {
    ...{ id: `0_${referenceId}`, referenceId, set: null, pictureHash: null, isOnAir: false },
    values: { ...NEW_WEBCAST, name: 'Town hall' },
    ...more,
  };
}

function wanted(key: string, values: Partial<DescribedWebcast['values']> = {}): DescribedWebcast {
  return { key, line: 2, values: { name: 'Town hall', ...values } };
}

const file = (webcasts: readonly DescribedWebcast[], set: string | null = null) => ({
  set,
  webcasts,
});

describe('a plan', () => {
  it('leaves alone what agrees, and what the file does not speak of', () => {
    const { steps } = planFile(file([wanted('a')]), [known('a'), known('b')], new Map());
    expect(steps).toEqual([{ kind: 'unchanged', key: 'a', name: 'Town hall', id: '0_a' }]);
  });

  it('changes only what differs, and shows it without secrets', () => {
    const values = {
      ...{
        dvr: 0,
        tags: ['x'],
        relays: ['rtmp://h.example/app/new-secret'],
        recording: 'appended' as const,
      },
      starts: Date.parse('2027-01-14T14:00:00Z'),
      timezone: 'Europe/Berlin',
    };
    const there = known('a', {
      values: { ...NEW_WEBCAST, name: 'Town hall', relays: ['rtmp://h.example/app/old-secret'] },
    });
    const plan = planFile(file([wanted('a', values)]), [there], new Map());
    const [step] = plan.steps;
    const { recording: _, ...differing } = values;
    expect(step).toMatchObject({ kind: 'change', id: '0_a', values: differing });
    const text = showPlan(plan, false, plain);
    expect(text.replace(/ +/g, ' ')).toBe(
      [
        '~ change a (0_a): Town hall',
        ' starts – → 2027-01-14 15:00 (UTC+1)',
        ' timezone UTC → Europe/Berlin',
        ' dvr 2 h → off',
        ' tags – → x',
        ' relays rtmp://h.example/app/… → rtmp://h.example/app/… (another)',
        '0 to create, 1 to change, 0 unchanged.',
      ].join('\n'),
    );
  });

  it('creates what is not there, with what holds where nothing is said', () => {
    const { steps } = planFile(file([wanted('new', { dvr: 30 })]), [], new Map());
    expect(steps).toMatchObject([
      { kind: 'create', key: 'new', values: { ...NEW_WEBCAST, name: 'Town hall', dvr: 30 } },
    ]);
  });

  it('finds a webcast without a reference id by its own', () => {
    const there = known('', { id: '0_ab12cd34' });
    expect(planFile(file([wanted('0_ab12cd34')]), [there], new Map()).steps).toMatchObject([
      { kind: 'unchanged', id: '0_ab12cd34' },
    ]);
  });

  it('would delete only what the same set has made and the file no longer has', () => {
    const all = [
      ...[
        known('a', { set: 's' }),
        known('old', { set: 's' }),
        known('live', { set: 's', isOnAir: true }),
      ],
      ...[known('other', { set: 't' }), known('by-hand')],
    ];
    const plan = planFile(file([wanted('a')], 's'), all, new Map());
    expect(plan.steps.filter(({ kind }) => kind === 'delete').map(({ key }) => key)).toEqual([
      'old',
      'live',
    ]);
    expect(showPlan(plan, false, plain)).toContain('2 not in the file (--prune deletes them)');
    const pruned = showPlan(plan, true, plain);
    expect(pruned).toContain('- delete old');
    expect(pruned).toContain('- on air, so it stays: live');
    expect(pruned).toContain('1 to delete.');
    expect(planFile(file([wanted('a')]), all, new Map()).steps).toHaveLength(1);
  });

  it('is not carried out where a key means two webcasts, or one of another set', () => {
    const two = [known('a'), known('a', { id: '0_zz' })];
    expect(planFile(file([wanted('a')]), two, new Map()).faults).toEqual([
      'line 2: several webcasts have the reference id "a": 0_a, 0_zz. Name one by its id, or change the others.',
    ]);
    expect(
      planFile(file([wanted('a')], 's'), [known('a', { set: 't' })], new Map()).faults,
    ).toEqual(['line 2: "a" (0_a) belongs to the set "t", and this file is "s".']);
  });

  it('takes a picture again only when the file is another', () => {
    const picture: Picture = { path: 'hall.jpg', bytes: new Uint8Array([1]), hash: 'abc' };
    const pictures = new Map([['hall.jpg', picture]]);
    const described = { ...wanted('a'), thumbnail: 'hall.jpg' };
    const step = (pictureHash: string | null) =>
      planFile(file([described]), [known('a', { pictureHash })], pictures).steps[0];
    expect(step('abc')).toMatchObject({ kind: 'unchanged' });
    expect(step('old')).toMatchObject({ kind: 'change', picture, values: {} });
    expect(step(null)).toMatchObject({ kind: 'change', picture });
  });
});
