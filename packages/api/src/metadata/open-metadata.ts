import type { Services } from '../catalog/services.ts';
import type { CuePointBook } from '../cue-points/cue-point-book.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { Clock } from '../ports.ts';
import { eventPageDates } from '../schedule/event-page-dates.ts';
import type { PlannedTimes } from '../schedule/planned-times.ts';
import { MetadataProfileService } from '../services/metadata/metadata-profile-service.ts';
import { MetadataService, type MetadataServices } from '../services/metadata/metadata-service.ts';
import { UsersStore } from '../store/account/users-store.ts';
import { CategoriesStore } from '../store/category/categories-store.ts';
import type { Database } from '../store/database.ts';
import { MetadataProfilesStore } from '../store/metadata/metadata-profiles-store.ts';
import { MetadataStore } from '../store/metadata/metadata-store.ts';
import { MetadataObjects } from './metadata-objects.ts';
import { MetadataSchemas } from './metadata-schemas.ts';
import { ENTRY } from './object-kinds.ts';

export type OpenMetadata = Pick<Services, 'metadata' | 'metadataProfile'> & { close(): void };

/** Records about objects, and their schemas. */
export function openMetadata({
  database,
  book,
  planned,
  cuePoints,
  clock,
}: {
  readonly database: Database;
  readonly book: EntryBook;
  /** What an event page's record says about its time, the webcast's own dates follow. */
  readonly planned: PlannedTimes;
  readonly cuePoints: CuePointBook;
  readonly clock: Clock;
}): OpenMetadata {
  const schemas = new MetadataSchemas();
  const stores = {
    profiles: new MetadataProfilesStore(database),
    metadata: new MetadataStore(database),
    schemas,
    clock,
  };
  const objects = new MetadataObjects({
    book,
    categories: new CategoriesStore(database),
    users: new UsersStore(database),
    cuePoints,
  });
  return {
    metadata: new MetadataService({
      ...stores,
      objects,
      onStored: followEventPage(planned),
    }),
    metadataProfile: new MetadataProfileService(stores),
    close: () => schemas.close(),
  };
}

/** Only what says another time than before is news. */
function followEventPage(planned: PlannedTimes): MetadataServices['onStored'] {
  return async ({ objectType, objectId, xml }, { systemName }, xmlBefore) => {
    if (objectType !== ENTRY || systemName !== EVENT_PAGE) return;
    const dates = eventPageDates(xml);
    const before = xmlBefore === null ? null : eventPageDates(xmlBefore);
    if (dates === null) return;
    if (dates.startS !== before?.startS || dates.endS !== before.endS) {
      await planned.follow(objectId, dates);
    }
  };
}

/** The system name of the profile that event pages keep their times in. */
const EVENT_PAGE = 'KMS_EVENTS3';
