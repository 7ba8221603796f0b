import type { MeasuredStretch } from '@rostrum/contracts';
import type { EntryRecord } from '../entries/entry.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { MediaItem } from '../entries/media-item.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import { RECORDED_LIVE, type WebcastRecord } from '../live/webcast.ts';
import type { Channels, Clock, Log } from '../ports.ts';
import type { Statement } from '../store/database.ts';
import type { ContentsStore } from '../store/recording/contents-store.ts';
import {
  type Cut,
  closedPieces,
  durationOf,
  heldPieces,
  isBeingRecorded,
  type Piece,
  playedPieces,
  type RecordingContent,
} from './content.ts';
import { cutPieces, type Measure, type Range, type Remainder } from './cut-pieces.ts';
import { archived, clipOf, withContent } from './recording-entry.ts';

export type RecordingsDeskOptions = {
  readonly book: EntryBook;
  readonly contents: ContentsStore;
  readonly channels: Channels;
  readonly clock: Clock;
  readonly log: Log;
};

/** What a recording is cut down to, from its length in ms. @throws ApiError for what lies outside */
export type ChooseRanges = (durationMs: number) => readonly Range[];

/** Changes what recordings play: no media is copied or written, only what their addresses say. */
export class RecordingsDesk {
  readonly #options: RecordingsDeskOptions;

  constructor(options: RecordingsDeskOptions) {
    this.#options = options;
  }

