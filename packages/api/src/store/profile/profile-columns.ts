import type { FilterColumns } from '../list-filter.ts';

/** Which columns the filters of flavors, conversion profiles and both together mean. */

export const FLAVOR_PARAMS_COLUMNS: FilterColumns = {
  id: { column: 'flavor_params.id', kind: 'number' },
  systemName: { column: 'flavor_params.system_name', kind: 'text' },
  tags: { column: 'flavor_params.tags', kind: 'text' },
  format: { column: 'flavor_params.format', kind: 'text' },
};

export const CONVERSION_PROFILE_COLUMNS: FilterColumns = {
  id: { column: 'conversion_profile.id', kind: 'number' },
  status: { column: 'conversion_profile.status', kind: 'text' },
  type: { column: 'conversion_profile.type', kind: 'text' },
  name: { column: 'conversion_profile.name', kind: 'text' },
  systemName: { column: 'conversion_profile.system_name', kind: 'text' },
  tags: {
    column: 'conversion_profile.tags_folded',
    kind: 'text',
    folded: 'conversion_profile.tags_folded',
  },
  defaultEntryId: { column: 'conversion_profile.default_entry_id', kind: 'text' },
};

export const PROFILE_FLAVOR_COLUMNS: FilterColumns = {
  conversionProfileId: {
    column: 'conversion_profile_flavor.conversion_profile_id',
    kind: 'number',
  },
  assetParamsId: { column: 'conversion_profile_flavor.flavor_params_id', kind: 'number' },
  readyBehavior: { column: 'conversion_profile_flavor.ready_behavior', kind: 'number' },
  origin: { column: 'conversion_profile_flavor.origin', kind: 'number' },
  systemName: { column: 'conversion_profile_flavor.system_name', kind: 'text' },
};
