import { BlockList, isIP } from 'node:net';
import { isPublicAddress } from '@rostrum/api';
import type { Network } from '@rostrum/settings';

/** Whether the server may ask a machine for what somebody has named: those of the open internet, and the operator's own. */
export function mayFetchFrom(networks: readonly Network[]): (address: string) => boolean {
  const own = new BlockList();
  for (const { address, prefix } of networks) {
    own.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    return isPublicAddress(address) || (isIP(address) !== 0 && own.check(address, family));
  };
}
