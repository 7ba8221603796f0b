import type { Entitlement } from '../../entitlement/entitlement.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Session } from '../../ks/session.ts';
import { isOnAir } from '../../live/broadcast-facts.ts';
import { withConfigurations, withNewStreamToken } from '../../live/change-webcast.ts';
import { detailsOf, isLiveFor, statusOf } from '../../live/live-state.ts';
import { hasEncoders, type Webcast, type WebcastRecord } from '../../live/webcast.ts';
import type { OutsideStreams } from '../../outside/outside-streams.ts';
import { isKnownOutside } from '../../outside/sources.ts';
import type { Addresses, Channels, Clock, Server } from '../../ports.ts';
import type { RecordingsDesk } from '../../recording/recordings-desk.ts';
import type { PlaybackProtocol } from '../../schema/enums.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type {
  LiveStreamConfigurationValue,
  LiveStreamEntryValue,
} from '../../schema/live-stream-entry.ts';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { isSameSecret } from '../../session/compare-secrets.ts';
import type { EntriesStore } from '../../store/entry/entries-store.ts';
import type { EntryDesk } from '../entry/entry-desk.ts';

export type LiveStreamServices = {
  readonly entries: EntriesStore;
  readonly book: EntryBook;
  readonly entitlement: Entitlement;
  readonly desk: EntryDesk;
  readonly recordings: RecordingsDesk;
  readonly channels: Channels;
  readonly server: Pick<Server, 'watching'>;
  readonly outside: OutsideStreams;
  readonly addresses: Addresses;
  readonly clock: Clock;
};

const WEBCASTS = ['webcast'] as const;

/** Value of KalturaEntryServerNodeType. */
const BACKUP = '1';

type PlaybackProtocolName = (typeof PlaybackProtocol)['values'][number];

/** Webcasts: set up, change, find, and ask whether they are live. */
export class LiveStreamService {
  readonly #services: LiveStreamServices;

  constructor(services: LiveStreamServices) {
    this.#services = services;
  }

  add(
    call: Call,
    {
      liveStreamEntry,
      sourceType,
    }: {
      readonly liveStreamEntry: LiveStreamEntryValue;
      readonly sourceType: LiveStreamEntryValue['sourceType'] | null;
    },
  ) {
    const sent = sourceType === null ? liveStreamEntry : { ...liveStreamEntry, sourceType };
    return this.#services.desk.add(call, 'webcast', sent);
  }

  /** Puts a recording into the archive, as shouldAutoArchive does by itself. */
  async archive(
    call: Call,
    { liveEntryId, vodEntryId }: { readonly liveEntryId: string; readonly vodEntryId: string },
  ) {
    const { book, recordings } = this.#services;
    const session = sessionOf(call);
    const { entry: webcast, facts } = await book.findEdited(session, liveEntryId, WEBCASTS);
    await recordings.archive(session, { webcast, facts }, vodEntryId);
    return true;
  }

  get(call: Call, { entryId }: { readonly entryId: string }) {
    return this.#services.desk.get(call, entryId, WEBCASTS);
  }

  update(
    call: Call,
    {
      entryId,
      liveStreamEntry,
    }: { readonly entryId: string; readonly liveStreamEntry: LiveStreamEntryValue },
  ) {
    return this.#services.desk.update(call, entryId, WEBCASTS, liveStreamEntry);
  }

  delete(call: Call, { entryId }: { readonly entryId: string }): Promise<null> {
    return this.#services.desk.delete(call, entryId, WEBCASTS);
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: LiveStreamFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const found = await this.#services.desk.list(call, WEBCASTS, filter, pager);
    return { objectType: 'KalturaLiveStreamListResponse', ...found };
  }

