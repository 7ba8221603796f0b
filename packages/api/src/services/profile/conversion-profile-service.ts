import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { AccountProfilesDirectory } from '../../profiles/account-profiles.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import {
  ConversionProfile,
  type ConversionProfileFilterValue,
  type ConversionProfileValue,
} from '../../schema/conversion-profile.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import {
  type ConversionProfileRecord,
  type ConversionProfilesStore,
  type ConversionProfileType,
  DELETED,
  ENABLED,
  MEDIA_PROFILE,
} from '../../store/profile/conversion-profiles-store.ts';
import type { FlavorParamsStore } from '../../store/profile/flavor-params-store.ts';
import type {
  ProfileFlavor,
  ProfileFlavorsStore,
} from '../../store/profile/profile-flavors-store.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import { mergeProperties } from '../merge-properties.ts';
import { pageOf } from '../page.ts';
import { StoredChanges } from '../stored-changes.ts';
import { toConversionProfile } from './conversion-profile-result.ts';
import { flavorsNamed } from './profile-flavors.ts';

export type ConversionProfileServices = {
  readonly profiles: ConversionProfilesStore;
  readonly profileFlavors: ProfileFlavorsStore;
  readonly flavorParams: FlavorParamsStore;
  /** Told of every change: entries show some of it. */
  readonly directory: AccountProfilesDirectory;
  readonly clock: Clock;
};

/** All of an account's are kept in memory while its webcasts are asked for. */
const MAX_PROFILES = 500;

/** An account's conversion profiles: found, made, changed. */
export class ConversionProfileService {
  readonly #services: ConversionProfileServices;
  readonly #changes = new StoredChanges();

  constructor(services: ConversionProfileServices) {
    this.#services = services;
  }

