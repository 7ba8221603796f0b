import type { BaseEntryValue } from '../schema/base-entry.ts';

/**
 * Names, descriptions and tags in several languages. The list is kept beside the one text that clients get who ask for no
 * language: the list's default.
 */

const TEXTS = ['name', 'description', 'tags'] as const;

type Languages = NonNullable<BaseEntryValue['multiLingual_name']>;
type Language = Languages[number];

/** What was sent, with texts and lists that agree with each other. */
export function withLanguages<Sent extends BaseEntryValue>(
  sent: Sent,
  before: BaseEntryValue,
): Sent {
  const agreed: { [name: string]: unknown } = {};
  for (const name of TEXTS) {
    const text = sent[name];
    const languages = sent[`multiLingual_${name}`];
    if (languages?.length) {
      agreed[name] = text || defaultOf(languages)?.value;
      agreed[`multiLingual_${name}`] = text ? withDefault(languages, text) : languages;
    } else if (text) {
      agreed[`multiLingual_${name}`] = withDefault(before[`multiLingual_${name}`] ?? [], text);
    } else if (text !== undefined || languages !== undefined) {
      agreed[`multiLingual_${name}`] = null;
    }
  }
  return { ...sent, ...agreed };
}

/** Undefined where the name is in one language only. */
export function defaultLanguageOf({ multiLingual_name }: BaseEntryValue): string | undefined {
  return defaultOf(multiLingual_name ?? [])?.language ?? undefined;
}

function defaultOf(languages: Languages): Language | undefined {
  return languages.find(({ language }) => language === 'default') ?? languages[0];
}

/** A text without a language takes the place of the default one. */
function withDefault(languages: Languages, text: string): Languages | null {
  const replaced = defaultOf(languages);
  if (replaced === undefined) return null;
  return languages.map((each) => (each === replaced ? { ...each, value: text } : each));
}
