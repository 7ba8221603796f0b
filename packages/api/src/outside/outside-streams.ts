import type { ChannelStatus } from '@rostrum/contracts';
import { effectiveViewModeOf, hasEncoders, type WebcastRecord } from '../live/webcast.ts';
import type { Clock, Log } from '../ports.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import { type AddressMemory, isPassing, problemOf, remember } from './address-memory.ts';
import { type AddressLook, lookAtAddress } from './look-at-address.ts';
import { nextStatus, type Verdict } from './outside-status.ts';
import { outsideAddressesOf } from './sources.ts';
import { WorkSlots } from './work-slots.ts';

export type OutsideStreamsOptions = {
  readonly entries: EntriesStore;
  readonly isAllowed: (address: string) => boolean;
  /** How long a show that is away is waited for, ms. */
  readonly waitMs: number;
  /** Told what has changed, as of a channel. */
  readonly onStatus: (status: ChannelStatus) => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** What is known of a webcast whose stream comes from elsewhere. */
type Known = {
  readonly addresses: Map<string, AddressMemory>;
  status: ChannelStatus | null;
  /** The address that plays, or played last. */
  playing: string | null;
  /** Wall clock, ms; null before the first look has ended. */
  lookedMs: number | null;
  lastLiveMs: number | null;
  /** The addresses and the decision about going on air as they were at the last look. */
  lookedFor: string;
  looking: Promise<void> | null;
  /** In its room; the stream is looked at while there are some. */
  attendants: number;
  timer: NodeJS.Timeout | null;
  pageUrl: string | null;
};

/** Looks that go on at a time, of all webcasts. */
const MAX_LOOKS = 8;
/** A look is as good as the next one for so long, ms. */
export const LOOK_HOLDS_MS = 4_000;
/** What was seen so long ago says nothing of now, where nobody keeps looking, ms. */
const STATUS_HOLDS_MS = 20_000;
/** While somebody is in the room, a look follows the last one after this, give or take a quarter. */
const LOOK_EVERY_MS = 3_000;
/** How long one question waits for a playlist to grow, ms: a whole segment of the usual lengths. */
const LONGEST_WAIT_MS = 13_000;
const SHORTEST_WAIT_MS = 1_000;
/** Webcasts that are remembered while nobody looks. */
const MAX_KNOWN = 1_000;

/**
 * Live streams that somebody else's servers deliver: whether they are there is seen by looking at their playlists, when
 * somebody asks and for as long as somebody is in the room. What is seen is told as the media process tells of its
 * channels.
 */
export class OutsideStreams {
  readonly #options: OutsideStreamsOptions;
  readonly #known = new Map<string, Known>();
  readonly #slots = new WorkSlots(MAX_LOOKS);
  readonly #closing = new AbortController();

  constructor(options: OutsideStreamsOptions) {
    this.#options = options;
  }

  /** Undefined where nobody has looked of late. */
  statusOf(webcastId: string): ChannelStatus | undefined {
    const known = this.#known.get(webcastId);
    if (known?.status == null || known.lookedMs === null) return undefined;
    const isOfNow =
      known.attendants > 0 ||
      known.looking !== null ||
      this.#options.clock.nowMs() - known.lookedMs <= STATUS_HOLDS_MS;
    return isOfNow ? known.status : undefined;
  }

  /** Where it plays now, or played last; null where it never did, or nobody has looked. */
  playingAddressOf({ webcast }: WebcastRecord): string | null {
    const playing = this.#known.get(webcast.id)?.playing ?? null;
    return playing !== null && outsideAddressesOf(webcast).includes(playing) ? playing : null;
  }

  /** How far back its playlist reaches, ms; 0 where nobody has looked. */
  windowMsOf(record: WebcastRecord): number {
    const playing = this.playingAddressOf(record);
    const memory = this.#known.get(record.webcast.id)?.addresses.get(playing ?? '');
    return memory?.look.media?.durationMs ?? 0;
  }

  /** The newest look at each address, as far as there was one, in the order in which they are tried. */
  looksOf({ webcast }: WebcastRecord): readonly AddressMemory[] {
    const known = this.#known.get(webcast.id);
    return outsideAddressesOf(webcast).flatMap((url) => known?.addresses.get(url) ?? []);
  }

  /**
   * Looks, unless somebody has a moment ago. Resolves once what was seen can be answered; never rejects.
   *
   * @param pageUrl where the pages are that play it, if that is known: whether they may is known from the answers
   */
  async look(record: WebcastRecord, pageUrl: string | null): Promise<void> {
    const { webcast } = record;
    if (hasEncoders(webcast) || this.#closing.signal.aborted) return;
    const known = this.#knownOf(webcast.id);
    known.pageUrl = pageUrl ?? known.pageUrl;
    await known.looking;
    const ageMs = this.#options.clock.nowMs() - (known.lookedMs ?? Number.NEGATIVE_INFINITY);
    if (ageMs < LOOK_HOLDS_MS && known.lookedFor === questionOf(record)) return;
    await this.#look(known, record, true);
  }

  /** The first look of all, for whoever can't wait longer than this; later ones are not waited for. */
  async firstLook(record: WebcastRecord, pageUrl: string | null, longestMs: number): Promise<void> {
    if (hasEncoders(record.webcast)) return;
    const known = this.#known.get(record.webcast.id);
    const ageMs = this.#options.clock.nowMs() - (known?.lookedMs ?? Number.NEGATIVE_INFINITY);
    if (ageMs <= STATUS_HOLDS_MS && known?.lookedFor === questionOf(record)) return;
    await Promise.race([this.look(record, pageUrl), this.#pause(longestMs)]);
  }

  /** Looks at one address, whether a webcast has it or not. */
  async lookAt(url: string, pageUrl: string): Promise<AddressMemory> {
    let memory = remember(null, await this.#lookAt(url, pageUrl));
    let waitedMs = stepMs(memory);
    while (problemOf(memory) === undefined && waitedMs <= LONGEST_WAIT_MS) {
      await this.#pause(stepMs(memory));
      if (this.#closing.signal.aborted) break;
      memory = remember(memory, await this.#lookAt(url, pageUrl));
      waitedMs += stepMs(memory);
    }
    return memory;
  }

  /** Somebody is in the room. @returns says that they have left */
  attend(webcastId: string, pageUrl: string): () => void {
    const known = this.#knownOf(webcastId);
    known.attendants += 1;
    known.pageUrl = pageUrl;
    if (known.attendants === 1) void this.#keepLooking(webcastId, known);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      known.attendants -= 1;
      if (known.attendants > 0) return;
      if (known.timer !== null) clearTimeout(known.timer);
      known.timer = null;
    };
  }

  /** Somebody has changed the webcast: what was seen may mean something else now. */
  reconsider(webcastId: string): void {
    const known = this.#known.get(webcastId);
    if (known === undefined || known.lookedMs === null) return;
    void this.#again(webcastId, known, true);
  }

  forget(webcastId: string): void {
    const known = this.#known.get(webcastId);
    if (known === undefined) return;
    if (known.timer !== null) clearTimeout(known.timer);
    this.#known.delete(webcastId);
  }

  close(): void {
    this.#closing.abort();
    for (const id of [...this.#known.keys()]) this.forget(id);
  }

  #knownOf(webcastId: string): Known {
    const found = this.#known.get(webcastId);
    if (found !== undefined) return found;
    const known: Known = {
      addresses: new Map(),
      status: null,
      playing: null,
      lookedMs: null,
      lastLiveMs: null,
      lookedFor: '',
      looking: null,
      attendants: 0,
      timer: null,
      pageUrl: null,
    };
    this.#known.set(webcastId, known);
    if (this.#known.size > MAX_KNOWN) this.#forgetOldest();
    return known;
  }

  #forgetOldest(): void {
    for (const [id, { attendants, looking }] of this.#known) {
      if (attendants > 0 || looking !== null) continue;
      this.#known.delete(id);
      return;
    }
  }

  async #keepLooking(webcastId: string, known: Known): Promise<void> {
    await this.#again(webcastId, known);
    if (known.attendants === 0 || this.#closing.signal.aborted) return;
    if (this.#known.get(webcastId) !== known || known.timer !== null) return;
    const delayMs = LOOK_EVERY_MS * (0.75 + Math.random() / 2);
    known.timer = setTimeout(() => {
      known.timer = null;
      void this.#keepLooking(webcastId, known);
    }, delayMs);
    known.timer.unref();
  }

  /** @param isForChange looks only where something else is asked for than at the last look */
  async #again(webcastId: string, known: Known, isForChange = false): Promise<void> {
    try {
      const record = await this.#options.entries.findWebcast(webcastId);
      if (record === null || hasEncoders(record.webcast)) return;
      await known.looking;
      if (isForChange && known.lookedFor === questionOf(record)) return;
      await this.#look(known, record, false);
    } catch (error) {
      const facts = { webcastId, error: String(error) };
      this.#options.log.warn(facts, 'an outside stream could not be looked at');
    }
  }

  /** @param isPatient waits for a playlist to grow that says nothing of itself */
  #look(known: Known, record: WebcastRecord, isPatient: boolean): Promise<void> {
    known.looking ??= this.#lookUntilKnown(known, record, isPatient).finally(() => {
      known.looking = null;
    });
    return known.looking;
  }

  async #lookUntilKnown(known: Known, record: WebcastRecord, isPatient: boolean): Promise<void> {
    let waitedMs = 0;
    for (;;) {
      const { verdict, stepMs } = await this.#round(known, record);
      if (this.#closing.signal.aborted) return;
      waitedMs += stepMs;
      if (verdict !== undefined || !isPatient || waitedMs > LONGEST_WAIT_MS) {
        this.#conclude(known, record, verdict ?? 'away');
        return;
      }
      await this.#pause(stepMs);
    }
  }

  /** Each address in turn, up to the first that is live. */
  async #round(
    known: Known,
    { webcast }: WebcastRecord,
  ): Promise<{ readonly verdict: Verdict | undefined; readonly stepMs: number }> {
    const urls = outsideAddressesOf(webcast);
    for (const url of [...known.addresses.keys()]) {
      if (!urls.includes(url)) known.addresses.delete(url);
    }
    const memories: AddressMemory[] = [];
    for (const url of urls) {
      const look = await this.#lookAt(url, known.pageUrl);
      const memory = remember(known.addresses.get(url) ?? null, look);
      known.addresses.set(url, memory);
      memories.push(memory);
      if (problemOf(memory) === null) {
        known.playing = url;
        return { verdict: 'live', stepMs: 0 };
      }
    }
    // Where everybody is silent, the one that played a moment ago may be back before anybody notices.
    const passing = memories.find((memory) => memory.look.url === known.playing);
    if (passing !== undefined && isPassing(passing)) return { verdict: 'live', stepMs: 0 };
    const unclear = memories.find((memory) => problemOf(memory) === undefined);
    if (unclear !== undefined) return { verdict: undefined, stepMs: stepMs(unclear) };
    const isOver = memories.some(({ look }) => look.problem === 'over');
    return { verdict: isOver ? 'over' : 'away', stepMs: 0 };
  }

  #conclude(known: Known, record: WebcastRecord, verdict: Verdict): void {
    const { clock, waitMs, onStatus, log } = this.#options;
    const { webcast, facts } = record;
    const nowMs = clock.nowMs();
    const before = known.status ?? facts?.status ?? null;
    const status = nextStatus({
      webcastId: webcast.id,
      before,
      verdict,
      isOnAirAllowed: effectiveViewModeOf(webcast) === 1,
      nowMs,
      lastLiveMs: known.lastLiveMs,
      waitMs,
    });
    // Until the first look nobody was shown what the database remembers.
    const isFirst = known.lookedMs === null && status.isPlayable;
    known.lookedMs = nowMs;
    known.lookedFor = questionOf(record);
    if (verdict === 'live') known.lastLiveMs = nowMs;
    known.status = status;
    if (!isFirst && (status === before || (before === null && !status.isPlayable))) return;
    log.info({ webcastId: webcast.id, state: status.state }, 'an outside stream has changed');
    onStatus(status);
  }

  #lookAt(url: string, pageUrl: string | null): Promise<AddressLook> {
    const { clock, isAllowed } = this.#options;
    return this.#slots.run(() =>
      lookAtAddress(url, { nowMs: () => clock.nowMs(), isAllowed, pageUrl }),
    );
  }

  #pause(durationMs: number): Promise<void> {
    const { signal } = this.#closing;
    return new Promise((resolve) => {
      const timer = setTimeout(done, durationMs);
      timer.unref();
      signal.addEventListener('abort', done, { once: true });
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
    });
  }
}

/** Half a target duration: what is new is seen soon after it is there. */
function stepMs({ targetMs }: AddressMemory): number {
  return Math.max(SHORTEST_WAIT_MS, targetMs / 2);
}

/** What a look has to be repeated for: other addresses, or going on air. */
function questionOf({ webcast }: WebcastRecord): string {
  return JSON.stringify([outsideAddressesOf(webcast), effectiveViewModeOf(webcast)]);
}
