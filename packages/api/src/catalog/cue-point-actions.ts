import {
  Annotation,
  AnnotationListResponse,
  CuePoint,
  CuePointListResponse,
  CuePointStatus,
} from '../schema/cue-point.ts';
import { AnnotationFilter, CuePointFilter } from '../schema/cue-point-filter.ts';
import { FilterPager } from '../schema/filter.ts';
import { enumOf, int, object, text } from '../schema/kinds.ts';
import type { CuePointService } from '../services/cue-point/cue-point-service.ts';
import { type Actions, action, nullable, required } from './action.ts';
import type { Services } from './services.ts';

const ID = required(text);
const PAGER = nullable(object(FilterPager), 'Without one, the first 500.');
const ENTRY_ID = required(text, 'The entry that gets the copy.');

/** Viewers write too; what they may write and read, the service asks. */
const FOR_VIEWERS = { session: 'required', permission: 'WIDGET_SESSION_PERMISSION' } as const;
const FOR_USERS = { session: 'required', permission: 'BASE_USER_SESSION_PERMISSION' } as const;
const FOR_PRODUCERS = { session: 'required', permission: 'WEBCAST_PRODUCER_PERMISSION' } as const;

const WRONG_TIMES = [
  'START_TIME_CANNOT_BE_LESS_THAN_0',
  'END_TIME_CANNOT_BE_LESS_THAN_START_TIME',
  'START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME',
  'END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME',
] as const;

const REFUSALS_OF_ADD = [
  'ENTRY_ID_NOT_FOUND',
  'NO_PERMISSION_ON_ENTRY',
  'PARENT_CUE_POINT_NOT_FOUND',
  'PARENT_CUE_POINT_DO_NOT_BELONG_TO_THE_SAME_ENTRY',
  'CUE_POINT_SYSTEM_NAME_EXISTS',
  ...WRONG_TIMES,
] as const;

const REFUSALS_OF_UPDATE = [
  'INVALID_CUE_POINT_ID',
  'CUE_POINT_SYSTEM_NAME_EXISTS',
  ...WRONG_TIMES,
] as const;

const REFUSALS_OF_CLONE = [
  'INVALID_CUE_POINT_ID',
  'ENTRY_ID_NOT_FOUND',
  'NO_PERMISSION_TO_COPY_CUE_POINT_TO_ENTRY',
  'START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME',
  'END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME',
] as const;

/** What the services of cue points and of annotations have alike. */
function sharedActions(serviceOf: (services: Services) => CuePointService) {
  return {
    get: action({
      summary: 'Answers a cue point that the session may read.',
      parameters: { id: ID },
      result: object(CuePoint),
      ...FOR_VIEWERS,
      errors: ['INVALID_CUE_POINT_ID'],
      run: (services, call, values) => serviceOf(services).get(call, values),
    }),
    delete: action({
      summary: 'Deletes a cue point, all that answers it, and what is recorded of them.',
      parameters: { id: ID },
      result: null,
      ...FOR_VIEWERS,
      errors: ['INVALID_CUE_POINT_ID'],
      run: (services, call, values) => serviceOf(services).delete(call, values),
    }),
    updateStatus: action({
      summary:
        'Says how far a cue point has come; DELETED deletes it. For those who run the entry.',
      parameters: { id: ID, status: required(enumOf(CuePointStatus)) },
      result: null,
      ...FOR_PRODUCERS,
      errors: ['INVALID_CUE_POINT_ID'],
      run: (services, call, values) => serviceOf(services).updateStatus(call, values),
    }),
    updateCuePointsTimes: action({
      summary: 'Moves a cue point. An end that is left out stays.',
      parameters: {
        id: ID,
        startTime: required(int, 'In ms.'),
        endTime: nullable(int, 'In ms.'),
      },
      result: object(CuePoint),
      ...FOR_PRODUCERS,
      errors: ['INVALID_CUE_POINT_ID', ...WRONG_TIMES],
      run: (services, call, values) => serviceOf(services).updateCuePointsTimes(call, values),
    }),
  } as const;
}

