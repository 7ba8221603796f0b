import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { readPairs } from '../../door/decode-request.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Session } from '../../ks/session.ts';
import type { SessionVerifier } from '../../ks/session-verifier.ts';
import { scalarText } from '../../schema/parameters.ts';

/** What the addresses below `/p/` have in common, which players ask and not clients of the API. */

/** Any page may ask; the answer depends on the moment, unless it says otherwise. */
export const DELIVERY_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Server, Content-Length, Content-Range, Date, X-Kaltura',
  'Cache-Control': 'no-store',
} as const;

const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Headers':
    'Origin, X-Requested-With, Content-Type, Accept, Range, Cache-Control',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Max-Age': '86400',
} as const;

/** What players know from the header X-Kaltura. */
const ERRORS = {
  'entry-not-found': 'error-1',
  'entry-not-live': 'error-36',
  'format-not-offered': 'error-unsupported-format',
  internal: 'error-internal',
} as const;

/** Answers GET and HEAD at `/p/100/sp/10000/NAME/…` and `/p/100/NAME/…`, with any number of slashes before it. */
export function serveDeliveryPaths(
  name: string,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(DELIVERY_HEADERS);
      done();
    });
    for (const prefix of [`/p/:partnerId/sp/:subPartnerId/${name}`, `/p/:partnerId/${name}`]) {
      // A doubled slash comes from service addresses that end with one.
      for (const url of [`${prefix}/*`, `/${prefix}/*`]) {
        app.get(url, handler);
        app.options(url, (_request, reply) => reply.headers(PREFLIGHT_HEADERS).status(200).send());
      }
    }
  };
}

export type DeliveryError = keyof typeof ERRORS;

/**
 * Without a body; the header says what is wrong. These addresses are the only ones of the API whose errors are not 200,
 * as a rule.
 */
export function refuseDelivery(
  reply: FastifyReply,
  error: DeliveryError,
  status: 404 | 200 = 404,
): FastifyReply {
  return reply
    .status(status)
    .header('X-Kaltura', ERRORS[error])
    .header('X-Kaltura-App', 'exiting on error')
    .send();
}

/** What an address says under a name: names and values in turn after `marker`, in any order; the query wins. */
export function parametersOf(url: string, marker: string): (name: string) => string {
  const { pathname, searchParams } = new URL(url.replace(/^\/+/, '/'), 'http://host');
  const segments = pathname.split('/');
  const pairs = readPairs(segments.slice(segments.indexOf(marker) + 1));
  return (name) => searchParams.get(name) ?? scalarText(pairs[name]) ?? '';
}

/** A session that no longer holds only loses what it added: what is left is what everybody may watch. */
export function sessionOfPlayer(
  verifier: SessionVerifier,
  ks: string,
  request: FastifyRequest,
): Session | undefined {
  if (ks === '') return undefined;
  try {
    return verifier.inspectFrom(ks, {
      remoteAddress: request.ip,
      path: request.url.split('?', 1)[0] ?? '',
    });
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
