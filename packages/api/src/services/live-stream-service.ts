import { ApiError } from '../errors/api-error.ts';
import { hasPrivilege } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import { refused } from '../ks/session-verifier.ts';
import { isOnAir, isUnfinished } from '../live/broadcast-facts.ts';
import {
  changeWebcast,
  createWebcast,
  deletedWebcast,
  refuseChangesWhileLive,
  withNewStreamToken,
} from '../live/change-webcast.ts';
import type { LiveProfiles } from '../live/live-profiles.ts';
import { detailsOf, isLiveFor, statusOf } from '../live/live-state.ts';
import { channelSettingsOf, type Webcast, type WebcastRecord } from '../live/webcast.ts';
import type { WebcastChanges } from '../live/webcast-changes.ts';
import type { Addresses, Channels, Clock } from '../ports.ts';
import type { AccountProfilesDirectory } from '../profiles/account-profiles.ts';
import { checkProperties } from '../schema/check-properties.ts';
import { LiveStreamEntry, type LiveStreamEntryValue } from '../schema/live-stream-entry.ts';
import type { LiveStreamFilterValue, PagerValue } from '../schema/live-stream-filter.ts';
import { isEditor, isOfAccount, isOwner, isPerson, mayListAll } from '../session/access.ts';
import { type Call, sessionOf } from '../session/call.ts';
import { isDatabaseError } from '../store/database.ts';
import type { EntriesStore } from '../store/entries-store.ts';
import { toLiveStreamEntry } from './live-stream-result.ts';
import { pageOf } from './page.ts';

export type LiveStreamServices = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly changes: WebcastChanges;
  readonly profiles: AccountProfilesDirectory;
};

/** The encoder's picture is passed on as it comes; the other sources belong to other systems. */
const SUPPORTED_SOURCE_TYPE = '32';

/** How often a change is made anew because someone else's came first. */
const MAX_ATTEMPTS = 8;

/** Webcasts: set up, change, find, and ask whether they are live. */
export class LiveStreamService {
  readonly #services: LiveStreamServices;

  constructor(services: LiveStreamServices) {
    this.#services = services;
  }

  async add(
    call: Call,
    {
      liveStreamEntry,
      sourceType,
    }: {
      readonly liveStreamEntry: LiveStreamEntryValue;
      readonly sourceType: LiveStreamEntryValue['sourceType'] | null;
    },
  ) {
    const session = sessionOf(call);
    const sent = {
      ...liveStreamEntry,
      sourceType: sourceType ?? liveStreamEntry.sourceType ?? null,
    };
    // Some clients choose the id before they know that the server does.
    checkProperties(LiveStreamEntry, sent, { purpose: 'add', isAdmin: true, tolerated: ['id'] });
    refuseMissing(sent, 'mediaType');
    refuseMissing(sent, 'sourceType');
    if (sent.sourceType !== SUPPORTED_SOURCE_TYPE) {
      throw new ApiError('ENTRY_SOURCE_TYPE_NOT_SUPPORTED', sent.sourceType ?? '');
    }
    const webcast = await this.#insert(sent, session);
    return this.#resultOf(call, { webcast, facts: null });
  }

  async get(call: Call, { entryId }: { readonly entryId: string }) {
    const record = await this.#visible(sessionOf(call), entryId);
    return this.#resultOf(call, record);
  }

