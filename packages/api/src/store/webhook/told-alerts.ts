import { type Database, isDatabaseError, type Statement, statement } from '../database.ts';

export type ToldAlert = {
  readonly key: string;
  readonly seenAtMs: number;
  /** What was told: JSON. */
  readonly told: string;
};

/** Alerts that somebody was told of and that stand, so that neither a restart nor another server tells them again. */
export class ToldAlertsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<readonly ToldAlert[]> {
    const rows = await this.#database.read(
      this.#database.builder.selectFrom('webhook_alert').selectAll(),
    );
    return rows.map((row) => ({ key: row.key, seenAtMs: row.seen_at_ms, told: row.told }));
  }

  /** @returns false where another server has told it */
  async raise(
    key: string,
    { sinceMs, nowMs, told }: { readonly sinceMs: number; readonly nowMs: number; told: string },
    events: readonly Statement[],
  ): Promise<boolean> {
    const row = { key, since_ms: sinceMs, seen_at_ms: nowMs, told };
    return this.#write([
      statement(this.#database.builder.insertInto('webhook_alert').values(row)),
      ...events,
    ]);
  }

  async see(key: string, nowMs: number): Promise<void> {
    const query = this.#database.builder
      .updateTable('webhook_alert')
      .set({ seen_at_ms: nowMs })
      .where('key', '=', key);
    await this.#database.write([statement(query)]);
  }

  /** @returns false where another server has said so */
  async end(key: string, events: readonly Statement[]): Promise<boolean> {
    const query = this.#database.builder.deleteFrom('webhook_alert').where('key', '=', key);
    return this.#write([statement(query, { mustChange: true }), ...events]);
  }

  async #write(job: readonly Statement[]): Promise<boolean> {
    try {
      await this.#database.write(job);
      return true;
    } catch (error) {
      const isFirst = !isDatabaseError(error, 'duplicate') && !isDatabaseError(error, 'conflict');
      if (isFirst) throw error;
      return false;
    }
  }
}
