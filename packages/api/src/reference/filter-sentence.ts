/** What a filter's property asks for, as its ending says it; empty where the ending says nothing. */
export function filterSentence(name: string): string {
  return ENDINGS.find(([ending]) => name.endsWith(ending))?.[1] ?? '';
}

/** An ending comes before those that it ends with itself. */
const ENDINGS: readonly (readonly [ending: string, sentence: string])[] = [
  ['MultiLikeOr', 'Has one of these parts, separated by commas, in any case.'],
  ['MultiLikeAnd', 'Has all of these parts, separated by commas, in any case.'],
  ['NotLike', 'Does not have this in it.'],
  ['Like', 'Has this in it, in any case.'],
  ['StartsWith', 'Begins with this.'],
  ['GreaterThanOrEqual', 'Is at least this.'],
  ['LessThanOrEqual', 'Is at most this.'],
  ['NotEqual', 'Is anything but this.'],
  ['Equal', 'Is exactly this.'],
  ['NotIn', 'Is none of these, separated by commas.'],
  ['In', 'Is one of these, separated by commas.'],
  ['GreaterThanOrEqualOrNull', 'Is at least this, or has no value.'],
  ['LessThanOrEqualOrNull', 'Is at most this, or has no value.'],
];
