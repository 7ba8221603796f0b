import { readFileSync } from 'node:fs';
import type { Settings } from '@rostrum/settings';
import fastify, { type FastifyInstance } from 'fastify';

/** The largest body an action takes today: a description, metadata, or a batch of calls. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** Files of an upload may take this long. The API itself gives up on a body that stops for half a minute. */
const REQUEST_TIMEOUT_MS = 3_600_000;

/** The HTTP server for API, pages and sockets: HTTPS with HTTP/2 where a certificate is set. */
export function createHttpServer(settings: Settings): FastifyInstance {
  const options = {
    // A URL may carry a session: requests are not logged.
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Viewers' idle connections must not hold up a stop.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 2048 },
  } as const;
  if (settings.tls === null) return fastify(options);
  const https = {
    allowHTTP1: true,
    cert: readFileSync(settings.tls.certPath),
    key: readFileSync(settings.tls.keyPath),
  };
  return fastify({ ...options, http2: true, https }) as unknown as FastifyInstance;
}
