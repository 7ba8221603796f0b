import { ApiError } from '../../errors/api-error.ts';
import type { Addresses, Clock } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { UiConf, type UiConfFilterValue, type UiConfValue } from '../../schema/ui-conf.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { UiConfRecord, UiConfsStore } from '../../store/profile/ui-confs-store.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import { mergeProperties } from '../merge-properties.ts';
import { pageOf } from '../page.ts';
import { StoredChanges } from '../stored-changes.ts';
import { toUiConf, toUiConfTypes } from './ui-conf-result.ts';

const MAX_UI_CONFS = 1000;

/** Values of KalturaUiConfCreationMode: made by hand, or by the system and so not for accounts to list as their own. */
const ADVANCED = 3;
const SYSTEM = 4;

type ListArguments = {
  readonly filter: UiConfFilterValue | null;
  readonly pager: PagerValue | null;
};

/** Configurations of players and studios. Templates are for everyone to read and to copy. */
export class UiConfService {
  readonly #store: UiConfsStore;
  readonly #addresses: Addresses;
  readonly #clock: Clock;
  readonly #changes = new StoredChanges();

  constructor(store: UiConfsStore, addresses: Addresses, clock: Clock) {
    this.#store = store;
    this.#addresses = addresses;
    this.#clock = clock;
  }

  async add(call: Call, { uiConf: sent }: { readonly uiConf: UiConfValue }) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(UiConf, sent, { purpose: 'add', isAdmin });
    const { objType } = sent;
    if (objType === null || objType === undefined) {
      throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaUiConf::objType');
    }
    const record = await this.#insert(partnerId, {
      name: sent.name ?? '',
      objType,
      creationMode: sent.creationMode ?? ADVANCED,
      properties: mergeProperties({}, sent, KEPT_ELSEWHERE),
    });
    return this.#resultOf(call, record);
  }

  async get(call: Call, { id }: { readonly id: number }) {
    return this.#resultOf(call, await this.#visible(sessionOf(call).partnerId, id));
  }

  async update(
    call: Call,
    { id, uiConf: sent }: { readonly id: number; readonly uiConf: UiConfValue },
  ) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(UiConf, sent, { purpose: 'update', isAdmin });
    const record = await this.#changes.make(
      id,
      () => this.#own(partnerId, id),
      (before) => this.#changed(before, sent),
      (after) => this.#store.replace(after),
    );
    return this.#resultOf(call, record);
  }

  async delete(call: Call, { id }: { readonly id: number }): Promise<null> {
    const isRemoved = await this.#store.remove(sessionOf(call).partnerId, id);
    if (!isRemoved) throw new ApiError('INVALID_UI_CONF_ID', id);
    return null;
  }

  /** Copies one of the account's own, or a template, which is no template any more. */
  async clone(call: Call, { id }: { readonly id: number }) {
    const { partnerId } = sessionOf(call);
    const { name, objType, creationMode, properties } = await this.#visible(partnerId, id);
    const record = await this.#insert(partnerId, {
      name,
      objType,
      creationMode: creationMode === SYSTEM ? ADVANCED : creationMode,
      properties,
    });
    return this.#resultOf(call, record);
  }

  list(call: Call, { filter, pager }: ListArguments) {
    return this.#list(call, sessionOf(call).partnerId, filter, pager);
  }

  listTemplates(call: Call, { filter, pager }: ListArguments) {
    return this.#list(call, 'templates', filter, pager);
  }

  async getAvailableTypes(call: Call) {
    return toUiConfTypes(await this.#store.kinds(sessionOf(call).partnerId));
  }

  async #list(
    call: Call,
    partnerId: number | 'templates',
    filter: UiConfFilterValue | null,
    pager: PagerValue | null,
  ) {
    const { totalCount, records } = await this.#store.list(partnerId, filter ?? {}, pageOf(pager));
    return {
      objectType: 'KalturaUiConfListResponse',
      totalCount,
      objects: records.map((record) => this.#resultOf(call, record)),
    };
  }

  async #insert(
    partnerId: number,
    content: Pick<UiConfRecord, 'name' | 'objType' | 'creationMode' | 'properties'>,
  ): Promise<UiConfRecord> {
    const { totalCount } = await this.#store.list(partnerId, {}, { limit: 0, offset: 0 });
    if (totalCount >= MAX_UI_CONFS) {
      throw new ApiError('MAX_NUMBER_OF_OBJECTS_REACHED', UiConf.name, MAX_UI_CONFS);
    }
    const nowMs = this.#clock.nowMs();
    return this.#changes.make(
      '',
      async () => ({
        ...content,
        id: randomNumberId(),
        partnerId,
        isTemplate: false,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        revision: 1,
      }),
      (fresh) => fresh,
      (fresh) => this.#store.insert(fresh),
    );
  }

  #changed(before: UiConfRecord, sent: UiConfValue): UiConfRecord {
    return {
      ...before,
      name: sent.name === undefined ? before.name : (sent.name ?? ''),
      objType: sent.objType ?? before.objType,
      creationMode: sent.creationMode ?? before.creationMode,
      updatedAtMs: this.#clock.nowMs(),
      revision: before.revision + 1,
      properties: mergeProperties(before.properties, sent, KEPT_ELSEWHERE),
    };
  }

  async #visible(partnerId: number, id: number): Promise<UiConfRecord> {
    const record = await this.#store.find(partnerId, id);
    if (record === null) throw new ApiError('INVALID_UI_CONF_ID', id);
    return record;
  }

  /** Templates are nobody's to change. */
  async #own(partnerId: number, id: number): Promise<UiConfRecord> {
    const record = await this.#visible(partnerId, id);
    if (record.partnerId !== partnerId) throw new ApiError('INVALID_UI_CONF_ID', id);
    return record;
  }

  #resultOf({ requestHost }: Call, record: UiConfRecord): object {
    return toUiConf(record, this.#addresses.publicUrl(requestHost));
  }
}

const KEPT_ELSEWHERE = ['name', 'objType', 'creationMode'] as const;
