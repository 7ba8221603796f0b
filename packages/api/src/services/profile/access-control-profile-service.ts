import { ApiError } from '../../errors/api-error.ts';
import type { AccessControlProfileFilterValue } from '../../schema/access-control-profile.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type {
  AccessControlProfileRecord,
  AccessControlStore,
} from '../../store/profile/access-control-store.ts';
import { pageOf } from '../page.ts';

/** Access control profiles: each account has its default one, without rules. */
export class AccessControlProfileService {
  readonly #store: AccessControlStore;

  constructor(store: AccessControlStore) {
    this.#store = store;
  }

  async get(call: Call, { id }: { readonly id: number }) {
    const record = await this.#store.find(sessionOf(call).partnerId, id);
    if (record === null) throw new ApiError('ACCESS_CONTROL_ID_NOT_FOUND', id);
    return toAccessControlProfile(record);
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: AccessControlProfileFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { partnerId } = sessionOf(call);
    const { totalCount, records } = await this.#store.list(partnerId, filter ?? {}, pageOf(pager));
    return {
      objectType: 'KalturaAccessControlProfileListResponse',
      totalCount,
      objects: records.map(toAccessControlProfile),
    };
  }
}

function toAccessControlProfile(record: AccessControlProfileRecord): object {
  return {
    objectType: 'KalturaAccessControlProfile',
    id: record.id,
    partnerId: record.partnerId,
    name: record.name,
    systemName: record.systemName,
    description: record.description,
    createdAt: Math.floor(record.createdAtMs / 1000),
    updatedAt: Math.floor(record.updatedAtMs / 1000),
    isDefault: record.isDefault,
    rules: [],
  };
}
