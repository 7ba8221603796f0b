import type { Services } from '../catalog/services.ts';
import type { Addresses, Clock } from '../ports.ts';
import { AccessControlProfileService } from '../services/profile/access-control-profile-service.ts';
import { ConversionProfileAssetParamsService } from '../services/profile/conversion-profile-asset-params-service.ts';
import { ConversionProfileService } from '../services/profile/conversion-profile-service.ts';
import { FlavorParamsService } from '../services/profile/flavor-params-service.ts';
import { UiConfService } from '../services/profile/ui-conf-service.ts';
import { WidgetService, type WidgetServices } from '../services/profile/widget-service.ts';
import type { Database } from '../store/database.ts';
import { AccessControlStore } from '../store/profile/access-control-store.ts';
import { ConversionProfilesStore } from '../store/profile/conversion-profiles-store.ts';
import { FlavorParamsStore } from '../store/profile/flavor-params-store.ts';
import { ProfileFlavorsStore } from '../store/profile/profile-flavors-store.ts';
import { UiConfsStore } from '../store/profile/ui-confs-store.ts';
import { WidgetsStore } from '../store/profile/widgets-store.ts';
import type { AccountProfilesDirectory } from './account-profiles.ts';
import type { WidgetDirectory } from './widget-directory.ts';

export type ProfileServices = Pick<
  Services,
  | 'conversionProfile'
  | 'conversionProfileAssetParams'
  | 'flavorParams'
  | 'accessControlProfile'
  | 'uiConf'
  | 'widget'
>;

/** The services of what an account sets up once: profiles, flavors, configurations. */
export function profileServices(
  options: {
    readonly database: Database;
    readonly directory: AccountProfilesDirectory;
    readonly widgets: WidgetDirectory;
    readonly addresses: Addresses;
    readonly clock: Clock;
  } & Pick<WidgetServices, 'hasEntry' | 'isEntitlementEnforced' | 'issuer'>,
): ProfileServices {
  const { database, directory, addresses, clock } = options;
  const uiConfs = new UiConfsStore(database);
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
    uiConf: new UiConfService(uiConfs, addresses, clock),
    widget: new WidgetService({
      ...options,
      widgets: new WidgetsStore(database),
      directory: options.widgets,
      uiConfs,
    }),
  };
}
