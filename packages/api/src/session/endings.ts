import { parseIssueTime } from '../ks/issue-time.ts';
import { valuesOf } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import type { Ending } from '../store/account/sessions-store.ts';

/** Sessions of a group may have been signed for any time: ending the group holds for this long, s. */
export const GROUP_END_SECONDS = 365 * 86_400;

/** Sessions and groups of sessions that were ended before their time, in memory. */
export class Endings {
  readonly #byKey = new Map<string, Ending>();

  add(endings: readonly Ending[]): void {
    for (const ending of endings) this.#byKey.set(ending.key, ending);
  }

  includes(session: Session): boolean {
    if (this.#byKey.size === 0) return false;
    return this.#byKey.has(sessionKeyOf(session)) || this.#includesGroupOf(session);
  }

  removeExpired(nowSeconds: number): void {
    for (const [key, { expiresAtSeconds }] of this.#byKey) {
      if (expiresAtSeconds <= nowSeconds) this.#byKey.delete(key);
    }
  }

  #includesGroupOf(session: Session): boolean {
    return groupKeysOf(session).some((key) => {
      const ending = this.#byKey.get(key);
      if (ending === undefined) return false;
      const issuedAtMs = parseIssueTime(session.additionalData);
      return ending.endedAtMs === 0 || issuedAtMs === null || issuedAtMs <= ending.endedAtMs;
    });
  }
}

export function sessionKeyOf(session: Session): string {
  return `${session.partnerId}:${session.hash}`;
}

/** A group that somebody has named (privilege `sessionid`). */
export function sessionGroupKey(partnerId: number, id: string): string {
  return `${partnerId}:sessionid:${id}`;
}

/** All sessions that a user's password has started (privilege `login`). */
export function loginGroupKey(partnerId: number, group: string): string {
  return `${partnerId}:login:${group}`;
}

export function sessionGroupKeysOf({ partnerId, privileges }: Session): readonly string[] {
  return valuesOf(privileges, 'sessionid')
    .filter((id) => id !== '')
    .map((id) => sessionGroupKey(partnerId, id));
}

function groupKeysOf(session: Session): readonly string[] {
  const { partnerId, privileges } = session;
  const logins = valuesOf(privileges, 'login').map((group) => loginGroupKey(partnerId, group));
  return [...sessionGroupKeysOf(session), ...logins];
}
