import { int, object, objectType, property, text, type ValueOf } from './kinds.ts';

/** What every list takes: an order, and a page. */

export const Filter = objectType(
  'KalturaFilter',
  {
    orderBy: property(text, {
      about: '`+field` ascending, `-field` descending; several are separated by commas.',
    }),
  },
  { isAbstract: true },
);

export const FilterPager = objectType('KalturaFilterPager', {
  pageSize: property(int, { about: 'At most 500; 30 where it is left out, 0 asks for the count.' }),
  pageIndex: property(int, { about: 'Pages are counted from 1.' }),
});

const pagerKind = object(FilterPager);

export type PagerValue = ValueOf<typeof pagerKind>;
