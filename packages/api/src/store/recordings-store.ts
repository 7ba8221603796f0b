import type { Composition } from '@rostrum/contracts';
import { DELETED_STATUS, READY_STATUS, RECYCLED_IN_SEARCH } from '../entries/entry-base.ts';
import { RECORDED_LIVE } from '../live/webcast.ts';
import type { KnownTake, TakeState } from '../recording/take-changes.ts';
import { type Database, type Statement, statement } from './database.ts';
import { selectEntries } from './entries-store.ts';
import { type EntryRow, recordOf } from './entry-rows.ts';

/** A take, named as the media process names it. */
export type TakeName = { readonly webcastId: string; readonly generation: string };

/** A take as part of a recording. */
export type PlacedTake = TakeName & {
  readonly position: number;
  readonly durationMs: number;
  readonly hasVideo: boolean;
  readonly state: TakeState;
};

const TAKE_COLUMNS = [
  'take.webcast_id',
  'take.generation',
  'take.show_started_ms',
  'take.starts_at_ms',
  'take.duration_ms',
  'take.has_video',
  'take.state',
] as const;

/** Takes, and which recordings play them. */
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
      hasVideo: row.has_video === 1,
      state: row.state as TakeState,
    }));
  }

  /** What a recording plays, in its order. */
  async placedTakesOf(entryId: string): Promise<readonly PlacedTake[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('recording_take')
        .innerJoin('take', (join) =>
          join
            .onRef('take.webcast_id', '=', 'recording_take.webcast_id')
            .onRef('take.generation', '=', 'recording_take.generation'),
        )
        .select(TAKE_COLUMNS)
        .select('recording_take.position')
        .where('recording_take.entry_id', '=', entryId)
        .orderBy('recording_take.position'),
    );
    return rows.map((row) => ({
      webcastId: row.webcast_id,
      generation: row.generation,
      position: row.position,
      durationMs: row.duration_ms,
      hasVideo: row.has_video === 1,
      state: row.state as TakeState,
    }));
  }

  /** What of a recording can be played now: not a show that still goes on. */
  async compositionOf(entryId: string): Promise<Composition> {
    const placed = await this.placedTakesOf(entryId);
    return placed
      .filter(({ state }) => state === 'closed')
      .map(({ webcastId, generation }) => ({ webcastId, generation, trim: null }));
  }

  /** Ids of the entries that play one of these, oldest first. */
  async recordingsWith(
    webcastId: string,
    generations: readonly string[],
  ): Promise<readonly string[]> {
    if (generations.length === 0) return [];
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('recording_take')
        .innerJoin('entry', 'entry.id', 'recording_take.entry_id')
        .select(['entry.id', 'entry.created_at_ms'])
        .distinct()
        .where('recording_take.webcast_id', '=', webcastId)
        .where('recording_take.generation', 'in', [...generations])
        .orderBy('entry.created_at_ms')
        .orderBy('entry.id'),
    );
    return rows.map(({ id }) => id);
  }

  /** The recording of a webcast that holds the newest of these takes; null where there is none. */
  async newestWith(webcastId: string, generations: readonly string[]): Promise<string | null> {
    if (generations.length === 0) return null;
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('recording_take')
        .innerJoin('entry', 'entry.id', 'recording_take.entry_id')
        .innerJoin('take', (join) =>
          join
            .onRef('take.webcast_id', '=', 'recording_take.webcast_id')
            .onRef('take.generation', '=', 'recording_take.generation'),
        )
        .select('entry.id')
        .where('recording_take.webcast_id', '=', webcastId)
        .where('recording_take.generation', 'in', [...generations])
        .where('entry.root_entry_id', '=', webcastId)
        .where('entry.status', '!=', DELETED_STATUS)
        .orderBy('take.starts_at_ms', 'desc')
        .limit(1),
    );
    return row?.id ?? null;
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

  /** Part of a job: what is known of a take. One that is being removed, or is gone, stays so. */
  saving({ id, partnerId }: RecordedWebcast, take: KnownTake): Statement {
    const columns = {
      duration_ms: take.durationMs,
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
          starts_at_ms: take.startsAtMs,
          ...columns,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['webcast_id', 'generation'])
            .doUpdateSet(columns)
            .where('take.state', 'in', ['open', 'closed']),
        ),
    );
  }

  /** Part of a job: a take's place in a recording. */
  placing(entryId: string, position: number, { webcastId, generation }: TakeName): Statement {
    return statement(
      this.#database.builder
        .insertInto('recording_take')
        .values({ entry_id: entryId, position, webcast_id: webcastId, generation }),
    );
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
