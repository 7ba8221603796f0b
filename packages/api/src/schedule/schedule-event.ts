import type { ScheduleEventValue } from '../schema/schedule.ts';

/** Values of KalturaScheduleEventType. */
export const EVENT_TYPES = {
  KalturaRecordScheduleEvent: 1,
  KalturaLiveStreamScheduleEvent: 2,
  KalturaBlackoutScheduleEvent: 3,
  KalturaMeetingScheduleEvent: 4,
  KalturaLiveRedirectScheduleEvent: 5,
  KalturaVodScheduleEvent: 6,
} as const;

export type EventTypeName = keyof typeof EVENT_TYPES;
export type EventType = (typeof EVENT_TYPES)[EventTypeName];

export const LIVE_STREAM_EVENT = EVENT_TYPES.KalturaLiveStreamScheduleEvent;
export const BLACKOUT_EVENT = EVENT_TYPES.KalturaBlackoutScheduleEvent;

/** Values of KalturaScheduleEventStatus. */
export const CANCELLED = 1;
export const ACTIVE = 2;
export const DELETED = 3;
export type EventStatus = typeof CANCELLED | typeof ACTIVE | typeof DELETED;

/** Values of KalturaScheduleEventRecurrenceType. */
export const ONCE = 0;
export const REPEATS = 1;
export const OCCURRENCE = 2;
export type RecurrenceType = typeof ONCE | typeof REPEATS | typeof OCCURRENCE;

/** Something that is planned. */
export type PlannedEvent = {
  readonly id: number;
  readonly partnerId: number;
  readonly type: EventType;
  /** Of an occurrence: the event that repeats. */
  readonly parentId: number | null;
  readonly status: EventStatus;
  readonly recurrenceType: RecurrenceType;
  /** Unix seconds. Of an event that repeats: of its first time. */
  readonly startS: number;
  readonly endS: number;
  /** Of an occurrence: when the rule says that it begins. */
  readonly originalStartS: number | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Grows with every change; a change names the revision before it. */
  readonly revision: number;
  /** What clients have set, without times; of an occurrence, what it has of its own. */
  readonly own: ScheduleEventValue;
  /** Of an occurrence: what the event that repeats has; empty otherwise. */
  readonly inherited: ScheduleEventValue;
};

/** What an event has, from wherever. How it repeats is a matter of the event that repeats. */
export function propertiesOf({ own, inherited }: PlannedEvent): ScheduleEventValue {
  const { recurrence: _rule, sequence: _ofParent, ...rest } = inherited;
  return { ...rest, ...own };
}

/** Grows with every change of the event, also in calendars that know it. */
export function sequenceOf({ own }: PlannedEvent): number {
  return own.sequence ?? 0;
}

export function isPrivate(event: PlannedEvent): boolean {
  return (propertiesOf(event).classificationType ?? 1) !== 1;
}

export function typeNameOf(type: EventType): EventTypeName {
  const found = Object.entries(EVENT_TYPES).find(([, value]) => value === type);
  return (found?.[0] ?? 'KalturaRecordScheduleEvent') as EventTypeName;
}
