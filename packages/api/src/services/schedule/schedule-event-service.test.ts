import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests, NOW_MS, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const NOW_S = NOW_MS / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;
const LIVE = 'KalturaLiveStreamScheduleEvent';
const START = NOW_S + DAY;

describeOnBothDatabases('schedule', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let entryId = '';

  const call = (service: string, action: string, parameters: Parameters = {}) =>
    server.call(service, action, { ks, ...parameters });
  const events = (action: string, parameters: Parameters = {}) =>
    call('schedule_scheduleEvent', action, parameters);
  const show = (changes: Parameters = {}) => ({
    ...{ objectType: LIVE, templateEntryId: entryId, summary: 'Town hall' },
    ...{ startDate: START, endDate: START + HOUR },
    ...changes,
  });
  const add = (changes: Parameters = {}) => events('add', { scheduleEvent: show(changes) });
  const update = (scheduleEventId: number, changes: Parameters) =>
    events('update', { scheduleEventId, scheduleEvent: { objectType: LIVE, ...changes } });
  const weekly = (changes: Parameters = {}) => ({
    ...{ frequency: 'weeks', count: 4, timeZone: 'Europe/Berlin' },
    ...changes,
  });
  const list = (filter: Parameters = {}) =>
    events('list', {
      filter: { objectType: 'KalturaLiveStreamScheduleEventFilter', ...filter },
      pager: { pageSize: 500 },
    });
  const entry = () => call('liveStream', 'get', { entryId });

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
    entryId = (await server.addWebcast({ userId: 'olivia' })).id;
  });
  afterEach(() => server.close());

  test('an event is added, answered, changed, listed, cancelled and deleted', async () => {
    const added = await add({ description: 'All of us', tags: 'hall', priority: 3 });
    expect(added).toMatchObject({
      ...{ objectType: LIVE, partnerId: ACCOUNT.partnerId, templateEntryId: entryId },
      ...{ summary: 'Town hall', description: 'All of us', status: 2, recurrenceType: 0 },
      ...{ startDate: START, endDate: START + HOUR, duration: HOUR, sequence: 0 },
      ...{ ownerId: 'the-admin', createdAt: NOW_S, blackoutConflicts: [] },
    });
    const { id } = added;
    expect(await events('get', { scheduleEventId: id })).toEqual(added);
    expect(await update(id, { description__null: '', priority: 5 })).not.toHaveProperty(
      'description',
    );
    expect(await list()).toMatchObject({
      totalCount: 1,
      objects: [{ id, priority: 5, sequence: 1, summary: 'Town hall' }],
    });
    expect(await events('cancel', { scheduleEventId: id })).toMatchObject({
      ...{ status: 1, sequence: 2 },
    });
    expect(await events('delete', { scheduleEventId: id })).toMatchObject({ status: 3 });
    for (const action of ['get', 'cancel', 'delete']) {
      expect(await events(action, { scheduleEventId: id })).toMatchObject({
        ...{ code: 'INVALID_OBJECT_ID', args: { ID: String(id) } },
      });
    }
    expect(await list()).toMatchObject({ totalCount: 0 });
    expect(await list({ statusEqual: 3 })).toMatchObject({ totalCount: 1, objects: [{ id }] });
  });

  test.each([
    ['KalturaRecordScheduleEvent', { templateEntryId: 'ENTRY' }],
    ['KalturaMeetingScheduleEvent', { preStartTime: 60 }],
    ['KalturaVodScheduleEvent', {}],
    ['KalturaLiveRedirectScheduleEvent', { redirectEntryId: 'ENTRY' }],
    ['KalturaBlackoutScheduleEvent', {}],
  ])('%s is kept, and leaves the webcast’s dates alone', async (objectType, more) => {
    const named = JSON.parse(JSON.stringify(more).replace('ENTRY', entryId));
    const { templateEntryId: _none, ...rest } = show();
    const sent = { ...rest, objectType, ...named };
    expect(await events('add', { scheduleEvent: sent })).toMatchObject({ ...sent });
    expect(await entry()).not.toHaveProperty('startDate');
    const filter = { objectType: `${objectType}Filter` };
    expect(await events('list', { filter })).toMatchObject({ totalCount: 1 });
    expect(await list()).toMatchObject({ totalCount: 0 });
  });

  test.each<[string, Parameters, string]>([
    ['no summary', { summary: undefined }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    ['no start', { startDate: undefined }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    ['no end', { endDate: undefined }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    ['an end before the start', { endDate: START - 1 }, 'INVALID_SCHEDULE_END_BEFORE_START'],
    ['two ends', { duration: 60 }, 'MAX_SCHEDULE_DURATION_MUST_MATCH_END_TIME'],
    ['a year without an end', { endDate: START + 365 * DAY }, 'MAX_SCHEDULE_DURATION_REACHED'],
    ['a webcast that is not there', { templateEntryId: '0_notthere' }, 'ENTRY_ID_NOT_FOUND'],
    ['a source that is not there', { sourceEntryId: '0_notthere' }, 'ENTRY_ID_NOT_FOUND'],
    ['entries that are not there', { entryIds: '0_notthere' }, 'ENTRY_ID_NOT_FOUND'],
    ['categories that are not there', { categoryIds: '77' }, 'CATEGORY_NOT_FOUND'],
    ['a link to nothing', { linkedTo: { eventId: 77 } }, 'SCHEDULE_EVENT_ID_NOT_FOUND'],
    ['a priority out of range', { priority: 10 }, 'PROPERTY_VALIDATION_MAX_VALUE'],
    ['an occurrence', { recurrenceType: 2 }, 'PROPERTY_VALIDATION_WRONG_FORMAT'],
    ['repeating without a rule', { recurrenceType: 1 }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    ['no type', { objectType: 'KalturaScheduleEvent' }, 'OBJECT_TYPE_ABSTRACT'],
    ['an id', { id: 5 }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
  ])('an event with %s is refused', async (_what, changes, code) => {
    expect(await add(changes)).toMatchObject({ code });
    expect(await list()).toMatchObject({ totalCount: 0 });
  });

  test('a live event is of a live stream, not of a video', async () => {
    const { id } = await server.addVideo();
    expect(await add({ templateEntryId: id })).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
  });

  test('an event keeps its type and its webcast', async () => {
    const { id } = await add();
    const other = await server.addWebcast();
    expect(await update(id, { templateEntryId: other.id })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
    });
    expect(
      await events('update', {
        scheduleEventId: id,
        scheduleEvent: { objectType: 'KalturaMeetingScheduleEvent', summary: 'x' },
      }),
    ).toMatchObject({ code: 'SCHEDULE_EVENT_TYPE_CANT_BE_UPDATED' });
  });

  describe('what repeats', () => {
    test('has an occurrence for each time, at the same time of day in its zone', async () => {
      const startDate = Date.UTC(2027, 2, 14, 8) / 1000;
      const { id } = await add({ startDate, endDate: startDate + HOUR, recurrence: weekly() });
      const { objects } = await list({ parentIdEqual: id });
      // Clocks in Berlin go forward on 28 March 2027: nine o’clock comes an hour earlier in UTC.
      expect(objects.map((each: { startDate: number }) => each.startDate)).toEqual(
        [14, 21, 28, 35].map((day) => Date.UTC(2027, 2, day, day < 28 ? 8 : 7) / 1000),
      );
      expect(objects[1]).toMatchObject({
        ...{ parentId: id, recurrenceType: 2, summary: 'Town hall', templateEntryId: entryId },
        ...{ duration: HOUR },
      });
      expect(objects[1]).not.toHaveProperty('recurrence');
      expect(await events('get', { scheduleEventId: id })).toMatchObject({
        ...{ recurrenceType: 1, recurrence: { frequency: 'weeks', count: 4 } },
      });
    });

    test('passes changes on, but for what one time has of its own; ids stay', async () => {
      const { id } = await add({ recurrence: weekly(), location: 'Berlin' });
      const { objects: before } = await list({ parentIdEqual: id });
      const [first, second, third] = before;
      await update(second.id, { summary: 'The special one', startDate: second.startDate + HOUR });
      await events('cancel', { scheduleEventId: third.id });
      await update(id, {
        summary: 'All hands',
        duration: 2 * HOUR,
        recurrence: weekly({ count: 5 }),
      });
      const { objects: after } = await list({ parentIdEqual: id });
      expect(after).toHaveLength(5);
      expect(after.slice(0, 4).map((each: { id: number }) => each.id)).toEqual(
        before.map((each: { id: number }) => each.id),
      );
      expect(after).toMatchObject([
        { id: first.id, summary: 'All hands', duration: 2 * HOUR, status: 2, sequence: 1 },
        { summary: 'The special one', startDate: second.startDate + HOUR, duration: HOUR },
        { summary: 'All hands', status: 1 },
        { summary: 'All hands', location: 'Berlin' },
        { summary: 'All hands', sequence: 0 },
      ]);
    });

    test('is cancelled and deleted as a whole; one time of it only cancelled', async () => {
      const { id } = await add({ recurrence: weekly() });
      const { objects } = await list({ parentIdEqual: id });
      expect(await events('delete', { scheduleEventId: objects[0].id })).toMatchObject({
        code: 'RECURRENCE_CANT_BE_DELETE',
        args: { ID: String(objects[0].id), PARENT_ID: String(id) },
      });
      await events('cancel', { scheduleEventId: id });
      expect(await list({ statusEqual: 1 })).toMatchObject({ totalCount: 5 });
      await events('delete', { scheduleEventId: id });
      expect(await list()).toMatchObject({ totalCount: 0 });
      expect(await events('get', { scheduleEventId: objects[1].id })).toMatchObject({
        code: 'INVALID_OBJECT_ID',
      });
    });

    test('stops repeating when it is told to', async () => {
      const { id } = await add({ recurrence: weekly() });
      await update(id, { recurrenceType: 0, recurrence__null: '' });
      expect(await list()).toMatchObject({ totalCount: 1, objects: [{ id, recurrenceType: 0 }] });
    });

    test('two who change one time and the whole at once lose neither change', async () => {
      const { id } = await add({ recurrence: weekly() });
      const { objects } = await list({ parentIdEqual: id });
      await Promise.all([
        update(objects[1].id, { summary: 'The special one' }),
        update(id, { location: 'Hamburg' }),
      ]);
      expect(await list({ parentIdEqual: id })).toMatchObject({
        objects: [{}, { summary: 'The special one', location: 'Hamburg' }, {}, {}],
      });
    });
  });

  describe('the time that viewers see', () => {
    const card = async () => {
      const { startsAtMs, endsAtMs } = (await server.api.webcastCard(entryId)) ?? {};
      return [startsAtMs, endsAtMs].map((ms) => (ms ? ms / 1000 : null));
    };

    test('follows the next show, and who is in the room is told', async () => {
      const told: string[] = [];
      server.api.onWebcastChanged((id) => told.push(id));
      const { id } = await add();
      expect(told).toEqual([entryId]);
      expect(await card()).toEqual([START, START + HOUR]);
      expect(await entry()).toMatchObject({ startDate: START, endDate: START + HOUR });
      const earlier = await add({ startDate: START - HOUR, endDate: START - 60 });
      expect(await card()).toEqual([START - HOUR, START - 60]);
      await events('cancel', { scheduleEventId: earlier.id });
      expect(await card()).toEqual([START, START + HOUR]);
      await update(id, { startDate: START + DAY });
      expect(await card()).toEqual([START + DAY, START + DAY + HOUR]);
      await events('delete', { scheduleEventId: id });
      expect(await card()).toEqual([null, null]);
    });

    test('is what the webcast itself says, where that was said last', async () => {
      const { id } = await add();
      const startDate = START + 10 * DAY;
      await call('liveStream', 'update', {
        entryId,
        liveStreamEntry: { startDate, endDate: startDate + HOUR },
      });
      await update(id, { description: 'New words, the same time' });
      expect(await card()).toEqual([startDate, startDate + HOUR]);
      await events('cancel', { scheduleEventId: id });
      expect(await card()).toEqual([startDate, startDate + HOUR]);
    });

    test('goes on to the next time of what repeats, once a show is over', async () => {
      await add({ recurrence: weekly({ timeZone: 'UTC' }) });
      expect(await card()).toEqual([START, START + HOUR]);
      server.clock.now = (START + 2 * HOUR) * 1000;
      await server.tell({ webcastId: entryId, state: 'on-air', onAirSinceMs: START * 1000 });
      await server.api.keepHouse();
      expect(await card()).toEqual([START, START + HOUR]);
      await server.tell({ webcastId: entryId, state: 'ended', onAirSinceMs: START * 1000 });
      await server.api.keepHouse();
      expect(await card()).toEqual([START + 7 * DAY, START + 7 * DAY + HOUR]);
      server.clock.now = (START + 60 * DAY) * 1000;
      await server.api.keepHouse();
      expect(await card()).toEqual([START + 7 * DAY, START + 7 * DAY + HOUR]);
    });

    test('follows the record of an event page', async () => {
      const { objects } = await call('metadata_metadataProfile', 'list', {
        filter: { systemNameEqual: 'KMS_EVENTS3' },
      });
      const record = await call('metadata_metadata', 'add', {
        ...{ metadataProfileId: objects[0].id, objectType: '1', objectId: entryId },
        xmlData: `<metadata><StartTime>${START}</StartTime><EndTime>${START + HOUR}</EndTime></metadata>`,
      });
      expect(await card()).toEqual([START, START + HOUR]);
      const { id } = await add({ startDate: START + DAY, endDate: START + DAY + HOUR });
      expect(await card()).toEqual([START + DAY, START + DAY + HOUR]);
      const change = (xmlData: string) =>
        call('metadata_metadata', 'update', { id: record.id, xmlData });
      const times = `<StartTime>${START}</StartTime><EndTime>${START + HOUR}</EndTime>`;
      await change(`<metadata>${times}<Timezone>UTC</Timezone></metadata>`);
      expect(await card()).toEqual([START + DAY, START + DAY + HOUR]);
      await change(`<metadata><StartTime>${START + 60}</StartTime><EndTime></EndTime></metadata>`);
      expect(await card()).toEqual([START + 60, null]);
      expect(id).toBeGreaterThan(0);
    });
  });

  describe('who sees it', () => {
    const as = async (userId: string, privileges = '') => {
      const session = await server.startSession({ userId, privileges });
      return (action: string, parameters: Parameters) =>
        server.call('schedule_scheduleEvent', action, { ks: session, ...parameters });
    };

    test('viewers see what is public, editors everything, other accounts nothing', async () => {
      const open = await add();
      const secret = await add({
        classificationType: 3,
        startDate: START + DAY,
        duration: HOUR,
        endDate: undefined,
      });
      const filter = {
        objectType: 'KalturaLiveStreamScheduleEventFilter',
        templateEntryIdEqual: entryId,
      };
      const idsFor = async (caller: Awaited<ReturnType<typeof as>>) => {
        const { objects } = await caller('list', { filter });
        const listed = objects.map((each: { id: number }) => each.id);
        for (const id of [open.id, secret.id]) {
          const got = await caller('get', { scheduleEventId: id });
          expect(got.code ?? 'found').toBe(listed.includes(id) ? 'found' : 'INVALID_OBJECT_ID');
        }
        return listed;
      };
      const both = [open.id, secret.id];
      expect(await idsFor(await as('vera'))).toEqual([open.id]);
      expect(await idsFor(await as('olivia'))).toEqual(both);
      expect(await idsFor(await as('vera', `edit:${entryId}`))).toEqual(both);
      expect(await idsFor(await as('vera', 'edit:*'))).toEqual(both);
      expect(await idsFor(await as('vera', 'limitentry:0_otherone'))).toEqual([]);
      const foreign = await server.startForeignSession();
      expect(
        await idsFor((action, parameters) =>
          server.call('schedule_scheduleEvent', action, { ks: foreign, ...parameters }),
        ),
      ).toEqual([]);
    });

    test('a list that names nothing shows a viewer only what is the viewer’s', async () => {
      await add();
      const other = await server.addWebcast({ userId: 'vera' });
      const own = await add({ templateEntryId: other.id });
      const viewer = await as('vera');
      expect(await viewer('list', {})).toMatchObject({
        ...{ totalCount: 1, objects: [{ id: own.id }] },
      });
    });

    test('an event of no entry is the admins’ and its owner’s', async () => {
      const { templateEntryId: _none, ...rest } = show({ ownerId: 'vera' });
      const { id } = await events('add', { scheduleEvent: rest });
      const vera = await as('vera');
      const viktor = await as('viktor');
      expect(await vera('get', { scheduleEventId: id })).toMatchObject({ id });
      expect(await vera('list', {})).toMatchObject({ totalCount: 1 });
      expect(await viktor('get', { scheduleEventId: id })).toMatchObject({
        code: 'INVALID_OBJECT_ID',
      });
      expect(await viktor('list', {})).toMatchObject({ totalCount: 0 });
      expect(await viktor('add', { scheduleEvent: rest })).toMatchObject({ code: 'INVALID_KS' });
    });

    test('an event goes with its webcast', async () => {
      const { id } = await add();
      await call('liveStream', 'delete', { entryId });
      expect(await events('get', { scheduleEventId: id })).toMatchObject({
        code: 'INVALID_OBJECT_ID',
      });
      expect(await list()).toMatchObject({ totalCount: 0 });
    });
  });

  describe('resources', () => {
    const resources = (action: string, parameters: Parameters) =>
      call('schedule_scheduleResource', action, parameters);
    const uses = (action: string, parameters: Parameters) =>
      call('schedule_scheduleEventResource', action, parameters);
    const addRoom = async (changes: Parameters = {}) => {
      const scheduleResource = {
        ...{ objectType: 'KalturaLocationScheduleResource', name: 'Main hall' },
        ...changes,
      };
      return (await resources('add', { scheduleResource })).id;
    };
    const needs = (eventId: number, resourceId: number) =>
      uses('add', { scheduleEventResource: { eventId, resourceId } });

    test('are added, changed, listed and deleted; where a camera streams from, admins see', async () => {
      const streamUrl = 'rtsp://camera.example/secret';
      const id = await addRoom({ objectType: 'KalturaCameraScheduleResource', streamUrl });
      expect(await resources('get', { scheduleResourceId: id })).toMatchObject({
        ...{ objectType: 'KalturaCameraScheduleResource', streamUrl, status: 2 },
      });
      const viewer = await server.startSession({ userId: 'vera' });
      const seen = await resources('get', { ks: viewer, scheduleResourceId: id });
      expect(seen).toMatchObject({ name: 'Main hall' });
      expect(seen).not.toHaveProperty('streamUrl');
      await resources('update', {
        scheduleResourceId: id,
        scheduleResource: { objectType: 'KalturaCameraScheduleResource', systemName: 'cam1' },
      });
      const filter = { systemNameEqual: 'cam1' };
      expect(await resources('list', { filter })).toMatchObject({ totalCount: 1 });
      expect(
        await resources('list', {
          filter: { objectType: 'KalturaLocationScheduleResourceFilter' },
        }),
      ).toMatchObject({ totalCount: 0 });
      expect(await addRoom({ parentId: 77 })).toBeUndefined();
      expect(await resources('delete', { scheduleResourceId: id })).toMatchObject({ status: 3 });
      expect(await resources('get', { scheduleResourceId: id })).toMatchObject({
        code: 'INVALID_OBJECT_ID',
      });
    });

    test('are needed by events, and by each time of what repeats', async () => {
      const { id } = await add({ recurrence: weekly() });
      const hall = await addRoom();
      expect(await needs(id, hall)).toMatchObject({ eventId: id, resourceId: hall });
      expect(await needs(id, hall)).toMatchObject({
        code: 'SCHEDULE_EVENT_RESOURCE_ALREADY_EXISTS',
      });
      expect(await needs(id, 77)).toMatchObject({ code: 'SCHEDULE_RESOURCE_ID_NOT_FOUND' });
      expect(await needs(77, hall)).toMatchObject({ code: 'SCHEDULE_EVENT_ID_NOT_FOUND' });
      const { objects } = await list({ parentIdEqual: id });
      const filter = { eventIdOrItsParentIdEqual: objects[2].id };
      expect(await uses('list', { filter })).toMatchObject({ totalCount: 1 });
      expect(await uses('list', { filter: { eventIdEqual: objects[2].id } })).toMatchObject({
        totalCount: 0,
      });
      const ids = { scheduleEventId: id, scheduleResourceId: hall };
      server.clock.now += 5000;
      expect(await uses('update', { ...ids, scheduleEventResource: {} })).toMatchObject({
        updatedAt: NOW_S + 5,
      });
      expect(await uses('delete', ids)).toBeNull();
      expect(await uses('get', ids)).toMatchObject({ code: 'INVALID_OBJECT_ID' });
    });

    test('conflict where two events need the same at the same time, and with blackouts', async () => {
      const hall = await addRoom();
      const taken = await add({ recurrence: weekly({ timeZone: 'UTC' }) });
      await needs(taken.id, hall);
      const { templateEntryId: _none, ...rest } = show({
        objectType: 'KalturaBlackoutScheduleEvent',
      });
      const blackout = await events('add', { scheduleEvent: rest });
      const third = START + 14 * DAY;
      const ask = async (type: number, changes: Parameters, more: Parameters = {}) => {
        const { objects } = await events('getConflicts', {
          ...{ resourceIds: String(hall), scheduleEvent: show(changes) },
          ...{ scheduleEventConflictType: type, ...more },
        });
        return objects.map((each: { startDate: number }) => each.startDate);
      };
      expect(await ask(1, { startDate: third + 60, endDate: third + 120 })).toEqual([third]);
      expect(await ask(1, { startDate: third + HOUR, endDate: third + 2 * HOUR })).toEqual([]);
      expect(await ask(1, { recurrence: weekly({ timeZone: 'UTC', count: 2 }) })).toEqual([
        ...[START, START + 7 * DAY],
      ]);
      expect(await ask(1, {}, { scheduleEventIdToIgnore: String(taken.id) })).toEqual([]);
      expect(await ask(2, {})).toEqual([START]);
      expect(await ask(3, {})).toEqual([START, START]);
      expect(await ask(1, {}, { resourceIds: '77' })).toEqual([]);
      expect(await add()).toMatchObject({ blackoutConflicts: [{ id: blackout.id }] });
    });

    test('and the rest that events are found by', async () => {
      const building = await addRoom({ name: 'Building' });
      const hall = await addRoom({ parentId: building, systemName: 'hall' });
      const addCategory = async (name: string, parentId?: number) =>
        (await call('category', 'add', { category: { name, parentId } })).id;
      const news = await addCategory('News');
      const local = await addCategory('Local', news);
      await call('categoryEntry', 'add', { categoryEntry: { categoryId: news, entryId } });
      const video = await server.addVideo();
      const { id } = await add({
        ...{ categoryIds: String(local), entryIds: `${video.id}`, tags: 'Town, Hall' },
        ...{ referenceId: 'r1', sourceEntryId: video.id },
      });
      const other = await server.addWebcast();
      await add({
        templateEntryId: other.id,
        priority: 1,
        startDate: START + DAY,
        endDate: START + DAY,
      });
      await needs(id, hall);
      for (const filter of [
        { idIn: `${id},5` },
        { resourceIdEqual: String(hall) },
        { resourceIdsLike: String(hall) },
        { resourceIdsMultiLikeOr: `${hall},5` },
        { resourceSystemNamesMultiLikeAnd: 'hall' },
        { parentResourceIdsLike: String(building) },
        { templateEntryCategoriesIdsMultiLikeOr: `5,${news}` },
        { categoryIdsLike: String(local) },
        { parentCategoryIdsMultiLikeAnd: String(news) },
        { entryIdsLike: video.id },
        { tagsMultiLikeAnd: 'town,HALL' },
        { referenceIdEqual: 'r1' },
        { sourceEntryIdEqual: video.id },
        { startDateLessThanOrEqual: START },
        { priorityEqual: undefined, idEqual: id },
        { templateEntryIdEqual: entryId, parentIdNotIn: '5' },
      ]) {
        const found = await list(filter);
        expect(
          found.objects.map((each: { id: number }) => each.id),
          JSON.stringify(filter),
        ).toEqual([id]);
      }
      for (const filter of [
        { resourceIdEqual: 'x' },
        { resourceIdsMultiLikeAnd: `${hall},5` },
        { parentCategoryIdsLike: String(local) },
        { entryIdsLike: '0_' },
        { tagsLike: 'moon' },
      ]) {
        expect(await list(filter), JSON.stringify(filter)).toMatchObject({ totalCount: 0 });
      }
      const order = async (orderBy: string) =>
        (await list({ orderBy })).objects.map((each: { id: number }) => each.id === id);
      expect(await order('-startDate')).toEqual([false, true]);
      expect(await order('+priority')).toEqual([true, false]);
    });
  });
});
