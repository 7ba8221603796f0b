import { Beacon, BeaconFilter, BeaconListResponse } from '../schema/beacon.ts';
import { FilterPager } from '../schema/filter.ts';
import { bool, nullableBoolean, object } from '../schema/kinds.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

/** What applications tell about objects. */
export const beaconActions = {
  add: action({
    summary:
      'Tells something about an object: the newest of its kind takes the place of the one before.',
    parameters: {
      beacon: required(object(Beacon)),
      shouldLog: optional(nullableBoolean, false, 'Whether it also stays as a line of the log.'),
    },
    result: bool,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    // They come every few seconds, from machines.
    trail: 'none',
    errors: ['ENTRY_ID_NOT_FOUND'],
    example: {
      beacon: {
        relatedObjectType: '4',
        objectId: '0_ab12cd34',
        eventType: 'encoder',
        rawData: '{"temperature":61}',
      },
      shouldLog: 1,
    },
    run: ({ beacon }, call, values) => beacon.add(call, values),
  }),
  list: action({
    summary:
      'Finds what was told about objects, the newest first; who may not change all entries names entries.',
    parameters: {
      filter: nullable(object(BeaconFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(BeaconListResponse),
    session: 'required',
    permission: 'WEBCAST_PRODUCER_PERMISSION',
    errors: ['MUST_FILTER_ON_OBJECT_ID'],
    example: { filter: { objectIdIn: '0_ab12cd34', indexTypeEqual: 'Log' } },
    run: ({ beacon }, call, values) => beacon.list(call, values),
  }),
} as const satisfies Actions;
