import type { DvrWindow } from './dvr-window.ts';
import type { EngineFailure } from './recovery.ts';

/** A quality that the stream offers. */
export type Rendition = {
  readonly id: number;
  /** Pixels; null where the playlist does not say. */
  readonly heightPx: number | null;
  readonly bitsPerSecond: number;
};

export type EngineEvents = {
  readonly onFailure: (failure: EngineFailure) => void;
  /** A playlist has loaded. */
  readonly onPlaylist: () => void;
  /** The picture stood still for want of data. */
  readonly onStall: () => void;
  readonly onRenditions: () => void;
  /** An in-band ID3 tag belongs to this place of the media timeline. */
  readonly onId3: (mediaTimeS: number, tag: Uint8Array) => void;
};

/** What turns a manifest into a picture in a video element. */
export interface PlaybackEngine {
  readonly name: 'hls.js' | 'native';
  load(manifestUrl: string): void;
  /** Loads again after a network failure, from where it stopped. */
  reload(): void;
  /** Gives the browser a fresh decoder. */
  recoverMedia(): void;
  /** The playlist had not moved when it was last asked for, and the engine takes its time to ask again. */
  readonly isPlaylistStill: boolean;
  /** The playlist moved a moment ago: what it says about live is true now. */
  readonly isPlaylistFresh: boolean;
  /** Distance from the live edge to the playhead, ms; null where the engine can't tell. */
  readonly latencyMs: number | null;
  /** The playlist's own target, ms; null where the engine steers by itself. */
  readonly baseTargetMs: number | null;
  /** What media comes in, ms: parts, or segments where a playlist has none; null before the first playlist. */
  readonly unitMs: number | null;
  /** Where the engine starts and jumps to; the control's target, ms. */
  setTarget(targetMs: number): void;
  readonly window: DvrWindow | null;
  /** EXT-X-PROGRAM-DATE-TIME of the picture on screen, ms; null where the playlist has none. */
  readonly programDateMs: number | null;
  readonly renditions: readonly Rendition[];
  /** The rendition that is playing; null while unknown. */
  readonly playing: Rendition | null;
  /** A rendition's id, or `auto`. */
  readonly selected: number | 'auto';
  select(rendition: number | 'auto'): void;
  close(): void;
}
