import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.ts';
import type { Log } from '../ports.ts';
import type { RawObject } from '../schema/parameters.ts';
import { isDatabaseError } from '../store/database.ts';
import { decodeRequest } from './decode-request.ts';
import {
  type Answer,
  type EncodedResponse,
  type Encoder,
  encodeJson,
  encoderFor,
} from './encode-response.ts';
import { isMultirequest, replaceTokens, splitMultirequest } from './multirequest.ts';
import { type ActionRunner, type RequestFacts, runAction } from './run-action.ts';

/** Everything but files; a live stream with all of its fields is a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;

/** A doubled slash comes from service addresses that end with one. */
const PATHS = ['/api_v3', '/api_v3/*', '//api_v3', '//api_v3/*'] as const;

/** The routes of the API: decode, run, encode. Always status 200: clients take anything else for a broken connection. */
export function frontDoor(runner: ActionRunner, log: Log): FastifyPluginAsync {
  return async (app) => {
    readBodiesAsBytes(app);
    app.setErrorHandler((error, _request, reply) => {
      sendError(reply, asApiError(error, log));
    });
    app.addHook('onRequest', (request, reply, done) => {
      reply.headers(HEADERS);
      nameUnknownType(request);
      done();
    });
    for (const url of PATHS) {
      app.route({
        method: ['GET', 'POST'],
        url,
        bodyLimit: MAX_BODY_BYTES,
        handler: (request, reply) => answer(runner, log, request, reply),
      });
      app.route({
        method: 'OPTIONS',
        url,
        handler: (_request, reply) => reply.headers(PREFLIGHT_HEADERS).status(200).send(),
      });
    }
  };
}

/** On every answer: any page may call, and no cache keeps what a session was answered. */
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Server, Content-Length, Content-Range, Date, X-Kaltura, X-Kaltura-Session, X-Me',
  Expires: 'Sun, 19 Nov 2000 08:52:00 GMT',
  'Cache-Control': 'no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
  Pragma: 'no-cache',
};

const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Headers':
    'Origin, X-Requested-With, Content-Type, Accept, Range, Cache-Control, X-Kaltura-Session-Id',
  'Access-Control-Allow-Methods': 'POST, GET, HEAD, OPTIONS',
  'Access-Control-Max-Age': '86400',
};

/** What a body is, decode-request finds out: clients name content types that are not true. */
export function readBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** Fastify refuses a body whose type it cannot read; here it is a form, as it is for other servers of this API. */
function nameUnknownType({ raw }: FastifyRequest): void {
  const isType = /^\s*[\w.+-]+\/[\w.+-]+\s*(;|$)/.test(raw.headers['content-type'] ?? '');
  if (!isType) raw.headers['content-type'] = 'application/octet-stream';
}

async function answer(
  runner: ActionRunner,
  log: Log,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const startedAt = performance.now();
  let encode: Encoder = encodeJson;
  let result: Answer;
  try {
    const parameters = decodeRequest({
      method: request.method,
      url: request.url,
      contentType: request.headers['content-type'] ?? '',
      body: request.body instanceof Uint8Array ? request.body : null,
    });
    encode = encoderFor(parameters);
    result = await run(runner, log, parameters, factsOf(request));
  } catch (error) {
    result = asApiError(error, log);
  }
  if (result instanceof ApiError && result.code === 'SERVICE_FORBIDDEN') {
    reply.header('X-Kaltura', 'error-SERVICE_FORBIDDEN');
  }
  return send(reply, encode(result, (performance.now() - startedAt) / 1000));
}

/** One call, or several of which each answers for itself. */
async function run(
  runner: ActionRunner,
  log: Log,
  parameters: RawObject,
  facts: RequestFacts,
): Promise<Answer> {
  if (!isMultirequest(parameters)) return runAction(runner, parameters, facts);
  const results: Answer[] = [];
  for (const request of splitMultirequest(parameters)) {
    try {
      results.push(await runAction(runner, replaceTokens(request, results), facts));
    } catch (error) {
      results.push(asApiError(error, log));
    }
  }
  return results;
}

function factsOf(request: FastifyRequest): RequestFacts {
  const [path = ''] = request.url.split('?', 1);
  return { requestHost: request.host, origin: { remoteAddress: request.ip, path } };
}

/** The one edge where failures become answers. What is nobody's fault but ours is logged, and told without details. */
function asApiError(error: unknown, log: Log): ApiError {
  if (error instanceof ApiError) return error;
  const code = (error as { readonly code?: unknown }).code;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new ApiError('REQUEST_TOO_LARGE', `${MAX_BODY_BYTES} bytes`);
  if (typeof code === 'string' && code.startsWith('FST_ERR_CTP')) {
    return new ApiError('MALFORMED_REQUEST', 'its body does not match its headers');
  }
  const facts = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  log.error(facts, 'a call of the API failed');
  return new ApiError(
    isDatabaseError(error) ? 'INTERNAL_DATABASE_ERROR' : 'INTERNAL_SERVERL_ERROR',
  );
}

function send(reply: FastifyReply, { contentType, body }: EncodedResponse): FastifyReply {
  return reply.header('Content-Type', `${contentType}; charset=utf-8`).status(200).send(body);
}

function sendError(reply: FastifyReply, error: ApiError): void {
  send(reply, encodeJson(error));
}
