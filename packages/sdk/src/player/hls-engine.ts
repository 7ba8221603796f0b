import type { ErrorData, default as HlsClass, Level } from 'hls.js';
import type { DvrWindow } from './dvr-window.ts';
import { HLS_SETTINGS } from './hls-settings.ts';
import { isKeptFromPages } from './kept-from-pages.ts';
import type { EngineEvents, PlaybackEngine, Rendition } from './playback-engine.ts';

/** hls.js behind the engine's interface. */
export class HlsEngine implements PlaybackEngine {
  readonly name = 'hls.js';
  readonly #hls: HlsClass;
  readonly #video: HTMLVideoElement;
  #manifestUrl = '';
  #hasManifest = false;
  #targetMs: number | null = null;
  #baseTargetMs: number | null = null;
  #unitMs: number | null = null;
  #hasMedia = false;
  #isClosed = false;

  constructor(Hls: typeof HlsClass, video: HTMLVideoElement, events: EngineEvents) {
    this.#video = video;
    const hls = new Hls({ ...HLS_SETTINGS });
    this.#hls = hls;
    const { Events, ErrorTypes, ErrorDetails } = Hls;
    hls.on(Events.MANIFEST_PARSED, () => {
      this.#hasManifest = true;
      events.onRenditions();
    });
    hls.on(Events.LEVELS_UPDATED, events.onRenditions);
    hls.on(Events.LEVEL_SWITCHED, events.onRenditions);
    hls.on(Events.LEVEL_LOADED, (_event, { details }) => {
      const holdBackS = details.partHoldBack || details.holdBack || 3 * details.targetduration;
      this.#baseTargetMs = holdBackS * 1_000;
      this.#unitMs = (details.partTarget || details.targetduration) * 1_000;
      events.onPlaylist();
    });
    hls.on(Events.FRAG_PARSING_METADATA, (_event, { samples }) => {
      for (const sample of samples) events.onId3(sample.pts, sample.data);
    });
    hls.on(Events.FRAG_LOADED, () => {
      this.#hasMedia = true;
    });
    hls.on(Events.ERROR, (_event, data: ErrorData) => {
      if (data.details === ErrorDetails.BUFFER_STALLED_ERROR) events.onStall();
      if (!data.fatal) return;
      if (data.type === ErrorTypes.NETWORK_ERROR && data.response?.code === 0 && !this.#hasMedia) {
        const url = data.frag?.url ?? data.url ?? this.#manifestUrl;
        void isKeptFromPages(url).then((isKept) => {
          const kind = isKept ? 'unreadable' : 'network';
          if (!this.#isClosed) events.onFailure({ kind, detail: data.details });
        });
        return;
      }
      const isEarly = data.details === ErrorDetails.LEVEL_EMPTY_ERROR;
      const kind = isEarly ? 'early' : kindOf(data.type, ErrorTypes);
      events.onFailure({ kind, detail: data.details });
    });
    hls.attachMedia(video);
  }

  load(manifestUrl: string): void {
    this.#manifestUrl = manifestUrl;
    this.#hasManifest = false;
    this.#baseTargetMs = null;
    this.#unitMs = null;
    this.#hasMedia = false;
    this.#hls.loadSource(manifestUrl);
  }

  reload(): void {
    if (!this.#hasManifest) {
      this.#hls.loadSource(this.#manifestUrl);
      return;
    }
    // hls.js remembers when it wanted to ask again; this is an earlier occasion.
    const { audioTracks, audioTrack, latestLevelDetails } = this.#hls;
    for (const details of [latestLevelDetails, audioTracks[audioTrack]?.details]) {
      if (details) details.requestScheduled = 0;
    }
    this.#hls.startLoad(-1, true);
  }

  recoverMedia(): void {
    this.#hls.recoverMediaError();
  }

  get isPlaylistStill(): boolean {
    return (this.#hls.latestLevelDetails?.misses ?? 0) > 0;
  }

  get isPlaylistFresh(): boolean {
    const details = this.#hls.latestLevelDetails;
    if (details === null || details.misses > 0) return false;
    return details.age < 3 * (details.partTarget || details.targetduration);
  }

  get latencyMs(): number | null {
    const details = this.#hls.latestLevelDetails;
    if (details === null || !details.live) return null;
    return (details.edge + details.age - this.#video.currentTime) * 1_000;
  }

  get baseTargetMs(): number | null {
    return this.#baseTargetMs;
  }

  get unitMs(): number | null {
    return this.#unitMs;
  }

  setTarget(targetMs: number): void {
    if (this.#targetMs === targetMs) return;
    this.#targetMs = targetMs;
    this.#hls.targetLatency = targetMs / 1_000;
  }

  get window(): DvrWindow | null {
    const details = this.#hls.latestLevelDetails;
    if (details === null || !this.#hasManifest) return null;
    const liveS = details.live ? this.#hls.liveSyncPosition : details.edge;
    if (liveS === null) return null;
    return { startS: details.fragmentStart, liveS };
  }

  get programDateMs(): number | null {
    return this.#hls.playingDate?.getTime() ?? null;
  }

  get renditions(): readonly Rendition[] {
    return this.#hls.levels.map(renditionOf);
  }

  get playing(): Rendition | null {
    const id = this.#hls.currentLevel;
    const level = this.#hls.levels[id];
    return level === undefined ? null : renditionOf(level, id);
  }

  get selected(): number | 'auto' {
    return this.#hls.autoLevelEnabled ? 'auto' : this.#hls.manualLevel;
  }

  select(rendition: number | 'auto'): void {
    // The next segment changes, what is buffered plays on: no gap.
    this.#hls.nextLevel = rendition === 'auto' ? -1 : rendition;
  }

  close(): void {
    this.#isClosed = true;
    this.#hls.destroy();
  }
}

function renditionOf(level: Level, id: number): Rendition {
  return { id, heightPx: level.height > 0 ? level.height : null, bitsPerSecond: level.bitrate };
}

function kindOf(
  type: ErrorData['type'],
  types: typeof HlsClass.ErrorTypes,
): 'network' | 'media' | 'other' {
  if (type === types.NETWORK_ERROR) return 'network';
  return type === types.MEDIA_ERROR || type === types.MUX_ERROR ? 'media' : 'other';
}
