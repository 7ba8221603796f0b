import { randomBytes } from 'node:crypto';
import { currentTrail } from '../../audit/trail.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import {
  type WebhookDeliveryFilterValue,
  Webhook as WebhookType,
  type WebhookValue,
} from '../../schema/webhook.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { DeliveriesStore } from '../../store/webhook/deliveries-store.ts';
import type { DeliveryDetails, DeliveryLog } from '../../store/webhook/delivery-log.ts';
import type { Webhook, WebhookSecret, WebhooksStore } from '../../store/webhook/webhooks-store.ts';
import {
  bodyOf,
  EVENT_TYPES,
  isSubscribedType,
  SUBSCRIBED_TYPES,
} from '../../webhooks/event-types.ts';
import type { Receivers } from '../../webhooks/receivers.ts';
import { newSigningSecret } from '../../webhooks/sign.ts';
import type { WebhookTrials } from '../../webhooks/webhook-trials.ts';
import { pageOf } from '../page.ts';
import { StoredChanges } from '../stored-changes.ts';
import { toDelivery, toDeliveryDetails, toWebhook, toWebhookSecret } from './webhook-result.ts';

export type WebhookServices = {
  readonly webhooks: WebhooksStore;
  readonly deliveries: DeliveriesStore;
  readonly log: DeliveryLog;
  readonly receivers: Receivers;
  readonly trials: WebhookTrials;
  /** Something is to be sent. */
  readonly wake: () => void;
  readonly clock: Clock;
};

type Id = { readonly id: string };

/** Each costs a look whenever something is to be sent. */
const MAX_WEBHOOKS = 20;
const MAX_OVERLAP_SECONDS = 30 * 86_400;
/** Secrets that sign besides a new one: each makes every request longer. */
const MAX_OLD_SECRETS = 3;

/** Webhooks of an account: who is told of what, and what became of it. */
export class WebhookService {
  readonly #services: WebhookServices;
  readonly #changes = new StoredChanges();

  constructor(services: WebhookServices) {
    this.#services = services;
  }

