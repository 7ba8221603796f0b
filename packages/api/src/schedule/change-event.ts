import { ApiError } from '../errors/api-error.ts';
import { checkProperties } from '../schema/check-properties.ts';
import { resolveObjectType } from '../schema/object-types.ts';
import { ScheduleEvent, type ScheduleEventValue } from '../schema/schedule.ts';
import { mergeProperties } from '../services/merge-properties.ts';
import { randomNumberId } from '../store/random-ids.ts';
import { occurrencesOf } from './occurrences.ts';
import {
  ACTIVE,
  EVENT_TYPES,
  type EventType,
  type EventTypeName,
  OCCURRENCE,
  ONCE,
  type PlannedEvent,
  propertiesOf,
  REPEATS,
  sequenceOf,
  typeNameOf,
} from './schedule-event.ts';

/** Makes and changes events from what clients send. Pure but for the random ids. */

export type EventWriter = {
  readonly partnerId: number;
  readonly userId: string;
  readonly isAdmin: boolean;
  readonly nowMs: number;
};

/** An event, and its occurrences where it repeats. */
export type EventWithOccurrences = {
  readonly event: PlannedEvent;
  readonly occurrences: readonly PlannedEvent[];
};

/** Longer than anything that is one event. */
const MAX_DURATION_S = 31 * 86_400;

const TYPE = 'KalturaScheduleEvent';

export function typeOf(sent: ScheduleEventValue): EventType {
  return EVENT_TYPES[sent.objectType as EventTypeName];
}

export function createEvent(sent: ScheduleEventValue, writer: EventWriter): EventWithOccurrences {
  checkSent(sent, 'add', writer);
  const { partnerId, userId, nowMs } = writer;
  const { startS, endS } = timesOf(sent, null);
  const event: PlannedEvent = {
    id: randomNumberId(),
    partnerId,
    type: typeOf(sent),
    parentId: null,
    status: ACTIVE,
    recurrenceType: recurrenceTypeOf(sent, ONCE),
    startS,
    endS,
    originalStartS: null,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    revision: 1,
    own: ownOf({}, { ...sent, ownerId: sent.ownerId ?? userId, sequence: sent.sequence ?? 0 }),
    inherited: {},
  };
  if (!event.own.summary)
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `${TYPE}::summary`);
  return { event, occurrences: makeOccurrences(event, [], durationOf(event), nowMs) };
}

/**
 * The event after an update: only what was sent changes, null clears.
 *
 * @param known the occurrences that there are
 */
export function changeEvent(
  before: PlannedEvent,
  known: readonly PlannedEvent[],
  sent: ScheduleEventValue,
  writer: EventWriter,
): EventWithOccurrences {
  checkSent(sent, 'update', writer);
  if (sent.objectType !== undefined && typeOf(sent) !== before.type) {
    throw new ApiError(
      'SCHEDULE_EVENT_TYPE_CANT_BE_UPDATED',
      typeNameOf(before.type),
      sent.objectType,
    );
  }
  refuseMove(before, sent);
  const { startS, endS } = timesOf(sent, before);
  const sequence = Math.max(sent.sequence ?? 0, sequenceOf(before) + 1);
  const event: PlannedEvent = {
    ...before,
    recurrenceType:
      before.recurrenceType === OCCURRENCE
        ? OCCURRENCE
        : recurrenceTypeOf({ ...before.own, ...sent }, before.recurrenceType),
    startS,
    endS,
    updatedAtMs: writer.nowMs,
    revision: before.revision + 1,
    own: ownOf(before.own, { ...sent, sequence }),
  };
  if (!propertiesOf(event).summary) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `${TYPE}::summary`);
  }
  return { event, occurrences: makeOccurrences(event, known, durationOf(before), writer.nowMs) };
}

/** The event with another status; what repeats takes its active occurrences along. */
export function withStatus(
  before: PlannedEvent,
  status: PlannedEvent['status'],
  nowMs: number,
): PlannedEvent {
  return {
    ...before,
    status,
    updatedAtMs: nowMs,
    revision: before.revision + 1,
    own: { ...before.own, sequence: sequenceOf(before) + 1 },
  };
}

/** When it is to be, each time. */
export function spansOf(sent: ScheduleEventValue) {
  const { startS, endS } = timesOf(sent, null);
  const repeats = recurrenceTypeOf(sent, ONCE) === REPEATS && sent.recurrence;
  const starts = repeats ? occurrencesOf(repeats, startS) : [startS];
  return starts.map((each) => ({ startS: each, endS: each + (endS - startS) }));
}

/** What is kept elsewhere than among the properties. */
const NOT_STORED = ['startDate', 'endDate', 'duration', 'recurrenceType'] as const;

