import path from 'node:path';
import { type MediaStoreSettings, readMediaStore } from './media-store.ts';
import { type Network, readNetworks } from './networks.ts';
import { readSettingTexts } from './setting-texts.ts';
import { SettingsError } from './settings-error.ts';
import type { SettingName } from './settings-table.ts';

export type Settings = {
  readonly httpPort: number;
  readonly mediaPort: number;
  readonly rtmpPort: number;
  /** Used where `tls` is set. */
  readonly rtmpsPort: number;
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null;
  readonly reconnectWindowMs: number;
  readonly dataDir: string;
  readonly publicUrl: string | null;
  readonly mediaUrl: string | null;
  readonly partnerId: number;
  readonly adminSecret: string | null;
  readonly userSecret: string | null;
  readonly databaseUrl: string | null;
  /** Null where recordings stay in the data folder. */
  readonly mediaStore: MediaStoreSettings | null;
  /** Besides the open internet; null where the setting says nothing. */
  readonly webhookNetworks: readonly Network[] | null;
  /** Besides the open internet. */
  readonly fetchNetworks: readonly Network[];
};

/**
 * Settings from the environment and from `rostrum.yml`; the environment wins.
 *
 * @param file the parsed content of `rostrum.yml`, null where there is none
 * @throws SettingsError for an unknown name (with the name that was probably meant) or a value that can't be used
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  file: Readonly<Record<string, unknown>> | null,
): { readonly settings: Settings; readonly warnings: readonly string[] } {
  const { read, warnings } = readSettingTexts(env, file);
  const certPath = read('ROSTRUM_TLS_CERT');
  const keyPath = read('ROSTRUM_TLS_KEY');
  if ((certPath === null) !== (keyPath === null)) {
    throw new SettingsError('ROSTRUM_TLS_CERT and ROSTRUM_TLS_KEY go together: set both, or none.');
  }
  return {
    warnings,
    settings: {
      httpPort: port('ROSTRUM_HTTP_PORT', read('ROSTRUM_HTTP_PORT')),
      mediaPort: port('ROSTRUM_MEDIA_PORT', read('ROSTRUM_MEDIA_PORT')),
      rtmpPort: port('ROSTRUM_RTMP_PORT', read('ROSTRUM_RTMP_PORT')),
      rtmpsPort: port('ROSTRUM_RTMPS_PORT', read('ROSTRUM_RTMPS_PORT')),
      tls:
        certPath === null || keyPath === null
          ? null
          : { certPath: path.resolve(certPath), keyPath: path.resolve(keyPath) },
      reconnectWindowMs:
        1000 * wholeNumber('ROSTRUM_RECONNECT_SECONDS', read('ROSTRUM_RECONNECT_SECONDS'), 1, 3600),
      dataDir: path.resolve(read('ROSTRUM_DATA_DIR') ?? 'data'),
      publicUrl: url('ROSTRUM_PUBLIC_URL', read('ROSTRUM_PUBLIC_URL'), ['http:', 'https:']),
      mediaUrl: url('ROSTRUM_MEDIA_URL', read('ROSTRUM_MEDIA_URL'), ['http:', 'https:']),
      partnerId: wholeNumber('ROSTRUM_PARTNER_ID', read('ROSTRUM_PARTNER_ID'), 1, 2_147_483_647),
      adminSecret: secret('ROSTRUM_ADMIN_SECRET', read('ROSTRUM_ADMIN_SECRET')),
      userSecret: secret('ROSTRUM_USER_SECRET', read('ROSTRUM_USER_SECRET')),
      databaseUrl: url('ROSTRUM_DATABASE_URL', read('ROSTRUM_DATABASE_URL'), [
        'postgres:',
        'postgresql:',
      ]),
      mediaStore: readMediaStore(read('ROSTRUM_MEDIA_STORE'), env),
      fetchNetworks: readNetworks('ROSTRUM_FETCH_NETWORKS', read('ROSTRUM_FETCH_NETWORKS')) ?? [],
      webhookNetworks: readNetworks('ROSTRUM_WEBHOOK_NETWORKS', read('ROSTRUM_WEBHOOK_NETWORKS')),
    },
  };
}

function port(name: SettingName, text: string | null): number {
  return wholeNumber(name, text, 0, 65_535);
}

function wholeNumber(name: SettingName, text: string | null, min: number, max: number): number {
  const value = Number(text);
  if (
    text === null ||
    text.trim() === '' ||
    !Number.isInteger(value) ||
    value < min ||
    value > max
  ) {
    throw new SettingsError(
      `${name} must be a whole number from ${min} to ${max} (got "${text}").`,
    );
  }
  return value;
}

function url(name: SettingName, text: string | null, protocols: readonly string[]): string | null {
  if (text === null) return null;
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (parsed === null || !protocols.includes(parsed.protocol)) {
    // A database URL holds a password: only its beginning is shown.
    const shown = text.split('@')[0]?.split(':')[0] ?? '';
    throw new SettingsError(
      `${name} must begin with ${protocols.map((p) => `${p}//`).join(' or ')} (got "${shown}:…").`,
    );
  }
  return text.replace(/\/+$/, '');
}

function secret(name: SettingName, text: string | null): string | null {
  if (text !== null && text.length < 8) {
    throw new SettingsError(`${name} must have at least 8 characters (got ${text.length}).`);
  }
  return text;
}
