import { describe, expect, it } from 'vitest';
import { behindLiveMs, clampToWindow, isLivePosition, isWorthTimeline } from './dvr-window.ts';

const WINDOW = { startS: 100, liveS: 400 };

describe('dvr window', () => {
  it('keeps a place between the oldest segment and live', () => {
    expect(clampToWindow(250, WINDOW)).toBe(250);
    expect(clampToWindow(999, WINDOW)).toBe(400);
    expect(clampToWindow(-5, WINDOW)).toBe(102);
    expect(clampToWindow(0, { startS: 100, liveS: 101 })).toBe(101);
  });

  it('counts from live, never beyond it', () => {
    expect(behindLiveMs(358, WINDOW)).toBe(42_000);
    expect(behindLiveMs(401, WINDOW)).toBe(0);
  });

  it('takes a place just before live for live', () => {
    expect(isLivePosition(399, WINDOW)).toBe(true);
    expect(isLivePosition(390, WINDOW)).toBe(false);
  });

  it('draws no line for a few seconds', () => {
    expect(isWorthTimeline({ startS: 0, liveS: 10 })).toBe(false);
    expect(isWorthTimeline(WINDOW)).toBe(true);
  });
});
