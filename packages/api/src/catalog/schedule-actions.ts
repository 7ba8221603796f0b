import { FilterPager } from '../schema/filter.ts';
import { enumOf, int, object, text } from '../schema/kinds.ts';
import {
  LiveStreamScheduleEventFilter,
  ScheduleEvent,
  ScheduleEventConflictType,
  ScheduleEventFilter,
  ScheduleEventListResponse,
} from '../schema/schedule.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

const ID = required(int);

/** What an event may be refused for. */
const REFUSALS = [
  'ENTRY_ID_NOT_FOUND',
  'CATEGORY_NOT_FOUND',
  'SCHEDULE_EVENT_ID_NOT_FOUND',
  'INVALID_SCHEDULE_END_BEFORE_START',
  'MAX_SCHEDULE_DURATION_REACHED',
  'MAX_SCHEDULE_DURATION_MUST_MATCH_END_TIME',
] as const;

const SHOW = {
  objectType: 'KalturaLiveStreamScheduleEvent',
  templateEntryId: '0_ab12cd34',
  summary: 'Town hall',
  startDate: 1_798_732_800,
  endDate: 1_798_736_400,
};

/** What is planned. */
export const scheduleEventActions = {
  add: action({
    summary:
      'Plans an event. A live stream’s startDate and endDate follow its next show, so that viewers see its time.',
    parameters: { scheduleEvent: required(object(ScheduleEvent)) },
    result: object(ScheduleEvent),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: REFUSALS,
    example: { scheduleEvent: SHOW },
    run: ({ scheduleEvent }, call, values) => scheduleEvent.add(call, values),
  }),
  get: action({
    summary: 'Answers an event.',
    parameters: { scheduleEventId: ID },
    result: object(ScheduleEvent),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ scheduleEvent }, call, values) => scheduleEvent.get(call, values),
  }),
  update: action({
    summary:
      'Changes an event. What an event that repeats has, its occurrences have, apart from what was set for one of them.',
    parameters: { scheduleEventId: ID, scheduleEvent: required(object(ScheduleEvent)) },
    result: object(ScheduleEvent),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID', 'SCHEDULE_EVENT_TYPE_CANT_BE_UPDATED', ...REFUSALS],
    example: {
      scheduleEventId: 48_120_733,
      scheduleEvent: { objectType: 'KalturaLiveStreamScheduleEvent', summary: 'Town hall, moved' },
    },
    run: ({ scheduleEvent }, call, values) => scheduleEvent.update(call, values),
  }),
  cancel: action({
    summary:
      'Cancels an event, or one time of an event that repeats: calendars show it as cancelled.',
    parameters: { scheduleEventId: ID },
    result: object(ScheduleEvent),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ scheduleEvent }, call, values) => scheduleEvent.cancel(call, values),
  }),
  delete: action({
    summary: 'Deletes an event, with its occurrences.',
    parameters: { scheduleEventId: ID },
    result: object(ScheduleEvent),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID', 'RECURRENCE_CANT_BE_DELETE'],
    run: ({ scheduleEvent }, call, values) => scheduleEvent.delete(call, values),
  }),
  list: action({
    summary: 'Finds events: those that repeat, and each of their occurrences.',
    parameters: {
      filter: nullable(object(ScheduleEventFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(ScheduleEventListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: [],
    example: {
      filter: {
        objectType: LiveStreamScheduleEventFilter.name,
        templateEntryIdEqual: '0_ab12cd34',
        orderBy: '+startDate',
      },
    },
    run: ({ scheduleEvent }, call, values) => scheduleEvent.list(call, values),
  }),
  getConflicts: action({
    summary:
      'Finds active events that need one of the resources at the time of this one, or blackouts at its time.',
    parameters: {
      resourceIds: required(text, 'Resources, separated by commas; at most 100.'),
      scheduleEvent: required(
        object(ScheduleEvent),
        'Its times and how it repeats; it need not be stored.',
      ),
      scheduleEventIdToIgnore: nullable(text, 'The event itself, where it is stored.'),
      scheduleEventConflictType: optional(enumOf(ScheduleEventConflictType), 1),
    },
    result: object(ScheduleEventListResponse),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'INVALID_SCHEDULE_END_BEFORE_START',
      'MAX_SCHEDULE_DURATION_REACHED',
      'MAX_SCHEDULE_DURATION_MUST_MATCH_END_TIME',
    ],
    example: { resourceIds: '51204338', scheduleEvent: SHOW, scheduleEventConflictType: 3 },
    run: ({ scheduleEvent }, call, values) => scheduleEvent.getConflicts(call, values),
  }),
} as const satisfies Actions;
