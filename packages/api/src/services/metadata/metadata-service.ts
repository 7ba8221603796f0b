import { readFile } from 'node:fs/promises';
import { Turns } from '../../entries/turns.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { MetadataObjects } from '../../metadata/metadata-objects.ts';
import type { MetadataSchemas } from '../../metadata/metadata-schemas.ts';
import { ENTRY } from '../../metadata/object-kinds.ts';
import { XmlProblem } from '../../metadata/parse-xml.ts';
import { xmlFile } from '../../metadata/xml-file.ts';
import type { Clock } from '../../ports.ts';
import type { FileAnswer } from '../../schema/file-answer.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { MetadataFilterValue } from '../../schema/metadata.ts';
import type { UploadedFile } from '../../schema/uploaded-file.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type {
  MetadataProfileRecord,
  MetadataProfilesStore,
} from '../../store/metadata/metadata-profiles-store.ts';
import {
  INVALID_METADATA,
  type MetadataRecord,
  type MetadataStore,
  VALID_METADATA,
} from '../../store/metadata/metadata-store.ts';
import { randomNumberId } from '../../store/random-ids.ts';
import { pageOf } from '../page.ts';
import { toMetadata } from './metadata-result.ts';

export type MetadataServices = {
  readonly profiles: MetadataProfilesStore;
  readonly metadata: MetadataStore;
  readonly schemas: MetadataSchemas;
  readonly objects: MetadataObjects;
  /** Told of every record that was stored, with what it was before; null for a new one. */
  readonly onStored: (
    record: MetadataRecord,
    profile: MetadataProfileRecord,
    xmlBefore: string | null,
  ) => Promise<void>;
  readonly clock: Clock;
};

type Place = {
  readonly metadataProfileId: number;
  readonly objectType: string;
  readonly objectId: string;
};

type Id = { readonly id: number };

/** How often another id is drawn because one is taken, or a change made anew because another came first. */
const MAX_ATTEMPTS = 8;

/** Each is looked at, whether the session may see it. */
const MAX_OBJECTS = 500;

/** Records about objects: one of each profile, checked against its schema. */
export class MetadataService {
  readonly #services: MetadataServices;
  readonly #turns = new Turns();

  constructor(services: MetadataServices) {
    this.#services = services;
  }

