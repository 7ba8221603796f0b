/**
 * The stream's wall-clock time of the picture on screen. Playlists say it (EXT-X-PROGRAM-DATE-TIME), and the stream
 * itself repeats it in band; where a playlist says nothing, the in-band time stamps are the anchors.
 */
export class StreamClock {
  #anchors: { readonly mediaTimeS: number; readonly clockMs: number }[] = [];

  /** The in-band clock said `clockMs` at this place of the media timeline. */
  addAnchor(mediaTimeS: number, clockMs: number): void {
    const last = this.#anchors.at(-1);
    if (last !== undefined && mediaTimeS <= last.mediaTimeS) {
      this.#anchors = this.#anchors.filter((anchor) => anchor.mediaTimeS < mediaTimeS);
    }
    this.#anchors.push({ mediaTimeS, clockMs });
    if (this.#anchors.length > MOST_ANCHORS) this.#anchors.shift();
  }

  /** The clock at a place of the media timeline, ms; null before the first anchor. */
  at(mediaTimeS: number): number | null {
    const before = this.#anchors.findLast((anchor) => anchor.mediaTimeS <= mediaTimeS);
    const anchor = before ?? this.#anchors[0];
    if (anchor === undefined) return null;
    return anchor.clockMs + (mediaTimeS - anchor.mediaTimeS) * 1_000;
  }

  reset(): void {
    this.#anchors = [];
  }
}

/** One anchor for each segment: half an hour of two-second segments. */
const MOST_ANCHORS = 1_000;

/**
 * The `timestamp` (ms) of the JSON in an ID3v2 text frame, as the packager writes it; null where a tag has none.
 * ID3v2.3 and 2.4, section 4.2.
 */
export function readId3Timestamp(tag: Uint8Array): number | null {
  if (tag[0] !== 0x49 || tag[1] !== 0x44 || tag[2] !== 0x33) return null;
  const text = new TextDecoder().decode(tag);
  const match = /\{[^{}]*"timestamp"\s*:\s*(\d{1,16})[^{}]*\}/.exec(text);
  return match === null ? null : Number(match[1]);
}
