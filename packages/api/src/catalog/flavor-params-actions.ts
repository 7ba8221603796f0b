import { FilterPager } from '../schema/filter.ts';
import {
  FlavorParams,
  FlavorParamsFilter,
  FlavorParamsListResponse,
} from '../schema/flavor-params.ts';
import { arrayOf, int, object } from '../schema/kinds.ts';
import { type Actions, action, nullable, required } from './action.ts';

/** Flavors: what renditions look like. */
export const flavorParamsActions = {
  add: action({
    summary: 'Describes a rendition that the account’s profiles may have.',
    parameters: {
      flavorParams: required(object(FlavorParams), 'KalturaLiveParams for live profiles.'),
    },
    result: object(FlavorParams),
    session: 'required',
    permission: 'TRANSCODING_ADD',
    errors: ['PROPERTY_VALIDATION_CANNOT_BE_NULL', 'MAX_NUMBER_OF_OBJECTS_REACHED'],
    example: {
      flavorParams: { objectType: 'KalturaLiveParams', name: 'Ours', videoBitrate: 1200 },
    },
    run: ({ flavorParams }, call, values) => flavorParams.add(call, values),
  }),
  get: action({
    summary: 'Answers a flavor: the account’s own, or one of every account.',
    parameters: { id: required(int) },
    result: object(FlavorParams),
    session: 'required',
    permission: 'TRANSCODING_BASE',
    errors: ['FLAVOR_PARAMS_ID_NOT_FOUND'],
    run: ({ flavorParams }, call, values) => flavorParams.get(call, values),
  }),
  update: action({
    summary: 'Changes the properties that are sent, of a flavor of the account’s own.',
    parameters: { id: required(int), flavorParams: required(object(FlavorParams)) },
    result: object(FlavorParams),
    session: 'required',
    permission: 'TRANSCODING_ADD',
    errors: [
      'FLAVOR_PARAMS_ID_NOT_FOUND',
      'PROPERTY_VALIDATION_CANNOT_BE_NULL',
      'OBJECT_CHANGED_MEANWHILE',
    ],
    run: ({ flavorParams }, call, values) => flavorParams.update(call, values),
  }),
  delete: action({
    summary: 'Deletes a flavor of the account’s own, also from the profiles that have it.',
    parameters: { id: required(int) },
    result: null,
    session: 'required',
    permission: 'TRANSCODING_ADD',
    errors: ['FLAVOR_PARAMS_ID_NOT_FOUND'],
    run: ({ flavorParams }, call, values) => flavorParams.delete(call, values),
  }),
  list: action({
    summary: 'Finds flavors: those of every account, and the account’s own.',
    parameters: {
      filter: nullable(
        object(FlavorParamsFilter),
        'A KalturaLiveParamsFilter finds those of live streams only.',
      ),
      pager: nullable(object(FilterPager)),
    },
    result: object(FlavorParamsListResponse),
    session: 'required',
    permission: 'TRANSCODING_BASE',
    errors: [],
    run: ({ flavorParams }, call, values) => flavorParams.list(call, values),
  }),
  getByConversionProfileId: action({
    summary: 'Answers the flavors of a profile, in its order.',
    parameters: { conversionProfileId: required(int) },
    result: arrayOf(FlavorParams),
    session: 'required',
    permission: 'TRANSCODING_BASE',
    errors: ['CONVERSION_PROFILE_ID_NOT_FOUND'],
    run: ({ flavorParams }, call, values) => flavorParams.getByConversionProfileId(call, values),
  }),
} as const satisfies Actions;
