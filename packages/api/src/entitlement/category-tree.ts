import { ApiError } from '../errors/api-error.ts';
import { type Category, INHERIT } from './category.ts';

/** What a category has from the categories above it. */

/** More than anybody draws, and few enough for a name that can be read. */
const MAX_DEPTH = 31;
/** Every query for entries asks for them. */
const MAX_CONTEXTS = 32;

/**
 * The category below this parent, or at the top.
 *
 * @throws ApiError where it cannot be there
 */
export function placedBelow(category: Category, parent: Category | null): Category {
  const { place, ownContexts } = category;
  const inheritsMembers = category.inheritanceType === INHERIT;
  if (inheritsMembers && parent === null)
    throw new ApiError('CANNOT_INHERIT_MEMBERS_WHEN_PARENT_CATEGORY_IS_NOT_SET');
  const above = parent?.place;
  const depth = above === undefined ? 0 : above.depth + 1;
  if (depth > MAX_DEPTH)
    throw new ApiError('PROPERTY_VALIDATION_MAX_VALUE', 'KalturaCategory::depth', MAX_DEPTH);
  const contexts = [...new Set([...(above?.contexts ?? []), ...ownContexts])];
  if (contexts.length > MAX_CONTEXTS)
    throw new ApiError('PARTNER_CATEGORY_TOO_MANY_PRIVACY_CONTEXTS', MAX_CONTEXTS);
  const people = inheritsMembers && above !== undefined ? above : place;
  return {
    ...category,
    place: {
      parentId: parent?.id ?? 0,
      depth,
      fullName: joined(above?.fullName, category.name),
      fullIds: joined(above?.fullIds, String(category.id)),
      contexts,
      membersOf: people === place ? category.id : people.membersOf,
      owner: people.owner,
      defaultPermissionLevel: people.defaultPermissionLevel,
    },
  };
}

/** Those below a category that has moved or changed, as they now are; parents before their children. */
export function placedBelowAnew(
  root: Category,
  descendants: readonly Category[],
): readonly Category[] {
  const placed = new Map([[root.id, root]]);
  for (const category of descendants.toSorted((a, b) => a.place.depth - b.place.depth)) {
    const parent = placed.get(category.place.parentId);
    if (parent !== undefined) placed.set(category.id, placedBelow(category, parent));
  }
  placed.delete(root.id);
  return [...placed.values()];
}

/** Whether the category is the other one or below it. */
export function isWithin(category: Category, other: Category): boolean {
  return `${category.place.fullIds}>`.startsWith(`${other.place.fullIds}>`);
}

function joined(above: string | undefined, own: string): string {
  return above === undefined ? own : `${above}>${own}`;
}
