import { changesBetween } from '../../audit/property-changes.ts';
import { currentTrail } from '../../audit/trail.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import {
  type PartnerFilterValue,
  Partner as PartnerType,
  type PartnerValue,
} from '../../schema/partner.ts';
import type { Accounts } from '../../session/accounts.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { Partner, PartnersStore } from '../../store/account/partners-store.ts';
import type { UsersStore } from '../../store/account/users-store.ts';
import { isFromPassword } from '../../users/sign-in-privileges.ts';
import { listInMemory } from '../list-in-memory.ts';
import type { LoginService } from './login-service.ts';
import type { PartnerRegistration } from './partner-registration.ts';
import { isAsked, PARTNER_FIELDS, type PartnerView, toPartner, viewOf } from './partner-result.ts';

export type PartnerServices = {
  readonly partners: PartnersStore;
  readonly registration: PartnerRegistration;
  readonly users: UsersStore;
  readonly login: LoginService;
  readonly accounts: Accounts;
  readonly clock: Clock;
};

/** How often a change is made anew because someone else's came first. */
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
  async register({
    partner: sent,
    cmsPassword,
  }: {
    readonly partner: PartnerValue;
    readonly cmsPassword: string;
  }): Promise<object> {
    checkProperties(PartnerType, sent, { purpose: 'add', isAdmin: true });
    const name = (sent.name ?? '').trim();
    if (name === '') throw new ApiError('PARTNER_REGISTRATION_ERROR', 'name is missing');
    const email = (sent.adminEmail ?? '').trim();
    const account = {
      name,
      isEntitlementEnforced: sent.defaultEntitlementEnforcement ?? false,
      properties: withoutNulls(kept(sent)),
    };
    const { registration } = this.#services;
    const { partner, chosenPassword } = await registration.register(account, email, cmsPassword);
    return {
      ...toPartner(partner, 'whole'),
      ...(chosenPassword === null ? {} : { cmsPassword: chosenPassword }),
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
      notePartner(before, changed);
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
      const { login } = this.#services;
      const allowed = await login.proveAdmin(call, partnerId, adminEmail, cmsPassword);
      if (!allowed.has('INTEGRATION_BASE')) throw new ApiError('ADMIN_KUSER_NOT_FOUND');
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
    const isProved = own !== null && isFromPassword(session, own);
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
    const { totalCount, items } = listInMemory(asked, filter, pager, PARTNER_FIELDS);
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
}

const NOT_KEPT = new Set(['objectType', 'name', 'defaultEntitlementEnforcement']);

function kept(sent: PartnerValue): PartnerValue {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !NOT_KEPT.has(name)));
}

function withoutNulls(properties: object): Partner['properties'] {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** Says of the write that comes next that it changes the account. */
function notePartner(before: Partner, after: Partner): void {
  const { id, name } = after;
  const changes = changesBetween(PartnerType, described(before), described(after));
  currentTrail()?.note({ type: 'Partner', id: String(id), name, changes });
}

function described({ properties, name, isEntitlementEnforced }: Partner): object {
  return { ...properties, name, defaultEntitlementEnforcement: isEntitlementEnforced };
}
