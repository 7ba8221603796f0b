import { Client } from 'pg';
import { type Finding, fault, fine } from './finding.ts';

const TIMEOUT_MS = 3000;

/** Whether PostgreSQL can be reached, and lets the server make its tables; nothing where it is not set. */
export async function checkDatabase(url: string | null): Promise<readonly Finding[]> {
  if (url === null) return [];
  const check = 'PostgreSQL';
  const where = describeAddress(url);
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  // A connection that breaks while nothing is asked must not end the program.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; may_create: boolean | null }>(
      `select current_setting('server_version') as version,
              has_schema_privilege(current_schema(), 'CREATE') as may_create`,
    );
    const [row] = rows;
    if (row?.may_create !== true) {
      return [
        fault(
          check,
          `${where} answers, but this user may make no tables`,
          'Give the user CREATE on its schema.',
        ),
      ];
    }
    return [fine(check, `${where} answers (version ${row.version})`)];
  } catch (error) {
    return [
      fault(
        check,
        `${where} does not let us in: ${reasonOf(error)}`,
        'See ROSTRUM_DATABASE_URL: postgres://user:password@host/database.',
      ),
    ];
  } finally {
    await client.end().catch(() => {});
  }
}

/** Without the password. */
function describeAddress(url: string): string {
  if (!URL.canParse(url)) return 'the database';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  // Several addresses of a host are tried: each has an error of its own.
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
