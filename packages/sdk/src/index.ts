export type {
  ArchiveHealth,
  ChannelHealth,
  EncoderHealth,
  RoomRefusalCode,
  RoomRole,
  Stage,
  WebcastCard,
  WebhookEvent,
  WebhookEventData,
  WebhookEventType,
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
  type ResultsOf,
  type SessionSource,
  type Settled,
  type SettledOf,
  type StartSession,
  type WidgetSession,
} from './api/client.ts';
export { askDiskFree } from './api/disk-free.ts';
export type {
  LiveStreamChanges,
  LiveStreamConfiguration,
  LiveStreamDetails,
  LiveStreamEntry,
  NewLiveStream,
  PublishConfiguration,
  RecordingOptions,
} from './api/live-stream-entry.ts';
export {
  checkOutsideAddress,
  lookAtOutsideStream,
  type OutsideAddress,
} from './api/outside-streams.ts';
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
export {
  addRostrumWebhook,
  changeRostrumWebhook,
  deleteRostrumWebhook,
  getRostrumWebhook,
  getRostrumWebhookDelivery,
  listRostrumWebhookDeliveries,
  listRostrumWebhookEventTypes,
  listRostrumWebhookSecrets,
  listRostrumWebhooks,
  type RostrumWebhook,
  type RostrumWebhookAttempt,
  type RostrumWebhookChanges,
  type RostrumWebhookDelivery,
  type RostrumWebhookDeliveryDetails,
  type RostrumWebhookDeliveryQuery,
  type RostrumWebhookEventType,
  type RostrumWebhookSecret,
  replayFailedRostrumWebhookDeliveries,
  replayRostrumWebhookDelivery,
  rotateRostrumWebhookSecret,
  type SubscribedEventType,
  testRostrumWebhook,
} from './api/webhooks.ts';
export {
  type LaunchParameters,
  launchParameters,
  type StudioLaunch,
  type StudioRole,
} from './playback/launch-parameters.ts';
export { type ModeratorPage, moderatorUrl, watchUrl } from './playback/page-links.ts';
export {
  manifestUrlOf,
  type Playback,
  type PlaybackOptions,
  playback,
} from './playback/playback.ts';
export {
  type ElementEmbed,
  type FrameEmbed,
  type KalturaEmbed,
  type PlayerEmbed,
  playerEmbed,
} from './playback/player-embed.ts';
export { HEALTH_HISTORY_MS } from './room/health-history.ts';
export { RoomClient, type RoomClientOptions, type RoomEvents } from './room/room-client.ts';
export type { RoomPicture, RoomState } from './room/room-state.ts';
export { RostrumError } from './rostrum-error.ts';
export {
  type AppTokenSession,
  type StartedSession,
  startAppTokenSession,
} from './session/app-token-session.ts';
export { createSession, type NewSession, signedSessions } from './session/create-session.ts';
export {
  moderatorPrivileges,
  type PrivilegesInput,
  privilegesText,
  producerPrivileges,
  viewerPrivileges,
} from './session/privileges.ts';
export { type ApiRequest, apiRequest } from './transport/api-request.ts';
export { type ResultToken, ref } from './transport/result-token.ts';
export { type CreatedWebcast, createWebcast, type NewWebcast } from './webcast/create-webcast.ts';
export {
  type EncoderAddress,
  type EncoderAddresses,
  encoderAddressesOf,
  type PrimaryAndBackup,
} from './webcast/encoder-addresses.ts';
export type { Presenter } from './webcast/event-record.ts';
export type { Moment } from './webcast/moment.ts';
export { type WaitUntilLiveOptions, waitUntilLive } from './webcast/wait-until-live.ts';
export {
  type MetadataIds,
  type Webcast,
  type WebcastRecording,
  webcastOf,
} from './webcast/webcast.ts';
export type { RecordingPlan, WebcastPlan } from './webcast/webcast-plan.ts';
export {
  deleteWebcast,
  endLive,
  getWebcast,
  goLive,
  isLive,
  updateWebcast,
} from './webcast/webcasts.ts';
export {
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookHeaders,
} from './webhooks/verify-webhook.ts';
