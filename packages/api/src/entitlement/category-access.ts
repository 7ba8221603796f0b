import { ApiError } from '../errors/api-error.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { CategoriesStore, CategoryRecord } from '../store/category/categories-store.ts';
import type { CategoryUsersStore } from '../store/category/category-users-store.ts';
import { type Category, EVERYBODY_CONTRIBUTES } from './category.ts';
import type { Entitlement } from './entitlement.ts';
import { CATEGORY_CONTRIBUTE, type CategoryPermission, mayAsMember } from './membership.ts';
import type { Viewer } from './viewer.ts';

/** Who may do what with a category. */
export class CategoryAccess {
  readonly #entitlement: Entitlement;
  readonly #categories: CategoriesStore;
  readonly #users: CategoryUsersStore;

  constructor(entitlement: Entitlement, categories: CategoriesStore, users: CategoryUsersStore) {
    this.#entitlement = entitlement;
    this.#categories = categories;
    this.#users = users;
  }

  viewerOf(call: Call): Promise<Viewer> {
    return this.#entitlement.viewerFor(sessionOf(call));
  }

  /** @throws ApiError CATEGORY_NOT_FOUND also where the session may not know of it */
  async find(call: Call, id: number): Promise<CategoryRecord> {
    const { partnerId } = sessionOf(call);
    const record = await this.#categories.findFor(partnerId, id, await this.viewerOf(call));
    if (record === null) throw new ApiError('CATEGORY_NOT_FOUND', id);
    return record;
  }

  /** Sessions that may edit all categories, unless they ask for their own entitlement. */
  async mayEditAll(call: Call): Promise<boolean> {
    if (!call.permissions.has('CONTENT_MANAGE_EDIT_CATEGORIES')) return false;
    return (await this.viewerOf(call)).enforcement !== 'session';
  }

  /** Sessions that may edit all, and members with the permission. */
  async may(call: Call, category: Category, permission: CategoryPermission): Promise<boolean> {
    if (await this.mayEditAll(call)) return true;
    return this.isMemberWho(await this.viewerOf(call), category, permission);
  }

  /** Whether somebody who may publish an entry may put it into the category. */
  async mayContribute(call: Call, category: Category): Promise<boolean> {
    if (category.contributionPolicy === EVERYBODY_CONTRIBUTES) return true;
    return this.may(call, category, CATEGORY_CONTRIBUTE);
  }

  async isMemberWho(
    { userId }: Viewer,
    { place }: Category,
    permission: CategoryPermission,
  ): Promise<boolean> {
    if (userId === null) return false;
    return mayAsMember(await this.#users.find(place.membersOf, userId), permission);
  }
}
