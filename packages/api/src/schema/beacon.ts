import { Filter } from './filter.ts';
import {
  arrayOf,
  enumOf,
  enumType,
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

/** What applications tell about objects: the newest state of each, and what has happened. */

export const BeaconObjectTypes = enumType('KalturaBeaconObjectTypes', {
  SCHEDULE_RESOURCE_BEACON: '1',
  ENTRY_SERVER_NODE_BEACON: '2',
  SERVER_NODE_BEACON: '3',
  ENTRY_BEACON: '4',
});

export const BeaconIndexType = enumType('KalturaBeaconIndexType', { STATE: 'State', LOG: 'Log' });

const MAX_DATA_LENGTH = 32_768;

export const Beacon = objectType(
  'KalturaBeacon',
  {
    id: readOnly(text),
    indexType: readOnly(text, { about: '`State` or `Log`.' }),
    updatedAt: readOnly(time),
    relatedObjectType: property(enumOf(BeaconObjectTypes), { about: '4 for an entry.' }),
    eventType: property(text, { maxLength: 128, about: 'A word of the application’s own.' }),
    objectId: property(text, { maxLength: 128, about: 'Of the entry, server or resource.' }),
    privateData: property(text, {
      maxLength: MAX_DATA_LENGTH,
      about: 'Shown to those who may change all entries only.',
    }),
    rawData: property(text, { maxLength: MAX_DATA_LENGTH }),
  },
  { about: 'What an application tells about an object.' },
);

export const BeaconFilter = subtype(Filter, 'KalturaBeaconFilter', {
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  relatedObjectTypeIn: property(text),
  relatedObjectTypeEqual: property(enumOf(BeaconObjectTypes)),
  eventTypeIn: property(text),
  objectIdIn: property(text, { about: 'Ids, separated by commas.' }),
  indexTypeEqual: property(enumOf(BeaconIndexType), { about: 'Both where it is left out.' }),
});

export const BeaconListResponse = objectType('KalturaBeaconListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(Beacon)),
});

const beaconKind = object(Beacon);
export type BeaconValue = ValueOf<typeof beaconKind>;

const filterKind = object(BeaconFilter);
export type BeaconFilterValue = ValueOf<typeof filterKind>;
