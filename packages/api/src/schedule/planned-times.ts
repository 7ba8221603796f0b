import { bySystem } from '../audit/system-trail.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import { isUnfinished } from '../live/broadcast-facts.ts';
import { statusOf } from '../live/live-state.ts';
import type { Webcast } from '../live/webcast.ts';
import type { Channels, Clock, Log } from '../ports.ts';
import type { Statement } from '../store/database.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { EventsStore, Span } from '../store/schedule/events-store.ts';
import {
  ACTIVE,
  LIVE_STREAM_EVENT,
  type PlannedEvent,
  propertiesOf,
  REPEATS,
} from './schedule-event.ts';

export type PlannedTimesOptions = {
  readonly entries: EntriesStore;
  readonly events: EventsStore;
  readonly book: Pick<EntryBook, 'announce'>;
  readonly channels: Channels;
  readonly clock: Clock;
  readonly log: Log;
};

/** A change of what is planned, as far as it concerns shows of one webcast. */
export type ScheduleChange = {
  /** Events as they are after the change, occurrences among them. */
  readonly after: readonly PlannedEvent[];
  /** Their times before. */
  readonly before: readonly Span[];
  /** Of the events that are stored: those that the change takes the place of. */
  readonly isReplaced: (event: PlannedEvent) => boolean;
};

/** What is to be written along with a change, and what is to be done after it. */
export type Following = { readonly statements: readonly Statement[]; announce(): void };

const NOTHING: Following = { statements: [], announce: () => {} };

/** Times, Unix seconds; null where none is planned. */
type Dates = { readonly startS: number | null; readonly endS: number | null };

/** So many at once: the next sweep goes on. */
const MAX_AT_ONCE = 100;

const MAX_ATTEMPTS = 8;

/**
 * Keeps the one time that viewers see, a webcast's own startDate and endDate, in step with what says when its next show
 * is: events, and the records of event pages. Whoever speaks last is heard.
 */
export class PlannedTimes {
  readonly #options: PlannedTimesOptions;

  constructor(options: PlannedTimesOptions) {
    this.#options = options;
  }

  /** For the job of the change itself, so that both are written or none. */
  async following(entryId: string, change: ScheduleChange): Promise<Following> {
    const { entries, events, clock } = this.#options;
    const record = await entries.findWebcast(entryId);
    if (record === null) return NOTHING;
    const stored = (await events.showsOf(entryId)).filter((each) => !change.isReplaced(each));
    const next = nextOf([...stored, ...change.after], clock.nowMs());
    const { startDate } = record.webcast.properties;
    const wasPlanned = change.before.some(({ startS }) => startS === startDate);
    if (next === null && !wasPlanned) return NOTHING;
    return this.#changing(record.webcast, next ?? NEVER);
  }

  /** An event page's record says when the show is. */
  async follow(entryId: string, dates: Dates): Promise<void> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const record = await this.#options.entries.findWebcast(entryId);
      if (record === null || isPlanned(record.webcast, dates)) return;
      if (await this.#replace(withDates(record.webcast, dates, this.#options.clock.nowMs()))) {
        return;
      }
    }
  }

  /** Moves webcasts whose show is over on to the next one that is planned. @returns how many it has moved */
  async moveOn(): Promise<number> {
    const { entries, events, channels, clock, log } = this.#options;
    const nowMs = clock.nowMs();
    let moved = 0;
    for (const { entryId, startS } of await events.outdated(
      Math.floor(nowMs / 1000),
      MAX_AT_ONCE,
    )) {
      const record = await entries.findWebcast(entryId);
      if (record === null || record.webcast.properties.startDate !== startS) continue;
      // A show that runs late is still the one that was planned.
      const status = statusOf(channels, record);
      if (status !== null && isUnfinished(status.state)) continue;
      const next = nextOf(await events.showsOf(entryId), nowMs);
      if (next === null) continue;
      const { webcast } = record;
      const entry = { id: entryId, name: webcast.properties.name ?? '' };
      const deed = { partnerId: webcast.partnerId, rule: 'schedule', verb: 'CHANGED' } as const;
      const after = withDates(webcast, next, nowMs);
      if (!(await bySystem({ ...deed, entry, nowMs }, () => this.#replace(after)))) continue;
      log.info({ entryId, startS: next.startS }, 'a webcast goes on to the next of its shows');
      moved += 1;
    }
    return moved;
  }

  #changing(webcast: Webcast, dates: Dates): Following {
    if (isPlanned(webcast, dates)) return NOTHING;
    const { entries, book, clock } = this.#options;
    const entry = withDates(webcast, dates, clock.nowMs());
    return { statements: entries.replacing(entry), announce: () => book.announce(entry) };
  }

  async #replace(webcast: Webcast): Promise<boolean> {
    const isReplaced = await this.#options.entries.replace(webcast);
    if (isReplaced) this.#options.book.announce(webcast);
    return isReplaced;
  }
}

const NEVER: Dates = { startS: null, endS: null };

/** The show that is on, or the next one; null where none is to come. */
export function nextOf(shows: readonly PlannedEvent[], nowMs: number): PlannedEvent | null {
  const nowS = nowMs / 1000;
  const coming = shows.filter((show) => isShow(show) && show.status === ACTIVE && show.endS > nowS);
  return coming.toSorted((a, b) => a.startS - b.startS || a.id - b.id)[0] ?? null;
}

/** A time at which a webcast is to be on air. */
export function isShow(event: PlannedEvent): boolean {
  const { templateEntryId } = propertiesOf(event);
  return (
    event.type === LIVE_STREAM_EVENT && event.recurrenceType !== REPEATS && Boolean(templateEntryId)
  );
}

function isPlanned({ properties }: Webcast, { startS, endS }: Dates): boolean {
  return (properties.startDate ?? null) === startS && (properties.endDate ?? null) === endS;
}

function withDates(before: Webcast, { startS, endS }: Dates, nowMs: number): Webcast {
  const { startDate: _start, endDate: _end, ...properties } = before.properties;
  return {
    ...before,
    revision: before.revision + 1,
    updatedAtMs: nowMs,
    properties: {
      ...properties,
      ...(startS === null ? {} : { startDate: startS }),
      ...(endS === null ? {} : { endDate: endS }),
    },
  };
}
