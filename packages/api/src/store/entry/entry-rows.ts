import type { Selectable } from 'kysely';
import type { DocumentItem } from '../../entries/document-item.ts';
import { ENTRY_TYPES, type Entry, type EntryRecord } from '../../entries/entry.ts';
import type { EntryBase, EntryCounts } from '../../entries/entry-base.ts';
import type { MediaItem } from '../../entries/media-item.ts';
import type { Webcast } from '../../live/webcast.ts';
import type { DocumentEntryValue } from '../../schema/document-entry.ts';
import type { LiveStreamEntryValue } from '../../schema/live-stream-entry.ts';
import type { MediaEntryValue } from '../../schema/media-entry.ts';
import { foldText } from '../fold-text.ts';
import { factsOf, type JoinedBroadcastRow } from '../recording/broadcast-rows.ts';
import type { EntryCountColumns, EntryTable } from '../tables.ts';

/** Entries as rows and back. */

/** What an entry is read from; the other columns are there to be filtered and sorted by. */
export const ENTRY_COLUMNS = [
  'entry.id',
  'entry.partner_id',
  'entry.type',
  'entry.status',
  'entry.moderation_status',
  'entry.root_entry_id',
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
  'entry.display_before_bin',
  'entry.flag_count',
  'entry.votes',
  'entry.total_rank',
  'entry.plays',
  'entry.views',
  'entry.last_played_at_ms',
  'entry.picture_version',
  'entry.was_categorised',
] as const;

type ColumnName<Reference extends string> =
  Reference extends `entry.${infer Name extends keyof EntryTable}` ? Name : never;

export type EntryRow = Selectable<Pick<EntryTable, ColumnName<(typeof ENTRY_COLUMNS)[number]>>> &
  JoinedBroadcastRow;

/** All columns but those that statements of their own write. */
export type WrittenColumns = Omit<EntryTable, keyof EntryCountColumns>;

export function recordOf(row: EntryRow): EntryRecord {
  return { entry: entryOf(row), facts: factsOf(row) };
}

function entryOf(row: EntryRow): Entry {
  const base = {
    id: row.id,
    partnerId: row.partner_id,
    revision: row.revision,
    status: row.status as EntryBase['status'],
    moderationStatus: row.moderation_status as EntryBase['moderationStatus'],
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    rootEntryId: row.root_entry_id,
    playbackEpoch: row.playback_epoch,
    displayBeforeBin: row.display_before_bin as EntryBase['displayBeforeBin'],
    counts: countsOf(row),
  };
  if (row.type === ENTRY_TYPES.document) {
    return {
      ...base,
      kind: 'document',
      properties: JSON.parse(row.properties) as DocumentEntryValue,
    };
  }
  if (row.type !== ENTRY_TYPES.webcast) {
    return { ...base, kind: 'media', properties: JSON.parse(row.properties) as MediaEntryValue };
  }
  return {
    ...base,
    kind: 'webcast',
    streamToken: row.stream_token,
    isExplicitLive: row.explicit_live === 1,
    viewMode: row.view_mode as Webcast['viewMode'],
    viewModeChangedAtMs: row.view_mode_changed_at_ms,
    recordingStatus: row.recording_status as Webcast['recordingStatus'],
    properties: JSON.parse(row.properties) as LiveStreamEntryValue,
  };
}

function countsOf(row: EntryRow): EntryCounts {
  return {
    flags: row.flag_count,
    votes: row.votes,
    totalRank: row.total_rank,
    plays: row.plays,
    views: row.views,
    lastPlayedAtMs: row.last_played_at_ms,
    pictureVersion: row.picture_version,
    wasCategorised: row.was_categorised === 1,
  };
}

export function rowOf(entry: Entry): WrittenColumns {
  const { properties } = entry;
  return {
    id: entry.id,
    partner_id: entry.partnerId,
    type: ENTRY_TYPES[entry.kind],
    status: entry.status,
    moderation_status: entry.moderationStatus,
    name: properties.name ?? '',
    name_folded: foldText(properties.name),
    description_folded: foldText(properties.description),
    tags_folded: foldText(properties.tags),
    admin_tags_folded: foldText(properties.adminTags),
    user_id: properties.userId ?? '',
    creator_id: properties.creatorId ?? '',
    reference_id: properties.referenceId ?? null,
    root_entry_id: entry.rootEntryId,
    parent_entry_id: properties.parentEntryId ?? null,
    group_id: properties.groupId ?? null,
    access_control_id: properties.accessControlId ?? null,
    conversion_profile_id: properties.conversionProfileId ?? null,
    display_in_search: properties.displayInSearch ?? 1,
    partner_sort_value: properties.partnerSortValue ?? null,
    start_date_s: properties.startDate ?? null,
    end_date_s: properties.endDate ?? null,
    created_at_ms: entry.createdAtMs,
    updated_at_ms: entry.updatedAtMs,
    playback_epoch: entry.playbackEpoch,
    display_before_bin: entry.displayBeforeBin,
    revision: entry.revision,
    properties: JSON.stringify(properties),
    ...playedColumnsOf(entry),
    ...liveColumnsOf(entry),
  };
}

/** Of a document, there is nothing to play. */
function playedColumnsOf({ kind, properties }: Entry) {
  if (kind === 'document') {
    const { documentType } = properties as DocumentEntryValue;
    return { media_type: documentType ?? UNKNOWN_MEDIA_TYPE, source_type: '', duration_ms: null };
  }
  const { mediaType, sourceType, msDuration } = properties as MediaEntryValue;
  return {
    media_type: mediaType ?? UNKNOWN_MEDIA_TYPE,
    source_type: sourceType ?? '',
    duration_ms: msDuration ?? null,
  };
}

/** Of an entry that waits for its content. */
const UNKNOWN_MEDIA_TYPE = -1;

function liveColumnsOf(entry: Webcast | MediaItem | DocumentItem) {
  if (entry.kind !== 'webcast') return NOT_LIVE;
  return {
    stream_token: entry.streamToken,
    explicit_live: entry.isExplicitLive ? 1 : 0,
    view_mode: entry.viewMode,
    view_mode_changed_at_ms: entry.viewModeChangedAtMs,
    recording_status: entry.recordingStatus,
    recorded_entry_id: entry.properties.recordedEntryId ?? null,
  };
}

const NOT_LIVE = {
  stream_token: '',
  explicit_live: 0,
  view_mode: 1,
  view_mode_changed_at_ms: 0,
  recording_status: 3,
  recorded_entry_id: null,
} as const;
