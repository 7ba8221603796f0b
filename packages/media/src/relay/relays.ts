import { parseRelayTarget, type RelayHealth, type RelayTargetSettings } from '@rostrum/contracts';
import type { Frame } from '../stream/frame.ts';
import type { EncoderDescription } from '../stream/run-start.ts';
import { Relay, type RelayOptions } from './relay.ts';

export type RelaysOptions = Omit<RelayOptions, 'id' | 'target' | 'login'> & {
  /** What the encoder whose frames are used has told so far. */
  readonly known: () => EncoderDescription;
};

type OpenRelay = { readonly settings: RelayTargetSettings; readonly relay: Relay };

/** The relays of one channel: one for each target, while a show is on air. */
export class Relays {
  readonly #options: RelaysOptions;
  readonly #relays = new Map<string, OpenRelay>();
  #targets: readonly RelayTargetSettings[] = [];
  #isOnAir = false;

  constructor(options: RelaysOptions) {
    this.#options = options;
  }

  /** Relays that are there already go on; those whose address or login has changed begin anew. */
  setTargets(targets: readonly RelayTargetSettings[]): void {
    this.#targets = targets;
    this.#align();
  }

  /** Nothing is relayed but what viewers get. */
  setOnAir(isOnAir: boolean): void {
    if (isOnAir === this.#isOnAir) return;
    this.#isOnAir = isOnAir;
    this.#align();
  }

  /** Another encoder's frames, or the same one's after a break, come from now on. */
  startRun(): void {
    for (const { relay } of this.#relays.values()) relay.startRun(this.#options.known());
  }

  write(frame: Frame): void {
    if (this.#relays.size === 0) return;
    for (const { relay } of this.#relays.values()) relay.write(frame);
  }

  takeHealth(): readonly RelayHealth[] {
    return [...this.#relays.values()].map(({ relay }) => relay.takeHealth());
  }

  close(): void {
    for (const { relay } of this.#relays.values()) relay.close();
    this.#relays.clear();
  }

  #align(): void {
    const wanted = this.#isOnAir ? this.#targets : [];
    for (const [id, { settings, relay }] of this.#relays) {
      if (wanted.some((target) => isSame(target, settings))) continue;
      relay.close();
      this.#relays.delete(id);
    }
    for (const settings of wanted) {
      if (this.#relays.has(settings.id)) continue;
      const relay = this.#open(settings);
      if (relay !== null) this.#relays.set(settings.id, { settings, relay });
    }
  }

  #open({ id, url, login }: RelayTargetSettings): Relay | null {
    const { known, ...options } = this.#options;
    try {
      return new Relay(
        { ...options, id, target: parseRelayTarget(url), login: login ?? null },
        known(),
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#options.log.error(
        { relay: id, problem: error.message },
        'a relay has no usable target',
      );
      return null;
    }
  }
}

function isSame(one: RelayTargetSettings, other: RelayTargetSettings): boolean {
  return (
    one.id === other.id &&
    one.url === other.url &&
    one.login?.user === other.login?.user &&
    one.login?.password === other.login?.password
  );
}
