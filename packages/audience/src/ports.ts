import type {
  ChannelHealth,
  RoomRefusalCode,
  RoomRole,
  Stage,
  WebcastCard,
} from '@rostrum/contracts';

/** Who somebody is in a room, as their session says. */
export type RoomPass = {
  readonly role: RoomRole;
  /** May see the picture before the webcast goes on air. */
  readonly mayPreview: boolean;
  /**
   * Wall clock, ms: when the session ends that says so; null without one. Nobody is sent away in mid-show: from then on
   * its holder sees what everybody sees.
   */
  readonly endsAtMs: number | null;
};

export type RoomRefusal = { readonly refused: RoomRefusalCode; readonly message: string };

/** What a room shows at this moment. */
export type RoomView = { readonly webcast: WebcastCard; readonly stage: Stage };

/** What the audience needs from outside. */
export interface RoomSource {
  /** Decides who somebody is, from the session alone. */
  admit(session: string | undefined, webcastId: string): Promise<RoomPass | RoomRefusal>;
  /**
   * What the webcast shows now; null when it is gone.
   *
   * @param host by which the viewer reached the server, for links: `live.example.com:8080`
   */
  view(webcastId: string, mayPreview: boolean, host: string): Promise<RoomView | null>;
  /**
   * The first has come into a webcast's room.
   *
   * @param host by which they reached the server
   * @returns says that the last has left
   */
  attend(webcastId: string, host: string): () => void;
  /** Calls for every change of what a webcast's viewers see; returns the function that stops it. */
  onChange(listener: (webcastId: string) => void): () => void;
  /** How a webcast's encoders did in the last minutes, oldest first. */
  recentHealth(webcastId: string): readonly ChannelHealth[];
  /** Calls for every new sample of a webcast's health; returns the function that stops it. */
  onHealth(listener: (health: ChannelHealth) => void): () => void;
}

export interface AudienceLog {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}
