/** One privilege of a session, as it was signed: `edit:0_ab12cd34` or, without a value, `disableentitlement`. */
export type Privilege = { readonly name: string; readonly value: string };

export type Privileges = readonly Privilege[];

/** Reads `name`, `name:value`, comma-separated; only the first colon splits. Unknown names are kept. */
export function parsePrivileges(text: string): Privileges {
  const privileges: Privilege[] = [];
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    const name = (colon === -1 ? part : part.slice(0, colon)).trim();
    const value = colon === -1 ? '' : part.slice(colon + 1).trim();
    if (name !== '') privileges.push({ name, value });
  }
  return privileges;
}

export function formatPrivileges(privileges: Privileges): string {
  return privileges.map(({ name, value }) => (value === '' ? name : `${name}:${value}`)).join(',');
}

/** All values given under a name; several ids in one value are joined by slashes. */
export function valuesOf(privileges: Privileges, name: string): readonly string[] {
  return privileges
    .filter((privilege) => privilege.name === name)
    .flatMap((privilege) => privilege.value.split('/'));
}

export function hasPrivilege(privileges: Privileges, name: string): boolean {
  return privileges.some((privilege) => privilege.name === name);
}

/** Whether the session was given everything (`*` or `all:*`). */
export function isUnlimited(privileges: Privileges): boolean {
  return privileges.some(
    ({ name, value }) => name === '*' || (name === 'all' && (value === '*' || value === '')),
  );
}

/** Whether `edit:ID`, `edit:ID/ID2`, `edit:*` or an unlimited session grants the name for this id. */
export function grants(privileges: Privileges, name: string, id: string): boolean {
  if (isUnlimited(privileges)) return true;
  return valuesOf(privileges, name).some((value) => value === '*' || value === id);
}
