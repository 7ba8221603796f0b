import { EVERY_KIND } from '../entries/entry.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { Session } from '../ks/session.ts';
import { isEditor, isPerson } from '../session/access.ts';
import { isPrivate, type PlannedEvent, propertiesOf } from './schedule-event.ts';

export type EventRight = { readonly mayRead: boolean; readonly mayChange: boolean };

const NO_RIGHTS: EventRight = { mayRead: false, mayChange: false };

/**
 * Who may do what with an event. An event of an entry follows the entry: whoever sees the entry sees it, unless it is not
 * public, and whoever may change the entry may change it. Events of no entry are the admins', and their owner's.
 * `visibleEvents` says the same as SQL, and changes together with this.
 */
export class EventRights {
  readonly #book: EntryBook;

  constructor(book: EntryBook) {
    this.#book = book;
  }

  async of(session: Session, event: PlannedEvent): Promise<EventRight> {
    if (event.partnerId !== session.partnerId) return NO_RIGHTS;
    const { templateEntryId, ownerId } = propertiesOf(event);
    if (!templateEntryId) {
      const isOwn = session.isAdmin || (isPerson(session) && session.userId === ownerId);
      return { mayRead: isOwn, mayChange: isOwn };
    }
    const record = await this.#book.findOrNull(session, templateEntryId, EVERY_KIND);
    if (record === null) return NO_RIGHTS;
    const mayChange = isEditor(session, record.entry);
    return { mayRead: mayChange || !isPrivate(event), mayChange };
  }
}
