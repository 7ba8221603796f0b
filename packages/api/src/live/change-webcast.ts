import { randomBytes } from 'node:crypto';
import { accessControlIdFor } from '../entries/access-control.ts';
import { AUTO_APPROVED, NOTHING_COUNTED, READY_STATUS } from '../entries/entry-base.ts';
import { nameFor, randomEntryId, storable as storableOf } from '../entries/entry-properties.ts';
import { withLanguages } from '../entries/languages.ts';
import { ApiError } from '../errors/api-error.ts';
import type { AccountProfiles } from '../profiles/account-profiles.ts';
import type {
  LiveStreamConfigurationValue,
  LiveStreamEntryValue,
} from '../schema/live-stream-entry.ts';
import type { LiveProfiles } from './live-profiles.ts';
import { refuseImpossibleRelays } from './relay-targets.ts';
import { LIVE_STREAM, MANUAL_LIVE_STREAM, type Webcast } from './webcast.ts';

/** Makes and changes webcasts from what clients send. Pure but for the random ids and tokens. */

type MutableProperties = {
  -readonly [Name in keyof LiveStreamEntryValue]: LiveStreamEntryValue[Name];
};

export type NewWebcast = {
  readonly sent: LiveStreamEntryValue;
  readonly partnerId: number;
  /** Who it belongs to where the client names nobody. */
  readonly userId: string;
  readonly nowMs: number;
  readonly profiles: AccountProfiles;
};

export function createWebcast({ sent, partnerId, userId, nowMs, profiles }: NewWebcast): Webcast {
  refuseIncomplete(sent);
  const isExplicitLive = sent.explicitLive ?? false;
  refuseOtherAddresses(sent);
  refuseImpossibleRelays(sent);
  const properties = storable(
    withLanguages(
      {
        ...acceptable(sent, sent),
        recordingOptions: sent.recordingOptions ? storable(sent.recordingOptions) : null,
        name: sent.name || nameFor(partnerId, nowMs),
        userId: sent.userId ?? userId,
        creatorId: sent.creatorId ?? userId,
        recordStatus: sent.recordStatus ?? 1,
        conversionProfileId: sent.conversionProfileId ?? profiles.live.default.id,
        accessControlId: accessControlIdFor(profiles.accessControl, sent.accessControlId, null),
      },
      {},
    ),
  );
  refuseUnknownProfile(properties, profiles.live);
  refuseOtherSegmentDuration(sent);
  const viewMode = sent.viewMode ?? 0;
  const id = randomEntryId();
  return {
    kind: 'webcast',
    id,
    partnerId,
    revision: 1,
    status: READY_STATUS,
    moderationStatus: AUTO_APPROVED,
    rootEntryId: id,
    displayBeforeBin: null,
    counts: NOTHING_COUNTED,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    streamToken: sent.streamPassword || randomStreamToken(),
    isExplicitLive,
    viewMode,
    viewModeChangedAtMs: nowMs,
    recordingStatus: sent.recordingStatus ?? recordingStatusAt(viewMode, properties),
    playbackEpoch: 1,
    properties,
  };
}

