import { describe, expect, it } from 'vitest';
import {
  type Broadcast,
  type BroadcastEvent,
  type BroadcastRules,
  decideBroadcast,
} from './broadcast-state.ts';

const OPEN: BroadcastRules = {
  isExplicitLive: false,
  isOnAirAllowed: true,
  reconnectWindowMs: 60_000,
};
const REHEARSING: BroadcastRules = { ...OPEN, isExplicitLive: true, isOnAirAllowed: false };
const LIVE: BroadcastRules = { ...OPEN, isExplicitLive: true, isOnAirAllowed: true };

const IDLE: Broadcast = { kind: 'idle' };
const PREVIEW: Broadcast = { kind: 'preview', lastOnAirSinceMs: null };
const ON_AIR: Broadcast = { kind: 'on-air', onAirSinceMs: 1000 };
const INTERRUPTED: Broadcast = { kind: 'interrupted', onAirSinceMs: 1000, waitsUntilMs: 70_000 };
const ENDED: Broadcast = { kind: 'ended', lastOnAirSinceMs: 1000 };

const CONNECTED: BroadcastEvent = { type: 'encoder-connected', atMs: 5000 };
const STOPPED: BroadcastEvent = { type: 'encoder-gone', how: 'clean', atMs: 5000 };
const BROKEN: BroadcastEvent = { type: 'encoder-gone', how: 'broken', atMs: 5000 };
const CHANGED: BroadcastEvent = { type: 'rules-changed', atMs: 5000 };
const RAN_OUT: BroadcastEvent = { type: 'window-ran-out' };
const CLOSING: BroadcastEvent = { type: 'closing' };

type Row = readonly [
  what: string,
  from: Broadcast,
  event: BroadcastEvent,
  rules: BroadcastRules,
  to: Broadcast,
  effects: readonly string[],
];

const ON_AIR_NOW: Broadcast = { kind: 'on-air', onAirSinceMs: 5000 };
const WAITING: Broadcast = { kind: 'interrupted', onAirSinceMs: 1000, waitsUntilMs: 65_000 };

