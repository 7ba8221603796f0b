/** Which of a webcast's two encoder addresses an encoder uses. */
export type EncoderSlot = 'primary' | 'backup';

export type IngestProtocol = 'rtmp' | 'rtmps';

/**
 * Where a webcast is in its life, as the media process sees it.
 *
 * - `idle`: no encoder has come, or none since the control process closed the channel
 * - `preview`: an encoder is connected, going on air is not yet allowed
 * - `on-air`: viewers get the picture
 * - `interrupted`: on air, and the encoder is gone; waiting for it within the reconnect window
 * - `ended`: the last show is over
 */
export type BroadcastState = 'idle' | 'preview' | 'on-air' | 'interrupted' | 'ended';

/** What a viewer is shown, in the words of the watch page. */
export type Stage =
  | { readonly kind: 'scheduled' }
  | { readonly kind: 'preview'; readonly manifestUrl: string | null }
  | { readonly kind: 'on-air'; readonly manifestUrl: string; readonly onAirSinceMs: number }
  | {
      readonly kind: 'interrupted';
      readonly manifestUrl: string;
      readonly onAirSinceMs: number;
      /** Wall clock, ms: when the server stops waiting for the encoder. */
      readonly waitsUntilMs: number;
    }
  | {
      readonly kind: 'ended';
      readonly endedAtMs: number;
      /** The playlist of what was recorded; null where there is nothing, or not for everybody in the room. */
      readonly replayUrl: string | null;
    }
  /** What the page of a recording shows while its first show goes on. */
  | { readonly kind: 'being-recorded' }
  | {
      readonly kind: 'recorded';
      /** The playlist: another one after a trim. */
      readonly replayUrl: string;
      /** A moderator has not let it through: only those who may change it are in the room. */
      readonly isHeldBack: boolean;
    }
  /** An entry that has nothing to play. */
  | { readonly kind: 'empty' };

/** What every viewer of a webcast, or of a recording, may know about it. */
export type WebcastCard = {
  readonly webcastId: string;
  readonly partnerId: number;
  readonly title: string;
  readonly description: string;
  /** Wall clock, ms; null where none is planned. */
  readonly startsAtMs: number | null;
  readonly endsAtMs: number | null;
  /** How far back a viewer may go, ms; 0 where DVR is off. */
  readonly dvrWindowMs: number;
};