/** The webcast after an update: only what was sent changes, null and an empty text clear. */
export function changeWebcast(
  before: Webcast,
  sent: LiveStreamEntryValue,
  nowMs: number,
  profiles: AccountProfiles,
): Webcast {
  refuseOtherAddresses(sent);
  refuseImpossibleRelays(sent);
  const accessControlId = accessControlIdFor(
    profiles.accessControl,
    sent.accessControlId,
    before.properties.accessControlId,
  );
  const accepted = withLanguages(acceptable(before.properties, sent), before.properties);
  const properties = { ...mergeProperties(before.properties, accepted), accessControlId };
  // What an entry has already it keeps, also where the profile is disabled or gone.
  if (properties.conversionProfileId !== before.properties.conversionProfileId) {
    refuseUnknownProfile(properties, profiles.live);
  }
  refuseOtherSegmentDuration(sent);
  const isExplicitLive =
    sent.explicitLive === undefined ? before.isExplicitLive : (sent.explicitLive ?? false);
  // Going explicit starts in preview, whatever was stored while it did not matter.
  const becomesExplicit = isExplicitLive && !before.isExplicitLive;
  const viewMode = sent.viewMode ?? (becomesExplicit ? 0 : before.viewMode);
  const viewModeChanges = viewMode !== before.viewMode || becomesExplicit;
  return {
    ...before,
    revision: before.revision + 1,
    updatedAtMs: nowMs,
    streamToken: sent.streamPassword || before.streamToken,
    isExplicitLive,
    viewMode,
    viewModeChangedAtMs: viewModeChanges ? nowMs : before.viewModeChangedAtMs,
    recordingStatus:
      sent.recordingStatus ??
      (viewModeChanges ? recordingStatusAt(viewMode, properties) : before.recordingStatus),
    properties,
  };
}

export function withNewStreamToken(before: Webcast, nowMs: number): Webcast {
  return {
    ...before,
    revision: before.revision + 1,
    updatedAtMs: nowMs,
    streamToken: randomStreamToken(),
  };
}

/** More places than anybody has a player for. */
const MAX_CONFIGURATIONS = 20;

/** @throws ApiError for an address that is none of the web, or for too many */
export function withConfigurations(
  before: Webcast,
  liveStreamConfigurations: readonly LiveStreamConfigurationValue[],
  nowMs: number,
): Webcast {
  refuseOtherAddresses({ liveStreamConfigurations });
  return {
    ...before,
    revision: before.revision + 1,
    updatedAtMs: nowMs,
    properties: storable({ ...before.properties, liveStreamConfigurations }),
  };
}

/** Fields that decide what an encoder's picture becomes: while it comes, they stay. */
const FIXED_WHILE_LIVE = ['recordStatus', 'dvrStatus', 'dvrWindow', 'conversionProfileId'] as const;

/** @throws ApiError for the first field that this update would change although the webcast is live */
export function refuseChangesWhileLive(before: Webcast, after: Webcast): void {
  const changed: readonly (string | false)[] = [
    before.isExplicitLive !== after.isExplicitLive && 'explicitLive',
    ...FIXED_WHILE_LIVE.map((name) => before.properties[name] !== after.properties[name] && name),
    (before.properties.recordingOptions?.shouldCopyEntitlement ?? false) !==
      (after.properties.recordingOptions?.shouldCopyEntitlement ?? false) &&
      'recordingOptions.shouldCopyEntitlement',
  ];
  const field = changed.find((name) => name !== false);
  if (field) throw new ApiError('CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING', field);
}

/** Kept in columns of their own, or always computed: an address that a client sends back must not outlive its token. */
const NOT_STORED: readonly (keyof LiveStreamEntryValue)[] = [
  'objectType',
  'id',
  'type',
  'explicitLive',
  'viewMode',
  'recordingStatus',
  'streamPassword',
  'streamName',
  'primaryBroadcastingUrl',
  'secondaryBroadcastingUrl',
  'primarySecuredBroadcastingUrl',
  'secondarySecuredBroadcastingUrl',
  'primaryRtspBroadcastingUrl',
  'secondaryRtspBroadcastingUrl',
  'primarySrtBroadcastingUrl',
  'primarySrtStreamId',
  'secondarySrtBroadcastingUrl',
  'secondarySrtStreamId',
];

/** From encoders that connect here, or from somebody else's servers; the other sources are another system's. */
const SOURCES: readonly string[] = [LIVE_STREAM, MANUAL_LIVE_STREAM];

function refuseIncomplete({ mediaType, sourceType }: LiveStreamEntryValue): void {
  for (const [name, value] of Object.entries({ mediaType, sourceType })) {
    if (value !== null && value !== undefined) continue;
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `KalturaLiveStreamEntry::${name}`);
  }
  if (!SOURCES.includes(sourceType ?? '')) {
    throw new ApiError('ENTRY_SOURCE_TYPE_NOT_SUPPORTED', sourceType ?? '');
  }
}

