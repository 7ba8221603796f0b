import type { Compilable } from 'kysely';
import { type Database, statement } from '../database.ts';
import { firstTables } from './001-first-tables.ts';
import { responseProfiles } from './002-response-profiles.ts';
import { accountTables } from './003-accounts.ts';
import { entries } from './004-entries.ts';
import { profileTables } from './005-profiles.ts';
import { pictures } from './006-pictures.ts';
import { categories } from './007-categories.ts';
import { recordings } from './008-recordings.ts';
import { trims } from './009-trims.ts';
import { storage } from './010-storage.ts';
import { audit } from './011-audit.ts';
import { metadata } from './012-metadata.ts';
import { cuePoints } from './013-cue-points.ts';
import { uploads } from './014-uploads.ts';
import { schedule } from './015-schedule.ts';
import { beacons } from './017-beacons.ts';
import { webhooks } from './018-webhooks.ts';

type Migration = {
  readonly version: number;
  readonly name: string;
  readonly statements: (database: Database) => readonly Compilable[];
};

/** Every change of the tables since the first version, in order. What was released is never edited. */
const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'accounts, sessions, live streams', statements: firstTables },
  { version: 2, name: 'response profiles', statements: responseProfiles },
  { version: 3, name: 'users, roles, application tokens', statements: accountTables },
  { version: 4, name: 'entries of every kind', statements: entries },
  { version: 5, name: 'profiles, configurations, widgets', statements: profileTables },
  { version: 6, name: 'pictures', statements: pictures },
  { version: 7, name: 'categories, entitled users', statements: categories },
  { version: 8, name: 'recordings', statements: recordings },
  { version: 9, name: 'trims, sizes of takes', statements: trims },
  { version: 10, name: 'quota, retention', statements: storage },
  { version: 11, name: 'audit log', statements: audit },
  { version: 12, name: 'metadata', statements: metadata },
  { version: 13, name: 'cue points, related objects', statements: cuePoints },
  { version: 14, name: 'uploads, documents, thumb assets', statements: uploads },
  { version: 15, name: 'schedule', statements: schedule },
  { version: 17, name: 'beacons', statements: beacons },
  { version: 18, name: 'webhooks', statements: webhooks },
];

/**
 * How often a start begins anew because another process was changing the tables at the same moment: that one may be a
 * migration ahead each time.
 */
const MAX_ATTEMPTS = MIGRATIONS.length + 5;

/** Brings the tables to the newest version; each migration is all or nothing. */
export async function migrate(database: Database, nowMs: number): Promise<void> {
  await withRetries(() => database.write([statement(versionTable(database))]));
  await withRetries(async () => {
    const current = await currentVersion(database);
    const newest = MIGRATIONS.at(-1)?.version ?? 0;
    if (current > newest) {
      throw new Error(
        `The database is of version ${current}, this server knows ${newest}: start the newer server`,
      );
    }
    for (const migration of MIGRATIONS) {
      if (migration.version > current) await apply(database, migration, nowMs);
    }
  });
}

async function currentVersion(database: Database): Promise<number> {
  const [row] = await database.read(
    database.builder
      .selectFrom('schema_version')
      .select(({ fn }) => fn.max('version').as('version')),
  );
  return row?.version ?? 0;
}

async function apply(database: Database, migration: Migration, nowMs: number): Promise<void> {
  const { version, name } = migration;
  await database.write([
    // First, so that a second process that does the same fails here, before it has changed anything.
    statement(
      database.builder.insertInto('schema_version').values({ version, name, applied_at_ms: nowMs }),
    ),
    ...migration.statements(database).map((query) => statement(query)),
  ]);
}

async function withRetries(action: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await action();
      return;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

function versionTable({ builder }: Database): Compilable {
  return builder.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at_ms', 'bigint', (column) => column.notNull());
}
