import { ApiError } from '../errors/api-error.ts';

/** How often a change is made anew because someone else's came first. */
const MAX_ATTEMPTS = 20;

/**
 * Reads, changes and stores until nobody came between.
 *
 * @param store false where the stored one is no longer the one that was read
 * @throws ApiError OBJECT_CHANGED_MEANWHILE
 */
export async function changeStored<Stored>(
  id: string | number,
  read: () => Promise<Stored>,
  change: (before: Stored) => Stored | Promise<Stored>,
  store: (after: Stored) => Promise<boolean>,
): Promise<Stored> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const after = await change(await read());
    if (await store(after)) return after;
  }
  throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
}
