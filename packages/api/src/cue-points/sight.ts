import type { Viewer } from '../entitlement/viewer.ts';
import { valuesOf } from '../ks/privileges.ts';
import { type Call, sessionOf } from '../session/call.ts';
import { listedEntryOf, readsAllEntries } from './standing.ts';

/** What a session sees of all cue points of its account. */
export type CuePointSight = {
  readonly partnerId: number;
  /** Which entries it sees. */
  readonly viewer: Viewer;
  /** Reads everything of every entry that it sees. */
  readonly readsAll: boolean;
  /** Reads all but private questions. */
  readonly listsAll: boolean;
  /** Reads everything of the entries that it owns or edits; null for nobody by name. */
  readonly userId: string | null;
  /** Reads everything of these too. */
  readonly entryIds: readonly string[];
};

export function sightOf(call: Call, viewer: Viewer): CuePointSight {
  const session = sessionOf(call);
  const listed = listedEntryOf(session);
  return {
    partnerId: session.partnerId,
    viewer,
    readsAll: readsAllEntries(call),
    listsAll: viewer.listsAll,
    userId: viewer.userId,
    entryIds: [
      ...(listed === undefined ? [] : [listed]),
      ...valuesOf(session.privileges, 'edit').slice(0, MAX_IDS),
    ],
  };
}

/** A session's text bounds them anyway; databases limit the number of parameters. */
const MAX_IDS = 1000;
