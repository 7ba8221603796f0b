import type { FastifyPluginAsync } from 'fastify';
import type { Services } from '../catalog/services.ts';
import type { Entitlement } from '../entitlement/entitlement.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import type { Addresses, Channels, Clock, Log } from '../ports.ts';
import { ScheduleEventResourceService } from '../services/schedule/schedule-event-resource-service.ts';
import { ScheduleEventService } from '../services/schedule/schedule-event-service.ts';
import { ScheduleResourceService } from '../services/schedule/schedule-resource-service.ts';
import { CategoriesStore } from '../store/category/categories-store.ts';
import type { Database } from '../store/database.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import { EventsStore } from '../store/schedule/events-store.ts';
import { ResourcesStore } from '../store/schedule/resources-store.ts';
import { calendarRoute } from './calendar-route.ts';
import { EventReferences } from './event-references.ts';
import { EventRights } from './event-rights.ts';
import { PlannedTimes } from './planned-times.ts';

export type ScheduleOptions = {
  readonly database: Database;
  readonly entries: EntriesStore;
  readonly book: EntryBook;
  readonly entitlement: Entitlement;
  readonly verifier: SessionVerifier;
  readonly channels: Channels;
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly log: Log;
};

export type OpenSchedule = {
  readonly planned: PlannedTimes;
  readonly calendar: FastifyPluginAsync;
  readonly services: Pick<Services, 'scheduleEvent' | 'scheduleResource' | 'scheduleEventResource'>;
};

/** What is planned: events, what they need, the webcasts' dates that follow them, and calendar files. */
export function openSchedule(options: ScheduleOptions): OpenSchedule {
  const { database, book, entitlement, clock } = options;
  const events = new EventsStore(database);
  const resources = new ResourcesStore(database);
  const rights = new EventRights(book);
  const planned = new PlannedTimes({ ...options, events });
  const categories = new CategoriesStore(database);
  return {
    planned,
    calendar: calendarRoute({ ...options, events }),
    services: {
      scheduleEvent: new ScheduleEventService({
        ...{ database, events, rights, planned, entitlement, clock },
        references: new EventReferences({ book, categories, events }),
      }),
      scheduleResource: new ScheduleResourceService({ resources, book, clock }),
      scheduleEventResource: new ScheduleEventResourceService({
        ...{ events, resources, rights, entitlement, clock },
      }),
    },
  };
}
