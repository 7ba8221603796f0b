import type { CuePointCopies } from '../../cue-points/cue-point-copies.ts';
import { cloneEntry, leavesCategories } from '../../entries/clone-entry.ts';
import { type Entry, type EntryKind, type EntryRecord, EVERY_KIND } from '../../entries/entry.ts';
import { READY_STATUS, RECYCLED_IN_SEARCH } from '../../entries/entry-base.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { recycled, restored } from '../../entries/recycle-bin.ts';
import { ApiError } from '../../errors/api-error.ts';
import { isPictureFormat } from '../../formats/file-format.ts';
import { refused } from '../../ks/session-verifier.ts';
import type { Clock } from '../../ports.ts';
import type { AccountProfilesDirectory } from '../../profiles/account-profiles.ts';
import type { RecordingsDesk } from '../../recording/recordings-desk.ts';
import { BaseEntry, type BaseEntryValue } from '../../schema/base-entry.ts';
import { DocumentEntry } from '../../schema/document-entry.ts';
import type { CloneOptionValue } from '../../schema/entry-results.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { LiveStreamEntry } from '../../schema/live-stream-entry.ts';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';
import { MediaEntry, type MediaEntryValue } from '../../schema/media-entry.ts';
import type { ModerationFlagValue } from '../../schema/moderation.ts';
import { isOrExtends } from '../../schema/object-types.ts';
import { isEditor, isOwnerOrSigned } from '../../session/access.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { PermissionName } from '../../session/permissions.ts';
import type { Statement } from '../../store/database.ts';
import { itemsOf } from '../../store/text-conditions.ts';
import type { EntryFilesStore } from '../../store/upload/entry-files-store.ts';
import type { EntryCategories } from '../category/entry-categories.ts';
import { type EntryDesk, typeOfSent } from './entry-desk.ts';
import type { EntryModeration } from './entry-moderation.ts';
import type { EntryUploads } from './entry-uploads.ts';

export type BaseEntryServices = {
  readonly book: EntryBook;
  readonly desk: EntryDesk;
  readonly moderation: EntryModeration;
  readonly profiles: AccountProfilesDirectory;
  readonly categories: EntryCategories;
  readonly recordings: RecordingsDesk;
  readonly cuePoints: CuePointCopies;
  readonly uploads: EntryUploads;
  readonly entryFiles: EntryFilesStore;
  readonly clock: Clock;
};

type ById = { readonly entryId: string };
type Filter = { readonly filter: LiveStreamFilterValue | null };
type Pager = { readonly pager: PagerValue | null };

/** What may be asked for at once. */
const MAX_IDS = 500;

/** What adding an entry of this kind needs. */
const ADD_PERMISSION: { readonly [Kind in EntryKind]: PermissionName } = {
  webcast: 'LIVE_STREAM_ADD',
  media: 'CONTENT_INGEST_BASE',
  document: 'CONTENT_INGEST_UPLOAD',
};

/** Entries of every kind. */
export class BaseEntryService {
  readonly #services: BaseEntryServices;

  constructor(services: BaseEntryServices) {
    this.#services = services;
  }

  /** What it is follows from the object's type, else from the type that is named. */
  add(call: Call, sent: { readonly entry: BaseEntryValue; readonly type: string }) {
    const kind = kindToAdd(sent.entry, sent.type);
    refuseKind(call, kind);
    return this.#services.desk.add(call, kind, sent.entry);
  }

  /** Without a type, a picture becomes a media entry, and what else is taken a document. */
  async addFromUploadedFile(
    call: Call,
    sent: {
      readonly entry: BaseEntryValue;
      readonly uploadTokenId: string;
      readonly type: string;
    },
  ) {
    const { desk, uploads } = this.#services;
    const session = sessionOf(call);
    const isOpen = isOfAnyKind(sent.entry, sent.type);
    if (!isOpen) refuseKind(call, kindToAdd(sent.entry, sent.type));
    const { format } = await uploads.formatOf(session, sent.uploadTokenId);
    const isPicture = format !== null && isPictureFormat(format);
    const kind = isOpen ? (isPicture ? 'media' : 'document') : kindToAdd(sent.entry, sent.type);
    if (kind === 'webcast') throw new ApiError('ENTRY_TYPE_NOT_SUPPORTED', LIVE_STREAM);
    refuseKind(call, kind);
    const { mediaType } = sent.entry as MediaEntryValue;
    const isUntyped = kind === 'media' && isPicture && (mediaType ?? null) === null;
    const entry = isUntyped ? { ...sent.entry, mediaType: IMAGE } : sent.entry;
    const content = uploads.contentOf(session, sent.uploadTokenId);
    const shown = await desk.add(call, kind, entry, content);
    uploads.settle();
    return shown;
  }

