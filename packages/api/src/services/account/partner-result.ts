import type { PartnerFilterValue } from '../../schema/partner.ts';
import type { Call } from '../../session/call.ts';
import type { Partner } from '../../store/account/partners-store.ts';
import { type ListFields, matches } from '../list-in-memory.ts';

/** Accounts as they are answered, and as lists ask for them. */

export function isAsked(partner: Partner, filter: PartnerFilterValue): boolean {
  const part = filter.partnerNameDescriptionWebsiteAdminNameAdminEmailLike;
  const isNamed = !part || searchTextOf(partner).includes(part.toLowerCase());
  return isNamed && matches(partner, filter, PARTNER_FIELDS);
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

export const PARTNER_FIELDS: ListFields<Partner> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  status: ({ isActive }) => (isActive ? ACTIVE : BLOCKED),
  createdAt: ({ createdAtMs }) => Math.floor(createdAtMs / 1000),
  website: ({ properties }) => textOf(properties.website),
  adminName: ({ properties }) => textOf(properties.adminName),
  adminEmail: ({ properties }) => textOf(properties.adminEmail),
};

/** Its name; what it says about itself; its secrets too. */
export type PartnerView = 'public' | 'about' | 'whole';

export function viewOf({ permissions }: Call): PartnerView {
  if (permissions.has('INTEGRATION_BASE')) return 'whole';
  return permissions.has('ADMIN_BASE') ? 'about' : 'public';
}

export function toPartner(partner: Partner, view: PartnerView): object {
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
