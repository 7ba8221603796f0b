import type { ChannelStatus, EncoderSlot } from '@rostrum/contracts';
import type { Session } from '../ks/session.ts';
import type { Channels } from '../ports.ts';
import { mayPreview } from '../session/access.ts';
import { isOnAir } from './broadcast-facts.ts';
import { effectiveViewModeOf, hasEncoders, type Webcast, type WebcastRecord } from './webcast.ts';

/** The newest status of a webcast's channel: what the media process told last, else what the database remembers. */
export function statusOf(
  channels: Channels,
  { webcast, facts }: WebcastRecord,
): ChannelStatus | null {
  const told = channels.statusOf(webcast.id);
  if (told !== undefined) return told;
  // Nobody tells of a stream from elsewhere that nobody looks at: what it was then says nothing of now.
  return hasEncoders(webcast) ? (facts?.status ?? null) : null;
}

/** Whether a session's holder could watch now: on air everybody, in preview those who may; from the first part on. */
export function isLiveFor(
  session: Session | undefined,
  record: WebcastRecord,
  status: ChannelStatus | null,
): boolean {
  return (
    status?.isPlayable === true &&
    !isAwayOutside(record.webcast, status) &&
    isShownTo(session, record.webcast, status)
  );
}

/** While a show waits for its encoder its playlist is here and plays; one from elsewhere is not, or stands still. */
function isAwayOutside(webcast: Webcast, { state }: ChannelStatus): boolean {
  return state === 'interrupted' && !hasEncoders(webcast);
}

/** Whether what a session's holder is shown is the live picture, as soon as there is one. */
export function isShownTo(
  session: Session | undefined,
  webcast: Webcast,
  status: ChannelStatus | null,
): boolean {
  if (status === null) return false;
  if (isOnAir(status.state)) return true;
  return status.state === 'preview' && mayPreview(session, webcast);
}

/** Values of KalturaEntryServerNodeStatus. */
export const STREAM_STOPPED = 0;
export const STREAM_PLAYABLE = 1;
export const STREAM_AUTHENTICATED = 3;

export function streamStatusOf(status: ChannelStatus | null, slot: EncoderSlot): number {
  const isConnected = status?.encoders.some((encoder) => encoder.slot === slot) ?? false;
  if (!isConnected || status === null) return STREAM_STOPPED;
  return status.isPlayable ? STREAM_PLAYABLE : STREAM_AUTHENTICATED;
}

/** Values of KalturaLiveStreamBroadcastStatus. */
const OFFLINE = 1;
const PREVIEW = 2;
const LIVE = 3;

export function detailsOf(record: WebcastRecord, status: ChannelStatus | null) {
  const isPlayable = status?.isPlayable === true && !isAwayOutside(record.webcast, status);
  const isPreview = status?.state === 'preview' && isPlayable;
  const isLive = status !== null && isOnAir(status.state) && isPlayable;
  return {
    objectType: 'KalturaLiveStreamDetails',
    // A stream from elsewhere has no encoders here: what there is of it is the first.
    primaryStreamStatus:
      isPlayable && !hasEncoders(record.webcast)
        ? STREAM_PLAYABLE
        : streamStatusOf(status, 'primary'),
    secondaryStreamStatus: streamStatusOf(status, 'backup'),
    viewMode: effectiveViewModeOf(record.webcast),
    wasBroadcast: record.facts !== null && record.facts.firstBroadcastMs !== null,
    broadcastStatus: isLive ? LIVE : isPreview ? PREVIEW : OFFLINE,
  };
}
