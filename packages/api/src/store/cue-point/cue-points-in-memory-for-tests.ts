import {
  AD,
  CODE,
  type CuePoint,
  durationMsOf,
  EVENT,
  endMsOf,
  THUMB,
} from '../../cue-points/cue-point.ts';
import type { CuePointFilterValue } from '../../schema/cue-point-filter.ts';

/** The filters of cue points in plain code, to compare the SQL with. */

type Value = string | number | null | undefined;

const FIELDS: { readonly [stem: string]: (cuePoint: CuePoint) => Value } = {
  id: ({ id }) => id,
  cuePointType: ({ type }) => type,
  status: ({ status }) => status,
  entryId: ({ entryId }) => entryId,
  createdAt: ({ createdAtMs }) => Math.floor(createdAtMs / 1000),
  updatedAt: ({ updatedAtMs }) => Math.floor(updatedAtMs / 1000),
  triggeredAt: ({ properties }) => properties.triggeredAt,
  startTime: ({ properties }) => properties.startTime,
  endTime: endMsOf,
  duration: durationMsOf,
  userId: ({ userId }) => userId,
  partnerSortValue: ({ properties }) => properties.partnerSortValue,
  forceStop: ({ properties }) => numberOf(properties.forceStop),
  isPublic: ({ properties }) => numberOf(properties.isPublic),
  systemName: ({ properties }) => properties.systemName,
  parentId: ({ parentId }) => parentId,
  subType: ({ type, properties }) => (type === THUMB ? properties.subType : null),
  protocolType: ({ type, properties }) => (type === AD ? properties.protocolType : null),
  eventType: ({ type, properties }) => (type === EVENT ? properties.eventType : null),
  code: ({ type, properties }) => (type === CODE ? properties.code : null),
};

const TEXTS: { readonly [stem: string]: (cuePoint: CuePoint) => string } = {
  tags: ({ properties }) => properties.tags ?? '',
  text: mainTextOf,
  title: mainTextOf,
  name: mainTextOf,
  code: mainTextOf,
  description: ({ properties }) => properties.description ?? '',
};

export function filterInMemory(
  cuePoints: readonly CuePoint[],
  filter: CuePointFilterValue,
  userId: string,
): readonly CuePoint[] {
  return cuePoints.filter((cuePoint) =>
    Object.entries(filter).every(([name, wanted]) => matches(cuePoint, name, wanted, userId)),
  );
}

export function sortInMemory(cuePoints: readonly CuePoint[], orderBy: string) {
  const terms = orderBy.split(',').filter((term) => term !== '');
  return cuePoints.toSorted((a, b) => {
    for (const term of terms) {
      const field = term.slice(1);
      const placeOf = (each: CuePoint) => orderValue(each, field);
      const difference = placeOf(a) - placeOf(b);
      if (difference !== 0) return term.startsWith('-') ? -difference : difference;
    }
    return a.intId - b.intId;
  });
}

function orderValue(cuePoint: CuePoint, field: string): number {
  if (field === 'createdAt') return cuePoint.createdAtMs;
  if (field === 'updatedAt') return cuePoint.updatedAtMs;
  if (field === 'intId') return cuePoint.intId;
  return Number(FIELDS[field]?.(cuePoint) ?? 0);
}

function matches(cuePoint: CuePoint, name: string, wanted: unknown, userId: string): boolean {
  if (name === 'userIdCurrent' || name === 'userIdEqualCurrent') {
    return (cuePoint.userId === userId) === wanted;
  }
  if (name === 'freeText') return matchesFreeText(cuePoint, String(wanted));
  const [, stem = '', ending = ''] =
    /^(\w+?)(Equal|In|Like|MultiLikeOr|MultiLikeAnd|GreaterThanOrEqual|LessThanOrEqual)$/.exec(
      name,
    ) ?? [];
  const text = fold(TEXTS[stem]?.(cuePoint) ?? '');
  if (ending === 'Like') return text.includes(fold(String(wanted)));
  if (ending === 'MultiLikeOr') return itemsOf(wanted).some((item) => text.includes(fold(item)));
  if (ending === 'MultiLikeAnd') return itemsOf(wanted).every((item) => text.includes(fold(item)));
  const value = FIELDS[stem]?.(cuePoint);
  if (value === null || value === undefined) return false;
  if (ending === 'In') return itemsOf(wanted).includes(String(value));
  if (ending === 'GreaterThanOrEqual') return Number(value) >= Number(wanted);
  if (ending === 'LessThanOrEqual') return Number(value) <= Number(wanted);
  return String(value) === String(typeof wanted === 'boolean' ? Number(wanted) : wanted);
}

function matchesFreeText(cuePoint: CuePoint, freeText: string): boolean {
  const { tags, description } = cuePoint.properties;
  const text = fold([mainTextOf(cuePoint), description ?? '', tags ?? ''].join(' '));
  if (freeText.includes(',')) return itemsOf(freeText).some((item) => text.includes(fold(item)));
  return freeText.split(/\s+/).every((word) => text.includes(fold(word)));
}

function mainTextOf({ properties: { text, title, name, code } }: CuePoint): string {
  return text ?? title ?? name ?? code ?? '';
}

function itemsOf(csv: unknown): readonly string[] {
  return String(csv)
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}

function numberOf(value: boolean | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
