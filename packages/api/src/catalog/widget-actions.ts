import { FilterPager } from '../schema/filter.ts';
import { object, text } from '../schema/kinds.ts';
import { Widget, WidgetFilter, WidgetListResponse } from '../schema/widget.ts';
import { type Actions, action, nullable, required } from './action.ts';

const REFUSALS = [
  'SOURCE_WIDGET_NOT_FOUND',
  'SOURCE_WIDGET_OR_UICONF_REQUIRED',
  'UICONF_ID_NOT_FOUND',
  'ENTRY_ID_NOT_FOUND',
  'INVALID_FIELD_VALUE',
  'CANNOT_DISABLE_ENTITLEMENT_FOR_WIDGET_WHEN_ENTITLEMENT_ENFORCEMENT_ENABLE',
  'INVALID_ACTIONS_LIMIT',
  'INVALID_SET_ROLE',
  'UNKNOWN_ROLE_ID',
] as const;

/** Widgets: what pages embed, and what viewers of those pages may do. */
export const widgetActions = {
  add: action({
    summary: 'Makes a widget, with a configuration or from another widget.',
    parameters: { widget: required(object(Widget)) },
    result: object(Widget),
    session: 'required',
    permission: 'STUDIO_UPDATE_UICONF',
    errors: REFUSALS,
    example: { widget: { sourceWidgetId: '_100', entryId: '0_ab12cd34' } },
    run: ({ widget }, call, values) => widget.add(call, values),
  }),
  update: action({
    summary:
      'Changes the properties that are sent; sessions that it has started keep what they have.',
    parameters: { id: required(text), widget: required(object(Widget)) },
    result: object(Widget),
    session: 'required',
    permission: 'STUDIO_UPDATE_UICONF',
    errors: ['INVALID_WIDGET_ID', 'OBJECT_CHANGED_MEANWHILE', ...REFUSALS],
    run: ({ widget }, call, values) => widget.update(call, values),
  }),
  get: action({
    summary: 'Answers a widget; `_` and the account’s number is the one that each account has.',
    parameters: { id: required(text) },
    result: object(Widget),
    session: 'optional',
    permission: 'anyone',
    errors: ['INVALID_WIDGET_ID'],
    run: ({ widget }, call, values) => widget.get(call, values),
  }),
  clone: action({
    summary: 'Makes a widget like sourceWidgetId, apart from the other properties that are sent.',
    parameters: { widget: required(object(Widget)) },
    result: object(Widget),
    session: 'required',
    permission: 'STUDIO_UPDATE_UICONF',
    errors: REFUSALS,
    example: { widget: { sourceWidgetId: '_100' } },
    run: ({ widget }, call, values) => widget.clone(call, values),
  }),
  list: action({
    summary: 'Finds widgets of the account, the oldest first.',
    parameters: {
      filter: nullable(object(WidgetFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(WidgetListResponse),
    session: 'required',
    permission: 'STUDIO_BASE',
    errors: [],
    run: ({ widget }, call, values) => widget.list(call, values),
  }),
} as const satisfies Actions;