const TABLE: readonly Row[] = [
  ['an encoder puts a webcast on air', IDLE, CONNECTED, OPEN, ON_AIR_NOW, ['start on-air']],
  ['an encoder begins a rehearsal', IDLE, CONNECTED, REHEARSING, PREVIEW, ['start preview']],
  ['an encoder comes after going live', IDLE, CONNECTED, LIVE, ON_AIR_NOW, ['start on-air']],
  ['rules change before anybody came', IDLE, CHANGED, LIVE, IDLE, []],
  ['an encoder that was never there goes', IDLE, BROKEN, OPEN, IDLE, []],
  ['a late timer finds nothing', IDLE, RAN_OUT, OPEN, IDLE, []],
  ['the server goes down with nothing on', IDLE, CLOSING, OPEN, IDLE, []],

  ['a second encoder joins a rehearsal', PREVIEW, CONNECTED, REHEARSING, PREVIEW, []],
  ['a rehearsal stops', PREVIEW, STOPPED, REHEARSING, IDLE, ['end-generation']],
  ['a rehearsal breaks off', PREVIEW, BROKEN, REHEARSING, IDLE, ['end-generation']],
  [
    'a rehearsal after a show stops',
    { kind: 'preview', lastOnAirSinceMs: 1000 },
    STOPPED,
    REHEARSING,
    ENDED,
    ['end-generation'],
  ],
  ['somebody goes live', PREVIEW, CHANGED, LIVE, ON_AIR_NOW, ['end-generation', 'start on-air']],
  [
    'explicitLive is taken off',
    PREVIEW,
    CHANGED,
    OPEN,
    ON_AIR_NOW,
    ['end-generation', 'start on-air'],
  ],
  ['something else changes in a rehearsal', PREVIEW, CHANGED, REHEARSING, PREVIEW, []],
  ['a late timer finds a rehearsal', PREVIEW, RAN_OUT, REHEARSING, PREVIEW, []],
  ['the server goes down in a rehearsal', PREVIEW, CLOSING, REHEARSING, IDLE, ['end-generation']],

  ['a second encoder joins a show', ON_AIR, CONNECTED, OPEN, ON_AIR, []],
  ['the encoder stops', ON_AIR, STOPPED, OPEN, ENDED, ['end-generation']],
  [
    'the encoder breaks off',
    ON_AIR,
    BROKEN,
    OPEN,
    WAITING,
    ['pause-generation', 'start-window 65000'],
  ],
  [
    'the encoder stops and explicitLive is set',
    ON_AIR,
    STOPPED,
    LIVE,
    WAITING,
    ['pause-generation', 'start-window 65000'],
  ],
  [
    'the encoder breaks off and explicitLive is set',
    ON_AIR,
    BROKEN,
    LIVE,
    WAITING,
    ['pause-generation', 'start-window 65000'],
  ],
  [
    'somebody ends the show, the encoder stays',
    ON_AIR,
    CHANGED,
    REHEARSING,
    { kind: 'preview', lastOnAirSinceMs: 1000 },
    ['end-generation', 'start preview'],
  ],
  ['something else changes in a show', ON_AIR, CHANGED, OPEN, ON_AIR, []],
  ['a late timer finds a show', ON_AIR, RAN_OUT, OPEN, ON_AIR, []],
  ['the server goes down in a show', ON_AIR, CLOSING, OPEN, ENDED, ['end-generation']],

  [
    'the encoder comes back',
    INTERRUPTED,
    CONNECTED,
    OPEN,
    ON_AIR,
    ['stop-window', 'continue-generation'],
  ],
  ['the encoder does not come back', INTERRUPTED, RAN_OUT, OPEN, ENDED, ['end-generation']],
  [
    'somebody ends a show that waits',
    INTERRUPTED,
    CHANGED,
    REHEARSING,
    ENDED,
    ['stop-window', 'end-generation'],
  ],
  ['something else changes in the wait', INTERRUPTED, CHANGED, LIVE, INTERRUPTED, []],
  ['an encoder is gone already', INTERRUPTED, BROKEN, OPEN, INTERRUPTED, []],
  [
    'the server goes down in the wait',
    INTERRUPTED,
    CLOSING,
    OPEN,
    ENDED,
    ['stop-window', 'end-generation'],
  ],

  ['an encoder restarts the webcast', ENDED, CONNECTED, OPEN, ON_AIR_NOW, ['start on-air']],
  [
    'an encoder rehearses after the show',
    ENDED,
    CONNECTED,
    REHEARSING,
    { kind: 'preview', lastOnAirSinceMs: 1000 },
    ['start preview'],
  ],
  ['rules change after the end', ENDED, CHANGED, LIVE, ENDED, []],
  ['an encoder goes after the end', ENDED, STOPPED, OPEN, ENDED, []],
  ['a late timer finds the end', ENDED, RAN_OUT, OPEN, ENDED, []],
  ['the server goes down after the end', ENDED, CLOSING, OPEN, ENDED, []],
];

describe('the life of a webcast', () => {
  it.each(TABLE)('%s', (_what, from, event, rules, to, effects) => {
    const step = decideBroadcast(from, event, rules);
    expect(step.next).toEqual(to);
    expect(
      step.effects.map((effect) => {
        if (effect.type === 'start-generation') return `start ${effect.kind}`;
        return effect.type === 'start-window' ? `start-window ${effect.untilMs}` : effect.type;
      }),
    ).toEqual(effects);
  });

  it('is told for every state and event', () => {
    const told = new Set(TABLE.map(([, from, event]) => `${from.kind} ${event.type}`));
    for (const state of ['idle', 'preview', 'on-air', 'interrupted', 'ended']) {
      for (const { type } of [CONNECTED, STOPPED, CHANGED, RAN_OUT, CLOSING]) {
        expect(told).toContain(`${state} ${type}`);
      }
    }
  });
});
