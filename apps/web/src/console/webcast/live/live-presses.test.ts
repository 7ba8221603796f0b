import type { LiveStreamEntry } from '@rostrum/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebcastLife } from '../webcast-life.ts';
import { LivePresses } from './live-presses.ts';

const PREVIEW: WebcastLife = { kind: 'preview', manifestUrl: 'm' };
const ON_AIR: WebcastLife = { kind: 'on-air', manifestUrl: 'm', onAirSinceMs: 1 };

let life: WebcastLife;
let viewMode: number;
let presses: LivePresses;

const entry = (): LiveStreamEntry => ({
  objectType: 'KalturaLiveStreamEntry',
  id: '0_ab12cd34',
  partnerId: 100,
  name: '',
  mediaType: 201,
  sourceType: '32',
  viewMode,
});

beforeEach(() => {
  vi.useFakeTimers();
  life = PREVIEW;
  viewMode = 0;
  presses = new LivePresses(
    () => ({ entry: entry(), life }),
    () => {},
  );
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a press', () => {
  it('is pending until the picture is on air, not only until the server has said yes', () => {
    expect(presses.begin('go-live')).toBe(true);
    viewMode = 1;
    presses.accept('go-live');
    expect(presses.press).toEqual({ status: 'pending', wish: 'go-live' });
    life = ON_AIR;
    presses.check();
    expect(presses.press.status).toBe('idle');
  });

  it('is not taken for done by what somebody else has done before the answer', () => {
    presses.begin('go-live');
    life = ON_AIR;
    presses.check();
    expect(presses.press.status).toBe('pending');
    viewMode = 1;
    presses.accept('go-live');
    expect(presses.press.status).toBe('idle');
  });

  it('ends with the show, whatever comes after it', () => {
    life = ON_AIR;
    viewMode = 1;
    presses.begin('end');
    viewMode = 0;
    presses.accept('end');
    expect(presses.press.status).toBe('pending');
    life = PREVIEW;
    presses.check();
    expect(presses.press.status).toBe('idle');
  });

  it('does not wait for ever for a picture that does not follow', () => {
    presses.begin('go-live');
    viewMode = 1;
    presses.accept('go-live');
    vi.advanceTimersByTime(12_000);
    expect(presses.press.status).toBe('idle');
  });

  it('keeps another one out while it waits', () => {
    presses.begin('go-live');
    expect(presses.begin('end')).toBe(false);
    expect(presses.press).toEqual({ status: 'pending', wish: 'go-live' });
  });

  it('says what went wrong until it is read', () => {
    presses.begin('go-live');
    presses.fail('go-live', new Error('away'));
    presses.check();
    expect(presses.press.status).toBe('failed');
    presses.forget();
    expect(presses.press.status).toBe('idle');
  });
});
