import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import type { Log } from '../ports.ts';
import {
  compiled,
  type Database,
  DatabaseError,
  type DatabaseErrorCode,
  isDatabaseError,
  type Query,
  type Statement,
  toSqlValue,
} from './database.ts';
import type { Tables } from './tables.ts';

/** Connections to the server; each is a process there. */
const MAX_CONNECTIONS = 10;
/** Nothing waits for the database longer than this, ms. */
const CONNECT_TIMEOUT_MS = 5000;
const QUERY_TIMEOUT_MS = 10_000;

/** A PostgreSQL server behind a pool of connections. The server groups commits by itself. */
export class PostgresDatabase implements Database {
  readonly dialect = 'postgres';
  readonly builder = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  readonly #pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** @param url `postgres://user:password@host:port/database` */
  static async open(url: string, log: Log): Promise<PostgresDatabase> {
    const pool = new pg.Pool({
      connectionString: url,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      application_name: 'rostrum',
      types: { getTypeParser },
    });
    // Without a listener, a server that restarts while a connection is idle would end this process.
    pool.on('error', (error) =>
      log.warn({ error: error.message }, 'a connection to PostgreSQL broke'),
    );
    const database = new PostgresDatabase(pool);
    try {
      await pool.query('select 1');
      return database;
    } catch (error) {
      await database.close();
      throw translate(error);
    }
  }

  async read<Row>(query: Query<Row>): Promise<readonly Row[]> {
    const { sql, parameters } = compiled(query);
    try {
      const result = await this.#pool.query(namedQuery(sql, parameters.map(toSqlValue)));
      return result.rows as Row[];
    } catch (error) {
      throw translate(error);
    }
  }

  async write(job: readonly Statement[]): Promise<readonly number[]> {
    const [only, ...more] = job;
    // One statement is a transaction by itself, and a round trip instead of three.
    if (only !== undefined && more.length === 0) return [await this.#writeOne(only)];
    const client = await this.#pool.connect().catch((error) => {
      throw translate(error);
    });
    let brokenBy: Error | undefined;
    try {
      await client.query('begin');
      const changedRows: number[] = [];
      for (const each of job) changedRows.push(await runStatement(client, each));
      await client.query('commit');
      return changedRows;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        brokenBy = failure;
      });
      throw isDatabaseError(error) ? error : translate(error);
    } finally {
      // A connection that could not even roll back is thrown away.
      client.release(brokenBy);
    }
  }

  async #writeOne(only: Statement): Promise<number> {
    try {
      return await runStatement(this.#pool, only);
    } catch (error) {
      throw isDatabaseError(error) ? error : translate(error);
    }
  }

  async close(): Promise<void> {
    if (!this.#pool.ended && !this.#pool.ending) await this.#pool.end();
  }
}

async function runStatement(client: pg.Pool | pg.PoolClient, each: Statement): Promise<number> {
  const { rowCount } = await client.query({ text: each.sql, values: [...each.parameters] });
  const changedRows = rowCount ?? 0;
  if (each.mustChange && changedRows === 0) {
    throw new DatabaseError('conflict', 'A statement found no row to change');
  }
  return changedRows;
}

/** Longer texts come from filters of many forms: naming each would fill the server with prepared statements. */
const MAX_NAMED_LENGTH = 2000;
const MAX_NAMES = 500;
const names = new Map<string, string>();

/** A query that comes again and again is prepared once per connection: half of its cost on the server is planning. */
function namedQuery(text: string, values: unknown[]): pg.QueryConfig {
  if (text.length > MAX_NAMED_LENGTH) return { text, values };
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= MAX_NAMES) return { text, values };
    name = `q${names.size}`;
    names.set(text, name);
  }
  return { name, text, values };
}

const INT8_OID = 20;

/** 64-bit integers come as numbers: nothing here leaves the exact range. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format as 'text');
}

function translate(error: unknown): DatabaseError {
  const message = error instanceof Error ? error.message : String(error);
  return new DatabaseError(codeOf((error as { readonly code?: string }).code), message, {
    cause: error,
  });
}

function codeOf(state: string | undefined): DatabaseErrorCode {
  if (state === '23505') return 'duplicate';
  // disk_full
  if (state === '53100') return 'full';
  // No SQLSTATE: the connection failed or timed out. 08: connection, 53: resources, 57: the server is going down.
  if (state === undefined || !/^[0-9A-Z]{5}$/.test(state) || /^(08|53|57)/.test(state))
    return 'unavailable';
  return 'failed';
}
