// Made of the API’s catalogue by `npm run docs`: changes here are lost.

import type {
  ApiFileRequest,
  ApiRequest,
} from '../../transport/api-request.ts';
import type {
  WithTokens,
} from '../../transport/result-token.ts';
import type {
  KalturaConversionProfileType,
  KalturaCuePointStatus,
  KalturaEntryServerNodeType,
  KalturaEntryType,
  KalturaMetadataObjectType,
  KalturaPlaybackProtocol,
  KalturaResponseProfileStatus,
  KalturaScheduleEventConflictType,
  KalturaSessionType,
  KalturaSourceType,
  RostrumSecretKind,
} from './enums.ts';
import type {
  KalturaAccessControlProfile,
  KalturaAccessControlProfileFilter,
  KalturaAccessControlProfileListResponse,
  AnyKalturaCuePoint,
  AnyKalturaCuePointFilter,
  KalturaAnnotation,
  KalturaAnnotationFilter,
  KalturaAnnotationListResponse,
  AnyKalturaPermissionItem,
  KalturaAppToken,
  KalturaAppTokenFilter,
  KalturaAppTokenListResponse,
  AnyKalturaAssetFilter,
  KalturaAuditTrail,
  KalturaAuditTrailFilter,
  KalturaAuditTrailListResponse,
  AnyKalturaBaseEntry,
  KalturaBaseEntryCloneOptionComponent,
  AnyKalturaBaseEntryFilter,
  KalturaBaseEntryListResponse,
  AnyKalturaScheduleEvent,
  KalturaBeacon,
  KalturaBeaconFilter,
  KalturaBeaconListResponse,
  AnyKalturaScheduleEventFilter,
  AnyKalturaScheduleResource,
  AnyKalturaScheduleResourceFilter,
  KalturaCategory,
  KalturaCategoryEntry,
  KalturaCategoryEntryFilter,
  KalturaCategoryEntryListResponse,
  KalturaCategoryFilter,
  KalturaCategoryListResponse,
  KalturaCategoryUser,
  KalturaCategoryUserFilter,
  KalturaCategoryUserListResponse,
  AnyKalturaResource,
  AnyKalturaContentResource,
  KalturaConversionProfile,
  KalturaConversionProfileAssetParams,
  KalturaConversionProfileAssetParamsFilter,
  KalturaConversionProfileAssetParamsListResponse,
  KalturaConversionProfileFilter,
  KalturaConversionProfileListResponse,
  KalturaCuePointListResponse,
  KalturaDocumentEntry,
  KalturaDocumentEntryFilter,
  AnyKalturaFlavorParams,
  KalturaDocumentListResponse,
  AnyKalturaEntryContextDataParams,
  KalturaEntryContextDataResult,
  KalturaEntryReplacementOptions,
  AnyKalturaEntryServerNode,
  AnyKalturaEntryServerNodeFilter,
  KalturaEntryServerNodeListResponse,
  AnyKalturaEventNotificationTemplate,
  KalturaEventNotificationTemplateFilter,
  KalturaEventNotificationTemplateListResponse,
  KalturaFilterPager,
  AnyKalturaFlavorAsset,
  KalturaFlavorAssetListResponse,
  KalturaFlavorAssetUrlOptions,
  KalturaFlavorAssetWithParams,
  AnyKalturaFlavorParamsFilter,
  KalturaFlavorParamsListResponse,
  AnyKalturaServerNode,
  AnyKalturaMediaEntry,
  AnyKalturaMediaEntryFilter,
  KalturaLiveStatsEvent,
  KalturaLiveStreamConfiguration,
  KalturaLiveStreamDetails,
  KalturaLiveStreamEntry,
  KalturaLiveStreamEntryFilter,
  KalturaLiveStreamListResponse,
  KalturaLiveStreamStats,
  KalturaMediaListResponse,
  KalturaMetadata,
  KalturaMetadataFilter,
  KalturaMetadataListResponse,
  KalturaMetadataProfile,
  KalturaMetadataProfileFieldListResponse,
  KalturaMetadataProfileFilter,
  KalturaMetadataProfileListResponse,
  KalturaModerationFlag,
  KalturaModerationFlagListResponse,
  KalturaPartner,
  KalturaPartnerFilter,
  KalturaPartnerListResponse,
  KalturaPartnerPublicInfo,
  KalturaPermission,
  KalturaPermissionFilter,
  KalturaPermissionItemFilter,
  KalturaPermissionItemListResponse,
  KalturaPermissionListResponse,
  KalturaPlaybackContext,
  KalturaPlaybackContextOptions,
  KalturaPushNotificationData,
  KalturaPushNotificationParams,
  KalturaResponseProfile,
  KalturaResponseProfileFilter,
  KalturaResponseProfileListResponse,
  KalturaScheduleEventListResponse,
  KalturaScheduleEventResource,
  KalturaScheduleEventResourceFilter,
  KalturaScheduleEventResourceListResponse,
  KalturaScheduleResourceListResponse,
  KalturaServerNodeFilter,
  KalturaServerNodeListResponse,
  KalturaSessionInfo,
  AnyKalturaStartWidgetSessionResponse,
  KalturaSessionResponse,
  KalturaStatsEvent,
  AnyKalturaThumbAsset,
  KalturaThumbAssetListResponse,
  KalturaThumbParams,
  KalturaThumbnailServeOptions,
  KalturaUiConf,
  KalturaUiConfFilter,
  KalturaUiConfListResponse,
  KalturaUiConfTypeInfo,
  KalturaUploadToken,
  KalturaUploadTokenFilter,
  KalturaUploadTokenListResponse,
  KalturaUser,
  KalturaUserFilter,
  KalturaUserListResponse,
  KalturaUserLoginDataFilter,
  KalturaUserRole,
  KalturaUserRoleFilter,
  KalturaUserRoleListResponse,
  KalturaWidget,
  KalturaWidgetFilter,
  KalturaWidgetListResponse,
  RostrumOutsideAddress,
  RostrumOutsideStream,
  RostrumPartnerSecret,
  RostrumPartnerSecretListResponse,
  RostrumPlayerEventAnswer,
  RostrumRecording,
  RostrumServerState,
  RostrumStorage,
  RostrumStreamHealth,
  RostrumWebhook,
  RostrumWebhookDelivery,
  RostrumWebhookDeliveryFilter,
  RostrumWebhookDeliveryListResponse,
  RostrumWebhookEventTypeListResponse,
  RostrumWebhookListResponse,
  RostrumWebhookSecretListResponse,
  NullableBoolean,
} from './objects.ts';

export interface AccessControlProfileGetParams {
  readonly id: number;
}

export interface AccessControlProfileListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaAccessControlProfileFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface AccessControlProfileService {
  /**
   * Answers an access control profile.
   *
   * Needs a session with ACCESS_CONTROL_BASE.
   *
   * @throws RostrumError `ACCESS_CONTROL_ID_NOT_FOUND`
   */
  get(params: WithTokens<AccessControlProfileGetParams>): ApiRequest<KalturaAccessControlProfile>;

  /**
   * Finds access control profiles.
   *
   * Needs a session with ACCESS_CONTROL_BASE.
   */
  list(params?: WithTokens<AccessControlProfileListParams>): ApiRequest<KalturaAccessControlProfileListResponse>;
}

export interface AnalyticsTrackEventParams {
  /** KAVA’s number: 1 impression, 2 play request, 3 play, 4 resume, 33 pause, 35 seek, 45 and 46 buffering begins and ends, 98 error, 99 view (every ten seconds of playing). */
  readonly eventType: number;
  /** The id of the entry. */
  readonly entryId: string;
  /** Random text that the player has made up; at most 128 characters. */
  readonly sessionId: string;
  /** The account that the entry is of. */
  readonly partnerId?: number | null;
  /** Counts the session’s events, from 1. */
  readonly eventIndex?: number | null;
  /** live, dvr or vod. */
  readonly playbackType?: string | null;
  /** Seconds from the beginning; of a live stream, how far from its edge (not above 0). */
  readonly position?: number | null;
  /** Seconds that the session has played so far. */
  readonly playTimeSum?: number | null;
  /** Of the last ten seconds, how many it had to wait. */
  readonly bufferTime?: number | null;
  /** Seconds that the session had to wait so far. */
  readonly bufferTimeSum?: number | null;
  /** Of the rendition that plays, kbit/s. */
  readonly actualBitrate?: number | null;
  /** 1 off, 2 on. */
  readonly soundMode?: number | null;
  /** 1 in the background, 2 in front. */
  readonly tabMode?: number | null;
  /** The page, in Base64; kept without its query. */
  readonly referrer?: string | null;
}

export interface AnalyticsService {
  /**
   * Takes what a player tells about viewing an entry, with whatever else KAVA sends; who views is known by the session that comes along.
   *
   * Needs no session.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `TOO_MANY_EVENTS`
   */
  trackEvent(params: WithTokens<AnalyticsTrackEventParams>): ApiRequest<RostrumPlayerEventAnswer>;
}

export interface AnnotationAnnotationAddParams {
  readonly annotation: KalturaAnnotation;
}

export interface AnnotationAnnotationGetParams {
  readonly id: string;
}

export interface AnnotationAnnotationDeleteParams {
  readonly id: string;
}

export interface AnnotationAnnotationUpdateStatusParams {
  readonly id: string;
  readonly status: KalturaCuePointStatus;
}

export interface AnnotationAnnotationUpdateCuePointsTimesParams {
  readonly id: string;
  /** In ms. */
  readonly startTime: number;
  /** In ms. */
  readonly endTime?: number | null;
}

export interface AnnotationAnnotationUpdateParams {
  readonly id: string;
  readonly annotation: KalturaAnnotation;
}

export interface AnnotationAnnotationListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaAnnotationFilter | null;
  /** Without one, the first 500. */
  readonly pager?: KalturaFilterPager | null;
}

export interface AnnotationAnnotationCountParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaAnnotationFilter | null;
}

export interface AnnotationAnnotationCloneParams {
  readonly id: string;
  /** The entry that gets the copy. */
  readonly entryId: string;
  /** What the copy answers. */
  readonly parentId?: string | null;
}

export interface AnnotationAnnotationService {
  /**
   * Adds what somebody has written to an entry.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `NO_PERMISSION_ON_ENTRY`, `PARENT_CUE_POINT_NOT_FOUND`, `PARENT_CUE_POINT_DO_NOT_BELONG_TO_THE_SAME_ENTRY`, `CUE_POINT_SYSTEM_NAME_EXISTS`, `START_TIME_CANNOT_BE_LESS_THAN_0`, `END_TIME_CANNOT_BE_LESS_THAN_START_TIME`, `START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`
   */
  add(params: WithTokens<AnnotationAnnotationAddParams>): ApiRequest<KalturaAnnotation>;

  /**
   * Answers a cue point that the session may read.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`
   */
  get(params: WithTokens<AnnotationAnnotationGetParams>): ApiRequest<AnyKalturaCuePoint>;

  /**
   * Deletes a cue point, all that answers it, and what is recorded of them.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`
   */
  delete(params: WithTokens<AnnotationAnnotationDeleteParams>): ApiRequest<null>;

  /**
   * Says how far a cue point has come; DELETED deletes it. For those who run the entry.
   *
   * Needs a session with WEBCAST_PRODUCER_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`
   */
  updateStatus(params: WithTokens<AnnotationAnnotationUpdateStatusParams>): ApiRequest<null>;

  /**
   * Moves a cue point. An end that is left out stays.
   *
   * Needs a session with WEBCAST_PRODUCER_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`, `START_TIME_CANNOT_BE_LESS_THAN_0`, `END_TIME_CANNOT_BE_LESS_THAN_START_TIME`, `START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`
   */
  updateCuePointsTimes(params: WithTokens<AnnotationAnnotationUpdateCuePointsTimesParams>): ApiRequest<AnyKalturaCuePoint>;

  /**
   * Changes the properties that are sent.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`, `CUE_POINT_SYSTEM_NAME_EXISTS`, `START_TIME_CANNOT_BE_LESS_THAN_0`, `END_TIME_CANNOT_BE_LESS_THAN_START_TIME`, `START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`
   */
  update(params: WithTokens<AnnotationAnnotationUpdateParams>): ApiRequest<KalturaAnnotation>;

  /**
   * Finds annotations that the session may read.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   */
  list(params?: WithTokens<AnnotationAnnotationListParams>): ApiRequest<KalturaAnnotationListResponse>;

  /**
   * Counts the annotations that a list would have.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   */
  count(params?: WithTokens<AnnotationAnnotationCountParams>): ApiRequest<number>;

  /**
   * Copies an annotation to an entry, as an answer to another one of that entry.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`, `ENTRY_ID_NOT_FOUND`, `NO_PERMISSION_TO_COPY_CUE_POINT_TO_ENTRY`, `START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `PARENT_CUE_POINT_NOT_FOUND`, `PARENT_CUE_POINT_DO_NOT_BELONG_TO_THE_SAME_ENTRY`
   */
  clone(params: WithTokens<AnnotationAnnotationCloneParams>): ApiRequest<KalturaAnnotation>;
}

export interface AppTokenAddParams {
  readonly appToken: KalturaAppToken;
}

export interface AppTokenGetParams {
  readonly id: string;
}

export interface AppTokenUpdateParams {
  readonly id: string;
  readonly appToken: KalturaAppToken;
}

export interface AppTokenDeleteParams {
  readonly id: string;
}

export interface AppTokenListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaAppTokenFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface AppTokenStartSessionParams {
  readonly id: string;
  /** Hexadecimal hash, of the token’s hash type, of the session’s text followed by the token. */
  readonly tokenHash: string;
  /** The token’s own user wins. */
  readonly userId?: string | null;
  /** The token’s own type wins. */
  readonly type?: KalturaSessionType | null;
  /** Seconds from now; at most the token’s duration. */
  readonly expiry?: number | null;
  /** Privileges that give rights are left out. */
  readonly sessionPrivileges?: string | null;
}

export interface AppTokenService {
  /**
   * Makes an application token; the server chooses its id and the token itself.
   *
   * Needs a session with INTEGRATION_BASE.
   */
  add(params: WithTokens<AppTokenAddParams>): ApiRequest<KalturaAppToken>;

  /**
   * Answers an application token.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `APP_TOKEN_ID_NOT_FOUND`
   */
  get(params: WithTokens<AppTokenGetParams>): ApiRequest<KalturaAppToken>;

  /**
   * Changes what is sent; sessions that were started before keep what they have.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `APP_TOKEN_ID_NOT_FOUND`
   */
  update(params: WithTokens<AppTokenUpdateParams>): ApiRequest<KalturaAppToken>;

  /**
   * Deletes an application token, and ends all sessions that it has started.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `APP_TOKEN_ID_NOT_FOUND`
   */
  delete(params: WithTokens<AppTokenDeleteParams>): ApiRequest<null>;

  /**
   * Finds application tokens of the account.
   *
   * Needs a session with INTEGRATION_BASE.
   */
  list(params?: WithTokens<AppTokenListParams>): ApiRequest<KalturaAppTokenListResponse>;

  /**
   * Starts a session for whoever knows the token: any session of the account (a widget’s will do) proves where it comes from.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `APP_TOKEN_ID_NOT_FOUND`, `APP_TOKEN_NOT_ACTIVE`, `INVALID_APP_TOKEN_HASH`, `APP_TOKEN_EXPIRED`, `INVALID_ACTIONS_LIMIT`, `INVALID_SET_ROLE`, `UNKNOWN_ROLE_ID`, `TOO_MANY_ATTEMPTS`
   */
  startSession(params: WithTokens<AppTokenStartSessionParams>): ApiRequest<KalturaSessionInfo>;
}

export interface AuditAuditTrailAddParams {
  readonly auditTrail: KalturaAuditTrail;
}

export interface AuditAuditTrailGetParams {
  readonly id: number;
}

export interface AuditAuditTrailListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaAuditTrailFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface AuditAuditTrailService {
  /**
   * Adds a line about something that an application has done by itself; it says that it was added, and by whom.
   *
   * Needs a session with AUDIT_PLUGIN_PERMISSION.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`
   */
  add(params: WithTokens<AuditAuditTrailAddParams>): ApiRequest<KalturaAuditTrail>;

  /**
   * Answers one line of the audit log.
   *
   * Needs a session with AUDIT_PLUGIN_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<AuditAuditTrailGetParams>): ApiRequest<KalturaAuditTrail>;

  /**
   * Finds lines of the audit log, newest first; they are kept for 400 days.
   *
   * Needs a session with AUDIT_PLUGIN_PERMISSION.
   */
  list(params?: WithTokens<AuditAuditTrailListParams>): ApiRequest<KalturaAuditTrailListResponse>;
}

export interface BaseEntryAddParams {
  readonly entry: AnyKalturaBaseEntry;
  /** Only where objectType is KalturaBaseEntry. Default: `-1`. */
  readonly type?: KalturaEntryType | null;
}

export interface BaseEntryGetParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** There is one version. Default: `-1`. */
  readonly version?: number | null;
}

export interface BaseEntryGetByIdsParams {
  /** At most 500, separated by commas. */
  readonly entryIds: string;
}

export interface BaseEntryUpdateParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly baseEntry: AnyKalturaBaseEntry;
}

export interface BaseEntryDeleteParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface BaseEntryListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaBaseEntryFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface BaseEntryListByReferenceIdParams {
  readonly refId: string;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface BaseEntryCountParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaBaseEntryFilter | null;
}

export interface BaseEntryCloneParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** USERS and ACCESS_CONTROL can be left out of the copy; then it is the caller’s own. */
  readonly cloneOptions?: readonly KalturaBaseEntryCloneOptionComponent[] | null;
}

export interface BaseEntryRecycleParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface BaseEntryRestoreRecycledParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface BaseEntryBulkDeleteParams {
  /** With displayInSearchEqual -2. */
  readonly filter: AnyKalturaBaseEntryFilter;
}

export interface BaseEntryIndexParams {
  readonly id: string;
  /** Whether updatedAt becomes now. Default: `true`. */
  readonly shouldUpdate?: boolean | null;
}

export interface BaseEntryFlagParams {
  readonly moderationFlag: KalturaModerationFlag;
}

export interface BaseEntryRejectParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface BaseEntryApproveParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface BaseEntryListFlagsParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface BaseEntryAnonymousRankParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** From 1 to 5. */
  readonly rank: number;
}

export interface BaseEntryGetPlaybackContextParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly contextDataParams?: KalturaPlaybackContextOptions | null;
}

export interface BaseEntryGetContextDataParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly contextDataParams?: AnyKalturaEntryContextDataParams | null;
}

