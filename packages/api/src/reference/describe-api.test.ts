import type { ReferenceKind } from '@rostrum/contracts';
import { describe, expect, test } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { errorTable } from '../errors/api-error.ts';
import { describeApi } from './describe-api.ts';

const reference = describeApi();
const actions = reference.services.flatMap(({ name, actions }) =>
  actions.map((action) => ({ ...action, fullName: `${name}.${action.name}` })),
);

describe('the description of the API', () => {
  test('has every action of the catalogue in its order, and the services by name', () => {
    const inCatalog = Object.entries(catalog)
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .flatMap(([service, each]) => Object.keys(each).map((action) => `${service}.${action}`));
    expect(actions.map(({ fullName }) => fullName)).toEqual(inCatalog);
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(reference))).toEqual(reference);
  });

  test.each(actions.map((action) => [action.fullName, action] as const))(
    '%s says what it does, in a sentence',
    (_name, { summary }) => {
      expect(summary).toMatch(/^[A-Z].{5,}\.$/s);
    },
  );

  test('names only types, enumerations and errors that it describes', () => {
    const types = new Set(reference.types.map(({ name }) => name));
    const enums = new Set(reference.enums.map(({ name }) => name));
    const isDescribed = (kind: ReferenceKind | null): boolean => {
      if (kind === null || !('type' in kind || 'items' in kind)) return true;
      if (kind.kind === 'array') return types.has(kind.items);
      return (kind.kind === 'enum' ? enums : types).has(kind.type);
    };
    const kinds = [
      ...actions.flatMap(({ parameters, result }) => [
        ...parameters.map((each) => each.kind),
        result,
      ]),
      ...reference.types.flatMap(({ properties }) => properties.map(({ kind }) => kind)),
    ];
    expect(kinds.filter((kind) => !isDescribed(kind))).toEqual([]);
    const codes = actions.flatMap(({ errors, commonErrors }) => [...errors, ...commonErrors]);
    expect(codes.filter((code) => !errorTable.has(code))).toEqual([]);
  });

  test('lists a base before what extends it, and each property once', () => {
    const seen = new Map<string, ReadonlySet<string>>();
    for (const { name, base, properties } of reference.types) {
      const inherited = base === null ? new Set<string>() : seen.get(base);
      expect(inherited, `${name} comes after ${base}`).toBeDefined();
      const own = properties.map((each) => each.name);
      expect(new Set(own).size).toBe(own.length);
      seen.set(name, new Set([...(inherited ?? []), ...own]));
    }
    expect(seen.get('KalturaLiveStreamEntry')).toContain('name');
  });

  test('says what an error tells, with the places of its arguments', () => {
    const found = reference.errors.find(({ code }) => code === 'ENTRY_ID_NOT_FOUND');
    expect(found).toEqual({
      code: 'ENTRY_ID_NOT_FOUND',
      argumentNames: ['ENTRY_ID'],
      meaning: 'There is no entry "{ENTRY_ID}"',
    });
    const silent = reference.errors.filter(({ argumentNames, meaning }) =>
      argumentNames.some((name) => meaning.includes('undefined') || name === ''),
    );
    expect(silent).toEqual([]);
  });

  test('names the values of enumerations', () => {
    const sources = reference.enums.find(({ name }) => name === 'KalturaSourceType');
    expect(sources?.values).toContainEqual({ name: 'LIVE_STREAM', value: '32' });
    for (const { name, values } of reference.enums) {
      expect(new Set(values.map((each) => each.name)).size, name).toBe(values.length);
    }
  });

  test('says who may call, and with which refusals', () => {
    const update = actions.find(({ fullName }) => fullName === 'liveStream.update');
    expect(update?.ownership).toContain('edit:ID');
    expect(update?.commonErrors).toEqual(
      expect.arrayContaining(['MISSING_KS', 'SERVICE_FORBIDDEN', 'PROPERTY_VALIDATION_MAX_LENGTH']),
    );
    const ping = actions.find(({ fullName }) => fullName === 'system.ping');
    expect(ping?.permission).toEqual({ name: null, about: 'Anybody may call it.', heldBy: [] });
    expect(ping?.commonErrors).toEqual([]);
  });
});