  /**
   * Cuts a recording down to parts of what it plays now; the rest can be brought back.
   *
   * @throws ApiError ENTRY_CANNOT_BE_TRIMMED, ENTRY_NOT_READY, RECORDING_NOT_REACHABLE
   */
  trim(session: Session, entryId: string, choose: ChooseRanges): Promise<EntryRecord<MediaItem>> {
    return this.#change(session, entryId, async (entry, content) => {
      const pieces = this.#wholePieces(entry, content);
      const remainders = await this.#cut(pieces, choose);
      const cuts = remainders.map(({ piece, stretch }) => ({
        takePosition: piece.takePosition,
        stretch: stretch ?? piece.stretch,
      }));
      return {
        after: withContent(entry, durationOf(remainders.map(playedBy)), this.#nowMs()),
        statements: this.#options.contents.cutting(entry.id, isAll(cuts, content) ? null : cuts),
      };
    });
  }

  /** Plays everything again that the recording has. @throws ApiError as `trim` */
  untrim(session: Session, entryId: string): Promise<EntryRecord<MediaItem>> {
    return this.#change(session, entryId, async (entry, content) => {
      this.#wholePieces(entry, content);
      const pieces = closedPieces(heldPieces(content));
      return {
        after: withContent(entry, durationOf(pieces), this.#nowMs()),
        statements: this.#options.contents.cutting(entry.id, null),
      };
    });
  }

  /**
   * Gives an entry without content a part of a recording that its session may change. It has nothing of the rest.
   *
   * @throws ApiError ENTRY_ALREADY_WITH_CONTENT; as `trim` for the source
   */
  clip(
    session: Session,
    entryId: string,
    source: MediaItem,
    choose: ChooseRanges,
  ): Promise<EntryRecord<MediaItem>> {
    const { contents } = this.#options;
    return this.#change(session, entryId, async (entry, content) => {
      if (content.takes.length > 0) throw new ApiError('ENTRY_ALREADY_WITH_CONTENT');
      const pieces = this.#wholePieces(source, await contents.contentOf(source.id));
      const remainders = await this.#cut(pieces, choose);
      const takes = remainders.map(({ piece, stretch }, position) => {
        const { webcastId, generation } = piece;
        return { webcastId, generation, position, stretch: stretch ?? piece.stretch };
      });
      const nowMs = this.#nowMs();
      const durationMs = durationOf(remainders.map(playedBy));
      return {
        after: withContent(clipOf(entry, source), durationMs, nowMs),
        statements: [
          ...contents.holding(takes),
          ...takes.map((take) => contents.placing(entry.id, take)),
        ],
      };
    });
  }

  /**
   * Puts a recording into the archive: it gets a name of its own and is found by everybody, and its webcast names it no
   * more. Doing so twice does no harm.
   *
   * @throws ApiError RECORDED_ENTRY_LIVE_MISMATCH, ENTRY_NOT_READY
   */
  async archive(session: Session, { webcast, facts }: WebcastRecord, entryId: string) {
    await this.#change(session, entryId, async (entry, content) => {
      const { sourceType } = entry.properties;
      if (entry.rootEntryId !== webcast.id || sourceType !== RECORDED_LIVE) {
        throw new ApiError('RECORDED_ENTRY_LIVE_MISMATCH', webcast.id, entryId);
      }
      if (isBeingRecorded(content)) throw new ApiError('ENTRY_NOT_READY', entryId);
      const lastMs = facts?.lastBroadcastMs ?? entry.createdAtMs;
      const revision = entry.revision + 1;
      return {
        after: { ...archived(entry, webcast, lastMs), revision, updatedAtMs: this.#nowMs() },
        statements: [],
      };
    });
    await this.#options.book.change(session, webcast.id, ['webcast'], ({ entry: before }) => {
      const { recordedEntryId, redirectEntryId, ...properties } = before.properties;
      return {
        ...before,
        revision: before.revision + 1,
        updatedAtMs: this.#nowMs(),
        properties: {
          ...properties,
          ...(recordedEntryId && recordedEntryId !== entryId ? { recordedEntryId } : {}),
          ...(redirectEntryId && redirectEntryId !== entryId ? { redirectEntryId } : {}),
        },
      };
    });
  }

  /** A copy that is still to be stored plays what the original plays, and has nothing of what was cut away there. */
  async copied(
    copy: MediaItem,
    originalId: string,
  ): Promise<{ readonly entry: MediaItem; readonly also: readonly Statement[] }> {
    const { contents } = this.#options;
    const pieces = playedPieces(await contents.contentOf(originalId));
    if (pieces.length === 0) return { entry: copy, also: [] };
    const takes = pieces.map((piece, position) => ({ ...piece, position }));
    const closed = closedPieces(pieces);
    const durationMs = closed.length === 0 ? null : durationOf(closed);
    return {
      entry: { ...withContent(copy, durationMs, this.#nowMs()), revision: copy.revision },
      also: [...contents.holding(takes), ...takes.map((take) => contents.placing(copy.id, take))],
    };
  }

  #change(
    session: Session,
    entryId: string,
    change: (
      entry: MediaItem,
      content: RecordingContent,
    ) => Promise<{ readonly after: MediaItem; readonly statements: readonly Statement[] }>,
  ): Promise<EntryRecord<MediaItem>> {
    const { book, contents } = this.#options;
    return book.changeWith(session, entryId, ['media'], async ({ entry }) => {
      const { after, statements } = await change(entry, await contents.contentOf(entry.id));
      return { entry: after, also: statements };
    });
  }

  /** What a recording plays whose shows are over. */
  #wholePieces(entry: MediaItem, content: RecordingContent): readonly Piece[] {
    if (content.takes.length === 0) throw new ApiError('ENTRY_CANNOT_BE_TRIMMED');
    if (isBeingRecorded(content)) throw new ApiError('ENTRY_NOT_READY', entry.id);
    return closedPieces(playedPieces(content));
  }

  async #cut(pieces: readonly Piece[], choose: ChooseRanges): Promise<readonly Remainder[]> {
    const ranges = choose(durationOf(pieces));
    try {
      const remainders = await cutPieces(pieces, ranges, this.#measure);
      if (remainders.length > 0) return remainders;
    } catch (error) {
      if (!(error instanceof MediaAway)) throw error;
      this.#options.log.warn({ error: error.message }, 'a recording could not be measured');
    }
    throw new ApiError('RECORDING_NOT_REACHABLE');
  }

  #measure: Measure = async ({ webcastId, generation }, trims) => {
    try {
      const { channels } = this.#options;
      return (await channels.measureTake(webcastId, generation, trims)) ?? [];
    } catch (error) {
      throw new MediaAway(String(error));
    }
  };

  #nowMs(): number {
    return this.#options.clock.nowMs();
  }
}

/** Nothing is cut away, and nothing is anywhere else. */
function isAll(cuts: readonly Cut[], { takes }: RecordingContent): boolean {
  return (
    cuts.length === takes.length &&
    cuts.every(({ takePosition, stretch }, index) => {
      const take = takes[index];
      return take?.position === takePosition && sameTrim(stretch, take.stretch);
    })
  );
}

function sameTrim(one: MeasuredStretch | null, other: MeasuredStretch | null): boolean {
  if (one === null || other === null) return one === other;
  return one.trim.fromMs === other.trim.fromMs && one.trim.toMs === other.trim.toMs;
}

/** The media process has not answered. */
class MediaAway extends Error {}

function playedBy({ piece, stretch }: Remainder) {
  return stretch ?? piece;
}
