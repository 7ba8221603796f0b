import { expect, test } from 'vitest';
import { isoOf, secondsOf } from './moment.ts';
import { entryChangesOf, eventOf, profileNameOf, type WebcastPlan } from './webcast-plan.ts';

const NONE = { startTime: null, endTime: null, timezone: '', presenters: [] };

test('a plan says what the entry and the record of the event get, and nothing else', () => {
  expect(entryChangesOf({})).toEqual({});
  expect(
    entryChangesOf({
      name: 'Town hall',
      startsAt: new Date(1_796_140_800_000),
      endsAt: null,
      recording: { mode: 'per-session', isHidden: true },
      dvr: 90,
      preview: false,
      transcoding: 17,
      tags: ['a', ' b '],
      adminTags: ['mine', 'vpaas-webcast'],
      entitledUsersEdit: ['vera', 'bo'],
      entry: { pushPublishEnabled: 1 },
    }),
  ).toEqual({
    name: 'Town hall',
    startDate: 1_796_140_800,
    endDate: -1,
    recordStatus: 2,
    recordingOptions: {
      objectType: 'KalturaLiveEntryRecordingOptions',
      shouldMakeHidden: true,
    },
    dvrStatus: 1,
    dvrWindow: 90,
    explicitLive: false,
    conversionProfileId: 17,
    tags: 'a,b',
    adminTags: 'kms-webcast-event,vpaas-webcast,mine',
    entitledUsersEdit: 'vera,bo',
    pushPublishEnabled: 1,
  });
  expect(entryChangesOf({ startsAt: '2026-12-01T17:00Z', setsEntryDates: false })).toEqual({});
  expect(profileNameOf({ transcoding: 'cloud' })).toBe('Default_Live');
  expect(profileNameOf({ transcoding: { systemName: 'Mine' } })).toBe('Mine');
  expect(profileNameOf({ transcoding: 17 })).toBeNull();
});

test('times are moments, not readings of a clock', () => {
  expect(secondsOf('startsAt', '2026-12-01T17:00:00+01:00')).toBe(1_796_140_800);
  expect(secondsOf('startsAt', 1_796_140_800_999)).toBe(1_796_140_800);
  expect(isoOf(1_796_140_800)).toBe('2026-12-01T16:00:00+00:00');
});

const wrong: readonly (readonly [WebcastPlan, string])[] = [
  [{ name: ' ' }, 'name must not be empty'],
  [
    { startsAt: '2026-12-01T17:00:00Z', endsAt: '2026-12-01T16:00:00Z' },
    'endsAt must be after startsAt (got 2026-12-01T16:00:00.000Z, and startsAt is 2026-12-01T17:00:00.000Z)',
  ],
  [{ startsAt: '2026-12-01T17:00' }, '(got "2026-12-01T17:00")'],
  [{ startsAt: 1_796_140_800 }, '(got 1796140800, which looks like seconds)'],
  [{ startsAt: new Date('soon') }, '(got an invalid Date)'],
  [{ timezone: 'Vienna' }, '(got "Vienna")'],
  [{ presenter: { name: '' } }, 'A presenter must have a name (got {"name":""})'],
  [{ presenter: { name: 'a' }, presenters: [] }, 'not both'],
  [{ dvr: 1441 }, 'dvr must be true, false or 1 to 1440 whole minutes (got 1441)'],
  [{ dvr: 0.5 }, '(got 0.5)'],
  [{ recording: 'always' as 'off' }, '(got "always")'],
  [
    { recording: { mode: 'appended', isArchived: true } },
    'isArchived needs recordings per-session',
  ],
  [{ tags: ['a,b'] }, 'tags must be words without commas (got "a,b")'],
  [{ referenceId: 'x' }, 'referenceId must have at least 2 characters (got "x")'],
];

test.each(wrong)('what can’t be meant is refused, and shown: %j', (plan, words) => {
  const check = () => {
    entryChangesOf(plan);
    eventOf(plan, NONE);
  };
  expect(check).toThrow(words);
});

test('a profile that nobody knows is refused', () => {
  expect(() => profileNameOf({ transcoding: 'fast' as 'cloud' })).toThrow('(got "fast")');
});
