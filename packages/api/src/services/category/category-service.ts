import type { Category } from '../../entitlement/category.ts';
import type { CategoryAccess } from '../../entitlement/category-access.ts';
import { isWithin, placedBelow, placedBelowAnew } from '../../entitlement/category-tree.ts';
import { changeCategory, createCategory } from '../../entitlement/change-category.ts';
import { CATEGORY_EDIT } from '../../entitlement/membership.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import { Category as CategoryType, type CategoryValue } from '../../schema/category.ts';
import type { CategoryFilterValue } from '../../schema/category-filters.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { CategoriesStore } from '../../store/category/categories-store.ts';
import type { CategoryUsersStore } from '../../store/category/category-users-store.ts';
import type { Statement } from '../../store/database.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import { pageOf } from '../page.ts';
import { toCategory } from './category-result.ts';
import { CategoryWrites } from './category-writes.ts';

export type CategoryServices = {
  readonly access: CategoryAccess;
  readonly categories: CategoriesStore;
  readonly users: CategoryUsersStore;
  readonly clock: Clock;
};

/** Categories: set up, moved, found. */
export class CategoryService {
  readonly #services: CategoryServices;
  readonly #writes: CategoryWrites;

  constructor(services: CategoryServices) {
    this.#services = services;
    this.#writes = new CategoryWrites(services);
  }

