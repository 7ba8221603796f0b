import type { Database, Statement } from '../store/database.ts';
import {
  type AccessControlProfileRecord,
  insertAccessControlProfile,
} from '../store/profile/access-control-store.ts';
import {
  type ConversionProfileRecord,
  ENABLED,
  insertConversionProfile,
  LIVE_PROFILE,
  MEDIA_PROFILE,
} from '../store/profile/conversion-profiles-store.ts';
import type { FlavorParamsRecord } from '../store/profile/flavor-params-store.ts';
import { insertProfileFlavor, usageOf } from '../store/profile/profile-flavors-store.ts';
import { randomNumberId } from '../store/random-ids.ts';
import {
  BASIC_400,
  BASIC_600,
  INGEST_2,
  INGEST_3,
  SD_900,
  SHARED_FLAVORS,
  SOURCE,
} from './shared-flavors.ts';

type ProfileSeed = Pick<ConversionProfileRecord, 'type' | 'isDefault'> & {
  readonly name: string;
  readonly systemName: string;
  readonly description: string;
  readonly flavorIds: readonly number[];
};

/** The ones that integrations look for by their system names. */
const CONVERSION_PROFILES: readonly ProfileSeed[] = [
  {
    type: LIVE_PROFILE,
    name: 'Cloud transcode',
    systemName: 'Default_Live',
    description: 'Renditions for slower networks are made of what the encoder sends.',
    isDefault: false,
    flavorIds: [SOURCE, BASIC_400, BASIC_600, SD_900],
  },
  {
    type: LIVE_PROFILE,
    name: 'Passthrough',
    systemName: 'Passthrough_Live',
    description: 'Viewers get what the encoder sends.',
    isDefault: true,
    flavorIds: [SOURCE, INGEST_2, INGEST_3],
  },
  {
    type: MEDIA_PROFILE,
    name: 'KMS54_NEW_DOC_CONV_IMAGE_WIDE',
    systemName: 'KMS54_NEW_DOC_CONV_IMAGE_WIDE',
    description: 'Presentations become pictures of their pages.',
    isDefault: false,
    flavorIds: [],
  },
];

/** The conversion profiles and the access control profile that an account begins with. */
export function profileSeeds(
  database: Database,
  partnerId: number,
  nowMs: number,
): readonly Statement[] {
  return [
    ...CONVERSION_PROFILES.flatMap((seed, index) =>
      // A millisecond apart, so that lists show them in this order and before what the account adds.
      conversionProfile(database, partnerId, seed, nowMs - CONVERSION_PROFILES.length + index),
    ),
    insertAccessControlProfile(database, defaultAccessControl(partnerId, nowMs)),
  ];
}

function conversionProfile(
  database: Database,
  partnerId: number,
  { type, isDefault, flavorIds, ...properties }: ProfileSeed,
  createdAtMs: number,
): readonly Statement[] {
  const id = randomNumberId();
  const record = {
    id,
    partnerId,
    type,
    status: ENABLED,
    isDefault,
    createdAtMs,
    revision: 1,
    properties,
  } as const;
  return [
    insertConversionProfile(database, record),
    ...flavorIds.map((flavorParamsId, position) =>
      insertProfileFlavor(database, {
        conversionProfileId: id,
        flavorParamsId,
        partnerId,
        position,
        revision: 1,
        properties: usageOf(sharedFlavor(flavorParamsId)),
      }),
    ),
  ];
}

function sharedFlavor(id: number): FlavorParamsRecord {
  const flavor = SHARED_FLAVORS.find((each) => each.id === id);
  if (flavor === undefined) throw new RangeError(`There is no shared flavor ${id}`);
  return flavor;
}

function defaultAccessControl(partnerId: number, nowMs: number): AccessControlProfileRecord {
  return {
    id: randomNumberId(),
    partnerId,
    name: 'Default',
    systemName: '',
    description: 'No rules: whoever may watch an entry may watch it from everywhere.',
    isDefault: true,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}
