import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Broadcast,
  type BroadcastEffect,
  type BroadcastEvent,
  type BroadcastRules,
  decideBroadcast,
} from './broadcast-state.ts';

const WINDOW_MS = 60_000;

/** Going on air takes nobody's decision; takes one that is still to come; takes one that was made. */
const RULES = {
  open: { isExplicitLive: false, isOnAirAllowed: true, reconnectWindowMs: WINDOW_MS },
  rehearsing: { isExplicitLive: true, isOnAirAllowed: false, reconnectWindowMs: WINDOW_MS },
  live: { isExplicitLive: true, isOnAirAllowed: true, reconnectWindowMs: WINDOW_MS },
} satisfies Record<string, BroadcastRules>;

const STATES = {
  idle: { kind: 'idle' },
  'first preview': { kind: 'preview', lastOnAirSinceMs: null },
  'preview after a show': { kind: 'preview', lastOnAirSinceMs: 1000 },
  'on air': { kind: 'on-air', onAirSinceMs: 1000 },
  interrupted: { kind: 'interrupted', onAirSinceMs: 1000, waitsUntilMs: 64_000 },
  ended: { kind: 'ended', lastOnAirSinceMs: 1000 },
} satisfies Record<string, Broadcast>;

const NOW_MS = 5000;
const EVENTS = {
  'encoder comes': { type: 'encoder-connected', atMs: NOW_MS },
  'last encoder stops': { type: 'encoder-gone', how: 'clean', atMs: NOW_MS },
  'last encoder breaks off': { type: 'encoder-gone', how: 'broken', atMs: NOW_MS },
  'rules change': { type: 'rules-changed', atMs: NOW_MS },
  'window runs out': { type: 'window-ran-out' },
  closing: { type: 'closing' },
} satisfies Record<string, BroadcastEvent>;

type StateName = keyof typeof STATES;
type EventName = keyof typeof EVENTS;
type RulesName = keyof typeof RULES;

const SAME = 'same';
const ON_AIR = 'on air since now: start on-air';
const GO_LIVE = 'on air since now: end, start on-air';
const PREVIEW = 'first preview: start preview';
const NEXT_PREVIEW = 'preview after a show: start preview';
const BACK_TO_PREVIEW = 'preview after a show: end, start preview';
const REHEARSED = 'idle: end';
const REHEARSED_AGAIN = 'ended: end';
const END = 'ended: end';
const END_AND_ASK = 'ended: end, use up decision';
const WAIT = 'interrupted from now: pause, start window';
const GO_ON = 'on air: stop window, continue';
const STOP_WAITING = 'ended: stop window, end';
const STOP_WAITING_AND_ASK = 'ended: stop window, end, use up decision';

/** The life of a webcast: what becomes of each state with each event, under the rules `open`, `rehearsing`, `live`. */
const LIFE: Record<
  StateName,
  Record<EventName, readonly [open: string, rehearsing: string, live: string]>
> = {
  idle: {
    'encoder comes': [ON_AIR, PREVIEW, ON_AIR],
    'last encoder stops': [SAME, SAME, SAME],
    'last encoder breaks off': [SAME, SAME, SAME],
    'rules change': [SAME, SAME, SAME],
    'window runs out': [SAME, SAME, SAME],
    closing: [SAME, SAME, SAME],
  },
  'first preview': {
    'encoder comes': [SAME, SAME, SAME],
    'last encoder stops': [REHEARSED, REHEARSED, REHEARSED],
    'last encoder breaks off': [REHEARSED, REHEARSED, REHEARSED],
    'rules change': [GO_LIVE, SAME, GO_LIVE],
    'window runs out': [SAME, SAME, SAME],
    closing: [REHEARSED, REHEARSED, REHEARSED],
  },
  'preview after a show': {
    'encoder comes': [SAME, SAME, SAME],
    'last encoder stops': [REHEARSED_AGAIN, REHEARSED_AGAIN, REHEARSED_AGAIN],
    'last encoder breaks off': [REHEARSED_AGAIN, REHEARSED_AGAIN, REHEARSED_AGAIN],
    'rules change': [GO_LIVE, SAME, GO_LIVE],
    'window runs out': [SAME, SAME, SAME],
    closing: [REHEARSED_AGAIN, REHEARSED_AGAIN, REHEARSED_AGAIN],
  },
  'on air': {
    'encoder comes': [SAME, SAME, SAME],
    'last encoder stops': [END, WAIT, WAIT],
    'last encoder breaks off': [WAIT, WAIT, WAIT],
    'rules change': [SAME, BACK_TO_PREVIEW, SAME],
    'window runs out': [SAME, SAME, SAME],
    closing: [END, END_AND_ASK, END_AND_ASK],
  },
  interrupted: {
    'encoder comes': [GO_ON, GO_ON, GO_ON],
    'last encoder stops': [SAME, SAME, SAME],
    'last encoder breaks off': [SAME, SAME, SAME],
    'rules change': [SAME, STOP_WAITING_AND_ASK, SAME],
    'window runs out': [END, END_AND_ASK, END_AND_ASK],
    closing: [STOP_WAITING, STOP_WAITING_AND_ASK, STOP_WAITING_AND_ASK],
  },
  ended: {
    'encoder comes': [ON_AIR, NEXT_PREVIEW, ON_AIR],
    'last encoder stops': [SAME, SAME, SAME],
    'last encoder breaks off': [SAME, SAME, SAME],
    'rules change': [SAME, SAME, SAME],
    'window runs out': [SAME, SAME, SAME],
    closing: [SAME, SAME, SAME],
  },
};

