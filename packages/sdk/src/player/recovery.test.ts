import { describe, expect, it } from 'vitest';
import { Recovery } from './recovery.ts';

const ON = { nowMs: 0, isShowOn: true, random: 1 };
const network = { kind: 'network', detail: 'levelLoadError' } as const;
const media = { kind: 'media', detail: 'bufferAppendError' } as const;

describe('recovery', () => {
  it('loads again for as long as the show goes on, ever more patiently', () => {
    const recovery = new Recovery();
    const delays = Array.from({ length: 200 }, () => {
      const step = recovery.decide(network, ON);
      return step.kind === 'reload' ? step.delayMs : step.kind;
    });
    expect(delays.slice(0, 5)).toEqual([600, 1_200, 2_400, 4_800, 6_000]);
    expect(delays.at(-1)).toBe(6_000);
  });

  it('asks soon again for a playlist that is about to have something', () => {
    const early = { kind: 'early', detail: 'levelEmptyError' } as const;
    const recovery = new Recovery();
    recovery.decide(early, ON);
    recovery.decide(early, ON);
    expect(recovery.decide(early, ON)).toEqual({ kind: 'reload', delayMs: 800 });
  });

  it('gives up what does not load once the show is over', () => {
    expect(new Recovery().decide(network, { ...ON, isShowOn: false })).toEqual({ kind: 'give-up' });
  });

  it('tries a fresh decoder twice, a new engine three times, and then says so', () => {
    const recovery = new Recovery();
    const steps = Array.from({ length: 6 }, () => recovery.decide(media, ON).kind);
    expect(steps).toEqual([
      'recover-media',
      'recover-media',
      'rebuild',
      'rebuild',
      'rebuild',
      'give-up',
    ]);
  });

  it('does not add up failures that are far apart', () => {
    const recovery = new Recovery();
    for (let minute = 0; minute < 20; minute++) {
      expect(recovery.decide(media, { ...ON, nowMs: minute * 60_000 }).kind).toBe('recover-media');
    }
  });
});
