import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Entitlement } from '../entitlement/entitlement.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import type { Addresses, Log } from '../ports.ts';
import {
  parametersOf,
  refuseDelivery,
  serveDeliveryPaths,
  sessionOfPlayer,
} from '../services/playback/delivery.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { EventsStore } from '../store/schedule/events-store.ts';
import { calendarFile } from './calendar-file.ts';
import { calendarOf } from './webcast-calendar.ts';

export type CalendarRouteServices = {
  readonly entries: EntriesStore;
  readonly events: EventsStore;
  readonly verifier: SessionVerifier;
  readonly entitlement: Entitlement;
  readonly addresses: Addresses;
  readonly log: Log;
};

/**
 * When a webcast is, for calendars: `/p/100/calendar/entry_id/0_ab12cd34/webcast.ics`. Whoever may watch it gets it; a
 * session is needed only where not everybody may.
 */
export function calendarRoute(services: CalendarRouteServices): FastifyPluginAsync {
  return serveDeliveryPaths('calendar', async (request, reply) => {
    try {
      return await answer(services, request, reply);
    } catch (error) {
      services.log.error({ error: String(error) }, 'a calendar file could not be answered');
      return refuseDelivery(reply, 'internal');
    }
  });
}

async function answer(
  { entries, events, verifier, entitlement, addresses }: CalendarRouteServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const parameter = parametersOf(request.url, 'calendar');
  const record = await entries.findWebcast(parameter('entry_id').toLowerCase());
  const { partnerId } = request.params as { readonly partnerId: string };
  if (record === null || String(record.webcast.partnerId) !== partnerId) {
    return refuseDelivery(reply, 'entry-not-found');
  }
  const { webcast } = record;
  const session = sessionOfPlayer(verifier, parameter('ks'), request);
  if (!(await entitlement.rightsTo(session, webcast)).mayWatch) {
    return refuseDelivery(reply, 'entry-not-found');
  }
  const host = request.headers.host ?? '';
  const page = `${addresses.publicUrl(host)}/watch/${webcast.id}`;
  const times = calendarOf(webcast, await events.showsOf(webcast.id), page);
  // Nothing is planned: there is no such file, until something is.
  if (times.length === 0) return refuseDelivery(reply, 'entry-not-found');
  return reply
    .headers({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `inline; filename="${webcast.id}.ics"`,
      'X-Content-Type-Options': 'nosniff',
    })
    .send(calendarFile(times));
}
