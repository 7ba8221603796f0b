import { CategoryAccess } from '../../entitlement/category-access.ts';
import type { Entitlement } from '../../entitlement/entitlement.ts';
import type { Clock } from '../../ports.ts';
import { CategoriesStore } from '../../store/category/categories-store.ts';
import { CategoryUsersStore } from '../../store/category/category-users-store.ts';
import type { PlacementsStore } from '../../store/category/placements-store.ts';
import type { Database } from '../../store/database.ts';
import type { EntriesStore } from '../../store/entry/entries-store.ts';
import { CategoryEntryService } from './category-entry-service.ts';
import { CategoryService } from './category-service.ts';
import { CategoryUserService } from './category-user-service.ts';
import { EntryCategories } from './entry-categories.ts';

export type CategoryServicesOptions = {
  readonly database: Database;
  readonly entitlement: Entitlement;
  readonly entries: EntriesStore;
  readonly placements: PlacementsStore;
  readonly clock: Clock;
};

/** The three services of categories over their stores, and what entries show of categories. */
export function categoryServices(options: CategoryServicesOptions) {
  const { database, entitlement, entries, placements, clock } = options;
  const categories = new CategoriesStore(database);
  const users = new CategoryUsersStore(database);
  const access = new CategoryAccess(entitlement, categories, users);
  const category = new CategoryService({ access, categories, users, clock });
  return {
    category,
    entryCategories: new EntryCategories({ access, category, placements, clock }),
    categoryEntry: new CategoryEntryService({ access, entitlement, entries, placements, clock }),
    categoryUser: new CategoryUserService({ access, categories, users, clock }),
  };
}
