import { type Fields, fieldsIn, listIn, momentIn, textIn } from './answers.ts';
import type { CallOptions, Client } from './client.ts';

export type AccountDetails = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly website: string;
  readonly adminName: string;
  readonly adminEmail: string;
};

export type AccountChanges = Partial<Omit<AccountDetails, 'id'>>;

export type SecretKind = 'admin' | 'user';

/** One of the account's secrets, without its text: `revealSecret` asks for that. */
export type AccountSecret = {
  readonly id: string;
  readonly kind: SecretKind;
  /** From the installation's settings: it is changed there. */
  readonly isConfigured: boolean;
  readonly createdAtMs: number | null;
};

export type AccountStorage = {
  readonly usedBytes: number;
  readonly recordingCount: number;
  /** Null for no limit. */
  readonly quotaBytes: number | null;
  /** Null for ever. */
  readonly retentionDays: number | null;
  /** Shows that begin now are not recorded. */
  readonly isFull: boolean;
};

export async function getAccount(
  client: Client,
  options: CallOptions = {},
): Promise<AccountDetails> {
  return accountIn(fieldsIn(await client.request('partner', 'getInfo', {}, options)));
}

export async function changeAccount(
  client: Client,
  changes: AccountChanges,
): Promise<AccountDetails> {
  const partner = { objectType: 'KalturaPartner', ...changes };
  return accountIn(fieldsIn(await client.request('partner', 'update', { partner })));
}

/** The one that signs new sessions first. */
export async function listSecrets(
  client: Client,
  options: CallOptions = {},
): Promise<readonly AccountSecret[]> {
  const answer = await client.request('rostrum_partnerSecret', 'list', {}, options);
  return listIn(answer).objects.map(secretIn);
}

/** The text of a secret. The audit log says that somebody has looked. */
export async function revealSecret(client: Client, id: string): Promise<string> {
  const { objects } = listIn(await client.request('rostrum_partnerSecret', 'list', {}));
  return textIn(objects.find((each) => each.id === id)?.secret);
}

/** A further secret; those that there are stay. */
export function addSecret(client: Client, kind: SecretKind): Promise<string> {
  return newSecret(client, 'add', kind);
}

/** A new secret in the place of all others of its kind: sessions that those have signed end at once. */
export function rotateSecret(client: Client, kind: SecretKind): Promise<string> {
  return newSecret(client, 'rotate', kind);
}

/** Sessions that it has signed end. */
export async function deleteSecret(client: Client, secretId: string): Promise<void> {
  await client.request('rostrum_partnerSecret', 'delete', { secretId });
}

export async function getStorage(
  client: Client,
  options: CallOptions = {},
): Promise<AccountStorage> {
  return storageIn(fieldsIn(await client.request('rostrum_storage', 'get', {}, options)));
}

/** Null takes a limit away. */
export async function changeStorage(
  client: Client,
  { quotaBytes, retentionDays }: Pick<AccountStorage, 'quotaBytes' | 'retentionDays'>,
): Promise<AccountStorage> {
  const storage = {
    objectType: 'RostrumStorage',
    ...(quotaBytes === null ? { quotaBytes__null: '' } : { quotaBytes }),
    ...(retentionDays === null ? { retentionDays__null: '' } : { retentionDays }),
  };
  return storageIn(fieldsIn(await client.request('rostrum_storage', 'update', { storage })));
}

async function newSecret(
  client: Client,
  action: 'add' | 'rotate',
  kind: SecretKind,
): Promise<string> {
  return textIn(fieldsIn(await client.request('rostrum_partnerSecret', action, { kind })).secret);
}

function accountIn(fields: Fields): AccountDetails {
  return {
    id: Number(fields.id),
    name: textIn(fields.name),
    description: textIn(fields.description),
    website: textIn(fields.website),
    adminName: textIn(fields.adminName),
    adminEmail: textIn(fields.adminEmail),
  };
}

function secretIn({ id, kind, isConfigured, createdAt }: Fields): AccountSecret {
  return {
    id: textIn(id),
    kind: kind === 'user' ? 'user' : 'admin',
    isConfigured: isConfigured === true,
    createdAtMs: momentIn(createdAt),
  };
}

function storageIn(fields: Fields): AccountStorage {
  const limit = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    usedBytes: Number(fields.usedBytes ?? 0),
    recordingCount: Number(fields.recordingCount ?? 0),
    quotaBytes: limit(fields.quotaBytes),
    retentionDays: limit(fields.retentionDays),
    isFull: fields.isFull === true,
  };
}
