/** Who is told of what happens, what has happened, and what became of telling it. */
export type WebhookTables = {
  webhook: WebhookTable;
  webhook_secret: WebhookSecretTable;
  webhook_event: WebhookEventTable;
  webhook_delivery: WebhookDeliveryTable;
  webhook_attempt: WebhookAttemptTable;
  webhook_alert: WebhookAlertTable;
};

export type WebhookTable = {
  id: string;
  partner_id: number;
  name: string;
  url: string;
  /** `,webcast.started,webcast.ended,` with commas around each; `*` for all, also those that come later. */
  event_types: string;
  status: 'enabled' | 'disabled';
  /** Null while it is enabled. hand: by somebody; gone: the receiver answered 410; failing: for days. */
  disabled_by: 'hand' | 'gone' | 'failing' | null;
  disabled_at_ms: number | null;
  /** The first of the attempts that have failed since the last one that did not. */
  failing_since_ms: number | null;
  failures: number;
  delivered_at_ms: number | null;
  created_at_ms: number;
  updated_at_ms: number;
  /** Of what somebody has set. */
  revision: number;
};

export type WebhookSecretTable = {
  id: string;
  webhook_id: string;
  /** `whsec_` and base64. */
  secret: string;
  created_at_ms: number;
  /** Signs until then; null for the one that is in use. */
  expires_at_ms: number | null;
};

/** What has happened, as far as somebody was to be told: written in the same job as what happened. */
export type WebhookEventTable = {
  /** The header `webhook-id`. */
  id: string;
  partner_id: number;
  type: string;
  /** As it is signed and sent. */
  body: string;
  created_at_ms: number;
};

/** One event on its way to one webhook: a job with a lease. */
export type WebhookDeliveryTable = {
  id: string;
  event_id: string;
  webhook_id: string;
  partner_id: number;
  event_type: string;
  status: 'waiting' | 'delivered' | 'failed';
  /** Attempts that are over, of all rounds. */
  attempts: number;
  /** Those of this round: a replay begins another one. */
  tries: number;
  due_at_ms: number;
  /** A process is sending it until then; 0 while none is. */
  leased_until_ms: number;
  created_at_ms: number;
  /** Null while it waits. */
  finished_at_ms: number | null;
  last_status: number | null;
  last_error: string | null;
};

export type WebhookAttemptTable = {
  delivery_id: string;
  number: number;
  sent_at_ms: number;
  duration_ms: number;
  /** Null where no answer came. */
  status: number | null;
  /** Null where it was delivered. */
  error: string | null;
  /** The beginning of what was answered. */
  response: string;
};

/** Alerts that were told: a restart does not tell them again. */
export type WebhookAlertTable = {
  key: string;
  since_ms: number;
  seen_at_ms: number;
  /** The data of its event, by account: JSON. */
  told: string;
};
