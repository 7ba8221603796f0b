import { isUnfinished } from '../../live/broadcast-facts.ts';
import { SEGMENT_DURATION_MS } from '../../live/change-webcast.ts';
import { type LiveBitrate, liveProfileOf } from '../../live/live-profiles.ts';
import {
  isLiveFor,
  isShownTo,
  STREAM_PLAYABLE,
  STREAM_STOPPED,
  statusOf,
} from '../../live/live-state.ts';
import {
  effectiveRecordingStatusOf,
  effectiveViewModeOf,
  hasEncoders,
  type Webcast,
  type WebcastRecord,
} from '../../live/webcast.ts';
import type { IngestAddress } from '../../ports.ts';
import { isEditor, mayPreview, mayPublish } from '../../session/access.ts';
import {
  baseResultOf,
  ENTRY_DEFAULTS,
  toKnownSeconds,
  type Viewpoint,
} from '../entry/base-entry-result.ts';

/** A webcast as KalturaLiveStreamEntry, as far as the session may see it. What is undefined has no value. */
export function toLiveStreamEntry(record: WebcastRecord, viewpoint: Viewpoint): object {
  const { webcast } = record;
  return {
    objectType: 'KalturaLiveStreamEntry',
    ...DEFAULTS,
    ...webcast.properties,
    ...baseResultOf(webcast, viewpoint),
    recordingOptions: recordingOptionsOf(webcast),
    ...profileOf(webcast, viewpoint),
    ...linksOf(webcast, viewpoint),
    ...liveFactsOf(record, viewpoint),
    ...(isEditor(viewpoint.session, webcast) ? {} : WITHOUT_SECRETS),
    ...(mayPublish(viewpoint.session, webcast) ? encoderAddressesOf(webcast, viewpoint) : {}),
  };
}

/** What clients get for properties that nobody has set. */
const DEFAULTS = {
  ...ENTRY_DEFAULTS,
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

/** Who may not preview learns only on air where a stream from elsewhere is. */
const WITHOUT_ADDRESSES = {
  liveStreamConfigurations: [],
  hlsStreamUrl: undefined,
  streamUrl: undefined,
  urlManager: undefined,
} as const;

function recordingOptionsOf({ properties: { recordingOptions } }: Webcast) {
  if (!recordingOptions) return undefined;
  return { objectType: 'KalturaLiveEntryRecordingOptions', ...recordingOptions };
}

function profileOf(webcast: Webcast, { profiles }: Viewpoint) {
  const profile = liveProfileOf(profiles.live, webcast.properties.conversionProfileId);
  return {
    conversionProfileId: profile.id,
    conversionQuality: String(profile.id),
    flavorParamsIds: profile.flavorParamsIds,
    // Of a stream from elsewhere, only who set it up knows them.
    ...(hasEncoders(webcast) ? { bitrates: profile.bitrates.map(bitrateObject) } : {}),
  };
}

function bitrateObject(bitrate: LiveBitrate): object {
  return { objectType: 'KalturaLiveStreamBitrate', ...bitrate };
}

/** Where it is watched: here, and where else somebody says; a stream from elsewhere only there. */
function linksOf(webcast: Webcast, { addresses, requestHost, session }: Viewpoint) {
  if (!hasEncoders(webcast)) {
    const isForAll = effectiveViewModeOf(webcast) === 1;
    return isForAll || mayPreview(session, webcast) ? {} : WITHOUT_ADDRESSES;
  }
  const { id, partnerId, properties } = webcast;
  const publicUrl = addresses.publicUrl(requestHost);
  const protocol = publicUrl.startsWith('https:') ? 'https' : 'http';
  const base = `${publicUrl}/p/${partnerId}/sp/${partnerId}00/playManifest/entryId/${id}`;
  const hls = `${base}/protocol/${protocol}/format/applehttp/a.m3u8`;
  const here = ['hls', 'applehttp'].map((name) => ({
    objectType: 'KalturaLiveStreamConfiguration',
    protocol: name,
    url: hls,
  }));
  return {
    dataUrl: `${base}/format/url/protocol/${protocol}`,
    liveStreamConfigurations: [...here, ...(properties.liveStreamConfigurations ?? [])],
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
    // While the show goes on, players stay with it; who may not see the rehearsal of the next one goes to the last.
    ...(isShownTo(session, webcast, status) ? { redirectEntryId: undefined } : {}),
  };
}

function encoderAddressesOf(webcast: Webcast, { addresses, requestHost }: Viewpoint) {
  if (!hasEncoders(webcast)) return {};
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
