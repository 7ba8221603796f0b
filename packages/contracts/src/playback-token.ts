import { isGeneration, isWebcastId } from './ids.ts';

/** What a playback token says. It is the same for all viewers of a webcast, so that caches can serve them all. */
export type PlaybackClaims = {
  readonly webcastId: string;
  readonly generation: string;
  /** Raising the webcast's epoch ends every token of the epochs before. */
  readonly epoch: number;
  /** Unix seconds after which the token is refused. */
  readonly expiresAtSeconds: number;
};

/** HMAC-SHA256 under the installation's playback secret, base64url without padding. */
export type PlaybackMac = (text: string) => string;

/** 128 bits of the MAC are as much as forging needs to be hopeless, and keep the path short. */
const MAC_CHARACTERS = 22;

/** `WEBCAST.GENERATION.EPOCH.EXPIRES.MAC`, numbers in base 36: one path segment, readable by an edge. */
export function encodePlaybackToken(claims: PlaybackClaims, mac: PlaybackMac): string {
  const text = [
    claims.webcastId,
    claims.generation,
    claims.epoch.toString(36),
    claims.expiresAtSeconds.toString(36),
  ].join('.');
  return `${text}.${mac(text).slice(0, MAC_CHARACTERS)}`;
}

const TOKEN = /^([0-9a-z_]{10})\.([0-9a-z]{12})\.([0-9a-z]{1,8})\.([0-9a-z]{1,9})\.([\w-]{22})$/;

/** The claims of a token whose MAC is right; null for anything else. Whether they still hold is the caller's question. */
export function decodePlaybackToken(token: string, mac: PlaybackMac): PlaybackClaims | null {
  const match = TOKEN.exec(token);
  if (match === null) return null;
  const [, webcastId = '', generation = '', epoch = '', expires = '', sent = ''] = match;
  if (!isWebcastId(webcastId) || !isGeneration(generation)) return null;
  const text = token.slice(0, -(MAC_CHARACTERS + 1));
  if (!isSameText(mac(text).slice(0, MAC_CHARACTERS), sent)) return null;
  return {
    webcastId,
    generation,
    epoch: Number.parseInt(epoch, 36),
    expiresAtSeconds: Number.parseInt(expires, 36),
  };
}

/** Compares in a time that depends on the length only. */
export function isSameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index++) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  }
  return difference === 0;
}
