import type { TakeTrim } from './recording-address.ts';
import type { BroadcastState, EncoderSlot, IngestProtocol } from './webcast.ts';

/**
 * The messages between the control process and the media process. Each one carries the whole truth about its subject
 * (not a change), so that repeating or losing one does no harm: whoever comes back is told everything again.
 */

/** Who publishes there, for servers that ask. */
export type RelayLogin = { readonly user: string; readonly password: string };

/** Another server that a show is sent on to while it is on air. */
export type RelayTargetSettings = {
  /** Stable while its address stays. */
  readonly id: string;
  /** `rtmp://host/application/stream` or `rtmps://…`; its last part is a secret of the other server. */
  readonly url: string;
  /** Absent for servers that ask nobody for a name. */
  readonly login?: RelayLogin;
};

/** What the control process has decided about a channel. The media process keeps the newest it has heard. */
export type ChannelSettings = {
  readonly webcastId: string;
  /** Grows with every change of the webcast; an older revision is ignored. */
  readonly revision: number;
  /** The secret in the encoder's address. A connected encoder that came with another one is disconnected. */
  readonly streamToken: string;
  /** Only those who may preview see the picture until the webcast goes on air. */
  readonly isExplicitLive: boolean;
  /** Always true without explicitLive; with it, whether somebody has gone live (viewMode 1). */
  readonly isOnAirAllowed: boolean;
  /** Whether what goes on air from now on is kept. A preview never is. May change in mid-show: from the next segment. */
  readonly isRecorded: boolean;
  /** How far back viewers may go, ms; 0 switches DVR off. At most 24 h. */
  readonly dvrWindowMs: number;
  /** Playback tokens of another epoch are refused. */
  readonly playbackEpoch: number;
  /** Where what is on air is sent on to. */
  readonly relays: readonly RelayTargetSettings[];
};

export type ConnectedEncoder = {
  readonly slot: EncoderSlot;
  readonly protocol: IngestProtocol;
  readonly remoteAddress: string;
  /** What the encoder calls itself (`FMLE/3.0`, `Lavf59.27.100`), as far as it does. */
  readonly software: string;
  /** Wall clock, ms. */
  readonly connectedAtMs: number;
};

/**
 * What is recorded of a generation: what recordings are made of (see `Composition`). Playable as soon as the
 * generation has ended; there until `remove-take` is confirmed, also when its webcast is deleted.
 */
export type Take = {
  readonly generation: string;
  /** Stream clock, wall-clock ms: the first recorded moment. */
  readonly startsAtMs: number;
  /** Playing time, ms: without what was not recorded in between. */
  readonly durationMs: number;
  /** What its segments take on disk, all tracks; 0 where it is not known. */
  readonly sizeBytes: number;
  /** Takes with video and takes without can't be played as one recording. */
  readonly hasVideo: boolean;
};

/** What of a take's playing time a trim leaves: whole segments. */
export type MeasuredStretch = {
  /** As a trim it leaves the same again: ms from the take's beginning. */
  readonly trim: TakeTrim;
  /** Playing time, ms. */
  readonly durationMs: number;
  /** What its segments take on disk, all tracks. */
  readonly sizeBytes: number;
};

/** A take in the archive, whoever may want it. */
export type KeptTake = {
  readonly webcastId: string;
  readonly generation: string;
  /** Wall clock, ms: when it was put where it is kept. */
  readonly keptSinceMs: number;
};

/** As many takes are listed at once. */
export const MAX_LISTED_TAKES = 500;

