/** What is being watched, and by whom. */
export type BeaconSubject = {
  /** Where the server is: `https://live.example.com`. */
  readonly serviceUrl: string;
  /** Of the webcast or the recording. */
  readonly entryId: string;
  readonly partnerId: number;
  /** The viewer's session (KS); empty for an anonymous viewer. */
  readonly session: string;
};

/** What the browser is needed for. */
export type BeaconEnvironment = {
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly newSessionId: () => string;
  /** Whether the viewer's browser says that they don't want to be followed. */
  readonly asksNotToTrack: boolean;
  /** The page without its query, where sessions stand. */
  readonly page: string;
  readonly isTabInFront: () => boolean;
  /** Never throws and never waits. @param isLeaving the page is about to go */
  readonly send: (url: string, body: string, isLeaving: boolean) => void;
  /** Calls back when the page is about to go. Returns the end of that. */
  readonly onLeave: (leave: () => void) => () => void;
};

/** Where a video is in what it plays. */
export type WatchedPlace = {
  readonly playbackType: 'live' | 'dvr' | 'vod';
  /** Seconds from the beginning; live, how far from the edge (not above 0). */
  readonly positionS: number;
  /** Of the rendition that plays; null where the player can't tell. */
  readonly bitsPerSecond: number | null;
  /** The stream clock of the picture, wall-clock ms; null where the stream does not say. */
  readonly clockMs: number | null;
};

/** The part of a video element that is followed. */
export type WatchedVideo = Pick<
  HTMLVideoElement,
  'addEventListener' | 'paused' | 'ended' | 'seeking' | 'muted' | 'readyState'
>;

export type Watch = {
  /** The viewer goes to another place. @param targetS as WatchedPlace.positionS */
  seek(targetS: number): void;
  /** Nothing plays any more. @param code a word for why */
  fail(code: string): void;
  close(): void;
};

/** KAVA's numbers. */
const EVENT = {
  impression: 1,
  playRequest: 2,
  play: 3,
  resume: 4,
  pause: 33,
  seek: 35,
  bufferStart: 45,
  bufferEnd: 46,
  error: 98,
  view: 99,
} as const;

type EventName = keyof typeof EVENT;

/** A VIEW stands for this much playing. */
const VIEW_MS = 10_000;
const TICK_MS = 1000;
/** Ten thousand players that begin in the same second tell of it over this long. */
const SPREAD_MS = 10_000;
/** HTMLMediaElement.HAVE_FUTURE_DATA. */
const CAN_GO_ON = 3;

type Waiting = { readonly url: string; readonly body: string };

/**
 * Tells the server what is watched, in KAVA's words. A session lasts as long as this object: its id is random, in memory
 * only, and nothing is kept in the browser. Each session is late by a random time of its own, so that an audience does
 * not tell in chorus; when the page goes, what still waits leaves at once.
 */
export class PlayerBeacons {
  readonly #subject: BeaconSubject;
  readonly #environment: BeaconEnvironment;
  readonly #sessionId: string;
  readonly #delayMs: number;
  readonly #waiting = new Map<ReturnType<typeof setTimeout>, Waiting>();
  readonly #endLeave: () => void;
  #index = 0;
  #told = new Set<EventName>();
  #playedMs = 0;
  #bufferedMs = 0;

  constructor(subject: BeaconSubject, environment: BeaconEnvironment = browserEnvironment()) {
    this.#subject = subject;
    this.#environment = environment;
    this.#sessionId = environment.newSessionId();
    this.#delayMs = environment.random() * SPREAD_MS;
    this.#endLeave = environment.onLeave(() => this.#leave());
  }

