import { ENTRY_TYPES, type Entry } from '../../entries/entry.ts';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';

/** What a filter means, said once more in plain code, so that the databases' answers have something to be held against. */
export function filterInMemory(
  entries: readonly Entry[],
  filter: LiveStreamFilterValue,
): readonly Entry[] {
  return entries.filter((entry) => isShownByDefault(entry, filter) && matches(entry, filter));
}

export function sortInMemory(entries: readonly Entry[], orderBy: string): readonly Entry[] {
  const keys = orderBy.split(',').map((item) => ({
    sign: item.startsWith('-') ? -1 : 1,
    field: item.replace(/^[+-]/, ''),
  }));
  return entries.toSorted((a, b) => {
    for (const { sign, field } of keys) {
      const order = compare(sortKey(a, field), sortKey(b, field));
      if (order !== 0) return sign * order;
    }
    return b.createdAtMs - a.createdAtMs || compare(a.id, b.id);
  });
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortKey({ properties, counts, ...entry }: Entry, field: string): string | number {
  switch (field) {
    case 'name':
      return folded(properties.name);
    case 'createdAt':
      return entry.createdAtMs;
    case 'updatedAt':
      return entry.updatedAtMs;
    case 'startDate':
      return properties.startDate ?? 0;
    case 'partnerSortValue':
      return properties.partnerSortValue ?? 0;
    case 'duration':
      return Math.round((msDurationOf({ properties }) ?? 0) / 1000);
    default:
      return counts.plays;
  }
}

function isShownByDefault(entry: Entry, filter: LiveStreamFilterValue): boolean {
  const names = Object.keys(filter);
  const asks = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (entry.status === '3' && !asks(/^status(Equal|In)$/)) return false;
  if ('idEqual' in filter) return true;
  if (!asks(/^status/) && entry.status !== '2') return false;
  if (!asks(/^moderationStatus/) && [1, 3].includes(entry.moderationStatus)) return false;
  if (asks(/^(parentEntryIdEqual|idIn|displayInSearch(Equal|In))$/)) return true;
  const display = entry.properties.displayInSearch ?? 1;
  return display !== -2 && (display !== -1 || 'rootEntryIdEqual' in filter);
}

function matches(entry: Entry, filter: LiveStreamFilterValue): boolean {
  return Object.entries(filter).every(
    ([name, value]) =>
      name === 'objectType' || name === 'orderBy' || matchesOne(entry, name, String(value)),
  );
}

/** Two forms of one Greek letter are one. */
const folded = (text: string | null | undefined) => (text ?? '').toLowerCase().replaceAll('ς', 'σ');

const csv = (text: string) => text.split(',').map((item) => item.trim());

function matchesOne(entry: Entry, name: string, value: string): boolean {
  const { properties } = entry;
  const has = (texts: readonly (string | null | undefined)[], part: string) =>
    texts.some((text) => folded(text).includes(folded(part)));
  const searched = [
    [entry.id, properties.name, properties.description, properties.tags, properties.adminTags].join(
      ' ',
    ),
  ];
  const texts: { readonly [stem: string]: readonly (string | null | undefined)[] } = {
    name: [properties.name],
    description: [properties.description],
    tags: [properties.tags],
    adminTags: [properties.adminTags],
    tagsName: [properties.tags, properties.name],
    tagsAdminTags: [properties.tags, properties.adminTags],
    tagsAdminTagsName: [properties.tags, properties.adminTags, properties.name],
  };
  const [, stem = '', ending = ''] =
    /^(.*?)(MultiLikeOr|MultiLikeAnd|MatchOr|MatchAnd|Like|NotEqual|Equal|NotIn|In|GreaterThanOrEqualOrNull|LessThanOrEqualOrNull|GreaterThanOrEqual|LessThanOrEqual|GreaterThan|LessThan)$/.exec(
      name,
    ) ?? [];
  if (name === 'freeText') {
    const phrase = /^"(.*)"$/.exec(value)?.[1];
    if (phrase !== undefined) return has(searched, phrase);
    if (value.includes(',')) return csv(value).some((item) => has(searched, item));
    return value.split(/\s+/).every((word) => has(searched, word));
  }
  if (name === 'searchTextMatchOr') return csv(value).some((item) => has(searched, item));
  if (name === 'searchTextMatchAnd') return csv(value).every((item) => has(searched, item));
  if (name === 'isRoot') return (entry.rootEntryId === entry.id) === (value === 'true');
  if (name === 'nameEqual') return properties.name === value;
  if (name === 'durationTypeMatchOr') {
    return csv(value).includes(durationType(msDurationOf({ properties })));
  }
  if (stem in texts && ending.includes('Like')) {
    const all = texts[stem] ?? [];
    if (ending === 'Like') return has(all, value);
    return ending === 'MultiLikeOr'
      ? csv(value).some((item) => has(all, item))
      : csv(value).every((item) => has(all, item));
  }
  if (stem.startsWith('entitledUsers')) {
    const users = csv(String(properties[stem as 'entitledUsersEdit'] ?? ''));
    return ending === 'MatchOr'
      ? csv(value).some((item) => users.includes(item))
      : csv(value).every((item) => users.includes(item));
  }
  return matchesValue(actualOf(entry, stem), ending, value);
}

function durationType(ms: number | null): string {
  if (ms === null) return 'notavailable';
  if (ms <= 240_000) return 'short';
  return ms <= 1_200_000 ? 'medium' : 'long';
}

function actualOf(entry: Entry, stem: string): string | number | null {
  const { properties, counts } = entry;
  switch (stem) {
    case 'id':
      return entry.id;
    case 'status':
      return entry.status;
    case 'moderationStatus':
      return entry.moderationStatus;
    case 'type':
      return ENTRY_TYPES[entry.kind];
    case 'createdAt':
      return Math.floor(entry.createdAtMs / 1000);
    case 'updatedAt':
      return Math.floor(entry.updatedAtMs / 1000);
    case 'rootEntryId':
      return entry.rootEntryId === entry.id ? null : entry.rootEntryId;
    case 'duration':
      return Math.round((msDurationOf({ properties }) ?? 0) / 1000);
    case 'displayInSearch':
      return properties.displayInSearch ?? 1;
    case 'totalRank':
      return counts.totalRank;
    default:
      return (properties[stem as 'userId'] as string | number | null | undefined) ?? null;
  }
}

function matchesValue(actual: string | number | null, ending: string, value: string): boolean {
  if (actual === null) return ending.endsWith('OrNull');
  const text = String(actual);
  switch (ending) {
    case 'Equal':
      return text === value;
    case 'NotEqual':
      return text !== value;
    case 'In':
      return csv(value).includes(text);
    case 'NotIn':
      return !csv(value).includes(text);
    case 'GreaterThan':
      return Number(actual) > Number(value);
    case 'LessThan':
      return Number(actual) < Number(value);
    default:
      return ending.startsWith('Greater')
        ? Number(actual) >= Number(value)
        : Number(actual) <= Number(value);
  }
}

function msDurationOf({ properties }: Pick<Entry, 'properties'>): number | null {
  return 'msDuration' in properties ? (properties.msDuration ?? null) : null;
}
