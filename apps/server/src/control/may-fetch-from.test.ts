import { readNetworks } from '@rostrum/settings';
import { describe, expect, it } from 'vitest';
import { mayFetchFrom } from './may-fetch-from.ts';

const asked = (networks: string | null, addresses: readonly string[]) =>
  addresses.filter(mayFetchFrom(readNetworks('ROSTRUM_FETCH_NETWORKS', networks) ?? []));

describe('the server', () => {
  const PRIVATE = ['127.0.0.1', '10.1.2.3', '10.2.0.1', '192.168.1.20', '::1', 'fd00::1'];

  it('asks only machines of the open internet, where nothing else is set', () => {
    expect(asked(null, [...PRIVATE, '93.184.215.14', '2606:2800::1', 'no address'])).toEqual([
      '93.184.215.14',
      '2606:2800::1',
    ]);
  });

  it('asks machines of the networks that are named too, and no others', () => {
    expect(asked('10.1.0.0/16, 192.168.1.20, fd00::/8', [...PRIVATE, '192.168.1.21'])).toEqual([
      '10.1.2.3',
      '192.168.1.20',
      'fd00::1',
    ]);
  });
});
