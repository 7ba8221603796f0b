import type { Entitlement } from '../entitlement/entitlement.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import { isPublicAddress } from '../fetch/public-address.ts';
import type { PlaybackAddresses } from '../live/playback-addresses.ts';
import type { Channels, Clock, Log, Stills } from '../ports.ts';
import type { Replays } from '../recording/replays.ts';
import type { EntryDesk } from '../services/entry/entry-desk.ts';
import { PictureService } from '../services/entry/picture-service.ts';
import type { Database } from '../store/database.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import { PicturesStore } from '../store/entry/pictures-store.ts';
import { IncomingPictures } from './incoming-pictures.ts';
import { ShowPictures } from './show-pictures.ts';
import { Thumbnails } from './thumbnails.ts';

export type PicturesOptions = {
  readonly database: Database;
  readonly entries: EntriesStore;
  readonly book: EntryBook;
  readonly desk: EntryDesk;
  readonly entitlement: Entitlement;
  readonly channels: Channels;
  readonly playback: PlaybackAddresses;
  readonly stills: Stills;
  readonly replays: Replays;
  /** Those of the open internet where undefined. */
  readonly mayFetchFrom: ((address: string) => boolean) | undefined;
  readonly clock: Clock;
  readonly log: Log;
};

/** Everything about pictures of entries: shown, kept when a show is over, set by somebody. */
export function openPictures({
  database,
  mayFetchFrom = isPublicAddress,
  ...rest
}: PicturesOptions) {
  const pictures = new PicturesStore(database);
  const thumbnails = new Thumbnails({ ...rest, pictures });
  const incoming = new IncomingPictures(rest.stills, mayFetchFrom);
  return {
    pictures,
    incoming,
    thumbnails,
    showPictures: new ShowPictures({ ...rest, pictures }),
    picture: new PictureService({ ...rest, pictures, thumbnails, incoming }),
  };
}
