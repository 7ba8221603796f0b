import type { Category, PermissionLevel } from '../../entitlement/category.ts';
import {
  CATEGORY_MODERATE,
  CATEGORY_VIEW,
  type CategoryMember,
} from '../../entitlement/membership.ts';
import type { CategoryValue } from '../../schema/category.ts';
import { foldText } from '../fold-text.ts';
import type { CategoryTable, CategoryUserTable } from './category-tables.ts';

/** Categories and members as they are stored. */

export function rowOfCategory(category: Category): CategoryTable {
  const { place, properties, referenceId, name } = category;
  const tags = properties.tags ?? '';
  return {
    id: category.id,
    partner_id: category.partnerId,
    parent_id: place.parentId,
    name,
    name_folded: foldText(name),
    depth: place.depth,
    full_name: place.fullName,
    full_name_folded: foldText(place.fullName),
    full_ids: place.fullIds,
    privacy_contexts: toCommas(place.contexts),
    members_of: place.membersOf,
    owner: place.owner,
    default_permission_level: place.defaultPermissionLevel,
    privacy_context: category.ownContexts.join(','),
    privacy: category.privacy,
    inheritance_type: category.inheritanceType,
    appear_in_list: category.appearInList,
    contribution_policy: category.contributionPolicy,
    moderation: category.isModerated ? 1 : 0,
    reference_id: referenceId,
    tags_folded: foldText(tags),
    text_folded: foldText(
      [place.fullName, tags, properties.description ?? '', referenceId ?? ''].join('\n'),
    ),
    partner_sort_value: category.partnerSortValue,
    created_at_ms: category.createdAtMs,
    updated_at_ms: category.updatedAtMs,
    properties: JSON.stringify(properties),
  };
}

export function categoryOf(row: CategoryTable): Category {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    place: {
      parentId: row.parent_id,
      depth: row.depth,
      fullName: row.full_name,
      fullIds: row.full_ids,
      contexts: fromCommas(row.privacy_contexts),
      membersOf: row.members_of,
      owner: row.owner,
      defaultPermissionLevel: row.default_permission_level as PermissionLevel,
    },
    ownContexts: fromCommas(row.privacy_context),
    privacy: row.privacy as Category['privacy'],
    inheritanceType: row.inheritance_type as Category['inheritanceType'],
    appearInList: row.appear_in_list as Category['appearInList'],
    contributionPolicy: row.contribution_policy as Category['contributionPolicy'],
    isModerated: row.moderation === 1,
    referenceId: row.reference_id,
    partnerSortValue: row.partner_sort_value,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    properties: JSON.parse(row.properties) as CategoryValue,
  };
}

export function rowOfMember(member: CategoryMember): CategoryUserTable {
  return {
    category_id: member.categoryId,
    user_id: member.userId,
    partner_id: member.partnerId,
    permission_level: member.permissionLevel,
    permission_names: toCommas(member.permissionNames),
    may_view: member.permissionNames.includes(CATEGORY_VIEW) ? 1 : 0,
    may_moderate: member.permissionNames.includes(CATEGORY_MODERATE) ? 1 : 0,
    status: member.status,
    update_method: member.updateMethod,
    created_at_ms: member.createdAtMs,
    updated_at_ms: member.updatedAtMs,
  };
}

export function memberOf(row: CategoryUserTable): CategoryMember {
  return {
    categoryId: row.category_id,
    userId: row.user_id,
    partnerId: row.partner_id,
    permissionLevel: row.permission_level as PermissionLevel,
    permissionNames: fromCommas(row.permission_names),
    status: row.status as CategoryMember['status'],
    updateMethod: row.update_method as CategoryMember['updateMethod'],
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

/** `,a,b,`: whether one is in it is whether `,a,` is. */
export function toCommas(items: readonly string[]): string {
  return items.length === 0 ? '' : `,${items.join(',')},`;
}

export function fromCommas(text: string): readonly string[] {
  return text.split(',').filter((item) => item !== '');
}
