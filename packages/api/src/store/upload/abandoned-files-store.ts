import { sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';

/** Files that may be removed. That nobody has them any more is asked when they are. */
export class AbandonedFilesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(limit: number): Promise<readonly string[]> {
    const rows = await this.#database.read(
      this.#database.builder.selectFrom('abandoned_file').select('file_key').limit(limit),
    );
    return rows.map(({ file_key }) => file_key);
  }

  /** It is removed, or somebody has it after all. */
  async forget(fileKey: string): Promise<void> {
    await this.#database.write([
      statement(
        this.#database.builder.deleteFrom('abandoned_file').where('file_key', '=', fileKey),
      ),
    ]);
  }

  /** Whether an upload or an entry has this file. */
  async isHeld(fileKey: string): Promise<boolean> {
    const { builder } = this.#database;
    const one = sql<number>`1`.as('held');
    const rows = await this.#database.read(
      builder
        .selectFrom('upload_token')
        .select(one)
        .where('file_key', '=', fileKey)
        .unionAll(builder.selectFrom('entry_file').select(one).where('file_key', '=', fileKey)),
    );
    return rows.length > 0;
  }
}

/** Part of the job that takes a file away from whoever had it. */
export function abandoning({ builder }: Database, fileKey: string): Statement {
  return statement(
    builder
      .insertInto('abandoned_file')
      .values({ file_key: fileKey })
      .onConflict((conflict) => conflict.column('file_key').doNothing()),
  );
}
