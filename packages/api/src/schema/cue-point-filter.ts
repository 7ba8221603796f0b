import {
  AdProtocolType,
  CuePointStatus,
  CuePointType,
  EventType,
  ThumbCuePointSubType,
} from './cue-point.ts';
import { Filter } from './filter.ts';
import {
  enumOf,
  int,
  nullableBoolean,
  object,
  property,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** What lists of cue points may be asked for. A filter of one type finds cue points of that type. */

const CSV = 'Separated by commas.';

export const CuePointFilter = subtype(Filter, 'KalturaCuePointFilter', {
  idEqual: property(text),
  idIn: property(text, { about: CSV }),
  cuePointTypeEqual: property(enumOf(CuePointType)),
  cuePointTypeIn: property(text, { about: CSV }),
  statusEqual: property(enumOf(CuePointStatus)),
  statusIn: property(text, { about: CSV }),
  entryIdEqual: property(text),
  entryIdIn: property(text, { about: CSV }),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  triggeredAtGreaterThanOrEqual: property(time),
  triggeredAtLessThanOrEqual: property(time),
  tagsLike: property(text),
  tagsMultiLikeOr: property(text, { about: CSV }),
  tagsMultiLikeAnd: property(text, { about: CSV }),
  startTimeGreaterThanOrEqual: property(int),
  startTimeLessThanOrEqual: property(int),
  userIdEqual: property(text, {
    about: 'Finds one’s own; those who run the entry find everybody’s.',
  }),
  userIdIn: property(text, { about: CSV }),
  partnerSortValueEqual: property(int),
  partnerSortValueIn: property(text, { about: CSV }),
  partnerSortValueGreaterThanOrEqual: property(int),
  partnerSortValueLessThanOrEqual: property(int),
  forceStopEqual: property(nullableBoolean),
  systemNameEqual: property(text),
  systemNameIn: property(text, { about: CSV }),
  freeText: property(text, {
    about:
      'Words that all occur in its texts or tags; a phrase in double quotes; alternatives separated by commas.',
  }),
  userIdEqualCurrent: property(nullableBoolean, { about: 'Whether it is one’s own.' }),
  userIdCurrent: property(nullableBoolean, { about: 'Whether it is one’s own.' }),
});

const END = {
  endTimeGreaterThanOrEqual: property(int),
  endTimeLessThanOrEqual: property(int),
  durationGreaterThanOrEqual: property(int),
  durationLessThanOrEqual: property(int),
} as const;

const TITLE = {
  titleLike: property(text),
  titleMultiLikeOr: property(text, { about: CSV }),
  titleMultiLikeAnd: property(text, { about: CSV }),
} as const;

const DESCRIPTION = {
  descriptionLike: property(text),
  descriptionMultiLikeOr: property(text, { about: CSV }),
  descriptionMultiLikeAnd: property(text, { about: CSV }),
} as const;

export const AnnotationFilter = subtype(CuePointFilter, 'KalturaAnnotationFilter', {
  parentIdEqual: property(text),
  parentIdIn: property(text, { about: CSV }),
  textLike: property(text),
  textMultiLikeOr: property(text, { about: CSV }),
  textMultiLikeAnd: property(text, { about: CSV }),
  ...END,
  isPublicEqual: property(nullableBoolean),
});

export const ThumbCuePointFilter = subtype(CuePointFilter, 'KalturaThumbCuePointFilter', {
  ...DESCRIPTION,
  ...TITLE,
  subTypeEqual: property(enumOf(ThumbCuePointSubType)),
  subTypeIn: property(text, { about: CSV }),
});

export const CodeCuePointFilter = subtype(CuePointFilter, 'KalturaCodeCuePointFilter', {
  codeLike: property(text),
  codeMultiLikeOr: property(text, { about: CSV }),
  codeMultiLikeAnd: property(text, { about: CSV }),
  codeEqual: property(text),
  codeIn: property(text, { about: CSV }),
  ...DESCRIPTION,
  ...END,
});

export const AdCuePointFilter = subtype(CuePointFilter, 'KalturaAdCuePointFilter', {
  protocolTypeEqual: property(enumOf(AdProtocolType)),
  protocolTypeIn: property(text, { about: CSV }),
  ...TITLE,
  ...END,
});

export const EventCuePointFilter = subtype(CuePointFilter, 'KalturaEventCuePointFilter', {
  eventTypeEqual: property(enumOf(EventType)),
  eventTypeIn: property(text, { about: CSV }),
});

export const SessionCuePointFilter = subtype(CuePointFilter, 'KalturaSessionCuePointFilter', {
  nameLike: property(text),
  nameMultiLikeOr: property(text, { about: CSV }),
  nameMultiLikeAnd: property(text, { about: CSV }),
  ...END,
});

const annotationKind = object(AnnotationFilter);
const thumbKind = object(ThumbCuePointFilter);
const codeKind = object(CodeCuePointFilter);
const adKind = object(AdCuePointFilter);
const eventKind = object(EventCuePointFilter);
const sessionKind = object(SessionCuePointFilter);

/** The properties of filters of every type. */
export type CuePointFilterValue = ValueOf<typeof annotationKind> &
  ValueOf<typeof thumbKind> &
  ValueOf<typeof codeKind> &
  ValueOf<typeof adKind> &
  ValueOf<typeof eventKind> &
  ValueOf<typeof sessionKind>;
