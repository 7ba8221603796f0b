import type { ReferenceKind, ReferenceProperty } from '@rostrum/contracts';
import { html, type TemplateResult } from 'lit';
import { nameInKind } from './reference-index.ts';

/** What a value is, in a word or two. */
export function kindWord(kind: ReferenceKind): string {
  switch (kind.kind) {
    case 'string':
      return 'text';
    case 'multilingual':
      return 'text, or texts by language';
    case 'int':
      return 'whole number';
    case 'float':
      return 'number';
    case 'bool':
      return 'true or false';
    case 'nullableBoolean':
      return 'true, false or unset';
    case 'time':
      return 'Unix seconds';
    case 'servedFile':
      return 'file';
    case 'file':
      return `file, at most ${sizeWord(kind.maxBytes)}`;
    case 'enum':
    case 'object':
      return kind.type;
    case 'array':
      return `list of ${kind.items}`;
  }
}

/** The same, with a link to the type where there is one. */
export function kindLink(kind: ReferenceKind | null): TemplateResult {
  if (kind === null) return html`nothing`;
  const name = nameInKind(kind);
  if (name === null) return html`${kindWord(kind)}`;
  const link = html`<a class="mono" href=${`#${name}`}>${name}</a>`;
  return kind.kind === 'array' ? html`list of ${link}` : link;
}

/** Who may set a property, when, and in which range: a sentence each. */
export function ruleSentences(property: ReferenceProperty): readonly string[] {
  const { access, reservedFor, minLength, maxLength, minValue, maxValue } = property;
  return [
    access === 'read-only' ? 'Read only.' : '',
    access === 'insert-only' ? 'Set when it is added, never changed.' : '',
    reservedFor === 'admin' ? 'Only admin sessions set it.' : '',
    reservedFor === 'permission' ? 'Setting it needs a permission.' : '',
    rangeSentence(minLength, maxLength, 'characters'),
    rangeSentence(minValue, maxValue, ''),
  ].filter((sentence) => sentence !== '');
}

export function sizeWord(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value >= 10 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

function rangeSentence(min: number | undefined, max: number | undefined, unit: string): string {
  const what = unit === '' ? '' : ` ${unit}`;
  if (min !== undefined && max !== undefined) return `From ${min} to ${max}${what}.`;
  if (min !== undefined) return `At least ${min}${what}.`;
  return max === undefined ? '' : `At most ${max}${what}.`;
}
