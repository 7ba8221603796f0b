import { readFile } from 'node:fs/promises';
import type { Picture } from '@rostrum/contracts';
import type { Entitlement } from '../../entitlement/entitlement.ts';
import type { EntryKind, EntryRecord } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import { refused } from '../../ks/session-verifier.ts';
import { type IncomingPictures, pictureRefusal } from '../../pictures/incoming-pictures.ts';
import type { Thumbnails } from '../../pictures/thumbnails.ts';
import type { Clock } from '../../ports.ts';
import type { UploadedFile } from '../../schema/uploaded-file.ts';
import { isEditor } from '../../session/access.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { webcastRecordOf } from '../../store/entry/entries-store.ts';
import type { PicturesStore } from '../../store/entry/pictures-store.ts';
import type { EntryDesk } from './entry-desk.ts';

export type PictureServices = {
  readonly book: EntryBook;
  readonly desk: EntryDesk;
  readonly entitlement: Entitlement;
  readonly pictures: PicturesStore;
  readonly thumbnails: Thumbnails;
  readonly incoming: IncomingPictures;
  readonly clock: Clock;
};

type Kinds = readonly EntryKind[];

/** The picture of an entry, set by whoever may change the entry. */
export class PictureService {
  readonly #services: PictureServices;

  constructor(services: PictureServices) {
    this.#services = services;
  }

  async setFromFile(call: Call, kinds: Kinds, entryId: string, file: UploadedFile) {
    const record = await this.#editable(call, kinds, entryId);
    const bytes = await readFile(file.path);
    return this.#set(call, record, await this.#services.incoming.sent(bytes, file.fileName));
  }

  async setFromUrl(call: Call, kinds: Kinds, entryId: string, url: string) {
    const record = await this.#editable(call, kinds, entryId);
    return this.#set(call, record, await this.#services.incoming.fetched(url));
  }

  /** @param second of the entry's own show */
  async setFromMoment(call: Call, kinds: Kinds, entryId: string, second: number) {
    const record = await this.#editable(call, kinds, entryId);
    return this.#set(call, record, await this.#frameOf(record, second));
  }

  /** @param second of the other entry's show; where that has none, its picture is taken as it is */
  async setFromSource(
    call: Call,
    kinds: Kinds,
    entryId: string,
    sourceEntryId: string,
    second: number,
  ) {
    const record = await this.#editable(call, kinds, entryId);
    const { book, entitlement } = this.#services;
    const source = await book.find(sessionOf(call), sourceEntryId, ALL_KINDS);
    const { mayWatch } = await entitlement.rightsTo(sessionOf(call), source.entry);
    if (!mayWatch) throw new ApiError('ENTRY_ID_NOT_FOUND', sourceEntryId);
    return this.#set(call, record, await this.#pictureOf(source, second));
  }

  /** Asked before anything is read or fetched for it. */
  async #editable(call: Call, kinds: Kinds, entryId: string): Promise<EntryRecord> {
    const session = sessionOf(call);
    const record = await this.#services.book.find(session, entryId, kinds);
    if (!isEditor(session, record.entry)) throw refused(session.ks, 'INVALID_TYPE');
    return record;
  }

  async #set(call: Call, { entry }: EntryRecord, picture: Picture): Promise<object> {
    const { pictures, clock, book, desk } = this.#services;
    if (!(await pictures.set(entry, picture, clock.nowMs()))) {
      throw new ApiError('ENTRY_ID_NOT_FOUND', entry.id);
    }
    return desk.show(call, await book.find(sessionOf(call), entry.id, ALL_KINDS));
  }

  async #pictureOf(source: EntryRecord, second: number): Promise<Picture> {
    const { pictures } = this.#services;
    const webcast = webcastRecordOf(source);
    const frame =
      webcast === null ? 'no-frame' : await this.#services.thumbnails.frameOf(webcast, second);
    if (typeof frame !== 'string') return frame;
    const kept =
      (await pictures.read(source.entry, 'show')) ?? (await pictures.read(source.entry, 'set'));
    if (kept === null) throw pictureRefusal(frame, source.entry.id);
    return kept;
  }

  async #frameOf(record: EntryRecord, second: number): Promise<Picture> {
    const webcast = webcastRecordOf(record);
    if (webcast === null) throw pictureRefusal('no-frame', record.entry.id);
    const frame = await this.#services.thumbnails.frameOf(webcast, Math.max(0, second));
    if (typeof frame === 'string') throw pictureRefusal(frame, record.entry.id);
    return frame;
  }
}

const ALL_KINDS: Kinds = ['webcast', 'media', 'document'];
