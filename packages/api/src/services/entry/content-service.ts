import type { EntryKind } from '../../entries/entry.ts';
import { NO_CONTENT_STATUS } from '../../entries/entry-base.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { RecordingsDesk } from '../../recording/recordings-desk.ts';
import type { ResourceValue, UploadedFileTokenResourceValue } from '../../schema/resource.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { EntryDesk } from './entry-desk.ts';
import type { EntryUploads } from './entry-uploads.ts';
import { readResource } from './read-clips.ts';

export type ContentServices = {
  readonly book: EntryBook;
  readonly desk: EntryDesk;
  readonly recordings: RecordingsDesk;
  readonly uploads: EntryUploads;
  readonly clock: Clock;
};

type Question = { readonly entryId: string; readonly resource: ResourceValue };
type Kinds = readonly EntryKind[];

/** What of a file can be the content, besides recordings of recordings. */
const OF_FILES: Kinds = ['media', 'document'];

/** What entries play. */
export class ContentService {
  readonly #services: ContentServices;

  constructor(services: ContentServices) {
    this.#services = services;
  }

  /**
   * Trims a recording: the resource names the entry itself, and the parts that stay. Or takes an uploaded file in the place
   * of what a picture or document was.
   */
  async updateContent(call: Call, { entryId, resource }: Question, kinds = OF_FILES) {
    const token = uploadIn(resource);
    if (token !== null) return this.#give(call, entryId, token, kinds, 'replace');
    const { recordings, desk } = this.#services;
    const part = readResource(resource);
    if (part.entryId !== entryId || resource.objectType !== 'KalturaOperationResource') {
      throw new ApiError('RESOURCE_TYPE_NOT_SUPPORTED', 'Another entry’s content');
    }
    return desk.show(call, await recordings.trim(sessionOf(call), entryId, part.choose));
  }

  /**
   * Makes a clip: the resource names a recording that the session may change, and parts of it. Or makes an uploaded file the
   * content of a picture or document that has none.
   */
  async addContent(call: Call, { entryId, resource }: Question, kinds = OF_FILES) {
    const token = uploadIn(resource);
    if (token !== null) return this.#give(call, entryId, token, kinds, 'add');
    const { book, recordings, desk } = this.#services;
    const session = sessionOf(call);
    const part = readResource(resource);
    const { entry: source } = await book.findEdited(session, part.entryId, ['media']);
    return desk.show(call, await recordings.clip(session, entryId, source, part.choose));
  }

  async #give(
    call: Call,
    entryId: string,
    token: string,
    kinds: Kinds,
    purpose: 'add' | 'replace',
  ): Promise<object> {
    const { book, desk, uploads, clock } = this.#services;
    const session = sessionOf(call);
    const record = await book.changeWith(session, entryId, kinds, async ({ entry }) => {
      if (purpose === 'add' && entry.status !== NO_CONTENT_STATUS) {
        throw new ApiError('ENTRY_ALREADY_WITH_CONTENT');
      }
      const given = await uploads.giving(session, token, entry);
      const revision = entry.revision + 1;
      return {
        entry: { ...given.entry, revision, updatedAtMs: clock.nowMs() },
        also: given.also,
      };
    });
    uploads.settle();
    return desk.show(call, record);
  }
}

/** The id of the upload that a resource names; null where it is no upload. */
function uploadIn(resource: ResourceValue): string | null {
  if (resource.objectType !== 'KalturaUploadedFileTokenResource') return null;
  const { token } = resource as UploadedFileTokenResourceValue;
  if (!token) throw new ApiError('UPLOADED_FILE_NOT_FOUND_BY_TOKEN');
  return token;
}
