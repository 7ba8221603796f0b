import {
  AUTO_APPROVED,
  HIDDEN_IN_SEARCH,
  NO_CONTENT_STATUS,
  NOTHING_COUNTED,
  READY_STATUS,
} from '../entries/entry-base.ts';
import { randomEntryId, storable } from '../entries/entry-properties.ts';
import type { MediaItem } from '../entries/media-item.ts';
import { RECORDED_LIVE, type Webcast } from '../live/webcast.ts';
import type { MediaEntryValue } from '../schema/media-entry.ts';

/** Values of KalturaRecordStatus. */
export const APPENDED = 1;
export const PER_SESSION = 2;

/** The entry that will play what is recorded of a webcast. @param number how many recordings it has with this one */
export function createRecording(webcast: Webcast, number: number, nowMs: number): MediaItem {
  const { properties: live } = webcast;
  const options = live.recordingOptions ?? {};
  const properties: MediaEntryValue = {
    ...descriptionOf(webcast),
    ...(live.recordStatus === PER_SESSION ? nameWith(live, ` ${number}`) : nameWith(live, '')),
    mediaType: VIDEO,
    sourceType: RECORDED_LIVE,
    userId: live.userId ?? null,
    creatorId: live.creatorId ?? null,
    accessControlId: live.accessControlId ?? null,
    conversionProfileId: live.conversionProfileId ?? null,
    ...(options.shouldMakeHidden ? { displayInSearch: HIDDEN_IN_SEARCH } : {}),
    ...(options.shouldCopyScheduling
      ? { startDate: live.startDate ?? null, endDate: live.endDate ?? null }
      : {}),
    ...(options.shouldCopyEntitlement
      ? {
          entitledUsersEdit: live.entitledUsersEdit ?? null,
          entitledUsersPublish: live.entitledUsersPublish ?? null,
          entitledUsersView: live.entitledUsersView ?? null,
        }
      : {}),
  };
  return {
    kind: 'media',
    id: randomEntryId(),
    partnerId: webcast.partnerId,
    revision: 1,
    status: NO_CONTENT_STATUS,
    moderationStatus: AUTO_APPROVED,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    rootEntryId: webcast.id,
    playbackEpoch: 1,
    displayBeforeBin: null,
    counts: NOTHING_COUNTED,
    properties: storable(properties, []),
  };
}

/** Value of KalturaMediaType. */
const VIDEO = 1;

/** @param durationMs of what can be played; null while that is nothing */
export function withContent(
  before: MediaItem,
  durationMs: number | null,
  nowMs: number,
): MediaItem {
  const status = durationMs === null ? NO_CONTENT_STATUS : READY_STATUS;
  const { msDuration: _before, ...properties } = before.properties;
  return {
    ...before,
    revision: before.revision + 1,
    updatedAtMs: nowMs,
    status,
    properties: durationMs === null ? properties : { ...properties, msDuration: durationMs },
  };
}

/** An entry that plays parts of another one. */
export function clipOf(entry: MediaItem, source: MediaItem): MediaItem {
  return {
    ...entry,
    rootEntryId: source.id,
    properties: { ...entry.properties, mediaType: VIDEO, sourceType: CLIP },
  };
}

/** Value of KalturaSourceType. */
const CLIP = '35';

/** shouldAutoArchive: once it is over, it gets a name of its own and is found by everybody. */
export function archived(before: MediaItem, webcast: Webcast, lastBroadcastMs: number): MediaItem {
  const { recordingOptions } = webcast.properties;
  const suffix = ` ${momentText(lastBroadcastMs, recordingOptions?.archiveVodSuffixTimezone ?? '')}`;
  const isHidden = before.properties.displayInSearch === HIDDEN_IN_SEARCH;
  return {
    ...before,
    properties: storable(
      {
        ...before.properties,
        ...descriptionOf(webcast),
        ...nameWith(webcast.properties, suffix),
        ...(isHidden ? { displayInSearch: 1 } : {}),
      },
      [],
    ),
  };
}

/** Whether recordings of single sessions are put into the archive at their end. */
export function isArchived({ properties: { recordStatus, recordingOptions } }: Webcast): boolean {
  return recordStatus === PER_SESSION && (recordingOptions?.shouldAutoArchive ?? false);
}

function descriptionOf({ properties: live }: Webcast): MediaEntryValue {
  return {
    description: live.description ?? null,
    multiLingual_description: live.multiLingual_description ?? null,
    tags: live.tags ?? null,
    multiLingual_tags: live.multiLingual_tags ?? null,
  };
}

function nameWith(
  { name, multiLingual_name }: Webcast['properties'],
  suffix: string,
): MediaEntryValue {
  return {
    name: `${name ?? ''}${suffix}`.trim(),
    multiLingual_name:
      multiLingual_name?.map((text) => ({
        ...text,
        value: `${text.value ?? ''}${suffix}`,
      })) ?? null,
  };
}

/** `Nov-22-2026 14:05` at a place like `Europe/Berlin`; UTC where there is no such place. */
function momentText(ms: number, timeZone: string): string {
  const parts = new Map(
    formatAt(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${of('month')}-${of('day')}-${of('year')} ${of('hour')}:${of('minute')}`;
}

function formatAt(timeZone: string): Intl.DateTimeFormat {
  const options = {
    month: 'short',
    day: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: timeZone || 'UTC' });
  } catch (error) {
    if (error instanceof RangeError) return formatAt('UTC');
    throw error;
  }
}