/** What the media process knows about a channel. */
export type ChannelStatus = {
  readonly webcastId: string;
  readonly state: BroadcastState;
  /** Wall clock, ms: when this state began. */
  readonly sinceMs: number;
  /** Wall clock, ms: the first moment on air of the show that is on air or was the last; null before the first. */
  readonly onAirSinceMs: number | null;
  /** The generation whose playlists play now; null where there is none. */
  readonly generation: string | null;
  /** Every track of the generation has a whole segment, so that a player that starts now has something to play. */
  readonly isPlayable: boolean;
  readonly hasVideo: boolean;
  readonly encoders: readonly ConnectedEncoder[];
  /** Wall clock, ms: when waiting for the encoder ends; null unless interrupted. */
  readonly waitsUntilMs: number | null;
  /**
   * Of the show that is on air or was the last, oldest first; a show has several where its encoder changed its tracks,
   * of which the newest MAX_TAKES_IN_RECORDING are told. They grow while on air: told when a take begins, about every ten
   * seconds, and at the end. Empty where nothing was recorded.
   */
  readonly takes: readonly Take[];
};

/** An encoder asks to publish. */
export type PublishRequest = {
  readonly webcastId: string;
  readonly streamToken: string;
  readonly slot: EncoderSlot;
  readonly protocol: IngestProtocol;
  readonly remoteAddress: string;
  readonly software: string;
};

export type PublishRefusalCode = 'unknown-webcast' | 'wrong-token' | 'slot-in-use' | 'unavailable';

export type PublishDecision =
  | { readonly isAllowed: true; readonly settings: ChannelSettings }
  | { readonly isAllowed: false; readonly code: PublishRefusalCode; readonly message: string };

/** What one encoder sends, measured where it arrives. Rates are of the time since the sample before. */
export type EncoderHealth = ConnectedEncoder & {
  /** Its frames are the ones that viewers get; of two encoders one waits in reserve. */
  readonly isInUse: boolean;
  /** Null where it sends none. */
  readonly video: {
    /** RFC 6381: `avc1.64001f`. */
    readonly codec: string;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly bitsPerSecond: number;
    /** Arrived ones; 0 while its picture stands still. */
    readonly framesPerSecond: number;
    /** What it says it sends; null where it does not say. */
    readonly announcedFramesPerSecond: number | null;
    /**
     * From the newest key frame but one to the newest, or from the newest until now where that is longer already; null
     * before the second.
     */
    readonly keyFrameDistanceMs: number | null;
  } | null;
  /** Null where it sends none. */
  readonly audio: {
    /** RFC 6381: `mp4a.40.2`. */
    readonly codec: string;
    readonly sampleRate: number;
    readonly channelCount: number;
    /** 0 while nothing comes, though it said that there would be sound. */
    readonly bitsPerSecond: number;
  } | null;
  /** Payload of audio and video. */
  readonly bitsPerSecond: number;
  /**
   * Frames that are missing in what viewers get, since it connected: those that arrived damaged or with a time that fits
   * nowhere, and those that the encoder left out, as gaps between its otherwise evenly spaced pictures tell. What waits
   * in reserve is not counted as missing.
   */
  readonly droppedFrames: number;
  /**
   * How far its media clock has run ahead (positive) or fallen behind (negative) since it connected, ms. Falling behind
   * by seconds: its network or its machine can't keep up.
   */
  readonly driftMs: number;
};

/**
 * What becomes of what is to be kept. `off`: nothing is being made; `behind`: the disk is slow, what waits for it grows,
 * and is left out beyond a bound; `failing`: parts are left out, because the disk is full or broken. It is tried again
 * every few seconds, and `writing` once a whole segment has been kept.
 */
export type ArchiveHealth = 'off' | 'writing' | 'behind' | 'failing';

/** How one relay does. */
export type RelayHealth = {
  readonly id: string;
  /** The machine of the target. */
  readonly host: string;
  /** `waiting`: the target has refused or gone; it is tried again. */
  readonly state: 'connecting' | 'publishing' | 'waiting';
  /** Wall clock, ms: when this state began. */
  readonly sinceMs: number;
  /** Why the last connection has ended, in words; null where none has failed since it publishes. */
  readonly problem: string | null;
  /** Wall clock, ms; null unless waiting. */
  readonly retryAtMs: number | null;
  /** Payload that was sent over the sample's time. */
  readonly bitsPerSecond: number;
  /** Frames that the target did not take, since the show began. */
  readonly droppedFrames: number;
};

