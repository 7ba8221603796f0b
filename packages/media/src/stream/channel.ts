import type {
  ChannelHealth,
  ChannelSettings,
  ChannelStatus,
  EncoderSlot,
  PublishDecision,
  PublishRequest,
} from '@rostrum/contracts';
import type { Publication, PublicationEnd } from '../ingest/publication.ts';
import type { MediaLog } from '../media-log.ts';
import type {
  ArchiveCondition,
  EndedShow,
  GenerationArchive,
  RestoredGeneration,
  SegmentArchive,
  ShowSoFar,
} from '../package/segment-archive.ts';
import { Relays } from '../relay/relays.ts';
import {
  type Broadcast,
  type BroadcastEffect,
  type BroadcastEvent,
  decideBroadcast,
} from './broadcast-state.ts';
import { EncoderConnection } from './encoder-connection.ts';
import { EncoderSlots } from './encoder-slots.ts';
import type { Frame } from './frame.ts';
import { type Clocks, LiveStream, type LiveStreamOptions } from './live-stream.ts';
import { PastGenerations } from './past-generations.ts';
import { NOTHING_KNOWN } from './run-start.ts';
import { ShowTakes } from './show-takes.ts';
import type { Timers } from './timers.ts';

export type ChannelOptions = {
  readonly archive: SegmentArchive;
  readonly clocks: Clocks;
  readonly timers: Timers;
  readonly log: MediaLog;
  readonly reconnectWindowMs: number;
  readonly partTargetMs: number;
  /** Random base-36 characters. */
  readonly randomId: (length: number) => string;
  /** This process's part of every file name. */
  readonly run: string;
  readonly onStatus: (status: ChannelStatus) => void;
};

type Refusal = Extract<PublishDecision, { isAllowed: false }>;

/** As many as `isGeneration` expects: 62 bits that nobody guesses. */
const GENERATION_CHARACTERS = 12;

const NO_ARCHIVE: ArchiveCondition = { state: 'off', lostParts: 0 };

/** One webcast's life in the media process: its encoders, its state, and its generations. */
export class Channel {
  readonly #options: ChannelOptions;
  readonly #encoders = new EncoderSlots();
  readonly #past: PastGenerations;
  readonly #takes: ShowTakes;
  readonly #relays: Relays;
  #settings: ChannelSettings;
  #broadcast: Broadcast = { kind: 'idle' };
  #sinceMs: number;
  #stream: LiveStream | null = null;
  #stopWindow: (() => void) | null = null;
  #lastStatus = '';
  /** Settings up to this revision say yes to a show that is over. Control may be away: it is not waited for. */
  #usedUpRevision = Number.NEGATIVE_INFINITY;

