import { listIn, numberIn } from '../api/answers.ts';
import type { CallOptions, Client } from '../api/client.ts';
import { entryIn } from '../api/live-stream-calls.ts';
import type { LiveStreamEntry } from '../api/live-stream-entry.ts';
import { RostrumError } from '../rostrum-error.ts';
import { type ApiRequest, apiRequest } from '../transport/api-request.ts';
import type { Settled } from '../transport/door.ts';
import { type ResultToken, ref } from '../transport/result-token.ts';
import { wait } from '../transport/retries.ts';
import { writeEventRecord, writeWebcastRecord } from './event-record.ts';
import { type Webcast, webcastOf } from './webcast.ts';
import {
  adminTagsOf,
  entryChangesOf,
  eventOf,
  profileNameOf,
  type WebcastPlan,
} from './webcast-plan.ts';
import {
  addRecordRequest,
  checkProfiles,
  firstIdIn,
  profileRequests,
  profilesIn,
  recordIn,
  recordsIn,
  recordsRequest,
  type WebcastRecords,
} from './webcast-records.ts';

export type NewWebcast = WebcastPlan & {
  readonly name: string;
  /**
   * Makes the call safe to repeat: with the same key there is one webcast, however often and by however many at a time
   * it is asked for. It is kept as the webcast's `referenceId`, so give one of the two; and what was created under it
   * once stays as it is, whatever a repetition says. Takes up to two seconds
   * longer the first time.
   */
  readonly idempotencyKey?: string;
};

export type CreatedWebcast = Webcast & {
  /** False where there was one with this idempotency key already. */
  readonly isNew: boolean;
};

/**
 * Creates a webcast with everything that Kaltura's integration guide wants of one, in one request: the live stream with
 * its tags and its conversion profile, and the two records about it. Without a word it is held back until `goLive`, can
 * be rewound by two hours, and leaves one recording. For sessions that may set admin tags: an admin's.
 *
 * Either all of it is there afterwards or nothing, unless the connection breaks meanwhile: that leaves open what was done
 * (`isRetryable`). With an idempotency key the call then finds out by itself, and what is half done is completed, by it or
 * by the next one.
 *
 * @throws TypeError, RangeError for a plan that can't be meant, before anything is sent
 * @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, `CONVERSION_PROFILE_ID_NOT_FOUND` where the account lacks one
 */
export async function createWebcast(
  client: Client,
  webcast: NewWebcast,
  options: CallOptions = {},
): Promise<CreatedWebcast> {
  const draft = draftOf(webcast);
  const { idempotencyKey } = webcast;
  if (idempotencyKey === undefined)
    return { ...(await create(client, draft, options)), isNew: true };
  return await createOnce(client, draft, idempotencyKey, options);
}

/** What is sent, checked. */
type Draft = {
  readonly entry: Readonly<Record<string, unknown>>;
  /** Null where the profile is named by its id, or the account's default. */
  readonly profileName: string | null;
  readonly eventXml: string;
  readonly webcastXml: string;
};

const NO_EVENT = { startTime: null, endTime: null, timezone: '', presenters: [] };
const LIVE_MEDIA_TYPE = 201;
const LIVE_SOURCE_TYPE = '32';

function draftOf(webcast: NewWebcast): Draft {
  const { idempotencyKey, referenceId } = webcast;
  if (idempotencyKey !== undefined && referenceId !== undefined && referenceId !== idempotencyKey) {
    throw new TypeError(
      `idempotencyKey is kept as the referenceId: give one of both (got "${idempotencyKey}" and "${referenceId}")`,
    );
  }
  const plan: WebcastPlan = {
    preview: true,
    dvr: true,
    recording: 'appended',
    timezone: 'UTC',
    adminTags: [],
    ...webcast,
    ...(idempotencyKey === undefined ? {} : { referenceId: idempotencyKey }),
  };
  return {
    entry: {
      objectType: 'KalturaLiveStreamEntry',
      mediaType: LIVE_MEDIA_TYPE,
      sourceType: LIVE_SOURCE_TYPE,
      adminTags: adminTagsOf([]),
      ...withoutClearedDates(entryChangesOf(plan)),
    },
    profileName: profileNameOf(plan),
    eventXml: writeEventRecord(eventOf(plan, NO_EVENT)),
    webcastXml: writeWebcastRecord({ slidesDocEntryId: '', isSelfServe: false }),
  };
}

