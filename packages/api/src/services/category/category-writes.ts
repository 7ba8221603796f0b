import { type Category, INHERIT, MANAGER } from '../../entitlement/category.ts';
import { placedBelowAnew } from '../../entitlement/category-tree.ts';
import { ACTIVE_MEMBER, permissionNamesOf } from '../../entitlement/membership.ts';
import type { Clock } from '../../ports.ts';
import type { CategoriesStore } from '../../store/category/categories-store.ts';
import type { CategoryUsersStore } from '../../store/category/category-users-store.ts';
import type { Statement } from '../../store/database.ts';

export type CategoryWritesServices = {
  readonly categories: CategoriesStore;
  readonly users: CategoryUsersStore;
  readonly clock: Clock;
};

/** What changes in the database with a category: those below it, and its members. */
export class CategoryWrites {
  readonly #services: CategoryWritesServices;

  constructor(services: CategoryWritesServices) {
    this.#services = services;
  }

  /** Puts a category, and what follows for those below it, in place of the one before. */
  async replacing(before: Category, category: Category): Promise<readonly Statement[]> {
    const { categories, users } = this.#services;
    const isInPlace = JSON.stringify(before.place) === JSON.stringify(category.place);
    const below = isInPlace ? [] : placedBelowAnew(category, await categories.findBelow(before));
    const givesUpMembers =
      category.inheritanceType === INHERIT && before.inheritanceType !== INHERIT;
    return [
      ...[category, ...below].map((each) => categories.replacement(each)),
      ...(givesUpMembers ? [users.removalOfAll(category)] : []),
      ...(hasSamePeople(before, category) ? [] : this.owning(category)),
    ];
  }

  /** The owner is a manager. */
  owning({ id, partnerId, place }: Category): readonly Statement[] {
    if (place.owner === null || place.membersOf !== id) return [];
    const nowMs = this.#services.clock.nowMs();
    return [
      this.#services.users.putting({
        categoryId: id,
        userId: place.owner,
        partnerId,
        permissionLevel: MANAGER,
        permissionNames: permissionNamesOf(MANAGER),
        status: ACTIVE_MEMBER,
        updateMethod: 0,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
      }),
    ];
  }
}

function hasSamePeople({ place: before }: Category, { place }: Category): boolean {
  return before.owner === place.owner && before.membersOf === place.membersOf;
}
