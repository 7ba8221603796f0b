import { type ChannelStatus, MAX_TAKES_IN_RECORDING } from '@rostrum/contracts';
import { DELETED_STATUS, READY_STATUS } from '../entries/entry-base.ts';
import type { MediaItem } from '../entries/media-item.ts';
import { isOnAir } from '../live/broadcast-facts.ts';
import { RECORDED_LIVE, type Webcast } from '../live/webcast.ts';
import type { PlacementsStore } from '../store/category/placements-store.ts';
import type { Database, Statement } from '../store/database.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import { copiedPicture } from '../store/entry/pictures-store.ts';
import type { ContentsStore } from '../store/recording/contents-store.ts';
import type { RecordingsStore } from '../store/recording/recordings-store.ts';
import type { StorageStore } from '../store/recording/storage-store.ts';
import {
  type Cut,
  closedPieces,
  durationOf,
  type HeldTake,
  playedPieces,
  type RecordingContent,
} from './content.ts';
import { isFull } from './quota.ts';
import { APPENDED, archived, createRecording, isArchived, withContent } from './recording-entry.ts';
import { type KnownTake, type TakeChanges, takeChanges } from './take-changes.ts';

export type RecorderOptions = {
  readonly database: Database;
  readonly entries: EntriesStore;
  readonly recordings: RecordingsStore;
  readonly contents: ContentsStore;
  readonly placements: PlacementsStore;
  readonly storage: StorageStore;
};

/** What a status makes of what is stored. */
export type RecorderWork = {
  /** For one job; none where nothing changes. */
  readonly statements: readonly Statement[];
  /** Recordings that change with them. */
  readonly entryIds: readonly string[];
  /** Recordings of the webcast itself that can be played with them, or have grown. */
  readonly ready: readonly MediaItem[];
  /** The account had no room when the show began: what is recorded of it is to be removed. */
  readonly isRefused: boolean;
};

const NO_WORK: RecorderWork = { statements: [], entryIds: [], ready: [], isRefused: false };

/** What was recorded while nobody was there to refuse it is kept from this length on, ms. */
const LONGEST_REFUSED_MS = 60_000;

/** An appended recording that is older or longer than this is not continued. */
const MAX_APPENDED_AGE_MS = 7 * 24 * 3600_000;
const MAX_APPENDED_MS = 24 * 3600_000;

/** A recording while a status is being worked in. */
type Draft = {
  readonly before: MediaItem;
  readonly isNew: boolean;
  readonly takes: HeldTake[];
  /** Null while it is not trimmed. */
  readonly cuts: Cut[] | null;
  /** What it had. */
  readonly had: RecordingContent;
};

/** Makes recordings of what the media process tells: entries, and which takes they play. */
export class Recorder {
  readonly #options: RecorderOptions;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /**
   * What makes the stored agree with a status; nothing where it does already. The statements fail with `conflict` where
   * somebody changes one of the entries meanwhile.
   *
   * @param lastBroadcastMs wall clock, as of this status
   */
  async workFor(
    webcast: Webcast,
    status: ChannelStatus,
    lastBroadcastMs: number,
    nowMs: number,
  ): Promise<RecorderWork> {
    const { recordings } = this.#options;
    const known = await recordings.takesOf(webcast.id, status.onAirSinceMs);
    const told = takeChanges(known, status);
    if (told.added.length === 0 && told.changed.length === 0) return NO_WORK;
    const isRefused = await this.#isRefused(webcast, known, told.added);
    const changes = isRefused ? { ...told, added: [] } : told;
    const drafts = await this.#draftsWith(webcast, changes.changed);
    const current = await this.#place(webcast, known, changes.added, drafts, nowMs);
    const archives = changes.hasEnded && isArchived(webcast);
    const [first] = changes.added;
    const written = [...drafts.values()].map((draft) => {
      const entry = afterwards(draft, nowMs);
      const isArchivedNow = archives && isOwn(webcast, draft);
      return { draft, entry: isArchivedNow ? archived(entry, webcast, lastBroadcastMs) : entry };
    });
    const statements = [
      ...(isRefused ? told.added.map((take) => recordings.refusing(webcast, take)) : []),
      ...[...changes.changed, ...changes.added].map((take) =>
        recordings.saving(webcast, take, nowMs),
      ),
      ...(first === undefined ? [] : [recordings.forgetting(webcast.id, first.showStartedMs)]),
      ...written.flatMap(({ draft, entry }) => this.#statementsOf(webcast, draft, entry)),
      ...this.#pointingTo({ webcast, current, drafts, status, changes, nowMs }),
    ];
    const ready = written
      .filter(({ draft, entry }) => isOwn(webcast, draft) && becomesReady(draft.before, entry))
      .map(({ entry }) => entry);
    return { statements, entryIds: [...drafts.keys()], ready, isRefused };
  }

  /** Whether the account had no room when a show began. One that is recorded is recorded to its end. */
  async #isRefused(
    webcast: Webcast,
    known: readonly KnownTake[],
    added: readonly KnownTake[],
  ): Promise<boolean> {
    const [first] = added;
    if (first === undefined || durationOf(added) >= LONGEST_REFUSED_MS) return false;
    const { showStartedMs } = first;
    const ofShow = known.filter((take) => take.showStartedMs === showStartedMs);
    if (ofShow.some(({ state }) => state === 'open' || state === 'closed')) return false;
    const { recordings, storage } = this.#options;
    const wasRefused = ofShow.length > 0 && (await recordings.isRefused(webcast.id, showStartedMs));
    return wasRefused || (await isFull(storage, webcast.partnerId));
  }

