// Made of the API’s catalogue by `npm run docs`: changes here are lost.

import type {
  KalturaAdProtocolType,
  KalturaAdType,
  KalturaAppTokenHashType,
  KalturaAppTokenStatus,
  KalturaAppearInListType,
  KalturaAssetParamsDeletePolicy,
  KalturaAssetParamsOrigin,
  KalturaAudioCodec,
  KalturaAuditTrailAction,
  KalturaAuditTrailContext,
  KalturaAuditTrailObjectType,
  KalturaAuditTrailStatus,
  KalturaBaseEntryCloneOptions,
  KalturaBeaconIndexType,
  KalturaBeaconObjectTypes,
  KalturaCategoryEntryStatus,
  KalturaCategoryOrderBy,
  KalturaCategoryStatus,
  KalturaCategoryUserPermissionLevel,
  KalturaCategoryUserStatus,
  KalturaCloneComponentSelectorType,
  KalturaCommercialUseType,
  KalturaContainerFormat,
  KalturaContextType,
  KalturaContributionPolicyType,
  KalturaConversionProfileStatus,
  KalturaConversionProfileType,
  KalturaCuePointStatus,
  KalturaCuePointType,
  KalturaDVRStatus,
  KalturaDocumentType,
  KalturaDrmSchemeName,
  KalturaDurationType,
  KalturaEntryApplication,
  KalturaEntryDisplayInSearchType,
  KalturaEntryModerationStatus,
  KalturaEntryReplacementStatus,
  KalturaEntryServerNodeRecordingStatus,
  KalturaEntryServerNodeStatus,
  KalturaEntryServerNodeType,
  KalturaEntryStatus,
  KalturaEntryType,
  KalturaEventNotificationTemplateStatus,
  KalturaEventNotificationTemplateType,
  KalturaEventType,
  KalturaFlavorAssetStatus,
  KalturaFlavorReadyBehaviorType,
  KalturaGender,
  KalturaInheritanceType,
  KalturaLicenseType,
  KalturaLivePublishStatus,
  KalturaLiveStatsEventType,
  KalturaLiveStreamBroadcastStatus,
  KalturaMediaParserType,
  KalturaMediaType,
  KalturaMetadataObjectType,
  KalturaMetadataProfileCreateMode,
  KalturaMetadataProfileStatus,
  KalturaMetadataStatus,
  KalturaModerationFlagStatus,
  KalturaModerationFlagType,
  KalturaModerationObjectType,
  KalturaNullableBoolean,
  KalturaPartnerStatus,
  KalturaPartnerType,
  KalturaPermissionItemType,
  KalturaPermissionStatus,
  KalturaPermissionType,
  KalturaPlaybackProtocol,
  KalturaPrivacyType,
  KalturaRecordStatus,
  KalturaRecordingStatus,
  KalturaResponseProfileStatus,
  KalturaResponseProfileType,
  KalturaRuleActionType,
  KalturaScheduleEventClassificationType,
  KalturaScheduleEventRecurrenceDay,
  KalturaScheduleEventRecurrenceFrequency,
  KalturaScheduleEventRecurrenceType,
  KalturaScheduleEventStatus,
  KalturaScheduleResourceStatus,
  KalturaSearchProviderType,
  KalturaServerNodeStatus,
  KalturaServerNodeType,
  KalturaSessionType,
  KalturaSipSourceType,
  KalturaSourceType,
  KalturaStatsEventType,
  KalturaStatsFeatureType,
  KalturaThumbAssetStatus,
  KalturaThumbCropType,
  KalturaThumbCuePointSubType,
  KalturaUiConfCreationMode,
  KalturaUiConfObjType,
  KalturaUpdateMethodType,
  KalturaUploadTokenStatus,
  KalturaUserJoinPolicyType,
  KalturaUserMode,
  KalturaUserRoleStatus,
  KalturaUserStatus,
  KalturaUserType,
  KalturaVideoCodec,
  KalturaViewMode,
  KalturaWidgetSecurityType,
  RostrumAlertSeverity,
  RostrumArchiveHealth,
  RostrumEncoderSlot,
  RostrumIngestProtocol,
  RostrumOutsideProblem,
  RostrumRecordingState,
  RostrumSecretKind,
  RostrumWebhookDeliveryStatus,
  RostrumWebhookDisabledBy,
} from './enums.ts';

/** -1 unset, 0 no, 1 yes; servers also answer a boolean. */
export type NullableBoolean = boolean | -1 | 0 | 1;

/** One that says its type, because it stands where another one is declared. */
type Typed<Value extends { readonly objectType?: string }> = Value & Required<Pick<Value, 'objectType'>>;

