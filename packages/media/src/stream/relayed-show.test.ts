import type { ChannelSettings } from '@rostrum/contracts';
import { afterEach, expect, test } from 'vitest';
import { openRtmpListener, type RtmpListener } from '../ingest/rtmp/rtmp-listener.ts';
import { TestGate, testLog } from '../ingest/testing/test-gate.ts';
import type { Frame } from './frame.ts';
import { encodeMedia } from './testing/encoded-media.ts';
import { connect, openTestChannels, SETTINGS, send } from './testing/test-channels.ts';

const listeners: RtmpListener[] = [];

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.close()));
});

test('what is on air is sent on, what is in preview is not', async () => {
  const gate = new TestGate();
  const { log } = testLog();
  const listener = await openRtmpListener({
    ...{ host: '127.0.0.1', port: 0, gate, log, limits: { lingerMs: 100 } },
  });
  listeners.push(listener);
  const url = `rtmp://127.0.0.1:${listener.port}/kLive?t=TOKEN/0_elsewher_1`;
  const settings: ChannelSettings = {
    ...SETTINGS,
    ...{ isExplicitLive: true, isOnAirAllowed: false, relays: [{ id: 'one', url }] },
  };
  const test = openTestChannels({ ask: async () => ({ isAllowed: true, settings }) });
  const publication = await connect(test.channels);
  const media = await encodeMedia({ seconds: 2, size: '64x64', colours: ['red'] });
  send(publication, media, test.clock);
  expect(test.channels.takeHealth()).toMatchObject([{ relays: [] }]);
  expect(gate.publications).toEqual([]);

  const opened = gate.next();
  test.channels.applySettings({ ...settings, revision: 2, isOnAirAllowed: true });
  const relayed = await opened;
  const stateOf = () => test.channels.takeHealth()[0]?.relays[0]?.state;
  while (stateOf() !== 'publishing') await new Promise((resolve) => setTimeout(resolve, 5));
  const show = await encodeMedia({ seconds: 2, size: '64x64', colours: ['lime'] });
  send(publication, show, test.clock);
  const arrived = await relayed.framesOf('video', 30);
  // Of one colour, the frames between key frames say "as before", whichever it is.
  const keysOf = (frames: readonly Frame[]) =>
    frames.flatMap((frame) =>
      frame.kind === 'video' && frame.isKey ? [Buffer.from(frame.data).toString('base64')] : [],
    );
  expect(keysOf(show)).toEqual(expect.arrayContaining(keysOf(arrived)));
  expect(keysOf(arrived).filter((key) => keysOf(media).includes(key))).toEqual([]);

  test.channels.applySettings({ ...settings, revision: 3, isOnAirAllowed: false });
  expect(await relayed.ended).toBe('clean');
  await test.channels.close();
});
