import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { readPairs } from '../door/decode-request.ts';
import type { Entitlement } from '../entitlement/entitlement.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import { statusOf } from '../live/live-state.ts';
import type { PlaybackAddresses } from '../live/playback-addresses.ts';
import { stageOf } from '../live/stage.ts';
import type { Addresses, Channels, Log } from '../ports.ts';
import { scalarText } from '../schema/parameters.ts';
import { mayPreview } from '../session/access.ts';
import type { EntriesStore } from '../store/entries-store.ts';

export type PlayManifestServices = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  readonly addresses: Addresses;
  readonly playback: PlaybackAddresses;
  readonly verifier: SessionVerifier;
  readonly entitlement: Entitlement;
  readonly log: Log;
};

/** Numbers that players know from the header X-Kaltura. */
const ERROR_ENTRY_NOT_FOUND = 'error-1';
const ERROR_ENTRY_NOT_LIVE = 'error-36';
const ERROR_FORMAT_NOT_OFFERED = 'error-unsupported-format';
const ERROR_INTERNAL = 'error-internal';

const PREFIXES = [
  '/p/:partnerId/sp/:subPartnerId/playManifest',
  '/p/:partnerId/playManifest',
] as const;

/**
 * The address that players get for an entry: names and values in the path (`entryId/0_…/format/applehttp`), and a
 * redirect to the playlist in the answer. Errors are status 404, the only ones of the API that are not 200.
 */
export function playManifest(services: PlayManifestServices): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(HEADERS);
      done();
    });
    for (const prefix of PREFIXES) {
      for (const url of [`${prefix}/*`, `/${prefix}/*`]) {
        app.get(url, (request, reply) => answer(services, request, reply));
        app.options(url, (_request, reply) => reply.headers(PREFLIGHT_HEADERS).status(200).send());
      }
    }
  };
}

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Server, Content-Length, Content-Range, Date, X-Kaltura',
  // The answer depends on the session and on whether the webcast is live at this moment.
  'Cache-Control': 'no-store',
};

const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Headers':
    'Origin, X-Requested-With, Content-Type, Accept, Range, Cache-Control',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Max-Age': '86400',
};

async function answer(
  services: PlayManifestServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    return await redirect(services, request, reply);
  } catch (error) {
    services.log.error({ error: String(error) }, 'playManifest failed');
    return refuse(reply, ERROR_INTERNAL);
  }
}

async function redirect(
  services: PlayManifestServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const wish = wishOf(request);
  const record = await services.entries.findWebcast(wish.entryId);
  const isOfPath = record !== null && String(record.webcast.partnerId) === wish.partnerId;
  if (record === null || !isOfPath) return refuse(reply, ERROR_ENTRY_NOT_FOUND);
  const session = sessionOf(services.verifier, wish.ks, request);
  const { mayWatch } = await services.entitlement.rightsTo(session, record.webcast);
  if (!mayWatch) return refuse(reply, ERROR_ENTRY_NOT_FOUND);
  if (!OFFERED_FORMATS.has(wish.format)) return refuse(reply, ERROR_FORMAT_NOT_OFFERED);
  const mediaUrl = services.addresses.mediaUrl(request.host);
  const stage = stageOf({
    status: statusOf(services.channels, record),
    facts: record.facts,
    mayPreview: mayPreview(session, record.webcast),
    manifestUrlOf: (generation, startedAtMs) =>
      services.playback.manifestUrl(mediaUrl, record.webcast, generation, startedAtMs),
  });
  const manifestUrl = 'manifestUrl' in stage ? stage.manifestUrl : null;
  if (manifestUrl === null) return refuse(reply, ERROR_ENTRY_NOT_LIVE);
  if (wish.format === 'url') return reply.type('text/plain; charset=utf-8').send(manifestUrl);
  return reply.redirect(manifestUrl, 302);
}

/** Live streams are HLS; `url` answers the same address as text. */
const OFFERED_FORMATS = new Set(['applehttp', 'applehttp_to_mc', 'hls', 'url']);

type Wish = {
  readonly partnerId: string;
  readonly entryId: string;
  readonly format: string;
  readonly ks: string;
};

/** The query wins over the path's pairs. */
function wishOf(request: FastifyRequest): Wish {
  const { pathname, searchParams } = new URL(request.url.replace(/^\/+/, '/'), 'http://host');
  const segments = pathname.split('/');
  const start = segments.indexOf('playManifest') + 1;
  const pairs = readPairs(segments.slice(start));
  const textOf = (name: string) => searchParams.get(name) ?? scalarText(pairs[name]) ?? '';
  const { partnerId = '' } = request.params as { readonly partnerId?: string };
  return {
    partnerId,
    entryId: textOf('entryId'),
    format: textOf('format') || 'applehttp',
    ks: textOf('ks'),
  };
}

/** A session that no longer holds only loses what it added: what is left is what everybody may watch. */
function sessionOf(
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

function refuse(reply: FastifyReply, error: string): FastifyReply {
  return reply
    .status(404)
    .header('X-Kaltura', error)
    .header('X-Kaltura-App', 'exiting on error')
    .send();
}
