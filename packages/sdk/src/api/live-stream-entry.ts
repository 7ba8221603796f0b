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
  readonly adminTags?: string;
  /** 201 for every live stream. */
  readonly mediaType: number;
  /** `'32'` for streams that this server makes. */
  readonly sourceType: string;
  readonly conversionProfileId?: number;
  /** 0 off, 1 on. */
  readonly dvrStatus?: number;
  /** Minutes. */
  readonly dvrWindow?: number;
  /** 0 disabled, 1 appended, 2 per session. */
  readonly recordStatus?: number;
  readonly recordingStatus?: number;
  readonly explicitLive?: boolean | number;
  /** 0 preview, 1 on air for everybody. */
  readonly viewMode?: number;
  readonly primaryBroadcastingUrl?: string;
  readonly secondaryBroadcastingUrl?: string;
  /** RTMPS. */
  readonly primarySecuredBroadcastingUrl?: string;
  readonly secondarySecuredBroadcastingUrl?: string;
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
  readonly redirectEntryId?: string;
  readonly recordedEntryId?: string;
};

/** What `liveStream.add` takes; `mediaType` and `sourceType` are filled in. */
export type NewLiveStream = {
  readonly name: string;
} & LiveStreamChanges;

/** What `liveStream.update` takes: only what is sent changes. */
export type LiveStreamChanges = {
  readonly name?: string;
  readonly description?: string;
  readonly adminTags?: string;
  readonly conversionProfileId?: number;
  readonly dvrStatus?: number;
  readonly dvrWindow?: number;
  readonly recordStatus?: number;
  readonly recordingStatus?: number;
  readonly explicitLive?: boolean;
  readonly viewMode?: number;
  readonly pushPublishEnabled?: number;
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
