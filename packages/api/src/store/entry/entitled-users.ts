import { type OwnedEntry, userIdsOf } from '../../session/access.ts';
import type { EntitledUserTable } from '../category/category-tables.ts';
import { type Database, type Statement, statement } from '../database.ts';

/** Databases limit the number of parameters of a statement. */
const MAX_ROWS = 1000;

/** Keeps whom an entry names, for whoever asks by user: part of the job that writes the entry. */
export function entitledUserStatements(
  { builder }: Database,
  entry: OwnedEntry,
  change: 'add' | 'update',
): readonly Statement[] {
  const statements: Statement[] = [];
  if (change === 'update') {
    const query = builder.deleteFrom('entitled_user').where('entry_id', '=', entry.id);
    statements.push(statement(query));
  }
  const rows = rowsOf(entry);
  for (let start = 0; start < rows.length; start += MAX_ROWS) {
    const values = rows.slice(start, start + MAX_ROWS);
    statements.push(statement(builder.insertInto('entitled_user').values(values)));
  }
  return statements;
}

function rowsOf({ id, partnerId, properties }: OwnedEntry): readonly EntitledUserTable[] {
  const rowsFor = (may: EntitledUserTable['may'], csv: string | null | undefined) =>
    userIdsOf(csv).map((user_id) => ({ entry_id: id, user_id, partner_id: partnerId, may }));
  return [
    ...rowsFor('edit', properties.entitledUsersEdit),
    ...rowsFor('publish', properties.entitledUsersPublish),
    ...rowsFor('view', properties.entitledUsersView),
  ];
}
