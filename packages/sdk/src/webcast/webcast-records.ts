import { fieldsIn, listIn, numberIn, textIn } from '../api/answers.ts';
import { RostrumError } from '../rostrum-error.ts';
import { type ApiRequest, apiRequest } from '../transport/api-request.ts';
import type { ResultToken } from '../transport/result-token.ts';
import { EVENT_PROFILE, WEBCAST_PROFILE } from './event-record.ts';

/** A record as the server keeps it. */
export type KeptRecord = {
  readonly id: number;
  readonly profileId: number;
  readonly version: number;
  readonly xml: string;
};

/** The two records of a webcast; null where there is none. */
export type WebcastRecords = {
  readonly event: KeptRecord | null;
  readonly webcast: KeptRecord | null;
};

/** The ids of the metadata profiles that the records follow; null where the account has none. */
export type RecordProfiles = { readonly event: number | null; readonly webcast: number | null };

/** Value of KalturaMetadataObjectType for entries. */
const ENTRY = '1';

/** The profiles of both records, as an account or what all accounts share has them: two requests. */
export function profileRequests(): readonly [ApiRequest, ApiRequest] {
  return [profileRequest(EVENT_PROFILE), profileRequest(WEBCAST_PROFILE)];
}

function profileRequest(systemName: string): ApiRequest {
  const filter = { objectType: 'KalturaMetadataProfileFilter', systemNameEqual: systemName };
  return apiRequest('metadata_metadataprofile', 'list', { filter });
}

export function profilesIn(event: unknown, webcast: unknown): RecordProfiles {
  return { event: firstIdIn(event), webcast: firstIdIn(webcast) };
}

export function firstIdIn(list: unknown): number | null {
  const [first] = listIn(list).objects;
  return first === undefined ? null : numberIn(first.id);
}

export function addRecordRequest(
  profileId: number | ResultToken,
  entryId: string | ResultToken,
  xmlData: string,
): ApiRequest {
  const params = { metadataProfileId: profileId, objectType: ENTRY, objectId: entryId, xmlData };
  return apiRequest('metadata_metadata', 'add', params);
}

/** @param version as it was read: another one is refused */
export function updateRecordRequest(id: number, xmlData: string, version: number): ApiRequest {
  return apiRequest('metadata_metadata', 'update', { id, xmlData, version });
}

/** Every record about an entry. */
export function recordsRequest(entryId: string): ApiRequest {
  const filter = {
    objectType: 'KalturaMetadataFilter',
    metadataObjectTypeEqual: ENTRY,
    objectIdEqual: entryId,
  };
  const pager = { objectType: 'KalturaFilterPager', pageSize: 500 };
  return apiRequest('metadata_metadata', 'list', { filter, pager });
}

/** Those of a list that follow the two profiles. */
export function recordsIn(list: unknown, profiles: RecordProfiles): WebcastRecords {
  const records = listIn(list).objects.map(recordIn);
  const of = (profileId: number | null) =>
    records.find((record) => record.profileId === profileId) ?? null;
  return { event: of(profiles.event), webcast: of(profiles.webcast) };
}

export function recordIn(answer: unknown): KeptRecord {
  const fields = fieldsIn(answer);
  return {
    id: numberIn(fields.id),
    profileId: numberIn(fields.metadataProfileId),
    version: numberIn(fields.version),
    xml: textIn(fields.xml),
  };
}

/** @throws RostrumError `METADATA_PROFILE_NOT_FOUND`, which says what the account lacks */
export function checkProfiles(
  profiles: RecordProfiles,
  partnerId: number,
): {
  readonly event: number;
  readonly webcast: number;
} {
  const { event, webcast } = profiles;
  if (event !== null && webcast !== null) return { event, webcast };
  const missing = event === null ? EVENT_PROFILE : WEBCAST_PROFILE;
  throw new RostrumError(
    'METADATA_PROFILE_NOT_FOUND',
    `Account ${partnerId} has no metadata profile with the system name ${missing}: is it set up for webcasts?`,
    { args: { SYSTEM_NAME: missing } },
  );
}
