import type { LiveStreamEntry } from '@rostrum/sdk';
import { describe, expect, it } from 'vitest';
import { historyOf, type SampleChange } from '../health/health-history-for-tests.ts';
import { type ChecklistFacts, checklistOf } from './checklist.ts';

const NOW_MS = 1_800_000_100_000;

const ENTRY: LiveStreamEntry = {
  objectType: 'KalturaLiveStreamEntry',
  id: '0_ab12cd34',
  partnerId: 100,
  name: 'All hands',
  mediaType: 201,
  sourceType: '32',
  recordStatus: 2,
  secondaryBroadcastingUrl: 'rtmp://live.example.com/kLive?i=1',
};

const always = (change: SampleChange) => historyOf(40, () => change);

function check(facts: Partial<ChecklistFacts> = {}): readonly string[] {
  const base = { entry: ENTRY, history: historyOf(40), nowMs: NOW_MS, diskFreeBytes: null };
  return checklistOf({ ...base, ...facts }).map(({ state, text }) => `${state}: ${text}`);
}

describe('the checklist', () => {
  it('is done but for a backup when a good encoder sends', () => {
    expect(check()).toEqual([
      'done: Picture and sound arrive',
      'done: Viewers start quickly',
      'done: The encoder keeps up',
      'done: Will be recorded',
      'note: No backup encoder',
    ]);
  });

  it('asks for an encoder first, and says nothing of what cannot be known', () => {
    expect(check({ history: [] })).toEqual([
      'open: Picture and sound arrive',
      'done: Will be recorded',
      'note: No backup encoder',
    ]);
  });

  it.each([
    ['audio', 'warn: Picture arrives, sound does not'],
    ['video', 'warn: Sound arrives, picture does not'],
  ])('looks for %s', (missing, line) => {
    expect(check({ history: always({ encoder: { [missing]: null } }) })[0]).toBe(line);
  });

  it('warns of what the verdicts warn of', () => {
    const history = historyOf(40, (index) => ({
      video: { keyFrameDistanceMs: 5_000 },
      encoder: { driftMs: index * -200 },
    }));
    expect(check({ history })).toEqual(
      expect.arrayContaining([
        'warn: Key frames are far apart',
        'warn: The encoder does not keep up',
      ]),
    );
  });

  it('says what becomes of the recording', () => {
    const recording = (recordStatus: number) => check({ entry: { ...ENTRY, recordStatus } });
    expect(recording(0)).toContain('note: It is not recorded');
    expect(recording(1)).toContain('done: Will be recorded, all in one');
    expect(check({ history: always({ health: { archive: 'failing' } }) })).toContain(
      'warn: The recording fails',
    );
  });

  it('counts the disk in hours of this picture', () => {
    const gigabytes = (count: number) => check({ diskFreeBytes: count * 1e9 });
    expect(gigabytes(500)).toContain('done: Room for 10 days of this picture');
    expect(gigabytes(50)).toContain('done: Room for 24 hours of this picture');
    expect(gigabytes(2)).toContain('warn: The disk has room for 57 minutes of this picture');
    const unrecorded = { ...ENTRY, recordStatus: 0 };
    expect(check({ diskFreeBytes: 1, entry: unrecorded }).join()).not.toContain('disk');
  });

  it('knows the backup encoder', () => {
    const [sample] = historyOf(1);
    const [primary] = sample?.encoders ?? [];
    if (sample === undefined || primary === undefined) throw new Error('no sample');
    const encoders = [primary, { ...primary, slot: 'backup' as const, isInUse: false }];
    expect(check({ history: [{ ...sample, encoders }] })).toContain('done: Backup encoder');
  });

  it.each([
    [15 * 60, 'note: Starts in 15 minutes'],
    [3_600, 'note: Starts in 1 hour'],
    [5 * 86_400, 'note: Starts in 5 days'],
    [0, 'note: Starts now'],
    [-120, 'warn: Should have started 2 minutes ago'],
  ])('tells the time until the start: in %i s', (seconds, line) => {
    const startDate = NOW_MS / 1_000 + seconds;
    expect(check({ entry: { ...ENTRY, startDate } })).toContain(line);
  });
});
