import { nullableBoolean, object, property, subtype, type ValueOf } from './kinds.ts';
import { MediaEntryFilter } from './media-entry-filter.ts';

export const LiveEntryFilter = subtype(MediaEntryFilter, 'KalturaLiveEntryFilter', {
  isLive: property(nullableBoolean, { about: 'Whether viewers get the picture now.' }),
  isRecordedEntryIdEmpty: property(nullableBoolean, { about: 'Whether it has no recording.' }),
});

export const LiveStreamEntryFilter = subtype(LiveEntryFilter, 'KalturaLiveStreamEntryFilter', {});

const filterKind = object(LiveStreamEntryFilter);

/** Every property that any list of entries can be asked for. */
export type LiveStreamFilterValue = ValueOf<typeof filterKind>;
