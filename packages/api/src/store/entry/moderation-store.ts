import { APPROVED, AUTO_APPROVED, type EntryBase, FLAGGED } from '../../entries/entry-base.ts';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';

/** A viewer's complaint about an entry. */
export type Flag = {
  readonly id: number;
  readonly partnerId: number;
  readonly entryId: string;
  /** Empty for a viewer without a name. */
  readonly userId: string;
  /** 1 pending, 2 moderated. */
  readonly status: '1' | '2';
  readonly flagType: number | null;
  readonly comments: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};

/** Complaints about one entry that wait for a moderator: more say nothing new, and anybody can send them. */
const MAX_PENDING = 1000;

const PENDING = '1';
const MODERATED = '2';

/** Complaints, votes, and what moderators decide. They count on the entry beside its other changes. */
export class ModerationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns false where the entry waits for a moderator, was rejected, or has enough complaints */
  async flag(entry: EntryBase, flag: Omit<Flag, 'id' | 'status' | 'updatedAtMs'>) {
    const { builder } = this.#database;
    const counted = builder
      .updateTable('entry')
      .set((eb) => ({
        flag_count: eb('flag_count', '+', 1),
        moderation_status: FLAGGED,
        revision: eb('revision', '+', 1),
      }))
      .where('id', '=', entry.id)
      .where('partner_id', '=', entry.partnerId)
      .where('moderation_status', 'in', [APPROVED, AUTO_APPROVED, FLAGGED])
      .where('flag_count', '<', MAX_PENDING);
    const kept = builder.insertInto('moderation_flag').values({
      partner_id: flag.partnerId,
      entry_id: flag.entryId,
      user_id: flag.userId,
      status: PENDING,
      flag_type: flag.flagType,
      comments: flag.comments,
      created_at_ms: flag.createdAtMs,
      updated_at_ms: flag.createdAtMs,
    });
    return this.#changes([statement(counted, { mustChange: true }), statement(kept)]);
  }

  /** Its complaints are done with; a rejection ends the links that viewers have. @returns false where it is gone */
  async decide(
    entry: EntryBase,
    moderationStatus: EntryBase['moderationStatus'],
    endsLinks: boolean,
    nowMs: number,
  ): Promise<boolean> {
    const { builder } = this.#database;
    const decided = builder
      .updateTable('entry')
      .set((eb) => ({
        flag_count: 0,
        moderation_status: moderationStatus,
        playback_epoch: eb('playback_epoch', '+', endsLinks ? 1 : 0),
        updated_at_ms: nowMs,
        revision: eb('revision', '+', 1),
      }))
      .where('id', '=', entry.id)
      .where('partner_id', '=', entry.partnerId)
      .where('status', '!=', '3');
    const settled = builder
      .updateTable('moderation_flag')
      .set({ status: MODERATED, updated_at_ms: nowMs })
      .where('entry_id', '=', entry.id)
      .where('status', '=', PENDING);
    return this.#changes([statement(decided, { mustChange: true }), statement(settled)]);
  }

  /** @param rank from 1 to 5 */
  async vote(entry: EntryBase, rank: number): Promise<void> {
    const query = this.#database.builder
      .updateTable('entry')
      .set((eb) => ({ votes: eb('votes', '+', 1), total_rank: eb('total_rank', '+', rank) }))
      .where('id', '=', entry.id)
      .where('partner_id', '=', entry.partnerId);
    await this.#database.write([statement(query)]);
  }

  /** The complaints that wait, oldest first. */
  async pendingFlags(
    entry: EntryBase,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly totalCount: number; readonly flags: readonly Flag[] }> {
    const matching = this.#database.builder
      .selectFrom('moderation_flag')
      .where('entry_id', '=', entry.id)
      .where('partner_id', '=', entry.partnerId)
      .where('status', '=', PENDING);
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, flags: [] };
    const rows = await this.#database.read(
      matching.selectAll().orderBy('id').limit(limit).offset(offset),
    );
    const flags = rows.map((row) => ({
      id: Number(row.id),
      partnerId: row.partner_id,
      entryId: row.entry_id,
      userId: row.user_id,
      status: row.status as Flag['status'],
      flagType: row.flag_type,
      comments: row.comments,
      createdAtMs: row.created_at_ms,
      updatedAtMs: row.updated_at_ms,
    }));
    return { totalCount, flags };
  }

  async #changes(job: readonly Statement[]): Promise<boolean> {
    return tryWrite(this.#database, job);
  }
}
