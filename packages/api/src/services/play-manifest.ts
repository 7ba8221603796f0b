import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { readPairs } from '../door/decode-request.ts';
import type { Entitlement } from '../entitlement/entitlement.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import { statusOf } from '../live/live-state.ts';
import type { PlaybackAddresses } from '../live/playback-addresses.ts';
import { stageOf } from '../live/stage.ts';
import type { Addresses, Channels, Log } from '../ports.ts';
import { scalarText } from '../schema/parameters.ts';
import { mayPreview } from '../session/access.ts';
import type { EntriesStore } from '../store/entries-store.ts';
import { refuseDelivery, serveDeliveryPaths, sessionOfPlayer } from './delivery.ts';

export type PlayManifestServices = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  readonly addresses: Addresses;
  readonly playback: PlaybackAddresses;
  readonly verifier: SessionVerifier;
  readonly entitlement: Entitlement;
  readonly log: Log;
};

/**
 * The address that players get for an entry: names and values in the path (`entryId/0_…/format/applehttp`), and a
 * redirect to the playlist in the answer.
 */
export function playManifest(services: PlayManifestServices): FastifyPluginAsync {
  return serveDeliveryPaths('playManifest', (request, reply) => answer(services, request, reply));
}

async function answer(
  services: PlayManifestServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    return await redirect(services, request, reply);
  } catch (error) {
    services.log.error({ error: String(error) }, 'playManifest failed');
    return refuseDelivery(reply, 'internal');
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
  if (record === null || !isOfPath) return refuseDelivery(reply, 'entry-not-found');
  const session = sessionOfPlayer(services.verifier, wish.ks, request);
  const { mayWatch } = await services.entitlement.rightsTo(session, record.webcast);
  if (!mayWatch) return refuseDelivery(reply, 'entry-not-found');
  if (!OFFERED_FORMATS.has(wish.format)) return refuseDelivery(reply, 'format-not-offered');
  const mediaUrl = services.addresses.mediaUrl(request.host);
  const stage = stageOf({
    status: statusOf(services.channels, record),
    facts: record.facts,
    mayPreview: mayPreview(session, record.webcast),
    manifestUrlOf: (generation, startedAtMs) =>
      services.playback.manifestUrl(mediaUrl, record.webcast, generation, startedAtMs),
  });
  const manifestUrl = 'manifestUrl' in stage ? stage.manifestUrl : null;
  if (manifestUrl === null) return refuseDelivery(reply, 'entry-not-live');
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