/** There is nothing to clear. */
function withoutClearedDates(entry: ReturnType<typeof entryChangesOf>) {
  const { startDate, endDate, ...others } = entry;
  return {
    ...others,
    ...(startDate === undefined || startDate < 0 ? {} : { startDate }),
    ...(endDate === undefined || endDate < 0 ? {} : { endDate }),
  };
}

/** @throws RostrumError; nothing is left then, unless the entry has a key under which it is found again */
async function create(client: Client, draft: Draft, options: CallOptions): Promise<Webcast> {
  const { entry, profileName, eventXml, webcastXml } = draft;
  const profiles = profileName === null ? [] : [conversionProfileRequest(profileName)];
  const first = profiles.length;
  const conversionProfileId = profiles.length === 0 ? {} : { conversionProfileId: firstOf(0) };
  const liveStreamEntry = { ...entry, ...conversionProfileId };
  const settled: readonly Settled[] = await client.multirequestSettled(
    [
      ...profiles,
      ...profileRequests(),
      apiRequest('liveStream', 'add', { liveStreamEntry, sourceType: LIVE_SOURCE_TYPE }),
      addRecordRequest(firstOf(first), ref(first + 2).id, eventXml),
      addRecordRequest(firstOf(first + 1), ref(first + 2).id, webcastXml),
    ],
    options,
  );
  const [event, webcast, added, eventAdded, webcastAdded] = settled.slice(first);
  try {
    if (profileName !== null) checkConversionProfile(valueIn(settled[0]), profileName, client);
    checkProfiles(profilesIn(valueIn(event), valueIn(webcast)), client.partnerId);
    const created = entryIn(valueIn(added));
    if (isThereAlready(eventAdded) || isThereAlready(webcastAdded)) {
      return await complete(client, created, draft, options);
    }
    return webcastOf(created, {
      event: recordIn(valueIn(eventAdded)),
      webcast: recordIn(valueIn(webcastAdded)),
    });
  } catch (error) {
    const isFoundAgain = entry.referenceId !== undefined;
    if (added?.status === 'fulfilled' && !isFoundAgain) {
      await client.liveStream.delete(entryIn(added.value).id).catch(() => {
        // The first failure is the one to tell.
      });
    }
    throw error;
  }
}

/** How often it is asked whether a call that failed has done its work after all. */
const MAX_ATTEMPTS = 3;

