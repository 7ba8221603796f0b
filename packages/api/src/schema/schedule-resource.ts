import { Filter } from './filter.ts';
import {
  arrayOf,
  enumOf,
  enumType,
  insertOnly,
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

/** What events need: rooms, cameras, live streams. */

export const ScheduleResourceStatus = enumType('KalturaScheduleResourceStatus', {
  DISABLED: 1,
  ACTIVE: 2,
  DELETED: 3,
});

export const ScheduleResource = objectType(
  'KalturaScheduleResource',
  {
    id: readOnly(int),
    parentId: property(int, { about: 'The resource that it is a part of.' }),
    partnerId: readOnly(int),
    name: property(text, { minLength: 1, maxLength: 256 }),
    systemName: property(text, { minLength: 1, maxLength: 256 }),
    description: property(text, { maxLength: 4096 }),
    status: readOnly(enumOf(ScheduleResourceStatus)),
    tags: property(text, { maxLength: 1000 }),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
  },
  { isAbstract: true, about: 'Something that only one event can have at a time.' },
);

export const CameraScheduleResource = subtype(ScheduleResource, 'KalturaCameraScheduleResource', {
  streamUrl: property(text, { isSecret: true, maxLength: 1024 }),
});

export const LiveEntryScheduleResource = subtype(
  ScheduleResource,
  'KalturaLiveEntryScheduleResource',
  { entryId: property(text) },
);

export const LocationScheduleResource = subtype(
  ScheduleResource,
  'KalturaLocationScheduleResource',
  {},
);

export const ScheduleResourceFilter = subtype(Filter, 'KalturaScheduleResourceFilter', {
  idEqual: property(int),
  idIn: property(text),
  idNotIn: property(text),
  parentIdEqual: property(int),
  parentIdIn: property(text),
  nameEqual: property(text),
  systemNameEqual: property(text),
  systemNameIn: property(text),
  statusEqual: property(enumOf(ScheduleResourceStatus)),
  statusIn: property(text),
  tagsLike: property(text),
  tagsMultiLikeOr: property(text),
  tagsMultiLikeAnd: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
});

export const CameraScheduleResourceFilter = subtype(
  ScheduleResourceFilter,
  'KalturaCameraScheduleResourceFilter',
  {},
);
export const LiveEntryScheduleResourceFilter = subtype(
  ScheduleResourceFilter,
  'KalturaLiveEntryScheduleResourceFilter',
  {},
);
export const LocationScheduleResourceFilter = subtype(
  ScheduleResourceFilter,
  'KalturaLocationScheduleResourceFilter',
  {},
);

export const ScheduleResourceListResponse = objectType('KalturaScheduleResourceListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(ScheduleResource)),
});

export const ScheduleEventResource = objectType(
  'KalturaScheduleEventResource',
  {
    eventId: insertOnly(int),
    resourceId: insertOnly(int),
    partnerId: readOnly(int),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
  },
  { about: 'That an event needs a resource. What an event that repeats needs, each time needs.' },
);

export const ScheduleEventResourceFilter = subtype(Filter, 'KalturaScheduleEventResourceFilter', {
  eventIdEqual: property(int),
  eventIdIn: property(text),
  resourceIdEqual: property(int),
  resourceIdIn: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  eventIdOrItsParentIdEqual: property(int, {
    about: 'Of an occurrence: also what the event that repeats needs.',
  }),
});

export const ScheduleEventResourceListResponse = objectType(
  'KalturaScheduleEventResourceListResponse',
  {
    totalCount: readOnly(int),
    objects: readOnly(arrayOf(ScheduleEventResource)),
  },
);

const resourceKind = object(ScheduleResource);
const cameraKind = object(CameraScheduleResource);
const liveKind = object(LiveEntryScheduleResource);
export type ScheduleResourceValue = ValueOf<typeof resourceKind> &
  ValueOf<typeof cameraKind> &
  ValueOf<typeof liveKind>;

const resourceFilterKind = object(ScheduleResourceFilter);
export type ScheduleResourceFilterValue = ValueOf<typeof resourceFilterKind>;

const eventResourceKind = object(ScheduleEventResource);
export type ScheduleEventResourceValue = ValueOf<typeof eventResourceKind>;

const eventResourceFilterKind = object(ScheduleEventResourceFilter);
export type ScheduleEventResourceFilterValue = ValueOf<typeof eventResourceFilterKind>;
