import type { LiveStreamEntry, Stage } from '@rostrum/sdk';
import { describe, expect, it } from 'vitest';
import { historyOf } from './health/health-history-for-tests.ts';
import { lifeOf, liveSwitchOf, type WebcastLife } from './webcast-life.ts';

const [sample] = historyOf(1);
const nowMs = (sample?.atMs ?? 0) + 1_000;
const away = sample === undefined ? undefined : { ...sample, encoders: [] };

const SCHEDULED: Stage = { kind: 'scheduled' };
const ENDED: Stage = { kind: 'ended', endedAtMs: 5, replayUrl: 'r' };
const ON_AIR = { kind: 'on-air', manifestUrl: 'm', onAirSinceMs: 1 } as const;
const INTERRUPTED = {
  kind: 'interrupted',
  manifestUrl: 'm',
  onAirSinceMs: 1,
  waitsUntilMs: 9,
} as const;

describe('lifeOf', () => {
  it.each([
    [SCHEDULED, undefined, 'scheduled'],
    [SCHEDULED, away, 'scheduled'],
    [SCHEDULED, sample, 'connecting'],
    [ENDED, undefined, 'ended'],
    [ENDED, sample, 'connecting'],
    [{ kind: 'preview', manifestUrl: null } as const, undefined, 'connecting'],
    [{ kind: 'preview', manifestUrl: 'm' } as const, sample, 'preview'],
    [ON_AIR, sample, 'on-air'],
    [INTERRUPTED, away, 'interrupted'],
  ])('%o with the newest health is %3$s', (stage, newest, kind) => {
    expect(lifeOf({ stage, stageAtMs: 0, newest, nowMs }).kind).toBe(kind);
  });

  it('does not believe an old sample', () => {
    const later = { stage: SCHEDULED, stageAtMs: 0, newest: sample, nowMs: nowMs + 60_000 };
    expect(lifeOf(later).kind).toBe('scheduled');
  });

  it('does not take what was measured before the end for an encoder that comes back', () => {
    const facts = { stage: ENDED, newest: sample, nowMs };
    expect(lifeOf({ ...facts, stageAtMs: nowMs }).kind).toBe('ended');
    expect(lifeOf({ ...facts, stageAtMs: nowMs - 5_000 }).kind).toBe('connecting');
  });
});

const entry = (explicitLive: boolean, viewMode: number): LiveStreamEntry => ({
  objectType: 'KalturaLiveStreamEntry',
  id: '0_ab12cd34',
  partnerId: 100,
  name: '',
  mediaType: 201,
  sourceType: '32',
  explicitLive,
  viewMode,
});

const LIVES: readonly WebcastLife[] = [
  { kind: 'scheduled' },
  { kind: 'connecting' },
  { kind: 'preview', manifestUrl: 'm' },
  ON_AIR,
  INTERRUPTED,
  { kind: 'ended', endedAtMs: 1, replayUrl: null },
];

describe('liveSwitchOf', () => {
  const kinds = (explicitLive: boolean, viewMode: number) =>
    LIVES.map((life) => liveSwitchOf(entry(explicitLive, viewMode), life).kind);

  it('goes live from a picture that only producers see', () => {
    expect(kinds(true, 0)).toEqual(['not-yet', 'not-yet', 'go-live', 'end', 'end', 'not-yet']);
  });

  it('says when somebody went live before the encoder came', () => {
    expect(kinds(true, 1)).toEqual(['armed', 'armed', 'armed', 'end', 'end', 'armed']);
  });

  it('leaves it to the encoder without explicitLive', () => {
    expect(new Set(kinds(false, 1))).toEqual(new Set(['follows-encoder']));
    expect(liveSwitchOf(entry(false, 1), ON_AIR)).toEqual({
      kind: 'follows-encoder',
      isOnAir: true,
    });
  });
});