async function createOnce(
  client: Client,
  draft: Draft,
  key: string,
  options: CallOptions,
): Promise<CreatedWebcast> {
  for (let attempt = 1; ; attempt++) {
    try {
      const earlier = await agree(client, key, null, options);
      if (earlier !== null) {
        return { ...(await complete(client, earlier, draft, options)), isNew: false };
      }
      const created = await create(client, draft, options);
      const kept = (await agree(client, key, created.entry, options)) ?? created.entry;
      if (kept.id === created.id) return { ...created, isNew: true };
      await client.liveStream.delete(created.id, options);
      return { ...(await complete(client, kept, draft, options)), isNew: false };
    } catch (error) {
      const mayPass = error instanceof RostrumError && error.isRetryable;
      if (!mayPass || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

const TICK_MS = 250;
/** Somewhat more than it takes at most. */
const MAX_TICKS = 14;
/** How long a server may take to show in its lists what it has been given, s. */
const LAG_SECONDS = 1;

/**
 * The one webcast of those with the same key that all agree on who have just created or found one: the oldest. Times of
 * creation are whole seconds, and what was created may show only a little later, so that nobody can tell before the
 * server's clock has left both behind; whoever comes later then is younger, and finds this one. Of webcasts that have been
 * there for longer it is told at once.
 *
 * @param own what the caller has created itself; null for nothing yet
 * @returns null where there is none
 */
async function agree(
  client: Client,
  key: string,
  own: LiveStreamEntry | null,
  options: CallOptions,
): Promise<LiveStreamEntry | null> {
  for (let tick = 1; ; tick++) {
    const time = apiRequest('system', 'getTime');
    const [nowSeconds, list] = await client.multirequest([time, byKeyRequest(key)], options);
    const oldest = sortedByAge(list)[0] ?? null;
    const youngest = own ?? oldest;
    if (youngest === null || tick === MAX_TICKS) return oldest;
    if (numberIn(nowSeconds) > numberIn(youngest.createdAt) + LAG_SECONDS) return oldest;
    await wait(TICK_MS, options.signal);
  }
}

function byKeyRequest(key: string): ApiRequest {
  const filter = {
    objectType: 'KalturaLiveStreamEntryFilter',
    referenceIdEqual: key,
    orderBy: '+createdAt',
    // One that waits for a moderator is there, too.
    moderationStatusIn: '1,2,3,5,6',
  };
  const pager = { objectType: 'KalturaFilterPager', pageSize: 100 };
  return apiRequest('liveStream', 'list', { filter, pager });
}

function sortedByAge(list: unknown): readonly LiveStreamEntry[] {
  const ageOf = (entry: LiveStreamEntry) => numberIn(entry.createdAt);
  return listIn(list)
    .objects.map(entryIn)
    .sort((one, other) => ageOf(one) - ageOf(other) || (one.id < other.id ? -1 : 1));
}

/** Adds those records that an entry has not yet. */
async function complete(
  client: Client,
  entry: LiveStreamEntry,
  draft: Draft,
  options: CallOptions,
): Promise<Webcast> {
  const [event, webcast, list] = await client.multirequest(
    [...profileRequests(), recordsRequest(entry.id)],
    options,
  );
  const profiles = checkProfiles(profilesIn(event, webcast), client.partnerId);
  const records = recordsIn(list, profiles);
  const missing = [
    ...(records.event === null ? [addRecordRequest(profiles.event, entry.id, draft.eventXml)] : []),
    ...(records.webcast === null
      ? [addRecordRequest(profiles.webcast, entry.id, draft.webcastXml)]
      : []),
  ];
  if (missing.length === 0) return webcastOf(entry, records);
  for (const added of await client.multirequestSettled(missing, options)) {
    // Somebody who does the same has been faster.
    if (!isThereAlready(added)) valueIn(added);
  }
  const now: WebcastRecords = recordsIn(
    await client.send(recordsRequest(entry.id), options),
    profiles,
  );
  return webcastOf(entry, now);
}

function conversionProfileRequest(systemName: string): ApiRequest {
  const filter = { objectType: 'KalturaConversionProfileFilter', systemNameEqual: systemName };
  return apiRequest('conversionProfile', 'list', { filter });
}

function checkConversionProfile(list: unknown, systemName: string, { partnerId }: Client): void {
  if (firstIdIn(list) !== null) return;
  throw new RostrumError(
    'CONVERSION_PROFILE_ID_NOT_FOUND',
    `Account ${partnerId} has no conversion profile with the system name ${systemName}`,
    { args: { SYSTEM_NAME: systemName } },
  );
}

/** The id of the first one that a list has answered. */
function firstOf(place: number): ResultToken {
  return ref(place).objects[0].id;
}

function isThereAlready(settled: Settled | undefined): boolean {
  return settled?.status === 'rejected' && settled.reason.code === 'METADATA_ALREADY_EXISTS';
}

function valueIn(settled: Settled | undefined): unknown {
  if (settled === undefined) throw new RostrumError('bad-answer', 'An answer is missing');
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
