import type { RostrumWebhook, RostrumWebhookDelivery } from '@rostrum/sdk';
import { describe, expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { languages: ['en-GB'] });
const { deliveryState, prettyJson, subscriptionText, webhookAdvice, webhookState } = await import(
  './webhook-words.ts'
);

const WEBHOOK: RostrumWebhook = {
  ...{ id: 'wh_1', name: 'Intranet', url: 'https://example.com/', eventTypes: [] },
  ...{ disabledBy: null, disabledAtMs: null, failingSinceMs: null },
  ...{ deliveredAtMs: null, createdAtMs: 1 },
};

describe('words about webhooks', () => {
  test('say how it is, and what to do where something is wrong', () => {
    const words = (webhook: Partial<RostrumWebhook>) =>
      webhookState({ ...WEBHOOK, ...webhook }).word;
    expect(words({})).toBe('Nothing sent yet');
    expect(words({ deliveredAtMs: 1 })).toBe('Working');
    expect(words({ deliveredAtMs: 1, failingSinceMs: 2 })).toBe('Failing');
    expect(words({ disabledBy: 'hand' })).toBe('Disabled');
    expect(words({ disabledBy: 'gone' })).toBe('Disabled by failures');
    expect(webhookAdvice(WEBHOOK)).toBeNull();
    expect(webhookAdvice({ ...WEBHOOK, disabledBy: 'gone' })).toContain('410');
    expect(webhookAdvice({ ...WEBHOOK, failingSinceMs: 2 })).toContain('tried again');
  });

  test('say what it is told of', () => {
    expect(subscriptionText(WEBHOOK)).toBe('Everything');
    expect(subscriptionText({ eventTypes: ['webcast.started', 'webcast.ended'] })).toBe(
      'webcast.started, webcast.ended',
    );
  });

  test('say what became of a delivery', () => {
    const word = (status: RostrumWebhookDelivery['status'], attemptCount: number) =>
      deliveryState({ status, attemptCount } as RostrumWebhookDelivery).word;
    expect([word('waiting', 0), word('waiting', 2)]).toEqual(['Waiting', 'Trying again']);
    expect([word('delivered', 1), word('failed', 8)]).toEqual(['Delivered', 'Failed']);
  });

  test('leave what is no JSON as it is', () => {
    expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyJson('<html>')).toBe('<html>');
  });
});
