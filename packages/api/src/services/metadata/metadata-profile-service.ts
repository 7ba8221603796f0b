import { readFile } from 'node:fs/promises';
import { ApiError } from '../../errors/api-error.ts';
import type { MetadataSchema } from '../../metadata/metadata-schema.ts';
import type { MetadataSchemas } from '../../metadata/metadata-schemas.ts';
import { ENTRY } from '../../metadata/object-kinds.ts';
import { XmlProblem } from '../../metadata/parse-xml.ts';
import { xmlFile } from '../../metadata/xml-file.ts';
import type { Clock } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { FileAnswer } from '../../schema/file-answer.ts';
import type { PagerValue } from '../../schema/filter.ts';
import {
  MetadataProfile,
  type MetadataProfileFilterValue,
  type MetadataProfileValue,
} from '../../schema/metadata.ts';
import type { UploadedFile } from '../../schema/uploaded-file.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type {
  MetadataProfileRecord,
  MetadataProfilesStore,
} from '../../store/metadata/metadata-profiles-store.ts';
import type { MetadataStore } from '../../store/metadata/metadata-store.ts';
import { SHARED_PARTNER_ID } from '../../store/profile/flavor-params-store.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import { mergeProperties } from '../merge-properties.ts';
import { pageOf } from '../page.ts';
import { toMetadataProfile, toMetadataProfileFields } from './metadata-result.ts';

export type MetadataProfileServices = {
  readonly profiles: MetadataProfilesStore;
  readonly metadata: MetadataStore;
  readonly schemas: MetadataSchemas;
  readonly clock: Clock;
};

type Id = { readonly id: number };

type Definition = { readonly xsdData: string | null; readonly viewsData: string | null };

/** Value of KalturaMetadataProfileCreateMode: made by a program. */
const API = 1;

const MAX_PROFILES = 500;
const MAX_VIEWS_CHARACTERS = 500_000;

/** How often another id is drawn because one is taken, or a change made anew because another came first. */
const MAX_ATTEMPTS = 8;

/** Records that are read at one time when a schema changes. */
const RECORDS_AT_A_TIME = 200;

/** Schemas of records: set up, changed, found. */
export class MetadataProfileService {
  readonly #services: MetadataProfileServices;

  constructor(services: MetadataProfileServices) {
    this.#services = services;
  }

