import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { BoundedCache } from '../bounded-cache.ts';
import {
  compiled,
  type Database,
  DatabaseError,
  type Query,
  type Statement,
  toSqlValue,
} from './database.ts';
import { SqliteWriter } from './sqlite-writer.ts';
import type { Tables } from './tables.ts';

/** Distinct texts of queries; filters make a few hundred. */
const MAX_PREPARED = 500;

/**
 * The embedded database: one file in WAL mode. Reads run here, on the caller's thread, and take microseconds; writes go
 * through one thread of their own, because a durable commit waits for the disk.
 */
export class SqliteDatabase implements Database {
  readonly dialect = 'sqlite';
  readonly builder = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  readonly #writer: SqliteWriter;
  readonly #reader: DatabaseSync;
  readonly #prepared = new BoundedCache<string, StatementSync>(MAX_PREPARED);
  #isClosed = false;

  private constructor(writer: SqliteWriter, reader: DatabaseSync) {
    this.#writer = writer;
    this.#reader = reader;
  }

  /** @param path a file; its folder exists */
  static async open(path: string): Promise<SqliteDatabase> {
    // The writer makes the file and switches it to WAL, so it opens first.
    const writer = await SqliteWriter.open(path);
    try {
      const reader = new DatabaseSync(path, { readOnly: true, timeout: 2000 });
      reader.exec('PRAGMA query_only = 1; PRAGMA cache_size = -16000');
      return new SqliteDatabase(writer, reader);
    } catch (error) {
      await writer.close();
      throw new DatabaseError('unavailable', `Cannot open ${path} for reading`, { cause: error });
    }
  }

  async read<Row>(query: Query<Row>): Promise<readonly Row[]> {
    if (this.#isClosed) throw new DatabaseError('unavailable', 'The database is closed');
    const { sql, parameters } = compiled(query);
    try {
      return this.#prepare(sql).all(...parameters.map(toSqlValue)) as Row[];
    } catch (error) {
      throw new DatabaseError('failed', `A query failed: ${String(error)}`, { cause: error });
    }
  }

  write(job: readonly Statement[]): Promise<readonly number[]> {
    return this.#writer.write(job);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#writer.close();
    this.#reader.close();
  }

  #prepare(sql: string): StatementSync {
    let prepared = this.#prepared.get(sql);
    if (prepared === undefined) {
      prepared = this.#reader.prepare(sql);
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }
}
