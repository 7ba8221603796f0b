import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postWebhook, type WebhookRequest } from './post-webhook.ts';
import { ReceiverForTests } from './receiver-for-tests.ts';

describe('a request to a receiver', () => {
  let receiver: ReceiverForTests;

  beforeEach(async () => {
    receiver = await ReceiverForTests.start();
  });
  afterEach(() => receiver.close());

  const post = (request: Partial<WebhookRequest> = {}) =>
    postWebhook({
      url: receiver.url,
      headers: { 'webhook-id': 'msg_1' },
      body: '{"text":"größer"}',
      mayConnect: () => true,
      timeoutMs: 5000,
      signal: new AbortController().signal,
      ...request,
    });

  test('is the body as it is signed, byte for byte', async () => {
    receiver.answerWith(201, 'made');
    expect(await post()).toMatchObject({ kind: 'answered', status: 201, response: 'made' });
    expect(receiver.received).toMatchObject([
      { body: '{"text":"größer"}', headers: { 'webhook-id': 'msg_1', 'content-length': '19' } },
    ]);
  });

  test('ends at its limit where nobody answers', async () => {
    receiver.answer = () => undefined;
    expect(await post({ timeoutMs: 100 })).toEqual({
      kind: 'failed',
      reason: 'No answer within 0.1 s',
    });
  });

  test('has arrived where the status says so, however slowly the rest comes', async () => {
    receiver.answer = (response) => response.writeHead(200).write('I am not done yet');
    expect(await post({ timeoutMs: 100 })).toMatchObject({
      kind: 'answered',
      status: 200,
      response: 'I am not done yet',
    });
  });

  test('goes to no address that is not allowed, whatever names mean when it is connected', async () => {
    const asked: string[] = [];
    const mayConnect = (protocol: string, address: string) => {
      asked.push(`${protocol}//${address}`);
      return false;
    };
    expect(await post({ mayConnect })).toEqual({
      kind: 'failed',
      reason: 'localhost may not be asked',
    });
    expect(asked).toContain('http://127.0.0.1');
    const byNumber = await post({ mayConnect, url: `http://127.0.0.1:${receiver.port}/` });
    expect(byNumber).toEqual({ kind: 'failed', reason: '127.0.0.1 may not be asked' });
    expect(receiver.received).toEqual([]);
  });

  test('rejects where it is broken off', async () => {
    const closing = new AbortController();
    receiver.answer = () => closing.abort(new Error('closing'));
    await expect(post({ signal: closing.signal })).rejects.toThrow('closing');
  });

  test('goes over TLS only where the certificate holds', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-webhook-tls-'));
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const request =
      'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost';
    execFileSync('openssl', [...request.split(' '), '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    const pem = readFileSync(cert, 'utf8');
    const secured = await ReceiverForTests.start({ key: readFileSync(key), cert: pem });
    const known = tls.getCACertificates('default');
    try {
      expect(await post({ url: secured.url })).toMatchObject({
        kind: 'failed',
        reason: expect.stringContaining('signed by nobody that is known'),
      });
      expect(secured.received).toEqual([]);
      tls.setDefaultCACertificates([...known, pem]);
      expect(await post({ url: secured.url })).toMatchObject({ kind: 'answered', status: 200 });
      const byNumber = secured.url.replace('localhost', '127.0.0.1');
      expect(await post({ url: byNumber })).toMatchObject({
        reason: 'The receiver’s certificate is of another name (ERR_TLS_CERT_ALTNAME_INVALID)',
      });
    } finally {
      tls.setDefaultCACertificates(known);
      await secured.close();
      rmSync(folder, { recursive: true });
    }
  });
});