  async add(call: Call, { webhook: sent }: { readonly webhook: WebhookValue }) {
    const { partnerId } = sessionOf(call);
    const { webhooks, clock } = this.#services;
    checkProperties(WebhookType, sent, { purpose: 'add', isAdmin: true });
    if (!sent.url) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'RostrumWebhook::url');
    const nowMs = clock.nowMs();
    const blank: Webhook = {
      id: `wh_${randomBytes(12).toString('hex')}`,
      partnerId,
      name: '',
      url: '',
      eventTypes: null,
      disabledBy: null,
      disabledAtMs: null,
      failingSinceMs: null,
      failures: 0,
      deliveredAtMs: null,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      revision: 0,
    };
    const webhook = this.#changed(blank, sent);
    if ((await webhooks.list(partnerId)).length >= MAX_WEBHOOKS)
      throw new ApiError('WEBHOOK_LIMIT_REACHED', MAX_WEBHOOKS);
    const secret = newSecret(nowMs);
    note(webhook);
    await webhooks.insert(webhook, secret);
    return toWebhook(webhook, secret.text);
  }

  async get(call: Call, { id }: Id) {
    return toWebhook(await this.#find(call, id));
  }

  async list(call: Call, { pager }: { readonly pager: PagerValue | null }) {
    const all = await this.#services.webhooks.list(sessionOf(call).partnerId);
    const { limit, offset } = pageOf(pager);
    return {
      objectType: 'RostrumWebhookListResponse',
      totalCount: all.length,
      objects: all.slice(offset, offset + limit).map((webhook) => toWebhook(webhook)),
    };
  }

  async update(call: Call, { id, webhook: sent }: Id & { readonly webhook: WebhookValue }) {
    const { webhooks, deliveries, clock } = this.#services;
    checkProperties(WebhookType, sent, { purpose: 'update', isAdmin: true });
    const webhook = await this.#changes.make(
      id,
      () => this.#find(call, id),
      (before) => {
        note(before);
        return this.#changed(before, sent);
      },
      (after) =>
        webhooks.replace(
          after,
          after.disabledBy === null ? [] : [deliveries.givingUp(id, clock.nowMs())],
        ),
    );
    return toWebhook(webhook);
  }

  async delete(call: Call, { id }: Id): Promise<null> {
    note(await this.#find(call, id));
    const isRemoved = await this.#services.webhooks.remove(sessionOf(call).partnerId, id);
    if (!isRemoved) throw new ApiError('WEBHOOK_NOT_FOUND', id);
    return null;
  }

  async listSecrets(call: Call, { id }: Id) {
    const { webhooks, clock } = this.#services;
    note(await this.#find(call, id));
    const secrets = await webhooks.secretsOf(id, clock.nowMs());
    return {
      objectType: 'RostrumWebhookSecretListResponse',
      totalCount: secrets.length,
      objects: secrets.map(toWebhookSecret),
    };
  }

  async rotateSecret(call: Call, { id, overlapSeconds }: Id & { readonly overlapSeconds: number }) {
    const { webhooks, clock } = this.#services;
    if (overlapSeconds < 0)
      throw new ApiError('PROPERTY_VALIDATION_MIN_VALUE', 'overlapSeconds', 0);
    if (overlapSeconds > MAX_OVERLAP_SECONDS)
      throw new ApiError('PROPERTY_VALIDATION_MAX_VALUE', 'overlapSeconds', MAX_OVERLAP_SECONDS);
    const webhook = await this.#find(call, id);
    note(webhook);
    const secret = newSecret(clock.nowMs());
    const oldUntilMs = secret.createdAtMs + overlapSeconds * 1000;
    await webhooks.rotate(id, secret, oldUntilMs, MAX_OLD_SECRETS);
    return toWebhook(webhook, secret.text);
  }

  async test(call: Call, { id }: Id) {
    const webhook = await this.#find(call, id);
    const { partnerId } = webhook;
    note(webhook);
    const body = bodyOf('webhook.test', this.#services.clock.nowMs(), {
      partnerId,
      webhookId: id,
      message: 'This webhook works. Somebody has tried it.',
    });
    const deliveryId = await this.#services.trials.run(webhook, body);
    return toDeliveryDetails(await this.#findDelivery(call, deliveryId));
  }

  listEventTypes() {
    const objects = SUBSCRIBED_TYPES.map((name) => {
      const { about, example } = EVENT_TYPES[name];
      return {
        objectType: 'RostrumWebhookEventType',
        name,
        description: about,
        example: bodyOf(name, EXAMPLE_MS, example),
      };
    });
    return {
      objectType: 'RostrumWebhookEventTypeListResponse',
      totalCount: objects.length,
      objects,
    };
  }

  async listDeliveries(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: WebhookDeliveryFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { partnerId } = sessionOf(call);
    const question = { partnerId, filter: filter ?? {}, ...pageOf(pager) };
    const { totalCount, deliveries } = await this.#services.log.list(question);
    return {
      objectType: 'RostrumWebhookDeliveryListResponse',
      totalCount,
      objects: deliveries.map(toDelivery),
    };
  }

  async getDelivery(call: Call, { id }: Id) {
    return toDeliveryDetails(await this.#findDelivery(call, id));
  }

  async replay(call: Call, { id }: Id) {
    const { partnerId } = sessionOf(call);
    const { deliveries, wake, clock } = this.#services;
    const { webhookId } = await this.#findDelivery(call, id);
    await this.#findEnabled(call, webhookId);
    const isReplayed = await deliveries.replay(partnerId, id, clock.nowMs());
    if (!isReplayed) throw new ApiError('WEBHOOK_DELIVERY_UNDER_WAY', id);
    wake();
    return toDeliveryDetails(await this.#findDelivery(call, id));
  }

  async replayFailed(call: Call, { id, since }: Id & { readonly since: number }): Promise<number> {
    const { deliveries, wake, clock } = this.#services;
    await this.#findEnabled(call, id);
    const count = await deliveries.replayFailed(id, since * 1000, clock.nowMs());
    wake();
    return count;
  }

  /** The webhook with what was sent. @throws ApiError for what cannot be */
  #changed(before: Webhook, sent: WebhookValue): Webhook {
    const { receivers, clock } = this.#services;
    const nowMs = clock.nowMs();
    const url = sent.url ?? before.url;
    // An address that it has already stays, also where the settings have changed since.
    const problem = url === before.url ? null : receivers.problemOf(before.partnerId, url);
    if (problem !== null) throw new ApiError('WEBHOOK_URL_NOT_ALLOWED', url, problem);
    const wasEnabled = before.disabledBy === null;
    const isEnabled = sent.isEnabled ?? wasEnabled;
    return {
      ...before,
      url,
      name: (sent.name === undefined ? before.name : (sent.name ?? '').trim()) || hostIn(url),
      eventTypes:
        sent.eventTypes === undefined ? before.eventTypes : eventTypesIn(sent.eventTypes ?? ''),
      ...(isEnabled === wasEnabled
        ? {}
        : {
            disabledBy: isEnabled ? null : 'hand',
            disabledAtMs: isEnabled ? null : nowMs,
            failingSinceMs: null,
            failures: 0,
          }),
      updatedAtMs: nowMs,
      revision: before.revision + 1,
    };
  }

  async #find(call: Call, id: string): Promise<Webhook> {
    const webhook = await this.#services.webhooks.find(sessionOf(call).partnerId, id);
    if (webhook === null) throw new ApiError('WEBHOOK_NOT_FOUND', id);
    return webhook;
  }

  async #findEnabled(call: Call, id: string): Promise<void> {
    const webhook = await this.#find(call, id);
    const { disabledBy } = webhook;
    note(webhook);
    if (disabledBy !== null) throw new ApiError('WEBHOOK_IS_DISABLED', id);
  }

  async #findDelivery(call: Call, id: string): Promise<DeliveryDetails> {
    const delivery = await this.#services.log.find(sessionOf(call).partnerId, id);
    if (delivery === null) throw new ApiError('WEBHOOK_DELIVERY_NOT_FOUND', id);
    return delivery;
  }
}

/** The log of who did what names the account, and which of its webhooks. */
function note({ partnerId, name }: Webhook): void {
  currentTrail()?.note({ type: 'Partner', id: String(partnerId), name });
}

/** 1 December 2026, 10:00 UTC. */
const EXAMPLE_MS = Date.UTC(2026, 11, 1, 10);

function newSecret(nowMs: number): WebhookSecret {
  return {
    id: randomBytes(8).toString('hex'),
    text: newSigningSecret(),
    createdAtMs: nowMs,
    expiresAtMs: null,
  };
}

/** Null for all. */
function eventTypesIn(csv: string): readonly string[] | null {
  const names = [...new Set(csv.split(',').map((name) => name.trim()))].filter(Boolean);
  const unknown = names.find((name) => !isSubscribedType(name));
  if (unknown !== undefined)
    throw new ApiError('WEBHOOK_EVENT_TYPE_UNKNOWN', unknown, SUBSCRIBED_TYPES.join(', '));
  return names.length === 0 ? null : names;
}

function hostIn(url: string): string {
  return new URL(url).host.slice(0, 100);
}
