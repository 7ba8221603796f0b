import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
  enumType,
  float,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** What is planned: events of an account’s calendar, most of them shows of a webcast. */

export const ScheduleEventStatus = enumType('KalturaScheduleEventStatus', {
  CANCELLED: 1,
  ACTIVE: 2,
  DELETED: 3,
});

export const ScheduleEventClassificationType = enumType('KalturaScheduleEventClassificationType', {
  PUBLIC_EVENT: 1,
  PRIVATE_EVENT: 2,
  CONFIDENTIAL_EVENT: 3,
});

export const ScheduleEventRecurrenceType = enumType('KalturaScheduleEventRecurrenceType', {
  NONE: 0,
  RECURRING: 1,
  RECURRENCE: 2,
});

export const ScheduleEventConflictType = enumType('KalturaScheduleEventConflictType', {
  RESOURCE_CONFLICT: 1,
  BLACKOUT_CONFLICT: 2,
  BOTH: 3,
});

export const ScheduleEventRecurrenceFrequency = enumType(
  'KalturaScheduleEventRecurrenceFrequency',
  {
    DAILY: 'days',
    HOURLY: 'hours',
    MINUTELY: 'minutes',
    MONTHLY: 'months',
    SECONDLY: 'seconds',
    WEEKLY: 'weeks',
    YEARLY: 'years',
  },
);

export const ScheduleEventRecurrenceDay = enumType('KalturaScheduleEventRecurrenceDay', {
  FRIDAY: 'FR',
  MONDAY: 'MO',
  SATURDAY: 'SA',
  SUNDAY: 'SU',
  THURSDAY: 'TH',
  TUESDAY: 'TU',
  WEDNESDAY: 'WE',
});

const NUMBERS = { maxLength: 1000 } as const;

export const ScheduleEventRecurrence = objectType(
  'KalturaScheduleEventRecurrence',
  {
    name: property(text, { maxLength: 256 }),
    frequency: property(enumOf(ScheduleEventRecurrenceFrequency), {
      about: 'Days or longer: nobody’s shows begin every hour.',
    }),
    until: property(time, { about: 'The last moment at which one may begin.' }),
    timeZone: property(text, {
      maxLength: 64,
      about: 'In which it is always the same time of day, as `Europe/Berlin`; UTC when left out.',
    }),
    count: property(int, { minValue: 1 }),
    interval: property(int, { minValue: 1, maxValue: 1000 }),
    bySecond: property(text, NUMBERS),
    byMinute: property(text, NUMBERS),
    byHour: property(text, NUMBERS),
    byDay: property(text, { ...NUMBERS, about: '`MO,WE`, or `-1FR` for the last Friday.' }),
    byMonthDay: property(text, NUMBERS),
    byYearDay: property(text, NUMBERS),
    byWeekNumber: property(text, NUMBERS),
    byMonth: property(text, NUMBERS),
    byOffset: property(text, { ...NUMBERS, about: 'Which of the days of a period: BYSETPOS.' }),
    weekStartDay: property(enumOf(ScheduleEventRecurrenceDay)),
  },
  { about: 'How an event repeats, as RFC 5545 counts.' },
);

export const LinkedScheduleEvent = objectType('KalturaLinkedScheduleEvent', {
  offset: property(int, { about: 'Seconds.' }),
  eventId: property(int),
});

