import { readFile } from 'node:fs/promises';
import type { Picture } from '@rostrum/contracts';
import type { Entitlement } from '../../entitlement/entitlement.ts';
import { type EntryRecord, EVERY_KIND } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { entryIdOfFlavorAsset } from '../../entries/flavor-asset-id.ts';
import { ApiError } from '../../errors/api-error.ts';
import { pictureSizeOf } from '../../formats/picture-size.ts';
import { refused } from '../../ks/session-verifier.ts';
import type { AssetPictures } from '../../pictures/asset-pictures.ts';
import { type IncomingPictures, pictureRefusal } from '../../pictures/incoming-pictures.ts';
import { contentTypeOf } from '../../pictures/picture-format.ts';
import type { Thumbnails } from '../../pictures/thumbnails.ts';
import type { Addresses, Clock, Stills } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import { FileAnswer } from '../../schema/file-answer.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { AssetFilterValue } from '../../schema/flavor-asset.ts';
import type {
  ResourceValue,
  UploadedFileTokenResourceValue,
  UrlResourceValue,
} from '../../schema/resource.ts';
import {
  ThumbAsset as ThumbAssetType,
  type ThumbAssetValue,
  type ThumbnailServeOptionsValue,
  type ThumbParamsValue,
  TimedThumbAsset,
} from '../../schema/thumb-asset.ts';
import type { UploadedFile } from '../../schema/uploaded-file.ts';
import { isEditor } from '../../session/access.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { Statement } from '../../store/database.ts';
import type { PicturesStore } from '../../store/entry/pictures-store.ts';
import { randomTextId } from '../../store/random-ids.ts';
import type { ThumbAsset, ThumbAssetsStore } from '../../store/upload/thumb-assets-store.ts';
import type { EntryUploads } from '../entry/entry-uploads.ts';
import { type ListFields, listInMemory } from '../list-in-memory.ts';
import { type ShownThumbAsset, toThumbAsset } from './thumb-asset-result.ts';
import { shapeOf, WHOLE_PICTURE } from './thumb-shape.ts';

export type ThumbAssetServices = {
  readonly book: EntryBook;
  readonly entitlement: Entitlement;
  readonly assets: ThumbAssetsStore;
  readonly pictures: PicturesStore;
  readonly assetPictures: AssetPictures;
  readonly thumbnails: Thumbnails;
  readonly incoming: IncomingPictures;
  readonly uploads: EntryUploads;
  readonly stills: Stills;
  readonly addresses: Addresses;
  readonly clock: Clock;
  /** The picture of a cue point is there, or is another one. */
  readonly onContent: (content: CuePointPicture) => Promise<void>;
};

export type CuePointPicture = {
  readonly partnerId: number;
  readonly entryId: string;
  readonly cuePointId: string;
  readonly assetId: string;
};

/** A presentation has hundreds of slides. */
const MAX_ASSETS = 2000;
/** Entries or assets that a list may name. */
const MAX_NAMED = 500;
/** How often a change is made anew because another came first. */
const MAX_ATTEMPTS = 8;
/** Slides do not change; what somebody replaces has another version, which clients name. */
const CACHE_SECONDS = 60;
/** The flavors that an asset id may name besides: a recording’s, and a webcast’s. */
const FLAVORS = [0, 32];

const FIELDS: ListFields<ShownThumbAsset> = {
  id: ({ id }) => id,
  entryId: ({ entryId }) => entryId,
  partnerId: ({ partnerId }) => partnerId,
  size: ({ size }) => size,
  tags: ({ tags }) => tags,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  thumbParamsId: ({ thumbParamsId }) => thumbParamsId,
  status: ({ status }) => status,
};

type ById = { readonly thumbAssetId: string };
type OfEntry = { readonly entryId: string };

/** Pictures that belong to entries: the default one is what the entry shows, timed ones are slides. */
export class ThumbAssetService {
  readonly #services: ThumbAssetServices;

  constructor(services: ThumbAssetServices) {
    this.#services = services;
  }

