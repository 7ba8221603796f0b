import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';

const START = Date.UTC(2027, 2, 21, 8) / 1000;

const EVENT: CalendarEvent = {
  uid: '0_ab12cd34@rostrum',
  sequence: 3,
  startS: START,
  endS: START + 5400,
  timeZone: null,
  isCancelled: false,
  summary: 'Town hall',
  description: '',
  location: '',
  url: 'https://live.example/watch/0_ab12cd34',
  updatedAtMs: Date.UTC(2026, 10, 22, 12),
};

/** The events as a parser reads them. */
function parse(file: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

const secondsOf = (time: ICAL.Time) => time.toJSDate().getTime() / 1000;

describe('a calendar file', () => {
  test('says the same to two parsers as was written', () => {
    const file = calendarFile([EVENT]);
    const [event] = parse(file);
    expect(event).toMatchObject({ uid: EVENT.uid, sequence: 3, summary: 'Town hall' });
    expect(event && [secondsOf(event.startDate), secondsOf(event.endDate)]).toEqual([
      START,
      START + 5400,
    ]);
    const found = Object.values(nodeIcal.sync.parseICS(file)).filter(
      (each) => each?.type === 'VEVENT',
    );
    expect(found).toMatchObject([
      {
        uid: EVENT.uid,
        status: 'CONFIRMED',
        start: new Date(START * 1000),
        end: new Date((START + 5400) * 1000),
        url: EVENT.url,
      },
    ]);
  });

  test('writes times in their zone, with what its clocks do', () => {
    const times = [0, 7, 14].map((days) => ({
      ...EVENT,
      uid: `${days}@rostrum`,
      // Nine o’clock in Berlin; clocks go forward on 28 March.
      startS: START + days * 86_400 - (days > 0 ? 3600 : 0),
      endS: START + days * 86_400 - (days > 0 ? 3600 : 0) + 60,
      timeZone: 'Europe/Berlin',
    }));
    const file = calendarFile(times);
    expect(file).toContain('DTSTART;TZID=Europe/Berlin:20270321T090000');
    expect(file).toContain('DTSTART;TZID=Europe/Berlin:20270328T090000');
    expect(file).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000');
    expect(file).toContain('TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200');
    expect(parse(file).map((event) => secondsOf(event.startDate))).toEqual(
      times.map(({ startS }) => startS),
    );
  });

  test.each(['Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'])(
    'names the moments of a year in %s',
    (timeZone) => {
      const times = Array.from({ length: 12 }, (_none, month) => {
        const startS = Date.UTC(2027, month, 3, 2, 30) / 1000;
        return { ...EVENT, uid: `${month}@rostrum`, startS, endS: startS + 60, timeZone };
      });
      expect(parse(calendarFile(times)).map((event) => secondsOf(event.startDate))).toEqual(
        times.map(({ startS }) => startS),
      );
    },
  );

  test('has lines of 75 bytes at most, that take no character apart', () => {
    const summary = `${'Grüße, 世界; '.repeat(30)}🎬`.repeat(3);
    const file = calendarFile([{ ...EVENT, summary }]);
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Cs}/u);
    }
    expect(parse(file)[0]?.summary).toBe(summary);
  });

  test('gives texts back as they were, and lets none of them become a line of its own', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, text, text, (summary, description, location) => {
        const file = calendarFile([{ ...EVENT, summary, description, location }]);
        const events = parse(file);
        expect(events).toHaveLength(1);
        const names = file.split('\r\n').map((line) => /^[A-Z-]+/.exec(line)?.[0]);
        expect(names.filter((name) => name === 'SUMMARY')).toHaveLength(1);
        expect(names.filter((name) => name === 'UID')).toHaveLength(1);
        expect(events[0]?.summary ?? '').toBe(asWritten(summary));
      }),
      { numRuns: 60 },
    );
  });

  test('cannot be given a line by a title', () => {
    const file = calendarFile([
      { ...EVENT, summary: 'A\r\nATTACH:https://evil.example\r\nBEGIN:VALARM' },
    ]);
    expect(file).not.toMatch(/^(ATTACH|BEGIN:VALARM)/m);
  });

  test('says that what is cancelled is cancelled, and names no end where there is none', () => {
    const file = calendarFile([{ ...EVENT, isCancelled: true, endS: null }]);
    expect(file).toContain('STATUS:CANCELLED');
    expect(file).not.toContain('DTEND');
  });
});

/** Line ends are one kind; what no line may carry is a space. */
function asWritten(text: string): string {
  return (
    text
      .replace(/\r\n|\r/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]/g, ' ')
      // A half of a character is none: encoded, it is the one that stands for what can't be read.
      .toWellFormed()
  );
}