export const ScheduleEvent = objectType(
  'KalturaScheduleEvent',
  {
    id: readOnly(int),
    partnerId: readOnly(int),
    parentId: readOnly(int, { about: 'Of an occurrence: the event that repeats.' }),
    summary: property(text, { minLength: 1, maxLength: 256 }),
    description: property(text, { maxLength: 65_535 }),
    status: readOnly(enumOf(ScheduleEventStatus)),
    startDate: property(time),
    endDate: property(time, { about: 'Of an event that repeats: the end of its first time.' }),
    referenceId: property(text, { maxLength: 256 }),
    linkedTo: property(object(LinkedScheduleEvent), { about: 'Kept; it moves nothing.' }),
    linkedBy: property(text, { maxLength: 1000 }),
    classificationType: property(enumOf(ScheduleEventClassificationType), {
      about: 'What is not public is shown only to those who may change it.',
    }),
    geoLatitude: property(float),
    geoLongitude: property(float),
    location: property(text, { maxLength: 256 }),
    organizer: property(text, { maxLength: 256 }),
    ownerId: property(text, { maxLength: 100, about: 'The session’s user when left out.' }),
    priority: property(int, { minValue: 0, maxValue: 9 }),
    sequence: property(int, { minValue: 0, about: 'Grows with every change.' }),
    recurrenceType: property(enumOf(ScheduleEventRecurrenceType), {
      about: 'Occurrences (2) are made by the server.',
    }),
    duration: property(int, { minValue: 0, about: 'Seconds, in place of endDate.' }),
    contact: property(text, { maxLength: 1024 }),
    comment: property(text, { maxLength: 1024 }),
    tags: property(text, { maxLength: 1000 }),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
    recurrence: property(object(ScheduleEventRecurrence)),
  },
  { isAbstract: true, about: 'Something that is planned.' },
);

export const EntryScheduleEvent = subtype(
  ScheduleEvent,
  'KalturaEntryScheduleEvent',
  {
    templateEntryId: property(text, { about: 'The entry that it is an event of.' }),
    entryIds: property(text, { maxLength: 1000, about: 'Entries, separated by commas.' }),
    categoryIds: property(text, { maxLength: 1000, about: 'Categories, separated by commas.' }),
    blackoutConflicts: readOnly(arrayOf(ScheduleEvent), {
      about: 'Active blackouts of the account at the same time; answered by get, add and update.',
    }),
  },
  { isAbstract: true },
);

export const BaseLiveScheduleEvent = subtype(
  EntryScheduleEvent,
  'KalturaBaseLiveScheduleEvent',
  {},
  { isAbstract: true },
);

export const LiveStreamScheduleEvent = subtype(
  BaseLiveScheduleEvent,
  'KalturaLiveStreamScheduleEvent',
  {
    sourceEntryId: property(text, {
      about: 'A recording to be shown as if it were live. Kept; nothing plays by itself.',
    }),
    projectedAudience: property(int, { minValue: 0 }),
    preStartTime: property(int, { about: 'Seconds. Kept for clients.' }),
    postEndTime: property(int, { about: 'Seconds. Kept for clients.' }),
    preStartEntryId: property(text),
    postEndEntryId: property(text),
    isContentInterruptible: property(bool, { about: 'Kept for clients.' }),
  },
  { about: 'A show of a live stream: the stream’s startDate and endDate follow it.' },
);

export const LiveRedirectScheduleEvent = subtype(
  BaseLiveScheduleEvent,
  'KalturaLiveRedirectScheduleEvent',
  { redirectEntryId: property(text, { about: 'Kept for clients.' }) },
);

export const RecordScheduleEvent = subtype(
  EntryScheduleEvent,
  'KalturaRecordScheduleEvent',
  {},
  { about: 'Something is to be recorded. Rostrum keeps it for those who do so.' },
);

export const MeetingScheduleEvent = subtype(EntryScheduleEvent, 'KalturaMeetingScheduleEvent', {
  preStartTime: property(int, { about: 'Seconds. Kept for clients.' }),
});

export const VodScheduleEvent = subtype(EntryScheduleEvent, 'KalturaVodScheduleEvent', {});

export const BlackoutScheduleEvent = subtype(
  ScheduleEvent,
  'KalturaBlackoutScheduleEvent',
  {},
  { about: 'A time at which nothing should be planned; getConflicts tells of it.' },
);

