import {
  arrayOf,
  bool,
  enumOf,
  float,
  insertOnly,
  int,
  nullableBoolean,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';
import { ContextType, DrmSchemeName, FlavorAssetStatus, RuleActionType } from './playback-enums.ts';

/** What players ask before they play, and what they are answered. */

export const ContextTypeHolder = objectType('KalturaContextTypeHolder', {
  type: property(enumOf(ContextType)),
});

export const AccessControlContextTypeHolder = subtype(
  ContextTypeHolder,
  'KalturaAccessControlContextTypeHolder',
  {},
);

export const KeyValue = objectType('KalturaKeyValue', {
  key: property(text),
  value: property(text),
});

export const AccessControlScope = objectType('KalturaAccessControlScope', {
  referrer: property(text),
  ip: property(text),
  ks: property(text, { isSecret: true }),
  userAgent: property(text),
  time: property(time),
  contexts: property(arrayOf(AccessControlContextTypeHolder)),
  hashes: property(arrayOf(KeyValue)),
});

export const EntryContextDataParams = subtype(AccessControlScope, 'KalturaEntryContextDataParams', {
  flavorAssetId: property(text),
  flavorTags: property(text, { about: 'Only renditions that have one of these tags; “all”.' }),
  streamerType: property(text),
  mediaProtocol: property(text, { about: 'http or https.' }),
});

export const PlaybackContextOptions = subtype(
  EntryContextDataParams,
  'KalturaPlaybackContextOptions',
  {},
);

export const PluginData = objectType('KalturaPluginData', {}, { isAbstract: true });

export const DrmPlaybackPluginData = subtype(PluginData, 'KalturaDrmPlaybackPluginData', {
  scheme: readOnly(enumOf(DrmSchemeName)),
  licenseURL: readOnly(text),
});

export const PlaybackSource = objectType('KalturaPlaybackSource', {
  deliveryProfileId: readOnly(text),
  format: readOnly(text, { about: 'applehttp is HLS.' }),
  protocols: readOnly(text, { about: 'Comma-separated: http, https.' }),
  flavorIds: readOnly(text, { about: 'Comma-separated ids of flavorAssets.' }),
  url: readOnly(text, {
    about: 'Of the manifest; it redirects to the playlist while there is one.',
  }),
  drm: readOnly(arrayOf(DrmPlaybackPluginData)),
});

export const CaptionPlaybackPluginData = objectType('KalturaCaptionPlaybackPluginData', {
  label: readOnly(text),
  format: readOnly(text),
  language: readOnly(text),
  webVttUrl: readOnly(text),
  url: readOnly(text),
  isDefault: readOnly(bool),
  languageCode: readOnly(text),
});

export const Asset = objectType('KalturaAsset', {
  id: readOnly(text),
  entryId: readOnly(text),
  partnerId: readOnly(int),
  version: readOnly(int),
  size: readOnly(int, { about: 'In kilobytes.' }),
  tags: property(text),
  fileExt: insertOnly(text, { about: 'Found out from the content.' }),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  deletedAt: readOnly(time),
  description: readOnly(text),
  partnerData: property(text),
  partnerDescription: property(text),
  actualSourceAssetParamsIds: property(text),
  sizeInBytes: readOnly(int),
});

export const FlavorAsset = subtype(Asset, 'KalturaFlavorAsset', {
  flavorParamsId: readOnly(int),
  width: readOnly(int, { about: 'In pixels; absent where it is as the encoder sends it.' }),
  height: readOnly(int, { about: 'In pixels; absent where it is as the encoder sends it.' }),
  bitrate: readOnly(int, { about: 'In kbit/s.' }),
  frameRate: readOnly(float),
  isOriginal: readOnly(bool),
  isWeb: readOnly(bool),
  containerFormat: readOnly(text),
  videoCodecId: readOnly(text),
  status: readOnly(enumOf(FlavorAssetStatus)),
  language: readOnly(text),
  label: readOnly(text),
  isDefault: readOnly(nullableBoolean),
});

export const LiveAsset = subtype(FlavorAsset, 'KalturaLiveAsset', {
  multicastIP: readOnly(text),
  multicastPort: readOnly(int),
});

export const RuleAction = objectType(
  'KalturaRuleAction',
  { type: readOnly(enumOf(RuleActionType)) },
  { isAbstract: true },
);

export const AccessControlBlockAction = subtype(
  RuleAction,
  'KalturaAccessControlBlockAction',
  {},
  { about: 'Nothing may be played; the messages say why.' },
);

export const AccessControlMessage = objectType('KalturaAccessControlMessage', {
  message: readOnly(text),
  code: readOnly(text),
});

export const PlaybackContext = objectType('KalturaPlaybackContext', {
  sources: readOnly(arrayOf(PlaybackSource)),
  playbackCaptions: readOnly(arrayOf(CaptionPlaybackPluginData)),
  flavorAssets: readOnly(arrayOf(FlavorAsset)),
  actions: readOnly(arrayOf(RuleAction)),
  messages: readOnly(arrayOf(AccessControlMessage)),
  bumperData: readOnly(arrayOf(PluginData)),
});

export const StringObject = objectType('KalturaString', { value: property(text) });

export const ContextDataResult = objectType('KalturaContextDataResult', {
  messages: readOnly(arrayOf(StringObject)),
  actions: readOnly(arrayOf(RuleAction)),
});

export const EntryContextDataResult = subtype(ContextDataResult, 'KalturaEntryContextDataResult', {
  isSiteRestricted: readOnly(bool),
  isCountryRestricted: readOnly(bool),
  isSessionRestricted: readOnly(bool),
  isIpAddressRestricted: readOnly(bool),
  isUserAgentRestricted: readOnly(bool),
  previewLength: readOnly(int),
  isScheduledNow: readOnly(bool, { about: 'Whether now is between startDate and endDate.' }),
  isAdmin: readOnly(bool),
  streamerType: readOnly(text),
  mediaProtocol: readOnly(text),
  storageProfilesXML: readOnly(text),
  accessControlMessages: readOnly(arrayOf(StringObject)),
  accessControlActions: readOnly(arrayOf(RuleAction)),
  flavorAssets: readOnly(arrayOf(FlavorAsset)),
  msDuration: readOnly(int),
});

const params = { kind: 'object', type: EntryContextDataParams } as const;

export type EntryContextDataParamsValue = ValueOf<typeof params>;
