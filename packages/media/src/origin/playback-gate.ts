import { createHmac } from 'node:crypto';
import { decodePlaybackToken, type PlaybackClaims, type PlaybackMac } from '@rostrum/contracts';
import type { LiveGeneration, LiveGenerations } from '../package/live-track.ts';
import { type MediaReply, textReply } from './media-reply.ts';

/** Verified prefixes that are remembered: one for each webcast and expiry in the time of one show. */
const REMEMBERED_PREFIXES = 4096;

const PREFIX = /^\/v\/([^/]+)\/([^/]+)\/([^/]+)$/;

const NOT_FOUND = textReply(
  404,
  'There is nothing at this address. Ask playManifest for the current one.',
);
const FORGED = textReply(
  403,
  'This playback address is not valid. Ask playManifest for a new one.',
);
const EXPIRED = textReply(
  403,
  'This playback address has expired. Reload the page, or ask playManifest for a new one.',
);
const REVOKED = textReply(
  403,
  'This playback address has been withdrawn. Reload the page, or ask playManifest for a new one.',
);

export type PlaybackGateOptions = {
  readonly generations: LiveGenerations;
  readonly playbackSecret: Uint8Array;
  /** Wall clock, ms. */
  readonly clock: () => number;
};

/** Lets those in whose address carries a token that still holds. Verified offline, and once per token. */
export class PlaybackGate {
  readonly #generations: LiveGenerations;
  readonly #clock: () => number;
  readonly #mac: PlaybackMac;
  /** By path prefix, the least recently verified first. Only what was genuine gets in, so that forgers displace nobody. */
  readonly #verified = new Map<string, PlaybackClaims>();

  constructor({ generations, playbackSecret, clock }: PlaybackGateOptions) {
    this.#generations = generations;
    this.#clock = clock;
    this.#mac = (text) => createHmac('sha256', playbackSecret).update(text).digest('base64url');
  }

  /** @param prefix path up to the last slash: `/v/TOKEN/WEBCAST/GENERATION` */
  admit(
    prefix: string,
  ): { readonly generation: LiveGeneration } | { readonly refusal: MediaReply } {
    const claims = this.#verified.get(prefix) ?? this.#verify(prefix);
    if ('refusal' in claims) return claims;
    if (claims.expiresAtSeconds * 1000 <= this.#clock()) return { refusal: EXPIRED };
    const generation = this.#generations.find(claims.webcastId, claims.generation);
    if (generation === undefined) return { refusal: NOT_FOUND };
    if (generation.playbackEpoch !== claims.epoch) return { refusal: REVOKED };
    return { generation };
  }

  #verify(prefix: string): PlaybackClaims | { readonly refusal: MediaReply } {
    const match = PREFIX.exec(prefix);
    if (match === null) return { refusal: NOT_FOUND };
    const [, token = '', webcastId, generation] = match;
    const claims = decodePlaybackToken(token, this.#mac);
    if (claims === null) return { refusal: FORGED };
    if (claims.webcastId !== webcastId || claims.generation !== generation) {
      return { refusal: FORGED };
    }
    if (this.#verified.size >= REMEMBERED_PREFIXES) {
      const [oldest] = this.#verified.keys();
      if (oldest !== undefined) this.#verified.delete(oldest);
    }
    this.#verified.set(prefix, claims);
    return claims;
  }
}