export interface BaseEntryUpdateThumbnailJpegParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** JPEG, PNG, GIF or WebP, at most 10 MB. At most 10,485,760 bytes. */
  readonly fileData: Blob;
}

export interface BaseEntryUpdateThumbnailFromUrlParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Of a JPEG, PNG, GIF or WebP of at most 10 MB; http or https, at a public address. */
  readonly url: string;
}

export interface BaseEntryUpdateThumbnailFromSourceEntryParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly sourceEntryId: string;
  /** Seconds from the beginning of the show. */
  readonly timeOffset: number;
}

export interface BaseEntryAddContentParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly resource: AnyKalturaResource;
}

export interface BaseEntryUpdateContentParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** A KalturaOperationResource of the entry itself, or a KalturaUploadedFileTokenResource. */
  readonly resource: AnyKalturaResource;
  /** Taken and not used: recordings play as they came. */
  readonly conversionProfileId?: number | null;
  readonly advancedOptions?: KalturaEntryReplacementOptions | null;
}

export interface BaseEntryAddFromUploadedFileParams {
  readonly entry: AnyKalturaBaseEntry;
  /** Of a whole file that nothing was made of. */
  readonly uploadTokenId: string;
  /** Only where objectType is KalturaBaseEntry. Default: `-1`. */
  readonly type?: KalturaEntryType | null;
}

export interface BaseEntryUploadParams {
  /** At most 1 GiB. At most 1,073,741,824 bytes. */
  readonly fileData: Blob;
}

export interface BaseEntryService {
  /**
   * Adds an entry: what it is follows from its objectType, else from the type. Media wait for their content.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `ENTRY_SOURCE_TYPE_NOT_SUPPORTED`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `ENTRY_TYPE_NOT_SUPPORTED`
   */
  add(params: WithTokens<BaseEntryAddParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Answers an entry.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  get(params: WithTokens<BaseEntryGetParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Answers several entries in the order of their ids; those that are not there are left out.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_FIELD_VALUE`
   */
  getByIds(params: WithTokens<BaseEntryGetByIdsParams>): ApiRequest<readonly AnyKalturaBaseEntry[]>;

  /**
   * Changes the properties that are sent.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING`, `CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `INVALID_ENTRY_TYPE`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `ENTRY_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<BaseEntryUpdateParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Deletes an entry, unless it is on air; only for its owner, not for its editors.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING`
   */
  delete(params: WithTokens<BaseEntryDeleteParams>): ApiRequest<null>;

  /**
   * Finds entries of every kind; any filter of entries may be sent.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_FIELD_VALUE`
   */
  list(params?: WithTokens<BaseEntryListParams>): ApiRequest<KalturaBaseEntryListResponse>;

  /**
   * Finds the entries that another system knows by this id.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `MISSING_MANDATORY_PARAMETER`
   */
  listByReferenceId(params: WithTokens<BaseEntryListByReferenceIdParams>): ApiRequest<KalturaBaseEntryListResponse>;

  /**
   * Says how many entries a list would find.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_FIELD_VALUE`
   */
  count(params?: WithTokens<BaseEntryCountParams>): ApiRequest<number>;

  /**
   * Adds an entry with the settings of another; a live stream gets a stream token of its own. Content is not copied.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  clone(params: WithTokens<BaseEntryCloneParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Puts an entry into the recycle bin: lists no longer show it. Not while it is on air.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_STATUS_FOR_RECYCLE`
   */
  recycle(params: WithTokens<BaseEntryRecycleParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Takes an entry out of the recycle bin, as it was.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_STATUS_FOR_RESTORE`
   */
  restoreRecycled(params: WithTokens<BaseEntryRestoreRecycledParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Deletes recycled entries, at most 500 at once, and answers how many. What is on air stays.
   *
   * Needs a session with CONTENT_MANAGE_BASE.
   *
   * @throws RostrumError `ENTRY_BULK_DELETE_ONLY_RECYCLED`, `INVALID_FIELD_VALUE`
   */
  bulkDelete(params: WithTokens<BaseEntryBulkDeleteParams>): ApiRequest<number>;

  /**
   * Writes what lists look for anew, and answers how often the entry has been written.
   *
   * Needs a session with CONTENT_MANAGE_BASE.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  index(params: WithTokens<BaseEntryIndexParams>): ApiRequest<number>;

  /**
   * Complains about an entry; it stays in the lists until a moderator has decided.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_CANNOT_BE_FLAGGED`
   */
  flag(params: WithTokens<BaseEntryFlagParams>): ApiRequest<null>;

  /**
   * Takes an entry out of the lists; nobody but those who may change it watches it.
   *
   * Needs a session with CONTENT_MODERATE_BASE.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  reject(params: WithTokens<BaseEntryRejectParams>): ApiRequest<null>;

  /**
   * Lets everybody see an entry, and puts its complaints aside.
   *
   * Needs a session with CONTENT_MODERATE_BASE.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  approve(params: WithTokens<BaseEntryApproveParams>): ApiRequest<null>;

  /**
   * Answers the complaints that wait for a decision, oldest first.
   *
   * Needs a session with CONTENT_MODERATE_BASE.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  listFlags(params: WithTokens<BaseEntryListFlagsParams>): ApiRequest<KalturaModerationFlagListResponse>;

  /**
   * Votes for an entry. Who votes is not kept.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `INVALID_RANK_VALUE`
   */
  anonymousRank(params: WithTokens<BaseEntryAnonymousRankParams>): ApiRequest<null>;

  /**
   * Says how to play an entry; where that is not allowed or there is nothing to play, an action of type 1 (BLOCK) and a message say so.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  getPlaybackContext(params: WithTokens<BaseEntryGetPlaybackContextParams>): ApiRequest<KalturaPlaybackContext>;

  /**
   * Says whether an entry may be played, as players asked before getPlaybackContext.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  getContextData(params: WithTokens<BaseEntryGetContextDataParams>): ApiRequest<KalturaEntryContextDataResult>;

  /**
   * Sets the entry’s picture; it is written anew as JPEG, full HD at most, and thumbnailUrl changes.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  updateThumbnailJpeg(params: WithTokens<BaseEntryUpdateThumbnailJpegParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Fetches a picture and sets it; it is written anew as JPEG, full HD at most, and thumbnailUrl changes.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `THUMB_ASSET_DOWNLOAD_FAILED`, `PICTURES_NOT_AVAILABLE`
   */
  updateThumbnailFromUrl(params: WithTokens<BaseEntryUpdateThumbnailFromUrlParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Sets the entry’s picture to a frame of another entry’s show, or to its picture.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_SOURCE_FILE_NOT_FOUND`, `PICTURES_NOT_AVAILABLE`
   */
  updateThumbnailFromSourceEntry(params: WithTokens<BaseEntryUpdateThumbnailFromSourceEntryParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Lets an entry without content play parts of a recording: nothing is copied, it plays at once. Or takes an uploaded picture or document.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_NOT_READY`, `ENTRY_CANNOT_BE_TRIMMED`, `RESOURCE_TYPE_NOT_SUPPORTED`, `RESOURCE_ENTRY_ID_MISSING`, `RESOURCES_COUNT_EXCEEDED_MAX_ALLOWED_COUNT`, `LIVE_CLIPPING_UNSUPPORTED_OPERATION`, `CLIP_OUT_OF_RANGE`, `RECORDING_NOT_REACHABLE`, `ENTRY_CHANGED_MEANWHILE`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`, `ENTRY_ALREADY_WITH_CONTENT`
   */
  addContent(params: WithTokens<BaseEntryAddContentParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Trims a recording to the parts that are named; what is cut away can be brought back with `rostrum_recording.untrim`. Or replaces a picture or document by an uploaded one.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_NOT_READY`, `ENTRY_CANNOT_BE_TRIMMED`, `RESOURCE_TYPE_NOT_SUPPORTED`, `RESOURCE_ENTRY_ID_MISSING`, `RESOURCES_COUNT_EXCEEDED_MAX_ALLOWED_COUNT`, `LIVE_CLIPPING_UNSUPPORTED_OPERATION`, `CLIP_OUT_OF_RANGE`, `RECORDING_NOT_REACHABLE`, `ENTRY_CHANGED_MEANWHILE`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  updateContent(params: WithTokens<BaseEntryUpdateContentParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Adds a picture or a document that was uploaded; without a type, the file says which of the two it is.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `ENTRY_SOURCE_TYPE_NOT_SUPPORTED`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `ENTRY_TYPE_NOT_SUPPORTED`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  addFromUploadedFile(params: WithTokens<BaseEntryAddFromUploadedFileParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Takes a whole file, and answers the id of its upload token.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `FILE_SIZE_EXCEEDED`, `UPLOAD_LIMIT_REACHED`, `UPLOAD_ERROR`
   */
  upload(params: WithTokens<BaseEntryUploadParams>): ApiRequest<string>;
}

export interface BeaconBeaconAddParams {
  readonly beacon: KalturaBeacon;
  /** Whether it also stays as a line of the log. Default: `false`. */
  readonly shouldLog?: NullableBoolean | null;
}

export interface BeaconBeaconListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaBeaconFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface BeaconBeaconService {
  /**
   * Tells something about an object: the newest of its kind takes the place of the one before.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  add(params: WithTokens<BeaconBeaconAddParams>): ApiRequest<boolean>;

  /**
   * Finds what was told about objects, the newest first; who may not change all entries names entries.
   *
   * Needs a session with WEBCAST_PRODUCER_PERMISSION.
   *
   * @throws RostrumError `MUST_FILTER_ON_OBJECT_ID`
   */
  list(params?: WithTokens<BeaconBeaconListParams>): ApiRequest<KalturaBeaconListResponse>;
}

export interface CategoryAddParams {
  readonly category: KalturaCategory;
}

export interface CategoryGetParams {
  readonly id: number;
}

export interface CategoryUpdateParams {
  readonly id: number;
  readonly category: KalturaCategory;
}

export interface CategoryDeleteParams {
  readonly id: number;
  /** Puts what was in them into the category above; true where it is left out. */
  readonly moveEntriesToParentCategory?: NullableBoolean | null;
}

export interface CategoryListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaCategoryFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface CategoryMoveParams {
  /** Ids, separated by commas; they have the same parent. */
  readonly categoryIds: string;
  /** 0 for the top. */
  readonly targetCategoryParentId: number;
}

export interface CategoryIndexParams {
  readonly id: number;
  /** False only looks whether the category is there. Default: `true`. */
  readonly shouldUpdate?: boolean | null;
}

export interface CategoryService {
  /**
   * Makes a category, at the top or below another one.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `NOT_ENTITLED_TO_UPDATE_CATEGORY`, `PARENT_CATEGORY_NOT_FOUND`, `DUPLICATE_CATEGORY`, `CATEGORY_NAME_CONTAINS_INVALID_CHARS`, `PRIVACY_CONTEXT_INVALID_STRING`, `PARTNER_CATEGORY_TOO_MANY_PRIVACY_CONTEXTS`, `CANNOT_SET_PRIVACY_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_OWNER_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_APPEAR_IN_LIST_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_INHERITANCE_TYPE_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_CONTIRUBUTION_POLICY_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_DEFAULT_PERMISSION_LEVEL_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_MODERATION_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_INHERIT_MEMBERS_WHEN_PARENT_CATEGORY_IS_NOT_SET`, `CANNOT_SET_OWNER_WHEN_CATEGORY_INHERIT_MEMBERS`, `CANNOT_SET_DEFAULT_PERMISSION_LEVEL_WHEN_CATEGORY_INHERIT_MEMBERS`, `CATEGORIES_LOCKED`
   */
  add(params: WithTokens<CategoryAddParams>): ApiRequest<KalturaCategory>;

  /**
   * Answers a category with its numbers.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`
   */
  get(params: WithTokens<CategoryGetParams>): ApiRequest<KalturaCategory>;

  /**
   * Changes what is sent; a new name, parent or privacy context also holds for all below it.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `NOT_ENTITLED_TO_UPDATE_CATEGORY`, `PARENT_CATEGORY_NOT_FOUND`, `PARENT_CATEGORY_IS_CHILD`, `DUPLICATE_CATEGORY`, `CATEGORY_NAME_CONTAINS_INVALID_CHARS`, `PRIVACY_CONTEXT_INVALID_STRING`, `PARTNER_CATEGORY_TOO_MANY_PRIVACY_CONTEXTS`, `CANNOT_SET_PRIVACY_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_OWNER_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_APPEAR_IN_LIST_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_INHERITANCE_TYPE_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_CONTIRUBUTION_POLICY_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_DEFAULT_PERMISSION_LEVEL_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_SET_MODERATION_FIELD_WITH_NO_PRIVACY_CONTEXT`, `CANNOT_INHERIT_MEMBERS_WHEN_PARENT_CATEGORY_IS_NOT_SET`, `CANNOT_SET_OWNER_WHEN_CATEGORY_INHERIT_MEMBERS`, `CANNOT_SET_DEFAULT_PERMISSION_LEVEL_WHEN_CATEGORY_INHERIT_MEMBERS`, `CATEGORIES_LOCKED`
   */
  update(params: WithTokens<CategoryUpdateParams>): ApiRequest<KalturaCategory>;

  /**
   * Deletes a category and all below it; the entries stay.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `NOT_ENTITLED_TO_UPDATE_CATEGORY`, `CATEGORIES_LOCKED`
   */
  delete(params: WithTokens<CategoryDeleteParams>): ApiRequest<null>;

  /**
   * Finds categories; without an order, by their full names.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   */
  list(params?: WithTokens<CategoryListParams>): ApiRequest<KalturaCategoryListResponse>;

  /**
   * Moves categories, with all below them, below another one or to the top.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `NOT_ENTITLED_TO_UPDATE_CATEGORY`, `PARENT_CATEGORY_NOT_FOUND`, `PARENT_CATEGORY_IS_CHILD`, `DUPLICATE_CATEGORY`, `CANNOT_MOVE_CATEGORIES_FROM_DIFFERENT_PARENT_CATEGORIES`, `CANNOT_INHERIT_MEMBERS_WHEN_PARENT_CATEGORY_IS_NOT_SET`, `PARTNER_CATEGORY_TOO_MANY_PRIVACY_CONTEXTS`, `CATEGORIES_LOCKED`
   */
  move(params: WithTokens<CategoryMoveParams>): ApiRequest<boolean>;

  /**
   * Writes names, ids and contexts of a category and of all below it anew.
   *
   * Needs a session with CONTENT_MANAGE_EDIT_CATEGORIES.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `NOT_ENTITLED_TO_UPDATE_CATEGORY`, `CATEGORIES_LOCKED`
   */
  index(params: WithTokens<CategoryIndexParams>): ApiRequest<number>;
}

export interface CategoryEntryAddParams {
  readonly categoryEntry: KalturaCategoryEntry;
}

export interface CategoryEntryDeleteParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly categoryId: number;
}

export interface CategoryEntryListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaCategoryEntryFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface CategoryEntryActivateParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly categoryId: number;
}

export interface CategoryEntryRejectParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly categoryId: number;
}

export interface CategoryEntryService {
  /**
   * Puts an entry into a category; where it is moderated, a moderator may have to approve.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`, `CATEGORY_NOT_FOUND`, `CANNOT_ASSIGN_ENTRY_TO_CATEGORY`, `CATEGORY_ENTRY_ALREADY_EXISTS`, `MAX_CATEGORIES_FOR_ENTRY_REACHED`
   */
  add(params: WithTokens<CategoryEntryAddParams>): ApiRequest<KalturaCategoryEntry>;

  /**
   * Takes an entry out of a category.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`, `CATEGORY_NOT_FOUND`, `ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY`, `CANNOT_REMOVE_ENTRY_FROM_CATEGORY`
   */
  delete(params: WithTokens<CategoryEntryDeleteParams>): ApiRequest<null>;

  /**
   * Says which entries are in a category, or in which categories an entry is.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `MUST_FILTER_ON_ENTRY_OR_CATEGORY`
   */
  list(params?: WithTokens<CategoryEntryListParams>): ApiRequest<KalturaCategoryEntryListResponse>;

  /**
   * Approves an entry that waits in a moderated category.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`, `CATEGORY_NOT_FOUND`, `ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY`, `CANNOT_ACTIVATE_CATEGORY_ENTRY`, `CANNOT_ACTIVATE_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING`
   */
  activate(params: WithTokens<CategoryEntryActivateParams>): ApiRequest<null>;

  /**
   * Rejects an entry that waits in a moderated category.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`, `CATEGORY_NOT_FOUND`, `ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY`, `CANNOT_REJECT_CATEGORY_ENTRY`, `CANNOT_REJECT_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING`
   */
  reject(params: WithTokens<CategoryEntryRejectParams>): ApiRequest<null>;
}

export interface CategoryUserAddParams {
  readonly categoryUser: KalturaCategoryUser;
}

export interface CategoryUserGetParams {
  readonly categoryId: number;
  readonly userId: string;
}

export interface CategoryUserUpdateParams {
  readonly categoryId: number;
  readonly userId: string;
  readonly categoryUser: KalturaCategoryUser;
  /** A program may change what a person has set. Default: `false`. */
  readonly override?: boolean | null;
}

export interface CategoryUserDeleteParams {
  readonly categoryId: number;
  readonly userId: string;
}

export interface CategoryUserActivateParams {
  readonly categoryId: number;
  readonly userId: string;
}

export interface CategoryUserDeactivateParams {
  readonly categoryId: number;
  readonly userId: string;
}

export interface CategoryUserListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaCategoryUserFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface CategoryUserCopyFromCategoryParams {
  readonly categoryId: number;
}

export interface CategoryUserService {
  /**
   * Makes a user a member of a category.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `CATEGORY_INHERIT_MEMBERS`, `CATEGORY_USER_JOIN_NOT_ALLOWED`, `CATEGORY_USER_ALREADY_EXISTS`
   */
  add(params: WithTokens<CategoryUserAddParams>): ApiRequest<KalturaCategoryUser>;

  /**
   * Answers a member of a category, or of the one that it inherits its members from.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `INVALID_CATEGORY_USER_ID`
   */
  get(params: WithTokens<CategoryUserGetParams>): ApiRequest<KalturaCategoryUser>;

  /**
   * Changes what a member may do.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `INVALID_CATEGORY_USER_ID`, `CATEGORY_INHERIT_MEMBERS`, `CANNOT_UPDATE_CATEGORY_USER`, `CANNOT_UPDATE_CATEGORY_USER_OWNER`, `CANNOT_OVERRIDE_MANUAL_CHANGES`
   */
  update(params: WithTokens<CategoryUserUpdateParams>): ApiRequest<KalturaCategoryUser>;

  /**
   * Ends a membership; users may end their own.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `INVALID_CATEGORY_USER_ID`, `CATEGORY_INHERIT_MEMBERS`, `CANNOT_UPDATE_CATEGORY_USER`, `CANNOT_UPDATE_CATEGORY_USER_OWNER`
   */
  delete(params: WithTokens<CategoryUserDeleteParams>): ApiRequest<null>;

  /**
   * Lets a member in again.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `INVALID_CATEGORY_USER_ID`, `CATEGORY_INHERIT_MEMBERS`, `CANNOT_UPDATE_CATEGORY_USER`
   */
  activate(params: WithTokens<CategoryUserActivateParams>): ApiRequest<KalturaCategoryUser>;

  /**
   * Keeps a membership without its rights; users may do so with their own.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `INVALID_CATEGORY_USER_ID`, `CATEGORY_INHERIT_MEMBERS`, `CANNOT_UPDATE_CATEGORY_USER`, `CANNOT_UPDATE_CATEGORY_USER_OWNER`
   */
  deactivate(params: WithTokens<CategoryUserDeactivateParams>): ApiRequest<KalturaCategoryUser>;

  /**
   * Finds members of categories, or the categories of users.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `MUST_FILTER_USERS_OR_CATEGORY`
   */
  list(params?: WithTokens<CategoryUserListParams>): ApiRequest<KalturaCategoryUserListResponse>;

  /**
   * Gives a category the members of the one above it; those that it has stay.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `CATEGORY_NOT_FOUND`, `CATEGORY_INHERIT_MEMBERS`, `CATEGORY_DOES_NOT_HAVE_PARENT_CATEGORY`, `CATEGORY_MAX_USER_REACHED`, `CANNOT_UPDATE_CATEGORY_USER`
   */
  copyFromCategory(params: WithTokens<CategoryUserCopyFromCategoryParams>): ApiRequest<null>;
}

export interface ConversionProfileSetAsDefaultParams {
  readonly id: number;
}

export interface ConversionProfileGetDefaultParams {
  /** 1 for media, also where it is left out. */
  readonly type?: KalturaConversionProfileType | null;
}

export interface ConversionProfileAddParams {
  readonly conversionProfile: KalturaConversionProfile;
}

export interface ConversionProfileGetParams {
  readonly id: number;
}

export interface ConversionProfileUpdateParams {
  readonly id: number;
  readonly conversionProfile: KalturaConversionProfile;
}

export interface ConversionProfileDeleteParams {
  readonly id: number;
}

export interface ConversionProfileListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaConversionProfileFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface ConversionProfileService {
  /**
   * Makes a profile the account’s default of its type.
   *
   * Needs a session with TRANSCODING_ADD.
   *
   * @throws RostrumError `CONVERSION_PROFILE_ID_NOT_FOUND`, `OBJECT_CHANGED_MEANWHILE`
   */
  setAsDefault(params: WithTokens<ConversionProfileSetAsDefaultParams>): ApiRequest<KalturaConversionProfile>;

  /**
   * Answers the profile that entries of a type get where none is named.
   *
   * Needs a session with TRANSCODING_BASE.
   *
   * @throws RostrumError `CONVERSION_PROFILE_ID_NOT_FOUND`
   */
  getDefault(params?: WithTokens<ConversionProfileGetDefaultParams>): ApiRequest<KalturaConversionProfile>;

  /**
   * Makes a conversion profile.
   *
   * Needs a session with TRANSCODING_ADD.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `SYSTEM_NAME_ALREADY_EXISTS`, `FLAVOR_PARAMS_ID_NOT_FOUND`, `FLAVOR_PARAMS_DUPLICATE`, `FLAVOR_PARAMS_SOURCE_DUPLICATE`, `ASSET_PARAMS_INVALID_TYPE`, `CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE`, `OBJECT_CHANGED_MEANWHILE`, `MAX_NUMBER_OF_OBJECTS_REACHED`
   */
  add(params: WithTokens<ConversionProfileAddParams>): ApiRequest<KalturaConversionProfile>;

  /**
   * Answers a conversion profile.
   *
   * Needs a session with TRANSCODING_BASE.
   *
   * @throws RostrumError `CONVERSION_PROFILE_ID_NOT_FOUND`
   */
  get(params: WithTokens<ConversionProfileGetParams>): ApiRequest<KalturaConversionProfile>;

  /**
   * Changes the properties that are sent.
   *
   * Needs a session with TRANSCODING_ADD.
   *
   * @throws RostrumError `CONVERSION_PROFILE_ID_NOT_FOUND`, `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `SYSTEM_NAME_ALREADY_EXISTS`, `FLAVOR_PARAMS_ID_NOT_FOUND`, `FLAVOR_PARAMS_DUPLICATE`, `FLAVOR_PARAMS_SOURCE_DUPLICATE`, `ASSET_PARAMS_INVALID_TYPE`, `CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE`, `OBJECT_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<ConversionProfileUpdateParams>): ApiRequest<KalturaConversionProfile>;

  /**
   * Deletes a profile, unless it is a default; entries that have it get the default.
   *
   * Needs a session with TRANSCODING_ADD.
   *
   * @throws RostrumError `CONVERSION_PROFILE_ID_NOT_FOUND`, `CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE`
   */
  delete(params: WithTokens<ConversionProfileDeleteParams>): ApiRequest<null>;

  /**
   * Finds conversion profiles, the oldest first.
   *
   * Needs a session with TRANSCODING_BASE.
   */
  list(params?: WithTokens<ConversionProfileListParams>): ApiRequest<KalturaConversionProfileListResponse>;
}

export interface ConversionProfileAssetParamsListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaConversionProfileAssetParamsFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface ConversionProfileAssetParamsUpdateParams {
  readonly conversionProfileId: number;
  /** Id of the flavor. */
  readonly assetParamsId: number;
  readonly conversionProfileAssetParams: KalturaConversionProfileAssetParams;
}

export interface ConversionProfileAssetParamsService {
  /**
   * Says how profiles use their flavors: made here, or sent by the encoder.
   *
   * Needs a session with WEBCAST_PRODUCER_PERMISSION.
   */
  list(params?: WithTokens<ConversionProfileAssetParamsListParams>): ApiRequest<KalturaConversionProfileAssetParamsListResponse>;

  /**
   * Changes how a profile uses one of its flavors.
   *
   * Needs a session with TRANSCODING_ADD.
   *
   * @throws RostrumError `CONVERSION_PROFILE_ASSET_PARAMS_NOT_FOUND`, `OBJECT_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<ConversionProfileAssetParamsUpdateParams>): ApiRequest<KalturaConversionProfileAssetParams>;
}

export interface CuePointCuePointAddParams {
  /** Of one of the types that extend this. */
  readonly cuePoint: AnyKalturaCuePoint;
}

export interface CuePointCuePointGetParams {
  readonly id: string;
}

export interface CuePointCuePointDeleteParams {
  readonly id: string;
}

export interface CuePointCuePointUpdateStatusParams {
  readonly id: string;
  readonly status: KalturaCuePointStatus;
}

export interface CuePointCuePointUpdateCuePointsTimesParams {
  readonly id: string;
  /** In ms. */
  readonly startTime: number;
  /** In ms. */
  readonly endTime?: number | null;
}

export interface CuePointCuePointUpdateParams {
  readonly id: string;
  /** Of the type that it has. */
  readonly cuePoint: AnyKalturaCuePoint;
}

export interface CuePointCuePointListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaCuePointFilter | null;
  /** Without one, the first 500. */
  readonly pager?: KalturaFilterPager | null;
}

export interface CuePointCuePointCountParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaCuePointFilter | null;
}

export interface CuePointCuePointCloneParams {
  readonly id: string;
  /** The entry that gets the copy. */
  readonly entryId: string;
}

export interface CuePointCuePointService {
  /**
   * Adds a cue point to an entry. Whoever watches may write annotations; the rest is for those who run the entry.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `NO_PERMISSION_ON_ENTRY`, `PARENT_CUE_POINT_NOT_FOUND`, `PARENT_CUE_POINT_DO_NOT_BELONG_TO_THE_SAME_ENTRY`, `CUE_POINT_SYSTEM_NAME_EXISTS`, `START_TIME_CANNOT_BE_LESS_THAN_0`, `END_TIME_CANNOT_BE_LESS_THAN_START_TIME`, `START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`
   */
  add(params: WithTokens<CuePointCuePointAddParams>): ApiRequest<AnyKalturaCuePoint>;

