import type {
  ChannelSettings,
  ChannelStatus,
  PublishDecision,
  PublishRequest,
  Stage,
  WebcastCard,
} from '@rostrum/contracts';
import type { FastifyPluginAsync } from 'fastify';
import type { CuePointChange } from './cue-points/cue-point-changes.ts';
import type { RoomAdmission } from './live/room-access.ts';
import type { Account, Addresses, Channels, Clock, Log, Movies, Server, Stills } from './ports.ts';
import type { PushQueue, PushTicket } from './push/push-tickets.ts';
import type { DatabaseAddress } from './store/open-database.ts';
import type { UploadLimits } from './uploads/upload-limits.ts';
import type { ReceiverNetwork } from './webhooks/receivers.ts';

export type ApiOptions = {
  /** A file whose folder exists, or a server. */
  readonly database: DatabaseAddress;
  readonly account: Account;
  /** HMAC key of playback tokens, at least 16 bytes; the media process has the same. */
  readonly playbackSecret: Uint8Array;
  /** For files while their call goes on. Made where it is missing; what is in it is removed at the start. */
  readonly uploadFolder: string;
  /** For files that entries are made of. Made where it is missing; what is in it is kept. */
  readonly contentFolder: string;
  /** How much may lie there unused. Default: UPLOAD_LIMITS. */
  readonly uploadLimits?: Partial<UploadLimits>;
  readonly channels: Channels;
  readonly stills: Stills;
  readonly movies: Movies;
  readonly server: Server;
  readonly addresses: Addresses;
  /** Which machines pictures and playlists may be fetched from, by IP address. Default: those of the open internet. */
  readonly mayFetchFrom?: (address: string) => boolean;
  /** How long a show waits for its stream where that comes from elsewhere, ms. Default: a minute. */
  readonly reconnectWindowMs?: number;
  readonly log: Log;
  /** Networks that webhooks may go to besides the open internet. Null: this machine, for the installation's own account. */
  readonly webhookNetworks?: readonly ReceiverNetwork[] | null;
  /** Default: the system's. */
  readonly clock?: Clock;
};

export interface Api {
  /** For `app.register`: `/api_v3/…` (with `reference.json` and `openapi.json`), `/p/…/playManifest/…` and `/p/…/thumbnail/…`. */
  readonly routes: FastifyPluginAsync;
  /** Whether an encoder may publish. Never rejects. */
  authorizePublish(request: PublishRequest): Promise<PublishDecision>;
  /** The media process told; `channels.statusOf` answers the same already. Statuses may repeat. */
  onChannelStatus(status: ChannelStatus): void;
  /** Settings of all webcasts whose show is going on, for a media process that has come back. */
  channelSettings(): Promise<readonly ChannelSettings[]>;
  /** Whether somebody may come into the room of a webcast or a recording. @param session a KS; absent for an anonymous viewer */
  joinRoom(session: string | undefined, webcastId: string): Promise<RoomAdmission>;
  /** Null where there is no such webcast or recording. */
  webcastCard(webcastId: string): Promise<WebcastCard | null>;
  /**
   * What viewers are shown now; null where there is no such webcast or recording.
   *
   * @param mediaBaseUrl base of playlists' addresses, without a slash at its end
   */
  stageFor(webcastId: string, mayPreview: boolean, mediaBaseUrl: string): Promise<Stage | null>;
  /**
   * Somebody is in the room: a stream that comes from elsewhere is looked at while there are such.
   *
   * @param pageUrl where the page is that shows it
   * @returns says that they have left
   */
  attend(webcastId: string, pageUrl: string): () => void;
  /** Scheme, host and port of every other server that the page of a webcast loads its stream from. */
  originsFor(webcastId: string, pageUrl: string): Promise<readonly string[]>;
  /** Told of every change that a viewer's page shows. Returns the end of the subscription. */
  onWebcastChanged(listener: (webcastId: string) => void): () => void;
  /** Told of every cue point that is added, changed or deleted, after it is stored. Returns the end of the subscription. */
  onCuePoint(listener: (change: CuePointChange) => void): () => void;
  /** What somebody may listen to, by what `register` has answered them; null where that opens nothing. */
  pushQueueOf(ticket: PushTicket): PushQueue | null;
  /** Does now what is done every ten minutes: what is too old is deleted, the archive looked at. */
  keepHouse(): Promise<void>;
  /** Sends now what webhooks are to be told, and resolves once that is done. */
  sendWebhooks(): Promise<void>;
  /** Resolves once every status that was told is stored, with the pictures of shows. */
  flush(): Promise<void>;
  /** Resolves once everything that was accepted is stored. */
  close(): Promise<void>;
}
