import type { WebhookEventType } from '@rostrum/contracts';
import { type Fields, fieldsIn, listIn, momentIn, textIn } from './answers.ts';
import type { CallOptions, Client } from './client.ts';

/** Webhooks: signed requests that tell what happens. Rostrum only: Kaltura has no such service. */

/** A type of event that a webhook can be told of. */
export type SubscribedEventType = Exclude<WebhookEventType, 'webhook.test'>;

/** Somebody who is told of what happens in the account. */
export type RostrumWebhook = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Empty for all, also those that come later. */
  readonly eventTypes: readonly string[];
  /** Null where it is enabled. hand: by somebody; gone: the receiver answered 410; failing: for days. */
  readonly disabledBy: 'hand' | 'gone' | 'failing' | null;
  /** Unix time, ms; null where it did not happen. */
  readonly disabledAtMs: number | null;
  readonly failingSinceMs: number | null;
  readonly deliveredAtMs: number | null;
  readonly createdAtMs: number | null;
};

export type RostrumWebhookChanges = {
  readonly name?: string;
  readonly url?: string;
  /** Empty for all. */
  readonly eventTypes?: readonly string[];
  readonly isEnabled?: boolean;
};

export type RostrumWebhookSecret = {
  readonly id: string;
  /** `whsec_` and base64. */
  readonly text: string;
  readonly createdAtMs: number | null;
  /** It signs until then; null for the one in use. */
  readonly expiresAtMs: number | null;
};

export type RostrumWebhookEventType = {
  readonly name: string;
  readonly about: string;
  /** The body of a request: JSON. */
  readonly example: string;
};

export type RostrumWebhookDelivery = {
  readonly id: string;
  readonly webhookId: string;
  /** The header `webhook-id`. */
  readonly eventId: string;
  readonly eventType: string;
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly attemptCount: number;
  readonly createdAtMs: number | null;
  readonly nextAttemptAtMs: number | null;
  /** Of the newest answer; null where none came. */
  readonly lastStatusCode: number | null;
  /** Empty where the newest attempt has arrived. */
  readonly lastError: string;
};

export type RostrumWebhookDeliveryDetails = RostrumWebhookDelivery & {
  readonly url: string;
  readonly requestBody: string;
  readonly attempts: readonly RostrumWebhookAttempt[];
};

export type RostrumWebhookAttempt = {
  readonly number: number;
  readonly sentAtMs: number | null;
  readonly durationMs: number;
  readonly statusCode: number | null;
  readonly error: string;
  /** The beginning of what was answered. */
  readonly response: string;
};

export type RostrumWebhookDeliveryQuery = {
  readonly webhookId?: string;
  readonly eventType?: string;
  readonly status?: RostrumWebhookDelivery['status'];
  /** The first one is 1. */
  readonly page: number;
  /** At most 500. */
  readonly pageSize: number;
};

const SERVICE = 'rostrum_webhook';

export async function listRostrumWebhooks(
  client: Client,
  options: CallOptions = {},
): Promise<readonly RostrumWebhook[]> {
  const pager = { objectType: 'KalturaFilterPager', pageSize: 500 };
  return listIn(await client.request(SERVICE, 'list', { pager }, options)).objects.map(webhookIn);
}

export async function getRostrumWebhook(
  client: Client,
  id: string,
  options: CallOptions = {},
): Promise<RostrumWebhook> {
  return webhookIn(fieldsIn(await client.request(SERVICE, 'get', { id }, options)));
}

/** @returns with the secret that signs its requests */
export async function addRostrumWebhook(
  client: Client,
  webhook: RostrumWebhookChanges & { readonly url: string },
): Promise<{ readonly webhook: RostrumWebhook; readonly secret: string }> {
  const answer = await client.request(SERVICE, 'add', { webhook: sentOf(webhook) });
  const fields = fieldsIn(answer);
  return { webhook: webhookIn(fields), secret: textIn(fields.secret) };
}

export async function changeRostrumWebhook(
  client: Client,
  id: string,
  changes: RostrumWebhookChanges,
): Promise<RostrumWebhook> {
  const answer = await client.request(SERVICE, 'update', { id, webhook: sentOf(changes) });
  return webhookIn(fieldsIn(answer));
}

/** Its log goes with it. */
export async function deleteRostrumWebhook(client: Client, id: string): Promise<void> {
  await client.request(SERVICE, 'delete', { id });
}

/** Those that sign its requests, the one in use first. */
export async function listRostrumWebhookSecrets(
  client: Client,
  id: string,
): Promise<readonly RostrumWebhookSecret[]> {
  const { objects } = listIn(await client.request(SERVICE, 'listSecrets', { id }));
  return objects.map((fields) => ({
    id: textIn(fields.id),
    text: textIn(fields.secret),
    createdAtMs: momentIn(fields.createdAt),
    expiresAtMs: momentIn(fields.expiresAt),
  }));
}

