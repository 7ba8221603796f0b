import { fieldsIn, momentIn, textIn } from './answers.ts';
import type { CallOptions, Client } from './client.ts';

/** Something that somebody should look at. */
export type ServerAlert = {
  readonly code: string;
  /** warning: it will hurt if nobody acts; error: it hurts already. */
  readonly severity: 'warning' | 'error';
  readonly message: string;
  /** What to do next. */
  readonly advice: string;
  /** The entry that it is about; null where it is about none. */
  readonly entryId: string | null;
  /** Wall clock, ms; null where it is not told. */
  readonly sinceMs: number | null;
};

/**
 * What is wrong with the server, as far as it concerns the session's account, the worst first. For admin sessions.
 *
 * @throws RostrumError
 */
export async function listServerAlerts(
  client: Client,
  options: CallOptions = {},
): Promise<readonly ServerAlert[]> {
  const state = fieldsIn(await client.request('rostrum_server', 'getState', {}, options));
  return Array.isArray(state.alerts) ? state.alerts.map((alert) => alertIn(fieldsIn(alert))) : [];
}

function alertIn(alert: ReturnType<typeof fieldsIn>): ServerAlert {
  const entryId = textIn(alert.entryId);
  return {
    code: textIn(alert.code),
    severity: alert.severity === 'error' ? 'error' : 'warning',
    message: textIn(alert.message),
    advice: textIn(alert.advice),
    entryId: entryId === '' ? null : entryId,
    sinceMs: momentIn(alert.since),
  };
}
