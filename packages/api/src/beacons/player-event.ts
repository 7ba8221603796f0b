/** KAVA's numbers of the events that something here depends on. */
export const IMPRESSION = 1;
export const PLAY = 3;
export const VIEW = 99;

export type PlaybackType = 'live' | 'dvr' | 'vod';

/** What a player says, decoded. All of it is a claim: nobody has checked it. */
export type PlayerClaim = {
  readonly entryId: string;
  /** The account that it says the entry is of; null where it does not say. */
  readonly partnerId: number | null;
  /** KAVA's number, whichever way it was told. */
  readonly eventType: number;
  /** Counts the session's events, from 1; null where it was not said. */
  readonly eventIndex: number | null;
  /** Random text that the player has made up; never empty. */
  readonly sessionId: string;
  /** Null where it was not said. */
  readonly playbackType: PlaybackType | null;
  /** Seconds from the beginning; of a live stream, how far from its edge (not above 0). Null where it was not said. */
  readonly positionS: number | null;
  /** The rest, by the names of KAVA: known measures as numbers, everything else as text. */
  readonly fields: PlayerEventFields;
};

export type PlayerEventFields = { readonly [name: string]: string | number };

/** A claim about an entry that exists, as it is stored. */
export type PlayerEvent = Omit<PlayerClaim, 'partnerId'> & {
  /** The entry's account. */
  readonly partnerId: number;
  /** When it arrived, by this server's clock, Unix ms. */
  readonly atMs: number;
  /** The user of the session that came along; empty without one. This is no claim. */
  readonly userId: string;
};
