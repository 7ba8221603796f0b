import type { EncoderHealth } from '@rostrum/contracts';
import { describe, expect, test } from 'vitest';
import type { WatchedShow } from './alert.ts';
import { encoderAlerts } from './encoder-alerts.ts';

const VIDEO = {
  codec: 'avc1.64001f',
  widthPx: 1280,
  heightPx: 720,
  bitsPerSecond: 4_000_000,
  framesPerSecond: 30,
  announcedFramesPerSecond: 30,
  keyFrameDistanceMs: 2000,
};

function showWith(video: EncoderHealth['video'], isInUse = true): WatchedShow {
  const encoder: EncoderHealth = {
    ...{ slot: 'primary', protocol: 'rtmp', software: 'FMLE/3.0', remoteAddress: '192.0.2.1' },
    ...{ connectedAtMs: 0, isInUse, video, audio: null },
    ...{ bitsPerSecond: 4_000_000, droppedFrames: 0, driftMs: 0 },
  };
  const webcastId = '0_ab12cd34';
  return {
    ...{ entryId: webcastId, partnerId: 100, name: 'Town hall', isRefused: false },
    health: {
      ...{ webcastId, atMs: 0, encoders: [encoder], archive: 'writing', lostParts: 0, relays: [] },
    },
  };
}

describe('alerts about encoders', () => {
  test('are none where the picture moves, there is none, or another one is shown', () => {
    expect(encoderAlerts(showWith(VIDEO))).toEqual([]);
    expect(encoderAlerts(showWith(null))).toEqual([]);
    expect(encoderAlerts(showWith({ ...VIDEO, framesPerSecond: 0 }, false))).toEqual([]);
  });

  test('say that the picture stands still, or that key frames are too far apart', () => {
    expect(encoderAlerts(showWith({ ...VIDEO, framesPerSecond: 0 }))).toMatchObject([
      { code: 'ENCODER_STILL', severity: 'error', entryId: '0_ab12cd34', concerns: 100 },
    ]);
    const [alert] = encoderAlerts(showWith({ ...VIDEO, keyFrameDistanceMs: 9600 }));
    expect(alert).toMatchObject({ code: 'ENCODER_KEY_FRAMES', severity: 'warning' });
    expect(alert?.message).toContain('9.6 s apart');
  });
});
