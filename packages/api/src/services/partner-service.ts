import { randomBytes } from 'node:crypto';
import { ApiError } from '../errors/api-error.ts';
import { valuesOf } from '../ks/privileges.ts';
import type { Clock } from '../ports.ts';
import { checkProperties } from '../schema/check-properties.ts';
import type { PagerValue } from '../schema/filter.ts';
import {
  type PartnerFilterValue,
  Partner as PartnerType,
  type PartnerValue,
} from '../schema/partner.ts';
import type { Accounts } from '../session/accounts.ts';
import { type Call, sessionOf } from '../session/call.ts';
import { isDatabaseError, type Statement } from '../store/database.ts';
import type { Partner, PartnersStore } from '../store/partners-store.ts';
import { newUser, type UsersStore } from '../store/users-store.ts';
import { type Logins, refuseNoAddress } from '../users/logins.ts';
import { type ListFields, listInMemory, matches } from './list-in-memory.ts';
import type { LoginService } from './login-service.ts';

export type PartnerServices = {
  readonly partners: PartnersStore;
  readonly users: UsersStore;
  readonly logins: Logins;
  readonly login: LoginService;
  readonly accounts: Accounts;
  /** Gives a new account what each begins with; repeating it does no harm. */
  readonly seed: (partnerId: number) => Promise<void>;
  readonly clock: Clock;
};

/** How often something is tried anew because an id was taken, or someone else's change came first. */
const MAX_ATTEMPTS = 8;

type ListArguments = {
  readonly filter: PartnerFilterValue | null;
  readonly pager: PagerValue | null;
};

/** The accounts of this installation. */
export class PartnerService {
  readonly #services: PartnerServices;

  constructor(services: PartnerServices) {
    this.#services = services;
  }

  /** Makes an account; its secrets, and a password that the server has chosen, are told in the answer. */
  async register(
    _call: Call,
    {
      partner: sent,
      cmsPassword,
    }: { readonly partner: PartnerValue; readonly cmsPassword: string },
  ): Promise<object> {
    checkProperties(PartnerType, sent, { purpose: 'add', isAdmin: true });
    const name = (sent.name ?? '').trim();
    if (name === '') throw new ApiError('PARTNER_REGISTRATION_ERROR', 'name is missing');
    const owner = await this.#ownerOf(sent, cmsPassword);
    const isEntitlementEnforced = sent.defaultEntitlementEnforcement ?? false;
    const partner = await this.#insert({ ...kept(sent), name }, isEntitlementEnforced, owner);
    return {
      ...toPartner(partner, 'whole'),
      ...(owner !== null && cmsPassword === '' ? { cmsPassword: owner.password } : {}),
    };
  }

