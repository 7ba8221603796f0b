import { appTokenRows } from './app-token-rows.ts';
import { auditTrailRows } from './audit-trail-rows.ts';
import { baseEntryRows } from './base-entry-rows.ts';
import { analyticsRows, beaconRows, liveStatsRows, statsRows } from './beacon-rows.ts';
import { categoryEntryRows, categoryRows, categoryUserRows } from './category-rows.ts';
import { recordingRows, storageRows } from './content-rows.ts';
import { flavorAssetRows } from './flavor-asset-rows.ts';
import { healthRows, serverRows } from './health-rows.ts';
import { liveStreamRows } from './live-stream-rows.ts';
import { mediaRows } from './media-rows.ts';
import { metadataProfileRows, metadataRows } from './metadata-rows.ts';
import { outsideStreamRows } from './outside-stream-rows.ts';
import { partnerRows, partnerSecretRows } from './partner-rows.ts';
import {
  accessControlProfileRows,
  conversionProfileAssetParamsRows,
  conversionProfileRows,
  flavorParamsRows,
} from './profile-rows.ts';
import { responseProfileRows } from './response-profile-rows.ts';
import type { Rows } from './row.ts';
import { sessionRows } from './session-rows.ts';
import { systemRows } from './system-rows.ts';
import { uiConfRows, widgetRows } from './ui-conf-rows.ts';
import { permissionItemRows, permissionRows, userRoleRows } from './user-role-rows.ts';
import { userRows } from './user-rows.ts';

/** Every action of the catalogue, called by everybody: the table says who is allowed, all others must be refused. */
export const PERMISSION_TABLE: { readonly [service: string]: Rows } = {
  session: sessionRows,
  appToken: appTokenRows,
  partner: partnerRows,
  rostrum_partnerSecret: partnerSecretRows,
  user: userRows,
  userRole: userRoleRows,
  permission: permissionRows,
  permissionItem: permissionItemRows,
  liveStream: liveStreamRows,
  conversionProfile: conversionProfileRows,
  conversionProfileAssetParams: conversionProfileAssetParamsRows,
  flavorParams: flavorParamsRows,
  flavorAsset: flavorAssetRows,
  accessControlProfile: accessControlProfileRows,
  uiConf: uiConfRows,
  widget: widgetRows,
  responseProfile: responseProfileRows,
  category: categoryRows,
  categoryEntry: categoryEntryRows,
  categoryUser: categoryUserRows,
  baseEntry: baseEntryRows,
  media: mediaRows,
  rostrum_recording: recordingRows,
  rostrum_storage: storageRows,
  metadata_metadata: metadataRows,
  metadata_metadataProfile: metadataProfileRows,
  analytics: analyticsRows,
  stats: statsRows,
  liveStats: liveStatsRows,
  beacon_beacon: beaconRows,
  audit_auditTrail: auditTrailRows,
  rostrum_health: healthRows,
  rostrum_server: serverRows,
  rostrum_outsideStream: outsideStreamRows,
  system: systemRows,
};
