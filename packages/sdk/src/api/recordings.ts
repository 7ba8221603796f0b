import { RostrumError } from '../rostrum-error.ts';
import type { CallOptions, Client } from './client.ts';

export type RecordingEntry = {
  readonly id: string;
  readonly partnerId: number;
  readonly name: string;
  readonly description: string;
  /** Grows with its picture: part of the picture's address. */
  readonly version: string;
  /** When its show began, ms. */
  readonly createdAtMs: number;
  /** Of what it plays, ms; 0 until there is something. */
  readonly durationMs: number;
  /** `recording`: its first show is still on air, or has left nothing. */
  readonly state: 'recording' | 'ready' | 'in-bin';
  /** Found by those who know where to look, and in no list of viewers. */
  readonly isHidden: boolean;
  /** Of the webcast that it is of; null where that is not known. */
  readonly webcastId: string | null;
};

export type RecordingQuery = {
  /** Only those of this webcast. */
  readonly webcastId?: string;
  /** Words that all occur in id, name, description or tags; empty for all recordings. */
  readonly search?: string;
  readonly show?: 'all' | 'ready' | 'recording' | 'bin';
  readonly order?: 'newest' | 'oldest' | 'name' | 'longest';
  /** The first one is 1. */
  readonly page: number;
  /** At most 500. */
  readonly pageSize: number;
};

export type RecordingPage = {
  /** Of all pages. */
  readonly totalCount: number;
  readonly recordings: readonly RecordingEntry[];
};

/** What a recording holds, and how long it stays. */
export type RecordingContent = {
  readonly state: 'recording' | 'ready' | 'empty';
  /** Of what it plays, ms. */
  readonly durationMs: number;
  /** Of all that it has, trimmed away or not, ms. */
  readonly fullDurationMs: number;
  readonly isTrimmed: boolean;
  /** What its media takes on disk, trimmed away or not. */
  readonly storedBytes: number;
  /** Stays, however many days the account keeps the others. */
  readonly isKept: boolean;
  /** When the account's retention deletes it, ms; null where nothing does. */
  readonly deletesAtMs: number | null;
};

/** A recording as one MP4 file. */
export type RecordingFile = {
  /** Saves it under the recording's name; holds for a day, for whoever has it. */
  readonly url: string;
  /** Exactly; null while the server that knows it is away. */
  readonly sizeBytes: number | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
};

/** Values of KalturaSourceType: what was recorded, and clips of it. */
const SOURCE_TYPES = '36,35';
const READY = '2';
const NO_CONTENT = '7';
const HIDDEN = -1;
const IN_BIN = -2;
const ANY_MODERATION = '1,2,3,5,6';

const ORDERS = {
  newest: '-createdAt',
  oldest: '+createdAt',
  name: '+name',
  longest: '-duration',
} as const;

const SHOWN = {
  all: { statusIn: `${READY},${NO_CONTENT}`, displayInSearchIn: '-1,0,1,2' },
  ready: { statusIn: READY, displayInSearchIn: '-1,0,1,2' },
  recording: { statusIn: NO_CONTENT, displayInSearchIn: '-1,0,1,2' },
  bin: { statusIn: `${READY},${NO_CONTENT}`, displayInSearchIn: String(IN_BIN) },
} as const;

export async function listRecordings(
  client: Client,
  query: RecordingQuery,
  options: CallOptions = {},
): Promise<RecordingPage> {
  const { webcastId, search = '', show = 'all', order = 'newest', page, pageSize } = query;
  const filter = {
    objectType: 'KalturaMediaEntryFilter',
    ...(webcastId === undefined ? {} : { rootEntryIdEqual: webcastId }),
    sourceTypeIn: SOURCE_TYPES,
    moderationStatusIn: ANY_MODERATION,
    orderBy: ORDERS[order],
    ...SHOWN[show],
    // Commas separate alternatives in the server's search: somebody who types one means a comma.
    ...(search === '' ? {} : { freeText: search.replaceAll(',', ' ') }),
  };
  const pager = { objectType: 'KalturaFilterPager', pageSize, pageIndex: page };
  const answer = recordOf(await client.request('media', 'list', { filter, pager }, options));
  if (!Array.isArray(answer.objects)) {
    throw new RostrumError('bad-answer', 'The answer is not a list');
  }
  return {
    totalCount: Number(answer.totalCount),
    recordings: answer.objects.map((entry) => entryOf(recordOf(entry))),
  };
}

export async function getRecording(
  client: Client,
  entryId: string,
  options: CallOptions = {},
): Promise<RecordingEntry> {
  return entryOf(recordOf(await client.request('media', 'get', { entryId }, options)));
}

/** Only for those who may change the recording. */
export async function getRecordingContent(
  client: Client,
  entryId: string,
  options: CallOptions = {},
): Promise<RecordingContent> {
  return contentOf(await client.request('rostrum_recording', 'get', { entryId }, options));
}

/** Names of entries by their ids; those that are gone are left out. */
export async function namesOfEntries(
  client: Client,
  ids: readonly string[],
  options: CallOptions = {},
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const filter = { objectType: 'KalturaBaseEntryFilter', idIn: [...new Set(ids)].join(',') };
  const pager = { objectType: 'KalturaFilterPager', pageSize: 500 };
  const answer = recordOf(await client.request('baseEntry', 'list', { filter, pager }, options));
  const objects = Array.isArray(answer.objects) ? answer.objects.map(recordOf) : [];
  return new Map(objects.map(({ id, name }) => [String(id), String(name ?? '')]));
}

