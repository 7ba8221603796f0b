import type { EntryBook } from '../../entries/entry-book.ts';
import type { MediaItem } from '../../entries/media-item.ts';
import {
  durationOf,
  heldPieces,
  isBeingRecorded,
  type Piece,
  playedPieces,
  type RecordingContent,
  sizeOf,
} from '../../recording/content.ts';
import type { RecordingsDesk } from '../../recording/recordings-desk.ts';
import { DAY_MS } from '../../recording/retention.ts';
import { Recording, RecordingPart } from '../../schema/recording.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { ContentsStore } from '../../store/recording/contents-store.ts';
import type { StorageStore } from '../../store/recording/storage-store.ts';
import { toSeconds } from '../entry/base-entry-result.ts';

export type RecordingServices = {
  readonly book: EntryBook;
  readonly recordings: RecordingsDesk;
  readonly contents: ContentsStore;
  readonly storage: StorageStore;
};

type ById = { readonly entryId: string };

/** What recordings have and play, for those who may change them. */
export class RecordingService {
  readonly #services: RecordingServices;

  constructor(services: RecordingServices) {
    this.#services = services;
  }

  async get(call: Call, { entryId }: ById) {
    const { entry } = await this.#services.book.findEdited(sessionOf(call), entryId, ['media']);
    return this.#show(entry);
  }

  /** Brings back what was trimmed away. */
  async untrim(call: Call, { entryId }: ById) {
    const { entry } = await this.#services.recordings.untrim(sessionOf(call), entryId);
    return this.#show(entry);
  }

  /** Says whether the recording stays, however old it gets. */
  async keep(call: Call, { entryId, isKept }: ById & { readonly isKept: boolean }) {
    const { book, storage } = this.#services;
    const { entry } = await book.changeWith(
      sessionOf(call),
      entryId,
      ['media'],
      async ({ entry: before }) => ({
        entry: { ...before, revision: before.revision + 1 },
        also: [storage.keeping(before.id, before.partnerId, isKept)],
      }),
    );
    return this.#show(entry);
  }

  async #show(entry: MediaItem) {
    const { contents, storage } = this.#services;
    const [content, age, rule] = await Promise.all([
      contents.contentOf(entry.id),
      storage.ageOf(entry.id),
      storage.ruleOf(entry.partnerId),
    ]);
    const played = playedPieces(content);
    const { retentionDays } = rule;
    const isDeleted = retentionDays !== null && age.endedAtMs !== null && !age.isKept;
    return {
      objectType: Recording.name,
      entryId: entry.id,
      state: stateOf(content),
      msDuration: durationOf(played),
      fullMsDuration: durationOf(heldPieces(content)),
      isTrimmed: content.cuts !== null,
      parts: partsOf(content, played),
      playedBytes: sizeOf(played),
      storedBytes: sizeOf(content.takes),
      isKept: age.isKept,
      deletesAt: isDeleted ? toSeconds(age.endedAtMs + retentionDays * DAY_MS) : undefined,
    };
  }
}

function stateOf(content: RecordingContent): string {
  if (content.takes.length === 0) return 'empty';
  return isBeingRecorded(content) ? 'recording' : 'ready';
}

/** Where each of the pieces is in all that the recording has. */
function partsOf(content: RecordingContent, played: readonly Piece[]) {
  const beginnings = new Map<number, { readonly atMs: number; readonly takeFromMs: number }>();
  let atMs = 0;
  for (const { takePosition, stretch, durationMs } of heldPieces(content)) {
    beginnings.set(takePosition, { atMs, takeFromMs: stretch?.trim.fromMs ?? 0 });
    atMs += durationMs;
  }
  return played.map(({ takePosition, stretch, durationMs }) => {
    const begins = beginnings.get(takePosition) ?? { atMs: 0, takeFromMs: 0 };
    const offset = begins.atMs + (stretch?.trim.fromMs ?? begins.takeFromMs) - begins.takeFromMs;
    return { objectType: RecordingPart.name, offset, duration: durationMs };
  });
}
