import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { IMPRESSION, PLAY, type PlayerEvent } from '../../beacons/player-event.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { PlayerEventTable } from './beacon-tables.ts';

export type StoredPlayerEvent = PlayerEvent & { readonly id: number };

/** From one moment up to, and without, another; Unix ms. */
export type TimeRange = { readonly fromMs: number; readonly toMs: number };

/** Rows that one job removes: a commit that others wait for stays short. */
const REMOVED_AT_ONCE = 1000;
const PAGE_SIZE = 1000;

/** What players have told. A batch travels as one text of JSON, so that it costs this thread next to nothing. */
export class PlayerEventsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One job: the events, and what they count on their entries. */
  async insert(events: readonly PlayerEvent[]): Promise<void> {
    if (events.length === 0) return;
    const counting = events.filter(isCounted);
    await this.#database.write([
      this.#insertion(events),
      ...(counting.length === 0 ? [] : this.#counting(counting)),
    ]);
  }

  /**
   * The events of an entry in the order in which they arrived, in pages: what comes in the meantime may be among them.
   * Each page is a query of its own, so that a reader may take its time.
   */
  async *ofEntry(
    entryId: string,
    { fromMs, toMs }: TimeRange,
    pageSize = PAGE_SIZE,
  ): AsyncGenerator<readonly StoredPlayerEvent[]> {
    let last = { atMs: fromMs, id: 0 };
    for (;;) {
      const { atMs, id } = last;
      const rows = await this.#database.read(
        this.#database.builder
          .selectFrom('player_event')
          .selectAll()
          .where('entry_id', '=', entryId)
          .where('at_ms', '>=', atMs)
          .where('at_ms', '<', toMs)
          .where((eb) => eb.or([eb('at_ms', '>', atMs), eb('id', '>', id)]))
          .orderBy('at_ms')
          .orderBy('id')
          .limit(pageSize),
      );
      const page = rows.map(eventOf);
      if (page.length > 0) yield page;
      const end = page.at(-1);
      if (end === undefined || page.length < pageSize) return;
      last = end;
    }
  }

  /** Accounts that say themselves how many days they keep what players tell. */
  async retentions(): Promise<readonly { readonly partnerId: number; readonly days: number }[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('storage_rule')
        .select(['partner_id', 'player_event_days'])
        .where('player_event_days', 'is not', null),
    );
    return rows.map((row) => ({ partnerId: row.partner_id, days: row.player_event_days ?? 0 }));
  }

  /** Accounts of which there is something. */
  async partnerIds(): Promise<readonly number[]> {
    const rows = await this.#database.read(
      this.#database.builder.selectFrom('partner').select('id'),
    );
    return rows.map(({ id }) => id);
  }

  /** Removes some of an account's oldest events. */
  async removeBefore(partnerId: number, atMs: number): Promise<{ readonly isMoreLeft: boolean }> {
    const { builder } = this.#database;
    const [events = 0, counted = 0, beacons = 0] = await this.#database.write([
      statement(
        builder
          .deleteFrom('player_event')
          .where(
            'id',
            'in',
            builder
              .selectFrom('player_event')
              .select('id')
              .where('partner_id', '=', partnerId)
              .where('at_ms', '<', atMs)
              .orderBy('at_ms')
              .limit(REMOVED_AT_ONCE),
          ),
      ),
      statement(
        builder
          .deleteFrom('counted_event')
          .where(({ eb, refTuple }) =>
            eb(
              refTuple('entry_id', 'session_id', 'event_type'),
              'in',
              builder
                .selectFrom('counted_event')
                .select(['entry_id', 'session_id', 'event_type'])
                .where('partner_id', '=', partnerId)
                .where('at_ms', '<', atMs)
                .orderBy('at_ms')
                .limit(REMOVED_AT_ONCE)
                .$asTuple('entry_id', 'session_id', 'event_type'),
            ),
          ),
      ),
      statement(
        builder
          .deleteFrom('beacon')
          .where(
            'id',
            'in',
            builder
              .selectFrom('beacon')
              .select('id')
              .where('partner_id', '=', partnerId)
              .where('updated_at_ms', '<', atMs)
              .orderBy('updated_at_ms')
              .limit(REMOVED_AT_ONCE),
          ),
      ),
    ]);
    return { isMoreLeft: Math.max(events, counted, beacons) === REMOVED_AT_ONCE };
  }

  #insertion(events: readonly PlayerEvent[]): Statement {
    const query = sql`insert into player_event
      (partner_id, entry_id, at_ms, event_type, event_index, session_id, user_id, playback_type, position_s, fields)
      select ${bigint(0)}, ${text(1)}, ${bigint(2)}, ${bigint(3)}, ${bigint(4)}, ${text(5)}, ${text(6)}, ${text(7)},
        cast(item.value ->> 8 as double precision), ${text(9)}
      from ${this.#items(events.map(rowOf))}`;
    return statement({ compile: () => query.compile(this.#database.builder) });
  }

  /** Whoever was counted before is left out; the batch's name says who is new. */
  #counting(events: readonly PlayerEvent[]): readonly Statement[] {
    const { builder } = this.#database;
    const batch = randomBytes(12).toString('hex');
    const rows = events.map((each) => [
      each.entryId,
      each.sessionId,
      each.eventType,
      each.partnerId,
      each.atMs,
    ]);
    const query = sql`insert into counted_event
      (entry_id, session_id, event_type, partner_id, at_ms, batch)
      select ${text(0)}, ${text(1)}, ${bigint(2)}, ${bigint(3)}, ${bigint(4)}, cast(${batch} as text)
      from ${this.#items(rows)} where true
      on conflict (entry_id, session_id, event_type) do nothing`;
    const newOf = (eventType: number) =>
      sql<number>`(select count(*) from counted_event as counted where counted.batch = ${batch}
        and counted.entry_id = entry.id and counted.event_type = cast(${eventType} as bigint))`;
    const lastPlay = sql<number>`coalesce((select max(counted.at_ms) from counted_event as counted
      where counted.batch = ${batch} and counted.entry_id = entry.id
      and counted.event_type = cast(${PLAY} as bigint)), last_played_at_ms)`;
    return [
      statement({ compile: () => query.compile(builder) }),
      statement(
        builder
          .updateTable('entry')
          .set((eb) => ({
            plays: eb('plays', '+', newOf(PLAY)),
            views: eb('views', '+', newOf(IMPRESSION)),
            last_played_at_ms: lastPlay,
          }))
          .where(
            'id',
            'in',
            builder.selectFrom('counted_event').select('entry_id').where('batch', '=', batch),
          ),
      ),
    ];
  }

  /** A text of JSON as rows; `item.value` is one of them. */
  #items(rows: readonly (readonly unknown[])[]): RawBuilder<unknown> {
    const json = JSON.stringify(rows);
    return this.#database.dialect === 'sqlite'
      ? sql`json_each(${json}) as item`
      : sql`json_array_elements(cast(${json} as json)) as item(value)`;
  }
}

