/**
 * A webcast as the API's door names it. Only the fields that an integration reads or writes today; the server sends
 * more, and a client that needs one of those reads it from the same object.
 */
export type LiveStreamEntry = {
  readonly objectType: 'KalturaLiveStreamEntry';
  readonly id: string;
  readonly partnerId: number;
  readonly name: string;
  readonly description?: string;
  readonly userId?: string;
  /** Words to find it by, separated by commas. */
  readonly tags?: string;
  readonly adminTags?: string;
  /** An id of the integration's own. */
  readonly referenceId?: string;
  /** User ids, separated by commas. */
  readonly entitledUsersEdit?: string;
  readonly entitledUsersPublish?: string;
  readonly entitledUsersView?: string;
  /** Separated by commas. */
  readonly categoriesIds?: string;
  /** 201 for every live stream. */
  readonly mediaType: number;
  /** `'32'` for streams that encoders send here, `'30'` for those that somebody else's servers have. */
  readonly sourceType: string;
  readonly conversionProfileId?: number;
  /** 0 off, 1 on. */
  readonly dvrStatus?: number;
  /** Minutes. */
  readonly dvrWindow?: number;
  /** 0 disabled, 1 appended, 2 per session. */
  readonly recordStatus?: number;
  readonly recordingStatus?: number;
  readonly recordingOptions?: RecordingOptions;
  /** 0 off, 1 on. */
  readonly pushPublishEnabled?: number;
  readonly publishConfigurations?: readonly PublishConfiguration[];
  readonly explicitLive?: boolean | number;
  /** 0 preview, 1 on air for everybody. */
  readonly viewMode?: number;
  /** 1 while this session would get the picture. */
  readonly liveStatus?: number;
  /** Unix seconds with a fraction; 0 while no encoder is there. */
  readonly currentBroadcastStartTime?: number;
  /** Unix seconds; when a picture first came, be it in preview. */
  readonly firstBroadcast?: number;
  /** Unix seconds; 0 before the first end. */
  readonly lastBroadcastEndTime?: number;
  readonly primaryBroadcastingUrl?: string;
  readonly secondaryBroadcastingUrl?: string;
  /** By RTMPS, where the server has a certificate. */
  readonly primarySecuredBroadcastingUrl?: string;
  readonly secondarySecuredBroadcastingUrl?: string;
  readonly primaryRtspBroadcastingUrl?: string;
  readonly secondaryRtspBroadcastingUrl?: string;
  readonly primarySrtBroadcastingUrl?: string;
  readonly primarySrtStreamId?: string;
  readonly secondarySrtBroadcastingUrl?: string;
  readonly secondarySrtStreamId?: string;
  /** The key; `%i` stands for the number of the rendition that the encoder sends. */
  readonly streamName?: string;
  readonly streamPassword?: string;
  /** Unix seconds. */
  readonly startDate?: number;
  /** Unix seconds. */
  readonly endDate?: number;
  /** Unix seconds. */
  readonly createdAt?: number;
  /** Unix seconds. */
  readonly updatedAt?: number;
  readonly liveStreamConfigurations?: readonly LiveStreamConfiguration[];
  readonly hlsStreamUrl?: string;
  readonly redirectEntryId?: string;
  readonly recordedEntryId?: string;
  /** Of its picture; another picture has another address. */
  readonly thumbnailUrl?: string;
};

/** What recordings take over from the webcast, and what becomes of them. */
export type RecordingOptions = {
  readonly objectType?: 'KalturaLiveEntryRecordingOptions';
  readonly shouldCopyEntitlement?: boolean;
  readonly shouldCopyScheduling?: boolean;
  readonly shouldCopyThumbnail?: boolean;
  readonly shouldMakeHidden?: boolean;
  readonly shouldAutoArchive?: boolean;
  readonly archiveVodSuffixTimezone?: string;
};

/** A server that the webcast is sent on to while it is on air: `rtmp://` or `rtmps://`, whole or in these parts. */
export type PublishConfiguration = {
  readonly objectType?: string;
  readonly publishUrl?: string;
  readonly backupPublishUrl?: string;
  readonly port?: string;
  readonly applicationName?: string;
  readonly streamName?: string;
  /** For servers that ask who publishes. */
  readonly userId?: string;
  readonly password?: string;
};

/** Where a stream is found by one protocol. */
export type LiveStreamConfiguration = {
  readonly objectType?: string;
  readonly protocol?: string;
  readonly url?: string;
  readonly backupUrl?: string;
};

/** What `liveStream.add` takes; `mediaType` is filled in. */
export type NewLiveStream = {
  readonly name: string;
  /** For encoders that send here where it is left out; `'30'` for a stream that somebody else's server has. */
  readonly sourceType?: string;
} & LiveStreamChanges;

/** What `liveStream.update` takes: only what is sent changes. */
export type LiveStreamChanges = {
  readonly name?: string;
  readonly description?: string;
  readonly tags?: string;
  readonly adminTags?: string;
  readonly referenceId?: string;
  readonly entitledUsersEdit?: string;
  readonly entitledUsersPublish?: string;
  readonly entitledUsersView?: string;
  readonly categoriesIds?: string;
  readonly conversionProfileId?: number;
  readonly dvrStatus?: number;
  readonly dvrWindow?: number;
  readonly recordStatus?: number;
  readonly recordingStatus?: number;
  readonly recordingOptions?: RecordingOptions;
  readonly explicitLive?: boolean;
  readonly viewMode?: number;
  readonly pushPublishEnabled?: number;
  readonly publishConfigurations?: readonly PublishConfiguration[];
  readonly liveStreamConfigurations?: readonly LiveStreamConfiguration[];
  readonly hlsStreamUrl?: string;
  readonly startDate?: number;
  readonly endDate?: number;
};

export type LiveStreamDetails = {
  readonly primaryStreamStatus: number;
  readonly secondaryStreamStatus: number;
  readonly viewMode: number;
  readonly wasBroadcast: boolean;
  /** 1 offline, 2 preview, 3 live. */
  readonly broadcastStatus: number;
};
