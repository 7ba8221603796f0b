import { isWebcastId } from '@rostrum/contracts';
import type { Entry, EntryRecord } from '../../entries/entry.ts';
import { DELETED_STATUS } from '../../entries/entry-base.ts';
import type { WebcastRecord } from '../../live/webcast.ts';
import { SeenUsers } from '../account/seen-users.ts';
import { removedCuePoints } from '../cue-point/removed-cue-points.ts';
import {
  type Database,
  isDatabaseError,
  type Query,
  type Statement,
  statement,
} from '../database.ts';
import { abandonedTakes } from '../recording/abandoned-takes.ts';
import { BROADCAST_COLUMNS } from '../recording/broadcast-rows.ts';
import { removedFile } from '../upload/entry-files-store.ts';
import { removedThumbAssets } from '../upload/thumb-assets-store.ts';
import { entitledUserStatements } from './entitled-users.ts';
import { applyFilter, type EntryQuestion } from './entry-filter.ts';
import { applyOrder } from './entry-order.ts';
import { ENTRY_COLUMNS, type EntryRow, recordOf, rowOf } from './entry-rows.ts';
import { removedPictures } from './pictures-store.ts';

export type EntryPage = { readonly limit: number; readonly offset: number };

export type EntryList = { readonly totalCount: number; readonly records: readonly EntryRecord[] };

/** Entries of every kind. */
export class EntriesStore {
  readonly #database: Database;
  readonly #seenUsers: SeenUsers;
  /** Compiled once: it is what most calls ask. */
  readonly #byId: Query<EntryRow> & { readonly sql: string };

  constructor(database: Database) {
    this.#database = database;
    this.#seenUsers = new SeenUsers(database);
    this.#byId = selectEntries(database).where('entry.id', '=', '').compile();
  }

  /** @param also of the same job */
  async insert(entry: Entry, also: readonly Statement[] = []): Promise<void> {
    await this.#database.write([...this.inserting(entry), ...also]);
    this.#seenUsers.remember(entry);
  }

  /** The statements of a job that adds an entry. */
  inserting(entry: Entry): readonly Statement[] {
    const query = this.#database.builder.insertInto('entry').values(rowOf(entry));
    return [
      statement(query),
      ...entitledUserStatements(this.#database, entry, 'add'),
      ...this.#seenUsers.statementsFor(entry),
    ];
  }

  /** Null where there is none, or it is deleted. */
  async find(id: string): Promise<EntryRecord | null> {
    const record = await this.#findEvenDeleted(id);
    return record === null || record.entry.status === DELETED_STATUS ? null : record;
  }

  /** Null where there is none, it is deleted, or it is no webcast. */
  async findWebcast(id: string): Promise<WebcastRecord | null> {
    return webcastRecordOf(await this.find(id));
  }

  /** For what goes on after the end: a deleted webcast may still be told of by the media process. */
  async findWebcastEvenDeleted(id: string): Promise<WebcastRecord | null> {
    return webcastRecordOf(await this.#findEvenDeleted(id));
  }

  /**
   * @param also of the same job
   * @returns false where the stored revision is no longer the one before this one
   */
  async replace(entry: Entry, also: readonly Statement[] = []): Promise<boolean> {
    try {
      await this.#database.write([...this.replacing(entry), ...also]);
      this.#seenUsers.remember(entry);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'conflict')) return false;
      throw error;
    }
  }

  /** The statements of a job that changes an entry; it fails with `conflict` where somebody else was first. */
  replacing(entry: Entry): readonly Statement[] {
    const { id, ...columns } = rowOf(entry);
    const query = this.#database.builder
      .updateTable('entry')
      .set(columns)
      .where('id', '=', id)
      .where('revision', '=', entry.revision - 1);
    return [
      statement(query, { mustChange: true }),
      ...entitledUserStatements(this.#database, entry, 'update'),
      ...this.#seenUsers.statementsFor(entry),
      ...(entry.status === DELETED_STATUS ? this.#leftBehind(entry) : []),
    ];
  }

  /** What goes with an entry that is deleted. */
  #leftBehind({ id, kind }: Entry): readonly Statement[] {
    const takes = kind === 'media' ? abandonedTakes(this.#database, id) : [];
    return [
      removedPictures(this.#database, id),
      ...removedCuePoints(this.#database, id),
      ...removedThumbAssets(this.#database, id),
      ...removedFile(this.#database, id),
      ...takes,
    ];
  }

  async list(question: EntryQuestion, { limit, offset }: EntryPage): Promise<EntryList> {
    const totalCount = await this.count(question);
    if (limit === 0 || totalCount <= offset) return { totalCount, records: [] };
    const rows = await this.#database.read(
      applyOrder(this.#matching(question), question.filter)
        .select(ENTRY_COLUMNS)
        .select(BROADCAST_COLUMNS)
        .limit(limit)
        .offset(offset),
    );
    return { totalCount, records: (rows as EntryRow[]).map(recordOf) };
  }

  async count(question: EntryQuestion): Promise<number> {
    const [count] = await this.#database.read(
      this.#matching(question).select(({ fn }) => fn.countAll<number>().as('total')),
    );
    return Number(count?.total ?? 0);
  }

  async #findEvenDeleted(id: string): Promise<EntryRecord | null> {
    // Ids come from anybody; what can't be one needs no query.
    if (!isWebcastId(id)) return null;
    const [row] = await this.#database.read<EntryRow>({
      ...this.#byId,
      parameters: [id],
    } as Query<EntryRow>);
    return row === undefined ? null : recordOf(row);
  }

  #matching(question: EntryQuestion) {
    const query = this.#database.builder
      .selectFrom('entry')
      .leftJoin('broadcast', 'broadcast.entry_id', 'entry.id');
    return applyFilter(query, question);
  }
}

export function selectEntries(database: Database) {
  return database.builder
    .selectFrom('entry')
    .leftJoin('broadcast', 'broadcast.entry_id', 'entry.id')
    .select(ENTRY_COLUMNS)
    .select(BROADCAST_COLUMNS);
}

export function webcastRecordOf(record: EntryRecord | null): WebcastRecord | null {
  if (record?.entry.kind !== 'webcast') return null;
  return { webcast: record.entry, facts: record.facts };
}
