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
  type AccountChanges,
  type AccountDetails,
  type AccountSecret,
  type AccountStorage,
  addSecret,
  changeAccount,
  changeStorage,
  deleteSecret,
  getAccount,
  getStorage,
  listSecrets,
  revealSecret,
  rotateSecret,
  type SecretKind,
} from './api/account.ts';
export {
  type Activity,
  type ActivityChange,
  type ActivityQuery,
  listActivity,
} from './api/activity.ts';
export {
  type AppToken,
  type AppTokenHash,
  addAppToken,
  deleteAppToken,
  listAppTokens,
  type NewAppToken,
} from './api/app-tokens.ts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type StartSession,
  type WidgetSession,
} from './api/client.ts';
export { askDiskFree } from './api/disk-free.ts';
export type {
  LiveStreamChanges,
  LiveStreamDetails,
  LiveStreamEntry,
  NewLiveStream,
  PublishConfiguration,
  RecordingOptions,
} from './api/live-stream-entry.ts';
export {
  addPerson,
  changePerson,
  deletePerson,
  getPerson,
  keepPersonFromSigningIn,
  letPersonSignIn,
  listPeople,
  type Person,
  type PersonChanges,
  type PersonQuery,
  resetPersonsPassword,
} from './api/people.ts';
export {
  binRecording,
  deleteRecording,
  findRecordingFile,
  findRecordingPlaylist,
  getRecording,
  getRecordingContent,
  keepRecording,
  listRecordings,
  namesOfEntries,
  type RecordingContent,
  type RecordingEntry,
  type RecordingFile,
  type RecordingPage,
  type RecordingQuery,
  trimRecording,
  unbinRecording,
  untrimRecording,
  updateRecording,
} from './api/recordings.ts';
export { listRecordingsOf, type RecordingOfWebcast } from './api/recordings-of-webcast.ts';
export {
  addRole,
  changeRole,
  copyRole,
  deleteRole,
  listPermissions,
  listRoles,
  type Permission,
  type Role,
  type RoleChanges,
} from './api/roles.ts';
export { listServerAlerts, type ServerAlert } from './api/server-state.ts';
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
