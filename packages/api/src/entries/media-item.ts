import type { MediaEntryValue } from '../schema/media-entry.ts';
import type { EntryBase } from './entry-base.ts';

/** A video, sound or picture. */
export type MediaItem = EntryBase & {
  readonly kind: 'media';
  readonly properties: MediaEntryValue;
};
