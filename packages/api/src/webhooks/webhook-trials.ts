import { randomBytes } from 'node:crypto';
import { ApiError } from '../errors/api-error.ts';
import type { DeliveriesStore } from '../store/webhook/deliveries-store.ts';
import type { Webhook } from '../store/webhook/webhooks-store.ts';
import { type AttemptOptions, attemptDelivery } from './attempt-delivery.ts';

export type WebhookTrialsOptions = AttemptOptions & { readonly deliveries: DeliveriesStore };

/** Shorter than clients wait for an answer. */
const LIMIT_MS = 10_000;

/** Tries webhooks for somebody who waits for the answer: once, without consequences for the webhook. */
export class WebhookTrials {
  readonly #options: WebhookTrialsOptions;
  readonly #closing = new AbortController();
  readonly #tried = new Set<string>();

  constructor(options: WebhookTrialsOptions) {
    this.#options = options;
  }

  /**
   * @returns the id of the delivery, which is over
   * @throws ApiError WEBHOOK_IS_BEING_TRIED
   */
  async run({ id: webhookId, partnerId, url }: Webhook, body: string): Promise<string> {
    if (this.#tried.has(webhookId)) throw new ApiError('WEBHOOK_IS_BEING_TRIED', webhookId);
    this.#tried.add(webhookId);
    try {
      const eventId = `msg_${randomBytes(18).toString('base64url')}`;
      const parcel = { webhookId, partnerId, url, eventId, body };
      const { signal } = this.#closing;
      const { attempt } = await attemptDelivery(this.#options, parcel, signal, LIMIT_MS);
      return await this.#options.deliveries.insertTried(
        { ...parcel, type: 'webhook.test' },
        attempt,
      );
    } finally {
      this.#tried.delete(webhookId);
    }
  }

  close(): void {
    this.#closing.abort();
  }
}
