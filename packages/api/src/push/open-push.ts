import type { Services } from '../catalog/services.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import type { Addresses } from '../ports.ts';
import { EventNotificationService } from '../services/push/event-notification-service.ts';
import { PushTickets } from './push-tickets.ts';

export type OpenPush = {
  readonly services: Pick<Services, 'eventNotification'>;
  readonly tickets: PushTickets;
};

/** What is pushed to pages, and the keys to it. */
export function openPush({
  book,
  verifier,
  addresses,
  secret,
}: {
  readonly book: EntryBook;
  readonly verifier: SessionVerifier;
  readonly addresses: Addresses;
  /** At least 16 bytes. */
  readonly secret: Uint8Array;
}): OpenPush {
  const tickets = new PushTickets(secret, verifier);
  const eventNotification = new EventNotificationService({ book, tickets, addresses });
  return { services: { eventNotification }, tickets };
}
