import type { RoomRefusalCode, Stage } from '@rostrum/contracts';
import type { RoomPicture, RoomState } from '../room/room-state.ts';

/** What the stage shows. */
export type WebcastView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused'; readonly code: Exclude<RoomRefusalCode, 'busy'> }
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'playing';
      readonly manifestUrl: string;
      readonly mode: 'on-air' | 'preview' | 'interrupted' | 'playing-on';
    }
  /** It is over, and what was recorded can be watched. */
  | { readonly kind: 'replay'; readonly manifestUrl: string; readonly isHeldBack: boolean }
  /** A recording whose show goes on. */
  | { readonly kind: 'being-recorded' }
  /** An entry that has nothing to play. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'ended' };

/** Failed attempts after which a page that never got an answer says so. */
const ATTEMPTS_BEFORE_UNREACHABLE = 2;

/**
 * What to show for what the room says.
 *
 * @param playedUrl what was playing and has not been played to its end, when the show ends: it may play on
 */
export function viewOf(state: RoomState, playedUrl: string | null): WebcastView {
  switch (state.status) {
    case 'connecting':
      return { kind: state.attempt >= ATTEMPTS_BEFORE_UNREACHABLE ? 'unreachable' : 'loading' };
    case 'waiting':
      return { kind: 'busy' };
    case 'refused':
      return { kind: 'refused', code: state.code === 'busy' ? 'bad-command' : state.code };
    case 'closed':
      return { kind: 'loading' };
    case 'open':
    case 'lost':
      return viewOfStage(state.picture.stage, playedUrl);
  }
}

function viewOfStage(stage: Stage, playedUrl: string | null): WebcastView {
  switch (stage.kind) {
    case 'scheduled':
      return { kind: 'waiting' };
    case 'preview':
      if (stage.manifestUrl === null) return { kind: 'waiting' };
      return { kind: 'playing', manifestUrl: stage.manifestUrl, mode: 'preview' };
    case 'on-air':
    case 'interrupted':
      return { kind: 'playing', manifestUrl: stage.manifestUrl, mode: stage.kind };
    case 'ended':
      if (playedUrl !== null) {
        return { kind: 'playing', manifestUrl: playedUrl, mode: 'playing-on' };
      }
      if (stage.replayUrl === null) return { kind: 'ended' };
      return { kind: 'replay', manifestUrl: stage.replayUrl, isHeldBack: false };
    case 'recorded': {
      const { replayUrl, isHeldBack } = stage;
      return { kind: 'replay', manifestUrl: replayUrl, isHeldBack };
    }
    case 'being-recorded':
    case 'empty':
      return { kind: stage.kind };
  }
}

/** What is known of the webcast, also while the connection is lost. */
export function pictureOf(state: RoomState): RoomPicture | null {
  return state.status === 'open' || state.status === 'lost' ? state.picture : null;
}
