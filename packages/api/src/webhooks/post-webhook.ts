import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { lookupAllowed } from '../fetch/lookup-allowed.ts';
import { hostOf } from './receivers.ts';

export type WebhookRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which IP addresses may be connected to. */
  readonly mayConnect: (protocol: string, address: string) => boolean;
  /** For all of it, ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

export type WebhookAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | undefined;
      /** The beginning of the answer's body. */
      readonly response: string;
    }
  /** No answer came; the reason is a sentence. */
  | { readonly kind: 'failed'; readonly reason: string };

/** As much as people look at. */
const MAX_RESPONSE_BYTES = 2000;
/** The status decides; what else an answer says is waited for this long, ms. */
const MAX_RESPONSE_WAIT_MS = 2000;

/**
 * Sends one request. Redirects are answers like any other: nobody has allowed the place that they lead to. Never rejects,
 * unless the signal is aborted.
 */
export async function postWebhook(request: WebhookRequest): Promise<WebhookAnswer> {
  const limit = AbortSignal.timeout(request.timeoutMs);
  const signal = AbortSignal.any([limit, request.signal]);
  try {
    const response = await send(request, signal);
    return {
      kind: 'answered',
      status: response.statusCode ?? 0,
      retryAfter: response.headers['retry-after'],
      response: await beginningOf(response),
    };
  } catch (error) {
    request.signal.throwIfAborted();
    if (limit.aborted) {
      return { kind: 'failed', reason: `No answer within ${request.timeoutMs / 1000} s` };
    }
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

function send(request: WebhookRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(request.url);
  const host = hostOf(url);
  const isAllowed = (address: string) => request.mayConnect(url.protocol, address);
  // A number is connected to as it is, without a lookup.
  if (isIP(host) !== 0 && !isAllowed(host)) {
    return Promise.reject(new Error(`${host} may not be asked`));
  }
  const body = Buffer.from(request.body);
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: false,
      signal,
      lookup: lookupAllowed(isAllowed),
      headers: {
        ...request.headers,
        'content-type': 'application/json',
        'content-length': body.byteLength,
        'accept-encoding': 'identity',
      },
    });
    sent.once('response', resolve);
    // Also after the response, when it breaks off: that is no reason to end the process.
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Reads no more than is kept, and waits no longer than that is worth. Never rejects. */
function beginningOf(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const timer = setTimeout(done, MAX_RESPONSE_WAIT_MS);
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      sizeBytes += chunk.length;
      if (sizeBytes >= MAX_RESPONSE_BYTES) done();
    });
    response.once('end', done);
    response.once('close', done);
    response.on('error', done);
    function done(): void {
      clearTimeout(timer);
      resolve(textOf(Buffer.concat(chunks)));
      response.destroy();
    }
  });
}

/** Characters that no screen shows, and that databases refuse, are left out. */
function textOf(bytes: Buffer): string {
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_RESPONSE_BYTES));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

const MAX_REASON_LENGTH = 300;

function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  const reason = REASONS[code ?? ''] ?? (message || code || 'The connection failed');
  return reason.slice(0, MAX_REASON_LENGTH);
}

/** What sockets report, in words. */
const REASONS: { readonly [code: string]: string } = {
  ECONNREFUSED: 'Nobody listens at this address (ECONNREFUSED)',
  ECONNRESET: 'The receiver closed the connection (ECONNRESET)',
  ENOTFOUND: 'There is no host of this name (ENOTFOUND)',
  EHOSTUNREACH: 'The host cannot be reached (EHOSTUNREACH)',
  ENETUNREACH: 'The network cannot be reached (ENETUNREACH)',
  ETIMEDOUT: 'The connection was not accepted in time (ETIMEDOUT)',
  CERT_HAS_EXPIRED: 'The receiver’s certificate has expired (CERT_HAS_EXPIRED)',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'The receiver’s certificate is signed by nobody that is known (DEPTH_ZERO_SELF_SIGNED_CERT)',
  SELF_SIGNED_CERT_IN_CHAIN:
    'The receiver’s certificate is signed by nobody that is known (SELF_SIGNED_CERT_IN_CHAIN)',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The receiver does not send the certificates in between (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The receiver’s certificate is of another name (ERR_TLS_CERT_ALTNAME_INVALID)',
};
