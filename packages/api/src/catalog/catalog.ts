import { accessControlProfileActions } from './access-control-profile-actions.ts';
import type { Actions } from './action.ts';
import { analyticsActions, liveStatsActions, statsActions } from './analytics-actions.ts';
import { appTokenActions } from './app-token-actions.ts';
import { auditTrailActions } from './audit-trail-actions.ts';
import { baseEntryActions } from './base-entry-actions.ts';
import { beaconActions } from './beacon-actions.ts';
import { categoryActions } from './category-actions.ts';
import { categoryEntryActions } from './category-entry-actions.ts';
import { categoryUserActions } from './category-user-actions.ts';
import { baseEntryContentActions, mediaContentActions } from './content-actions.ts';
import {
  conversionProfileActions,
  conversionProfileAssetParamsActions,
} from './conversion-profile-actions.ts';
import { annotationActions, cuePointActions } from './cue-point-actions.ts';
import { documentActions } from './document-actions.ts';
import {
  eventNotificationTemplateActions,
  pushNotificationTemplateActions,
} from './event-notification-actions.ts';
import { flavorAssetActions } from './flavor-asset-actions.ts';
import { flavorParamsActions } from './flavor-params-actions.ts';
import { healthActions, serverActions } from './health-actions.ts';
import { liveStreamActions } from './live-stream-actions.ts';
import { mediaActions } from './media-actions.ts';
import { metadataActions } from './metadata-actions.ts';
import { metadataProfileActions } from './metadata-profile-actions.ts';
import { outsideStreamActions } from './outside-stream-actions.ts';
import { partnerActions, partnerSecretActions } from './partner-actions.ts';
import { permissionActions, permissionItemActions } from './permission-actions.ts';
import {
  baseEntryPictureActions,
  liveStreamPictureActions,
  mediaPictureActions,
} from './picture-actions.ts';
import { baseEntryPlaybackActions } from './playback-actions.ts';
import { recordingActions, storageActions } from './recording-actions.ts';
import { responseProfileActions } from './response-profile-actions.ts';
import { scheduleEventActions } from './schedule-actions.ts';
import {
  scheduleEventResourceActions,
  scheduleResourceActions,
} from './schedule-resource-actions.ts';
import { entryServerNodeActions, serverNodeActions } from './server-node-actions.ts';
import { sessionActions } from './session-actions.ts';
import { systemActions } from './system-actions.ts';
import { thumbAssetActions } from './thumb-asset-actions.ts';
import { uiConfActions } from './ui-conf-actions.ts';
import { baseEntryUploadActions, mediaUploadActions } from './upload-actions.ts';
import { uploadTokenActions } from './upload-token-actions.ts';
import { userActions } from './user-actions.ts';
import { userRoleActions } from './user-role-actions.ts';
import { webhookActions } from './webhook-actions.ts';
import { widgetActions } from './widget-actions.ts';

/**
 * The list of all actions: parameters, result, who may call them, the errors they declare, and what carries them out.
 * The server's routes, its documentation and the clients' types come from here, and from nowhere else.
 */
export const catalog: { readonly [service: string]: Actions } = {
  session: sessionActions,
  appToken: appTokenActions,
  partner: partnerActions,
  rostrum_partnerSecret: partnerSecretActions,
  user: userActions,
  userRole: userRoleActions,
  permission: permissionActions,
  permissionItem: permissionItemActions,
  liveStream: { ...liveStreamActions, ...liveStreamPictureActions },
  conversionProfile: conversionProfileActions,
  conversionProfileAssetParams: conversionProfileAssetParamsActions,
  flavorParams: flavorParamsActions,
  flavorAsset: flavorAssetActions,
  accessControlProfile: accessControlProfileActions,
  uiConf: uiConfActions,
  widget: widgetActions,
  responseProfile: responseProfileActions,
  category: categoryActions,
  categoryEntry: categoryEntryActions,
  categoryUser: categoryUserActions,
  baseEntry: {
    ...baseEntryActions,
    ...baseEntryPlaybackActions,
    ...baseEntryPictureActions,
    ...baseEntryContentActions,
    ...baseEntryUploadActions,
  },
  media: {
    ...mediaActions,
    ...mediaPictureActions,
    ...mediaContentActions,
    ...mediaUploadActions,
  },
  uploadToken: uploadTokenActions,
  document_documents: documentActions,
  thumbAsset: thumbAssetActions,
  rostrum_recording: recordingActions,
  rostrum_storage: storageActions,
  metadata_metadata: metadataActions,
  metadata_metadataProfile: metadataProfileActions,
  analytics: analyticsActions,
  stats: statsActions,
  liveStats: liveStatsActions,
  beacon_beacon: beaconActions,
  schedule_scheduleEvent: scheduleEventActions,
  schedule_scheduleResource: scheduleResourceActions,
  schedule_scheduleEventResource: scheduleEventResourceActions,
  entryServerNode: entryServerNodeActions,
  serverNode: serverNodeActions,
  cuePoint_cuePoint: cuePointActions,
  annotation_annotation: annotationActions,
  eventNotification_eventNotificationTemplate: eventNotificationTemplateActions,
  pushNotificationTemplate: pushNotificationTemplateActions,
  audit_auditTrail: auditTrailActions,
  rostrum_health: healthActions,
  rostrum_server: serverActions,
  rostrum_webhook: webhookActions,
  rostrum_outsideStream: outsideStreamActions,
  system: systemActions,
};
