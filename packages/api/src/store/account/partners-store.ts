import { hash } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Account } from '../../ports.ts';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import type { PartnerSecretTable, PartnerTable } from '../tables.ts';
import { countChange } from './account-changes.ts';

export type SecretKind = 'admin' | 'user';

export type Secret = {
  /** Names the secret without telling it. */
  readonly id: string;
  readonly kind: SecretKind;
  readonly text: string;
  /** From the installation's settings: it comes back with every start. */
  readonly isConfigured: boolean;
  readonly createdAtMs: number;
};

/** What an account says about itself, under the API's names. */
export type PartnerProperties = { readonly [name: string]: string | number | boolean | null };

export type Partner = {
  readonly id: number;
  readonly name: string;
  readonly isActive: boolean;
  /** Longer sessions are shortened to this. */
  readonly maxSessionSeconds: number;
  /** Categories say who may watch, in sessions that say nothing about it. */
  readonly isEntitlementEnforced: boolean;
  readonly secrets: readonly Secret[];
  /** The one in use first; they also sign all sessions. */
  readonly adminSecrets: readonly string[];
  readonly userSecrets: readonly string[];
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Grows with every change of name and properties. */
  readonly revision: number;
  readonly properties: PartnerProperties;
};

/** A day, as Kaltura's accounts have it. */
const DEFAULT_MAX_SESSION_SECONDS = 86_400;
const ACTIVE = 1;

export type NewPartner = Account & {
  readonly name: string;
  readonly isEntitlementEnforced: boolean;
  readonly properties: PartnerProperties;
};

/** Accounts and their secrets. Whoever changes them lets `Accounts` read them again. */
export class PartnersStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes sure of the account that the installation is configured with; secrets of an earlier configuration end. */
  async configure(account: Account, nowMs: number): Promise<void> {
    const { builder } = this.#database;
    const { partnerId } = account;
    await this.#database.write([
      countChange(this.#database, 'accounts'),
      statement(
        builder
          .insertInto('partner')
          .values(
            partnerRow(
              {
                ...account,
                name: `Account ${partnerId}`,
                isEntitlementEnforced: false,
                properties: {},
              },
              nowMs,
            ),
          )
          .onConflict((conflict) => conflict.column('id').doNothing()),
      ),
      statement(
        builder
          .deleteFrom('partner_secret')
          .where('partner_id', '=', partnerId)
          .where('origin', '=', 'configured'),
      ),
      ...secretRows(account, 'configured', nowMs).map((row) =>
        statement(
          builder
            .insertInto('partner_secret')
            .values(row)
            .onConflict((conflict) => conflict.doNothing()),
        ),
      ),
    ]);
  }

  /**
   * Makes a further account.
   *
   * @param more what belongs to every new account, in the same job
   * @throws DatabaseError `duplicate` where the id is taken
   */
  async insert(partner: NewPartner, nowMs: number, more: readonly Statement[]): Promise<void> {
    const { builder } = this.#database;
    await this.#database.write([
      countChange(this.#database, 'accounts'),
      statement(builder.insertInto('partner').values(partnerRow(partner, nowMs))),
      ...secretRows(partner, 'added', nowMs).map((row) =>
        statement(builder.insertInto('partner_secret').values(row)),
      ),
      ...more,
    ]);
  }

  /** @returns false where somebody else's change came first */
  async replace(partner: Partner, nowMs: number): Promise<boolean> {
    const query = this.#database.builder
      .updateTable('partner')
      .set({
        name: partner.name,
        is_entitlement_enforced: partner.isEntitlementEnforced ? 1 : 0,
        properties: JSON.stringify(partner.properties),
        updated_at_ms: nowMs,
        revision: partner.revision + 1,
      })
      .where('id', '=', partner.id)
      .where('revision', '=', partner.revision);
    return tryWrite(this.#database, [
      countChange(this.#database, 'accounts'),
      statement(query, { mustChange: true }),
    ]);
  }

  /** Gives the account a further secret; one that it has already stays. */
  async addSecret(
    partnerId: number,
    kind: SecretKind,
    secret: string,
    nowMs: number,
  ): Promise<void> {
    const { builder } = this.#database;
    const row = {
      partner_id: partnerId,
      kind,
      secret,
      origin: 'added',
      created_at_ms: nowMs,
    } as const;
    await this.#database.write([
      countChange(this.#database, 'accounts'),
      statement(
        builder
          .insertInto('partner_secret')
          .values(row)
          .onConflict((conflict) => conflict.doNothing()),
      ),
    ]);
  }

  /** Takes secrets away, and gives a new one, at once. Those that come from the settings stay. */
  async replaceSecrets(
    partnerId: number,
    removed: readonly Secret[],
    added: { readonly kind: SecretKind; readonly text: string } | null,
    nowMs: number,
  ): Promise<void> {
    const { builder } = this.#database;
    const additions =
      added === null
        ? []
        : [
            statement(
              builder.insertInto('partner_secret').values({
                partner_id: partnerId,
                kind: added.kind,
                secret: added.text,
                origin: 'added',
                created_at_ms: nowMs,
              }),
            ),
          ];
    await this.#database.write([
      countChange(this.#database, 'accounts'),
      ...removed.map(({ kind, text }) =>
        statement(
          builder
            .deleteFrom('partner_secret')
            .where('partner_id', '=', partnerId)
            .where('kind', '=', kind)
            .where('secret', '=', text)
            .where('origin', '=', 'added'),
        ),
      ),
      ...additions,
    ]);
  }

  async all(): Promise<readonly Partner[]> {
    const { builder } = this.#database;
    const partners = await this.#database.read(
      builder.selectFrom('partner').selectAll().orderBy('id'),
    );
    const secrets = await this.#database.read(
      // 'configured' comes after 'added' in the alphabet. What signs comes first: the settings' secret, then the newest.
      builder
        .selectFrom('partner_secret')
        .selectAll()
        .orderBy('origin', 'desc')
        .orderBy('created_at_ms', 'desc')
        .orderBy('secret'),
    );
    const byPartner = Map.groupBy(secrets, ({ partner_id }) => partner_id);
    return partners.map((partner) => partnerOf(partner, byPartner.get(partner.id) ?? []));
  }
}