export async function updateRecording(
  client: Client,
  entryId: string,
  changes: { readonly name?: string; readonly description?: string },
): Promise<RecordingEntry> {
  const mediaEntry = { objectType: 'KalturaMediaEntry', ...changes };
  return entryOf(recordOf(await client.request('media', 'update', { entryId, mediaEntry })));
}

/**
 * Plays only a part from now on; the rest can be brought back. Cut at whole segments: what is left may be some seconds
 * longer.
 *
 * @param part of what it plays now, ms
 */
export async function trimRecording(
  client: Client,
  entryId: string,
  part: { readonly fromMs: number; readonly toMs: number },
): Promise<RecordingEntry> {
  const fromMs = Math.round(part.fromMs);
  const resource = {
    objectType: 'KalturaOperationResource',
    resource: { objectType: 'KalturaEntryResource', entryId },
    operationAttributes: [
      {
        objectType: 'KalturaClipAttributes',
        offset: fromMs,
        duration: Math.round(part.toMs) - fromMs,
      },
    ],
  };
  return entryOf(recordOf(await client.request('media', 'updateContent', { entryId, resource })));
}

/** Plays all that it has again. */
export async function untrimRecording(client: Client, entryId: string): Promise<RecordingContent> {
  return contentOf(await client.request('rostrum_recording', 'untrim', { entryId }));
}

export async function keepRecording(
  client: Client,
  entryId: string,
  isKept: boolean,
): Promise<RecordingContent> {
  return contentOf(await client.request('rostrum_recording', 'keep', { entryId, isKept }));
}

/** Lists no longer show it, and it can be brought back. */
export async function binRecording(client: Client, entryId: string): Promise<void> {
  await client.request('baseEntry', 'recycle', { entryId });
}

export async function unbinRecording(client: Client, entryId: string): Promise<void> {
  await client.request('baseEntry', 'restoreRecycled', { entryId });
}

/** It is gone, and what only it has played goes. */
export async function deleteRecording(client: Client, entryId: string): Promise<void> {
  await client.request('media', 'delete', { entryId });
}

/** Null where there is nothing to download yet. Takes some seconds for a long recording that nobody has downloaded. */
export async function findRecordingFile(
  client: Client,
  entryId: string,
  options: CallOptions = {},
): Promise<RecordingFile | null> {
  const assets = await client.request('flavorAsset', 'getByEntryId', { entryId }, options);
  const [asset] = Array.isArray(assets) ? assets.map(recordOf) : [];
  if (asset === undefined) return null;
  const url = await client.request('flavorAsset', 'getDownloadUrl', { id: asset.id }, options);
  return {
    url: String(url),
    sizeBytes: numberOrNull(asset.sizeInBytes),
    widthPx: numberOrNull(asset.width),
    heightPx: numberOrNull(asset.height),
  };
}

/** Where a recording is played from; null where there is nothing to play. */
export async function findRecordingPlaylist(
  serviceUrl: string,
  { id, partnerId }: RecordingEntry,
  session: string,
  options: CallOptions = {},
): Promise<string | null> {
  const path =
    `/p/${partnerId}/sp/${partnerId}00/playManifest/entryId/${id}/format/applehttp` +
    `/ks/${encodeURIComponent(session)}/a.m3u8?responseFormat=json`;
  const signal = options.signal ?? null;
  const answer = await fetch(serviceUrl + path, { signal, credentials: 'omit' }).catch((cause) => {
    if (signal?.aborted === true) throw cause;
    throw new RostrumError('unreachable', `Can't reach ${serviceUrl}`, { cause });
  });
  if (!answer.ok) return null;
  const { flavors } = recordOf(await answer.json());
  const [flavor] = Array.isArray(flavors) ? flavors.map(recordOf) : [];
  return typeof flavor?.url === 'string' ? flavor.url : null;
}

function entryOf(entry: Readonly<Record<string, unknown>>): RecordingEntry {
  const id = String(entry.id ?? '');
  if (id === '') throw new RostrumError('bad-answer', 'The answer is not an entry');
  const display = Number(entry.displayInSearch ?? 0);
  const root = typeof entry.rootEntryId === 'string' ? entry.rootEntryId : '';
  const isReady = String(entry.status) === READY;
  return {
    id,
    partnerId: Number(entry.partnerId),
    name: String(entry.name ?? ''),
    description: String(entry.description ?? ''),
    version: String(entry.version ?? '0'),
    createdAtMs: 1000 * Number(entry.createdAt ?? 0),
    durationMs: Number(entry.msDuration ?? 0),
    state: display === IN_BIN ? 'in-bin' : isReady ? 'ready' : 'recording',
    isHidden: display === HIDDEN,
    webcastId: root === '' || root === id ? null : root,
  };
}

function contentOf(answer: unknown): RecordingContent {
  const content = recordOf(answer);
  const { state } = content;
  const deletesAt = numberOrNull(content.deletesAt);
  return {
    state: state === 'recording' || state === 'ready' ? state : 'empty',
    durationMs: Number(content.msDuration ?? 0),
    fullDurationMs: Number(content.fullMsDuration ?? 0),
    isTrimmed: content.isTrimmed === true,
    storedBytes: Number(content.storedBytes ?? 0),
    isKept: content.isKept === true,
    deletesAtMs: deletesAt === null ? null : 1000 * deletesAt,
  };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) {
    throw new RostrumError('bad-answer', 'The answer is not an object');
  }
  return value as Readonly<Record<string, unknown>>;
}
