import { type Composition, movieFileName, type Stage } from '@rostrum/contracts';
import type { Entitlement } from '../entitlement/entitlement.ts';
import type { Entry } from '../entries/entry.ts';
import { READY_STATUS, RECYCLED_IN_SEARCH } from '../entries/entry-base.ts';
import type { MediaItem } from '../entries/media-item.ts';
import { isRecycled } from '../entries/recycle-bin.ts';
import type { Session } from '../ks/session.ts';
import type { PlaybackAddresses } from '../live/playback-addresses.ts';
import type { Webcast } from '../live/webcast.ts';
import { isHeldBack } from '../session/access.ts';
import type { PlacementsStore } from '../store/category/placements-store.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { ContentsStore } from '../store/recording/contents-store.ts';
import type { RecordingsStore } from '../store/recording/recordings-store.ts';
import {
  closedPieces,
  compositionOf,
  isBeingRecorded,
  playedPieces,
  type RecordingContent,
} from './content.ts';

export type ReplaysOptions = {
  readonly entries: EntriesStore;
  readonly recordings: RecordingsStore;
  readonly contents: ContentsStore;
  readonly placements: PlacementsStore;
  readonly entitlement: Entitlement;
  readonly playback: PlaybackAddresses;
};

type Replay = { readonly recording: MediaItem; readonly composition: Composition };

/** Where recordings are played, and which one a webcast plays while it has no show. */
export class Replays {
  readonly #options: ReplaysOptions;

  constructor(options: ReplaysOptions) {
    this.#options = options;
  }

  /** Whether an entry is a recording with something to play. */
  async isPlayable(entry: Entry): Promise<boolean> {
    return (await this.#replayOf(entry)) !== null;
  }

  /** The playlist of a recording; null where it has nothing to play. Whether the session may watch is the caller's question. */
  async urlOf(mediaBaseUrl: string, entry: Entry): Promise<string | null> {
    const replay = await this.#replayOf(entry);
    return replay && this.#urlOf(mediaBaseUrl, replay);
  }

  /** What a recording plays now; null where that is nothing. */
  async compositionOf(entry: Entry): Promise<Composition | null> {
    return (await this.#replayOf(entry))?.composition ?? null;
  }

  /** A recording as one MP4 file, called like the entry; null where it has nothing to play. */
  async fileUrlOf(
    mediaBaseUrl: string,
    entry: Entry,
    name = entry.properties.name ?? '',
  ): Promise<string | null> {
    const replay = await this.#replayOf(entry);
    return replay && this.#fileUrlOf(mediaBaseUrl, replay, name);
  }

  /** The same of what a webcast plays while it has no show, for whom it may watch. */
  async fileUrlFor(
    mediaBaseUrl: string,
    session: Session | undefined,
    webcast: Webcast,
  ): Promise<string | null> {
    const replay = await this.#newestOf(webcast);
    if (replay === null) return null;
    const { recording } = replay;
    const { mayWatch } = await this.#options.entitlement.rightsTo(session, recording);
    return mayWatch ? this.#fileUrlOf(mediaBaseUrl, replay, recording.properties.name ?? '') : null;
  }

  /** The playlist of what a webcast plays while it has no show, for whom it may watch; null where that is nothing. */
  async urlFor(
    mediaBaseUrl: string,
    session: Session | undefined,
    webcast: Webcast,
  ): Promise<string | null> {
    const replay = await this.#newestOf(webcast);
    if (replay === null) return null;
    const { mayWatch } = await this.#options.entitlement.rightsTo(session, replay.recording);
    return mayWatch ? this.#urlOf(mediaBaseUrl, replay) : null;
  }

  /**
   * The same for everybody who has come into the webcast's room: null where not all of them may watch it. They may where
   * everybody may, and where the recording is in the categories that have let them in.
   */
  async urlForRoom(mediaBaseUrl: string, webcast: Webcast): Promise<string | null> {
    const replay = await this.#newestOf(webcast);
    if (replay === null || isHeldBack(replay.recording)) return null;
    const { entitlement, placements } = this.#options;
    const everybody = await entitlement.rightsTo(undefined, replay.recording);
    const isOpen =
      everybody.mayWatch || (await placements.isPlacedLike(replay.recording.id, webcast.id));
    return isOpen ? this.#urlOf(mediaBaseUrl, replay) : null;
  }

  /** What the page of an entry shows that is no webcast; null where it lies in the recycle bin. */
  async stageOf(mediaBaseUrl: string, entry: Entry): Promise<Stage | null> {
    if (isRecycled(entry)) return null;
    const content = await this.#options.contents.contentOf(entry.id);
    const composition = playableOf(content);
    if (composition.length > 0) {
      const replayUrl = this.#options.playback.recordingUrl(mediaBaseUrl, composition);
      return { kind: 'recorded', replayUrl, isHeldBack: isHeldBack(entry) };
    }
    return { kind: isBeingRecorded(content) ? 'being-recorded' : 'empty' };
  }

  #urlOf(mediaBaseUrl: string, { composition }: Replay): string {
    return this.#options.playback.recordingUrl(mediaBaseUrl, composition);
  }

  #fileUrlOf(mediaBaseUrl: string, { recording, composition }: Replay, name: string): string {
    const path = this.#options.playback.recordingPath(composition);
    return `${mediaBaseUrl}${path}/${movieFileName(name, recording.id)}`;
  }

  async #replayOf(entry: Entry): Promise<Replay | null> {
    if (entry.kind !== 'media' || entry.status !== READY_STATUS) return null;
    const composition = playableOf(await this.#options.contents.contentOf(entry.id));
    return composition.length === 0 ? null : { recording: entry, composition };
  }

  /** What the webcast names comes first; what it has named before is found by its root. */
  async #newestOf(webcast: Webcast): Promise<Replay | null> {
    const { redirectEntryId, recordedEntryId } = webcast.properties;
    for (const id of new Set([redirectEntryId, recordedEntryId])) {
      const entry = id ? (await this.#options.entries.find(id))?.entry : undefined;
      if (entry === undefined || entry.partnerId !== webcast.partnerId) continue;
      if (entry.properties.displayInSearch === RECYCLED_IN_SEARCH) continue;
      const replay = await this.#replayOf(entry);
      if (replay !== null) return replay;
    }
    const newest = await this.#options.recordings.newestReadyOf(webcast);
    return newest && this.#replayOf(newest);
  }
}

/** What of a recording can be played now: not a show that still goes on. */
function playableOf(content: RecordingContent): Composition {
  return compositionOf(closedPieces(playedPieces(content)));
}
