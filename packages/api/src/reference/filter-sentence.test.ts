import { expect, test } from 'vitest';
import { filterSentence } from './filter-sentence.ts';

test.each([
  ['idEqual', 'Is exactly this.'],
  ['statusNotEqual', 'Is anything but this.'],
  ['idIn', 'Is one of these, separated by commas.'],
  ['idNotIn', 'Is none of these, separated by commas.'],
  ['nameLike', 'Has this in it, in any case.'],
  ['tagsMultiLikeOr', 'Has one of these parts, separated by commas, in any case.'],
  ['createdAtGreaterThanOrEqual', 'Is at least this.'],
  ['endDateLessThanOrEqualOrNull', 'Is at most this, or has no value.'],
  ['freeText', ''],
])('%s: %s', (name, sentence) => {
  expect(filterSentence(name)).toBe(sentence);
});
