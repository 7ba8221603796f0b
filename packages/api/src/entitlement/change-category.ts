import { ApiError, type ErrorCode } from '../errors/api-error.ts';
import type { CategoryValue } from '../schema/category.ts';
import {
  type Category,
  type CategoryPlace,
  EVERYBODY_CONTRIBUTES,
  INHERIT,
  LISTED_FOR_ALL,
  MANUAL,
  MEMBER,
} from './category.ts';
import { placedBelow } from './category-tree.ts';
import { FOR_ALL } from './rights.ts';

/** Makes and changes categories from what clients send. Pure. */

export type NewCategory = {
  readonly id: number;
  readonly sent: CategoryValue;
  readonly parent: Category | null;
  readonly partnerId: number;
  /** Owns it where the client names nobody. */
  readonly userId: string;
  readonly nowMs: number;
};

export function createCategory({
  id,
  sent,
  parent,
  partnerId,
  userId,
  nowMs,
}: NewCategory): Category {
  const blank: Category = {
    id,
    partnerId,
    name: '',
    place: NOWHERE,
    ownContexts: [],
    privacy: FOR_ALL,
    inheritanceType: MANUAL,
    appearInList: LISTED_FOR_ALL,
    contributionPolicy: EVERYBODY_CONTRIBUTES,
    isModerated: false,
    referenceId: null,
    partnerSortValue: null,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    properties: {},
  };
  if (!sent.name?.trim()) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaCategory::name');
  }
  return changeCategory({ before: blank, sent, parent, userId, nowMs });
}

export type CategoryChange = {
  readonly before: Category;
  readonly sent: CategoryValue;
  /** Above it after the change. */
  readonly parent: Category | null;
  readonly userId: string;
  readonly nowMs: number;
};

/** The category after an update, in its place: only what was sent changes, null and an empty text clear. */
export function changeCategory({ before, sent, parent, userId, nowMs }: CategoryChange): Category {
  const changed: Category = {
    ...before,
    name: nameOf(sent.name?.trim() || before.name),
    ownContexts: readOr(sent.privacyContext, before.ownContexts, contextsOf, []),
    privacy: readOr(sent.privacy, before.privacy, same, FOR_ALL),
    inheritanceType: readOr(sent.inheritanceType, before.inheritanceType, same, MANUAL),
    appearInList: readOr(sent.appearInList, before.appearInList, same, LISTED_FOR_ALL),
    contributionPolicy: readOr(
      sent.contributionPolicy,
      before.contributionPolicy,
      same,
      EVERYBODY_CONTRIBUTES,
    ),
    isModerated: readOr(sent.moderation, before.isModerated, same, false),
    referenceId: readOr(sent.referenceId, before.referenceId, (id) => id || null, null),
    partnerSortValue: readOr(sent.partnerSortValue, before.partnerSortValue, same, null),
    updatedAtMs: nowMs,
    properties: keptOf(before.properties, sent),
  };
  const placed = placedBelow({ ...changed, place: peopleOf(changed, sent) }, parent);
  if (placed.place.contexts.length === 0) refuseWithoutContext(sent);
  // Somebody must be able to let others in.
  const lacksOwner = placed.place.owner === null && placed.place.contexts.length > 0;
  return lacksOwner && changed.inheritanceType === MANUAL && userId !== ''
    ? { ...placed, place: { ...placed.place, owner: userId } }
    : placed;
}

const NOWHERE: CategoryPlace = {
  parentId: 0,
  depth: 0,
  fullName: '',
  fullIds: '',
  contexts: [],
  membersOf: 0,
  owner: null,
  defaultPermissionLevel: MEMBER,
};

/** What was not sent stays, null clears. */
function readOr<Sent, Kept>(
  sent: Sent | null | undefined,
  before: Kept,
  read: (sent: Sent) => Kept,
  cleared: Kept,
): Kept {
  if (sent === undefined) return before;
  return sent === null ? cleared : read(sent);
}

