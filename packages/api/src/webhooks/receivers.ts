import { BlockList, isIP } from 'node:net';
import { isPublicAddress } from '../fetch/public-address.ts';

/** A network by its address and the length of its prefix: `10.0.0.0`, 8. */
export type ReceiverNetwork = { readonly address: string; readonly prefix: number };

export type ReceiversOptions = {
  /** Networks that are not of the open internet, for all accounts. Null: this machine, for the installation's own account. */
  readonly networks: readonly ReceiverNetwork[] | null;
  /** The account that the installation is configured with. */
  readonly ownPartnerId: number;
};

/** Names that mean this machine everywhere. */
const LOOPBACK_NAME = /(^|\.)localhost$/;
const LOOPBACK: readonly ReceiverNetwork[] = [
  { address: '127.0.0.0', prefix: 8 },
  { address: '::1', prefix: 128 },
];
const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1'];
const MAX_URL_LENGTH = 2000;

/**
 * Which machines webhooks may go to: by https to those of the open internet, and by https or http to networks that the
 * operator has named. Others could be services of the operator's that trust whoever reaches them.
 */
export class Receivers {
  readonly #networks: BlockList;
  readonly #hasNetworks: boolean;
  readonly #ownPartnerId: number | null;

  constructor({ networks, ownPartnerId }: ReceiversOptions) {
    this.#networks = new BlockList();
    for (const { address, prefix } of networks ?? LOOPBACK) {
      this.#networks.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
    }
    this.#hasNetworks = networks !== null && networks.length > 0;
    this.#ownPartnerId = networks === null ? ownPartnerId : null;
  }

  /** Whether a connection may be made; asked once its address is known. */
  mayConnect(partnerId: number, protocol: string, address: string): boolean {
    if (this.#isNamed(partnerId, address)) return true;
    return protocol === 'https:' && isPublicAddress(address);
  }

  /** Why an address of a receiver cannot be one, as far as it says itself; null where it can. */
  problemOf(partnerId: number, text: string): string | null {
    const url = URL.parse(text);
    if (url === null) return 'it must be an address like https://example.com/hooks';
    if (text.length > MAX_URL_LENGTH) return `it must have at most ${MAX_URL_LENGTH} characters`;
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'it must begin with https://';
    if (url.username !== '' || url.password !== '')
      return 'it must not contain a name and password: requests are signed instead';
    if (url.hash !== '') return 'it must have no part behind #: that is never sent';
    return this.#problemOfHost(partnerId, hostOf(url), url.protocol === 'https:');
  }

  #problemOfHost(partnerId: number, host: string, isSecure: boolean): string | null {
    if (LOOPBACK_NAME.test(host)) {
      const isHere = LOOPBACK_ADDRESSES.some((address) => this.#isNamed(partnerId, address));
      return isHere ? null : 'webhooks of this account may not go to the server’s own machine';
    }
    const isNumber = isIP(host) !== 0;
    const isNamed = isNumber && this.#isNamed(partnerId, host);
    if (isNumber && !isNamed && !isPublicAddress(host))
      return `${host} is of a private network: the operator of the server names those that webhooks may go to (ROSTRUM_WEBHOOK_NETWORKS)`;
    // What a name means shows when it is connected to.
    if (isSecure || isNamed || (!isNumber && this.#hasNetworks)) return null;
    return 'it must begin with https://; http is for networks that the operator of the server has named (ROSTRUM_WEBHOOK_NETWORKS)';
  }

  #isNamed(partnerId: number, address: string): boolean {
    if (this.#ownPartnerId !== null && this.#ownPartnerId !== partnerId) return false;
    const family = isIP(address);
    return family !== 0 && this.#networks.check(address, family === 6 ? 'ipv6' : 'ipv4');
  }
}

/** Without brackets, as sockets want it. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
