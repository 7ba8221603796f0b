import { type ChannelStatus, MAX_TAKES_IN_RECORDING } from '@rostrum/contracts';
import { DELETED_STATUS } from '../entries/entry-base.ts';
import type { MediaItem } from '../entries/media-item.ts';
import { isOnAir } from '../live/broadcast-facts.ts';
import { RECORDED_LIVE, type Webcast } from '../live/webcast.ts';
import type { Database, Statement } from '../store/database.ts';
import type { EntriesStore } from '../store/entries-store.ts';
import { copiedPicture } from '../store/pictures-store.ts';
import type { PlacementsStore } from '../store/placements-store.ts';
import type { PlacedTake, RecordingsStore } from '../store/recordings-store.ts';
import { APPENDED, archived, createRecording, isArchived, withContent } from './recording-entry.ts';
import { type KnownTake, type TakeChanges, takeChanges } from './take-changes.ts';

export type RecorderOptions = {
  readonly database: Database;
  readonly entries: EntriesStore;
  readonly recordings: RecordingsStore;
  readonly placements: PlacementsStore;
};

/** An appended recording that is older or longer than this is not continued. */
const MAX_APPENDED_AGE_MS = 7 * 24 * 3600_000;
const MAX_APPENDED_MS = 24 * 3600_000;

/** A recording while a status is being worked in. */
type Draft = {
  readonly before: MediaItem;
  readonly isNew: boolean;
  readonly takes: PlacedTake[];
  /** How many takes it had. */
  readonly placed: number;
};

/** Makes recordings of what the media process tells: entries, and which takes they play. */
export class Recorder {
  readonly #options: RecorderOptions;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /**
   * The statements that make what is stored agree with a status, for one job; none where it does already. They fail with
   * `conflict` where somebody changes one of the entries meanwhile.
   *
   * @param lastBroadcastMs wall clock, as of this status
   */
  async statementsFor(
    webcast: Webcast,
    status: ChannelStatus,
    lastBroadcastMs: number,
    nowMs: number,
  ): Promise<readonly Statement[]> {
    const { recordings } = this.#options;
    const known = await recordings.takesOf(webcast.id, status.onAirSinceMs);
    const changes = takeChanges(known, status);
    if (changes.added.length === 0 && changes.changed.length === 0) return [];
    const drafts = await this.#draftsWith(webcast, changes.changed);
    const current = await this.#place(webcast, known, changes.added, drafts, nowMs);
    const archives = changes.hasEnded && isArchived(webcast);
    const [first] = changes.added;
    return [
      ...[...changes.changed, ...changes.added].map((take) => recordings.saving(webcast, take)),
      ...(first === undefined ? [] : [recordings.forgetting(webcast.id, first.showStartedMs)]),
      ...[...drafts.values()].flatMap((draft) => {
        const archive = (entry: MediaItem) =>
          archives && isOwn(webcast, draft) ? archived(entry, webcast, lastBroadcastMs) : entry;
        return this.#statementsOf(webcast, draft, archive, nowMs);
      }),
      ...this.#pointingTo({ webcast, current, drafts, status, changes, nowMs }),
    ];
  }

  /** The recordings that play takes which have changed. */
  async #draftsWith(webcast: Webcast, changed: readonly KnownTake[]): Promise<Map<string, Draft>> {
    const generations = changed.map(({ generation }) => generation);
    const ids = await this.#options.recordings.recordingsWith(webcast.id, generations);
    const drafts = new Map<string, Draft>();
    for (const id of ids) {
      const draft = await this.#draftOf(id);
      if (draft === null) continue;
      drafts.set(id, draft);
      for (const take of changed) {
        const placed = draft.takes.findIndex(
          ({ webcastId, generation }) => webcastId === webcast.id && generation === take.generation,
        );
        const old = draft.takes[placed];
        if (old !== undefined) draft.takes[placed] = { ...old, ...partOf(take) };
      }
    }
    return drafts;
  }

  async #draftOf(id: string): Promise<Draft | null> {
    const entry = (await this.#options.entries.find(id))?.entry;
    if (entry?.kind !== 'media') return null;
    const takes = [...(await this.#options.recordings.placedTakesOf(id))];
    return { before: entry, isNew: false, takes, placed: takes.length };
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
      current.takes.push({ webcastId: webcast.id, ...partOf(take), position });
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
    const id = await this.#options.recordings.newestWith(webcast.id, ofShow);
    if (id !== null) return drafts.get(id) ?? (await this.#draftOf(id));
    const { recordStatus, recordedEntryId } = webcast.properties;
    if (recordStatus !== APPENDED || !recordedEntryId) return null;
    const draft = drafts.get(recordedEntryId) ?? (await this.#draftOf(recordedEntryId));
    if (draft === null || draft.before.partnerId !== webcast.partnerId) return null;
    const { before } = draft;
    const isOfWebcast =
      before.rootEntryId === webcast.id && before.properties.sourceType === RECORDED_LIVE;
    const isYoung = nowMs - before.createdAtMs <= MAX_APPENDED_AGE_MS;
    const isShort = durationOf(draft.takes) < MAX_APPENDED_MS;
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
    return { before, isNew: true, takes: [], placed: 0 };
  }

  #statementsOf(
    webcast: Webcast,
    { before, isNew, takes, placed }: Draft,
    archive: (entry: MediaItem) => MediaItem,
    nowMs: number,
  ): readonly Statement[] {
    const { entries, recordings, placements, database } = this.#options;
    const playable = takes.filter(({ state }) => state === 'closed');
    const durationMs = playable.length === 0 ? null : durationOf(playable);
    const entry = archive(withContent(before, durationMs, nowMs));
    const isSame =
      entry.status === before.status &&
      JSON.stringify(entry.properties) === JSON.stringify(before.properties);
    const options = webcast.properties.recordingOptions ?? {};
    const places = takes
      .slice(placed)
      .map((take) => recordings.placing(before.id, take.position, take));
    if (!isNew) return [...(isSame ? [] : entries.replacing(entry)), ...places];
    return [
      ...entries.inserting({ ...entry, revision: 1 }),
      ...(options.shouldCopyEntitlement ? placements.copies(webcast.id, before.id) : []),
      ...(options.shouldCopyThumbnail ? copiedPicture(database, webcast.id, before.id) : []),
      ...places,
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

/** A copy of a recording plays the same takes, and leads a life of its own. */
function isOwn(webcast: Webcast, { before }: Draft): boolean {
  return before.rootEntryId === webcast.id;
}

/** All takes of a recording have the same kind of tracks, and there is an end to how many its address names. */
function accepts({ takes }: Draft, { hasVideo }: KnownTake): boolean {
  const [first] = takes;
  return (
    first === undefined || (takes.length < MAX_TAKES_IN_RECORDING && first.hasVideo === hasVideo)
  );
}

function partOf({ generation, durationMs, hasVideo, state }: KnownTake) {
  return { generation, durationMs, hasVideo, state };
}

function durationOf(takes: readonly Pick<PlacedTake, 'durationMs'>[]): number {
  return takes.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
