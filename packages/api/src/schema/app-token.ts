import { SessionType } from './enums.ts';
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

/** Application tokens: what lets an application start certain sessions without an account's secrets. */

const AppTokenStatus = enumType('KalturaAppTokenStatus', { DISABLED: 1, ACTIVE: 2, DELETED: 3 });
const AppTokenHashType = enumType('KalturaAppTokenHashType', {
  MD5: 'MD5',
  SHA1: 'SHA1',
  SHA256: 'SHA256',
  SHA512: 'SHA512',
});

export const AppToken = objectType('KalturaAppToken', {
  id: readOnly(text),
  token: readOnly(text, { isSecret: true, about: 'The shared secret: 32 hexadecimal characters.' }),
  partnerId: readOnly(int),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  status: readOnly(enumOf(AppTokenStatus)),
  expiry: property(time, { about: 'Unix seconds; no session is started or lasts later.' }),
  sessionType: property(enumOf(SessionType), {
    about: 'Of all its sessions; the caller chooses where it is absent.',
  }),
  sessionUserId: property(text, {
    maxLength: 100,
    about: 'Of all its sessions; the caller chooses where it is absent.',
  }),
  sessionDuration: property(int, { minValue: 1, about: 'The longest time a session lasts, in s.' }),
  sessionPrivileges: property(text, {
    maxLength: 4000,
    about: 'What all its sessions have; callers may add what takes rights away or only describes.',
  }),
  hashType: property(enumOf(AppTokenHashType), { about: 'SHA1 where it is absent.' }),
  description: property(text, { maxLength: 2000 }),
});

export const AppTokenBaseFilter = subtype(
  Filter,
  'KalturaAppTokenBaseFilter',
  {
    idEqual: property(text),
    idIn: property(text),
    createdAtGreaterThanOrEqual: property(time),
    createdAtLessThanOrEqual: property(time),
    updatedAtGreaterThanOrEqual: property(time),
    updatedAtLessThanOrEqual: property(time),
    statusEqual: property(enumOf(AppTokenStatus)),
    statusIn: property(text),
    sessionUserIdEqual: property(text),
  },
  { isAbstract: true },
);

export const AppTokenFilter = subtype(AppTokenBaseFilter, 'KalturaAppTokenFilter', {});

export const AppTokenListResponse = objectType('KalturaAppTokenListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(AppToken)),
});

const appTokenKind = object(AppToken);
const filterKind = object(AppTokenFilter);

export type AppTokenValue = ValueOf<typeof appTokenKind>;
export type AppTokenFilterValue = ValueOf<typeof filterKind>;
