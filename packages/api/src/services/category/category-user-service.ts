import type { Category } from '../../entitlement/category.ts';
import type { CategoryAccess } from '../../entitlement/category-access.ts';
import {
  ACTIVE_MEMBER,
  CATEGORY_EDIT,
  type CategoryMember,
  INACTIVE_MEMBER,
  levelOf,
  permissionNamesOf,
} from '../../entitlement/membership.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import { CategoryUser, type CategoryUserValue } from '../../schema/category.ts';
import type { CategoryUserFilterValue } from '../../schema/category-filters.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { CategoriesStore } from '../../store/category/categories-store.ts';
import type { CategoryUsersStore } from '../../store/category/category-users-store.ts';
import { pageOf } from '../page.ts';
import { toCategoryUser } from './category-result.ts';

export type CategoryUserServices = {
  readonly access: CategoryAccess;
  readonly categories: CategoriesStore;
  readonly users: CategoryUsersStore;
  readonly clock: Clock;
};

type Names = { readonly categoryId: number; readonly userId: string };

/** As many as one job copies. */
const MAX_COPIED = 5000;

/** Values of KalturaUpdateMethodType. */
const BY_HAND = 0;
const BY_PROGRAM = 1;

/** Members of categories: added, changed, removed. Where a category inherits its members, they are another's. */
export class CategoryUserService {
  readonly #services: CategoryUserServices;

  constructor(services: CategoryUserServices) {
    this.#services = services;
  }

  async add(call: Call, { categoryUser: sent }: { readonly categoryUser: CategoryUserValue }) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(CategoryUser, sent, { purpose: 'add', isAdmin });
    const { categoryId, userId } = namesOf(sent);
    const { category } = await this.#services.access.find(call, categoryId);
    refuseInherited(category);
    if (!(await this.#services.access.may(call, category, CATEGORY_EDIT))) {
      throw new ApiError('CATEGORY_USER_JOIN_NOT_ALLOWED', categoryId);
    }
    const nowMs = this.#services.clock.nowMs();
    const member: CategoryMember = {
      categoryId,
      userId,
      partnerId,
      ...permissionsOf(sent, category.place.defaultPermissionLevel),
      status: ACTIVE_MEMBER,
      updateMethod: sent.updateMethod ?? BY_HAND,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    if (!(await this.#services.users.insert(member))) {
      throw new ApiError('CATEGORY_USER_ALREADY_EXISTS');
    }
    return toCategoryUser(member, category.place.fullIds);
  }

  async get(call: Call, names: Names) {
    const { category, member } = await this.#find(call, names);
    return toCategoryUser(member, category.place.fullIds);
  }

  async update(
    call: Call,
    {
      categoryUser: sent,
      override,
      ...names
    }: Names & { readonly categoryUser: CategoryUserValue; readonly override: boolean },
  ) {
    const { isAdmin } = sessionOf(call);
    checkProperties(CategoryUser, sent, { purpose: 'update', isAdmin });
    return this.#change(call, names, 'managers', (member, category) => {
      refuseOwner(category, member);
      if (member.updateMethod === BY_HAND && sent.updateMethod === BY_PROGRAM && !override) {
        throw new ApiError('CANNOT_OVERRIDE_MANUAL_CHANGES');
      }
      const isOther = sent.permissionLevel !== undefined || sent.permissionNames !== undefined;
      return {
        ...member,
        ...(isOther ? permissionsOf(sent, member.permissionLevel) : {}),
        updateMethod: sent.updateMethod ?? member.updateMethod,
      };
    });
  }

