import type { ChannelHealth } from './node-messages.ts';
import type { Stage, WebcastCard } from './webcast.ts';

/** What a browser sends over the room's socket. Text frames of JSON, at most 16 KiB. */
export type RoomCommand = {
  readonly type: 'join';
  readonly webcastId: string;
  /** The session (KS); absent for an anonymous viewer. */
  readonly session?: string;
};

export type RoomRole = 'viewer' | 'presenter' | 'moderator' | 'producer';

export type RoomRefusalCode = 'bad-command' | 'bad-session' | 'not-found' | 'not-allowed' | 'busy';

/** What the server sends over the room's socket. */
export type RoomFrame =
  /** First frame after a join, and after every reconnect: all there is to know. */
  | {
      readonly type: 'snapshot';
      /** Grows with every event of the room. */
      readonly seq: number;
      readonly role: RoomRole;
      readonly webcast: WebcastCard;
      readonly stage: Stage;
      readonly watching: number;
      /** The server's wall clock, ms, for countdowns that do not trust the device's. */
      readonly serverTimeMs: number;
    }
  | {
      readonly type: 'stage';
      readonly seq: number;
      readonly webcast: WebcastCard;
      readonly stage: Stage;
    }
  | { readonly type: 'presence'; readonly seq: number; readonly watching: number }
  /**
   * To producers only: how the webcast's encoders do, oldest first. After the snapshot those of the last five minutes,
   * then each as it comes.
   */
  | { readonly type: 'health'; readonly samples: readonly ChannelHealth[] }
  | { readonly type: 'refused'; readonly code: RoomRefusalCode; readonly message: string };
