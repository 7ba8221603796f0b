import type { EntryKind } from '../../entries/entry.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';
import type { MediaEntryValue } from '../../schema/media-entry.ts';
import type { MediaEntryFilterValue } from '../../schema/media-entry-filter.ts';
import type { ModerationFlagValue } from '../../schema/moderation.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { EntryDesk } from './entry-desk.ts';
import type { EntryModeration } from './entry-moderation.ts';
import type { EntryUploads } from './entry-uploads.ts';

const MEDIA: readonly EntryKind[] = ['media'];

/** Live streams are media too where they are looked for: players and consoles list both at once. */
const LISTED: readonly EntryKind[] = ['media', 'webcast'];

/** Values of KalturaMediaType that files have. */
const FILE_TYPES: readonly (number | null | undefined)[] = [1, 2, 5];

type ById = { readonly entryId: string };

/** Videos, sounds and pictures. */
export class MediaService {
  readonly #desk: EntryDesk;
  readonly #moderation: EntryModeration;
  readonly #uploads: EntryUploads;

  constructor(desk: EntryDesk, moderation: EntryModeration, uploads: EntryUploads) {
    this.#desk = desk;
    this.#moderation = moderation;
    this.#uploads = uploads;
  }

  /** It waits for its content. */
  add(call: Call, { entry }: { readonly entry: MediaEntryValue }) {
    refuseIncomplete(entry);
    return this.#desk.add(call, 'media', entry);
  }

  /** Of a picture: there is nothing that could play a video file. */
  async addFromUploadedFile(
    call: Call,
    sent: { readonly mediaEntry: MediaEntryValue; readonly uploadTokenId: string },
  ) {
    refuseIncomplete(sent.mediaEntry);
    const content = this.#uploads.contentOf(sessionOf(call), sent.uploadTokenId);
    const shown = await this.#desk.add(call, 'media', sent.mediaEntry, content);
    this.#uploads.settle();
    return shown;
  }

  get(call: Call, { entryId }: ById) {
    return this.#desk.get(call, entryId, MEDIA);
  }

  update(call: Call, sent: ById & { readonly mediaEntry: MediaEntryValue }) {
    return this.#desk.update(call, sent.entryId, MEDIA, sent.mediaEntry);
  }

  delete(call: Call, { entryId }: ById) {
    return this.#desk.delete(call, entryId, MEDIA);
  }

  async list(
    call: Call,
    sent: { readonly filter: MediaEntryFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const found = await this.#desk.list(call, LISTED, sent.filter, sent.pager);
    return { objectType: 'KalturaMediaListResponse', ...found };
  }

  count(call: Call, { filter }: { readonly filter: LiveStreamFilterValue | null }) {
    return this.#desk.count(call, LISTED, filter);
  }

  flag(call: Call, { moderationFlag }: { readonly moderationFlag: ModerationFlagValue }) {
    return this.#moderation.flag(call, MEDIA, moderationFlag);
  }

  reject(call: Call, { entryId }: ById) {
    return this.#moderation.reject(call, MEDIA, entryId);
  }

  approve(call: Call, { entryId }: ById) {
    return this.#moderation.approve(call, MEDIA, entryId);
  }

  listFlags(call: Call, { entryId, pager }: ById & { readonly pager: PagerValue | null }) {
    return this.#moderation.listFlags(call, MEDIA, entryId, pager);
  }

  anonymousRank(call: Call, { entryId, rank }: ById & { readonly rank: number }) {
    return this.#moderation.rank(call, MEDIA, entryId, rank);
  }
}

function refuseIncomplete({ mediaType, objectType }: MediaEntryValue): void {
  if (objectType !== undefined && objectType !== 'KalturaMediaEntry') {
    throw new ApiError('ENTRY_TYPE_NOT_SUPPORTED', objectType);
  }
  if (mediaType === null || mediaType === undefined) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaMediaEntry::mediaType');
  }
  if (!FILE_TYPES.includes(mediaType)) {
    throw new ApiError('ENTRY_MEDIA_TYPE_NOT_SUPPORTED', mediaType);
  }
}
