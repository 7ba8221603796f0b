import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import {
  ResponseProfile,
  type ResponseProfileFilterValue,
  type ResponseProfileValue,
} from '../../schema/response-profile.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import {
  PROFILE_ENABLED,
  type ResponseProfileChange,
  type ResponseProfileRecord,
  type ResponseProfilesStore,
} from '../../store/profile/response-profiles-store.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import { pageOf } from '../page.ts';

const DELETED = 3;

/** How often another id is tried because one was taken. */
const MAX_ATTEMPTS = 8;

type Id = { readonly id: number };

/** Response profiles of an account: set up, changed, found. How they shape answers is the door's affair. */
export class ResponseProfileService {
  readonly #profiles: ResponseProfilesStore;
  readonly #clock: Clock;

  constructor(profiles: ResponseProfilesStore, clock: Clock) {
    this.#profiles = profiles;
    this.#clock = clock;
  }

  async add(
    call: Call,
    { addResponseProfile: sent }: { readonly addResponseProfile: ResponseProfileValue },
  ) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(ResponseProfile, sent, { purpose: 'add', isAdmin });
    return this.#insert({ ...EMPTY, ...settingsOf(sent), partnerId });
  }

  async get(call: Call, { id }: Id) {
    return resultOf(await this.#find(call, id));
  }

  async update(
    call: Call,
    {
      id,
      updateResponseProfile: sent,
    }: Id & { readonly updateResponseProfile: ResponseProfileValue },
  ) {
    const { isAdmin } = sessionOf(call);
    checkProperties(ResponseProfile, sent, { purpose: 'update', isAdmin });
    return this.#change(call, id, settingsOf(sent));
  }

  /** Status 3 deletes, as `delete` does. */
  async updateStatus(call: Call, { id, status }: Id & { readonly status: 1 | 2 | 3 }) {
    if (status !== DELETED) return this.#change(call, id, { status });
    const record = await this.#find(call, id);
    await this.delete(call, { id });
    return { ...resultOf(record), status: DELETED };
  }

  async delete(call: Call, { id }: Id): Promise<null> {
    if (!(await this.#profiles.remove(sessionOf(call).partnerId, id))) throw notFound(id);
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: ResponseProfileFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { partnerId } = sessionOf(call);
    const { totalCount, records } = await this.#profiles.list(
      partnerId,
      filter ?? {},
      pageOf(pager),
    );
    return {
      objectType: 'KalturaResponseProfileListResponse',
      totalCount,
      objects: records.map(resultOf),
    };
  }

  /** The copy has a system name only where one is sent: the other one is taken. */
  async clone(call: Call, { id, profile }: Id & { readonly profile: ResponseProfileValue }) {
    const { isAdmin } = sessionOf(call);
    const record = await this.#find(call, id);
    checkProperties(ResponseProfile, profile, { purpose: 'add', isAdmin });
    return this.#insert({ ...record, systemName: null, ...settingsOf(profile) });
  }

  async #insert(settings: Settings & { readonly partnerId: number }) {
    const nowMs = this.#clock.nowMs();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const record: ResponseProfileRecord = {
        ...settings,
        id: randomNumberId(),
        status: PROFILE_ENABLED,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        revision: 1,
      };
      if (await this.#profiles.insert(record)) return resultOf(record);
      await this.#refuseTakenName(record);
    }
    throw new Error('no free id was found for a response profile');
  }

  async #change(call: Call, id: number, change: ResponseProfileChange) {
    const { partnerId } = sessionOf(call);
    const outcome = await this.#profiles.change(partnerId, id, change, this.#clock.nowMs());
    if (outcome === 'missing') throw notFound(id);
    if (outcome === 'name taken') throw nameTaken(change.systemName ?? '');
    return resultOf(await this.#find(call, id));
  }

  async #refuseTakenName({ partnerId, systemName }: ResponseProfileRecord): Promise<void> {
    if (systemName === null) return;
    const other = await this.#profiles.findByName(partnerId, systemName);
    if (other !== null) throw nameTaken(systemName);
  }

  async #find(call: Call, id: number): Promise<ResponseProfileRecord> {
    const record = await this.#profiles.find(sessionOf(call).partnerId, id);
    if (record === null) throw notFound(id);
    return record;
  }
}

type Settings = Omit<
  ResponseProfileRecord,
  'id' | 'partnerId' | 'status' | 'createdAtMs' | 'updatedAtMs' | 'revision'
>;

const EMPTY: Settings = {
  name: '',
  systemName: null,
  type: 1,
  fields: '',
  filter: null,
  pager: null,
  mappings: null,
  relatedProfiles: null,
};

/** What was sent; null clears. */
function settingsOf(sent: ResponseProfileValue): Partial<Settings> {
  const { name, systemName, type, fields, filter, pager, mappings, relatedProfiles } = sent;
  refuseDepth(sent);
  return {
    ...(name !== undefined && { name: name ?? EMPTY.name }),
    ...(systemName !== undefined && { systemName: systemName || EMPTY.systemName }),
    ...(type !== undefined && { type: type ?? EMPTY.type }),
    ...(fields !== undefined && { fields: fields ?? EMPTY.fields }),
    ...(filter !== undefined && { filter }),
    ...(pager !== undefined && { pager }),
    ...(mappings !== undefined && { mappings }),
    ...(relatedProfiles !== undefined && { relatedProfiles }),
  };
}

function resultOf(record: ResponseProfileRecord) {
  return {
    objectType: ResponseProfile.name,
    name: record.name,
    type: record.type,
    fields: record.fields,
    filter: record.filter ?? undefined,
    pager: record.pager ?? undefined,
    mappings: record.mappings ?? undefined,
    relatedProfiles: record.relatedProfiles ?? undefined,
    id: record.id,
    systemName: record.systemName ?? undefined,
    partnerId: record.partnerId,
    createdAt: Math.floor(record.createdAtMs / 1000),
    updatedAt: Math.floor(record.updatedAtMs / 1000),
    status: record.status as 1 | 2 | 3,
    version: record.revision,
  };
}

/** What could not be answered is not kept either. */
function refuseDepth({ relatedProfiles }: ResponseProfileValue): void {
  const second = (relatedProfiles ?? []).flatMap((each) => each.relatedProfiles ?? []);
  if (second.some((each) => (each.relatedProfiles ?? []).length > 0)) {
    throw new ApiError('RESPONSE_PROFILE_MAX_NESTING_LEVEL');
  }
}

function nameTaken(systemName: string): ApiError {
  return new ApiError('RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME', systemName);
}

function notFound(id: number): ApiError {
  return new ApiError('RESPONSE_PROFILE_ID_NOT_FOUND', id);
}
