import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';

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

/** Status 404 without a body: these addresses are the only ones of the API whose errors are not 200. */
export function refuseDelivery(reply: FastifyReply, error: keyof typeof ERRORS): FastifyReply {
  return reply
    .status(404)
    .header('X-Kaltura', ERRORS[error])
    .header('X-Kaltura-App', 'exiting on error')
    .send();
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
