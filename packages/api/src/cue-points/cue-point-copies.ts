import type { Clock } from '../ports.ts';
import type { CloneOptionValue } from '../schema/entry-results.ts';
import type { CuePointsStore } from '../store/cue-point/cue-points-store.ts';
import type { Statement } from '../store/database.ts';
import {
  AD,
  ANNOTATION,
  CODE,
  type CuePoint,
  type CuePointKind,
  SESSION,
  THUMB,
} from './cue-point.ts';
import type { CuePointBook } from './cue-point-book.ts';
import type { CuePointChanges } from './cue-point-changes.ts';

export type CuePointCopiesOptions = {
  readonly store: CuePointsStore;
  readonly book: CuePointBook;
  readonly changes: CuePointChanges;
  readonly clock: Clock;
};

/** Values of KalturaBaseEntryCloneOptions. */
const OPTION_OF_KIND: { readonly [Kind in CuePointKind]?: string } = {
  [AD]: 'adCuePoint.AD_CUE_POINTS',
  [ANNOTATION]: 'annotation.ANNOTATION_CUE_POINTS',
  [CODE]: 'codeCuePoint.CODE_CUE_POINTS',
  [SESSION]: 'sessionCuePoint.SESSION_CUE_POINTS',
  [THUMB]: 'thumbCuePoint.THUMB_CUE_POINTS',
};

/** Value of KalturaCloneComponentSelectorType. */
const EXCLUDE = '1';

/** What a copy of an entry takes along at most, the first added first. */
const MAX_COPIES = 1000;

/** The cue points of an entry that is copied come along. Questions and answers stay where they were asked. */
export class CuePointCopies {
  readonly #options: CuePointCopiesOptions;

  constructor(options: CuePointCopiesOptions) {
    this.#options = options;
  }

  /** Statements for the job that makes the copy, and what is to be told once it is stored. */
  async copying(
    fromEntryId: string,
    toEntryId: string,
    options: readonly CloneOptionValue[],
  ): Promise<{ readonly also: readonly Statement[]; readonly stored: () => void }> {
    const { store, book, changes, clock } = this.#options;
    const isLeftOut = (itemType: string) =>
      options.some((option) => option.itemType === itemType && option.rule === EXCLUDE);
    const kinds = Object.entries(OPTION_OF_KIND).filter(([, option]) => !isLeftOut(option));
    const originals = await store.ofEntry(
      fromEntryId,
      kinds.map(([kind]) => kind),
      MAX_COPIES,
    );
    const ids = new Map<string, string>();
    const nowMs = clock.nowMs();
    const copies = originals
      .filter(({ threadUserId }) => threadUserId === null)
      .map((original): CuePoint => {
        const drawn = book.nextIds();
        ids.set(original.id, drawn.id);
        // What it answers was added before it; where that stays behind, it answers nothing.
        const parentId = original.parentId === null ? null : (ids.get(original.parentId) ?? null);
        return {
          ...original,
          ...drawn,
          entryId: toEntryId,
          parentId,
          depth: parentId === null ? 0 : original.depth,
          copiedFrom: original.id,
          createdAtMs: nowMs,
          updatedAtMs: nowMs,
          revision: 1,
        };
      });
    return {
      also: copies.map((copy) => store.inserting(copy)),
      stored: () => {
        for (const cuePoint of copies) changes.emit({ kind: 'added', cuePoint });
      },
    };
  }
}
