import { RostrumError } from '../rostrum-error.ts';
import type { CallOptions, Client } from './client.ts';
import type { LiveStreamEntry } from './live-stream-entry.ts';

export type WebcastQuery = {
  /** Words that all occur in id, name, description or tags; empty for all webcasts. */
  readonly search?: string;
  /** `on-air`: viewers get the picture; `upcoming`: planned for later than `nowMs`; `recorded`: has a recording. */
  readonly show?: 'all' | 'on-air' | 'upcoming' | 'recorded';
  readonly order?: 'newest' | 'changed' | 'name' | 'start' | 'start-last';
  /** The first one is 1. */
  readonly page: number;
  /** At most 500. */
  readonly pageSize: number;
  /** Unix time, ms. */
  readonly nowMs: number;
};

export type WebcastPage = {
  /** Of all pages. */
  readonly totalCount: number;
  readonly webcasts: readonly LiveStreamEntry[];
};

/** A profile that says what becomes of an encoder's picture. */
export type LiveProfile = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
};

export type WebcastCategory = {
  readonly id: number;
  /** With those above it: `company>town halls`. */
  readonly fullName: string;
};

const ORDERS = {
  newest: '-createdAt',
  changed: '-updatedAt',
  name: '+name',
  start: '+startDate',
  'start-last': '-startDate',
} as const;

/** Values of KalturaEntryModerationStatus: all of them, because whoever runs webcasts sees those that wait too. */
const ANY_MODERATION = '1,2,3,5,6';

export async function listWebcasts(
  client: Client,
  query: WebcastQuery,
  options: CallOptions = {},
): Promise<WebcastPage> {
  const { search = '', show = 'all', order = 'newest', page, pageSize, nowMs } = query;
  const answer = await client.request(
    'liveStream',
    'list',
    {
      filter: {
        objectType: 'KalturaLiveStreamEntryFilter',
        orderBy: ORDERS[order],
        moderationStatusIn: ANY_MODERATION,
        ...(search === '' ? {} : { freeText: phraseOf(search) }),
        ...(show === 'on-air' ? { isLive: true } : {}),
        ...(show === 'upcoming' ? { startDateGreaterThanOrEqual: Math.floor(nowMs / 1000) } : {}),
        ...(show === 'recorded' ? { isRecordedEntryIdEmpty: false } : {}),
      },
      pager: { objectType: 'KalturaFilterPager', pageSize, pageIndex: page },
    },
    options,
  );
  const { totalCount, objects } = listOf<LiveStreamEntry>(answer);
  return { totalCount, webcasts: objects };
}

/** The profiles that a live stream may have. */
export async function listLiveProfiles(
  client: Client,
  options: CallOptions = {},
): Promise<readonly LiveProfile[]> {
  const filter = {
    objectType: 'KalturaConversionProfileFilter',
    typeEqual: '2',
    statusEqual: '2',
    orderBy: '+createdAt',
  };
  const pager = { objectType: 'KalturaFilterPager', pageSize: 500 };
  const answer = await client.request('conversionProfile', 'list', { filter, pager }, options);
  return listOf<Record<string, unknown>>(answer).objects.map((profile) => ({
    id: Number(profile.id),
    name: String(profile.name ?? ''),
    description: String(profile.description ?? ''),
    isDefault: profile.isDefault === true || profile.isDefault === 1,
  }));
}

/** The account's categories by their full names, at most 500. */
export async function listCategories(
  client: Client,
  options: CallOptions = {},
): Promise<readonly WebcastCategory[]> {
  const filter = { objectType: 'KalturaCategoryFilter', orderBy: '+fullName' };
  const pager = { objectType: 'KalturaFilterPager', pageSize: 500 };
  const answer = await client.request('category', 'list', { filter, pager }, options);
  return listOf<Record<string, unknown>>(answer).objects.map(({ id, fullName }) => ({
    id: Number(id),
    fullName: String(fullName ?? ''),
  }));
}

/**
 * A new webcast with the settings of another, and with a stream key of its own; without its date, because two webcasts
 * rarely begin at the same time.
 */
export async function copyWebcast(
  client: Client,
  entryId: string,
  name: string,
): Promise<LiveStreamEntry> {
  const copy = (await client.request('baseEntry', 'clone', { entryId })) as { readonly id: string };
  // -1 clears a date.
  return await client.liveStream.update(copy.id, { name, startDate: -1, endDate: -1 });
}

/** @param picture JPEG, PNG, GIF or WebP of at most 10 MB; shown while the webcast is not on air */
export async function setWebcastPicture(
  client: Client,
  entryId: string,
  picture: Blob,
  options: CallOptions = {},
): Promise<LiveStreamEntry> {
  const files = { fileData: picture };
  const answer = await client.upload(
    'liveStream',
    'updateOfflineThumbnailJpeg',
    { entryId },
    files,
    options,
  );
  return answer as LiveStreamEntry;
}

/** Commas separate alternatives in the server's search: somebody who types one means a comma. */
function phraseOf(search: string): string {
  return search.replaceAll(',', ' ');
}

function listOf<Item>(answer: unknown): {
  readonly totalCount: number;
  readonly objects: readonly Item[];
} {
  const { totalCount, objects } = (answer ?? {}) as { totalCount?: unknown; objects?: unknown };
  if (!Array.isArray(objects)) throw new RostrumError('bad-answer', 'The answer is not a list');
  return { totalCount: Number(totalCount), objects };
}