/** @param overlapSeconds how long the old secret signs too @returns the new one */
export async function rotateRostrumWebhookSecret(
  client: Client,
  id: string,
  overlapSeconds: number,
): Promise<string> {
  const answer = await client.request(SERVICE, 'rotateSecret', { id, overlapSeconds });
  return textIn(fieldsIn(answer).secret);
}

/** Sends an event `webhook.test` once. @returns what came of it */
export async function testRostrumWebhook(
  client: Client,
  id: string,
  options: CallOptions = {},
): Promise<RostrumWebhookDeliveryDetails> {
  return detailsIn(fieldsIn(await client.request(SERVICE, 'test', { id }, options)));
}

export async function listRostrumWebhookEventTypes(
  client: Client,
  options: CallOptions = {},
): Promise<readonly RostrumWebhookEventType[]> {
  const { objects } = listIn(await client.request(SERVICE, 'listEventTypes', {}, options));
  return objects.map(({ name, description, example }) => ({
    name: textIn(name),
    about: textIn(description),
    example: textIn(example),
  }));
}

/** Newest first. */
export async function listRostrumWebhookDeliveries(
  client: Client,
  { webhookId, eventType, status, page, pageSize }: RostrumWebhookDeliveryQuery,
  options: CallOptions = {},
): Promise<{
  readonly totalCount: number;
  readonly deliveries: readonly RostrumWebhookDelivery[];
}> {
  const filter = {
    objectType: 'RostrumWebhookDeliveryFilter',
    ...(webhookId === undefined ? {} : { webhookIdEqual: webhookId }),
    ...(eventType === undefined ? {} : { eventTypeEqual: eventType }),
    ...(status === undefined ? {} : { statusEqual: status }),
  };
  const pager = { objectType: 'KalturaFilterPager', pageSize, pageIndex: page };
  const answer = await client.request(SERVICE, 'listDeliveries', { filter, pager }, options);
  const { totalCount, objects } = listIn(answer);
  return { totalCount, deliveries: objects.map(deliveryIn) };
}

export async function getRostrumWebhookDelivery(
  client: Client,
  id: string,
  options: CallOptions = {},
): Promise<RostrumWebhookDeliveryDetails> {
  return detailsIn(fieldsIn(await client.request(SERVICE, 'getDelivery', { id }, options)));
}

/** Sends it again at once, with the same `webhook-id`. */
export async function replayRostrumWebhookDelivery(
  client: Client,
  id: string,
): Promise<RostrumWebhookDeliveryDetails> {
  return detailsIn(fieldsIn(await client.request(SERVICE, 'replay', { id })));
}

/** Sends again what could not be delivered since a moment. @returns how many */
export async function replayFailedRostrumWebhookDeliveries(
  client: Client,
  id: string,
  sinceMs: number,
): Promise<number> {
  const since = Math.floor(sinceMs / 1000);
  return Number(await client.request(SERVICE, 'replayFailed', { id, since }));
}

function sentOf({ eventTypes, ...changes }: RostrumWebhookChanges): object {
  return {
    objectType: 'RostrumWebhook',
    ...changes,
    ...(eventTypes === undefined ? {} : { eventTypes: eventTypes.join(',') }),
  };
}

function webhookIn(fields: Fields): RostrumWebhook {
  return {
    id: textIn(fields.id),
    name: textIn(fields.name),
    url: textIn(fields.url),
    eventTypes: textIn(fields.eventTypes)
      .split(',')
      .filter((name) => name !== ''),
    disabledBy: (textIn(fields.disabledBy) || null) as RostrumWebhook['disabledBy'],
    disabledAtMs: momentIn(fields.disabledAt),
    failingSinceMs: momentIn(fields.failingSince),
    deliveredAtMs: momentIn(fields.deliveredAt),
    createdAtMs: momentIn(fields.createdAt),
  };
}

function deliveryIn(fields: Fields): RostrumWebhookDelivery {
  return {
    id: textIn(fields.id),
    webhookId: textIn(fields.webhookId),
    eventId: textIn(fields.eventId),
    eventType: textIn(fields.eventType),
    status: textIn(fields.status) as RostrumWebhookDelivery['status'],
    attemptCount: Number(fields.attemptCount ?? 0),
    createdAtMs: momentIn(fields.createdAt),
    nextAttemptAtMs: momentIn(fields.nextAttemptAt),
    lastStatusCode: statusIn(fields.lastStatusCode),
    lastError: textIn(fields.lastError),
  };
}

function detailsIn(fields: Fields): RostrumWebhookDeliveryDetails {
  const attempts = Array.isArray(fields.attempts) ? fields.attempts.map(fieldsIn) : [];
  return {
    ...deliveryIn(fields),
    url: textIn(fields.url),
    requestBody: textIn(fields.requestBody),
    attempts: attempts.map((attempt) => ({
      number: Number(attempt.number ?? 0),
      sentAtMs: momentIn(attempt.sentAt),
      durationMs: Number(attempt.durationMs ?? 0),
      statusCode: statusIn(attempt.statusCode),
      error: textIn(attempt.error),
      response: textIn(attempt.response),
    })),
  };
}

function statusIn(value: unknown): number | null {
  return value === undefined || value === null ? null : Number(value);
}
