import type { Clock } from '../ports.ts';
import type { Attempt } from '../store/webhook/deliveries-store.ts';
import type { WebhooksStore } from '../store/webhook/webhooks-store.ts';
import { postWebhook } from './post-webhook.ts';
import type { Receivers } from './receivers.ts';
import { askedDelayMs } from './retry-schedule.ts';
import { signatureOf } from './sign.ts';

export type AttemptOptions = {
  readonly webhooks: WebhooksStore;
  readonly receivers: Receivers;
  /** Of the server, for the header `user-agent`. */
  readonly version: string;
  readonly clock: Clock;
};

/** What is sent, and where to. */
export type Parcel = {
  readonly webhookId: string;
  readonly partnerId: number;
  readonly url: string;
  readonly eventId: string;
  readonly body: string;
};

export type AttemptResult = {
  readonly attempt: Attempt;
  /** What the receiver has asked to wait, ms; null where it has not. */
  readonly askedMs: number | null;
};

/** Long enough for a receiver that writes something down first. */
export const ATTEMPT_LIMIT_MS = 15_000;

/** Signs and sends once. Rejects where the signal is aborted, or the secrets cannot be read. */
export async function attemptDelivery(
  { webhooks, receivers, version, clock }: AttemptOptions,
  { webhookId, partnerId, url, eventId, body }: Parcel,
  signal: AbortSignal,
  limitMs = ATTEMPT_LIMIT_MS,
): Promise<AttemptResult> {
  const sentAtMs = clock.nowMs();
  const secrets = await webhooks.secretsOf(webhookId, sentAtMs);
  const timestampSeconds = Math.floor(sentAtMs / 1000);
  const message = { id: eventId, timestampSeconds, body };
  const startedAtMs = performance.now();
  const answer = await postWebhook({
    url,
    body,
    headers: {
      'user-agent': `Rostrum/${version}`,
      'webhook-id': eventId,
      'webhook-timestamp': String(timestampSeconds),
      'webhook-signature': signatureOf(
        message,
        secrets.map(({ text }) => text),
      ),
    },
    mayConnect: (protocol, address) => receivers.mayConnect(partnerId, protocol, address),
    timeoutMs: limitMs,
    signal,
  });
  const durationMs = Math.round(performance.now() - startedAtMs);
  if (answer.kind === 'failed') {
    const { reason } = answer;
    return {
      attempt: { sentAtMs, durationMs, status: null, error: reason, response: '' },
      askedMs: null,
    };
  }
  const { status, response, retryAfter } = answer;
  return {
    attempt: { sentAtMs, durationMs, status, error: errorOf(status), response },
    askedMs: askedDelayMs(retryAfter),
  };
}

function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `The receiver answered ${status}: redirects are not followed, name the new address instead`;
  if (status === 410) return 'The receiver answered 410: it wants to be told no more';
  return `The receiver answered ${status}`;
}