  /** The recordings that play takes which have changed. */
  async #draftsWith(webcast: Webcast, changed: readonly KnownTake[]): Promise<Map<string, Draft>> {
    const generations = changed.map(({ generation }) => generation);
    const ids = await this.#options.contents.recordingsWith(webcast.id, generations);
    const drafts = new Map<string, Draft>();
    for (const id of ids) {
      const draft = await this.#draftOf(id);
      if (draft === null) continue;
      drafts.set(id, draft);
      for (const take of changed) {
        for (const [index, old] of draft.takes.entries()) {
          const isIt = old.webcastId === webcast.id && old.generation === take.generation;
          if (isIt) draft.takes[index] = { ...old, ...partOf(take) };
        }
      }
    }
    return drafts;
  }

  async #draftOf(id: string): Promise<Draft | null> {
    const entry = (await this.#options.entries.find(id))?.entry;
    if (entry?.kind !== 'media') return null;
    const had = await this.#options.contents.contentOf(id);
    const cuts = had.cuts && [...had.cuts];
    return { before: entry, isNew: false, takes: [...had.takes], cuts, had };
  }

  /** Finds a recording for each new take. @returns the one of the newest; null where there is no new take */
  async #place(
    webcast: Webcast,
    known: readonly KnownTake[],
    added: readonly KnownTake[],
    drafts: Map<string, Draft>,
    nowMs: number,
  ): Promise<Draft | null> {
    let current: Draft | null = null;
    for (const take of added) {
      current ??= await this.#recordingToContinue(webcast, known, take, drafts, nowMs);
      if (current === null || !accepts(current, take)) {
        current = await this.#newDraft(webcast, drafts, nowMs);
      }
      drafts.set(current.before.id, current);
      const position = (current.takes.at(-1)?.position ?? -1) + 1;
      current.takes.push({ webcastId: webcast.id, ...partOf(take), position, stretch: null });
      current.cuts?.push({ takePosition: position, stretch: null });
    }
    return current;
  }

  /** What the show is recorded to so far, or what an appended recording has from shows before. */
  async #recordingToContinue(
    webcast: Webcast,
    known: readonly KnownTake[],
    { showStartedMs }: KnownTake,
    drafts: ReadonlyMap<string, Draft>,
    nowMs: number,
  ): Promise<Draft | null> {
    const ofShow = known
      .filter((take) => take.showStartedMs === showStartedMs)
      .map(({ generation }) => generation);
    const id = await this.#options.contents.newestWith(webcast.id, ofShow);
    if (id !== null) return drafts.get(id) ?? (await this.#draftOf(id));
    const { recordStatus, recordedEntryId } = webcast.properties;
    if (recordStatus !== APPENDED || !recordedEntryId) return null;
    const draft = drafts.get(recordedEntryId) ?? (await this.#draftOf(recordedEntryId));
    if (draft === null || draft.before.partnerId !== webcast.partnerId) return null;
    const { before } = draft;
    const isOfWebcast =
      before.rootEntryId === webcast.id && before.properties.sourceType === RECORDED_LIVE;
    const isYoung = nowMs - before.createdAtMs <= MAX_APPENDED_AGE_MS;
    const isShort = durationOf(playedPieces(draft)) < MAX_APPENDED_MS;
    return isOfWebcast && isYoung && isShort ? draft : null;
  }

  async #newDraft(
    webcast: Webcast,
    drafts: ReadonlyMap<string, Draft>,
    nowMs: number,
  ): Promise<Draft> {
    const stored = await this.#options.recordings.countOf(webcast);
    const drafted = [...drafts.values()].filter(({ isNew }) => isNew).length;
    const before = createRecording(webcast, stored + drafted + 1, nowMs);
    return { before, isNew: true, takes: [], cuts: null, had: NOTHING };
  }

  #statementsOf(webcast: Webcast, draft: Draft, entry: MediaItem): readonly Statement[] {
    const { entries, placements, database } = this.#options;
    const { before, isNew } = draft;
    const isSame =
      entry.status === before.status &&
      JSON.stringify(entry.properties) === JSON.stringify(before.properties);
    const options = webcast.properties.recordingOptions ?? {};
    const places = this.#placesOf(draft);
    if (!isNew) {
      // Whoever trims it at the same moment has to know of what is new in it.
      const isUntouched = isSame && places.length === 0;
      return [...(isUntouched ? [] : entries.replacing(entry)), ...places];
    }
    return [
      ...entries.inserting({ ...entry, revision: 1 }),
      ...(options.shouldCopyEntitlement ? placements.copies(webcast.id, before.id) : []),
      ...(options.shouldCopyThumbnail ? copiedPicture(database, webcast.id, before.id) : []),
      ...places,
    ];
  }

  #placesOf({ before, takes, cuts, had }: Draft): readonly Statement[] {
    const { contents } = this.#options;
    const known = had.cuts?.length ?? 0;
    return [
      ...takes.slice(had.takes.length).map((take) => contents.placing(before.id, take)),
      ...(cuts ?? [])
        .slice(known)
        .map((cut, index) => contents.addingCut(before.id, cut, known + index)),
    ];
  }

  /** The webcast names its newest recording, and sends viewers there once the show is over. */
  #pointingTo({ webcast, current, drafts, status, changes, nowMs }: Placed): readonly Statement[] {
    if (webcast.status === DELETED_STATUS) return [];
    const isOver = changes.hasEnded && !isOnAir(status.state);
    const { recordedEntryId, redirectEntryId, ...properties } = webcast.properties;
    const named = current?.before.id ?? recordedEntryId;
    const ofShow = [...drafts.values()].filter((draft) => isOwn(webcast, draft)).at(-1);
    const sentTo = isOver ? (named ?? ofShow?.before.id) : redirectEntryId;
    const isCleared = isOver && isArchived(webcast);
    if (!isCleared && named === recordedEntryId && sentTo === redirectEntryId) return [];
    const links = {
      ...(named ? { recordedEntryId: named } : {}),
      ...(sentTo ? { redirectEntryId: sentTo } : {}),
    };
    return this.#options.entries.replacing({
      ...webcast,
      revision: webcast.revision + 1,
      updatedAtMs: nowMs,
      properties: { ...properties, ...(isCleared ? {} : links) },
    });
  }
}

