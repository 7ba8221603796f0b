import type { MeasuredStretch } from '@rostrum/contracts';
import { DELETED_STATUS } from '../../entries/entry-base.ts';
import type { Cut, HeldTake, RecordingContent, TakeName } from '../../recording/content.ts';
import type { TakeState } from '../../recording/take-changes.ts';
import { type Database, type Statement, statement } from '../database.ts';

const COLUMNS = [
  'recording_take.position',
  'recording_take.from_ms',
  'recording_take.to_ms',
  'recording_take.duration_ms as stretch_ms',
  'recording_take.size_bytes as stretch_bytes',
  'take.webcast_id',
  'take.generation',
  'take.duration_ms',
  'take.size_bytes',
  'take.has_video',
  'take.state',
  'recording_cut.position as cut_position',
  'recording_cut.from_ms as cut_from_ms',
  'recording_cut.to_ms as cut_to_ms',
  'recording_cut.duration_ms as cut_ms',
  'recording_cut.size_bytes as cut_bytes',
] as const;

/** What recordings are made of: takes, or parts of them, and what of that they play. */
export class ContentsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async contentOf(entryId: string): Promise<RecordingContent> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('recording_take')
        .innerJoin('take', (join) =>
          join
            .onRef('take.webcast_id', '=', 'recording_take.webcast_id')
            .onRef('take.generation', '=', 'recording_take.generation'),
        )
        .leftJoin('recording_cut', (join) =>
          join
            .onRef('recording_cut.entry_id', '=', 'recording_take.entry_id')
            .onRef('recording_cut.take_position', '=', 'recording_take.position'),
        )
        .select(COLUMNS)
        .where('recording_take.entry_id', '=', entryId)
        .orderBy('recording_take.position'),
    );
    // A take has a row for each of its cuts.
    const takes = new Map<number, HeldTake>();
    const cuts = new Map<number, Cut>();
    for (const row of rows) {
      takes.set(row.position, {
        webcastId: row.webcast_id,
        generation: row.generation,
        position: row.position,
        stretch: stretchOf(row.from_ms, row.to_ms, row.stretch_ms, row.stretch_bytes),
        durationMs: row.duration_ms,
        sizeBytes: row.size_bytes,
        hasVideo: row.has_video === 1,
        state: row.state as TakeState,
      });
      if (row.cut_position === null) continue;
      const stretch = stretchOf(row.cut_from_ms, row.cut_to_ms, row.cut_ms, row.cut_bytes);
      cuts.set(row.cut_position, { takePosition: row.position, stretch });
    }
    const inOrder = [...cuts].sort(([a], [b]) => a - b).map(([, cut]) => cut);
    return { takes: [...takes.values()], cuts: inOrder.length === 0 ? null : inOrder };
  }

  /** Ids of the entries that have one of these, oldest first. */
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

  /** Part of a job: what an entry has besides what it had. */
  placing(entryId: string, take: TakeName & Pick<HeldTake, 'position' | 'stretch'>): Statement {
    const { position, webcastId, generation, stretch } = take;
    return statement(
      this.#database.builder.insertInto('recording_take').values({
        entry_id: entryId,
        position,
        webcast_id: webcastId,
        generation,
        ...columnsOf(stretch),
      }),
    );
  }

  /**
   * Part of the job that gives takes to another entry: it fails with `conflict` where one of them is being removed. Comes
   * before what places them, so that a deletion at the same moment waits.
   */
  holding(takes: readonly TakeName[]): readonly Statement[] {
    return takes.map(({ webcastId, generation }) =>
      statement(
        this.#database.builder
          .updateTable('take')
          .set(({ ref }) => ({ state: ref('state') }))
          .where('webcast_id', '=', webcastId)
          .where('generation', '=', generation)
          .where('state', 'in', ['open', 'closed']),
        { mustChange: true },
      ),
    );
  }

  /** Part of a job: what an entry plays from now on. @param cuts null: all that it has */
  cutting(entryId: string, cuts: readonly Cut[] | null): readonly Statement[] {
    const { builder } = this.#database;
    return [
      statement(builder.deleteFrom('recording_cut').where('entry_id', '=', entryId)),
      ...(cuts ?? []).map((cut, position) => this.addingCut(entryId, cut, position)),
    ];
  }

  /** Part of a job: something more that a trimmed recording plays. */
  addingCut(entryId: string, { takePosition, stretch }: Cut, position: number): Statement {
    return statement(
      this.#database.builder.insertInto('recording_cut').values({
        entry_id: entryId,
        position,
        take_position: takePosition,
        ...columnsOf(stretch),
      }),
    );
  }
}

function stretchOf(
  fromMs: number | null,
  toMs: number | null,
  durationMs: number | null,
  sizeBytes: number | null,
): MeasuredStretch | null {
  if (fromMs === null || toMs === null) return null;
  return { trim: { fromMs, toMs }, durationMs: durationMs ?? 0, sizeBytes: sizeBytes ?? 0 };
}

function columnsOf(stretch: MeasuredStretch | null) {
  return {
    from_ms: stretch?.trim.fromMs ?? null,
    to_ms: stretch?.trim.toMs ?? null,
    duration_ms: stretch?.durationMs ?? null,
    size_bytes: stretch?.sizeBytes ?? null,
  };
}