function partnerOf(
  row: Selectable<PartnerTable>,
  secretRowsOf: readonly PartnerSecretTable[],
): Partner {
  const secrets = secretRowsOf.map(secretOf);
  const textsOf = (wanted: SecretKind) =>
    secrets.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  return {
    id: row.id,
    name: row.name,
    isActive: row.status === ACTIVE,
    maxSessionSeconds: row.max_session_s,
    isEntitlementEnforced: row.is_entitlement_enforced === 1,
    secrets,
    adminSecrets: textsOf('admin'),
    userSecrets: textsOf('user'),
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as PartnerProperties,
  };
}

function secretOf(row: PartnerSecretTable): Secret {
  return {
    id: hash('sha256', `${row.partner_id}:${row.kind}:${row.secret}`).slice(0, SECRET_ID_LENGTH),
    kind: row.kind,
    text: row.secret,
    isConfigured: row.origin === 'configured',
    createdAtMs: row.created_at_ms,
  };
}

/** 48 bits: enough to tell an account's secrets apart, far too few to find one. */
const SECRET_ID_LENGTH = 12;

function partnerRow(
  { partnerId, name, isEntitlementEnforced, properties }: NewPartner,
  nowMs: number,
): Insertable<PartnerTable> {
  return {
    id: partnerId,
    name,
    status: ACTIVE,
    max_session_s: DEFAULT_MAX_SESSION_SECONDS,
    created_at_ms: nowMs,
    updated_at_ms: nowMs,
    revision: 1,
    is_entitlement_enforced: isEntitlementEnforced ? 1 : 0,
    properties: JSON.stringify(properties),
  };
}

function secretRows(
  { partnerId, adminSecret, userSecret }: Account,
  origin: PartnerSecretTable['origin'],
  nowMs: number,
): readonly PartnerSecretTable[] {
  return (['admin', 'user'] as const).map((kind) => ({
    partner_id: partnerId,
    kind,
    secret: kind === 'admin' ? adminSecret : userSecret,
    origin,
    created_at_ms: nowMs,
  }));
}
