import type { Services } from '../catalog/services.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { Clock } from '../ports.ts';
import { MetadataProfileService } from '../services/metadata/metadata-profile-service.ts';
import { MetadataService } from '../services/metadata/metadata-service.ts';
import { UsersStore } from '../store/account/users-store.ts';
import { CategoriesStore } from '../store/category/categories-store.ts';
import type { Database } from '../store/database.ts';
import { MetadataProfilesStore } from '../store/metadata/metadata-profiles-store.ts';
import { MetadataStore } from '../store/metadata/metadata-store.ts';
import { MetadataObjects } from './metadata-objects.ts';
import { MetadataSchemas } from './metadata-schemas.ts';

export type OpenMetadata = Pick<Services, 'metadata' | 'metadataProfile'> & { close(): void };

/** Records about objects, and their schemas. */
export function openMetadata({
  database,
  book,
  clock,
}: {
  readonly database: Database;
  readonly book: EntryBook;
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
  });
  return {
    metadata: new MetadataService({ ...stores, objects }),
    metadataProfile: new MetadataProfileService(stores),
    close: () => schemas.close(),
  };
}
