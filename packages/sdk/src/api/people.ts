import { type Fields, fieldsIn, listIn, momentIn, textIn } from './answers.ts';
import type { CallOptions, Client } from './client.ts';

/** Somebody whom the account knows. */
export type Person = {
  readonly id: string;
  readonly fullName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly screenName: string;
  readonly email: string;
  readonly isBlocked: boolean;
  /** Sessions that the password starts are admin sessions. */
  readonly isAdmin: boolean;
  readonly isAccountOwner: boolean;
  /** Null where no role limits what sessions that the password starts may do. */
  readonly roleId: number | null;
  readonly roleName: string;
  /** May sign in with e-mail and password. */
  readonly maySignIn: boolean;
  /** Unix time, ms; null where it never happened. */
  readonly createdAtMs: number | null;
  readonly lastSignInMs: number | null;
};

export type PersonQuery = {
  /** The beginning of a name, an id or a screen name; empty for everybody. */
  readonly search?: string;
  readonly show?: 'everybody' | 'sign-in' | 'blocked';
  /** The first one is 1. */
  readonly page: number;
  /** At most 500. */
  readonly pageSize: number;
};

/** What a client may say of a person; what is left out stays. */
export type PersonChanges = {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly isAdmin?: boolean;
  /** Null for no role. */
  readonly roleId?: number | null;
  readonly isBlocked?: boolean;
};

const ACTIVE = 1;
const BLOCKED = 0;

/** Of a search, which has one page. */
const MAX_FOUND = 100;

/** Newest first. What is searched for comes on one page, of a hundred people of each way to be found. */
export async function listPeople(
  client: Client,
  { search = '', show = 'everybody', page, pageSize }: PersonQuery,
  options: CallOptions = {},
): Promise<{ readonly totalCount: number; readonly people: readonly Person[] }> {
  const shown = {
    objectType: 'KalturaUserFilter',
    orderBy: '-createdAt',
    statusIn: show === 'blocked' ? String(BLOCKED) : `${BLOCKED},${ACTIVE}`,
    ...(show === 'sign-in' ? { loginEnabledEqual: 1 } : {}),
  };
  const ask = async (found: object, pageIndex: number, size: number) => {
    const pager = { objectType: 'KalturaFilterPager', pageSize: size, pageIndex };
    const filter = { ...shown, ...found };
    return listIn(await client.request('user', 'list', { filter, pager }, options));
  };
  if (search === '') {
    const { totalCount, objects } = await ask({}, page, pageSize);
    return { totalCount, people: objects.map(personIn) };
  }
  const lists = await Promise.all(waysToFind(search).map((way) => ask(way, 1, MAX_FOUND)));
  const people = lists.flatMap(({ objects }) => objects.map(personIn));
  const found = [...new Map(people.map((person) => [person.id, person])).values()];
  return { totalCount: found.length, people: found };
}

/** The server looks in one kind of names at a time. */
function waysToFind(search: string): readonly object[] {
  return [
    { idOrScreenNameStartsWith: search },
    { firstNameOrLastNameStartsWith: search },
    { emailLike: search },
  ];
}

/** @throws RostrumError `INVALID_USER_ID` where the account has nobody with this id */
export async function getPerson(
  client: Client,
  userId: string,
  options: CallOptions = {},
): Promise<Person> {
  return personIn(fieldsIn(await client.request('user', 'get', { userId }, options)));
}

/** With a password somebody signs in with `email`; no mail is sent. */
export async function addPerson(
  client: Client,
  person: PersonChanges & { readonly id: string; readonly password?: string },
): Promise<Person> {
  const { id, password, ...changes } = person;
  const signIn = password === undefined ? {} : { password, loginEnabled: true };
  const user = { ...userOf(changes), id, ...signIn };
  return personIn(fieldsIn(await client.request('user', 'add', { user })));
}

export async function changePerson(
  client: Client,
  userId: string,
  changes: PersonChanges,
): Promise<Person> {
  const user = userOf(changes);
  return personIn(fieldsIn(await client.request('user', 'update', { userId, user })));
}

export async function deletePerson(client: Client, userId: string): Promise<void> {
  await client.request('user', 'delete', { userId });
}

export async function letPersonSignIn(
  client: Client,
  userId: string,
  login: { readonly email: string; readonly password: string },
): Promise<Person> {
  const { email: loginId, password } = login;
  const answer = await client.request('user', 'enableLogin', { userId, loginId, password });
  return personIn(fieldsIn(answer));
}

export async function keepPersonFromSigningIn(client: Client, userId: string): Promise<Person> {
  return personIn(fieldsIn(await client.request('user', 'disableLogin', { userId })));
}

/** For somebody who signs in to no other account. */
export async function resetPersonsPassword(
  client: Client,
  loginId: string,
  newPassword: string,
): Promise<void> {
  await client.request('user', 'loginDataResetPassword', { loginDataId: loginId, newPassword });
}

function userOf({ roleId, isBlocked, ...rest }: PersonChanges): object {
  return {
    objectType: 'KalturaUser',
    ...rest,
    ...(roleId === undefined ? {} : { roleIds: roleId === null ? '' : String(roleId) }),
    ...(isBlocked === undefined ? {} : { status: isBlocked ? BLOCKED : ACTIVE }),
  };
}

function personIn(fields: Fields): Person {
  const roleId = textIn(fields.roleIds);
  return {
    id: textIn(fields.id),
    fullName: textIn(fields.fullName),
    firstName: textIn(fields.firstName),
    lastName: textIn(fields.lastName),
    screenName: textIn(fields.screenName),
    email: textIn(fields.email),
    isBlocked: Number(fields.status) === BLOCKED,
    isAdmin: fields.isAdmin === true,
    isAccountOwner: fields.isAccountOwner === true,
    roleId: roleId === '' ? null : Number(roleId),
    roleName: textIn(fields.roleNames),
    maySignIn: fields.loginEnabled === true,
    createdAtMs: momentIn(fields.createdAt),
    lastSignInMs: momentIn(fields.lastLoginTime),
  };
}