  /**
   * Answers a cue point that the session may read.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`
   */
  get(params: WithTokens<CuePointCuePointGetParams>): ApiRequest<AnyKalturaCuePoint>;

  /**
   * Deletes a cue point, all that answers it, and what is recorded of them.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`
   */
  delete(params: WithTokens<CuePointCuePointDeleteParams>): ApiRequest<null>;

  /**
   * Says how far a cue point has come; DELETED deletes it. For those who run the entry.
   *
   * Needs a session with WEBCAST_PRODUCER_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`
   */
  updateStatus(params: WithTokens<CuePointCuePointUpdateStatusParams>): ApiRequest<null>;

  /**
   * Moves a cue point. An end that is left out stays.
   *
   * Needs a session with WEBCAST_PRODUCER_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`, `START_TIME_CANNOT_BE_LESS_THAN_0`, `END_TIME_CANNOT_BE_LESS_THAN_START_TIME`, `START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`
   */
  updateCuePointsTimes(params: WithTokens<CuePointCuePointUpdateCuePointsTimesParams>): ApiRequest<AnyKalturaCuePoint>;

  /**
   * Changes the properties that are sent: of what is one’s own, or of all for those who run the entry.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`, `CUE_POINT_SYSTEM_NAME_EXISTS`, `START_TIME_CANNOT_BE_LESS_THAN_0`, `END_TIME_CANNOT_BE_LESS_THAN_START_TIME`, `START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`
   */
  update(params: WithTokens<CuePointCuePointUpdateParams>): ApiRequest<AnyKalturaCuePoint>;

  /**
   * Finds cue points that the session may read: its own, public ones, slides and what programs tell the page; all for those who run the entry.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   */
  list(params?: WithTokens<CuePointCuePointListParams>): ApiRequest<KalturaCuePointListResponse>;

  /**
   * Counts the cue points that a list would have.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   */
  count(params?: WithTokens<CuePointCuePointCountParams>): ApiRequest<number>;

  /**
   * Copies a cue point to an entry. What is not for everybody stays so.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_CUE_POINT_ID`, `ENTRY_ID_NOT_FOUND`, `NO_PERMISSION_TO_COPY_CUE_POINT_TO_ENTRY`, `START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`, `END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME`
   */
  clone(params: WithTokens<CuePointCuePointCloneParams>): ApiRequest<AnyKalturaCuePoint>;
}

export interface DocumentDocumentsAddFromUploadedFileParams {
  readonly documentEntry: KalturaDocumentEntry;
  /** Of a whole file that nothing was made of. */
  readonly uploadTokenId: string;
}

export interface DocumentDocumentsGetParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** There is one version. Default: `-1`. */
  readonly version?: number | null;
}

export interface DocumentDocumentsUpdateParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly documentEntry: KalturaDocumentEntry;
}

export interface DocumentDocumentsDeleteParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface DocumentDocumentsListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaDocumentEntryFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface DocumentDocumentsUploadParams {
  /** At most 1 GiB. At most 1,073,741,824 bytes. */
  readonly fileData: Blob;
}

export interface DocumentDocumentsServeParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** There are no renditions of documents: it is to be left out. */
  readonly flavorAssetId?: string | null;
  /** There is one way to the file: it is not looked at. Default: `false`. */
  readonly forceProxy?: boolean | null;
}

export interface DocumentDocumentsAddContentParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** A KalturaUploadedFileTokenResource. */
  readonly resource: AnyKalturaResource;
}

export interface DocumentDocumentsUpdateContentParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** A KalturaUploadedFileTokenResource. */
  readonly resource: AnyKalturaResource;
  /** Taken and not used: documents are kept as they came. */
  readonly conversionProfileId?: number | null;
}

export interface DocumentDocumentsService {
  /**
   * Adds a document that was uploaded: PDF, PowerPoint, OpenDocument presentation, Flash or a picture.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `ENTRY_SOURCE_TYPE_NOT_SUPPORTED`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  addFromUploadedFile(params: WithTokens<DocumentDocumentsAddFromUploadedFileParams>): ApiRequest<KalturaDocumentEntry>;

  /**
   * Answers a document.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  get(params: WithTokens<DocumentDocumentsGetParams>): ApiRequest<KalturaDocumentEntry>;

  /**
   * Changes the properties that are sent.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING`, `CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `INVALID_ENTRY_TYPE`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `ENTRY_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<DocumentDocumentsUpdateParams>): ApiRequest<KalturaDocumentEntry>;

  /**
   * Deletes a document with its file.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  delete(params: WithTokens<DocumentDocumentsDeleteParams>): ApiRequest<null>;

  /**
   * Finds documents.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_FIELD_VALUE`
   */
  list(params?: WithTokens<DocumentDocumentsListParams>): ApiRequest<KalturaDocumentListResponse>;

  /**
   * Takes a whole file, and answers the id of its upload token.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `FILE_SIZE_EXCEEDED`, `UPLOAD_LIMIT_REACHED`, `UPLOAD_ERROR`
   */
  upload(params: WithTokens<DocumentDocumentsUploadParams>): ApiRequest<string>;

  /**
   * Answers the file. A picture is shown by browsers, anything else is saved.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `FLAVOR_ASSET_ID_NOT_FOUND`, `FLAVOR_ASSET_IS_NOT_READY`
   */
  serve(params: WithTokens<DocumentDocumentsServeParams>): ApiFileRequest;

  /**
   * Gives a document without a file one that was uploaded.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `RESOURCE_TYPE_NOT_SUPPORTED`, `RESOURCE_ENTRY_ID_MISSING`, `ENTRY_CHANGED_MEANWHILE`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`, `ENTRY_ALREADY_WITH_CONTENT`
   */
  addContent(params: WithTokens<DocumentDocumentsAddContentParams>): ApiRequest<KalturaDocumentEntry>;

  /**
   * Replaces the file of a document by one that was uploaded.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `RESOURCE_TYPE_NOT_SUPPORTED`, `RESOURCE_ENTRY_ID_MISSING`, `ENTRY_CHANGED_MEANWHILE`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  updateContent(params: WithTokens<DocumentDocumentsUpdateContentParams>): ApiRequest<KalturaDocumentEntry>;
}

export interface EntryServerNodeGetParams {
  readonly id: number;
}

export interface EntryServerNodeListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaEntryServerNodeFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface EntryServerNodeValidateRegisteredEntryServerNodeParams {
  readonly id: number;
}

export interface EntryServerNodeService {
  /**
   * Answers what an encoder sends, and whether viewers get it.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<EntryServerNodeGetParams>): ApiRequest<AnyKalturaEntryServerNode>;

  /**
   * Finds the encoders that are connected to live streams whose addresses the session may know.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   */
  list(params?: WithTokens<EntryServerNodeListParams>): ApiRequest<KalturaEntryServerNodeListResponse>;

  /**
   * Answers nothing while the encoder is connected, and an error otherwise.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  validateRegisteredEntryServerNode(params: WithTokens<EntryServerNodeValidateRegisteredEntryServerNodeParams>): ApiRequest<null>;
}

export interface EventNotificationEventNotificationTemplateRegisterParams {
  /** What is pushed: `PUBLIC_QNA_NOTIFICATIONS`. */
  readonly notificationTemplateSystemName: string;
  /** `entryId`, and for USER_QNA_NOTIFICATIONS `userId`: one’s own, unless one runs the entry. */
  readonly pushNotificationParams: KalturaPushNotificationParams;
}

export interface EventNotificationEventNotificationTemplateGetParams {
  readonly id: number;
}

export interface EventNotificationEventNotificationTemplateListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaEventNotificationTemplateFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface EventNotificationEventNotificationTemplateListTemplatesParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaEventNotificationTemplateFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface EventNotificationEventNotificationTemplateService {
  /**
   * Answers the queue of what is pushed about an entry, and its key. The key opens it to this session only.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `EVENT_NOTIFICATION_TEMPLATE_SYSTEM_NAME_NOT_FOUND`, `MISSING_MANDATORY_PARAMETER`, `ENTRY_ID_NOT_FOUND`, `PROPERTY_VALIDATION_NO_USAGE_PERMISSION`
   */
  register(params: WithTokens<EventNotificationEventNotificationTemplateRegisterParams>): ApiRequest<KalturaPushNotificationData>;

  /**
   * Answers a template: when what is pushed.
   *
   * Needs a session with ADMIN_BASE.
   *
   * @throws RostrumError `EVENT_NOTIFICATION_TEMPLATE_NOT_FOUND`
   */
  get(params: WithTokens<EventNotificationEventNotificationTemplateGetParams>): ApiRequest<AnyKalturaEventNotificationTemplate>;

  /**
   * Finds templates. All are built in.
   *
   * Needs a session with ADMIN_BASE.
   */
  list(params?: WithTokens<EventNotificationEventNotificationTemplateListParams>): ApiRequest<KalturaEventNotificationTemplateListResponse>;

  /**
   * Finds the templates that every account has: the same ones.
   *
   * Needs a session with ADMIN_BASE.
   */
  listTemplates(params?: WithTokens<EventNotificationEventNotificationTemplateListTemplatesParams>): ApiRequest<KalturaEventNotificationTemplateListResponse>;
}

export interface FlavorAssetGetParams {
  readonly id: string;
}

export interface FlavorAssetGetByEntryIdParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface FlavorAssetGetWebPlayableByEntryIdParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface FlavorAssetGetFlavorAssetsWithParamsParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface FlavorAssetListParams {
  /** Has to name entries (entryIdEqual, entryIdIn) or renditions (idEqual, idIn). */
  readonly filter?: AnyKalturaAssetFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface FlavorAssetGetUrlParams {
  readonly id: string;
  /** There is one storage: it is not looked at. */
  readonly storageId?: number | null;
  /** There is one way to the file: it is not looked at. Default: `false`. */
  readonly forceProxy?: boolean | null;
  readonly options?: KalturaFlavorAssetUrlOptions | null;
}

export interface FlavorAssetGetDownloadUrlParams {
  readonly id: string;
  /** There is one way to the file: it is not looked at. Default: `false`. */
  readonly useCdn?: boolean | null;
}

export interface FlavorAssetService {
  /**
   * Answers a rendition; of a recording, with its exact size, bitrate and dimensions.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `FLAVOR_ASSET_ID_NOT_FOUND`
   */
  get(params: WithTokens<FlavorAssetGetParams>): ApiRequest<AnyKalturaFlavorAsset>;

