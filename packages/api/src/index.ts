import type { Api, ApiOptions } from './api.ts';
import { Auditor } from './audit/auditor.ts';
import { TrailedDatabase } from './audit/trailed-database.ts';
import { openBeacons } from './beacons/open-beacons.ts';
import { catalog } from './catalog/catalog.ts';
import { permittedActions } from './catalog/permitted-actions.ts';
import { openCuePoints } from './cue-points/open-cue-points.ts';
import { ActionDirectory } from './door/action-directory.ts';
import { frontDoor } from './door/front-door.ts';
import { UploadFolder } from './door/upload-folder.ts';
import { Entitlement } from './entitlement/entitlement.ts';

import type { Entry } from './entries/entry.ts';
import { DELETED_STATUS } from './entries/entry-base.ts';
import { EntryBook } from './entries/entry-book.ts';

import { ServerWatch } from './health/server-watch.ts';
import { SessionVerifier } from './ks/session-verifier.ts';

import { Broadcasts } from './live/broadcasts.ts';
import { PlaybackAddresses } from './live/playback-addresses.ts';
import { decidePublish } from './live/publish-gate.ts';
import { admitToRoom } from './live/room-access.ts';
import { WebcastChanges } from './live/webcast-changes.ts';
import { WebcastViews } from './live/webcast-views.ts';
import { openMetadata } from './metadata/open-metadata.ts';
import { openOutside } from './outside/open-outside.ts';
import { openPictures } from './pictures/open-pictures.ts';
import { openThumbAssets } from './pictures/open-thumb-assets.ts';
import { thumbnailRoute } from './pictures/thumbnail-route.ts';
import type { Clock } from './ports.ts';
import { AccountProfilesDirectory } from './profiles/account-profiles.ts';
import { profileServices } from './profiles/profile-services.ts';
import { WidgetDirectory } from './profiles/widget-directory.ts';
import { openPush } from './push/open-push.ts';
import { Housekeeping } from './recording/housekeeping.ts';
import { MovieShelf } from './recording/movie-shelf.ts';
import { Orphans } from './recording/orphans.ts';
import { Recorder } from './recording/recorder.ts';
import { RecordingsDesk } from './recording/recordings-desk.ts';
import { Replays } from './recording/replays.ts';
import { Retention } from './recording/retention.ts';
import { TakeRemovals } from './recording/take-removals.ts';
import { referenceRoutes } from './reference/reference-routes.ts';
import { openSchedule } from './schedule/open-schedule.ts';
import { accountServices } from './services/account/account-services.ts';
import { categoryServices } from './services/category/category-services.ts';
import { BaseEntryService } from './services/entry/base-entry-service.ts';
import { ContentService } from './services/entry/content-service.ts';
import { EntryDesk } from './services/entry/entry-desk.ts';
import { EntryModeration } from './services/entry/entry-moderation.ts';
import { MediaService } from './services/entry/media-service.ts';
import { EntryServerNodeService } from './services/live/entry-server-node-service.ts';
import { LiveStreamService } from './services/live/live-stream-service.ts';
import { OutsideStreamService } from './services/outside/outside-stream-service.ts';
import { FlavorAssetService } from './services/playback/flavor-asset-service.ts';
import { playManifest } from './services/playback/play-manifest.ts';
import { PlaybackService } from './services/playback/playback-service.ts';
import { ResponseProfileService } from './services/profile/response-profile-service.ts';
import { RecordingService } from './services/recording/recording-service.ts';
import { StorageService } from './services/recording/storage-service.ts';
import { AuditTrailService } from './services/server/audit-trail-service.ts';
import { HealthService } from './services/server/health-service.ts';
import { ServerNodeService } from './services/server/server-node-service.ts';
import { ServerService } from './services/server/server-service.ts';
import { SystemService } from './services/server/system-service.ts';
import { openAccounts } from './session/open-accounts.ts';
import { Roles } from './session/roles.ts';
import { SessionIssuer } from './session/session-issuer.ts';
import { AuditStore } from './store/audit/audit-store.ts';
import { PlacementsStore } from './store/category/placements-store.ts';
import { EntriesStore } from './store/entry/entries-store.ts';
import { ModerationStore } from './store/entry/moderation-store.ts';
import { openDatabase } from './store/open-database.ts';
import { ResponseProfilesStore } from './store/profile/response-profiles-store.ts';
import { WidgetsStore } from './store/profile/widgets-store.ts';
import { BroadcastsStore } from './store/recording/broadcasts-store.ts';
import { ContentsStore } from './store/recording/contents-store.ts';
import { RecordingsStore } from './store/recording/recordings-store.ts';
import { StorageStore } from './store/recording/storage-store.ts';
import { openUploads } from './uploads/open-uploads.ts';
import { openWebhooks } from './webhooks/open-webhooks.ts';