  /** It waits for its content. */
  async add(
    call: Call,
    { entryId, thumbAsset }: OfEntry & { readonly thumbAsset: ThumbAssetValue },
  ) {
    const record = await this.#editable(call, entryId);
    const isTimed = thumbAsset.objectType === TimedThumbAsset.name;
    const { isAdmin } = sessionOf(call);
    const type = isTimed ? TimedThumbAsset : ThumbAssetType;
    checkProperties(type, thumbAsset, { purpose: 'add', isAdmin });
    const { objectType: _type, cuePointId, ...properties } = thumbAsset;
    const asset = this.#new(record, {
      ...{ isTimed, properties: stored({}, properties) },
      cuePointId: isTimed ? cuePointId || null : null,
    });
    await this.#insert(asset, null);
    return toThumbAsset(asset);
  }

  async addFromImage(
    call: Call,
    { entryId, fileData }: OfEntry & { readonly fileData: UploadedFile },
  ) {
    const record = await this.#editable(call, entryId);
    const bytes = await readFile(fileData.path);
    return this.#addReady(
      record,
      await this.#services.incoming.sent(bytes, fileData.fileName),
      null,
    );
  }

  async addFromUrl(call: Call, { entryId, url }: OfEntry & { readonly url: string }) {
    const record = await this.#editable(call, entryId);
    return this.#addReady(record, await this.#services.incoming.fetched(url), null);
  }

  async setContent(
    call: Call,
    { id, contentResource }: { readonly id: string; readonly contentResource: ResourceValue },
  ) {
    const { asset } = await this.#editableAsset(call, id);
    const { picture, also } = await this.#pictureIn(call, asset, contentResource);
    const after = await this.#setPicture(call, asset.id, picture, asset.recipe, also);
    this.#services.uploads.settle();
    return toThumbAsset(after);
  }

  async update(
    call: Call,
    { id, thumbAsset }: { readonly id: string; readonly thumbAsset: ThumbAssetValue },
  ) {
    const { isAdmin } = sessionOf(call);
    const after = await this.#change(call, id, (asset) => {
      const type = asset.isTimed ? TimedThumbAsset : ThumbAssetType;
      checkProperties(type, thumbAsset, { purpose: 'update', isAdmin });
      const { objectType: _type, ...sent } = thumbAsset;
      return { ...asset, properties: stored(asset.properties, sent) };
    });
    return toThumbAsset(after);
  }

  async get(call: Call, { thumbAssetId }: ById) {
    return toThumbAsset((await this.#readable(call, thumbAssetId)).asset);
  }

  async getByEntryId(call: Call, { entryId }: OfEntry) {
    const { entry } = await this.#services.book.find(sessionOf(call), entryId, EVERY_KIND);
    const found = await this.#services.assets.list('entry_id', [entry.id], MAX_ASSETS);
    return found.map(toThumbAsset);
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: AssetFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { assets, book } = this.#services;
    const { by, ids } = namedIn(filter);
    const found = await assets.list(by, ids, MAX_NAMED * MAX_ASSETS);
    const seen = new Map<string, boolean>();
    for (const { entryId } of found) {
      if (seen.has(entryId)) continue;
      const record = await book.findOrNull(sessionOf(call), entryId, EVERY_KIND);
      seen.set(entryId, record !== null);
    }
    const shown = found.filter(({ entryId }) => seen.get(entryId)).map(toThumbAsset);
    const { totalCount, items } = listInMemory(shown, filter, pager, FIELDS);
    return { objectType: 'KalturaThumbAssetListResponse', totalCount, objects: items };
  }

  /** The entry shows it from now on. */
  async setAsDefault(call: Call, { thumbAssetId }: ById): Promise<null> {
    const { assets, pictures, clock, book } = this.#services;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const { asset, record } = await this.#editableAsset(call, thumbAssetId);
      const picture = await assets.read(asset.id);
      if (picture === null) throw new ApiError('THUMB_ASSET_IS_NOT_READY');
      const also = [assets.becomingDefault(asset)];
      if (await pictures.set(record.entry, picture, clock.nowMs(), also)) {
        book.announce(record.entry);
        return null;
      }
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', thumbAssetId);
  }

  async delete(call: Call, { thumbAssetId }: ById): Promise<null> {
    const { asset } = await this.#editableAsset(call, thumbAssetId);
    if (!(await this.#services.assets.remove(asset.id))) {
      const isThere = (await this.#services.assets.find(asset.id)) !== null;
      throw new ApiError(isThere ? 'THUMB_ASSET_IS_DEFAULT' : 'THUMB_ASSET_ID_NOT_FOUND', asset.id);
    }
    return null;
  }

  /** Makes one of a frame of the entry, or of another of its pictures. */
  async generate(
    call: Call,
    {
      entryId,
      thumbParams,
      sourceAssetId,
    }: OfEntry & { readonly thumbParams: ThumbParamsValue; readonly sourceAssetId: string | null },
  ) {
    const record = await this.#editable(call, entryId);
    const source = sourceAssetId ? await this.#sourceOf(record, sourceAssetId) : null;
    const picture = await this.#made(record, thumbParams, source);
    const { objectType: _type, ...recipe } = thumbParams;
    return this.#addReady(record, picture, recipe);
  }

  /** Makes it anew, as it was made before. */
  async regenerate(call: Call, { thumbAssetId }: ById) {
    const { asset, record } = await this.#editableAsset(call, thumbAssetId);
    const { recipe } = asset;
    if (recipe === null) throw new ApiError('THUMB_ASSET_PARAMS_ID_NOT_FOUND', thumbAssetId);
    const picture = await this.#made(record, recipe, null);
    return toThumbAsset(await this.#setPicture(call, asset.id, picture, recipe, []));
  }

  async serve(
    call: Call,
    {
      thumbAssetId,
      thumbParams,
      options,
    }: ById & {
      readonly thumbParams: ThumbParamsValue | null;
      readonly options: ThumbnailServeOptionsValue | null;
    },
  ): Promise<FileAnswer> {
    const asset = await this.#watchable(call, thumbAssetId);
    if (asset.version === 0) throw new ApiError('THUMB_ASSET_IS_NOT_READY');
    const picture = await this.#services.assetPictures.pictureOf(asset, shapeOf(thumbParams));
    if (typeof picture === 'string') throw pictureRefusal(picture, asset.entryId);
    return pictureFile(picture, asset.id, options?.download ?? false);
  }

  /** What the entry shows. */
  async serveByEntryId(
    call: Call,
    { entryId, thumbParamId }: OfEntry & { readonly thumbParamId: number | null },
  ): Promise<FileAnswer> {
    const record = await this.#services.book.findWatched(call.session, entryId, EVERY_KIND);
    if (thumbParamId) throw new ApiError('THUMB_ASSET_PARAMS_ID_NOT_FOUND', thumbParamId);
    const made = await this.#services.thumbnails.thumbnailOf(record, WHOLE_PICTURE, null);
    if (made === 'busy') throw pictureRefusal('busy', entryId);
    return pictureFile(made.picture, record.entry.id, false, made.maxAgeSeconds);
  }

  /**
   * The address of its picture. Players put the ids of other assets into it, so that it says nothing of this one but its
   * id; the session is in it only where not everybody may watch the entry.
   */
  async getUrl(
    call: Call,
    { id, thumbParams }: { readonly id: string; readonly thumbParams: ThumbParamsValue | null },
  ): Promise<string> {
    const { asset, record } = await this.#readable(call, id);
    if (asset.version === 0) throw new ApiError('THUMB_ASSET_IS_NOT_READY');
    shapeOf(thumbParams);
    const { addresses, entitlement } = this.#services;
    const everybody = await entitlement.rightsTo(undefined, record.entry);
    const session = everybody.mayWatch || !call.ks ? [] : ['ks', call.ks];
    const { objectType: _type, ...params } = thumbParams ?? {};
    const shape = Object.entries(params).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [`thumbParams:${name}`, String(value)],
    );
    const pairs = ['service', 'thumbAsset', 'action', 'serve', ...session];
    const path = [...pairs, 'thumbAssetId', asset.id, ...shape].map(encodeURIComponent);
    return `${addresses.publicUrl(call.requestHost)}/api_v3/${path.join('/').replaceAll('%3A', ':')}`;
  }

  async #pictureIn(
    call: Call,
    asset: ThumbAsset,
    resource: ResourceValue,
  ): Promise<{ readonly picture: Picture; readonly also: readonly Statement[] }> {
    const { incoming, uploads } = this.#services;
    switch (resource.objectType) {
      case 'KalturaUploadedFileTokenResource': {
        const { token } = resource as UploadedFileTokenResourceValue;
        const attachedTo = { type: 'thumbAsset', id: asset.id };
        return uploads.pictureOf(sessionOf(call), token ?? '', attachedTo);
      }
      case 'KalturaUrlResource': {
        const { url } = resource as UrlResourceValue;
        return { picture: await incoming.fetched(url ?? ''), also: [] };
      }
      default:
        throw new ApiError('RESOURCE_TYPE_NOT_SUPPORTED', resource.objectType ?? 'KalturaResource');
    }
  }

  async #made(
    record: EntryRecord,
    params: ThumbParamsValue,
    source: ThumbAsset | null,
  ): Promise<Picture> {
    const { thumbnails, assetPictures, stills } = this.#services;
    const shape = shapeOf(params);
    const original =
      source === null
        ? await thumbnails.pictureOf(record, secondOf(record, params))
        : await assetPictures.pictureOf(source, null);
    if (typeof original === 'string') throw pictureRefusal(original, record.entry.id);
    const picture = shape === null ? original : await stills.shape(original, shape);
    if (typeof picture === 'string') throw pictureRefusal(picture, record.entry.id);
    return picture;
  }

  /** An asset of the same entry; null for a rendition, which there is one of. */
  async #sourceOf({ entry }: EntryRecord, id: string): Promise<ThumbAsset | null> {
    const asset = await this.#services.assets.find(id);
    if (asset?.entryId === entry.id && asset.version > 0) return asset;
    if (FLAVORS.some((flavor) => entryIdOfFlavorAsset(id, flavor)?.includes(entry.id))) return null;
    throw new ApiError('THUMB_ASSET_ID_NOT_FOUND', id);
  }

  #new(
    { entry }: EntryRecord,
    facts: Pick<ThumbAsset, 'isTimed' | 'cuePointId' | 'properties'>,
  ): ThumbAsset {
    const nowMs = this.#services.clock.nowMs();
    return {
      id: randomTextId(),
      partnerId: entry.partnerId,
      entryId: entry.id,
      isDefault: false,
      version: 0,
      format: null,
      size: null,
      sizeBytes: 0,
      recipe: null,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      revision: 1,
      ...facts,
    };
  }

  async #addReady(record: EntryRecord, picture: Picture, recipe: ThumbParamsValue | null) {
    const asset = this.#new(record, { isTimed: false, cuePointId: null, properties: {} });
    const ready = { ...withPicture(asset, picture, recipe), revision: asset.revision };
    await this.#insert(ready, picture);
    return toThumbAsset(ready);
  }

  async #insert(asset: ThumbAsset, picture: Picture | null): Promise<void> {
    const { assets } = this.#services;
    if ((await assets.countOf(asset.entryId)) >= MAX_ASSETS) {
      throw new ApiError('MAX_ASSETS_FOR_ENTRY_REACHED', MAX_ASSETS);
    }
    await assets.insert(asset, picture);
  }

  async #setPicture(
    call: Call,
    id: string,
    picture: Picture,
    recipe: ThumbParamsValue | null,
    also: readonly Statement[],
  ): Promise<ThumbAsset> {
    const after = await this.#change(
      call,
      id,
      (asset) => withPicture(asset, picture, recipe),
      picture,
      also,
    );
    const { partnerId, entryId, cuePointId, id: assetId } = after;
    if (cuePointId !== null) {
      await this.#services.onContent({ partnerId, entryId, cuePointId, assetId });
    }
    return after;
  }

  /** Where it is what the entry shows, the entry shows the new picture. */
  async #change(
    call: Call,
    id: string,
    change: (asset: ThumbAsset) => ThumbAsset,
    picture: Picture | null = null,
    also: readonly Statement[] = [],
  ): Promise<ThumbAsset> {
    const { assets, pictures, clock } = this.#services;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const { asset, record } = await this.#editableAsset(call, id);
      const nowMs = clock.nowMs();
      const after = { ...change(asset), updatedAtMs: nowMs, revision: asset.revision + 1 };
      const shown =
        picture === null || !asset.isDefault
          ? []
          : [...pictures.setting(record.entry, picture, nowMs), assets.becomingDefault(after)];
      if (await assets.replace(after, picture, [...shown, ...also])) return after;
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
  }

  async #editable(call: Call, entryId: string): Promise<EntryRecord> {
    return this.#services.book.findEdited(sessionOf(call), entryId, EVERY_KIND);
  }

  async #editableAsset(call: Call, id: string) {
    const found = await this.#readable(call, id);
    const session = sessionOf(call);
    if (!isEditor(session, found.record.entry)) throw refused(session.ks, 'INVALID_TYPE');
    return found;
  }

  /** @throws ApiError THUMB_ASSET_ID_NOT_FOUND also where its entry is not for this session */
  async #readable(call: Call, id: string) {
    const asset = await this.#services.assets.find(id);
    if (asset !== null) {
      const session = sessionOf(call);
      const record = await this.#services.book.findOrNull(session, asset.entryId, EVERY_KIND);
      if (record !== null) return { asset, record };
    }
    throw new ApiError('THUMB_ASSET_ID_NOT_FOUND', id);
  }

  async #watchable(call: Call, id: string): Promise<ThumbAsset> {
    const asset = await this.#services.assets.find(id);
    if (asset === null) throw new ApiError('THUMB_ASSET_ID_NOT_FOUND', id);
    try {
      await this.#services.book.findWatched(call.session, asset.entryId, EVERY_KIND);
      return asset;
    } catch (error) {
      if (error instanceof ApiError) throw new ApiError('THUMB_ASSET_ID_NOT_FOUND', id);
      throw error;
    }
  }
}

