import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { chooseLanguage, LANGUAGE_NAMES, loadMessages } from './languages.ts';

describe('languages', () => {
  it('takes the first wanted language that there are words for', () => {
    expect(chooseLanguage(['fr-CA', 'de-AT', 'en'])).toBe('de');
    expect(chooseLanguage(['tlh'])).toBe('en');
    expect(chooseLanguage(['constructor'])).toBe('en');
  });

  it('has every word in every language', async () => {
    for (const { code } of LANGUAGE_NAMES) {
      expect(namesOf(await loadMessages(code))).toEqual(namesOf(en));
    }
  });

  it('speaks English where it has no words', async () => {
    expect(await loadMessages('xx')).toBe(en);
  });
});

function namesOf(words: object): unknown {
  return Object.entries(words).map(([name, value]) =>
    typeof value === 'object' ? [name, namesOf(value)] : [name, typeof value],
  );
}
