import type { Entitlement } from '../entitlement/entitlement.ts';
import { type Entry, EVERY_KIND } from '../entries/entry.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import { Turns } from '../entries/turns.ts';
import { ApiError } from '../errors/api-error.ts';
import { refused } from '../ks/session-verifier.ts';
import type { Clock } from '../ports.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { CuePointsStore } from '../store/cue-point/cue-points-store.ts';
import type { Statement } from '../store/database.ts';
import type { MetadataStore } from '../store/metadata/metadata-store.ts';
import { randomTextId } from '../store/random-ids.ts';
import { type Audience, type AudienceQuestion, audienceOf } from './audience.ts';
import { ANNOTATION, type CuePoint, type CuePointKind, RECORDED_AS, THUMB } from './cue-point.ts';
import type { CuePointChanges } from './cue-point-changes.ts';
import { questionFactsOf } from './question-facts.ts';
import type { QuestionWatch } from './question-watch.ts';
import { type CuePointSight, sightOf } from './sight.ts';
import { isChangeableBy, isReadableBy, type Standing, standingOn } from './standing.ts';

export type CuePointBookOptions = {
  readonly store: CuePointsStore;
  readonly metadata: MetadataStore;
  readonly book: EntryBook;
  readonly entitlement: Entitlement;
  readonly changes: CuePointChanges;
  readonly questions: QuestionWatch;
  readonly clock: Clock;
};

/** A cue point, its entry, and what the session may do there. */
export type FoundCuePoint = {
  readonly cuePoint: CuePoint;
  readonly entry: Entry;
  readonly standing: Standing;
};

/** A record about a cue point that is about to be written; null content where it is about to be deleted. */
export type RecordWrite = { readonly recordId: number; readonly xml: string | null };

/** Statements that belong into a job, and what is to be told once it is stored. */
export type Alongside = { readonly also: readonly Statement[]; readonly stored: () => void };

/** How often a change is made anew because another came first, and an id drawn again because it is taken. */
const MAX_ATTEMPTS = 8;

/** The cue points of all accounts, as far as sessions may find, list and change them. */
/** What became a slide's picture. */
export type SlidePicture = {
  readonly partnerId: number;
  readonly entryId: string;
  readonly cuePointId: string;
  readonly assetId: string;
};

export class CuePointBook {
  readonly #options: CuePointBookOptions;
  readonly #turns = new Turns();
  #lastIntId = 0;

  constructor(options: CuePointBookOptions) {
    this.#options = options;
  }

  /** @throws ApiError INVALID_CUE_POINT_ID also where it is of another account, or the session may not read it */
  async find(call: Call, id: string): Promise<FoundCuePoint> {
    const found = await this.findOrNull(call, id);
    if (found === null) throw new ApiError('INVALID_CUE_POINT_ID', id);
    return found;
  }

  async findOrNull(call: Call, id: string): Promise<FoundCuePoint | null> {
    const session = sessionOf(call);
    const cuePoint = await this.#options.store.find(session.partnerId, id);
    if (cuePoint === null) return null;
    const record = await this.#options.book.findOrNull(session, cuePoint.entryId, EVERY_KIND);
    if (record === null) return null;
    const standing = standingOn(call, record.entry);
    return isReadableBy(cuePoint, standing) ? { cuePoint, entry: record.entry, standing } : null;
  }

  /** An entry to which cue points are added. @throws ApiError ENTRY_ID_NOT_FOUND */
  async findEntry(call: Call, entryId: string): Promise<Pick<FoundCuePoint, 'entry' | 'standing'>> {
    const { entry } = await this.#options.book.find(sessionOf(call), entryId, EVERY_KIND);
    return { entry, standing: standingOn(call, entry) };
  }

  /** For lists: what the session sees of all. */
  async sightOf(call: Call): Promise<CuePointSight> {
    return sightOf(call, await this.#options.entitlement.viewerFor(sessionOf(call)));
  }

  /** Of some ids, those that a list would show. */
  async seen(call: Call, kind: CuePointKind, ids: readonly string[]) {
    return this.#options.store.seen(await this.sightOf(call), kind, ids);
  }

  /** @param create is asked again where the id that it was given is taken */
  async add(create: (id: string, intId: number) => CuePoint): Promise<CuePoint> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const cuePoint = create(randomTextId(), this.#nextIntId());
      const outcome = await this.#options.store.insert(cuePoint);
      if (outcome === 'inserted') {
        this.#options.changes.emit({ kind: 'added', cuePoint });
        return cuePoint;
      }
      if (outcome === 'orphan') {
        throw new ApiError('PARENT_CUE_POINT_NOT_FOUND', cuePoint.parentId ?? '');
      }
      await this.refuseTakenName(cuePoint);
    }
    throw new Error('No free id was found for a cue point');
  }

  /** @throws ApiError CUE_POINT_SYSTEM_NAME_EXISTS. The id of the other one is not for everybody. */
  async refuseTakenName({ id, entryId, properties }: CuePoint): Promise<void> {
    const name = properties.systemName;
    if (!name) return;
    const other = await this.#options.store.findByName(entryId, name);
    if (other !== null && other.id !== id) {
      throw new ApiError('CUE_POINT_SYSTEM_NAME_EXISTS', name, '');
    }
  }

