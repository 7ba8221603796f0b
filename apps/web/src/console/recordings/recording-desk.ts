import {
  findRecordingFile,
  findRecordingPlaylist,
  getRecording,
  getRecordingContent,
  namesOfEntries,
  type RecordingContent,
  type RecordingEntry,
  type RecordingFile,
} from '@rostrum/sdk';
import type { ConsoleContext } from '../frame/console-context.ts';
import { unlessRefused } from './load-recordings.ts';

/** Everything that the page of one recording shows. */
export type RecordingFacts = {
  readonly entry: RecordingEntry;
  /** Null where the session may not change the recording. */
  readonly content: RecordingContent | null;
  /** Null where its webcast is deleted. */
  readonly webcastName: string | null;
  /** Where it is played from; null where there is nothing to play. */
  readonly playlistUrl: string | null;
};

export type FileState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready'; readonly file: RecordingFile; readonly askedAtMs: number }
  | { readonly kind: 'none' };

/** An address holds for a day: a page that stays open gets another one long before that. */
const FILE_HOLDS_MS = 6 * 3600_000;

export async function loadRecording(
  { client, serviceUrl, session }: ConsoleContext,
  entryId: string,
  signal: AbortSignal,
): Promise<RecordingFacts> {
  const options = { signal };
  const entry = await getRecording(client, entryId, options);
  const [content, names, playlistUrl] = await Promise.all([
    unlessRefused(getRecordingContent(client, entryId, options)),
    namesOfEntries(client, entry.webcastId === null ? [] : [entry.webcastId], options),
    entry.state === 'recording' ? null : findRecordingPlaylist(serviceUrl, entry, session, options),
  ]);
  return { entry, content, playlistUrl, webcastName: names.get(entry.webcastId ?? '') ?? null };
}

/** What the recording is as a file. The server has prepared it when this answers. */
export async function loadFile(
  { client }: ConsoleContext,
  entryId: string,
  signal: AbortSignal,
): Promise<FileState> {
  const file = await unlessRefused(findRecordingFile(client, entryId, { signal }));
  return file === null ? { kind: 'none' } : { kind: 'ready', file, askedAtMs: Date.now() };
}

/** Whether what is known of a file holds for what is played now. */
export function isFileCurrent(
  state: FileState,
  before: RecordingFacts | null,
  now: RecordingFacts,
  nowMs: number,
): boolean {
  if (state.kind !== 'ready') return false;
  const isSame =
    before?.playlistUrl?.split('/').at(-2) === now.playlistUrl?.split('/').at(-2) &&
    before?.entry.name === now.entry.name;
  return isSame && nowMs - state.askedAtMs < FILE_HOLDS_MS;
}
