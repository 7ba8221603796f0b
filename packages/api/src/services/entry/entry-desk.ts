import { deletedEntry } from '../../entries/deleted-entry.ts';
import { changeDocument, createDocument } from '../../entries/document-item.ts';
import type { Entry, EntryKind, EntryRecord } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { EntryReferences } from '../../entries/entry-references.ts';
import { refuseForAdd, refuseForUpdate, refuseSchedule } from '../../entries/entry-rules.ts';
import { changeMediaItem, createMediaItem } from '../../entries/media-item.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Session } from '../../ks/session.ts';
import { isOnAir, isUnfinished } from '../../live/broadcast-facts.ts';
import { changeWebcast, createWebcast, refuseChangesWhileLive } from '../../live/change-webcast.ts';
import { statusOf } from '../../live/live-state.ts';
import type { Addresses, Channels, Clock } from '../../ports.ts';
import type { AccountProfiles, AccountProfilesDirectory } from '../../profiles/account-profiles.ts';
import { isBeingRecorded } from '../../recording/content.ts';
import { BaseEntry, type BaseEntryValue } from '../../schema/base-entry.ts';
import { DocumentEntry } from '../../schema/document-entry.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { ObjectType } from '../../schema/kinds.ts';
import { LiveStreamEntry, type LiveStreamEntryValue } from '../../schema/live-stream-entry.ts';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';
import { MediaEntry } from '../../schema/media-entry.ts';
import { isOrExtends, objectTypes } from '../../schema/object-types.ts';
import { isEditor } from '../../session/access.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { Statement } from '../../store/database.ts';
import type { ContentsStore } from '../../store/recording/contents-store.ts';
import type { EntryCategories } from '../category/entry-categories.ts';
import { toEntryObject } from './entry-result.ts';

export type EntryDeskOptions = {
  readonly book: EntryBook;
  readonly channels: Channels;
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly profiles: AccountProfilesDirectory;
  readonly categories: EntryCategories;
  readonly contents: ContentsStore;
};

/** Answers to all that a session may see, and to those that list: which kinds a service knows. */
export type Kinds<Kind extends EntryKind = EntryKind> = readonly Kind[];

export const TYPE_OF_KIND: { readonly [Kind in EntryKind]: ObjectType } = {
  webcast: LiveStreamEntry,
  media: MediaEntry,
  document: DocumentEntry,
};

/** What an entry begins with: the entry as it is then, and the statements that give it that. Asked again where they fail. */
export type FirstContent = (
  entry: Entry,
) => Promise<{ readonly entry: Entry; readonly also: readonly Statement[] }>;

/** What the services of entries have in common: one kind or another is added, changed, found and shown. */
export class EntryDesk {
  readonly #options: EntryDeskOptions;
  readonly #references: EntryReferences;

  constructor(options: EntryDeskOptions) {
    this.#options = options;
    this.#references = new EntryReferences(options.book);
  }

  async add(
    call: Call,
    kind: EntryKind,
    sent: BaseEntryValue,
    content: FirstContent = withoutContent,
  ): Promise<object> {
    const session = sessionOf(call);
    refuseForAdd(typeOfSent(sent), sent, session);
    const profiles = await this.#profilesOf(session);
    const whole = await this.#references.withTemplate(session, kind, sent);
    await this.#references.refuseUnknown(session, whole, profiles, kind);
    refuseSchedule(whole);
    const { partnerId, userId } = session;
    const nowMs = this.#options.clock.nowMs();
    const { book, categories } = this.#options;
    const categoryIds = (await categories.asked(call, sent)) ?? [];
    const create = CREATE[kind];
    const entry = await book.insertWith<Entry>(async () => {
      const made = await content(create({ sent: whole, partnerId, userId, nowMs, profiles }));
      const places = categories.placing(call, made.entry, categoryIds);
      return { entry: made.entry, also: [...places, ...made.also] };
    });
    return this.show(call, { entry: asPlaced(entry, categoryIds), facts: null });
  }

  async get(call: Call, entryId: string, kinds: Kinds): Promise<object> {
    return this.show(call, await this.#options.book.find(sessionOf(call), entryId, kinds));
  }

  /** Only what was sent changes. */
  async update(call: Call, entryId: string, kinds: Kinds, sent: BaseEntryValue): Promise<object> {
    const session = sessionOf(call);
    const type = typeOfSent(sent);
    const profiles = await this.#profilesOf(session);
    const { book, categories } = this.#options;
    let categoryIds: readonly number[] | null = null;
    const record = await book.change(session, entryId, kinds, async (before) => {
      const { entry } = before;
      refuseOtherType(type, entry);
      refuseForUpdate(type, sent, session, entry);
      await this.#references.refuseUnknown(session, sent, profiles, entry.kind, entry);
      const changed = this.#changed(before, sent, profiles);
      await this.#refuseWhileNotReady(entry, changed);
      refuseSchedule(changed.properties);
      categoryIds = await categories.asked(call, sent);
      return changed;
    });
    if (categoryIds === null) return this.show(call, record);
    await categories.replace(call, record.entry, categoryIds);
    return this.show(call, { ...record, entry: asPlaced(record.entry, categoryIds) });
  }

  async delete(
    call: Call,
    entryId: string,
    kinds: Kinds,
    mayDelete: (session: Session, entry: Entry) => boolean = isEditor,
  ): Promise<null> {
    const nowMs = this.#options.clock.nowMs();
    await this.#options.book.change(
      sessionOf(call),
      entryId,
      kinds,
      (record) => {
        if (this.isOnAir(record)) {
          throw new ApiError('CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING', entryId);
        }
        return deletedEntry(record.entry, nowMs);
      },
      mayDelete,
    );
    return null;
  }

