import { type Client, getWebcast, type LiveStreamEntry, webcastStateOf } from '@rostrum/sdk';
import { allWebcasts } from '../webcast/all-webcasts.ts';
import { valuesOfWebcast } from '../webcast/values-of-webcast.ts';
import type { KnownWebcast } from './plan.ts';

/** How many webcasts are read at a time. */
const AT_ONCE = 8;

/** Tags of an entry that only administrators see: they say what a file has made of it. */
const SET_TAG = 'rostrum-set-';
const PICTURE_TAG = 'rostrum-picture-';

/**
 * The webcasts of an account, with everything that a file can say of them.
 *
 * @param isWanted those that it is about
 */
export async function knownWebcasts(
  client: Client,
  isWanted: (entry: LiveStreamEntry) => boolean,
  nowMs: number,
): Promise<readonly KnownWebcast[]> {
  const entries = await allWebcasts(client, { nowMs, order: 'newest' });
  const wanted = entries.filter(isWanted).toReversed();
  const known: KnownWebcast[] = [];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE);
    known.push(...(await Promise.all(some.map(({ id }) => readWebcast(client, id, nowMs)))));
  }
  return known;
}

/** The set that an entry says it belongs to; null where it says none. */
export function setOf(entry: LiveStreamEntry): string | null {
  return tagAfter(entry, SET_TAG);
}

/** The admin tags of an entry after a file has made something of it; those of others stay. */
export function adminTagsAfter(
  entry: LiveStreamEntry | null,
  { set, pictureHash }: { readonly set: string | null; readonly pictureHash: string | null },
): readonly string[] {
  const others = tagsOf(entry).filter(
    (tag) =>
      !(set !== null && tag.startsWith(SET_TAG)) &&
      !(pictureHash !== null && tag.startsWith(PICTURE_TAG)),
  );
  return [
    ...others,
    ...(set === null ? [] : [SET_TAG + set]),
    ...(pictureHash === null ? [] : [PICTURE_TAG + pictureHash]),
  ];
}

async function readWebcast(client: Client, id: string, nowMs: number): Promise<KnownWebcast> {
  const webcast = await getWebcast(client, id);
  const { entry, referenceId } = webcast;
  return {
    id,
    referenceId,
    values: valuesOfWebcast(webcast),
    set: setOf(entry),
    pictureHash: tagAfter(entry, PICTURE_TAG),
    isOnAir: webcastStateOf(entry, nowMs) === 'on-air',
  };
}

function tagAfter(entry: LiveStreamEntry, prefix: string): string | null {
  return (
    tagsOf(entry)
      .find((tag) => tag.startsWith(prefix))
      ?.slice(prefix.length) ?? null
  );
}

function tagsOf(entry: LiveStreamEntry | null): readonly string[] {
  return (entry?.adminTags ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