function isCounted({ eventType }: PlayerEvent): boolean {
  return eventType === PLAY || eventType === IMPRESSION;
}

function bigint(index: number): RawBuilder<number> {
  return sql<number>`cast(item.value ->> ${sql.lit(index)} as bigint)`;
}

function text(index: number): RawBuilder<string> {
  return sql<string>`cast(item.value ->> ${sql.lit(index)} as text)`;
}

function rowOf(event: PlayerEvent): readonly unknown[] {
  return [
    event.partnerId,
    event.entryId,
    event.atMs,
    event.eventType,
    event.eventIndex,
    event.sessionId,
    event.userId,
    event.playbackType ?? '',
    event.positionS,
    JSON.stringify(event.fields),
  ];
}

function eventOf(row: { [Name in keyof PlayerEventTable]: unknown }): StoredPlayerEvent {
  const playbackType = String(row.playback_type);
  return {
    id: Number(row.id),
    partnerId: Number(row.partner_id),
    entryId: String(row.entry_id),
    atMs: Number(row.at_ms),
    eventType: Number(row.event_type),
    eventIndex: row.event_index === null ? null : Number(row.event_index),
    sessionId: String(row.session_id),
    userId: String(row.user_id),
    playbackType: playbackType === '' ? null : (playbackType as StoredPlayerEvent['playbackType']),
    positionS: row.position_s === null ? null : Number(row.position_s),
    fields: JSON.parse(String(row.fields)),
  };
}
