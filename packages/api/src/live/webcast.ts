import type { ChannelSettings } from '@rostrum/contracts';
import type { EntryBase } from '../entries/entry-base.ts';
import type { LiveStreamEntryValue } from '../schema/live-stream-entry.ts';
import type { BroadcastFacts } from './broadcast-facts.ts';
import { relayTargetsOf } from './relay-targets.ts';

/** A webcast as the account has set it up. */
export type Webcast = EntryBase & {
  readonly kind: 'webcast';
  /** The secret in the encoder's address. */
  readonly streamToken: string;
  readonly isExplicitLive: boolean;
  /** 0 preview, 1 everybody; as set, also where explicitLive is not. */
  readonly viewMode: 0 | 1;
  readonly viewModeChangedAtMs: number;
  /** 0 stopped, 1 paused, 2 active, 3 disabled; as set. */
  readonly recordingStatus: 0 | 1 | 2 | 3;
  readonly properties: LiveStreamEntryValue;
};

export type WebcastRecord = {
  readonly webcast: Webcast;
  /** Null before the first encoder came. */
  readonly facts: BroadcastFacts | null;
};

/** Values of KalturaSourceType: from encoders that connect here, from somebody else's servers, and recorded of the first. */
export const LIVE_STREAM = '32';
export const MANUAL_LIVE_STREAM = '30';
export const RECORDED_LIVE = '36';

/** Whether encoders send it here. */
export function hasEncoders({ properties }: Webcast): boolean {
  return properties.sourceType !== MANUAL_LIVE_STREAM;
}

/** Where the account sets none: as far back as one low-latency playlist reaches. */
const DEFAULT_DVR_WINDOW_MINUTES = 120;

export function dvrWindowMsOf({ properties }: Webcast): number {
  if (properties.dvrStatus !== 1) return 0;
  return (properties.dvrWindow ?? DEFAULT_DVR_WINDOW_MINUTES) * 60_000;
}

/** Without explicitLive everybody sees the picture as soon as there is one. */
export function effectiveViewModeOf(webcast: Webcast): 0 | 1 {
  return webcast.isExplicitLive ? webcast.viewMode : 1;
}

/** Without explicitLive, recording follows recordStatus alone. */
export function effectiveRecordingStatusOf(webcast: Webcast): 0 | 1 | 2 | 3 {
  if (webcast.isExplicitLive) return webcast.recordingStatus;
  return webcast.properties.recordStatus === 0 ? 3 : 2;
}

/** Whether what goes on air now is kept. */
export function isRecorded(webcast: Webcast): boolean {
  return webcast.properties.recordStatus !== 0 && effectiveRecordingStatusOf(webcast) === 2;
}

export function channelSettingsOf(webcast: Webcast): ChannelSettings {
  return {
    webcastId: webcast.id,
    revision: webcast.revision,
    streamToken: webcast.streamToken,
    isExplicitLive: webcast.isExplicitLive,
    isOnAirAllowed: effectiveViewModeOf(webcast) === 1,
    isRecorded: isRecorded(webcast),
    dvrWindowMs: dvrWindowMsOf(webcast),
    playbackEpoch: webcast.playbackEpoch,
    relays: hasEncoders(webcast) ? relayTargetsOf(webcast.properties) : [],
  };
}
