export type { AutoplayOutcome } from './autoplay.ts';
export { browserEngine, chooseEngine, type EngineName } from './choose-engine.ts';
export type { DvrWindow } from './dvr-window.ts';
export { LatencyControl } from './latency-control.ts';
export { loadHls } from './load-hls.ts';
export type { Rendition } from './playback-engine.ts';
export {
  type BeaconSubject,
  PlayerBeacons,
  type Watch,
  type WatchedPlace,
} from './player-beacons.ts';
export {
  PlayerController,
  type PlayerEvents,
  type PlayerFailure,
  type PlayerState,
  type Show,
} from './player-controller.ts';
