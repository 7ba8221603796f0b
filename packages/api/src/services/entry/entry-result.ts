import type { EntryRecord } from '../../entries/entry.ts';
import { toDocumentEntry } from '../document/document-result.ts';
import { toLiveStreamEntry } from '../live/live-stream-result.ts';
import type { Viewpoint } from './base-entry-result.ts';
import { toMediaEntry } from './media-result.ts';

/** An entry as the object that clients know for its kind, as far as the session may see it. */
export function toEntryObject({ entry, facts }: EntryRecord, viewpoint: Viewpoint): object {
  switch (entry.kind) {
    case 'webcast':
      return toLiveStreamEntry({ webcast: entry, facts }, viewpoint);
    case 'media':
      return toMediaEntry(entry, viewpoint);
    case 'document':
      return toDocumentEntry(entry, viewpoint);
  }
}
