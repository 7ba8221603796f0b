/** The stretch that a viewer may move in, on the media timeline in seconds. */
export type DvrWindow = {
  readonly startS: number;
  /** Where live is: the edge less the distance that playback keeps from it. */
  readonly liveS: number;
};

/** The oldest segment leaves the playlist while it is being asked for: stay clear of it. */
const CLEAR_OF_START_S = 2;

/** A viewer this close to live is live. */
const AT_LIVE_WITHIN_S = 1.5;

/** Shorter windows are not worth a timeline. */
const LEAST_WINDOW_S = 15;

/** A place inside the window, as near to the wanted one as can be. */
export function clampToWindow(wantedS: number, window: DvrWindow): number {
  const firstS = Math.min(window.startS + CLEAR_OF_START_S, window.liveS);
  return Math.min(window.liveS, Math.max(firstS, wantedS));
}

/** How far a place is behind live, ms; never negative. */
export function behindLiveMs(positionS: number, window: DvrWindow): number {
  return Math.max(0, (window.liveS - positionS) * 1_000);
}

/** Whether going to this place means watching live. */
export function isLivePosition(positionS: number, window: DvrWindow): boolean {
  return window.liveS - positionS <= AT_LIVE_WITHIN_S;
}

/** Whether there is enough to go back to. */
export function isWorthTimeline(window: DvrWindow): boolean {
  return window.liveS - window.startS >= LEAST_WINDOW_S;
}
