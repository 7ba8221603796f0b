import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * The narrow door to SQL. Queries are built by Kysely and run by one of two databases; a store never knows which.
 */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /** Builds and compiles queries; running one through it is an error. */
  readonly builder: Kysely<Tables>;
  read<Row>(query: Query<Row>): Promise<readonly Row[]>;
  /**
   * Runs the statements as one job, all or nothing, and resolves after the commit to the number of rows that each has
   * changed. Jobs of others may share the commit, never the failure.
   */
  write(job: readonly Statement[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

export type Query<Row> = Compilable<Row> | CompiledQuery<Row>;

export type SqlValue = string | number | bigint | Uint8Array | null;

export type Statement = {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  /** The whole job fails with `conflict` where this one changes no row. */
  readonly mustChange: boolean;
};

export type DatabaseErrorCode =
  /** A statement that had to change a row found none: someone else was there first. */
  | 'conflict'
  /** A row with this key exists. */
  | 'duplicate'
  /** The database cannot be reached, is too busy, or is closed. */
  | 'unavailable'
  /** The disk has no room for it: the same job may succeed later. */
  | 'full'
  /** The statement itself is wrong, or the disk failed. */
  | 'failed';

export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}

export function isDatabaseError(error: unknown, code?: DatabaseErrorCode): error is DatabaseError {
  return error instanceof DatabaseError && (code === undefined || error.code === code);
}

/** Writes a job. @returns false where a statement that had to change a row found none: then nothing of the job is written */
export async function tryWrite(database: Database, job: readonly Statement[]): Promise<boolean> {
  try {
    await database.write(job);
    return true;
  } catch (error) {
    if (isDatabaseError(error, 'conflict')) return false;
    throw error;
  }
}

/** A built query as part of a job. */
export function statement(
  query: Compilable,
  options: { readonly mustChange?: boolean } = {},
): Statement {
  const { sql, parameters } = query.compile();
  return { sql, parameters: parameters.map(toSqlValue), mustChange: options.mustChange ?? false };
}

export function compiled<Row>(query: Query<Row>): CompiledQuery<Row> {
  return 'compile' in query ? query.compile() : query;
}

export function toSqlValue(value: unknown): SqlValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      if (value === null || value === undefined) return null;
      if (value instanceof Uint8Array) return value;
      throw new TypeError(`A value of type ${typeof value} cannot be stored`);
  }
}
