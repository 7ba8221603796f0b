import type { ChannelStatus } from '@rostrum/contracts';
import { isPublicAddress } from '../fetch/public-address.ts';
import type { Channels, Clock, Log } from '../ports.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import { OutsideChannels } from './outside-channels.ts';
import { OutsideStreams } from './outside-streams.ts';
import { pageOriginsOf } from './page-origins.ts';
import { outsideAddressesOf } from './sources.ts';

export type OutsideOptions = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  /** Those of the open internet where undefined. */
  readonly mayFetchFrom: ((address: string) => boolean) | undefined;
  /** How long a show that is away is waited for, ms; a minute where undefined. */
  readonly waitMs: number | undefined;
  readonly onStatus: (status: ChannelStatus) => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** A page waits so long to know what it will load from, ms. */
const PAGE_WAITS_MS = 2_000;

/** Everything about live streams that somebody else's servers deliver. */
export function openOutside({
  channels,
  mayFetchFrom = isPublicAddress,
  waitMs = 60_000,
  ...rest
}: OutsideOptions) {
  const outside = new OutsideStreams({ ...rest, isAllowed: mayFetchFrom, waitMs });
  return {
    outside,
    channels: new OutsideChannels(channels, outside),
    /** What the page of a webcast loads from besides this server. */
    async originsOf(webcastId: string, pageUrl: string): Promise<readonly string[]> {
      const record = await rest.entries.findWebcast(webcastId);
      if (record === null) return [];
      await outside.firstLook(record, pageUrl, PAGE_WAITS_MS);
      return pageOriginsOf(outsideAddressesOf(record.webcast), outside.looksOf(record));
    },
  };
}
