import { type ChannelStatus, type ConnectedEncoder, isWebcastId } from '@rostrum/contracts';
import type { Insertable, Selectable } from 'kysely';
import type { BroadcastFacts } from '../live/broadcast-facts.ts';
import type { Webcast, WebcastRecord } from '../live/webcast.ts';
import type { LiveStreamEntryValue } from '../schema/live-stream-entry.ts';
import { type Database, isDatabaseError, type Query, statement } from './database.ts';
import { entitledUserStatements } from './entitled-users.ts';
import { applyFilter, applyOrder, type EntryListQuestion } from './entry-filter.ts';
import type { BroadcastTable, EntryTable } from './tables.ts';

export const LIVE_STREAM_TYPE = '7';
export const READY_STATUS = '2';
export const DELETED_STATUS = '3';

export type EntryList = {
  readonly totalCount: number;
  readonly records: readonly WebcastRecord[];
};

/** Webcasts and what is known of their shows. */
export class EntriesStore {
  readonly #database: Database;
  /** Compiled once: it is what most calls ask. */
  readonly #byId: Query<EntryRow> & { readonly sql: string };

  constructor(database: Database) {
    this.#database = database;
    this.#byId = selectEntries(database).where('entry.id', '=', '').compile();
  }

  async insert(webcast: Webcast): Promise<void> {
    const query = this.#database.builder.insertInto('entry').values(rowOf(webcast));
    await this.#database.write([
      statement(query),
      ...entitledUserStatements(this.#database, webcast, 'add'),
    ]);
  }

  /** The webcast, also where it is deleted; null where there never was one. */
  async find(id: string): Promise<WebcastRecord | null> {
    // Ids come from anybody; what can't be one needs no query.
    if (!isWebcastId(id)) return null;
    const [row] = await this.#database.read<EntryRow>({
      ...this.#byId,
      parameters: [id],
    } as Query<EntryRow>);
    return row === undefined ? null : recordOf(row);
  }

  /** @returns false where the stored revision is no longer the one before this one */
  async replace(webcast: Webcast): Promise<boolean> {
    const { id, ...columns } = rowOf(webcast);
    const query = this.#database.builder
      .updateTable('entry')
      .set(columns)
      .where('id', '=', id)
      .where('revision', '=', webcast.revision - 1);
    try {
      await this.#database.write([
        statement(query, { mustChange: true }),
        ...entitledUserStatements(this.#database, webcast, 'update'),
      ]);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'conflict')) return false;
      throw error;
    }
  }

  async list(question: EntryListQuestion): Promise<EntryList> {
    const { builder } = this.#database;
    const matching = applyFilter(
      builder.selectFrom('entry').leftJoin('broadcast', 'broadcast.entry_id', 'entry.id'),
      question,
    );
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (question.limit === 0 || totalCount <= question.offset) return { totalCount, records: [] };
    const rows = await this.#database.read(
      applyOrder(matching, question.filter.orderBy ?? '')
        .select(ENTRY_COLUMNS)
        .select(BROADCAST_COLUMNS)
        .limit(question.limit)
        .offset(question.offset),
    );
    return { totalCount, records: (rows as EntryRow[]).map(recordOf) };
  }

  /** Webcasts whose show is going on as far as is known, also deleted ones. */
  async unfinished(): Promise<readonly WebcastRecord[]> {
    const rows = await this.#database.read(
      selectEntries(this.#database).where('broadcast.state', 'in', [
        'preview',
        'on-air',
        'interrupted',
      ]),
    );
    return (rows as EntryRow[]).map(recordOf);
  }

  /**
   * Keeps what is known of a webcast's shows.
   *
   * @param goesBackToPreview the show is over: unless somebody has gone live since, viewMode is preview again
   */
  async saveFacts(
    id: string,
    facts: BroadcastFacts,
    goesBackToPreview: boolean,
    nowMs: number,
  ): Promise<void> {
    const { builder } = this.#database;
    const { entry_id, ...columns } = factsRowOf(id, facts);
    const job = [
      statement(
        builder
          .insertInto('broadcast')
          .values({ entry_id, ...columns })
          .onConflict((conflict) => conflict.column('entry_id').doUpdateSet(columns)),
      ),
    ];
    if (goesBackToPreview) {
      job.push(
        statement(
          builder
            .updateTable('entry')
            .set(({ eb }) => ({
              view_mode: 0,
              recording_status: 0,
              view_mode_changed_at_ms: facts.status.sinceMs,
              updated_at_ms: nowMs,
              revision: eb('revision', '+', 1),
            }))
            .where('id', '=', id)
            .where('explicit_live', '=', 1)
            .where('view_mode', '=', 1)
            .where('view_mode_changed_at_ms', '<=', facts.status.sinceMs),
        ),
      );
    }
    await this.#database.write(job);
  }
}

/** What a webcast is read from; the other columns are there to be filtered and sorted by. */
const ENTRY_COLUMNS = [
  'entry.id',
  'entry.partner_id',
  'entry.status',
  'entry.created_at_ms',
  'entry.updated_at_ms',
  'entry.stream_token',
  'entry.explicit_live',
  'entry.view_mode',
  'entry.view_mode_changed_at_ms',
  'entry.recording_status',
  'entry.playback_epoch',
  'entry.revision',
  'entry.properties',
] as const;