  /** @param before the webcast's show that was over when this process began */
  constructor(settings: ChannelSettings, options: ChannelOptions, before?: EndedShow) {
    this.#settings = settings;
    this.#options = options;
    this.#sinceMs = before?.endedAtMs ?? options.clocks.nowMs();
    if (before !== undefined) {
      this.#broadcast = { kind: 'ended', lastOnAirSinceMs: before.show.onAirSinceMs };
    }
    this.#takes = new ShowTakes(before?.show.takes);
    this.#past = new PastGenerations(options.timers, options.log);
    this.#relays = new Relays({
      ...options,
      random: Math.random,
      known: () => this.#encoders.active?.known ?? NOTHING_KNOWN,
    });
    this.#relays.setTargets(settings.relays);
    this.#lastStatus = JSON.stringify(this.status);
  }

  get settings(): ChannelSettings {
    return this.#settings;
  }

  /** No encoder has ever come. */
  get isPristine(): boolean {
    return this.#broadcast.kind === 'idle' && this.#encoders.count === 0;
  }

  get status(): ChannelStatus {
    const broadcast = this.#broadcast;
    const stream = this.#stream;
    return {
      webcastId: this.#settings.webcastId,
      state: broadcast.kind,
      sinceMs: this.#sinceMs,
      onAirSinceMs: onAirSinceMs(broadcast),
      generation: stream?.generation ?? null,
      isPlayable: stream?.isPlayable ?? false,
      hasVideo: stream?.tracks.has('video') ?? false,
      encoders: this.#encoders.details,
      waitsUntilMs: broadcast.kind === 'interrupted' ? broadcast.waitsUntilMs : null,
      takes: this.#takes.list(stream),
    };
  }

  /** How it has done since the last call; null where no encoder is there and no show is on. */
  takeHealth(): ChannelHealth | null {
    const kind = this.#broadcast.kind;
    const isOn = kind === 'on-air' || kind === 'interrupted';
    if (!isOn && this.#encoders.count === 0) return null;
    const { state, lostParts } = this.#stream?.archive.condition ?? NO_ARCHIVE;
    return {
      webcastId: this.#settings.webcastId,
      atMs: this.#options.clocks.nowMs(),
      encoders: this.#encoders.takeHealth(),
      archive: state,
      lostParts,
      relays: this.#relays.takeHealth(),
    };
  }

  find(generation: string): LiveStream | undefined {
    return this.#stream?.generation === generation ? this.#stream : this.#past.find(generation);
  }

  /** Takes an encoder whose token is right. */
  admit(request: PublishRequest): Publication | Refusal {
    const { clocks, log } = this.#options;
    const sender = this.#encoders.sender(request.slot, clocks.monotonicMs());
    if (sender !== null) return refuseSlot(request.slot, sender.details.remoteAddress);
    const encoder = new EncoderConnection(request, clocks.nowMs(), clocks.monotonicMs, {
      onFrame: (from, frame, arrivedMs) => this.#onFrame(from, frame, arrivedMs),
      onEnd: (from, how) => this.#onEnd(from, how),
    });
    log.info({ webcastId: request.webcastId, ...encoder.details }, 'an encoder is connected');
    const isPreferred = request.slot === 'primary' && this.#stream?.isPlayable !== true;
    if (this.#encoders.add(encoder, isPreferred)) this.#stream?.startRun(encoder);
    this.#apply({ type: 'encoder-connected', atMs: clocks.nowMs() });
    return encoder;
  }

  applySettings(settings: ChannelSettings): void {
    const before = this.#settings;
    if (settings.revision <= before.revision) return;
    this.#settings = settings;
    this.#stream?.applySettings(settings);
    this.#relays.setTargets(settings.relays);
    for (const stream of this.#past.all()) stream.applySettings(settings);
    if (settings.streamToken !== before.streamToken) {
      this.#disconnectAll('The stream key of this webcast has changed.');
    }
    this.#apply({ type: 'rules-changed', atMs: this.#options.clocks.nowMs() });
  }

  /** Goes on with a show that an earlier process was in the middle of. */
  resume(restored: RestoredGeneration, archive: GenerationArchive): void {
    const { clocks, reconnectWindowMs } = this.#options;
    this.#stream = new LiveStream({
      ...this.#streamOptions(restored.generation, restored.kind, archive),
      restored,
    });
    this.#takes.resume(restored.show.takes);
    const waitsUntilMs = clocks.nowMs() + reconnectWindowMs;
    const { onAirSinceMs } = restored.show;
    this.#become({ kind: 'interrupted', onAirSinceMs, waitsUntilMs });
    this.#perform({ type: 'start-window', untilMs: waitsUntilMs });
    this.#tellStatus();
  }

  /** The server goes down: what is live ends cleanly. */
  close(): void {
    this.#apply({ type: 'closing' });
    this.#disconnectAll('The server is shutting down.');
    this.#past.close();
  }

  /** The webcast is deleted, with all its media but its takes. */
  remove(): void {
    this.#apply({ type: 'closing' });
    this.#disconnectAll('The webcast has been deleted.');
    this.#past.retireAll();
  }

  /** Nobody wants what is recorded of a generation. */
  removeTake(generation: string): void {
    if (this.#stream?.generation === generation) this.#stream.removeTake();
    this.#takes.remove(generation);
    this.#tellStatus();
  }

  #onFrame(encoder: EncoderConnection, frame: Frame, arrivedMs: number): void {
    if (encoder !== this.#encoders.active) {
      if (!this.#encoders.takeOver(encoder, frame, arrivedMs)) return;
      this.#options.log.info(
        { webcastId: this.#settings.webcastId, slot: encoder.slot },
        'the other encoder has taken over',
      );
      this.#stream?.startRun(encoder);
      this.#relays.startRun();
    }
    this.#relays.write(frame);
    if (this.#stream?.write(frame, arrivedMs) === 'other-tracks') {
      this.#replaceGeneration(arrivedMs);
    }
  }

  #onEnd(encoder: EncoderConnection, how: PublicationEnd): void {
    if (!this.#encoders.has(encoder)) return;
    const { webcastId } = this.#settings;
    this.#options.log.info({ webcastId, slot: encoder.slot, how }, 'an encoder has gone');
    if (this.#encoders.remove(encoder)) this.#stream?.endRun();
    this.#tellGone(how);
  }

  #disconnectAll(reason: string): void {
    if (this.#encoders.count === 0) return;
    this.#encoders.disconnectAll(reason);
    this.#stream?.endRun();
    this.#tellGone('broken');
  }

  #tellGone(how: PublicationEnd): void {
    if (this.#encoders.count > 0) this.#tellStatus();
    else this.#apply({ type: 'encoder-gone', how, atMs: this.#options.clocks.nowMs() });
  }

  #apply(event: BroadcastEvent): void {
    const { isExplicitLive, isOnAirAllowed, revision } = this.#settings;
    const { reconnectWindowMs } = this.#options;
    const isDecided = isOnAirAllowed && revision > this.#usedUpRevision;
    const rules = { isExplicitLive, isOnAirAllowed: isDecided, reconnectWindowMs };
    const { next, effects } = decideBroadcast(this.#broadcast, event, rules);
    if (next.kind !== this.#broadcast.kind) this.#become(next);
    for (const effect of effects) this.#perform(effect);
    this.#tellStatus();
  }

  #become(next: Broadcast): void {
    this.#broadcast = next;
    this.#relays.setOnAir(next.kind === 'on-air' || next.kind === 'interrupted');
    this.#sinceMs = this.#options.clocks.nowMs();
    this.#options.log.info(
      { webcastId: this.#settings.webcastId, state: next.kind },
      'the webcast has a new state',
    );
  }

  #perform(effect: BroadcastEffect): void {
    switch (effect.type) {
      case 'start-generation':
        if (effect.kind === 'on-air') this.#takes.startShow();
        this.#startGeneration(effect.kind);
        break;
      case 'end-generation':
        this.#endGeneration();
        break;
      case 'continue-generation':
        this.#startRun();
        break;
      case 'pause-generation':
        this.#stream?.endRun();
        break;
      case 'start-window':
        this.#startWindow();
        break;
      case 'stop-window':
        this.#stopWindow?.();
        this.#stopWindow = null;
        break;
      case 'use-up-decision':
        this.#usedUpRevision = this.#settings.revision;
        break;
    }
  }

  #startWindow(): void {
    const { timers, reconnectWindowMs } = this.#options;
    this.#stopWindow?.();
    this.#stopWindow = timers.after(reconnectWindowMs, () => {
      this.#stopWindow = null;
      this.#apply({ type: 'window-ran-out' });
    });
  }

  #startGeneration(kind: 'preview' | 'on-air'): void {
    const { archive, clocks, randomId } = this.#options;
    const generation = randomId(GENERATION_CHARACTERS);
    const files = archive.create(
      this.#settings,
      generation,
      kind,
      clocks.nowMs(),
      this.#showSoFar(),
    );
    this.#stream = new LiveStream(this.#streamOptions(generation, kind, files));
    this.#startRun();
  }

  #showSoFar(): ShowSoFar | undefined {
    const broadcast = this.#broadcast;
    if (broadcast.kind !== 'on-air') return undefined;
    return { onAirSinceMs: broadcast.onAirSinceMs, takes: this.#takes.list(null) };
  }

  #startRun(): void {
    const { active } = this.#encoders;
    if (active === null) return;
    this.#stream?.startRun(active);
    this.#relays.startRun();
  }

  #endGeneration(): void {
    const stream = this.#stream;
    if (stream === null) return;
    this.#stream = null;
    stream.end();
    this.#takes.add(stream);
    this.#past.add(stream);
  }

  /** The encoder sends video now where there was none, or none where there was: players need other tracks. */
  #replaceGeneration(arrivedMs: number): void {
    const before = this.#stream;
    if (before === null) return;
    const waiting = before.takeWaiting();
    this.#endGeneration();
    this.#startGeneration(before.kind);
    for (const frame of waiting) this.#stream?.write(frame, arrivedMs);
    this.#tellStatus();
  }

  #streamOptions(
    generation: string,
    kind: 'preview' | 'on-air',
    archive: GenerationArchive,
  ): LiveStreamOptions {
    const { clocks, partTargetMs, run, log } = this.#options;
    const onPlayable = () => this.#tellStatus();
    const onRecorded = () => this.#onRecorded(generation);
    return {
      settings: this.#settings,
      generation,
      kind,
      archive,
      clocks,
      partTargetMs,
      run,
      log,
      onPlayable,
      onRecorded,
    };
  }

  #onRecorded(generation: string): void {
    // What is recorded in its last moment is told with the end.
    if (this.#stream?.generation !== generation) return;
    if (this.#takes.isDue(generation, this.#options.clocks.monotonicMs())) this.#tellStatus();
  }

  #tellStatus(): void {
    const status = this.status;
    const text = JSON.stringify(status);
    if (text === this.#lastStatus) return;
    this.#lastStatus = text;
    this.#options.onStatus(status);
  }
}

function refuseSlot(slot: EncoderSlot, remoteAddress: string): Refusal {
  const message = `Another encoder is sending to the ${slot} address of this webcast (${remoteAddress}). Stop it first, or use the other address.`;
  return { isAllowed: false, code: 'slot-in-use', message };
}

function onAirSinceMs(broadcast: Broadcast): number | null {
  switch (broadcast.kind) {
    case 'idle':
      return null;
    case 'preview':
    case 'ended':
      return broadcast.lastOnAirSinceMs;
    case 'on-air':
    case 'interrupted':
      return broadcast.onAirSinceMs;
  }
}
