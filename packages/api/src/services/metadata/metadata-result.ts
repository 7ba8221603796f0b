import type { MetadataField } from '../../metadata/metadata-schema.ts';
import type { MetadataProfileRecord } from '../../store/metadata/metadata-profiles-store.ts';
import type { MetadataRecord } from '../../store/metadata/metadata-store.ts';

export function toMetadataProfile(record: MetadataProfileRecord): object {
  return {
    ...record.properties,
    objectType: 'KalturaMetadataProfile',
    id: record.id,
    partnerId: record.partnerId,
    metadataObjectType: record.objectType,
    version: record.version,
    name: record.name,
    systemName: record.systemName,
    createdAt: Math.floor(record.createdAtMs / 1000),
    updatedAt: Math.floor(record.updatedAtMs / 1000),
    status: 1,
    xsd: record.xsd,
    views: record.views,
    createMode: record.createMode,
  };
}

export function toMetadataProfileFields(fields: readonly MetadataField[]): object {
  return {
    objectType: 'KalturaMetadataProfileFieldListResponse',
    totalCount: fields.length,
    objects: fields.map((field, index) => ({
      objectType: 'KalturaMetadataProfileField',
      id: index + 1,
      ...field,
    })),
  };
}

export function toMetadata(record: MetadataRecord): object {
  return {
    objectType: 'KalturaMetadata',
    id: record.id,
    partnerId: record.partnerId,
    metadataProfileId: record.profileId,
    metadataProfileVersion: record.profileVersion,
    metadataObjectType: record.objectType,
    objectId: record.objectId,
    version: record.version,
    createdAt: Math.floor(record.createdAtMs / 1000),
    updatedAt: Math.floor(record.updatedAtMs / 1000),
    status: record.status,
    xml: record.xml,
  };
}