  async add(
    call: Call,
    {
      metadataProfile: sent,
      xsdData,
      viewsData,
    }: Definition & {
      readonly metadataProfile: MetadataProfileValue;
    },
  ) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(MetadataProfile, sent, { purpose: 'add', isAdmin });
    if (!sent.name)
      throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaMetadataProfile::name');
    this.#compile(xsdData ?? '');
    await this.#refuseTooMany(partnerId);
    const nowMs = this.#services.clock.nowMs();
    return toMetadataProfile(
      await this.#insert({
        id: 0,
        partnerId,
        name: sent.name,
        systemName: sent.systemName || null,
        objectType: sent.metadataObjectType ?? ENTRY,
        createMode: sent.createMode ?? API,
        version: 1,
        xsd: xsdData ?? '',
        views: checkedViews(viewsData),
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        revision: 1,
        properties: mergeProperties({}, sent, KEPT_ELSEWHERE),
      }),
    );
  }

  async addFromFile(
    call: Call,
    {
      metadataProfile,
      xsdFile,
      viewsFile,
    }: {
      readonly metadataProfile: MetadataProfileValue;
      readonly xsdFile: UploadedFile;
      readonly viewsFile: UploadedFile | null;
    },
  ) {
    return this.add(call, {
      metadataProfile,
      xsdData: await textOf(xsdFile),
      viewsData: viewsFile === null ? null : await textOf(viewsFile),
    });
  }

  async get(call: Call, { id }: Id) {
    return toMetadataProfile(await this.#visible(call, id));
  }

  async update(
    call: Call,
    {
      id,
      metadataProfile: sent,
      xsdData,
      viewsData,
    }: Id & Definition & { readonly metadataProfile: MetadataProfileValue },
  ) {
    checkProperties(MetadataProfile, sent, {
      purpose: 'update',
      isAdmin: sessionOf(call).isAdmin,
    });
    return this.#change(call, id, async (before) => ({
      ...(await this.#redefined(before, xsdData, viewsData)),
      name: sent.name ?? before.name,
      systemName: sent.systemName === undefined ? before.systemName : sent.systemName || null,
      createMode: sent.createMode ?? before.createMode,
      properties: mergeProperties(before.properties, sent, KEPT_ELSEWHERE),
    }));
  }

  async updateDefinitionFromFile(
    call: Call,
    { id, xsdFile }: Id & { readonly xsdFile: UploadedFile },
  ) {
    const xsd = await textOf(xsdFile);
    return this.#change(call, id, (before) => this.#redefined(before, xsd, null));
  }

  async updateViewsFromFile(
    call: Call,
    { id, viewsFile }: Id & { readonly viewsFile: UploadedFile },
  ) {
    const views = await textOf(viewsFile);
    return this.#change(call, id, (before) => this.#redefined(before, null, views));
  }

  /** Goes on with a schema of before, as a new version. */
  async revert(call: Call, { id, toVersion }: Id & { readonly toVersion: number }) {
    return this.#change(call, id, async (before) => {
      const schema = await this.#services.profiles.schemaOf(before.id, toVersion);
      if (schema === null) throw new ApiError('METADATA_FILE_NOT_FOUND', toVersion);
      return this.#redefined(before, schema.xsd, schema.views);
    });
  }

  /** With all of its records. */
  async delete(call: Call, { id }: Id): Promise<null> {
    const isRemoved = await this.#services.profiles.remove(sessionOf(call).partnerId, id);
    if (!isRemoved) throw new ApiError('METADATA_PROFILE_NOT_FOUND', id);
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: MetadataProfileFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { partnerId } = sessionOf(call);
    const namesOne = filter?.systemNameEqual || filter?.systemNameIn || filter?.idEqual;
    const partnerIds = namesOne ? [SHARED_PARTNER_ID, partnerId] : [partnerId];
    const asked = { ...filter };
    // There are active ones only.
    const isNone =
      (asked.statusEqual ?? ACTIVE) !== ACTIVE ||
      (asked.statusIn ? !asked.statusIn.split(',').includes(String(ACTIVE)) : false);
    if (isNone) return listOf(0, []);
    const { totalCount, records } = await this.#services.profiles.list(
      partnerIds,
      asked,
      pageOf(pager),
    );
    return listOf(totalCount, records);
  }

  async listFields(call: Call, { metadataProfileId }: { readonly metadataProfileId: number }) {
    const { xsd } = await this.#visible(call, metadataProfileId);
    return toMetadataProfileFields(this.#compile(xsd).fields);
  }

  async serve(call: Call, { id }: Id): Promise<FileAnswer> {
    const { xsd } = await this.#visible(call, id);
    return xmlFile(xsd, `${id}.xsd`);
  }

  async serveView(call: Call, { id }: Id): Promise<FileAnswer> {
    const { views } = await this.#visible(call, id);
    if (views === null) throw new ApiError('FILE_DOESNT_EXIST');
    return xmlFile(views, `${id}.xml`);
  }

  async #redefined(
    before: MetadataProfileRecord,
    xsd: string | null,
    views: string | null,
  ): Promise<MetadataProfileRecord> {
    const withViews = views === null ? before : { ...before, views: checkedViews(views) };
    if (xsd === null || xsd === before.xsd) return withViews;
    await this.#checkRecords(before.id, this.#compile(xsd));
    return { ...withViews, xsd, version: before.version + 1 };
  }

  /** What is there must stay readable: a schema that refuses one of its records is not taken. */
  async #checkRecords(profileId: number, schema: MetadataSchema): Promise<void> {
    for (let afterId = 0; ; ) {
      const records = await this.#services.metadata.ofProfile(
        profileId,
        afterId,
        RECORDS_AT_A_TIME,
      );
      for (const { id, objectId, xml } of records) {
        try {
          schema.check(xml);
        } catch (error) {
          if (!(error instanceof XmlProblem)) throw error;
          throw new ApiError(
            'METADATA_UNABLE_TO_TRANSFORM',
            `record ${id} of ${objectId}: ${error.message}`,
          );
        }
      }
      const last = records.at(-1);
      if (last === undefined || records.length < RECORDS_AT_A_TIME) return;
      afterId = last.id;
    }
  }

  #compile(xsd: string): MetadataSchema {
    try {
      return this.#services.schemas.of(xsd);
    } catch (error) {
      if (!(error instanceof XmlProblem)) throw error;
      throw new ApiError('INVALID_METADATA_PROFILE_SCHEMA', error.message);
    }
  }

  async #insert(blank: MetadataProfileRecord): Promise<MetadataProfileRecord> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const record = { ...blank, id: randomNumberId() };
      const outcome = await this.#services.profiles.insert(record);
      if (outcome === 'done') return record;
      if (outcome === 'name-taken') {
        throw new ApiError('SYSTEM_NAME_ALREADY_EXISTS', record.systemName ?? '');
      }
    }
    throw new Error('No free id was found for a metadata profile');
  }

  async #change(
    call: Call,
    id: number,
    change: (before: MetadataProfileRecord) => Promise<MetadataProfileRecord>,
  ) {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const before = await this.#own(call, id);
      const after = {
        ...(await change(before)),
        updatedAtMs: this.#services.clock.nowMs(),
        revision: before.revision + 1,
      };
      const outcome = await this.#services.profiles.replace(after);
      if (outcome === 'done') return toMetadataProfile(after);
      if (outcome === 'name-taken') {
        throw new ApiError('SYSTEM_NAME_ALREADY_EXISTS', after.systemName ?? '');
      }
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
  }

  async #refuseTooMany(partnerId: number): Promise<void> {
    const { totalCount } = await this.#services.profiles.list(
      [partnerId],
      {},
      { limit: 0, offset: 0 },
    );
    if (totalCount >= MAX_PROFILES) {
      throw new ApiError('MAX_NUMBER_OF_OBJECTS_REACHED', MetadataProfile.name, MAX_PROFILES);
    }
  }

  async #visible(call: Call, id: number): Promise<MetadataProfileRecord> {
    const record = await this.#services.profiles.find(sessionOf(call).partnerId, id);
    if (record === null) throw new ApiError('METADATA_PROFILE_NOT_FOUND', id);
    return record;
  }

  /** Those that every account has are nobody's to change. */
  async #own(call: Call, id: number): Promise<MetadataProfileRecord> {
    const record = await this.#visible(call, id);
    if (record.partnerId === SHARED_PARTNER_ID)
      throw new ApiError('METADATA_PROFILE_NOT_FOUND', id);
    return record;
  }
}

/** Value of KalturaMetadataProfileStatus. */
const ACTIVE = 1;

const KEPT_ELSEWHERE = ['name', 'systemName', 'metadataObjectType', 'createMode'] as const;

function listOf(totalCount: number, records: readonly MetadataProfileRecord[]) {
  return {
    objectType: 'KalturaMetadataProfileListResponse',
    totalCount,
    objects: records.map(toMetadataProfile),
  };
}

function checkedViews(views: string | null): string | null {
  if (views === null) return null;
  if (views.length > MAX_VIEWS_CHARACTERS) {
    throw new ApiError(
      'INVALID_METADATA_PROFILE_SCHEMA',
      `views have at most ${MAX_VIEWS_CHARACTERS} characters (got ${views.length})`,
    );
  }
  return views;
}

function textOf({ path }: UploadedFile): Promise<string> {
  return readFile(path, 'utf8');
}
