/** `32:10`, `1:02:05`: a length or a place in time. Negative counts as 0. */
export function clockText(ms: number): string {
  const wholeS = Math.max(0, Math.floor(ms / 1_000));
  const seconds = String(wholeS % 60).padStart(2, '0');
  const minutes = Math.floor(wholeS / 60) % 60;
  const hours = Math.floor(wholeS / 3_600);
  if (hours === 0) return `${minutes}:${seconds}`;
  return `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`;
}

/**
 * When it is, in the viewer's language and zone: `Thursday, 24 November, 10:00 – 11:30`. The year is named where it is not
 * the present one.
 */
export function scheduleText(
  startsAtMs: number,
  endsAtMs: number | null,
  language: string,
  nowMs: number,
): string {
  const isThisYear = new Date(startsAtMs).getFullYear() === new Date(nowMs).getFullYear();
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  return endsAtMs === null || endsAtMs <= startsAtMs
    ? format.format(startsAtMs)
    : format.formatRange(startsAtMs, endsAtMs);
}

/** One moment with its year: for details. */
export function momentText(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(atMs);
}

/** The viewer's zone as people know it: `Europe/Berlin`. */
export function zoneText(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
}

/** A window of time in the largest unit that fits: `2 hours`, `90 minutes`. */
export function windowText(ms: number, language: string): string {
  const minutes = Math.round(ms / 60_000);
  const isHours = minutes >= 120 && minutes % 60 === 0;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isHours ? 'hour' : 'minute',
    unitDisplay: 'long',
  }).format(isHours ? minutes / 60 : minutes);
}
