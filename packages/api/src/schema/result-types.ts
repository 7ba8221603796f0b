import {
  EntryServerNodeStatus,
  LiveStreamBroadcastStatus,
  SessionType,
  ViewMode,
} from './enums.ts';
import {
  arrayOf,
  bool,
  enumOf,
  int,
  objectType,
  property,
  readOnly,
  subtype,
  text,
} from './kinds.ts';
import { LiveStreamEntry } from './live-stream-entry.ts';

export const SessionInfo = objectType('KalturaSessionInfo', {
  ks: readOnly(text, { isSecret: true }),
  sessionType: readOnly(enumOf(SessionType)),
  partnerId: readOnly(int),
  userId: readOnly(text),
  expiry: readOnly(int, { about: 'When it ends, in Unix seconds.' }),
  privileges: readOnly(text, { about: 'Separated by commas.' }),
});

export const StartWidgetSessionResponse = objectType('KalturaStartWidgetSessionResponse', {
  partnerId: readOnly(int),
  ks: readOnly(text, { isSecret: true }),
  userId: readOnly(text),
});

export const SessionResponse = subtype(StartWidgetSessionResponse, 'KalturaSessionResponse', {});

export const LiveStreamStats = objectType('KalturaLiveStreamStats', {
  liveViewers: readOnly(int, {
    about: 'In the room while it is on air; players that other pages have embedded are not in it.',
  }),
});

export const LiveStreamDetails = objectType('KalturaLiveStreamDetails', {
  primaryStreamStatus: property(enumOf(EntryServerNodeStatus), {
    about: 'Of the primary encoder: 0 not there, 3 connected, 1 playable.',
  }),
  secondaryStreamStatus: property(enumOf(EntryServerNodeStatus), {
    about: 'The same of the backup encoder.',
  }),
  viewMode: property(enumOf(ViewMode)),
  wasBroadcast: property(bool, {
    about: 'Whether an encoder’s picture has ever come, be it in preview.',
  }),
  broadcastStatus: property(enumOf(LiveStreamBroadcastStatus), {
    about: '1 offline, 2 preview, 3 on air.',
  }),
});

export const LiveStreamListResponse = objectType('KalturaLiveStreamListResponse', {
  totalCount: readOnly(int, { about: 'How many there are on all pages.' }),
  objects: readOnly(arrayOf(LiveStreamEntry)),
});
