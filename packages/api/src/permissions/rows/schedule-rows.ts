import { ADMINS, EDITORS, FOREIGN_ADMIN, SESSIONS, USERS } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

const TIMES = { startDate: 1_900_000_000, endDate: 1_900_003_600 };
const ROOM = { objectType: 'KalturaLocationScheduleResource', name: 'Main hall' };

const showOf = ({ webcastId }: World) => ({
  objectType: 'KalturaLiveStreamScheduleEvent',
  templateEntryId: webcastId,
  summary: 'Town hall',
  ...TIMES,
});

/** Whoever sees a webcast sees when it is; whoever changes it says so. */
export const scheduleEventRows: Rows = {
  add: { allowed: EDITORS, parameters: (world) => ({ scheduleEvent: showOf(world) }) },
  get: {
    allowed: SESSIONS,
    parameters: async (world) => ({ scheduleEventId: await addShow(world) }),
  },
  update: {
    allowed: EDITORS,
    parameters: async (world) => ({
      scheduleEventId: await addShow(world),
      scheduleEvent: { objectType: 'KalturaLiveStreamScheduleEvent', summary: 'Moved' },
    }),
  },
  cancel: {
    allowed: EDITORS,
    parameters: async (world) => ({ scheduleEventId: await addShow(world) }),
  },
  delete: {
    allowed: EDITORS,
    parameters: async (world) => ({ scheduleEventId: await addShow(world) }),
  },
  list: {
    allowed: [...SESSIONS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({
      filter: {
        objectType: 'KalturaEntryScheduleEventFilter',
        templateEntryIdEqual: webcastId,
      },
    }),
  },
  getConflicts: {
    allowed: [...USERS, FOREIGN_ADMIN],
    parameters: (world) => ({ resourceIds: '1', scheduleEvent: showOf(world) }),
  },
};

/** Rooms are there for everybody to plan with, and for admins to set up. */
export const scheduleResourceRows: Rows = {
  add: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({ scheduleResource: ROOM }) },
  get: {
    allowed: USERS,
    parameters: async (world) => ({ scheduleResourceId: await addRoom(world) }),
  },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      scheduleResourceId: await addRoom(world),
      scheduleResource: { ...ROOM, name: 'Small hall' },
    }),
  },
  delete: {
    allowed: ADMINS,
    parameters: async (world) => ({ scheduleResourceId: await addRoom(world) }),
  },
  list: { allowed: [...USERS, FOREIGN_ADMIN], parameters: () => ({ pager: { pageSize: 1 } }) },
};

export const scheduleEventResourceRows: Rows = {
  add: {
    allowed: EDITORS,
    parameters: async (world) => ({
      scheduleEventResource: { eventId: await addShow(world), resourceId: await addRoom(world) },
    }),
  },
  get: { allowed: SESSIONS, parameters: addUse },
  update: {
    allowed: EDITORS,
    parameters: async (world) => ({
      ...(await addUse(world)),
      scheduleEventResource: { objectType: 'KalturaScheduleEventResource' },
    }),
  },
  delete: { allowed: EDITORS, parameters: addUse },
  list: {
    allowed: [...SESSIONS, FOREIGN_ADMIN],
    parameters: async (world) => ({ filter: { eventIdEqual: await addShow(world) } }),
  },
};

async function addShow(world: World): Promise<number> {
  const ks = await world.server.startAdminSession();
  const scheduleEvent = showOf(world);
  const { id } = await world.server.call('schedule_scheduleEvent', 'add', { ks, scheduleEvent });
  return id;
}

async function addRoom({ server }: World): Promise<number> {
  const ks = await server.startAdminSession();
  const room = await server.call('schedule_scheduleResource', 'add', {
    ks,
    scheduleResource: ROOM,
  });
  return room.id;
}

async function addUse(world: World) {
  const ks = await world.server.startAdminSession();
  const eventId = await addShow(world);
  const resourceId = await addRoom(world);
  await world.server.call('schedule_scheduleEventResource', 'add', {
    ks,
    scheduleEventResource: { eventId, resourceId },
  });
  return { scheduleEventId: eventId, scheduleResourceId: resourceId };
}
