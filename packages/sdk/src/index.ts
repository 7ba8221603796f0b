export type {
  ArchiveHealth,
  ChannelHealth,
  EncoderHealth,
  RoomRefusalCode,
  RoomRole,
  Stage,
  WebcastCard,
} from '@rostrum/contracts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type StartSession,
  type WidgetSession,
} from './api/client.ts';
export type {
  LiveStreamChanges,
  LiveStreamDetails,
  LiveStreamEntry,
  NewLiveStream,
  RecordingOptions,
} from './api/live-stream-entry.ts';
export { listRecordingsOf, type RecordingOfWebcast } from './api/recordings-of-webcast.ts';
export {
  askSignedIn,
  type PermissionName,
  type SignedIn,
  signInWithPassword,
} from './api/signed-in.ts';
export { askWebcastState, type WebcastState, webcastStateOf } from './api/webcast-state.ts';
export {
  copyWebcast,
  type LiveProfile,
  listCategories,
  listLiveProfiles,
  listWebcasts,
  setWebcastPicture,
  type WebcastCategory,
  type WebcastPage,
  type WebcastQuery,
} from './api/webcasts.ts';
export { HEALTH_HISTORY_MS } from './room/health-history.ts';
export { RoomClient, type RoomClientOptions, type RoomEvents } from './room/room-client.ts';
export type { RoomPicture, RoomState } from './room/room-state.ts';
export { RostrumError } from './rostrum-error.ts';
