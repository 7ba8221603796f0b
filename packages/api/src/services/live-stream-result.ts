import type { Session } from '../ks/session.ts';
import { isUnfinished } from '../live/broadcast-facts.ts';
import { SEGMENT_DURATION_MS } from '../live/change-webcast.ts';
import { liveProfileOf } from '../live/live-profiles.ts';
import { isLiveFor, STREAM_PLAYABLE, STREAM_STOPPED, statusOf } from '../live/live-state.ts';
import {
  effectiveRecordingStatusOf,
  effectiveViewModeOf,
  type Webcast,
  type WebcastRecord,
} from '../live/webcast.ts';
import type { Addresses, Channels, IngestAddress } from '../ports.ts';
import type { AccountProfiles } from '../profiles/account-profiles.ts';
import { isEditor } from '../session/access.ts';

/** Who asks, and where its links go. */
export type Viewpoint = {
  readonly session: Session | undefined;
  readonly requestHost: string;
  readonly addresses: Addresses;
  readonly channels: Channels;
  /** Of the webcast's account. */
  readonly profiles: AccountProfiles;
};

/** A webcast as KalturaLiveStreamEntry, as far as the session may see it. What is undefined has no value. */
export function toLiveStreamEntry(record: WebcastRecord, viewpoint: Viewpoint): object {
  const { webcast } = record;
  return {
    objectType: 'KalturaLiveStreamEntry',
    ...DEFAULTS,
    ...webcast.properties,
    ...identityOf(webcast),
    ...profileOf(webcast, viewpoint),
    ...linksOf(webcast, viewpoint),
    ...liveFactsOf(record, viewpoint),
    ...(isEditor(viewpoint.session, webcast)
      ? encoderAddressesOf(webcast, viewpoint)
      : WITHOUT_SECRETS),
  };
}

/** What clients get for properties that nobody has set. */
const DEFAULTS = {
  moderationCount: 0,
  rank: 0,
  totalRank: 0,
  votes: 0,
  plays: 0,
  views: 0,
  duration: 0,
  msDuration: 0,
  version: 0,
  licenseType: -1,
  displayInSearch: 1,
  replacementStatus: 0,
  operationAttributes: [],
  streams: [],
  capabilities: '',
  recordStatus: 1,
  lastElapsedRecordingTime: 0,
  pushPublishEnabled: 0,
  publishConfigurations: [],
  segmentDuration: SEGMENT_DURATION_MS,
} as const;

/** Properties that only those who may change the webcast see. */
const WITHOUT_SECRETS = {
  srtPass: undefined,
  encodingIP1: undefined,
  encodingIP2: undefined,
  pushPublishEnabled: undefined,
  publishConfigurations: undefined,
} as const;

function identityOf(webcast: Webcast) {
  const { recordingOptions } = webcast.properties;
  return {
    id: webcast.id,
    partnerId: webcast.partnerId,
    rootEntryId: webcast.rootEntryId,
    moderationStatus: webcast.moderationStatus,
    status: webcast.status,
    // A number, as the service that clients were written against answers it.
    type: 7,
    createdAt: toSeconds(webcast.createdAtMs),
    updatedAt: toSeconds(webcast.updatedAtMs),
    recordingOptions: recordingOptions
      ? { objectType: 'KalturaLiveEntryRecordingOptions', ...recordingOptions }
      : undefined,
  };
}

function profileOf({ properties }: Webcast, { profiles }: Viewpoint) {
  const profile = liveProfileOf(profiles.live, properties.conversionProfileId);
  return {
    accessControlId: properties.accessControlId ?? profiles.accessControl.defaultId,
    conversionProfileId: profile.id,
    conversionQuality: String(profile.id),
    flavorParamsIds: profile.flavorParamsIds,
    bitrates: profile.bitrates.map((each) => ({ objectType: 'KalturaLiveStreamBitrate', ...each })),
  };
}

function linksOf({ id, partnerId }: Webcast, { addresses, requestHost }: Viewpoint) {
  const publicUrl = addresses.publicUrl(requestHost);
  const protocol = publicUrl.startsWith('https:') ? 'https' : 'http';
  const base = `${publicUrl}/p/${partnerId}/sp/${partnerId}00/playManifest/entryId/${id}`;
  const hls = `${base}/protocol/${protocol}/format/applehttp/a.m3u8`;
  return {
    dataUrl: `${base}/format/url/protocol/${protocol}`,
    liveStreamConfigurations: ['hls', 'applehttp'].map((name) => ({
      objectType: 'KalturaLiveStreamConfiguration',
      protocol: name,
      url: hls,
    })),
  };
}

function liveFactsOf(record: WebcastRecord, { session, channels }: Viewpoint) {
  const { webcast, facts } = record;
  const status = statusOf(channels, record);
  const isGoingOn = status !== null && isUnfinished(status.state);
  const isLive = isLiveFor(session, record, status);
  return {
    explicitLive: webcast.isExplicitLive,
    viewMode: effectiveViewModeOf(webcast),
    recordingStatus: effectiveRecordingStatusOf(webcast),
    liveStatus: isLive ? STREAM_PLAYABLE : STREAM_STOPPED,
    firstBroadcast: toKnownSeconds(facts?.firstBroadcastMs),
    lastBroadcast: toKnownSeconds(facts?.lastBroadcastMs),
    lastBroadcastEndTime: toKnownSeconds(facts?.lastBroadcastEndMs) ?? 0,
    currentBroadcastStartTime: isGoingOn ? (facts?.currentBroadcastStartMs ?? 0) / 1000 : 0,
    broadcastTime: toKnownSeconds(facts?.firstOnAirMs),
    // While the show goes on, players stay with it.
    ...(isGoingOn ? { redirectEntryId: undefined } : {}),
  };
}

function encoderAddressesOf(webcast: Webcast, { addresses, requestHost }: Viewpoint) {
  const application = `/kLive?t=${encodeURIComponent(webcast.streamToken)}`;
  const address = `rtmp://${authorityOf(addresses.rtmp(requestHost))}${application}`;
  const secured = addresses.rtmps(requestHost);
  const securedAddress = secured && `rtmps://${authorityOf(secured)}${application}`;
  return {
    streamPassword: webcast.streamToken,
    primaryBroadcastingUrl: address,
    secondaryBroadcastingUrl: `${address}&i=1`,
    primarySecuredBroadcastingUrl: securedAddress ?? undefined,
    secondarySecuredBroadcastingUrl: securedAddress === null ? undefined : `${securedAddress}&i=1`,
    // The encoder puts the number of the stream in place of %i.
    streamName: `${webcast.id}_%i`,
  };
}

function authorityOf({ host, port }: IngestAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

function toKnownSeconds(ms: number | null | undefined): number | undefined {
  return ms === null || ms === undefined ? undefined : toSeconds(ms);
}
