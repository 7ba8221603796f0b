import { EntryStatus, EntryType, MediaType, SourceType } from './enums.ts';
import {
  enumOf,
  int,
  nullableBoolean,
  object,
  objectType,
  property,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** KalturaLiveStreamEntryFilter: the properties that the store can answer. Others are ignored, as unknown ones are. */

export const Filter = objectType(
  'KalturaFilter',
  { orderBy: property(text) },
  { isAbstract: true },
);

export const BaseEntryFilter = subtype(Filter, 'KalturaBaseEntryFilter', {
  idEqual: property(text),
  idIn: property(text),
  idNotIn: property(text),
  nameLike: property(text),
  nameMultiLikeOr: property(text),
  nameMultiLikeAnd: property(text),
  nameEqual: property(text),
  partnerIdEqual: property(int),
  partnerIdIn: property(text),
  userIdEqual: property(text),
  userIdIn: property(text),
  userIdNotIn: property(text),
  creatorIdEqual: property(text),
  tagsLike: property(text),
  tagsMultiLikeOr: property(text),
  tagsMultiLikeAnd: property(text),
  adminTagsLike: property(text),
  adminTagsMultiLikeOr: property(text),
  adminTagsMultiLikeAnd: property(text),
  statusEqual: property(enumOf(EntryStatus)),
  statusNotEqual: property(enumOf(EntryStatus)),
  statusIn: property(text),
  statusNotIn: property(text),
  typeEqual: property(enumOf(EntryType)),
  typeIn: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  startDateGreaterThanOrEqual: property(time),
  startDateLessThanOrEqual: property(time),
  startDateGreaterThanOrEqualOrNull: property(time),
  startDateLessThanOrEqualOrNull: property(time),
  endDateGreaterThanOrEqual: property(time),
  endDateLessThanOrEqual: property(time),
  endDateGreaterThanOrEqualOrNull: property(time),
  endDateLessThanOrEqualOrNull: property(time),
  referenceIdEqual: property(text),
  referenceIdIn: property(text),
  partnerSortValueGreaterThanOrEqual: property(int),
  partnerSortValueLessThanOrEqual: property(int),
  rootEntryIdEqual: property(text),
  rootEntryIdIn: property(text),
  parentEntryIdEqual: property(text),
});

export const PlayableEntryFilter = subtype(BaseEntryFilter, 'KalturaPlayableEntryFilter', {});

export const MediaEntryFilter = subtype(PlayableEntryFilter, 'KalturaMediaEntryFilter', {
  mediaTypeEqual: property(enumOf(MediaType)),
  mediaTypeIn: property(text),
  sourceTypeEqual: property(enumOf(SourceType)),
  sourceTypeNotEqual: property(enumOf(SourceType)),
  sourceTypeIn: property(text),
  sourceTypeNotIn: property(text),
});

export const LiveEntryFilter = subtype(MediaEntryFilter, 'KalturaLiveEntryFilter', {
  isLive: property(nullableBoolean),
});

export const LiveStreamEntryFilter = subtype(LiveEntryFilter, 'KalturaLiveStreamEntryFilter', {});

export const FilterPager = objectType('KalturaFilterPager', {
  pageSize: property(int),
  pageIndex: property(int),
});

const filterKind = object(LiveStreamEntryFilter);
const pagerKind = object(FilterPager);

export type LiveStreamFilterValue = ValueOf<typeof filterKind>;
export type PagerValue = ValueOf<typeof pagerKind>;
