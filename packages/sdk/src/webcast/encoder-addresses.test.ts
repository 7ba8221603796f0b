import { expect, test } from 'vitest';
import type { LiveStreamEntry } from '../api/live-stream-entry.ts';
import { encoderAddressesOf } from './encoder-addresses.ts';

const entry = (fields: Partial<LiveStreamEntry>): LiveStreamEntry => ({
  objectType: 'KalturaLiveStreamEntry',
  id: '0_ab12cd34',
  partnerId: 100,
  name: 'Town hall',
  mediaType: 201,
  sourceType: '32',
  ...fields,
});

test('an address comes whole, and in the two parts that OBS asks for', () => {
  const addresses = encoderAddressesOf(
    entry({
      streamName: '0_ab12cd34_%i',
      primaryBroadcastingUrl: 'rtmp://live.example:1935/kLive?t=secret',
      secondaryBroadcastingUrl: 'rtmp://live.example:1935/kLive?t=secret&i=1',
      primarySecuredBroadcastingUrl: 'rtmps://live.example:443/kLive?t=secret',
    }),
  );
  expect(addresses).toEqual({
    rtmp: {
      primary: {
        url: 'rtmp://live.example:1935/kLive/0_ab12cd34_1?t=secret',
        server: 'rtmp://live.example:1935/kLive',
        streamKey: '0_ab12cd34_1?t=secret',
      },
      backup: {
        url: 'rtmp://live.example:1935/kLive/0_ab12cd34_1?t=secret&i=1',
        server: 'rtmp://live.example:1935/kLive',
        streamKey: '0_ab12cd34_1?t=secret&i=1',
      },
    },
    rtmps: {
      primary: {
        url: 'rtmps://live.example:443/kLive/0_ab12cd34_1?t=secret',
        server: 'rtmps://live.example:443/kLive',
        streamKey: '0_ab12cd34_1?t=secret',
      },
      backup: null,
    },
    rtsp: null,
    srt: null,
  });
});

test('Kaltura’s shapes are understood: a name without its id, RTSP with the name in it, SRT with its stream id', () => {
  const addresses = encoderAddressesOf(
    entry({
      streamName: '%i',
      primaryRtspBroadcastingUrl: 'rtsp://live.example:554/kLive/0_ab12cd34_%i?t=secret',
      primarySrtBroadcastingUrl: 'srt://live.example:7045',
      primarySrtStreamId: '#:::e=0_ab12cd34,st=0,p=secret',
    }),
  );
  expect(addresses?.rtsp?.primary.url).toBe('rtsp://live.example:554/kLive/0_ab12cd34_1?t=secret');
  expect(addresses?.srt?.primary).toEqual({
    url: 'srt://live.example:7045?streamid=%23%3A%3A%3Ae%3D0_ab12cd34%2Cst%3D0%2Cp%3Dsecret',
    server: 'srt://live.example:7045',
    streamKey: '#:::e=0_ab12cd34,st=0,p=secret',
  });
});

test('who may not see them gets none', () => {
  expect(encoderAddressesOf(entry({}))).toBeNull();
});
