import type { CallOptions, Client } from '../api/client.ts';
import { entryIn } from '../api/live-stream-calls.ts';
import { RostrumError } from '../rostrum-error.ts';
import { type ApiRequest, apiRequest } from '../transport/api-request.ts';
import { writeEventRecord } from './event-record.ts';
import { eventIn, type Webcast, webcastOf } from './webcast.ts';
import {
  entryChangesOf,
  eventOf,
  isAboutEvent,
  profileNameOf,
  type WebcastPlan,
} from './webcast-plan.ts';
import {
  addRecordRequest,
  checkProfiles,
  firstIdIn,
  profileRequests,
  profilesIn,
  recordsIn,
  recordsRequest,
  updateRecordRequest,
} from './webcast-records.ts';

/**
 * A webcast with its records, in one request.
 *
 * @throws RostrumError `ENTRY_ID_NOT_FOUND`
 */
export async function getWebcast(
  client: Client,
  webcastId: string,
  options: CallOptions = {},
): Promise<Webcast> {
  return (await read(client, webcastId, options)).webcast;
}

/** How often a record is read anew that somebody else has changed meanwhile. */
const MAX_ATTEMPTS = 3;

/**
 * Changes what the plan names, and nothing else: an empty list or text clears, `null` takes a time away. The record about
 * the event keeps what others have written into it.
 *
 * @throws TypeError, RangeError for a plan that can't be meant
 * @throws RostrumError `ENTRY_ID_NOT_FOUND`, `CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING`
 */
