import { actorOf } from '../../audit/actor.ts';
import { currentTrail } from '../../audit/trail.ts';
import { ApiError } from '../../errors/api-error.ts';
import { isAdminType, KS_TYPE_ADMIN, KS_TYPE_USER } from '../../ks/ks.ts';
import { formatPrivileges, parsePrivileges } from '../../ks/privileges.ts';
import type { Session } from '../../ks/session.ts';
import type { SessionVerifier } from '../../ks/session-verifier.ts';
import type { WidgetDirectory } from '../../profiles/widget-directory.ts';
import type { Accounts } from '../../session/accounts.ts';
import { type Attempts, mayBeGuessed } from '../../session/attempts.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { isOneOf } from '../../session/compare-secrets.ts';
import type { RoleDirectory } from '../../session/roles.ts';
import type { IssuedSession, SessionIssuer, SessionWish } from '../../session/session-issuer.ts';
import type { Partner } from '../../store/account/partners-store.ts';
import { widgetPrivileges } from '../profile/widget-privileges.ts';

export type SessionServices = {
  readonly accounts: Accounts;
  readonly verifier: SessionVerifier;
  readonly issuer: SessionIssuer;
  readonly roles: RoleDirectory;
  readonly attempts: Attempts;
  readonly widgets: WidgetDirectory;
};

export type StartArguments = {
  readonly secret: string;
  readonly userId: string;
  readonly type: number;
  readonly partnerId: number | null;
  readonly expiry: number;
  readonly privileges: string | null;
};

/** Starts, shows and ends sessions. */
export class SessionService {
  readonly #services: SessionServices;

  constructor(services: SessionServices) {
    this.#services = services;
  }

  /** Whoever knows a secret of the account may start sessions: admin sessions with an admin secret only. */
  start(call: Call, { secret, partnerId, ...wish }: StartArguments): string | Promise<string> {
    const { accounts, attempts } = this.#services;
    const partner = accounts.find(partnerId ?? Number.NaN);
    const finish = () => {
      const isRight = isOneOf(secret, ...secretsFor(partner, wish.type));
      if (partner === undefined || !isRight) return this.#refuseSecret(call, partnerId);
      return this.#issue(partner, wish).ks;
    };
    if (!mayBeGuessed(secret)) return finish();
    return attempts.refuseTooMany('secret', attemptOf(call, partnerId)).then(finish);
  }

  /**
   * A session of one account, asked for with an admin secret of another: the account that the installation is configured
   * with may do so for all accounts, any other for itself.
   */
  async impersonate(
    call: Call,
    {
      secret,
      impersonatedPartnerId,
      partnerId,
      ...wish
    }: StartArguments & { readonly impersonatedPartnerId: number },
  ): Promise<string> {
    const { accounts, attempts, roles } = this.#services;
    const callerId = partnerId ?? impersonatedPartnerId;
    if (mayBeGuessed(secret)) await attempts.refuseTooMany('secret', attemptOf(call, callerId));
    const caller = accounts.find(callerId);
    if (caller === undefined || !isOneOf(secret, caller.adminSecrets))
      return this.#refuseSecret(call, callerId);
    const impersonated = accounts.find(impersonatedPartnerId);
    const isAllowed = callerId === impersonatedPartnerId || roles.isOperator(callerId);
    if (impersonated === undefined || !isAllowed)
      throw new ApiError('START_SESSION_ERROR', impersonatedPartnerId);
    return this.#issue(impersonated, { ...wish, masterPartnerId: callerId }).ks;
  }

