import { ModerationFlagStatus, ModerationFlagType, ModerationObjectType } from './enums.ts';
import {
  arrayOf,
  enumOf,
  int,
  object,
  objectType,
  property,
  readOnly,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** Complaints of viewers about entries. */

export const ModerationFlag = objectType('KalturaModerationFlag', {
  id: readOnly(int),
  partnerId: readOnly(int),
  userId: readOnly(text, { about: 'Who complains; empty for a viewer without a name.' }),
  moderationObjectType: readOnly(enumOf(ModerationObjectType)),
  flaggedEntryId: property(text),
  status: readOnly(enumOf(ModerationFlagStatus)),
  comments: property(text, { maxLength: 1024 }),
  flagType: property(enumOf(ModerationFlagType)),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
});

export const ModerationFlagListResponse = objectType('KalturaModerationFlagListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(ModerationFlag)),
});

const flagKind = object(ModerationFlag);

export type ModerationFlagValue = ValueOf<typeof flagKind>;
