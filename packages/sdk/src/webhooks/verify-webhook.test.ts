import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { RostrumError } from '../rostrum-error.ts';
import { verifyWebhook } from './verify-webhook.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const AT_MS = Date.UTC(2026, 11, 1, 10);
const BODY = JSON.stringify({
  type: 'webcast.started',
  timestamp: '2026-12-01T10:00:00.000Z',
  data: { webcastId: '0_ab12cd34', name: 'Größe' },
});

/** Signed by the standard's own library. */
function signed(body = BODY, secrets = [SECRET]): Record<string, string> {
  const signatures = secrets.map((each) => new Webhook(each).sign('msg_1', new Date(AT_MS), body));
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(AT_MS / 1000),
    'webhook-signature': signatures.join(' '),
  };
}

const now = { nowMs: AT_MS + 1000 };
const codeOf = (result: Promise<unknown>) =>
  result.then(
    () => 'believed',
    (error) => (error instanceof RostrumError ? error.code : String(error)),
  );

describe('a webhook', () => {
  test('is believed however its headers and its body are held', async () => {
    const headers = signed();
    const request = new Request('http://localhost/', { method: 'POST', headers, body: BODY });
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]),
    );
    for (const source of [headers, new Headers(headers), request, { headers }, upper]) {
      expect(await verifyWebhook(source, BODY, SECRET, now)).toEqual(JSON.parse(BODY));
      expect((await verifyWebhook(source, Buffer.from(BODY), SECRET, now)).type).toBe(
        'webcast.started',
      );
    }
  });

  test('is believed while its secret is being replaced, on either side', async () => {
    const both = signed(BODY, [OTHER, SECRET]);
    expect(await codeOf(verifyWebhook(both, BODY, SECRET, now))).toBe('believed');
    expect(await codeOf(verifyWebhook(signed(), BODY, [OTHER, SECRET], now))).toBe('believed');
    const mixed = signed();
    mixed['webhook-signature'] = `v1a,AAAA v2,x ${mixed['webhook-signature']} nonsense`;
    expect(await codeOf(verifyWebhook(mixed, BODY, SECRET, now))).toBe('believed');
  });

  test('is not where anything of it was changed', async () => {
    const forged: readonly [Record<string, string>, string, string][] = [
      [signed(), BODY.replace('0_ab12cd34', '0_zz99zz99'), SECRET],
      [signed(), BODY, OTHER],
      [{ ...signed(), 'webhook-id': 'msg_2' }, BODY, SECRET],
      [{ ...signed(), 'webhook-timestamp': String(AT_MS / 1000 + 1) }, BODY, SECRET],
      [{ ...signed(), 'webhook-signature': 'v1,' }, BODY, SECRET],
      [{ ...signed(), 'webhook-signature': 'v1,not base64!' }, BODY, SECRET],
      [
        { ...signed(), 'webhook-signature': signed()['webhook-signature']?.slice(3) ?? '' },
        BODY,
        SECRET,
      ],
    ];
    for (const [headers, body, secret] of forged)
      expect(await codeOf(verifyWebhook(headers, body, secret, now))).toBe('webhook-forged');
  });

  test('is not where it is old, from the future, or has no time', async () => {
    const at = (nowMs: number) => codeOf(verifyWebhook(signed(), BODY, SECRET, { nowMs }));
    expect(await at(AT_MS + 300_000)).toBe('believed');
    expect(await at(AT_MS - 300_000)).toBe('believed');
    expect(await at(AT_MS + 301_000)).toBe('webhook-too-old');
    expect(await at(AT_MS - 301_000)).toBe('webhook-too-old');
    const timeless = { ...signed(), 'webhook-timestamp': 'soon' };
    expect(await codeOf(verifyWebhook(timeless, BODY, SECRET, now))).toBe('webhook-too-old');
    const wide = { nowMs: AT_MS + 3_600_000, toleranceMs: 3_600_000 };
    expect(await codeOf(verifyWebhook(signed(), BODY, SECRET, wide))).toBe('believed');
  });

  test('without signature, or with what is no event, says what is missing', async () => {
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
      const { [name]: _left, ...headers } = signed();
      const failure = await verifyWebhook(headers, BODY, SECRET, now).catch((error) => error);
      expect(failure).toMatchObject({ code: 'webhook-unsigned', args: { HEADER: name } });
      expect(failure.message).toContain(name);
    }
    expect(await codeOf(verifyWebhook(signed('hello'), 'hello', SECRET, now))).toBe('bad-answer');
    expect(await codeOf(verifyWebhook(signed('[]'), '[]', SECRET, now))).toBe('bad-answer');
    await expect(verifyWebhook(signed(), BODY, 'whsec_no base64 at all', now)).rejects.toThrow(
      TypeError,
    );
    await expect(verifyWebhook(signed(), BODY, '', now)).rejects.toThrow(/must be whsec_/);
  });
});
