import type { Entitlement } from '../../entitlement/entitlement.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Session } from '../../ks/session.ts';
import { refused } from '../../ks/session-verifier.ts';
import type { Clock } from '../../ports.ts';
import {
  changeEvent,
  createEvent,
  type EventWithOccurrences,
  spansOf,
  typeOf,
  withStatus,
} from '../../schedule/change-event.ts';
import type { EventReferences } from '../../schedule/event-references.ts';
import type { EventRights } from '../../schedule/event-rights.ts';
import type { PlannedTimes } from '../../schedule/planned-times.ts';
import {
  ACTIVE,
  BLACKOUT_EVENT,
  CANCELLED,
  DELETED,
  EVENT_TYPES,
  type EventStatus,
  type EventType,
  OCCURRENCE,
  type PlannedEvent,
  propertiesOf,
  REPEATS,
} from '../../schedule/schedule-event.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { ScheduleEventFilterValue, ScheduleEventValue } from '../../schema/schedule.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { type Database, isDatabaseError, type Statement } from '../../store/database.ts';
import { visibleEvents } from '../../store/schedule/event-conditions.ts';
import type { EventsStore, Span } from '../../store/schedule/events-store.ts';
import { itemsOf } from '../../store/text-conditions.ts';
import { pageOf } from '../page.ts';
import { StoredChanges } from '../stored-changes.ts';
import { toScheduleEvent, toScheduleEventList } from './schedule-event-result.ts';

export type ScheduleEventServices = {
  readonly database: Database;
  readonly events: EventsStore;
  readonly rights: EventRights;
  readonly references: EventReferences;
  readonly planned: PlannedTimes;
  readonly entitlement: Entitlement;
  readonly clock: Clock;
};

type Id = { readonly scheduleEventId: number };
type Sent = { readonly scheduleEvent: ScheduleEventValue };

/** Values of KalturaScheduleEventConflictType. */
const OF_RESOURCES = 1;
const OF_BLACKOUTS = 2;

/** What is planned. A webcast's dates follow its shows, in the job of their change. */
export class ScheduleEventService {
  readonly #services: ScheduleEventServices;
  readonly #changes = new StoredChanges();

  constructor(services: ScheduleEventServices) {
    this.#services = services;
  }

  async add(call: Call, { scheduleEvent: sent }: Sent) {
    const session = sessionOf(call);
    const { references } = this.#services;
    await references.checkTemplate(session, typeOf(sent), sent.templateEntryId);
    await references.check(session, sent);
    const { after } = await this.#changes.make(
      '',
      async () => ({ before: null, after: createEvent(sent, this.#writer(session)) }),
      (change) => change,
      (change) => this.#store(change),
    );
    return this.#resultOf(session, after.event);
  }

  async get(call: Call, { scheduleEventId }: Id) {
    const session = sessionOf(call);
    return this.#resultOf(session, await this.#readable(session, scheduleEventId));
  }

  async update(call: Call, { scheduleEventId, scheduleEvent: sent }: Id & Sent) {
    const session = sessionOf(call);
    await this.#changeable(session, scheduleEventId);
    await this.#services.references.check(session, sent);
    const after = await this.#change(session, scheduleEventId, async (before) => {
      const known = await this.#occurrencesOf(before);
      return changeEvent(before, known, sent, this.#writer(session));
    });
    return this.#resultOf(session, after);
  }

  async cancel(call: Call, { scheduleEventId }: Id) {
    const session = sessionOf(call);
    const after = await this.#change(session, scheduleEventId, (before) =>
      this.#withStatus(before, CANCELLED),
    );
    return this.#resultOf(session, after);
  }