/** What is sent for it, apart from what the server knows better because the stream comes from its own encoders. */
function acceptable(
  { sourceType }: LiveStreamEntryValue,
  sent: LiveStreamEntryValue,
): LiveStreamEntryValue {
  if (sourceType === MANUAL_LIVE_STREAM) return sent;
  const { liveStreamConfigurations: _computed, bitrates: _ofProfile, ...accepted } = sent;
  return accepted;
}

/** Viewers' players go to these addresses. */
function refuseOtherAddresses({ liveStreamConfigurations, hlsStreamUrl }: LiveStreamEntryValue) {
  refuseOtherAddress('KalturaLiveStreamEntry::hlsStreamUrl', hlsStreamUrl);
  if ((liveStreamConfigurations?.length ?? 0) > MAX_CONFIGURATIONS) {
    const name = 'KalturaLiveStreamEntry::liveStreamConfigurations';
    throw new ApiError('PROPERTY_VALIDATION_MAX_LENGTH', name, MAX_CONFIGURATIONS);
  }
  for (const { url, backupUrl } of liveStreamConfigurations ?? []) {
    refuseOtherAddress('KalturaLiveStreamConfiguration::url', url);
    refuseOtherAddress('KalturaLiveStreamConfiguration::backupUrl', backupUrl);
  }
}

/** @throws ApiError for what is neither empty nor an address of the web */
export function refuseOtherAddress(name: string, address: string | null | undefined): void {
  if (!address) return;
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  if (protocol === 'https:' || protocol === 'http:') return;
  throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', name, 'an http or https address');
}

/** Changing one of these begins another recording. */
const RECORDING_PROPERTIES = ['conversionProfileId', 'recordStatus', 'recordingOptions'] as const;

function mergeProperties(
  before: LiveStreamEntryValue,
  sent: LiveStreamEntryValue,
): LiveStreamEntryValue {
  const recordingOptions =
    sent.recordingOptions === undefined
      ? before.recordingOptions
      : sent.recordingOptions && storable({ ...before.recordingOptions, ...sent.recordingOptions });
  const merged: MutableProperties = storable({
    ...before,
    ...sent,
    ...(recordingOptions === undefined ? {} : { recordingOptions }),
  });
  const isOtherRecording = RECORDING_PROPERTIES.some(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(merged[name]),
  );
  if (isOtherRecording) {
    delete merged.recordedEntryId;
    delete merged.redirectEntryId;
  }
  return merged;
}

function storable<Value extends object>(value: Value): Value {
  return storableOf(value, NOT_STORED);
}

function recordingStatusAt(viewMode: 0 | 1, properties: LiveStreamEntryValue): 0 | 2 | 3 {
  if (viewMode === 0) return 0;
  return properties.recordStatus === 0 ? 3 : 2;
}

function refuseUnknownProfile(
  { conversionProfileId }: LiveStreamEntryValue,
  profiles: LiveProfiles,
): void {
  if (conversionProfileId === null || conversionProfileId === undefined) return;
  if (!profiles.find(conversionProfileId)?.isEnabled) {
    throw new ApiError('CONVERSION_PROFILE_ID_NOT_FOUND', conversionProfileId);
  }
}

/** Milliseconds: the value that clients know; segments really follow the encoder's key frames. */
export const SEGMENT_DURATION_MS = 6000;

function refuseOtherSegmentDuration({ segmentDuration }: LiveStreamEntryValue): void {
  if (segmentDuration === null || segmentDuration === undefined) return;
  if (segmentDuration !== SEGMENT_DURATION_MS)
    throw new ApiError('DYNAMIC_SEGMENT_DURATION_DISABLED');
}

/** 64 random bits: more than anybody can try at an ingest port. */
function randomStreamToken(): string {
  return randomBytes(8).toString('hex');
}
