import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Client, createClient } from '@rostrum/sdk';
import {
  readSettingsFile,
  readSettingTexts,
  SettingsError,
  type SettingTexts,
} from '@rostrum/settings';
import { UsageError } from './errors.ts';
import { type Flags, wholeNumber } from './options.ts';
import type { Environment } from './surroundings.ts';

/** Where the server is. */
export type ServerPlace = {
  readonly url: string;
  readonly dataDir: string;
  readonly settings: SettingTexts;
};

/** The server, and the account. */
export type Connection = {
  readonly url: string;
  readonly client: Client;
  readonly partnerId: number;
  readonly secret: string;
  /** Whose secret it is: the same account's, or that of the installation, which speaks for all of its accounts. */
  readonly secretPartnerId: number;
};

/**
 * Finds the server: what was typed counts, then the settings (the environment, and `rostrum.yml` beside the server),
 * then what a running server keeps in its data folder.
 *
 * @throws UsageError where the settings can't be used
 */
export async function findServer(
  flags: Flags,
  env: Environment,
  folder: string,
): Promise<ServerPlace> {
  const settings = settingsOf(env, folder);
  const dataDir = dataDirOf(flags, settings, folder);
  const url =
    flags.url ??
    settings.read('ROSTRUM_PUBLIC_URL') ??
    (await readField(dataDir, 'run.json', 'publicUrl')) ??
    `${settings.read('ROSTRUM_TLS_CERT') === null ? 'http' : 'https'}://localhost:${settings.read('ROSTRUM_HTTP_PORT')}`;
  return { url, dataDir, settings };
}

/**
 * Finds the server and the secret, so that beside a server that was just started nothing has to be said.
 *
 * @throws UsageError where there is no secret
 */
export async function findConnection(
  flags: Flags,
  env: Environment,
  folder: string,
): Promise<Connection> {
  const { url, dataDir, settings } = await findServer(flags, env, folder);
  const ownPartner = settings.read('ROSTRUM_PARTNER_ID') ?? '';
  const partnerId = wholeNumber('--partner', flags.partner ?? ownPartner);
  const given = flags.secret ?? settings.read('ROSTRUM_ADMIN_SECRET');
  const secret = given ?? (await readField(dataDir, 'secrets.json', 'adminSecret'));
  if (secret === undefined || secret === '') {
    throw new UsageError(
      `The admin secret of account ${partnerId} is needed: set ROSTRUM_ADMIN_SECRET, or say with --data-dir where the server keeps its data (there is no secrets.json in ${dataDir}).`,
    );
  }
  const secretPartnerId =
    given === undefined || given === null
      ? wholeNumber('ROSTRUM_PARTNER_ID', ownPartner)
      : partnerId;
  return { url, client: clientAt(url, partnerId), partnerId, secret, secretPartnerId };
}

/** @throws UsageError where the address is none */
export function clientAt(url: string, partnerId: number): Client {
  try {
    return createClient({ serviceUrl: url, partnerId });
  } catch {
    throw new UsageError(`--url must be an http or https address (got "${url}").`);
  }
}

/** Enough for a few calls, and for a long list of webcasts that is applied. */
const SESSION_SECONDS = 3600;

/** The connection with an admin session. */
export async function signIn(
  connection: Connection,
  expirySeconds = SESSION_SECONDS,
): Promise<Client> {
  const { client } = connection;
  client.useSession(await startSession(connection, { isAdmin: true, expirySeconds }));
  return client;
}

export type SessionWish = {
  readonly isAdmin: boolean;
  readonly expirySeconds: number;
  readonly userId?: string;
  readonly privileges?: string;
};

/** A session of the account, by its own secret or by the installation's. @returns its text */
export async function startSession(
  { client, partnerId, secret, secretPartnerId }: Connection,
  { isAdmin, expirySeconds: expiry, userId = '', privileges = '' }: SessionWish,
): Promise<string> {
  const wish = { secret, userId, type: isAdmin ? 2 : 0, expiry, privileges };
  const answer =
    partnerId === secretPartnerId
      ? await client.request('session', 'start', { ...wish, partnerId })
      : await client.request('session', 'impersonate', {
          ...wish,
          partnerId: secretPartnerId,
          impersonatedPartnerId: partnerId,
        });
  return String(answer);
}

export function dataDirOf(flags: Flags, settings: SettingTexts, folder: string): string {
  return path.resolve(folder, flags['data-dir'] ?? settings.read('ROSTRUM_DATA_DIR') ?? 'data');
}

function settingsOf(env: Environment, folder: string): SettingTexts {
  try {
    return readSettingTexts(env, readSettingsFile(path.join(folder, 'rostrum.yml')));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new UsageError(error.message);
  }
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
