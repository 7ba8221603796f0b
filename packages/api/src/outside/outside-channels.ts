import type { ChannelSettings, ChannelStatus, TakeTrim } from '@rostrum/contracts';
import type { Channels } from '../ports.ts';
import type { OutsideStreams } from './outside-streams.ts';

/** The media process's channels, and beside them the streams that come from elsewhere. */
export class OutsideChannels implements Channels {
  readonly #channels: Channels;
  readonly #outside: OutsideStreams;

  constructor(channels: Channels, outside: OutsideStreams) {
    this.#channels = channels;
    this.#outside = outside;
  }

  statusOf(webcastId: string): ChannelStatus | undefined {
    return this.#channels.statusOf(webcastId) ?? this.#outside.statusOf(webcastId);
  }

  applySettings(settings: ChannelSettings): void {
    this.#channels.applySettings(settings);
  }

  remove(webcastId: string): void {
    this.#channels.remove(webcastId);
    this.#outside.forget(webcastId);
  }

  removeTake(webcastId: string, generation: string) {
    return this.#channels.removeTake(webcastId, generation);
  }

  measureTake(webcastId: string, generation: string, trims: readonly (TakeTrim | null)[]) {
    return this.#channels.measureTake(webcastId, generation, trims);
  }

  listTakes(after: string | null) {
    return this.#channels.listTakes(after);
  }
}
