import { en, type Messages } from './en.ts';

/** Where each language's words come from. English is always there; the others load when they are chosen. */
const LANGUAGES: Readonly<Record<string, () => Promise<Messages>>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
};

/** The languages that have words, by their BCP 47 code and their own name. */
export const LANGUAGE_NAMES: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
];

/** The first of the wanted languages (BCP 47, best first) that there are words for; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): string {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (Object.hasOwn(LANGUAGES, primary)) return primary;
  }
  return 'en';
}

/** The words of a language; English where it has none or they do not load. */
export async function loadMessages(language: string): Promise<Messages> {
  const load = LANGUAGES[language];
  return load === undefined ? en : await load().catch(() => en);
}
