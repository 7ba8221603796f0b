import { describe, expect, it } from 'vitest';
import { chooseEngine } from './choose-engine.ts';

const NOTHING = { hasMediaSource: false, hasManagedMediaSource: false, playsHlsItself: false };

describe('choosing an engine', () => {
  it('takes hls.js on a computer, also where the browser could do it itself', () => {
    expect(chooseEngine({ ...NOTHING, hasMediaSource: true, playsHlsItself: true })).toBe('hls.js');
  });

  it('takes the browser’s own player on an iPhone', () => {
    const iPhone = { ...NOTHING, hasManagedMediaSource: true, playsHlsItself: true };
    expect(chooseEngine(iPhone)).toBe('native');
  });

  it('says where nothing can play', () => {
    expect(chooseEngine(NOTHING)).toBeNull();
  });
});
