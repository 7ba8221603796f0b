import {
  type PlannedEvent,
  propertiesOf,
  sequenceOf,
  typeNameOf,
} from '../../schedule/schedule-event.ts';

/** @param blackouts at the same time, where they were looked for */
export function toScheduleEvent(
  event: PlannedEvent,
  blackouts: readonly PlannedEvent[] | null = null,
): object {
  return {
    ...propertiesOf(event),
    objectType: typeNameOf(event.type),
    id: event.id,
    partnerId: event.partnerId,
    parentId: event.parentId,
    status: event.status,
    startDate: event.startS,
    endDate: event.endS,
    duration: event.endS - event.startS,
    sequence: sequenceOf(event),
    recurrenceType: event.recurrenceType,
    createdAt: Math.floor(event.createdAtMs / 1000),
    updatedAt: Math.floor(event.updatedAtMs / 1000),
    ...(blackouts === null
      ? {}
      : { blackoutConflicts: blackouts.map((each) => toScheduleEvent(each)) }),
  };
}

export function toScheduleEventList(totalCount: number, events: readonly PlannedEvent[]): object {
  return {
    objectType: 'KalturaScheduleEventListResponse',
    totalCount,
    objects: events.map((event) => toScheduleEvent(event)),
  };
}
