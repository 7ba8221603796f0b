import type { Account } from '../ports.ts';
import { type Database, isDatabaseError, statement } from './database.ts';

export type Partner = {
  readonly id: number;
  readonly isActive: boolean;
  /** Longer sessions are shortened to this. */
  readonly maxSessionSeconds: number;
  /** The one in use first; they also sign all sessions. */
  readonly adminSecrets: readonly string[];
  readonly userSecrets: readonly string[];
  /** Categories say who may watch, in sessions that say nothing about it. */
  readonly isEntitlementEnforced: boolean;
};

/** A day, as Kaltura's accounts have it. */
const DEFAULT_MAX_SESSION_SECONDS = 86_400;

/** Accounts and their secrets. */
export class PartnersStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes sure of the account that the installation is configured with; secrets of an earlier configuration end. */
  async configure(account: Account, nowMs: number): Promise<void> {
    const { builder } = this.#database;
    await this.#database.write([
      statement(
        builder
          .insertInto('partner')
          .values({
            id: account.partnerId,
            name: `Account ${account.partnerId}`,
            status: 1,
            max_session_s: DEFAULT_MAX_SESSION_SECONDS,
            created_at_ms: nowMs,
          })
          .onConflict((conflict) => conflict.column('id').doNothing()),
      ),
      statement(
        builder
          .deleteFrom('partner_secret')
          .where('partner_id', '=', account.partnerId)
          .where('origin', '=', 'configured'),
      ),
      ...(['admin', 'user'] as const).map((kind) =>
        statement(
          builder
            .insertInto('partner_secret')
            .values({
              partner_id: account.partnerId,
              kind,
              secret: kind === 'admin' ? account.adminSecret : account.userSecret,
              origin: 'configured',
              created_at_ms: nowMs,
            })
            .onConflict((conflict) => conflict.doNothing()),
        ),
      ),
    ]);
  }

  /** Gives the account a further secret; one that it has already stays. */
  async addSecret(
    partnerId: number,
    kind: 'admin' | 'user',
    secret: string,
    nowMs: number,
  ): Promise<void> {
    const values = {
      partner_id: partnerId,
      kind,
      secret,
      origin: 'added',
      created_at_ms: nowMs,
    } as const;
    try {
      await this.#database.write([
        statement(this.#database.builder.insertInto('partner_secret').values(values)),
      ]);
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate')) throw error;
    }
  }

  async all(): Promise<readonly Partner[]> {
    const { builder } = this.#database;
    const partners = await this.#database.read(builder.selectFrom('partner').selectAll());
    const secrets = await this.#database.read(
      // 'configured' comes after 'added' in the alphabet: what is in use comes first.
      builder
        .selectFrom('partner_secret')
        .selectAll()
        .orderBy('origin', 'desc')
        .orderBy('created_at_ms'),
    );
    return partners.map((partner) => {
      const own = secrets.filter(({ partner_id }) => partner_id === partner.id);
      return {
        id: partner.id,
        isActive: partner.status === 1,
        maxSessionSeconds: partner.max_session_s,
        adminSecrets: own.filter(({ kind }) => kind === 'admin').map(({ secret }) => secret),
        userSecrets: own.filter(({ kind }) => kind === 'user').map(({ secret }) => secret),
        isEntitlementEnforced: partner.is_entitlement_enforced === 1,
      };
    });
  }
}