export async function updateWebcast(
  client: Client,
  webcastId: string,
  changes: WebcastPlan,
  options: CallOptions = {},
): Promise<Webcast> {
  const entryChanges = entryChangesOf(changes);
  for (let attempt = 1; ; attempt++) {
    const before = await read(client, webcastId, options);
    const conversionProfileId = await profileIdOf(client, changes, options);
    const liveStreamEntry = {
      objectType: 'KalturaLiveStreamEntry',
      ...entryChanges,
      ...(conversionProfileId === null ? {} : { conversionProfileId }),
    };
    const isEntryChanged = Object.keys(liveStreamEntry).length > 1;
    const event = isAboutEvent(changes) ? [eventRequest(client, before, changes)] : [];
    const requests = [
      // First, because it is what can be refused for what somebody else has done meanwhile.
      ...event,
      ...(isEntryChanged
        ? [apiRequest('liveStream', 'update', { entryId: webcastId, liveStreamEntry })]
        : []),
    ];
    try {
      for (const request of requests) await client.send(request, options);
      return requests.length === 0 ? before.webcast : await getWebcast(client, webcastId, options);
    } catch (error) {
      const isOutOfDate =
        error instanceof RostrumError &&
        (error.code === 'INVALID_METADATA_VERSION' || error.code === 'METADATA_ALREADY_EXISTS');
      if (!isOutOfDate || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/**
 * Deletes a webcast: its page and its stream key stop working. Its recordings stay.
 *
 * @throws RostrumError `ENTRY_ID_NOT_FOUND`
 */
export async function deleteWebcast(
  client: Client,
  webcastId: string,
  options: CallOptions = {},
): Promise<void> {
  await client.liveStream.delete(webcastId, options);
}

/** Values of KalturaViewMode and KalturaRecordingStatus. */
const TO_ALL = { viewMode: 1, recordingStatus: 2 } as const;
const TO_PREVIEW = { viewMode: 0, recordingStatus: 0 } as const;

/**
 * Shows everybody what was a preview, and begins to record where that is wanted. Before the encoder comes: as soon as it
 * does. It answers when that is decided; until the first seconds of the show are there, viewers wait for them:
 * {@link waitUntilLive} says when they have a picture.
 */
export async function goLive(
  client: Client,
  webcastId: string,
  options: CallOptions = {},
): Promise<Webcast> {
  return await switchTo(TO_ALL, client, webcastId, options);
}

/** Ends the show for everybody, and closes its recording; the encoder may stay, which is a preview again. */
export async function endLive(
  client: Client,
  webcastId: string,
  options: CallOptions = {},
): Promise<Webcast> {
  return await switchTo(TO_PREVIEW, client, webcastId, options);
}

/**
 * Whether the one whose session the client has would get a picture now. It depends on who asks:
 *
 * - a viewer, or a client without a session: from the first seconds of the show until its end
 * - who may preview, as an admin and the webcast's producers: in the preview too
 *
 * False for everybody while no encoder sends, and for about two seconds after `goLive` and `endLive`: what was a preview
 * is over then, and the first seconds of what follows are not there yet. To wait for a show's beginning, whoever asks, use
 * {@link waitUntilLive}.
 *
 * @throws RostrumError `INVALID_ENTRY_ID`
 */
export function isLive(
  client: Client,
  webcastId: string,
  options: CallOptions = {},
): Promise<boolean> {
  return client.liveStream.isLive(webcastId, options);
}

/** The change and a look at the records, in one request: it answers what `getWebcast` would. */
async function switchTo(
  changes: typeof TO_ALL | typeof TO_PREVIEW,
  client: Client,
  webcastId: string,
  options: CallOptions,
): Promise<Webcast> {
  const liveStreamEntry = { objectType: 'KalturaLiveStreamEntry', ...changes };
  const [updated, event, webcast, list] = await client.multirequestSettled(
    [
      apiRequest('liveStream', 'update', { entryId: webcastId, liveStreamEntry }),
      ...profileRequests(),
      recordsRequest(webcastId),
    ],
    options,
  );
  if (updated.status === 'rejected') throw updated.reason;
  const entry = entryIn(updated.value);
  const reads = [event, webcast, list];
  // Who may switch, and not read the records, has switched all the same.
  if (reads.some(({ status }) => status === 'rejected')) return webcastOf(entry);
  const [eventList, webcastList, records] = reads.map((each) =>
    each.status === 'fulfilled' ? each.value : null,
  );
  return webcastOf(entry, recordsIn(records, profilesIn(eventList, webcastList)));
}

type ReadWebcast = {
  readonly webcast: Webcast;
  readonly profiles: ReturnType<typeof profilesIn>;
  readonly records: ReturnType<typeof recordsIn>;
};

async function read(client: Client, webcastId: string, options: CallOptions): Promise<ReadWebcast> {
  const [entry, event, webcast, list] = await client.multirequest(
    [
      apiRequest('liveStream', 'get', { entryId: webcastId }),
      ...profileRequests(),
      recordsRequest(webcastId),
    ],
    options,
  );
  const profiles = profilesIn(event, webcast);
  const records = recordsIn(list, profiles);
  return { webcast: webcastOf(entryIn(entry), records), profiles, records };
}

function eventRequest(client: Client, before: ReadWebcast, changes: WebcastPlan): ApiRequest {
  const { webcast, records, profiles } = before;
  const kept = records.event;
  const known = eventIn(kept);
  const planned = eventOf(changes, {
    ...known,
    startTime: known.startTime ?? webcast.entry.startDate ?? null,
    endTime: known.endTime ?? webcast.entry.endDate ?? null,
  });
  if (kept !== null) {
    return updateRecordRequest(kept.id, writeEventRecord(planned, kept.xml), kept.version);
  }
  const { event } = checkProfiles(profiles, client.partnerId);
  return addRecordRequest(event, webcast.id, writeEventRecord(planned));
}

async function profileIdOf(
  client: Client,
  changes: WebcastPlan,
  options: CallOptions,
): Promise<number | null> {
  const systemName = profileNameOf(changes);
  if (systemName === null) return null;
  const filter = { objectType: 'KalturaConversionProfileFilter', systemNameEqual: systemName };
  const id = firstIdIn(await client.request('conversionProfile', 'list', { filter }, options));
  if (id !== null) return id;
  throw new RostrumError(
    'CONVERSION_PROFILE_ID_NOT_FOUND',
    `Account ${client.partnerId} has no conversion profile with the system name ${systemName}`,
    { args: { SYSTEM_NAME: systemName } },
  );
}