  async delete(call: Call, names: Names): Promise<null> {
    const { category, member, isManager, isSelf } = await this.#find(call, names);
    refuseInherited(category);
    if (!isManager && !isSelf) throw new ApiError('CANNOT_UPDATE_CATEGORY_USER');
    refuseOwner(category, member);
    if (!(await this.#services.users.remove(member.categoryId, member.userId))) {
      throw new ApiError('INVALID_CATEGORY_USER_ID', names.categoryId, names.userId);
    }
    return null;
  }

  activate(call: Call, names: Names) {
    return this.#change(call, names, 'managers', (member) => ({
      ...member,
      status: ACTIVE_MEMBER,
    }));
  }

  /** Also for oneself. */
  deactivate(call: Call, names: Names) {
    return this.#change(call, names, 'managers and oneself', (member, category) => {
      refuseOwner(category, member);
      return { ...member, status: INACTIVE_MEMBER };
    });
  }

  /** Sessions that may edit all categories see all members; others themselves and those of categories they manage. */
  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: CategoryUserFilterValue | null; readonly pager: PagerValue | null },
  ) {
    if (!namesSomething(filter)) throw new ApiError('MUST_FILTER_USERS_OR_CATEGORY');
    const { access, users } = this.#services;
    const { userId } = await access.viewerOf(call);
    const { totalCount, records } = await users.list({
      partnerId: sessionOf(call).partnerId,
      filter: filter ?? {},
      asSeenBy: (await access.mayEditAll(call)) ? null : (userId ?? ''),
      ...pageOf(pager),
    });
    return {
      objectType: 'KalturaCategoryUserListResponse',
      totalCount,
      objects: records.map(({ member, fullIds }) => toCategoryUser(member, fullIds)),
    };
  }

  /** Gives a category the members of the one above it; members that it has stay what they are. */
  async copyFromCategory(
    call: Call,
    { categoryId }: { readonly categoryId: number },
  ): Promise<null> {
    const { access, categories, users, clock } = this.#services;
    const { category } = await access.find(call, categoryId);
    if (!(await access.may(call, category, CATEGORY_EDIT))) {
      throw new ApiError('CANNOT_UPDATE_CATEGORY_USER');
    }
    refuseInherited(category);
    const parent = await categories.find(category.partnerId, category.place.parentId);
    if (parent === null) throw new ApiError('CATEGORY_DOES_NOT_HAVE_PARENT_CATEGORY');
    const members = await users.membersOf(parent.place.membersOf, MAX_COPIED + 1);
    if (members.length > MAX_COPIED) throw new ApiError('CATEGORY_MAX_USER_REACHED', MAX_COPIED);
    const nowMs = clock.nowMs();
    const times = { createdAtMs: nowMs, updatedAtMs: nowMs };
    await users.addMissing(members.map((member) => ({ ...member, categoryId, ...times })));
    return null;
  }

  async #change(
    call: Call,
    names: Names,
    allowed: 'managers' | 'managers and oneself',
    change: (member: CategoryMember, category: Category) => CategoryMember,
  ) {
    const { category, member, isManager, isSelf } = await this.#find(call, names);
    refuseInherited(category);
    if (!isManager && !(isSelf && allowed === 'managers and oneself')) {
      throw new ApiError('CANNOT_UPDATE_CATEGORY_USER');
    }
    const changed = {
      ...change(member, category),
      updatedAtMs: this.#services.clock.nowMs(),
    };
    if (!(await this.#services.users.replace(changed))) {
      throw new ApiError('INVALID_CATEGORY_USER_ID', names.categoryId, names.userId);
    }
    return toCategoryUser(changed, category.place.fullIds);
  }

  /** Others than managers find only themselves. */
  async #find(call: Call, { categoryId, userId }: Names) {
    const { access, users } = this.#services;
    const { category } = await access.find(call, categoryId);
    const isManager = await access.may(call, category, CATEGORY_EDIT);
    const isSelf = (await access.viewerOf(call)).userId === userId;
    const member = isManager || isSelf ? await users.find(category.place.membersOf, userId) : null;
    if (member === null) throw new ApiError('INVALID_CATEGORY_USER_ID', categoryId, userId);
    return { category, member, isManager, isSelf };
  }
}

function namesOf({ categoryId, userId }: CategoryUserValue): Names {
  if (categoryId === null || categoryId === undefined) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaCategoryUser::categoryId');
  }
  const name = userId?.trim();
  if (!name) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaCategoryUser::userId');
  }
  return { categoryId, userId: name };
}

/** The names decide where they are sent; the level is what clients knew before there were names. */
function permissionsOf(
  { permissionNames, permissionLevel }: CategoryUserValue,
  defaultLevel: CategoryMember['permissionLevel'],
): Pick<CategoryMember, 'permissionNames' | 'permissionLevel'> {
  if (permissionNames) {
    const names = permissionNames.split(',').map((name) => name.trim());
    const unique = [...new Set(names)].filter((name) => name !== '');
    return { permissionNames: unique, permissionLevel: levelOf(unique) };
  }
  const level = permissionLevel ?? defaultLevel;
  return { permissionNames: permissionNamesOf(level), permissionLevel: level };
}

function refuseInherited({ id, place }: Category): void {
  if (place.membersOf !== id) throw new ApiError('CATEGORY_INHERIT_MEMBERS', id);
}

function refuseOwner({ place }: Category, { userId }: CategoryMember): void {
  if (place.owner === userId) throw new ApiError('CANNOT_UPDATE_CATEGORY_USER_OWNER');
}

function namesSomething(filter: CategoryUserFilterValue | null): boolean {
  const { categoryIdEqual, categoryIdIn, userIdEqual, userIdIn } = filter ?? {};
  const { categoryFullIdsEqual, categoryFullIdsStartsWith } = filter ?? {};
  const isCategoryNamed = categoryIdEqual !== undefined && categoryIdEqual !== null;
  return (
    isCategoryNamed ||
    [categoryIdIn, userIdEqual, userIdIn, categoryFullIdsEqual, categoryFullIdsStartsWith].some(
      Boolean,
    )
  );
}
