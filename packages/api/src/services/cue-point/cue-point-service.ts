import {
  ANNOTATION,
  type CuePoint,
  type CuePointKind,
  DELETED,
} from '../../cue-points/cue-point.ts';
import type { CuePointBook, FoundCuePoint } from '../../cue-points/cue-point-book.ts';
import { kindOfFilter, kindOfType } from '../../cue-points/cue-point-kinds.ts';
import { firstStatusOf, refuseProperties, withTimes } from '../../cue-points/cue-point-rules.ts';
import type { CuePointSight } from '../../cue-points/sight.ts';
import { refuseTooMuch } from '../../entries/check-filter.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { CuePointValue } from '../../schema/cue-point.ts';
import type { CuePointFilterValue } from '../../schema/cue-point-filter.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { CuePointQuestion, CuePointsStore } from '../../store/cue-point/cue-points-store.ts';
import { mergeProperties } from '../merge-properties.ts';
import { pageOf } from '../page.ts';
import { toCuePoint } from './cue-point-result.ts';

export type CuePointServices = {
  readonly book: CuePointBook;
  readonly store: CuePointsStore;
  readonly clock: Clock;
};

type Id = { readonly id: string };
type Filter = { readonly filter: CuePointFilterValue | null };
type Times = { readonly startTime: number; readonly endTime: number | null };
type Target = Id & { readonly entryId: string; readonly parentId?: string | null };

/** Answers of answers: as many as a conversation has, and not as many as a program can write. */
const MAX_DEPTH = 100;

/** Without a page, lists are as long as pages can be. */
const WHOLE: PagerValue = { pageSize: 500 };

/** Cue points of every kind, or of one. */
export class CuePointService {
  readonly #services: CuePointServices;
  readonly #only: CuePointKind | null;

  constructor(services: CuePointServices, only: CuePointKind | null = null) {
    this.#services = services;
    this.#only = only;
  }

