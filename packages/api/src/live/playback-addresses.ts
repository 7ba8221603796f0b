import { createHmac } from 'node:crypto';
import {
  type Composition,
  encodePlaybackToken,
  manifestName,
  recordingPath,
} from '@rostrum/contracts';
import type { Clock } from '../ports.ts';
import { dvrWindowMsOf, type Webcast } from './webcast.ts';

/** A viewer who comes now can watch for at least this long, and rewind after the end. */
const MIN_VALID_MS = 24 * 3600_000;

/** Tokens of one such stretch are the same text, so that caches between us and the viewers see one address. */
const STRETCH_MS = 12 * 3600_000;

/** Makes the addresses of playlists: with a token that an edge can verify by itself, the same for all viewers. */
export class PlaybackAddresses {
  readonly #secret: Uint8Array;
  readonly #clock: Clock;

  /** @param secret HMAC key, the media process has the same; at least 16 bytes */
  constructor(secret: Uint8Array, clock: Clock) {
    if (secret.length < 16) {
      throw new RangeError(
        `The playback secret must have at least 16 bytes (got ${secret.length})`,
      );
    }
    this.#secret = secret;
    this.#clock = clock;
  }

  /**
   * @param mediaBaseUrl without a slash at its end
   * @param startedAtMs when the show began: stretches are counted from there, so that a token does not change at its peak
   */
  manifestUrl(
    mediaBaseUrl: string,
    webcast: Webcast,
    generation: string,
    startedAtMs: number,
  ): string {
    const token = encodePlaybackToken(
      {
        webcastId: webcast.id,
        generation,
        epoch: webcast.playbackEpoch,
        expiresAtSeconds: Math.ceil(this.#expiresAtMs(webcast, startedAtMs) / 1000),
      },
      this.#mac,
    );
    const name = manifestName(dvrWindowMsOf(webcast));
    return `${mediaBaseUrl}/v/${token}/${webcast.id}/${generation}/${name}`;
  }

  /** @param mediaBaseUrl without a slash at its end */
  recordingUrl(mediaBaseUrl: string, composition: Composition): string {
    return `${mediaBaseUrl}${this.recordingPath(composition)}/index.m3u8`;
  }

  /** Below the base of media, without a slash at its end. Holds for a day at least: as long as a slow download takes. */
  recordingPath(composition: Composition): string {
    const stretches = Math.ceil((this.#clock.nowMs() + MIN_VALID_MS) / STRETCH_MS);
    return recordingPath(composition, (stretches * STRETCH_MS) / 1000, this.#mac);
  }

  readonly #mac = (text: string) =>
    createHmac('sha256', this.#secret).update(text).digest('base64url');

  /** To the event's end plus the DVR window: stock players can't renew a token. */
  #expiresAtMs(webcast: Webcast, startedAtMs: number): number {
    const plannedEndMs = (webcast.properties.endDate ?? 0) * 1000 + dvrWindowMsOf(webcast);
    const neededMs = Math.max(plannedEndMs, this.#clock.nowMs() + MIN_VALID_MS);
    const stretches = Math.floor((neededMs - startedAtMs) / STRETCH_MS) + 1;
    return startedAtMs + stretches * STRETCH_MS;
  }
}