  /**
   * Answers the renditions of an entry: one for a recording that can be played.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  getByEntryId(params: WithTokens<FlavorAssetGetByEntryIdParams>): ApiRequest<readonly AnyKalturaFlavorAsset[]>;

  /**
   * Answers the renditions of an entry that browsers play: all of them.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  getWebPlayableByEntryId(params: WithTokens<FlavorAssetGetWebPlayableByEntryIdParams>): ApiRequest<readonly AnyKalturaFlavorAsset[]>;

  /**
   * Answers the renditions of an entry, each with the flavor that it was made by.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  getFlavorAssetsWithParams(params: WithTokens<FlavorAssetGetFlavorAssetsWithParamsParams>): ApiRequest<readonly KalturaFlavorAssetWithParams[]>;

  /**
   * Finds renditions of entries that are named by id.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`
   */
  list(params?: WithTokens<FlavorAssetListParams>): ApiRequest<KalturaFlavorAssetListResponse>;

  /**
   * Answers the address of a recording as one MP4 file. It holds for a day, for whoever has it.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `FLAVOR_ASSET_ID_NOT_FOUND`, `FLAVOR_ASSET_IS_NOT_READY`
   */
  getUrl(params: WithTokens<FlavorAssetGetUrlParams>): ApiRequest<string>;

  /**
   * Answers the address from which a recording is saved as an MP4 file. It holds for a day, for whoever has it.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `FLAVOR_ASSET_ID_NOT_FOUND`, `FLAVOR_ASSET_IS_NOT_READY`
   */
  getDownloadUrl(params: WithTokens<FlavorAssetGetDownloadUrlParams>): ApiRequest<string>;
}

export interface FlavorParamsAddParams {
  /** KalturaLiveParams for live profiles. */
  readonly flavorParams: AnyKalturaFlavorParams;
}

export interface FlavorParamsGetParams {
  readonly id: number;
}

export interface FlavorParamsUpdateParams {
  readonly id: number;
  readonly flavorParams: AnyKalturaFlavorParams;
}

export interface FlavorParamsDeleteParams {
  readonly id: number;
}

export interface FlavorParamsListParams {
  /** A KalturaLiveParamsFilter finds those of live streams only. */
  readonly filter?: AnyKalturaFlavorParamsFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface FlavorParamsGetByConversionProfileIdParams {
  readonly conversionProfileId: number;
}

export interface FlavorParamsService {
  /**
   * Describes a rendition that the account’s profiles may have.
   *
   * Needs a session with TRANSCODING_ADD.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `MAX_NUMBER_OF_OBJECTS_REACHED`
   */
  add(params: WithTokens<FlavorParamsAddParams>): ApiRequest<AnyKalturaFlavorParams>;

  /**
   * Answers a flavor: the account’s own, or one of every account.
   *
   * Needs a session with TRANSCODING_BASE.
   *
   * @throws RostrumError `FLAVOR_PARAMS_ID_NOT_FOUND`
   */
  get(params: WithTokens<FlavorParamsGetParams>): ApiRequest<AnyKalturaFlavorParams>;

  /**
   * Changes the properties that are sent, of a flavor of the account’s own.
   *
   * Needs a session with TRANSCODING_ADD.
   *
   * @throws RostrumError `FLAVOR_PARAMS_ID_NOT_FOUND`, `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `OBJECT_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<FlavorParamsUpdateParams>): ApiRequest<AnyKalturaFlavorParams>;

  /**
   * Deletes a flavor of the account’s own, also from the profiles that have it.
   *
   * Needs a session with TRANSCODING_ADD.
   *
   * @throws RostrumError `FLAVOR_PARAMS_ID_NOT_FOUND`
   */
  delete(params: WithTokens<FlavorParamsDeleteParams>): ApiRequest<null>;

  /**
   * Finds flavors: those of every account, and the account’s own.
   *
   * Needs a session with TRANSCODING_BASE.
   */
  list(params?: WithTokens<FlavorParamsListParams>): ApiRequest<KalturaFlavorParamsListResponse>;

  /**
   * Answers the flavors of a profile, in its order.
   *
   * Needs a session with TRANSCODING_BASE.
   *
   * @throws RostrumError `CONVERSION_PROFILE_ID_NOT_FOUND`
   */
  getByConversionProfileId(params: WithTokens<FlavorParamsGetByConversionProfileIdParams>): ApiRequest<readonly AnyKalturaFlavorParams[]>;
}

export interface LiveStatsCollectParams {
  readonly event: KalturaLiveStatsEvent;
}

export interface LiveStatsService {
  /**
   * Takes what a player older than KAVA tells every ten seconds of a live stream.
   *
   * Needs no session.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `TOO_MANY_EVENTS`
   */
  collect(params: WithTokens<LiveStatsCollectParams>): ApiRequest<boolean>;
}

export interface LiveStreamAddParams {
  readonly liveStreamEntry: KalturaLiveStreamEntry;
  readonly sourceType?: KalturaSourceType | null;
}

export interface LiveStreamGetParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Default: `-1`. */
  readonly version?: number | null;
}

export interface LiveStreamUpdateParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly liveStreamEntry: KalturaLiveStreamEntry;
}

export interface LiveStreamDeleteParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface LiveStreamListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaLiveStreamEntryFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface LiveStreamIsLiveParams {
  readonly id: string;
  readonly protocol?: KalturaPlaybackProtocol | null;
}

export interface LiveStreamGetDetailsParams {
  readonly id: string;
}

export interface LiveStreamGetLiveStreamStatsParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface LiveStreamArchiveParams {
  readonly liveEntryId: string;
  readonly vodEntryId: string;
}

export interface LiveStreamRegenerateStreamTokenParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface LiveStreamAuthenticateParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly token: string;
  /** Who asks. */
  readonly hostname?: string | null;
  /** Primary where it is left out. */
  readonly mediaServerIndex?: KalturaEntryServerNodeType | null;
  readonly applicationName?: string | null;
}

export interface LiveStreamAddLiveStreamPushPublishConfigurationParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Of each protocol there is one address. */
  readonly protocol: KalturaPlaybackProtocol;
  /** Needed where the configuration has none. */
  readonly url?: string | null;
  readonly liveStreamConfiguration?: KalturaLiveStreamConfiguration | null;
}

export interface LiveStreamRemoveLiveStreamPushPublishConfigurationParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly protocol: KalturaPlaybackProtocol;
}

export interface LiveStreamUpdateOfflineThumbnailJpegParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** JPEG, PNG, GIF or WebP, at most 10 MB. At most 10,485,760 bytes. */
  readonly fileData: Blob;
}

export interface LiveStreamUpdateOfflineThumbnailFromUrlParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Of a JPEG, PNG, GIF or WebP of at most 10 MB; http or https, at a public address. */
  readonly url: string;
}

export interface LiveStreamService {
  /**
   * Sets up a live stream; it is ready for an encoder at once.
   *
   * Needs a session with LIVE_STREAM_ADD.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `ENTRY_SOURCE_TYPE_NOT_SUPPORTED`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`
   */
  add(params: WithTokens<LiveStreamAddParams>): ApiRequest<KalturaLiveStreamEntry>;

  /**
   * Answers a live stream.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  get(params: WithTokens<LiveStreamGetParams>): ApiRequest<KalturaLiveStreamEntry>;

  /**
   * Changes the properties that are sent.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING`, `CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `INVALID_ENTRY_TYPE`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `ENTRY_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<LiveStreamUpdateParams>): ApiRequest<KalturaLiveStreamEntry>;

  /**
   * Deletes a live stream, unless it is on air.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING`
   */
  delete(params: WithTokens<LiveStreamDeleteParams>): ApiRequest<null>;

  /**
   * Finds live streams.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   */
  list(params?: WithTokens<LiveStreamListParams>): ApiRequest<KalturaLiveStreamListResponse>;

  /**
   * Says whether a viewer would see the picture now.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`, `LIVE_STREAM_STATUS_CANNOT_BE_DETERMINED`
   */
  isLive(params: WithTokens<LiveStreamIsLiveParams>): ApiRequest<boolean>;

  /**
   * Says what comes from the encoders, and whether viewers get it.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`
   */
  getDetails(params: WithTokens<LiveStreamGetDetailsParams>): ApiRequest<KalturaLiveStreamDetails>;

  /**
   * Says how many viewers watch the live picture on pages of this server.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`
   */
  getLiveStreamStats(params: WithTokens<LiveStreamGetLiveStreamStatsParams>): ApiRequest<KalturaLiveStreamStats>;

  /**
   * Puts a recording into the archive: it is called after the webcast and the moment of its show, everybody finds it, and the webcast names it no more.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that liveEntryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_NOT_READY`, `RECORDED_ENTRY_LIVE_MISMATCH`
   */
  archive(params: WithTokens<LiveStreamArchiveParams>): ApiRequest<boolean>;

  /**
   * Gives the encoder addresses a new token; an encoder that came with the old one is disconnected.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CANNOT_REGENERATE_STREAM_TOKEN_FOR_EXTERNAL_LIVE_STREAMS`
   */
  regenerateStreamToken(params: WithTokens<LiveStreamRegenerateStreamTokenParams>): ApiRequest<KalturaLiveStreamEntry>;

  /**
   * Says whether a token is the right one for an encoder; media servers of one’s own ask before they let it in.
   *
   * Needs a session with LIVE_STREAM_UPDATE.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `LIVE_STREAM_INVALID_TOKEN`, `LIVE_STREAM_ALREADY_BROADCASTING`
   */
  authenticate(params: WithTokens<LiveStreamAuthenticateParams>): ApiRequest<KalturaLiveStreamEntry>;

  /**
   * Says where else the stream can be watched: players find the address in liveStreamConfigurations.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`, `MISSING_MANDATORY_PARAMETER`
   */
  addLiveStreamPushPublishConfiguration(params: WithTokens<LiveStreamAddLiveStreamPushPublishConfigurationParams>): ApiRequest<KalturaLiveStreamEntry>;

  /**
   * Takes the address of a protocol away again.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `INVALID_ENTRY_ID`
   */
  removeLiveStreamPushPublishConfiguration(params: WithTokens<LiveStreamRemoveLiveStreamPushPublishConfigurationParams>): ApiRequest<KalturaLiveStreamEntry>;

  /**
   * Sets the entry’s picture; it is written anew as JPEG, full HD at most, and thumbnailUrl changes.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  updateOfflineThumbnailJpeg(params: WithTokens<LiveStreamUpdateOfflineThumbnailJpegParams>): ApiRequest<KalturaLiveStreamEntry>;

  /**
   * Fetches a picture and sets it; it is written anew as JPEG, full HD at most, and thumbnailUrl changes.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `THUMB_ASSET_DOWNLOAD_FAILED`, `PICTURES_NOT_AVAILABLE`
   */
  updateOfflineThumbnailFromUrl(params: WithTokens<LiveStreamUpdateOfflineThumbnailFromUrlParams>): ApiRequest<KalturaLiveStreamEntry>;
}

export interface MediaAddParams {
  readonly entry: AnyKalturaMediaEntry;
}

export interface MediaGetParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** There is one version. Default: `-1`. */
  readonly version?: number | null;
}

export interface MediaUpdateParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly mediaEntry: AnyKalturaMediaEntry;
}

export interface MediaDeleteParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface MediaListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaMediaEntryFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface MediaCountParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaMediaEntryFilter | null;
}

export interface MediaFlagParams {
  readonly moderationFlag: KalturaModerationFlag;
}

export interface MediaRejectParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface MediaApproveParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface MediaListFlagsParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface MediaAnonymousRankParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** From 1 to 5. */
  readonly rank: number;
}

export interface MediaUpdateThumbnailParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Seconds from the beginning of the show. */
  readonly timeOffset: number;
  /** Taken and not used: there is one rendition. */
  readonly flavorParamsId?: number | null;
}

export interface MediaUpdateThumbnailFromSourceEntryParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly sourceEntryId: string;
  /** Seconds from the beginning of the show. */
  readonly timeOffset: number;
  /** Taken and not used: there is one rendition. */
  readonly flavorParamsId?: number | null;
}

export interface MediaUpdateThumbnailJpegParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** JPEG, PNG, GIF or WebP, at most 10 MB. At most 10,485,760 bytes. */
  readonly fileData: Blob;
}

export interface MediaUpdateThumbnailFromUrlParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Of a JPEG, PNG, GIF or WebP of at most 10 MB; http or https, at a public address. */
  readonly url: string;
}

export interface MediaAddContentParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly resource: AnyKalturaResource;
}

export interface MediaUpdateContentParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** A KalturaOperationResource of the entry itself, or a KalturaUploadedFileTokenResource. */
  readonly resource: AnyKalturaResource;
  /** Taken and not used: recordings play as they came. */
  readonly conversionProfileId?: number | null;
  readonly advancedOptions?: KalturaEntryReplacementOptions | null;
}

export interface MediaAddFromUploadedFileParams {
  readonly mediaEntry: AnyKalturaMediaEntry;
  /** Of a whole file that nothing was made of. */
  readonly uploadTokenId: string;
}

export interface MediaUploadParams {
  /** At most 1 GiB. At most 1,073,741,824 bytes. */
  readonly fileData: Blob;
}

