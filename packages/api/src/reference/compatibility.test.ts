import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Actions } from '../catalog/action.ts';
import { catalog } from '../catalog/catalog.ts';
import { COMPATIBILITY_PLANS, compatibilityTable, plannedNames } from './compatibility.ts';
import { compatibilityPage } from './compatibility-page.ts';

const table = compatibilityTable(catalog);

describe('the table of compatibility', () => {
  test('says "works" of exactly what the catalogue has', () => {
    const works = table.flatMap(({ wireName, actions }) =>
      actions
        .filter(({ status }) => status !== 'later' && status !== 'not-offered')
        .map(({ action }) => `${wireName}.${action}`.toLowerCase()),
    );
    const inCatalog = Object.entries(catalog).flatMap(([service, actions]) =>
      Object.keys(actions).map((action) => `${service}.${action}`.toLowerCase()),
    );
    expect(works.sort()).toEqual(inCatalog.sort());
  });

  test('calls nothing later, or not offered, that is there', () => {
    const wrong = Object.entries(COMPATIBILITY_PLANS).flatMap(([service, plan]) => {
      const { later, notOffered } = plannedNames(plan);
      const there = namesOf(service);
      return [...later, ...notOffered.keys()]
        .filter((name) => there.has(name.toLowerCase()))
        .map((name) => `${service}.${name}: move it to "offered" in its plan`);
    });
    expect(wrong).toEqual([]);
  });

  test('has each action once, and tells differences only of actions it knows', () => {
    for (const [service, plan] of Object.entries(COMPATIBILITY_PLANS)) {
      const { offered, later, notOffered } = plannedNames(plan);
      const names = [...offered, ...later, ...notOffered.keys()];
      expect(new Set(names).size, service).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(Object.keys(plan.differences ?? {})));
    }
  });

  test('follows the catalogue by itself, and shows what is nobody else’s', () => {
    const ping = catalog.system?.ping;
    if (ping === undefined) throw new Error('system.ping is gone');
    const small: { [service: string]: Actions } = { thing: { get: ping, blink: ping } };
    const plans = {
      Thing: {
        offered: 'get set',
        notOffered: [{ actions: 'print', reason: 'No paper.' }],
        differences: { get: 'Slower.' },
      },
    };
    expect(compatibilityTable(small, plans)).toEqual([
      {
        service: 'Thing',
        wireName: 'thing',
        actions: [
          { action: 'get', status: 'works-differently', note: 'Slower.' },
          { action: 'set', status: 'later', note: '' },
          { action: 'print', status: 'not-offered', note: 'No paper.' },
          { action: 'blink', status: 'own', note: 'Rostrum’s own; Kaltura has no such action.' },
        ],
      },
    ]);
  });

  test('stands in docs/compatibility.md as it is (npm run docs writes it)', () => {
    const file = path.resolve(import.meta.dirname, '../../../../docs/compatibility.md');
    expect(readFileSync(file, 'utf8')).toBe(compatibilityPage(table));
  });
});

function namesOf(service: string): ReadonlySet<string> {
  const found = Object.entries(catalog).find(
    ([name]) => name.toLowerCase() === service.toLowerCase(),
  );
  return new Set(Object.keys(found?.[1] ?? {}).map((name) => name.toLowerCase()));
}
