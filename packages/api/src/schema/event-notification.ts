import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
  enumType,
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

/** What is pushed to pages, and how they ask for it. */

export const EventNotificationTemplateType = enumType('KalturaEventNotificationTemplateType', {
  BOOLEAN: 'booleanNotification.Boolean',
  BPM_ABORT: 'businessProcessNotification.BusinessProcessAbort',
  BPM_SIGNAL: 'businessProcessNotification.BusinessProcessSignal',
  BPM_START: 'businessProcessNotification.BusinessProcessStart',
  EMAIL: 'emailNotification.Email',
  HTTP: 'httpNotification.Http',
  KAFKA: 'kafkaNotification.Kafka',
  PUSH: 'pushNotification.Push',
});

export const EventNotificationTemplateStatus = enumType('KalturaEventNotificationTemplateStatus', {
  DISABLED: 1,
  ACTIVE: 2,
  DELETED: 3,
});

export const StringValue = objectType('KalturaStringValue', {
  description: property(text),
  value: property(text),
});

export const PushEventNotificationParameter = objectType(
  'KalturaPushEventNotificationParameter',
  {
    key: property(text, { about: '`entryId` or `userId`.' }),
    description: property(text),
    value: property(object(StringValue)),
  },
  { about: 'What a queue is about.' },
);

export const PushNotificationParams = objectType('KalturaPushNotificationParams', {
  userParams: property(arrayOf(PushEventNotificationParameter)),
});

export const PushNotificationData = objectType(
  'KalturaPushNotificationData',
  {
    queueName: readOnly(text),
    queueKey: readOnly(text, { isSecret: true, about: 'Opens the queue to this session.' }),
    url: readOnly(text, { isSecret: true, about: 'Where the page connects.' }),
  },
  { about: 'A queue that a page may listen to.' },
);

export const EventNotificationTemplate = objectType(
  'KalturaEventNotificationTemplate',
  {
    id: readOnly(int),
    partnerId: readOnly(int, { about: '0: every account has them.' }),
    name: property(text),
    systemName: property(text),
    description: property(text),
    type: property(enumOf(EventNotificationTemplateType)),
    status: readOnly(enumOf(EventNotificationTemplateStatus)),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
    manualDispatchEnabled: property(bool),
    automaticDispatchEnabled: property(bool),
  },
  { isAbstract: true, about: 'When something is told to whom.' },
);

export const PushNotificationTemplate = subtype(
  EventNotificationTemplate,
  'KalturaPushNotificationTemplate',
  {
    queueNameParameters: property(arrayOf(PushEventNotificationParameter)),
    queueKeyParameters: property(arrayOf(PushEventNotificationParameter)),
    apiObjectType: property(text, { about: 'The type of what is pushed.' }),
  },
  { about: 'What is pushed to pages.' },
);

export const EventNotificationTemplateFilter = subtype(
  Filter,
  'KalturaEventNotificationTemplateFilter',
  {
    idEqual: property(int),
    idIn: property(text),
    partnerIdEqual: property(int),
    partnerIdIn: property(text),
    systemNameEqual: property(text),
    systemNameIn: property(text),
    typeEqual: property(enumOf(EventNotificationTemplateType)),
    typeIn: property(text),
    statusEqual: property(enumOf(EventNotificationTemplateStatus)),
    statusIn: property(text),
    createdAtGreaterThanOrEqual: property(time),
    createdAtLessThanOrEqual: property(time),
    updatedAtGreaterThanOrEqual: property(time),
    updatedAtLessThanOrEqual: property(time),
  },
);

export const EventNotificationTemplateListResponse = objectType(
  'KalturaEventNotificationTemplateListResponse',
  {
    totalCount: readOnly(int),
    objects: readOnly(arrayOf(EventNotificationTemplate)),
  },
);

const paramsKind = object(PushNotificationParams);
export type PushNotificationParamsValue = ValueOf<typeof paramsKind>;

const filterKind = object(EventNotificationTemplateFilter);
export type EventNotificationTemplateFilterValue = ValueOf<typeof filterKind>;
