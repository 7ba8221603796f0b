import { FilterPager } from '../schema/filter.ts';
import { arrayOf, int, object } from '../schema/kinds.ts';
import { UiConf, UiConfFilter, UiConfListResponse, UiConfTypeInfo } from '../schema/ui-conf.ts';
import { type Actions, action, nullable, required } from './action.ts';

const LIST_PARAMETERS = {
  filter: nullable(object(UiConfFilter)),
  pager: nullable(object(FilterPager)),
} as const;

/** Configurations of players and studios. */
export const uiConfActions = {
  add: action({
    summary: 'Keeps a configuration; objType must say what it is for.',
    parameters: { uiConf: required(object(UiConf)) },
    result: object(UiConf),
    session: 'required',
    permission: 'STUDIO_UPDATE_UICONF',
    errors: ['PROPERTY_VALIDATION_CANNOT_BE_NULL', 'MAX_NUMBER_OF_OBJECTS_REACHED'],
    example: { uiConf: { name: 'Lobby player', objType: 1, config: '{"plugins":{}}' } },
    run: ({ uiConf }, call, values) => uiConf.add(call, values),
  }),
  update: action({
    summary: 'Changes the properties that are sent, of a configuration of the account’s own.',
    parameters: { id: required(int), uiConf: required(object(UiConf)) },
    result: object(UiConf),
    session: 'required',
    permission: 'STUDIO_UPDATE_UICONF',
    errors: ['INVALID_UI_CONF_ID', 'OBJECT_CHANGED_MEANWHILE'],
    run: ({ uiConf }, call, values) => uiConf.update(call, values),
  }),
  get: action({
    summary: 'Answers a configuration: the account’s own, or a template.',
    parameters: { id: required(int) },
    result: object(UiConf),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_UI_CONF_ID'],
    run: ({ uiConf }, call, values) => uiConf.get(call, values),
  }),
  delete: action({
    summary: 'Deletes a configuration of the account’s own.',
    parameters: { id: required(int) },
    result: null,
    session: 'required',
    permission: 'STUDIO_UPDATE_UICONF',
    errors: ['INVALID_UI_CONF_ID'],
    run: ({ uiConf }, call, values) => uiConf.delete(call, values),
  }),
  clone: action({
    summary: 'Copies a configuration, or a template, into one of the account’s own.',
    parameters: { id: required(int) },
    result: object(UiConf),
    session: 'required',
    permission: 'STUDIO_UPDATE_UICONF',
    errors: ['INVALID_UI_CONF_ID', 'MAX_NUMBER_OF_OBJECTS_REACHED'],
    run: ({ uiConf }, call, values) => uiConf.clone(call, values),
  }),
  listTemplates: action({
    summary: 'Finds templates, which every account sees: with objTypeEqual 21 where the studio is.',
    parameters: LIST_PARAMETERS,
    result: object(UiConfListResponse),
    session: 'required',
    permission: 'STUDIO_BASE',
    errors: [],
    example: { filter: { objTypeEqual: 21 } },
    run: ({ uiConf }, call, values) => uiConf.listTemplates(call, values),
  }),
  list: action({
    summary: 'Finds configurations of the account’s own, the oldest first.',
    parameters: LIST_PARAMETERS,
    result: object(UiConfListResponse),
    session: 'required',
    permission: 'STUDIO_BASE',
    errors: [],
    run: ({ uiConf }, call, values) => uiConf.list(call, values),
  }),
  getAvailableTypes: action({
    summary: 'Says of which types there are configurations, and in which versions.',
    parameters: {},
    result: arrayOf(UiConfTypeInfo),
    session: 'required',
    permission: 'STUDIO_BASE',
    errors: [],
    run: ({ uiConf }, call) => uiConf.getAvailableTypes(call),
  }),
} as const satisfies Actions;
