import {
  type LiveProfile,
  type LiveStreamEntry,
  listCategories,
  listLiveProfiles,
  RostrumError,
  type WebcastCategory,
} from '@rostrum/sdk';
import type { ConsoleContext } from '../frame/console-context.ts';
import { isServerAway } from '../parts/failure-words.ts';

/** What can be chosen of; null where the session may not read it. */
export type FormChoices = {
  readonly profiles: readonly LiveProfile[] | null;
  readonly categories: readonly WebcastCategory[] | null;
};

/**
 * What the form of a webcast begins with.
 *
 * @param id null for a new one
 * @throws RostrumError where the webcast can't be read, or the server is away
 */
export async function loadForm(
  { client, may }: ConsoleContext,
  id: string | null,
  signal: AbortSignal,
): Promise<{ readonly entry: LiveStreamEntry | null; readonly choices: FormChoices }> {
  const [entry, profiles, categories] = await Promise.all([
    id === null ? null : client.liveStream.get(id, { signal }),
    orNone(may('TRANSCODING_BASE'), () => listLiveProfiles(client, { signal })),
    orNone(true, () => listCategories(client, { signal })),
  ]);
  return { entry, choices: { profiles, categories } };
}

/** What may not be read is not offered; a server that is away is told as such. */
async function orNone<Item>(
  mayRead: boolean,
  read: () => Promise<readonly Item[]>,
): Promise<readonly Item[] | null> {
  if (!mayRead) return null;
  try {
    return await read();
  } catch (error) {
    if (error instanceof RostrumError && !isServerAway(error)) return null;
    throw error;
  }
}