export interface MediaService {
  /**
   * Adds a video, sound or picture that waits for its content.
   *
   * Needs a session with CONTENT_INGEST_BASE.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `ENTRY_SOURCE_TYPE_NOT_SUPPORTED`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `ENTRY_TYPE_NOT_SUPPORTED`, `ENTRY_MEDIA_TYPE_NOT_SUPPORTED`
   */
  add(params: WithTokens<MediaAddParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Answers a video, sound or picture.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  get(params: WithTokens<MediaGetParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Changes the properties that are sent.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING`, `CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `INVALID_ENTRY_TYPE`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `ENTRY_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<MediaUpdateParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Deletes a video, sound or picture.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  delete(params: WithTokens<MediaDeleteParams>): ApiRequest<null>;

  /**
   * Finds videos, sounds, pictures and live streams; any filter of media may be sent.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_FIELD_VALUE`
   */
  list(params?: WithTokens<MediaListParams>): ApiRequest<KalturaMediaListResponse>;

  /**
   * Says how many entries a list would find.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_FIELD_VALUE`
   */
  count(params?: WithTokens<MediaCountParams>): ApiRequest<number>;

  /**
   * Complains about an entry; it stays in the lists until a moderator has decided.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_CANNOT_BE_FLAGGED`
   */
  flag(params: WithTokens<MediaFlagParams>): ApiRequest<null>;

  /**
   * Takes an entry out of the lists; nobody but those who may change it watches it.
   *
   * Needs a session with CONTENT_MODERATE_BASE.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  reject(params: WithTokens<MediaRejectParams>): ApiRequest<null>;

  /**
   * Lets everybody see an entry, and puts its complaints aside.
   *
   * Needs a session with CONTENT_MODERATE_BASE.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  approve(params: WithTokens<MediaApproveParams>): ApiRequest<null>;

  /**
   * Answers the complaints that wait for a decision, oldest first.
   *
   * Needs a session with CONTENT_MODERATE_BASE.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  listFlags(params: WithTokens<MediaListFlagsParams>): ApiRequest<KalturaModerationFlagListResponse>;

  /**
   * Votes for an entry. Who votes is not kept.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `INVALID_RANK_VALUE`
   */
  anonymousRank(params: WithTokens<MediaAnonymousRankParams>): ApiRequest<null>;

  /**
   * Sets the entry’s picture to a frame of its own show.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_SOURCE_FILE_NOT_FOUND`, `PICTURES_NOT_AVAILABLE`
   */
  updateThumbnail(params: WithTokens<MediaUpdateThumbnailParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Sets the entry’s picture to a frame of another entry’s show, or to its picture.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_SOURCE_FILE_NOT_FOUND`, `PICTURES_NOT_AVAILABLE`
   */
  updateThumbnailFromSourceEntry(params: WithTokens<MediaUpdateThumbnailFromSourceEntryParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Sets the entry’s picture; it is written anew as JPEG, full HD at most, and thumbnailUrl changes.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  updateThumbnailJpeg(params: WithTokens<MediaUpdateThumbnailJpegParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Fetches a picture and sets it; it is written anew as JPEG, full HD at most, and thumbnailUrl changes.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `THUMB_ASSET_DOWNLOAD_FAILED`, `PICTURES_NOT_AVAILABLE`
   */
  updateThumbnailFromUrl(params: WithTokens<MediaUpdateThumbnailFromUrlParams>): ApiRequest<AnyKalturaBaseEntry>;

  /**
   * Lets an entry without content play parts of a recording: nothing is copied, it plays at once. Or takes an uploaded picture or document.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_NOT_READY`, `ENTRY_CANNOT_BE_TRIMMED`, `RESOURCE_TYPE_NOT_SUPPORTED`, `RESOURCE_ENTRY_ID_MISSING`, `RESOURCES_COUNT_EXCEEDED_MAX_ALLOWED_COUNT`, `LIVE_CLIPPING_UNSUPPORTED_OPERATION`, `CLIP_OUT_OF_RANGE`, `RECORDING_NOT_REACHABLE`, `ENTRY_CHANGED_MEANWHILE`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`, `ENTRY_ALREADY_WITH_CONTENT`
   */
  addContent(params: WithTokens<MediaAddContentParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Trims a recording to the parts that are named; what is cut away can be brought back with `rostrum_recording.untrim`. Or replaces a picture or document by an uploaded one.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_NOT_READY`, `ENTRY_CANNOT_BE_TRIMMED`, `RESOURCE_TYPE_NOT_SUPPORTED`, `RESOURCE_ENTRY_ID_MISSING`, `RESOURCES_COUNT_EXCEEDED_MAX_ALLOWED_COUNT`, `LIVE_CLIPPING_UNSUPPORTED_OPERATION`, `CLIP_OUT_OF_RANGE`, `RECORDING_NOT_REACHABLE`, `ENTRY_CHANGED_MEANWHILE`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  updateContent(params: WithTokens<MediaUpdateContentParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Adds a picture that was uploaded. Videos and sounds are refused: there is nothing that would play their files.
   *
   * Needs a session with CONTENT_INGEST_BASE.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `ENTRY_SOURCE_TYPE_NOT_SUPPORTED`, `CONVERSION_PROFILE_ID_NOT_FOUND`, `ACCESS_CONTROL_ID_NOT_FOUND`, `PARENT_ENTRY_ID_NOT_FOUND`, `INVALID_ENTRY_SCHEDULE_DATES`, `ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED`, `DYNAMIC_SEGMENT_DURATION_DISABLED`, `ENTRY_TYPE_NOT_SUPPORTED`, `ENTRY_MEDIA_TYPE_NOT_SUPPORTED`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  addFromUploadedFile(params: WithTokens<MediaAddFromUploadedFileParams>): ApiRequest<AnyKalturaMediaEntry>;

  /**
   * Takes a whole file, and answers the id of its upload token.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `FILE_SIZE_EXCEEDED`, `UPLOAD_LIMIT_REACHED`, `UPLOAD_ERROR`
   */
  upload(params: WithTokens<MediaUploadParams>): ApiRequest<string>;
}

export interface MetadataMetadataAddParams {
  /** The metadata profile whose schema the record follows. */
  readonly metadataProfileId: number;
  /** What the record is about; 1 for an entry. */
  readonly objectType: KalturaMetadataObjectType;
  /** The id of the entry, category, user or account. */
  readonly objectId: string;
  /** The record: XML whose root is `metadata`. */
  readonly xmlData: string;
}

export interface MetadataMetadataAddFromFileParams {
  /** The metadata profile whose schema the record follows. */
  readonly metadataProfileId: number;
  /** What the record is about; 1 for an entry. */
  readonly objectType: KalturaMetadataObjectType;
  /** The id of the entry, category, user or account. */
  readonly objectId: string;
  /** XML whose root is `metadata`. At most 2,000,000 bytes. */
  readonly xmlFile: Blob;
}

export interface MetadataMetadataGetParams {
  readonly id: number;
}

export interface MetadataMetadataUpdateParams {
  readonly id: number;
  /** The whole record anew; left out, it is only checked again. */
  readonly xmlData?: string | null;
  /** The record’s version as it was read: another one is refused. */
  readonly version?: number | null;
}

export interface MetadataMetadataUpdateFromFileParams {
  readonly id: number;
  /** The whole record anew. At most 2,000,000 bytes. */
  readonly xmlFile?: Blob | null;
}

export interface MetadataMetadataListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaMetadataFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface MetadataMetadataDeleteParams {
  readonly id: number;
}

export interface MetadataMetadataInvalidateParams {
  readonly id: number;
  /** The record’s version as it was read: another one is refused. */
  readonly version?: number | null;
}

export interface MetadataMetadataServeParams {
  readonly id: number;
}

export interface MetadataMetadataService {
  /**
   * Records something about an object, as a metadata profile’s schema says.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, `INCOMPATIBLE_METADATA_PROFILE_OBJECT_TYPE`, `METADATA_NO_PERMISSION_ON_ENTRY`, `METADATA_OBJECT_ID_NOT_FOUND`, `METADATA_ALREADY_EXISTS`, `INVALID_METADATA_DATA`
   */
  add(params: WithTokens<MetadataMetadataAddParams>): ApiRequest<KalturaMetadata>;

  /**
   * Records what a file of XML says about an object.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, `INCOMPATIBLE_METADATA_PROFILE_OBJECT_TYPE`, `METADATA_NO_PERMISSION_ON_ENTRY`, `METADATA_OBJECT_ID_NOT_FOUND`, `METADATA_ALREADY_EXISTS`, `INVALID_METADATA_DATA`
   */
  addFromFile(params: WithTokens<MetadataMetadataAddFromFileParams>): ApiRequest<KalturaMetadata>;

  /**
   * Answers a record.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_NOT_FOUND`
   */
  get(params: WithTokens<MetadataMetadataGetParams>): ApiRequest<KalturaMetadata>;

  /**
   * Takes another content for a record; its version grows where the content differs.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_NOT_FOUND`, `METADATA_NO_PERMISSION_ON_ENTRY`, `METADATA_OBJECT_ID_NOT_FOUND`, `INVALID_METADATA_DATA`, `INVALID_METADATA_VERSION`
   */
  update(params: WithTokens<MetadataMetadataUpdateParams>): ApiRequest<KalturaMetadata>;

  /**
   * Takes the content of a file of XML for a record.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_NOT_FOUND`, `METADATA_NO_PERMISSION_ON_ENTRY`, `METADATA_OBJECT_ID_NOT_FOUND`, `INVALID_METADATA_DATA`
   */
  updateFromFile(params: WithTokens<MetadataMetadataUpdateFromFileParams>): ApiRequest<KalturaMetadata>;

  /**
   * Finds records about objects; of entries, their ids must be named.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `MUST_FILTER_ON_OBJECT_ID`
   */
  list(params?: WithTokens<MetadataMetadataListParams>): ApiRequest<KalturaMetadataListResponse>;

  /**
   * Deletes a record.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_NOT_FOUND`, `METADATA_NO_PERMISSION_ON_ENTRY`, `METADATA_OBJECT_ID_NOT_FOUND`
   */
  delete(params: WithTokens<MetadataMetadataDeleteParams>): ApiRequest<null>;

  /**
   * Declares a record invalid, until it is updated.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_NOT_FOUND`, `METADATA_NO_PERMISSION_ON_ENTRY`, `METADATA_OBJECT_ID_NOT_FOUND`, `INVALID_METADATA_VERSION`
   */
  invalidate(params: WithTokens<MetadataMetadataInvalidateParams>): ApiRequest<null>;

  /**
   * Answers the XML of a record as a file.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_NOT_FOUND`
   */
  serve(params: WithTokens<MetadataMetadataServeParams>): ApiFileRequest;
}

export interface MetadataMetadataProfileAddParams {
  readonly metadataProfile: KalturaMetadataProfile;
  /** An XML schema whose one element is `metadata`. */
  readonly xsdData: string;
  /** How an application shows the records; the server keeps it as it is. */
  readonly viewsData?: string | null;
}

export interface MetadataMetadataProfileAddFromFileParams {
  readonly metadataProfile: KalturaMetadataProfile;
  /** An XML schema whose one element is `metadata`. At most 2,000,000 bytes. */
  readonly xsdFile: Blob;
  /** How an application shows the records; the server keeps it as it is. At most 2,000,000 bytes. */
  readonly viewsFile?: Blob | null;
}

export interface MetadataMetadataProfileGetParams {
  readonly id: number;
}

export interface MetadataMetadataProfileUpdateParams {
  readonly id: number;
  readonly metadataProfile: KalturaMetadataProfile;
  /** Another schema, which becomes the next version. */
  readonly xsdData?: string | null;
  /** How an application shows the records; the server keeps it as it is. */
  readonly viewsData?: string | null;
}

export interface MetadataMetadataProfileListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaMetadataProfileFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface MetadataMetadataProfileListFieldsParams {
  readonly metadataProfileId: number;
}

export interface MetadataMetadataProfileDeleteParams {
  readonly id: number;
}

export interface MetadataMetadataProfileRevertParams {
  readonly id: number;
  readonly toVersion: number;
}

export interface MetadataMetadataProfileUpdateDefinitionFromFileParams {
  readonly id: number;
  /** An XML schema whose one element is `metadata`. At most 2,000,000 bytes. */
  readonly xsdFile: Blob;
}

export interface MetadataMetadataProfileUpdateViewsFromFileParams {
  readonly id: number;
  /** How an application shows the records; the server keeps it as it is. At most 2,000,000 bytes. */
  readonly viewsFile: Blob;
}

export interface MetadataMetadataProfileServeParams {
  readonly id: number;
}

export interface MetadataMetadataProfileServeViewParams {
  readonly id: number;
}

export interface MetadataMetadataProfileService {
  /**
   * Keeps a schema that records can follow.
   *
   * Needs a session with CUSTOM_DATA_PROFILE_UPDATE.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `INVALID_METADATA_PROFILE_SCHEMA`, `SYSTEM_NAME_ALREADY_EXISTS`, `MAX_NUMBER_OF_OBJECTS_REACHED`
   */
  add(params: WithTokens<MetadataMetadataProfileAddParams>): ApiRequest<KalturaMetadataProfile>;

  /**
   * Keeps a schema that comes as a file.
   *
   * Needs a session with CUSTOM_DATA_PROFILE_UPDATE.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `INVALID_METADATA_PROFILE_SCHEMA`, `SYSTEM_NAME_ALREADY_EXISTS`, `MAX_NUMBER_OF_OBJECTS_REACHED`
   */
  addFromFile(params: WithTokens<MetadataMetadataProfileAddFromFileParams>): ApiRequest<KalturaMetadataProfile>;

  /**
   * Answers a schema: the account’s own, or one that every account has.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`
   */
  get(params: WithTokens<MetadataMetadataProfileGetParams>): ApiRequest<KalturaMetadataProfile>;

  /**
   * Changes what is sent. A new schema must fit all records that are there.
   *
   * Needs a session with CUSTOM_DATA_PROFILE_UPDATE.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, `INVALID_METADATA_PROFILE_SCHEMA`, `METADATA_UNABLE_TO_TRANSFORM`, `OBJECT_CHANGED_MEANWHILE`, `SYSTEM_NAME_ALREADY_EXISTS`
   */
  update(params: WithTokens<MetadataMetadataProfileUpdateParams>): ApiRequest<KalturaMetadataProfile>;

  /**
   * Finds schemas of the account’s own; by id or system name also those that every account has.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   */
  list(params?: WithTokens<MetadataMetadataProfileListParams>): ApiRequest<KalturaMetadataProfileListResponse>;

  /**
   * Answers the places for values in records of a schema.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`
   */
  listFields(params: WithTokens<MetadataMetadataProfileListFieldsParams>): ApiRequest<KalturaMetadataProfileFieldListResponse>;

  /**
   * Deletes a schema of the account’s own, with all of its records.
   *
   * Needs a session with CUSTOM_DATA_PROFILE_UPDATE.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`
   */
  delete(params: WithTokens<MetadataMetadataProfileDeleteParams>): ApiRequest<null>;

  /**
   * Goes on with a schema of before, as a new version.
   *
   * Needs a session with CUSTOM_DATA_PROFILE_UPDATE.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, `INVALID_METADATA_PROFILE_SCHEMA`, `METADATA_UNABLE_TO_TRANSFORM`, `OBJECT_CHANGED_MEANWHILE`, `METADATA_FILE_NOT_FOUND`
   */
  revert(params: WithTokens<MetadataMetadataProfileRevertParams>): ApiRequest<KalturaMetadataProfile>;

  /**
   * Takes a schema that comes as a file. It must fit all records that are there.
   *
   * Needs a session with CUSTOM_DATA_PROFILE_UPDATE.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, `INVALID_METADATA_PROFILE_SCHEMA`, `METADATA_UNABLE_TO_TRANSFORM`, `OBJECT_CHANGED_MEANWHILE`
   */
  updateDefinitionFromFile(params: WithTokens<MetadataMetadataProfileUpdateDefinitionFromFileParams>): ApiRequest<KalturaMetadataProfile>;

  /**
   * Takes views that come as a file.
   *
   * Needs a session with CUSTOM_DATA_PROFILE_UPDATE.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, `INVALID_METADATA_PROFILE_SCHEMA`, `METADATA_UNABLE_TO_TRANSFORM`, `OBJECT_CHANGED_MEANWHILE`
   */
  updateViewsFromFile(params: WithTokens<MetadataMetadataProfileUpdateViewsFromFileParams>): ApiRequest<KalturaMetadataProfile>;

  /**
   * Answers a schema as a file.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`
   */
  serve(params: WithTokens<MetadataMetadataProfileServeParams>): ApiFileRequest;

  /**
   * Answers a schema’s views as a file.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, `FILE_DOESNT_EXIST`
   */
  serveView(params: WithTokens<MetadataMetadataProfileServeViewParams>): ApiFileRequest;
}

export interface PartnerRegisterParams {
  readonly partner: KalturaPartner;
  /** The owner’s, who signs in as adminEmail; chosen by the server where it is absent. */
  readonly cmsPassword?: string | null;
}

export interface PartnerUpdateParams {
  readonly partner: KalturaPartner;
  /** Every value that is sent counts, with or without this. Default: `false`. */
  readonly allowEmpty?: boolean | null;
}

export interface PartnerGetParams {
  readonly id?: number | null;
}

export interface PartnerGetSecretsParams {
  readonly partnerId: number;
  /** The login id; without it the session decides. */
  readonly adminEmail?: string | null;
  readonly cmsPassword?: string | null;
}

export interface PartnerGetPublicInfoParams {
  readonly id?: number | null;
}

export interface PartnerListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaPartnerFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface PartnerCountParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaPartnerFilter | null;
}

export interface PartnerListPartnersForUserParams {
  readonly partnerFilter?: KalturaPartnerFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface PartnerService {
  /**
   * Makes an account, and answers it with its secrets; only sessions of the installation’s own account may.
   *
   * Needs a session with MANAGE_ACCOUNTS.
   *
   * @throws RostrumError `PARTNER_REGISTRATION_ERROR`, `INVALID_FIELD_VALUE`, `PASSWORD_STRUCTURE_INVALID`, `COMMON_PASSWORD`
   */
  register(params: WithTokens<PartnerRegisterParams>): ApiRequest<KalturaPartner>;

  /**
   * Changes what the account says about itself.
   *
   * Needs a session with ACCOUNT_UPDATE_SETTINGS.
   *
   * @throws RostrumError `UNKNOWN_PARTNER_ID`, `OBJECT_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<PartnerUpdateParams>): ApiRequest<KalturaPartner>;

  /**
   * Answers an account: one’s own, or any for the installation’s own account.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_PARTNER_ID`
   */
  get(params?: WithTokens<PartnerGetParams>): ApiRequest<KalturaPartner>;

  /**
   * Answers one’s own account.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `UNKNOWN_PARTNER_ID`
   */
  getInfo(): ApiRequest<KalturaPartner>;

  /**
   * Answers the account with its secrets, for an admin’s login id and password, or a session that may read them.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `ADMIN_KUSER_NOT_FOUND`, `LOGIN_BLOCKED`, `LOGIN_RETRIES_EXCEEDED`, `TOO_MANY_ATTEMPTS`
   */
  getSecrets(params: WithTokens<PartnerGetSecretsParams>): ApiRequest<KalturaPartner>;

  /**
   * Answers what pages of an account may know before anybody has signed in.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `INVALID_PARTNER_ID`
   */
  getPublicInfo(params?: WithTokens<PartnerGetPublicInfoParams>): ApiRequest<KalturaPartnerPublicInfo>;

  /**
   * Finds accounts: one’s own, or all for the installation’s own account.
   *
   * Needs a session with ADMIN_BASE.
   */
  list(params?: WithTokens<PartnerListParams>): ApiRequest<KalturaPartnerListResponse>;

  /**
   * Counts accounts: one’s own, or all for the installation’s own account.
   *
   * Needs a session with ADMIN_BASE.
   */
  count(params?: WithTokens<PartnerCountParams>): ApiRequest<number>;

  /**
   * Finds the accounts that whoever has signed in may change to.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   */
  listPartnersForUser(params?: WithTokens<PartnerListPartnersForUserParams>): ApiRequest<KalturaPartnerListResponse>;
}

export interface PermissionGetParams {
  readonly permissionName: string;
}

export interface PermissionListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaPermissionFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface PermissionService {
  /**
   * Answers a permission.
   *
   * Needs a session with ADMIN_BASE.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<PermissionGetParams>): ApiRequest<KalturaPermission>;

  /**
   * Finds the permissions that a role of the account may have.
   *
   * Needs a session with ADMIN_BASE.
   */
  list(params?: WithTokens<PermissionListParams>): ApiRequest<KalturaPermissionListResponse>;

  /**
   * Says what this session may do: the names of its permissions, separated by commas.
   *
   * Takes a session, and needs none.
   */
  getCurrentPermissions(): ApiRequest<string>;
}

export interface PermissionItemGetParams {
  readonly permissionItemId: number;
}

export interface PermissionItemListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaPermissionItemFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface PermissionItemService {
  /**
   * Answers an action of the API as an item of permissions.
   *
   * Needs a session with ADMIN_BASE.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<PermissionItemGetParams>): ApiRequest<AnyKalturaPermissionItem>;

  /**
   * Finds the actions of the API as items of permissions.
   *
   * Needs a session with ADMIN_BASE.
   */
  list(params?: WithTokens<PermissionItemListParams>): ApiRequest<KalturaPermissionItemListResponse>;
}

export interface PushNotificationTemplateRegisterParams {
  /** What is pushed: `PUBLIC_QNA_NOTIFICATIONS`. */
  readonly notificationTemplateSystemName: string;
  /** `entryId`, and for USER_QNA_NOTIFICATIONS `userId`: one’s own, unless one runs the entry. */
  readonly pushNotificationParams: KalturaPushNotificationParams;
}

export interface PushNotificationTemplateService {
  /**
   * Answers the queue of what is pushed about an entry, and its key. The key opens it to this session only.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `EVENT_NOTIFICATION_TEMPLATE_SYSTEM_NAME_NOT_FOUND`, `MISSING_MANDATORY_PARAMETER`, `ENTRY_ID_NOT_FOUND`, `PROPERTY_VALIDATION_NO_USAGE_PERMISSION`
   */
  register(params: WithTokens<PushNotificationTemplateRegisterParams>): ApiRequest<KalturaPushNotificationData>;
}

export interface ResponseProfileAddParams {
  readonly addResponseProfile: KalturaResponseProfile;
}

export interface ResponseProfileGetParams {
  readonly id: number;
}

export interface ResponseProfileUpdateParams {
  readonly id: number;
  readonly updateResponseProfile: KalturaResponseProfile;
}

export interface ResponseProfileUpdateStatusParams {
  readonly id: number;
  /** 3 deletes it, as delete does. */
  readonly status: KalturaResponseProfileStatus;
}

export interface ResponseProfileDeleteParams {
  readonly id: number;
}

export interface ResponseProfileListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaResponseProfileFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface ResponseProfileCloneParams {
  readonly id: number;
  /** What the copy has of its own. Without a system name it has none. */
  readonly profile: KalturaResponseProfile;
}

export interface ResponseProfileService {
  /**
   * Keeps which properties answers shall have, and what is answered along with them.
   *
   * Needs a session with ACCOUNT_UPDATE_SETTINGS.
   *
   * @throws RostrumError `RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME`, `RESPONSE_PROFILE_MAX_NESTING_LEVEL`
   */
  add(params: WithTokens<ResponseProfileAddParams>): ApiRequest<KalturaResponseProfile>;

  /**
   * Answers a response profile.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `RESPONSE_PROFILE_ID_NOT_FOUND`
   */
  get(params: WithTokens<ResponseProfileGetParams>): ApiRequest<KalturaResponseProfile>;

  /**
   * Changes the properties that are sent.
   *
   * Needs a session with ACCOUNT_UPDATE_SETTINGS.
   *
   * @throws RostrumError `RESPONSE_PROFILE_ID_NOT_FOUND`, `RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME`, `RESPONSE_PROFILE_MAX_NESTING_LEVEL`
   */
  update(params: WithTokens<ResponseProfileUpdateParams>): ApiRequest<KalturaResponseProfile>;

  /**
   * Enables or disables a response profile: requests that name a disabled one fail.
   *
   * Needs a session with ACCOUNT_UPDATE_SETTINGS.
   *
   * @throws RostrumError `RESPONSE_PROFILE_ID_NOT_FOUND`
   */
  updateStatus(params: WithTokens<ResponseProfileUpdateStatusParams>): ApiRequest<KalturaResponseProfile>;

  /**
   * Deletes a response profile: requests that name it fail.
   *
   * Needs a session with ACCOUNT_UPDATE_SETTINGS.
   *
   * @throws RostrumError `RESPONSE_PROFILE_ID_NOT_FOUND`
   */
  delete(params: WithTokens<ResponseProfileDeleteParams>): ApiRequest<null>;

  /**
   * Finds response profiles of the account.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   */
  list(params?: WithTokens<ResponseProfileListParams>): ApiRequest<KalturaResponseProfileListResponse>;

  /**
   * Keeps a copy, with the properties that are sent in place of the original’s.
   *
   * Needs a session with ACCOUNT_UPDATE_SETTINGS.
   *
   * @throws RostrumError `RESPONSE_PROFILE_ID_NOT_FOUND`, `RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME`, `RESPONSE_PROFILE_MAX_NESTING_LEVEL`
   */
  clone(params: WithTokens<ResponseProfileCloneParams>): ApiRequest<KalturaResponseProfile>;
}

export interface RostrumHealthGetParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface RostrumHealthService {
  /**
   * Answers how a live stream does at this moment: what its encoders send, and what becomes of it on the disk.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  get(params: WithTokens<RostrumHealthGetParams>): ApiRequest<RostrumStreamHealth>;
}

export interface RostrumOutsideStreamGetParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface RostrumOutsideStreamCheckParams {
  /** Of an HLS playlist: http or https. */
  readonly url: string;
}

export interface RostrumOutsideStreamService {
  /**
   * Looks at the addresses of a manual live stream, and says whether it is there and what is wrong where it is not.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  get(params: WithTokens<RostrumOutsideStreamGetParams>): ApiRequest<RostrumOutsideStream>;

  /**
   * Looks at an address before a manual live stream is given it.
   *
   * Needs a session with LIVE_STREAM_ADD.
   */
  check(params: WithTokens<RostrumOutsideStreamCheckParams>): ApiRequest<RostrumOutsideAddress>;
}

export interface RostrumPartnerSecretListParams {
  /** The account, for the installation’s own; one’s own where absent. */
  readonly id?: number | null;
}

export interface RostrumPartnerSecretAddParams {
  /** The account, for the installation’s own; one’s own where absent. */
  readonly id?: number | null;
  /** Default: `admin`. */
  readonly kind?: RostrumSecretKind | null;
}

export interface RostrumPartnerSecretRotateParams {
  /** The account, for the installation’s own; one’s own where absent. */
  readonly id?: number | null;
  /** Default: `admin`. */
  readonly kind?: RostrumSecretKind | null;
}

export interface RostrumPartnerSecretDeleteParams {
  /** The account, for the installation’s own; one’s own where absent. */
  readonly id?: number | null;
  /** Of `list`. */
  readonly secretId: string;
}

export interface RostrumPartnerSecretService {
  /**
   * Answers the account’s secrets, the one that signs new sessions first.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `UNKNOWN_PARTNER_ID`
   */
  list(params?: WithTokens<RostrumPartnerSecretListParams>): ApiRequest<RostrumPartnerSecretListResponse>;

  /**
   * Gives the account a further secret; those that it has stay.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `UNKNOWN_PARTNER_ID`
   */
  add(params?: WithTokens<RostrumPartnerSecretAddParams>): ApiRequest<RostrumPartnerSecret>;

  /**
   * Gives the account a new secret in the place of all others of its kind; sessions that those have signed end.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `UNKNOWN_PARTNER_ID`, `SECRET_IS_CONFIGURED`
   */
  rotate(params?: WithTokens<RostrumPartnerSecretRotateParams>): ApiRequest<RostrumPartnerSecret>;

  /**
   * Takes a secret from the account; sessions that it has signed end.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `UNKNOWN_PARTNER_ID`, `SECRET_NOT_FOUND`, `SECRET_IS_CONFIGURED`, `SECRET_IS_NEEDED`
   */
  delete(params: WithTokens<RostrumPartnerSecretDeleteParams>): ApiRequest<null>;
}

export interface RostrumRecordingGetParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface RostrumRecordingUntrimParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface RostrumRecordingKeepParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly isKept: boolean;
}

export interface RostrumRecordingService {
  /**
   * Says what a recording has, what of that it plays, and how long it stays.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  get(params: WithTokens<RostrumRecordingGetParams>): ApiRequest<RostrumRecording>;

  /**
   * Brings back what was trimmed away from a recording.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_NOT_READY`, `ENTRY_CANNOT_BE_TRIMMED`, `ENTRY_CHANGED_MEANWHILE`
   */
  untrim(params: WithTokens<RostrumRecordingUntrimParams>): ApiRequest<RostrumRecording>;

  /**
   * Says whether a recording stays, however many days the account keeps the others.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `ENTRY_CHANGED_MEANWHILE`
   */
  keep(params: WithTokens<RostrumRecordingKeepParams>): ApiRequest<RostrumRecording>;
}


export interface RostrumServerService {
  /**
   * Answers how the server does, with what somebody should look at: for the installation’s own account all of it, for others what concerns them.
   *
   * Needs a session with ADMIN_BASE.
   */
  getState(): ApiRequest<RostrumServerState>;
}

export interface RostrumStorageUpdateParams {
  /** What is not sent stays. */
  readonly storage: RostrumStorage;
}

export interface RostrumStorageService {
  /**
   * Says how much the account’s recordings hold, how much they may, and for how long.
   *
   * Needs a session with CONTENT_INGEST_BASE.
   */
  get(): ApiRequest<RostrumStorage>;

  /**
   * Sets how much the account’s recordings may hold, how many days they stay, and how many days what players tell.
   *
   * Needs a session with ACCOUNT_UPDATE_SETTINGS.
   */
  update(params: WithTokens<RostrumStorageUpdateParams>): ApiRequest<RostrumStorage>;
}

export interface RostrumWebhookAddParams {
  readonly webhook: RostrumWebhook;
}

export interface RostrumWebhookGetParams {
  readonly id: string;
}

export interface RostrumWebhookListParams {
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface RostrumWebhookUpdateParams {
  readonly id: string;
  readonly webhook: RostrumWebhook;
}

export interface RostrumWebhookDeleteParams {
  readonly id: string;
}

export interface RostrumWebhookListSecretsParams {
  readonly id: string;
}

export interface RostrumWebhookRotateSecretParams {
  readonly id: string;
  /** How long those before sign too, at most: up to 30 days; 0 ends them at once. Default: `86400`. */
  readonly overlapSeconds?: number | null;
}

export interface RostrumWebhookTestParams {
  readonly id: string;
}

export interface RostrumWebhookListDeliveriesParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: RostrumWebhookDeliveryFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface RostrumWebhookGetDeliveryParams {
  readonly id: string;
}

export interface RostrumWebhookReplayParams {
  /** Of the delivery. */
  readonly id: string;
}

export interface RostrumWebhookReplayFailedParams {
  /** Of the webhook. */
  readonly id: string;
  /** Events that happened then or later. Unix seconds. */
  readonly since: number;
}

export interface RostrumWebhookService {
  /**
   * Makes a webhook, and answers it with the secret that signs its requests.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_URL_NOT_ALLOWED`, `WEBHOOK_EVENT_TYPE_UNKNOWN`, `WEBHOOK_LIMIT_REACHED`
   */
  add(params: WithTokens<RostrumWebhookAddParams>): ApiRequest<RostrumWebhook>;

  /**
   * Answers a webhook.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_NOT_FOUND`
   */
  get(params: WithTokens<RostrumWebhookGetParams>): ApiRequest<RostrumWebhook>;

  /**
   * Answers the account’s webhooks, in the order in which they were made.
   *
   * Needs a session with INTEGRATION_BASE.
   */
  list(params?: WithTokens<RostrumWebhookListParams>): ApiRequest<RostrumWebhookListResponse>;

  /**
   * Changes a webhook: only what is sent. Disabling it gives up what waits; enabling it forgets that it has failed.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_NOT_FOUND`, `WEBHOOK_URL_NOT_ALLOWED`, `WEBHOOK_EVENT_TYPE_UNKNOWN`, `OBJECT_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<RostrumWebhookUpdateParams>): ApiRequest<RostrumWebhook>;

  /**
   * Removes a webhook with its secrets and its log; what waits for it is not sent.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_NOT_FOUND`
   */
  delete(params: WithTokens<RostrumWebhookDeleteParams>): ApiRequest<null>;

  /**
   * Answers the secrets that sign a webhook’s requests, the one in use first.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_NOT_FOUND`
   */
  listSecrets(params: WithTokens<RostrumWebhookListSecretsParams>): ApiRequest<RostrumWebhookSecretListResponse>;

  /**
   * Gives a webhook a new secret, and answers it; the old one signs too for a while.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_NOT_FOUND`, `PROPERTY_VALIDATION_MIN_VALUE`, `PROPERTY_VALIDATION_MAX_VALUE`
   */
  rotateSecret(params: WithTokens<RostrumWebhookRotateSecretParams>): ApiRequest<RostrumWebhook>;

  /**
   * Sends an event webhook.test once, also to a webhook that is disabled, and answers what came of it.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_NOT_FOUND`, `WEBHOOK_IS_BEING_TRIED`
   */
  test(params: WithTokens<RostrumWebhookTestParams>): ApiRequest<RostrumWebhookDelivery>;

  /**
   * Answers the types of events that there are, each with an example.
   *
   * Needs a session with INTEGRATION_BASE.
   */
  listEventTypes(): ApiRequest<RostrumWebhookEventTypeListResponse>;

  /**
   * Answers what was sent and is to be sent, newest first; lines are kept for 30 days.
   *
   * Needs a session with INTEGRATION_BASE.
   */
  listDeliveries(params?: WithTokens<RostrumWebhookListDeliveriesParams>): ApiRequest<RostrumWebhookDeliveryListResponse>;

  /**
   * Answers a delivery with what was sent, and what each attempt came to.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_DELIVERY_NOT_FOUND`
   */
  getDelivery(params: WithTokens<RostrumWebhookGetDeliveryParams>): ApiRequest<RostrumWebhookDelivery>;

  /**
   * Sends a delivery again at once, with the same webhook-id, and with tries of its own.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_DELIVERY_NOT_FOUND`, `WEBHOOK_IS_DISABLED`, `WEBHOOK_DELIVERY_UNDER_WAY`
   */
  replay(params: WithTokens<RostrumWebhookReplayParams>): ApiRequest<RostrumWebhookDelivery>;

  /**
   * Sends again what could not be delivered to a webhook since a moment; answers how many.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `WEBHOOK_NOT_FOUND`, `WEBHOOK_IS_DISABLED`
   */
  replayFailed(params: WithTokens<RostrumWebhookReplayFailedParams>): ApiRequest<number>;
}

export interface ScheduleScheduleEventAddParams {
  readonly scheduleEvent: AnyKalturaScheduleEvent;
}

export interface ScheduleScheduleEventGetParams {
  readonly scheduleEventId: number;
}

export interface ScheduleScheduleEventUpdateParams {
  readonly scheduleEventId: number;
  readonly scheduleEvent: AnyKalturaScheduleEvent;
}

export interface ScheduleScheduleEventCancelParams {
  readonly scheduleEventId: number;
}

export interface ScheduleScheduleEventDeleteParams {
  readonly scheduleEventId: number;
}

export interface ScheduleScheduleEventListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaScheduleEventFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface ScheduleScheduleEventGetConflictsParams {
  /** Resources, separated by commas; at most 100. */
  readonly resourceIds: string;
  /** Its times and how it repeats; it need not be stored. */
  readonly scheduleEvent: AnyKalturaScheduleEvent;
  /** The event itself, where it is stored. */
  readonly scheduleEventIdToIgnore?: string | null;
  /** Default: `1`. */
  readonly scheduleEventConflictType?: KalturaScheduleEventConflictType | null;
}

export interface ScheduleScheduleEventService {
  /**
   * Plans an event. A live stream’s startDate and endDate follow its next show, so that viewers see its time.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CATEGORY_NOT_FOUND`, `SCHEDULE_EVENT_ID_NOT_FOUND`, `INVALID_SCHEDULE_END_BEFORE_START`, `MAX_SCHEDULE_DURATION_REACHED`, `MAX_SCHEDULE_DURATION_MUST_MATCH_END_TIME`
   */
  add(params: WithTokens<ScheduleScheduleEventAddParams>): ApiRequest<AnyKalturaScheduleEvent>;

  /**
   * Answers an event.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<ScheduleScheduleEventGetParams>): ApiRequest<AnyKalturaScheduleEvent>;

  /**
   * Changes an event. What an event that repeats has, its occurrences have, apart from what was set for one of them.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`, `SCHEDULE_EVENT_TYPE_CANT_BE_UPDATED`, `ENTRY_ID_NOT_FOUND`, `CATEGORY_NOT_FOUND`, `SCHEDULE_EVENT_ID_NOT_FOUND`, `INVALID_SCHEDULE_END_BEFORE_START`, `MAX_SCHEDULE_DURATION_REACHED`, `MAX_SCHEDULE_DURATION_MUST_MATCH_END_TIME`
   */
  update(params: WithTokens<ScheduleScheduleEventUpdateParams>): ApiRequest<AnyKalturaScheduleEvent>;

  /**
   * Cancels an event, or one time of an event that repeats: calendars show it as cancelled.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  cancel(params: WithTokens<ScheduleScheduleEventCancelParams>): ApiRequest<AnyKalturaScheduleEvent>;

  /**
   * Deletes an event, with its occurrences.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`, `RECURRENCE_CANT_BE_DELETE`
   */
  delete(params: WithTokens<ScheduleScheduleEventDeleteParams>): ApiRequest<AnyKalturaScheduleEvent>;

  /**
   * Finds events: those that repeat, and each of their occurrences.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   */
  list(params?: WithTokens<ScheduleScheduleEventListParams>): ApiRequest<KalturaScheduleEventListResponse>;

  /**
   * Finds active events that need one of the resources at the time of this one, or blackouts at its time.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_SCHEDULE_END_BEFORE_START`, `MAX_SCHEDULE_DURATION_REACHED`, `MAX_SCHEDULE_DURATION_MUST_MATCH_END_TIME`
   */
  getConflicts(params: WithTokens<ScheduleScheduleEventGetConflictsParams>): ApiRequest<KalturaScheduleEventListResponse>;
}

export interface ScheduleScheduleEventResourceAddParams {
  readonly scheduleEventResource: KalturaScheduleEventResource;
}

export interface ScheduleScheduleEventResourceGetParams {
  readonly scheduleEventId: number;
  readonly scheduleResourceId: number;
}

export interface ScheduleScheduleEventResourceUpdateParams {
  readonly scheduleEventId: number;
  readonly scheduleResourceId: number;
  readonly scheduleEventResource: KalturaScheduleEventResource;
}

export interface ScheduleScheduleEventResourceDeleteParams {
  readonly scheduleEventId: number;
  readonly scheduleResourceId: number;
}

export interface ScheduleScheduleEventResourceListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaScheduleEventResourceFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface ScheduleScheduleEventResourceService {
  /**
   * Says that an event needs a resource.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `SCHEDULE_EVENT_ID_NOT_FOUND`, `SCHEDULE_RESOURCE_ID_NOT_FOUND`, `SCHEDULE_EVENT_RESOURCE_ALREADY_EXISTS`
   */
  add(params: WithTokens<ScheduleScheduleEventResourceAddParams>): ApiRequest<KalturaScheduleEventResource>;

  /**
   * Answers that an event needs a resource.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<ScheduleScheduleEventResourceGetParams>): ApiRequest<KalturaScheduleEventResource>;

  /**
   * Confirms that an event needs a resource: only its updatedAt changes.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  update(params: WithTokens<ScheduleScheduleEventResourceUpdateParams>): ApiRequest<KalturaScheduleEventResource>;

  /**
   * Says that an event no longer needs a resource.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  delete(params: WithTokens<ScheduleScheduleEventResourceDeleteParams>): ApiRequest<null>;

  /**
   * Finds what events need.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   */
  list(params?: WithTokens<ScheduleScheduleEventResourceListParams>): ApiRequest<KalturaScheduleEventResourceListResponse>;
}

export interface ScheduleScheduleResourceAddParams {
  readonly scheduleResource: AnyKalturaScheduleResource;
}

export interface ScheduleScheduleResourceGetParams {
  readonly scheduleResourceId: number;
}

export interface ScheduleScheduleResourceUpdateParams {
  readonly scheduleResourceId: number;
  readonly scheduleResource: AnyKalturaScheduleResource;
}

export interface ScheduleScheduleResourceDeleteParams {
  readonly scheduleResourceId: number;
}

export interface ScheduleScheduleResourceListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: AnyKalturaScheduleResourceFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface ScheduleScheduleResourceService {
  /**
   * Adds a room, a camera or a live stream that events need.
   *
   * Needs a session with CONTENT_MANAGE_BASE.
   *
   * @throws RostrumError `RESOURCE_PARENT_ID_NOT_FOUND`, `ENTRY_ID_NOT_FOUND`
   */
  add(params: WithTokens<ScheduleScheduleResourceAddParams>): ApiRequest<AnyKalturaScheduleResource>;

  /**
   * Answers a resource.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<ScheduleScheduleResourceGetParams>): ApiRequest<AnyKalturaScheduleResource>;

  /**
   * Changes a resource.
   *
   * Needs a session with CONTENT_MANAGE_BASE.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`, `RESOURCE_PARENT_ID_NOT_FOUND`, `ENTRY_ID_NOT_FOUND`
   */
  update(params: WithTokens<ScheduleScheduleResourceUpdateParams>): ApiRequest<AnyKalturaScheduleResource>;

  /**
   * Deletes a resource.
   *
   * Needs a session with CONTENT_MANAGE_BASE.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  delete(params: WithTokens<ScheduleScheduleResourceDeleteParams>): ApiRequest<AnyKalturaScheduleResource>;

  /**
   * Finds resources.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   */
  list(params?: WithTokens<ScheduleScheduleResourceListParams>): ApiRequest<KalturaScheduleResourceListResponse>;
}

export interface ServerNodeGetParams {
  readonly serverNodeId: number;
}

export interface ServerNodeListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaServerNodeFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface ServerNodeService {
  /**
   * Answers how this installation’s media process does.
   *
   * Needs a session with ADMIN_BASE.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<ServerNodeGetParams>): ApiRequest<AnyKalturaServerNode>;

  /**
   * Finds this installation’s media process.
   *
   * Needs a session with ADMIN_BASE.
   */
  list(params?: WithTokens<ServerNodeListParams>): ApiRequest<KalturaServerNodeListResponse>;
}

export interface SessionStartParams {
  /** Any of the account’s secrets; a user secret starts user sessions. */
  readonly secret: string;
  readonly userId?: string | null;
  /** An admin session needs an admin secret. Default: `0`. */
  readonly type?: KalturaSessionType | null;
  /** Seconds from now; more than the account allows (a day) is shortened. Default: `86400`. */
  readonly expiry?: number | null;
  /** Separated by commas, each a name or a name and a value: `sview:0_ab12cd34,setrole:4`. */
  readonly privileges?: string | null;
  /** The account. */
  readonly partnerId?: number | null;
}

export interface SessionImpersonateParams {
  /** An admin secret of the account that asks. */
  readonly secret: string;
  /** The account whose session it becomes. */
  readonly impersonatedPartnerId: number;
  readonly userId?: string | null;
  /** An admin session needs an admin secret. Default: `0`. */
  readonly type?: KalturaSessionType | null;
  /** Seconds from now; more than the account allows (a day) is shortened. Default: `86400`. */
  readonly expiry?: number | null;
  /** Separated by commas, each a name or a name and a value: `sview:0_ab12cd34,setrole:4`. */
  readonly privileges?: string | null;
  /** The account that asks; the impersonated one where it is absent. */
  readonly partnerId?: number | null;
}

export interface SessionImpersonateByKsParams {
  /** A session of the user, as text. */
  readonly session: string;
  /** That of the given session where it is absent. */
  readonly type?: KalturaSessionType | null;
  /** Seconds from now; more than the account allows (a day) is shortened. */
  readonly expiry?: number | null;
  /** Those of the given session where it is absent. */
  readonly privileges?: string | null;
}

export interface SessionStartWidgetSessionParams {
  /** Every account has the widget `_` followed by its id. */
  readonly widgetId: string;
  /** Seconds from now; more than the account allows (a day) is shortened. Default: `86400`. */
  readonly expiry?: number | null;
}

export interface SessionGetParams {
  /** The other session, as text. */
  readonly session?: string | null;
}

export interface SessionService {
  /**
   * Starts a session for whoever knows a secret of the account, and answers its text.
   *
   * Needs no session.
   *
   * @throws RostrumError `START_SESSION_ERROR`, `INVALID_ACTIONS_LIMIT`, `INVALID_SET_ROLE`, `UNKNOWN_ROLE_ID`, `TOO_MANY_ATTEMPTS`
   */
  start(params: WithTokens<SessionStartParams>): ApiRequest<string>;

  /**
   * Starts a session of another account with an admin secret of the account that the installation is configured with.
   *
   * Needs no session.
   *
   * @throws RostrumError `START_SESSION_ERROR`, `INVALID_ACTIONS_LIMIT`, `INVALID_SET_ROLE`, `UNKNOWN_ROLE_ID`, `TOO_MANY_ATTEMPTS`
   */
  impersonate(params: WithTokens<SessionImpersonateParams>): ApiRequest<string>;

  /**
   * Starts a further session for the user of a session of the same account.
   *
   * Needs a session with INTEGRATION_BASE.
   *
   * @throws RostrumError `START_SESSION_ERROR`, `INVALID_ACTIONS_LIMIT`, `INVALID_SET_ROLE`, `UNKNOWN_ROLE_ID`
   */
  impersonateByKs(params: WithTokens<SessionImpersonateByKsParams>): ApiRequest<KalturaSessionInfo>;

  /**
   * Starts a session that may do what any viewer may; it needs no secret.
   *
   * Needs no session.
   *
   * @throws RostrumError `INVALID_WIDGET_ID`, `START_WIDGET_SESSION_ERROR`
   */
  startWidgetSession(params: WithTokens<SessionStartWidgetSessionParams>): ApiRequest<AnyKalturaStartWidgetSessionResponse>;

  /**
   * Says what a session holds: this one, or another of the same account.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `START_SESSION_ERROR`
   */
  get(params?: WithTokens<SessionGetParams>): ApiRequest<KalturaSessionInfo>;

  /**
   * Ends a session before its time, with all of its group (privilege sessionid) that was started until now.
   *
   * Needs no session.
   */
  end(): ApiRequest<null>;
}

export interface StatsCollectParams {
  readonly event: KalturaStatsEvent;
}

export interface StatsService {
  /**
   * Takes what a player older than KAVA tells; what has nothing to do with viewing an entry is not kept.
   *
   * Needs no session.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `TOO_MANY_EVENTS`
   */
  collect(params: WithTokens<StatsCollectParams>): ApiRequest<boolean>;
}


export interface SystemService {
  /**
   * Answers true.
   *
   * Needs no session.
   */
  ping(): ApiRequest<boolean>;

  /**
   * Answers the server’s time, in Unix seconds.
   *
   * Needs no session.
   */
  getTime(): ApiRequest<number>;

  /**
   * Answers the server’s version.
   *
   * Needs no session.
   */
  getVersion(): ApiRequest<string>;
}

export interface ThumbAssetAddParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly thumbAsset: AnyKalturaThumbAsset;
}

export interface ThumbAssetSetContentParams {
  readonly id: string;
  /** A KalturaUploadedFileTokenResource or a KalturaUrlResource. */
  readonly contentResource: AnyKalturaContentResource;
}

export interface ThumbAssetAddFromImageParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** JPEG, PNG, GIF or WebP, at most 10 MB. At most 10,485,760 bytes. */
  readonly fileData: Blob;
}

export interface ThumbAssetAddFromUrlParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** Of a JPEG, PNG, GIF or WebP of at most 10 MB, at a public address. */
  readonly url: string;
}

export interface ThumbAssetUpdateParams {
  readonly id: string;
  readonly thumbAsset: AnyKalturaThumbAsset;
}

export interface ThumbAssetGetParams {
  readonly thumbAssetId: string;
}

export interface ThumbAssetGetByEntryIdParams {
  /** The id of the entry. */
  readonly entryId: string;
}

export interface ThumbAssetListParams {
  /** Has to name entries (entryIdEqual, entryIdIn) or pictures (idEqual, idIn). */
  readonly filter?: AnyKalturaAssetFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface ThumbAssetSetAsDefaultParams {
  readonly thumbAssetId: string;
}

export interface ThumbAssetDeleteParams {
  readonly thumbAssetId: string;
}

export interface ThumbAssetGenerateParams {
  /** The id of the entry. */
  readonly entryId: string;
  readonly thumbParams: KalturaThumbParams;
  /** One of the entry’s thumb assets; else it is a frame. */
  readonly sourceAssetId?: string | null;
}

export interface ThumbAssetRegenerateParams {
  readonly thumbAssetId: string;
}

export interface ThumbAssetServeParams {
  readonly thumbAssetId: string;
  /** There is one: it only makes the address another one. */
  readonly version?: number | null;
  readonly thumbParams?: KalturaThumbParams | null;
  readonly options?: KalturaThumbnailServeOptions | null;
}

export interface ThumbAssetServeByEntryIdParams {
  /** The id of the entry. */
  readonly entryId: string;
  /** There are no stored thumb params: it is to be left out. */
  readonly thumbParamId?: number | null;
}

export interface ThumbAssetGetUrlParams {
  readonly id: string;
  /** There is one storage: it is not looked at. */
  readonly storageId?: number | null;
  readonly thumbParams?: KalturaThumbParams | null;
}

export interface ThumbAssetService {
  /**
   * Adds a picture of an entry that waits for its content: a KalturaTimedThumbAsset is the picture of a cue point.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `MAX_ASSETS_FOR_ENTRY_REACHED`
   */
  add(params: WithTokens<ThumbAssetAddParams>): ApiRequest<AnyKalturaThumbAsset>;

