import * as accessControlProfiles from './access-control-profile.ts';
import * as appTokens from './app-token.ts';
import * as auditTrail from './audit-trail.ts';
import * as baseEntry from './base-entry.ts';
import * as baseEntryFilter from './base-entry-filter.ts';
import * as beacons from './beacon.ts';
import * as categories from './category.ts';
import * as categoryFilters from './category-filters.ts';
import * as conversionProfiles from './conversion-profile.ts';
import * as cuePoints from './cue-point.ts';
import * as cuePointFilters from './cue-point-filter.ts';
import * as documentEntry from './document-entry.ts';
import * as entryResults from './entry-results.ts';
import * as eventNotifications from './event-notification.ts';
import * as filter from './filter.ts';
import * as flavorAssets from './flavor-asset.ts';
import * as flavorParams from './flavor-params.ts';
import * as health from './health.ts';
import type { ObjectType } from './kinds.ts';
import * as liveStreamEntry from './live-stream-entry.ts';
import * as liveStreamFilter from './live-stream-filter.ts';
import * as mediaEntry from './media-entry.ts';
import * as mediaEntryFilter from './media-entry-filter.ts';
import * as metadata from './metadata.ts';
import * as moderation from './moderation.ts';
import * as outsideStreams from './outside-stream.ts';
import * as partners from './partner.ts';
import * as playback from './playback.ts';
import * as playerEvents from './player-event.ts';
import * as recordings from './recording.ts';
import * as resources from './resource.ts';
import * as responseProfiles from './response-profile.ts';
import * as results from './result-types.ts';
import * as schedule from './schedule.ts';
import * as scheduleResources from './schedule-resource.ts';
import * as serverNodes from './server-node.ts';
import * as storage from './storage.ts';
import * as thumbAssets from './thumb-asset.ts';
import * as uiConfs from './ui-conf.ts';
import * as uploadTokens from './upload-token.ts';
import * as users from './user.ts';
import * as userRoles from './user-role.ts';
import * as webhooks from './webhook.ts';
import * as widgets from './widget.ts';

/** Every module that declares object types. */
const MODULES: readonly object[] = [
  accessControlProfiles,
  appTokens,
  auditTrail,
  baseEntry,
  baseEntryFilter,
  beacons,
  categories,
  categoryFilters,
  conversionProfiles,
  cuePoints,
  cuePointFilters,
  documentEntry,
  entryResults,
  eventNotifications,
  filter,
  flavorAssets,
  flavorParams,
  health,
  liveStreamEntry,
  liveStreamFilter,
  mediaEntry,
  mediaEntryFilter,
  metadata,
  responseProfiles,
  moderation,
  outsideStreams,
  partners,
  playback,
  playerEvents,
  recordings,
  resources,
  results,
  schedule,
  scheduleResources,
  serverNodes,
  storage,
  userRoles,
  thumbAssets,
  uiConfs,
  uploadTokens,
  widgets,
  users,
  webhooks,
];

/** All object types by their name in lower case, so that `objectType` finds them however it is spelt. */
export const objectTypes: ReadonlyMap<string, ObjectType> = new Map(
  MODULES.flatMap((module) => Object.values(module) as readonly unknown[])
    .filter(isObjectType)
    .map((type) => [type.name.toLowerCase(), type]),
);

/** The type that a client named, if it is the declared one or one of its subclasses; otherwise the declared one. */
export function resolveObjectType(declared: ObjectType, name: unknown): ObjectType {
  const named = typeof name === 'string' ? objectTypes.get(name.toLowerCase()) : undefined;
  return named !== undefined && isOrExtends(named, declared) ? named : declared;
}

export function isOrExtends(type: ObjectType, ancestor: ObjectType): boolean {
  for (let step: ObjectType | null = type; step !== null; step = step.base) {
    if (step === ancestor) return true;
  }
  return false;
}

function isObjectType(value: unknown): value is ObjectType {
  return typeof value === 'object' && value !== null && 'properties' in value;
}
