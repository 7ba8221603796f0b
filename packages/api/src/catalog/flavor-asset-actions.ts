import { FilterPager } from '../schema/filter.ts';
import {
  AssetFilter,
  FlavorAssetListResponse,
  FlavorAssetUrlOptions,
  FlavorAssetWithParams,
} from '../schema/flavor-asset.ts';
import { arrayOf, bool, int, object, text } from '../schema/kinds.ts';
import { FlavorAsset } from '../schema/playback.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

const READ = { session: 'required', permission: 'WIDGET_SESSION_PERMISSION' } as const;

/** Renditions of entries: what there is to download of a recording. */
export const flavorAssetActions = {
  get: action({
    ...READ,
    summary: 'Answers a rendition; of a recording, with its exact size, bitrate and dimensions.',
    parameters: { id: required(text) },
    result: object(FlavorAsset),
    errors: ['FLAVOR_ASSET_ID_NOT_FOUND'],
    run: ({ flavorAsset }, call, values) => flavorAsset.get(call, values),
  }),
  getByEntryId: action({
    ...READ,
    summary: 'Answers the renditions of an entry: one for a recording that can be played.',
    parameters: { entryId: required(text) },
    result: arrayOf(FlavorAsset),
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ flavorAsset }, call, values) => flavorAsset.getByEntryId(call, values),
  }),
  getWebPlayableByEntryId: action({
    ...READ,
    summary: 'Answers the renditions of an entry that browsers play: all of them.',
    parameters: { entryId: required(text) },
    result: arrayOf(FlavorAsset),
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ flavorAsset }, call, values) => flavorAsset.getByEntryId(call, values),
  }),
  getFlavorAssetsWithParams: action({
    ...READ,
    summary: 'Answers the renditions of an entry, each with the flavor that it was made by.',
    parameters: { entryId: required(text) },
    result: arrayOf(FlavorAssetWithParams),
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ flavorAsset }, call, values) => flavorAsset.getFlavorAssetsWithParams(call, values),
  }),
  list: action({
    ...READ,
    summary: 'Finds renditions of entries that are named by id.',
    parameters: {
      filter: nullable(
        object(AssetFilter),
        'Has to name entries (entryIdEqual, entryIdIn) or renditions (idEqual, idIn).',
      ),
      pager: nullable(object(FilterPager)),
    },
    result: object(FlavorAssetListResponse),
    errors: ['PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    example: { filter: { entryIdEqual: '0_ab12cd34' } },
    run: ({ flavorAsset }, call, values) => flavorAsset.list(call, values),
  }),
  getUrl: action({
    ...READ,
    summary:
      'Answers the address of a recording as one MP4 file. It holds for a day, for whoever has it.',
    parameters: {
      id: required(text),
      storageId: nullable(int, 'There is one storage: it is not looked at.'),
      forceProxy: optional(bool, false, 'There is one way to the file: it is not looked at.'),
      options: nullable(object(FlavorAssetUrlOptions)),
    },
    result: text,
    errors: ['FLAVOR_ASSET_ID_NOT_FOUND', 'FLAVOR_ASSET_IS_NOT_READY'],
    run: ({ flavorAsset }, call, values) => flavorAsset.getUrl(call, values),
  }),
  getDownloadUrl: action({
    ...READ,
    summary:
      'Answers the address from which a recording is saved as an MP4 file. It holds for a day, for whoever has it.',
    parameters: {
      id: required(text),
      useCdn: optional(bool, false, 'There is one way to the file: it is not looked at.'),
    },
    result: text,
    errors: ['FLAVOR_ASSET_ID_NOT_FOUND', 'FLAVOR_ASSET_IS_NOT_READY'],
    run: ({ flavorAsset }, call, { id }) => flavorAsset.getUrl(call, { id, options: null }),
  }),
} as const satisfies Actions;