  /** A further session for the user of another one, as its account could start it by itself. */
  impersonateByKs(
    call: Call,
    {
      session: text,
      type,
      expiry,
      privileges,
    }: {
      readonly session: string;
      readonly type: number | null;
      readonly expiry: number | null;
      readonly privileges: string | null;
    },
  ): object {
    const { accounts, verifier } = this.#services;
    const caller = sessionOf(call);
    const impersonated = verifier.inspect(text);
    const partner = accounts.find(impersonated.partnerId);
    const isAllowed =
      impersonated.partnerId === caller.partnerId || call.permissions.has('MANAGE_ACCOUNTS');
    if (partner === undefined || !isAllowed)
      throw new ApiError('START_SESSION_ERROR', impersonated.partnerId);
    const wish = {
      userId: impersonated.userId,
      type: type ?? impersonated.type,
      privileges: privileges === null ? impersonated.privileges : parsePrivileges(privileges),
      expiry: expiry ?? DEFAULT_EXPIRY_SECONDS,
      masterPartnerId: caller.partnerId,
    };
    return infoOfIssued(partner.id, wish, this.#services.issuer.issue(partner, wish));
  }

  /** Anybody may start the session of a widget; it may do what anybody may, and what the account has given the widget. */
  async startWidgetSession({
    widgetId,
    expiry,
  }: {
    readonly widgetId: string;
    readonly expiry: number;
  }) {
    const widget = await this.#services.widgets.find(widgetId);
    const partner = widget === null ? undefined : this.#services.accounts.find(widget.partnerId);
    if (widget === null || partner === undefined) throw new ApiError('INVALID_WIDGET_ID', widgetId);
    const userId = '0';
    const privileges = widgetPrivileges(widget.properties);
    const ks = this.#issueForWidget(partner, widgetId, { userId, expiry, privileges });
    return { objectType: 'KalturaStartWidgetSessionResponse', partnerId: partner.id, ks, userId };
  }

  /** What a session says: the one that is sent along, or another one of the same account. */
  get(call: Call, { session: text }: { readonly session: string | null }): object {
    const own = sessionOf(call);
    const shown = text === null || text === '' ? own : this.#services.verifier.inspect(text);
    if (shown.partnerId !== own.partnerId) {
      throw new ApiError('PARTNER_ACCESS_FORBIDDEN', own.partnerId, shown.partnerId);
    }
    return infoOf(shown);
  }

  /** Whoever has a session may end it. One that does not hold has ended already. */
  async end(call: Call): Promise<null> {
    if (call.ks === undefined || call.ks === '') return null;
    const { accounts, verifier } = this.#services;
    try {
      const session = verifier.inspect(call.ks);
      currentTrail()?.actedBy(actorOf(session));
      await accounts.end(session);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    return null;
  }

  #issueForWidget(partner: Partner, widgetId: string, wish: Omit<SessionWish, 'type'>): string {
    try {
      return this.#services.issuer.issue(partner, { ...wish, type: KS_TYPE_USER }).ks;
    } catch (error) {
      // The widget's role is gone: that is for the account to mend, not for the viewer to understand.
      if (error instanceof ApiError) throw new ApiError('START_WIDGET_SESSION_ERROR', widgetId);
      throw error;
    }
  }

  #issue(
    partner: Partner,
    {
      privileges,
      ...wish
    }: Omit<SessionWish, 'privileges'> & { readonly privileges: string | null },
  ): IssuedSession {
    return this.#services.issuer.issue(partner, {
      ...wish,
      privileges: parsePrivileges(privileges ?? ''),
    });
  }

  async #refuseSecret(call: Call, partnerId: number | null): Promise<never> {
    await this.#services.attempts.countWrong('secret', attemptOf(call, partnerId));
    throw new ApiError('START_SESSION_ERROR', partnerId ?? '');
  }
}

/** Where nobody says how long a session lasts: a day. */
export const DEFAULT_EXPIRY_SECONDS = 86_400;

/** A session that was just issued as KalturaSessionInfo, with its text. */
export function infoOfIssued(partnerId: number, wish: SessionWish, issued: IssuedSession): object {
  return {
    objectType: 'KalturaSessionInfo',
    ks: issued.ks,
    sessionType: isAdminType(wish.type) ? KS_TYPE_ADMIN : KS_TYPE_USER,
    partnerId,
    userId: wish.userId,
    expiry: issued.expiresAtSeconds,
    privileges: formatPrivileges(wish.privileges),
  };
}

function infoOf(session: Session): object {
  return {
    objectType: 'KalturaSessionInfo',
    sessionType: session.isAdmin ? KS_TYPE_ADMIN : KS_TYPE_USER,
    partnerId: session.partnerId,
    userId: session.userId,
    expiry: session.expiresAtSeconds,
    privileges: formatPrivileges(session.privileges),
  };
}

function attemptOf({ origin }: Call, partnerId: number | null) {
  return { remoteAddress: origin.remoteAddress, account: String(partnerId ?? '') };
}

function secretsFor(partner: Partner | undefined, type: number): readonly (readonly string[])[] {
  if (partner === undefined) return [];
  return isAdminType(type) ? [partner.adminSecrets] : [partner.adminSecrets, partner.userSecrets];
}
