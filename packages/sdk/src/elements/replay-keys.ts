import { commandOf, type FocusedControl } from './player-keys.ts';

/** What of a video element a key press changes. */
export type ReplayVideo = Pick<
  HTMLVideoElement,
  'paused' | 'currentTime' | 'duration' | 'volume' | 'muted' | 'textTracks'
> & {
  play(): Promise<void>;
  pause(): void;
  requestFullscreen(): Promise<void>;
  requestPictureInPicture(): Promise<unknown>;
};

/**
 * Does with a recording what the same key does with the live player; End goes to its end, and there is no live to go to.
 *
 * @returns false for a key that means nothing here
 */
export function pressKey(video: ReplayVideo, press: KeyboardPress, focused: FocusedControl) {
  const hasModifier = press.altKey || press.ctrlKey || press.metaKey;
  const command = commandOf({ key: press.key, hasModifier, focused });
  if (command === null) return false;
  const endS = Number.isFinite(video.duration) ? video.duration : video.currentTime;
  switch (command.kind) {
    case 'toggle-play':
      if (video.paused) attempt(video.play());
      else video.pause();
      return true;
    case 'seek-by':
      video.currentTime = Math.min(endS, Math.max(0, video.currentTime + command.seconds));
      return true;
    case 'go-to-start':
      video.currentTime = 0;
      return true;
    case 'go-to-live':
      if (press.key !== 'End') return false;
      video.currentTime = endS;
      return true;
    case 'volume-by':
      video.volume = Math.min(1, Math.max(0, video.volume + command.change));
      return true;
    case 'toggle-mute':
      video.muted = !video.muted;
      return true;
    case 'toggle-captions':
      return toggleCaptions(video.textTracks);
    case 'toggle-fullscreen':
      if (document.fullscreenElement === null) attempt(video.requestFullscreen());
      else attempt(document.exitFullscreen());
      return true;
    case 'toggle-pip':
      if (document.pictureInPictureElement === null) attempt(video.requestPictureInPicture());
      else attempt(document.exitPictureInPicture());
      return true;
  }
}

type KeyboardPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

function toggleCaptions(tracks: TextTrackList): boolean {
  const [captions] = [...tracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  if (captions === undefined) return false;
  captions.mode = captions.mode === 'showing' ? 'hidden' : 'showing';
  return true;
}

/** A browser may say no to any of these. */
function attempt(asked: Promise<unknown>): void {
  asked.catch(() => {});
}
