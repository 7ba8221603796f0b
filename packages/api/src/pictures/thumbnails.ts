import type { Picture, PictureFailure, PictureShape } from '@rostrum/contracts';
import type { Entry, EntryRecord } from '../entries/entry.ts';
import type { MediaItem } from '../entries/media-item.ts';
import { statusOf } from '../live/live-state.ts';
import type { PlaybackAddresses } from '../live/playback-addresses.ts';
import type { Webcast, WebcastRecord } from '../live/webcast.ts';
import type { Channels, Clock, Stills } from '../ports.ts';
import type { Replays } from '../recording/replays.ts';
import type { EntryPictures, PicturesStore, Show } from '../store/entry/pictures-store.ts';
import { type Cacheable, PictureCache } from './picture-cache.ts';
import { placeholder } from './placeholder.ts';
import { showOnAir } from './show-on-air.ts';
import { SHARE_OF_SHOW } from './show-pictures.ts';

export type ThumbnailsOptions = {
  readonly pictures: PicturesStore;
  readonly channels: Channels;
  readonly playback: PlaybackAddresses;
  readonly stills: Stills;
  readonly replays: Replays;
  readonly clock: Clock;
};

export type Thumbnail = {
  readonly picture: Picture;
  /** How long caches between us and the viewers may show it. */
  readonly maxAgeSeconds: number;
};

/** Where a picture may come from. */
type Source = {
  /** The same for the same picture. */
  readonly key: string;
  readonly maxAgeSeconds: number;
  readonly read: () => Promise<Picture | PictureFailure | null>;
};

/** A picture of what is on air is at most this old when it is cut, and as long again with whoever has it. */
const LIVE_SECONDS = 2;
/** A frame at a time: of a show that goes on, the end may still move. */
const MOMENT_ON_AIR_SECONDS = 10;
const MOMENT_SECONDS = 300;
/** Until a webcast begins: then the picture at the same address is another one. */
const RESTING_SECONDS = 10;
/** Originals and shaped pictures that are kept in memory. */
const MAX_ORIGINAL_BYTES = 24 * 1024 * 1024;
const MAX_SHAPED_BYTES = 40 * 1024 * 1024;
/** What was answered last, for when too many pictures are asked for at once. */
const MAX_LATEST_BYTES = 8 * 1024 * 1024;
const KEEP_LATEST_MS = 60_000;
const KEEP_MS = 10 * 60_000;
/** A frame that could not be had is asked for again after this. */
const KEEP_FAILURE_MS = 2000;

/** Answers an entry's picture in any shape: what is on air, what was, what somebody has set, or the placeholder. */
export class Thumbnails {
  readonly #options: ThumbnailsOptions;
  readonly #originals = new PictureCache<Picture | PictureFailure | null>(MAX_ORIGINAL_BYTES);
  readonly #shaped = new PictureCache<Picture | PictureFailure>(MAX_SHAPED_BYTES);
  readonly #latest = new PictureCache<Picture>(MAX_LATEST_BYTES);

  constructor(options: ThumbnailsOptions) {
    this.#options = options;
  }

  /**
   * @param second from the beginning of the show; null for the entry's picture as it is now
   * @returns `busy` where too many pictures are being made, and there is no earlier answer to give
   */
  async thumbnailOf(
    record: EntryRecord,
    shape: PictureShape,
    second: number | null,
  ): Promise<Thumbnail | 'busy'> {
    const key = `${record.entry.id} ${second} ${JSON.stringify(shape)}`;
    const made = await this.#make(record, shape, second);
    if (made !== 'busy') {
      const sizeBytes = made.picture.bytes.length;
      this.#latest.keep(key, { value: made.picture, sizeBytes, keepMs: KEEP_LATEST_MS });
      return made;
    }
    const latest = this.#latest.peek(key);
    return latest === undefined ? 'busy' : { picture: latest, maxAgeSeconds: LIVE_SECONDS };
  }

