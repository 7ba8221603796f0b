import { sql } from 'kysely';
import { DELETED_STATUS } from '../../entries/entry-base.ts';
import { type Database, type Statement, statement } from '../database.ts';

/** What an account has said about its recordings, and about what players tell; null: no limit, and what is usual. */
export type StorageRule = {
  readonly quotaBytes: number | null;
  readonly retentionDays: number | null;
  readonly playerEventDays: number | null;
};

/** Of a recording's takes: how many go on, and when the last of them was over. */
const OPEN_TAKES = sql<number>`sum(case when take.state = 'open' then 1 else 0 end)`;
const ENDED_AT = sql<number>`max(coalesce(take.closed_at_ms, take.starts_at_ms + take.duration_ms))`;

export type AccountStorage = {
  readonly partnerId: number;
  readonly quotaBytes: number;
  readonly usedBytes: number;
};

const NO_RULE: StorageRule = { quotaBytes: null, retentionDays: null, playerEventDays: null };

/** How old a recording is, and whether that matters. */
export type RecordingAge = {
  /** The end of its last show, or when it was made, whichever is later; null while a show goes on. */
  readonly endedAtMs: number | null;
  readonly isKept: boolean;
};

/** How much accounts keep, how much they may, and for how long. */
export class StorageStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async ruleOf(partnerId: number): Promise<StorageRule> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('storage_rule')
        .select(['quota_bytes', 'retention_days', 'player_event_days'])
        .where('partner_id', '=', partnerId),
    );
    if (row === undefined) return NO_RULE;
    return {
      quotaBytes: row.quota_bytes,
      retentionDays: row.retention_days,
      playerEventDays: row.player_event_days,
    };
  }

  /** Only what is named changes. */
  async changeRule(partnerId: number, change: Partial<StorageRule>): Promise<void> {
    const { quotaBytes, retentionDays, playerEventDays } = change;
    const columns = {
      ...(quotaBytes === undefined ? {} : { quota_bytes: quotaBytes }),
      ...(retentionDays === undefined ? {} : { retention_days: retentionDays }),
      ...(playerEventDays === undefined ? {} : { player_event_days: playerEventDays }),
    };
    if (Object.keys(columns).length === 0) return;
    const nothing = { quota_bytes: null, retention_days: null, player_event_days: null };
    const values = { partner_id: partnerId, ...nothing, ...columns };
    await this.#database.write([
      statement(
        this.#database.builder
          .insertInto('storage_rule')
          .values(values)
          .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(columns)),
      ),
    ]);
  }

  /** What an account's takes hold on disk: also those that are about to go. */
  async usedBytesOf(partnerId: number): Promise<number> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('take')
        .select(({ fn }) => fn.sum<number | null>('size_bytes').as('total'))
        .where('partner_id', '=', partnerId)
        .where('state', 'in', ['open', 'closed', 'removing']),
    );
    return Number(row?.total ?? 0);
  }

  /** How many entries of an account play something that was recorded, clips and copies too. */
  async recordingCountOf(partnerId: number): Promise<number> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('recording_take')
        .innerJoin('entry', 'entry.id', 'recording_take.entry_id')
        .select(({ fn }) => fn.count<number>('recording_take.entry_id').distinct().as('total'))
        .where('entry.partner_id', '=', partnerId)
        .where('entry.status', '!=', DELETED_STATUS),
    );
    return Number(row?.total ?? 0);
  }

  async ageOf(entryId: string): Promise<RecordingAge> {
    const [row] = await this.#database.read(
      this.#aged().where('recording_take.entry_id', '=', entryId),
    );
    if (row === undefined) return { endedAtMs: null, isKept: false };
    const endedAtMs =
      Number(row.open_takes) > 0 ? null : Math.max(Number(row.ended_at_ms), row.created_at_ms);
    return { endedAtMs, isKept: Number(row.is_kept) > 0 };
  }

  /** Accounts that have a quota, with what they keep. */
  async quotas(): Promise<readonly AccountStorage[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('storage_rule')
        .leftJoin('take', (join) =>
          join
            .onRef('take.partner_id', '=', 'storage_rule.partner_id')
            .on('take.state', 'in', ['open', 'closed', 'removing']),
        )
        .select(['storage_rule.partner_id', 'storage_rule.quota_bytes'])
        .select(({ fn }) => fn.sum<number | null>('take.size_bytes').as('total'))
        .where('storage_rule.quota_bytes', 'is not', null)
        .groupBy(['storage_rule.partner_id', 'storage_rule.quota_bytes']),
    );
    return rows.map((row) => ({
      partnerId: row.partner_id,
      quotaBytes: row.quota_bytes ?? 0,
      usedBytes: Number(row.total ?? 0),
    }));
  }

  /** Accounts that delete what is too old, each with its days. */
  async retentions(): Promise<readonly { readonly partnerId: number; readonly days: number }[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('storage_rule')
        .select(['partner_id', 'retention_days'])
        .where('retention_days', 'is not', null),
    );
    return rows.map((row) => ({ partnerId: row.partner_id, days: row.retention_days ?? 0 }));
  }

  /** Ids of recordings of an account that ended before a moment and do not stay, oldest first. */
  async expired(partnerId: number, beforeMs: number, limit: number): Promise<readonly string[]> {
    const rows = await this.#database.read(
      this.#aged()
        .where('entry.partner_id', '=', partnerId)
        .where('entry.created_at_ms', '<', beforeMs)
        .where('entry.status', '!=', DELETED_STATUS)
        .where('kept_recording.entry_id', 'is', null)
        .having(({ eb, and }) => and([eb(OPEN_TAKES, '=', 0), eb(ENDED_AT, '<', beforeMs)]))
        .orderBy('entry.created_at_ms')
        .limit(limit),
    );
    return rows.map(({ id }) => id);
  }

  /** Part of a job: whether a recording stays, however old it gets. */
  keeping(entryId: string, partnerId: number, isKept: boolean): Statement {
    const { builder } = this.#database;
    if (!isKept) {
      return statement(builder.deleteFrom('kept_recording').where('entry_id', '=', entryId));
    }
    return statement(
      builder
        .insertInto('kept_recording')
        .values({ entry_id: entryId, partner_id: partnerId })
        .onConflict((conflict) => conflict.column('entry_id').doNothing()),
    );
  }

  #aged() {
    return this.#database.builder
      .selectFrom('recording_take')
      .innerJoin('entry', 'entry.id', 'recording_take.entry_id')
      .innerJoin('take', (join) =>
        join
          .onRef('take.webcast_id', '=', 'recording_take.webcast_id')
          .onRef('take.generation', '=', 'recording_take.generation'),
      )
      .leftJoin('kept_recording', 'kept_recording.entry_id', 'entry.id')
      .select(['entry.id', 'entry.created_at_ms'])
      .select(({ fn }) => [
        OPEN_TAKES.as('open_takes'),
        ENDED_AT.as('ended_at_ms'),
        fn.count<number>('kept_recording.entry_id').as('is_kept'),
      ])
      .groupBy(['entry.id', 'entry.created_at_ms']);
  }
}