const NEW_STATES: Record<string, Broadcast> = {
  ...STATES,
  'on air since now': { kind: 'on-air', onAirSinceMs: NOW_MS },
  'interrupted from now': {
    kind: 'interrupted',
    onAirSinceMs: 1000,
    waitsUntilMs: NOW_MS + WINDOW_MS,
  },
};

const EFFECTS: Record<string, BroadcastEffect> = {
  'start on-air': { type: 'start-generation', kind: 'on-air' },
  'start preview': { type: 'start-generation', kind: 'preview' },
  end: { type: 'end-generation' },
  continue: { type: 'continue-generation' },
  pause: { type: 'pause-generation' },
  'start window': { type: 'start-window', untilMs: NOW_MS + WINDOW_MS },
  'stop window': { type: 'stop-window' },
  'use up decision': { type: 'use-up-decision' },
};

const CASES = Object.entries(LIFE).flatMap(([state, events]) =>
  Object.entries(events).flatMap(([event, cells]) =>
    Object.keys(RULES).map(
      (rules, index) =>
        [state, event, rules, cells[index] ?? ''] as [StateName, EventName, RulesName, string],
    ),
  ),
);

describe('the life of a webcast', () => {
  test.each(CASES)('%s, %s, %s → %s', (state, event, rules, expected) => {
    const from = STATES[state];
    const step = decideBroadcast(from, EVENTS[event], RULES[rules]);
    const [to = '', effects = ''] = expected.split(': ');
    expect(step.next).toEqual(to === SAME ? from : NEW_STATES[to]);
    const names = effects.split(', ').filter((name) => name !== '');
    expect(step.effects).toEqual(names.map((name) => EFFECTS[name]));
  });

  it('is told for every state, event and rule', () => {
    expect(CASES).toHaveLength(6 * 6 * 3);
    expect(new Set(CASES.map(([state, event, rules]) => `${state} ${event} ${rules}`)).size).toBe(
      6 * 6 * 3,
    );
  });

  it('begins no generation before the one before has ended, and lets nobody on air undecided', () => {
    const step = fc.record({
      event: fc.constantFrom(...Object.values(EVENTS)),
      rules: fc.constantFrom(...Object.values(RULES)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let broadcast: Broadcast = { kind: 'idle' };
        let generation: 'preview' | 'on-air' | null = null;
        let isWaiting = false;
        for (const { event, rules } of steps) {
          const { next, effects }: ReturnType<typeof decideBroadcast> = decideBroadcast(
            broadcast,
            event,
            rules,
          );
          if (event.type === 'window-ran-out') isWaiting = false;
          for (const effect of effects) {
            if (effect.type === 'start-generation') {
              expect(generation).toBeNull();
              generation = effect.kind;
              if (generation === 'on-air') {
                expect(!rules.isExplicitLive || rules.isOnAirAllowed).toBe(true);
              }
            }
            if (effect.type === 'end-generation') {
              expect(generation).not.toBeNull();
              generation = null;
            }
            if (effect.type === 'continue-generation') expect(generation).toBe('on-air');
            if (effect.type === 'start-window') isWaiting = true;
            if (effect.type === 'stop-window') isWaiting = false;
          }
          broadcast = next;
          if (event.type !== 'window-ran-out') {
            expect(isWaiting).toBe(broadcast.kind === 'interrupted');
          } else if (broadcast.kind === 'interrupted') {
            throw new Error('a window that has run out still waits');
          }
          const isShown = broadcast.kind === 'on-air' || broadcast.kind === 'interrupted';
          const expected = isShown ? 'on-air' : broadcast.kind === 'preview' ? 'preview' : null;
          expect(generation).toBe(expected);
        }
      }),
    );
  });
});