export type { Api, ApiOptions } from './api.ts';
export type { CuePoint } from './cue-points/cue-point.ts';
export type { CuePointChange } from './cue-points/cue-point-changes.ts';
export { isPublicAddress } from './fetch/public-address.ts';
export type { RoomAdmission } from './live/room-access.ts';
export type {
  Account,
  Addresses,
  Channels,
  Clock,
  Log,
  Movies,
  Server,
  Stills,
} from './ports.ts';
export type { PushQueue, PushTicket } from './push/push-tickets.ts';
export type { DatabaseAddress } from './store/open-database.ts';
export type { ReceiverNetwork } from './webhooks/receivers.ts';

/** Opens the database and puts the API together: door, sessions, catalog, services, store. */
export async function openApi(options: ApiOptions): Promise<Api> {
  const { addresses, log, clock = SYSTEM_CLOCK } = options;
  const playback = new PlaybackAddresses(options.playbackSecret, clock);
  const uploads = await UploadFolder.open(options.uploadFolder);
  const stored = await openDatabase(options.database, clock.nowMs(), log);
  const database = new TrailedDatabase(stored);
  const roles = new Roles(options.account.partnerId);
  const accounts = await openAccounts(database, roles, { ...options, clock });
  const auditStore = new AuditStore(stored);
  const auditor = new Auditor({
    store: auditStore,
    hasAccount: (partnerId) => accounts.find(partnerId) !== undefined,
    clock,
    log,
  });
  const { events, teller, webhooks, webhook, ...telling } = await openWebhooks({
    ...{ database, stored, addresses, clock, log },
    server: options.server,
    ownPartnerId: options.account.partnerId,
    networks: options.webhookNetworks ?? null,
  });
  const entries = new EntriesStore(database);
  const { outside, channels, originsOf } = openOutside({
    ...{ entries, clock, log },
    channels: options.channels,
    mayFetchFrom: options.mayFetchFrom,
    waitMs: options.reconnectWindowMs,
    onStatus: (status) => broadcasts.onStatus(status),
  });
  const verifier = new SessionVerifier(accounts, clock);
  const issuer = new SessionIssuer(roles, clock);
  const changes = new WebcastChanges(log);
  changes.subscribe((webcastId) => outside.reconsider(webcastId));
  const profiles = new AccountProfilesDirectory(database, clock);
  const widgets = new WidgetDirectory(new WidgetsStore(database), clock);
  const placements = new PlacementsStore(database);
  const recordings = new RecordingsStore(database);
  const contents = new ContentsStore(database);
  const storage = new StorageStore(database);
  const removals = new TakeRemovals({ entries, recordings, channels, changes, log });
  const broadcastsStore = new BroadcastsStore(database);
  const broadcasts = new Broadcasts({
    entries,
    broadcasts: broadcastsStore,
    recorder: new Recorder({ database, entries, recordings, contents, placements, storage }),
    removals,
    channels,
    changes,
    events,
    clock,
    log,
  });
  const entitlement = new Entitlement(accounts, placements);
  const replays = new Replays({
    ...{ entries, recordings, contents, placements, entitlement, playback },
  });
  const onDeleted = ({ rootEntryId }: Entry) => {
    removals.start(rootEntryId);
    fileRemovals.start();
  };
  const book = new EntryBook({ entries, channels, changes, entitlement, onDeleted, events });
  const { entryCategories, ...ofCategories } = categoryServices({
    database,
    entitlement,
    entries,
    placements,
    clock,
  });
  const desk = new EntryDesk({
    book,
    channels,
    addresses,
    clock,
    profiles,
    categories: entryCategories,
    contents,
  });
  const recordingsDesk = new RecordingsDesk({ book, contents, channels, clock, log });
  const moderation = new EntryModeration({
    book,
    moderation: new ModerationStore(database),
    clock,
  });
  const { stills, mayFetchFrom } = options;
  const { picture, pictures, incoming, thumbnails, showPictures } = openPictures({
    ...{ database, entries, book, desk, entitlement, channels, playback, replays, clock, log },
    stills,
    mayFetchFrom,
  });
  const cuePoints = openCuePoints({
    ...{ database, book, entitlement, clock, log },
    questions: events,
  });
  const {
    removals: fileRemovals,
    sweep,
    entryUploads,
    entryFiles,
    ...ofUploads
  } = await openUploads({
    ...{ database, book, desk, pictures, incoming, addresses, clock, log },
    folder: options.contentFolder,
    limits: options.uploadLimits,
  });
  const thumbAsset = openThumbAssets({
    ...{ database, book, entitlement, pictures, thumbnails, incoming, addresses, clock, stills },
    uploads: entryUploads,
    onContent: async (picture) => {
      await cuePoints.book.pictureIsReady(picture);
    },
  });
  const { sweepBeacons, flushBeacons, closeBeacons, ...ofBeacons } = openBeacons({
    ...{ entries, book, verifier, clock, log },
    database: stored,
  });
  const schedule = openSchedule({
    ...{ database, entries, book, entitlement, verifier, channels, addresses, clock, log },
  });
  const { planned } = schedule;
  const { close: closeMetadata, ...ofMetadata } = openMetadata({
    ...{ database, book, planned, clock },
    cuePoints: cuePoints.book,
  });
  const push = openPush({ book, verifier, addresses, secret: options.playbackSecret });
  const orphans = new Orphans({ recordings, channels, removals, clock, log });
  const watch = new ServerWatch({
    ...{ entries, channels, storage, recordings, orphans, webhooks, teller, clock, log },
    server: options.server,
  });
  const responseProfiles = new ResponseProfilesStore(database);
  const ofProfiles = profileServices({
    database,
    directory: profiles,
    widgets,
    hasEntry: async (partnerId, entryId) => {
      const record = await entries.find(entryId);
      return record?.entry.partnerId === partnerId && record.entry.status !== DELETED_STATUS;
    },
    isEntitlementEnforced: (partnerId) => accounts.isEntitlementEnforced(partnerId),
    issuer,
    addresses,
    clock,
  });
  const services = {
    ...accountServices({
      database,
      accounts,
      verifier,
      roles,
      widgets,
      issuer,
      actions: permittedActions(),
      clock,
      log,
    }),
    liveStream: new LiveStreamService({
      ...{ entitlement, entries, book, desk, channels, outside, addresses, clock },
      server: options.server,
      recordings: recordingsDesk,
    }),
    ...ofProfiles,
    responseProfile: new ResponseProfileService(responseProfiles, clock),
    ...ofCategories,
    ...ofMetadata,
    ...ofBeacons,
    ...schedule.services,
    ...cuePoints.services,
    ...push.services,
    ...ofUploads,
    thumbAsset,
    media: new MediaService(desk, moderation, entryUploads),
    baseEntry: new BaseEntryService({
      book,
      desk,
      moderation,
      profiles,
      categories: entryCategories,
      recordings: recordingsDesk,
      cuePoints: cuePoints.copies,
      uploads: entryUploads,
      entryFiles,
      clock,
    }),
    content: new ContentService({
      ...{ book, desk, clock },
      recordings: recordingsDesk,
      uploads: entryUploads,
    }),
    recording: new RecordingService({ book, recordings: recordingsDesk, contents, storage }),
    storage: new StorageService({ storage }),
    picture,
    playback: new PlaybackService({
      book,
      entitlement,
      channels,
      addresses,
      clock,
      profiles,
      replays,
    }),
    auditTrail: new AuditTrailService(auditStore, clock),
    flavorAsset: new FlavorAssetService({
      book,
      entitlement,
      profiles,
      replays,
      movies: new MovieShelf(options.movies, playback),
      addresses,
      flavorParams: ofProfiles.flavorParams,
    }),
    entryServerNode: new EntryServerNodeService({
      ...{ book, channels, broadcasts: broadcastsStore },
      server: options.server,
    }),
    serverNode: new ServerNodeService(options.server, addresses),
    health: new HealthService(book, options.server),
    outsideStream: new OutsideStreamService({ book, outside, addresses }),
    server: new ServerService(options.server, watch),
    system: new SystemService(clock),
    webhook,
  };

  const views = new WebcastViews({ entries, channels, playback, replays, outside });
  const retention = new Retention({ entries, book, storage, clock, log });
  const housekeeping = new Housekeeping(async () => {
    await retention.sweep();
    await orphans.look();
    await sweepBeacons();
    await planned.moveOn();
    await sweep.run();
    await telling.sweep();
  }, log);
  // What was deleted before a restart.
  removals.start();
  fileRemovals.start();

  return {
    routes: async (app) => {
      await app.register(referenceRoutes);
      const actions = new ActionDirectory(catalog);
      const runner = { actions, services, verifier, roles, responseProfiles, auditor, clock };
      await app.register(frontDoor({ runner, uploads, log }));
      await app.register(
        playManifest({
          entries,
          channels,
          addresses,
          playback,
          replays,
          verifier,
          entitlement,
          outside,
          log,
        }),
      );
      await app.register(thumbnailRoute({ entries, thumbnails, verifier, entitlement, log }));
      await app.register(schedule.calendar);
    },
    async authorizePublish(request) {
      // The end of a show takes back who had gone live: the next encoder must not come before that is known.
      await broadcasts.settled(request.webcastId);
      return decidePublish(entries, log, request);
    },
    onChannelStatus: (status) => {
      broadcasts.onStatus(status);
      showPictures.onStatus(status);
    },
    channelSettings: () => broadcasts.unfinishedSettings(),
    joinRoom: (session, webcastId) =>
      admitToRoom({ entries, verifier, entitlement }, session, webcastId),
    webcastCard: (webcastId) => views.cardOf(webcastId),
    stageFor: (webcastId, mayPreview, mediaBaseUrl) =>
      views.stageOf(webcastId, mayPreview, mediaBaseUrl),
    attend: (webcastId, pageUrl) => outside.attend(webcastId, pageUrl),
    originsFor: originsOf,
    keepHouse: () => housekeeping.run(),
    onWebcastChanged: (listener) => changes.subscribe(listener),
    onCuePoint: (listener) => cuePoints.changes.subscribe(listener),
    pushQueueOf: (ticket) => push.tickets.check(ticket),
    sendWebhooks: () => telling.settle(),
    flush: async () => {
      await broadcasts.flush();
      await showPictures.flush();
      await removals.flush();
      await fileRemovals.flush();
      await auditor.flush();
      await flushBeacons();
    },
    close: async () => {
      await housekeeping.close();
      outside.close();
      watch.close();
      await removals.close();
      await fileRemovals.close();
      await showPictures.close();
      await broadcasts.close();
      await telling.close();
      await auditor.close();
      await closeBeacons();
      await accounts.close();
      await database.close();
      closeMetadata();
    },
  };
}

const SYSTEM_CLOCK: Clock = { nowMs: () => Date.now() };