  async add(call: Call, { xmlData, ...place }: Place & { readonly xmlData: string }) {
    const { partnerId } = sessionOf(call);
    const profile = await this.#profile(call, place.metadataProfileId);
    if (profile.objectType !== place.objectType) {
      throw new ApiError(
        'INCOMPATIBLE_METADATA_PROFILE_OBJECT_TYPE',
        profile.objectType,
        place.objectType,
      );
    }
    const objectId = idOf(place.objectType, place.objectId);
    const { metadata, objects, clock } = this.#services;
    await objects.mustChange(call, place.objectType, objectId);
    const nowMs = clock.nowMs();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const before = await metadata.findOf(partnerId, profile.id, place.objectType, objectId);
      if (before !== null) throw new ApiError('METADATA_ALREADY_EXISTS', before.id);
      this.#check(profile, xmlData);
      const record: MetadataRecord = {
        id: randomNumberId(),
        partnerId,
        profileId: profile.id,
        profileVersion: profile.version,
        objectType: place.objectType,
        objectId,
        version: 1,
        status: VALID_METADATA,
        xml: xmlData,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        revision: 1,
      };
      const { also, stored } = await objects.alongside(call, record, {
        recordId: record.id,
        xml: xmlData,
      });
      if (await metadata.insert(record, also)) {
        stored();
        await this.#services.onStored(record, profile, null);
        return toMetadata(record);
      }
    }
    throw new Error('No free id was found for a record');
  }

  async addFromFile(
    call: Call,
    { xmlFile: file, ...place }: Place & { readonly xmlFile: UploadedFile },
  ) {
    return this.add(call, { ...place, xmlData: await readFile(file.path, 'utf8') });
  }

  async get(call: Call, { id }: Id) {
    return toMetadata(await this.#readable(call, id));
  }

  async update(
    call: Call,
    {
      id,
      xmlData,
      version,
    }: Id & {
      readonly xmlData: string | null;
      readonly version: number | null;
    },
  ) {
    return this.#change(call, id, version, async (before) => {
      const profile = await this.#profile(call, before.profileId);
      const xml = xmlData ?? before.xml;
      this.#check(profile, xml);
      return {
        ...before,
        xml,
        profileVersion: profile.version,
        status: VALID_METADATA,
        version: xml === before.xml ? before.version : before.version + 1,
      };
    });
  }

  async updateFromFile(
    call: Call,
    { id, xmlFile: file }: Id & { readonly xmlFile: UploadedFile | null },
  ) {
    const xmlData = file === null ? null : await readFile(file.path, 'utf8');
    return this.update(call, { id, xmlData, version: null });
  }

  async invalidate(
    call: Call,
    { id, version }: Id & { readonly version: number | null },
  ): Promise<null> {
    await this.#change(call, id, version, async (before) => ({
      ...before,
      status: INVALID_METADATA,
    }));
    return null;
  }

  async delete(call: Call, { id }: Id): Promise<null> {
    const { metadata, objects } = this.#services;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const record = await this.#changeable(call, id);
      const { also, stored } = await objects.alongside(call, record, { recordId: id, xml: null });
      if (await metadata.remove(record.partnerId, id, also)) {
        stored();
        return null;
      }
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: MetadataFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { partnerId } = sessionOf(call);
    const objectType = filter?.metadataObjectTypeEqual ?? ENTRY;
    const asked = objectIdsOf(filter);
    if (asked.length === 0) throw new ApiError('MUST_FILTER_ON_OBJECT_ID');
    const ids = [...new Set(asked.map((id) => idOf(objectType, id)))];
    const objectIds = await this.#services.objects.readable(call, objectType, ids);
    const { totalCount, records } = await this.#services.metadata.list(
      { partnerId, objectType, objectIds },
      filter ?? {},
      pageOf(pager),
    );
    return {
      objectType: 'KalturaMetadataListResponse',
      totalCount,
      objects: records.map(toMetadata),
    };
  }

  async serve(call: Call, { id }: Id): Promise<FileAnswer> {
    const { xml } = await this.#readable(call, id);
    return xmlFile(xml, `${id}.xml`);
  }

  #change(
    call: Call,
    id: number,
    version: number | null,
    change: (before: MetadataRecord) => Promise<MetadataRecord>,
  ): Promise<object> {
    return this.#turns.take(String(id), async () => {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const before = await this.#changeable(call, id);
        if (version !== null && version !== before.version) {
          throw new ApiError('INVALID_METADATA_VERSION', before.version);
        }
        const after = {
          ...(await change(before)),
          updatedAtMs: this.#services.clock.nowMs(),
          revision: before.revision + 1,
        };
        const { also, stored } = await this.#services.objects.alongside(call, after, {
          recordId: id,
          xml: after.xml,
        });
        if (await this.#services.metadata.replace(after, also)) {
          stored();
          const profile = await this.#profile(call, after.profileId);
          await this.#services.onStored(after, profile, before.xml);
          return toMetadata(after);
        }
      }
      throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
    });
  }

  #check({ xsd }: MetadataProfileRecord, xml: string): void {
    try {
      this.#services.schemas.of(xsd).check(xml);
    } catch (error) {
      if (!(error instanceof XmlProblem)) throw error;
      throw new ApiError('INVALID_METADATA_DATA', error.message);
    }
  }

  async #profile(call: Call, id: number): Promise<MetadataProfileRecord> {
    const profile = await this.#services.profiles.find(sessionOf(call).partnerId, id);
    if (profile === null) throw new ApiError('METADATA_PROFILE_NOT_FOUND', id);
    return profile;
  }

  async #readable(call: Call, id: number): Promise<MetadataRecord> {
    const record = await this.#services.metadata.find(sessionOf(call).partnerId, id);
    if (record !== null) {
      const { objectType, objectId } = record;
      const { mayRead } = await this.#services.objects.rightsTo(call, objectType, objectId);
      if (mayRead) return record;
    }
    throw new ApiError('METADATA_NOT_FOUND', id);
  }

  async #changeable(call: Call, id: number): Promise<MetadataRecord> {
    const record = await this.#readable(call, id);
    await this.#services.objects.mustChange(call, record.objectType, record.objectId);
    return record;
  }
}

/** Entries' ids are in lower case, however they are written. */
function idOf(objectType: string, objectId: string): string {
  const id = objectId.trim();
  return objectType === ENTRY ? id.toLowerCase() : id;
}

function objectIdsOf(filter: MetadataFilterValue | null): readonly string[] {
  const one = filter?.objectIdEqual ? [filter.objectIdEqual] : null;
  const several = filter?.objectIdIn
    ? filter.objectIdIn.split(',').filter((id) => id.trim() !== '')
    : null;
  if (one === null || several === null) return (one ?? several ?? []).slice(0, MAX_OBJECTS);
  return several.map((id) => id.trim()).filter((id) => id === one[0]);
}
