import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { isWebcastId } from '@rostrum/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export type PagesOptions = {
  /** The folder of built pages. */
  readonly directory: string;
  /** Scheme, host and port of the media a page may load, for the request's viewer. */
  mediaUrlOf(request: FastifyRequest): string;
  /** The same of every other server that the page of a webcast loads its stream from. */
  originsOf(webcastId: string, request: FastifyRequest): Promise<readonly string[]>;
};

/** A page is small and names hashed assets: it is asked for again each time, its assets never. */
const PAGE_CACHING = 'no-cache';

/** The built pages: what the browser's address bar shows. Their files are hashed and kept for a year. */
export async function registerPages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  // Read each time, so that a page always fits the assets beside it, also after a build while the server runs.
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    page: 'index' | 'watch' | 'reference' | 'console' | '404',
    origins: readonly string[] = [],
  ) =>
    reply
      .code(status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': PAGE_CACHING,
        'content-security-policy': contentSecurityPolicy(
          [options.mediaUrlOf(request), ...origins],
          page === 'console',
        ),
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .send(await readFile(path.join(options.directory, `${page}.html`)));

  await app.register(fastifyStatic, {
    root: options.directory,
    serve: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    setHeaders: (reply, file) => {
      // Names in the assets' folder carry a hash of the content; the others stay the same when the content changes.
      // The embedded script names assets, as a page does.
      if (file.includes('/embed/')) reply.header('cache-control', PAGE_CACHING);
      else if (!file.includes('/assets/')) reply.header('cache-control', 'public, max-age=3600');
      // Other sites load the elements from here: the script, and the pieces that it names.
      if (/\.js(?:\.br|\.gz)?$/.test(file)) reply.header('access-control-allow-origin', '*');
    },
    // Pages have addresses of their own.
    allowedPath: (file) => !file.endsWith('.html'),
  });
  app.get('/', (request, reply) => send(request, reply, 200, 'index'));
  app.get<{ Params: { webcastId: string } }>('/watch/:webcastId', async (request, reply) => {
    const { webcastId } = request.params;
    if (!isWebcastId(webcastId)) return send(request, reply, 404, '404');
    return send(request, reply, 200, 'watch', await options.originsOf(webcastId, request));
  });
  app.get('/reference', (request, reply) => send(request, reply, 200, 'reference'));
  // The console finds its own way below its address.
  for (const address of ['/console', '/console/*'])
    app.get(address, async (request, reply) => {
      const webcastId = webcastOfConsole(request.url);
      const origins = webcastId === null ? [] : await options.originsOf(webcastId, request);
      return send(request, reply, 200, 'console', origins);
    });
  app.setNotFoundHandler((request, reply) => send(request, reply, 404, '404'));
}

/** Whose page of the console it is. */
function webcastOfConsole(url: string): string | null {
  const [, webcastId = ''] = /^\/console\/webcasts\/([^/?#]+)/.exec(url) ?? [];
  return isWebcastId(webcastId) ? webcastId : null;
}

/**
 * No inline script, no foreign host but the media's, and those that the page's own webcast is played from. Pages may be embedded: that is what they are for. Only the console
 * may not, where another site could lay its own buttons over those that put a show on air.
 */
function contentSecurityPolicy(
  mediaOrigins: readonly string[],
  isForOwnFramesOnly: boolean,
): string {
  const media = mediaOrigins.join(' ');
  return [
    ...(isForOwnFramesOnly ? ["frame-ancestors 'self'"] : []),
    "default-src 'self'",
    `connect-src 'self' ${media}`,
    // A caption track begins as an empty data address.
    `media-src 'self' blob: data: ${media}`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
