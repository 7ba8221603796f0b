import { isDeepStrictEqual } from 'node:util';
import type { EntitlementSettings } from '../entitlement/entitlement.ts';
import { hasPrivilege } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import type { SessionKnowledge } from '../ks/session-verifier.ts';
import type { Clock, Log } from '../ports.ts';
import { type AccountVersions, readVersions } from '../store/account/account-changes.ts';
import type { Partner, PartnersStore } from '../store/account/partners-store.ts';
import type { RolesStore } from '../store/account/roles-store.ts';
import type { Ending, SessionsStore } from '../store/account/sessions-store.ts';
import type { UsersStore } from '../store/account/users-store.ts';
import type { Database } from '../store/database.ts';
import {
  Endings,
  GROUP_END_SECONDS,
  loginGroupKey,
  sessionGroupKey,
  sessionGroupKeysOf,
  sessionKeyOf,
} from './endings.ts';
import type { Roles } from './roles.ts';

export type AccountsOptions = {
  readonly database: Database;
  readonly partners: PartnersStore;
  readonly rolesStore: RolesStore;
  readonly sessions: SessionsStore;
  readonly users: UsersStore;
  /** Is loaded along. */
  readonly roles: Roles;
  readonly clock: Clock;
  readonly log: Log;
};

const NO_SECRETS: readonly string[] = [];

/** How soon a change that another process has made is known here. The question is one row read by its key. */
const POLL_INTERVAL_MS = 1000;
/** How often what is over is forgotten, ms. */
const SWEEP_INTERVAL_MS = 3_600_000;

/**
 * Accounts, their secrets, roles, blocked users and ended sessions, in memory, because every call asks for them. What
 * this process changes it knows at once, what others change within seconds.
 */
