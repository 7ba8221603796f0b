import type { Log } from '../ports.ts';
import type { Database } from './database.ts';
import { migrate } from './migrations/migrate.ts';
import { PostgresDatabase } from './postgres-database.ts';
import { SqliteDatabase } from './sqlite-database.ts';

export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** Opens the database with its tables at the newest version. */
export async function openDatabase(
  address: DatabaseAddress,
  nowMs: number,
  log: Log,
): Promise<Database> {
  const database =
    address.kind === 'sqlite'
      ? await SqliteDatabase.open(address.path)
      : await PostgresDatabase.open(address.url, log);
  try {
    await migrate(database, nowMs);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
