import type { LiveGeneration } from '../package/live-track.ts';
import { type MediaReply, textReply } from './media-reply.ts';

/** How often held requests are looked over for those that have waited long enough, ms. */
const SWEEP_INTERVAL_MS = 500;

const TOO_MANY = textReply(503, 'Too many players are waiting. Try again in a second.', [
  ['retry-after', '1'],
]);
const BROKEN = textReply(500, 'The server could not answer. Try again in a second.');
const CLOSING = textReply(503, 'The server is stopping. Try again in a few seconds.', [
  ['retry-after', '3'],
]);

export type Respond = (reply: MediaReply) => void;

/** A request that waits for something of a generation. */
export type Wait = {
  /** The reply, once what is waited for is there or will never be; null until then. Asked after each change. */
  readonly resolve: () => MediaReply | Promise<MediaReply> | null;
  readonly timeoutMs: number;
  readonly onTimeout: () => MediaReply;
};

/** Requests that wait for the same: when it comes, one reply goes to all of them. */
type Group = {
  readonly wait: Wait;
  /** The sweep at which each has waited long enough, in the order in which they came. */
  readonly members: Map<Respond, number>;
};

type Desk = { readonly groups: Map<string, Group>; readonly leave: () => void };

/** The requests that are held until the live edge moves. They cost a map entry each, and nothing until the change. */
export class HeldRequests {
  readonly #maximum: number;
  readonly #onError: (error: unknown) => void;
  readonly #desks = new Map<LiveGeneration, Desk>();
  #count = 0;
  #sweeps = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param onError told what went wrong in a `resolve`: the change that was waited for must not notice */
  constructor(maximum: number, onError: (error: unknown) => void) {
    this.#maximum = maximum;
    this.#onError = onError;
  }

  get count(): number {
    return this.#count;
  }

  /**
   * Holds a request; gives the function by which its client gives up, or null where it was answered at once.
   *
   * @param key the same for requests that wait for the same and get the same reply
   * @param begin asked by the first of them
   */
  hold(
    generation: LiveGeneration,
    key: string,
    begin: () => Wait,
    respond: Respond,
  ): (() => void) | null {
    if (this.#isClosed || this.#count >= this.#maximum) {
      respond(this.#isClosed ? CLOSING : TOO_MANY);
      return null;
    }
    const desk = this.#desks.get(generation) ?? this.#openDesk(generation);
    let group = desk.groups.get(key);
    if (group === undefined) {
      group = { wait: begin(), members: new Map() };
      desk.groups.set(key, group);
    }
    const { wait, members } = group;
    members.set(respond, this.#sweeps + 1 + Math.ceil(wait.timeoutMs / SWEEP_INTERVAL_MS));
    this.#count += 1;
    this.#timer ??= setInterval(() => this.#sweep(), SWEEP_INTERVAL_MS).unref();
    return () => {
      if (!members.delete(respond)) return;
      this.#count -= 1;
      this.#tidy(generation, key, members);
    };
  }

  /** Answers everybody: the server is stopping. */
  close(): void {
    this.#isClosed = true;
    for (const desk of this.#desks.values()) {
      desk.leave();
      for (const group of desk.groups.values()) this.#answer(group, CLOSING);
    }
    this.#desks.clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #openDesk(generation: LiveGeneration): Desk {
    const groups = new Map<string, Group>();
    const leave = subscribeToAll(generation, () => this.#release(generation, groups));
    const desk = { groups, leave };
    this.#desks.set(generation, desk);
    return desk;
  }

  #release(generation: LiveGeneration, groups: Map<string, Group>): void {
    for (const [key, group] of [...groups]) {
      const reply = this.#resolve(group);
      if (reply === null) continue;
      // Before the answers: a client may ask for the next one in the same turn.
      groups.delete(key);
      if (reply instanceof Promise) reply.then((made) => this.#answer(group, made));
      else this.#answer(group, reply);
    }
    this.#leaveIfEmpty(generation);
  }

  #resolve({ wait }: Group): MediaReply | Promise<MediaReply> | null {
    try {
      return wait.resolve();
    } catch (error) {
      this.#onError(error);
      return BROKEN;
    }
  }

  #answer({ members }: Group, reply: MediaReply): void {
    this.#count -= members.size;
    const waiting = [...members.keys()];
    members.clear();
    for (const respond of waiting) respond(reply);
  }

  #sweep(): void {
    this.#sweeps += 1;
    for (const [generation, { groups }] of this.#desks) {
      for (const [key, { wait, members }] of [...groups]) {
        for (const [respond, dueSweep] of members) {
          if (dueSweep > this.#sweeps) break;
          members.delete(respond);
          this.#count -= 1;
          respond(wait.onTimeout());
        }
        this.#tidy(generation, key, members);
      }
    }
  }

  #tidy(generation: LiveGeneration, key: string, members: Group['members']): void {
    if (members.size > 0) return;
    const groups = this.#desks.get(generation)?.groups;
    if (groups?.get(key)?.members === members) groups.delete(key);
    this.#leaveIfEmpty(generation);
  }

  #leaveIfEmpty(generation: LiveGeneration): void {
    const desk = this.#desks.get(generation);
    if (desk === undefined || desk.groups.size > 0) return;
    desk.leave();
    this.#desks.delete(generation);
    if (this.#desks.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Listens to a generation and to all its tracks, the later ones too. */
function subscribeToAll(generation: LiveGeneration, listener: () => void): () => void {
  const leave = new Map<unknown, () => void>();
  const follow = () => {
    for (const track of generation.tracks.values()) {
      if (!leave.has(track)) leave.set(track, track.subscribe(listener));
    }
  };
  follow();
  const stop = generation.subscribe(() => {
    follow();
    listener();
  });
  return () => {
    stop();
    for (const unsubscribe of leave.values()) unsubscribe();
  };
}
