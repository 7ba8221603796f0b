import type {
  ChannelHealth,
  ChannelSettings,
  ChannelStatus,
  KeptTake,
  MeasuredStretch,
  MovieFacts,
  Picture,
  PictureFailure,
  PictureShape,
  ShowMoment,
  StoreHealth,
  TakeTrim,
} from '@rostrum/contracts';

/** What the API needs from outside. The server's wiring supplies it; the tests supply small fakes. */

export interface Clock {
  /** Wall clock, ms since 1970. */
  nowMs(): number;
}

export interface Log {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
  debug(facts: object, message: string): void;
}

/** The media process, as the API sees it. */
export interface Channels {
  /** The newest status the media process has told; undefined where it knows nothing of the webcast. */
  statusOf(webcastId: string): ChannelStatus | undefined;
  /** Tells the media process; while it is away nothing is lost, because it is told everything when it returns. */
  applySettings(settings: ChannelSettings): void;
  /** The webcast is deleted: its encoder is disconnected, its media removed but for its takes. Repeating does no harm. */
  remove(webcastId: string): void;
  /**
   * No recording refers to a take any more: it plays no longer, and its media goes. Repeating it does no harm, also where
   * there is no such take.
   *
   * @returns resolves once that survives a restart; rejects where nobody has confirmed it in time: repeat it later
   */
  removeTake(webcastId: string, generation: string): Promise<void>;
  /**
   * What trims leave of a take whose show is over, in their order: whole segments. Null for a trim that leaves nothing, and
   * for all where there is no such take. Rejects where the media process does not answer in time.
   */
  measureTake(
    webcastId: string,
    generation: string,
    trims: readonly (TakeTrim | null)[],
  ): Promise<readonly (MeasuredStretch | null)[] | null>;
  /**
   * Takes in the archive, by webcast and generation, MAX_LISTED_TAKES at once; rejects like `measureTake`.
   *
   * @param after only those behind this one: `WEBCAST/GENERATION`
   */
  listTakes(after: string | null): Promise<readonly KeptTake[]>;
}

export type ServerProcess = {
  readonly name: string;
  readonly pid: number;
  readonly isReady: boolean;
};

/** The server as a whole, as far as its processes tell. */
export interface Server {
  readonly version: string;
  processes(): readonly ServerProcess[];
  /** Those that are known; `rtmps` is null without a certificate. */
  ports(): {
    readonly http?: number;
    readonly media?: number;
    readonly rtmp?: number;
    readonly rtmps?: number | null;
  };
  /** The newest sample of a webcast; null while no encoder is there and no show is on, or nobody tells. */
  healthOf(webcastId: string): ChannelHealth | null;
  /** The newest sample of every webcast that is being told of. */
  healths(): readonly ChannelHealth[];
  /** How many viewers are in a webcast's room now; 0 where nobody is. */
  watching(webcastId: string): number;
  /** Null before it was told for the first time. */
  storeHealth(): StoreHealth | null;
}

export type IngestAddress = { readonly host: string; readonly port: number };

/** Makes pictures: the server has FFmpeg do it. Nothing here rejects because of what the bytes are. */
export interface Stills {
  /** A frame of a show as the media process delivers it. */
  frameOf(moment: ShowMoment): Promise<Picture | PictureFailure>;
  /** Somebody's picture written anew, so that it is nothing but a picture; full HD at most. */
  originalOf(picture: Picture): Promise<Picture | PictureFailure>;
  shape(picture: Picture, shape: PictureShape): Promise<Picture | PictureFailure>;
}

/** What the media process knows of recordings as files. */
export interface Movies {
  /**
   * What a recording is as one MP4 file. Takes a second or more for a long one that nobody has asked for.
   *
   * @param path below the base of media: what `recordingPath` gives, with MOVIE_FACTS_FILE
   * @returns null where there is no such recording, or nobody answers in time
   */
  factsAt(path: string): Promise<MovieFacts | null>;
}

/** The addresses that go into links. */
export interface Addresses {
  /** Base URL of API and pages without a slash at its end, for a request that named this host (`localhost:8080`). */
  publicUrl(requestHost: string): string;
  /** Base URL of playlists and media without a slash at its end. */
  mediaUrl(requestHost: string): string;
  /** Where encoders connect. */
  rtmp(requestHost: string): IngestAddress;
  /** The same over TLS; null where it is not offered. */
  rtmps(requestHost: string): IngestAddress | null;
}

/** The account that the installation is configured with. */
export type Account = {
  readonly partnerId: number;
  readonly adminSecret: string;
  readonly userSecret: string;
};
