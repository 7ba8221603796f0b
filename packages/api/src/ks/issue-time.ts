/**
 * When a session was issued travels in its additional data (`issued:MS`), so that ending a group of sessions ends those
 * that were issued until then and no later ones. Sessions that clients sign themselves do not say it.
 */
export function formatIssueTime(nowMs: number): string {
  return `issued:${nowMs}`;
}

/** Unix milliseconds; null where the session does not say. */
export function parseIssueTime(additionalData: string | undefined): number | null {
  const digits = /^issued:(\d{1,15})$/.exec(additionalData ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
