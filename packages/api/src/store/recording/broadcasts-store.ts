import type { BroadcastFacts } from '../../live/broadcast-facts.ts';
import type { WebcastRecord } from '../../live/webcast.ts';
import { type Database, type Statement, statement } from '../database.ts';
import { selectEntries, webcastRecordOf } from '../entry/entries-store.ts';
import { type EntryRow, recordOf } from '../entry/entry-rows.ts';
import { factsRowOf } from './broadcast-rows.ts';

/** What is known of the webcasts' shows. */
export class BroadcastsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Webcasts whose show is going on as far as is known, also deleted ones. */
  async unfinished(): Promise<readonly WebcastRecord[]> {
    const rows = await this.#database.read(
      selectEntries(this.#database).where('broadcast.state', 'in', [
        'preview',
        'on-air',
        'interrupted',
      ]),
    );
    return (rows as EntryRow[])
      .map((row) => webcastRecordOf(recordOf(row)))
      .filter((record) => record !== null);
  }

  /**
   * Keeps what is known of a webcast's shows.
   *
   * @param also statements of the same job
   * @param goesBackToPreview the show is over: unless somebody has gone live since, viewMode is preview again
   */
  async save(
    id: string,
    facts: BroadcastFacts,
    goesBackToPreview: boolean,
    nowMs: number,
    also: readonly Statement[] = [],
  ): Promise<void> {
    const { builder } = this.#database;
    const { entry_id, ...columns } = factsRowOf(id, facts);
    const job = [
      statement(
        builder
          .insertInto('broadcast')
          .values({ entry_id, ...columns })
          .onConflict((conflict) => conflict.column('entry_id').doUpdateSet(columns)),
      ),
      ...also,
    ];
    if (goesBackToPreview) {
      job.push(
        statement(
          builder
            .updateTable('entry')
            .set(({ eb }) => ({
              view_mode: 0,
              recording_status: 0,
              view_mode_changed_at_ms: facts.status.sinceMs,
              updated_at_ms: nowMs,
              revision: eb('revision', '+', 1),
            }))
            .where('id', '=', id)
            .where('explicit_live', '=', 1)
            .where('view_mode', '=', 1)
            .where('view_mode_changed_at_ms', '<=', facts.status.sinceMs),
        ),
      );
    }
    await this.#database.write(job);
  }
}
