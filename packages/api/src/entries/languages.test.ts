import { expect, test } from 'vitest';
import type { BaseEntryValue } from '../schema/base-entry.ts';
import { defaultLanguageOf, withLanguages } from './languages.ts';

const agree = (sent: BaseEntryValue, before: BaseEntryValue) => withLanguages(sent, before);

const ENGLISH = { language: 'EN', value: 'Town hall' };
const FRENCH = { language: 'FR', value: 'Assemblée' };
const DEFAULT = { language: 'default', value: 'Assembly' };

test('of a list, the default is the text; without one, the first', () => {
  expect(agree({ multiLingual_name: [ENGLISH, DEFAULT] }, {}).name).toBe('Assembly');
  expect(agree({ multiLingual_name: [FRENCH, ENGLISH] }, {}).name).toBe('Assemblée');
  expect(defaultLanguageOf({ multiLingual_name: [FRENCH, ENGLISH] })).toBe('FR');
  expect(defaultLanguageOf({ name: 'Town hall' })).toBeUndefined();
});

test('a text takes the place of the default in the list that is there, or is sent along', () => {
  const before = { name: 'Assemblée', multiLingual_name: [FRENCH, ENGLISH] };
  const renamed = [{ ...FRENCH, value: 'Réunion' }, ENGLISH];

  expect(agree({ name: 'Réunion' }, before).multiLingual_name).toEqual(renamed);
  expect(agree({ name: 'Réunion', multiLingual_name: [FRENCH, ENGLISH] }, before)).toMatchObject({
    name: 'Réunion',
    multiLingual_name: renamed,
  });
});

test('clearing the text clears the list, and what is not sent stays', () => {
  const before = { name: 'Assemblée', multiLingual_name: [FRENCH], description: 'x' };
  expect(agree({ name: null }, before)).toEqual({ name: null, multiLingual_name: null });
  expect(agree({ userId: 'olga' }, before)).toEqual({ userId: 'olga' });
});
