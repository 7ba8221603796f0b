import { describe, expect, it } from 'vitest';
import { readNetworks } from './networks.ts';
import { readSettings } from './settings.ts';

const read = (text: string | null) => readNetworks('ROSTRUM_WEBHOOK_NETWORKS', text);

describe('networks in settings', () => {
  it('are read with their prefix, and a single address as a network of its own', () => {
    expect(read('10.1.0.0/16, fd00::/8,127.0.0.1')).toEqual([
      { address: '10.1.0.0', prefix: 16 },
      { address: 'fd00::', prefix: 8 },
      { address: '127.0.0.1', prefix: 32 },
    ]);
    expect(read('none')).toEqual([]);
    expect(read(null)).toBeNull();
  });

  it('are refused with what was said where they are none', () => {
    for (const text of [
      '10.1.0.0/33',
      '10.1/16',
      'fd00::/129',
      '10.1.0.0/',
      'lan',
      '',
      '1.2.3.4/8/8',
    ])
      expect(() => read(text)).toThrow(`(got "${text}")`);
  });

  it('come from the environment', () => {
    const { settings } = readSettings({ ROSTRUM_WEBHOOK_NETWORKS: '192.168.0.0/24' }, null);
    expect(settings.webhookNetworks).toEqual([{ address: '192.168.0.0', prefix: 24 }]);
    expect(readSettings({}, null).settings.webhookNetworks).toBeNull();
  });
});
