import type { RoomFrame } from '@rostrum/contracts';
import type { RoomPass } from './ports.ts';

/** One joined viewer, as a room sees them. */
export interface Member {
  readonly pass: RoomPass;
  /** Scheme and host of the page the viewer is on. */
  readonly origin: string;
  /** Sends a frame that is already serialised, so that a thousand members cost one serialisation. */
  send(serialised: string): void;
  close(frame: RoomFrame): void;
}
