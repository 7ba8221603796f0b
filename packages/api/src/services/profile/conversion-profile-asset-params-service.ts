import { ApiError } from '../../errors/api-error.ts';
import type { AccountProfilesDirectory } from '../../profiles/account-profiles.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import {
  ConversionProfileAssetParams,
  type ConversionProfileAssetParamsFilterValue,
  type ConversionProfileAssetParamsValue,
} from '../../schema/conversion-profile.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { ConversionProfilesStore } from '../../store/profile/conversion-profiles-store.ts';
import type {
  ProfileFlavor,
  ProfileFlavorsStore,
} from '../../store/profile/profile-flavors-store.ts';
import { mergeProperties } from '../merge-properties.ts';
import { pageOf } from '../page.ts';
import { StoredChanges } from '../stored-changes.ts';
import { toProfileFlavor } from './conversion-profile-result.ts';

/** How conversion profiles use their flavors: read and changed. Which they have, the profile itself says. */
export class ConversionProfileAssetParamsService {
  readonly #profiles: ConversionProfilesStore;
  readonly #flavors: ProfileFlavorsStore;
  readonly #directory: AccountProfilesDirectory;
  readonly #changes = new StoredChanges();

  constructor(
    profiles: ConversionProfilesStore,
    flavors: ProfileFlavorsStore,
    directory: AccountProfilesDirectory,
  ) {
    this.#profiles = profiles;
    this.#flavors = flavors;
    this.#directory = directory;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: ConversionProfileAssetParamsFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { partnerId } = sessionOf(call);
    const { totalCount, flavors } = await this.#flavors.list(
      partnerId,
      filter ?? {},
      pageOf(pager),
    );
    return {
      objectType: 'KalturaConversionProfileAssetParamsListResponse',
      totalCount,
      objects: flavors.map(toProfileFlavor),
    };
  }

  async update(
    call: Call,
    {
      conversionProfileId,
      assetParamsId,
      conversionProfileAssetParams: sent,
    }: {
      readonly conversionProfileId: number;
      readonly assetParamsId: number;
      readonly conversionProfileAssetParams: ConversionProfileAssetParamsValue;
    },
  ) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(ConversionProfileAssetParams, sent, { purpose: 'update', isAdmin });
    const flavor = await this.#changes.make(
      `${conversionProfileId}, ${assetParamsId}`,
      () => this.#find(partnerId, conversionProfileId, assetParamsId),
      (before) => changed(before, sent),
      (after) => this.#flavors.replace(after),
    );
    this.#directory.forget(partnerId);
    return toProfileFlavor(flavor);
  }

  async #find(partnerId: number, profileId: number, flavorId: number): Promise<ProfileFlavor> {
    const profile = await this.#profiles.find(partnerId, profileId);
    const flavor = profile && (await this.#flavors.find(partnerId, profileId, flavorId));
    if (flavor === null) {
      throw new ApiError('CONVERSION_PROFILE_ASSET_PARAMS_NOT_FOUND', profileId, flavorId);
    }
    return flavor;
  }
}

/** Origin and ready behaviour always have a value: null leaves them. */
function changed(before: ProfileFlavor, sent: ConversionProfileAssetParamsValue): ProfileFlavor {
  return {
    ...before,
    revision: before.revision + 1,
    properties: mergeProperties(before.properties, {
      ...sent,
      origin: sent.origin ?? before.properties.origin ?? null,
      readyBehavior: sent.readyBehavior ?? before.properties.readyBehavior ?? null,
    }),
  };
}