  /** One time of what repeats can only be cancelled: the rule would bring it back. */
  async delete(call: Call, { scheduleEventId }: Id) {
    const session = sessionOf(call);
    const after = await this.#change(session, scheduleEventId, (before) => {
      if (before.recurrenceType === OCCURRENCE) {
        throw new ApiError('RECURRENCE_CANT_BE_DELETE', before.id, before.parentId ?? '');
      }
      return this.#withStatus(before, DELETED);
    });
    return toScheduleEvent(after);
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: ScheduleEventFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const session = sessionOf(call);
    const viewer = await this.#services.entitlement.viewerFor(session);
    const asked = filter ?? {};
    const { totalCount, events } = await this.#services.events.list(
      {
        partnerId: session.partnerId,
        types: typesOf(asked),
        filter: withDefaults(asked, session),
        visible: visibleEvents(viewer, namesEvents(asked)),
      },
      pageOf(pager),
    );
    return toScheduleEventList(totalCount, events);
  }

  async getConflicts(
    call: Call,
    {
      resourceIds,
      scheduleEvent,
      scheduleEventIdToIgnore,
      scheduleEventConflictType,
    }: Sent & {
      readonly resourceIds: string;
      readonly scheduleEventIdToIgnore: string | null;
      readonly scheduleEventConflictType: number;
    },
  ) {
    const session = sessionOf(call);
    const ids = itemsOf(resourceIds).map(Number).filter(Number.isSafeInteger);
    const ignored = Number(scheduleEventIdToIgnore ?? '');
    const question = {
      spans: spansOf(scheduleEvent),
      ignoredId: Number.isSafeInteger(ignored) && ignored > 0 ? ignored : null,
    };
    const found = new Map<number, PlannedEvent>();
    const look = async (kind: readonly number[] | null) => {
      const events = await this.#conflicts(session, { ...question, resourceIds: kind });
      for (const event of events) found.set(event.id, event);
    };
    if (scheduleEventConflictType !== OF_BLACKOUTS) await look(ids);
    if (scheduleEventConflictType !== OF_RESOURCES) await look(null);
    const events = [...found.values()].sort((a, b) => a.startS - b.startS || a.id - b.id);
    return toScheduleEventList(events.length, events);
  }

  async #change(
    session: Session,
    id: number,
    change: (before: PlannedEvent) => EventWithOccurrences | Promise<EventWithOccurrences>,
  ): Promise<PlannedEvent> {
    const { after } = await this.#changes.make<Change>(
      id,
      async () => {
        const before = await this.#changeable(session, id);
        return { before, after: { event: before, occurrences: [] } };
      },
      async ({ before }) => {
        if (before === null) throw new ApiError('INVALID_OBJECT_ID', id);
        return { before, after: await change(before) };
      },
      (made) => this.#store(made),
    );
    return after.event;
  }

  /** @returns false where something else was changed meanwhile, or an id is taken */
  async #store({ before, after }: Change): Promise<boolean> {
    const { database, events, planned } = this.#services;
    const { event, occurrences } = after;
    const { templateEntryId } = propertiesOf(event);
    const known = before === null ? [] : await this.#occurrencesOf(before);
    const job: Statement[] = [];
    if (before === null) job.push(...events.insertion([event, ...occurrences]));
    else {
      job.push(events.replacement(event));
      if (before.recurrenceType === REPEATS || event.recurrenceType === REPEATS) {
        job.push(...events.occurrences(event.id, occurrences));
      }
      job.push(...(await this.#touchParent(event)));
    }
    const mine = [event, ...occurrences];
    const earlier = [...(before === null ? [] : [before]), ...known];
    const isNews = before === null || !hasSameTimes(earlier, mine);
    const following =
      isNews && templateEntryId
        ? await planned.following(templateEntryId, {
            after: mine,
            before: earlier,
            isReplaced: (each) => each.id === event.id || each.parentId === event.id,
          })
        : null;
    try {
      await database.write([...job, ...(following?.statements ?? [])]);
    } catch (error) {
      if (isDatabaseError(error, 'conflict') || isDatabaseError(error, 'duplicate')) return false;
      throw error;
    }
    following?.announce();
    return true;
  }

  async #touchParent({ partnerId, parentId }: PlannedEvent): Promise<readonly Statement[]> {
    const { events } = this.#services;
    const parent = parentId === null ? null : await events.find(partnerId, parentId);
    return parent === null ? [] : [events.touch(parent)];
  }

  async #withStatus(before: PlannedEvent, status: EventStatus): Promise<EventWithOccurrences> {
    const nowMs = this.#services.clock.nowMs();
    const known = await this.#occurrencesOf(before);
    return {
      event: withStatus(before, status, nowMs),
      occurrences: known.map((each) =>
        status === DELETED || each.status === ACTIVE ? withStatus(each, status, nowMs) : each,
      ),
    };
  }

  async #occurrencesOf({ id, recurrenceType }: PlannedEvent): Promise<readonly PlannedEvent[]> {
    return recurrenceType === REPEATS ? this.#services.events.occurrencesOf(id) : [];
  }

  async #conflicts(
    session: Session,
    question: {
      readonly spans: readonly Span[];
      readonly ignoredId: number | null;
      readonly resourceIds: readonly number[] | null;
    },
  ): Promise<readonly PlannedEvent[]> {
    const viewer = await this.#services.entitlement.viewerFor(session);
    return this.#services.events.conflicts({
      ...question,
      partnerId: session.partnerId,
      visible: visibleEvents(viewer, true),
    });
  }

  async #resultOf(session: Session, event: PlannedEvent): Promise<object> {
    if (event.type === BLACKOUT_EVENT) return toScheduleEvent(event);
    const occurrences = await this.#occurrencesOf(event);
    const blackouts = await this.#conflicts(session, {
      spans: event.recurrenceType === REPEATS ? occurrences : [event],
      ignoredId: event.id,
      resourceIds: null,
    });
    return toScheduleEvent(event, blackouts);
  }

  async #readable(session: Session, id: number): Promise<PlannedEvent> {
    const { events, rights } = this.#services;
    const event = await events.find(session.partnerId, id);
    if (event === null || !(await rights.of(session, event)).mayRead) {
      throw new ApiError('INVALID_OBJECT_ID', id);
    }
    return event;
  }

  async #changeable(session: Session, id: number): Promise<PlannedEvent> {
    const event = await this.#readable(session, id);
    const { mayChange } = await this.#services.rights.of(session, event);
    if (!mayChange) throw refused(session.ks, 'INVALID_TYPE');
    return event;
  }

  #writer({ partnerId, userId, isAdmin }: Session) {
    return { partnerId, userId, isAdmin, nowMs: this.#services.clock.nowMs() };
  }
}