  async update(
    call: Call,
    {
      entryId,
      liveStreamEntry,
    }: {
      readonly entryId: string;
      readonly liveStreamEntry: LiveStreamEntryValue;
    },
  ) {
    const session = sessionOf(call);
    const profiles = await this.#profilesOf(session.partnerId);
    const record = await this.#change(session, entryId, ({ webcast, ...rest }) => {
      refuseForeignProperties(session, webcast, liveStreamEntry);
      const changed = changeWebcast(
        webcast,
        liveStreamEntry,
        this.#services.clock.nowMs(),
        profiles,
      );
      if (this.#isGoingOn({ webcast, ...rest })) refuseChangesWhileLive(webcast, changed);
      return changed;
    });
    return this.#resultOf(call, record);
  }

  async delete(call: Call, { entryId }: { readonly entryId: string }): Promise<null> {
    const session = sessionOf(call);
    await this.#change(session, entryId, (record) => {
      const status = statusOf(this.#services.channels, record);
      if (status !== null && isOnAir(status.state)) {
        throw new ApiError('CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING', entryId);
      }
      return deletedWebcast(record.webcast, this.#services.clock.nowMs());
    });
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: LiveStreamFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const session = sessionOf(call);
    const seesAll = mayListAll(session) || namesEntries(filter ?? {});
    // Who has no name owns nothing, and above all not what was made without one.
    const { totalCount, records } =
      seesAll || isPerson(session)
        ? await this.#services.entries.list({
            partnerId: session.partnerId,
            filter: filter ?? {},
            ownedBy: seesAll ? null : session.userId,
            ...pageOf(pager),
          })
        : { totalCount: 0, records: [] };
    const profiles = await this.#profilesOf(session.partnerId);
    return {
      objectType: 'KalturaLiveStreamListResponse',
      totalCount,
      objects: records.map((record) => this.#show(call, record, profiles)),
    };
  }

  /** Needs no session: whoever may preview is told of a preview too. */
  async isLive(call: Call, { id }: { readonly id: string }): Promise<boolean> {
    const record = await this.#live(call.session, id);
    return isLiveFor(call.session, record, statusOf(this.#services.channels, record));
  }

  /** Needs no session. */
  async getDetails(call: Call, { id }: { readonly id: string }) {
    const record = await this.#live(call.session, id);
    return detailsOf(record, statusOf(this.#services.channels, record));
  }

  /** The encoder's addresses change; an encoder that came with the old one is disconnected. */
  async regenerateStreamToken(call: Call, { entryId }: { readonly entryId: string }) {
    const session = sessionOf(call);
    const record = await this.#change(session, entryId, ({ webcast }) =>
      withNewStreamToken(webcast, this.#services.clock.nowMs()),
    );
    return this.#resultOf(call, record);
  }

  /** The webcast, if the session is of its account. */
  async #visible(session: Session, entryId: string): Promise<WebcastRecord> {
    const record = await this.#services.entries.find(entryId);
    if (record === null || record.webcast.isDeleted || !isOfAccount(session, record.webcast)) {
      throw new ApiError('ENTRY_ID_NOT_FOUND', entryId);
    }
    return record;
  }

  /** The webcast that an action without a session asks for; a session of another account sees nothing. */
  async #live(session: Session | undefined, id: string): Promise<WebcastRecord> {
    const record = await this.#services.entries.find(id);
    const isForeign =
      record !== null && session !== undefined && !isOfAccount(session, record.webcast);
    if (record === null || record.webcast.isDeleted || isForeign) {
      throw new ApiError('INVALID_ENTRY_ID', id);
    }
    return record;
  }

  async #insert(sent: LiveStreamEntryValue, session: Session): Promise<Webcast> {
    const { partnerId, userId } = session;
    const profiles = await this.#profilesOf(partnerId);
    for (let attempt = 1; ; attempt++) {
      const webcast = createWebcast({
        sent,
        partnerId,
        userId,
        nowMs: this.#services.clock.nowMs(),
        profiles,
      });
      try {
        await this.#services.entries.insert(webcast);
        return webcast;
      } catch (error) {
        // The random id is taken: the next one will not be.
        if (!isDatabaseError(error, 'duplicate') || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  /** Changes a webcast that the session may change, and tells whom it concerns. */
  async #change(
    session: Session,
    entryId: string,
    change: (record: WebcastRecord) => Webcast,
  ): Promise<WebcastRecord> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const record = await this.#visible(session, entryId);
      if (!isEditor(session, record.webcast)) throw refused(session.ks, 'INVALID_TYPE');
      const webcast = change(record);
      if (await this.#services.entries.replace(webcast)) {
        this.#tell(webcast);
        return { ...record, webcast };
      }
    }
    throw new ApiError('ENTRY_CHANGED_MEANWHILE', entryId);
  }

  #tell(webcast: Webcast): void {
    if (webcast.isDeleted) this.#services.channels.remove(webcast.id);
    else this.#services.channels.applySettings(channelSettingsOf(webcast));
    this.#services.changes.emit(webcast.id);
  }

  #isGoingOn(record: WebcastRecord): boolean {
    const status = statusOf(this.#services.channels, record);
    return status !== null && isUnfinished(status.state);
  }

  async #resultOf(call: Call, record: WebcastRecord): Promise<object> {
    return this.#show(call, record, await this.#profilesOf(record.webcast.partnerId));
  }

  #show({ session, requestHost }: Call, record: WebcastRecord, profiles: LiveProfiles): object {
    const { addresses, channels } = this.#services;
    return toLiveStreamEntry(record, { session, requestHost, addresses, channels, profiles });
  }

  async #profilesOf(partnerId: number): Promise<LiveProfiles> {
    return (await this.#services.profiles.of(partnerId)).live;
  }
}

function refuseMissing(sent: LiveStreamEntryValue, name: 'mediaType' | 'sourceType'): void {
  if (sent[name] === null || sent[name] === undefined) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `KalturaLiveStreamEntry::${name}`);
  }
}

/** Who owns a webcast is for admins to change; who may edit it, also for its owner. */
function refuseForeignProperties(
  session: Session,
  webcast: Webcast,
  sent: LiveStreamEntryValue,
): void {
  checkProperties(LiveStreamEntry, sent, {
    purpose: 'update',
    isAdmin: session.isAdmin,
    tolerated: hasPrivilege(session.privileges, 'editadmintags') ? ['adminTags'] : [],
  });
  if (session.isAdmin) return;
  if (sent.userId !== undefined && sent.userId !== webcast.properties.userId) {
    throw new ApiError('PROPERTY_VALIDATION_ADMIN_PROPERTY', 'KalturaLiveStreamEntry::userId');
  }
  const asksForEntitlement =
    sent.entitledUsersEdit !== undefined ||
    sent.entitledUsersPublish !== undefined ||
    sent.entitledUsersView !== undefined;
  if (asksForEntitlement && !isOwner(session, webcast)) {
    throw new ApiError(
      'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION',
      'KalturaLiveStreamEntry::entitledUsersEdit',
    );
  }
}

/** Whoever names what it wants may list what others own. */
function namesEntries(filter: LiveStreamFilterValue): boolean {
  const { idEqual, idIn, referenceIdEqual, referenceIdIn, parentEntryIdEqual } = filter;
  return [idEqual, idIn, referenceIdEqual, referenceIdIn, parentEntryIdEqual].some(
    (value) => typeof value === 'string' && value !== '',
  );
}
