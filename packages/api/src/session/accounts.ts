import type { EntitlementSettings } from '../entitlement/entitlement.ts';
import { hasPrivilege, valuesOf } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import type { SessionKnowledge } from '../ks/session-verifier.ts';
import type { Clock } from '../ports.ts';
import type { Partner, PartnersStore } from '../store/partners-store.ts';
import type { SessionsStore } from '../store/sessions-store.ts';

/** Sessions of a group may have been signed for any time: ending the group holds for this long, s. */
const GROUP_END_SECONDS = 365 * 86_400;

/**
 * Accounts, their secrets and their ended sessions, in memory, because every call asks for them. The database is read
 * at the start.
 */
export class Accounts implements SessionKnowledge, EntitlementSettings {
  readonly #partnersStore: PartnersStore;
  readonly #sessionsStore: SessionsStore;
  readonly #clock: Clock;
  #partners: ReadonlyMap<number, Partner> = new Map();
  readonly #ended = new Map<string, number>();

  private constructor(partnersStore: PartnersStore, sessionsStore: SessionsStore, clock: Clock) {
    this.#partnersStore = partnersStore;
    this.#sessionsStore = sessionsStore;
    this.#clock = clock;
  }

  static async open(
    partners: PartnersStore,
    sessions: SessionsStore,
    clock: Clock,
  ): Promise<Accounts> {
    const accounts = new Accounts(partners, sessions, clock);
    await accounts.#load();
    return accounts;
  }

  async #load(): Promise<void> {
    const nowSeconds = this.#nowSeconds();
    await this.#sessionsStore.removeExpired(nowSeconds);
    this.#partners = new Map((await this.#partnersStore.all()).map((each) => [each.id, each]));
    this.#ended.clear();
    for (const [key, expiry] of await this.#sessionsStore.ended(nowSeconds))
      this.#ended.set(key, expiry);
  }

  /** The account, unless it is unknown or blocked. */
  find(partnerId: number): Partner | undefined {
    const partner = this.#partners.get(partnerId);
    return partner?.isActive ? partner : undefined;
  }

  signingSecretsOf(partnerId: number): readonly string[] {
    return this.find(partnerId)?.adminSecrets ?? [];
  }

  isEntitlementEnforced(partnerId: number): boolean {
    return this.find(partnerId)?.isEntitlementEnforced ?? false;
  }

  isEnded(session: Session): boolean {
    if (this.#ended.size === 0) return false;
    return (
      this.#ended.has(keyOf(session)) || groupKeysOf(session).some((key) => this.#ended.has(key))
    );
  }

  countUse(session: Session, maxUses: number): Promise<boolean> {
    return this.#sessionsStore.countUse(keyOf(session), maxUses, session.expiresAtSeconds);
  }

  /** Ends a session, and with it all of its group (`sessionid`). */
  async end(session: Session): Promise<void> {
    // Anybody may start these, and they may do nothing that needs no session: keeping a list of them is only a burden.
    if (hasPrivilege(session.privileges, 'widget')) return;
    await this.#end(keyOf(session), session.expiresAtSeconds);
    for (const key of groupKeysOf(session)) {
      await this.#end(
        key,
        Math.max(session.expiresAtSeconds, this.#nowSeconds() + GROUP_END_SECONDS),
      );
    }
  }

  async #end(key: string, expiresAtSeconds: number): Promise<void> {
    await this.#sessionsStore.end(key, expiresAtSeconds);
    this.#ended.set(key, expiresAtSeconds);
  }

  #nowSeconds(): number {
    return Math.floor(this.#clock.nowMs() / 1000);
  }
}

function keyOf(session: Session): string {
  return `${session.partnerId}:${session.hash}`;
}

function groupKeysOf(session: Session): readonly string[] {
  return valuesOf(session.privileges, 'sessionid')
    .filter((id) => id !== '')
    .map((id) => `${session.partnerId}:sessionid:${id}`);
}