  /** Changes what the session may change. Nobody's change is lost to another's. */
  change(
    call: Call,
    id: string,
    change: (found: FoundCuePoint) => CuePoint | Promise<CuePoint>,
    mayChange: (found: FoundCuePoint) => boolean = ({ cuePoint, standing }) =>
      isChangeableBy(cuePoint, call, standing),
  ): Promise<FoundCuePoint> {
    return this.#turns.take(id, async () => {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const found = await this.find(call, id);
        if (!mayChange(found)) throw refused(sessionOf(call).ks, 'INVALID_TYPE');
        const cuePoint = this.#next(found.cuePoint, await change(found));
        const also = await this.#asking(found, cuePoint, null);
        if (await this.#options.store.replace(cuePoint, also)) {
          this.#options.changes.emit({ kind: 'changed', cuePoint, before: found.cuePoint });
          this.#options.questions.stored(also);
          return { ...found, cuePoint };
        }
        await this.refuseTakenName(cuePoint);
      }
      throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
    });
  }

  /** With all that answers it. */
  async remove(call: Call, id: string): Promise<void> {
    const { cuePoint, standing } = await this.find(call, id);
    if (!isChangeableBy(cuePoint, call, standing)) {
      throw refused(sessionOf(call).ks, 'INVALID_TYPE');
    }
    const family = await this.#options.store.family(id);
    if (!(await this.#options.store.removeFamily(id))) {
      throw new ApiError('INVALID_CUE_POINT_ID', id);
    }
    for (const each of family) this.#options.changes.emit({ kind: 'deleted', cuePoint: each });
  }

  /**
   * The picture of a slide has come: it is READY now, and told so.
   *
   * @returns false where the entry has no such slide, or has it no more
   */
  async pictureIsReady({
    partnerId,
    entryId,
    cuePointId: id,
    assetId,
  }: SlidePicture): Promise<boolean> {
    return this.#turns.take(id, async () => {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const before = await this.#options.store.find(partnerId, id);
        // The picture's owner has named the cue point: it may be any.
        if (before?.type !== THUMB || before.entryId !== entryId) return false;
        const properties = { ...before.properties, assetId };
        const cuePoint = this.#next(before, { ...before, status: 1, properties });
        if (await this.#options.store.replace(cuePoint)) {
          this.#options.changes.emit({ kind: 'changed', cuePoint, before });
          return true;
        }
      }
      return false;
    });
  }

  /** Who may read it, as it is written by this session. @param write a record about it that is being written */
  async audienceOf(
    found: Pick<FoundCuePoint, 'entry' | 'standing'>,
    cuePoint: Pick<CuePoint, 'id' | 'partnerId' | 'type' | 'properties' | 'userId' | 'parentId'>,
    before: Audience | null,
    write: RecordWrite | null = null,
  ): Promise<Audience> {
    const { partnerId, parentId, type } = cuePoint;
    const question: Omit<AudienceQuestion, 'facts' | 'parent'> = {
      kind: type,
      properties: cuePoint.properties,
      authorId: cuePoint.userId,
      isByStaff: found.standing.manages,
      isOnWebcast: found.entry.kind === 'webcast',
      before,
    };
    if (type !== ANNOTATION) return audienceOf({ ...question, facts: null, parent: null });
    const parent = parentId === null ? null : await this.#options.store.find(partnerId, parentId);
    const records = before === null ? [] : await this.#recordsOf(partnerId, cuePoint.id, write);
    return audienceOf({ ...question, parent, facts: questionFactsOf(records) });
  }

  /** What has to happen in the job that writes a record about a cue point. */
  async alongside(call: Call, id: string, write: RecordWrite): Promise<Alongside> {
    const found = await this.find(call, id);
    const { cuePoint: before } = found;
    const audience = await this.audienceOf(found, before, before, write);
    const cuePoint = this.#next(before, { ...before, ...audience });
    const asking = await this.#asking(found, cuePoint, write);
    return {
      also: [this.#options.store.replacing(cuePoint), ...asking],
      stored: () => {
        this.#options.changes.emit({ kind: 'changed', cuePoint, before });
        this.#options.questions.stored(asking);
      },
    };
  }

  /** What is to be written with a change, where it makes a question complete. */
  async #asking(
    { entry, cuePoint: before }: FoundCuePoint,
    after: CuePoint,
    write: RecordWrite | null,
  ): Promise<readonly Statement[]> {
    if (after.type !== ANNOTATION) return [];
    const { partnerId, id } = after;
    const stored = await this.#recordsOf(partnerId, id, null);
    const written = write === null ? stored : await this.#recordsOf(partnerId, id, write);
    return this.#options.questions.statements({
      entry,
      before,
      after,
      records: { before: stored, after: written },
    });
  }

  /** A number that is larger than those before, also after a restart. */
  #nextIntId(): number {
    this.#lastIntId = Math.max(this.#lastIntId + 1, this.#options.clock.nowMs() * 1000);
    return this.#lastIntId;
  }

  /** Ids and numbers for copies that come into another job. */
  nextIds(): { readonly id: string; readonly intId: number } {
    return { id: randomTextId(), intId: this.#nextIntId() };
  }

  #next(before: CuePoint, after: CuePoint): CuePoint {
    const updatedAtMs = this.#options.clock.nowMs();
    return { ...after, updatedAtMs, revision: before.revision + 1 };
  }

  async #recordsOf(partnerId: number, id: string, write: RecordWrite | null) {
    const records = await this.#options.metadata.about(partnerId, ANNOTATION_RECORD, id);
    const others = records.filter(({ id: recordId }) => recordId !== write?.recordId);
    const xmls = others.map(({ xml }) => xml);
    return write === null || write.xml === null ? xmls : [...xmls, write.xml];
  }
}

const ANNOTATION_RECORD =
  Object.entries(RECORDED_AS).find(([, kind]) => kind === ANNOTATION)?.[0] ?? '';
