import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { AccountProfilesDirectory } from '../../profiles/account-profiles.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import {
  FlavorParams,
  type FlavorParamsFilterValue,
  type FlavorParamsValue,
  LiveParams,
  LiveParamsFilter,
} from '../../schema/flavor-params.ts';
import { resolveObjectType } from '../../schema/object-types.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { isDatabaseError } from '../../store/database.ts';
import type { ConversionProfilesStore } from '../../store/profile/conversion-profiles-store.ts';
import type {
  FlavorParamsRecord,
  FlavorParamsStore,
} from '../../store/profile/flavor-params-store.ts';
import type { ProfileFlavorsStore } from '../../store/profile/profile-flavors-store.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import { mergeProperties } from '../merge-properties.ts';
import { pageOf } from '../page.ts';
import { StoredChanges } from '../stored-changes.ts';
import { toFlavorParams } from './conversion-profile-result.ts';

export type FlavorParamsServices = {
  readonly flavorParams: FlavorParamsStore;
  readonly profiles: ConversionProfilesStore;
  readonly profileFlavors: ProfileFlavorsStore;
  /** Told of every change: webcasts show bitrates. */
  readonly directory: AccountProfilesDirectory;
  readonly clock: Clock;
};

const MAX_FLAVORS = 1000;

/** Flavors: those of every account, which nobody changes, and the account's own. */
export class FlavorParamsService {
  readonly #services: FlavorParamsServices;
  readonly #changes = new StoredChanges();

  constructor(services: FlavorParamsServices) {
    this.#services = services;
  }

  async add(call: Call, { flavorParams: sent }: { readonly flavorParams: FlavorParamsValue }) {
    const { partnerId, isAdmin } = sessionOf(call);
    const type = resolveObjectType(FlavorParams, sent.objectType);
    checkProperties(type, sent, { purpose: 'add', isAdmin });
    refuseNameless(type.name, sent.name ?? null);
    await this.#refuseTooMany(partnerId);
    const record = await this.#changes.make(
      '',
      async () => ({
        id: randomNumberId(),
        partnerId,
        objectType: type.name,
        createdAtMs: this.#services.clock.nowMs(),
        revision: 1,
        properties: mergeProperties({}, sent),
      }),
      (fresh) => fresh,
      (fresh) => this.#insert(fresh),
    );
    return toFlavorParams(record);
  }

  async get(call: Call, { id }: { readonly id: number }) {
    return toFlavorParams(await this.#visible(sessionOf(call).partnerId, id));
  }

  async update(
    call: Call,
    { id, flavorParams: sent }: { readonly id: number; readonly flavorParams: FlavorParamsValue },
  ) {
    const { partnerId, isAdmin } = sessionOf(call);
    const type = resolveObjectType(FlavorParams, sent.objectType);
    checkProperties(type, sent, { purpose: 'update', isAdmin });
    refuseNameless(type.name, sent.name);
    const record = await this.#changes.make(
      id,
      () => this.#own(partnerId, id),
      (before) => ({
        ...before,
        revision: before.revision + 1,
        properties: mergeProperties(before.properties, sent),
      }),
      (after) => this.#services.flavorParams.replace(after),
    );
    this.#services.directory.forget(partnerId);
    return toFlavorParams(record);
  }

  /** It leaves the profiles that have it. */
  async delete(call: Call, { id }: { readonly id: number }): Promise<null> {
    const { partnerId } = sessionOf(call);
    const isRemoved = await this.#services.flavorParams.remove(partnerId, id);
    if (!isRemoved) throw new ApiError('FLAVOR_PARAMS_ID_NOT_FOUND', id);
    this.#services.directory.forget(partnerId);
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: FlavorParamsFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { partnerId } = sessionOf(call);
    const { totalCount, records } = await this.#services.flavorParams.list(
      partnerId,
      typeAskedFor(filter),
      filter ?? {},
      pageOf(pager),
    );
    return {
      objectType: 'KalturaFlavorParamsListResponse',
      totalCount,
      objects: records.map(toFlavorParams),
    };
  }

  /** In the profile's order. */
  async getByConversionProfileId(
    call: Call,
    { conversionProfileId }: { readonly conversionProfileId: number },
  ) {
    const { partnerId } = sessionOf(call);
    const { profiles, profileFlavors, flavorParams } = this.#services;
    if ((await profiles.find(partnerId, conversionProfileId)) === null) {
      throw new ApiError('CONVERSION_PROFILE_ID_NOT_FOUND', conversionProfileId);
    }
    const usages = await profileFlavors.ofProfiles(partnerId, [conversionProfileId]);
    const ids = (usages.get(conversionProfileId) ?? []).map((each) => each.flavorParamsId);
    const found = new Map(
      (await flavorParams.findMany(partnerId, ids)).map((each) => [each.id, each]),
    );
    return ids.flatMap((id) => found.get(id) ?? []).map(toFlavorParams);
  }

  async #insert(record: FlavorParamsRecord): Promise<boolean> {
    try {
      await this.#services.flavorParams.insert(record);
      return true;
    } catch (error) {
      // The random id is taken: the next one will not be.
      if (isDatabaseError(error, 'duplicate')) return false;
      throw error;
    }
  }

  async #refuseTooMany(partnerId: number): Promise<void> {
    const { totalCount } = await this.#services.flavorParams.list(
      partnerId,
      null,
      { isSystemDefaultEqual: false },
      { limit: 0, offset: 0 },
    );
    if (totalCount < MAX_FLAVORS) return;
    throw new ApiError('MAX_NUMBER_OF_OBJECTS_REACHED', FlavorParams.name, MAX_FLAVORS);
  }

  async #visible(partnerId: number, id: number): Promise<FlavorParamsRecord> {
    const record = await this.#services.flavorParams.find(partnerId, id);
    if (record === null) throw new ApiError('FLAVOR_PARAMS_ID_NOT_FOUND', id);
    return record;
  }

  async #own(partnerId: number, id: number): Promise<FlavorParamsRecord> {
    const record = await this.#visible(partnerId, id);
    if (record.partnerId !== partnerId) throw new ApiError('FLAVOR_PARAMS_ID_NOT_FOUND', id);
    return record;
  }
}

/** Undefined leaves the name that there is. */
function refuseNameless(typeName: string, name: string | null | undefined): void {
  if (name !== null && name !== '') return;
  throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `${typeName}::name`);
}

/** A filter for live flavors asks for those only. */
function typeAskedFor(filter: FlavorParamsFilterValue | null): string | null {
  return filter?.objectType === LiveParamsFilter.name ? LiveParams.name : null;
}
