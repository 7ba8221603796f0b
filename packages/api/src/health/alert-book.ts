import type { Clock, Log } from '../ports.ts';
import type { ServerAlert } from './alert.ts';

/** An alert, and since when it has been one: wall clock, ms. */
export type StandingAlert = ServerAlert & { readonly sinceMs: number };

/** Remembers since when alerts stand, and tells the log when they come and go. */
export class AlertBook {
  readonly #clock: Clock;
  readonly #log: Log;
  #standing = new Map<string, StandingAlert>();

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
  }

  /** Takes what is wrong now; gives it back with the times. */
  update(alerts: readonly ServerAlert[]): readonly StandingAlert[] {
    const before = this.#standing;
    const standing = alerts.map((alert) => ({
      ...alert,
      sinceMs: before.get(keyOf(alert))?.sinceMs ?? this.#clock.nowMs(),
    }));
    this.#standing = new Map(standing.map((alert) => [keyOf(alert), alert]));
    for (const [key, { code, severity, message, entryId }] of this.#standing) {
      if (before.has(key)) continue;
      this.#log[severity === 'error' ? 'error' : 'warn']({ code, entryId }, message);
    }
    for (const [key, { code, entryId }] of before) {
      if (!this.#standing.has(key)) this.#log.info({ code, entryId }, 'an alert is over');
    }
    return standing;
  }
}

/** What makes it the same alert as before. */
export function keyOf({ code, entryId, concerns, webhookId }: ServerAlert): string {
  return `${code} ${webhookId ?? entryId ?? concerns}`;
}
