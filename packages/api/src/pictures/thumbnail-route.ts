import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Entitlement } from '../entitlement/entitlement.ts';
import type { Entry } from '../entries/entry.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import type { Log } from '../ports.ts';
import {
  DELIVERY_HEADERS,
  refuseDelivery,
  serveDeliveryPaths,
  sessionOfPlayer,
} from '../services/playback/delivery.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import { contentTypeOf } from './picture-format.ts';
import { readThumbnailWish } from './thumbnail-wish.ts';
import type { Thumbnails } from './thumbnails.ts';

export type ThumbnailRouteServices = {
  readonly entries: EntriesStore;
  readonly thumbnails: Thumbnails;
  readonly verifier: SessionVerifier;
  readonly entitlement: Entitlement;
  readonly log: Log;
};

/** The address of an entry's picture: `/p/100/sp/10000/thumbnail/entry_id/0_ab12cd34/width/640`. A session is needed only where not everybody may watch. */
export function thumbnailRoute(services: ThumbnailRouteServices): FastifyPluginAsync {
  return serveDeliveryPaths('thumbnail', async (request, reply) => {
    try {
      return await answer(services, request, reply);
    } catch (error) {
      services.log.error({ error: String(error) }, 'a thumbnail could not be answered');
      return refuseDelivery(reply, 'internal');
    }
  });
}

async function answer(
  services: ThumbnailRouteServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const wish = readThumbnailWish(request.url);
  const record = await services.entries.find(wish.entryId);
  const { partnerId } = request.params as { readonly partnerId: string };
  if (record === null || String(record.entry.partnerId) !== partnerId) {
    return refuseDelivery(reply, 'entry-not-found');
  }
  const audience = await audienceOf(services, request, record.entry, wish.ks);
  if (audience === 'nobody') return refuseDelivery(reply, 'entry-not-found');
  const thumbnail = await services.thumbnails.thumbnailOf(record, wish.shape, wish.second);
  if (thumbnail === 'busy') {
    return reply.status(503).header('Retry-After', '1').headers(DELIVERY_HEADERS).send();
  }
  const { picture, maxAgeSeconds } = thumbnail;
  const etag = `"${createHash('sha256').update(picture.bytes).digest('base64url').slice(0, 22)}"`;
  reply.headers({ ETag: etag, 'Cache-Control': `${audience}, max-age=${maxAgeSeconds}` });
  if (matches(request.headers['if-none-match'], etag)) return reply.status(304).send();
  return reply
    .headers({
      'Content-Type': contentTypeOf(picture.format),
      // What was uploaded is written anew as a picture; a browser need not guess.
      'X-Content-Type-Options': 'nosniff',
    })
    .send(picture.bytes);
}

/** Whether everybody may see the picture, so that caches may share it, or only the holder of this session. */
async function audienceOf(
  { verifier, entitlement }: ThumbnailRouteServices,
  request: FastifyRequest,
  entry: Entry,
  ks: string,
): Promise<'public' | 'private' | 'nobody'> {
  const everybody = await entitlement.rightsTo(undefined, entry);
  if (everybody.mayWatch) return 'public';
  const session = sessionOfPlayer(verifier, ks, request);
  if (session === undefined) return 'nobody';
  const { mayWatch } = await entitlement.rightsTo(session, entry);
  return mayWatch ? 'private' : 'nobody';
}

function matches(field: string | undefined, etag: string): boolean {
  if (field === undefined) return false;
  return field.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