type Placed = {
  readonly webcast: Webcast;
  /** Where the newest new take went. */
  readonly current: Draft | null;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly status: ChannelStatus;
  readonly changes: TakeChanges;
  readonly nowMs: number;
};

const NOTHING: RecordingContent = { takes: [], cuts: null };

/** A recording with what is played of it now. */
function afterwards(draft: Draft, nowMs: number): MediaItem {
  const playable = closedPieces(playedPieces(draft));
  return withContent(draft.before, playable.length === 0 ? null : durationOf(playable), nowMs);
}

function becomesReady(before: MediaItem, after: MediaItem): boolean {
  if (after.status !== READY_STATUS) return false;
  const wasReady = before.status === READY_STATUS;
  return !wasReady || before.properties.msDuration !== after.properties.msDuration;
}

/** A copy of a recording plays the same takes, and leads a life of its own. */
function isOwn(webcast: Webcast, { before }: Draft): boolean {
  return before.rootEntryId === webcast.id;
}

/** All takes of a recording have the same kind of tracks, and there is an end to how many its address names. */
function accepts(draft: Draft, { hasVideo }: KnownTake): boolean {
  const [first] = draft.takes;
  if (first === undefined) return true;
  const isFull = Math.max(draft.takes.length, draft.cuts?.length ?? 0) >= MAX_TAKES_IN_RECORDING;
  return !isFull && first.hasVideo === hasVideo;
}

function partOf({ generation, durationMs, sizeBytes, hasVideo, state }: KnownTake) {
  return { generation, durationMs, sizeBytes, hasVideo, state };
}
