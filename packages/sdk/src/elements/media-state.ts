import { createMediaStore } from 'media-chrome/dist/media-store/media-store.js';

/** The part of media-chrome's state that the controls show. */
export type MediaState = {
  readonly isPaused: boolean;
  readonly isMuted: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly volumeLevel: 'off' | 'low' | 'high';
  /** Phones set the volume by their own keys. */
  readonly canSetVolume: boolean;
  readonly isLoading: boolean;
  readonly isPip: boolean;
  readonly canPip: boolean;
  readonly isFullscreen: boolean;
  readonly canFullscreen: boolean;
  readonly hasCaptions: boolean;
  readonly isShowingCaptions: boolean;
};

export type MediaRequest =
  | { readonly type: 'play' | 'pause' | 'mute' | 'unmute' | 'toggle-captions' }
  | { readonly type: 'enter-pip' | 'exit-pip' | 'enter-fullscreen' | 'exit-fullscreen' }
  | { readonly type: 'volume'; readonly volume: number };

export type MediaStateSource = {
  request(request: MediaRequest): void;
  close(): void;
};

/** media-chrome's names for what can be asked of its store. */
const REQUEST_NAMES: Readonly<Record<MediaRequest['type'], string>> = {
  play: 'mediaplayrequest',
  pause: 'mediapauserequest',
  mute: 'mediamuterequest',
  unmute: 'mediaunmuterequest',
  'toggle-captions': 'mediatogglesubtitlesrequest',
  'enter-pip': 'mediaenterpiprequest',
  'exit-pip': 'mediaexitpiprequest',
  'enter-fullscreen': 'mediaenterfullscreenrequest',
  'exit-fullscreen': 'mediaexitfullscreenrequest',
  volume: 'mediavolumerequest',
};

export const INITIAL_MEDIA_STATE: MediaState = {
  isPaused: true,
  isMuted: false,
  volume: 1,
  volumeLevel: 'high',
  canSetVolume: true,
  isLoading: true,
  isPip: false,
  canPip: false,
  isFullscreen: false,
  canFullscreen: false,
  hasCaptions: false,
  isShowingCaptions: false,
};

/** Watches a video element through media-chrome's store, which knows the browsers' differences. */
export function watchMedia(
  media: HTMLVideoElement,
  fullscreenElement: HTMLElement,
  onChange: (state: MediaState) => void,
): MediaStateSource {
  const store = createMediaStore({
    media,
    fullscreenElement,
    documentElement: document,
    // Live and DVR are the player's own; a webcast begins with sound, whatever the last one ended with.
    options: { noAutoSeekToLive: true, noMutedPref: true },
  });
  const stop = store.subscribe((state) => {
    onChange({
      isPaused: state.mediaPaused ?? true,
      isMuted: state.mediaMuted ?? false,
      volume: state.mediaVolume ?? 1,
      volumeLevel: levelOf(state.mediaVolumeLevel),
      canSetVolume: state.mediaVolumeUnavailable === undefined,
      isLoading: state.mediaLoading ?? false,
      isPip: state.mediaIsPip ?? false,
      canPip: state.mediaPipUnavailable === undefined,
      isFullscreen: state.mediaIsFullscreen ?? false,
      canFullscreen: state.mediaFullscreenUnavailable === undefined,
      hasCaptions: (state.mediaSubtitlesList?.length ?? 0) > 0,
      isShowingCaptions: (state.mediaSubtitlesShowing?.length ?? 0) > 0,
    });
  });
  return {
    request(request) {
      store.dispatch({
        type: REQUEST_NAMES[request.type],
        detail: request.type === 'volume' ? request.volume : undefined,
      });
    },
    close: stop,
  };
}

function levelOf(level: unknown): MediaState['volumeLevel'] {
  if (level === 'off' || level === 'low') return level;
  return 'high';
}
