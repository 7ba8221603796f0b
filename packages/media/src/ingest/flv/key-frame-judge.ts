/** Without a random access point for this long, the encoder's own key frames have to do. */
const PATIENCE_MS = 10_000;

/**
 * Decides which pictures count as key frames. A picture at which the bit stream itself allows decoding to begin (IDR,
 * IRAP, an AV1 key frame with its sequence header) always does, whatever the tag says. One that only the tag calls a
 * key frame (the I frame of an open GOP, a recovery point of an intra refresh) usually does not: a player that starts
 * there shows damage for a moment. But some encoders send nothing else after their start, or from the start. So until
 * the first real one, and when none has come for ten seconds, the tag's word is taken: a viewer who joins sees a
 * short disturbance instead of nothing.
 */
export class KeyFrameJudge {
  #lastRandomAccessMs: number | null = null;

  judge(isRandomAccess: boolean, isTaggedKey: boolean, dtsMs: number): boolean {
    if (isRandomAccess) {
      this.#lastRandomAccessMs = dtsMs;
      return true;
    }
    const lastMs = this.#lastRandomAccessMs;
    return isTaggedKey && (lastMs === null || Math.abs(dtsMs - lastMs) > PATIENCE_MS);
  }

  /** A new configuration: the stream begins anew. */
  reset(): void {
    this.#lastRandomAccessMs = null;
  }
}
