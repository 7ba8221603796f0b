import type { Stage, WebcastCard } from '@rostrum/contracts';
import type { OutsideStreams } from '../outside/outside-streams.ts';
import type { Channels } from '../ports.ts';
import type { Replays } from '../recording/replays.ts';
import { type EntriesStore, webcastRecordOf } from '../store/entry/entries-store.ts';
import { statusOf } from './live-state.ts';
import type { PlaybackAddresses } from './playback-addresses.ts';
import { cardOf, stageOf } from './stage.ts';
import { hasEncoders } from './webcast.ts';

export type WebcastViewsOptions = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  readonly playback: PlaybackAddresses;
  readonly replays: Replays;
  readonly outside: OutsideStreams;
};

/** A page that opens waits so long for the first look at a stream from elsewhere; what is seen later is pushed. */
const FIRST_LOOK_MS = 1_500;

/** What is shown to those who have come into the room of a webcast or a recording. */
export class WebcastViews {
  readonly #options: WebcastViewsOptions;

  constructor(options: WebcastViewsOptions) {
    this.#options = options;
  }

  /** Null where there is no such webcast or recording. */
  async cardOf(webcastId: string): Promise<WebcastCard | null> {
    const found = await this.#options.entries.find(webcastId);
    if (found === null || found.entry.kind === 'document') return null;
    const record = webcastRecordOf(found);
    const card = cardOf(found.entry);
    if (record === null || hasEncoders(record.webcast)) return card;
    // A stream from elsewhere goes back as far as its own playlist does.
    return {
      ...card,
      dvrWindowMs: Math.min(card.dvrWindowMs, this.#options.outside.windowMsOf(record)),
    };
  }

  /**
   * Null where there is no such webcast or recording.
   *
   * @param mediaBaseUrl base of playlists' addresses, without a slash at its end
   */
  async stageOf(
    webcastId: string,
    mayPreview: boolean,
    mediaBaseUrl: string,
  ): Promise<Stage | null> {
    const { entries, channels, playback, replays, outside } = this.#options;
    const found = await entries.find(webcastId);
    if (found === null || found.entry.kind === 'document') return null;
    const record = webcastRecordOf(found);
    if (record === null) return replays.stageOf(mediaBaseUrl, found.entry);
    await outside.firstLook(record, null, FIRST_LOOK_MS);
    const stage = stageOf({
      status: statusOf(channels, record),
      facts: record.facts,
      mayPreview,
      manifestUrlOf: (generation, startedAtMs) =>
        playback.manifestUrl(mediaBaseUrl, record.webcast, generation, startedAtMs),
      outsideUrl: outside.playingAddressOf(record),
    });
    if (stage.kind !== 'ended') return stage;
    return { ...stage, replayUrl: await replays.urlForRoom(mediaBaseUrl, record.webcast) };
  }
}
