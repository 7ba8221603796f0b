import { AuditStore } from '../store/audit/audit-store.ts';
import type { Database, Query, Statement } from '../store/database.ts';
import { currentTrail } from './trail.ts';

/** A database whose jobs take the audit log's line of the call that they belong to along. */
export class TrailedDatabase implements Database {
  readonly #database: Database;
  readonly #audit: AuditStore;

  constructor(database: Database) {
    this.#database = database;
    this.#audit = new AuditStore(database);
  }

  get dialect() {
    return this.#database.dialect;
  }

  get builder() {
    return this.#database.builder;
  }

  read<Row>(query: Query<Row>): Promise<readonly Row[]> {
    return this.#database.read(query);
  }

  write(job: readonly Statement[]): Promise<readonly number[]> {
    const trail = currentTrail();
    const record = trail === undefined ? null : trail.take();
    if (trail === undefined || record === null) return this.#database.write(job);
    return this.#database.write([...job, this.#audit.insertion(record)]).then((changedRows) => {
      trail.store(record);
      return changedRows.slice(0, -1);
    });
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
