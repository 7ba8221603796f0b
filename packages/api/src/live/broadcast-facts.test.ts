import type { ChannelStatus } from '@rostrum/contracts';
import { expect, test } from 'vitest';
import { applyStatus, type BroadcastFacts } from './broadcast-facts.ts';

const T = 1_800_000_000_000;

function status(
  state: ChannelStatus['state'],
  sinceMs: number,
  more: Partial<ChannelStatus> = {},
): ChannelStatus {
  return {
    webcastId: '0_abcdefgh',
    state,
    sinceMs,
    onAirSinceMs: null,
    generation: null,
    isPlayable: false,
    hasVideo: true,
    encoders: [],
    waitsUntilMs: null,
    takes: [],
    ...more,
  };
}

const encoders = [
  { slot: 'primary', protocol: 'rtmp', remoteAddress: '192.0.2.1', software: '', connectedAtMs: T },
] as const;

function after(...statuses: readonly ChannelStatus[]): BroadcastFacts {
  let facts: BroadcastFacts | null = null;
  for (const each of statuses) facts = applyStatus(facts, each);
  if (facts === null) throw new TypeError('after() needs a status');
  return facts;
}

const preview = status('preview', T, { encoders });
const onAir = status('on-air', T + 10, { encoders, onAirSinceMs: T + 10 });
const interrupted = status('interrupted', T + 50, { onAirSinceMs: T + 10, waitsUntilMs: T + 110 });
const ended = status('ended', T + 110, { onAirSinceMs: T + 10 });

test('a whole show: each moment is kept', () => {
  expect(after(preview)).toMatchObject({
    firstBroadcastMs: T,
    firstOnAirMs: null,
    currentBroadcastStartMs: T,
  });
  expect(after(preview, onAir)).toMatchObject({
    firstBroadcastMs: T,
    firstOnAirMs: T + 10,
    lastBroadcastMs: T + 10,
  });
  expect(after(preview, onAir, interrupted)).toMatchObject({
    lastBroadcastEndMs: T + 50,
    lastOnAirEndMs: null,
    currentBroadcastStartMs: T,
  });
  expect(after(preview, onAir, interrupted, ended)).toMatchObject({
    firstBroadcastMs: T,
    lastBroadcastMs: T + 50,
    lastBroadcastEndMs: T + 50,
    currentBroadcastStartMs: null,
    firstOnAirMs: T + 10,
    lastOnAirEndMs: T + 110,
  });
});

test('every status twice is the same as once', () => {
  const once = after(preview, onAir, interrupted, ended);
  expect(after(preview, preview, onAir, onAir, interrupted, interrupted, ended, ended)).toEqual(
    once,
  );
});

test('a show of which only the end was told has its times too', () => {
  expect(after(ended)).toMatchObject({
    firstBroadcastMs: T + 10,
    firstOnAirMs: T + 10,
    lastBroadcastEndMs: T + 110,
    lastOnAirEndMs: T + 110,
  });
});

test('a second show keeps the first times and moves the last ones', () => {
  const again = status('on-air', T + 500, {
    encoders: [{ ...encoders[0], connectedAtMs: T + 490 }],
    onAirSinceMs: T + 500,
  });
  const over = status('ended', T + 600, { onAirSinceMs: T + 500 });
  expect(after(preview, onAir, ended, again)).toMatchObject({
    firstBroadcastMs: T,
    currentBroadcastStartMs: T + 490,
    lastBroadcastMs: T + 500,
  });
  expect(after(preview, onAir, ended, again, over)).toMatchObject({
    lastBroadcastEndMs: T + 600,
    lastOnAirEndMs: T + 600,
    firstOnAirMs: T + 10,
  });
});

test('back to preview is the end of being on air', () => {
  const backInPreview = status('preview', T + 80, { encoders, onAirSinceMs: T + 10 });
  expect(after(preview, onAir, backInPreview)).toMatchObject({
    lastOnAirEndMs: T + 80,
    lastBroadcastEndMs: null,
  });
});

test('a channel that was forgotten while on air has ended', () => {
  expect(after(preview, onAir, status('idle', T + 900))).toMatchObject({
    lastOnAirEndMs: T + 900,
    currentBroadcastStartMs: null,
  });
});
