import { EVERY_KIND } from '../entries/entry.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import { refused } from '../ks/session-verifier.ts';
import type { ScheduleEventValue } from '../schema/schedule.ts';
import type { CategoriesStore } from '../store/category/categories-store.ts';
import type { EventsStore } from '../store/schedule/events-store.ts';
import { itemsOf } from '../store/text-conditions.ts';
import { EVENT_TYPES, type EventType } from './schedule-event.ts';

export type EventReferencesOptions = {
  readonly book: EntryBook;
  readonly categories: CategoriesStore;
  readonly events: EventsStore;
};

const LIVE_TYPES: readonly EventType[] = [
  EVENT_TYPES.KalturaLiveStreamScheduleEvent,
  EVENT_TYPES.KalturaLiveRedirectScheduleEvent,
];

/** What an event names must be there for whoever names it. */
export class EventReferences {
  readonly #options: EventReferencesOptions;

  constructor(options: EventReferencesOptions) {
    this.#options = options;
  }

  /** Whose event it is: of an entry that the session may change, or, for admins, of none. @throws ApiError */
  async checkTemplate(
    session: Session,
    type: EventType,
    templateEntryId: string | null | undefined,
  ): Promise<void> {
    if (templateEntryId) {
      const kinds = LIVE_TYPES.includes(type) ? (['webcast'] as const) : EVERY_KIND;
      await this.#options.book.findEdited(session, templateEntryId, kinds);
    } else if (!session.isAdmin) {
      throw refused(session.ks, 'INVALID_TYPE');
    }
  }

  /** @throws ApiError for the first of the sent ones that is not there */
  async check(session: Session, sent: ScheduleEventValue): Promise<void> {
    const { book, categories, events } = this.#options;
    const entryIds = [
      ...itemsOf(sent.entryIds ?? ''),
      ...[sent.sourceEntryId, sent.preStartEntryId, sent.postEndEntryId, sent.redirectEntryId],
    ];
    for (const id of entryIds) if (id) await book.find(session, id, EVERY_KIND);
    for (const id of itemsOf(sent.categoryIds ?? '')) {
      const category = Number.isSafeInteger(Number(id))
        ? await categories.find(session.partnerId, Number(id))
        : null;
      if (category === null) throw new ApiError('CATEGORY_NOT_FOUND', id);
    }
    const linkedId = sent.linkedTo?.eventId;
    if (linkedId && (await events.find(session.partnerId, linkedId)) === null) {
      throw new ApiError('SCHEDULE_EVENT_ID_NOT_FOUND', linkedId);
    }
  }
}
