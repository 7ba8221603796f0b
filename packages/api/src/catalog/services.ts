import type { AccessControlProfileService } from '../services/access-control-profile-service.ts';
import type { AppTokenService } from '../services/app-token-service.ts';
import type { CategoryEntryService } from '../services/category-entry-service.ts';
import type { CategoryService } from '../services/category-service.ts';
import type { CategoryUserService } from '../services/category-user-service.ts';
import type { ConversionProfileAssetParamsService } from '../services/conversion-profile-asset-params-service.ts';
import type { ConversionProfileService } from '../services/conversion-profile-service.ts';
import type { FlavorParamsService } from '../services/flavor-params-service.ts';
import type { LiveStreamService } from '../services/live-stream-service.ts';
import type { PermissionService } from '../services/permission-service.ts';
import type { ResponseProfileService } from '../services/response-profile-service.ts';
import type { SessionService } from '../services/session-service.ts';
import type { SystemService } from '../services/system-service.ts';
import type { UiConfService } from '../services/ui-conf-service.ts';
import type { UserRoleService } from '../services/user-role-service.ts';
import type { WidgetService } from '../services/widget-service.ts';

/** What carries the actions out. */
export type Services = {
  readonly session: SessionService;
  readonly appToken: AppTokenService;
  readonly userRole: UserRoleService;
  readonly permission: PermissionService;
  readonly liveStream: LiveStreamService;
  readonly conversionProfile: ConversionProfileService;
  readonly conversionProfileAssetParams: ConversionProfileAssetParamsService;
  readonly flavorParams: FlavorParamsService;
  readonly accessControlProfile: AccessControlProfileService;
  readonly uiConf: UiConfService;
  readonly widget: WidgetService;
  readonly responseProfile: ResponseProfileService;
  readonly category: CategoryService;
  readonly categoryEntry: CategoryEntryService;
  readonly categoryUser: CategoryUserService;
  readonly system: SystemService;
};
