import type { LiveStreamEntry } from '@rostrum/sdk';
import type { WebcastLife } from '../webcast-life.ts';

/** What somebody has asked for and the webcast has not become yet. */
export type Wish = 'go-live' | 'end' | 'hold-back' | 'disarm' | 'new-key';

export type Press =
  | { readonly status: 'idle' }
  | { readonly status: 'pending'; readonly wish: Wish }
  | { readonly status: 'failed'; readonly wish: Wish; readonly error: unknown };

/** What is known of the webcast, as far as a press waits for it. */
export type PressFacts = {
  readonly entry: LiveStreamEntry | null;
  readonly life: WebcastLife | null;
};

/**
 * The server has said yes, and the picture follows with its next key frame. After this the button stops waiting, and
 * what the room says stands.
 */
const FOLLOWS_WITHIN_MS = 12_000;

/** One press at a time: it is pending until the webcast is what was asked for, and a failure stays until it is read. */
export class LivePresses {
  readonly #facts: () => PressFacts;
  readonly #changed: () => void;
  #press: Press = { status: 'idle' };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(facts: () => PressFacts, changed: () => void) {
    this.#facts = facts;
    this.#changed = changed;
  }

  get press(): Press {
    return this.#press;
  }

  /** False while another press waits. */
  begin(wish: Wish): boolean {
    if (this.#press.status === 'pending') return false;
    this.#become({ status: 'pending', wish });
    return true;
  }

  /** The server has said yes; what was asked for may take until the next key frame. */
  accept(wish: Wish): void {
    if (this.#isTrue(wish)) {
      this.#become({ status: 'idle' });
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#become({ status: 'idle' }), FOLLOWS_WITHIN_MS);
  }

  fail(wish: Wish, error: unknown): void {
    this.#become({ status: 'failed', wish, error });
  }

  /** The room has told something: perhaps what was asked for. */
  check(): void {
    const press = this.#press;
    if (press.status !== 'pending') return;
    if (this.#isAnswered(press.wish) && this.#isTrue(press.wish)) this.#become({ status: 'idle' });
  }

  /** The sentence about the last press has been read. */
  forget(): void {
    if (this.#press.status === 'failed') this.#become({ status: 'idle' });
  }

  reset(): void {
    clearTimeout(this.#timer);
    this.#press = { status: 'idle' };
  }

  /** The server has said yes to it; before that, what the room says is of somebody else's making. */
  #isAnswered(wish: Wish): boolean {
    const viewMode = this.#facts().entry?.viewMode;
    if (wish === 'go-live') return viewMode === 1;
    return wish === 'end' && viewMode === 0;
  }

  #isTrue(wish: Wish): boolean {
    const kind = this.#facts().life?.kind;
    const isOnAir = kind === 'on-air' || kind === 'interrupted';
    if (wish === 'go-live') return isOnAir;
    return wish === 'end' ? !isOnAir : true;
  }

  #become(press: Press): void {
    clearTimeout(this.#timer);
    this.#press = press;
    this.#changed();
  }
}
