import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { describeApi } from './describe-api.ts';
import { openApi } from './open-api.ts';

/** What the reference page reads, and what programs read: the same for everybody, as long as the server runs. */
export const referenceRoutes: FastifyPluginAsync = async (app) => {
  const documents: { readonly [url: string]: () => object } = {
    '/api_v3/reference.json': describeApi,
    '/api_v3/openapi.json': () => openApi(describeApi()),
  };
  for (const [url, make] of Object.entries(documents)) {
    const document = once(() => prepare(make()));
    app.get(url, async (request, reply) => send(request, reply, await document()));
  }
};

type PreparedDocument = {
  readonly tag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
};

/** Made when it is first asked for: a start doesn't wait for what few will read. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function prepare(document: object): Promise<PreparedDocument> {
  const plain = Buffer.from(JSON.stringify(document));
  const [gzipped, br] = await Promise.all([
    promisify(gzip)(plain),
    promisify(brotliCompress)(plain),
  ]);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return { tag: `W/"${hash}"`, plain, gzip: gzipped, br };
}

function send(request: FastifyRequest, reply: FastifyReply, document: PreparedDocument) {
  reply.headers({
    'Access-Control-Allow-Origin': '*',
    // Kept, and asked for again each time: a server that has been updated is never described by its old self.
    'Cache-Control': 'public, no-cache',
    ETag: document.tag,
    Vary: 'Accept-Encoding',
  });
  if (isKnown(request, document.tag)) return reply.code(304).send();
  reply.header('Content-Type', 'application/json; charset=utf-8');
  const accepted = request.headers['accept-encoding'] ?? '';
  for (const encoding of ['br', 'gzip'] as const) {
    if (!new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:\\s*,|\\s*$))`).test(accepted))
      continue;
    return reply.header('Content-Encoding', encoding).send(document[encoding]);
  }
  return reply.send(document.plain);
}

function isKnown(request: FastifyRequest, tag: string): boolean {
  const tags = request.headers['if-none-match'] ?? '';
  return tags === '*' || tags.split(',').some((each) => each.trim() === tag);
}