type EntryRow = Selectable<Pick<EntryTable, ColumnName<(typeof ENTRY_COLUMNS)[number]>>> & {
  [Column in keyof BroadcastTable]: BroadcastTable[Column] | null;
};

type ColumnName<Reference extends string> =
  Reference extends `entry.${infer Name extends keyof EntryTable}` ? Name : never;

const BROADCAST_COLUMNS = [
  'broadcast.entry_id',
  'broadcast.state',
  'broadcast.since_ms',
  'broadcast.on_air_since_ms',
  'broadcast.generation',
  'broadcast.is_playable',
  'broadcast.has_video',
  'broadcast.encoders',
  'broadcast.waits_until_ms',
  'broadcast.first_broadcast_ms',
  'broadcast.last_broadcast_ms',
  'broadcast.last_broadcast_end_ms',
  'broadcast.current_broadcast_start_ms',
  'broadcast.first_on_air_ms',
  'broadcast.last_on_air_end_ms',
] as const;

function selectEntries(database: Database) {
  return database.builder
    .selectFrom('entry')
    .leftJoin('broadcast', 'broadcast.entry_id', 'entry.id')
    .select(ENTRY_COLUMNS)
    .select(BROADCAST_COLUMNS);
}

function recordOf(row: EntryRow): WebcastRecord {
  return {
    webcast: {
      id: row.id,
      partnerId: row.partner_id,
      revision: row.revision,
      isDeleted: row.status === DELETED_STATUS,
      createdAtMs: row.created_at_ms,
      updatedAtMs: row.updated_at_ms,
      streamToken: row.stream_token,
      isExplicitLive: row.explicit_live === 1,
      viewMode: row.view_mode as Webcast['viewMode'],
      viewModeChangedAtMs: row.view_mode_changed_at_ms,
      recordingStatus: row.recording_status as Webcast['recordingStatus'],
      playbackEpoch: row.playback_epoch,
      properties: JSON.parse(row.properties) as LiveStreamEntryValue,
    },
    facts: row.entry_id === null ? null : factsOf(row),
  };
}

function factsOf(row: EntryRow): BroadcastFacts {
  return {
    status: {
      webcastId: row.id,
      state: (row.state ?? 'idle') as ChannelStatus['state'],
      sinceMs: row.since_ms ?? 0,
      onAirSinceMs: row.on_air_since_ms,
      generation: row.generation,
      isPlayable: row.is_playable === 1,
      hasVideo: row.has_video === 1,
      encoders: JSON.parse(row.encoders ?? '[]') as readonly ConnectedEncoder[],
      waitsUntilMs: row.waits_until_ms,
    },
    firstBroadcastMs: row.first_broadcast_ms,
    lastBroadcastMs: row.last_broadcast_ms,
    lastBroadcastEndMs: row.last_broadcast_end_ms,
    currentBroadcastStartMs: row.current_broadcast_start_ms,
    firstOnAirMs: row.first_on_air_ms,
    lastOnAirEndMs: row.last_on_air_end_ms,
  };
}

function rowOf({ properties, ...webcast }: Webcast): Insertable<EntryTable> {
  return {
    id: webcast.id,
    partner_id: webcast.partnerId,
    type: LIVE_STREAM_TYPE,
    status: webcast.isDeleted ? DELETED_STATUS : READY_STATUS,
    name: properties.name ?? '',
    name_folded: (properties.name ?? '').toLowerCase(),
    tags_folded: (properties.tags ?? '').toLowerCase(),
    admin_tags_folded: (properties.adminTags ?? '').toLowerCase(),
    user_id: properties.userId ?? '',
    creator_id: properties.creatorId ?? '',
    reference_id: properties.referenceId ?? null,
    root_entry_id: webcast.id,
    parent_entry_id: properties.parentEntryId ?? null,
    media_type: properties.mediaType ?? 201,
    source_type: properties.sourceType ?? '32',
    display_in_search: properties.displayInSearch ?? 1,
    moderation_status: 6,
    partner_sort_value: properties.partnerSortValue ?? null,
    start_date_s: properties.startDate ?? null,
    end_date_s: properties.endDate ?? null,
    created_at_ms: webcast.createdAtMs,
    updated_at_ms: webcast.updatedAtMs,
    stream_token: webcast.streamToken,
    explicit_live: webcast.isExplicitLive ? 1 : 0,
    view_mode: webcast.viewMode,
    view_mode_changed_at_ms: webcast.viewModeChangedAtMs,
    recording_status: webcast.recordingStatus,
    playback_epoch: webcast.playbackEpoch,
    revision: webcast.revision,
    properties: JSON.stringify(properties),
  };
}

function factsRowOf(id: string, { status, ...facts }: BroadcastFacts): BroadcastTable {
  return {
    entry_id: id,
    state: status.state,
    since_ms: status.sinceMs,
    on_air_since_ms: status.onAirSinceMs,
    generation: status.generation,
    is_playable: status.isPlayable ? 1 : 0,
    has_video: status.hasVideo ? 1 : 0,
    encoders: JSON.stringify(status.encoders),
    waits_until_ms: status.waitsUntilMs,
    first_broadcast_ms: facts.firstBroadcastMs,
    last_broadcast_ms: facts.lastBroadcastMs,
    last_broadcast_end_ms: facts.lastBroadcastEndMs,
    current_broadcast_start_ms: facts.currentBroadcastStartMs,
    first_on_air_ms: facts.firstOnAirMs,
    last_on_air_end_ms: facts.lastOnAirEndMs,
  };
}
