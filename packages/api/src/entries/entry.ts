import type { BroadcastFacts } from '../live/broadcast-facts.ts';
import type { Webcast } from '../live/webcast.ts';
import type { DocumentItem } from './document-item.ts';
import type { EntryBase } from './entry-base.ts';
import type { MediaItem } from './media-item.ts';

/** Everything that has an entry id. */
export type Entry = Webcast | MediaItem | DocumentItem;

export type EntryKind = Entry['kind'];

export const EVERY_KIND: readonly EntryKind[] = ['webcast', 'media', 'document'];

/** An entry and, where it is a webcast that an encoder has come to, what is known of its shows. */
export type EntryRecord<E extends EntryBase = Entry> = {
  readonly entry: E;
  readonly facts: BroadcastFacts | null;
};

/** Values of KalturaEntryType. */
export const ENTRY_TYPES: { readonly [Kind in EntryKind]: string } = {
  webcast: '7',
  media: '1',
  document: '10',
};
