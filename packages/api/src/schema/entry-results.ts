import { BaseEntry } from './base-entry.ts';
import { BaseEntryCloneOptions, CloneComponentSelectorType } from './enums.ts';
import {
  arrayOf,
  enumOf,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  type ValueOf,
} from './kinds.ts';
import { MediaEntry } from './media-entry.ts';

/** What actions on entries answer besides entries, and what they take besides them. */

export const BaseEntryListResponse = objectType('KalturaBaseEntryListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(BaseEntry)),
});

export const MediaListResponse = objectType('KalturaMediaListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(MediaEntry)),
});

export const BaseEntryCloneOptionItem = objectType(
  'KalturaBaseEntryCloneOptionItem',
  {},
  { isAbstract: true },
);

export const BaseEntryCloneOptionComponent = subtype(
  BaseEntryCloneOptionItem,
  'KalturaBaseEntryCloneOptionComponent',
  {
    itemType: property(enumOf(BaseEntryCloneOptions)),
    rule: property(enumOf(CloneComponentSelectorType)),
  },
);

const componentKind = object(BaseEntryCloneOptionComponent);

export type CloneOptionValue = ValueOf<typeof componentKind>;
