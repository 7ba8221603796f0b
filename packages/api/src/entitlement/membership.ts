import type { PermissionLevel } from './category.ts';

/** What members of a category may do, as their permission names say it. */

export const CATEGORY_EDIT = 'CATEGORY_EDIT';
export const CATEGORY_MODERATE = 'CATEGORY_MODERATE';
export const CATEGORY_CONTRIBUTE = 'CATEGORY_CONTRIBUTE';
export const CATEGORY_VIEW = 'CATEGORY_VIEW';

export type CategoryPermission =
  | typeof CATEGORY_EDIT
  | typeof CATEGORY_MODERATE
  | typeof CATEGORY_CONTRIBUTE
  | typeof CATEGORY_VIEW;

/** By level: manager, moderator, contributor, member, none. */
const NAMES_OF_LEVELS: Readonly<Record<PermissionLevel, readonly string[]>> = {
  0: [CATEGORY_EDIT, CATEGORY_MODERATE, CATEGORY_CONTRIBUTE, CATEGORY_VIEW],
  1: [CATEGORY_MODERATE, CATEGORY_CONTRIBUTE, CATEGORY_VIEW],
  2: [CATEGORY_CONTRIBUTE, CATEGORY_VIEW],
  3: [CATEGORY_VIEW],
  4: [],
};

/** Values of KalturaCategoryUserStatus. */
export const ACTIVE_MEMBER = 1;
export const PENDING_MEMBER = 2;
export const INACTIVE_MEMBER = 3;

export type CategoryMember = {
  readonly categoryId: number;
  readonly userId: string;
  readonly partnerId: number;
  readonly permissionLevel: PermissionLevel;
  readonly permissionNames: readonly string[];
  readonly status: typeof ACTIVE_MEMBER | typeof PENDING_MEMBER | typeof INACTIVE_MEMBER;
  /** 0 by hand, 1 by a program. */
  readonly updateMethod: 0 | 1;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};

export function permissionNamesOf(level: PermissionLevel): readonly string[] {
  return NAMES_OF_LEVELS[level];
}

/** The highest level all of whose permissions are there. */
export function levelOf(permissionNames: readonly string[]): PermissionLevel {
  const levels: readonly PermissionLevel[] = [0, 1, 2, 3];
  return (
    levels.find((level) =>
      NAMES_OF_LEVELS[level].every((name) => permissionNames.includes(name)),
    ) ?? 4
  );
}

export function mayAsMember(
  member: CategoryMember | null,
  permission: CategoryPermission,
): boolean {
  return member?.status === ACTIVE_MEMBER && member.permissionNames.includes(permission);
}
