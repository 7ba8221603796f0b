import type { BeaconFilterValue } from '../../schema/beacon.ts';
import { type Database, statement } from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { BeaconTable } from './beacon-tables.ts';

export type StoredBeacon = {
  readonly id: string;
  readonly partnerId: number;
  readonly indexType: 'State' | 'Log';
  /** A value of KalturaBeaconObjectTypes. */
  readonly relatedObjectType: string;
  readonly eventType: string;
  readonly objectId: string;
  readonly updatedAtMs: number;
  readonly privateData: string | null;
  readonly rawData: string | null;
};

export type BeaconQuestion = {
  readonly partnerId: number;
  readonly filter: BeaconFilterValue;
  readonly limit: number;
  readonly offset: number;
};

const COLUMNS: FilterColumns = {
  updatedAt: { column: 'beacon.updated_at_ms', kind: 'time-ms' },
  relatedObjectType: { column: 'beacon.related_object_type', kind: 'text' },
  eventType: { column: 'beacon.event_type', kind: 'text' },
  objectId: { column: 'beacon.object_id', kind: 'text' },
  indexType: { column: 'beacon.index_type', kind: 'text' },
};

const ORDER_COLUMNS = { updatedAt: 'updated_at_ms', objectId: 'object_id' } as const;

type OrderColumn = (typeof ORDER_COLUMNS)[keyof typeof ORDER_COLUMNS];

/** What applications have told about objects. Accounts see their own only. */
export class BeaconsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One job; what has the same id is replaced. */
  async put(beacons: readonly StoredBeacon[]): Promise<void> {
    await this.#database.write(
      beacons.map((beacon) => {
        const { id, ...columns } = rowOf(beacon);
        return statement(
          this.#database.builder
            .insertInto('beacon')
            .values({ id, ...columns })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
        );
      }),
    );
  }

  /** Newest first, unless the filter's order says otherwise. */
  async list({ partnerId, filter, limit, offset }: BeaconQuestion): Promise<{
    readonly totalCount: number;
    readonly beacons: readonly StoredBeacon[];
  }> {
    const matching = this.#database.builder
      .selectFrom('beacon')
      .where('beacon.partner_id', '=', partnerId)
      .where(allOf(conditionsOf(filter, COLUMNS)));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const order = orderOf(filter.orderBy, ORDER_COLUMNS);
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy((order?.column ?? 'updated_at_ms') as OrderColumn, order?.direction ?? 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), beacons: rows.map(beaconOf) };
  }
}

function rowOf(beacon: StoredBeacon): BeaconTable {
  return {
    id: beacon.id,
    partner_id: beacon.partnerId,
    index_type: beacon.indexType,
    related_object_type: beacon.relatedObjectType,
    event_type: beacon.eventType,
    object_id: beacon.objectId,
    updated_at_ms: beacon.updatedAtMs,
    private_data: beacon.privateData,
    raw_data: beacon.rawData,
  };
}

function beaconOf(row: BeaconTable): StoredBeacon {
  return {
    id: row.id,
    partnerId: row.partner_id,
    indexType: row.index_type === 'Log' ? 'Log' : 'State',
    relatedObjectType: row.related_object_type,
    eventType: row.event_type,
    objectId: row.object_id,
    updatedAtMs: row.updated_at_ms,
    privateData: row.private_data,
    rawData: row.raw_data,
  };
}
