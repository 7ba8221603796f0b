import { describe, expect, it } from 'vitest';
import { en } from '../messages/en.ts';
import { type Announced, announcementOf } from './announcements.ts';
import type { WebcastView } from './webcast-view.ts';

type Mode = Extract<WebcastView, { kind: 'playing' }>['mode'];

function playing(mode: Mode): Announced {
  return { view: { kind: 'playing', manifestUrl: 'https://m.example.com/a', mode }, isLost: false };
}

const WAITING: Announced = { view: { kind: 'waiting' }, isLost: false };

describe('announcements', () => {
  it('tells what has changed by itself, once', () => {
    expect(announcementOf(WAITING, playing('on-air'), en)).toBe(en.announce.live);
    expect(announcementOf(playing('on-air'), playing('on-air'), en)).toBeNull();
    expect(announcementOf(playing('on-air'), playing('interrupted'), en)).toBe(
      en.announce.interrupted,
    );
    expect(announcementOf(playing('interrupted'), playing('on-air'), en)).toBe(en.announce.back);
  });

  it('tells the end once, also where the rest is still playing', () => {
    const ended: Announced = { view: { kind: 'ended' }, isLost: false };
    expect(announcementOf(playing('on-air'), playing('playing-on'), en)).toBe(en.announce.ended);
    expect(announcementOf(playing('playing-on'), ended, en)).toBeNull();
    expect(announcementOf(playing('on-air'), ended, en)).toBe(en.announce.ended);
    const replay: Announced = {
      view: { kind: 'replay', manifestUrl: '', isHeldBack: false },
      isLost: false,
    };
    expect(announcementOf(ended, replay, en)).toBe(en.announce.replay);
    expect(announcementOf(playing('on-air'), replay, en)).toBe(en.announce.endedWithReplay);
  });

  it('tells when the connection goes and comes', () => {
    const lost = { ...playing('on-air'), isLost: true };
    expect(announcementOf(playing('on-air'), lost, en)).toBe(en.announce.lost);
    expect(announcementOf(lost, playing('on-air'), en)).toBe(en.announce.found);
  });
});
