import { createHmac } from 'node:crypto';
import { type Composition, type PlaybackMac, readRecordingToken } from '@rostrum/contracts';
import { type MediaReply, textReply } from './media-reply.ts';

/** Verified addresses that are remembered, each of up to 2.5 KB: as many recordings are not watched at once. */
const REMEMBERED_ADDRESSES = 1024;

const NOT_FOUND = textReply(
  404,
  'There is nothing at this address. Ask playManifest for the current one.',
);
const FORGED = textReply(
  403,
  'This address of a recording is not valid. Ask playManifest for a new one.',
);
const EXPIRED = textReply(
  403,
  'This address of a recording has expired. Reload the page, or ask playManifest for a new one.',
);

export type RecordingGateOptions = {
  readonly playbackSecret: Uint8Array;
  /** Wall clock, ms. */
  readonly clock: () => number;
};

/** A recording that may be played: the same object for the same composition. */
export type AdmittedRecording = { readonly composition: Composition };

type Admission =
  /** `rest`: what is asked for of the recording, without the query: `video.m3u8`, `0/video-k3f9-57.m4s`. */
  | { readonly recording: AdmittedRecording; readonly rest: string }
  | { readonly refusal: MediaReply };

type Verified = { readonly recording: AdmittedRecording; readonly expiresAtSeconds: number };

/** Lets those in whose address carries a recording's token that still holds. Verified offline, and once per address. */
export class RecordingGate {
  readonly #clock: () => number;
  readonly #mac: PlaybackMac;
  /** By path up to the composition. Only what was genuine gets in, so that forgers displace nobody. */
  readonly #verified = new Map<string, Verified>();
  /** By the composition's text: addresses that expire at other times play the same. */
  readonly #recordings = new Map<string, AdmittedRecording>();

  constructor({ playbackSecret, clock }: RecordingGateOptions) {
    this.#clock = clock;
    this.#mac = (text) => createHmac('sha256', playbackSecret).update(text).digest('base64url');
  }

  /** @param target path and query: `/r/TOKEN/COMPOSITION/video.m3u8?x=y` */
  admit(target: string): Admission {
    const afterToken = target.indexOf('/', 3);
    const afterComposition = afterToken < 0 ? -1 : target.indexOf('/', afterToken + 1);
    if (afterComposition < 0) return { refusal: NOT_FOUND };
    const address = target.slice(0, afterComposition);
    const verified = this.#verified.get(address) ?? this.#verify(address, afterToken);
    if (verified === null) return { refusal: FORGED };
    if (verified.expiresAtSeconds * 1000 <= this.#clock()) return { refusal: EXPIRED };
    const question = target.indexOf('?', afterComposition);
    const rest = target.slice(afterComposition + 1, question < 0 ? undefined : question);
    return { recording: verified.recording, rest };
  }

  #verify(address: string, afterToken: number): Verified | null {
    const text = address.slice(afterToken + 1);
    const read = readRecordingToken(address.slice(3, afterToken), text, this.#mac);
    if (read === null) return null;
    const recording = this.#recordings.get(text) ?? { composition: read.composition };
    const verified = { recording, expiresAtSeconds: read.expiresAtSeconds };
    remember(this.#recordings, text, recording);
    remember(this.#verified, address, verified);
    return verified;
  }
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= REMEMBERED_ADDRESSES && !map.has(key)) {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
  map.set(key, value);
}
