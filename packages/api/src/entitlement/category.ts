import type { CategoryValue } from '../schema/category.ts';
import type { FOR_ALL, FOR_AUTHENTICATED, FOR_MEMBERS } from './rights.ts';

/** Values of KalturaInheritanceType. */
export const INHERIT = 1;
export const MANUAL = 2;

/** Values of KalturaAppearInListType. */
export const LISTED_FOR_ALL = 1;
export const LISTED_FOR_MEMBERS = 3;

/** Values of KalturaContributionPolicyType. */
export const EVERYBODY_CONTRIBUTES = 1;
export const CONTRIBUTORS_CONTRIBUTE = 2;

export type Category = {
  readonly id: number;
  readonly partnerId: number;
  readonly name: string;
  /** What follows from the categories above; see category-tree.ts. */
  readonly place: CategoryPlace;
  readonly ownContexts: readonly string[];
  readonly privacy: typeof FOR_ALL | typeof FOR_AUTHENTICATED | typeof FOR_MEMBERS;
  readonly inheritanceType: typeof INHERIT | typeof MANUAL;
  readonly appearInList: typeof LISTED_FOR_ALL | typeof LISTED_FOR_MEMBERS;
  readonly contributionPolicy: typeof EVERYBODY_CONTRIBUTES | typeof CONTRIBUTORS_CONTRIBUTE;
  readonly isModerated: boolean;
  readonly referenceId: string | null;
  readonly partnerSortValue: number | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** What is only kept and given back: description, tags, partnerData, defaultOrderBy, adminTags. */
  readonly properties: CategoryValue;
};

export type CategoryPlace = {
  /** 0 at the top. */
  readonly parentId: number;
  readonly depth: number;
  readonly fullName: string;
  readonly fullIds: string;
  /** Own and from above. */
  readonly contexts: readonly string[];
  /** The category whose members it has: itself, or one above. */
  readonly membersOf: number;
  /** Of the category whose members it has. */
  readonly owner: string | null;
  readonly defaultPermissionLevel: PermissionLevel;
};

/** Values of KalturaCategoryUserPermissionLevel. */
export type PermissionLevel = 0 | 1 | 2 | 3 | 4;

export const MANAGER = 0;
export const MEMBER = 3;
