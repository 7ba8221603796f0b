import type { ConversionProfileRecord } from '../../store/profile/conversion-profiles-store.ts';
import type { FlavorParamsRecord } from '../../store/profile/flavor-params-store.ts';
import { SHARED_PARTNER_ID } from '../../store/profile/flavor-params-store.ts';
import type { ProfileFlavor } from '../../store/profile/profile-flavors-store.ts';

/** Profiles and flavors as clients see them. */

export function toConversionProfile(
  record: ConversionProfileRecord,
  flavors: readonly ProfileFlavor[],
): object {
  const { id, partnerId, status, type, isDefault, createdAtMs, properties } = record;
  return {
    ...properties,
    objectType: 'KalturaConversionProfile',
    id,
    partnerId,
    status,
    type,
    createdAt: Math.floor(createdAtMs / 1000),
    flavorParamsIds: flavors.map(({ flavorParamsId }) => flavorParamsId).join(','),
    isDefault,
    isPartnerDefault: isDefault,
  };
}

export function toProfileFlavor(flavor: ProfileFlavor): object {
  return {
    ...flavor.properties,
    objectType: 'KalturaConversionProfileAssetParams',
    conversionProfileId: flavor.conversionProfileId,
    assetParamsId: flavor.flavorParamsId,
  };
}

export function toFlavorParams(record: FlavorParamsRecord): object {
  return {
    ...record.properties,
    objectType: record.objectType,
    id: record.id,
    partnerId: record.partnerId,
    createdAt: Math.floor(record.createdAtMs / 1000),
    isSystemDefault: record.partnerId === SHARED_PARTNER_ID,
  };
}
