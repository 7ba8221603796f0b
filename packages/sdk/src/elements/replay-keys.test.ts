import { describe, expect, it } from 'vitest';
import type { FocusedControl } from './player-keys.ts';
import { pressKey, type ReplayVideo } from './replay-keys.ts';

/** A video of 100 s that stands at 20 s. */
class Video implements ReplayVideo {
  paused = true;
  currentTime = 20;
  duration = 100;
  volume = 0.5;
  muted = false;
  readonly textTracks = [] as unknown as TextTrackList;
  play = async () => {
    this.paused = false;
  };
  pause = () => {
    this.paused = true;
  };
  requestFullscreen = async () => {};
  requestPictureInPicture = async () => {};
}

function press(key: string, video = new Video(), focused: FocusedControl = 'none') {
  const isTaken = pressKey(video, { key, altKey: false, ctrlKey: false, metaKey: false }, focused);
  return { isTaken, video };
}

describe('the keys of a replay', () => {
  it('play, pause, and go through it as in the live player', () => {
    expect(press('k').video.paused).toBe(false);
    expect(press(' ').video.paused).toBe(false);
    expect(press('j').video.currentTime).toBe(10);
    expect(press('ArrowRight').video.currentTime).toBe(25);
    expect(press('0').video.currentTime).toBe(0);
    expect(press('End').video.currentTime).toBe(100);
    expect(press('ArrowUp').video.volume).toBeCloseTo(0.55);
    expect(press('m').video.muted).toBe(true);
  });

  it('stay within the recording', () => {
    const atEnd = new Video();
    atEnd.currentTime = 98;
    expect(press('ArrowRight', atEnd).video.currentTime).toBe(100);
    const atStart = new Video();
    atStart.currentTime = 3;
    expect(press('j', atStart).video.currentTime).toBe(0);
  });

  it('know no live, no captions where there are none, and leave a button its own', () => {
    expect(press('l')).toMatchObject({ isTaken: false, video: { currentTime: 20 } });
    expect(press('c').isTaken).toBe(false);
    expect(press(' ', new Video(), 'button').isTaken).toBe(false);
    const withControl = { key: 'k', altKey: false, ctrlKey: true, metaKey: false };
    expect(pressKey(new Video(), withControl, 'none')).toBe(false);
  });
});
