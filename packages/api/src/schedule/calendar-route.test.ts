import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiForTests, NOW_MS, type Parameters } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

const START = NOW_MS / 1000 + 86_400;
const HOUR = 3600;

describeOnBothDatabases('the calendar file of a webcast', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let entryId = '';

  const ask = (path: string, query = '') =>
    server.app.inject({ url: `/p/${path}/webcast.ics${query}`, headers: { host: 'a.example' } });
  const file = (query = '') => ask(`100/calendar/entry_id/${entryId}`, query);
  const times = async () =>
    new ICAL.Component(ICAL.parse((await file()).body))
      .getAllSubcomponents('vevent')
      .map((each) => {
        const { uid, sequence, startDate, summary } = new ICAL.Event(each);
        const status = each.getFirstPropertyValue('status');
        return { uid, sequence, startS: startDate.toJSDate().getTime() / 1000, summary, status };
      });
  const call = (service: string, action: string, parameters: Parameters) =>
    server.call(service, action, { ks, ...parameters });
  const plan = (changes: Parameters = {}) =>
    call('schedule_scheduleEvent', 'add', {
      scheduleEvent: {
        ...{ objectType: 'KalturaLiveStreamScheduleEvent', templateEntryId: entryId },
        ...{ summary: 'Weekly', startDate: START, duration: HOUR, ...changes },
      },
    });

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
    const dates = { startDate: START, endDate: START + HOUR };
    entryId = (await server.addWebcast({ name: 'Town hall; all, of us', ...dates })).id;
  });
  afterEach(() => server.close());

  test('says when it is and where its page is, and tells no secret', async () => {
    const { headers, body, statusCode } = await file();
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(body).toContain('SUMMARY:Town hall\\; all\\, of us');
    expect(body).toContain(`URL:http://a.example/watch/${entryId}`);
    const { streamPassword } = await call('liveStream', 'get', { entryId });
    expect(streamPassword).toMatch(/^.{8,}$/);
    expect(body).not.toContain(streamPassword);
    expect(body).not.toContain('the-admin');
    expect(await times()).toMatchObject([{ uid: `${entryId}@rostrum`, startS: START }]);
  });

  test('keeps its id and counts up when the webcast moves', async () => {
    const [before] = await times();
    const liveStreamEntry = { startDate: START + HOUR, endDate: START + 2 * HOUR };
    await call('liveStream', 'update', { entryId, liveStreamEntry });
    const [after] = await times();
    expect(after).toMatchObject({ uid: before?.uid, startS: START + HOUR });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test('has each time of what repeats, and shows one as cancelled', async () => {
    const recurrence = { frequency: 'weeks', count: 3, timeZone: 'Europe/Berlin' };
    const { id } = await plan({ recurrence });
    const { objects } = await call('schedule_scheduleEvent', 'list', {
      filter: { parentIdEqual: id },
    });
    await call('schedule_scheduleEvent', 'cancel', { scheduleEventId: objects[1].id });
    const [first, second, third] = objects;
    expect(await times()).toMatchObject([
      { uid: `${entryId}-${first.id}@rostrum`, startS: START, status: 'CONFIRMED', sequence: 0 },
      { uid: `${entryId}-${second.id}@rostrum`, status: 'CANCELLED', sequence: 1 },
      { uid: `${entryId}-${third.id}@rostrum`, summary: 'Weekly' },
    ]);
  });

  test('leaves out what is not for everybody', async () => {
    const recurrence = { frequency: 'weeks', count: 3 };
    await plan({
      recurrence,
      classificationType: 2,
      summary: 'Rehearsal',
      startDate: START + HOUR,
    });
    expect((await file()).body).not.toContain('Rehearsal');
  });

  test('is there for whoever may watch, and for nobody else', async () => {
    await call('partner', 'update', { partner: { defaultEntitlementEnforcement: true } });
    const category = { name: 'Inside', privacyContext: 'web', privacy: 3 };
    const { id: categoryId } = await call('category', 'add', { category });
    await call('categoryEntry', 'add', { categoryEntry: { categoryId, entryId } });
    expect((await file()).statusCode).toBe(404);
    const outsider = await server.startSession({ userId: 'vera' });
    expect((await file(`?ks=${outsider}`)).statusCode).toBe(404);
    const guest = await server.startSession({ userId: 'gast', privileges: `sview:${entryId}` });
    expect((await file(`?ks=${guest}`)).statusCode).toBe(200);
    const foreign = await server.startForeignSession();
    expect((await file(`?ks=${foreign}`)).statusCode).toBe(404);
  });

  test('is not there where nothing is planned, nor under another account, nor for a video', async () => {
    const { id: video } = await server.addVideo();
    const { id: unplanned } = await server.addWebcast();
    for (const path of [
      `200/calendar/entry_id/${entryId}`,
      `100/calendar/entry_id/${video}`,
      `100/calendar/entry_id/${unplanned}`,
      '100/calendar/entry_id/..%2f..%2fetc',
      '100/calendar/entry_id',
    ]) {
      const { statusCode, headers } = await ask(path);
      expect([path, statusCode, headers['x-kaltura']]).toEqual([path, 404, 'error-1']);
    }
  });
});