export interface KalturaRuleActionFields {
  /** The server sets it. */
  readonly type?: KalturaRuleActionType;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaRuleAction =
  | Typed<KalturaAccessControlBlockAction>;

/** Nothing may be played; the messages say why. */
export interface KalturaAccessControlBlockAction extends KalturaRuleActionFields {
  readonly objectType?: 'KalturaAccessControlBlockAction';
}

export interface KalturaContextTypeHolderFields {
  readonly type?: KalturaContextType | null;
}
export interface KalturaContextTypeHolder extends KalturaContextTypeHolderFields {
  readonly objectType?: 'KalturaContextTypeHolder';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaContextTypeHolder =
  | KalturaContextTypeHolder
  | Typed<KalturaAccessControlContextTypeHolder>;

export interface KalturaAccessControlContextTypeHolder extends KalturaContextTypeHolderFields {
  readonly objectType?: 'KalturaAccessControlContextTypeHolder';
}

export interface KalturaAccessControlMessage {
  readonly objectType?: 'KalturaAccessControlMessage';
  /** The server sets it. */
  readonly message?: string;
  /** The server sets it. */
  readonly code?: string;
}

export interface KalturaAccessControlProfile {
  readonly objectType?: 'KalturaAccessControlProfile';
  /** The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly partnerId?: number;
  /** The server sets it. */
  readonly name?: string;
  /** The server sets it. */
  readonly systemName?: string;
  /** The server sets it. */
  readonly description?: string;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** The server sets it. */
  readonly isDefault?: NullableBoolean;
  /** The server sets it. */
  readonly rules?: readonly KalturaRule[];
}

export interface KalturaFilterFields {
  /** `+field` ascending, `-field` descending; several are separated by commas. */
  readonly orderBy?: string | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaFilter =
  | Typed<KalturaAccessControlProfileFilter>
  | Typed<KalturaCuePointFilter>
  | Typed<KalturaAdCuePointFilter>
  | Typed<KalturaAnnotationFilter>
  | Typed<KalturaCodeCuePointFilter>
  | Typed<KalturaEventCuePointFilter>
  | Typed<KalturaSessionCuePointFilter>
  | Typed<KalturaThumbCuePointFilter>
  | Typed<KalturaAppTokenFilter>
  | Typed<KalturaAssetFilter>
  | Typed<KalturaFlavorAssetFilter>
  | Typed<KalturaThumbAssetFilter>
  | Typed<KalturaTimedThumbAssetFilter>
  | Typed<KalturaAssetParamsFilter>
  | Typed<KalturaFlavorParamsFilter>
  | Typed<KalturaLiveParamsFilter>
  | Typed<KalturaAuditTrailFilter>
  | Typed<KalturaBaseUserFilter>
  | Typed<KalturaUserFilter>
  | Typed<KalturaPermissionFilter>
  | Typed<KalturaPermissionItemFilter>
  | Typed<KalturaUserLoginDataFilter>
  | Typed<KalturaUserRoleFilter>
  | Typed<KalturaBaseEntryFilter>
  | Typed<KalturaDocumentEntryFilter>
  | Typed<KalturaPlayableEntryFilter>
  | Typed<KalturaMediaEntryFilter>
  | Typed<KalturaLiveEntryFilter>
  | Typed<KalturaLiveStreamEntryFilter>
  | Typed<KalturaBeaconFilter>
  | Typed<KalturaScheduleEventFilter>
  | Typed<KalturaBlackoutScheduleEventFilter>
  | Typed<KalturaEntryScheduleEventFilter>
  | Typed<KalturaLiveRedirectScheduleEventFilter>
  | Typed<KalturaLiveStreamScheduleEventFilter>
  | Typed<KalturaMeetingScheduleEventFilter>
  | Typed<KalturaRecordScheduleEventFilter>
  | Typed<KalturaVodScheduleEventFilter>
  | Typed<KalturaScheduleResourceFilter>
  | Typed<KalturaCameraScheduleResourceFilter>
  | Typed<KalturaLiveEntryScheduleResourceFilter>
  | Typed<KalturaLocationScheduleResourceFilter>
  | Typed<KalturaCategoryEntryFilter>
  | Typed<KalturaCategoryFilter>
  | Typed<KalturaCategoryUserFilter>
  | Typed<KalturaConversionProfileAssetParamsFilter>
  | Typed<KalturaConversionProfileFilter>
  | Typed<KalturaEntryServerNodeFilter>
  | Typed<KalturaLiveEntryServerNodeFilter>
  | Typed<KalturaEventNotificationTemplateFilter>
  | Typed<KalturaMetadataFilter>
  | Typed<KalturaMetadataProfileFilter>
  | Typed<KalturaPartnerFilter>
  | Typed<KalturaResponseProfileFilter>
  | Typed<KalturaScheduleEventResourceFilter>
  | Typed<KalturaServerNodeFilter>
  | Typed<KalturaUiConfFilter>
  | Typed<KalturaUploadTokenFilter>
  | Typed<KalturaWidgetFilter>
  | Typed<RostrumWebhookDeliveryFilter>;

export interface KalturaAccessControlProfileFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaAccessControlProfileFilter';
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
}

export interface KalturaAccessControlProfileListResponse {
  readonly objectType?: 'KalturaAccessControlProfileListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaAccessControlProfile[];
}

export interface KalturaAccessControlScopeFields {
  readonly referrer?: string | null;
  readonly ip?: string | null;
  readonly ks?: string | null;
  readonly userAgent?: string | null;
  /** Unix seconds. */
  readonly time?: number | null;
  readonly contexts?: readonly KalturaAccessControlContextTypeHolder[] | null;
  readonly hashes?: readonly KalturaKeyValue[] | null;
}
export interface KalturaAccessControlScope extends KalturaAccessControlScopeFields {
  readonly objectType?: 'KalturaAccessControlScope';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaAccessControlScope =
  | KalturaAccessControlScope
  | Typed<KalturaEntryContextDataParams>
  | Typed<KalturaPlaybackContextOptions>;

export interface KalturaCuePointFields {
  /** The server sets it. */
  readonly id?: string;
  /** Grows with every cue point that is added. The server sets it. */
  readonly intId?: number;
  /** The server sets it. */
  readonly cuePointType?: KalturaCuePointType;
  /** The server sets it. */
  readonly status?: KalturaCuePointStatus;
  /** Taken when it is added, and not changed later. */
  readonly entryId?: string | null;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** When it happened in a live stream. Unix seconds. */
  readonly triggeredAt?: number | null;
  /** Separated by commas. Kept to the letter: players compare them so. At most 4096 characters. */
  readonly tags?: string | null;
  /** In ms; 0 where it is left out. */
  readonly startTime?: number | null;
  /** Who wrote it: the session’s user. Others’ are shown to those who run the entry. For sessions with the permission for it. */
  readonly userId?: string | null;
  /** At most 16384 characters. */
  readonly partnerData?: string | null;
  readonly partnerSortValue?: number | null;
  readonly forceStop?: NullableBoolean | null;
  readonly thumbOffset?: number | null;
  /** Unique among those of the entry. At most 120 characters. */
  readonly systemName?: string | null;
  /** Whether it has no length. The server sets it. */
  readonly isMomentary?: boolean;
  /** The server sets it. */
  readonly copiedFrom?: string;
}
/** A moment of an entry. Of this type, or of one that extends it. */
export type AnyKalturaCuePoint =
  | Typed<KalturaAdCuePoint>
  | Typed<KalturaAnnotation>
  | Typed<KalturaCodeCuePoint>
  | Typed<KalturaEventCuePoint>
  | Typed<KalturaSessionCuePoint>
  | Typed<KalturaThumbCuePoint>;

export interface KalturaAdCuePoint extends KalturaCuePointFields {
  readonly objectType?: 'KalturaAdCuePoint';
  /** Taken when it is added, and not changed later. */
  readonly protocolType?: KalturaAdProtocolType | null;
  /** At most 4096 characters. */
  readonly sourceUrl?: string | null;
  readonly adType?: KalturaAdType | null;
  /** At most 1024 characters. */
  readonly title?: string | null;
  /** In ms; not before startTime. */
  readonly endTime?: number | null;
  /** In ms; says endTime where that is left out. */
  readonly duration?: number | null;
}

export interface KalturaCuePointFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly idEqual?: string | null;
  /** Separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly cuePointTypeEqual?: KalturaCuePointType | null;
  /** Separated by commas. */
  readonly cuePointTypeIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaCuePointStatus | null;
  /** Separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly entryIdEqual?: string | null;
  /** Separated by commas. */
  readonly entryIdIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly triggeredAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly triggeredAtLessThanOrEqual?: number | null;
  /** Has this in it, in any case. */
  readonly tagsLike?: string | null;
  /** Separated by commas. */
  readonly tagsMultiLikeOr?: string | null;
  /** Separated by commas. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is at least this. */
  readonly startTimeGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly startTimeLessThanOrEqual?: number | null;
  /** Finds one’s own; those who run the entry find everybody’s. */
  readonly userIdEqual?: string | null;
  /** Separated by commas. */
  readonly userIdIn?: string | null;
  /** Is exactly this. */
  readonly partnerSortValueEqual?: number | null;
  /** Separated by commas. */
  readonly partnerSortValueIn?: string | null;
  /** Is at least this. */
  readonly partnerSortValueGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly partnerSortValueLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly forceStopEqual?: NullableBoolean | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Separated by commas. */
  readonly systemNameIn?: string | null;
  /** Words that all occur in its texts or tags; a phrase in double quotes; alternatives separated by commas. */
  readonly freeText?: string | null;
  /** Whether it is one’s own. */
  readonly userIdEqualCurrent?: NullableBoolean | null;
  /** Whether it is one’s own. */
  readonly userIdCurrent?: NullableBoolean | null;
}
export interface KalturaCuePointFilter extends KalturaCuePointFilterFields {
  readonly objectType?: 'KalturaCuePointFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaCuePointFilter =
  | KalturaCuePointFilter
  | Typed<KalturaAdCuePointFilter>
  | Typed<KalturaAnnotationFilter>
  | Typed<KalturaCodeCuePointFilter>
  | Typed<KalturaEventCuePointFilter>
  | Typed<KalturaSessionCuePointFilter>
  | Typed<KalturaThumbCuePointFilter>;

export interface KalturaAdCuePointFilter extends KalturaCuePointFilterFields {
  readonly objectType?: 'KalturaAdCuePointFilter';
  /** Is exactly this. */
  readonly protocolTypeEqual?: KalturaAdProtocolType | null;
  /** Separated by commas. */
  readonly protocolTypeIn?: string | null;
  /** Has this in it, in any case. */
  readonly titleLike?: string | null;
  /** Separated by commas. */
  readonly titleMultiLikeOr?: string | null;
  /** Separated by commas. */
  readonly titleMultiLikeAnd?: string | null;
  /** Is at least this. */
  readonly endTimeGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly endTimeLessThanOrEqual?: number | null;
  /** Is at least this. */
  readonly durationGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly durationLessThanOrEqual?: number | null;
}

/** What somebody has written: a question, an answer, an announcement, a note. */
export interface KalturaAnnotation extends KalturaCuePointFields {
  readonly objectType?: 'KalturaAnnotation';
  /** The annotation of the same entry that it answers. Taken when it is added, and not changed later. */
  readonly parentId?: string | null;
  /** At most 16384 characters. */
  readonly text?: string | null;
  /** In ms; not before startTime. */
  readonly endTime?: number | null;
  /** From startTime to endTime, in ms. The server sets it. */
  readonly duration?: number;
  /** How many it answers: 0 for the first of a thread. The server sets it. */
  readonly depth?: number;
  /** Answers, and answers to them, that the session sees. The server sets it. */
  readonly childrenCount?: number;
  /** Answers that the session sees. The server sets it. */
  readonly directChildrenCount?: number;
  /** Opens it to other viewers, unless it is a question or belongs to one. */
  readonly isPublic?: NullableBoolean | null;
  readonly searchableOnEntry?: NullableBoolean | null;
  /** Unix seconds. */
  readonly originalCuePointCreateAt?: number | null;
}

export interface KalturaAnnotationFilter extends KalturaCuePointFilterFields {
  readonly objectType?: 'KalturaAnnotationFilter';
  /** Is exactly this. */
  readonly parentIdEqual?: string | null;
  /** Separated by commas. */
  readonly parentIdIn?: string | null;
  /** Has this in it, in any case. */
  readonly textLike?: string | null;
  /** Separated by commas. */
  readonly textMultiLikeOr?: string | null;
  /** Separated by commas. */
  readonly textMultiLikeAnd?: string | null;
  /** Is at least this. */
  readonly endTimeGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly endTimeLessThanOrEqual?: number | null;
  /** Is at least this. */
  readonly durationGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly durationLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly isPublicEqual?: NullableBoolean | null;
}

export interface KalturaAnnotationListResponse {
  readonly objectType?: 'KalturaAnnotationListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaAnnotation[];
}

export interface KalturaPermissionItemFields {
  /** The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly type?: KalturaPermissionItemType;
  /** The server sets it. */
  readonly partnerId?: number;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaPermissionItem =
  | Typed<KalturaApiActionPermissionItem>;

export interface KalturaApiActionPermissionItem extends KalturaPermissionItemFields {
  readonly objectType?: 'KalturaApiActionPermissionItem';
  /** The server sets it. */
  readonly service?: string;
  /** The server sets it. */
  readonly action?: string;
}

export interface KalturaAppToken {
  readonly objectType?: 'KalturaAppToken';
  /** The server sets it. */
  readonly id?: string;
  /** The shared secret: 32 hexadecimal characters. The server sets it. */
  readonly token?: string;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** The server sets it. */
  readonly status?: KalturaAppTokenStatus;
  /** Unix seconds; no session is started or lasts later. Unix seconds. */
  readonly expiry?: number | null;
  /** Of all its sessions; the caller chooses where it is absent. */
  readonly sessionType?: KalturaSessionType | null;
  /** Of all its sessions; the caller chooses where it is absent. At most 100 characters. */
  readonly sessionUserId?: string | null;
  /** The longest time a session lasts, in s. At least 1. */
  readonly sessionDuration?: number | null;
  /** What all its sessions have; callers may add what takes rights away or only describes. At most 4000 characters. */
  readonly sessionPrivileges?: string | null;
  /** SHA1 where it is absent. */
  readonly hashType?: KalturaAppTokenHashType | null;
  /** At most 2000 characters. */
  readonly description?: string | null;
}

export interface KalturaAppTokenBaseFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly idEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaAppTokenStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly sessionUserIdEqual?: string | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaAppTokenBaseFilter =
  | Typed<KalturaAppTokenFilter>;

export interface KalturaAppTokenFilter extends KalturaAppTokenBaseFilterFields {
  readonly objectType?: 'KalturaAppTokenFilter';
}

export interface KalturaAppTokenListResponse {
  readonly objectType?: 'KalturaAppTokenListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaAppToken[];
}

export interface KalturaAssetFields {
  /** The server sets it. */
  readonly id?: string;
  /** The server sets it. */
  readonly entryId?: string;
  /** The server sets it. */
  readonly partnerId?: number;
  /** The server sets it. */
  readonly version?: number;
  /** In kilobytes. The server sets it. */
  readonly size?: number;
  readonly tags?: string | null;
  /** Found out from the content. Taken when it is added, and not changed later. */
  readonly fileExt?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** Unix seconds. The server sets it. */
  readonly deletedAt?: number;
  /** The server sets it. */
  readonly description?: string;
  readonly partnerData?: string | null;
  readonly partnerDescription?: string | null;
  readonly actualSourceAssetParamsIds?: string | null;
  /** The server sets it. */
  readonly sizeInBytes?: number;
}
export interface KalturaAsset extends KalturaAssetFields {
  readonly objectType?: 'KalturaAsset';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaAsset =
  | KalturaAsset
  | Typed<KalturaFlavorAsset>
  | Typed<KalturaLiveAsset>
  | Typed<KalturaThumbAsset>
  | Typed<KalturaTimedThumbAsset>;

export interface KalturaAssetFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly idEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly entryIdEqual?: string | null;
  /** Comma-separated. */
  readonly entryIdIn?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly partnerIdIn?: string | null;
  /** In kilobytes. */
  readonly sizeGreaterThanOrEqual?: number | null;
  /** In kilobytes. */
  readonly sizeLessThanOrEqual?: number | null;
  /** Has this in it, in any case. */
  readonly tagsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
}
export interface KalturaAssetFilter extends KalturaAssetFilterFields {
  readonly objectType?: 'KalturaAssetFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaAssetFilter =
  | KalturaAssetFilter
  | Typed<KalturaFlavorAssetFilter>
  | Typed<KalturaThumbAssetFilter>
  | Typed<KalturaTimedThumbAssetFilter>;

export interface KalturaAssetParamsFields {
  /** The server sets it. */
  readonly id?: number;
  /** 0 where every account has it. The server sets it. */
  readonly partnerId?: number;
  /** At most 128 characters. */
  readonly name?: string | null;
  /** At most 128 characters. */
  readonly systemName?: string | null;
  /** At most 1024 characters. */
  readonly description?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Whether every account has it. The server sets it. */
  readonly isSystemDefault?: NullableBoolean;
  /** Comma-separated; “ingest” and “source” mean that the encoder sends it. At most 1024 characters. */
  readonly tags?: string | null;
  readonly mediaParserType?: KalturaMediaParserType | null;
  /** At most 1024 characters. */
  readonly sourceAssetParamsIds?: string | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaAssetParams =
  | Typed<KalturaFlavorParams>
  | Typed<KalturaDocumentFlavorParams>
  | Typed<KalturaImageFlavorParams>
  | Typed<KalturaLiveParams>
  | Typed<KalturaMediaFlavorParams>
  | Typed<KalturaPdfFlavorParams>
  | Typed<KalturaSwfFlavorParams>;

export interface KalturaAssetParamsFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Is exactly this. */
  readonly isSystemDefaultEqual?: NullableBoolean | null;
  /** Is exactly this. */
  readonly tagsEqual?: string | null;
}
export interface KalturaAssetParamsFilter extends KalturaAssetParamsFilterFields {
  readonly objectType?: 'KalturaAssetParamsFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaAssetParamsFilter =
  | KalturaAssetParamsFilter
  | Typed<KalturaFlavorParamsFilter>
  | Typed<KalturaLiveParamsFilter>;

export interface KalturaAuditTrail {
  readonly objectType?: 'KalturaAuditTrail';
  /** The server sets it. */
  readonly id?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** The same as createdAt: lines are written at once. Unix seconds. The server sets it. */
  readonly parsedAt?: number;
  /** 2 done, 3 refused or failed. The server sets it. */
  readonly status?: KalturaAuditTrailStatus;
  readonly auditObjectType?: KalturaAuditTrailObjectType | null;
  /** At most 255 characters. */
  readonly objectId?: string | null;
  /** The entry that was changed, or that what was changed belongs to. At most 255 characters. */
  readonly entryId?: string | null;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Stands in the server’s log and in the answer’s headers. The server sets it. */
  readonly requestId?: string;
  /** Whose session it was; whose login where signing in failed. The server sets it. */
  readonly userId?: string;
  /** Kaltura has no such property. Absent where there was no session. The server sets it. */
  readonly sessionType?: KalturaSessionType;
  readonly action?: KalturaAuditTrailAction | null;
  /** What has changed, property by property. */
  readonly data?: AnyKalturaAuditTrailInfo | null;
  /** 2 a call of the API, 0 the server by itself. The server sets it. */
  readonly context?: KalturaAuditTrailContext;
  /** `service::action`; `rostrum::retention` and the like where the server did it by itself. The server sets it. */
  readonly entryPoint?: string;
  /** The server sets it. */
  readonly ipAddress?: string;
  /** The server sets it. */
  readonly userAgent?: string;
  /** At most 255 characters. */
  readonly clientTag?: string | null;
  /** What people called the object at the time. At most 300 characters. */
  readonly description?: string | null;
  /** Why it was refused: the error’s code, and its sentence. The server sets it. */
  readonly errorDescription?: string;
}

export interface KalturaRelatedFilterFields extends KalturaFilterFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaRelatedFilter =
  | Typed<KalturaAuditTrailFilter>
  | Typed<KalturaBaseUserFilter>
  | Typed<KalturaUserFilter>
  | Typed<KalturaPermissionFilter>
  | Typed<KalturaPermissionItemFilter>
  | Typed<KalturaUserLoginDataFilter>
  | Typed<KalturaUserRoleFilter>;

export interface KalturaAuditTrailBaseFilterFields extends KalturaRelatedFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly parsedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly parsedAtLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaAuditTrailStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly auditObjectTypeEqual?: KalturaAuditTrailObjectType | null;
  /** Is one of these, separated by commas. */
  readonly auditObjectTypeIn?: string | null;
  /** Is exactly this. */
  readonly objectIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly objectIdIn?: string | null;
  /** Is exactly this. */
  readonly entryIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly entryIdIn?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly partnerIdIn?: string | null;
  /** Is exactly this. */
  readonly requestIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly requestIdIn?: string | null;
  /** Is exactly this. */
  readonly userIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly userIdIn?: string | null;
  /** Is exactly this. */
  readonly actionEqual?: KalturaAuditTrailAction | null;
  /** Is one of these, separated by commas. */
  readonly actionIn?: string | null;
  /** Is exactly this. */
  readonly contextEqual?: KalturaAuditTrailContext | null;
  /** Is one of these, separated by commas. */
  readonly contextIn?: string | null;
  /** Is exactly this. */
  readonly entryPointEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly entryPointIn?: string | null;
  /** Is exactly this. */
  readonly ipAddressEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly ipAddressIn?: string | null;
  /** Is exactly this. */
  readonly clientTagEqual?: string | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaAuditTrailBaseFilter =
  | Typed<KalturaAuditTrailFilter>;

export interface KalturaAuditTrailInfoFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaAuditTrailInfo =
  | Typed<KalturaAuditTrailChangeInfo>
  | Typed<KalturaAuditTrailTextInfo>;

export interface KalturaAuditTrailChangeInfo extends KalturaAuditTrailInfoFields {
  readonly objectType?: 'KalturaAuditTrailChangeInfo';
  readonly changedItems?: readonly KalturaAuditTrailChangeItem[] | null;
}

/** Secrets have no values, and long texts are cut. */
export interface KalturaAuditTrailChangeItem {
  readonly objectType?: 'KalturaAuditTrailChangeItem';
  /** The property that was changed. At most 255 characters. */
  readonly descriptor?: string | null;
  /** At most 300 characters. */
  readonly oldValue?: string | null;
  /** At most 300 characters. */
  readonly newValue?: string | null;
}

export interface KalturaAuditTrailFilter extends KalturaAuditTrailBaseFilterFields {
  readonly objectType?: 'KalturaAuditTrailFilter';
}

export interface KalturaAuditTrailListResponse {
  readonly objectType?: 'KalturaAuditTrailListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaAuditTrail[];
}

export interface KalturaAuditTrailTextInfo extends KalturaAuditTrailInfoFields {
  readonly objectType?: 'KalturaAuditTrailTextInfo';
  /** At most 300 characters. */
  readonly info?: string | null;
}

export interface KalturaBaseEntryFields {
  /** Chosen by the server: `0_` and eight letters or digits. The server sets it. */
  readonly id?: string;
  /** The title that people read. With `multiLingual_NAME`, a text for each language. */
  readonly name?: string | null;
  /** The title by language. */
  readonly multiLingual_name?: readonly KalturaMultiLingualString[] | null;
  /** What it is about, for people. With `multiLingual_NAME`, a text for each language. */
  readonly description?: string | null;
  /** The description by language. */
  readonly multiLingual_description?: readonly KalturaMultiLingualString[] | null;
  /** The account that it belongs to. The server sets it. */
  readonly partnerId?: number;
  /** Who owns it; the session’s user where it is not sent. At most 100 characters. */
  readonly userId?: string | null;
  /** Who made it; the session’s user where it is not sent. Taken when it is added, and not changed later. At most 100 characters. */
  readonly creatorId?: string | null;
  /** Words to find it by, separated by commas. With `multiLingual_NAME`, a text for each language. */
  readonly tags?: string | null;
  /** The tags by language. */
  readonly multiLingual_tags?: readonly KalturaMultiLingualString[] | null;
  /** Words for the account’s own use, separated by commas. For admin sessions. */
  readonly adminTags?: string | null;
  /** Full names of its categories, separated by commas. */
  readonly categories?: string | null;
  /** Ids of its categories, separated by commas. */
  readonly categoriesIds?: string | null;
  /** Whether it can be used; a live stream is ready (2) from the start. The server sets it. */
  readonly status?: KalturaEntryStatus;
  /** What moderators have decided. The server sets it. */
  readonly moderationStatus?: KalturaEntryModerationStatus;
  /** How many flags wait for a moderator. The server sets it. */
  readonly moderationCount?: number;
  /** Which kind of entry it is; 7 for a live stream. */
  readonly type?: KalturaEntryType | null;
  /** When it was made. Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** When it was last changed. Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** The server sets it. */
  readonly rank?: number;
  /** The server sets it. */
  readonly totalRank?: number;
  /** The server sets it. */
  readonly votes?: number;
  readonly groupId?: number | null;
  /** A text of your own, which the server does not read. */
  readonly partnerData?: string | null;
  /** The server sets it. */
  readonly downloadUrl?: string;
  /** The server sets it. */
  readonly searchText?: string;
  /** Under which licence its content is; the server does not act on it. */
  readonly licenseType?: KalturaLicenseType | null;
  /** The server sets it. */
  readonly version?: number;
  /** The address of a picture of it. The server sets it. */
  readonly thumbnailUrl?: string;
  /** Its access control profile; the account’s default where it is not sent. */
  readonly accessControlId?: number | null;
  /** When it is planned to begin; -1 clears it. Unix seconds. */
  readonly startDate?: number | null;
  /** When it is planned to end; -1 clears it. Unix seconds. */
  readonly endDate?: number | null;
  /** An id of your own to find it by. At least 2 characters. */
  readonly referenceId?: string | null;
  /** The server sets it. */
  readonly replacingEntryId?: string;
  /** The server sets it. */
  readonly replacedEntryId?: string;
  /** The server sets it. */
  readonly replacementStatus?: KalturaEntryReplacementStatus;
  /** A number of your own to order by. */
  readonly partnerSortValue?: number | null;
  /** The profile that says which renditions there are; the account’s default where it is not sent. */
  readonly conversionProfileId?: number | null;
  /** The entry that players are sent to in its place, such as its recording. */
  readonly redirectEntryId?: string | null;
  /** The entry that it was made from; its own id where there is none. The server sets it. */
  readonly rootEntryId?: string;
  /** The entry that it belongs to. */
  readonly parentEntryId?: string | null;
  readonly operationAttributes?: readonly AnyKalturaOperationAttributes[] | null;
  /** Users who may change it, separated by commas. */
  readonly entitledUsersEdit?: string | null;
  /** Users who may present in it, separated by commas. */
  readonly entitledUsersPublish?: string | null;
  /** Users who may watch it whatever its categories say, separated by commas. */
  readonly entitledUsersView?: string | null;
  /** The server sets it. */
  readonly capabilities?: string;
  /** The entry whose properties it begins with. Taken when it is added, and not changed later. */
  readonly templateEntryId?: string | null;
  /** Whether lists show it: -1 hides it. */
  readonly displayInSearch?: KalturaEntryDisplayInSearchType | null;
  /** Taken when it is added, and not changed later. */
  readonly application?: KalturaEntryApplication | null;
  /** Taken when it is added, and not changed later. */
  readonly applicationVersion?: string | null;
  readonly blockAutoTranscript?: boolean | null;
  /** The server sets it. */
  readonly defaultLanguage?: string;
  /** The server sets it. */
  readonly responseLanguage?: string;
}
/** What is common to everything that has a page of its own: live streams, videos, pictures. */
export interface KalturaBaseEntry extends KalturaBaseEntryFields {
  readonly objectType?: 'KalturaBaseEntry';
}
/** What is common to everything that has a page of its own: live streams, videos, pictures. Of this type, or of one that extends it. */
export type AnyKalturaBaseEntry =
  | KalturaBaseEntry
  | Typed<KalturaDocumentEntry>
  | Typed<KalturaPlayableEntry>
  | Typed<KalturaMediaEntry>
  | Typed<KalturaLiveStreamEntry>;

export interface KalturaBaseEntryCloneOptionItemFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaBaseEntryCloneOptionItem =
  | Typed<KalturaBaseEntryCloneOptionComponent>;

export interface KalturaBaseEntryCloneOptionComponent extends KalturaBaseEntryCloneOptionItemFields {
  readonly objectType?: 'KalturaBaseEntryCloneOptionComponent';
  readonly itemType?: KalturaBaseEntryCloneOptions | null;
  readonly rule?: KalturaCloneComponentSelectorType | null;
}

export interface KalturaBaseEntryFilterFields extends KalturaFilterFields {
  /** Also finds hidden entries, and those that are not ready. */
  readonly idEqual?: string | null;
  /** Also finds hidden entries. Separated by commas. */
  readonly idIn?: string | null;
  /** Separated by commas. */
  readonly idNotIn?: string | null;
  /** Has this in it, in any case. */
  readonly nameLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly nameMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly nameMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly nameEqual?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly partnerIdIn?: string | null;
  /** Is exactly this. */
  readonly userIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly userIdIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly userIdNotIn?: string | null;
  /** Is exactly this. */
  readonly creatorIdEqual?: string | null;
  /** Has this in it, in any case. */
  readonly tagsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Has this in it, in any case. */
  readonly adminTagsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly adminTagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly adminTagsMultiLikeAnd?: string | null;
  /** Without a status, entries that are ready. */
  readonly statusEqual?: KalturaEntryStatus | null;
  /** Is anything but this. */
  readonly statusNotEqual?: KalturaEntryStatus | null;
  /** Separated by commas. */
  readonly statusIn?: string | null;
  /** Separated by commas. */
  readonly statusNotIn?: string | null;
  /** Without one, entries that are neither rejected nor waiting for a moderator. */
  readonly moderationStatusEqual?: KalturaEntryModerationStatus | null;
  /** Is anything but this. */
  readonly moderationStatusNotEqual?: KalturaEntryModerationStatus | null;
  /** Separated by commas. */
  readonly moderationStatusIn?: string | null;
  /** Separated by commas. */
  readonly moderationStatusNotIn?: string | null;
  /** Is exactly this. */
  readonly typeEqual?: KalturaEntryType | null;
  /** Separated by commas. */
  readonly typeIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is at most this. */
  readonly rankLessThanOrEqual?: number | null;
  /** Is at least this. */
  readonly rankGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly totalRankLessThanOrEqual?: number | null;
  /** Is at least this. */
  readonly totalRankGreaterThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly groupIdEqual?: number | null;
  /** Texts that all occur in it. Separated by commas. */
  readonly searchTextMatchAnd?: string | null;
  /** Texts of which one occurs in it. Separated by commas. */
  readonly searchTextMatchOr?: string | null;
  /** Is exactly this. */
  readonly accessControlIdEqual?: number | null;
  /** Separated by commas. */
  readonly accessControlIdIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly startDateGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly startDateLessThanOrEqual?: number | null;
  /** Is at least this, or has no value. Unix seconds. */
  readonly startDateGreaterThanOrEqualOrNull?: number | null;
  /** Is at most this, or has no value. Unix seconds. */
  readonly startDateLessThanOrEqualOrNull?: number | null;
  /** Is at least this. Unix seconds. */
  readonly endDateGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly endDateLessThanOrEqual?: number | null;
  /** Is at least this, or has no value. Unix seconds. */
  readonly endDateGreaterThanOrEqualOrNull?: number | null;
  /** Is at most this, or has no value. Unix seconds. */
  readonly endDateLessThanOrEqualOrNull?: number | null;
  /** Is exactly this. */
  readonly referenceIdEqual?: string | null;
  /** Separated by commas. */
  readonly referenceIdIn?: string | null;
  /** Is exactly this. */
  readonly replacingEntryIdEqual?: string | null;
  /** Separated by commas. */
  readonly replacingEntryIdIn?: string | null;
  /** Is exactly this. */
  readonly replacedEntryIdEqual?: string | null;
  /** Separated by commas. */
  readonly replacedEntryIdIn?: string | null;
  /** Is exactly this. */
  readonly replacementStatusEqual?: KalturaEntryReplacementStatus | null;
  /** Separated by commas. */
  readonly replacementStatusIn?: string | null;
  /** Is at least this. */
  readonly partnerSortValueGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly partnerSortValueLessThanOrEqual?: number | null;
  /** The recordings of a live stream, hidden ones too; not the live stream itself. */
  readonly rootEntryIdEqual?: string | null;
  /** Separated by commas. */
  readonly rootEntryIdIn?: string | null;
  /** Also finds hidden entries. */
  readonly parentEntryIdEqual?: string | null;
  /** User ids that are all listed. Separated by commas. */
  readonly entitledUsersEditMatchAnd?: string | null;
  /** User ids of which one is listed. Separated by commas. */
  readonly entitledUsersEditMatchOr?: string | null;
  /** Separated by commas. */
  readonly entitledUsersPublishMatchAnd?: string | null;
  /** Separated by commas. */
  readonly entitledUsersPublishMatchOr?: string | null;
  /** Separated by commas. */
  readonly entitledUsersViewMatchAnd?: string | null;
  /** Separated by commas. */
  readonly entitledUsersViewMatchOr?: string | null;
  /** In tags or name. */
  readonly tagsNameMultiLikeOr?: string | null;
  /** In tags or adminTags. */
  readonly tagsAdminTagsMultiLikeOr?: string | null;
  /** In tags, adminTags or name. */
  readonly tagsAdminTagsNameMultiLikeOr?: string | null;
  /** Each in tags or name. */
  readonly tagsNameMultiLikeAnd?: string | null;
  /** Each in tags or adminTags. */
  readonly tagsAdminTagsMultiLikeAnd?: string | null;
  /** Each in tags, adminTags or name. */
  readonly tagsAdminTagsNameMultiLikeAnd?: string | null;
  /** Full names of categories that it is all in. Separated by commas. */
  readonly categoriesMatchAnd?: string | null;
  /** Full names of categories of which it is in one. Separated by commas. */
  readonly categoriesMatchOr?: string | null;
  /** Separated by commas. */
  readonly categoriesNotContains?: string | null;
  /** Separated by commas. */
  readonly categoriesFullNameIn?: string | null;
  /** Ids of categories that it is all in. Separated by commas. */
  readonly categoriesIdsMatchAnd?: string | null;
  /** Ids of categories of which it is in one. Separated by commas. */
  readonly categoriesIdsMatchOr?: string | null;
  /** Separated by commas. */
  readonly categoriesIdsNotContains?: string | null;
  /** Whether it is in no category. */
  readonly categoriesIdsEmpty?: NullableBoolean | null;
  /** Ids of categories: it is in one of them, or in one below. Separated by commas. */
  readonly categoryAncestorIdIn?: string | null;
  /** Without one, entries that are neither hidden nor in the recycle bin. */
  readonly displayInSearchEqual?: KalturaEntryDisplayInSearchType | null;
  /** Separated by commas. */
  readonly displayInSearchIn?: string | null;
  /** Words that all occur in id, name, description or tags; a phrase in double quotes; alternatives separated by commas. */
  readonly freeText?: string | null;
  /** Has this in it, in any case. */
  readonly descriptionLike?: string | null;
  /** Whether it is no recording of another entry. */
  readonly isRoot?: NullableBoolean | null;
  /** The entry that viewers of this one are sent to, or this one where there is none. */
  readonly redirectFromEntryId?: string | null;
  /** Is exactly this. */
  readonly conversionProfileIdEqual?: number | null;
}
export interface KalturaBaseEntryFilter extends KalturaBaseEntryFilterFields {
  readonly objectType?: 'KalturaBaseEntryFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaBaseEntryFilter =
  | KalturaBaseEntryFilter
  | Typed<KalturaDocumentEntryFilter>
  | Typed<KalturaPlayableEntryFilter>
  | Typed<KalturaMediaEntryFilter>
  | Typed<KalturaLiveEntryFilter>
  | Typed<KalturaLiveStreamEntryFilter>;

export interface KalturaBaseEntryListResponse {
  readonly objectType?: 'KalturaBaseEntryListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaBaseEntry[];
}

export interface KalturaScheduleEventFields {
  /** The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Of an occurrence: the event that repeats. The server sets it. */
  readonly parentId?: number;
  /** 1 to 256 characters. */
  readonly summary?: string | null;
  /** At most 65535 characters. */
  readonly description?: string | null;
  /** The server sets it. */
  readonly status?: KalturaScheduleEventStatus;
  /** Unix seconds. */
  readonly startDate?: number | null;
  /** Of an event that repeats: the end of its first time. Unix seconds. */
  readonly endDate?: number | null;
  /** At most 256 characters. */
  readonly referenceId?: string | null;
  /** Kept; it moves nothing. */
  readonly linkedTo?: KalturaLinkedScheduleEvent | null;
  /** At most 1000 characters. */
  readonly linkedBy?: string | null;
  /** What is not public is shown only to those who may change it. */
  readonly classificationType?: KalturaScheduleEventClassificationType | null;
  readonly geoLatitude?: number | null;
  readonly geoLongitude?: number | null;
  /** At most 256 characters. */
  readonly location?: string | null;
  /** At most 256 characters. */
  readonly organizer?: string | null;
  /** The session’s user when left out. At most 100 characters. */
  readonly ownerId?: string | null;
  /** 0 to 9. */
  readonly priority?: number | null;
  /** Grows with every change. At least 0. */
  readonly sequence?: number | null;
  /** Occurrences (2) are made by the server. */
  readonly recurrenceType?: KalturaScheduleEventRecurrenceType | null;
  /** Seconds, in place of endDate. At least 0. */
  readonly duration?: number | null;
  /** At most 1024 characters. */
  readonly contact?: string | null;
  /** At most 1024 characters. */
  readonly comment?: string | null;
  /** At most 1000 characters. */
  readonly tags?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  readonly recurrence?: KalturaScheduleEventRecurrence | null;
}
/** Something that is planned. Of this type, or of one that extends it. */
export type AnyKalturaScheduleEvent =
  | Typed<KalturaLiveRedirectScheduleEvent>
  | Typed<KalturaLiveStreamScheduleEvent>
  | Typed<KalturaMeetingScheduleEvent>
  | Typed<KalturaRecordScheduleEvent>
  | Typed<KalturaVodScheduleEvent>
  | Typed<KalturaBlackoutScheduleEvent>;

export interface KalturaEntryScheduleEventFields extends KalturaScheduleEventFields {
  /** The entry that it is an event of. */
  readonly templateEntryId?: string | null;
  /** Entries, separated by commas. At most 1000 characters. */
  readonly entryIds?: string | null;
  /** Categories, separated by commas. At most 1000 characters. */
  readonly categoryIds?: string | null;
  /** Active blackouts of the account at the same time; answered by get, add and update. The server sets it. */
  readonly blackoutConflicts?: readonly AnyKalturaScheduleEvent[];
}
/** Of this type, or of one that extends it. */
export type AnyKalturaEntryScheduleEvent =
  | Typed<KalturaLiveRedirectScheduleEvent>
  | Typed<KalturaLiveStreamScheduleEvent>
  | Typed<KalturaMeetingScheduleEvent>
  | Typed<KalturaRecordScheduleEvent>
  | Typed<KalturaVodScheduleEvent>;

export interface KalturaBaseLiveScheduleEventFields extends KalturaEntryScheduleEventFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaBaseLiveScheduleEvent =
  | Typed<KalturaLiveRedirectScheduleEvent>
  | Typed<KalturaLiveStreamScheduleEvent>;

export interface KalturaBaseResponseProfileFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaBaseResponseProfile =
  | Typed<KalturaDetachedResponseProfile>
  | Typed<KalturaResponseProfile>
  | Typed<KalturaResponseProfileHolder>;

export interface KalturaBaseUserFields {
  /** At most 100 characters. */
  readonly id?: string | null;
  /** The server sets it. */
  readonly partnerId?: number;
  /** At most 200 characters. */
  readonly screenName?: string | null;
  /** At most 200 characters. */
  readonly fullName?: string | null;
  /** At most 200 characters. */
  readonly email?: string | null;
  /** At most 200 characters. */
  readonly country?: string | null;
  /** At most 200 characters. */
  readonly state?: string | null;
  /** At most 200 characters. */
  readonly city?: string | null;
  /** At most 200 characters. */
  readonly zip?: string | null;
  /** At most 8192 characters. */
  readonly thumbnailUrl?: string | null;
  /** At most 8192 characters. */
  readonly description?: string | null;
  /** At most 8192 characters. */
  readonly tags?: string | null;
  /** At most 8192 characters. */
  readonly adminTags?: string | null;
  readonly status?: KalturaUserStatus | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** At most 8192 characters. */
  readonly partnerData?: string | null;
  readonly indexedPartnerDataInt?: number | null;
  /** At most 200 characters. */
  readonly indexedPartnerDataString?: string | null;
  /** The server sets it. */
  readonly storageSize?: number;
  /** A language code: `en`, `de`, `pt_br`. At most 10 characters. */
  readonly language?: string | null;
  /** Unix seconds of the last sign-in with a password. The server sets it. */
  readonly lastLoginTime?: number;
  /** The server sets it. */
  readonly statusUpdatedAt?: number;
  /** Unix seconds. The server sets it. */
  readonly deletedAt?: number;
  readonly userMode?: KalturaUserMode | null;
}
export interface KalturaBaseUser extends KalturaBaseUserFields {
  readonly objectType?: 'KalturaBaseUser';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaBaseUser =
  | KalturaBaseUser
  | Typed<KalturaUser>;

export interface KalturaBaseUserBaseFilterFields extends KalturaRelatedFilterFields {
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Has this in it, in any case. */
  readonly screenNameLike?: string | null;
  /** Begins with this. */
  readonly screenNameStartsWith?: string | null;
  /** Has this in it, in any case. */
  readonly emailLike?: string | null;
  /** Begins with this. */
  readonly emailStartsWith?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaUserStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaBaseUserBaseFilter =
  | Typed<KalturaBaseUserFilter>
  | Typed<KalturaUserFilter>;

export interface KalturaBaseUserFilterFields extends KalturaBaseUserBaseFilterFields {}
export interface KalturaBaseUserFilter extends KalturaBaseUserFilterFields {
  readonly objectType?: 'KalturaBaseUserFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaBaseUserFilter =
  | KalturaBaseUserFilter
  | Typed<KalturaUserFilter>;

/** What an application tells about an object. */
export interface KalturaBeacon {
  readonly objectType?: 'KalturaBeacon';
  /** The server sets it. */
  readonly id?: string;
  /** `State` or `Log`. The server sets it. */
  readonly indexType?: string;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** 4 for an entry. */
  readonly relatedObjectType?: KalturaBeaconObjectTypes | null;
  /** A word of the application’s own. At most 128 characters. */
  readonly eventType?: string | null;
  /** Of the entry, server or resource. At most 128 characters. */
  readonly objectId?: string | null;
  /** Shown to those who may change all entries only. At most 32768 characters. */
  readonly privateData?: string | null;
  /** At most 32768 characters. */
  readonly rawData?: string | null;
}

export interface KalturaBeaconFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaBeaconFilter';
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly relatedObjectTypeIn?: string | null;
  /** Is exactly this. */
  readonly relatedObjectTypeEqual?: KalturaBeaconObjectTypes | null;
  /** Is one of these, separated by commas. */
  readonly eventTypeIn?: string | null;
  /** Ids, separated by commas. */
  readonly objectIdIn?: string | null;
  /** Both where it is left out. */
  readonly indexTypeEqual?: KalturaBeaconIndexType | null;
}

export interface KalturaBeaconListResponse {
  readonly objectType?: 'KalturaBeaconListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaBeacon[];
}

/** A time at which nothing should be planned; getConflicts tells of it. */
export interface KalturaBlackoutScheduleEvent extends KalturaScheduleEventFields {
  readonly objectType?: 'KalturaBlackoutScheduleEvent';
}

export interface KalturaScheduleEventFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly idNotIn?: string | null;
  /** Is exactly this. */
  readonly parentIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly parentIdIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly parentIdNotIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaScheduleEventStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly startDateGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly startDateLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly endDateGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly endDateLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly referenceIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly referenceIdIn?: string | null;
  /** Is exactly this. */
  readonly ownerIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly ownerIdIn?: string | null;
  /** Is exactly this. */
  readonly priorityEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly priorityIn?: string | null;
  /** Is at least this. */
  readonly priorityGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly priorityLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly recurrenceTypeEqual?: KalturaScheduleEventRecurrenceType | null;
  /** Is one of these, separated by commas. */
  readonly recurrenceTypeIn?: string | null;
  /** Has this in it, in any case. */
  readonly tagsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** A resource of the event, or of what it repeats. */
  readonly resourceIdsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly resourceIdsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly resourceIdsMultiLikeAnd?: string | null;
  /** The parent of one of its resources. */
  readonly parentResourceIdsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly parentResourceIdsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly parentResourceIdsMultiLikeAnd?: string | null;
  /** A category of its entry. */
  readonly templateEntryCategoriesIdsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly templateEntryCategoriesIdsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly templateEntryCategoriesIdsMultiLikeAnd?: string | null;
  /** Has this in it, in any case. */
  readonly resourceSystemNamesLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly resourceSystemNamesMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly resourceSystemNamesMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly resourceIdEqual?: string | null;
}
export interface KalturaScheduleEventFilter extends KalturaScheduleEventFilterFields {
  readonly objectType?: 'KalturaScheduleEventFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaScheduleEventFilter =
  | KalturaScheduleEventFilter
  | Typed<KalturaBlackoutScheduleEventFilter>
  | Typed<KalturaEntryScheduleEventFilter>
  | Typed<KalturaLiveRedirectScheduleEventFilter>
  | Typed<KalturaLiveStreamScheduleEventFilter>
  | Typed<KalturaMeetingScheduleEventFilter>
  | Typed<KalturaRecordScheduleEventFilter>
  | Typed<KalturaVodScheduleEventFilter>;

export interface KalturaBlackoutScheduleEventFilter extends KalturaScheduleEventFilterFields {
  readonly objectType?: 'KalturaBlackoutScheduleEventFilter';
}

export interface KalturaScheduleResourceFields {
  /** The server sets it. */
  readonly id?: number;
  /** The resource that it is a part of. */
  readonly parentId?: number | null;
  /** The server sets it. */
  readonly partnerId?: number;
  /** 1 to 256 characters. */
  readonly name?: string | null;
  /** 1 to 256 characters. */
  readonly systemName?: string | null;
  /** At most 4096 characters. */
  readonly description?: string | null;
  /** The server sets it. */
  readonly status?: KalturaScheduleResourceStatus;
  /** At most 1000 characters. */
  readonly tags?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
}
/** Something that only one event can have at a time. Of this type, or of one that extends it. */
export type AnyKalturaScheduleResource =
  | Typed<KalturaCameraScheduleResource>
  | Typed<KalturaLiveEntryScheduleResource>
  | Typed<KalturaLocationScheduleResource>;

export interface KalturaCameraScheduleResource extends KalturaScheduleResourceFields {
  readonly objectType?: 'KalturaCameraScheduleResource';
  /** At most 1024 characters. */
  readonly streamUrl?: string | null;
}

export interface KalturaScheduleResourceFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly idNotIn?: string | null;
  /** Is exactly this. */
  readonly parentIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly parentIdIn?: string | null;
  /** Is exactly this. */
  readonly nameEqual?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaScheduleResourceStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Has this in it, in any case. */
  readonly tagsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
}
export interface KalturaScheduleResourceFilter extends KalturaScheduleResourceFilterFields {
  readonly objectType?: 'KalturaScheduleResourceFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaScheduleResourceFilter =
  | KalturaScheduleResourceFilter
  | Typed<KalturaCameraScheduleResourceFilter>
  | Typed<KalturaLiveEntryScheduleResourceFilter>
  | Typed<KalturaLocationScheduleResourceFilter>;

export interface KalturaCameraScheduleResourceFilter extends KalturaScheduleResourceFilterFields {
  readonly objectType?: 'KalturaCameraScheduleResourceFilter';
}

export interface KalturaCaptionPlaybackPluginData {
  readonly objectType?: 'KalturaCaptionPlaybackPluginData';
  /** The server sets it. */
  readonly label?: string;
  /** The server sets it. */
  readonly format?: string;
  /** The server sets it. */
  readonly language?: string;
  /** The server sets it. */
  readonly webVttUrl?: string;
  /** The server sets it. */
  readonly url?: string;
  /** The server sets it. */
  readonly isDefault?: boolean;
  /** The server sets it. */
  readonly languageCode?: string;
}

export interface KalturaCategory {
  readonly objectType?: 'KalturaCategory';
  /** The server sets it. */
  readonly id?: number;
  /** The category above; 0 at the top. At least 0. */
  readonly parentId?: number | null;
  /** How many categories are above; 0 at the top. The server sets it. */
  readonly depth?: number;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Without the characters > < and comma. At most 60 characters. */
  readonly name?: string | null;
  /** The names from the top down, joined by >. The server sets it. */
  readonly fullName?: string;
  /** The ids from the top down, joined by >. The server sets it. */
  readonly fullIds?: string;
  /** Entries in it and in the categories below. The server sets it. */
  readonly entriesCount?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** At most 20000 characters. */
  readonly description?: string | null;
  /** At most 4000 characters. */
  readonly tags?: string | null;
  /** Whether users who are asked for their entitlement find it when they are not members. */
  readonly appearInList?: KalturaAppearInListType | null;
  /** Who may watch what is in it. For sessions with the permission for it. */
  readonly privacy?: KalturaPrivacyType | null;
  /** INHERIT: it has the members, the owner and the default level of the one above. For sessions with the permission for it. */
  readonly inheritanceType?: KalturaInheritanceType | null;
  /** The server sets it. */
  readonly userJoinPolicy?: KalturaUserJoinPolicyType;
  /** The level of members who are added without one. For sessions with the permission for it. */
  readonly defaultPermissionLevel?: KalturaCategoryUserPermissionLevel | null;
  /** A user id; the owner is a manager. For sessions with the permission for it. At most 100 characters. */
  readonly owner?: string | null;
  /** The server sets it. */
  readonly directEntriesCount?: number;
  /** At most 512 characters. */
  readonly referenceId?: string | null;
  /** Whose entries may be put into it. For sessions with the permission for it. */
  readonly contributionPolicy?: KalturaContributionPolicyType | null;
  /** The server sets it. */
  readonly membersCount?: number;
  /** The server sets it. */
  readonly pendingMembersCount?: number;
  /** Makes privacy count, for it and for the categories below. Several are separated by commas. For sessions with the permission for it. At most 255 characters. */
  readonly privacyContext?: string | null;
  /** Its own contexts and those from above. The server sets it. */
  readonly privacyContexts?: string;
  /** The server sets it. */
  readonly status?: KalturaCategoryStatus;
  /** Whose members it has, where it inherits them. The server sets it. */
  readonly inheritedParentId?: number;
  readonly partnerSortValue?: number | null;
  /** At most 20000 characters. */
  readonly partnerData?: string | null;
  readonly defaultOrderBy?: KalturaCategoryOrderBy | null;
  /** The server sets it. */
  readonly directSubCategoriesCount?: number;
  /** Entries wait for a moderator, in sessions with the privilege enablecategorymoderation. */
  readonly moderation?: NullableBoolean | null;
  /** The server sets it. */
  readonly pendingEntriesCount?: number;
  /** For admin sessions. At most 4000 characters. */
  readonly adminTags?: string | null;
}

export interface KalturaCategoryEntry {
  readonly objectType?: 'KalturaCategoryEntry';
  readonly categoryId?: number | null;
  readonly entryId?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** The server sets it. */
  readonly categoryFullIds?: string;
  /** The server sets it. */
  readonly status?: KalturaCategoryEntryStatus;
  /** The server sets it. */
  readonly creatorUserId?: string;
}

export interface KalturaCategoryEntryFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaCategoryEntryFilter';
  /** Is exactly this. */
  readonly categoryIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly categoryIdIn?: string | null;
  /** Is exactly this. */
  readonly entryIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly entryIdIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Begins with this. */
  readonly categoryFullIdsStartsWith?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaCategoryEntryStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly creatorUserIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly creatorUserIdIn?: string | null;
}

export interface KalturaCategoryEntryListResponse {
  readonly objectType?: 'KalturaCategoryEntryListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaCategoryEntry[];
}

export interface KalturaCategoryFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaCategoryFilter';
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly idNotIn?: string | null;
  /** Is exactly this. */
  readonly parentIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly parentIdIn?: string | null;
  /** Is exactly this. */
  readonly depthEqual?: number | null;
  /** Is exactly this. */
  readonly fullNameEqual?: string | null;
  /** Begins with this. */
  readonly fullNameStartsWith?: string | null;
  /** Is one of these, separated by commas. */
  readonly fullNameIn?: string | null;
  /** Is one of these, separated by commas. */
  readonly fullNameStartsWithIn?: string | null;
  /** Is exactly this. */
  readonly fullIdsEqual?: string | null;
  /** Begins with this. */
  readonly fullIdsStartsWith?: string | null;
  /** Full ids, comma-separated: these categories and those below. */
  readonly fullIdsMatchOr?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Has this in it, in any case. */
  readonly tagsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly appearInListEqual?: KalturaAppearInListType | null;
  /** Is exactly this. */
  readonly privacyEqual?: KalturaPrivacyType | null;
  /** Is one of these, separated by commas. */
  readonly privacyIn?: string | null;
  /** Is exactly this. */
  readonly inheritanceTypeEqual?: KalturaInheritanceType | null;
  /** Is one of these, separated by commas. */
  readonly inheritanceTypeIn?: string | null;
  /** Is exactly this. */
  readonly referenceIdEqual?: string | null;
  readonly referenceIdEmpty?: NullableBoolean | null;
  /** Is exactly this. */
  readonly contributionPolicyEqual?: KalturaContributionPolicyType | null;
  /** Is at least this. */
  readonly membersCountGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly membersCountLessThanOrEqual?: number | null;
  /** Is at least this. */
  readonly pendingMembersCountGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly pendingMembersCountLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly privacyContextEqual?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaCategoryStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly inheritedParentIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly inheritedParentIdIn?: string | null;
  /** Is at least this. */
  readonly partnerSortValueGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly partnerSortValueLessThanOrEqual?: number | null;
  /** A part of the full name, tags, description or reference id. */
  readonly freeText?: string | null;
  /** User ids: categories that one of them is a member of. */
  readonly membersIn?: string | null;
  /** Is exactly this. */
  readonly memberEqual?: string | null;
  /** Is exactly this. */
  readonly managerEqual?: string | null;
  /** Begins with this. */
  readonly nameOrReferenceIdStartsWith?: string | null;
  /** Ids: the categories below these. */
  readonly ancestorIdIn?: string | null;
  /** Is one of these, separated by commas. */
  readonly idOrInheritedParentIdIn?: string | null;
}

export interface KalturaCategoryListResponse {
  readonly objectType?: 'KalturaCategoryListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaCategory[];
}

export interface KalturaCategoryUser {
  readonly objectType?: 'KalturaCategoryUser';
  /** Taken when it is added, and not changed later. */
  readonly categoryId?: number | null;
  /** Taken when it is added, and not changed later. At most 100 characters. */
  readonly userId?: string | null;
  /** The server sets it. */
  readonly partnerId?: number;
  readonly permissionLevel?: KalturaCategoryUserPermissionLevel | null;
  /** The server sets it. */
  readonly status?: KalturaCategoryUserStatus;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  readonly updateMethod?: KalturaUpdateMethodType | null;
  /** The server sets it. */
  readonly categoryFullIds?: string;
  /** Of CATEGORY_EDIT, CATEGORY_MODERATE, CATEGORY_CONTRIBUTE, CATEGORY_VIEW; comma-separated. */
  readonly permissionNames?: string | null;
}

export interface KalturaCategoryUserFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaCategoryUserFilter';
  /** Is exactly this. */
  readonly categoryIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly categoryIdIn?: string | null;
  /** Is exactly this. */
  readonly userIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly userIdIn?: string | null;
  /** Is exactly this. */
  readonly permissionLevelEqual?: KalturaCategoryUserPermissionLevel | null;
  /** Is one of these, separated by commas. */
  readonly permissionLevelIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaCategoryUserStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly updateMethodEqual?: KalturaUpdateMethodType | null;
  /** Is one of these, separated by commas. */
  readonly updateMethodIn?: string | null;
  /** Begins with this. */
  readonly categoryFullIdsStartsWith?: string | null;
  /** Is exactly this. */
  readonly categoryFullIdsEqual?: string | null;
  readonly permissionNamesMatchAnd?: string | null;
  readonly permissionNamesMatchOr?: string | null;
  readonly permissionNamesNotContains?: string | null;
  /** Only its own members, also where it has those of the category above. */
  readonly categoryDirectMembers?: boolean | null;
  /** A part of the user id. */
  readonly freeText?: string | null;
}

export interface KalturaCategoryUserListResponse {
  readonly objectType?: 'KalturaCategoryUserListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaCategoryUser[];
}

export interface KalturaOperationAttributesFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaOperationAttributes =
  | Typed<KalturaClipAttributes>;

/** A part that is kept. Cut at whole segments, those that hold both moments stay. */
export interface KalturaClipAttributes extends KalturaOperationAttributesFields {
  readonly objectType?: 'KalturaClipAttributes';
  /** Where the part begins, ms; 0 where it is left out. */
  readonly offset?: number | null;
  /** How long it is, ms; up to the end where it is left out. */
  readonly duration?: number | null;
  /** Not offered: recordings are not made anew. */
  readonly effectArray?: readonly KalturaEffect[] | null;
}

/** What a program tells the page: polls, views, settings of questions. */
export interface KalturaCodeCuePoint extends KalturaCuePointFields {
  readonly objectType?: 'KalturaCodeCuePoint';
  /** At most 16384 characters. */
  readonly code?: string | null;
  /** At most 16384 characters. */
  readonly description?: string | null;
  /** In ms; not before startTime. */
  readonly endTime?: number | null;
  /** From startTime to endTime, in ms. The server sets it. */
  readonly duration?: number;
}

export interface KalturaCodeCuePointFilter extends KalturaCuePointFilterFields {
  readonly objectType?: 'KalturaCodeCuePointFilter';
  /** Has this in it, in any case. */
  readonly codeLike?: string | null;
  /** Separated by commas. */
  readonly codeMultiLikeOr?: string | null;
  /** Separated by commas. */
  readonly codeMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly codeEqual?: string | null;
  /** Separated by commas. */
  readonly codeIn?: string | null;
  /** Has this in it, in any case. */
  readonly descriptionLike?: string | null;
  /** Separated by commas. */
  readonly descriptionMultiLikeOr?: string | null;
  /** Separated by commas. */
  readonly descriptionMultiLikeAnd?: string | null;
  /** Is at least this. */
  readonly endTimeGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly endTimeLessThanOrEqual?: number | null;
  /** Is at least this. */
  readonly durationGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly durationLessThanOrEqual?: number | null;
}

export interface KalturaResourceFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaResource =
  | Typed<KalturaUploadedFileTokenResource>
  | Typed<KalturaEntryResource>
  | Typed<KalturaOperationResource>
  | Typed<KalturaUrlResource>;

export interface KalturaContentResourceFields extends KalturaResourceFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaContentResource =
  | Typed<KalturaUploadedFileTokenResource>
  | Typed<KalturaEntryResource>
  | Typed<KalturaOperationResource>
  | Typed<KalturaUrlResource>;

export interface KalturaContextDataResultFields {
  /** The server sets it. */
  readonly messages?: readonly KalturaString[];
  /** The server sets it. */
  readonly actions?: readonly AnyKalturaRuleAction[];
}
export interface KalturaContextDataResult extends KalturaContextDataResultFields {
  readonly objectType?: 'KalturaContextDataResult';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaContextDataResult =
  | KalturaContextDataResult
  | Typed<KalturaEntryContextDataResult>;

/** Which renditions are made of what comes in, or passed on as they come. */
export interface KalturaConversionProfile {
  readonly objectType?: 'KalturaConversionProfile';
  /** The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly partnerId?: number;
  /** A disabled profile stays with the entries that have it, and no other entry gets it. */
  readonly status?: KalturaConversionProfileStatus | null;
  /** 1 for uploaded media and documents, 2 for live streams. Taken when it is added, and not changed later. */
  readonly type?: KalturaConversionProfileType | null;
  /** At most 128 characters. */
  readonly name?: string | null;
  /** Once in an account. At most 128 characters. */
  readonly systemName?: string | null;
  /** At most 1024 characters. */
  readonly tags?: string | null;
  /** At most 1024 characters. */
  readonly description?: string | null;
  /** At most 32 characters. */
  readonly defaultEntryId?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Comma-separated ids of flavors, the account’s own or those of every account. At most 1024 characters. */
  readonly flavorParamsIds?: string | null;
  /** True makes it the default of its type; false changes nothing. */
  readonly isDefault?: NullableBoolean | null;
  /** The server sets it. */
  readonly isPartnerDefault?: boolean;
  readonly cropDimensions?: KalturaCropDimensions | null;
  readonly clipStart?: number | null;
  readonly clipDuration?: number | null;
  /** At most 16384 characters. */
  readonly xslTransformation?: string | null;
  readonly storageProfileId?: number | null;
  readonly mediaParserType?: KalturaMediaParserType | null;
  readonly calculateComplexity?: NullableBoolean | null;
  /** At most 1024 characters. */
  readonly collectionTags?: string | null;
  /** At most 16384 characters. */
  readonly conditionalProfiles?: string | null;
  readonly detectGOP?: number | null;
  /** At most 16384 characters. */
  readonly mediaInfoXslTransformation?: string | null;
  /** At most 64 characters. */
  readonly defaultAudioLang?: string | null;
  /** At most 128 characters. */
  readonly deliveryTag?: string | null;
}

/** How a conversion profile uses one of its flavors. */
export interface KalturaConversionProfileAssetParams {
  readonly objectType?: 'KalturaConversionProfileAssetParams';
  /** The server sets it. */
  readonly conversionProfileId?: number;
  /** The server sets it. */
  readonly assetParamsId?: number;
  readonly readyBehavior?: KalturaFlavorReadyBehaviorType | null;
  /** 0 it is made here, 1 the encoder sends it, 2 it is made where the encoder sends none. */
  readonly origin?: KalturaAssetParamsOrigin | null;
  /** At most 128 characters. */
  readonly systemName?: string | null;
  readonly forceNoneComplied?: NullableBoolean | null;
  readonly deletePolicy?: KalturaAssetParamsDeletePolicy | null;
  readonly isEncrypted?: NullableBoolean | null;
  readonly contentAwareness?: number | null;
  readonly chunkedEncodeMode?: number | null;
  readonly twoPass?: NullableBoolean | null;
  /** At most 1024 characters. */
  readonly tags?: string | null;
  /** At most 4096 characters. */
  readonly overloadParams?: string | null;
}

export interface KalturaConversionProfileAssetParamsFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaConversionProfileAssetParamsFilter';
  /** Is exactly this. */
  readonly conversionProfileIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly conversionProfileIdIn?: string | null;
  /** Is exactly this. */
  readonly assetParamsIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly assetParamsIdIn?: string | null;
  /** Is exactly this. */
  readonly readyBehaviorEqual?: KalturaFlavorReadyBehaviorType | null;
  /** Is one of these, separated by commas. */
  readonly readyBehaviorIn?: string | null;
  /** Is exactly this. */
  readonly originEqual?: KalturaAssetParamsOrigin | null;
  /** Is one of these, separated by commas. */
  readonly originIn?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Only of profiles that match. */
  readonly conversionProfileIdFilter?: KalturaConversionProfileFilter | null;
  /** Only of flavors that match. */
  readonly assetParamsIdFilter?: AnyKalturaAssetParamsFilter | null;
}

export interface KalturaConversionProfileAssetParamsListResponse {
  readonly objectType?: 'KalturaConversionProfileAssetParamsListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaConversionProfileAssetParams[];
}

export interface KalturaConversionProfileFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaConversionProfileFilter';
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaConversionProfileStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly typeEqual?: KalturaConversionProfileType | null;
  /** Is one of these, separated by commas. */
  readonly typeIn?: string | null;
  /** Is exactly this. */
  readonly nameEqual?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly defaultEntryIdEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly defaultEntryIdIn?: string | null;
}

export interface KalturaConversionProfileListResponse {
  readonly objectType?: 'KalturaConversionProfileListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaConversionProfile[];
}

export interface KalturaCropDimensions {
  readonly objectType?: 'KalturaCropDimensions';
  readonly left?: number | null;
  readonly top?: number | null;
  readonly width?: number | null;
  readonly height?: number | null;
}

export interface KalturaCuePointListResponse {
  readonly objectType?: 'KalturaCuePointListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaCuePoint[];
}

export interface KalturaDataCenterContentResourceFields extends KalturaContentResourceFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaDataCenterContentResource =
  | Typed<KalturaUploadedFileTokenResource>;

export interface KalturaDetachedResponseProfileFields extends KalturaBaseResponseProfileFields {
  /** At most 255 characters. */
  readonly name?: string | null;
  /** Whether the fields are the only ones, or the ones left out; 1 where it says nothing. */
  readonly type?: KalturaResponseProfileType | null;
  /** Names of properties, separated by commas. Objects inside an object come whole. At most 10000 characters. */
  readonly fields?: string | null;
  /** Of a related profile: which objects. Its type says what is listed. */
  readonly filter?: AnyKalturaFilter | null;
  /** Of a related profile. */
  readonly pager?: KalturaFilterPager | null;
  /** Each adds a list under its name to `relatedObjects` of every answered object; two levels at most. */
  readonly relatedProfiles?: readonly AnyKalturaDetachedResponseProfile[] | null;
  /** Of a related profile: what the filter takes from the object above. */
  readonly mappings?: readonly KalturaResponseProfileMapping[] | null;
}
/** Which properties answered objects have, and what is answered along with them. */
export interface KalturaDetachedResponseProfile extends KalturaDetachedResponseProfileFields {
  readonly objectType?: 'KalturaDetachedResponseProfile';
}
/** Which properties answered objects have, and what is answered along with them. Of this type, or of one that extends it. */
export type AnyKalturaDetachedResponseProfile =
  | KalturaDetachedResponseProfile
  | Typed<KalturaResponseProfile>;

/** A presentation or another document. */
export interface KalturaDocumentEntry extends KalturaBaseEntryFields {
  readonly objectType?: 'KalturaDocumentEntry';
  /** Found out from the file where it is not sent: 13 PDF, 12 Flash, 11 everything else. Taken when it is added, and not changed later. */
  readonly documentType?: KalturaDocumentType | null;
  /** The server sets it. */
  readonly assetParamsIds?: string;
}

export interface KalturaDocumentEntryFilter extends KalturaBaseEntryFilterFields {
  readonly objectType?: 'KalturaDocumentEntryFilter';
  /** Is exactly this. */
  readonly documentTypeEqual?: KalturaDocumentType | null;
  /** Separated by commas. */
  readonly documentTypeIn?: string | null;
}

export interface KalturaFlavorParamsFields extends KalturaAssetParamsFields {
  readonly videoCodec?: KalturaVideoCodec | null;
  /** In kbit/s. 0 to 1000000. */
  readonly videoBitrate?: number | null;
  readonly audioCodec?: KalturaAudioCodec | null;
  /** In kbit/s. 0 to 10000. */
  readonly audioBitrate?: number | null;
  /** 0 to 64. */
  readonly audioChannels?: number | null;
  /** In Hz. 0 to 768000. */
  readonly audioSampleRate?: number | null;
  /** In pixels; 0 follows from the height and the picture’s shape. 0 to 16384. */
  readonly width?: number | null;
  /** In pixels; 0 follows from the width and the picture’s shape. 0 to 16384. */
  readonly height?: number | null;
  /** Per second; 0 as it comes. 0 to 1000. */
  readonly frameRate?: number | null;
  /** At least 0. */
  readonly gopSize?: number | null;
  /** At most 1024 characters. */
  readonly conversionEngines?: string | null;
  /** At most 4096 characters. */
  readonly conversionEnginesExtraParams?: string | null;
  readonly twoPass?: boolean | null;
  readonly deinterlice?: number | null;
  readonly rotate?: number | null;
  /** At most 4096 characters. */
  readonly operators?: string | null;
  readonly engineVersion?: number | null;
  readonly format?: KalturaContainerFormat | null;
  readonly aspectRatioProcessingMode?: number | null;
  readonly forceFrameToMultiplication16?: number | null;
  readonly isGopInSec?: number | null;
  readonly isAvoidVideoShrinkFramesizeToSource?: number | null;
  readonly isAvoidVideoShrinkBitrateToSource?: number | null;
  readonly isVideoFrameRateForLowBrAppleHls?: number | null;
  /** At most 4096 characters. */
  readonly multiStream?: string | null;
  readonly anamorphicPixels?: number | null;
  readonly isAvoidForcedKeyFrames?: number | null;
  readonly forcedKeyFramesMode?: number | null;
  readonly isCropIMX?: number | null;
  readonly optimizationPolicy?: number | null;
  readonly maxFrameRate?: number | null;
  readonly videoConstantBitrate?: number | null;
  readonly videoBitrateTolerance?: number | null;
  /** At most 4096 characters. */
  readonly watermarkData?: string | null;
  /** At most 4096 characters. */
  readonly subtitlesData?: string | null;
  /** At most 4096 characters. */
  readonly cropData?: string | null;
  readonly isEncrypted?: number | null;
  readonly contentAwareness?: number | null;
  readonly chunkedEncodeMode?: number | null;
  readonly clipOffset?: number | null;
  readonly clipDuration?: number | null;
}
/** How one rendition looks. It describes: nothing is converted by it yet. */
export interface KalturaFlavorParams extends KalturaFlavorParamsFields {
  readonly objectType?: 'KalturaFlavorParams';
}
/** How one rendition looks. It describes: nothing is converted by it yet. Of this type, or of one that extends it. */
export type AnyKalturaFlavorParams =
  | KalturaFlavorParams
  | Typed<KalturaDocumentFlavorParams>
  | Typed<KalturaImageFlavorParams>
  | Typed<KalturaLiveParams>
  | Typed<KalturaMediaFlavorParams>
  | Typed<KalturaPdfFlavorParams>
  | Typed<KalturaSwfFlavorParams>;

export interface KalturaDocumentFlavorParams extends KalturaFlavorParamsFields {
  readonly objectType?: 'KalturaDocumentFlavorParams';
}

export interface KalturaDocumentListResponse {
  readonly objectType?: 'KalturaDocumentListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaDocumentEntry[];
}

export interface KalturaPluginDataFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaPluginData =
  | Typed<KalturaDrmPlaybackPluginData>;

export interface KalturaDrmPlaybackPluginData extends KalturaPluginDataFields {
  readonly objectType?: 'KalturaDrmPlaybackPluginData';
  /** The server sets it. */
  readonly scheme?: KalturaDrmSchemeName;
  /** The server sets it. */
  readonly licenseURL?: string;
}

export interface KalturaEffect {
  readonly objectType?: 'KalturaEffect';
  readonly effectType?: number | null;
  readonly value?: string | null;
}

export interface KalturaEntryContextDataParamsFields extends KalturaAccessControlScopeFields {
  readonly flavorAssetId?: string | null;
  /** Only renditions that have one of these tags; “all”. */
  readonly flavorTags?: string | null;
  readonly streamerType?: string | null;
  /** http or https. */
  readonly mediaProtocol?: string | null;
}
export interface KalturaEntryContextDataParams extends KalturaEntryContextDataParamsFields {
  readonly objectType?: 'KalturaEntryContextDataParams';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaEntryContextDataParams =
  | KalturaEntryContextDataParams
  | Typed<KalturaPlaybackContextOptions>;

export interface KalturaEntryContextDataResult extends KalturaContextDataResultFields {
  readonly objectType?: 'KalturaEntryContextDataResult';
  /** The server sets it. */
  readonly isSiteRestricted?: boolean;
  /** The server sets it. */
  readonly isCountryRestricted?: boolean;
  /** The server sets it. */
  readonly isSessionRestricted?: boolean;
  /** The server sets it. */
  readonly isIpAddressRestricted?: boolean;
  /** The server sets it. */
  readonly isUserAgentRestricted?: boolean;
  /** The server sets it. */
  readonly previewLength?: number;
  /** Whether now is between startDate and endDate. The server sets it. */
  readonly isScheduledNow?: boolean;
  /** The server sets it. */
  readonly isAdmin?: boolean;
  /** The server sets it. */
  readonly streamerType?: string;
  /** The server sets it. */
  readonly mediaProtocol?: string;
  /** The server sets it. */
  readonly storageProfilesXML?: string;
  /** The server sets it. */
  readonly accessControlMessages?: readonly KalturaString[];
  /** The server sets it. */
  readonly accessControlActions?: readonly AnyKalturaRuleAction[];
  /** The server sets it. */
  readonly flavorAssets?: readonly AnyKalturaFlavorAsset[];
  /** The server sets it. */
  readonly msDuration?: number;
}

export interface KalturaEntryReplacementOptions {
  readonly objectType?: 'KalturaEntryReplacementOptions';
  /** Taken and not used: pictures always stay. */
  readonly keepManualThumbnails?: number | null;
}

/** What another entry plays. */
export interface KalturaEntryResource extends KalturaContentResourceFields {
  readonly objectType?: 'KalturaEntryResource';
  readonly entryId?: string | null;
  /** Taken and not used: there is one rendition. */
  readonly flavorParamsId?: number | null;
}

export interface KalturaEntryScheduleEventFilterFields extends KalturaScheduleEventFilterFields {
  /** Is exactly this. */
  readonly templateEntryIdEqual?: string | null;
  /** Has this in it, in any case. */
  readonly entryIdsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly entryIdsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly entryIdsMultiLikeAnd?: string | null;
  /** Has this in it, in any case. */
  readonly categoryIdsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly categoryIdsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly categoryIdsMultiLikeAnd?: string | null;
  /** A category above one of its categories. */
  readonly parentCategoryIdsLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly parentCategoryIdsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly parentCategoryIdsMultiLikeAnd?: string | null;
}
export interface KalturaEntryScheduleEventFilter extends KalturaEntryScheduleEventFilterFields {
  readonly objectType?: 'KalturaEntryScheduleEventFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaEntryScheduleEventFilter =
  | KalturaEntryScheduleEventFilter
  | Typed<KalturaLiveRedirectScheduleEventFilter>
  | Typed<KalturaLiveStreamScheduleEventFilter>
  | Typed<KalturaMeetingScheduleEventFilter>
  | Typed<KalturaRecordScheduleEventFilter>
  | Typed<KalturaVodScheduleEventFilter>;

export interface KalturaEntryServerNodeFields {
  /** The same for one address of an entry, whoever sends to it. The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly entryId?: string;
  /** The server sets it. */
  readonly serverNodeId?: number;
  /** The server sets it. */
  readonly partnerId?: number;
  /** When the encoder came. Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** When it was last heard of. Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** 3 connected, 1 playable. The server sets it. */
  readonly status?: KalturaEntryServerNodeStatus;
  /** 0 primary, 1 backup. The server sets it. */
  readonly serverType?: KalturaEntryServerNodeType;
}
/** An encoder that is connected to one of an entry’s addresses. Of this type, or of one that extends it. */
export type AnyKalturaEntryServerNode =
  | Typed<KalturaLiveEntryServerNode>;

export interface KalturaEntryServerNodeFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly entryIdEqual?: string | null;
  /** At most 100. */
  readonly entryIdIn?: string | null;
  /** Is exactly this. */
  readonly serverNodeIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly serverNodeIdIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly serverNodeIdNotIn?: string | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaEntryServerNodeStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly serverTypeEqual?: KalturaEntryServerNodeType | null;
  /** Is one of these, separated by commas. */
  readonly serverTypeIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly serverTypeNotIn?: string | null;
}
export interface KalturaEntryServerNodeFilter extends KalturaEntryServerNodeFilterFields {
  readonly objectType?: 'KalturaEntryServerNodeFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaEntryServerNodeFilter =
  | KalturaEntryServerNodeFilter
  | Typed<KalturaLiveEntryServerNodeFilter>;

export interface KalturaEntryServerNodeListResponse {
  readonly objectType?: 'KalturaEntryServerNodeListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaEntryServerNode[];
}

export interface KalturaEventCuePoint extends KalturaCuePointFields {
  readonly objectType?: 'KalturaEventCuePoint';
  readonly eventType?: KalturaEventType | null;
}

export interface KalturaEventCuePointFilter extends KalturaCuePointFilterFields {
  readonly objectType?: 'KalturaEventCuePointFilter';
  /** Is exactly this. */
  readonly eventTypeEqual?: KalturaEventType | null;
  /** Separated by commas. */
  readonly eventTypeIn?: string | null;
}

export interface KalturaEventNotificationTemplateFields {
  /** The server sets it. */
  readonly id?: number;
  /** 0: every account has them. The server sets it. */
  readonly partnerId?: number;
  readonly name?: string | null;
  readonly systemName?: string | null;
  readonly description?: string | null;
  readonly type?: KalturaEventNotificationTemplateType | null;
  /** The server sets it. */
  readonly status?: KalturaEventNotificationTemplateStatus;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  readonly manualDispatchEnabled?: boolean | null;
  readonly automaticDispatchEnabled?: boolean | null;
}
/** When something is told to whom. Of this type, or of one that extends it. */
export type AnyKalturaEventNotificationTemplate =
  | Typed<KalturaPushNotificationTemplate>;

export interface KalturaEventNotificationTemplateFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaEventNotificationTemplateFilter';
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly partnerIdIn?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Is exactly this. */
  readonly typeEqual?: KalturaEventNotificationTemplateType | null;
  /** Is one of these, separated by commas. */
  readonly typeIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaEventNotificationTemplateStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
}

export interface KalturaEventNotificationTemplateListResponse {
  readonly objectType?: 'KalturaEventNotificationTemplateListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaEventNotificationTemplate[];
}

export interface KalturaFilterPager {
  readonly objectType?: 'KalturaFilterPager';
  /** At most 500; 30 where it is left out, 0 asks for the count. */
  readonly pageSize?: number | null;
  /** Pages are counted from 1. */
  readonly pageIndex?: number | null;
}

export interface KalturaFlavorAssetFields extends KalturaAssetFields {
  /** The server sets it. */
  readonly flavorParamsId?: number;
  /** In pixels; absent where it is as the encoder sends it. The server sets it. */
  readonly width?: number;
  /** In pixels; absent where it is as the encoder sends it. The server sets it. */
  readonly height?: number;
  /** In kbit/s. The server sets it. */
  readonly bitrate?: number;
  /** The server sets it. */
  readonly frameRate?: number;
  /** The server sets it. */
  readonly isOriginal?: boolean;
  /** The server sets it. */
  readonly isWeb?: boolean;
  /** The server sets it. */
  readonly containerFormat?: string;
  /** The server sets it. */
  readonly videoCodecId?: string;
  /** The server sets it. */
  readonly status?: KalturaFlavorAssetStatus;
  /** The server sets it. */
  readonly language?: string;
  /** The server sets it. */
  readonly label?: string;
  /** The server sets it. */
  readonly isDefault?: NullableBoolean;
}
export interface KalturaFlavorAsset extends KalturaFlavorAssetFields {
  readonly objectType?: 'KalturaFlavorAsset';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaFlavorAsset =
  | KalturaFlavorAsset
  | Typed<KalturaLiveAsset>;

export interface KalturaFlavorAssetFilter extends KalturaAssetFilterFields {
  readonly objectType?: 'KalturaFlavorAssetFilter';
  /** Is exactly this. */
  readonly flavorParamsIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly flavorParamsIdIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaFlavorAssetStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly statusNotIn?: string | null;
}

export interface KalturaFlavorAssetListResponse {
  readonly objectType?: 'KalturaFlavorAssetListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaFlavorAsset[];
}

export interface KalturaFlavorAssetUrlOptions {
  readonly objectType?: 'KalturaFlavorAssetUrlOptions';
  /** What the file is saved as, without its ending; the name of the entry where it is left out. At most 256 characters. */
  readonly fileName?: string | null;
  /** At most 2048 characters. */
  readonly referrer?: string | null;
}

export interface KalturaFlavorAssetWithParams {
  readonly objectType?: 'KalturaFlavorAssetWithParams';
  /** The server sets it. */
  readonly flavorAsset?: AnyKalturaFlavorAsset;
  /** The server sets it. */
  readonly flavorParams?: AnyKalturaFlavorParams;
  /** The server sets it. */
  readonly entryId?: string;
}

export interface KalturaFlavorParamsFilterFields extends KalturaAssetParamsFilterFields {
  /** Is exactly this. */
  readonly formatEqual?: KalturaContainerFormat | null;
}
export interface KalturaFlavorParamsFilter extends KalturaFlavorParamsFilterFields {
  readonly objectType?: 'KalturaFlavorParamsFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaFlavorParamsFilter =
  | KalturaFlavorParamsFilter
  | Typed<KalturaLiveParamsFilter>;

export interface KalturaFlavorParamsListResponse {
  readonly objectType?: 'KalturaFlavorParamsListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaFlavorParams[];
}

export interface KalturaGenericDataCenterContentResourceFields extends KalturaDataCenterContentResourceFields {}
/** Of this type, or of one that extends it. */
export type AnyKalturaGenericDataCenterContentResource =
  | Typed<KalturaUploadedFileTokenResource>;

export interface KalturaImageFlavorParams extends KalturaFlavorParamsFields {
  readonly objectType?: 'KalturaImageFlavorParams';
  readonly densityWidth?: number | null;
  readonly densityHeight?: number | null;
  readonly sizeWidth?: number | null;
  readonly sizeHeight?: number | null;
  readonly depth?: number | null;
}

export interface KalturaKeyValue {
  readonly objectType?: 'KalturaKeyValue';
  readonly key?: string | null;
  readonly value?: string | null;
}

export interface KalturaLinkedScheduleEvent {
  readonly objectType?: 'KalturaLinkedScheduleEvent';
  /** Seconds. */
  readonly offset?: number | null;
  readonly eventId?: number | null;
}

export interface KalturaLiveAsset extends KalturaFlavorAssetFields {
  readonly objectType?: 'KalturaLiveAsset';
  /** The server sets it. */
  readonly multicastIP?: string;
  /** The server sets it. */
  readonly multicastPort?: number;
}

export interface KalturaServerNodeFields {
  /** The server sets it. */
  readonly id?: number;
  /** Unix seconds. The server sets it. */
  readonly heartbeatTime?: number;
  /** The server sets it. */
  readonly name?: string;
  /** The server sets it. */
  readonly systemName?: string;
  /** The server sets it. */
  readonly description?: string;
  /** The server sets it. */
  readonly hostName?: string;
  /** The server sets it. */
  readonly status?: KalturaServerNodeStatus;
  /** The server sets it. */
  readonly type?: KalturaServerNodeType;
  /** The server sets it. */
  readonly dc?: number;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaServerNode =
  | Typed<KalturaLiveClusterMediaServerNode>;

/** The media process of this installation. */
export interface KalturaLiveClusterMediaServerNode extends KalturaServerNodeFields {
  readonly objectType?: 'KalturaLiveClusterMediaServerNode';
}

export interface KalturaPlayableEntryFields extends KalturaBaseEntryFields {
  /** The server sets it. */
  readonly plays?: number;
  /** The server sets it. */
  readonly views?: number;
  /** Unix seconds. The server sets it. */
  readonly lastPlayedAt?: number;
  /** The server sets it. */
  readonly width?: number;
  /** The server sets it. */
  readonly height?: number;
  /** Length in seconds. The server sets it. */
  readonly duration?: number;
  /** Length in milliseconds. */
  readonly msDuration?: number | null;
  /** The server sets it. */
  readonly durationType?: KalturaDurationType;
}
/** An entry that plays for a while. */
export interface KalturaPlayableEntry extends KalturaPlayableEntryFields {
  readonly objectType?: 'KalturaPlayableEntry';
}
/** An entry that plays for a while. Of this type, or of one that extends it. */
export type AnyKalturaPlayableEntry =
  | KalturaPlayableEntry
  | Typed<KalturaMediaEntry>
  | Typed<KalturaLiveStreamEntry>;

export interface KalturaMediaEntryFields extends KalturaPlayableEntryFields {
  /** Video, picture, sound or live stream; 201 for a live stream. Taken when it is added, and not changed later. */
  readonly mediaType?: KalturaMediaType | null;
  /** The old name of conversionProfileId. Taken when it is added, and not changed later. */
  readonly conversionQuality?: string | null;
  /** Where the content comes from; 32 for a stream that encoders send to this server. Taken when it is added, and not changed later. */
  readonly sourceType?: KalturaSourceType | null;
  /** Taken when it is added, and not changed later. */
  readonly sourceVersion?: string | null;
  /** Taken when it is added, and not changed later. */
  readonly searchProviderType?: KalturaSearchProviderType | null;
  /** Taken when it is added, and not changed later. */
  readonly searchProviderId?: string | null;
  /** Whom to credit. */
  readonly creditUserName?: string | null;
  /** Where whom to credit is found. */
  readonly creditUrl?: string | null;
  /** Unix seconds. The server sets it. */
  readonly mediaDate?: number;
  /** The address that plays it. The server sets it. */
  readonly dataUrl?: string;
  /** The renditions of its profile, separated by commas. The server sets it. */
  readonly flavorParamsIds?: string;
  /** The server sets it. */
  readonly isTrimDisabled?: NullableBoolean;
  readonly streams?: readonly KalturaStreamContainer[] | null;
}
/** A video, a sound, a picture or a live stream. */
export interface KalturaMediaEntry extends KalturaMediaEntryFields {
  readonly objectType?: 'KalturaMediaEntry';
}
/** A video, a sound, a picture or a live stream. Of this type, or of one that extends it. */
export type AnyKalturaMediaEntry =
  | KalturaMediaEntry
  | Typed<KalturaLiveStreamEntry>;

export interface KalturaLiveEntryFields extends KalturaMediaEntryFields {
  /** A text for viewers while nothing is on. */
  readonly offlineMessage?: string | null;
  /** Whether shows are recorded: into one recording, or into one for each show. */
  readonly recordStatus?: KalturaRecordStatus | null;
  /** Whether viewers can go back in time. */
  readonly dvrStatus?: KalturaDVRStatus | null;
  /** How far back viewers can go, in minutes; 120 where it is not sent. 0 to 1440. */
  readonly dvrWindow?: number | null;
  readonly lastElapsedRecordingTime?: number | null;
  /** Where players find the stream, by protocol. */
  readonly liveStreamConfigurations?: readonly KalturaLiveStreamConfiguration[] | null;
  /** Its newest recording. */
  readonly recordedEntryId?: string | null;
  /** Whether the stream is to be sent on to other servers. For sessions with the permission for it. */
  readonly pushPublishEnabled?: KalturaLivePublishStatus | null;
  /** The servers that the stream is to be sent on to. For sessions with the permission for it. */
  readonly publishConfigurations?: readonly AnyKalturaLiveStreamPushPublishConfiguration[] | null;
  /** When a picture first came, be it in preview, in Unix seconds. The server sets it. */
  readonly firstBroadcast?: number;
  /** When a picture was last there, in Unix seconds. The server sets it. */
  readonly lastBroadcast?: number;
  /** When the encoder came, in Unix seconds with a fraction; 0 while none is there. The server sets it. */
  readonly currentBroadcastStartTime?: number;
  /** What recordings take over from the stream. */
  readonly recordingOptions?: KalturaLiveEntryRecordingOptions | null;
  /** 1 while this session would get the picture, 0 while it would not. The server sets it. */
  readonly liveStatus?: KalturaEntryServerNodeStatus;
  /** In milliseconds; always 6000, because segments follow the encoder’s key frames. 2000 to 20000. */
  readonly segmentDuration?: number | null;
  /** Whether going live takes a step of its own (viewMode 1); until then only those who may preview see the picture. */
  readonly explicitLive?: NullableBoolean | null;
  /** 0 preview, 1 on air for everybody; with explicitLive only. */
  readonly viewMode?: KalturaViewMode | null;
  /** Whether recording is asked for; with explicitLive only. */
  readonly recordingStatus?: KalturaRecordingStatus | null;
  /** When the last show ended, in Unix seconds; 0 before the first end. The server sets it. */
  readonly lastBroadcastEndTime?: number;
  /** When it first went on air, in Unix seconds. The server sets it. */
  readonly broadcastTime?: number;
}
/** What is common to everything that is live. Of this type, or of one that extends it. */
export type AnyKalturaLiveEntry =
  | Typed<KalturaLiveStreamEntry>;

export interface KalturaPlayableEntryFilterFields extends KalturaBaseEntryFilterFields {
  /** Is at least this. Unix seconds. */
  readonly lastPlayedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly lastPlayedAtLessThanOrEqual?: number | null;
  /** Is at most this, or has no value. Unix seconds. */
  readonly lastPlayedAtLessThanOrEqualOrNull?: number | null;
  /** Seconds. */
  readonly durationLessThan?: number | null;
  /** Seconds. */
  readonly durationGreaterThan?: number | null;
  /** Seconds. */
  readonly durationLessThanOrEqual?: number | null;
  /** Seconds. */
  readonly durationGreaterThanOrEqual?: number | null;
  /** `short` up to 4 minutes, `medium` up to 20, `long`, `notavailable`. Separated by commas. */
  readonly durationTypeMatchOr?: string | null;
}
export interface KalturaPlayableEntryFilter extends KalturaPlayableEntryFilterFields {
  readonly objectType?: 'KalturaPlayableEntryFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaPlayableEntryFilter =
  | KalturaPlayableEntryFilter
  | Typed<KalturaMediaEntryFilter>
  | Typed<KalturaLiveEntryFilter>
  | Typed<KalturaLiveStreamEntryFilter>;

export interface KalturaMediaEntryFilterFields extends KalturaPlayableEntryFilterFields {
  /** Is exactly this. */
  readonly mediaTypeEqual?: KalturaMediaType | null;
  /** Is one of these, separated by commas. */
  readonly mediaTypeIn?: string | null;
  /** Is exactly this. */
  readonly sourceTypeEqual?: KalturaSourceType | null;
  /** Is anything but this. */
  readonly sourceTypeNotEqual?: KalturaSourceType | null;
  /** Is one of these, separated by commas. */
  readonly sourceTypeIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly sourceTypeNotIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly mediaDateGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly mediaDateLessThanOrEqual?: number | null;
}
export interface KalturaMediaEntryFilter extends KalturaMediaEntryFilterFields {
  readonly objectType?: 'KalturaMediaEntryFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaMediaEntryFilter =
  | KalturaMediaEntryFilter
  | Typed<KalturaLiveEntryFilter>
  | Typed<KalturaLiveStreamEntryFilter>;

export interface KalturaLiveEntryFilterFields extends KalturaMediaEntryFilterFields {
  /** Whether viewers get the picture now. */
  readonly isLive?: NullableBoolean | null;
  /** Whether it has no recording. */
  readonly isRecordedEntryIdEmpty?: NullableBoolean | null;
}
export interface KalturaLiveEntryFilter extends KalturaLiveEntryFilterFields {
  readonly objectType?: 'KalturaLiveEntryFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaLiveEntryFilter =
  | KalturaLiveEntryFilter
  | Typed<KalturaLiveStreamEntryFilter>;

/** What recordings take over from the stream, and what becomes of them. */
export interface KalturaLiveEntryRecordingOptions {
  readonly objectType?: 'KalturaLiveEntryRecordingOptions';
  /** Recordings have the stream’s entitled users and categories. */
  readonly shouldCopyEntitlement?: NullableBoolean | null;
  /** Recordings have the stream’s start and end date. */
  readonly shouldCopyScheduling?: NullableBoolean | null;
  /** Recordings have the stream’s picture. */
  readonly shouldCopyThumbnail?: NullableBoolean | null;
  /** Recordings are hidden from lists. */
  readonly shouldMakeHidden?: NullableBoolean | null;
  /** Each recording becomes an entry of its own as soon as its show has ended. */
  readonly shouldAutoArchive?: NullableBoolean | null;
  /** Cue points with one of these tags stay with the stream when it is archived; separated by commas. */
  readonly nonDeletedCuePointsTags?: string | null;
  /** The time zone of the date in an archived recording’s name. */
  readonly archiveVodSuffixTimezone?: string | null;
}

export interface KalturaLiveEntryScheduleResource extends KalturaScheduleResourceFields {
  readonly objectType?: 'KalturaLiveEntryScheduleResource';
  readonly entryId?: string | null;
}

export interface KalturaLiveEntryScheduleResourceFilter extends KalturaScheduleResourceFilterFields {
  readonly objectType?: 'KalturaLiveEntryScheduleResourceFilter';
}

export interface KalturaLiveEntryServerNode extends KalturaEntryServerNodeFields {
  readonly objectType?: 'KalturaLiveEntryServerNode';
  /** The server sets it. */
  readonly streams?: readonly KalturaLiveStreamParams[];
  /** The server sets it. */
  readonly recordingInfo?: readonly KalturaLiveEntryServerNodeRecordingInfo[];
  /** Whether viewers get the picture. The server sets it. */
  readonly isPlayableUser?: boolean;
  /** The server sets it. */
  readonly viewMode?: KalturaViewMode;
  /** Unix seconds. The server sets it. */
  readonly viewModeUpdatedAt?: number;
}

export interface KalturaLiveEntryServerNodeFilter extends KalturaEntryServerNodeFilterFields {
  readonly objectType?: 'KalturaLiveEntryServerNodeFilter';
}

export interface KalturaLiveEntryServerNodeRecordingInfo {
  readonly objectType?: 'KalturaLiveEntryServerNodeRecordingInfo';
  /** The server sets it. */
  readonly recordedEntryId?: string;
  /** Of this show, ms. The server sets it. */
  readonly duration?: number;
  /** The server sets it. */
  readonly recordingStatus?: KalturaEntryServerNodeRecordingStatus;
}

/** One rendition of a live stream. */
export interface KalturaLiveParams extends KalturaFlavorParamsFields {
  readonly objectType?: 'KalturaLiveParams';
  /** What the encoder puts behind the entry’s id in the name of this stream. At most 64 characters. */
  readonly streamSuffix?: string | null;
}

export interface KalturaLiveParamsFilter extends KalturaFlavorParamsFilterFields {
  readonly objectType?: 'KalturaLiveParamsFilter';
}

export interface KalturaLiveRedirectScheduleEvent extends KalturaBaseLiveScheduleEventFields {
  readonly objectType?: 'KalturaLiveRedirectScheduleEvent';
  /** Kept for clients. */
  readonly redirectEntryId?: string | null;
}

export interface KalturaLiveRedirectScheduleEventFilter extends KalturaEntryScheduleEventFilterFields {
  readonly objectType?: 'KalturaLiveRedirectScheduleEventFilter';
}

/** What a player older than KAVA tells every ten seconds of a live stream. */
export interface KalturaLiveStatsEvent {
  readonly objectType?: 'KalturaLiveStatsEvent';
  readonly partnerId?: number | null;
  readonly entryId?: string | null;
  readonly eventType?: KalturaLiveStatsEventType | null;
  readonly sessionId?: string | null;
  readonly eventIndex?: number | null;
  /** Of the last ten seconds, how many it had to wait. */
  readonly bufferTime?: number | null;
  readonly bitrate?: number | null;
  readonly referrer?: string | null;
  readonly isLive?: boolean | null;
  readonly startTime?: string | null;
  readonly deliveryType?: KalturaPlaybackProtocol | null;
}

/** A rendition of the stream. */
export interface KalturaLiveStreamBitrate {
  readonly objectType?: 'KalturaLiveStreamBitrate';
  readonly bitrate?: number | null;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly tags?: string | null;
}

/** Where the stream is found by one protocol. */
export interface KalturaLiveStreamConfiguration {
  readonly objectType?: 'KalturaLiveStreamConfiguration';
  readonly protocol?: KalturaPlaybackProtocol | null;
  readonly url?: string | null;
  readonly publishUrl?: string | null;
  readonly backupUrl?: string | null;
  /** The stream key; encoders send 1 in place of `%i`. */
  readonly streamName?: string | null;
}

export interface KalturaLiveStreamDetails {
  readonly objectType?: 'KalturaLiveStreamDetails';
  /** Of the primary encoder: 0 not there, 3 connected, 1 playable. */
  readonly primaryStreamStatus?: KalturaEntryServerNodeStatus | null;
  /** The same of the backup encoder. */
  readonly secondaryStreamStatus?: KalturaEntryServerNodeStatus | null;
  readonly viewMode?: KalturaViewMode | null;
  /** Whether an encoder’s picture has ever come, be it in preview. */
  readonly wasBroadcast?: boolean | null;
  /** 1 offline, 2 preview, 3 on air. */
  readonly broadcastStatus?: KalturaLiveStreamBroadcastStatus | null;
}

/** A webcast: encoders send to it, viewers watch it. */
export interface KalturaLiveStreamEntry extends KalturaLiveEntryFields {
  readonly objectType?: 'KalturaLiveStreamEntry';
  /** The server sets it. */
  readonly streamRemoteId?: string;
  /** The server sets it. */
  readonly streamRemoteBackupId?: string;
  /** The renditions of its profile. */
  readonly bitrates?: readonly KalturaLiveStreamBitrate[] | null;
  /** Where the encoder sends by RTMP, with the token; shown to those who may change the stream. */
  readonly primaryBroadcastingUrl?: string | null;
  /** The same for a backup encoder. */
  readonly secondaryBroadcastingUrl?: string | null;
  /** Where the encoder sends by RTMPS, where the server has a certificate. */
  readonly primarySecuredBroadcastingUrl?: string | null;
  /** The same for a backup encoder. */
  readonly secondarySecuredBroadcastingUrl?: string | null;
  readonly primaryRtspBroadcastingUrl?: string | null;
  readonly secondaryRtspBroadcastingUrl?: string | null;
  readonly primarySrtBroadcastingUrl?: string | null;
  readonly primarySrtStreamId?: string | null;
  readonly secondarySrtBroadcastingUrl?: string | null;
  readonly secondarySrtStreamId?: string | null;
  readonly streamName?: string | null;
  readonly streamUrl?: string | null;
  readonly hlsStreamUrl?: string | null;
  /** The server sets it. */
  readonly readyForDeletion?: boolean;
  readonly urlManager?: string | null;
  /** For sessions with the permission for it. */
  readonly encodingIP1?: string | null;
  /** For sessions with the permission for it. */
  readonly encodingIP2?: string | null;
  /** The token in the encoder’s addresses; regenerateStreamToken makes a new one. For sessions with the permission for it. */
  readonly streamPassword?: string | null;
  /** The server sets it. */
  readonly streamUsername?: string;
  /** The passphrase for SRT. 10 to 79 characters. */
  readonly srtPass?: string | null;
  /** The server sets it. */
  readonly primaryServerNodeId?: number;
  /** The server sets it. */
  readonly sipToken?: string;
  /** The server sets it. */
  readonly sipSourceType?: KalturaSipSourceType;
}

export interface KalturaLiveStreamEntryFilter extends KalturaLiveEntryFilterFields {
  readonly objectType?: 'KalturaLiveStreamEntryFilter';
}

export interface KalturaLiveStreamListResponse {
  readonly objectType?: 'KalturaLiveStreamListResponse';
  /** How many there are on all pages. The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaLiveStreamEntry[];
}

/** What an encoder sends. */
export interface KalturaLiveStreamParams {
  readonly objectType?: 'KalturaLiveStreamParams';
  /** Bits per second, audio and video. The server sets it. */
  readonly bitrate?: number;
  /** The server sets it. */
  readonly flavorId?: string;
  /** The server sets it. */
  readonly width?: number;
  /** The server sets it. */
  readonly height?: number;
  /** Of the video, as RFC 6381 names it; of the audio without one. The server sets it. */
  readonly codec?: string;
  /** The server sets it. */
  readonly frameRate?: number;
  /** Seconds. The server sets it. */
  readonly keyFrameInterval?: number;
  /** The server sets it. */
  readonly language?: string;
}

export interface KalturaLiveStreamPushPublishConfigurationFields {
  readonly publishUrl?: string | null;
  readonly backupPublishUrl?: string | null;
  readonly port?: string | null;
}
/** A server that the stream is sent on to while it is on air: `rtmp://` or `rtmps://`, whole or with the parts below. */
export interface KalturaLiveStreamPushPublishConfiguration extends KalturaLiveStreamPushPublishConfigurationFields {
  readonly objectType?: 'KalturaLiveStreamPushPublishConfiguration';
}
/** A server that the stream is sent on to while it is on air: `rtmp://` or `rtmps://`, whole or with the parts below. Of this type, or of one that extends it. */
export type AnyKalturaLiveStreamPushPublishConfiguration =
  | KalturaLiveStreamPushPublishConfiguration
  | Typed<KalturaLiveStreamPushPublishRTMPConfiguration>;

export interface KalturaLiveStreamPushPublishRTMPConfiguration extends KalturaLiveStreamPushPublishConfigurationFields {
  readonly objectType?: 'KalturaLiveStreamPushPublishRTMPConfiguration';
  readonly userId?: string | null;
  readonly password?: string | null;
  readonly streamName?: string | null;
  readonly applicationName?: string | null;
}

/** A show of a live stream: the stream’s startDate and endDate follow it. */
export interface KalturaLiveStreamScheduleEvent extends KalturaBaseLiveScheduleEventFields {
  readonly objectType?: 'KalturaLiveStreamScheduleEvent';
  /** A recording to be shown as if it were live. Kept; nothing plays by itself. */
  readonly sourceEntryId?: string | null;
  /** At least 0. */
  readonly projectedAudience?: number | null;
  /** Seconds. Kept for clients. */
  readonly preStartTime?: number | null;
  /** Seconds. Kept for clients. */
  readonly postEndTime?: number | null;
  readonly preStartEntryId?: string | null;
  readonly postEndEntryId?: string | null;
  /** Kept for clients. */
  readonly isContentInterruptible?: boolean | null;
}

export interface KalturaLiveStreamScheduleEventFilter extends KalturaEntryScheduleEventFilterFields {
  readonly objectType?: 'KalturaLiveStreamScheduleEventFilter';
  /** Is exactly this. */
  readonly sourceEntryIdEqual?: string | null;
}

export interface KalturaLiveStreamStats {
  readonly objectType?: 'KalturaLiveStreamStats';
  /** In the room while it is on air; players that other pages have embedded are not in it. The server sets it. */
  readonly liveViewers?: number;
}

export interface KalturaLocationScheduleResource extends KalturaScheduleResourceFields {
  readonly objectType?: 'KalturaLocationScheduleResource';
}

export interface KalturaLocationScheduleResourceFilter extends KalturaScheduleResourceFilterFields {
  readonly objectType?: 'KalturaLocationScheduleResourceFilter';
}

export interface KalturaMediaFlavorParams extends KalturaFlavorParamsFields {
  readonly objectType?: 'KalturaMediaFlavorParams';
}

export interface KalturaMediaListResponse {
  readonly objectType?: 'KalturaMediaListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaMediaEntry[];
}

export interface KalturaMeetingScheduleEvent extends KalturaEntryScheduleEventFields {
  readonly objectType?: 'KalturaMeetingScheduleEvent';
  /** Seconds. Kept for clients. */
  readonly preStartTime?: number | null;
}

export interface KalturaMeetingScheduleEventFilter extends KalturaEntryScheduleEventFilterFields {
  readonly objectType?: 'KalturaMeetingScheduleEventFilter';
}

/** A record about an object; each object has one of a profile. */
export interface KalturaMetadata {
  readonly objectType?: 'KalturaMetadata';
  /** The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly partnerId?: number;
  /** The server sets it. */
  readonly metadataProfileId?: number;
  /** Of the schema that it was checked against. The server sets it. */
  readonly metadataProfileVersion?: number;
  /** The server sets it. */
  readonly metadataObjectType?: KalturaMetadataObjectType;
  /** The server sets it. */
  readonly objectId?: string;
  /** Grows when its content changes. The server sets it. */
  readonly version?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** The server sets it. */
  readonly status?: KalturaMetadataStatus;
  /** The server sets it. */
  readonly xml?: string;
}

export interface KalturaMetadataFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaMetadataFilter';
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is exactly this. */
  readonly metadataProfileIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly metadataProfileIdIn?: string | null;
  /** Is exactly this. */
  readonly metadataProfileVersionEqual?: number | null;
  /** Is at least this. */
  readonly metadataProfileVersionGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly metadataProfileVersionLessThanOrEqual?: number | null;
  /** Entries where it is left out. */
  readonly metadataObjectTypeEqual?: KalturaMetadataObjectType | null;
  /** Is exactly this. */
  readonly objectIdEqual?: string | null;
  /** Ids, separated by commas; at most 500. */
  readonly objectIdIn?: string | null;
  /** Is exactly this. */
  readonly versionEqual?: number | null;
  /** Is at least this. */
  readonly versionGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly versionLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaMetadataStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
}

export interface KalturaMetadataListResponse {
  readonly objectType?: 'KalturaMetadataListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaMetadata[];
}

/** A schema for records. */
export interface KalturaMetadataProfile {
  readonly objectType?: 'KalturaMetadataProfile';
  /** The server sets it. */
  readonly id?: number;
  /** 0 for profiles that every account has. The server sets it. */
  readonly partnerId?: number;
  /** What the records are about; entries where it is left out. Taken when it is added, and not changed later. */
  readonly metadataObjectType?: KalturaMetadataObjectType | null;
  /** Of the schema. The server sets it. */
  readonly version?: number;
  /** 1 to 128 characters. */
  readonly name?: string | null;
  /** Unique in the account. At most 128 characters. */
  readonly systemName?: string | null;
  /** At most 4096 characters. */
  readonly description?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** The server sets it. */
  readonly status?: KalturaMetadataProfileStatus;
  /** The XML schema that records must follow. The server sets it. */
  readonly xsd?: string;
  /** How an application shows the records, in its own words. The server sets it. */
  readonly views?: string;
  /** The server sets it. */
  readonly xslt?: string;
  readonly createMode?: KalturaMetadataProfileCreateMode | null;
  readonly disableReIndexing?: boolean | null;
}

/** A place for a value in a record. */
export interface KalturaMetadataProfileField {
  readonly objectType?: 'KalturaMetadataProfileField';
  /** Its place in the schema, from 1. The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly xPath?: string;
  /** The server sets it. */
  readonly key?: string;
  /** The server sets it. */
  readonly label?: string;
}

export interface KalturaMetadataProfileFieldListResponse {
  readonly objectType?: 'KalturaMetadataProfileFieldListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaMetadataProfileField[];
}

export interface KalturaMetadataProfileFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaMetadataProfileFilter';
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is exactly this. */
  readonly metadataObjectTypeEqual?: KalturaMetadataObjectType | null;
  /** Is one of these, separated by commas. */
  readonly metadataObjectTypeIn?: string | null;
  /** Is exactly this. */
  readonly versionEqual?: number | null;
  /** Is exactly this. */
  readonly nameEqual?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaMetadataProfileStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly createModeEqual?: KalturaMetadataProfileCreateMode | null;
  /** Is anything but this. */
  readonly createModeNotEqual?: KalturaMetadataProfileCreateMode | null;
  /** Is one of these, separated by commas. */
  readonly createModeIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly createModeNotIn?: string | null;
}

export interface KalturaMetadataProfileListResponse {
  readonly objectType?: 'KalturaMetadataProfileListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaMetadataProfile[];
}

export interface KalturaModerationFlag {
  readonly objectType?: 'KalturaModerationFlag';
  /** The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Who complains; empty for a viewer without a name. The server sets it. */
  readonly userId?: string;
  /** The server sets it. */
  readonly moderationObjectType?: KalturaModerationObjectType;
  readonly flaggedEntryId?: string | null;
  /** The server sets it. */
  readonly status?: KalturaModerationFlagStatus;
  /** At most 1024 characters. */
  readonly comments?: string | null;
  readonly flagType?: KalturaModerationFlagType | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
}

export interface KalturaModerationFlagListResponse {
  readonly objectType?: 'KalturaModerationFlagListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaModerationFlag[];
}

export interface KalturaMultiLingualString {
  readonly objectType?: 'KalturaMultiLingualString';
  readonly language?: string | null;
  readonly value?: string | null;
}

/** Parts of another resource. */
export interface KalturaOperationResource extends KalturaContentResourceFields {
  readonly objectType?: 'KalturaOperationResource';
  readonly resource?: AnyKalturaContentResource | null;
  /** The parts that are kept, in playing order; all of it where there are none. */
  readonly operationAttributes?: readonly AnyKalturaOperationAttributes[] | null;
  /** Taken and not used: there is one rendition. */
  readonly assetParamsId?: number | null;
}

export interface KalturaPartner {
  readonly objectType?: 'KalturaPartner';
  /** The server sets it. */
  readonly id?: number;
  /** 1 to 200 characters. */
  readonly name?: string | null;
  /** At most 4000 characters. */
  readonly website?: string | null;
  /** At most 4000 characters. */
  readonly notificationUrl?: string | null;
  readonly appearInSearch?: number | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** At most 200 characters. */
  readonly adminName?: string | null;
  /** With `register`, who signs in as the account’s owner. At most 200 characters. */
  readonly adminEmail?: string | null;
  /** At most 4000 characters. */
  readonly description?: string | null;
  readonly commercialUse?: KalturaCommercialUseType | null;
  /** At most 4000 characters. */
  readonly landingPage?: string | null;
  /** At most 4000 characters. */
  readonly userLandingPage?: string | null;
  /** At most 4000 characters. */
  readonly contentCategories?: string | null;
  readonly type?: KalturaPartnerType | null;
  /** At most 200 characters. */
  readonly phone?: string | null;
  /** At most 4000 characters. */
  readonly describeYourself?: string | null;
  readonly adultContent?: boolean | null;
  /** The server sets it. */
  readonly status?: KalturaPartnerStatus;
  /** A user secret; for who may read the account’s secrets. The server sets it. */
  readonly secret?: string;
  /** The admin secret in use; for who may read the account’s secrets. The server sets it. */
  readonly adminSecret?: string;
  /** Told once: the owner’s password that the server chose. The server sets it. */
  readonly cmsPassword?: string;
  /** The server sets it. */
  readonly adminUserId?: string;
  /** At most 200 characters. */
  readonly firstName?: string | null;
  /** At most 200 characters. */
  readonly lastName?: string | null;
  /** At most 200 characters. */
  readonly country?: string | null;
  /** At most 200 characters. */
  readonly state?: string | null;
  /** Categories say who may watch, in all sessions that say nothing about it but admins’. */
  readonly defaultEntitlementEnforcement?: boolean | null;
  /** At most 200 characters. */
  readonly referenceId?: string | null;
}

export interface KalturaPartnerBaseFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly idNotIn?: string | null;
  readonly idGreaterThan?: number | null;
  /** Has this in it, in any case. */
  readonly nameLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly nameMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly nameMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly nameEqual?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaPartnerStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Has this in it, in any case. */
  readonly partnerNameDescriptionWebsiteAdminNameAdminEmailLike?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaPartnerBaseFilter =
  | Typed<KalturaPartnerFilter>;

export interface KalturaPartnerFilter extends KalturaPartnerBaseFilterFields {
  readonly objectType?: 'KalturaPartnerFilter';
}

export interface KalturaPartnerListResponse {
  readonly objectType?: 'KalturaPartnerListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaPartner[];
}

export interface KalturaPartnerPublicInfo {
  readonly objectType?: 'KalturaPartnerPublicInfo';
  /** The server sets it. */
  readonly analyticsUrl?: string;
  /** The server sets it. */
  readonly ottEnvironmentUrl?: string;
  /** The server sets it. */
  readonly analyticsPersistentSessionId?: boolean;
}

export interface KalturaPdfFlavorParams extends KalturaFlavorParamsFields {
  readonly objectType?: 'KalturaPdfFlavorParams';
  readonly readonly?: boolean | null;
}

export interface KalturaPermission {
  readonly objectType?: 'KalturaPermission';
  /** The server sets it. */
  readonly id?: number;
  /** The server sets it. */
  readonly type?: KalturaPermissionType;
  /** The server sets it. */
  readonly name?: string;
  /** What it allows, in words. The server sets it. */
  readonly friendlyName?: string;
  /** The server sets it. */
  readonly description?: string;
  /** The server sets it. */
  readonly status?: KalturaPermissionStatus;
  /** The server sets it. */
  readonly partnerId?: number;
  /** What comes along with it. The server sets it. */
  readonly dependsOnPermissionNames?: string;
  /** The actions that ask for it. The server sets it. */
  readonly permissionItemsIds?: string;
}

export interface KalturaPermissionBaseFilterFields extends KalturaRelatedFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly typeEqual?: KalturaPermissionType | null;
  /** Is one of these, separated by commas. */
  readonly typeIn?: string | null;
  /** Is exactly this. */
  readonly nameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly nameIn?: string | null;
  /** Has this in it, in any case. */
  readonly friendlyNameLike?: string | null;
  /** Has this in it, in any case. */
  readonly descriptionLike?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaPermissionStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly partnerIdIn?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly dependsOnPermissionNamesMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly dependsOnPermissionNamesMultiLikeAnd?: string | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaPermissionBaseFilter =
  | Typed<KalturaPermissionFilter>;

export interface KalturaPermissionFilter extends KalturaPermissionBaseFilterFields {
  readonly objectType?: 'KalturaPermissionFilter';
}

export interface KalturaPermissionItemBaseFilterFields extends KalturaRelatedFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly typeEqual?: KalturaPermissionItemType | null;
  /** Is one of these, separated by commas. */
  readonly typeIn?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly partnerIdIn?: string | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaPermissionItemBaseFilter =
  | Typed<KalturaPermissionItemFilter>;

export interface KalturaPermissionItemFilter extends KalturaPermissionItemBaseFilterFields {
  readonly objectType?: 'KalturaPermissionItemFilter';
}

export interface KalturaPermissionItemListResponse {
  readonly objectType?: 'KalturaPermissionItemListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaPermissionItem[];
}

export interface KalturaPermissionListResponse {
  readonly objectType?: 'KalturaPermissionListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaPermission[];
}

export interface KalturaPlaybackContext {
  readonly objectType?: 'KalturaPlaybackContext';
  /** The server sets it. */
  readonly sources?: readonly KalturaPlaybackSource[];
  /** The server sets it. */
  readonly playbackCaptions?: readonly KalturaCaptionPlaybackPluginData[];
  /** The server sets it. */
  readonly flavorAssets?: readonly AnyKalturaFlavorAsset[];
  /** The server sets it. */
  readonly actions?: readonly AnyKalturaRuleAction[];
  /** The server sets it. */
  readonly messages?: readonly KalturaAccessControlMessage[];
  /** The server sets it. */
  readonly bumperData?: readonly AnyKalturaPluginData[];
}

export interface KalturaPlaybackContextOptions extends KalturaEntryContextDataParamsFields {
  readonly objectType?: 'KalturaPlaybackContextOptions';
}

export interface KalturaPlaybackSource {
  readonly objectType?: 'KalturaPlaybackSource';
  /** The server sets it. */
  readonly deliveryProfileId?: string;
  /** applehttp is HLS. The server sets it. */
  readonly format?: string;
  /** Comma-separated: http, https. The server sets it. */
  readonly protocols?: string;
  /** Comma-separated ids of flavorAssets. The server sets it. */
  readonly flavorIds?: string;
  /** Of the manifest; it redirects to the playlist while there is one. The server sets it. */
  readonly url?: string;
  /** The server sets it. */
  readonly drm?: readonly KalturaDrmPlaybackPluginData[];
}

/** What a queue is about. */
export interface KalturaPushEventNotificationParameter {
  readonly objectType?: 'KalturaPushEventNotificationParameter';
  /** `entryId` or `userId`. */
  readonly key?: string | null;
  readonly description?: string | null;
  readonly value?: KalturaStringValue | null;
}

/** A queue that a page may listen to. */
export interface KalturaPushNotificationData {
  readonly objectType?: 'KalturaPushNotificationData';
  /** The server sets it. */
  readonly queueName?: string;
  /** Opens the queue to this session. The server sets it. */
  readonly queueKey?: string;
  /** Where the page connects. The server sets it. */
  readonly url?: string;
}

export interface KalturaPushNotificationParams {
  readonly objectType?: 'KalturaPushNotificationParams';
  readonly userParams?: readonly KalturaPushEventNotificationParameter[] | null;
}

/** What is pushed to pages. */
export interface KalturaPushNotificationTemplate extends KalturaEventNotificationTemplateFields {
  readonly objectType?: 'KalturaPushNotificationTemplate';
  readonly queueNameParameters?: readonly KalturaPushEventNotificationParameter[] | null;
  readonly queueKeyParameters?: readonly KalturaPushEventNotificationParameter[] | null;
  /** The type of what is pushed. */
  readonly apiObjectType?: string | null;
}

/** Something is to be recorded. Rostrum keeps it for those who do so. */
export interface KalturaRecordScheduleEvent extends KalturaEntryScheduleEventFields {
  readonly objectType?: 'KalturaRecordScheduleEvent';
}

export interface KalturaRecordScheduleEventFilter extends KalturaEntryScheduleEventFilterFields {
  readonly objectType?: 'KalturaRecordScheduleEventFilter';
}

export interface KalturaResponseProfile extends KalturaDetachedResponseProfileFields {
  readonly objectType?: 'KalturaResponseProfile';
  /** The server sets it. */
  readonly id?: number;
  /** Unique in the account. 2 to 255 characters. */
  readonly systemName?: string | null;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** The server sets it. */
  readonly status?: KalturaResponseProfileStatus;
  /** The server sets it. */
  readonly version?: number;
}

export interface KalturaResponseProfileBaseFilterFields extends KalturaFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaResponseProfileStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaResponseProfileBaseFilter =
  | Typed<KalturaResponseProfileFilter>;

export interface KalturaResponseProfileFilter extends KalturaResponseProfileBaseFilterFields {
  readonly objectType?: 'KalturaResponseProfileFilter';
}

export interface KalturaResponseProfileHolder extends KalturaBaseResponseProfileFields {
  readonly objectType?: 'KalturaResponseProfileHolder';
  readonly id?: number | null;
  readonly systemName?: string | null;
}

export interface KalturaResponseProfileListResponse {
  readonly objectType?: 'KalturaResponseProfileListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaResponseProfile[];
}

/** How objects are found that are related to an answered one. */
export interface KalturaResponseProfileMapping {
  readonly objectType?: 'KalturaResponseProfileMapping';
  /** Of the answered object: `id`. At most 255 characters. */
  readonly parentProperty?: string | null;
  /** Of the filter, which gets its value: `objectIdEqual`. At most 255 characters. */
  readonly filterProperty?: string | null;
  /** Whether an object without that value still has related objects. */
  readonly allowNull?: boolean | null;
}

/** A rule of an access control profile. No profile has any yet. */
export interface KalturaRule {
  readonly objectType?: 'KalturaRule';
  /** The server sets it. */
  readonly description?: string;
}

export interface KalturaScheduleEventListResponse {
  readonly objectType?: 'KalturaScheduleEventListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaScheduleEvent[];
}

/** How an event repeats, as RFC 5545 counts. */
export interface KalturaScheduleEventRecurrence {
  readonly objectType?: 'KalturaScheduleEventRecurrence';
  /** At most 256 characters. */
  readonly name?: string | null;
  /** Days or longer: nobody’s shows begin every hour. */
  readonly frequency?: KalturaScheduleEventRecurrenceFrequency | null;
  /** The last moment at which one may begin. Unix seconds. */
  readonly until?: number | null;
  /** In which it is always the same time of day, as `Europe/Berlin`; UTC when left out. At most 64 characters. */
  readonly timeZone?: string | null;
  /** At least 1. */
  readonly count?: number | null;
  /** 1 to 1000. */
  readonly interval?: number | null;
  /** At most 1000 characters. */
  readonly bySecond?: string | null;
  /** At most 1000 characters. */
  readonly byMinute?: string | null;
  /** At most 1000 characters. */
  readonly byHour?: string | null;
  /** `MO,WE`, or `-1FR` for the last Friday. At most 1000 characters. */
  readonly byDay?: string | null;
  /** At most 1000 characters. */
  readonly byMonthDay?: string | null;
  /** At most 1000 characters. */
  readonly byYearDay?: string | null;
  /** At most 1000 characters. */
  readonly byWeekNumber?: string | null;
  /** At most 1000 characters. */
  readonly byMonth?: string | null;
  /** Which of the days of a period: BYSETPOS. At most 1000 characters. */
  readonly byOffset?: string | null;
  readonly weekStartDay?: KalturaScheduleEventRecurrenceDay | null;
}

/** That an event needs a resource. What an event that repeats needs, each time needs. */
export interface KalturaScheduleEventResource {
  readonly objectType?: 'KalturaScheduleEventResource';
  /** Taken when it is added, and not changed later. */
  readonly eventId?: number | null;
  /** Taken when it is added, and not changed later. */
  readonly resourceId?: number | null;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
}

export interface KalturaScheduleEventResourceFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaScheduleEventResourceFilter';
  /** Is exactly this. */
  readonly eventIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly eventIdIn?: string | null;
  /** Is exactly this. */
  readonly resourceIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly resourceIdIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Of an occurrence: also what the event that repeats needs. */
  readonly eventIdOrItsParentIdEqual?: number | null;
}

export interface KalturaScheduleEventResourceListResponse {
  readonly objectType?: 'KalturaScheduleEventResourceListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaScheduleEventResource[];
}

export interface KalturaScheduleResourceListResponse {
  readonly objectType?: 'KalturaScheduleResourceListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaScheduleResource[];
}

export interface KalturaServerNodeFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaServerNodeFilter';
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly heartbeatTimeGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly heartbeatTimeLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly nameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly nameIn?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Has this in it, in any case. */
  readonly hostNameLike?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly hostNameMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly hostNameMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaServerNodeStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly typeEqual?: KalturaServerNodeType | null;
  /** Is one of these, separated by commas. */
  readonly typeIn?: string | null;
  /** Is exactly this. */
  readonly dcEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly dcIn?: string | null;
}

export interface KalturaServerNodeListResponse {
  readonly objectType?: 'KalturaServerNodeListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaServerNode[];
}

export interface KalturaSessionCuePoint extends KalturaCuePointFields {
  readonly objectType?: 'KalturaSessionCuePoint';
  /** At most 1024 characters. */
  readonly name?: string | null;
  /** In ms; not before startTime. */
  readonly endTime?: number | null;
  /** From startTime to endTime, in ms. The server sets it. */
  readonly duration?: number;
  /** At most 256 characters. */
  readonly sessionOwner?: string | null;
}

export interface KalturaSessionCuePointFilter extends KalturaCuePointFilterFields {
  readonly objectType?: 'KalturaSessionCuePointFilter';
  /** Has this in it, in any case. */
  readonly nameLike?: string | null;
  /** Separated by commas. */
  readonly nameMultiLikeOr?: string | null;
  /** Separated by commas. */
  readonly nameMultiLikeAnd?: string | null;
  /** Is at least this. */
  readonly endTimeGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly endTimeLessThanOrEqual?: number | null;
  /** Is at least this. */
  readonly durationGreaterThanOrEqual?: number | null;
  /** Is at most this. */
  readonly durationLessThanOrEqual?: number | null;
}

export interface KalturaSessionInfo {
  readonly objectType?: 'KalturaSessionInfo';
  /** The server sets it. */
  readonly ks?: string;
  /** The server sets it. */
  readonly sessionType?: KalturaSessionType;
  /** The server sets it. */
  readonly partnerId?: number;
  /** The server sets it. */
  readonly userId?: string;
  /** When it ends, in Unix seconds. The server sets it. */
  readonly expiry?: number;
  /** Separated by commas. The server sets it. */
  readonly privileges?: string;
}

export interface KalturaStartWidgetSessionResponseFields {
  /** The server sets it. */
  readonly partnerId?: number;
  /** The server sets it. */
  readonly ks?: string;
  /** The server sets it. */
  readonly userId?: string;
}
export interface KalturaStartWidgetSessionResponse extends KalturaStartWidgetSessionResponseFields {
  readonly objectType?: 'KalturaStartWidgetSessionResponse';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaStartWidgetSessionResponse =
  | KalturaStartWidgetSessionResponse
  | Typed<KalturaSessionResponse>;

export interface KalturaSessionResponse extends KalturaStartWidgetSessionResponseFields {
  readonly objectType?: 'KalturaSessionResponse';
}

/** What a player older than KAVA tells. */
export interface KalturaStatsEvent {
  readonly objectType?: 'KalturaStatsEvent';
  readonly clientVer?: string | null;
  readonly eventType?: KalturaStatsEventType | null;
  /** The player’s clock. What counts is the server’s. */
  readonly eventTimestamp?: number | null;
  readonly sessionId?: string | null;
  readonly partnerId?: number | null;
  readonly entryId?: string | null;
  readonly uniqueViewer?: string | null;
  readonly widgetId?: string | null;
  readonly uiconfId?: number | null;
  /** A claim; who a session names is known. */
  readonly userId?: string | null;
  /** Where the player is, in seconds. */
  readonly currentPoint?: number | null;
  /** Of the video, in seconds. */
  readonly duration?: number | null;
  /** Never answered: addresses are not kept. The server sets it. */
  readonly userIp?: string;
  readonly processDuration?: number | null;
  readonly controlId?: string | null;
  readonly seek?: boolean | null;
  /** Where the viewer has gone, in seconds. */
  readonly newPoint?: number | null;
  readonly referrer?: string | null;
  readonly isFirstInSession?: boolean | null;
  readonly applicationId?: string | null;
  readonly contextId?: number | null;
  readonly featureType?: KalturaStatsFeatureType | null;
}

export interface KalturaStreamContainer {
  readonly objectType?: 'KalturaStreamContainer';
  readonly id?: string | null;
  readonly type?: string | null;
  readonly trackIndex?: number | null;
  readonly language?: string | null;
  readonly channelIndex?: number | null;
  readonly label?: string | null;
  readonly channelLayout?: string | null;
}

export interface KalturaString {
  readonly objectType?: 'KalturaString';
  readonly value?: string | null;
}

export interface KalturaStringValue {
  readonly objectType?: 'KalturaStringValue';
  readonly description?: string | null;
  readonly value?: string | null;
}

export interface KalturaSwfFlavorParams extends KalturaFlavorParamsFields {
  readonly objectType?: 'KalturaSwfFlavorParams';
  readonly flashVersion?: number | null;
  readonly poly2Bitmap?: boolean | null;
}

export interface KalturaThumbAssetFields extends KalturaAssetFields {
  /** Taken when it is added, and not changed later. */
  readonly thumbParamsId?: number | null;
  /** Pixels. The server sets it. */
  readonly width?: number;
  /** Pixels. The server sets it. */
  readonly height?: number;
  /** 0 until it has content, then 2. The server sets it. */
  readonly status?: KalturaThumbAssetStatus;
}
/** A picture of an entry; the one tagged `default_thumb` is what the entry shows. */
export interface KalturaThumbAsset extends KalturaThumbAssetFields {
  readonly objectType?: 'KalturaThumbAsset';
}
/** A picture of an entry; the one tagged `default_thumb` is what the entry shows. Of this type, or of one that extends it. */
export type AnyKalturaThumbAsset =
  | KalturaThumbAsset
  | Typed<KalturaTimedThumbAsset>;

export interface KalturaThumbAssetFilterFields extends KalturaAssetFilterFields {
  /** Is exactly this. */
  readonly thumbParamsIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly thumbParamsIdIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaThumbAssetStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is none of these, separated by commas. */
  readonly statusNotIn?: string | null;
}
export interface KalturaThumbAssetFilter extends KalturaThumbAssetFilterFields {
  readonly objectType?: 'KalturaThumbAssetFilter';
}
/** Of this type, or of one that extends it. */
export type AnyKalturaThumbAssetFilter =
  | KalturaThumbAssetFilter
  | Typed<KalturaTimedThumbAssetFilter>;

export interface KalturaThumbAssetListResponse {
  readonly objectType?: 'KalturaThumbAssetListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly AnyKalturaThumbAsset[];
}

/** A slide or a chapter. A slide without a picture waits for it (PENDING). */
export interface KalturaThumbCuePoint extends KalturaCuePointFields {
  readonly objectType?: 'KalturaThumbCuePoint';
  /** The picture. At most 120 characters. */
  readonly assetId?: string | null;
  /** At most 16384 characters. */
  readonly description?: string | null;
  /** At most 1024 characters. */
  readonly title?: string | null;
  readonly subType?: KalturaThumbCuePointSubType | null;
}

export interface KalturaThumbCuePointFilter extends KalturaCuePointFilterFields {
  readonly objectType?: 'KalturaThumbCuePointFilter';
  /** Has this in it, in any case. */
  readonly descriptionLike?: string | null;
  /** Separated by commas. */
  readonly descriptionMultiLikeOr?: string | null;
  /** Separated by commas. */
  readonly descriptionMultiLikeAnd?: string | null;
  /** Has this in it, in any case. */
  readonly titleLike?: string | null;
  /** Separated by commas. */
  readonly titleMultiLikeOr?: string | null;
  /** Separated by commas. */
  readonly titleMultiLikeAnd?: string | null;
  /** Is exactly this. */
  readonly subTypeEqual?: KalturaThumbCuePointSubType | null;
  /** Separated by commas. */
  readonly subTypeIn?: string | null;
}

/** What becomes of a picture. */
export interface KalturaThumbParams {
  readonly objectType?: 'KalturaThumbParams';
  readonly cropType?: KalturaThumbCropType | null;
  /** Of a JPEG, 1 to 100; 75 where it is left out. */
  readonly quality?: number | null;
  /** Cut out first; pixels of the original. */
  readonly cropX?: number | null;
  /** Cut out first; pixels of the original. */
  readonly cropY?: number | null;
  /** Cut out first; pixels of the original. */
  readonly cropWidth?: number | null;
  /** Cut out first; pixels of the original. */
  readonly cropHeight?: number | null;
  /** Seconds from the beginning of the show or recording. */
  readonly videoOffset?: number | null;
  /** Of the length of a recording. */
  readonly videoOffsetInPercentage?: number | null;
  /** Pixels; as the other side says where it is left out. */
  readonly width?: number | null;
  /** Pixels; as the other side says where it is left out. */
  readonly height?: number | null;
  /** Six hexadecimal digits. */
  readonly backgroundColor?: string | null;
}

export interface KalturaThumbnailServeOptions {
  readonly objectType?: 'KalturaThumbnailServeOptions';
  /** Browsers save it instead of showing it. */
  readonly download?: boolean | null;
}

/** A picture of a moment of an entry: a slide. */
export interface KalturaTimedThumbAsset extends KalturaThumbAssetFields {
  readonly objectType?: 'KalturaTimedThumbAsset';
  /** The cue point whose picture it is. Taken when it is added, and not changed later. At most 100 characters. */
  readonly cuePointId?: string | null;
}

export interface KalturaTimedThumbAssetFilter extends KalturaThumbAssetFilterFields {
  readonly objectType?: 'KalturaTimedThumbAssetFilter';
}

export interface KalturaUiConf {
  readonly objectType?: 'KalturaUiConf';
  /** The server sets it. */
  readonly id?: number;
  /** At most 128 characters. */
  readonly name?: string | null;
  /** At most 4096 characters. */
  readonly description?: string | null;
  /** 0 for templates. The server sets it. */
  readonly partnerId?: number;
  /** 1 for players, 21 for webcasting studios. */
  readonly objType?: KalturaUiConfObjType | null;
  /** The server sets it. */
  readonly objTypeAsString?: string;
  readonly width?: number | null;
  readonly height?: number | null;
  /** At most 4096 characters. */
  readonly htmlParams?: string | null;
  /** At most 1024 characters. */
  readonly swfUrl?: string | null;
  /** Of older players. `{{publicUrl}}` in it becomes the address of this installation in answers. At most 65536 characters. */
  readonly confFile?: string | null;
  /** At most 16384 characters. */
  readonly confFileFeatures?: string | null;
  /** JSON. `{{publicUrl}}` in it becomes the address of this installation in answers. At most 65536 characters. */
  readonly config?: string | null;
  /** JSON: the player’s parts and their versions. At most 16384 characters. */
  readonly confVars?: string | null;
  readonly useCdn?: boolean | null;
  /** At most 1024 characters. */
  readonly tags?: string | null;
  /** At most 64 characters. */
  readonly swfUrlVersion?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  readonly creationMode?: KalturaUiConfCreationMode | null;
  /** At most 1024 characters. */
  readonly html5Url?: string | null;
  /** Grows with every change. The server sets it. */
  readonly version?: string;
  /** At most 1024 characters. */
  readonly partnerTags?: string | null;
  readonly v2Redirect?: KalturaUiConfV2Redirect | null;
}

export interface KalturaUiConfFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaUiConfFilter';
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Has this in it, in any case. */
  readonly nameLike?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly partnerIdIn?: string | null;
  /** Is exactly this. */
  readonly objTypeEqual?: KalturaUiConfObjType | null;
  /** Is one of these, separated by commas. */
  readonly objTypeIn?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Is exactly this. */
  readonly creationModeEqual?: KalturaUiConfCreationMode | null;
  /** Is one of these, separated by commas. */
  readonly creationModeIn?: string | null;
  /** Is exactly this. */
  readonly versionEqual?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly versionMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly versionMultiLikeAnd?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly partnerTagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly partnerTagsMultiLikeAnd?: string | null;
}

export interface KalturaUiConfListResponse {
  readonly objectType?: 'KalturaUiConfListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaUiConf[];
}

/** A type of configuration that the account can see. */
export interface KalturaUiConfTypeInfo {
  readonly objectType?: 'KalturaUiConfTypeInfo';
  /** The server sets it. */
  readonly type?: KalturaUiConfObjType;
  /** Of the configurations that say one. The server sets it. */
  readonly versions?: readonly KalturaString[];
  /** Of the page or script that the newest one is for. The server sets it. */
  readonly directory?: string;
  /** The server sets it. */
  readonly filename?: string;
}

/** Which player of the newer kind takes the place of an older one. */
export interface KalturaUiConfV2Redirect {
  readonly objectType?: 'KalturaUiConfV2Redirect';
  readonly v7id?: number | null;
  readonly isApproved?: boolean | null;
  readonly translatePlugins?: boolean | null;
}

/** A file on its way here, in one piece or in chunks. */
export interface KalturaUploadToken {
  readonly objectType?: 'KalturaUploadToken';
  /** The server sets it. */
  readonly id?: string;
  /** The server sets it. */
  readonly partnerId?: number;
  /** The server sets it. */
  readonly userId?: string;
  /** 2 once the whole file is here; 3 once an entry has it; 4 a day after the last chunk. The server sets it. */
  readonly status?: KalturaUploadTokenStatus;
  /** Taken when it is added, and not changed later. At most 256 characters. */
  readonly fileName?: string | null;
  /** Bytes that will come; then neither more nor fewer are taken. Taken when it is added, and not changed later. At least 0. */
  readonly fileSize?: number | null;
  /** Bytes that have come without a gap, from the beginning: where to go on. The server sets it. */
  readonly uploadedFileSize?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** The server to which the chunks are sent. The server sets it. */
  readonly uploadUrl?: string;
  /** The file is whole once fileSize has come, whichever chunk comes last. Taken when it is added, and not changed later. */
  readonly autoFinalize?: NullableBoolean | null;
  /** The server sets it. */
  readonly attachedObjectType?: string;
  /** What the file has become. The server sets it. */
  readonly attachedObjectId?: string;
}

export interface KalturaUploadTokenFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaUploadTokenFilter';
  /** Is exactly this. */
  readonly idEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly userIdEqual?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaUploadTokenStatus | null;
  /** Without a status or ids, all but the deleted ones. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly fileNameEqual?: string | null;
  /** Is exactly this. */
  readonly fileSizeEqual?: number | null;
}

export interface KalturaUploadTokenListResponse {
  readonly objectType?: 'KalturaUploadTokenListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaUploadToken[];
}

/** A file that was uploaded. */
export interface KalturaUploadedFileTokenResource extends KalturaGenericDataCenterContentResourceFields {
  readonly objectType?: 'KalturaUploadedFileTokenResource';
  /** The id of an upload token whose file is whole. */
  readonly token?: string | null;
}

/** A file that the server fetches. */
export interface KalturaUrlResource extends KalturaContentResourceFields {
  readonly objectType?: 'KalturaUrlResource';
  /** http or https, at a public address. */
  readonly url?: string | null;
}

export interface KalturaUser extends KalturaBaseUserFields {
  readonly objectType?: 'KalturaUser';
  readonly type?: KalturaUserType | null;
  readonly dateOfBirth?: number | null;
  readonly gender?: KalturaGender | null;
  /** Sessions that the password starts are admin sessions. */
  readonly isAdmin?: boolean | null;
  /** Taken when it is added, and not changed later. */
  readonly isGuest?: boolean | null;
  /** The one role that limits what sessions started with the password may do. At most 200 characters. */
  readonly roleIds?: string | null;
  /** The server sets it. */
  readonly roleNames?: string;
  /** Can be neither deleted nor blocked. Taken when it is added, and not changed later. */
  readonly isAccountOwner?: boolean | null;
  /** Never answered. Taken when it is added, and not changed later. */
  readonly password?: string | null;
  /** At most 200 characters. */
  readonly firstName?: string | null;
  /** At most 200 characters. */
  readonly lastName?: string | null;
  /** May sign in with `email` and `password`. Taken when it is added, and not changed later. */
  readonly loginEnabled?: boolean | null;
  /** At most 8192 characters. */
  readonly registrationInfo?: string | null;
  /** At most 8192 characters. */
  readonly attendanceInfo?: string | null;
  /** At most 200 characters. */
  readonly title?: string | null;
  /** At most 200 characters. */
  readonly company?: string | null;
  /** Taken when it is added, and not changed later. At most 200 characters. */
  readonly externalId?: string | null;
}

export interface KalturaUserBaseFilterFields extends KalturaBaseUserFilterFields {
  /** Is exactly this. */
  readonly idEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly typeEqual?: KalturaUserType | null;
  /** Is one of these, separated by commas. */
  readonly typeIn?: string | null;
  /** Is exactly this. */
  readonly isAdminEqual?: KalturaNullableBoolean | null;
  /** Begins with this. */
  readonly firstNameStartsWith?: string | null;
  /** Begins with this. */
  readonly lastNameStartsWith?: string | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaUserBaseFilter =
  | Typed<KalturaUserFilter>;

export interface KalturaUserFilter extends KalturaUserBaseFilterFields {
  readonly objectType?: 'KalturaUserFilter';
  /** Begins with this. */
  readonly idOrScreenNameStartsWith?: string | null;
  /** Is exactly this. */
  readonly loginEnabledEqual?: KalturaNullableBoolean | null;
  /** Is exactly this. */
  readonly roleIdEqual?: string | null;
  /** Is exactly this. */
  readonly roleIdsEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly roleIdsIn?: string | null;
  /** Begins with this. */
  readonly firstNameOrLastNameStartsWith?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly permissionNamesMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly permissionNamesMultiLikeAnd?: string | null;
}

export interface KalturaUserListResponse {
  readonly objectType?: 'KalturaUserListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaUser[];
}

export interface KalturaUserLoginDataFilter extends KalturaRelatedFilterFields {
  readonly objectType?: 'KalturaUserLoginDataFilter';
  /** Is exactly this. */
  readonly loginEmailEqual?: string | null;
}

export interface KalturaUserRole {
  readonly objectType?: 'KalturaUserRole';
  /** The server sets it. */
  readonly id?: number;
  /** 1 to 100 characters. */
  readonly name?: string | null;
  /** What `setrole` may name besides the id; unique in the account. At most 100 characters. */
  readonly systemName?: string | null;
  /** At most 1000 characters. */
  readonly description?: string | null;
  /** A role that is not active allows nothing. */
  readonly status?: KalturaUserRoleStatus | null;
  /** 0 for the roles that every account has. The server sets it. */
  readonly partnerId?: number;
  /** Separated by commas; `permission.list` knows them all. At most 4000 characters. */
  readonly permissionNames?: string | null;
  /** At most 1000 characters. */
  readonly tags?: string | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
}

export interface KalturaUserRoleBaseFilterFields extends KalturaRelatedFilterFields {
  /** Is exactly this. */
  readonly idEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly nameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly nameIn?: string | null;
  /** Is exactly this. */
  readonly systemNameEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly systemNameIn?: string | null;
  /** Has this in it, in any case. */
  readonly descriptionLike?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: KalturaUserRoleStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is one of these, separated by commas. */
  readonly partnerIdIn?: string | null;
  /** Has one of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeOr?: string | null;
  /** Has all of these parts, separated by commas, in any case. */
  readonly tagsMultiLikeAnd?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
}
/** Of this type, or of one that extends it. */
export type AnyKalturaUserRoleBaseFilter =
  | Typed<KalturaUserRoleFilter>;

export interface KalturaUserRoleFilter extends KalturaUserRoleBaseFilterFields {
  readonly objectType?: 'KalturaUserRoleFilter';
}

export interface KalturaUserRoleListResponse {
  readonly objectType?: 'KalturaUserRoleListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaUserRole[];
}

export interface KalturaVodScheduleEvent extends KalturaEntryScheduleEventFields {
  readonly objectType?: 'KalturaVodScheduleEvent';
}

export interface KalturaVodScheduleEventFilter extends KalturaEntryScheduleEventFilterFields {
  readonly objectType?: 'KalturaVodScheduleEventFilter';
}

export interface KalturaWidget {
  readonly objectType?: 'KalturaWidget';
  /** The server sets it. */
  readonly id?: string;
  /** The widget that this one began from. At most 32 characters. */
  readonly sourceWidgetId?: string | null;
  /** The server sets it. */
  readonly rootWidgetId?: string;
  /** The server sets it. */
  readonly partnerId?: number;
  /** What it shows. At most 32 characters. */
  readonly entryId?: string | null;
  /** The player’s configuration. */
  readonly uiConfId?: number | null;
  /** Only 1 is offered. */
  readonly securityType?: KalturaWidgetSecurityType | null;
  readonly securityPolicy?: number | null;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
  /** At most 4096 characters. */
  readonly partnerData?: string | null;
  /** HTML that embeds the watch page of its entry. The server sets it. */
  readonly widgetHTML?: string;
  /** False lets its sessions watch its entry whatever the categories say. */
  readonly enforceEntitlement?: boolean | null;
  /** Its sessions see what is in categories with this privacy context. At most 128 characters. */
  readonly privacyContext?: string | null;
  /** Id or system name of the role that its sessions have. For sessions with the permission for it. At most 128 characters. */
  readonly roles?: string | null;
  /** Further privileges of its sessions, comma-separated. For sessions with the permission for it. At most 1024 characters. */
  readonly privileges?: string | null;
}

export interface KalturaWidgetFilter extends KalturaFilterFields {
  readonly objectType?: 'KalturaWidgetFilter';
  /** Is exactly this. */
  readonly idEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly idIn?: string | null;
  /** Is exactly this. */
  readonly sourceWidgetIdEqual?: string | null;
  /** Is exactly this. */
  readonly rootWidgetIdEqual?: string | null;
  /** Is exactly this. */
  readonly partnerIdEqual?: number | null;
  /** Is exactly this. */
  readonly entryIdEqual?: string | null;
  /** Is exactly this. */
  readonly uiConfIdEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
  /** Is at least this. Unix seconds. */
  readonly updatedAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly updatedAtLessThanOrEqual?: number | null;
  /** Has this in it, in any case. */
  readonly partnerDataLike?: string | null;
}

export interface KalturaWidgetListResponse {
  readonly objectType?: 'KalturaWidgetListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly KalturaWidget[];
}

/** What one encoder sends, measured where it arrives. */
export interface RostrumEncoderHealth {
  readonly objectType?: 'RostrumEncoderHealth';
  /** The server sets it. */
  readonly slot?: RostrumEncoderSlot;
  /** The server sets it. */
  readonly protocol?: RostrumIngestProtocol;
  /** What the encoder calls itself. The server sets it. */
  readonly software?: string;
  /** The server sets it. */
  readonly remoteAddress?: string;
  /** Unix seconds. The server sets it. */
  readonly connectedAt?: number;
  /** Viewers get its picture; of two encoders one waits in reserve. The server sets it. */
  readonly isInUse?: boolean;
  /** Of picture and sound together, as they arrive. The server sets it. */
  readonly bitsPerSecond?: number;
  /** As RFC 6381 writes it. Absent where there is no picture. The server sets it. */
  readonly videoCodec?: string;
  /** Pixels. The server sets it. */
  readonly width?: number;
  /** Pixels. The server sets it. */
  readonly height?: number;
  /** The server sets it. */
  readonly videoBitsPerSecond?: number;
  /** As they arrive; 0 while the picture stands still. The server sets it. */
  readonly framesPerSecond?: number;
  /** What the encoder says that it sends. The server sets it. */
  readonly announcedFramesPerSecond?: number;
  /** Between the newest two key frames, or since the newest where that is longer already. The server sets it. */
  readonly keyFrameDistanceMs?: number;
  /** As RFC 6381 writes it. Absent where there is no sound. The server sets it. */
  readonly audioCodec?: string;
  /** Hz. The server sets it. */
  readonly audioSampleRate?: number;
  /** The server sets it. */
  readonly audioChannels?: number;
  /** The server sets it. */
  readonly audioBitsPerSecond?: number;
  /** Frames that viewers miss, since it connected: damaged ones, and those that the encoder left out. The server sets it. */
  readonly droppedFrames?: number;
  /** How far its clock has run ahead (positive) or fallen behind (negative) since it connected. The server sets it. */
  readonly driftMs?: number;
}

/** What was seen at an address of somebody else’s live stream. */
export interface RostrumOutsideAddress {
  readonly objectType?: 'RostrumOutsideAddress';
  /** The server sets it. */
  readonly url?: string;
  /** Something plays there now. The server sets it. */
  readonly isLive?: boolean;
  /** Why not: the server is not reached, refuses, or has no HLS playlist that grows. Absent where it is live. The server sets it. */
  readonly problem?: RostrumOutsideProblem;
  /** The same for people; empty where it is live. The server sets it. */
  readonly message?: string;
  /** Absent where nothing has answered. The server sets it. */
  readonly httpStatus?: number;
  /** The server lets pages of this one read it (CORS); without that no browser but Safari plays it. Absent where nothing has answered. The server sets it. */
  readonly isReadableByPages?: boolean;
  /** The length of a segment: viewers are about three behind. The server sets it. */
  readonly segmentMs?: number;
  /** Unix seconds. The server sets it. */
  readonly lookedAt?: number;
}

/** A live stream that comes from somebody else’s servers, as it is seen from here. */
export interface RostrumOutsideStream {
  readonly objectType?: 'RostrumOutsideStream';
  /** The server sets it. */
  readonly entryId?: string;
  /** It plays at one of its addresses. The server sets it. */
  readonly isLive?: boolean;
  /** In the order in which they are tried, up to the first that is live. The server sets it. */
  readonly addresses?: readonly RostrumOutsideAddress[];
}

/** One of an account’s secrets; it may have several at the same time. */
export interface RostrumPartnerSecret {
  readonly objectType?: 'RostrumPartnerSecret';
  /** The server sets it. */
  readonly id?: string;
  /** The server sets it. */
  readonly partnerId?: number;
  /** Admin secrets start every session and sign them; user secrets start user sessions. The server sets it. */
  readonly kind?: RostrumSecretKind;
  /** The server sets it. */
  readonly secret?: string;
  /** It comes from the installation’s settings. The server sets it. */
  readonly isConfigured?: boolean;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
}

export interface RostrumPartnerSecretListResponse {
  readonly objectType?: 'RostrumPartnerSecretListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly RostrumPartnerSecret[];
}

/** What a player is answered to its event. It comes without an `objectType`. */
export interface RostrumPlayerEventAnswer {
  readonly objectType?: 'RostrumPlayerEventAnswer';
  /** The server’s time, in Unix seconds: when a session began. The server sets it. */
  readonly time?: number;
  /** Whether the player should go on telling. The server sets it. */
  readonly viewEventsEnabled?: boolean;
}

export interface RostrumRecording {
  readonly objectType?: 'RostrumRecording';
  /** The server sets it. */
  readonly entryId?: string;
  /** Whether its show goes on, it plays, or nothing is recorded in it. The server sets it. */
  readonly state?: RostrumRecordingState;
  /** Of what it plays. The server sets it. */
  readonly msDuration?: number;
  /** Of all that it has, trimmed away or not. The server sets it. */
  readonly fullMsDuration?: number;
  /** The server sets it. */
  readonly isTrimmed?: boolean;
  /** What it plays of all that it has, in order. The server sets it. */
  readonly parts?: readonly RostrumRecordingPart[];
  /** Of what it plays, without headers. The server sets it. */
  readonly playedBytes?: number;
  /** What its takes hold on disk. A clip and its recording hold the same. The server sets it. */
  readonly storedBytes?: number;
  /** It stays, however old it gets. The server sets it. */
  readonly isKept?: boolean;
  /** When the account’s retention deletes it; absent where nothing does. Unix seconds. The server sets it. */
  readonly deletesAt?: number;
}

export interface RostrumRecordingPart {
  readonly objectType?: 'RostrumRecordingPart';
  /** Where it begins in all that was recorded, ms. The server sets it. */
  readonly offset?: number;
  /** How long it is, ms. The server sets it. */
  readonly duration?: number;
}

/** Something that somebody should look at. */
export interface RostrumServerAlert {
  readonly objectType?: 'RostrumServerAlert';
  /** DISK_LOW, DISK_FULL, ARCHIVE_FAILING and so on. The server sets it. */
  readonly code?: string;
  /** warning: it will hurt if nobody acts; error: it hurts already. The server sets it. */
  readonly severity?: RostrumAlertSeverity;
  /** What happened, for people. The server sets it. */
  readonly message?: string;
  /** What to do next, for people. The server sets it. */
  readonly advice?: string;
  /** The entry that it is about, where it is about one. The server sets it. */
  readonly entryId?: string;
  /** Unix seconds. The server sets it. */
  readonly since?: number;
}

export interface RostrumServerProcess {
  readonly objectType?: 'RostrumServerProcess';
  /** The server sets it. */
  readonly name?: string;
  /** The server sets it. */
  readonly pid?: number;
  /** It accepts work. The server sets it. */
  readonly isReady?: boolean;
}

/** How the server does. */
export interface RostrumServerState {
  readonly objectType?: 'RostrumServerState';
  /** The server sets it. */
  readonly version?: string;
  /** The worst first. The server sets it. */
  readonly alerts?: readonly RostrumServerAlert[];
  /** Of the account: how many are on air. The server sets it. */
  readonly liveStreams?: number;
  /** This and what follows: for the installation’s own account only. The server sets it. */
  readonly processes?: readonly RostrumServerProcess[];
  /** The server sets it. */
  readonly httpPort?: number;
  /** The server sets it. */
  readonly mediaPort?: number;
  /** The server sets it. */
  readonly rtmpPort?: number;
  /** Absent without a certificate. The server sets it. */
  readonly rtmpsPort?: number;
  /** Of the file system that holds the media. The server sets it. */
  readonly diskFreeBytes?: number;
  /** The server sets it. */
  readonly diskSizeBytes?: number;
}

export interface RostrumStorage {
  readonly objectType?: 'RostrumStorage';
  /** What the account’s recordings hold on disk. The server sets it. */
  readonly usedBytes?: number;
  /** Recordings, clips and copies. The server sets it. */
  readonly recordingCount?: number;
  /** How much they may hold; no limit where it is absent (cleared with `quotaBytes__null`). 0 to 1000000000000000. */
  readonly quotaBytes?: number | null;
  /** How long a recording stays after the end of its show; for ever where it is absent (cleared with `retentionDays__null`). 1 to 36500. */
  readonly retentionDays?: number | null;
  /** How long stays what players tell about viewing; 30 unless something else is said (cleared with `playerEventDays__null`). 1 to 36500. */
  readonly playerEventDays?: number | null;
  /** The quota is reached: shows that begin now are not recorded. They go on air all the same, and what is being recorded is recorded to its end. The server sets it. */
  readonly isFull?: boolean;
}

/** How a stream does at this moment: numbers, measured every two seconds. */
export interface RostrumStreamHealth {
  readonly objectType?: 'RostrumStreamHealth';
  /** The server sets it. */
  readonly entryId?: string;
  /** When it was measured; absent while no encoder is there and no show is on. Unix seconds. The server sets it. */
  readonly sampledAt?: number;
  /** The server sets it. */
  readonly encoders?: readonly RostrumEncoderHealth[];
  /** What becomes of what is to be kept: behind says that the disk is slow, failing that parts are left out. The server sets it. */
  readonly archive?: RostrumArchiveHealth;
  /** Half seconds that are missing in the archive of this show. The server sets it. */
  readonly lostParts?: number;
}

/** Somebody who is told of what happens in the account, by signed requests. */
export interface RostrumWebhook {
  readonly objectType?: 'RostrumWebhook';
  /** The server sets it. */
  readonly id?: string;
  /** The server sets it. */
  readonly partnerId?: number;
  /** What people call it. At most 100 characters. */
  readonly name?: string | null;
  /** Where requests are sent to: https, or http to networks that the operator has named. Redirects are not followed. */
  readonly url?: string | null;
  /** Separated by commas; empty for all, also those that come later. At most 1000 characters. */
  readonly eventTypes?: string | null;
  /** While it is not, nothing is sent or kept for it. True where a new webhook does not say it. */
  readonly isEnabled?: boolean | null;
  /** Signs its requests. Told by add and rotateSecret; afterwards by listSecrets. The server sets it. */
  readonly secret?: string;
  /** Absent while it is enabled. hand: by somebody; gone: the receiver answered 410; failing: it had failed for five days. The server sets it. */
  readonly disabledBy?: RostrumWebhookDisabledBy;
  /** Unix seconds. The server sets it. */
  readonly disabledAt?: number;
  /** The first attempt that has failed since the last one that did not. Unix seconds. The server sets it. */
  readonly failingSince?: number;
  /** The last time that something arrived. Unix seconds. The server sets it. */
  readonly deliveredAt?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Unix seconds. The server sets it. */
  readonly updatedAt?: number;
}

/** One request to a receiver. */
export interface RostrumWebhookAttempt {
  readonly objectType?: 'RostrumWebhookAttempt';
  /** The server sets it. */
  readonly number?: number;
  /** Unix seconds. The server sets it. */
  readonly sentAt?: number;
  /** The server sets it. */
  readonly durationMs?: number;
  /** Of the answer; absent where none came. The server sets it. */
  readonly statusCode?: number;
  /** Why it was not delivered; absent where it was. The server sets it. */
  readonly error?: string;
  /** The beginning of the answer: at most 2,000 bytes. The server sets it. */
  readonly response?: string;
}

/** One event on its way to one webhook. */
export interface RostrumWebhookDelivery {
  readonly objectType?: 'RostrumWebhookDelivery';
  /** The server sets it. */
  readonly id?: string;
  /** The server sets it. */
  readonly webhookId?: string;
  /** The header webhook-id: the same in every attempt. The server sets it. */
  readonly eventId?: string;
  /** The server sets it. */
  readonly eventType?: string;
  /** failed: nobody tries it again, unless it is replayed. The server sets it. */
  readonly status?: RostrumWebhookDeliveryStatus;
  /** The server sets it. */
  readonly attemptCount?: number;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** Absent where none is coming. Unix seconds. The server sets it. */
  readonly nextAttemptAt?: number;
  /** Unix seconds. The server sets it. */
  readonly finishedAt?: number;
  /** The server sets it. */
  readonly lastStatusCode?: number;
  /** The server sets it. */
  readonly lastError?: string;
  /** This and what follows: of getDelivery and test. The server sets it. */
  readonly url?: string;
  /** As it is signed and sent. The server sets it. */
  readonly requestBody?: string;
  /** The first one first. The server sets it. */
  readonly attempts?: readonly RostrumWebhookAttempt[];
}

export interface RostrumWebhookDeliveryFilter extends KalturaFilterFields {
  readonly objectType?: 'RostrumWebhookDeliveryFilter';
  /** Is exactly this. */
  readonly webhookIdEqual?: string | null;
  /** Is exactly this. */
  readonly eventIdEqual?: string | null;
  /** Is exactly this. */
  readonly eventTypeEqual?: string | null;
  /** Is one of these, separated by commas. */
  readonly eventTypeIn?: string | null;
  /** Is exactly this. */
  readonly statusEqual?: RostrumWebhookDeliveryStatus | null;
  /** Is one of these, separated by commas. */
  readonly statusIn?: string | null;
  /** Is at least this. Unix seconds. */
  readonly createdAtGreaterThanOrEqual?: number | null;
  /** Is at most this. Unix seconds. */
  readonly createdAtLessThanOrEqual?: number | null;
}

export interface RostrumWebhookDeliveryListResponse {
  readonly objectType?: 'RostrumWebhookDeliveryListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly RostrumWebhookDelivery[];
}

/** Something that webhooks are told of. */
export interface RostrumWebhookEventType {
  readonly objectType?: 'RostrumWebhookEventType';
  /** The server sets it. */
  readonly name?: string;
  /** The server sets it. */
  readonly description?: string;
  /** The body of a request: JSON. The server sets it. */
  readonly example?: string;
}

export interface RostrumWebhookEventTypeListResponse {
  readonly objectType?: 'RostrumWebhookEventTypeListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly RostrumWebhookEventType[];
}

export interface RostrumWebhookListResponse {
  readonly objectType?: 'RostrumWebhookListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly RostrumWebhook[];
}

/** What signs a webhook’s requests; after a rotation there are several for a while. */
export interface RostrumWebhookSecret {
  readonly objectType?: 'RostrumWebhookSecret';
  /** The server sets it. */
  readonly id?: string;
  /** `whsec_` and base64. The server sets it. */
  readonly secret?: string;
  /** Unix seconds. The server sets it. */
  readonly createdAt?: number;
  /** It signs until then; absent for the one in use. Unix seconds. The server sets it. */
  readonly expiresAt?: number;
}

export interface RostrumWebhookSecretListResponse {
  readonly objectType?: 'RostrumWebhookSecretListResponse';
  /** The server sets it. */
  readonly totalCount?: number;
  /** The server sets it. */
  readonly objects?: readonly RostrumWebhookSecret[];
}
