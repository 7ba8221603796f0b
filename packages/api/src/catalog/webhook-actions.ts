import { FilterPager } from '../schema/filter.ts';
import { int, object, text, time } from '../schema/kinds.ts';
import {
  Webhook,
  WebhookDelivery,
  WebhookDeliveryFilter,
  WebhookDeliveryListResponse,
  WebhookEventTypeListResponse,
  WebhookListResponse,
  WebhookSecretListResponse,
} from '../schema/webhook.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

const OF_ADMINS = { session: 'required', permission: 'INTEGRATION_BASE' } as const;

const SENT = {
  webhook: { objectType: 'RostrumWebhook', name: 'Intranet', url: 'https://example.com/hooks' },
} as const;

/** Signed requests that tell what happens in an account. Kaltura has no such service. */
export const webhookActions = {
  add: action({
    summary: 'Makes a webhook, and answers it with the secret that signs its requests.',
    parameters: { webhook: required(object(Webhook)) },
    result: object(Webhook),
    ...OF_ADMINS,
    errors: ['WEBHOOK_URL_NOT_ALLOWED', 'WEBHOOK_EVENT_TYPE_UNKNOWN', 'WEBHOOK_LIMIT_REACHED'],
    example: { webhook: { ...SENT.webhook, eventTypes: 'webcast.started,recording.ready' } },
    run: ({ webhook }, call, values) => webhook.add(call, values),
  }),
  get: action({
    summary: 'Answers a webhook.',
    parameters: { id: required(text) },
    result: object(Webhook),
    ...OF_ADMINS,
    errors: ['WEBHOOK_NOT_FOUND'],
    run: ({ webhook }, call, values) => webhook.get(call, values),
  }),
  list: action({
    summary: 'Answers the account’s webhooks, in the order in which they were made.',
    parameters: { pager: nullable(object(FilterPager)) },
    result: object(WebhookListResponse),
    ...OF_ADMINS,
    errors: [],
    run: ({ webhook }, call, values) => webhook.list(call, values),
  }),
  update: action({
    summary:
      'Changes a webhook: only what is sent. Disabling it gives up what waits; enabling it forgets that it has failed.',
    parameters: { id: required(text), webhook: required(object(Webhook)) },
    result: object(Webhook),
    ...OF_ADMINS,
    errors: [
      'WEBHOOK_NOT_FOUND',
      'WEBHOOK_URL_NOT_ALLOWED',
      'WEBHOOK_EVENT_TYPE_UNKNOWN',
      'OBJECT_CHANGED_MEANWHILE',
    ],
    example: { id: 'wh_ab12cd34ef56gh78', webhook: { isEnabled: false } },
    run: ({ webhook }, call, values) => webhook.update(call, values),
  }),
  delete: action({
    summary: 'Removes a webhook with its secrets and its log; what waits for it is not sent.',
    parameters: { id: required(text) },
    result: null,
    ...OF_ADMINS,
    errors: ['WEBHOOK_NOT_FOUND'],
    run: ({ webhook }, call, values) => webhook.delete(call, values),
  }),
  listSecrets: action({
    summary: 'Answers the secrets that sign a webhook’s requests, the one in use first.',
    parameters: { id: required(text) },
    result: object(WebhookSecretListResponse),
    ...OF_ADMINS,
    trail: 'views',
    errors: ['WEBHOOK_NOT_FOUND'],
    run: ({ webhook }, call, values) => webhook.listSecrets(call, values),
  }),
  rotateSecret: action({
    summary: 'Gives a webhook a new secret, and answers it; the old one signs too for a while.',
    parameters: {
      id: required(text),
      overlapSeconds: optional(
        int,
        86_400,
        'How long those before sign too, at most: up to 30 days; 0 ends them at once.',
      ),
    },
    result: object(Webhook),
    ...OF_ADMINS,
    errors: ['WEBHOOK_NOT_FOUND', 'PROPERTY_VALIDATION_MIN_VALUE', 'PROPERTY_VALIDATION_MAX_VALUE'],
    run: ({ webhook }, call, values) => webhook.rotateSecret(call, values),
  }),
  test: action({
    summary:
      'Sends an event webhook.test once, also to a webhook that is disabled, and answers what came of it.',
    parameters: { id: required(text) },
    result: object(WebhookDelivery),
    ...OF_ADMINS,
    errors: ['WEBHOOK_NOT_FOUND', 'WEBHOOK_IS_BEING_TRIED'],
    run: ({ webhook }, call, values) => webhook.test(call, values),
  }),
  listEventTypes: action({
    summary: 'Answers the types of events that there are, each with an example.',
    parameters: {},
    result: object(WebhookEventTypeListResponse),
    ...OF_ADMINS,
    errors: [],
    run: ({ webhook }) => webhook.listEventTypes(),
  }),
  listDeliveries: action({
    summary: 'Answers what was sent and is to be sent, newest first; lines are kept for 30 days.',
    parameters: {
      filter: nullable(object(WebhookDeliveryFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(WebhookDeliveryListResponse),
    ...OF_ADMINS,
    errors: [],
    run: ({ webhook }, call, values) => webhook.listDeliveries(call, values),
  }),
  getDelivery: action({
    summary: 'Answers a delivery with what was sent, and what each attempt came to.',
    parameters: { id: required(text) },
    result: object(WebhookDelivery),
    ...OF_ADMINS,
    errors: ['WEBHOOK_DELIVERY_NOT_FOUND'],
    run: ({ webhook }, call, values) => webhook.getDelivery(call, values),
  }),
  replay: action({
    summary: 'Sends a delivery again at once, with the same webhook-id, and with tries of its own.',
    parameters: { id: required(text, 'Of the delivery.') },
    result: object(WebhookDelivery),
    ...OF_ADMINS,
    errors: ['WEBHOOK_DELIVERY_NOT_FOUND', 'WEBHOOK_IS_DISABLED', 'WEBHOOK_DELIVERY_UNDER_WAY'],
    run: ({ webhook }, call, values) => webhook.replay(call, values),
  }),
  replayFailed: action({
    summary:
      'Sends again what could not be delivered to a webhook since a moment; answers how many.',
    parameters: {
      id: required(text, 'Of the webhook.'),
      since: required(time, 'Events that happened then or later.'),
    },
    result: int,
    ...OF_ADMINS,
    errors: ['WEBHOOK_NOT_FOUND', 'WEBHOOK_IS_DISABLED'],
    run: ({ webhook }, call, values) => webhook.replayFailed(call, values),
  }),
} as const satisfies Actions;