  /**
   * Gives it a picture, written anew as JPEG and full HD at most.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `THUMB_ASSET_ID_NOT_FOUND`, `RESOURCE_TYPE_NOT_SUPPORTED`, `THUMB_ASSET_DOWNLOAD_FAILED`, `OBJECT_CHANGED_MEANWHILE`, `UPLOADED_FILE_NOT_FOUND_BY_TOKEN`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY`, `FILE_TYPE_NOT_SUPPORTED`, `FILE_SIZE_EXCEEDED`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`
   */
  setContent(params: WithTokens<ThumbAssetSetContentParams>): ApiRequest<AnyKalturaThumbAsset>;

  /**
   * Adds a picture of an entry, written anew as JPEG and full HD at most.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `INVALID_FILE_TYPE`, `PICTURES_NOT_AVAILABLE`, `MAX_ASSETS_FOR_ENTRY_REACHED`
   */
  addFromImage(params: WithTokens<ThumbAssetAddFromImageParams>): ApiRequest<AnyKalturaThumbAsset>;

  /**
   * Fetches a picture and adds it to an entry.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `THUMB_ASSET_DOWNLOAD_FAILED`, `PICTURES_NOT_AVAILABLE`, `MAX_ASSETS_FOR_ENTRY_REACHED`
   */
  addFromUrl(params: WithTokens<ThumbAssetAddFromUrlParams>): ApiRequest<AnyKalturaThumbAsset>;

