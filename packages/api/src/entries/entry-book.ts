import { noteEntry } from '../audit/note-entry.ts';
import type { Entitlement } from '../entitlement/entitlement.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import { refused } from '../ks/session-verifier.ts';
import { isShownTo, statusOf } from '../live/live-state.ts';
import { channelSettingsOf, hasEncoders } from '../live/webcast.ts';
import type { WebcastChanges } from '../live/webcast-changes.ts';
import type { Channels } from '../ports.ts';
import type { PagerValue } from '../schema/filter.ts';
import type { LiveStreamFilterValue } from '../schema/live-stream-filter.ts';
import { pageOf } from '../services/page.ts';
import { isEditor, isOfAccount } from '../session/access.ts';
import { isDatabaseError, type Statement } from '../store/database.ts';
import type { EntriesStore, EntryList } from '../store/entry/entries-store.ts';
import type { EntryQuestion, EntryRestriction } from '../store/entry/entry-filter.ts';
import type { WebhookEvents } from '../webhooks/webhook-events.ts';
import { refuseTooMuch } from './check-filter.ts';
import { type Entry, type EntryKind, type EntryRecord, EVERY_KIND } from './entry.ts';
import { DELETED_STATUS } from './entry-base.ts';
import { Turns } from './turns.ts';
import { restrictionsFor } from './visible-entries.ts';

export type EntryBookOptions = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  readonly changes: WebcastChanges;
  readonly entitlement: Entitlement;
  /** An entry that is no webcast was deleted: what only it has played may go. */
  readonly onDeleted: (entry: Entry) => void;
  readonly events: Pick<WebhookEvents, 'entryAdded' | 'wake'>;
};

export type EntryOf<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;

/** How often a change is made anew because another server's came first, and an id drawn again because it is taken. */
const MAX_ATTEMPTS = 8;

/** The entries of all accounts, as far as sessions may find, list and change them. */
export class EntryBook {
  readonly #options: EntryBookOptions;
  readonly #turns = new Turns();

  constructor(options: EntryBookOptions) {
    this.#options = options;
  }

  /** @throws ApiError ENTRY_ID_NOT_FOUND also where it is of another account or kind, or the session may not see it */
  async find<Kind extends EntryKind>(
    session: Session,
    entryId: string,
    kinds: readonly Kind[],
  ): Promise<EntryRecord<EntryOf<Kind>>> {
    const record = await this.findOrNull(session, entryId, kinds);
    if (record === null) throw new ApiError('ENTRY_ID_NOT_FOUND', entryId);
    return record;
  }

  /** The same for those who may change it only. */
  async findEdited<Kind extends EntryKind>(
    session: Session,
    entryId: string,
    kinds: readonly Kind[],
  ): Promise<EntryRecord<EntryOf<Kind>>> {
    const record = await this.find(session, entryId, kinds);
    if (!isEditor(session, record.entry)) throw refused(session.ks, 'INVALID_TYPE');
    return record;
  }

  /** Null also where it is of another account or another kind. */
  async findOrNull<Kind extends EntryKind>(
    session: Session,
    entryId: string,
    kinds: readonly Kind[],
  ): Promise<EntryRecord<EntryOf<Kind>> | null> {
    const record = await this.#options.entries.find(entryId);
    if (record === null || !isOfKind(record, kinds)) return null;
    if (!isOfAccount(session, record.entry)) return null;
    const { maySee } = await this.#options.entitlement.rightsTo(session, record.entry);
    return maySee ? record : null;
  }

  /**
   * For actions that need no session: what its holder may watch.
   *
   * @throws ApiError ENTRY_ID_NOT_FOUND
   */
  async findWatched(
    session: Session | undefined,
    entryId: string,
    kinds: readonly EntryKind[],
  ): Promise<EntryRecord> {
    const record = await this.#options.entries.find(entryId);
    if (record !== null && isOfKind(record, kinds)) {
      const { mayWatch } = await this.#options.entitlement.rightsTo(session, record.entry);
      if (mayWatch) return record;
    }
    throw new ApiError('ENTRY_ID_NOT_FOUND', entryId);
  }

  /** @param also statements of the same job */
  async insert<E extends Entry>(
    create: () => E,
    also: (entry: E) => readonly Statement[] = () => [],
  ): Promise<E> {
    return this.insertWith(async () => {
      const entry = create();
      return { entry, also: also(entry) };
    });
  }

