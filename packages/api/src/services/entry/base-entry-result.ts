import { ENTRY_TYPES, type Entry } from '../../entries/entry.ts';
import { defaultLanguageOf } from '../../entries/languages.ts';
import type { Session } from '../../ks/session.ts';
import type { Addresses, Channels } from '../../ports.ts';
import type { AccountProfiles } from '../../profiles/account-profiles.ts';
import { LONGEST_MEDIUM_MS, LONGEST_SHORT_MS } from '../../store/entry/entry-conditions.ts';
import type { CategoriesOfEntries } from '../category/entry-categories.ts';

/** Who asks, and where its links go. */
export type Viewpoint = {
  readonly session: Session | undefined;
  readonly requestHost: string;
  readonly addresses: Addresses;
  readonly channels: Channels;
  /** Of the entry's account. */
  readonly profiles: AccountProfiles;
  readonly categories: CategoriesOfEntries;
};

/** What clients get for properties that nobody has set. */
export const ENTRY_DEFAULTS = {
  licenseType: -1,
  displayInSearch: 1,
  replacementStatus: 0,
  operationAttributes: [],
  capabilities: '',
  streams: [],
  version: 0,
} as const;

/** What every entry answers, whatever it is. */
export function baseResultOf(entry: Entry, viewpoint: Viewpoint) {
  const { addresses, requestHost, profiles } = viewpoint;
  const { id, partnerId, properties, counts } = entry;
  const publicUrl = addresses.publicUrl(requestHost);
  return {
    id,
    partnerId,
    rootEntryId: entry.rootEntryId,
    status: entry.status,
    moderationStatus: entry.moderationStatus,
    moderationCount: counts.flags,
    // A number, as the service that clients were written against answers it.
    type: Number(ENTRY_TYPES[entry.kind]),
    createdAt: toSeconds(entry.createdAtMs),
    updatedAt: toSeconds(entry.updatedAtMs),
    rank: counts.votes === 0 ? 0 : counts.totalRank / counts.votes,
    totalRank: counts.totalRank,
    votes: counts.votes,
    plays: counts.plays,
    views: counts.views,
    lastPlayedAt: toKnownSeconds(counts.lastPlayedAtMs),
    accessControlId: properties.accessControlId ?? profiles.accessControl.defaultId,
    searchText: searchTextOf(entry),
    defaultLanguage: defaultLanguageOf(properties),
    thumbnailUrl: `${publicUrl}/p/${partnerId}/sp/${partnerId}00/thumbnail/entry_id/${id}/version/${counts.pictureVersion}`,
    ...categoriesOf(entry, viewpoint),
    ...durationOf(entry.kind === 'document' ? null : (entry.properties.msDuration ?? null)),
  };
}

/** What free text is looked for in. */
function searchTextOf({ id, properties: { name, description, tags, adminTags } }: Entry): string {
  return [id, name, description, tags, adminTags].filter((text) => text).join(' ');
}

function categoriesOf({ id }: Entry, { categories }: Viewpoint) {
  const own = categories.get(id);
  return {
    categories: own?.map(({ fullName }) => fullName).join(','),
    categoriesIds: own?.map((category) => category.id).join(','),
  };
}

function durationOf(msDuration: number | null) {
  return {
    duration: Math.round((msDuration ?? 0) / 1000),
    // Clients read a whole number.
    msDuration: Math.round(msDuration ?? 0),
    durationType: durationTypeOf(msDuration),
  };
}

function durationTypeOf(msDuration: number | null): string {
  if (msDuration === null) return 'notavailable';
  if (msDuration <= LONGEST_SHORT_MS) return 'short';
  return msDuration <= LONGEST_MEDIUM_MS ? 'medium' : 'long';
}

export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

export function toKnownSeconds(ms: number | null | undefined): number | undefined {
  return ms === null || ms === undefined ? undefined : toSeconds(ms);
}
