import { appTokenRows } from './app-token-rows.ts';
import { auditTrailRows } from './audit-trail-rows.ts';
import { baseEntryRows } from './base-entry-rows.ts';
import { analyticsRows, beaconRows, liveStatsRows, statsRows } from './beacon-rows.ts';
import { categoryEntryRows, categoryRows, categoryUserRows } from './category-rows.ts';
import { recordingRows, storageRows } from './content-rows.ts';
import { annotationRows, cuePointRows } from './cue-point-rows.ts';
import {
  eventNotificationTemplateRows,
  pushNotificationTemplateRows,
} from './event-notification-rows.ts';
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
import {
  scheduleEventResourceRows,
  scheduleEventRows,
  scheduleResourceRows,
} from './schedule-rows.ts';
import { entryServerNodeRows, serverNodeRows } from './server-node-rows.ts';
import { sessionRows } from './session-rows.ts';
import { systemRows } from './system-rows.ts';
import { thumbAssetRows } from './thumb-asset-rows.ts';
import { uiConfRows, widgetRows } from './ui-conf-rows.ts';
import { documentRows, uploadTokenRows } from './upload-rows.ts';
import { permissionItemRows, permissionRows, userRoleRows } from './user-role-rows.ts';
import { userRows } from './user-rows.ts';
import { webhookRows } from './webhook-rows.ts';

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
  uploadToken: uploadTokenRows,
  document_documents: documentRows,
  thumbAsset: thumbAssetRows,
  rostrum_recording: recordingRows,
  rostrum_storage: storageRows,
  metadata_metadata: metadataRows,
  metadata_metadataProfile: metadataProfileRows,
  analytics: analyticsRows,
  stats: statsRows,
  liveStats: liveStatsRows,
  beacon_beacon: beaconRows,
  schedule_scheduleEvent: scheduleEventRows,
  schedule_scheduleResource: scheduleResourceRows,
  schedule_scheduleEventResource: scheduleEventResourceRows,
  entryServerNode: entryServerNodeRows,
  serverNode: serverNodeRows,
  cuePoint_cuePoint: cuePointRows,
  annotation_annotation: annotationRows,
  eventNotification_eventNotificationTemplate: eventNotificationTemplateRows,
  pushNotificationTemplate: pushNotificationTemplateRows,
  audit_auditTrail: auditTrailRows,
  rostrum_health: healthRows,
  rostrum_server: serverRows,
  rostrum_webhook: webhookRows,
  rostrum_outsideStream: outsideStreamRows,
  system: systemRows,
};
