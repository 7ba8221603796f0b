import type { RoomRefusalCode, RoomRole, Stage, WebcastCard } from '@rostrum/contracts';

/** What is known of the room, all from the server. */
export type RoomPicture = {
  readonly role: RoomRole;
  readonly webcast: WebcastCard;
  readonly stage: Stage;
  readonly watching: number;
};

/**
 * Where a room client stands.
 *
 * - `connecting`: no answer yet; `attempt` counts from 0
 * - `open`: joined, and every change comes at once
 * - `lost`: was joined, is reconnecting; what was known last still stands
 * - `waiting`: turned away for now (`busy`); asks again by itself
 * - `refused`: turned away for good
 * - `closed`: the caller closed it
 */
export type RoomState =
  | { readonly status: 'connecting'; readonly attempt: number }
  | { readonly status: 'open'; readonly picture: RoomPicture }
  | { readonly status: 'lost'; readonly attempt: number; readonly picture: RoomPicture }
  | { readonly status: 'waiting'; readonly attempt: number }
  | { readonly status: 'refused'; readonly code: RoomRefusalCode; readonly message: string }
  | { readonly status: 'closed' };