  async add(
    call: Call,
    { conversionProfile: sent }: { readonly conversionProfile: ConversionProfileValue },
  ) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(ConversionProfile, sent, { purpose: 'add', isAdmin });
    if (!sent.name) {
      throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaConversionProfile::name');
    }
    await this.#refuseTooMany(partnerId);
    const type = sent.type ?? MEDIA_PROFILE;
    const named = await this.#flavorsNamed(partnerId, type, sent.flavorParamsIds ?? '');
    let flavors: readonly ProfileFlavor[] = [];
    const record = await this.#changes.make(
      profilesOf(partnerId),
      async () => this.#newProfile(partnerId, type, sent),
      async (profile) => {
        await this.#refuseImpossible(profile);
        return profile;
      },
      (profile) => {
        flavors = named(profile.id);
        return this.#services.profiles.insert(profile, flavors);
      },
    );
    this.#services.directory.forget(partnerId);
    return toConversionProfile(record, flavors);
  }

  async get(call: Call, { id }: { readonly id: number }) {
    return this.#resultOf(await this.#find(sessionOf(call).partnerId, id));
  }

  async getDefault(call: Call, { type }: { readonly type: ConversionProfileType | null }) {
    const asked = type ?? MEDIA_PROFILE;
    const record = await this.#services.profiles.findDefault(sessionOf(call).partnerId, asked);
    if (record === null) {
      throw new ApiError('CONVERSION_PROFILE_ID_NOT_FOUND', `default of type ${asked}`);
    }
    return this.#resultOf(record);
  }

  async setAsDefault(call: Call, { id }: { readonly id: number }) {
    const { partnerId } = sessionOf(call);
    const record = await this.#change(partnerId, id, null, (before) => {
      if (before.status !== ENABLED) throw new ApiError('CONVERSION_PROFILE_ID_NOT_FOUND', id);
      return { ...before, isDefault: true };
    });
    return this.#resultOf(record);
  }

  async update(
    call: Call,
    {
      id,
      conversionProfile: sent,
    }: { readonly id: number; readonly conversionProfile: ConversionProfileValue },
  ) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(ConversionProfile, sent, { purpose: 'update', isAdmin });
    const { type } = await this.#find(partnerId, id);
    const flavors =
      sent.flavorParamsIds === undefined
        ? null
        : (await this.#flavorsNamed(partnerId, type, sent.flavorParamsIds ?? ''))(id);
    const record = await this.#change(partnerId, id, flavors, (before) => changed(before, sent));
    return this.#resultOf(record);
  }

  async delete(call: Call, { id }: { readonly id: number }): Promise<null> {
    const { partnerId } = sessionOf(call);
    const record = await this.#find(partnerId, id);
    const isRemoved = !record.isDefault && (await this.#services.profiles.remove(record));
    if (!isRemoved) {
      // Gone meanwhile, or made the default.
      await this.#find(partnerId, id);
      throw new ApiError('CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE');
    }
    this.#services.directory.forget(partnerId);
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: ConversionProfileFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { partnerId } = sessionOf(call);
    const { profiles, profileFlavors } = this.#services;
    const { totalCount, records } = await profiles.list(partnerId, filter ?? {}, pageOf(pager));
    const ids = records.map(({ id }) => id);
    const flavors = await profileFlavors.ofProfiles(partnerId, ids);
    return {
      objectType: 'KalturaConversionProfileListResponse',
      totalCount,
      objects: records.map((record) => toConversionProfile(record, flavors.get(record.id) ?? [])),
    };
  }

  #newProfile(
    partnerId: number,
    type: ConversionProfileType,
    sent: ConversionProfileValue,
  ): ConversionProfileRecord {
    const status = statusOf(sent) ?? ENABLED;
    return {
      id: randomNumberId(),
      partnerId,
      type,
      status,
      isDefault: sent.isDefault === true,
      createdAtMs: this.#services.clock.nowMs(),
      revision: 1,
      properties: mergeProperties({}, sent, KEPT_ELSEWHERE),
    };
  }

  async #change(
    partnerId: number,
    id: number,
    flavors: readonly ProfileFlavor[] | null,
    change: (before: ConversionProfileRecord) => ConversionProfileRecord,
  ): Promise<ConversionProfileRecord> {
    const record = await this.#changes.make(
      profilesOf(partnerId),
      () => this.#find(partnerId, id),
      async (before) => {
        const after = { ...change(before), revision: before.revision + 1 };
        await this.#refuseImpossible(after);
        return after;
      },
      (after) => this.#services.profiles.replace(after, flavors),
    );
    this.#services.directory.forget(partnerId);
    return record;
  }

  async #refuseImpossible(profile: ConversionProfileRecord): Promise<void> {
    const { id, partnerId, isDefault, status, properties } = profile;
    if (isDefault && status !== ENABLED) {
      throw new ApiError('CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE');
    }
    const { systemName } = properties;
    if (!systemName) return;
    if (await this.#services.profiles.hasSystemName(partnerId, systemName, id)) {
      throw new ApiError('SYSTEM_NAME_ALREADY_EXISTS', systemName);
    }
  }

  async #refuseTooMany(partnerId: number): Promise<void> {
    const none = { limit: 0, offset: 0 };
    const { totalCount } = await this.#services.profiles.list(partnerId, {}, none);
    if (totalCount < MAX_PROFILES) return;
    throw new ApiError('MAX_NUMBER_OF_OBJECTS_REACHED', ConversionProfile.name, MAX_PROFILES);
  }

  #flavorsNamed(partnerId: number, type: ConversionProfileType, csv: string) {
    return flavorsNamed(this.#services.flavorParams, partnerId, type, csv);
  }

  async #find(partnerId: number, id: number): Promise<ConversionProfileRecord> {
    const record = await this.#services.profiles.find(partnerId, id);
    if (record === null) throw new ApiError('CONVERSION_PROFILE_ID_NOT_FOUND', id);
    return record;
  }

  async #resultOf(record: ConversionProfileRecord): Promise<object> {
    const { partnerId, id } = record;
    const flavors = await this.#services.profileFlavors.ofProfiles(partnerId, [id]);
    return toConversionProfile(record, flavors.get(id) ?? []);
  }
}

/** One default and each system name once: changes to one profile concern the others. */
function profilesOf(partnerId: number): string {
  return `conversion profiles of ${partnerId}`;
}

const KEPT_ELSEWHERE = ['type', 'status', 'isDefault', 'flavorParamsIds'] as const;

function changed(
  before: ConversionProfileRecord,
  sent: ConversionProfileValue,
): ConversionProfileRecord {
  if (sent.name === null || sent.name === '') {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaConversionProfile::name');
  }
  return {
    ...before,
    status: statusOf(sent) ?? before.status,
    isDefault: before.isDefault || sent.isDefault === true,
    properties: mergeProperties(before.properties, sent, KEPT_ELSEWHERE),
  };
}

/** Deleting has an action of its own. */
function statusOf({ status }: ConversionProfileValue) {
  if (status !== DELETED) return status;
  throw new ApiError('INVALID_ENUM_VALUE', status, 'KalturaConversionProfile::status', STATUS_NAME);
}

const STATUS_NAME = 'KalturaConversionProfileStatus without DELETED: use action delete';
