import { isIP } from 'node:net';
import { SettingsError } from './settings-error.ts';

/** `10.1.0.0/16`, taken apart. */
export type Network = {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
};

/**
 * Networks with commas between them; an address without a length is one machine.
 *
 * @throws SettingsError for the first that is none
 */
export function readNetworks(name: string, text: string | null): readonly Network[] {
  return (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => readNetwork(name, each));
}

function readNetwork(name: string, text: string): Network {
  const [, address = '', length] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const version = isIP(address);
  const longest = version === 4 ? 32 : 128;
  const prefix = length === undefined ? longest : Number(length);
  if (version === 0 || prefix > longest) {
    throw new SettingsError(
      `${name} must be networks like 10.1.0.0/16 or addresses, with commas between them (got "${text}").`,
    );
  }
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}