  /** Needs no session: whoever may preview is told of a preview too. */
  async isLive(
    call: Call,
    { id, protocol }: { readonly id: string; readonly protocol: string | null },
  ): Promise<boolean> {
    const record = await this.#live(call.session, id);
    if (!hasEncoders(record.webcast) && !isKnownOutside(record.webcast, protocol)) {
      throw new ApiError('LIVE_STREAM_STATUS_CANNOT_BE_DETERMINED', protocol ?? '');
    }
    await this.#look(call, record);
    return isLiveFor(call.session, record, statusOf(this.#services.channels, record));
  }

  /** Needs no session. */
  async getDetails(call: Call, { id }: { readonly id: string }) {
    const record = await this.#live(call.session, id);
    await this.#look(call, record);
    return detailsOf(record, statusOf(this.#services.channels, record));
  }

  /** Needs no session. Who waits before the show, or looks at its replay, does not watch it live. */
  async getLiveStreamStats(call: Call, { entryId }: { readonly entryId: string }) {
    const record = await this.#live(call.session, entryId);
    const status = statusOf(this.#services.channels, record);
    const isLive = status !== null && isOnAir(status.state);
    return {
      objectType: 'KalturaLiveStreamStats',
      liveViewers: isLive ? this.#services.server.watching(entryId) : 0,
    };
  }

  /** The encoder's addresses change; an encoder that came with the old one is disconnected. */
  async regenerateStreamToken(call: Call, { entryId }: { readonly entryId: string }) {
    return this.#change(call, entryId, (webcast) => {
      if (!hasEncoders(webcast)) {
        const { sourceType } = webcast.properties;
        throw new ApiError(
          'CANNOT_REGENERATE_STREAM_TOKEN_FOR_EXTERNAL_LIVE_STREAMS',
          sourceType ?? '',
        );
      }
      return withNewStreamToken(webcast, this.#services.clock.nowMs());
    });
  }

  /** For media servers of one's own: whether an encoder's token is the right one, and its place is free. */
  async authenticate(
    call: Call,
    sent: {
      readonly entryId: string;
      readonly token: string;
      readonly mediaServerIndex: string | null;
    },
  ) {
    const { book, desk, channels } = this.#services;
    const record = await book.find(sessionOf(call), sent.entryId, WEBCASTS);
    const { entry: webcast, facts } = record;
    if (!hasEncoders(webcast) || !isSameSecret(sent.token, webcast.streamToken)) {
      throw new ApiError('LIVE_STREAM_INVALID_TOKEN', sent.entryId);
    }
    const slot = sent.mediaServerIndex === BACKUP ? 'backup' : 'primary';
    const status = statusOf(channels, { webcast, facts });
    const encoder = status?.encoders.find((each) => each.slot === slot);
    if (encoder !== undefined) {
      throw new ApiError('LIVE_STREAM_ALREADY_BROADCASTING', sent.entryId, encoder.remoteAddress);
    }
    return desk.show(call, record);
  }

  /** Says where else, by which protocol, the stream can be watched: of each protocol one address. */
  addLiveStreamPushPublishConfiguration(
    call: Call,
    sent: {
      readonly entryId: string;
      readonly protocol: PlaybackProtocolName;
      readonly url: string | null;
      readonly liveStreamConfiguration: LiveStreamConfigurationValue | null;
    },
  ) {
    const configuration = {
      objectType: 'KalturaLiveStreamConfiguration',
      ...sent.liveStreamConfiguration,
      ...(sent.url === null ? {} : { url: sent.url }),
      protocol: sent.protocol,
    };
    if (!configuration.url) throw new ApiError('MISSING_MANDATORY_PARAMETER', 'url');
    return this.#changeConfigurations(call, sent.entryId, (others) => [
      ...others.filter(({ protocol }) => protocol !== sent.protocol),
      configuration,
    ]);
  }

  removeLiveStreamPushPublishConfiguration(
    call: Call,
    sent: { readonly entryId: string; readonly protocol: PlaybackProtocolName },
  ) {
    return this.#changeConfigurations(call, sent.entryId, (all) =>
      all.filter(({ protocol }) => protocol !== sent.protocol),
    );
  }

  async #changeConfigurations(
    call: Call,
    entryId: string,
    change: (
      before: readonly LiveStreamConfigurationValue[],
    ) => readonly LiveStreamConfigurationValue[],
  ): Promise<object> {
    const { book, clock } = this.#services;
    const record = await book.findOrNull(sessionOf(call), entryId, WEBCASTS);
    if (record === null) throw new ApiError('INVALID_ENTRY_ID', entryId);
    const nowMs = clock.nowMs();
    return this.#change(call, entryId, (webcast) =>
      withConfigurations(webcast, change(webcast.properties.liveStreamConfigurations ?? []), nowMs),
    );
  }

  /** What comes from elsewhere tells nobody of itself. */
  #look(call: Call, record: WebcastRecord): Promise<void> {
    const { outside, addresses } = this.#services;
    return outside.look(record, addresses.publicUrl(call.requestHost));
  }

  /** The webcast that an action without a session asks for; whoever may not watch it learns nothing. */
  async #live(session: Session | undefined, id: string): Promise<WebcastRecord> {
    const record = await this.#services.entries.findWebcast(id);
    const rights =
      record === null ? null : await this.#services.entitlement.rightsTo(session, record.webcast);
    if (record === null || !rights?.mayWatch) throw new ApiError('INVALID_ENTRY_ID', id);
    return record;
  }

  /** Changes a webcast that the session may change. */
  async #change(
    call: Call,
    entryId: string,
    change: (webcast: Webcast) => Webcast,
  ): Promise<object> {
    const { book, desk } = this.#services;
    const record = await book.change(sessionOf(call), entryId, WEBCASTS, ({ entry }) =>
      change(entry),
    );
    return desk.show(call, record);
  }
}