  /** @returns the page's objects, and how many there are on all pages */
  async list(
    call: Call,
    kinds: Kinds,
    filter: LiveStreamFilterValue | null,
    pager: PagerValue | null,
  ) {
    const { book } = this.#options;
    const { totalCount, records } = await book.list(sessionOf(call), kinds, filter, pager);
    return { totalCount, objects: await this.showAll(call, records) };
  }

  count(call: Call, kinds: Kinds, filter: LiveStreamFilterValue | null): Promise<number> {
    return this.#options.book.count(sessionOf(call), kinds, filter);
  }

  async show(call: Call, record: EntryRecord): Promise<object> {
    const [object] = await this.showAll(call, [record]);
    if (object === undefined) throw new TypeError('An entry has no object');
    return object;
  }

  /** Entries of one account. */
  async showAll(call: Call, records: readonly EntryRecord[]): Promise<readonly object[]> {
    const [first] = records;
    if (first === undefined) return [];
    const { addresses, channels } = this.#options;
    const { session, requestHost } = call;
    const profiles = await this.#options.profiles.of(first.entry.partnerId);
    const categories = await this.#options.categories.of(records.map(({ entry }) => entry));
    const viewpoint = { session, requestHost, addresses, channels, profiles, categories };
    return records.map((record) => toEntryObject(record, viewpoint));
  }

  /** Whether it is a webcast that viewers watch now. */
  isOnAir({ entry, facts }: EntryRecord): boolean {
    if (entry.kind !== 'webcast') return false;
    const status = statusOf(this.#options.channels, { webcast: entry, facts });
    return status !== null && isOnAir(status.state);
  }

  #changed({ entry, facts }: EntryRecord, sent: BaseEntryValue, profiles: AccountProfiles): Entry {
    const nowMs = this.#options.clock.nowMs();
    if (entry.kind === 'media') return changeMediaItem(entry, sent, nowMs, profiles);
    if (entry.kind === 'document') return changeDocument(entry, sent, nowMs, profiles);
    const changed = changeWebcast(entry, sent as LiveStreamEntryValue, nowMs, profiles);
    const status = statusOf(this.#options.channels, { webcast: entry, facts });
    if (status !== null && isUnfinished(status.state)) refuseChangesWhileLive(entry, changed);
    return changed;
  }

  /** A show is over for who looks at it a moment before what is recorded of it is. */
  async #refuseWhileNotReady(before: Entry, after: Entry): Promise<void> {
    const { recordedEntryId } = before.properties as LiveStreamEntryValue;
    if (before.kind !== 'webcast' || after.kind !== 'webcast' || !recordedEntryId) return;
    const names = ['recordStatus', 'conversionProfileId'] as const;
    const field = names.find((name) => before.properties[name] !== after.properties[name]);
    if (field === undefined) return;
    if (isBeingRecorded(await this.#options.contents.contentOf(recordedEntryId))) {
      throw new ApiError('CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY', field);
    }
  }

  #profilesOf({ partnerId }: Session): Promise<AccountProfiles> {
    return this.#options.profiles.of(partnerId);
  }
}

type NewEntry = {
  readonly sent: BaseEntryValue;
  readonly partnerId: number;
  readonly userId: string;
  readonly nowMs: number;
  readonly profiles: AccountProfiles;
};

const CREATE: { readonly [Kind in EntryKind]: (question: NewEntry) => Entry } = {
  webcast: createWebcast,
  media: createMediaItem,
  document: createDocument,
};

const withoutContent: FirstContent = async (entry) => ({ entry, also: [] });

/** The entry as the store has it once it is in these categories. */
function asPlaced(entry: Entry, categoryIds: readonly number[]): Entry {
  if (categoryIds.length === 0) return entry;
  return { ...entry, counts: { ...entry.counts, wasCategorised: true } };
}

/** The type that the client named, or the one that the parameter declares. */
export function typeOfSent({ objectType }: BaseEntryValue): ObjectType {
  return objectTypes.get((objectType ?? '').toLowerCase()) ?? BaseEntry;
}

/** What is sent may name the entry's own type, or a more general one. */
function refuseOtherType(type: ObjectType, entry: Entry): void {
  const own = TYPE_OF_KIND[entry.kind];
  if (isOrExtends(own, type)) return;
  throw new ApiError('INVALID_ENTRY_TYPE', entry.id, type.name, own.name);
}
