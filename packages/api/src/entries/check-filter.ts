import { ApiError } from '../errors/api-error.ts';
import { itemsOf } from '../store/text-conditions.ts';

/** What a property that compares whole values may name. */
const MAX_VALUES = 1000;

/** What a property that looks into texts may name: each is looked for in every entry. */
const MAX_TEXTS = 50;

const TEXTS = /(MultiLike|Match)(Or|And)$|^freeText$/;

/** @throws ApiError INVALID_FIELD_VALUE for a property that asks for more than a database can answer */
export function refuseTooMuch(filter: object): void {
  for (const [name, value] of Object.entries(filter)) {
    if (typeof value !== 'string') continue;
    const isTexts = TEXTS.test(name);
    const items = isTexts ? value.split(/[\s,]+/) : itemsOf(value);
    const max = isTexts ? MAX_TEXTS : MAX_VALUES;
    if (items.length > max) throw new ApiError('INVALID_FIELD_VALUE', name);
  }
}
