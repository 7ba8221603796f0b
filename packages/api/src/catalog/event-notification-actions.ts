import {
  EventNotificationTemplate,
  EventNotificationTemplateFilter,
  EventNotificationTemplateListResponse,
  PushNotificationData,
  PushNotificationParams,
} from '../schema/event-notification.ts';
import { FilterPager } from '../schema/filter.ts';
import { int, object, text } from '../schema/kinds.ts';
import { type Actions, action, nullable, required } from './action.ts';

const FOR_ADMINS = { session: 'required', permission: 'ADMIN_BASE' } as const;

const register = action({
  summary:
    'Answers the queue of what is pushed about an entry, and its key. The key opens it to this session only.',
  parameters: {
    notificationTemplateSystemName: required(text, 'What is pushed: `PUBLIC_QNA_NOTIFICATIONS`.'),
    pushNotificationParams: required(
      object(PushNotificationParams),
      '`entryId`, and for USER_QNA_NOTIFICATIONS `userId`: one’s own, unless one runs the entry.',
    ),
  },
  result: object(PushNotificationData),
  session: 'required',
  permission: 'WIDGET_SESSION_PERMISSION',
  trail: 'none',
  errors: [
    'EVENT_NOTIFICATION_TEMPLATE_SYSTEM_NAME_NOT_FOUND',
    'MISSING_MANDATORY_PARAMETER',
    'ENTRY_ID_NOT_FOUND',
    'PROPERTY_VALIDATION_NO_USAGE_PERMISSION',
  ],
  example: {
    notificationTemplateSystemName: 'PUBLIC_QNA_NOTIFICATIONS',
    pushNotificationParams: {
      userParams: [
        {
          objectType: 'KalturaPushEventNotificationParameter',
          key: 'entryId',
          value: { objectType: 'KalturaStringValue', value: '0_ab12cd34' },
        },
      ],
    },
  },
  run: ({ eventNotification }, call, values) => eventNotification.register(call, values),
});

const LIST = {
  parameters: {
    filter: nullable(object(EventNotificationTemplateFilter)),
    pager: nullable(object(FilterPager)),
  },
  result: object(EventNotificationTemplateListResponse),
  ...FOR_ADMINS,
  errors: [],
} as const;

/** What is pushed to pages. */
export const eventNotificationTemplateActions = {
  register,
  get: action({
    summary: 'Answers a template: when what is pushed.',
    parameters: { id: required(int) },
    result: object(EventNotificationTemplate),
    ...FOR_ADMINS,
    errors: ['EVENT_NOTIFICATION_TEMPLATE_NOT_FOUND'],
    example: { id: 1101 },
    run: ({ eventNotification }, call, values) => eventNotification.get(call, values),
  }),
  list: action({
    summary: 'Finds templates. All are built in.',
    ...LIST,
    run: ({ eventNotification }, call, values) => eventNotification.list(call, values),
  }),
  listTemplates: action({
    summary: 'Finds the templates that every account has: the same ones.',
    ...LIST,
    run: ({ eventNotification }, call, values) => eventNotification.list(call, values),
  }),
} as const satisfies Actions;

/** The same under the name that some clients use. */
export const pushNotificationTemplateActions = { register } as const satisfies Actions;
