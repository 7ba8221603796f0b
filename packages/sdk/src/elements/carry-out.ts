import type { PlayerController } from '../player/player-controller.ts';
import type { MediaRequest, MediaState } from './media-state.ts';
import type { PlayerCommand } from './player-keys.ts';

/** Does what a key or a button asks of the player. */
export function carryOut(
  command: PlayerCommand,
  media: MediaState,
  controller: PlayerController,
  request: (request: MediaRequest) => void,
): void {
  switch (command.kind) {
    case 'toggle-play':
      request({ type: media.isPaused ? 'play' : 'pause' });
      break;
    case 'seek-by':
      controller.seekBy(command.seconds);
      break;
    case 'go-to-start':
      controller.seekTo(controller.window?.startS ?? 0);
      break;
    case 'go-to-live':
      controller.goToLive();
      break;
    case 'volume-by':
      request({ type: 'volume', volume: Math.min(1, Math.max(0, media.volume + command.change)) });
      break;
    case 'toggle-mute':
      request({ type: media.isMuted ? 'unmute' : 'mute' });
      break;
    case 'toggle-captions':
      request({ type: 'toggle-captions' });
      break;
    case 'toggle-fullscreen':
      if (media.canFullscreen) {
        request({ type: media.isFullscreen ? 'exit-fullscreen' : 'enter-fullscreen' });
      }
      break;
    case 'toggle-pip':
      if (media.canPip) request({ type: media.isPip ? 'exit-pip' : 'enter-pip' });
      break;
  }
}
