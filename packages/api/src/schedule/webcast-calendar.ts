import type { Webcast } from '../live/webcast.ts';
import type { CalendarEvent } from './calendar-file.ts';
import { zoneOf } from './occurrences.ts';
import {
  CANCELLED,
  OCCURRENCE,
  type PlannedEvent,
  propertiesOf,
  sequenceOf,
} from './schedule-event.ts';

/**
 * What a calendar shows of a webcast: each time of its shows that repeat, and the webcast's own time where that is none of
 * them. Nothing that a viewer's page does not say too.
 *
 * @param url of its page
 */
export function calendarOf(
  webcast: Webcast,
  shows: readonly PlannedEvent[],
  url: string,
): readonly CalendarEvent[] {
  const { startDate, endDate, name, description } = webcast.properties;
  const page = { url, summary: name ?? '', description: withLink(description ?? '', url) };
  const times = shows
    .filter((show) => show.recurrenceType === OCCURRENCE && isForEverybody(show))
    .map((show) => occurrenceOf(webcast, show, page));
  const isOneOfThem = times.some(({ startS, isCancelled }) => startS === startDate && !isCancelled);
  if (!startDate || isOneOfThem) return times;
  const own = {
    ...page,
    uid: `${webcast.id}@rostrum`,
    // The webcast's revision grows with every change of it, its dates among them.
    sequence: webcast.revision - 1,
    startS: startDate,
    endS: endDate ?? null,
    timeZone: null,
    isCancelled: false,
    location: '',
    updatedAtMs: webcast.updatedAtMs,
  };
  return [own, ...times];
}

function occurrenceOf(
  webcast: Webcast,
  show: PlannedEvent,
  page: Pick<CalendarEvent, 'url' | 'summary' | 'description'>,
): CalendarEvent {
  const { summary, description, location } = propertiesOf(show);
  const zone = zoneOf(show.inherited.recurrence ?? {});
  return {
    url: page.url,
    summary: summary || page.summary,
    description: description ? withLink(description, page.url) : page.description,
    location: location ?? '',
    uid: `${webcast.id}-${show.id}@rostrum`,
    sequence: sequenceOf(show),
    startS: show.startS,
    endS: show.endS,
    timeZone: zone === 'UTC' ? null : zone,
    isCancelled: show.status === CANCELLED,
    updatedAtMs: show.updatedAtMs,
  };
}

/** What is not public stands in nobody's calendar. */
function isForEverybody(show: PlannedEvent): boolean {
  return (propertiesOf(show).classificationType ?? 1) === 1;
}

function withLink(text: string, url: string): string {
  return text.trim() === '' ? url : `${text.trim()}\n\n${url}`;
}
