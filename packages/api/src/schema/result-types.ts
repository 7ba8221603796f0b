import {
  EntryServerNodeStatus,
  LiveStreamBroadcastStatus,
  SessionType,
  ViewMode,
} from './enums.ts';
import { arrayOf, bool, enumOf, int, objectType, property, readOnly, text } from './kinds.ts';
import { LiveStreamEntry } from './live-stream-entry.ts';

export const SessionInfo = objectType('KalturaSessionInfo', {
  ks: readOnly(text),
  sessionType: readOnly(enumOf(SessionType)),
  partnerId: readOnly(int),
  userId: readOnly(text),
  expiry: readOnly(int),
  privileges: readOnly(text),
});

export const StartWidgetSessionResponse = objectType('KalturaStartWidgetSessionResponse', {
  partnerId: readOnly(int),
  ks: readOnly(text),
  userId: readOnly(text),
});

export const LiveStreamDetails = objectType('KalturaLiveStreamDetails', {
  primaryStreamStatus: property(enumOf(EntryServerNodeStatus)),
  secondaryStreamStatus: property(enumOf(EntryServerNodeStatus)),
  viewMode: property(enumOf(ViewMode)),
  wasBroadcast: property(bool),
  broadcastStatus: property(enumOf(LiveStreamBroadcastStatus)),
});

export const LiveStreamListResponse = objectType('KalturaLiveStreamListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(LiveStreamEntry)),
});