  async update(call: Call, { partner: sent }: { readonly partner: PartnerValue }) {
    const { accounts, partners, clock } = this.#services;
    const { partnerId } = sessionOf(call);
    checkProperties(PartnerType, sent, { purpose: 'update', isAdmin: true });
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const before = this.#own(call);
      const changed = {
        ...before,
        name: sent.name?.trim() || before.name,
        isEntitlementEnforced: sent.defaultEntitlementEnforcement ?? before.isEntitlementEnforced,
        properties: withoutNulls({ ...before.properties, ...kept(sent) }),
      };
      const isDone = await partners.replace(changed, clock.nowMs());
      await accounts.refresh();
      if (isDone) return toPartner(this.#own(call), viewOf(call));
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', partnerId);
  }

  /** One's own account; any for the installation's. */
  get(call: Call, { id }: { readonly id: number | null }) {
    const { partnerId } = sessionOf(call);
    if (id === null || id <= 0 || id === partnerId) return toPartner(this.#own(call), viewOf(call));
    const partner = call.permissions.has('MANAGE_ACCOUNTS')
      ? this.#services.accounts.find(id)
      : undefined;
    if (partner === undefined) throw new ApiError('INVALID_PARTNER_ID', id);
    return toPartner(partner, 'whole');
  }

  /**
   * The secrets, for the owner by login and password, or for a session that may read them.
   *
   * @throws ApiError ADMIN_KUSER_NOT_FOUND
   */
  async getSecrets(
    call: Call,
    {
      partnerId,
      adminEmail,
      cmsPassword,
    }: {
      readonly partnerId: number;
      readonly adminEmail: string;
      readonly cmsPassword: string;
    },
  ) {
    const isProved = adminEmail === '' && call.permissions.has('INTEGRATION_BASE');
    if (!isProved) {
      const user = await this.#services.login.proveAdmin(call, partnerId, adminEmail, cmsPassword);
      const isAllowed = this.#services.login.permissionsOf(user).has('INTEGRATION_BASE');
      if (!isAllowed) throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    }
    const partner = this.#services.accounts.find(partnerId);
    if (partner === undefined || (isProved && call.session?.partnerId !== partnerId))
      throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    return toPartner(partner, 'whole');
  }

  getPublicInfo(call: Call, { id }: { readonly id: number | null }) {
    const partnerId = id ?? call.session?.partnerId ?? 0;
    if (this.#services.accounts.find(partnerId) === undefined)
      throw new ApiError('INVALID_PARTNER_ID', partnerId);
    return { objectType: 'KalturaPartnerPublicInfo', analyticsPersistentSessionId: false };
  }

  list(call: Call, { filter, pager }: ListArguments) {
    return this.#listOf(call, this.#visible(call), filter, pager);
  }

  count(call: Call, { filter }: Pick<ListArguments, 'filter'>): number {
    return this.#visible(call).filter((partner) => isAsked(partner, filter ?? {})).length;
  }

  /** The accounts that the person may change to; its own where no password has proved who it is. */
  async listForUser(
    call: Call,
    {
      partnerFilter,
      pager,
    }: { readonly partnerFilter: PartnerFilterValue | null } & Pick<ListArguments, 'pager'>,
  ) {
    const { users, accounts } = this.#services;
    const session = sessionOf(call);
    const own = await users.find(session.partnerId, session.userId);
    const isProved =
      own?.loginId != null && valuesOf(session.privileges, 'login').includes(own.loginGroup);
    const others = isProved ? await users.ofLogin(own.loginId ?? '') : [];
    const ids = new Set([session.partnerId, ...others.map(({ partnerId }) => partnerId)]);
    const partners = accounts.all().filter(({ id, isActive }) => isActive && ids.has(id));
    const items = partners.map((partner) =>
      partner.id === session.partnerId
        ? partner
        : // What it is called is enough to change to it.
          { ...partner, properties: {} },
    );
    return this.#listOf(call, items, partnerFilter, pager, 'public');
  }

  #listOf(
    call: Call,
    partners: readonly Partner[],
    filter: PartnerFilterValue | null,
    pager: PagerValue | null,
    view: PartnerView = 'about',
  ) {
    const asked = partners.filter((partner) => isAsked(partner, filter ?? {}));
    const { totalCount, items } = listInMemory(asked, filter, pager, FIELDS);
    const { partnerId } = sessionOf(call);
    return {
      objectType: 'KalturaPartnerListResponse',
      totalCount,
      objects: items.map((partner) =>
        toPartner(partner, view === 'about' && partner.id === partnerId ? viewOf(call) : view),
      ),
    };
  }

  #visible(call: Call): readonly Partner[] {
    if (!call.permissions.has('MANAGE_ACCOUNTS')) return [this.#own(call)];
    return this.#services.accounts.all();
  }

  #own(call: Call): Partner {
    const { partnerId } = sessionOf(call);
    const partner = this.#services.accounts.find(partnerId);
    if (partner === undefined) throw new ApiError('UNKNOWN_PARTNER_ID', partnerId);
    return partner;
  }

  /** Who signs in as the new account's owner; null where nobody does. */
  async #ownerOf(sent: PartnerValue, cmsPassword: string): Promise<Owner | null> {
    const email = (sent.adminEmail ?? '').trim();
    if (email === '') {
      if (cmsPassword !== '')
        throw new ApiError('PARTNER_REGISTRATION_ERROR', 'a password needs adminEmail');
      return null;
    }
    refuseNoAddress(email);
    const { logins } = this.#services;
    if ((await logins.find(email)) !== null)
      throw new ApiError('PARTNER_REGISTRATION_ERROR', `${email} signs in to another account`);
    const password = cmsPassword || randomBytes(PASSWORD_BYTES).toString('base64url');
    const { login, statement } = await logins.create(email, password);
    return { password, loginId: login.key, email, statement };
  }

