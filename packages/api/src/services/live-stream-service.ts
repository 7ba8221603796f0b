import type { Entitlement } from '../entitlement/entitlement.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import { ApiError } from '../errors/api-error.ts';
import { hasPrivilege } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import { isOnAir, isUnfinished } from '../live/broadcast-facts.ts';
import {
  changeWebcast,
  createWebcast,
  deletedWebcast,
  refuseChangesWhileLive,
  withNewStreamToken,
} from '../live/change-webcast.ts';
import { detailsOf, isLiveFor, statusOf } from '../live/live-state.ts';
import type { Webcast, WebcastRecord } from '../live/webcast.ts';
import type { Addresses, Channels, Clock } from '../ports.ts';
import type { AccountProfiles, AccountProfilesDirectory } from '../profiles/account-profiles.ts';
import { checkProperties } from '../schema/check-properties.ts';
import type { PagerValue } from '../schema/filter.ts';
import { LiveStreamEntry, type LiveStreamEntryValue } from '../schema/live-stream-entry.ts';
import type { LiveStreamFilterValue } from '../schema/live-stream-filter.ts';
import { isOwner } from '../session/access.ts';
import { type Call, sessionOf } from '../session/call.ts';
import { type EntriesStore, webcastRecordOf } from '../store/entries-store.ts';
import { toLiveStreamEntry } from './live-stream-result.ts';

export type LiveStreamServices = {
  readonly entries: EntriesStore;
  readonly book: EntryBook;
  readonly entitlement: Entitlement;
  readonly channels: Channels;
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly profiles: AccountProfilesDirectory;
};

/** The encoder's picture is passed on as it comes; the other sources belong to other systems. */
const SUPPORTED_SOURCE_TYPE = '32';

const WEBCASTS = ['webcast'] as const;

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
    const { partnerId, userId } = session;
    const profiles = await this.#profilesOf(partnerId);
    const nowMs = this.#services.clock.nowMs();
    const webcast = await this.#services.book.insert(() =>
      createWebcast({ sent, partnerId, userId, nowMs, profiles }),
    );
    return this.#resultOf(call, { webcast, facts: null });
  }

  async get(call: Call, { entryId }: { readonly entryId: string }) {
    const { entry, facts } = await this.#services.book.find(sessionOf(call), entryId, WEBCASTS);
    return this.#resultOf(call, { webcast: entry, facts });
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
    const { book } = this.#services;
    const { totalCount, records } = await book.list(session, WEBCASTS, filter, pager);
    const profiles = await this.#profilesOf(session.partnerId);
    return {
      objectType: 'KalturaLiveStreamListResponse',
      totalCount,
      objects: records
        .map(webcastRecordOf)
        .filter((record) => record !== null)
        .map((record) => this.#show(call, record, profiles)),
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

  /** The webcast that an action without a session asks for; whoever may not watch it learns nothing. */
  async #live(session: Session | undefined, id: string): Promise<WebcastRecord> {
    const record = await this.#services.entries.findWebcast(id);
    const rights =
      record === null ? null : await this.#services.entitlement.rightsTo(session, record.webcast);
    if (record === null || !rights?.mayWatch) throw new ApiError('INVALID_ENTRY_ID', id);
    return record;
  }

  /** Changes a webcast that the session may change, and tells whom it concerns. */
  async #change(
    session: Session,
    entryId: string,
    change: (record: WebcastRecord) => Webcast,
  ): Promise<WebcastRecord> {
    const { entry, facts } = await this.#services.book.change(
      session,
      entryId,
      WEBCASTS,
      (record) => change({ webcast: record.entry, facts: record.facts }),
    );
    return { webcast: entry, facts };
  }

  #isGoingOn(record: WebcastRecord): boolean {
    const status = statusOf(this.#services.channels, record);
    return status !== null && isUnfinished(status.state);
  }

  async #resultOf(call: Call, record: WebcastRecord): Promise<object> {
    return this.#show(call, record, await this.#profilesOf(record.webcast.partnerId));
  }

  #show({ session, requestHost }: Call, record: WebcastRecord, profiles: AccountProfiles): object {
    const { addresses, channels } = this.#services;
    return toLiveStreamEntry(record, { session, requestHost, addresses, channels, profiles });
  }

  async #profilesOf(partnerId: number): Promise<AccountProfiles> {
    return this.#services.profiles.of(partnerId);
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