export const ScheduleEventFilter = subtype(Filter, 'KalturaScheduleEventFilter', {
  idEqual: property(int),
  idIn: property(text),
  idNotIn: property(text),
  parentIdEqual: property(int),
  parentIdIn: property(text),
  parentIdNotIn: property(text),
  statusEqual: property(enumOf(ScheduleEventStatus)),
  statusIn: property(text),
  startDateGreaterThanOrEqual: property(time),
  startDateLessThanOrEqual: property(time),
  endDateGreaterThanOrEqual: property(time),
  endDateLessThanOrEqual: property(time),
  referenceIdEqual: property(text),
  referenceIdIn: property(text),
  ownerIdEqual: property(text),
  ownerIdIn: property(text),
  priorityEqual: property(int),
  priorityIn: property(text),
  priorityGreaterThanOrEqual: property(int),
  priorityLessThanOrEqual: property(int),
  recurrenceTypeEqual: property(enumOf(ScheduleEventRecurrenceType)),
  recurrenceTypeIn: property(text),
  tagsLike: property(text),
  tagsMultiLikeOr: property(text),
  tagsMultiLikeAnd: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  resourceIdsLike: property(text, { about: 'A resource of the event, or of what it repeats.' }),
  resourceIdsMultiLikeOr: property(text),
  resourceIdsMultiLikeAnd: property(text),
  parentResourceIdsLike: property(text, { about: 'The parent of one of its resources.' }),
  parentResourceIdsMultiLikeOr: property(text),
  parentResourceIdsMultiLikeAnd: property(text),
  templateEntryCategoriesIdsLike: property(text, { about: 'A category of its entry.' }),
  templateEntryCategoriesIdsMultiLikeOr: property(text),
  templateEntryCategoriesIdsMultiLikeAnd: property(text),
  resourceSystemNamesLike: property(text),
  resourceSystemNamesMultiLikeOr: property(text),
  resourceSystemNamesMultiLikeAnd: property(text),
  resourceIdEqual: property(text),
});

export const EntryScheduleEventFilter = subtype(
  ScheduleEventFilter,
  'KalturaEntryScheduleEventFilter',
  {
    templateEntryIdEqual: property(text),
    entryIdsLike: property(text),
    entryIdsMultiLikeOr: property(text),
    entryIdsMultiLikeAnd: property(text),
    categoryIdsLike: property(text),
    categoryIdsMultiLikeOr: property(text),
    categoryIdsMultiLikeAnd: property(text),
    parentCategoryIdsLike: property(text, { about: 'A category above one of its categories.' }),
    parentCategoryIdsMultiLikeOr: property(text),
    parentCategoryIdsMultiLikeAnd: property(text),
  },
);

export const LiveStreamScheduleEventFilter = subtype(
  EntryScheduleEventFilter,
  'KalturaLiveStreamScheduleEventFilter',
  { sourceEntryIdEqual: property(text) },
);

export const RecordScheduleEventFilter = subtype(
  EntryScheduleEventFilter,
  'KalturaRecordScheduleEventFilter',
  {},
);
export const MeetingScheduleEventFilter = subtype(
  EntryScheduleEventFilter,
  'KalturaMeetingScheduleEventFilter',
  {},
);
export const VodScheduleEventFilter = subtype(
  EntryScheduleEventFilter,
  'KalturaVodScheduleEventFilter',
  {},
);
export const LiveRedirectScheduleEventFilter = subtype(
  EntryScheduleEventFilter,
  'KalturaLiveRedirectScheduleEventFilter',
  {},
);
export const BlackoutScheduleEventFilter = subtype(
  ScheduleEventFilter,
  'KalturaBlackoutScheduleEventFilter',
  {},
);

export const ScheduleEventListResponse = objectType('KalturaScheduleEventListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(ScheduleEvent)),
});

const recurrenceKind = object(ScheduleEventRecurrence);
export type RecurrenceValue = ValueOf<typeof recurrenceKind>;

const eventKind = object(ScheduleEvent);
const entryEventKind = object(EntryScheduleEvent);
const liveEventKind = object(LiveStreamScheduleEvent);
const redirectEventKind = object(LiveRedirectScheduleEvent);
/** What an event of any type may carry. */
export type ScheduleEventValue = ValueOf<typeof eventKind> &
  ValueOf<typeof entryEventKind> &
  ValueOf<typeof liveEventKind> &
  ValueOf<typeof redirectEventKind>;

const filterKind = object(LiveStreamScheduleEventFilter);
/** Of every type of event. */
export type ScheduleEventFilterValue = ValueOf<typeof filterKind>;
