import type { Services } from '../catalog/services.ts';
import type { Clock } from '../ports.ts';
import { AccessControlProfileService } from '../services/access-control-profile-service.ts';
import { ConversionProfileAssetParamsService } from '../services/conversion-profile-asset-params-service.ts';
import { ConversionProfileService } from '../services/conversion-profile-service.ts';
import { FlavorParamsService } from '../services/flavor-params-service.ts';
import { AccessControlStore } from '../store/access-control-store.ts';
import { ConversionProfilesStore } from '../store/conversion-profiles-store.ts';
import type { Database } from '../store/database.ts';
import { FlavorParamsStore } from '../store/flavor-params-store.ts';
import { ProfileFlavorsStore } from '../store/profile-flavors-store.ts';
import type { AccountProfilesDirectory } from './account-profiles.ts';

export type ProfileServices = Pick<
  Services,
  'conversionProfile' | 'conversionProfileAssetParams' | 'flavorParams' | 'accessControlProfile'
>;

/** The services of what an account sets up once: profiles, flavors, configurations. */
export function profileServices(options: {
  readonly database: Database;
  readonly directory: AccountProfilesDirectory;
  readonly clock: Clock;
}): ProfileServices {
  const { database, directory, clock } = options;
  const profiles = new ConversionProfilesStore(database);
  const profileFlavors = new ProfileFlavorsStore(database);
  const flavorParams = new FlavorParamsStore(database);
  const stores = { profiles, profileFlavors, flavorParams, directory, clock };
  return {
    conversionProfile: new ConversionProfileService(stores),
    conversionProfileAssetParams: new ConversionProfileAssetParamsService(
      profiles,
      profileFlavors,
      directory,
    ),
    flavorParams: new FlavorParamsService(stores),
    accessControlProfile: new AccessControlProfileService(new AccessControlStore(database)),
  };
}
