import { error } from './error-shape.ts';

/** Categories, entries in them, and their members. */
export const CATEGORY_ERRORS = {
  CATEGORY_NOT_FOUND: error(['ID'], (id) => `There is no category "${id}"`),
  PARENT_CATEGORY_NOT_FOUND: error(['ID'], (id) => `There is no category "${id}" to be the parent`),
  DUPLICATE_CATEGORY: error(
    ['CATEGORY'],
    (name) => `There is a category "${name}" already: choose another name or parent`,
  ),
  CATEGORY_NAME_CONTAINS_INVALID_CHARS: error(
    [],
    () => 'A category’s name cannot contain the characters > < or a comma',
  ),
  PARENT_CATEGORY_IS_CHILD: error(
    ['PARENT_CATEGORY', 'OTHER_CATEGORY'],
    (parent, category) => `Category "${parent}" is below "${category}" and cannot be its parent`,
  ),
  CANNOT_MOVE_CATEGORIES_FROM_DIFFERENT_PARENT_CATEGORIES: error(
    [],
    () => 'Categories that are moved together must have the same parent',
  ),
  CATEGORIES_LOCKED: error(
    [],
    () => 'Others are changing categories again and again: send the change once more',
  ),
  NOT_ENTITLED_TO_UPDATE_CATEGORY: error(
    [],
    () => 'Only managers of the category, or sessions that may edit categories, may do this',
  ),
  PRIVACY_CONTEXT_INVALID_STRING: error(
    ['CONTEXT'],
    (context) =>
      `Privacy context "${context}" may have letters, digits, dots, hyphens and underscores only`,
  ),
  PARTNER_CATEGORY_TOO_MANY_PRIVACY_CONTEXTS: error(
    ['COUNT'],
    (count) => `A category can have at most ${count} privacy contexts with those from above`,
  ),
  CANNOT_SET_PRIVACY_FIELD_WITH_NO_PRIVACY_CONTEXT: withoutContext('privacy'),
  CANNOT_SET_OWNER_FIELD_WITH_NO_PRIVACY_CONTEXT: withoutContext('owner'),
  CANNOT_SET_APPEAR_IN_LIST_FIELD_WITH_NO_PRIVACY_CONTEXT: withoutContext('appearInList'),
  CANNOT_SET_INHERITANCE_TYPE_FIELD_WITH_NO_PRIVACY_CONTEXT: withoutContext('inheritanceType'),
  CANNOT_SET_CONTIRUBUTION_POLICY_FIELD_WITH_NO_PRIVACY_CONTEXT:
    withoutContext('contributionPolicy'),
  CANNOT_SET_DEFAULT_PERMISSION_LEVEL_FIELD_WITH_NO_PRIVACY_CONTEXT:
    withoutContext('defaultPermissionLevel'),
  CANNOT_SET_MODERATION_FIELD_WITH_NO_PRIVACY_CONTEXT: withoutContext('moderation'),
  CANNOT_INHERIT_MEMBERS_WHEN_PARENT_CATEGORY_IS_NOT_SET: error(
    [],
    () => 'A category at the top has nobody to inherit members from',
  ),
  CANNOT_SET_OWNER_WHEN_CATEGORY_INHERIT_MEMBERS: error(
    [],
    () => 'A category that inherits its members has the owner of the one above',
  ),
  CANNOT_SET_DEFAULT_PERMISSION_LEVEL_WHEN_CATEGORY_INHERIT_MEMBERS: error(
    [],
    () => 'A category that inherits its members has the default level of the one above',
  ),

  CATEGORY_ENTRY_ALREADY_EXISTS: error([], () => 'The entry is in this category already'),
  ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY: error([], () => 'The entry is not in this category'),
  CANNOT_ASSIGN_ENTRY_TO_CATEGORY: error(
    [],
    () => 'This session may not put this entry into this category',
  ),
  CANNOT_REMOVE_ENTRY_FROM_CATEGORY: error(
    [],
    () => 'This session may not take this entry out of this category',
  ),
  CANNOT_ACTIVATE_CATEGORY_ENTRY: error(
    [],
    () => 'Only moderators of the category may approve its entries',
  ),
  CANNOT_ACTIVATE_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING: error(
    [],
    () => 'The entry does not wait for approval in this category',
  ),
  CANNOT_REJECT_CATEGORY_ENTRY: error(
    [],
    () => 'Only moderators of the category may reject its entries',
  ),
  CANNOT_REJECT_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING: error(
    [],
    () => 'The entry does not wait for approval in this category',
  ),
  MAX_CATEGORIES_FOR_ENTRY_REACHED: error(
    ['CATEGORIES'],
    (count) => `An entry can be in at most ${count} categories`,
  ),
  MUST_FILTER_ON_ENTRY_OR_CATEGORY: error(
    [],
    () => 'Name entries or categories in the filter: entryIdEqual, entryIdIn, categoryIdEqual…',
  ),
  ENTRY_CATEGORY_FIELD_IS_DEPRECATED: error(
    [],
    () => 'Sessions that are asked for their entitlement use categoryEntry.add and delete instead',
  ),

  CATEGORY_USER_ALREADY_EXISTS: error([], () => 'The user is a member of this category already'),
  INVALID_CATEGORY_USER_ID: error(
    ['CAT', 'USER'],
    (category, user) => `User "${user}" is not a member of category "${category}"`,
  ),
  CATEGORY_INHERIT_MEMBERS: error(
    ['CAT'],
    (category) => `Category "${category}" has the members of the one above: change them there`,
  ),
  CATEGORY_USER_JOIN_NOT_ALLOWED: error(
    ['CAT'],
    (category) => `Only managers of category "${category}" may add members`,
  ),
  CANNOT_UPDATE_CATEGORY_USER: error(
    [],
    () => 'Only managers of the category may change its members',
  ),
  CANNOT_UPDATE_CATEGORY_USER_OWNER: error(
    [],
    () => 'The owner of the category stays its manager: give it another owner first',
  ),
  CANNOT_OVERRIDE_MANUAL_CHANGES: error(
    [],
    () => 'A person has set this member: send override to change it by a program',
  ),
  CATEGORY_MAX_USER_REACHED: error(
    ['MAX'],
    (max) => `The category above has more than ${max} members: too many to copy at once`,
  ),
  CATEGORY_DOES_NOT_HAVE_PARENT_CATEGORY: error(
    [],
    () => 'A category at the top has no category above to copy members from',
  ),
  MUST_FILTER_USERS_OR_CATEGORY: error(
    [],
    () => 'Name users or categories in the filter: userIdEqual, userIdIn, categoryIdEqual…',
  ),
} as const;

function withoutContext(property: string) {
  return error([], () => `Set privacyContext before ${property}: without one it has no effect`);
}