  async #make(
    record: EntryRecord,
    shape: PictureShape,
    second: number | null,
  ): Promise<Thumbnail | 'busy'> {
    for (const source of await this.#sourcesOf(record, second)) {
      const original = await this.#original(source);
      if (original === 'busy') return 'busy';
      if (original === null || typeof original === 'string') continue;
      const picture = await this.#shape(source.key, original, shape);
      if (picture === 'busy') return 'busy';
      // Without the tool for it, a picture in another size is better than none.
      if (picture === 'no-tool') return { picture: original, maxAgeSeconds: RESTING_SECONDS };
      if (typeof picture !== 'string') return { picture, maxAgeSeconds: source.maxAgeSeconds };
    }
    return { picture: await placeholder(), maxAgeSeconds: RESTING_SECONDS };
  }

  /**
   * A frame of the show that is on air, or of the last one, while the media process still has it.
   *
   * @param second from the beginning of the show; null for the newest frame
   */
  async frameOf(
    { webcast, facts }: WebcastRecord,
    second: number | null,
  ): Promise<Picture | PictureFailure> {
    const kept = await this.#options.pictures.factsOf(webcast);
    const onAir = showOnAir(statusOf(this.#options.channels, { webcast, facts }));
    const show = onAir ?? kept.show?.show ?? null;
    return show === null ? 'no-frame' : this.#cut(webcast, show, second);
  }

  /**
   * What there is to make another picture of: a frame, or the entry's picture, but no placeholder.
   *
   * @param second from the beginning of the show or recording; null for the entry's picture as it is now
   */
  async pictureOf(record: EntryRecord, second: number | null): Promise<Picture | PictureFailure> {
    let failure: PictureFailure = 'no-frame';
    for (const source of await this.#sourcesOf(record, second)) {
      if (source.read === placeholder) continue;
      const original = await this.#original(source);
      if (original === null) continue;
      if (typeof original !== 'string') return original;
      failure = original;
    }
    return failure;
  }

  async #sourcesOf({ entry, facts }: EntryRecord, second: number | null): Promise<Source[]> {
    const kept = await this.#options.pictures.factsOf(entry);
    const nothing = { key: 'placeholder', maxAgeSeconds: RESTING_SECONDS, read: placeholder };
    if (entry.kind !== 'webcast') {
      const recorded = entry.kind === 'media' ? await this.#recordedOf(entry, second) : [];
      const set = this.#keptOf(entry, kept, null);
      return [...(second === null ? [...set, ...recorded] : [...recorded, ...set]), nothing];
    }
    const status = statusOf(this.#options.channels, { webcast: entry, facts });
    const onAir = showOnAir(status);
    const show = onAir ?? kept.show?.show ?? null;
    return [
      ...(second !== null && show !== null
        ? [this.#momentOf(entry, show, second, onAir !== null)]
        : []),
      ...(onAir === null ? [] : [this.#edgeOf(entry, onAir)]),
      ...this.#keptOf(entry, kept, onAir),
      nothing,
    ];
  }

  /** A frame of what a recording plays. */
  async #recordedOf(entry: MediaItem, second: number | null): Promise<readonly Source[]> {
    const playlistPath = await this.#options.replays.urlOf('', entry);
    if (playlistPath === null) return [];
    const lengthMs = entry.properties.msDuration ?? 0;
    const offsetMs = second === null ? Math.round(lengthMs * SHARE_OF_SHOW) : second * 1000;
    // The address says what is played; before that stands a token, which changes.
    const composition = playlistPath.split('/').at(-2) ?? '';
    return [
      {
        key: `${composition} at ${offsetMs}`,
        maxAgeSeconds: MOMENT_SECONDS,
        read: () => this.#options.stills.frameOf({ playlistPath, offsetMs }),
      },
    ];
  }

  #momentOf(webcast: Webcast, show: Show, second: number, isOnAir: boolean): Source {
    const isMoving = isOnAir ? `${this.#bucket(MOMENT_ON_AIR_SECONDS)}` : '';
    return {
      key: `${webcast.id} ${show.generation} at ${second} ${isMoving}`,
      maxAgeSeconds: isOnAir ? MOMENT_ON_AIR_SECONDS : MOMENT_SECONDS,
      read: () => this.#cut(webcast, show, second),
    };
  }

  #edgeOf(webcast: Webcast, show: Show): Source {
    return {
      key: `${webcast.id} ${show.generation} now ${this.#bucket(LIVE_SECONDS)}`,
      maxAgeSeconds: LIVE_SECONDS,
      read: () => this.#cut(webcast, show, null),
    };
  }

  /** The newer of what was set and what was kept; while a show is on air, nothing of the one before. */
  #keptOf(entry: Entry, { set, show }: EntryPictures, onAir: Show | null): readonly Source[] {
    const isOfThisShow = onAir !== null && show?.show?.generation === onAir.generation;
    const found = [set, onAir === null || isOfThisShow ? show : null].filter(
      (facts) => facts !== null,
    );
    found.sort((a, b) => b.createdAtMs - a.createdAtMs);
    return found.map((facts) => ({
      key: `${entry.id} ${facts.kind} ${facts.createdAtMs} ${facts.show?.generation ?? entry.counts.pictureVersion}`,
      maxAgeSeconds: RESTING_SECONDS,
      read: () => this.#options.pictures.read(entry, facts.kind),
    }));
  }

  #cut(
    webcast: Webcast,
    { generation, startedAtMs }: Show,
    second: number | null,
  ): Promise<Picture | PictureFailure> {
    const playlistPath = this.#options.playback.manifestUrl('', webcast, generation, startedAtMs);
    const atMs = second === null ? null : startedAtMs + second * 1000;
    return this.#options.stills.frameOf({ playlistPath, atMs });
  }

  #original({ key, read }: Source): Promise<Picture | PictureFailure | null> {
    return this.#originals.get(key, async () => cacheable(await read()));
  }

  #shape(key: string, original: Picture, shape: PictureShape): Promise<Picture | PictureFailure> {
    return this.#shaped.get(`${key} ${JSON.stringify(shape)}`, async () =>
      cacheable(await this.#options.stills.shape(original, shape)),
    );
  }

  #bucket(seconds: number): number {
    return Math.floor(this.#options.clock.nowMs() / 1000 / seconds);
  }
}

function cacheable<T extends Picture | PictureFailure | null>(value: T): Cacheable<T> {
  if (value === null) return { value, sizeBytes: 0, keepMs: KEEP_FAILURE_MS };
  if (typeof value !== 'string') return { value, sizeBytes: value.bytes.length, keepMs: KEEP_MS };
  return { value, sizeBytes: 0, keepMs: value === 'busy' ? 0 : KEEP_FAILURE_MS };
}
