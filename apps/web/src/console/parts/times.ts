/** The console speaks English; whose English decides how dates are written. */
export const LOCALE = navigator.languages.find((name) => /^en\b/.test(name)) ?? 'en-GB';

const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const TIME = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });

/** A moment by the viewer's own clock: the time for today, else the date with it. */
export function momentText(ms: number, nowMs = Date.now()): string {
  const isToday = new Date(ms).toDateString() === new Date(nowMs).toDateString();
  return isToday ? `today, ${TIME.format(ms)}` : MOMENT.format(ms);
}
