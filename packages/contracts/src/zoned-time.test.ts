import { expect, test } from 'vitest';
import { allZones, localTimeAt, momentAt, offsetText } from './zoned-time.ts';

const utc = (text: string) => Date.parse(`${text}:00Z`);

test('a time at a place is a moment, in winter and in summer', () => {
  expect(momentAt('2026-11-26T16:00', 'Europe/Berlin')).toBe(utc('2026-11-26T15:00'));
  expect(momentAt('2026-07-01T16:00', 'Europe/Berlin')).toBe(utc('2026-07-01T14:00'));
  expect(momentAt('2026-11-26T16:00', 'Asia/Kolkata')).toBe(utc('2026-11-26T10:30'));
  expect(momentAt('2026-11-26T16:00', 'Pacific/Kiritimati')).toBe(utc('2026-11-26T02:00'));
  expect(momentAt('2026-11-26T16:00', 'UTC')).toBe(utc('2026-11-26T16:00'));
});

test('the hours of a year come back as they went, at places all over the world', () => {
  for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe']) {
    for (let ms = utc('2026-01-01T00:00'); ms < utc('2027-01-01T00:00'); ms += 5 * 3_600_000) {
      const local = localTimeAt(ms, zone);
      const back = momentAt(local, zone) ?? Number.NaN;
      // Of an hour that comes twice, the first is meant: it shows the same time.
      expect(localTimeAt(back, zone), `${zone} ${local}`).toBe(local);
      expect(back).toBeLessThanOrEqual(ms);
    }
  }
});

test('a time that the clock leaps over is the one after the leap, one that comes twice the first', () => {
  expect(momentAt('2026-03-29T02:30', 'Europe/Berlin')).toBe(utc('2026-03-29T01:30'));
  expect(localTimeAt(utc('2026-03-29T01:30'), 'Europe/Berlin')).toBe('2026-03-29T03:30');
  expect(momentAt('2026-10-25T02:30', 'Europe/Berlin')).toBe(utc('2026-10-25T00:30'));
});

test('what is no time is no moment', () => {
  for (const text of ['', '2026', '2026-02-31T10:00', '2026-01-01T25:00', 'tomorrow']) {
    expect(momentAt(text, 'UTC')).toBeNull();
  }
});

test('the distance to UTC is said as people write it', () => {
  const then = utc('2026-11-26T12:00');
  expect(offsetText(then, 'Europe/Berlin')).toBe('UTC+1');
  expect(offsetText(then, 'America/St_Johns')).toBe('UTC−3:30');
  expect(offsetText(then, 'UTC')).toBe('UTC');
});

test('the places are there', () => {
  expect(allZones()).toContain('Europe/Berlin');
  expect(allZones()).toContain('UTC');
});
