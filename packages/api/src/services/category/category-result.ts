import type { CategoryMember } from '../../entitlement/membership.ts';
import type { CategoryRecord } from '../../store/category/categories-store.ts';
import type { PlacementRecord } from '../../store/category/placement-statements.ts';

/** Categories, members and placements as they are answered. What is undefined has no value. */

/** Values of KalturaCategoryStatus and KalturaUserJoinPolicyType: managers alone add members. */
const ACTIVE = 2;
const JOINING_NOT_ALLOWED = 3;

export function toCategory({ category, counts }: CategoryRecord): object {
  const { place, properties } = category;
  return {
    objectType: 'KalturaCategory',
    ...properties,
    ...counts,
    id: category.id,
    parentId: place.parentId,
    depth: place.depth,
    partnerId: category.partnerId,
    name: category.name,
    fullName: place.fullName,
    fullIds: place.fullIds,
    createdAt: toSeconds(category.createdAtMs),
    updatedAt: toSeconds(category.updatedAtMs),
    appearInList: category.appearInList,
    privacy: category.privacy,
    inheritanceType: category.inheritanceType,
    userJoinPolicy: JOINING_NOT_ALLOWED,
    defaultPermissionLevel: place.defaultPermissionLevel,
    owner: place.owner ?? undefined,
    referenceId: category.referenceId ?? undefined,
    contributionPolicy: category.contributionPolicy,
    privacyContext: category.ownContexts.length > 0 ? category.ownContexts.join(',') : undefined,
    privacyContexts: place.contexts.length > 0 ? place.contexts.join(',') : undefined,
    status: ACTIVE,
    inheritedParentId: place.membersOf === category.id ? undefined : place.membersOf,
    partnerSortValue: category.partnerSortValue ?? undefined,
    moderation: category.isModerated,
  };
}

export function toCategoryEntry(record: PlacementRecord, categoryFullIds: string): object {
  return {
    objectType: 'KalturaCategoryEntry',
    categoryId: record.categoryId,
    entryId: record.entryId,
    createdAt: toSeconds(record.createdAtMs),
    categoryFullIds,
    status: record.status,
    creatorUserId: record.creatorUserId,
  };
}

export function toCategoryUser(member: CategoryMember, categoryFullIds: string): object {
  return {
    objectType: 'KalturaCategoryUser',
    categoryId: member.categoryId,
    userId: member.userId,
    partnerId: member.partnerId,
    permissionLevel: member.permissionLevel,
    status: member.status,
    createdAt: toSeconds(member.createdAtMs),
    updatedAt: toSeconds(member.updatedAtMs),
    updateMethod: member.updateMethod,
    categoryFullIds,
    permissionNames: member.permissionNames.join(','),
  };
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