  async #insert(
    { name, ...properties }: PartnerValue & { readonly name: string },
    isEntitlementEnforced: boolean,
    owner: Owner | null,
  ): Promise<Partner> {
    const { partners, accounts, clock, seed } = this.#services;
    for (let attempt = 1; ; attempt++) {
      const partnerId = Math.max(...accounts.all().map(({ id }) => id)) + 1;
      const partner = {
        partnerId,
        name,
        isEntitlementEnforced,
        properties: withoutNulls(properties),
        adminSecret: newSecret(),
        userSecret: newSecret(),
      };
      try {
        await partners.insert(partner, clock.nowMs(), this.#ownerStatements(partnerId, owner));
      } catch (error) {
        // Another process has made an account at the same moment, or a login for the owner.
        if (!isDatabaseError(error, 'duplicate')) throw error;
        if (attempt === MAX_ATTEMPTS)
          throw new ApiError('PARTNER_REGISTRATION_ERROR', 'others were made at the same moment');
        await accounts.refresh();
        continue;
      }
      await seed(partnerId);
      await accounts.refresh();
      const made = accounts.find(partnerId);
      if (made === undefined) throw new ApiError('UNKNOWN_PARTNER_ID', partnerId);
      return made;
    }
  }

  #ownerStatements(partnerId: number, owner: Owner | null): readonly Statement[] {
    if (owner === null) return [];
    const { users, clock } = this.#services;
    const user = {
      ...newUser(partnerId, owner.email, clock.nowMs()),
      isAdmin: true,
      isAccountOwner: true,
      loginId: owner.loginId,
      properties: { email: owner.email },
    };
    return [owner.statement, users.insertion(user)];
  }
}

type Owner = {
  readonly password: string;
  readonly loginId: string;
  readonly email: string;
  readonly statement: Statement;
};

/** 144 bits, 24 characters. */
const PASSWORD_BYTES = 18;

/** 128 bits, as the installation's own. */
export function newSecret(): string {
  return randomBytes(16).toString('hex');
}

/** In columns of their own. */
const NOT_KEPT = new Set(['objectType', 'name', 'defaultEntitlementEnforcement']);

function kept(sent: PartnerValue): PartnerValue {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !NOT_KEPT.has(name)));
}

function withoutNulls(properties: object): Partner['properties'] {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined),
  );
}

function isAsked(partner: Partner, filter: PartnerFilterValue): boolean {
  const part = filter.partnerNameDescriptionWebsiteAdminNameAdminEmailLike;
  const isNamed = !part || searchTextOf(partner).includes(part.toLowerCase());
  return isNamed && matches(partner, filter, FIELDS);
}

function searchTextOf({ name, properties }: Partner): string {
  const { description, website, adminName, adminEmail } = properties;
  return [name, description, website, adminName, adminEmail].join('\n').toLowerCase();
}

const ACTIVE = 1;
const BLOCKED = 2;

function textOf(value: Partner['properties'][string] | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

const FIELDS: ListFields<Partner> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  status: ({ isActive }) => (isActive ? ACTIVE : BLOCKED),
  createdAt: ({ createdAtMs }) => Math.floor(createdAtMs / 1000),
  website: ({ properties }) => textOf(properties.website),
  adminName: ({ properties }) => textOf(properties.adminName),
  adminEmail: ({ properties }) => textOf(properties.adminEmail),
};

/** Its name; what it says about itself; its secrets too. */
type PartnerView = 'public' | 'about' | 'whole';

function viewOf({ permissions }: Call): PartnerView {
  if (permissions.has('INTEGRATION_BASE')) return 'whole';
  return permissions.has('ADMIN_BASE') ? 'about' : 'public';
}

function toPartner(partner: Partner, view: PartnerView): object {
  const named = {
    objectType: 'KalturaPartner',
    id: partner.id,
    name: partner.name,
    status: partner.isActive ? ACTIVE : BLOCKED,
    createdAt: Math.floor(partner.createdAtMs / 1000),
    defaultEntitlementEnforcement: partner.isEntitlementEnforced,
  };
  if (view === 'public') return named;
  const about = { adultContent: false, ...partner.properties, ...named };
  if (view === 'about') return about;
  return { ...about, secret: partner.userSecrets[0], adminSecret: partner.adminSecrets[0] };
}
