import { ApiError } from '../errors/api-error.ts';
import { isAdminType, KS_TYPE_ADMIN, KS_TYPE_USER } from '../ks/ks.ts';
import { encodeKsV2 } from '../ks/ks-v2.ts';
import { formatPrivileges, type Privileges, parsePrivileges } from '../ks/privileges.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import type { Clock } from '../ports.ts';
import type { Accounts } from '../session/accounts.ts';
import { type Call, sessionOf } from '../session/call.ts';
import { isOneOf } from '../session/compare-secrets.ts';
import type { RoleDirectory } from '../session/roles.ts';
import type { Partner } from '../store/partners-store.ts';

export type StartArguments = {
  readonly secret: string;
  readonly userId: string;
  readonly type: number;
  readonly partnerId: number | null;
  readonly expiry: number;
  readonly privileges: string | null;
};

const WIDGET_PRIVILEGES: Privileges = [
  { name: 'view', value: '*' },
  { name: 'widget', value: '1' },
];

/** Starts, shows and ends sessions. */
export class SessionService {
  readonly #accounts: Accounts;
  readonly #verifier: SessionVerifier;
  readonly #roles: RoleDirectory;
  readonly #clock: Clock;

  constructor(accounts: Accounts, verifier: SessionVerifier, roles: RoleDirectory, clock: Clock) {
    this.#accounts = accounts;
    this.#verifier = verifier;
    this.#roles = roles;
    this.#clock = clock;
  }

  /** Whoever knows a secret of the account may start sessions: admin sessions with an admin secret only. */
  start({ secret, userId, type, partnerId, expiry, privileges: text }: StartArguments): string {
    const partner = this.#accounts.find(partnerId ?? Number.NaN);
    const secrets = partner === undefined ? [] : secretsFor(partner, type);
    const isRight = isOneOf(secret, secrets);
    if (partner === undefined || !isRight)
      throw new ApiError('START_SESSION_ERROR', partnerId ?? '');
    const privileges = parsePrivileges(text ?? '');
    refuseImpossible(partner.id, privileges, this.#roles);
    return this.#sign(partner, { userId, type, expiry, privileges });
  }

  /** Anybody may start the session of a widget; it may do what anybody may. */
  startWidgetSession({ widgetId, expiry }: { readonly widgetId: string; readonly expiry: number }) {
    const partner = this.#accounts.find(partnerIdOfWidget(widgetId));
    if (partner === undefined) throw new ApiError('INVALID_WIDGET_ID', widgetId);
    const userId = '0';
    const ks = this.#sign(partner, {
      userId,
      type: KS_TYPE_USER,
      expiry,
      privileges: WIDGET_PRIVILEGES,
    });
    return { objectType: 'KalturaStartWidgetSessionResponse', partnerId: partner.id, ks, userId };
  }

  /** What a session says: the one that is sent along, or another one of the same account. */
  get(call: Call, { session: text }: { readonly session: string | null }) {
    const own = sessionOf(call);
    const shown = text === null || text === '' ? own : this.#verifier.inspect(text);
    if (shown.partnerId !== own.partnerId) {
      throw new ApiError('PARTNER_ACCESS_FORBIDDEN', own.partnerId, shown.partnerId);
    }
    return {
      objectType: 'KalturaSessionInfo',
      sessionType: shown.isAdmin ? KS_TYPE_ADMIN : KS_TYPE_USER,
      partnerId: shown.partnerId,
      userId: shown.userId,
      expiry: shown.expiresAtSeconds,
      privileges: formatPrivileges(shown.privileges),
    };
  }

  /** Whoever has a session may end it. One that does not hold has ended already. */
  async end(call: Call): Promise<null> {
    if (call.ks === undefined || call.ks === '') return null;
    try {
      await this.#accounts.end(this.#verifier.inspect(call.ks));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    return null;
  }

  #sign(
    partner: Partner,
    wish: {
      readonly userId: string;
      readonly type: number;
      readonly expiry: number;
      readonly privileges: Privileges;
    },
  ): string {
    const [secret] = partner.adminSecrets;
    if (secret === undefined) throw new ApiError('START_SESSION_ERROR', partner.id);
    const nowSeconds = Math.floor(this.#clock.nowMs() / 1000);
    const expiresAtSeconds = nowSeconds + Math.min(wish.expiry, partner.maxSessionSeconds);
    const { userId, type, privileges } = wish;
    return encodeKsV2(
      { partnerId: partner.id, userId, type, expiresAtSeconds, privileges },
      secret,
    );
  }
}

function secretsFor(partner: Partner, type: number): readonly string[] {
  return isAdminType(type)
    ? partner.adminSecrets
    : [...partner.adminSecrets, ...partner.userSecrets];
}

/** Every account has the widget `_ID`. */
function partnerIdOfWidget(widgetId: string): number {
  const match = /^_(\d{1,10})$/.exec(widgetId);
  return match === null ? Number.NaN : Number(match[1]);
}

function refuseImpossible(partnerId: number, privileges: Privileges, roles: RoleDirectory): void {
  for (const { name, value } of privileges) {
    if (name === 'actionslimit' && !/^[1-9]\d{0,8}$/.test(value))
      throw new ApiError('INVALID_ACTIONS_LIMIT');
    if (name !== 'setrole') continue;
    if (value === '' || value.startsWith('-')) throw new ApiError('INVALID_SET_ROLE');
    if (roles.findRole(partnerId, value) === undefined) throw new ApiError('UNKNOWN_ROLE_ID');
  }
}
