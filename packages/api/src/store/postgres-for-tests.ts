import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** A PostgreSQL server of the tests' own: made from the system's programs, in a temporary folder, on a free port. */
export interface PostgresForTests {
  readonly pid: number;
  /** Makes an empty database and resolves to its URL. */
  createDatabase(): Promise<string>;
  /** Ends all of a database's connections, as a restart of the server would. */
  disconnectAll(): Promise<void>;
  stop(): Promise<void>;
}

const USER = 'rostrum';

export async function startPostgres(): Promise<PostgresForTests> {
  const programs = await findPrograms();
  const owner = await findOwner();
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-postgres-'));
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initdb = join(programs, 'initdb');
  await run(
    initdb,
    ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    {
      ...owner,
      cwd: folder,
    },
  );
  const port = await freePort();
  const server = spawn(
    join(programs, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
    ],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // A test run that is cut off must not leave a server behind.
  const endWithProcess = () => server.kill('SIGQUIT');
  process.once('exit', endWithProcess);
  await untilReady(server);
  const admin = new pg.Client({ host: '127.0.0.1', port, user: USER, database: 'postgres' });
  await admin.connect();
  let count = 0;
  return {
    pid: server.pid ?? 0,
    createDatabase: async () => {
      const name = `test_${++count}`;
      await admin.query(`create database ${name}`);
      return `postgres://${USER}@127.0.0.1:${port}/${name}`;
    },
    disconnectAll: async () => {
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rostrum'",
      );
    },
    stop: async () => {
      await admin.end();
      const ended = once(server, 'exit');
      // SIGINT is PostgreSQL's fast shutdown.
      server.kill('SIGINT');
      await ended;
      process.removeListener('exit', endWithProcess);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const run = promisify(execFile);

async function findPrograms(): Promise<string> {
  const folders = [...(process.env.PATH ?? '').split(':'), ...(await configuredFolder())];
  const versions = await readdir('/usr/lib/postgresql').catch((): string[] => []);
  // The newest version first.
  versions.sort((a, b) => Number(b) - Number(a));
  folders.push(...versions.map((version) => `/usr/lib/postgresql/${version}/bin`));
  for (const folder of folders) {
    const files = await readdir(folder).catch((): string[] => []);
    if (files.includes('initdb') && files.includes('postgres')) return folder;
  }
  throw new Error(
    'PostgreSQL is missing, and the tests run on both databases. Install it: ' +
      'apt-get install -y postgresql (macOS: brew install postgresql@17), then run the tests again.',
  );
}

async function configuredFolder(): Promise<string[]> {
  try {
    return [(await run('pg_config', ['--bindir'])).stdout.trim()];
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to run as root; then it runs as the user that its package has made. */
async function findOwner(): Promise<{ readonly uid: number; readonly gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  for await (const chunk of server.stderr ?? []) {
    said += String(chunk);
    if (said.includes('ready to accept connections')) {
      // What it says from here on goes nowhere, but must be read so that it never blocks.
      server.stderr?.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said}`);
}
