import type { PublicationEnd } from '../ingest/publication.ts';

/** Where a webcast is in its life, with what belongs to that state. Times are wall-clock ms. */
export type Broadcast =
  | { readonly kind: 'idle' }
  /** `lastOnAirSinceMs`: the show before, null where there was none. */
  | { readonly kind: 'preview'; readonly lastOnAirSinceMs: number | null }
  | { readonly kind: 'on-air'; readonly onAirSinceMs: number }
  | {
      readonly kind: 'interrupted';
      readonly onAirSinceMs: number;
      readonly waitsUntilMs: number;
    }
  | { readonly kind: 'ended'; readonly lastOnAirSinceMs: number };

export type BroadcastEvent =
  | { readonly type: 'encoder-connected'; readonly atMs: number }
  /** The last encoder has gone. */
  | { readonly type: 'encoder-gone'; readonly how: PublicationEnd; readonly atMs: number }
  /** The rules may be other ones now. */
  | { readonly type: 'rules-changed'; readonly atMs: number }
  | { readonly type: 'window-ran-out' }
  /** The server goes down, or the webcast is deleted. */
  | { readonly type: 'closing' };

export type BroadcastRules = {
  /** Going on air takes somebody's decision. */
  readonly isExplicitLive: boolean;
  /** That decision; without explicitLive it does not matter. */
  readonly isOnAirAllowed: boolean;
  readonly reconnectWindowMs: number;
};

/** What has to be done, in this order. */
export type BroadcastEffect =
  | { readonly type: 'start-generation'; readonly kind: 'preview' | 'on-air' }
  | { readonly type: 'end-generation' }
  /** The generation goes on with the encoder that has come. */
  | { readonly type: 'continue-generation' }
  /** The generation waits for an encoder. */
  | { readonly type: 'pause-generation' }
  | { readonly type: 'start-window'; readonly untilMs: number }
  | { readonly type: 'stop-window' }
  /** Somebody’s decision to go on air was for the show that is over: the next one takes another. */
  | { readonly type: 'use-up-decision' };

export type BroadcastStep = {
  readonly next: Broadcast;
  readonly effects: readonly BroadcastEffect[];
};

const START_PREVIEW: BroadcastEffect = { type: 'start-generation', kind: 'preview' };
const START_SHOW: BroadcastEffect = { type: 'start-generation', kind: 'on-air' };
const END: BroadcastEffect = { type: 'end-generation' };
const STOP_WINDOW: BroadcastEffect = { type: 'stop-window' };
const USE_UP_DECISION: BroadcastEffect = { type: 'use-up-decision' };

/** The life of a webcast, as the product's table tells it. */
export function decideBroadcast(
  state: Broadcast,
  event: BroadcastEvent,
  rules: BroadcastRules,
): BroadcastStep {
  switch (state.kind) {
    case 'idle':
      return fromRest(state, null, event, rules);
    case 'ended':
      return fromRest(state, state.lastOnAirSinceMs, event, rules);
    case 'preview':
      return fromPreview(state, event, rules);
    case 'on-air':
      return fromOnAir(state, event, rules);
    case 'interrupted':
      return fromInterrupted(state, event, rules);
  }
}

function fromRest(
  state: Broadcast,
  lastOnAirSinceMs: number | null,
  event: BroadcastEvent,
  rules: BroadcastRules,
): BroadcastStep {
  if (event.type !== 'encoder-connected') return stay(state);
  return mayGoOnAir(rules)
    ? { next: { kind: 'on-air', onAirSinceMs: event.atMs }, effects: [START_SHOW] }
    : { next: { kind: 'preview', lastOnAirSinceMs }, effects: [START_PREVIEW] };
}

function fromPreview(
  state: Extract<Broadcast, { kind: 'preview' }>,
  event: BroadcastEvent,
  rules: BroadcastRules,
): BroadcastStep {
  switch (event.type) {
    case 'encoder-gone':
    case 'closing':
      return { next: restAfter(state.lastOnAirSinceMs), effects: [END] };
    case 'rules-changed':
      if (!mayGoOnAir(rules)) return stay(state);
      return {
        next: { kind: 'on-air', onAirSinceMs: event.atMs },
        effects: [END, START_SHOW],
      };
    case 'encoder-connected':
    case 'window-ran-out':
      return stay(state);
  }
}

function fromOnAir(
  state: Extract<Broadcast, { kind: 'on-air' }>,
  event: BroadcastEvent,
  rules: BroadcastRules,
): BroadcastStep {
  const { onAirSinceMs } = state;
  switch (event.type) {
    case 'encoder-gone': {
      // With explicitLive the show ends when somebody says so, not when an encoder stops.
      if (event.how === 'clean' && !rules.isExplicitLive) return endShow(onAirSinceMs, rules);
      const waitsUntilMs = event.atMs + rules.reconnectWindowMs;
      return {
        next: { kind: 'interrupted', onAirSinceMs, waitsUntilMs },
        effects: [{ type: 'pause-generation' }, { type: 'start-window', untilMs: waitsUntilMs }],
      };
    }
    case 'rules-changed':
      if (mayGoOnAir(rules)) return stay(state);
      return {
        next: { kind: 'preview', lastOnAirSinceMs: onAirSinceMs },
        effects: [END, START_PREVIEW],
      };
    case 'closing':
      return endShow(onAirSinceMs, rules);
    case 'encoder-connected':
    case 'window-ran-out':
      return stay(state);
  }
}

function fromInterrupted(
  state: Extract<Broadcast, { kind: 'interrupted' }>,
  event: BroadcastEvent,
  rules: BroadcastRules,
): BroadcastStep {
  const { onAirSinceMs } = state;
  switch (event.type) {
    case 'encoder-connected':
      return {
        next: { kind: 'on-air', onAirSinceMs },
        effects: [STOP_WINDOW, { type: 'continue-generation' }],
      };
    case 'rules-changed':
      return mayGoOnAir(rules) ? stay(state) : endShow(onAirSinceMs, rules, [STOP_WINDOW]);
    case 'window-ran-out':
      return endShow(onAirSinceMs, rules);
    case 'closing':
      return endShow(onAirSinceMs, rules, [STOP_WINDOW]);
    case 'encoder-gone':
      return stay(state);
  }
}

function mayGoOnAir(rules: BroadcastRules): boolean {
  return !rules.isExplicitLive || rules.isOnAirAllowed;
}

function stay(state: Broadcast): BroadcastStep {
  return { next: state, effects: [] };
}

function endShow(
  lastOnAirSinceMs: number,
  { isExplicitLive }: BroadcastRules,
  before: readonly BroadcastEffect[] = [],
): BroadcastStep {
  return {
    next: { kind: 'ended', lastOnAirSinceMs },
    effects: [...before, END, ...(isExplicitLive ? [USE_UP_DECISION] : [])],
  };
}

function restAfter(lastOnAirSinceMs: number | null): Broadcast {
  return lastOnAirSinceMs === null ? { kind: 'idle' } : { kind: 'ended', lastOnAirSinceMs };
}
