import type { RostrumWebhook, RostrumWebhookDelivery } from '@rostrum/sdk';
import type { ChipTone } from '../parts/console-chip.ts';
import { pastText } from '../parts/times.ts';

export type StateWords = { readonly tone: ChipTone; readonly word: string };

/** How a webhook is, in a word. */
export function webhookState(webhook: RostrumWebhook): StateWords {
  const { disabledBy, failingSinceMs, deliveredAtMs } = webhook;
  if (disabledBy === 'hand') return { tone: 'plain', word: 'Disabled' };
  if (disabledBy !== null) return { tone: 'warn', word: 'Disabled by failures' };
  if (failingSinceMs !== null) return { tone: 'warn', word: 'Failing' };
  return deliveredAtMs === null
    ? { tone: 'plain', word: 'Nothing sent yet' }
    : { tone: 'good', word: 'Working' };
}

/** What somebody should do about it; null where nothing. */
export function webhookAdvice({ disabledBy, failingSinceMs }: RostrumWebhook): string | null {
  switch (disabledBy) {
    case 'hand':
      return 'It is disabled: nothing is sent, and nothing of what happens is kept for it.';
    case 'gone':
      return 'It was disabled because its receiver answered 410 (gone). If that was a mistake, enable it, and replay what it has missed.';
    case 'failing':
      return 'It was disabled because it had failed for days. Repair the receiver, send a test, enable it, and replay what it has missed.';
    case null:
      return failingSinceMs === null
        ? null
        : `It has failed since ${pastText(failingSinceMs)}. What is not delivered is tried again for about a day; the log below says what the receiver answers.`;
  }
}

/** What it is told of. */
export function subscriptionText({ eventTypes }: Pick<RostrumWebhook, 'eventTypes'>): string {
  return eventTypes.length === 0 ? 'Everything' : eventTypes.join(', ');
}

export function deliveryState({ status, attemptCount }: RostrumWebhookDelivery): StateWords {
  switch (status) {
    case 'delivered':
      return { tone: 'good', word: 'Delivered' };
    case 'failed':
      return { tone: 'warn', word: 'Failed' };
    case 'waiting':
      return attemptCount === 0
        ? { tone: 'plain', word: 'Waiting' }
        : { tone: 'warn', word: 'Trying again' };
  }
}

/** A body as people read it; as it is where it is no JSON. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
