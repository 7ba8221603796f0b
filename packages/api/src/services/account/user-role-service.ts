import { type AuditChange, changesBetween } from '../../audit/property-changes.ts';
import { currentTrail } from '../../audit/trail.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { UserRole, type UserRoleFilterValue, type UserRoleValue } from '../../schema/user-role.ts';
import type { Accounts } from '../../session/accounts.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import {
  isPermissionName,
  type PermissionName,
  type PermissionSet,
  permissionSetOf,
} from '../../session/permissions.ts';
import { allPermissionsOf, type Role, type Roles, SYSTEM_ROLES } from '../../session/roles.ts';
import type { RolesStore, StoredRole } from '../../store/account/roles-store.ts';
import { isDatabaseError } from '../../store/database.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import { type ListFields, listInMemory } from '../list-in-memory.ts';

export type UserRoleServices = {
  readonly roles: Roles;
  readonly store: RolesStore;
  readonly accounts: Accounts;
  readonly clock: Clock;
};

const ACTIVE = 1;
const BLOCKED = 2;
const DELETED = 3;

/** How often something is tried anew because a random id was taken, or someone else's change came first. */
const MAX_ATTEMPTS = 8;

/** The account's own roles; those of every account can be seen, and copied. */
export class UserRoleService {
  readonly #services: UserRoleServices;

  constructor(services: UserRoleServices) {
    this.#services = services;
  }

