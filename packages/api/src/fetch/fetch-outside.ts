import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { lookupAllowed, NotAllowed } from './lookup-allowed.ts';

export type FetchOutsideOptions = {
  /** Of the body; of a compressed one there is none. */
  readonly maxBytes: number;
  /** For all of it, redirects too, ms. */
  readonly timeoutMs: number;
  /** Which IP addresses may be asked. */
  readonly isAllowed: (address: string) => boolean;
  readonly headers: Readonly<Record<string, string>>;
};

/** Why there is no answer. `not-allowed`: the address is none of the web, or of a machine that may not be asked. */
export type FetchFailure = 'not-allowed' | 'unreachable' | 'too-slow' | 'too-large' | 'redirects';

export type OutsideAnswer = {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Where redirects have led. */
  readonly url: string;
  /** Empty unless the status is 2xx. */
  readonly body: Uint8Array;
};

export type OutsideFailure = { readonly kind: 'failure'; readonly failure: FetchFailure };

/** As many as a shop's links have. */
const MAX_REDIRECTS = 4;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * What is at an address that somebody has named: only http and https, and only from machines that may be asked. An
 * address is looked at when it is connected to, so that a name cannot mean one machine now and another one then.
 */
export async function fetchOutside(
  address: string,
  options: FetchOutsideOptions,
): Promise<OutsideAnswer | OutsideFailure> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let url = parse(address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (url === null) return failure('not-allowed');
    const response = await request(url, options, signal);
    if (typeof response === 'string') return failure(response);
    const { statusCode: status = 0, headers } = response;
    if (!REDIRECTS.has(status)) {
      const body = await read(response, options.maxBytes, signal);
      if (typeof body === 'string') return failure(body);
      return { kind: 'answer', status, headers, url: url.href, body };
    }
    response.destroy();
    url = headers.location === undefined ? null : parse(headers.location, url.href);
  }
  return failure('redirects');
}

function failure(reason: FetchFailure): OutsideFailure {
  return { kind: 'failure', failure: reason };
}

function parse(address: string, base?: string): URL | null {
  const url = URL.parse(address, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  // A password in an address is for somebody else's eyes.
  return url.username === '' && url.password === '' ? url : null;
}

function request(
  url: URL,
  { isAllowed, headers }: FetchOutsideOptions,
  signal: AbortSignal,
): Promise<IncomingMessage | FetchFailure> {
  // Without brackets, as it is written in an address.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A number is connected to as it is, without a lookup.
  if (isIP(host) !== 0 && !isAllowed(host)) return Promise.resolve('not-allowed');
  return new Promise((resolve) => {
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false,
      signal,
      lookup: lookupAllowed(isAllowed),
      headers: { 'accept-encoding': 'identity', 'user-agent': 'Rostrum', ...headers },
    });
    sent.once('error', (error) => {
      if (error instanceof NotAllowed) resolve('not-allowed');
      else resolve(signal.aborted ? 'too-slow' : 'unreachable');
    });
    sent.once('response', resolve);
    sent.end();
  });
}

function read(
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | FetchFailure> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const end = (result: Uint8Array | FetchFailure) => {
      resolve(result);
      response.destroy();
    };
    const breakOff = () => end(signal.aborted ? 'too-slow' : 'unreachable');
    response.once('error', breakOff);
    response.once('aborted', breakOff);
    response.once('end', () => resolve(Buffer.concat(chunks)));
    const { statusCode = 0 } = response;
    if (statusCode < 200 || statusCode > 299) return end(new Uint8Array());
    response.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      chunks.push(chunk);
      if (sizeBytes > maxBytes) end('too-large');
    });
  });
}
