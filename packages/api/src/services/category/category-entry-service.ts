import type { CategoryAccess } from '../../entitlement/category-access.ts';
import type { Entitlement } from '../../entitlement/entitlement.ts';
import { CATEGORY_MODERATE } from '../../entitlement/membership.ts';
import type { Rights } from '../../entitlement/rights.ts';
import { ApiError } from '../../errors/api-error.ts';
import { hasPrivilege } from '../../ks/privileges.ts';
import type { Clock } from '../../ports.ts';
import { CategoryEntry, type CategoryEntryValue } from '../../schema/category.ts';
import type { CategoryEntryFilterValue } from '../../schema/category-filters.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { CategoryRecord } from '../../store/category/categories-store.ts';
import {
  ACTIVE_PLACEMENT,
  PENDING_PLACEMENT,
  type PlacementRecord,
  type PlacementStatus,
  REJECTED_PLACEMENT,
} from '../../store/category/placement-statements.ts';
import type { PlacementsStore } from '../../store/category/placements-store.ts';
import type { EntriesStore } from '../../store/entry/entries-store.ts';
import { pageOf } from '../page.ts';
import { toCategoryEntry } from './category-result.ts';

export type CategoryEntryServices = {
  readonly access: CategoryAccess;
  readonly entitlement: Entitlement;
  readonly entries: EntriesStore;
  readonly placements: PlacementsStore;
  readonly clock: Clock;
};

/** As many as Kaltura's accounts have. */
export const MAX_CATEGORIES_OF_ENTRY = 32;

type Names = { readonly entryId: string; readonly categoryId: number };

/** Entries in categories: put in, approved, taken out. */
export class CategoryEntryService {
  readonly #services: CategoryEntryServices;

  constructor(services: CategoryEntryServices) {
    this.#services = services;
  }