export class Accounts implements SessionKnowledge, EntitlementSettings {
  readonly #options: AccountsOptions;
  readonly #endings = new Endings();
  #partners: ReadonlyMap<number, Partner> = new Map();
  #blockedUsers: ReadonlySet<string> = new Set();
  #versions: AccountVersions = { accounts: 0, endings: 0 };
  #refreshing: Promise<void> = Promise.resolve();
  #isPolling = false;
  #isOutOfDate = false;
  #sweptAtMs = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: AccountsOptions) {
    this.#options = options;
  }

  /** Reads everything, and from then on looks for changes until it is closed. */
  static async open(options: AccountsOptions): Promise<Accounts> {
    const accounts = new Accounts(options);
    await accounts.refresh();
    accounts.#timer = setInterval(() => void accounts.#poll(), POLL_INTERVAL_MS).unref();
    return accounts;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#refreshing;
  }

  /** Resolves once everything that was committed before the call is known. */
  refresh(): Promise<void> {
    const refreshed = this.#refreshing.then(() => this.#load());
    this.#refreshing = refreshed.catch(() => undefined);
    return refreshed;
  }

  /** The account, unless it is unknown or blocked. */
  find(partnerId: number): Partner | undefined {
    const partner = this.#partners.get(partnerId);
    return partner?.isActive ? partner : undefined;
  }

  /** Every account of the installation, by its id. */
  all(): readonly Partner[] {
    return [...this.#partners.values()];
  }

  signingSecretsOf(partnerId: number): readonly string[] {
    return this.find(partnerId)?.adminSecrets ?? NO_SECRETS;
  }

  isEntitlementEnforced(partnerId: number): boolean {
    return this.find(partnerId)?.isEntitlementEnforced ?? false;
  }

  isEnded(session: Session): boolean {
    return this.#endings.includes(session);
  }

  isBlocked({ partnerId, userId }: Session): boolean {
    return this.#blockedUsers.size > 0 && this.#blockedUsers.has(`${partnerId}:${userId}`);
  }

  countUse(session: Session, maxUses: number): Promise<boolean> {
    return this.#options.sessions.countUse(
      sessionKeyOf(session),
      maxUses,
      session.expiresAtSeconds,
    );
  }

  /** Ends a session, and with it all of its group (`sessionid`) that was started until now. */
  async end(session: Session): Promise<void> {
    // Anybody may start these, and they may do nothing that needs no session: keeping a list of them is only a burden.
    if (hasPrivilege(session.privileges, 'widget')) return;
    const { expiresAtSeconds } = session;
    await this.#end([
      { key: sessionKeyOf(session), expiresAtSeconds, endedAtMs: 0 },
      ...sessionGroupKeysOf(session).map((key) => this.#groupEnding(key, expiresAtSeconds)),
    ]);
  }

  /** Ends all sessions with `sessionid:ID` that were started until now. */
  endGroup(partnerId: number, id: string): Promise<void> {
    return this.#end([this.#groupEnding(sessionGroupKey(partnerId, id), 0)]);
  }

  /** Ends all sessions that a user's password has started. */
  endLogins(partnerId: number, group: string): Promise<void> {
    return this.#end([this.#groupEnding(loginGroupKey(partnerId, group), 0)]);
  }

  async #end(endings: readonly Ending[]): Promise<void> {
    await this.#options.sessions.end(endings);
    this.#endings.add(endings);
  }

  #groupEnding(key: string, expiresAtSeconds: number): Ending {
    const nowMs = this.#options.clock.nowMs();
    return {
      key,
      expiresAtSeconds: Math.max(expiresAtSeconds, Math.floor(nowMs / 1000) + GROUP_END_SECONDS),
      endedAtMs: nowMs,
    };
  }

  async #poll(): Promise<void> {
    // A database that is slow to answer is not asked again meanwhile.
    if (this.#isPolling) return;
    this.#isPolling = true;
    try {
      await this.refresh();
      if (this.#isOutOfDate) this.#options.log.info({}, 'changes of accounts are read again');
      this.#isOutOfDate = false;
    } catch (error) {
      const message = 'changes of accounts cannot be read: what is known stays in force';
      if (!this.#isOutOfDate) this.#options.log.warn({ error: String(error) }, message);
      this.#isOutOfDate = true;
    } finally {
      this.#isPolling = false;
    }
  }

  async #load(): Promise<void> {
    await this.#sweep();
    // The versions first: a change between the two reads is read again by the next refresh.
    const versions = await readVersions(this.#options.database);
    if (versions.accounts !== this.#versions.accounts) await this.#loadAccounts();
    if (versions.endings !== this.#versions.endings) {
      this.#endings.add(
        await this.#options.sessions.endingsSince(this.#versions.endings, this.#nowSeconds()),
      );
    }
    this.#versions = versions;
  }

  async #loadAccounts(): Promise<void> {
    const { partners, rolesStore, users, roles } = this.#options;
    const [allPartners, allRoles, blocked] = await Promise.all([
      partners.all(),
      rolesStore.all(),
      users.blocked(),
    ]);
    const before = this.#partners;
    // What has not changed stays the same object, so that sessions need not be decoded again.
    const keep = (partner: Partner): Partner => {
      const known = before.get(partner.id);
      return known !== undefined && isDeepStrictEqual(known, partner) ? known : partner;
    };
    this.#partners = new Map(allPartners.map((each) => [each.id, keep(each)]));
    roles.load(allRoles);
    this.#blockedUsers = new Set(blocked.map(({ partnerId, id }) => `${partnerId}:${id}`));
  }

  async #sweep(): Promise<void> {
    const nowMs = this.#options.clock.nowMs();
    if (nowMs - this.#sweptAtMs < SWEEP_INTERVAL_MS) return;
    this.#sweptAtMs = nowMs;
    await this.#options.sessions.removeExpired(this.#nowSeconds());
    this.#endings.removeExpired(this.#nowSeconds());
  }

  #nowSeconds(): number {
    return Math.floor(this.#options.clock.nowMs() / 1000);
  }
}
