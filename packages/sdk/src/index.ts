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
} from './api/live-stream-entry.ts';
export {
  askSignedIn,
  type PermissionName,
  type SignedIn,
  signInWithPassword,
} from './api/signed-in.ts';
export { RoomClient, type RoomClientOptions, type RoomEvents } from './room/room-client.ts';
export type { RoomPicture, RoomState } from './room/room-state.ts';
export { RostrumError } from './rostrum-error.ts';
