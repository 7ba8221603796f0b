import type { Database, Statement } from '../store/database.ts';
import {
  insertMetadataProfile,
  type MetadataProfileRecord,
} from '../store/metadata/metadata-profiles-store.ts';
import { SHARED_PARTNER_ID } from '../store/profile/flavor-params-store.ts';
import { randomNumberId } from '../store/random-ids.ts';
import { ENTRY } from './object-kinds.ts';
import { EVENT_SCHEMA, QUESTION_SCHEMA, VOTE_SCHEMA, WEBCAST_SCHEMA } from './webcast-schemas.ts';

/** Value of KalturaMetadataProfileCreateMode: it came with an application. */
const APP = 3;

/** What webcasting integrations look for: some by the system name, some by the name. */
export function metadataProfileSeeds(
  database: Database,
  partnerId: number,
  nowMs: number,
): readonly Statement[] {
  return [
    { name: 'KwebcastProfile', systemName: 'KMS_KWEBCAST2', xsd: WEBCAST_SCHEMA },
    { name: 'EventsProfile3', systemName: 'KMS_EVENTS3', xsd: EVENT_SCHEMA },
  ].flatMap((seed, index) =>
    insertMetadataProfile(database, {
      ...BLANK,
      ...seed,
      id: randomNumberId(),
      partnerId,
      objectType: ENTRY,
      // Lists show what was made first first.
      createdAtMs: nowMs + index,
      updatedAtMs: nowMs + index,
    }),
  );
}

const BLANK = {
  createMode: APP,
  version: 1,
  views: null,
  createdAtMs: 0,
  updatedAtMs: 0,
  revision: 1,
  properties: {},
} as const;

/** Profiles that every account has. Below the ids that are drawn. */
export const SHARED_METADATA_PROFILES: readonly MetadataProfileRecord[] = [
  {
    ...BLANK,
    id: 1001,
    partnerId: SHARED_PARTNER_ID,
    name: 'Kaltura-QnA',
    systemName: 'Kaltura-QnA',
    objectType: 'annotationMetadata.Annotation',
    xsd: QUESTION_SCHEMA,
  },
  {
    ...BLANK,
    id: 1002,
    partnerId: SHARED_PARTNER_ID,
    name: 'pollVoteCustomMetadataProfile',
    systemName: 'pollVoteCustomMetadataProfile',
    objectType: 'annotationMetadata.Annotation',
    xsd: VOTE_SCHEMA,
  },
];
