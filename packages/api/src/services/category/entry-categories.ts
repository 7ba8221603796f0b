import type { CategoryAccess } from '../../entitlement/category-access.ts';
import type { Entry } from '../../entries/entry.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { BaseEntryValue } from '../../schema/base-entry.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import {
  ACTIVE_PLACEMENT,
  type PlacementRecord,
} from '../../store/category/placement-statements.ts';
import type { PlacementsStore, PlainCategory } from '../../store/category/placements-store.ts';
import type { Statement } from '../../store/database.ts';
import { itemsOf } from '../../store/text-conditions.ts';
import { MAX_CATEGORIES_OF_ENTRY } from './category-entry-service.ts';
import type { CategoryService } from './category-service.ts';

export type EntryCategoriesServices = {
  readonly access: CategoryAccess;
  readonly category: CategoryService;
  readonly placements: PlacementsStore;
  readonly clock: Clock;
};

/** By entry; those that are in none are left out. */
export type CategoriesOfEntries = ReadonlyMap<string, readonly PlainCategory[]>;

/**
 * The properties `categories` and `categoriesIds` of entries: the old way to put an entry into categories. They show and
 * replace those without a privacy context; for the others there is the service categoryEntry.
 */
export class EntryCategories {
  readonly #services: EntryCategoriesServices;

  constructor(services: EntryCategoriesServices) {
    this.#services = services;
  }

  /** One query for a page, none where its entries were never in a category. */
  of(entries: readonly Entry[]): Promise<CategoriesOfEntries> | CategoriesOfEntries {
    const categorised = entries.filter(({ counts }) => counts.wasCategorised);
    if (categorised.length === 0) return NONE;
    return this.#services.placements.plainCategoriesOf(categorised.map(({ id }) => id));
  }

  /**
   * The categories that a client asks for with an entry; null where it does not speak of them. Names that the account
   * does not have become categories, where the session may make some.
   *
   * @throws ApiError for what cannot be
   */
  async asked(call: Call, sent: BaseEntryValue): Promise<readonly number[] | null> {
    if (sent.categories === undefined && sent.categoriesIds === undefined) return null;
    const { access } = this.#services;
    if ((await access.viewerOf(call)).enforcement !== 'off') {
      throw new ApiError('ENTRY_CATEGORY_FIELD_IS_DEPRECATED');
    }
    const ids = sent.categoriesIds
      ? itemsOf(sent.categoriesIds).map(Number)
      : await this.#idsOf(call, sent.categories ?? '');
    const unique = [...new Set(ids)];
    if (unique.length > MAX_CATEGORIES_OF_ENTRY) {
      throw new ApiError('MAX_CATEGORIES_FOR_ENTRY_REACHED', MAX_CATEGORIES_OF_ENTRY);
    }
    for (const id of unique) {
      const { category } = await access.find(call, Number.isSafeInteger(id) ? id : 0);
      if (!(await access.mayContribute(call, category))) {
        throw new ApiError('CANNOT_ASSIGN_ENTRY_TO_CATEGORY');
      }
    }
    return unique;
  }

  /** Puts a new entry into these: statements of the job that writes it. */
  placing(call: Call, entry: Entry, categoryIds: readonly number[]): readonly Statement[] {
    return this.#services.placements.insertions(
      categoryIds.map((categoryId) => this.#placementOf(call, entry, categoryId)),
    );
  }

  /** Puts an entry into these, and takes it out of all others without a context. */
  async replace(call: Call, entry: Entry, categoryIds: readonly number[]): Promise<void> {
    const { placements } = this.#services;
    const before = (await placements.plainCategoriesOf([entry.id])).get(entry.id) ?? [];
    await placements.replace(
      before.filter(({ id }) => !categoryIds.includes(id)).map(({ id }) => id),
      categoryIds.map((categoryId) => this.#placementOf(call, entry, categoryId)),
      entry.id,
    );
  }

  /** Puts a new entry where another one is: statements of the job that writes it. */
  copying(fromEntryId: string, toEntryId: string): readonly Statement[] {
    return this.#services.placements.copies(fromEntryId, toEntryId);
  }

  async #idsOf(call: Call, names: string): Promise<readonly number[]> {
    const ids: number[] = [];
    for (const name of itemsOf(names)) ids.push(await this.#services.category.ensure(call, name));
    return ids;
  }

  #placementOf(call: Call, entry: Entry, categoryId: number): PlacementRecord {
    const { partnerId, userId } = sessionOf(call);
    return {
      entryId: entry.id,
      categoryId,
      partnerId,
      status: ACTIVE_PLACEMENT,
      creatorUserId: userId,
      createdAtMs: this.#services.clock.nowMs(),
    };
  }
}

const NONE: CategoriesOfEntries = new Map();