  get(call: Call, { entryId }: ById) {
    return this.#services.desk.get(call, entryId, EVERY_KIND);
  }

  /** In the order that they are asked for; those that are not there are left out. */
  async getByIds(call: Call, { entryIds }: { readonly entryIds: string }) {
    const ids = [...new Set(itemsOf(entryIds))];
    if (ids.length > MAX_IDS) throw new ApiError('INVALID_FIELD_VALUE', 'entryIds');
    const session = sessionOf(call);
    const found = await Promise.all(
      ids.map((id) => this.#services.book.findOrNull(session, id, EVERY_KIND)),
    );
    const records = found.filter((record): record is EntryRecord => record !== null);
    return this.#services.desk.showAll(call, records);
  }

  update(call: Call, sent: ById & { readonly baseEntry: BaseEntryValue }) {
    return this.#services.desk.update(call, sent.entryId, EVERY_KIND, sent.baseEntry);
  }

  /** Not for those who may only edit it. */
  delete(call: Call, { entryId }: ById) {
    return this.#services.desk.delete(call, entryId, EVERY_KIND, isOwnerOrSigned);
  }

  async list(call: Call, { filter, pager }: Filter & Pager) {
    const found = await this.#services.desk.list(call, EVERY_KIND, filter, pager);
    return { objectType: 'KalturaBaseEntryListResponse', ...found };
  }

  listByReferenceId(call: Call, { refId, pager }: { readonly refId: string } & Pager) {
    if (refId.trim() === '') throw new ApiError('MISSING_MANDATORY_PARAMETER', 'refId');
    return this.list(call, { filter: { referenceIdEqual: refId }, pager });
  }

  count(call: Call, { filter }: Filter) {
    return this.#services.desk.count(call, EVERY_KIND, filter);
  }

  async clone(
    call: Call,
    { entryId, cloneOptions }: ById & { readonly cloneOptions: readonly CloneOptionValue[] | null },
  ) {
    const session = sessionOf(call);
    const { book, desk, profiles, categories, cuePoints, clock } = this.#services;
    const { entry } = await book.find(session, entryId, EVERY_KIND);
    if (!isEditor(session, entry)) throw refused(session.ks, 'INVALID_TYPE');
    refuseKind(call, entry.kind);
    const ofAccount = await profiles.of(session.partnerId);
    const { userId } = session;
    const nowMs = clock.nowMs();
    const options = cloneOptions ?? [];
    let stored = () => {};
    const clone = await book.insertWith(async () => {
      const copy = cloneEntry({ entry, options, userId, nowMs, profiles: ofAccount });
      const { entry: created, also } = await this.#copied(copy, entry);
      // Together with it, so that nobody sees it before its categories say who may.
      const places = leavesCategories(options) ? [] : categories.copying(entryId, copy.id);
      const copies = await cuePoints.copying(entryId, copy.id, options);
      stored = copies.stored;
      return { entry: created, also: [...places, ...also, ...copies.also] };
    });
    stored();
    const { wasCategorised } = entry.counts;
    const counts = { ...clone.counts, wasCategorised };
    return desk.show(call, { entry: { ...clone, counts }, facts: null });
  }

  /** A copy that is still to be stored, with the content of the original. */
  async #copied(
    copy: Entry,
    { id, status }: Entry,
  ): Promise<{ readonly entry: Entry; readonly also: readonly Statement[] }> {
    if (copy.kind === 'media') return this.#services.recordings.copied(copy, id);
    if (copy.kind === 'webcast' || status !== READY_STATUS) return { entry: copy, also: [] };
    const also = this.#services.entryFiles.copying(id, copy.id);
    return { entry: { ...copy, status: READY_STATUS }, also };
  }

