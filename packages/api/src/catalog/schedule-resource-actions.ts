import { FilterPager } from '../schema/filter.ts';
import { int, object } from '../schema/kinds.ts';
import {
  ScheduleEventResource,
  ScheduleEventResourceFilter,
  ScheduleEventResourceListResponse,
  ScheduleResource,
  ScheduleResourceFilter,
  ScheduleResourceListResponse,
} from '../schema/schedule-resource.ts';
import { type Actions, action, nullable, required } from './action.ts';

const ID = required(int);
const ROOM = { objectType: 'KalturaLocationScheduleResource', name: 'Main hall' };

/** What events need. */
export const scheduleResourceActions = {
  add: action({
    summary: 'Adds a room, a camera or a live stream that events need.',
    parameters: { scheduleResource: required(object(ScheduleResource)) },
    result: object(ScheduleResource),
    session: 'required',
    permission: 'CONTENT_MANAGE_BASE',
    errors: ['RESOURCE_PARENT_ID_NOT_FOUND', 'ENTRY_ID_NOT_FOUND'],
    example: { scheduleResource: ROOM },
    run: ({ scheduleResource }, call, values) => scheduleResource.add(call, values),
  }),
  get: action({
    summary: 'Answers a resource.',
    parameters: { scheduleResourceId: ID },
    result: object(ScheduleResource),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ scheduleResource }, call, values) => scheduleResource.get(call, values),
  }),
  update: action({
    summary: 'Changes a resource.',
    parameters: { scheduleResourceId: ID, scheduleResource: required(object(ScheduleResource)) },
    result: object(ScheduleResource),
    session: 'required',
    permission: 'CONTENT_MANAGE_BASE',
    errors: ['INVALID_OBJECT_ID', 'RESOURCE_PARENT_ID_NOT_FOUND', 'ENTRY_ID_NOT_FOUND'],
    example: { scheduleResourceId: 51_204_338, scheduleResource: ROOM },
    run: ({ scheduleResource }, call, values) => scheduleResource.update(call, values),
  }),
  delete: action({
    summary: 'Deletes a resource.',
    parameters: { scheduleResourceId: ID },
    result: object(ScheduleResource),
    session: 'required',
    permission: 'CONTENT_MANAGE_BASE',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ scheduleResource }, call, values) => scheduleResource.delete(call, values),
  }),
  list: action({
    summary: 'Finds resources.',
    parameters: {
      filter: nullable(object(ScheduleResourceFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(ScheduleResourceListResponse),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [],
    run: ({ scheduleResource }, call, values) => scheduleResource.list(call, values),
  }),
} as const satisfies Actions;

const IDS = { scheduleEventId: ID, scheduleResourceId: ID };

/** Which event needs what. */
export const scheduleEventResourceActions = {
  add: action({
    summary: 'Says that an event needs a resource.',
    parameters: { scheduleEventResource: required(object(ScheduleEventResource)) },
    result: object(ScheduleEventResource),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'SCHEDULE_EVENT_ID_NOT_FOUND',
      'SCHEDULE_RESOURCE_ID_NOT_FOUND',
      'SCHEDULE_EVENT_RESOURCE_ALREADY_EXISTS',
    ],
    example: { scheduleEventResource: { eventId: 48_120_733, resourceId: 51_204_338 } },
    run: ({ scheduleEventResource }, call, values) => scheduleEventResource.add(call, values),
  }),
  get: action({
    summary: 'Answers that an event needs a resource.',
    parameters: IDS,
    result: object(ScheduleEventResource),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ scheduleEventResource }, call, values) => scheduleEventResource.get(call, values),
  }),
  update: action({
    summary: 'Confirms that an event needs a resource: only its updatedAt changes.',
    parameters: { ...IDS, scheduleEventResource: required(object(ScheduleEventResource)) },
    result: object(ScheduleEventResource),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID'],
    example: {
      scheduleEventId: 48_120_733,
      scheduleResourceId: 51_204_338,
      scheduleEventResource: { objectType: 'KalturaScheduleEventResource' },
    },
    run: ({ scheduleEventResource }, call, values) => scheduleEventResource.update(call, values),
  }),
  delete: action({
    summary: 'Says that an event no longer needs a resource.',
    parameters: IDS,
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ scheduleEventResource }, call, values) => scheduleEventResource.delete(call, values),
  }),
  list: action({
    summary: 'Finds what events need.',
    parameters: {
      filter: nullable(object(ScheduleEventResourceFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(ScheduleEventResourceListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: [],
    run: ({ scheduleEventResource }, call, values) => scheduleEventResource.list(call, values),
  }),
} as const satisfies Actions;
