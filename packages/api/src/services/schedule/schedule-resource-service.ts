import { EVERY_KIND } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Session } from '../../ks/session.ts';
import type { Clock } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { resolveObjectType } from '../../schema/object-types.ts';
import {
  ScheduleResource,
  type ScheduleResourceFilterValue,
  type ScheduleResourceValue,
} from '../../schema/schedule-resource.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import type {
  ResourceRecord,
  ResourcesStore,
  ResourceType,
} from '../../store/schedule/resources-store.ts';
import { mergeProperties } from '../merge-properties.ts';
import { pageOf } from '../page.ts';
import { StoredChanges } from '../stored-changes.ts';

export type ScheduleResourceServices = {
  readonly resources: ResourcesStore;
  readonly book: EntryBook;
  readonly clock: Clock;
};

type Id = { readonly scheduleResourceId: number };
type Sent = { readonly scheduleResource: ScheduleResourceValue };

const TYPES: { readonly [objectType: string]: ResourceType } = {
  KalturaCameraScheduleResource: 'camera',
  KalturaLiveEntryScheduleResource: 'live-entry',
  KalturaLocationScheduleResource: 'location',
};

/** Rooms, cameras and live streams that events need. Admins set them up; where a camera streams from, only they see. */
export class ScheduleResourceService {
  readonly #services: ScheduleResourceServices;
  readonly #changes = new StoredChanges();

  constructor(services: ScheduleResourceServices) {
    this.#services = services;
  }

  async add(call: Call, { scheduleResource: sent }: Sent) {
    const session = sessionOf(call);
    await this.#check(session, null, sent, 'add');
    const nowMs = this.#services.clock.nowMs();
    const record = await this.#changes.make<ResourceRecord>(
      '',
      async () => ({
        id: randomNumberId(),
        partnerId: session.partnerId,
        type: TYPES[sent.objectType ?? ''] ?? 'location',
        status: 2,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        revision: 1,
        properties: mergeProperties({}, sent),
      }),
      (made) => made,
      (made) => this.#services.resources.insert(made),
    );
    return toResource(session, record);
  }

  async get(call: Call, { scheduleResourceId }: Id) {
    const session = sessionOf(call);
    return toResource(session, await this.#find(session, scheduleResourceId));
  }

  async update(call: Call, { scheduleResourceId: id, scheduleResource: sent }: Id & Sent) {
    const session = sessionOf(call);
    await this.#check(session, id, sent, 'update');
    return this.#change(session, id, (before) => ({
      ...before,
      properties: mergeProperties(before.properties, sent),
    }));
  }

  async delete(call: Call, { scheduleResourceId: id }: Id) {
    return this.#change(sessionOf(call), id, (before) => ({ ...before, status: 3 }));
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: ScheduleResourceFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const session = sessionOf(call);
    const asked = filter ?? {};
    const type = TYPES[(asked.objectType ?? '').replace(/Filter$/, '')];
    // What was deleted is for admins to look back at, if they ask.
    const asksForStatus = asked.statusEqual !== undefined || Boolean(asked.statusIn);
    const shown = asksForStatus && session.isAdmin ? asked : { ...asked, statusNotIn: '3' };
    const { totalCount, records } = await this.#services.resources.list(
      session.partnerId,
      type === undefined ? Object.values(TYPES) : [type],
      shown,
      pageOf(pager),
    );
    return {
      objectType: 'KalturaScheduleResourceListResponse',
      totalCount,
      objects: records.map((record) => toResource(session, record)),
    };
  }

  async #change(
    session: Session,
    id: number,
    change: (before: ResourceRecord) => ResourceRecord,
  ): Promise<object> {
    const record = await this.#changes.make(
      id,
      () => this.#find(session, id),
      (before) => ({
        ...change(before),
        updatedAtMs: this.#services.clock.nowMs(),
        revision: before.revision + 1,
      }),
      (after) => this.#services.resources.replace(after),
    );
    return toResource(session, record);
  }

  async #find({ partnerId }: Session, id: number): Promise<ResourceRecord> {
    const record = await this.#services.resources.find(partnerId, id);
    if (record === null) throw new ApiError('INVALID_OBJECT_ID', id);
    return record;
  }

  async #check(
    session: Session,
    id: number | null,
    sent: ScheduleResourceValue,
    purpose: 'add' | 'update',
  ): Promise<void> {
    const type = resolveObjectType(ScheduleResource, sent.objectType);
    checkProperties(type, sent, { purpose, isAdmin: session.isAdmin });
    const mustHaveName = purpose === 'add' || sent.name !== undefined;
    if (mustHaveName && !sent.name) {
      throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaScheduleResource::name');
    }
    if (sent.parentId) {
      const parent = await this.#services.resources.find(session.partnerId, sent.parentId);
      if (parent === null || parent.id === id) {
        throw new ApiError('RESOURCE_PARENT_ID_NOT_FOUND', sent.parentId);
      }
    }
    if (sent.entryId) await this.#services.book.find(session, sent.entryId, EVERY_KIND);
  }
}

function toResource({ isAdmin }: Session, record: ResourceRecord): object {
  const { streamUrl, ...properties } = record.properties;
  const name = Object.entries(TYPES).find(([, type]) => type === record.type)?.[0];
  return {
    ...properties,
    ...(isAdmin && streamUrl !== undefined ? { streamUrl } : {}),
    objectType: name,
    id: record.id,
    partnerId: record.partnerId,
    status: record.status,
    createdAt: Math.floor(record.createdAtMs / 1000),
    updatedAt: Math.floor(record.updatedAtMs / 1000),
  };
}
