import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { lookupAllowed } from './lookup-allowed.ts';

export type FetchPictureOptions = {
  readonly maxBytes: number;
  /** For all of it, redirects too, ms. */
  readonly timeoutMs: number;
  /** Which IP addresses may be asked. */
  readonly isAllowed: (address: string) => boolean;
};

/** As many as a shop's links have. */
const MAX_REDIRECTS = 4;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * What is at an address that somebody has named: only http and https, and only from machines that everybody can reach.
 * An address is looked at when it is connected to, so that a name cannot mean one machine now and another one then.
 *
 * @returns null where there is nothing, it may not be asked, is too large or takes too long
 */
export async function fetchPicture(
  address: string,
  options: FetchPictureOptions,
): Promise<Uint8Array | null> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let url = parse(address);
  for (let redirects = 0; url !== null && redirects <= MAX_REDIRECTS; redirects++) {
    const response = await request(url, options, signal);
    if (response === null) return null;
    if (!REDIRECTS.has(response.statusCode ?? 0)) return read(response, options.maxBytes);
    const { location } = response.headers;
    response.destroy();
    url = location === undefined ? null : parse(location, url.href);
  }
  return null;
}

function parse(address: string, base?: string): URL | null {
  const url = URL.parse(address, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  // A password in an address is for somebody else's eyes.
  return url.username === '' && url.password === '' ? url : null;
}

function request(
  url: URL,
  { isAllowed }: FetchPictureOptions,
  signal: AbortSignal,
): Promise<IncomingMessage | null> {
  // Without brackets, as it is written in an address.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A number is connected to as it is, without a lookup.
  if (isIP(host) !== 0 && !isAllowed(host)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false,
      signal,
      lookup: lookupAllowed(isAllowed),
      headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'Rostrum' },
    });
    sent.once('error', () => resolve(null));
    sent.once('response', resolve);
    sent.end();
  });
}

function read(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const giveUp = () => {
      resolve(null);
      response.destroy();
    };
    response.once('error', giveUp);
    response.once('aborted', giveUp);
    response.once('end', () => resolve(Buffer.concat(chunks)));
    if (response.statusCode !== 200) return giveUp();
    response.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      chunks.push(chunk);
      if (sizeBytes > maxBytes) giveUp();
    });
  });
}
