import type { AccountProfiles } from '../profiles/account-profiles.ts';
import type { MediaEntryValue } from '../schema/media-entry.ts';
import { accessControlIdFor } from './access-control.ts';
import { AUTO_APPROVED, type EntryBase, NO_CONTENT_STATUS, NOTHING_COUNTED } from './entry-base.ts';
import { nameFor, randomEntryId, storable } from './entry-properties.ts';
import { withLanguages } from './languages.ts';

/** A video, sound or picture. */
export type MediaItem = EntryBase & {
  readonly kind: 'media';
  readonly properties: MediaEntryValue;
};

export type NewMediaItem = {
  readonly sent: MediaEntryValue;
  readonly partnerId: number;
  /** Who it belongs to where the client names nobody. */
  readonly userId: string;
  readonly nowMs: number;
  readonly profiles: AccountProfiles;
};

/** It has no content yet. */
export function createMediaItem({
  sent,
  partnerId,
  userId,
  nowMs,
  profiles,
}: NewMediaItem): MediaItem {
  const id = randomEntryId();
  return {
    kind: 'media',
    id,
    partnerId,
    revision: 1,
    status: NO_CONTENT_STATUS,
    moderationStatus: AUTO_APPROVED,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    rootEntryId: id,
    playbackEpoch: 1,
    displayBeforeBin: null,
    counts: NOTHING_COUNTED,
    properties: kept(
      withLanguages(
        {
          ...sent,
          name: sent.name || nameFor(partnerId, nowMs),
          userId: sent.userId ?? userId,
          creatorId: sent.creatorId ?? userId,
          conversionProfileId: sent.conversionProfileId ?? profiles.media.defaultId ?? null,
          accessControlId: accessControlIdFor(profiles.accessControl, sent.accessControlId, null),
        },
        {},
      ),
    ),
  };
}

/** The item after an update: only what was sent changes, null and an empty text clear. */
export function changeMediaItem(
  before: MediaItem,
  sent: MediaEntryValue,
  nowMs: number,
  profiles: AccountProfiles,
): MediaItem {
  const accessControlId = accessControlIdFor(
    profiles.accessControl,
    sent.accessControlId,
    before.properties.accessControlId,
  );
  return {
    ...before,
    revision: before.revision + 1,
    updatedAtMs: nowMs,
    properties: kept({
      ...before.properties,
      ...withLanguages(sent, before.properties),
      accessControlId,
    }),
  };
}

/** Kept in columns of their own, or always computed. */
const NOT_STORED = ['objectType', 'id', 'type'] as const;

function kept(properties: MediaEntryValue): MediaEntryValue {
  return storable(properties, NOT_STORED);
}