  async add(call: Call, { categoryEntry }: { readonly categoryEntry: CategoryEntryValue }) {
    const { partnerId, userId, isAdmin } = sessionOf(call);
    checkProperties(CategoryEntry, categoryEntry, { purpose: 'add', isAdmin });
    const { entryId, categoryId } = namesOf(categoryEntry);
    const record = await this.#services.access.find(call, categoryId);
    const rights = await this.#rightsTo(call, entryId);
    if (!rights.maySee) throw new ApiError('INVALID_ENTRY_ID', entryId);
    if (!(await this.#mayContribute(call, record, rights))) {
      throw new ApiError('CANNOT_ASSIGN_ENTRY_TO_CATEGORY');
    }
    const { placements, clock } = this.#services;
    if ((await placements.countOf(entryId)) >= MAX_CATEGORIES_OF_ENTRY) {
      throw new ApiError('MAX_CATEGORIES_FOR_ENTRY_REACHED', MAX_CATEGORIES_OF_ENTRY);
    }
    const placement: PlacementRecord = {
      entryId,
      categoryId,
      partnerId,
      status: await this.#firstStatus(call, record),
      creatorUserId: userId,
      createdAtMs: clock.nowMs(),
    };
    const outcome = await placements.insert(placement);
    if (outcome === 'duplicate') throw new ApiError('CATEGORY_ENTRY_ALREADY_EXISTS');
    if (outcome === 'gone') throw new ApiError('CATEGORY_NOT_FOUND', categoryId);
    return toCategoryEntry(placement, record.category.place.fullIds);
  }

  async delete(call: Call, names: Names): Promise<null> {
    const { placement, rights, isModerator } = await this.#find(call, names);
    const { userId } = await this.#services.access.viewerOf(call);
    const hasPutItIn = userId !== null && placement.creatorUserId === userId;
    if (!isModerator && !rights.mayEdit && !hasPutItIn) {
      throw new ApiError('CANNOT_REMOVE_ENTRY_FROM_CATEGORY');
    }
    if (!(await this.#services.placements.remove(placement))) {
      throw new ApiError('ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY');
    }
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: CategoryEntryFilterValue | null; readonly pager: PagerValue | null },
  ) {
    if (!namesSomething(filter)) throw new ApiError('MUST_FILTER_ON_ENTRY_OR_CATEGORY');
    const { access, placements } = this.#services;
    const { totalCount, records } = await placements.list(
      sessionOf(call).partnerId,
      filter ?? {},
      await access.viewerOf(call),
      pageOf(pager),
    );
    return {
      objectType: 'KalturaCategoryEntryListResponse',
      totalCount,
      objects: records.map(({ placement, fullIds }) => toCategoryEntry(placement, fullIds)),
    };
  }

  async activate(call: Call, names: Names): Promise<null> {
    const { placement, isModerator } = await this.#find(call, names);
    if (!isModerator) throw new ApiError('CANNOT_ACTIVATE_CATEGORY_ENTRY');
    if (!(await this.#decide(placement, ACTIVE_PLACEMENT))) {
      throw new ApiError('CANNOT_ACTIVATE_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING');
    }
    return null;
  }

  async reject(call: Call, names: Names): Promise<null> {
    const { placement, isModerator } = await this.#find(call, names);
    if (!isModerator) throw new ApiError('CANNOT_REJECT_CATEGORY_ENTRY');
    if (!(await this.#decide(placement, REJECTED_PLACEMENT))) {
      throw new ApiError('CANNOT_REJECT_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING');
    }
    return null;
  }

  async #decide(placement: PlacementRecord, status: PlacementStatus): Promise<boolean> {
    if (placement.status !== PENDING_PLACEMENT) return false;
    return this.#services.placements.setStatus(placement, status);
  }

  /** Moderators find what is in their category, whether they may see it or not; others only what they may see. */
  async #find(call: Call, { entryId, categoryId }: Names) {
    const { access, placements } = this.#services;
    const { category } = await access.find(call, categoryId);
    const isModerator = await access.may(call, category, CATEGORY_MODERATE);
    const rights = await this.#rightsTo(call, entryId);
    const { partnerId } = sessionOf(call);
    const placement = await placements.find(partnerId, entryId, categoryId);
    if (!rights.maySee && !(isModerator && placement !== null)) {
      throw new ApiError('INVALID_ENTRY_ID', entryId);
    }
    if (placement === null) throw new ApiError('ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY');
    return { placement, rights, isModerator };
  }

  /** @throws ApiError INVALID_ENTRY_ID where the account has no such entry */
  async #rightsTo(call: Call, entryId: string): Promise<Rights> {
    const session = sessionOf(call);
    const record = await this.#services.entries.find(entryId);
    if (record === null || record.entry.partnerId !== session.partnerId) {
      throw new ApiError('INVALID_ENTRY_ID', entryId);
    }
    return this.#services.entitlement.rightsTo(session, record.entry);
  }

  async #mayContribute(call: Call, { category }: CategoryRecord, rights: Rights): Promise<boolean> {
    const { access } = this.#services;
    if (await access.mayEditAll(call)) return true;
    return rights.mayPublish && access.mayContribute(call, category);
  }

  /** Whoever signs `enablecategorymoderation` wants moderated categories to wait for a moderator. */
  async #firstStatus(call: Call, { category }: CategoryRecord): Promise<PlacementStatus> {
    const isAsked = hasPrivilege(sessionOf(call).privileges, 'enablecategorymoderation');
    if (!category.isModerated || !isAsked) return ACTIVE_PLACEMENT;
    const { access } = this.#services;
    const viewer = await access.viewerOf(call);
    const isModerator = await access.isMemberWho(viewer, category, CATEGORY_MODERATE);
    return isModerator ? ACTIVE_PLACEMENT : PENDING_PLACEMENT;
  }
}

function namesOf({ entryId, categoryId }: CategoryEntryValue): Names {
  if (!entryId) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaCategoryEntry::entryId');
  }
  if (categoryId === null || categoryId === undefined) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaCategoryEntry::categoryId');
  }
  return { entryId, categoryId };
}

function namesSomething(filter: CategoryEntryFilterValue | null): boolean {
  const { entryIdEqual, entryIdIn, categoryIdEqual, categoryIdIn, categoryFullIdsStartsWith } =
    filter ?? {};
  const isCategoryNamed = categoryIdEqual !== undefined && categoryIdEqual !== null;
  return (
    isCategoryNamed ||
    [entryIdEqual, entryIdIn, categoryIdIn, categoryFullIdsStartsWith].some(Boolean)
  );
}
