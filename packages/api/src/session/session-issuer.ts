import { ApiError } from '../errors/api-error.ts';
import { formatIssueTime } from '../ks/issue-time.ts';
import type { KsType } from '../ks/ks.ts';
import { encodeKsV2 } from '../ks/ks-v2.ts';
import { hasPrivilege, type Privileges } from '../ks/privileges.ts';
import type { Clock } from '../ports.ts';
import type { Partner } from '../store/account/partners-store.ts';
import type { RoleDirectory } from './roles.ts';

/** A session as somebody with the right to it wishes it. */
export type SessionWish = {
  readonly userId: string;
  readonly type: KsType;
  /** Seconds from now; more than the account allows is shortened, less than nothing has expired already. */
  readonly expiry: number;
  readonly privileges: Privileges;
  /** The account that asked for it, where it is another one. */
  readonly masterPartnerId?: number;
};

export type IssuedSession = {
  readonly ks: string;
  /** Unix seconds. */
  readonly expiresAtSeconds: number;
};

/** Some clients mean "none" by a negative time, and tests an expired session; a day is as good as any. */
const EARLIEST_EXPIRY_SECONDS = -86_400;

/** Longer lists make sessions that no header and no address can carry. */
const MAX_PRIVILEGES_LENGTH = 8000;

/** Signs sessions in the name of accounts. Whether somebody may have one is decided before. */
export class SessionIssuer {
  readonly #roles: RoleDirectory;
  readonly #clock: Clock;

  constructor(roles: RoleDirectory, clock: Clock) {
    this.#roles = roles;
    this.#clock = clock;
  }

  /** @throws ApiError where a privilege means nothing */
  issue(partner: Partner, wish: SessionWish): IssuedSession {
    const { userId, type, privileges, masterPartnerId } = wish;
    const [secret] = partner.adminSecrets;
    if (secret === undefined) throw new ApiError('START_SESSION_ERROR', partner.id);
    this.refuseImpossible(partner.id, privileges);
    const nowMs = this.#clock.nowMs();
    const lifeSeconds = Math.max(
      EARLIEST_EXPIRY_SECONDS,
      Math.min(wish.expiry, partner.maxSessionSeconds),
    );
    const expiresAtSeconds = Math.floor(nowMs / 1000) + lifeSeconds;
    const fields = {
      partnerId: partner.id,
      userId,
      type,
      expiresAtSeconds,
      privileges,
      ...(masterPartnerId === undefined ? {} : { masterPartnerId }),
      // Only groups are ended by time.
      ...(hasPrivilege(privileges, 'sessionid') ? { additionalData: formatIssueTime(nowMs) } : {}),
    };
    return { ks: encodeKsV2(fields, secret), expiresAtSeconds };
  }

  /** @throws ApiError where a privilege means nothing: no session could be issued with it */
  refuseImpossible(partnerId: number, privileges: Privileges): void {
    let length = 0;
    for (const { name, value } of privileges) {
      length += name.length + value.length + 2;
      if (name === 'actionslimit' && !/^[1-9]\d{0,8}$/.test(value))
        throw new ApiError('INVALID_ACTIONS_LIMIT');
      if (name !== 'setrole' && name !== 'restrictingrole') continue;
      if (value === '' || value.startsWith('-')) throw new ApiError('INVALID_SET_ROLE');
      if (this.#roles.findRole(partnerId, value) === undefined)
        throw new ApiError('UNKNOWN_ROLE_ID');
    }
    if (length > MAX_PRIVILEGES_LENGTH) {
      throw new ApiError('PROPERTY_VALIDATION_MAX_LENGTH', 'privileges', MAX_PRIVILEGES_LENGTH);
    }
  }
}