function same<Value>(value: Value): Value {
  return value;
}

/** Owner and default level, which a category that inherits its members cannot have of its own. */
function peopleOf({ inheritanceType, place }: Category, sent: CategoryValue): CategoryPlace {
  if (inheritanceType === INHERIT) {
    if (sent.owner) throw new ApiError('CANNOT_SET_OWNER_WHEN_CATEGORY_INHERIT_MEMBERS');
    if (sent.defaultPermissionLevel !== undefined && sent.defaultPermissionLevel !== null) {
      throw new ApiError('CANNOT_SET_DEFAULT_PERMISSION_LEVEL_WHEN_CATEGORY_INHERIT_MEMBERS');
    }
  }
  return {
    ...place,
    owner: readOr(sent.owner, place.owner, (owner) => owner.trim() || null, null),
    defaultPermissionLevel: readOr(
      sent.defaultPermissionLevel,
      place.defaultPermissionLevel,
      same,
      MEMBER,
    ),
  };
}

/** They separate names, or are what no page shows well. */
const NOT_IN_NAMES = /[<>,]/;

function nameOf(name: string): string {
  if (NOT_IN_NAMES.test(name)) throw new ApiError('CATEGORY_NAME_CONTAINS_INVALID_CHARS');
  return name;
}

const CONTEXT = /^[A-Za-z0-9._-]+$/;

function contextsOf(csv: string): readonly string[] {
  const contexts = csv.split(',').map((each) => each.trim());
  const named = [...new Set(contexts)].filter((each) => each !== '');
  const wrong = named.find((each) => !CONTEXT.test(each));
  if (wrong !== undefined) throw new ApiError('PRIVACY_CONTEXT_INVALID_STRING', wrong);
  return named;
}

const KEPT = ['description', 'tags', 'partnerData', 'defaultOrderBy', 'adminTags'] as const;

function keptOf(before: CategoryValue, sent: CategoryValue): CategoryValue {
  const merged = KEPT.map((name) => [name, sent[name] === undefined ? before[name] : sent[name]]);
  return Object.fromEntries(
    merged.filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as CategoryValue;
}

/** Without a context these have no effect, so that whoever sets one has forgotten it. */
function refuseWithoutContext(sent: CategoryValue): void {
  const withoutEffect: readonly [boolean, ErrorCode][] = [
    [(sent.privacy ?? FOR_ALL) !== FOR_ALL, 'CANNOT_SET_PRIVACY_FIELD_WITH_NO_PRIVACY_CONTEXT'],
    [Boolean(sent.owner), 'CANNOT_SET_OWNER_FIELD_WITH_NO_PRIVACY_CONTEXT'],
    [
      (sent.appearInList ?? LISTED_FOR_ALL) !== LISTED_FOR_ALL,
      'CANNOT_SET_APPEAR_IN_LIST_FIELD_WITH_NO_PRIVACY_CONTEXT',
    ],
    [
      (sent.inheritanceType ?? MANUAL) !== MANUAL,
      'CANNOT_SET_INHERITANCE_TYPE_FIELD_WITH_NO_PRIVACY_CONTEXT',
    ],
    [
      (sent.contributionPolicy ?? EVERYBODY_CONTRIBUTES) !== EVERYBODY_CONTRIBUTES,
      'CANNOT_SET_CONTIRUBUTION_POLICY_FIELD_WITH_NO_PRIVACY_CONTEXT',
    ],
    [
      (sent.defaultPermissionLevel ?? MEMBER) !== MEMBER,
      'CANNOT_SET_DEFAULT_PERMISSION_LEVEL_FIELD_WITH_NO_PRIVACY_CONTEXT',
    ],
    [sent.moderation === true, 'CANNOT_SET_MODERATION_FIELD_WITH_NO_PRIVACY_CONTEXT'],
  ];
  const [, code] = withoutEffect.find(([isWrong]) => isWrong) ?? [];
  if (code !== undefined) throw new ApiError(code);
}
