import type { LiveStreamEntry } from '@rostrum/sdk';
import { describe, expect, it } from 'vitest';
import {
  encoderAddressesOf,
  ffmpegCommandOf,
  obsServiceFileOf,
  publishAddressOf,
} from './encoder-addresses.ts';

const ENTRY: LiveStreamEntry = {
  objectType: 'KalturaLiveStreamEntry',
  id: '0_ab12cd34',
  partnerId: 100,
  name: 'All hands',
  mediaType: 201,
  sourceType: '32',
  streamName: '0_ab12cd34_%i',
  primaryBroadcastingUrl: 'rtmp://live.example.com:1935/kLive?t=5ec2e7',
  secondaryBroadcastingUrl: 'rtmp://live.example.com:1935/kLive?t=5ec2e7&i=1',
};

const RTMPS = {
  primarySecuredBroadcastingUrl: 'rtmps://live.example.com:1936/kLive?t=5ec2e7',
};

function addressOf(entry: LiveStreamEntry) {
  const [address] = encoderAddressesOf(entry);
  if (address === undefined) throw new Error('no address');
  return address;
}

describe('encoder addresses', () => {
  it('are those that the server offers, with the secret in the key', () => {
    expect(encoderAddressesOf({ ...ENTRY, ...RTMPS })).toEqual([
      {
        protocol: 'RTMP',
        primary: {
          server: 'rtmp://live.example.com:1935/kLive',
          key: '0_ab12cd34_1?t=5ec2e7',
        },
        backup: {
          server: 'rtmp://live.example.com:1935/kLive',
          key: '0_ab12cd34_1?t=5ec2e7&i=1',
        },
      },
      {
        protocol: 'RTMPS',
        primary: {
          server: 'rtmps://live.example.com:1936/kLive',
          key: '0_ab12cd34_1?t=5ec2e7',
        },
        backup: null,
      },
    ]);
    expect(encoderAddressesOf(ENTRY).map(({ protocol }) => protocol)).toEqual(['RTMP']);
  });

  it('are none for who may not see them, and for a stream from elsewhere', () => {
    const { primaryBroadcastingUrl: _one, secondaryBroadcastingUrl: _two, ...without } = ENTRY;
    expect(encoderAddressesOf(without)).toEqual([]);
  });

  it('become one address', () => {
    const { primary, backup } = addressOf(ENTRY);
    expect(publishAddressOf(primary)).toBe(
      'rtmp://live.example.com:1935/kLive/0_ab12cd34_1?t=5ec2e7',
    );
    expect(backup === null ? null : publishAddressOf(backup)).toBe(
      'rtmp://live.example.com:1935/kLive/0_ab12cd34_1?t=5ec2e7&i=1',
    );
    const plain = addressOf({ ...ENTRY, primaryBroadcastingUrl: 'rtmp://example.com/live' });
    expect(publishAddressOf(plain.primary)).toBe('rtmp://example.com/live/0_ab12cd34_1');
  });

  it('become a command in which no shell changes anything', () => {
    const command = ffmpegCommandOf(addressOf(ENTRY).primary);
    expect(command).toContain('-f flv "rtmp://live.example.com:1935/kLive/0_ab12cd34_1?t=5ec2e7"');
    expect(command.match(/["'`$\\]/g)).toEqual(Array(4).fill('"'));
  });

  it('become the file that OBS keeps of a custom service', () => {
    expect(JSON.parse(obsServiceFileOf(addressOf(ENTRY).primary))).toEqual({
      type: 'rtmp_custom',
      settings: {
        server: 'rtmp://live.example.com:1935/kLive',
        key: '0_ab12cd34_1?t=5ec2e7',
        use_auth: false,
        bwtest: false,
      },
    });
  });
});
