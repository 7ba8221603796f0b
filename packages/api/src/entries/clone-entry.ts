import { createWebcast } from '../live/change-webcast.ts';
import type { AccountProfiles } from '../profiles/account-profiles.ts';
import type { CloneOptionValue } from '../schema/entry-results.ts';
import { createDocument } from './document-item.ts';
import type { Entry } from './entry.ts';
import { templateOf } from './entry-references.ts';
import { createMediaItem } from './media-item.ts';
import { isRecycled } from './recycle-bin.ts';

/** Values of KalturaBaseEntryCloneOptions and KalturaCloneComponentSelectorType. */
const USERS = '1';
const CATEGORIES = '2';
const ACCESS_CONTROL = '4';
const EXCLUDE = '1';

/** Whether the copy is in no category; otherwise in those of the original. */
export function leavesCategories(options: readonly CloneOptionValue[]): boolean {
  return options.some(({ itemType, rule }) => itemType === CATEGORIES && rule === EXCLUDE);
}

export type CloneQuestion = {
  readonly entry: Entry;
  /** What is not left out is copied. */
  readonly options: readonly CloneOptionValue[];
  /** Who owns the copy where the users are left out. */
  readonly userId: string;
  readonly nowMs: number;
  readonly profiles: AccountProfiles;
};

/**
 * A new entry with the settings of another: with a stream token of its own, without shows, recordings, votes, complaints
 * and reference id, and without content.
 */
export function cloneEntry({ entry, options, userId, nowMs, profiles }: CloneQuestion): Entry {
  const isLeftOut = (itemType: string) =>
    options.some((option) => option.itemType === itemType && option.rule === EXCLUDE);
  const settings = { ...templateOf(entry) };
  const owner = isLeftOut(USERS) ? userId : (entry.properties.userId ?? userId);
  const sent = {
    ...settings,
    ...(isLeftOut(USERS) ? WITHOUT_USERS : {}),
    ...(isLeftOut(ACCESS_CONTROL) ? { accessControlId: null } : {}),
    // What is hidden stays hidden; what lies in the recycle bin is copied as it was before.
    displayInSearch: isRecycled(entry)
      ? entry.displayBeforeBin
      : (entry.properties.displayInSearch ?? null),
    userId: owner,
    creatorId: userId,
  };
  const { partnerId } = entry;
  switch (entry.kind) {
    case 'webcast':
      return createWebcast({ sent, partnerId, userId, nowMs, profiles });
    case 'media':
      return createMediaItem({ sent, partnerId, userId, nowMs, profiles });
    case 'document':
      return createDocument({ sent, partnerId, userId, nowMs, profiles });
  }
}

const WITHOUT_USERS = {
  entitledUsersEdit: null,
  entitledUsersPublish: null,
  entitledUsersView: null,
} as const;