function withPicture(
  asset: ThumbAsset,
  picture: Picture,
  recipe: ThumbParamsValue | null,
): ThumbAsset {
  return {
    ...asset,
    version: asset.version + 1,
    format: picture.format,
    size: pictureSizeOf(picture),
    sizeBytes: picture.bytes.length,
    recipe,
  };
}

/** What a client has set, with what it sends now; null and an empty text clear. */
function stored(before: ThumbAssetValue, sent: ThumbAssetValue): ThumbAssetValue {
  const kept = Object.entries({ ...before, ...sent }).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(kept);
}

/** Null for the entry's picture as it is now. */
function secondOf({ entry }: EntryRecord, params: ThumbParamsValue): number | null {
  const { videoOffset, videoOffsetInPercentage: percentage } = params;
  if (percentage !== null && percentage !== undefined && entry.kind === 'media') {
    const share = Math.min(100, Math.max(0, percentage)) / 100;
    return Math.round(((entry.properties.msDuration ?? 0) / 100) * share) / 10;
  }
  if (videoOffset === null || videoOffset === undefined || !(videoOffset >= 0)) return null;
  return Math.round(videoOffset * 10) / 10;
}

/** @throws ApiError PROPERTY_VALIDATION_CANNOT_BE_NULL where the filter names neither entries nor assets */
function namedIn(filter: AssetFilterValue | null): {
  readonly by: 'id' | 'entry_id';
  readonly ids: readonly string[];
} {
  const { entryIdEqual, entryIdIn, idEqual, idIn } = filter ?? {};
  const listed = (csv: string) =>
    [...new Set(csv.split(',').map((id) => id.trim()))].slice(0, MAX_NAMED);
  if (entryIdEqual) return { by: 'entry_id', ids: [entryIdEqual] };
  if (entryIdIn) return { by: 'entry_id', ids: listed(entryIdIn) };
  if (idEqual) return { by: 'id', ids: [idEqual] };
  if (idIn) return { by: 'id', ids: listed(idIn) };
  throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'entryIdEqual');
}

function pictureFile(
  { format, bytes }: Picture,
  id: string,
  isAttachment: boolean,
  cacheSeconds = CACHE_SECONDS,
): FileAnswer {
  return new FileAnswer({
    contentType: contentTypeOf(format),
    content: bytes,
    fileName: `${id}.${format === 'jpeg' ? 'jpg' : format}`,
    cacheSeconds,
    isAttachment,
  });
}
