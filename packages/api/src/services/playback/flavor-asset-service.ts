import type { Entitlement } from '../../entitlement/entitlement.ts';
import type { EntryRecord } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { entryIdOfFlavorAsset } from '../../entries/flavor-asset-id.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Addresses } from '../../ports.ts';
import type { AccountProfilesDirectory } from '../../profiles/account-profiles.ts';
import type { MovieShelf } from '../../recording/movie-shelf.ts';
import type { Replays } from '../../recording/replays.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { AssetFilterValue, FlavorAssetUrlOptionsValue } from '../../schema/flavor-asset.ts';
import { SOURCE as LIVE_SOURCE } from '../../seeds/shared-flavors.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { type ListFields, listInMemory } from '../list-in-memory.ts';
import type { FlavorParamsService } from '../profile/flavor-params-service.ts';
import { type Rendition, recordedRendition, renditionsOf, SOURCE } from './renditions.ts';

export type FlavorAssetServices = {
  readonly book: EntryBook;
  readonly entitlement: Entitlement;
  readonly profiles: AccountProfilesDirectory;
  readonly replays: Replays;
  readonly movies: MovieShelf;
  readonly addresses: Addresses;
  readonly flavorParams: FlavorParamsService;
};

const ALL_KINDS = ['webcast', 'media'] as const;

/** Entries whose renditions are asked for in one list. */
const MOST_ENTRIES = 500;

const FIELDS: ListFields<Rendition> = {
  id: ({ id }) => id,
  entryId: ({ entryId }) => entryId,
  partnerId: ({ partnerId }) => partnerId,
  size: ({ size }) => size,
  tags: ({ tags }) => tags,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  flavorParamsId: ({ flavorParamsId }) => flavorParamsId,
  status: ({ status }) => status,
};

/** Renditions: of a recording it is the one file that it is downloaded as, of a webcast what its encoder sends. */
export class FlavorAssetService {
  readonly #services: FlavorAssetServices;

  constructor(services: FlavorAssetServices) {
    this.#services = services;
  }

  async get(call: Call, { id }: { readonly id: string }): Promise<Rendition> {
    const { rendition } = await this.#find(call, id);
    return rendition;
  }

  async getByEntryId(call: Call, { entryId }: { readonly entryId: string }) {
    const record = await this.#services.book.find(sessionOf(call), entryId, ALL_KINDS);
    return this.#renditionsOf(record);
  }

  async getFlavorAssetsWithParams(call: Call, { entryId }: { readonly entryId: string }) {
    const renditions = await this.getByEntryId(call, { entryId });
    return Promise.all(
      renditions.map(async (flavorAsset) => ({
        objectType: 'KalturaFlavorAssetWithParams',
        flavorAsset,
        flavorParams: await this.#paramsOf(call, flavorAsset.flavorParamsId),
        entryId,
      })),
    );
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: AssetFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const renditions: Rendition[] = [];
    for (const entryId of entryIdsOf(filter)) {
      const record = await this.#services.book.findOrNull(sessionOf(call), entryId, ALL_KINDS);
      if (record !== null) renditions.push(...(await this.#renditionsOf(record)));
    }
    const { totalCount, items } = listInMemory(renditions, filter, pager, FIELDS);
    return { objectType: 'KalturaFlavorAssetListResponse', totalCount, objects: items };
  }

  async getUrl(
    call: Call,
    { id, options }: { readonly id: string; readonly options: FlavorAssetUrlOptionsValue | null },
  ): Promise<string> {
    const { record } = await this.#find(call, id);
    const { entry } = record;
    const { mayWatch } = await this.#services.entitlement.rightsTo(sessionOf(call), entry);
    if (!mayWatch) throw new ApiError('FLAVOR_ASSET_ID_NOT_FOUND', id);
    const mediaUrl = this.#services.addresses.mediaUrl(call.requestHost);
    const name = options?.fileName || entry.properties.name || '';
    const url = await this.#services.replays.fileUrlOf(mediaUrl, entry, name);
    if (url === null) throw new ApiError('FLAVOR_ASSET_IS_NOT_READY');
    return url;
  }

  /** @throws ApiError FLAVOR_ASSET_ID_NOT_FOUND also where its entry is not for this session */
  async #find(
    call: Call,
    id: string,
  ): Promise<{ readonly record: EntryRecord; readonly rendition: Rendition }> {
    for (const entryId of entryIdsOfAsset(id)) {
      const record = await this.#services.book.findOrNull(sessionOf(call), entryId, ALL_KINDS);
      const renditions = record === null ? [] : await this.#renditionsOf(record);
      const rendition = renditions.find((each) => each.id === id);
      if (record !== null && rendition !== undefined) return { record, rendition };
    }
    throw new ApiError('FLAVOR_ASSET_ID_NOT_FOUND', id);
  }

  /** Of a recording that has nothing to play yet there are none. */
  async #renditionsOf({ entry }: EntryRecord): Promise<readonly Rendition[]> {
    if (entry.kind === 'webcast') return renditionsOf(entry, this.#services.profiles);
    const composition = await this.#services.replays.compositionOf(entry);
    if (composition === null) return [];
    return [recordedRendition(entry, await this.#services.movies.factsOf(composition))];
  }

  async #paramsOf(call: Call, id: number) {
    try {
      return await this.#services.flavorParams.get(call, { id });
    } catch (error) {
      // The account has removed the flavor of a profile.
      if (error instanceof ApiError) return undefined;
      throw error;
    }
  }
}

/** @throws ApiError PROPERTY_VALIDATION_CANNOT_BE_NULL where the filter says neither entries nor renditions */
function entryIdsOf(filter: AssetFilterValue | null): readonly string[] {
  const { entryIdEqual, entryIdIn, idEqual, idIn } = filter ?? {};
  const listed = (text: string) => text.split(',').map((id) => id.trim());
  const asked = entryIdEqual || entryIdIn;
  if (asked)
    return [...new Set(entryIdEqual ? [entryIdEqual] : listed(asked))].slice(0, MOST_ENTRIES);
  const ids = idEqual ? [idEqual] : idIn ? listed(idIn) : null;
  if (ids === null) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'entryIdEqual');
  return [...new Set(ids.flatMap(entryIdsOfAsset))].slice(0, MOST_ENTRIES);
}

/** The entries that an id may be a rendition of: a recording, or a webcast. */
function entryIdsOfAsset(id: string): readonly string[] {
  return [SOURCE, LIVE_SOURCE].flatMap((flavor) => entryIdOfFlavorAsset(id, flavor) ?? []);
}