  async recycle(call: Call, { entryId }: ById) {
    const { book, desk, clock } = this.#services;
    const session = sessionOf(call);
    const record = await book.change(session, entryId, EVERY_KIND, (before) => {
      if (desk.isOnAir(before)) throw new ApiError('INVALID_ENTRY_STATUS_FOR_RECYCLE');
      return recycled(before.entry, clock.nowMs());
    });
    return desk.show(call, record);
  }

  async restoreRecycled(call: Call, { entryId }: ById) {
    const { book, desk, clock } = this.#services;
    const session = sessionOf(call);
    const record = await book.change(session, entryId, EVERY_KIND, ({ entry }) =>
      restored(entry, clock.nowMs()),
    );
    return desk.show(call, record);
  }

  /** Empties the recycle bin as far as the filter goes, at most one full page at a time. @returns how many it deleted */
  async bulkDelete(call: Call, { filter }: { readonly filter: LiveStreamFilterValue }) {
    if (filter.displayInSearchEqual !== RECYCLED_IN_SEARCH) {
      throw new ApiError('ENTRY_BULK_DELETE_ONLY_RECYCLED');
    }
    const { book, desk } = this.#services;
    const page = { pageSize: MAX_IDS };
    const { records } = await book.list(sessionOf(call), EVERY_KIND, filter, page);
    const deletable = records.filter((record) => !desk.isOnAir(record));
    await Promise.all(deletable.map(({ entry }) => desk.delete(call, entry.id, EVERY_KIND)));
    return deletable.length;
  }

  /** Writes what lists look for anew. @returns how often the entry has been written */
  async index(
    call: Call,
    { id, shouldUpdate }: { readonly id: string; readonly shouldUpdate: boolean },
  ) {
    const { book, clock } = this.#services;
    const { entry } = await book.change(sessionOf(call), id, EVERY_KIND, (record) => ({
      ...record.entry,
      revision: record.entry.revision + 1,
      updatedAtMs: shouldUpdate ? clock.nowMs() : record.entry.updatedAtMs,
    }));
    return entry.revision;
  }

  flag(call: Call, { moderationFlag }: { readonly moderationFlag: ModerationFlagValue }) {
    return this.#services.moderation.flag(call, EVERY_KIND, moderationFlag);
  }

  reject(call: Call, { entryId }: ById) {
    return this.#services.moderation.reject(call, EVERY_KIND, entryId);
  }

  approve(call: Call, { entryId }: ById) {
    return this.#services.moderation.approve(call, EVERY_KIND, entryId);
  }

  listFlags(call: Call, { entryId, pager }: ById & Pager) {
    return this.#services.moderation.listFlags(call, EVERY_KIND, entryId, pager);
  }

  anonymousRank(call: Call, { entryId, rank }: ById & { readonly rank: number }) {
    return this.#services.moderation.rank(call, EVERY_KIND, entryId, rank);
  }
}

/** Values of KalturaEntryType. */
const AUTOMATIC = '-1';
const MEDIA_CLIP = '1';
const LIVE_STREAM = '7';
const DOCUMENT = '10';
/** Value of KalturaMediaType. */
const IMAGE = 2;

/** Neither the object nor the call says what it is. */
function isOfAnyKind(sent: BaseEntryValue, named: string): boolean {
  return typeOfSent(sent) === BaseEntry && (sent.type ?? named) === AUTOMATIC;
}

function kindToAdd(sent: BaseEntryValue, named: string): EntryKind {
  const type = typeOfSent(sent);
  if (isOrExtends(type, LiveStreamEntry)) return 'webcast';
  if (isOrExtends(type, MediaEntry)) return 'media';
  if (isOrExtends(type, DocumentEntry)) return 'document';
  const wished = sent.type ?? named;
  if (wished === AUTOMATIC || wished === MEDIA_CLIP) return 'media';
  if (wished === DOCUMENT) return 'document';
  throw new ApiError('ENTRY_TYPE_NOT_SUPPORTED', wished);
}

function refuseKind({ permissions, actionName }: Call, kind: EntryKind): void {
  if (!permissions.has(ADD_PERMISSION[kind])) throw new ApiError('SERVICE_FORBIDDEN', actionName);
}
