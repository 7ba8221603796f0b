import type { Entitlement } from '../../entitlement/entitlement.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Session } from '../../ks/session.ts';
import { refused } from '../../ks/session-verifier.ts';
import type { Clock } from '../../ports.ts';
import type { EventRights } from '../../schedule/event-rights.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import {
  ScheduleEventResource,
  type ScheduleEventResourceFilterValue,
  type ScheduleEventResourceValue,
} from '../../schema/schedule-resource.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { visibleEvents } from '../../store/schedule/event-conditions.ts';
import type { EventsStore } from '../../store/schedule/events-store.ts';
import type { ResourcesStore, ResourceUse } from '../../store/schedule/resources-store.ts';
import { pageOf } from '../page.ts';

export type ScheduleEventResourceServices = {
  readonly events: EventsStore;
  readonly resources: ResourcesStore;
  readonly rights: EventRights;
  readonly entitlement: Entitlement;
  readonly clock: Clock;
};

type Ids = { readonly scheduleEventId: number; readonly scheduleResourceId: number };

/** Which event needs what: whoever may change the event says so. */
export class ScheduleEventResourceService {
  readonly #services: ScheduleEventResourceServices;

  constructor(services: ScheduleEventResourceServices) {
    this.#services = services;
  }

  async add(
    call: Call,
    { scheduleEventResource: sent }: { readonly scheduleEventResource: ScheduleEventResourceValue },
  ) {
    const session = sessionOf(call);
    const { resources, clock } = this.#services;
    checkProperties(ScheduleEventResource, sent, { purpose: 'add', isAdmin: session.isAdmin });
    const { eventId, resourceId } = sent;
    for (const [name, value] of Object.entries({ eventId, resourceId })) {
      const label = `KalturaScheduleEventResource::${name}`;
      if (!value) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', label);
    }
    const nowMs = clock.nowMs();
    const use: ResourceUse = {
      eventId: eventId ?? 0,
      resourceId: resourceId ?? 0,
      partnerId: session.partnerId,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    if (!(await this.#rightsTo(session, use.eventId)).mayRead) {
      throw new ApiError('SCHEDULE_EVENT_ID_NOT_FOUND', use.eventId);
    }
    await this.#mustChange(session, use.eventId);
    if ((await resources.find(session.partnerId, use.resourceId)) === null) {
      throw new ApiError('SCHEDULE_RESOURCE_ID_NOT_FOUND', use.resourceId);
    }
    if (!(await resources.insertUse(use))) {
      throw new ApiError('SCHEDULE_EVENT_RESOURCE_ALREADY_EXISTS', use.eventId, use.resourceId);
    }
    return toUse(use);
  }

  async get(call: Call, ids: Ids) {
    return toUse(await this.#find(sessionOf(call), ids));
  }

  /** There is nothing about it that could be another: it only says when it was confirmed. */
  async update(
    call: Call,
    {
      scheduleEventResource: sent,
      ...ids
    }: Ids & { readonly scheduleEventResource: ScheduleEventResourceValue },
  ) {
    const session = sessionOf(call);
    const { isAdmin } = session;
    checkProperties(ScheduleEventResource, sent, { purpose: 'update', isAdmin });
    const use = await this.#find(session, ids);
    await this.#mustChange(session, use.eventId);
    const after = { ...use, updatedAtMs: this.#services.clock.nowMs() };
    if (!(await this.#services.resources.touchUse(after))) throw notFound(ids);
    return toUse(after);
  }

  async delete(call: Call, ids: Ids): Promise<null> {
    const session = sessionOf(call);
    const use = await this.#find(session, ids);
    await this.#mustChange(session, use.eventId);
    if (!(await this.#services.resources.removeUse(use))) throw notFound(ids);
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: ScheduleEventResourceFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const session = sessionOf(call);
    const asked = filter ?? {};
    const isNamed = [asked.eventIdEqual, asked.eventIdIn, asked.eventIdOrItsParentIdEqual].some(
      Boolean,
    );
    const viewer = await this.#services.entitlement.viewerFor(session);
    const { totalCount, uses } = await this.#services.resources.listUses(
      session.partnerId,
      asked,
      visibleEvents(viewer, isNamed),
      pageOf(pager),
    );
    return {
      objectType: 'KalturaScheduleEventResourceListResponse',
      totalCount,
      objects: uses.map(toUse),
    };
  }

  async #find(session: Session, ids: Ids): Promise<ResourceUse> {
    const { scheduleEventId, scheduleResourceId } = ids;
    const use = await this.#services.resources.findUse(
      session.partnerId,
      scheduleEventId,
      scheduleResourceId,
    );
    if (use === null || !(await this.#rightsTo(session, use.eventId)).mayRead) throw notFound(ids);
    return use;
  }

  async #rightsTo(session: Session, eventId: number) {
    const event = await this.#services.events.find(session.partnerId, eventId);
    return event === null
      ? { mayRead: false, mayChange: false }
      : this.#services.rights.of(session, event);
  }

  async #mustChange(session: Session, eventId: number): Promise<void> {
    const { mayChange } = await this.#rightsTo(session, eventId);
    if (!mayChange) throw refused(session.ks, 'INVALID_TYPE');
  }
}

function notFound({ scheduleEventId, scheduleResourceId }: Ids): ApiError {
  return new ApiError('INVALID_OBJECT_ID', `${scheduleEventId},${scheduleResourceId}`);
}

function toUse(use: ResourceUse): object {
  return {
    objectType: 'KalturaScheduleEventResource',
    eventId: use.eventId,
    resourceId: use.resourceId,
    partnerId: use.partnerId,
    createdAt: Math.floor(use.createdAtMs / 1000),
    updatedAt: Math.floor(use.updatedAtMs / 1000),
  };
}
