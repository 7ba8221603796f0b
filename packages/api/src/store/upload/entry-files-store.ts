import { sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';

/** The file that an entry is about. */
export type EntryFile = {
  readonly entryId: string;
  readonly partnerId: number;
  readonly fileKey: string;
  /** As whoever sent it calls it. */
  readonly fileName: string;
  /** What the bytes are: a name of a file format. */
  readonly format: string;
  readonly sizeBytes: number;
  /** How often it was replaced, from 1. */
  readonly version: number;
  readonly createdAtMs: number;
};

export class EntryFilesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(entryId: string): Promise<EntryFile | null> {
    const [row] = await this.#database.read(
      this.#database.builder.selectFrom('entry_file').selectAll().where('entry_id', '=', entryId),
    );
    if (row === undefined) return null;
    return {
      entryId: row.entry_id,
      partnerId: row.partner_id,
      fileKey: row.file_key,
      fileName: row.file_name,
      format: row.format,
      sizeBytes: row.size_bytes,
      version: row.version,
      createdAtMs: row.created_at_ms,
    };
  }

  /** Part of a job: the entry has this file, and no longer the one before. */
  placing({ entryId, ...file }: Omit<EntryFile, 'version'>): readonly Statement[] {
    const columns = {
      partner_id: file.partnerId,
      file_key: file.fileKey,
      file_name: file.fileName,
      format: file.format,
      size_bytes: file.sizeBytes,
      created_at_ms: file.createdAtMs,
    };
    return [
      abandoningFileOf(this.#database, entryId),
      statement(
        this.#database.builder
          .insertInto('entry_file')
          .values({ entry_id: entryId, ...columns, version: 1 })
          .onConflict((conflict) =>
            conflict
              .column('entry_id')
              .doUpdateSet({ ...columns, version: sql<number>`entry_file.version + 1` }),
          ),
      ),
    ];
  }

  /** Part of the job that makes an entry: it has the same file as another one. */
  copying(fromEntryId: string, toEntryId: string): readonly Statement[] {
    const { builder } = this.#database;
    const shared = ['partner_id', 'file_key', 'file_name', 'format', 'size_bytes'] as const;
    // Waits for whoever takes the file away at this moment, who may remove it; then there is nothing to copy.
    const holding = statement(
      builder
        .updateTable('entry_file')
        .set(({ ref }) => ({ version: ref('version') }))
        .where('entry_id', '=', fromEntryId),
      { mustChange: true },
    );
    const copy = statement(
      builder
        .insertInto('entry_file')
        .columns(['entry_id', ...shared, 'created_at_ms', 'version'])
        .expression(
          builder
            .selectFrom('entry_file')
            .where('entry_id', '=', fromEntryId)
            .select([
              sql<string>`cast(${toEntryId} as text)`.as('entry_id'),
              ...shared,
              'created_at_ms',
              sql<number>`1`.as('version'),
            ]),
        ),
    );
    return [holding, copy];
  }
}

/** Part of the job that deletes an entry. */
export function removedFile(database: Database, entryId: string): readonly Statement[] {
  return [
    abandoningFileOf(database, entryId),
    statement(database.builder.deleteFrom('entry_file').where('entry_id', '=', entryId)),
  ];
}

function abandoningFileOf({ builder }: Database, entryId: string): Statement {
  return statement(
    builder
      .insertInto('abandoned_file')
      .columns(['file_key'])
      .expression(
        builder.selectFrom('entry_file').select('file_key').where('entry_id', '=', entryId),
      )
      .onConflict((conflict) => conflict.column('file_key').doNothing()),
  );
}
