/** A conversion profile for live streams: how a stream is passed on. */
export type LiveProfile = {
  readonly id: number;
  /** Only enabled ones are given to entries; those that have a disabled one keep it. */
  readonly isEnabled: boolean;
  /** Comma-separated. */
  readonly flavorParamsIds: string;
  readonly bitrates: readonly LiveBitrate[];
};

export type LiveBitrate = {
  /** In kbit/s. */
  readonly bitrate: number;
  readonly width: number;
  /** 0 where it follows from the width. */
  readonly height: number;
  readonly tags: string;
};

/** The live profiles of one account. */
export interface LiveProfiles {
  readonly default: LiveProfile;
  find(id: number): LiveProfile | undefined;
}

/** The profile that an entry has; the account's default where its own was deleted. */
export function liveProfileOf(profiles: LiveProfiles, id: number | null | undefined): LiveProfile {
  return profiles.find(id ?? 0) ?? profiles.default;
}
