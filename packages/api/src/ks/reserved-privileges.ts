import { type Privileges, valuesOf } from './privileges.ts';

/**
 * Privileges that give rights: only who signs a session with a secret of the account may choose them. Whoever comes
 * with a password or an application token is given those of the login or of the token, and may add what restricts the
 * session or describes it.
 */
const RESERVED: ReadonlySet<string> = new Set([
  '*',
  'all',
  'apptoken',
  'disableentitlement',
  'disableentitlementforentry',
  'disableentitlementforplaylist',
  'download',
  'downloadasset',
  'edit',
  'editadmintags',
  'edituser',
  'enablechangeaccount',
  'list',
  'login',
  'restrictexplicitliveview',
  'sessionid',
  'setrole',
  'sview',
  'view',
  'widget',
]);

export function withoutReserved(privileges: Privileges): Privileges {
  return privileges.filter(({ name }) => !RESERVED.has(name));
}

/** Without what names the session's origin, group and role: those are never chosen. */
export function withoutServerOnly(privileges: Privileges): Privileges {
  return privileges.filter(({ name }) => !SERVER_ONLY.has(name));
}

/**
 * What a token gives, and of what its user asks for the part that takes nothing more: what the token says already is
 * left as it says it, unless it says `name:*`, within which the user may choose.
 */
export function addWished(given: Privileges, wished: Privileges): Privileges {
  const isWildcard = (name: string) => valuesOf(given, name).includes('*');
  const isSet = (name: string) => given.some((each) => each.name === name);
  const chosen = wished.filter(({ name }) =>
    isSet(name) ? isWildcard(name) && !SERVER_ONLY.has(name) : !RESERVED.has(name),
  );
  return [...given, ...chosen];
}

/** What the server itself writes into a session, or what a token's maker has decided once and for all. */
const SERVER_ONLY: ReadonlySet<string> = new Set([
  '*',
  'all',
  'apptoken',
  'login',
  'sessionid',
  'setrole',
  'widget',
]);
