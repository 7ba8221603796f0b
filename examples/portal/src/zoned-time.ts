/**
 * The moment, ms, at which the clocks of a zone (`America/New_York`) show `2027-01-12T10:00`; NaN where that is no time.
 *
 * @throws RangeError where there is no such zone
 */
export function momentIn(timeZone: string, local: string): number {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return asUtc;
  const about = asUtc - offsetAt(asUtc, timeZone);
  // Between the two the clocks may have changed.
  return asUtc - offsetAt(about, timeZone);
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** How far the zone is ahead of UTC then, ms. */
function offsetAt(ms: number, timeZone: string): number {
  // Swedish writes times as ISO 8601 has them.
  const clock = new Date(ms).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${clock.replace(' ', 'T')}Z`) - ms;
}
