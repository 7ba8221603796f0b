import { UiConfObjType } from '../../schema/profile-enums.ts';
import type { UiConfKind, UiConfRecord } from '../../store/profile/ui-confs-store.ts';

/** Stands in stored configurations where an answer has the address of this installation. */
const PUBLIC_URL = '{{publicUrl}}';

/** @param publicUrl base address of pages and API, without a slash at its end */
export function toUiConf(record: UiConfRecord, publicUrl: string): object {
  const { config, confFile } = record.properties;
  return {
    ...record.properties,
    objectType: 'KalturaUiConf',
    id: record.id,
    name: record.name,
    partnerId: record.partnerId,
    objType: record.objType,
    objTypeAsString: nameOfType(record.objType),
    creationMode: record.creationMode,
    createdAt: Math.floor(record.createdAtMs / 1000),
    updatedAt: Math.floor(record.updatedAtMs / 1000),
    version: String(record.revision),
    config: config?.replaceAll(PUBLIC_URL, publicUrl),
    confFile: confFile?.replaceAll(PUBLIC_URL, publicUrl),
  };
}

/** One row for each type; the newest configuration with an address says where the page or script is. */
export function toUiConfTypes(kinds: readonly UiConfKind[]): readonly object[] {
  const byType = Map.groupBy(kinds, ({ obj_type }) => obj_type);
  return [...byType]
    .sort(([one], [other]) => one - other)
    .map(([type, ofType]) => {
      const address = ofType.find((each) => each.address !== '')?.address ?? '';
      const slash = address.lastIndexOf('/');
      const versions = new Set(ofType.map((each) => each.swf_url_version));
      return {
        objectType: 'KalturaUiConfTypeInfo',
        type,
        versions: [...versions]
          .filter((version) => version !== '')
          .map((value) => ({ objectType: 'KalturaString', value })),
        directory: address.slice(0, slash + 1),
        filename: address.slice(slash + 1),
      };
    });
}

function nameOfType(objType: number): string | undefined {
  const values: readonly number[] = UiConfObjType.values;
  return UiConfObjType.valueNames[values.indexOf(objType)];
}
