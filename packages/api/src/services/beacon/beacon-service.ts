import { createHash, randomUUID } from 'node:crypto';
import { EVERY_KIND } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import {
  Beacon,
  type BeaconFilterValue,
  BeaconListResponse,
  type BeaconValue,
} from '../../schema/beacon.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { BeaconsStore, StoredBeacon } from '../../store/beacon/beacons-store.ts';
import { pageOf } from '../page.ts';

export type BeaconServices = {
  readonly store: BeaconsStore;
  readonly book: EntryBook;
  readonly clock: Clock;
};

/** Value of KalturaBeaconObjectTypes. */
const ENTRY = '4';
/** Whoever may change all entries sees what is told about all objects. */
const OVERSEER = 'CONTENT_MANAGE_BASE';
const MAX_ENTRIES = 500;

/** What applications tell about objects: the newest of each kind, and on demand a line in the log of them. */
export class BeaconService {
  readonly #services: BeaconServices;

  constructor(services: BeaconServices) {
    this.#services = services;
  }

  /** About an entry: those who may change it. About servers and resources: those who may change all entries. */
  async add(
    call: Call,
    {
      beacon: sent,
      shouldLog,
    }: { readonly beacon: BeaconValue; readonly shouldLog: boolean | null },
  ): Promise<boolean> {
    const { store, book, clock } = this.#services;
    const session = sessionOf(call);
    checkProperties(Beacon, sent, { purpose: 'add', isAdmin: true });
    const relatedObjectType = present(sent.relatedObjectType, 'relatedObjectType');
    const objectId = present(sent.objectId, 'objectId');
    const eventType = present(sent.eventType, 'eventType');
    if (relatedObjectType === ENTRY) await book.findEdited(session, objectId, EVERY_KIND);
    else if (!call.permissions.has(OVERSEER)) {
      throw new ApiError('SERVICE_FORBIDDEN', call.actionName);
    }
    const { partnerId } = session;
    const state: StoredBeacon = {
      id: stateId(partnerId, relatedObjectType, objectId, eventType),
      indexType: 'State',
      ...{ partnerId, relatedObjectType, objectId, eventType },
      updatedAtMs: clock.nowMs(),
      privateData: sent.privateData ?? null,
      rawData: sent.rawData ?? null,
    };
    const line: StoredBeacon = { ...state, id: randomUUID(), indexType: 'Log' };
    await store.put(shouldLog === true ? [state, line] : [state]);
    return true;
  }

  /** Who may not change all entries names those that the beacons are about, and sees those that the session may see. */
  async list(
    call: Call,
    asked: { readonly filter: BeaconFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { partnerId } = sessionOf(call);
    const mayAll = call.permissions.has(OVERSEER);
    const filter = mayAll ? (asked.filter ?? {}) : await this.#ofVisible(call, asked.filter ?? {});
    const { totalCount, beacons } =
      filter === null
        ? { totalCount: 0, beacons: [] }
        : await this.#services.store.list({ partnerId, filter, ...pageOf(asked.pager) });
    return {
      objectType: BeaconListResponse.name,
      totalCount,
      objects: beacons.map((beacon) => resultOf(beacon, mayAll)),
    };
  }

  /** Null where it can find nothing. */
  async #ofVisible(call: Call, filter: BeaconFilterValue): Promise<BeaconFilterValue | null> {
    const session = sessionOf(call);
    const ids = (filter.objectIdIn ?? '').split(',').map((id) => id.trim());
    const named = ids.filter((id) => id !== '').slice(0, MAX_ENTRIES);
    if (named.length === 0) throw new ApiError('MUST_FILTER_ON_OBJECT_ID');
    if ((filter.relatedObjectTypeEqual ?? ENTRY) !== ENTRY) return null;
    const records = await Promise.all(
      named.map((id) => this.#services.book.findOrNull(session, id, EVERY_KIND)),
    );
    const visible = records.flatMap((record) => (record === null ? [] : [record.entry.id]));
    if (visible.length === 0) return null;
    return { ...filter, objectIdIn: visible.join(','), relatedObjectTypeEqual: ENTRY };
  }
}

/** Of one kind about one object there is one. */
function stateId(partnerId: number, ...names: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([partnerId, ...names]))
    .digest('hex')
    .slice(0, 32);
}

function present(value: string | null | undefined, name: string): string {
  if (!value) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `${Beacon.name}::${name}`);
  return value;
}

function resultOf(beacon: StoredBeacon, mayAll: boolean) {
  const { id, indexType, relatedObjectType, eventType, objectId, updatedAtMs } = beacon;
  return {
    objectType: Beacon.name,
    ...{ id, indexType, relatedObjectType, eventType, objectId },
    updatedAt: Math.floor(updatedAtMs / 1000),
    privateData: mayAll ? (beacon.privateData ?? undefined) : undefined,
    rawData: beacon.rawData ?? undefined,
  };
}
