import { ApiError } from '../../errors/api-error.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { PermissionFilterValue, PermissionItemFilterValue } from '../../schema/user-role.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import {
  impliedBy,
  PERMISSION_NAMES,
  PERMISSIONS,
  type PermissionName,
} from '../../session/permissions.ts';
import { allPermissionsOf, type RoleDirectory } from '../../session/roles.ts';
import { type ListFields, listInMemory } from '../list-in-memory.ts';

/** An action, and the permission that it asks for; null where it asks for none. */
export type PermittedAction = {
  readonly service: string;
  readonly action: string;
  readonly permission: PermissionName | null;
};

type Permission = { readonly id: number; readonly name: PermissionName };
type PermissionItem = PermittedAction & { readonly id: number };

/** The permissions that roles are made of, and what they are for. They are the same for every account. */
export class PermissionService {
  readonly #roles: RoleDirectory;
  readonly #items: readonly PermissionItem[];

  /** @param actions all of the catalogue, always in the same order: their places are their ids */
  constructor(roles: RoleDirectory, actions: readonly PermittedAction[]) {
    this.#roles = roles;
    this.#items = actions.map((each, index) => ({ ...each, id: index + 1 }));
  }

  get(call: Call, { permissionName }: { readonly permissionName: string }) {
    const found = this.#permissionsOf(call).find(({ name }) => name === permissionName);
    if (found === undefined) throw new ApiError('INVALID_OBJECT_ID', permissionName);
    return this.#toPermission(found);
  }

  list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: PermissionFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const permissions = this.#permissionsOf(call);
    const { totalCount, items } = listInMemory(permissions, filter, pager, PERMISSION_FIELDS);
    return {
      objectType: 'KalturaPermissionListResponse',
      totalCount,
      objects: items.map((each) => this.#toPermission(each)),
    };
  }

  /** What this session may do; nothing without one. */
  getCurrentPermissions({ permissions }: Call): string {
    return [...permissions].join(',');
  }

  getItem({ permissionItemId }: { readonly permissionItemId: number }) {
    const found = this.#items.find(({ id }) => id === permissionItemId);
    if (found === undefined) throw new ApiError('INVALID_OBJECT_ID', permissionItemId);
    return toPermissionItem(found);
  }

  listItems({
    filter,
    pager,
  }: {
    readonly filter: PermissionItemFilterValue | null;
    readonly pager: PagerValue | null;
  }) {
    const { totalCount, items } = listInMemory(this.#items, filter, pager, ITEM_FIELDS);
    return {
      objectType: 'KalturaPermissionItemListResponse',
      totalCount,
      objects: items.map(toPermissionItem),
    };
  }

  #permissionsOf(call: Call): readonly Permission[] {
    const allowed = allPermissionsOf(sessionOf(call).partnerId, this.#roles);
    return ALL.filter(({ name }) => allowed.has(name));
  }

  #toPermission({ id, name }: Permission) {
    const items = this.#items.filter(({ permission }) => permission === name);
    return {
      objectType: 'KalturaPermission',
      id,
      type: NORMAL,
      name,
      friendlyName: PERMISSIONS[name],
      description: PERMISSIONS[name],
      status: ACTIVE,
      partnerId: 0,
      dependsOnPermissionNames: impliedBy(name).join(','),
      permissionItemsIds: items.map((item) => item.id).join(','),
    };
  }
}

const NORMAL = 1;
const ACTIVE = 1;
const ACTION_ITEM = 'kApiActionPermissionItem';

const ALL: readonly Permission[] = PERMISSION_NAMES.map((name, index) => ({ id: index + 1, name }));

const PERMISSION_FIELDS: ListFields<Permission> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  type: () => NORMAL,
  status: () => ACTIVE,
  partnerId: () => 0,
  friendlyName: ({ name }) => PERMISSIONS[name],
  description: ({ name }) => PERMISSIONS[name],
  dependsOnPermissionNames: ({ name }) => impliedBy(name).join(','),
};

const ITEM_FIELDS: ListFields<PermissionItem> = {
  id: ({ id }) => id,
  type: () => ACTION_ITEM,
  partnerId: () => 0,
};

function toPermissionItem({ id, service, action }: PermissionItem) {
  return {
    objectType: 'KalturaApiActionPermissionItem',
    id,
    type: ACTION_ITEM,
    partnerId: 0,
    service,
    action,
  };
}
