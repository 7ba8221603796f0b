import {
  ConversionProfile,
  ConversionProfileAssetParams,
  ConversionProfileAssetParamsFilter,
  ConversionProfileAssetParamsListResponse,
  ConversionProfileFilter,
  ConversionProfileListResponse,
} from '../schema/conversion-profile.ts';
import { FilterPager } from '../schema/filter.ts';
import { enumOf, int, object } from '../schema/kinds.ts';
import { ConversionProfileType } from '../schema/profile-enums.ts';
import { type Actions, action, nullable, required } from './action.ts';

const NAMED_ERRORS = [
  'PROPERTY_VALIDATION_CANNOT_BE_NULL',
  'SYSTEM_NAME_ALREADY_EXISTS',
  'FLAVOR_PARAMS_ID_NOT_FOUND',
  'FLAVOR_PARAMS_DUPLICATE',
  'FLAVOR_PARAMS_SOURCE_DUPLICATE',
  'ASSET_PARAMS_INVALID_TYPE',
  'CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE',
  'OBJECT_CHANGED_MEANWHILE',
] as const;

/** Conversion profiles: which renditions an entry has. */
export const conversionProfileActions = {
  setAsDefault: action({
    summary: 'Makes a profile the account’s default of its type.',
    parameters: { id: required(int) },
    result: object(ConversionProfile),
    session: 'required',
    permission: 'TRANSCODING_ADD',
    errors: ['CONVERSION_PROFILE_ID_NOT_FOUND', 'OBJECT_CHANGED_MEANWHILE'],
    run: ({ conversionProfile }, call, values) => conversionProfile.setAsDefault(call, values),
  }),
  getDefault: action({
    summary: 'Answers the profile that entries of a type get where none is named.',
    parameters: {
      type: nullable(enumOf(ConversionProfileType), '1 for media, also where it is left out.'),
    },
    result: object(ConversionProfile),
    session: 'required',
    permission: 'TRANSCODING_BASE',
    errors: ['CONVERSION_PROFILE_ID_NOT_FOUND'],
    example: { type: '2' },
    run: ({ conversionProfile }, call, values) => conversionProfile.getDefault(call, values),
  }),
  add: action({
    summary: 'Makes a conversion profile.',
    parameters: { conversionProfile: required(object(ConversionProfile)) },
    result: object(ConversionProfile),
    session: 'required',
    permission: 'TRANSCODING_ADD',
    errors: [...NAMED_ERRORS, 'MAX_NUMBER_OF_OBJECTS_REACHED'],
    example: { conversionProfile: { name: 'Ours', type: '2', flavorParamsIds: '32,34' } },
    run: ({ conversionProfile }, call, values) => conversionProfile.add(call, values),
  }),
  get: action({
    summary: 'Answers a conversion profile.',
    parameters: { id: required(int) },
    result: object(ConversionProfile),
    session: 'required',
    permission: 'TRANSCODING_BASE',
    errors: ['CONVERSION_PROFILE_ID_NOT_FOUND'],
    run: ({ conversionProfile }, call, values) => conversionProfile.get(call, values),
  }),
  update: action({
    summary: 'Changes the properties that are sent.',
    parameters: {
      id: required(int),
      conversionProfile: required(object(ConversionProfile)),
    },
    result: object(ConversionProfile),
    session: 'required',
    permission: 'TRANSCODING_ADD',
    errors: ['CONVERSION_PROFILE_ID_NOT_FOUND', ...NAMED_ERRORS],
    run: ({ conversionProfile }, call, values) => conversionProfile.update(call, values),
  }),
  delete: action({
    summary: 'Deletes a profile, unless it is a default; entries that have it get the default.',
    parameters: { id: required(int) },
    result: null,
    session: 'required',
    permission: 'TRANSCODING_ADD',
    errors: ['CONVERSION_PROFILE_ID_NOT_FOUND', 'CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE'],
    run: ({ conversionProfile }, call, values) => conversionProfile.delete(call, values),
  }),
  list: action({
    summary: 'Finds conversion profiles, the oldest first.',
    parameters: {
      filter: nullable(object(ConversionProfileFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(ConversionProfileListResponse),
    session: 'required',
    permission: 'TRANSCODING_BASE',
    errors: [],
    example: { filter: { systemNameEqual: 'Passthrough_Live' } },
    run: ({ conversionProfile }, call, values) => conversionProfile.list(call, values),
  }),
} as const satisfies Actions;

/** How conversion profiles use their flavors. */
export const conversionProfileAssetParamsActions = {
  list: action({
    summary: 'Says how profiles use their flavors: made here, or sent by the encoder.',
    parameters: {
      filter: nullable(object(ConversionProfileAssetParamsFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(ConversionProfileAssetParamsListResponse),
    session: 'required',
    permission: 'WEBCAST_PRODUCER_PERMISSION',
    errors: [],
    run: ({ conversionProfileAssetParams }, call, values) =>
      conversionProfileAssetParams.list(call, values),
  }),
  update: action({
    summary: 'Changes how a profile uses one of its flavors.',
    parameters: {
      conversionProfileId: required(int),
      assetParamsId: required(int, 'Id of the flavor.'),
      conversionProfileAssetParams: required(object(ConversionProfileAssetParams)),
    },
    result: object(ConversionProfileAssetParams),
    session: 'required',
    permission: 'TRANSCODING_ADD',
    errors: ['CONVERSION_PROFILE_ASSET_PARAMS_NOT_FOUND', 'OBJECT_CHANGED_MEANWHILE'],
    run: ({ conversionProfileAssetParams }, call, values) =>
      conversionProfileAssetParams.update(call, values),
  }),
} as const satisfies Actions;