/** Moments of entries of every kind. */
export const cuePointActions = {
  add: action({
    summary:
      'Adds a cue point to an entry. Whoever watches may write annotations; the rest is for those who run the entry.',
    parameters: { cuePoint: required(object(CuePoint), 'Of one of the types that extend this.') },
    result: object(CuePoint),
    ...FOR_VIEWERS,
    trail: 'none',
    errors: REFUSALS_OF_ADD,
    example: {
      cuePoint: {
        objectType: 'KalturaCodeCuePoint',
        entryId: '0_ab12cd34',
        startTime: 1000,
        tags: 'change-view-mode',
        partnerData: '{"playerViewModeId":"parent-only"}',
      },
    },
    run: ({ cuePoint }, call, values) => cuePoint.add(call, values),
  }),
  ...sharedActions(({ cuePoint }) => cuePoint),
  update: action({
    summary:
      'Changes the properties that are sent: of what is one’s own, or of all for those who run the entry.',
    parameters: { id: ID, cuePoint: required(object(CuePoint), 'Of the type that it has.') },
    result: object(CuePoint),
    ...FOR_VIEWERS,
    trail: 'none',
    errors: REFUSALS_OF_UPDATE,
    example: {
      id: '0_ab12cd34',
      cuePoint: { objectType: 'KalturaAnnotation', tags: 'qna' },
    },
    run: ({ cuePoint }, call, values) => cuePoint.update(call, values),
  }),
  list: action({
    summary:
      'Finds cue points that the session may read: its own, public ones, slides and what programs tell the page; all for those who run the entry.',
    parameters: { filter: nullable(object(CuePointFilter)), pager: PAGER },
    result: object(CuePointListResponse),
    ...FOR_VIEWERS,
    errors: [],
    example: { filter: { entryIdEqual: '0_ab12cd34' } },
    run: async ({ cuePoint }, call, values) => ({
      objectType: 'KalturaCuePointListResponse',
      ...(await cuePoint.list(call, values)),
    }),
  }),
  count: action({
    summary: 'Counts the cue points that a list would have.',
    parameters: { filter: nullable(object(CuePointFilter)) },
    result: int,
    ...FOR_VIEWERS,
    errors: [],
    example: { filter: { entryIdEqual: '0_ab12cd34' } },
    run: ({ cuePoint }, call, values) => cuePoint.count(call, values),
  }),
  clone: action({
    summary: 'Copies a cue point to an entry. What is not for everybody stays so.',
    parameters: { id: ID, entryId: ENTRY_ID },
    result: object(CuePoint),
    ...FOR_USERS,
    errors: REFUSALS_OF_CLONE,
    run: ({ cuePoint }, call, values) => cuePoint.clone(call, values),
  }),
} as const satisfies Actions;

/** What people have written. */
export const annotationActions = {
  add: action({
    summary: 'Adds what somebody has written to an entry.',
    parameters: { annotation: required(object(Annotation)) },
    result: object(Annotation),
    ...FOR_VIEWERS,
    trail: 'none',
    errors: REFUSALS_OF_ADD,
    example: {
      annotation: {
        objectType: 'KalturaAnnotation',
        entryId: '0_ab12cd34',
        startTime: 1000,
        text: 'When does it begin?',
        isPublic: 1,
        searchableOnEntry: 0,
      },
    },
    run: ({ annotation }, call, values) => annotation.add(call, { cuePoint: values.annotation }),
  }),
  ...sharedActions(({ annotation }) => annotation),
  update: action({
    summary: 'Changes the properties that are sent.',
    parameters: { id: ID, annotation: required(object(Annotation)) },
    result: object(Annotation),
    ...FOR_VIEWERS,
    trail: 'none',
    errors: REFUSALS_OF_UPDATE,
    example: {
      id: '0_ab12cd34',
      annotation: { objectType: 'KalturaAnnotation', tags: 'qna' },
    },
    run: ({ annotation }, call, { id, annotation: sent }) =>
      annotation.update(call, { id, cuePoint: sent }),
  }),
  list: action({
    summary: 'Finds annotations that the session may read.',
    parameters: { filter: nullable(object(AnnotationFilter)), pager: PAGER },
    result: object(AnnotationListResponse),
    ...FOR_VIEWERS,
    errors: [],
    example: { filter: { entryIdEqual: '0_ab12cd34' } },
    run: async ({ annotation }, call, values) => ({
      objectType: 'KalturaAnnotationListResponse',
      ...(await annotation.list(call, values)),
    }),
  }),
  count: action({
    summary: 'Counts the annotations that a list would have.',
    parameters: { filter: nullable(object(AnnotationFilter)) },
    result: int,
    ...FOR_VIEWERS,
    errors: [],
    example: { filter: { entryIdEqual: '0_ab12cd34' } },
    run: ({ annotation }, call, values) => annotation.count(call, values),
  }),
  clone: action({
    summary: 'Copies an annotation to an entry, as an answer to another one of that entry.',
    parameters: { id: ID, entryId: ENTRY_ID, parentId: nullable(text, 'What the copy answers.') },
    result: object(Annotation),
    ...FOR_USERS,
    errors: [
      ...REFUSALS_OF_CLONE,
      'PARENT_CUE_POINT_NOT_FOUND',
      'PARENT_CUE_POINT_DO_NOT_BELONG_TO_THE_SAME_ENTRY',
    ],
    run: ({ annotation }, call, values) => annotation.clone(call, values),
  }),
} as const satisfies Actions;
