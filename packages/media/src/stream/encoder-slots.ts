import type { ConnectedEncoder, EncoderHealth, EncoderSlot } from '@rostrum/contracts';
import type { EncoderConnection } from './encoder-connection.ts';
import type { Frame } from './frame.ts';

/** An encoder that has sent nothing for so long makes room for another one. */
const SILENT_ENCODER_MS = 2000;

/** A channel's encoders, one at each address, and which of them is the one that is seen. */
export class EncoderSlots {
  readonly #encoders = new Map<EncoderSlot, EncoderConnection>();
  #active: EncoderConnection | null = null;

  get count(): number {
    return this.#encoders.size;
  }

  /** The encoder whose frames are used; null while the next one's key frame is waited for. */
  get active(): EncoderConnection | null {
    return this.#active;
  }

  get details(): readonly ConnectedEncoder[] {
    return [...this.#encoders.values()].map((encoder) => encoder.details);
  }

  /** What each has sent since the last call. */
  takeHealth(): readonly EncoderHealth[] {
    return [...this.#encoders.values()].map((encoder) =>
      encoder.takeHealth(encoder === this.#active),
    );
  }

  has(encoder: EncoderConnection): boolean {
    return this.#encoders.get(encoder.slot) === encoder;
  }

  /** Who is sending to a slot; null where it is free, or where its encoder has fallen silent. */
  sender(slot: EncoderSlot, nowMs: number): EncoderConnection | null {
    const encoder = this.#encoders.get(slot);
    return encoder === undefined || isSilent(encoder, nowMs) ? null : encoder;
  }

  /**
   * Puts an encoder at its slot, in place of a silent one. Returns whether its frames are used from now on: when it is
   * alone, when it replaces the one that was seen, or when it is preferred. Otherwise who brings a key frame first goes
   * on.
   */
  add(encoder: EncoderConnection, isPreferred: boolean): boolean {
    const before = this.#encoders.get(encoder.slot);
    before?.disconnect('A newer connection has taken the place of this one, which was silent.');
    this.#encoders.set(encoder.slot, encoder);
    const isUsed =
      isPreferred || this.#encoders.size === 1 || (before !== undefined && this.#active === before);
    if (isUsed) this.#active = encoder;
    return isUsed;
  }

  /** Takes an encoder out; returns whether its frames were used. */
  remove(encoder: EncoderConnection): boolean {
    this.#encoders.delete(encoder.slot);
    if (this.#active !== encoder) return false;
    this.#active = null;
    return true;
  }

  /** Lets an encoder take over at a frame with which playing can begin, once the active one is gone or silent. */
  takeOver(encoder: EncoderConnection, frame: Frame, nowMs: number): boolean {
    if (this.#active !== null && !isSilent(this.#active, nowMs)) return false;
    const isEntry =
      frame.kind === 'video' ? frame.isKey : frame.kind === 'audio' && encoder.known.video === null;
    if (isEntry) this.#active = encoder;
    return isEntry;
  }

  disconnectAll(reason: string): void {
    for (const encoder of this.#encoders.values()) encoder.disconnect(reason);
    this.#encoders.clear();
    this.#active = null;
  }
}

function isSilent(encoder: EncoderConnection, nowMs: number): boolean {
  return nowMs - encoder.lastFrameMs > SILENT_ENCODER_MS;
}
