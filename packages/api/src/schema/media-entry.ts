import { BaseEntry } from './base-entry.ts';
import { DurationType, MediaType, SearchProviderType, SourceType } from './enums.ts';
import {
  arrayOf,
  enumOf,
  insertOnly,
  int,
  nullableBoolean,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** KalturaMediaEntry and what it is made of, property by property. */

export const StreamContainer = objectType('KalturaStreamContainer', {
  id: property(text),
  type: property(text),
  trackIndex: property(int),
  language: property(text),
  channelIndex: property(int),
  label: property(text),
  channelLayout: property(text),
});

export const PlayableEntry = subtype(BaseEntry, 'KalturaPlayableEntry', {
  plays: readOnly(int),
  views: readOnly(int),
  lastPlayedAt: readOnly(time),
  width: readOnly(int),
  height: readOnly(int),
  duration: readOnly(int),
  msDuration: property(int),
  durationType: readOnly(enumOf(DurationType)),
});

export const MediaEntry = subtype(PlayableEntry, 'KalturaMediaEntry', {
  mediaType: insertOnly(enumOf(MediaType)),
  conversionQuality: insertOnly(text),
  sourceType: insertOnly(enumOf(SourceType)),
  sourceVersion: insertOnly(text),
  searchProviderType: insertOnly(enumOf(SearchProviderType)),
  searchProviderId: insertOnly(text),
  creditUserName: property(text),
  creditUrl: property(text),
  mediaDate: readOnly(time),
  dataUrl: readOnly(text),
  flavorParamsIds: readOnly(text),
  isTrimDisabled: readOnly(nullableBoolean),
  streams: property(arrayOf(StreamContainer)),
});

const mediaEntryKind = object(MediaEntry);

/** A video, sound or picture as a client sends it and as it is answered. */
export type MediaEntryValue = ValueOf<typeof mediaEntryKind>;
