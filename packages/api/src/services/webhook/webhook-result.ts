import type { Delivery, DeliveryDetails } from '../../store/webhook/delivery-log.ts';
import type { Webhook, WebhookSecret } from '../../store/webhook/webhooks-store.ts';

/** @param secret where it is told */
export function toWebhook(webhook: Webhook, secret?: string): object {
  return {
    objectType: 'RostrumWebhook',
    id: webhook.id,
    partnerId: webhook.partnerId,
    name: webhook.name,
    url: webhook.url,
    eventTypes: webhook.eventTypes?.join(',') ?? '',
    isEnabled: webhook.disabledBy === null,
    secret,
    disabledBy: webhook.disabledBy ?? undefined,
    disabledAt: toSeconds(webhook.disabledAtMs),
    failingSince: toSeconds(webhook.failingSinceMs),
    deliveredAt: toSeconds(webhook.deliveredAtMs),
    createdAt: toSeconds(webhook.createdAtMs),
    updatedAt: toSeconds(webhook.updatedAtMs),
  };
}

export function toWebhookSecret({ id, text, createdAtMs, expiresAtMs }: WebhookSecret): object {
  return {
    objectType: 'RostrumWebhookSecret',
    id,
    secret: text,
    createdAt: toSeconds(createdAtMs),
    expiresAt: toSeconds(expiresAtMs),
  };
}

export function toDelivery(delivery: Delivery): object {
  return {
    objectType: 'RostrumWebhookDelivery',
    id: delivery.id,
    webhookId: delivery.webhookId,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    status: delivery.status,
    attemptCount: delivery.attempts,
    createdAt: toSeconds(delivery.createdAtMs),
    nextAttemptAt: toSeconds(delivery.dueAtMs),
    finishedAt: toSeconds(delivery.finishedAtMs),
    lastStatusCode: delivery.lastStatus ?? undefined,
    lastError: delivery.lastError ?? undefined,
  };
}

export function toDeliveryDetails(delivery: DeliveryDetails): object {
  return {
    ...toDelivery(delivery),
    url: delivery.url,
    requestBody: delivery.body,
    attempts: delivery.history.map((attempt) => ({
      objectType: 'RostrumWebhookAttempt',
      number: attempt.number,
      sentAt: toSeconds(attempt.sentAtMs),
      durationMs: attempt.durationMs,
      statusCode: attempt.status ?? undefined,
      error: attempt.error ?? undefined,
      response: attempt.response,
    })),
  };
}

function toSeconds(ms: number | null): number | undefined {
  return ms === null ? undefined : Math.floor(ms / 1000);
}
