/** The console speaks English; whose English decides how dates are written. */
export const LOCALE = navigator.languages.find((name) => /^en\b/.test(name)) ?? 'en-GB';

const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const TIME = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });

const DAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });
const DAY_OF_YEAR = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });

/** A moment by the viewer's own clock: `today, 16:00`, else with its date. */
export function momentText(ms: number, nowMs = Date.now()): string {
  return isSameDay(ms, nowMs) ? `today, ${TIME.format(ms)}` : MOMENT.format(ms);
}

/** A moment that has passed, after a word: `16:00` today, else with its date. */
export function pastText(ms: number, nowMs = Date.now()): string {
  return isSameDay(ms, nowMs) ? TIME.format(ms) : MOMENT.format(ms);
}

/** A planned moment: `Thu 26 Nov, 16:00`; with its year where that is another one. */
export function dayText(ms: number, nowMs = Date.now()): string {
  if (isSameDay(ms, nowMs)) return `Today, ${TIME.format(ms)}`;
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return `${(isThisYear ? DAY : DAY_OF_YEAR).format(ms)}, ${TIME.format(ms)}`;
}

function isSameDay(ms: number, otherMs: number): boolean {
  return new Date(ms).toDateString() === new Date(otherMs).toDateString();
}