  async add(call: Call, { category: sent }: { readonly category: CategoryValue }) {
    const { partnerId, userId } = sessionOf(call);
    checkProperties(CategoryType, sent, { purpose: 'add', isAdmin: setsAnything(call) });
    const id = await this.#change(partnerId, async () => {
      const parent = await this.#parent(call, sent.parentId ?? 0);
      await this.#refuseUnlessEditable(call, parent);
      const nowMs = this.#services.clock.nowMs();
      const category = createCategory({
        id: await this.#freeId(),
        sent,
        parent,
        partnerId,
        userId,
        nowMs,
      });
      await this.#refuseTwin(category);
      const { categories } = this.#services;
      const statements = [categories.insertion(category), ...this.#writes.owning(category)];
      return { statements, result: category.id };
    });
    return this.#resultOf(call, id);
  }

  async get(call: Call, { id }: { readonly id: number }) {
    return toCategory(await this.#services.access.find(call, id));
  }

  async update(
    call: Call,
    { id, category: sent }: { readonly id: number; readonly category: CategoryValue },
  ) {
    const { partnerId, userId } = sessionOf(call);
    checkProperties(CategoryType, sent, { purpose: 'update', isAdmin: setsAnything(call) });
    await this.#change(partnerId, async () => {
      const before = await this.#editable(call, id);
      const parentId = sent.parentId ?? before.place.parentId;
      const parent = await this.#parent(call, parentId);
      if (parentId !== before.place.parentId) {
        await this.#refuseUnlessEditable(call, parent);
        refuseCycle(before, parent);
      }
      const nowMs = this.#services.clock.nowMs();
      const category = changeCategory({ before, sent, parent, userId, nowMs });
      await this.#refuseTwin(category);
      return { statements: await this.#writes.replacing(before, category), result: undefined };
    });
    return this.#resultOf(call, id);
  }

  /** The categories below it go too. */
  async delete(
    call: Call,
    {
      id,
      moveEntriesToParentCategory,
    }: { readonly id: number; readonly moveEntriesToParentCategory: boolean | null },
  ): Promise<null> {
    await this.#change(sessionOf(call).partnerId, async () => {
      const category = await this.#editable(call, id);
      const { categories } = this.#services;
      const ids = [id, ...(await categories.findBelow(category)).map((below) => below.id)];
      const { parentId } = category.place;
      const handsOver = moveEntriesToParentCategory !== false && parentId !== 0;
      const statements = [
        ...(handsOver ? categories.handingOver(ids, parentId) : []),
        ...categories.removal(ids),
      ];
      return { statements, result: null };
    });
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: CategoryFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { access, categories } = this.#services;
    const viewer = await access.viewerOf(call);
    const { totalCount, records } = await categories.list(
      sessionOf(call).partnerId,
      filter ?? {},
      viewer,
      pageOf(pager),
    );
    return {
      objectType: 'KalturaCategoryListResponse',
      totalCount,
      objects: records.map(toCategory),
    };
  }

  /** Moves categories that have the same parent, with all that is below them. */
  async move(
    call: Call,
    {
      categoryIds,
      targetCategoryParentId,
    }: { readonly categoryIds: string; readonly targetCategoryParentId: number },
  ): Promise<boolean> {
    const ids = idsOf(categoryIds);
    await this.#change(sessionOf(call).partnerId, async () => {
      const moved: Category[] = [];
      for (const id of ids) moved.push(await this.#editable(call, id));
      if (new Set(moved.map(({ place }) => place.parentId)).size > 1)
        throw new ApiError('CANNOT_MOVE_CATEGORIES_FROM_DIFFERENT_PARENT_CATEGORIES');
      const parent = await this.#parent(call, targetCategoryParentId);
      await this.#refuseUnlessEditable(call, parent);
      const statements: Statement[] = [];
      for (const before of moved) {
        refuseCycle(before, parent);
        const updatedAtMs = this.#services.clock.nowMs();
        const category = { ...placedBelow(before, parent), updatedAtMs };
        await this.#refuseTwin(category);
        statements.push(...(await this.#writes.replacing(before, category)));
      }
      return { statements, result: null };
    });
    return true;
  }

  /**
   * The id of the category with this full name; where there is none, it is made, with those above it.
   *
   * @throws ApiError CATEGORY_NOT_FOUND where the session may not make it
   */
  async ensure(call: Call, fullName: string): Promise<number> {
    const { access, categories } = this.#services;
    const { partnerId } = sessionOf(call);
    let parentId = 0;
    for (const name of fullName.split('>').map((each) => each.trim())) {
      const found = await categories.findChild(partnerId, parentId, name);
      if (found === null && !(await access.mayEditAll(call))) {
        throw new ApiError('CATEGORY_NOT_FOUND', fullName);
      }
      parentId = found?.id ?? (await this.#ensureChild(call, parentId, name));
    }
    return parentId;
  }

  /** Also where somebody else makes it at the same moment. */
  async #ensureChild(call: Call, parentId: number, name: string): Promise<number> {
    const { partnerId, userId } = sessionOf(call);
    return this.#change(partnerId, async () => {
      const { categories, clock } = this.#services;
      const found = await categories.findChild(partnerId, parentId, name);
      if (found !== null) return { statements: [], result: found.id };
      const parent = await this.#parent(call, parentId);
      const sent = { name };
      checkProperties(CategoryType, sent, { purpose: 'add', isAdmin: true });
      const id = await this.#freeId();
      const nowMs = clock.nowMs();
      const category = createCategory({ id, sent, parent, partnerId, userId, nowMs });
      return {
        statements: [categories.insertion(category), ...this.#writes.owning(category)],
        result: id,
      };
    });
  }

  /** Writes anew what follows from the place in the tree, for the category and all below it. */
  async index(
    call: Call,
    { id, shouldUpdate }: { readonly id: number; readonly shouldUpdate: boolean },
  ): Promise<number> {
    if (!shouldUpdate) return (await this.#editable(call, id)).id;
    await this.#change(sessionOf(call).partnerId, async () => {
      const before = await this.#editable(call, id);
      const { categories } = this.#services;
      const { partnerId, place } = before;
      const parent = place.parentId === 0 ? null : await categories.find(partnerId, place.parentId);
      const category = placedBelow(before, parent);
      const below = placedBelowAnew(category, await categories.findBelow(before));
      const statements = [category, ...below].map((each) => categories.replacement(each));
      return { statements, result: null };
    });
    return id;
  }

  /** @throws ApiError CATEGORIES_LOCKED where other servers change the same tree all the time */
  async #change<Result>(
    partnerId: number,
    plan: () => Promise<{ readonly statements: readonly Statement[]; readonly result: Result }>,
  ): Promise<Result> {
    const done = await this.#services.categories.change(partnerId, plan);
    if (done === null) throw new ApiError('CATEGORIES_LOCKED');
    return done.result;
  }

  async #editable(call: Call, id: number): Promise<Category> {
    const { category } = await this.#services.access.find(call, id);
    await this.#refuseUnlessEditable(call, category);
    return category;
  }

  async #refuseUnlessEditable(call: Call, category: Category | null): Promise<void> {
    const { access } = this.#services;
    const isAllowed =
      category === null
        ? await access.mayEditAll(call)
        : await access.may(call, category, CATEGORY_EDIT);
    if (!isAllowed) throw new ApiError('NOT_ENTITLED_TO_UPDATE_CATEGORY');
  }

  async #parent(call: Call, id: number): Promise<Category | null> {
    if (id === 0) return null;
    const { access, categories } = this.#services;
    const viewer = await access.viewerOf(call);
    const found = await categories.findFor(sessionOf(call).partnerId, id, viewer);
    if (found === null) throw new ApiError('PARENT_CATEGORY_NOT_FOUND', id);
    return found.category;
  }

  async #refuseTwin({ id, partnerId, name, place }: Category): Promise<void> {
    const twin = await this.#services.categories.findChild(partnerId, place.parentId, name);
    if (twin !== null && twin.id !== id) throw new ApiError('DUPLICATE_CATEGORY', place.fullName);
  }

  async #freeId(): Promise<number> {
    for (;;) {
      const id = randomNumberId();
      if (!(await this.#services.categories.isTaken(id))) return id;
    }
  }

  /** Also where the change has hidden it from who made it. */
  async #resultOf(call: Call, id: number): Promise<object> {
    const record = await this.#services.categories.findFor(sessionOf(call).partnerId, id, null);
    if (record === null) throw new ApiError('CATEGORY_NOT_FOUND', id);
    return toCategory(record);
  }
}

/** Managers of a category set its name and description; who may see it is for those who may edit all categories. */
function setsAnything(call: Call): boolean {
  return sessionOf(call).isAdmin || call.permissions.has('CONTENT_MANAGE_EDIT_CATEGORIES');
}

/** As many as one job moves. */
const MAX_MOVED = 500;

function idsOf(csv: string): readonly number[] {
  const ids = csv.split(',').map((each) => Number.parseInt(each.trim(), 10));
  const unique = [...new Set(ids)].filter(Number.isSafeInteger);
  if (unique.length > MAX_MOVED) throw new ApiError('INVALID_FIELD_VALUE', 'categoryIds');
  return unique;
}

function refuseCycle(category: Category, parent: Category | null): void {
  if (parent !== null && isWithin(parent, category)) {
    throw new ApiError('PARENT_CATEGORY_IS_CHILD', parent.id, category.id);
  }
}
