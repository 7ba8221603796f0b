import { ApiError } from '../errors/api-error.ts';
import type { Entry } from './entry.ts';
import { RECYCLED_IN_SEARCH } from './entry-base.ts';

/** What lies in the recycle bin is found by nobody who does not look there, and comes back as it was. */

export function isRecycled({ properties }: Entry): boolean {
  return properties.displayInSearch === RECYCLED_IN_SEARCH;
}

export function recycled<E extends Entry>(entry: E, nowMs: number): E {
  if (isRecycled(entry)) throw new ApiError('INVALID_ENTRY_STATUS_FOR_RECYCLE');
  return {
    ...changed(entry, nowMs, RECYCLED_IN_SEARCH),
    displayBeforeBin: entry.properties.displayInSearch ?? null,
  };
}

export function restored<E extends Entry>(entry: E, nowMs: number): E {
  if (!isRecycled(entry)) throw new ApiError('INVALID_ENTRY_STATUS_FOR_RESTORE');
  return { ...changed(entry, nowMs, entry.displayBeforeBin), displayBeforeBin: null };
}

type Display = Entry['properties']['displayInSearch'];

function changed<E extends Entry>(entry: E, nowMs: number, displayInSearch: Display): E {
  const { displayInSearch: _before, ...properties } = entry.properties;
  return {
    ...entry,
    revision: entry.revision + 1,
    updatedAtMs: nowMs,
    properties: displayInSearch === null ? properties : { ...properties, displayInSearch },
  };
}
