import { type Database, type Statement, statement } from '../database.ts';

/**
 * What every process keeps in memory of accounts: `accounts` (with secrets, roles and blocked users), and the `endings`
 * of sessions. Each has a version that grows with every change, in the change's own job: whoever finds it unchanged has
 * nothing to read.
 */
export type AccountSubject = 'accounts' | 'endings';

export type AccountVersions = { readonly [Subject in AccountSubject]: number };

/** First in a job: until the commit others that change the same subject wait, so that no version is seen before its rows. */
export function countChange({ builder }: Database, subject: AccountSubject): Statement {
  return statement(
    builder
      .updateTable('account_change')
      .set(({ eb }) => ({ version: eb('version', '+', 1) }))
      .where('subject', '=', subject),
  );
}

export async function readVersions(database: Database): Promise<AccountVersions> {
  const rows = await database.read(database.builder.selectFrom('account_change').selectAll());
  const versionOf = (subject: AccountSubject) =>
    rows.find((row) => row.subject === subject)?.version ?? 0;
  return { accounts: versionOf('accounts'), endings: versionOf('endings') };
}
