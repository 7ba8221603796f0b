import type { RoomFrame } from '@rostrum/contracts';
import type { RoomPass } from './ports.ts';

/** One joined viewer, as a room sees them. */
export interface Member {
  readonly pass: RoomPass;
  /** The host by which the viewer reached the server, for links: `live.example.com:8080`. */
  readonly host: string;
  /** Sends a frame that is already serialised, so that a thousand members cost one serialisation. */
  send(serialised: string): void;
  close(frame: RoomFrame): void;
}
