import { RostrumError } from '../rostrum-error.ts';
import type { CallOptions, Client } from './client.ts';

/** What a webcast has left behind, as far as a list shows it. */
export type RecordingOfWebcast = {
  readonly id: string;
  readonly name: string;
  /** When its show began, ms. */
  readonly createdAtMs: number;
  /** 0 until its first show has ended. */
  readonly durationMs: number;
  readonly isReady: boolean;
};

/** Values of KalturaEntryStatus: ready, and without content because its first show is still on air. */
const READY = '2';
const NO_CONTENT = '7';

/** The newest recordings of a webcast, newest first; at most 20. */
export async function listRecordingsOf(
  client: Client,
  webcastId: string,
  options?: CallOptions,
): Promise<readonly RecordingOfWebcast[]> {
  const filter = {
    objectType: 'KalturaMediaEntryFilter',
    rootEntryIdEqual: webcastId,
    statusIn: `${READY},${NO_CONTENT}`,
    orderBy: '-createdAt',
  };
  const pager = { objectType: 'KalturaFilterPager', pageSize: 20, pageIndex: 1 };
  const answer = await client.request('baseEntry', 'list', { filter, pager }, options);
  const { objects } = recordOf(answer);
  if (!Array.isArray(objects)) throw new RostrumError('bad-answer', 'The answer is not a list');
  return objects
    .map(recordOf)
    .filter(({ id }) => id !== webcastId)
    .map((entry) => ({
      id: String(entry.id),
      name: String(entry.name ?? ''),
      createdAtMs: Number(entry.createdAt ?? 0) * 1_000,
      durationMs: Number(entry.msDuration ?? 0),
      isReady: String(entry.status) === READY,
    }));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) {
    throw new RostrumError('bad-answer', 'The answer is not an object');
  }
  return value as Readonly<Record<string, unknown>>;
}
