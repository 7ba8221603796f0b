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

/** Who is told of what happens, and what became of it. Kaltura has no such types. */

export const WebhookDisabledBy = enumType('RostrumWebhookDisabledBy', {
  HAND: 'hand',
  GONE: 'gone',
  FAILING: 'failing',
});

export const WebhookDeliveryStatus = enumType('RostrumWebhookDeliveryStatus', {
  WAITING: 'waiting',
  DELIVERED: 'delivered',
  FAILED: 'failed',
});

export const Webhook = objectType(
  'RostrumWebhook',
  {
    id: readOnly(text),
    partnerId: readOnly(int),
    name: property(text, { maxLength: 100, about: 'What people call it.' }),
    url: property(text, {
      about:
        'Where requests are sent to: https, or http to networks that the operator has named. Redirects are not followed.',
    }),
    eventTypes: property(text, {
      maxLength: 1000,
      about: 'Separated by commas; empty for all, also those that come later.',
    }),
    isEnabled: property(bool, {
      about:
        'While it is not, nothing is sent or kept for it. True where a new webhook does not say it.',
    }),
    secret: readOnly(text, {
      isSecret: true,
      about: 'Signs its requests. Told by add and rotateSecret; afterwards by listSecrets.',
    }),
    disabledBy: readOnly(enumOf(WebhookDisabledBy), {
      about:
        'Absent while it is enabled. hand: by somebody; gone: the receiver answered 410; failing: it had failed for five days.',
    }),
    disabledAt: readOnly(time),
    failingSince: readOnly(time, {
      about: 'The first attempt that has failed since the last one that did not.',
    }),
    deliveredAt: readOnly(time, { about: 'The last time that something arrived.' }),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
  },
  { about: 'Somebody who is told of what happens in the account, by signed requests.' },
);

export const WebhookListResponse = objectType('RostrumWebhookListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(Webhook)),
});

export const WebhookSecret = objectType(
  'RostrumWebhookSecret',
  {
    id: readOnly(text),
    secret: readOnly(text, { isSecret: true, about: '`whsec_` and base64.' }),
    createdAt: readOnly(time),
    expiresAt: readOnly(time, { about: 'It signs until then; absent for the one in use.' }),
  },
  { about: 'What signs a webhook’s requests; after a rotation there are several for a while.' },
);

export const WebhookSecretListResponse = objectType('RostrumWebhookSecretListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(WebhookSecret)),
});

export const WebhookEventType = objectType(
  'RostrumWebhookEventType',
  {
    name: readOnly(text),
    description: readOnly(text),
    example: readOnly(text, { about: 'The body of a request: JSON.' }),
  },
  { about: 'Something that webhooks are told of.' },
);

export const WebhookEventTypeListResponse = objectType('RostrumWebhookEventTypeListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(WebhookEventType)),
});

export const WebhookAttempt = objectType(
  'RostrumWebhookAttempt',
  {
    number: readOnly(int),
    sentAt: readOnly(time),
    durationMs: readOnly(int),
    statusCode: readOnly(int, { about: 'Of the answer; absent where none came.' }),
    error: readOnly(text, { about: 'Why it was not delivered; absent where it was.' }),
    response: readOnly(text, { about: 'The beginning of the answer: at most 2,000 bytes.' }),
  },
  { about: 'One request to a receiver.' },
);

export const WebhookDelivery = objectType(
  'RostrumWebhookDelivery',
  {
    id: readOnly(text),
    webhookId: readOnly(text),
    eventId: readOnly(text, { about: 'The header webhook-id: the same in every attempt.' }),
    eventType: readOnly(text),
    status: readOnly(enumOf(WebhookDeliveryStatus), {
      about: 'failed: nobody tries it again, unless it is replayed.',
    }),
    attemptCount: readOnly(int),
    createdAt: readOnly(time),
    nextAttemptAt: readOnly(time, { about: 'Absent where none is coming.' }),
    finishedAt: readOnly(time),
    lastStatusCode: readOnly(int),
    lastError: readOnly(text),
    url: readOnly(text, { about: 'This and what follows: of getDelivery and test.' }),
    requestBody: readOnly(text, { about: 'As it is signed and sent.' }),
    attempts: readOnly(arrayOf(WebhookAttempt), { about: 'The first one first.' }),
  },
  { about: 'One event on its way to one webhook.' },
);

export const WebhookDeliveryFilter = subtype(Filter, 'RostrumWebhookDeliveryFilter', {
  webhookIdEqual: property(text),
  eventIdEqual: property(text),
  eventTypeEqual: property(text),
  eventTypeIn: property(text),
  statusEqual: property(enumOf(WebhookDeliveryStatus)),
  statusIn: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
});

export const WebhookDeliveryListResponse = objectType('RostrumWebhookDeliveryListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(WebhookDelivery)),
});

const webhookKind = object(Webhook);
const filterKind = object(WebhookDeliveryFilter);

export type WebhookValue = ValueOf<typeof webhookKind>;
export type WebhookDeliveryFilterValue = ValueOf<typeof filterKind>;
