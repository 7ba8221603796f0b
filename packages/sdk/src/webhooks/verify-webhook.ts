import type { WebhookEvent } from '@rostrum/contracts';
import { RostrumError } from '../rostrum-error.ts';

/** Where the headers of a request are: a `Request`, `Headers`, or an object of names and values as Node has it. */
export type WebhookHeaders =
  | { readonly headers: Headers | PlainHeaders }
  | Pick<Headers, 'get'>
  | PlainHeaders;

type PlainHeaders = { readonly [name: string]: string | readonly string[] | undefined };

export type VerifyWebhookOptions = {
  /** How far the sender's clock may be off, and how old a request may be. Default: 5 minutes. */
  readonly toleranceMs?: number;
  /** Unix time, ms. Default: now. */
  readonly nowMs?: number;
};

const TOLERANCE_MS = 5 * 60_000;
const SECRET_PREFIX = 'whsec_';
/** Signatures by HMAC-SHA256. */
const VERSION = 'v1';

/**
 * Makes sure that a request comes from the server, is new and was not changed on its way (Standard Webhooks), and reads
 * what it tells. Runs in Node, browsers and workers.
 *
 * @param body as it arrived, byte for byte: not parsed and written anew
 * @param secret of the webhook (`whsec_…`); several while one is being replaced
 * @throws RostrumError `webhook-unsigned`, `webhook-forged`, `webhook-too-old`; `bad-answer` where what is signed is no
 *   event; TypeError for a secret that is none
 */
export async function verifyWebhook(
  headers: WebhookHeaders,
  body: string | Uint8Array,
  secret: string | readonly string[],
  options: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  const keys = await Promise.all(secrets.map(keyOf));
  const id = headerIn(headers, 'webhook-id');
  const timestamp = headerIn(headers, 'webhook-timestamp');
  refuseOld(timestamp, options);
  const content = contentOf(`${id}.${timestamp}.`, body);
  const signatures = headerIn(headers, 'webhook-signature')
    .split(' ')
    .map((text) => text.split(','))
    .flatMap(([version, encoded = '']) => (version === VERSION ? [bytesOf(encoded)] : []))
    .filter((signature) => signature !== null);
  for (const key of keys) {
    for (const signature of signatures) {
      // Compares in constant time.
      if (await crypto.subtle.verify('HMAC', key, signature, content)) return eventIn(body);
    }
  }
  throw new RostrumError(
    'webhook-forged',
    'No signature of the webhook fits: the secret is another one, or the body is not as it arrived',
  );
}

function headerIn(source: WebhookHeaders, name: string): string {
  const headers =
    'headers' in source && typeof source.headers === 'object' ? source.headers : source;
  const value = hasGet(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : '';
  if (text === '') {
    throw new RostrumError('webhook-unsigned', `The request has no header ${name}`, {
      args: { HEADER: name },
    });
  }
  return text;
}

function hasGet(headers: object): headers is Pick<Headers, 'get'> {
  return 'get' in headers && typeof headers.get === 'function';
}

function refuseOld(timestamp: string, options: VerifyWebhookOptions): void {
  const { toleranceMs = TOLERANCE_MS, nowMs = Date.now() } = options;
  const ageMs = /^\d{1,12}$/.test(timestamp) ? nowMs - Number(timestamp) * 1000 : Number.NaN;
  if (Math.abs(ageMs) <= toleranceMs) return;
  const reason = Number.isNaN(ageMs)
    ? `"${timestamp}" is no time in seconds`
    : `it is ${Math.round(Math.abs(ageMs) / 1000)} s ${ageMs > 0 ? 'old' : 'ahead of this clock'}, and ${toleranceMs / 1000} s are allowed`;
  throw new RostrumError('webhook-too-old', `The webhook may be a repetition: ${reason}`);
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = bytesOf(
    secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret,
  );
  if (bytes === null || bytes.length === 0) {
    throw new TypeError(
      `A webhook's secret must be ${SECRET_PREFIX} and base64 (got ${secret.length} characters that are not)`,
    );
  }
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
}

function contentOf(head: string, body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const [first, second] = [
    encoder.encode(head),
    typeof body === 'string' ? encoder.encode(body) : body,
  ];
  const content = new Uint8Array(first.length + second.length);
  content.set(first);
  content.set(second, first.length);
  return content;
}

/** Null for what is no base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function eventIn(body: string | Uint8Array): WebhookEvent {
  const event = parsed(typeof body === 'string' ? body : new TextDecoder().decode(body));
  const isEvent = typeof event === 'object' && event !== null && 'type' in event && 'data' in event;
  if (!isEvent) throw new RostrumError('bad-answer', 'What is signed is no event');
  return event as WebhookEvent;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RostrumError('bad-answer', 'What is signed is no JSON', { cause });
  }
}
