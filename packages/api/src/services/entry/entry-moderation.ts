import type { EntryKind } from '../../entries/entry.ts';
import { APPROVED, type EntryBase, REJECTED } from '../../entries/entry-base.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { ModerationFlag, type ModerationFlagValue } from '../../schema/moderation.ts';
import { isPerson } from '../../session/access.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { Flag, ModerationStore } from '../../store/entry/moderation-store.ts';
import { pageOf } from '../page.ts';
import { toSeconds } from './base-entry-result.ts';

export type EntryModerationOptions = {
  readonly book: EntryBook;
  readonly moderation: ModerationStore;
  readonly clock: Clock;
};

const HIGHEST_RANK = 5;

/** Viewers complain and vote, moderators decide: the same for entries of every kind. */
export class EntryModeration {
  readonly #options: EntryModerationOptions;

  constructor(options: EntryModerationOptions) {
    this.#options = options;
  }

  /** Needs no session: whoever may watch may complain. */
  async flag(call: Call, kinds: readonly EntryKind[], sent: ModerationFlagValue): Promise<null> {
    checkProperties(ModerationFlag, sent, { purpose: 'add', isAdmin: false });
    const entryId = sent.flaggedEntryId ?? '';
    if (entryId === '') {
      throw new ApiError(
        'PROPERTY_VALIDATION_CANNOT_BE_NULL',
        'KalturaModerationFlag::flaggedEntryId',
      );
    }
    const { session } = call;
    const { entry } = await this.#options.book.findWatched(session, entryId, kinds);
    const isKept = await this.#options.moderation.flag(entry, {
      partnerId: entry.partnerId,
      entryId,
      userId: session !== undefined && isPerson(session) ? session.userId : '',
      flagType: sent.flagType ?? null,
      comments: sent.comments ?? null,
      createdAtMs: this.#options.clock.nowMs(),
    });
    if (!isKept) throw new ApiError('ENTRY_CANNOT_BE_FLAGGED');
    return null;
  }

  approve(call: Call, kinds: readonly EntryKind[], entryId: string): Promise<null> {
    return this.#decide(call, kinds, entryId, APPROVED);
  }

  /** It leaves the lists, and the links that viewers have end. */
  reject(call: Call, kinds: readonly EntryKind[], entryId: string): Promise<null> {
    return this.#decide(call, kinds, entryId, REJECTED);
  }

  async listFlags(
    call: Call,
    kinds: readonly EntryKind[],
    entryId: string,
    pager: PagerValue | null,
  ) {
    const { entry } = await this.#options.book.find(sessionOf(call), entryId, kinds);
    const page = pageOf(pager);
    const { totalCount, flags } = await this.#options.moderation.pendingFlags(entry, page);
    return {
      objectType: 'KalturaModerationFlagListResponse',
      totalCount,
      objects: flags.map(toModerationFlag),
    };
  }

  async rank(call: Call, kinds: readonly EntryKind[], entryId: string, rank: number) {
    if (!Number.isInteger(rank) || rank < 1 || rank > HIGHEST_RANK) {
      throw new ApiError('INVALID_RANK_VALUE');
    }
    const { entry } = await this.#options.book.find(sessionOf(call), entryId, kinds);
    await this.#options.moderation.vote(entry, rank);
    return null;
  }

  async #decide(
    call: Call,
    kinds: readonly EntryKind[],
    entryId: string,
    status: EntryBase['moderationStatus'],
  ): Promise<null> {
    const session = sessionOf(call);
    const { entry } = await this.#options.book.find(session, entryId, kinds);
    const nowMs = this.#options.clock.nowMs();
    const isRejected = status === REJECTED;
    if (!(await this.#options.moderation.decide(entry, status, isRejected, nowMs))) {
      throw new ApiError('ENTRY_ID_NOT_FOUND', entryId);
    }
    this.#options.book.announce((await this.#options.book.find(session, entryId, kinds)).entry);
    return null;
  }
}

/** Value of KalturaModerationObjectType. */
const ENTRY = '2';

function toModerationFlag(flag: Flag): object {
  return {
    objectType: 'KalturaModerationFlag',
    id: flag.id,
    partnerId: flag.partnerId,
    userId: flag.userId,
    moderationObjectType: ENTRY,
    flaggedEntryId: flag.entryId,
    status: flag.status,
    comments: flag.comments ?? undefined,
    flagType: flag.flagType ?? undefined,
    createdAt: toSeconds(flag.createdAtMs),
    updatedAt: toSeconds(flag.updatedAtMs),
  };
}
