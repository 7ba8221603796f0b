import type { WebcastCard } from '@rostrum/contracts';

/**
 * Where a webcast's calendar file is: an address of the server, so that phones offer to add it rather than to save it.
 *
 * @param session of a viewer who has one: not everybody may watch every webcast
 */
export function calendarAddress(
  serviceUrl: string,
  { partnerId, webcastId }: Pick<WebcastCard, 'partnerId' | 'webcastId'>,
  session: string,
): string {
  const base = serviceUrl.replace(/\/+$/, '');
  const query = session === '' ? '' : `?ks=${encodeURIComponent(session)}`;
  return `${base}/p/${partnerId}/calendar/entry_id/${encodeURIComponent(webcastId)}/webcast.ics${query}`;
}
