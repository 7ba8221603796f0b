import { type Fields, fieldsIn, flagIn, listIn, numberIn, textIn } from '../api/answers.ts';
import type { CallOptions, Client } from '../api/client.ts';
import { RostrumError } from '../rostrum-error.ts';
import { type ApiRequest, apiRequest } from '../transport/api-request.ts';

/** What a viewer of a webcast gets to see now. */
export type Playback =
  | {
      readonly kind: 'live';
      /** The webcast's own. */
      readonly entryId: string;
      readonly name: string;
      /** HLS; a redirect to the playlist. */
      readonly manifestUrl: string;
      readonly posterUrl: string;
    }
  | {
      readonly kind: 'recording';
      /** The recording's: it is an entry of its own. */
      readonly entryId: string;
      readonly name: string;
      readonly manifestUrl: string;
      readonly posterUrl: string;
      readonly durationMs: number;
    }
  | {
      /** Nothing yet, or nothing any more. */
      readonly kind: 'none';
      readonly entryId: string;
      readonly name: string;
      readonly posterUrl: string;
    };

export type PlaybackOptions = CallOptions & {
  /**
   * The viewer's session: it asks in the viewer's name, and goes into `manifestUrl`. Without one the client's own session
   * asks, and never gets into an address.
   */
  readonly session?: string;
};

/** Values of KalturaEntryStatus, KalturaEntryType. */
const READY = '2';
const LIVE_STREAM = '7';

/**
 * What to play for a webcast, by the rule of Kaltura's integration guide: the webcast itself while it is live; else the
 * recording that it redirects to, else the one that it has recorded last, else the newest of all that were made of it.
 * Takes one request, and a second one where a recording has to be looked at. A recording's own id answers that recording.
 *
 * @throws RostrumError `ENTRY_ID_NOT_FOUND`, also where the viewer may not watch it
 */
export async function playback(
  client: Client,
  entryId: string,
  { session, ...options }: PlaybackOptions = {},
): Promise<Playback> {
  const ks = session === undefined ? {} : { ks: session };
  const [live, got, listed] = await client.multirequestSettled(
    [
      apiRequest('liveStream', 'isLive', { ...ks, id: entryId, protocol: 'auto' }),
      apiRequest('baseEntry', 'get', { ...ks, entryId }),
      newestRecordingRequest(entryId, ks),
    ],
    options,
  );
  if (got.status === 'rejected') throw got.reason;
  const entry = fieldsIn(got.value);
  const facts = factsOf(entry);
  const manifestUrl = (id: string) => manifestUrlOf(client, id, session);
  if (textIn(entry.type) !== LIVE_STREAM) return recordingIn(entry, manifestUrl);
  if (live.status === 'fulfilled' && flagIn(live.value)) {
    return { kind: 'live', ...facts, manifestUrl: manifestUrl(entryId) };
  }
  const newest = listed.status === 'fulfilled' ? listIn(listed.value).objects : [];
  for (const id of [textIn(entry.redirectEntryId), textIn(entry.recordedEntryId)]) {
    if (id === '') continue;
    const known = newest.find((each) => each.id === id);
    const recording = known ?? (await findEntry(client, { ...ks, entryId: id }, options));
    if (recording !== null && isReady(recording)) return recordingIn(recording, manifestUrl);
  }
  const [recording] = newest;
  return recording === undefined ? { kind: 'none', ...facts } : recordingIn(recording, manifestUrl);
}

/** HLS for an entry: a redirect to its playlist. With a session in it, the address is a secret. */
export function manifestUrlOf(
  { serviceUrl, partnerId }: Pick<Client, 'serviceUrl' | 'partnerId'>,
  entryId: string,
  session?: string,
): string {
  const protocol = serviceUrl.startsWith('https:') ? 'https' : 'http';
  const ks = session ? `/ks/${encodeURIComponent(session)}` : '';
  const entry = encodeURIComponent(entryId);
  return `${serviceUrl}/p/${partnerId}/sp/${partnerId}00/playManifest/entryId/${entry}/protocol/${protocol}/format/applehttp${ks}/a.m3u8`;
}

function newestRecordingRequest(webcastId: string, ks: Fields): ApiRequest {
  const filter = {
    objectType: 'KalturaMediaEntryFilter',
    rootEntryIdEqual: webcastId,
    statusEqual: READY,
    orderBy: '-createdAt',
  };
  const pager = { objectType: 'KalturaFilterPager', pageSize: 1, pageIndex: 1 };
  return apiRequest('baseEntry', 'list', { ...ks, filter, pager });
}

/** Null where it is gone, or not for this viewer. */
async function findEntry(
  client: Client,
  params: Fields,
  options: CallOptions,
): Promise<Fields | null> {
  try {
    return fieldsIn(await client.request('baseEntry', 'get', params, options));
  } catch (error) {
    if (error instanceof RostrumError && error.code === 'ENTRY_ID_NOT_FOUND') return null;
    throw error;
  }
}

function recordingIn(entry: Fields, manifestUrl: (id: string) => string): Playback {
  const facts = factsOf(entry);
  if (!isReady(entry)) return { kind: 'none', ...facts };
  const durationMs = numberIn(entry.msDuration) || numberIn(entry.duration) * 1000;
  return { kind: 'recording', ...facts, manifestUrl: manifestUrl(facts.entryId), durationMs };
}

function factsOf({ id, name, thumbnailUrl }: Fields) {
  return { entryId: textIn(id), name: textIn(name), posterUrl: textIn(thumbnailUrl) };
}

function isReady({ status }: Fields): boolean {
  return textIn(status) === READY;
}
