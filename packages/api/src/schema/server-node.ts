import { EntryServerNodeStatus, EntryServerNodeType, ViewMode } from './enums.ts';
import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
  enumType,
  float,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** Who takes a stream in: the encoders that are connected, and the server that they are connected to. */

export const EntryServerNodeRecordingStatus = enumType('KalturaEntryServerNodeRecordingStatus', {
  STOPPED: 0,
  ON_GOING: 1,
  DONE: 2,
  DISMISSED: 3,
});

export const LiveStreamParams = objectType(
  'KalturaLiveStreamParams',
  {
    bitrate: readOnly(int, { about: 'Bits per second, audio and video.' }),
    flavorId: readOnly(text),
    width: readOnly(int),
    height: readOnly(int),
    codec: readOnly(text, {
      about: 'Of the video, as RFC 6381 names it; of the audio without one.',
    }),
    frameRate: readOnly(int),
    keyFrameInterval: readOnly(float, { about: 'Seconds.' }),
    language: readOnly(text),
  },
  { about: 'What an encoder sends.' },
);

export const LiveEntryServerNodeRecordingInfo = objectType(
  'KalturaLiveEntryServerNodeRecordingInfo',
  {
    recordedEntryId: readOnly(text),
    duration: readOnly(int, { about: 'Of this show, ms.' }),
    recordingStatus: readOnly(enumOf(EntryServerNodeRecordingStatus)),
  },
);

export const EntryServerNode = objectType(
  'KalturaEntryServerNode',
  {
    id: readOnly(int, { about: 'The same for one address of an entry, whoever sends to it.' }),
    entryId: readOnly(text),
    serverNodeId: readOnly(int),
    partnerId: readOnly(int),
    createdAt: readOnly(time, { about: 'When the encoder came.' }),
    updatedAt: readOnly(time, { about: 'When it was last heard of.' }),
    status: readOnly(enumOf(EntryServerNodeStatus), { about: '3 connected, 1 playable.' }),
    serverType: readOnly(enumOf(EntryServerNodeType), { about: '0 primary, 1 backup.' }),
  },
  { isAbstract: true, about: 'An encoder that is connected to one of an entry’s addresses.' },
);

export const LiveEntryServerNode = subtype(EntryServerNode, 'KalturaLiveEntryServerNode', {
  streams: readOnly(arrayOf(LiveStreamParams)),
  recordingInfo: readOnly(arrayOf(LiveEntryServerNodeRecordingInfo)),
  isPlayableUser: readOnly(bool, { about: 'Whether viewers get the picture.' }),
  viewMode: readOnly(enumOf(ViewMode)),
  viewModeUpdatedAt: readOnly(time),
});

export const EntryServerNodeFilter = subtype(Filter, 'KalturaEntryServerNodeFilter', {
  entryIdEqual: property(text),
  entryIdIn: property(text, { about: 'At most 100.' }),
  serverNodeIdEqual: property(int),
  serverNodeIdIn: property(text),
  serverNodeIdNotIn: property(text),
  createdAtLessThanOrEqual: property(time),
  createdAtGreaterThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  statusEqual: property(enumOf(EntryServerNodeStatus)),
  statusIn: property(text),
  serverTypeEqual: property(enumOf(EntryServerNodeType)),
  serverTypeIn: property(text),
  serverTypeNotIn: property(text),
});

export const LiveEntryServerNodeFilter = subtype(
  EntryServerNodeFilter,
  'KalturaLiveEntryServerNodeFilter',
  {},
);

export const EntryServerNodeListResponse = objectType('KalturaEntryServerNodeListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(EntryServerNode)),
});

export const ServerNodeStatus = enumType('KalturaServerNodeStatus', {
  ACTIVE: 1,
  DISABLED: 2,
  DELETED: 3,
  NOT_REGISTERED: 4,
  NOT_OPERATIONAL: 5,
});

export const ServerNodeType = enumType('KalturaServerNodeType', {
  EDGE: '1',
  CONFERENCE_SERVER: 'conference.CONFERENCE_SERVER',
  LIVE_CLUSTER_MEDIA_SERVER: 'liveCluster.LIVE_CLUSTER_MEDIA_SERVER',
  SIP_SERVER: 'sip.SIP_SERVER',
  WOWZA_MEDIA_SERVER: 'wowza.WOWZA_MEDIA_SERVER',
});

export const ServerNode = objectType(
  'KalturaServerNode',
  {
    id: readOnly(int),
    heartbeatTime: readOnly(time),
    name: readOnly(text),
    systemName: readOnly(text),
    description: readOnly(text),
    hostName: readOnly(text),
    status: readOnly(enumOf(ServerNodeStatus)),
    type: readOnly(enumOf(ServerNodeType)),
    dc: readOnly(int),
  },
  { isAbstract: true },
);

export const LiveClusterMediaServerNode = subtype(
  ServerNode,
  'KalturaLiveClusterMediaServerNode',
  {},
  { about: 'The media process of this installation.' },
);

export const ServerNodeFilter = subtype(Filter, 'KalturaServerNodeFilter', {
  idEqual: property(int),
  idIn: property(text),
  heartbeatTimeGreaterThanOrEqual: property(time),
  heartbeatTimeLessThanOrEqual: property(time),
  nameEqual: property(text),
  nameIn: property(text),
  systemNameEqual: property(text),
  systemNameIn: property(text),
  hostNameLike: property(text),
  hostNameMultiLikeOr: property(text),
  hostNameMultiLikeAnd: property(text),
  statusEqual: property(enumOf(ServerNodeStatus)),
  statusIn: property(text),
  typeEqual: property(enumOf(ServerNodeType)),
  typeIn: property(text),
  dcEqual: property(int),
  dcIn: property(text),
});

export const ServerNodeListResponse = objectType('KalturaServerNodeListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(ServerNode)),
});

const entryNodeFilterKind = object(EntryServerNodeFilter);
export type EntryServerNodeFilterValue = ValueOf<typeof entryNodeFilterKind>;

const nodeFilterKind = object(ServerNodeFilter);
export type ServerNodeFilterValue = ValueOf<typeof nodeFilterKind>;
