import {
  type AccountStorage,
  type CallOptions,
  type Client,
  getRecordingContent,
  getStorage,
  listRecordings,
  namesOfEntries,
  type RecordingContent,
  type RecordingEntry,
  RostrumError,
} from '@rostrum/sdk';
import type { ListView } from './list-view.ts';

export const PAGE_SIZE = 25;

export type ListedRecording = {
  readonly entry: RecordingEntry;
  /** Null where the session may not change the recording. */
  readonly content: RecordingContent | null;
  /** Of its webcast; null where that is gone. */
  readonly webcastName: string | null;
};

export type RecordingList = {
  readonly totalCount: number;
  readonly recordings: readonly ListedRecording[];
  /** Null where the session may not see it. */
  readonly storage: AccountStorage | null;
};

/** A page of the list, with what stands beside each recording. */
export async function loadRecordings(
  client: Client,
  view: ListView,
  options: CallOptions,
): Promise<RecordingList> {
  const [found, storage] = await Promise.all([
    listRecordings(client, { ...view, pageSize: PAGE_SIZE }, options),
    unlessRefused(getStorage(client, options)),
  ]);
  const webcastIds = found.recordings.flatMap(({ webcastId }) => webcastId ?? []);
  const [names, contents] = await Promise.all([
    namesOfEntries(client, webcastIds, options),
    Promise.all(
      found.recordings.map(({ id }) => unlessRefused(getRecordingContent(client, id, options))),
    ),
  ]);
  const recordings = found.recordings.map((entry, index) => ({
    entry,
    content: contents[index] ?? null,
    webcastName: names.get(entry.webcastId ?? '') ?? null,
  }));
  return { totalCount: found.totalCount, recordings, storage };
}

/** What a session may not see, or what has gone a moment ago, is left out; that the server is away is not. */
export async function unlessRefused<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    const isAway = error instanceof RostrumError && AWAY.has(error.code);
    if (error instanceof RostrumError && !isAway) return null;
    throw error;
  }
}

const AWAY: ReadonlySet<string> = new Set(['unreachable', 'timed-out', 'bad-answer']);
