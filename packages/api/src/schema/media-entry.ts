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

export const PlayableEntry = subtype(
  BaseEntry,
  'KalturaPlayableEntry',
  {
    plays: readOnly(int),
    views: readOnly(int),
    lastPlayedAt: readOnly(time),
    width: readOnly(int),
    height: readOnly(int),
    duration: readOnly(int, { about: 'Length in seconds.' }),
    msDuration: property(int, { about: 'Length in milliseconds.' }),
    durationType: readOnly(enumOf(DurationType)),
  },
  { about: 'An entry that plays for a while.' },
);

export const MediaEntry = subtype(
  PlayableEntry,
  'KalturaMediaEntry',
  {
    mediaType: insertOnly(enumOf(MediaType), {
      about: 'Video, picture, sound or live stream; 201 for a live stream.',
    }),
    conversionQuality: insertOnly(text, { about: 'The old name of conversionProfileId.' }),
    sourceType: insertOnly(enumOf(SourceType), {
      about: 'Where the content comes from; 32 for a stream that encoders send to this server.',
    }),
    sourceVersion: insertOnly(text),
    searchProviderType: insertOnly(enumOf(SearchProviderType)),
    searchProviderId: insertOnly(text),
    creditUserName: property(text, { about: 'Whom to credit.' }),
    creditUrl: property(text, { about: 'Where whom to credit is found.' }),
    mediaDate: readOnly(time),
    dataUrl: readOnly(text, { about: 'The address that plays it.' }),
    flavorParamsIds: readOnly(text, {
      about: 'The renditions of its profile, separated by commas.',
    }),
    isTrimDisabled: readOnly(nullableBoolean),
    streams: property(arrayOf(StreamContainer)),
  },
  { about: 'A video, a sound, a picture or a live stream.' },
);

const mediaEntryKind = object(MediaEntry);

/** A video, sound or picture as a client sends it and as it is answered. */
export type MediaEntryValue = ValueOf<typeof mediaEntryKind>;