type Change = { readonly before: PlannedEvent | null; readonly after: EventWithOccurrences };

/** Whether nothing has changed that a webcast's dates could follow. */
function hasSameTimes(before: readonly PlannedEvent[], after: readonly PlannedEvent[]): boolean {
  const keyOf = ({ id, startS, endS, status }: PlannedEvent) =>
    [id, startS, endS, status].join(' ');
  const known = new Set(before.map(keyOf));
  return before.length === after.length && after.every((each) => known.has(keyOf(each)));
}

/** A filter of a type asks for events of that type; those of groups ask for several. */
const TYPES_OF_FILTERS: { readonly [filter: string]: readonly EventType[] } = {
  KalturaRecordScheduleEventFilter: [EVENT_TYPES.KalturaRecordScheduleEvent],
  KalturaLiveStreamScheduleEventFilter: [EVENT_TYPES.KalturaLiveStreamScheduleEvent],
  KalturaBlackoutScheduleEventFilter: [EVENT_TYPES.KalturaBlackoutScheduleEvent],
  KalturaMeetingScheduleEventFilter: [EVENT_TYPES.KalturaMeetingScheduleEvent],
  KalturaLiveRedirectScheduleEventFilter: [EVENT_TYPES.KalturaLiveRedirectScheduleEvent],
  KalturaVodScheduleEventFilter: [EVENT_TYPES.KalturaVodScheduleEvent],
};

const EVERY_TYPE: readonly EventType[] = Object.values(EVENT_TYPES);

function typesOf({ objectType }: ScheduleEventFilterValue): readonly EventType[] {
  const types = TYPES_OF_FILTERS[objectType ?? ''] ?? EVERY_TYPE;
  if (objectType !== 'KalturaEntryScheduleEventFilter') return types;
  return types.filter((type) => type !== BLACKOUT_EVENT);
}

/** What was deleted is for admins to look back at, if they ask. */
function withDefaults(
  filter: ScheduleEventFilterValue,
  { isAdmin }: Session,
): ScheduleEventFilterValue {
  const asks = filter.statusEqual !== undefined || Boolean(filter.statusIn);
  const isKept = `${CANCELLED},${ACTIVE}`;
  if (!asks) return { ...filter, statusIn: isKept };
  if (isAdmin) return filter;
  const wanted = filter.statusIn ? itemsOf(filter.statusIn) : isKept.split(',');
  return {
    ...filter,
    statusIn: wanted.filter((each) => each !== String(DELETED)).join(',') || '0',
  };
}

/** Whoever names what it wants may list what others own. */
function namesEvents({
  idEqual,
  idIn,
  parentIdEqual,
  templateEntryIdEqual,
}: ScheduleEventFilterValue): boolean {
  return [idEqual, idIn, parentIdEqual, templateEntryIdEqual].some(Boolean);
}