  /** Follows a video until it is closed. One video after the other belongs to the same session. */
  watch(video: WatchedVideo, place: () => WatchedPlace): Watch {
    const listening = new AbortController();
    let isBuffering = false;
    let isRunning = false;
    let wasPaused = false;
    let viewPlayedMs = 0;
    let viewBufferedMs = 0;
    let tickedAtMs = this.#environment.nowMs();
    const tell = (name: EventName, more: object = {}) =>
      this.#tell(name, place(), { ...more, soundMode: video.muted ? 1 : 2 });

    const advance = () => {
      const nowMs = this.#environment.nowMs();
      // A machine that slept has shown nothing in the meantime.
      const passedMs = Math.min(nowMs - tickedAtMs, 2 * TICK_MS);
      tickedAtMs = nowMs;
      if (!isRunning || passedMs <= 0) return;
      viewPlayedMs += passedMs;
      if (isBuffering) {
        viewBufferedMs += passedMs;
        this.#bufferedMs += passedMs;
      } else {
        this.#playedMs += passedMs;
      }
      if (viewPlayedMs < VIEW_MS) return;
      tell('view', { bufferTime: seconds(viewBufferedMs) });
      viewPlayedMs -= VIEW_MS;
      viewBufferedMs = 0;
    };
    const setBuffering = (next: boolean) => {
      if (next === isBuffering) return;
      advance();
      isBuffering = next;
      tell(next ? 'bufferStart' : 'bufferEnd');
    };

    const { signal } = listening;
    const on = (name: keyof HTMLMediaElementEventMap, handle: () => void) =>
      video.addEventListener(name, handle, { signal });
    on('loadedmetadata', () => this.#once('impression', tell));
    on('play', () => this.#once('playRequest', tell));
    on('playing', () => {
      advance();
      this.#once('impression', tell);
      if (!this.#told.has('play')) this.#once('play', tell);
      else if (isBuffering) setBuffering(false);
      else if (wasPaused) tell('resume');
      isRunning = true;
      wasPaused = false;
    });
    on('pause', () => {
      setBuffering(false);
      advance();
      isRunning = false;
      if (video.ended || !this.#told.has('play')) return;
      wasPaused = true;
      tell('pause');
    });
    on('waiting', () => {
      const isStarved = video.readyState < CAN_GO_ON && !video.paused && !video.seeking;
      if (isStarved && this.#told.has('play')) setBuffering(true);
    });
    const ticker = setInterval(advance, TICK_MS);

    return {
      seek: (targetS) => tell('seek', { targetPosition: targetS }),
      fail: (code) => tell('error', { errorCode: code, errorPosition: this.#errorPosition() }),
      close: () => {
        clearInterval(ticker);
        listening.abort();
      },
    };
  }

  /** What still waits leaves at once. */
  close(): void {
    this.#endLeave();
    this.#flush(false);
  }

  #once(name: EventName, tell: (name: EventName) => void): void {
    if (!this.#told.has(name)) tell(name);
  }

  /** KAVA's: 3 before anybody wanted to play, 1 before it did, 2 in between. */
  #errorPosition(): number {
    if (this.#told.has('play')) return 2;
    return this.#told.has('playRequest') ? 1 : 3;
  }

  #tell(name: EventName, place: WatchedPlace, more: object): void {
    this.#told.add(name);
    const { asksNotToTrack, page, isTabInFront } = this.#environment;
    if (asksNotToTrack) return;
    this.#index += 1;
    const { serviceUrl, entryId, partnerId, session } = this.#subject;
    const query = new URLSearchParams({
      service: 'analytics',
      action: 'trackEvent',
      eventType: String(EVENT[name]),
      partnerId: String(partnerId),
      entryId,
      sessionId: this.#sessionId,
    });
    const body = {
      eventIndex: this.#index,
      playbackType: place.playbackType,
      position: rounded(place.positionS),
      ...(place.clockMs === null ? {} : { absolutePosition: Math.round(place.clockMs) }),
      ...(place.bitsPerSecond === null
        ? {}
        : { actualBitrate: Math.round(place.bitsPerSecond / 1000) }),
      playTimeSum: seconds(this.#playedMs),
      bufferTimeSum: seconds(this.#bufferedMs),
      tabMode: isTabInFront() ? 2 : 1,
      deliveryType: 'hls',
      clientVer: 'rostrum',
      ...(name === 'impression' ? { referrer: page } : {}),
      ...more,
      ...(session === '' ? {} : { ks: session }),
    };
    this.#later({ url: `${serviceUrl}/api_v3/index.php?${query}`, body: JSON.stringify(body) });
  }

  #later(beacon: Waiting): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.#environment.send(beacon.url, beacon.body, false);
    }, this.#delayMs);
    this.#waiting.set(timer, beacon);
  }

  #leave(): void {
    this.#flush(true);
  }

  #flush(isLeaving: boolean): void {
    for (const [timer, { url, body }] of this.#waiting) {
      clearTimeout(timer);
      this.#environment.send(url, body, isLeaving);
    }
    this.#waiting.clear();
  }
}

function seconds(durationMs: number): number {
  return rounded(durationMs / 1000);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function browserEnvironment(): BeaconEnvironment {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & {
    readonly globalPrivacyControl?: boolean;
  };
  return {
    nowMs: () => performance.now(),
    random: Math.random,
    // `randomUUID` is for secure pages only; a server in an office has none.
    newSessionId: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join(''),
    asksNotToTrack: doNotTrack === '1' || globalPrivacyControl === true,
    page: `${location.origin}${location.pathname}`,
    isTabInFront: () => document.visibilityState === 'visible',
    send(url, body, isLeaving) {
      // Text needs no question in advance.
      if (isLeaving && navigator.sendBeacon(url, body)) return;
      fetch(url, { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(() => {
        // A lost beacon is lost.
      });
    },
    onLeave(leave) {
      addEventListener('pagehide', leave);
      return () => removeEventListener('pagehide', leave);
    },
  };
}
