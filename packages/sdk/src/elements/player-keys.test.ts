import { describe, expect, it } from 'vitest';
import { commandOf, type FocusedControl } from './player-keys.ts';

function press(key: string, focused: FocusedControl = 'none', hasModifier = false) {
  return commandOf({ key, focused, hasModifier });
}

describe('keys of the player', () => {
  it('plays and pauses by space and k', () => {
    expect(press(' ')).toEqual({ kind: 'toggle-play' });
    expect(press('K')).toEqual({ kind: 'toggle-play' });
  });

  it('moves by arrows and letters, and goes live by l', () => {
    expect(press('ArrowLeft')).toEqual({ kind: 'seek-by', seconds: -5 });
    expect(press('j')).toEqual({ kind: 'seek-by', seconds: -10 });
    expect(press('l')).toEqual({ kind: 'go-to-live' });
    expect(press('End')).toEqual({ kind: 'go-to-live' });
    expect(press('0')).toEqual({ kind: 'go-to-start' });
  });

  it('leaves a focused control its own keys', () => {
    expect(press(' ', 'button')).toBeNull();
    expect(press('ArrowUp', 'slider')).toBeNull();
    expect(press('k', 'menu')).toBeNull();
    expect(press('ArrowUp', 'timeline')).toEqual({ kind: 'seek-by', seconds: 5 });
    expect(press('m', 'slider')).toEqual({ kind: 'toggle-mute' });
  });

  it('leaves the browser its shortcuts', () => {
    expect(press('f', 'none', true)).toBeNull();
    expect(press('Tab')).toBeNull();
  });
});
