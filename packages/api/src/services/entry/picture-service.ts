import { readFile } from 'node:fs/promises';
import type { Picture, PictureFailure } from '@rostrum/contracts';
import type { Entitlement } from '../../entitlement/entitlement.ts';
import type { EntryKind, EntryRecord } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import { refused } from '../../ks/session-verifier.ts';
import { fetchPicture } from '../../pictures/fetch-picture.ts';
import { MAX_PICTURE_BYTES, pictureFormatOf } from '../../pictures/picture-format.ts';
import type { Thumbnails } from '../../pictures/thumbnails.ts';
import type { Clock, Stills } from '../../ports.ts';
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
  readonly stills: Stills;
  readonly clock: Clock;
  /** Which machines pictures may be fetched from, by IP address. */
  readonly mayFetchFrom: (address: string) => boolean;
};

const FETCH_TIMEOUT_MS = 10_000;
/** At a time, for everybody: each holds its bytes in memory. */
const MAX_FETCHES = 8;

type Kinds = readonly EntryKind[];

/** The picture of an entry, set by whoever may change the entry. */
export class PictureService {
  readonly #services: PictureServices;
  #fetches = 0;

  constructor(services: PictureServices) {
    this.#services = services;
  }

  async setFromFile(call: Call, kinds: Kinds, entryId: string, file: UploadedFile) {
    const record = await this.#editable(call, kinds, entryId);
    const original = await this.#originalOf(await readFile(file.path));
    if (original === null) throw new ApiError('INVALID_FILE_TYPE', file.fileName);
    return this.#set(call, record, original);
  }

  async setFromUrl(call: Call, kinds: Kinds, entryId: string, url: string) {
    const record = await this.#editable(call, kinds, entryId);
    const bytes = await this.#fetch(url);
    const original = bytes === null ? null : await this.#originalOf(bytes);
    if (original === null) throw new ApiError('THUMB_ASSET_DOWNLOAD_FAILED', url);
    return this.#set(call, record, original);
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
    if (kept === null) throw failed(frame, source.entry.id);
    return kept;
  }

  async #frameOf(record: EntryRecord, second: number): Promise<Picture> {
    const webcast = webcastRecordOf(record);
    if (webcast === null) throw failed('no-frame', record.entry.id);
    const frame = await this.#services.thumbnails.frameOf(webcast, Math.max(0, second));
    if (typeof frame === 'string') throw failed(frame, record.entry.id);
    return frame;
  }

  /** Null where the bytes are no picture. */
  async #originalOf(bytes: Uint8Array): Promise<Picture | null> {
    const format = pictureFormatOf(bytes);
    if (format === null) return null;
    const original = await this.#services.stills.originalOf({ format, bytes });
    if (typeof original !== 'string') return original;
    if (original === 'unreadable') return null;
    throw failed(original, '');
  }

  async #fetch(url: string): Promise<Uint8Array | null> {
    if (this.#fetches >= MAX_FETCHES) throw failed('busy', '');
    this.#fetches += 1;
    try {
      return await fetchPicture(url, {
        maxBytes: MAX_PICTURE_BYTES,
        timeoutMs: FETCH_TIMEOUT_MS,
        isAllowed: this.#services.mayFetchFrom,
      });
    } finally {
      this.#fetches -= 1;
    }
  }
}

const ALL_KINDS: Kinds = ['webcast', 'media'];

function failed(failure: PictureFailure, entryId: string): ApiError {
  switch (failure) {
    case 'no-tool':
      return new ApiError('PICTURES_NOT_AVAILABLE', 'FFmpeg is not installed on the server');
    case 'busy':
      return new ApiError('PICTURES_NOT_AVAILABLE', 'too many are being made, try again');
    case 'no-frame':
    case 'unreadable':
      return new ApiError('ENTRY_SOURCE_FILE_NOT_FOUND', entryId);
  }
}
