import { isIP } from 'node:net';
import { SettingsError } from './settings-error.ts';
import type { SettingName } from './settings-table.ts';

/** `10.1.0.0/16` */
export type Network = { readonly address: string; readonly prefix: number };

/** What says that there are none. */
const NONE = 'none';

/**
 * Networks that are separated by commas. A single address is a network of its own.
 *
 * @returns null where the setting says nothing
 * @throws SettingsError for what is no network
 */
export function readNetworks(name: SettingName, text: string | null): readonly Network[] | null {
  if (text === null) return null;
  if (text.trim() === NONE) return [];
  return text.split(',').map((part) => readNetwork(name, part.trim()));
}

function readNetwork(name: SettingName, text: string): Network {
  const [address = '', length, ...more] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const prefix = length === undefined ? bits : Number(length);
  const isNetwork =
    bits > 0 &&
    more.length === 0 &&
    (length === undefined || /^\d{1,3}$/.test(length)) &&
    prefix <= bits;
  if (!isNetwork) {
    throw new SettingsError(
      `${name} must be networks like 10.1.0.0/16, separated by commas, or ${NONE} (got "${text}").`,
    );
  }
  return { address, prefix };
}