  /**
   * Changes the properties that are sent.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `THUMB_ASSET_ID_NOT_FOUND`, `OBJECT_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<ThumbAssetUpdateParams>): ApiRequest<AnyKalturaThumbAsset>;

  /**
   * Answers a picture’s facts.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `THUMB_ASSET_ID_NOT_FOUND`
   */
  get(params: WithTokens<ThumbAssetGetParams>): ApiRequest<AnyKalturaThumbAsset>;

  /**
   * Answers all pictures of an entry.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`
   */
  getByEntryId(params: WithTokens<ThumbAssetGetByEntryIdParams>): ApiRequest<readonly AnyKalturaThumbAsset[]>;

  /**
   * Finds pictures of entries that are named by id.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`
   */
  list(params?: WithTokens<ThumbAssetListParams>): ApiRequest<KalturaThumbAssetListResponse>;

  /**
   * Makes it the picture that the entry shows; thumbnailUrl changes.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `THUMB_ASSET_ID_NOT_FOUND`, `THUMB_ASSET_IS_NOT_READY`, `OBJECT_CHANGED_MEANWHILE`
   */
  setAsDefault(params: WithTokens<ThumbAssetSetAsDefaultParams>): ApiRequest<null>;

  /**
   * Deletes a picture that is not what its entry shows.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `THUMB_ASSET_ID_NOT_FOUND`, `THUMB_ASSET_IS_DEFAULT`
   */
  delete(params: WithTokens<ThumbAssetDeleteParams>): ApiRequest<null>;

  /**
   * Makes a picture of a frame of the entry, of its picture, or of one of its assets.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION. Admin sessions may touch any entry of the account; other sessions must own the one that entryId names, be listed as its co-editor, or carry the privilege edit:ID.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `THUMB_ASSET_ID_NOT_FOUND`, `MAX_ASSETS_FOR_ENTRY_REACHED`, `PICTURES_NOT_AVAILABLE`, `ENTRY_SOURCE_FILE_NOT_FOUND`, `UPLOAD_OUT_OF_RANGE`
   */
  generate(params: WithTokens<ThumbAssetGenerateParams>): ApiRequest<AnyKalturaThumbAsset>;

  /**
   * Makes a generated picture anew, as it was made before.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `THUMB_ASSET_ID_NOT_FOUND`, `THUMB_ASSET_PARAMS_ID_NOT_FOUND`, `OBJECT_CHANGED_MEANWHILE`, `PICTURES_NOT_AVAILABLE`, `ENTRY_SOURCE_FILE_NOT_FOUND`, `UPLOAD_OUT_OF_RANGE`
   */
  regenerate(params: WithTokens<ThumbAssetRegenerateParams>): ApiRequest<AnyKalturaThumbAsset>;

  /**
   * Answers the picture, in the size that is asked for.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `THUMB_ASSET_ID_NOT_FOUND`, `THUMB_ASSET_IS_NOT_READY`, `PICTURES_NOT_AVAILABLE`, `ENTRY_SOURCE_FILE_NOT_FOUND`, `UPLOAD_OUT_OF_RANGE`
   */
  serve(params: WithTokens<ThumbAssetServeParams>): ApiFileRequest;

  /**
   * Answers the picture that the entry shows.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `THUMB_ASSET_PARAMS_ID_NOT_FOUND`, `PICTURES_NOT_AVAILABLE`
   */
  serveByEntryId(params: WithTokens<ThumbAssetServeByEntryIdParams>): ApiFileRequest;

  /**
   * Answers the address of the picture. The ids of other assets may be put in its place: the rest stays the same.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `THUMB_ASSET_ID_NOT_FOUND`, `THUMB_ASSET_IS_NOT_READY`, `UPLOAD_OUT_OF_RANGE`
   */
  getUrl(params: WithTokens<ThumbAssetGetUrlParams>): ApiRequest<string>;
}

export interface UiConfAddParams {
  readonly uiConf: KalturaUiConf;
}

export interface UiConfUpdateParams {
  readonly id: number;
  readonly uiConf: KalturaUiConf;
}

export interface UiConfGetParams {
  readonly id: number;
}

export interface UiConfDeleteParams {
  readonly id: number;
}

export interface UiConfCloneParams {
  readonly id: number;
}

export interface UiConfListTemplatesParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaUiConfFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface UiConfListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaUiConfFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface UiConfService {
  /**
   * Keeps a configuration; objType must say what it is for.
   *
   * Needs a session with STUDIO_UPDATE_UICONF.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `MAX_NUMBER_OF_OBJECTS_REACHED`
   */
  add(params: WithTokens<UiConfAddParams>): ApiRequest<KalturaUiConf>;

  /**
   * Changes the properties that are sent, of a configuration of the account’s own.
   *
   * Needs a session with STUDIO_UPDATE_UICONF.
   *
   * @throws RostrumError `INVALID_UI_CONF_ID`, `OBJECT_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<UiConfUpdateParams>): ApiRequest<KalturaUiConf>;

  /**
   * Answers a configuration: the account’s own, or a template.
   *
   * Needs a session with WIDGET_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_UI_CONF_ID`
   */
  get(params: WithTokens<UiConfGetParams>): ApiRequest<KalturaUiConf>;

  /**
   * Deletes a configuration of the account’s own.
   *
   * Needs a session with STUDIO_UPDATE_UICONF.
   *
   * @throws RostrumError `INVALID_UI_CONF_ID`
   */
  delete(params: WithTokens<UiConfDeleteParams>): ApiRequest<null>;

  /**
   * Copies a configuration, or a template, into one of the account’s own.
   *
   * Needs a session with STUDIO_UPDATE_UICONF.
   *
   * @throws RostrumError `INVALID_UI_CONF_ID`, `MAX_NUMBER_OF_OBJECTS_REACHED`
   */
  clone(params: WithTokens<UiConfCloneParams>): ApiRequest<KalturaUiConf>;

  /**
   * Finds templates, which every account sees: with objTypeEqual 21 where the studio is.
   *
   * Needs a session with STUDIO_BASE.
   */
  listTemplates(params?: WithTokens<UiConfListTemplatesParams>): ApiRequest<KalturaUiConfListResponse>;

  /**
   * Finds configurations of the account’s own, the oldest first.
   *
   * Needs a session with STUDIO_BASE.
   */
  list(params?: WithTokens<UiConfListParams>): ApiRequest<KalturaUiConfListResponse>;

  /**
   * Says of which types there are configurations, and in which versions.
   *
   * Needs a session with STUDIO_BASE.
   */
  getAvailableTypes(): ApiRequest<readonly KalturaUiConfTypeInfo[]>;
}

export interface UploadTokenAddParams {
  readonly uploadToken?: KalturaUploadToken | null;
}

export interface UploadTokenGetParams {
  readonly uploadTokenId: string;
}

export interface UploadTokenUploadParams {
  readonly uploadTokenId: string;
  /** At most 1 GiB; larger files come in chunks. At most 1,073,741,824 bytes. */
  readonly fileData: Blob;
  /** False for the first chunk; what came before it is dropped. Default: `false`. */
  readonly resume?: boolean | null;
  /** The file is whole with this one. It may be empty; where bytes before it are missing, it is sent again after them. Default: `true`. */
  readonly finalChunk?: boolean | null;
  /** Where the chunk begins, in bytes; -1 for where what has come without a gap ends. Default: `-1`. */
  readonly resumeAt?: number | null;
}

export interface UploadTokenDeleteParams {
  readonly uploadTokenId: string;
}

export interface UploadTokenListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaUploadTokenFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface UploadTokenService {
  /**
   * Begins an upload. Its chunks go to `upload`, and then its id makes an entry of it.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `UPLOAD_TOKEN_MISSING_FILE_SIZE`, `FILE_SIZE_EXCEEDED`, `UPLOAD_OUT_OF_RANGE`, `UPLOAD_LIMIT_REACHED`
   */
  add(params?: WithTokens<UploadTokenAddParams>): ApiRequest<KalturaUploadToken>;

  /**
   * Says how far an upload of the session’s user is, also once it is over.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `UPLOAD_TOKEN_NOT_FOUND`
   */
  get(params: WithTokens<UploadTokenGetParams>): ApiRequest<KalturaUploadToken>;

  /**
   * Takes a file, or a chunk of one. What is answered survives a crash of the server; a chunk may be sent again.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `UPLOAD_TOKEN_NOT_FOUND`, `UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD`, `UPLOAD_TOKEN_CANNOT_RESUME`, `UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE`, `FILE_SIZE_EXCEEDED`, `UPLOAD_OUT_OF_RANGE`, `UPLOAD_LIMIT_REACHED`, `UPLOAD_ERROR`, `OBJECT_CHANGED_MEANWHILE`
   */
  upload(params: WithTokens<UploadTokenUploadParams>): ApiRequest<KalturaUploadToken>;

  /**
   * Throws an upload away. What was made of it stays.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   *
   * @throws RostrumError `UPLOAD_TOKEN_NOT_FOUND`, `OBJECT_CHANGED_MEANWHILE`
   */
  delete(params: WithTokens<UploadTokenDeleteParams>): ApiRequest<null>;

