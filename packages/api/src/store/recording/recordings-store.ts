import { READY_STATUS, RECYCLED_IN_SEARCH } from '../../entries/entry-base.ts';
import { RECORDED_LIVE } from '../../live/webcast.ts';
import type { TakeName } from '../../recording/content.ts';
import type { KnownTake, TakeState } from '../../recording/take-changes.ts';
import { type Database, type Statement, statement } from '../database.ts';
import { selectEntries } from '../entry/entries-store.ts';
import { type EntryRow, recordOf } from '../entry/entry-rows.ts';

const TAKE_COLUMNS = [
  'take.webcast_id',
  'take.generation',
  'take.show_started_ms',
  'take.starts_at_ms',
  'take.duration_ms',
  'take.has_video',
  'take.state',
  'take.size_bytes',
] as const;

/** What the media process has recorded, and which recordings webcasts have. */
export class RecordingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Of one show, and of shows before whose end is not yet known. */
  async takesOf(webcastId: string, showStartedMs: number | null): Promise<readonly KnownTake[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('take')
        .select(TAKE_COLUMNS)
        .where('webcast_id', '=', webcastId)
        .where(({ eb, or }) =>
          or([eb('state', '=', 'open'), eb('show_started_ms', '=', showStartedMs ?? -1)]),
        )
        .orderBy('starts_at_ms'),
    );
    return rows.map((row) => ({
      generation: row.generation,
      showStartedMs: row.show_started_ms,
      startsAtMs: row.starts_at_ms,
      durationMs: row.duration_ms,
      sizeBytes: row.size_bytes,
      hasVideo: row.has_video === 1,
      state: row.state as TakeState,
    }));
  }

  /** How many recordings a webcast has had, deleted ones too. */
  async countOf({ id, partnerId }: RecordedWebcast): Promise<number> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('entry')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('root_entry_id', '=', id)
        .where('partner_id', '=', partnerId)
        .where('source_type', '=', RECORDED_LIVE),
    );
    return Number(row?.total ?? 0);
  }

  /** The newest recording of a webcast that can be played; null where there is none. */
  async newestReadyOf({ id, partnerId }: RecordedWebcast) {
    const [row] = await this.#database.read(
      selectEntries(this.#database)
        .where('entry.root_entry_id', '=', id)
        .where('entry.partner_id', '=', partnerId)
        .where('entry.source_type', '=', RECORDED_LIVE)
        .where('entry.status', '=', READY_STATUS)
        .where('entry.display_in_search', '!=', RECYCLED_IN_SEARCH)
        .orderBy('entry.created_at_ms', 'desc')
        .orderBy('entry.id', 'desc')
        .limit(1),
    );
    return row === undefined ? null : recordOf(row as EntryRow).entry;
  }

  /** Takes that nobody refers to and the media process may still have. */
  async removing(limit: number): Promise<readonly TakeName[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('take')
        .select(['webcast_id', 'generation'])
        .where('state', '=', 'removing')
        .limit(limit),
    );
    return rows.map((row) => ({ webcastId: row.webcast_id, generation: row.generation }));
  }

  async markRemoved({ webcastId, generation }: TakeName): Promise<void> {
    await this.#database.write([
      statement(
        this.#database.builder
          .updateTable('take')
          .set({ state: 'removed' })
          .where('webcast_id', '=', webcastId)
          .where('generation', '=', generation)
          .where('state', '=', 'removing'),
      ),
    ]);
  }

  /** Of those that are known, by `WEBCAST/GENERATION`. */
  async statesOf(takes: readonly TakeName[]): Promise<ReadonlyMap<string, TakeState>> {
    if (takes.length === 0) return new Map();
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('take')
        .select(['webcast_id', 'generation', 'state'])
        .where('generation', 'in', [...new Set(takes.map(({ generation }) => generation))]),
    );
    return new Map(
      rows.map((row) => [`${row.webcast_id}/${row.generation}`, row.state as TakeState]),
    );
  }

  /** The media process has confirmed that they are gone, and has them all the same. */
  async removeAgain(takes: readonly TakeName[]): Promise<void> {
    await this.#database.write(
      takes.map(({ webcastId, generation }) =>
        statement(
          this.#database.builder
            .updateTable('take')
            .set({ state: 'removing' })
            .where('webcast_id', '=', webcastId)
            .where('generation', '=', generation)
            .where('state', '=', 'removed'),
        ),
      ),
    );
  }

  /** Part of a job: what is known of a take. One that is being removed, or is gone, stays so. */
  saving({ id, partnerId }: RecordedWebcast, take: KnownTake, nowMs: number): Statement {
    const columns = {
      duration_ms: Math.round(take.durationMs),
      size_bytes: take.sizeBytes,
      has_video: take.hasVideo ? 1 : 0,
      state: take.state,
    };
    return statement(
      this.#database.builder
        .insertInto('take')
        .values({
          webcast_id: id,
          generation: take.generation,
          partner_id: partnerId,
          show_started_ms: take.showStartedMs,
          starts_at_ms: Math.round(take.startsAtMs),
          ...columns,
          closed_at_ms: take.state === 'closed' ? nowMs : null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['webcast_id', 'generation'])
            .doUpdateSet(({ fn, ref, val }) => ({
              ...columns,
              // The first time counts.
              closed_at_ms:
                take.state === 'closed' ? fn.coalesce(ref('take.closed_at_ms'), val(nowMs)) : null,
            }))
            .where('take.state', 'in', ['open', 'closed']),
        ),
    );
  }

  /** Part of a job: a take of a show that the account has no room for. */
  refusing({ id, partnerId }: RecordedWebcast, take: KnownTake): Statement {
    return statement(
      this.#database.builder
        .insertInto('take')
        .values({
          webcast_id: id,
          generation: take.generation,
          partner_id: partnerId,
          show_started_ms: take.showStartedMs,
          starts_at_ms: take.startsAtMs,
          duration_ms: take.durationMs,
          size_bytes: take.sizeBytes,
          has_video: take.hasVideo ? 1 : 0,
          state: 'removing',
          is_refused: 1,
        })
        .onConflict((conflict) => conflict.columns(['webcast_id', 'generation']).doNothing()),
    );
  }

  /** Whether the account had no room for a show when it began. */
  async isRefused(webcastId: string, showStartedMs: number): Promise<boolean> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('take')
        .select('generation')
        .where('webcast_id', '=', webcastId)
        .where('show_started_ms', '=', showStartedMs)
        .where('is_refused', '=', 1)
        .limit(1),
    );
    return rows.length > 0;
  }

  /** Part of a job: what is remembered of removed takes of earlier shows, which nobody tells of any more. */
  forgetting(webcastId: string, showStartedMs: number): Statement {
    return statement(
      this.#database.builder
        .deleteFrom('take')
        .where('webcast_id', '=', webcastId)
        .where('state', '=', 'removed')
        .where('show_started_ms', '!=', showStartedMs),
    );
  }
}

export type RecordedWebcast = { readonly id: string; readonly partnerId: number };
