import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';
import { WidgetSecurityType } from './profile-enums.ts';

/** KalturaWidget: what a page embeds, and what the sessions that it starts may do. */

export const Widget = objectType('KalturaWidget', {
  id: readOnly(text),
  sourceWidgetId: property(text, { maxLength: 32, about: 'The widget that this one began from.' }),
  rootWidgetId: readOnly(text),
  partnerId: readOnly(int),
  entryId: property(text, { maxLength: 32, about: 'What it shows.' }),
  uiConfId: property(int, { about: 'The player’s configuration.' }),
  securityType: property(enumOf(WidgetSecurityType), { about: 'Only 1 is offered.' }),
  securityPolicy: property(int),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  partnerData: property(text, { maxLength: 4096 }),
  widgetHTML: readOnly(text, { about: 'HTML that embeds the watch page of its entry.' }),
  enforceEntitlement: property(bool, {
    about: 'False lets its sessions watch its entry whatever the categories say.',
  }),
  privacyContext: property(text, {
    maxLength: 128,
    about: 'Its sessions see what is in categories with this privacy context.',
  }),
  roles: property(text, {
    maxLength: 128,
    reservedFor: 'permission',
    about: 'Id or system name of the role that its sessions have.',
  }),
  privileges: property(text, {
    maxLength: 1024,
    reservedFor: 'permission',
    about: 'Further privileges of its sessions, comma-separated.',
  }),
});

export const WidgetFilter = subtype(Filter, 'KalturaWidgetFilter', {
  idEqual: property(text),
  idIn: property(text),
  sourceWidgetIdEqual: property(text),
  rootWidgetIdEqual: property(text),
  partnerIdEqual: property(int),
  entryIdEqual: property(text),
  uiConfIdEqual: property(int),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  partnerDataLike: property(text),
});

export const WidgetListResponse = objectType('KalturaWidgetListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(Widget)),
});

const widgetKind = object(Widget);
const filterKind = object(WidgetFilter);

export type WidgetValue = ValueOf<typeof widgetKind>;
export type WidgetFilterValue = ValueOf<typeof filterKind>;