  async add(call: Call, { userRole: sent }: { readonly userRole: UserRoleValue }) {
    const { partnerId } = sessionOf(call);
    checkProperties(UserRole, sent, { purpose: 'add', isAdmin: true });
    if (!sent.name)
      throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaUserRole::name');
    const blank = this.#blank(partnerId);
    return toUserRole(await this.#insert(call, this.#changed(call, blank, sent)));
  }

  get(call: Call, { userRoleId }: { readonly userRoleId: number }) {
    return toUserRole(this.#find(sessionOf(call).partnerId, userRoleId));
  }

  async update(
    call: Call,
    {
      userRoleId,
      userRole: sent,
    }: { readonly userRoleId: number; readonly userRole: UserRoleValue },
  ) {
    const { partnerId } = sessionOf(call);
    checkProperties(UserRole, sent, { purpose: 'update', isAdmin: true });
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const role = this.#findOwn(partnerId, userRoleId);
      const changed = this.#changed(call, storedOf(role), sent);
      this.#refuseStronger(call, changed.permissionNames);
      const next = { ...changed, revision: role.revision + 1 };
      noteRole(next, changesBetween(UserRole, described(storedOf(role)), described(next)));
      const isDone = await nameTaken(this.#services.store.replace(next));
      await this.#services.accounts.refresh();
      if (isDone) return toUserRole(this.#findOwn(partnerId, userRoleId));
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', userRoleId);
  }

  /** A role that users have stays. */
  async delete(call: Call, { userRoleId }: { readonly userRoleId: number }) {
    const { partnerId } = sessionOf(call);
    const role = this.#findOwn(partnerId, userRoleId);
    noteRole(storedOf(role), []);
    if (!(await this.#services.store.delete(partnerId, userRoleId)))
      throw new ApiError('ROLE_IS_BEING_USED');
    await this.#services.accounts.refresh();
    return { ...toUserRole(role), status: DELETED };
  }

  list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: UserRoleFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const roles = this.#services.roles.rolesOf(sessionOf(call).partnerId);
    const { totalCount, items } = listInMemory(roles, filter, pager, FIELDS);
    return {
      objectType: 'KalturaUserRoleListResponse',
      totalCount,
      objects: items.map(toUserRole),
    };
  }

  async clone(call: Call, { userRoleId }: { readonly userRoleId: number }) {
    const { partnerId } = sessionOf(call);
    const role = this.#find(partnerId, userRoleId);
    const { name, description, tags, permissionNames } = role;
    const copy = { ...this.#blank(partnerId), description, tags, permissionNames };
    // Names are unique in an account.
    const id = randomNumberId();
    return toUserRole(await this.#insert(call, { ...copy, id, name: `${name} (copy ${id})` }));
  }

  #find(partnerId: number, id: number): Role {
    const role = this.#services.roles.rolesOf(partnerId).find((each) => each.id === id);
    if (role === undefined) throw new ApiError('INVALID_OBJECT_ID', id);
    return role;
  }

  /** Roles of every account belong to none. */
  #findOwn(partnerId: number, id: number): Role {
    const role = this.#find(partnerId, id);
    if (role.partnerId !== partnerId) throw new ApiError('INVALID_OBJECT_ID', id);
    return role;
  }

  async #insert(call: Call, role: StoredRole): Promise<Role> {
    this.#refuseStronger(call, role.permissionNames);
    noteRole(role, null);
    await nameTaken(this.#services.store.insert(role));
    await this.#services.accounts.refresh();
    return this.#findOwn(role.partnerId, role.id);
  }

  #blank(partnerId: number): StoredRole {
    const nowMs = this.#services.clock.nowMs();
    return {
      id: randomNumberId(),
      partnerId,
      name: '',
      systemName: null,
      description: '',
      isActive: true,
      permissionNames: [],
      tags: '',
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      revision: 1,
    };
  }

  #changed(call: Call, role: StoredRole, sent: UserRoleValue): StoredRole {
    const { name, systemName, description, status, permissionNames, tags } = sent;
    if (status === DELETED) throw new ApiError('INVALID_FIELD_VALUE', 'KalturaUserRole::status');
    if (SYSTEM_ROLES.some((each) => each.systemName === systemName))
      throw new ApiError('ROLE_NAME_ALREADY_EXISTS');
    return {
      ...role,
      ...(name ? { name } : {}),
      ...(systemName === undefined ? {} : { systemName: systemName || null }),
      ...(description === undefined ? {} : { description: description ?? '' }),
      ...(status === undefined ? {} : { isActive: status !== BLOCKED }),
      ...(permissionNames === undefined
        ? {}
        : { permissionNames: this.#namesIn(call, permissionNames ?? '') }),
      ...(tags === undefined ? {} : { tags: tags ?? '' }),
      updatedAtMs: this.#services.clock.nowMs(),
    };
  }

  #namesIn(call: Call, csv: string): readonly PermissionName[] {
    const allowed = allPermissionsOf(sessionOf(call).partnerId, this.#services.roles);
    const names = csv.split(',').map((name) => name.trim());
    return [...new Set(names.filter((name) => name !== ''))].map((name) => {
      if (!isPermissionName(name) || !allowed.has(name))
        throw new ApiError('PERMISSION_NOT_FOUND', name);
      return name;
    });
  }

  /** Nobody makes a role that allows what they may not do themselves. */
  #refuseStronger({ permissions }: Call, names: readonly string[]): void {
    if (!isWithin(permissionSetOf(names.filter(isPermissionName)), permissions))
      throw new ApiError('NOT_ALLOWED_TO_CHANGE_ROLE');
  }
}

export function isWithin(part: PermissionSet, whole: PermissionSet): boolean {
  return [...part].every((name) => whole.has(name));
}

async function nameTaken<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (isDatabaseError(error, 'duplicate')) throw new ApiError('ROLE_NAME_ALREADY_EXISTS');
    throw error;
  }
}

/** Says of the write that comes next which role it is about. */
function noteRole({ id, name }: StoredRole, changes: readonly AuditChange[] | null): void {
  currentTrail()?.note({ type: 'UserRole', id: String(id), name, changes });
}

function described(role: StoredRole): object {
  const status = role.isActive ? ACTIVE : BLOCKED;
  return { ...role, status, permissionNames: role.permissionNames.join(',') };
}

function storedOf({ permissions: _, ...role }: Role): StoredRole {
  return role;
}

const FIELDS: ListFields<Role> = {
  id: (role) => role.id,
  name: (role) => role.name,
  systemName: (role) => role.systemName,
  description: (role) => role.description,
  status: (role) => (role.isActive ? ACTIVE : BLOCKED),
  partnerId: (role) => role.partnerId,
  tags: (role) => role.tags,
  createdAt: (role) => Math.floor(role.createdAtMs / 1000),
  updatedAt: (role) => Math.floor(role.updatedAtMs / 1000),
};

function toUserRole(role: Role) {
  return {
    objectType: 'KalturaUserRole',
    id: role.id,
    name: role.name,
    systemName: role.systemName ?? undefined,
    description: role.description,
    status: role.isActive ? ACTIVE : BLOCKED,
    partnerId: role.partnerId,
    permissionNames: role.permissionNames.join(','),
    tags: role.tags,
    createdAt: Math.floor(role.createdAtMs / 1000),
    updatedAt: Math.floor(role.updatedAtMs / 1000),
  };
}
