import type { ChannelHealth, LiveStreamEntry, Stage } from '@rostrum/sdk';

/** Where a webcast is in its life, as its producers see it. Times are the server's wall clock, ms. */
export type WebcastLife =
  | { readonly kind: 'scheduled' }
  /** An encoder is there, its picture is on its way. */
  | { readonly kind: 'connecting' }
  | { readonly kind: 'preview'; readonly manifestUrl: string }
  | { readonly kind: 'on-air'; readonly manifestUrl: string; readonly onAirSinceMs: number }
  | {
      readonly kind: 'interrupted';
      readonly manifestUrl: string;
      readonly onAirSinceMs: number;
      readonly waitsUntilMs: number;
    }
  | { readonly kind: 'ended'; readonly endedAtMs: number; readonly replayUrl: string | null };

/** A sample that is older says nothing of now: three that should have come did not. */
export const STALE_HEALTH_MS = 7_000;

export type LifeFacts = {
  readonly stage: Stage;
  /** When the stage was told. What was measured before may be what it puts an end to. */
  readonly stageAtMs: number;
  readonly newest: ChannelHealth | undefined;
  readonly nowMs: number;
};

export function lifeOf({ stage, stageAtMs, newest, nowMs }: LifeFacts): WebcastLife {
  const isEncoderThere =
    newest !== undefined &&
    newest.encoders.length > 0 &&
    newest.atMs >= stageAtMs &&
    nowMs - newest.atMs < STALE_HEALTH_MS;
  switch (stage.kind) {
    case 'preview':
      if (stage.manifestUrl === null) return { kind: 'connecting' };
      return { kind: 'preview', manifestUrl: stage.manifestUrl };
    case 'on-air':
    case 'interrupted':
      return stage;
    case 'scheduled':
      return isEncoderThere ? { kind: 'connecting' } : stage;
    case 'ended':
      return isEncoderThere ? { kind: 'connecting' } : stage;
    // Only the rooms of recordings say these.
    case 'being-recorded':
    case 'recorded':
    case 'empty':
      return { kind: 'scheduled' };
  }
}

/** What the one red button does now, or why there is none. */
export type LiveSwitch =
  | { readonly kind: 'go-live' }
  /** Nothing to show yet. */
  | { readonly kind: 'not-yet'; readonly reason: 'no-encoder' | 'no-picture' }
  | { readonly kind: 'end' }
  /** Somebody has gone live before the encoder came: its picture is on air at once. */
  | { readonly kind: 'armed' }
  /** Without explicitLive the encoder goes live and ends. */
  | { readonly kind: 'follows-encoder'; readonly isOnAir: boolean };

export function liveSwitchOf(entry: LiveStreamEntry, life: WebcastLife): LiveSwitch {
  const isOnAir = life.kind === 'on-air' || life.kind === 'interrupted';
  if (!isExplicitLive(entry)) return { kind: 'follows-encoder', isOnAir };
  if (isOnAir) return { kind: 'end' };
  if (entry.viewMode === 1) return { kind: 'armed' };
  switch (life.kind) {
    case 'preview':
      return { kind: 'go-live' };
    case 'connecting':
      return { kind: 'not-yet', reason: 'no-picture' };
    case 'scheduled':
    case 'ended':
      return { kind: 'not-yet', reason: 'no-encoder' };
  }
}

/** Value of sourceType: encoders of ours make the picture. */
const LIVE_STREAM = '32';

export function isFromEncoders({ sourceType }: LiveStreamEntry): boolean {
  return sourceType === LIVE_STREAM;
}

export function isExplicitLive({ explicitLive }: LiveStreamEntry): boolean {
  return explicitLive === true || explicitLive === 1;
}