  /**
   * Finds uploads of the session’s user; for admins, those of the account.
   *
   * Needs a session with CONTENT_INGEST_UPLOAD.
   */
  list(params?: WithTokens<UploadTokenListParams>): ApiRequest<KalturaUploadTokenListResponse>;
}

export interface UserAddParams {
  readonly user: KalturaUser;
}

export interface UserGetParams {
  /** The session’s own user where it is absent. */
  readonly userId?: string | null;
}

export interface UserGetByLoginIdParams {
  readonly loginId: string;
}

export interface UserUpdateParams {
  readonly userId: string;
  readonly user: KalturaUser;
}

export interface UserDeleteParams {
  readonly userId: string;
}

export interface UserListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaUserFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface UserNotifyBanParams {
  readonly userId: string;
}

export interface UserDemoteAdminParams {
  readonly userId: string;
}

export interface UserLoginParams {
  readonly partnerId: number;
  readonly userId: string;
  readonly password: string;
  /** Seconds from now; more than the account allows (a day) is shortened. Default: `86400`. */
  readonly expiry?: number | null;
  /** For admins what they like, within their role; for others what restricts or describes the session. Default: `*`. */
  readonly privileges?: string | null;
}

export interface UserLoginByLoginIdParams {
  /** An email address. */
  readonly loginId: string;
  readonly password: string;
  /** The account of the last sign-in where it is absent. */
  readonly partnerId?: number | null;
  /** Seconds from now; more than the account allows (a day) is shortened. Default: `86400`. */
  readonly expiry?: number | null;
  /** For admins what they like, within their role; for others what restricts or describes the session. Default: `*`. */
  readonly privileges?: string | null;
}

export interface UserLoginByKsParams {
  readonly requestedPartnerId: number;
}

export interface UserEnableLoginParams {
  readonly userId: string;
  /** An email address. */
  readonly loginId: string;
  /** Where the login id signs in to other accounts: its own password. */
  readonly password?: string | null;
}

export interface UserDisableLoginParams {
  /** The user, or else the login id. */
  readonly userId?: string | null;
  readonly loginId?: string | null;
}

export interface UserUpdateLoginDataParams {
  readonly oldLoginId: string;
  readonly password: string;
  readonly newLoginId?: string | null;
  /** Sessions that the old password has started end. */
  readonly newPassword?: string | null;
  readonly newFirstName?: string | null;
  readonly newLastName?: string | null;
}

export interface UserLoginDataResetPasswordParams {
  /** The login id. */
  readonly loginDataId: string;
  readonly newPassword: string;
}

export interface UserCheckLoginDataExistsParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter: KalturaUserLoginDataFilter;
}

export interface UserService {
  /**
   * Adds a user; with loginEnabled they sign in with email and password.
   *
   * Needs a session with ADMIN_USER_ADD.
   *
   * @throws RostrumError `DUPLICATE_USER_BY_ID`, `DUPLICATE_USER_BY_LOGIN_ID`, `LOGIN_ID_ALREADY_USED`, `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `INVALID_FIELD_VALUE`, `USER_ROLE_NOT_FOUND`, `ONLY_ONE_ROLE_PER_USER_ALLOWED`, `NOT_ALLOWED_TO_CHANGE_ROLE`, `PASSWORD_STRUCTURE_INVALID`, `COMMON_PASSWORD`
   */
  add(params: WithTokens<UserAddParams>): ApiRequest<KalturaUser>;

  /**
   * Answers a user: oneself, or anybody for admins; producers are told name and picture.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_USER_ID`, `CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION`
   */
  get(params?: WithTokens<UserGetParams>): ApiRequest<KalturaUser>;

  /**
   * Answers the account’s user who signs in with this id.
   *
   * Needs a session with ADMIN_BASE.
   *
   * @throws RostrumError `LOGIN_DATA_NOT_FOUND`
   */
  getByLoginId(params: WithTokens<UserGetByLoginIdParams>): ApiRequest<KalturaUser>;

  /**
   * Changes a user; people (and sessions with edituser:ID) change what they say about themselves.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `INVALID_USER_ID`, `CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION`, `CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER`, `CANNOT_SET_ROOT_ADMIN_AS_NO_ADMIN`, `ACCOUNT_OWNER_NEEDS_PARTNER_ADMIN_ROLE`, `CANNOT_CHANGE_OWN_ROLE`, `OBJECT_CHANGED_MEANWHILE`, `USER_ROLE_NOT_FOUND`, `ONLY_ONE_ROLE_PER_USER_ALLOWED`, `NOT_ALLOWED_TO_CHANGE_ROLE`
   */
  update(params: WithTokens<UserUpdateParams>): ApiRequest<KalturaUser>;

  /**
   * Deletes a user; sessions that the password has started end.
   *
   * Needs a session with ADMIN_USER_ADD.
   *
   * @throws RostrumError `INVALID_USER_ID`, `CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER`, `NOT_ALLOWED_TO_CHANGE_ROLE`
   */
  delete(params: WithTokens<UserDeleteParams>): ApiRequest<KalturaUser>;

  /**
   * Finds users of the account; producers are told names and pictures.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `SERVICE_FORBIDDEN`, `PROPERTY_VALIDATION_NO_USAGE_PERMISSION`
   */
  list(params?: WithTokens<UserListParams>): ApiRequest<KalturaUserListResponse>;

  /**
   * Tells that a user was banned: no session of the user holds any more.
   *
   * Needs a session with ADMIN_USER_ADD.
   *
   * @throws RostrumError `INVALID_USER_ID`, `CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER`
   */
  notifyBan(params: WithTokens<UserNotifyBanParams>): ApiRequest<null>;

  /**
   * Makes an admin an ordinary user, without a role.
   *
   * Needs a session with ADMIN_USER_ADD.
   *
   * @throws RostrumError `INVALID_USER_ID`, `DEMOTE_ONLY_ADMIN`, `CANNOT_SET_ROOT_ADMIN_AS_NO_ADMIN`
   */
  demoteAdmin(params: WithTokens<UserDemoteAdminParams>): ApiRequest<KalturaUser>;

  /**
   * Starts a session for a user of an account who knows the password.
   *
   * Needs no session.
   *
   * @throws RostrumError `USER_WRONG_PASSWORD`, `TOO_MANY_ATTEMPTS`, `INVALID_ACTIONS_LIMIT`, `UNKNOWN_ROLE_ID`
   */
  login(params: WithTokens<UserLoginParams>): ApiRequest<string>;

  /**
   * Starts a session for whoever knows the password of a login id.
   *
   * Needs no session.
   *
   * @throws RostrumError `USER_WRONG_PASSWORD`, `TOO_MANY_ATTEMPTS`, `INVALID_ACTIONS_LIMIT`, `UNKNOWN_ROLE_ID`
   */
  loginByLoginId(params: WithTokens<UserLoginByLoginIdParams>): ApiRequest<string>;

  /**
   * Starts a session in another account of the same person; the session must come from a password.
   *
   * Needs a session with BASE_USER_SESSION_PERMISSION.
   *
   * @throws RostrumError `PARTNER_CHANGE_ACCOUNT_DISABLED`, `LOGIN_DATA_NOT_FOUND`, `ADMIN_KUSER_NOT_FOUND`, `USER_IS_BLOCKED`
   */
  loginByKs(params: WithTokens<UserLoginByKsParams>): ApiRequest<KalturaSessionResponse>;

  /**
   * Lets a user sign in with a password, which the admin chooses: no mail is sent.
   *
   * Needs a session with ADMIN_USER_ADD.
   *
   * @throws RostrumError `USER_NOT_FOUND`, `USER_LOGIN_ALREADY_ENABLED`, `LOGIN_ID_ALREADY_USED`, `DUPLICATE_USER_BY_LOGIN_ID`, `INVALID_FIELD_VALUE`, `NOT_ALLOWED_TO_CHANGE_ROLE`, `PASSWORD_STRUCTURE_INVALID`, `COMMON_PASSWORD`
   */
  enableLogin(params: WithTokens<UserEnableLoginParams>): ApiRequest<KalturaUser>;

  /**
   * Takes the password from a user; sessions that it has started end.
   *
   * Needs a session with ADMIN_USER_ADD.
   *
   * @throws RostrumError `USER_NOT_FOUND`, `USER_LOGIN_ALREADY_DISABLED`, `CANNOT_DISABLE_LOGIN_FOR_ADMIN_USER`, `PROPERTY_VALIDATION_CANNOT_BE_NULL`
   */
  disableLogin(params?: WithTokens<UserDisableLoginParams>): ApiRequest<KalturaUser>;

  /**
   * Changes password, login id and name for whoever knows the password, in all accounts.
   *
   * Needs no session.
   *
   * @throws RostrumError `ADMIN_KUSER_NOT_FOUND`, `LOGIN_RETRIES_EXCEEDED`, `LOGIN_BLOCKED`, `LOGIN_ID_ALREADY_USED`, `PASSWORD_ALREADY_USED`, `INVALID_FIELD_VALUE`, `TOO_MANY_ATTEMPTS`, `PASSWORD_STRUCTURE_INVALID`, `COMMON_PASSWORD`
   */
  updateLoginData(params: WithTokens<UserUpdateLoginDataParams>): ApiRequest<null>;

  /**
   * Gives a user of this account only another password, which the admin chooses.
   *
   * Needs a session with ADMIN_USER_ADD.
   *
   * @throws RostrumError `ADMIN_KUSER_NOT_FOUND`, `CANNOT_UPDATE_LOGIN_DATA`, `NOT_ALLOWED_TO_CHANGE_ROLE`, `PASSWORD_ALREADY_USED`, `PASSWORD_STRUCTURE_INVALID`, `COMMON_PASSWORD`
   */
  loginDataResetPassword(params: WithTokens<UserLoginDataResetPasswordParams>): ApiRequest<KalturaUser>;

  /**
   * Says whether somebody of the account signs in with this id.
   *
   * Needs a session with ADMIN_BASE.
   */
  checkLoginDataExists(params: WithTokens<UserCheckLoginDataExistsParams>): ApiRequest<boolean>;
}

export interface UserRoleAddParams {
  readonly userRole: KalturaUserRole;
}

export interface UserRoleGetParams {
  readonly userRoleId: number;
}

export interface UserRoleUpdateParams {
  readonly userRoleId: number;
  readonly userRole: KalturaUserRole;
}

export interface UserRoleDeleteParams {
  readonly userRoleId: number;
}

export interface UserRoleListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaUserRoleFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface UserRoleCloneParams {
  readonly userRoleId: number;
}

export interface UserRoleService {
  /**
   * Makes a role; it may allow what the session itself may do.
   *
   * Needs a session with ADMIN_ROLE_ADD.
   *
   * @throws RostrumError `PROPERTY_VALIDATION_CANNOT_BE_NULL`, `PERMISSION_NOT_FOUND`, `ROLE_NAME_ALREADY_EXISTS`, `NOT_ALLOWED_TO_CHANGE_ROLE`
   */
  add(params: WithTokens<UserRoleAddParams>): ApiRequest<KalturaUserRole>;

  /**
   * Answers a role of the account, or one that every account has.
   *
   * Needs a session with ADMIN_BASE.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`
   */
  get(params: WithTokens<UserRoleGetParams>): ApiRequest<KalturaUserRole>;

  /**
   * Changes a role of the account; sessions that have it follow at once.
   *
   * Needs a session with ADMIN_ROLE_ADD.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`, `PERMISSION_NOT_FOUND`, `ROLE_NAME_ALREADY_EXISTS`, `NOT_ALLOWED_TO_CHANGE_ROLE`, `OBJECT_CHANGED_MEANWHILE`
   */
  update(params: WithTokens<UserRoleUpdateParams>): ApiRequest<KalturaUserRole>;

  /**
   * Deletes a role that no user has; sessions that have it may do nothing any more.
   *
   * Needs a session with ADMIN_ROLE_ADD.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`, `ROLE_IS_BEING_USED`
   */
  delete(params: WithTokens<UserRoleDeleteParams>): ApiRequest<KalturaUserRole>;

  /**
   * Finds roles of the account and those that every account has.
   *
   * Needs a session with ADMIN_BASE.
   */
  list(params?: WithTokens<UserRoleListParams>): ApiRequest<KalturaUserRoleListResponse>;

  /**
   * Makes a role of the account that allows the same as another one.
   *
   * Needs a session with ADMIN_ROLE_ADD.
   *
   * @throws RostrumError `INVALID_OBJECT_ID`, `NOT_ALLOWED_TO_CHANGE_ROLE`
   */
  clone(params: WithTokens<UserRoleCloneParams>): ApiRequest<KalturaUserRole>;
}

export interface WidgetAddParams {
  readonly widget: KalturaWidget;
}

export interface WidgetUpdateParams {
  readonly id: string;
  readonly widget: KalturaWidget;
}

export interface WidgetGetParams {
  readonly id: string;
}

export interface WidgetCloneParams {
  readonly widget: KalturaWidget;
}

export interface WidgetListParams {
  /** Which ones are wanted; without it, all that the session may see. */
  readonly filter?: KalturaWidgetFilter | null;
  /** Which page of them: without it the first 30, at most 500 at a time. */
  readonly pager?: KalturaFilterPager | null;
}

export interface WidgetService {
  /**
   * Makes a widget, with a configuration or from another widget.
   *
   * Needs a session with STUDIO_UPDATE_UICONF.
   *
   * @throws RostrumError `SOURCE_WIDGET_NOT_FOUND`, `SOURCE_WIDGET_OR_UICONF_REQUIRED`, `UICONF_ID_NOT_FOUND`, `ENTRY_ID_NOT_FOUND`, `INVALID_FIELD_VALUE`, `CANNOT_DISABLE_ENTITLEMENT_FOR_WIDGET_WHEN_ENTITLEMENT_ENFORCEMENT_ENABLE`, `INVALID_ACTIONS_LIMIT`, `INVALID_SET_ROLE`, `UNKNOWN_ROLE_ID`
   */
  add(params: WithTokens<WidgetAddParams>): ApiRequest<KalturaWidget>;

  /**
   * Changes the properties that are sent; sessions that it has started keep what they have.
   *
   * Needs a session with STUDIO_UPDATE_UICONF.
   *
   * @throws RostrumError `INVALID_WIDGET_ID`, `OBJECT_CHANGED_MEANWHILE`, `SOURCE_WIDGET_NOT_FOUND`, `SOURCE_WIDGET_OR_UICONF_REQUIRED`, `UICONF_ID_NOT_FOUND`, `ENTRY_ID_NOT_FOUND`, `INVALID_FIELD_VALUE`, `CANNOT_DISABLE_ENTITLEMENT_FOR_WIDGET_WHEN_ENTITLEMENT_ENFORCEMENT_ENABLE`, `INVALID_ACTIONS_LIMIT`, `INVALID_SET_ROLE`, `UNKNOWN_ROLE_ID`
   */
  update(params: WithTokens<WidgetUpdateParams>): ApiRequest<KalturaWidget>;

  /**
   * Answers a widget; `_` and the account’s number is the one that each account has.
   *
   * Takes a session, and needs none.
   *
   * @throws RostrumError `INVALID_WIDGET_ID`
   */
  get(params: WithTokens<WidgetGetParams>): ApiRequest<KalturaWidget>;

  /**
   * Makes a widget like sourceWidgetId, apart from the other properties that are sent.
   *
   * Needs a session with STUDIO_UPDATE_UICONF.
   *
   * @throws RostrumError `SOURCE_WIDGET_NOT_FOUND`, `SOURCE_WIDGET_OR_UICONF_REQUIRED`, `UICONF_ID_NOT_FOUND`, `ENTRY_ID_NOT_FOUND`, `INVALID_FIELD_VALUE`, `CANNOT_DISABLE_ENTITLEMENT_FOR_WIDGET_WHEN_ENTITLEMENT_ENFORCEMENT_ENABLE`, `INVALID_ACTIONS_LIMIT`, `INVALID_SET_ROLE`, `UNKNOWN_ROLE_ID`
   */
  clone(params: WithTokens<WidgetCloneParams>): ApiRequest<KalturaWidget>;

  /**
   * Finds widgets of the account, the oldest first.
   *
   * Needs a session with STUDIO_BASE.
   */
  list(params?: WithTokens<WidgetListParams>): ApiRequest<KalturaWidgetListResponse>;
}

/** What the server can do, by service. */
export interface ApiServices {
  readonly accessControlProfile: AccessControlProfileService;
  readonly analytics: AnalyticsService;
  readonly annotation_annotation: AnnotationAnnotationService;
  readonly appToken: AppTokenService;
  readonly audit_auditTrail: AuditAuditTrailService;
  readonly baseEntry: BaseEntryService;
  readonly beacon_beacon: BeaconBeaconService;
  readonly category: CategoryService;
  readonly categoryEntry: CategoryEntryService;
  readonly categoryUser: CategoryUserService;
  readonly conversionProfile: ConversionProfileService;
  readonly conversionProfileAssetParams: ConversionProfileAssetParamsService;
  readonly cuePoint_cuePoint: CuePointCuePointService;
  readonly document_documents: DocumentDocumentsService;
  readonly entryServerNode: EntryServerNodeService;
  readonly eventNotification_eventNotificationTemplate: EventNotificationEventNotificationTemplateService;
  readonly flavorAsset: FlavorAssetService;
  readonly flavorParams: FlavorParamsService;
  readonly liveStats: LiveStatsService;
  readonly liveStream: LiveStreamService;
  readonly media: MediaService;
  readonly metadata_metadata: MetadataMetadataService;
  readonly metadata_metadataProfile: MetadataMetadataProfileService;
  readonly partner: PartnerService;
  readonly permission: PermissionService;
  readonly permissionItem: PermissionItemService;
  readonly pushNotificationTemplate: PushNotificationTemplateService;
  readonly responseProfile: ResponseProfileService;
  readonly rostrum_health: RostrumHealthService;
  readonly rostrum_outsideStream: RostrumOutsideStreamService;
  readonly rostrum_partnerSecret: RostrumPartnerSecretService;
  readonly rostrum_recording: RostrumRecordingService;
  readonly rostrum_server: RostrumServerService;
  readonly rostrum_storage: RostrumStorageService;
  readonly rostrum_webhook: RostrumWebhookService;
  readonly schedule_scheduleEvent: ScheduleScheduleEventService;
  readonly schedule_scheduleEventResource: ScheduleScheduleEventResourceService;
  readonly schedule_scheduleResource: ScheduleScheduleResourceService;
  readonly serverNode: ServerNodeService;
  readonly session: SessionService;
  readonly stats: StatsService;
  readonly system: SystemService;
  readonly thumbAsset: ThumbAssetService;
  readonly uiConf: UiConfService;
  readonly uploadToken: UploadTokenService;
  readonly user: UserService;
  readonly userRole: UserRoleService;
  readonly widget: WidgetService;
}