  /** The same; where one of the statements finds no row to change, the entry is made anew. */
  async insertWith<E extends Entry>(
    create: () => Promise<{ readonly entry: E; readonly also: readonly Statement[] }>,
  ): Promise<E> {
    for (let attempt = 1; ; attempt++) {
      const { entry, also } = await create();
      try {
        noteEntry(null, entry);
        const told = this.#options.events.entryAdded(entry);
        await this.#options.entries.insert(entry, [...also, ...told]);
        if (told.length > 0) this.#options.events.wake();
        return entry;
      } catch (error) {
        // The random id is taken, or what it needs is going: the next time it will not be.
        const isPassing = isDatabaseError(error, 'duplicate') || isDatabaseError(error, 'conflict');
        if (!isPassing || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  /** Changes an entry that the session may change, and tells whom it concerns. Nobody's change is lost to another's. */
  async change<Kind extends EntryKind, Changed extends Entry>(
    session: Session,
    entryId: string,
    kinds: readonly Kind[],
    change: (record: EntryRecord<EntryOf<Kind>>) => Changed | Promise<Changed>,
    mayChange: (session: Session, entry: Entry) => boolean = isEditor,
  ): Promise<EntryRecord<Changed>> {
    const changeAlone = async (record: EntryRecord<EntryOf<Kind>>) => ({
      entry: await change(record),
      also: [],
    });
    return this.changeWith(session, entryId, kinds, changeAlone, mayChange);
  }

  /** The same with statements of the same job; where one of them finds no row to change, the change is made anew. */
  async changeWith<Kind extends EntryKind, Changed extends Entry>(
    session: Session,
    entryId: string,
    kinds: readonly Kind[],
    change: (
      record: EntryRecord<EntryOf<Kind>>,
    ) => Promise<{ readonly entry: Changed; readonly also: readonly Statement[] }>,
    mayChange: (session: Session, entry: Entry) => boolean = isEditor,
  ): Promise<EntryRecord<Changed>> {
    return this.#turns.take(entryId, async () => {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const record = await this.find(session, entryId, kinds);
        if (!mayChange(session, record.entry)) throw refused(session.ks, 'INVALID_TYPE');
        const { entry, also } = await change(record);
        noteEntry(record.entry, entry);
        if (await this.#options.entries.replace(entry, also)) {
          this.announce(entry);
          return { entry, facts: record.facts };
        }
      }
      throw new ApiError('ENTRY_CHANGED_MEANWHILE', entryId);
    });
  }

  async list(
    session: Session,
    kinds: readonly EntryKind[],
    filter: LiveStreamFilterValue | null,
    pager: PagerValue | null,
  ): Promise<EntryList> {
    const question = await this.#questionOf(session, kinds, filter ?? {});
    return this.#options.entries.list(question, pageOf(pager));
  }

  async count(
    session: Session,
    kinds: readonly EntryKind[],
    filter: LiveStreamFilterValue | null,
  ): Promise<number> {
    return this.#options.entries.count(await this.#questionOf(session, kinds, filter ?? {}));
  }

  async #questionOf(
    session: Session,
    kinds: readonly EntryKind[],
    filter: LiveStreamFilterValue,
  ): Promise<EntryQuestion> {
    refuseTooMuch(filter);
    if (filter.redirectFromEntryId) {
      const { redirectFromEntryId, ...rest } = filter;
      const idEqual = await this.#redirectTargetOf(session, redirectFromEntryId);
      return this.#questionOf(session, kinds, { ...rest, idEqual });
    }
    const viewer = await this.#options.entitlement.viewerFor(session);
    const restrictions = [
      ...restrictionsFor(viewer, filter),
      ...(session.isAdmin ? [] : [isNotDeleted]),
    ];
    return { partnerId: session.partnerId, kinds, filter, restrictions };
  }

  /** Where viewers of an entry are sent: elsewhere once its show is over, and only to what is there. */
  async #redirectTargetOf(session: Session, entryId: string): Promise<string> {
    const record = await this.findOrNull(session, entryId, EVERY_KIND);
    const target = record?.entry.properties.redirectEntryId;
    if (record === null || !target || isShown(this.#options.channels, session, record))
      return entryId;
    return (await this.findOrNull(session, target, EVERY_KIND)) === null ? entryId : target;
  }

  /** Tells whom it concerns that an entry has changed. */
  announce(entry: Entry): void {
    if (entry.kind !== 'webcast') {
      if (entry.status === DELETED_STATUS) this.#options.onDeleted(entry);
      this.#options.changes.emit(entry.id);
      // The page of a webcast shows its recording as long as it may.
      if (entry.rootEntryId !== entry.id) this.#options.changes.emit(entry.rootEntryId);
      return;
    }
    if (entry.status === DELETED_STATUS) this.#options.channels.remove(entry.id);
    // The media process has no part in a stream from elsewhere: what it would tell of it would be wrong.
    else if (hasEncoders(entry)) this.#options.channels.applySettings(channelSettingsOf(entry));
    this.#options.changes.emit(entry.id);
  }
}

/** What was deleted is for admins to look back at. */
const isNotDeleted: EntryRestriction = (eb) => eb('entry.status', '!=', DELETED_STATUS);

function isShown(channels: Channels, session: Session, { entry, facts }: EntryRecord): boolean {
  if (entry.kind !== 'webcast') return false;
  return isShownTo(session, entry, statusOf(channels, { webcast: entry, facts }));
}

function isOfKind<Kind extends EntryKind>(
  record: EntryRecord,
  kinds: readonly Kind[],
): record is EntryRecord<EntryOf<Kind>> {
  return kinds.some((kind) => kind === record.entry.kind);
}
