import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { RecordingsDesk } from '../../recording/recordings-desk.ts';
import type { ResourceValue } from '../../schema/resource.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { EntryDesk } from './entry-desk.ts';
import { readResource } from './read-clips.ts';

export type ContentServices = {
  readonly book: EntryBook;
  readonly desk: EntryDesk;
  readonly recordings: RecordingsDesk;
};

type Question = { readonly entryId: string; readonly resource: ResourceValue };

/** What entries play. */
export class ContentService {
  readonly #services: ContentServices;

  constructor(services: ContentServices) {
    this.#services = services;
  }

  /** Trims a recording: the resource names the entry itself, and the parts that stay. */
  async updateContent(call: Call, { entryId, resource }: Question) {
    const { recordings, desk } = this.#services;
    const part = readResource(resource);
    if (part.entryId !== entryId || resource.objectType !== 'KalturaOperationResource') {
      throw new ApiError('RESOURCE_TYPE_NOT_SUPPORTED', 'Another entry’s content');
    }
    return desk.show(call, await recordings.trim(sessionOf(call), entryId, part.choose));
  }

  /** Makes a clip: the resource names a recording that the session may change, and parts of it. */
  async addContent(call: Call, { entryId, resource }: Question) {
    const { book, recordings, desk } = this.#services;
    const session = sessionOf(call);
    const part = readResource(resource);
    const { entry: source } = await book.findEdited(session, part.entryId, ['media']);
    return desk.show(call, await recordings.clip(session, entryId, source, part.choose));
  }
}
