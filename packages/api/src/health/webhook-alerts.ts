import type { Webhook } from '../store/webhook/webhooks-store.ts';
import type { ServerAlert } from './alert.ts';
import { timeText } from './size-text.ts';

/** A webhook that does not arrive any more. */
export function webhookAlerts(webhook: Webhook, nowMs: number): readonly ServerAlert[] {
  const { id: webhookId, partnerId: concerns, name, disabledBy, failingSinceMs } = webhook;
  if (disabledBy === 'hand') return [];
  if (disabledBy !== null) {
    const reason =
      disabledBy === 'gone' ? 'its receiver answered 410 (gone)' : 'it had failed for days';
    return [
      {
        code: 'WEBHOOK_DISABLED',
        severity: 'warning',
        message: `The webhook “${name}” was disabled: ${reason}. It is told nothing until it is enabled again.`,
        advice:
          'Repair the receiver, try it, enable the webhook under Settings, and replay what it has missed. Or delete it.',
        webhookId,
        concerns,
      },
    ];
  }
  if (failingSinceMs === null) return [];
  return [
    {
      code: 'WEBHOOK_FAILING',
      severity: 'warning',
      message: `The webhook “${name}” has failed for ${timeText((nowMs - failingSinceMs) / 1000)}.`,
      advice:
        'Its log under Settings says what the receiver answers. What is not delivered is tried again for about a day.',
      webhookId,
      concerns,
    },
  ];
}
