import type { AccountProfiles } from '../profiles/account-profiles.ts';
import type { DocumentEntryValue } from '../schema/document-entry.ts';
import { accessControlIdFor } from './access-control.ts';
import { AUTO_APPROVED, type EntryBase, NO_CONTENT_STATUS, NOTHING_COUNTED } from './entry-base.ts';
import { nameFor, randomEntryId, storable } from './entry-properties.ts';
import { withLanguages } from './languages.ts';

/** A presentation or another document. */
export type DocumentItem = EntryBase & {
  readonly kind: 'document';
  readonly properties: DocumentEntryValue;
};

export type NewDocument = {
  readonly sent: DocumentEntryValue;
  readonly partnerId: number;
  /** Who it belongs to where the client names nobody. */
  readonly userId: string;
  readonly nowMs: number;
  readonly profiles: AccountProfiles;
};

/** It has no file yet. */
export function createDocument({
  sent,
  partnerId,
  userId,
  nowMs,
  profiles,
}: NewDocument): DocumentItem {
  const id = randomEntryId();
  return {
    kind: 'document',
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
          accessControlId: accessControlIdFor(profiles.accessControl, sent.accessControlId, null),
        },
        {},
      ),
    ),
  };
}

/** The document after an update: only what was sent changes, null and an empty text clear. */
export function changeDocument(
  before: DocumentItem,
  sent: DocumentEntryValue,
  nowMs: number,
  profiles: AccountProfiles,
): DocumentItem {
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

function kept(properties: DocumentEntryValue): DocumentEntryValue {
  return storable(properties, NOT_STORED);
}
