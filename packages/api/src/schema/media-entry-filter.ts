import { BaseEntryFilter } from './base-entry-filter.ts';
import { MediaType, SourceType } from './enums.ts';
import { enumOf, int, object, property, subtype, text, time, type ValueOf } from './kinds.ts';

export const PlayableEntryFilter = subtype(BaseEntryFilter, 'KalturaPlayableEntryFilter', {
  lastPlayedAtGreaterThanOrEqual: property(time),
  lastPlayedAtLessThanOrEqual: property(time),
  lastPlayedAtLessThanOrEqualOrNull: property(time),
  durationLessThan: property(int, { about: 'Seconds.' }),
  durationGreaterThan: property(int, { about: 'Seconds.' }),
  durationLessThanOrEqual: property(int, { about: 'Seconds.' }),
  durationGreaterThanOrEqual: property(int, { about: 'Seconds.' }),
  durationTypeMatchOr: property(text, {
    about:
      '`short` up to 4 minutes, `medium` up to 20, `long`, `notavailable`. Separated by commas.',
  }),
});

export const MediaEntryFilter = subtype(PlayableEntryFilter, 'KalturaMediaEntryFilter', {
  mediaTypeEqual: property(enumOf(MediaType)),
  mediaTypeIn: property(text),
  sourceTypeEqual: property(enumOf(SourceType)),
  sourceTypeNotEqual: property(enumOf(SourceType)),
  sourceTypeIn: property(text),
  sourceTypeNotIn: property(text),
  mediaDateGreaterThanOrEqual: property(time),
  mediaDateLessThanOrEqual: property(time),
});

const filterKind = object(MediaEntryFilter);

export type MediaEntryFilterValue = ValueOf<typeof filterKind>;