function ownOf(before: ScheduleEventValue, sent: ScheduleEventValue): ScheduleEventValue {
  return mergeProperties(before, sent, NOT_STORED);
}

function checkSent(
  sent: ScheduleEventValue,
  purpose: 'add' | 'update',
  { isAdmin }: EventWriter,
): void {
  checkProperties(resolveObjectType(ScheduleEvent, sent.objectType), sent, { purpose, isAdmin });
}

/** An occurrence stays one of its event, and an event stays its entry's: the entry's dates follow it. */
function refuseMove(before: PlannedEvent, sent: ScheduleEventValue): void {
  const { templateEntryId } = propertiesOf(before);
  if (
    sent.templateEntryId !== undefined &&
    (sent.templateEntryId ?? '') !== (templateEntryId ?? '')
  ) {
    throw new ApiError('PROPERTY_VALIDATION_NOT_UPDATABLE', `${TYPE}::templateEntryId`);
  }
  if (before.recurrenceType !== OCCURRENCE) return;
  if (sent.recurrence)
    throw new ApiError('PROPERTY_VALIDATION_NOT_UPDATABLE', `${TYPE}::recurrence`);
  if ((sent.recurrenceType ?? OCCURRENCE) !== OCCURRENCE) {
    throw new ApiError('PROPERTY_VALIDATION_NOT_UPDATABLE', `${TYPE}::recurrenceType`);
  }
}

function recurrenceTypeOf(
  { recurrenceType, recurrence }: ScheduleEventValue,
  fallback: PlannedEvent['recurrenceType'],
): typeof ONCE | typeof REPEATS {
  const type = recurrenceType ?? (recurrence ? REPEATS : fallback);
  if (type === OCCURRENCE) {
    const format = '0 or 1: the server makes the occurrences';
    throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', `${TYPE}::recurrenceType`, format);
  }
  if (type === REPEATS && !recurrence) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `${TYPE}::recurrence`);
  }
  return type;
}

type Times = Pick<PlannedEvent, 'startS' | 'endS'>;

/** A new start moves the end along, unless one is sent. */
function timesOf(sent: ScheduleEventValue, before: Times | null): Times {
  const startS = sent.startDate ?? before?.startS;
  if (startS === undefined)
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `${TYPE}::startDate`);
  const durationS = sent.duration ?? (before === null ? undefined : before.endS - before.startS);
  const endS = sent.endDate ?? (durationS === undefined ? undefined : startS + durationS);
  if (endS === undefined)
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `${TYPE}::endDate`);
  if (startS < 0) {
    throw new ApiError('PROPERTY_VALIDATION_MIN_VALUE', `${TYPE}::startDate`, 0);
  }
  if (endS < startS) throw new ApiError('INVALID_SCHEDULE_END_BEFORE_START', startS, endS);
  // Whoever sends an event back with another end sends its old duration along.
  const isOldDuration = before !== null && sent.duration === before.endS - before.startS;
  if (sent.endDate && sent.duration && !isOldDuration && startS + sent.duration !== endS) {
    throw new ApiError('MAX_SCHEDULE_DURATION_MUST_MATCH_END_TIME');
  }
  if (endS - startS > MAX_DURATION_S) {
    throw new ApiError('MAX_SCHEDULE_DURATION_REACHED', MAX_DURATION_S);
  }
  return { startS, endS };
}

/**
 * What the rule says, with what is known of each time: its id, what it has of its own, whether it was moved.
 *
 * @param knownDurationS how long the known ones are that nobody has moved
 */
function makeOccurrences(
  parent: PlannedEvent,
  known: readonly PlannedEvent[],
  knownDurationS: number,
  nowMs: number,
): readonly PlannedEvent[] {
  const { recurrence, ...inherited } = parent.own;
  if (parent.recurrenceType !== REPEATS || !recurrence) return [];
  const durationS = durationOf(parent);
  const byStart = new Map(known.map((each) => [each.originalStartS, each]));
  return occurrencesOf(recurrence, parent.startS).map((startS) => {
    const before = byStart.get(startS);
    if (before === undefined) {
      return {
        id: randomNumberId(),
        partnerId: parent.partnerId,
        type: parent.type,
        parentId: parent.id,
        status: parent.status,
        recurrenceType: OCCURRENCE,
        startS,
        endS: startS + durationS,
        originalStartS: startS,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        revision: 1,
        own: { sequence: 0 },
        inherited,
      };
    }
    const isMoved = before.startS !== startS || durationOf(before) !== knownDurationS;
    return {
      ...before,
      endS: isMoved ? before.endS : startS + durationS,
      updatedAtMs: nowMs,
      revision: before.revision + 1,
      own: { ...before.own, sequence: sequenceOf(before) + 1 },
      inherited,
    };
  });
}

function durationOf({ startS, endS }: Times): number {
  return endS - startS;
}
