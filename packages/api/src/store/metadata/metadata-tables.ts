/** Records about objects, and the schemas that they follow. Account 0 owns what every account sees. */
export type MetadataTables = {
  metadata_profile: MetadataProfileTable;
  metadata_schema: MetadataSchemaTable;
  metadata: MetadataTable;
};

export type MetadataProfileTable = {
  id: number;
  partner_id: number;
  name: string;
  /** Null where it has none: only names are unique. */
  system_name: string | null;
  /** What its records are about: a value of KalturaMetadataObjectType. */
  object_type: string;
  create_mode: number;
  /** Of its schema. */
  version: number;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
  /** What a client has set and no column holds. */
  properties: string;
};

/** Every version of a profile's schema: it can be gone back to. */
export type MetadataSchemaTable = {
  profile_id: number;
  version: number;
  xsd: string;
  /** How an application shows the records; null where none has said it. */
  views: string | null;
};

export type MetadataTable = {
  id: number;
  partner_id: number;
  profile_id: number;
  profile_version: number;
  object_type: string;
  object_id: string;
  version: number;
  /** 1 valid, 2 declared invalid. */
  status: number;
  xml: string;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
};
