import type { Entry } from '../entries/entry.ts';
import { DocumentEntry } from '../schema/document-entry.ts';
import type { ObjectType } from '../schema/kinds.ts';
import { LiveStreamEntry } from '../schema/live-stream-entry.ts';
import { MediaEntry } from '../schema/media-entry.ts';
import { type AuditChange, changesBetween } from './property-changes.ts';
import { currentTrail } from './trail.ts';

/** Says of the write that comes next that it makes (null before it) or changes an entry. */
export function noteEntry(before: Entry | null, after: Entry): void {
  currentTrail()?.note({
    type: 'entry',
    id: after.id,
    entryId: after.id,
    name: after.properties.name ?? '',
    changes:
      before === null ? null : orSent(changesBetween(TYPES[after.kind], flat(before), flat(after))),
  });
}

const TYPES: { readonly [Kind in Entry['kind']]: ObjectType } = {
  webcast: LiveStreamEntry,
  media: MediaEntry,
  document: DocumentEntry,
};

/** What is kept in columns of its own takes the place of what a client has sent for it. */
function flat({ properties, ...columns }: Entry): object {
  return {
    ...properties,
    ...columns,
    ...('isExplicitLive' in columns ? { explicitLive: columns.isExplicitLive } : {}),
  };
}

/** A change that no property shows (that a recording is kept) is told by what was sent. */
function orSent(changes: readonly AuditChange[]): readonly AuditChange[] | null {
  return changes.length === 0 ? null : changes;
}
