import type { Kind, ObjectType, Property } from '../schema/kinds.ts';
import { resolveObjectType } from '../schema/object-types.ts';

/** What a change looks like in the audit log: names of properties with values that anybody who reads it may know. */
export type AuditChange = {
  readonly name: string;
  /** Null where it was empty, is not known, or is a secret. */
  readonly before: string | null;
  readonly after: string | null;
};

type Values = { readonly [name: string]: unknown };

/** More is cut: the log says what happened, it is no backup. */
const MAX_CHANGES = 60;
const MAX_VALUE_LENGTH = 300;

/** What is different, of the properties that the type declares. */
export function changesBetween(
  type: ObjectType,
  before: object,
  after: object,
): readonly AuditChange[] {
  const changes: AuditChange[] = [];
  for (const [name, rules] of Object.entries(type.properties)) {
    if (UNINTERESTING.has(name)) continue;
    const old = (before as Values)[name];
    const now = (after as Values)[name];
    if (isSame(old, now)) continue;
    changes.push({ name, before: shown(rules, old), after: shown(rules, now) });
    if (changes.length === MAX_CHANGES) break;
  }
  return changes;
}

/** What a client has sent, of an object of this type or of one of its subtypes. */
export function changesSent(declared: ObjectType, sent: object): readonly AuditChange[] {
  const type = resolveObjectType(declared, (sent as Values).objectType);
  return Object.entries(sent)
    .flatMap(([name, value]) => {
      const rules = Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
      if (rules === undefined || value === undefined || UNINTERESTING.has(name)) return [];
      return [{ name, before: null, after: shown(rules, value) }];
    })
    .slice(0, MAX_CHANGES);
}

/** A value as a text that tells no secret; null for nothing, and for secrets. */
export function shown({ kind, isSecret }: Property, value: unknown): string | null {
  if (isSecret === true || value === null || value === undefined) return null;
  const text = textOf(kind, value);
  return text.length <= MAX_VALUE_LENGTH ? text : `${text.slice(0, MAX_VALUE_LENGTH - 1)}…`;
}

/** They change with everything else, and say nothing. */
const UNINTERESTING: ReadonlySet<string> = new Set(['objectType', 'updatedAt', 'version']);

function textOf(kind: Kind, value: unknown): string {
  if (kind.kind === 'object') return JSON.stringify(bare(kind.type, value));
  if (kind.kind === 'array')
    return JSON.stringify(
      Array.isArray(value) ? value.slice(0, MAX_CHANGES).map((item) => bare(kind.items, item)) : [],
    );
  return withoutCredentials(String(value));
}

/** An object with those of its properties that are no secrets. */
function bare(declared: ObjectType, value: unknown): object {
  if (typeof value !== 'object' || value === null) return {};
  const sent = changesSent(declared, value).filter(({ after }) => after !== null);
  return Object.fromEntries(sent.map(({ name, after }) => [name, after]));
}

/** Addresses carry keys in their user part, their query and their fragment. */
function withoutCredentials(text: string): string {
  if (!text.includes('://')) return text;
  return text
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^/?#\s]*@/gi, '$1…@')
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/[^?#\s]*)[?#]\S*/gi, '$1?…');
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (isEmpty(left) && isEmpty(right)) return true;
  return (
    typeof left === 'object' &&
    typeof right === 'object' &&
    JSON.stringify(left) === JSON.stringify(right)
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
