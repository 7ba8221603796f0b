import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Client, createClient } from '@rostrum/sdk';
import { type Flags, wholeNumber } from './options.ts';
import { UsageError } from './usage-error.ts';

export type Environment = { readonly [name: string]: string | undefined };

/** The server, and the account that the installation is configured with. */
export type Connection = {
  readonly client: Client;
  readonly partnerId: number;
  readonly secret: string;
};

const DEFAULT_URL = 'http://localhost:8080';
const DEFAULT_PARTNER_ID = '100';
const DEFAULT_DATA_DIR = './data';

/**
 * Finds the server and the secret: what was typed counts, then the environment, then what the server keeps in its data
 * folder, so that beside a server that was just started nothing has to be said.
 *
 * @throws UsageError where there is no secret
 */
export async function findConnection(flags: Flags, env: Environment): Promise<Connection> {
  const dataDir = path.resolve(flags['data-dir'] ?? env.ROSTRUM_DATA_DIR ?? DEFAULT_DATA_DIR);
  const url = flags.url ?? (await readField(dataDir, 'run.json', 'publicUrl')) ?? DEFAULT_URL;
  const partner = flags.partner ?? env.ROSTRUM_PARTNER_ID ?? DEFAULT_PARTNER_ID;
  const partnerId = wholeNumber('--partner', partner);
  const secret =
    flags.secret ??
    env.ROSTRUM_ADMIN_SECRET ??
    (await readField(dataDir, 'secrets.json', 'adminSecret'));
  if (secret === undefined || secret === '') {
    throw new UsageError(
      `The admin secret of account ${partnerId} is needed: set ROSTRUM_ADMIN_SECRET, or say with --data-dir where the server keeps its data (there is no secrets.json in ${dataDir}).`,
    );
  }
  try {
    return { client: createClient({ serviceUrl: url, partnerId }), partnerId, secret };
  } catch {
    throw new UsageError(`--url must be an http or https address (got "${url}").`);
  }
}

/** The connection with an admin session, which lasts for a few calls. */
export async function signIn(connection: Connection): Promise<Client> {
  const { client, secret } = connection;
  client.useSession(await client.session.start({ secret, type: 2, expirySeconds: 300 }));
  return client;
}

/** A text of a JSON file that the server keeps; undefined where there is no such file or field. */
async function readField(folder: string, name: string, field: string): Promise<string | undefined> {
  const file = path.join(folder, name);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${file} cannot be read (${code}).`);
  }
  try {
    const value = (JSON.parse(text) as { readonly [field: string]: unknown })[field];
    return typeof value === 'string' ? value : undefined;
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
}
