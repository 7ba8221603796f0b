import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Entitlement } from '../../entitlement/entitlement.ts';
import type { Session } from '../../ks/session.ts';
import type { SessionVerifier } from '../../ks/session-verifier.ts';
import { statusOf } from '../../live/live-state.ts';
import type { PlaybackAddresses } from '../../live/playback-addresses.ts';
import { stageOf } from '../../live/stage.ts';
import type { WebcastRecord } from '../../live/webcast.ts';
import type { OutsideStreams } from '../../outside/outside-streams.ts';
import type { Addresses, Channels, Log } from '../../ports.ts';
import type { Replays } from '../../recording/replays.ts';
import { mayPreview } from '../../session/access.ts';
import type { EntriesStore } from '../../store/entry/entries-store.ts';
import {
  type DeliveryError,
  parametersOf,
  refuseDelivery,
  serveDeliveryPaths,
  sessionOfPlayer,
} from './delivery.ts';

export type PlayManifestServices = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  readonly addresses: Addresses;
  readonly playback: PlaybackAddresses;
  readonly replays: Replays;
  readonly verifier: SessionVerifier;
  readonly entitlement: Entitlement;
  readonly outside: OutsideStreams;
  readonly log: Log;
};

/**
 * The address that players get for an entry: names and values in the path (`entryId/0_…/format/applehttp`), and a
 * redirect to the playlist in the answer. What it may say besides (flavors, bitrates, tags, the player's configuration
 * and session) is taken and not used: there is one rendition, and its playlist is the same for everybody.
 */
export function playManifest(services: PlayManifestServices): FastifyPluginAsync {
  return serveDeliveryPaths('playManifest', (request, reply) => answer(services, request, reply));
}

/** HLS. `url` is a recording as one file; of a webcast, its playlist's address as text. `download` is always a file. */
const OFFERED_FORMATS = new Set(['applehttp', 'applehttp_to_mc', 'hls', 'url', 'download']);
/** The one format whose errors are told with status 200, for devices that give up at a 404. */
const PATIENT_FORMAT = 'applehttp_to_mc';

type Wish = {
  readonly entryId: string;
  readonly format: string;
  readonly ks: string;
  /** Anything but `json` and `jsonp` is a redirect. */
  readonly responseFormat: string;
  readonly callback: string;
};

function wishOf(url: string): Wish {
  const textOf = parametersOf(url, 'playManifest');
  return {
    entryId: textOf('entryId'),
    format: textOf('format') || 'applehttp',
    ks: textOf('ks'),
    responseFormat: textOf('responseFormat'),
    callback: textOf('callback'),
  };
}

async function answer(
  services: PlayManifestServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const wish = wishOf(request.url);
  const refuse = (error: DeliveryError) =>
    refuseDelivery(reply, error, wish.format === PATIENT_FORMAT ? 200 : 404);
  try {
    const found = await findManifest(services, request, wish);
    return 'error' in found ? refuse(found.error) : send(reply, wish, found);
  } catch (error) {
    services.log.error({ error: String(error) }, 'playManifest failed');
    return refuse('internal');
  }
}

/** A playlist, or a file. */
type Found = { readonly manifestUrl: string } | { readonly fileUrl: string };

const DOWNLOAD = 'download';
/** In which a recording is a file. */
const FILE_FORMATS = new Set(['url', DOWNLOAD]);

async function findManifest(
  services: PlayManifestServices,
  request: FastifyRequest,
  { entryId, format, ks }: Wish,
): Promise<Found | { readonly error: DeliveryError }> {
  const { entries, addresses, replays, verifier, entitlement } = services;
  const { partnerId } = request.params as { readonly partnerId: string };
  const record = await entries.find(entryId);
  if (record === null || String(record.entry.partnerId) !== partnerId) {
    return { error: 'entry-not-found' };
  }
  const { entry, facts } = record;
  const session = sessionOfPlayer(verifier, ks, request);
  const { mayWatch } = await entitlement.rightsTo(session, entry);
  if (!mayWatch) return { error: 'entry-not-found' };
  if (!OFFERED_FORMATS.has(format)) return { error: 'format-not-offered' };
  const mediaUrl = addresses.mediaUrl(request.host);
  if (entry.kind !== 'webcast') {
    const fileUrl = FILE_FORMATS.has(format) ? await replays.fileUrlOf(mediaUrl, entry) : null;
    if (fileUrl !== null) return { fileUrl };
    const manifestUrl = await replays.urlOf(mediaUrl, entry);
    return manifestUrl === null ? { error: 'entry-not-found' } : { manifestUrl };
  }
  if (format === DOWNLOAD) {
    const fileUrl = await replays.fileUrlFor(mediaUrl, session, entry);
    return fileUrl === null ? { error: 'entry-not-live' } : { fileUrl };
  }
  await services.outside.look({ webcast: entry, facts }, addresses.publicUrl(request.host));
  const manifestUrl =
    liveUrlFor(services, session, { webcast: entry, facts }, mediaUrl) ??
    (await replays.urlFor(mediaUrl, session, entry));
  return manifestUrl === null ? { error: 'entry-not-live' } : { manifestUrl };
}

function liveUrlFor(
  { channels, playback, outside }: PlayManifestServices,
  session: Session | undefined,
  record: WebcastRecord,
  mediaUrl: string,
): string | null {
  const stage = stageOf({
    status: statusOf(channels, record),
    facts: record.facts,
    mayPreview: mayPreview(session, record.webcast),
    manifestUrlOf: (generation, startedAtMs) =>
      playback.manifestUrl(mediaUrl, record.webcast, generation, startedAtMs),
    outsideUrl: outside.playingAddressOf(record),
  });
  return 'manifestUrl' in stage ? stage.manifestUrl : null;
}

function send(
  reply: FastifyReply,
  { entryId, format, responseFormat, callback }: Wish,
  found: Found,
): FastifyReply {
  const isFile = 'fileUrl' in found;
  const url = isFile ? found.fileUrl : found.manifestUrl;
  if (responseFormat !== 'json' && responseFormat !== 'jsonp') {
    if (!isFile && format === 'url') return reply.type('text/plain; charset=utf-8').send(url);
    return reply.redirect(url, 302);
  }
  const manifest = JSON.stringify({
    entryId,
    duration: 0,
    baseUrl: '',
    flavors: [{ url, ext: isFile ? 'mp4' : 'm3u8', bitrate: 0 }],
  });
  // Anything else could be a script of its own.
  if (responseFormat === 'json' || !/^[0-9A-Za-z_.]+$/.test(callback)) {
    return reply.type('application/json; charset=utf-8').send(manifest);
  }
  return reply.type('application/javascript; charset=utf-8').send(`${callback}(${manifest});`);
}
