import { ApiError } from '../../errors/api-error.ts';
import {
  type ConversionProfileType,
  LIVE_PROFILE,
} from '../../store/profile/conversion-profiles-store.ts';
import type {
  FlavorParamsRecord,
  FlavorParamsStore,
} from '../../store/profile/flavor-params-store.ts';
import { type ProfileFlavor, usageOf } from '../../store/profile/profile-flavors-store.ts';

const LIVE_TYPE = 'KalturaLiveParams';

/**
 * The flavors that a client names for a profile of this type, to be given the profile's id.
 *
 * @param csv their ids, in the profile's order
 * @throws ApiError where one is not there, named twice, of another kind, or a second source
 */
export async function flavorsNamed(
  store: FlavorParamsStore,
  partnerId: number,
  type: ConversionProfileType,
  csv: string,
): Promise<(conversionProfileId: number) => readonly ProfileFlavor[]> {
  const ids = idsIn(csv);
  const found = new Map((await store.findMany(partnerId, ids)).map((each) => [each.id, each]));
  const flavors = ids.map((id) => {
    const flavor = found.get(id);
    if (flavor === undefined) throw new ApiError('FLAVOR_PARAMS_ID_NOT_FOUND', id);
    if ((flavor.objectType === LIVE_TYPE) !== (type === LIVE_PROFILE)) {
      throw new ApiError('ASSET_PARAMS_INVALID_TYPE', id, flavor.objectType);
    }
    return flavor;
  });
  if (flavors.filter(isSource).length > 1) throw new ApiError('FLAVOR_PARAMS_SOURCE_DUPLICATE');
  return (conversionProfileId) =>
    flavors.map((flavor, position) => ({
      conversionProfileId,
      flavorParamsId: flavor.id,
      partnerId,
      position,
      revision: 1,
      properties: usageOf(flavor),
    }));
}

function idsIn(csv: string): readonly number[] {
  const ids = csv
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      if (!/^\d{1,15}$/.test(item)) throw new ApiError('FLAVOR_PARAMS_ID_NOT_FOUND', item);
      return Number(item);
    });
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new ApiError('FLAVOR_PARAMS_DUPLICATE', twice);
  return ids;
}

function isSource({ properties: { tags } }: FlavorParamsRecord): boolean {
  return (tags ?? '').split(',').some((tag) => tag.trim() === 'source');
}