/** How a channel does at one moment. Told every HEALTH_INTERVAL_MS while an encoder is connected or a show is on. */
export type ChannelHealth = {
  readonly webcastId: string;
  /** Wall clock, ms. */
  readonly atMs: number;
  /** Empty while no encoder is there. */
  readonly encoders: readonly EncoderHealth[];
  readonly archive: ArchiveHealth;
  /** Parts that are missing in the archive, since the generation began. */
  readonly lostParts: number;
  /** One for each target while a show is on air. */
  readonly relays: readonly RelayHealth[];
};

export const HEALTH_INTERVAL_MS = 2000;

/** How the media process's disk does. Told when it is ready, and every ten seconds. */
export type StoreHealth = {
  /** Wall clock, ms. */
  readonly atMs: number;
  /** Of the file system that holds the media. */
  readonly diskFreeBytes: number;
  readonly diskSizeBytes: number;
  /** Where recordings are moved to; absent where they stay on that file system. */
  readonly mediaStore?: MediaStoreHealth;
};

/** The store that recordings are moved to. */
export type MediaStoreHealth = {
  /** What is wrong with it, in a sentence for the operator; null where nothing is known to be. */
  readonly problem: string | null;
  /** Recordings that are on the disk only. */
  readonly waitingTakes: number;
  /** Wall clock, ms: when the one that has waited longest could have been moved. */
  readonly waitingSinceMs: number | null;
};

export type MediaToControl =
  | {
      readonly type: 'authorize-publish';
      readonly requestId: number;
      readonly request: PublishRequest;
    }
  | { readonly type: 'channel-status'; readonly status: ChannelStatus }
  | { readonly type: 'channel-health'; readonly health: ChannelHealth }
  | { readonly type: 'store-health'; readonly health: StoreHealth }
  /** The answer to `remove-take`, once the removal survives whatever happens to the process. */
  | { readonly type: 'take-removed'; readonly webcastId: string; readonly generation: string }
  /** The answer to `measure-take`, in its order: null for a trim that leaves nothing; null for all where there is no such take. */
  | {
      readonly type: 'take-measured';
      readonly requestId: number;
      readonly stretches: readonly (MeasuredStretch | null)[] | null;
    }
  /** The answer to `list-takes`: by webcast and generation. Fewer than MAX_LISTED_TAKES: there are no more. */
  | {
      readonly type: 'takes-listed';
      readonly requestId: number;
      readonly takes: readonly KeptTake[];
    };

export type ControlToMedia =
  | {
      readonly type: 'publish-decision';
      readonly requestId: number;
      readonly decision: PublishDecision;
    }
  | { readonly type: 'channel-settings'; readonly settings: ChannelSettings }
  /** The webcast is deleted: its encoder is disconnected and its media removed, but for its takes. */
  | { readonly type: 'channel-removed'; readonly webcastId: string }
  /**
   * Nobody refers to a take any more: it plays no longer, and its media goes as soon as no viewer of the show needs it.
   * On air, the rest of its generation is not recorded either. May be repeated, and is answered also where there is no
   * such take; not answered where the disk refuses.
   */
  | { readonly type: 'remove-take'; readonly webcastId: string; readonly generation: string }
  /** What do these trims leave of a take? Null stands for all of it. */
  | {
      readonly type: 'measure-take';
      readonly requestId: number;
      readonly webcastId: string;
      readonly generation: string;
      readonly trims: readonly (TakeTrim | null)[];
    }
  /** Which takes are in the archive? Not those whose show may still be rewound. Not answered where the disk can't say. */
  | {
      readonly type: 'list-takes';
      readonly requestId: number;
      /** Only those behind this one: `WEBCAST/GENERATION`. */
      readonly after: string | null;
    };