  async add(call: Call, { cuePoint: sent }: { readonly cuePoint: CuePointValue }) {
    const session = sessionOf(call);
    if (!sent.entryId) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'entryId');
    const kind = kindOfType(sent.objectType);
    const place = await this.#services.book.findEntry(call, sent.entryId);
    const { userId, sessionHash, runs } = place.standing;
    refuseProperties(kind, sent, session, 'add', userId ?? '');
    // Everybody sees them: whoever watches may only write.
    if (kind !== ANNOTATION && !runs) {
      throw new ApiError('NO_PERMISSION_ON_ENTRY', sent.entryId);
    }
    const parent = sent.parentId ? await this.#parent(call, sent.parentId, sent.entryId) : null;
    const { entryId, parentId: _parentId, userId: sentUserId, ...settings } = sent;
    const authorId = sentUserId ?? userId ?? '';
    const cuePoint = {
      partnerId: session.partnerId,
      entryId,
      type: kind,
      status: firstStatusOf(kind, sent),
      userId: authorId,
      sessionHash: authorId === '' ? sessionHash : null,
      parentId: parent?.id ?? null,
      depth: parent === null ? 0 : parent.depth + 1,
      copiedFrom: null,
    };
    return this.#insert(call, place, cuePoint, mergeProperties({}, settings));
  }

  async get(call: Call, { id }: Id) {
    return this.#show(call, await this.#find(call, id));
  }

  async list(call: Call, { filter, pager }: Filter & { readonly pager: PagerValue | null }) {
    const question = await this.#questionOf(call, filter);
    const { totalCount, cuePoints } = await this.#services.store.list(
      question,
      pageOf(pager ?? WHOLE),
    );
    const named = await this.#services.store.staffEntries(question.sight, [
      ...new Set(cuePoints.map(({ entryId }) => entryId)),
    ]);
    return { totalCount, objects: await this.#showAll(question.sight, cuePoints, named) };
  }

  async count(call: Call, { filter }: Filter): Promise<number> {
    return this.#services.store.count(await this.#questionOf(call, filter));
  }

  async update(call: Call, { id, cuePoint: sent }: Id & { readonly cuePoint: CuePointValue }) {
    const session = sessionOf(call);
    const kind = kindOfType(sent.objectType);
    await this.#find(call, id);
    const found = await this.#services.book.change(call, id, async (before) => {
      const { cuePoint } = before;
      if (cuePoint.type !== kind) {
        throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', 'objectType', cuePoint.type);
      }
      refuseProperties(kind, sent, session, 'update', cuePoint.userId);
      const { userId: sentUserId, ...settings } = sent;
      const merged = mergeProperties(cuePoint.properties, settings, ['entryId', 'parentId']);
      const after: CuePoint = {
        ...cuePoint,
        userId: sentUserId ?? cuePoint.userId,
        properties: withTimes(kind, merged, id, before.entry),
      };
      return { ...after, ...(await this.#services.book.audienceOf(before, after, cuePoint)) };
    });
    return this.#show(call, found);
  }

  async delete(call: Call, { id }: Id): Promise<null> {
    await this.#find(call, id);
    await this.#services.book.remove(call, id);
    return null;
  }

  /** DELETED deletes, as `delete` does. For those who run the entry. */
  async updateStatus(call: Call, { id, status }: Id & { readonly status: 1 | 2 | 3 | 4 }) {
    await this.#find(call, id);
    if (status === DELETED) return this.delete(call, { id });
    await this.#services.book.change(
      call,
      id,
      ({ cuePoint }) => ({ ...cuePoint, status }),
      ({ standing }) => standing.manages,
    );
    return null;
  }

  async updateCuePointsTimes(call: Call, { id, startTime, endTime }: Id & Times) {
    await this.#find(call, id);
    const found = await this.#services.book.change(call, id, ({ cuePoint, entry }) => {
      const { endTime: before, ...rest } = cuePoint.properties;
      const end = endTime ?? before;
      const properties = { ...rest, startTime, ...(typeof end === 'number' && { endTime: end }) };
      return { ...cuePoint, properties: withTimes(cuePoint.type, properties, id, entry) };
    });
    return this.#show(call, found);
  }

  /** What is not for everybody stays so in the copy. The copy answers nothing but what is named. */
  async clone(call: Call, { id, entryId, parentId }: Target) {
    const source = await this.#find(call, id);
    const { cuePoint } = source;
    const place = await this.#services.book.findEntry(call, entryId);
    if (cuePoint.type !== ANNOTATION && !place.standing.runs) {
      throw new ApiError('NO_PERMISSION_TO_COPY_CUE_POINT_TO_ENTRY', id, entryId);
    }
    const parent = parentId ? await this.#parent(call, parentId, entryId) : null;
    const { userId, sessionHash } = place.standing;
    // Nobody speaks in another's name: only those who run both entries take the author along.
    const keepsAuthor = place.standing.manages && source.standing.manages;
    const authorId = keepsAuthor ? cuePoint.userId : (userId ?? '');
    const { systemName, ...properties } = cuePoint.properties;
    const isTaken = entryId === cuePoint.entryId || systemName === undefined;
    const copy = {
      partnerId: cuePoint.partnerId,
      entryId,
      type: cuePoint.type,
      status: cuePoint.status,
      userId: authorId,
      sessionHash: authorId === '' ? sessionHash : null,
      parentId: parent?.id ?? null,
      depth: parent === null ? 0 : parent.depth + 1,
      copiedFrom: id,
    };
    const settings = isTaken ? properties : { ...properties, systemName };
    return this.#insert(call, place, copy, settings, cuePoint);
  }

  /** @param source what it is a copy of */
  async #insert(
    call: Call,
    place: Pick<FoundCuePoint, 'entry' | 'standing'>,
    settings: Omit<CuePoint, Written>,
    sent: CuePointValue,
    source: CuePoint | null = null,
  ) {
    const nowMs = this.#services.clock.nowMs();
    const properties = withTimes(settings.type, sent, '', place.entry);
    const draft = { ...settings, id: '', properties };
    const audience = await this.#services.book.audienceOf(place, draft, null);
    const isKeptPrivate = source !== null && !source.isOpen;
    const threadUserId = audience.threadUserId ?? source?.threadUserId ?? null;
    const cuePoint = await this.#services.book.add((id, intId) => ({
      ...settings,
      ...(isKeptPrivate ? { isOpen: false, threadUserId } : audience),
      id,
      intId,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      revision: 1,
      properties,
    }));
    return this.#show(call, { ...place, cuePoint });
  }

  async #find(call: Call, id: string): Promise<FoundCuePoint> {
    const found = await this.#services.book.find(call, id);
    if (this.#only !== null && found.cuePoint.type !== this.#only) {
      throw new ApiError('INVALID_CUE_POINT_ID', id);
    }
    return found;
  }

  /** What it answers: nobody answers what they do not see. */
  async #parent(call: Call, id: string, entryId: string): Promise<CuePoint> {
    const found = await this.#services.book.findOrNull(call, id);
    if (found === null || found.cuePoint.type !== ANNOTATION) {
      throw new ApiError('PARENT_CUE_POINT_NOT_FOUND', id);
    }
    const { cuePoint } = found;
    if (cuePoint.entryId !== entryId) {
      throw new ApiError('PARENT_CUE_POINT_DO_NOT_BELONG_TO_THE_SAME_ENTRY');
    }
    if (cuePoint.depth >= MAX_DEPTH) {
      throw new ApiError('PROPERTY_VALIDATION_MAX_VALUE', 'KalturaAnnotation::depth', MAX_DEPTH);
    }
    return cuePoint;
  }

  async #questionOf(call: Call, filter: CuePointFilterValue | null): Promise<CuePointQuestion> {
    const asked = filter ?? {};
    refuseTooMuch(asked);
    const sight = await this.#services.book.sightOf(call);
    return { sight, filter: asked, kind: this.#only ?? kindOfFilter(asked.objectType) };
  }

  async #show(
    call: Call,
    { cuePoint, standing }: Pick<FoundCuePoint, 'cuePoint' | 'standing'>,
  ): Promise<object> {
    const sight = await this.#services.book.sightOf(call);
    const named = new Set(standing.readsAll ? [cuePoint.entryId] : []);
    const [object] = await this.#showAll(sight, [cuePoint], named);
    if (object === undefined) throw new TypeError('A cue point has no object');
    return object;
  }

  /** @param named entries whose authors the session may know */
  async #showAll(
    sight: CuePointSight,
    cuePoints: readonly CuePoint[],
    named: ReadonlySet<string>,
  ): Promise<object[]> {
    const annotations = cuePoints.filter(({ type }) => type === ANNOTATION);
    const children = await this.#services.store.childCounts(
      sight,
      annotations.map(({ id }) => id),
    );
    return cuePoints.map((cuePoint) =>
      toCuePoint({
        cuePoint,
        showsUser: named.has(cuePoint.entryId) || cuePoint.userId === sight.userId,
        children: children.get(cuePoint.id),
      }),
    );
  }
}

type Written =
  | 'id'
  | 'intId'
  | 'isOpen'
  | 'threadUserId'
  | 'createdAtMs'
  | 'updatedAtMs'
  | 'revision'
  | 'properties';
