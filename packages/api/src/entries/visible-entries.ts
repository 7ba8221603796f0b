import type { Viewer } from '../entitlement/viewer.ts';
import type { LiveStreamFilterValue } from '../schema/live-stream-filter.ts';
import { listedEntries } from '../store/category/entitled-condition.ts';
import type { EntryRestriction } from '../store/entry/entry-filter.ts';

/**
 * What a list may show, as conditions that all must hold: of what the viewer may see, everything to those who may list all
 * or name what they want; others get what is their own or names them. This is the one place that says so.
 */
export function restrictionsFor(
  viewer: Viewer,
  filter: LiveStreamFilterValue,
): readonly EntryRestriction[] {
  return listedEntries(viewer, namesEntries(filter)).map((condition) => () => condition);
}

/** Whoever names what it wants may list what others own. */
function namesEntries(filter: LiveStreamFilterValue): boolean {
  const { idEqual, idIn, referenceIdEqual, referenceIdIn, parentEntryIdEqual } = filter;
  return [
    idEqual,
    idIn,
    referenceIdEqual,
    referenceIdIn,
    parentEntryIdEqual,
    filter.redirectFromEntryId,
  ].some((value) => typeof value === 'string' && value !== '');
}
