import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests, SECOND_SECRET } from '../api-for-tests.ts';
import { PERMISSION_TABLE } from '../permissions/rows/permission-table.ts';
import { addSubject } from '../permissions/subject-for-tests.ts';
import { objectTypes } from '../schema/object-types.ts';

/** Nothing that opens anything comes into the audit log, whatever is called. */

describe('the audit log', () => {
  let folder: string;
  let server: ApiForTests;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-audit-'));
    server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'rostrum.db') });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('has no secret of any call: no session, password, token or key', async () => {
    const secrets = new Map<string, string>([
      [ACCOUNT.adminSecret, 'secret'],
      [ACCOUNT.userSecret, 'secret'],
      [SECOND_SECRET, 'secret'],
    ]);
    for (const [service, rows] of Object.entries(PERMISSION_TABLE)) {
      for (const [action, row] of Object.entries(rows)) {
        const webcastId = await addSubject(server, row);
        // One of the actions ends its session.
        const ks = await server.startAdminSession();
        secrets.set(ks, 'ks');
        const sent = await row.parameters({ server, webcastId, ks });
        collectSecrets(sent, secrets);
        collectSecrets(await server.call(service, action, { ...sent, ks }), secrets);
      }
    }
    await server.api.flush();

    const rows = everyRow(join(folder, 'rostrum.db'));

    expect([...new Set(secrets.values())]).toEqual(
      expect.arrayContaining(['secret', 'ks', 'password', 'token', 'primaryBroadcastingUrl']),
    );
    expect(rows.length).toBeGreaterThan(50);
    const log = rows.join('\n');
    for (const [secret, name] of secrets) expect(log.includes(secret) ? name : null).toBeNull();
  });

  test('knows every property that is called a secret as one', () => {
    const open = [...objectTypes.values()].flatMap((type) =>
      Object.entries(type.properties)
        .filter(([name, { isSecret, kind }]) => {
          const isText = kind.kind === 'string' || kind.kind === 'multilingual';
          return isText && isSecret !== true && SECRET_NAMES.test(name);
        })
        .map(([name]) => `${type.name}.${name}`),
    );
    expect([...new Set(open)].filter((name) => !INNOCENT.test(name))).toEqual([]);
  });
});

const SECRET_NAMES =
  /secret|passw|passphrase|srtPass|token|^ks$|streamName|broadcastingUrl|publishUrl|srtStreamId/i;

/** What is called like a secret and is none: a file that was uploaded is named by its token, and opened by a session. */
const INNOCENT = /Filter\.|sipToken$|^KalturaUploadedFileTokenResource\.token$/;

const OPENING =
  /^(secret|adminSecret|ks|token|password|cmsPassword|newPassword|streamPassword|srtPass|tokenHash|session|(primary|secondary)BroadcastingUrl)$/;

/** A session's text begins so, in either version. */
const SESSION = /^[A-Za-z0-9_-]{60,}={0,2}$/;

/** What opens something, by the name under which it was found. */
function collectSecrets(value: unknown, into: Map<string, string>, name = ''): void {
  if (typeof value === 'string') {
    if (value.length >= 8 && (OPENING.test(name) || SESSION.test(value)))
      into.set(value, name || 'ks');
  } else if (typeof value === 'object' && value !== null && !(value instanceof Blob)) {
    const type = 'objectType' in value ? String(value.objectType) : '';
    for (const [inner, each] of Object.entries(value)) {
      if (!INNOCENT.test(`${type}.${inner}`)) collectSecrets(each, into, inner);
    }
  }
}

/** As it is on disk, with everything that a column holds. */
function everyRow(path: string): readonly string[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('select * from audit_trail').all();
  database.close();
  return rows.map((row) => JSON.stringify(row));
}
