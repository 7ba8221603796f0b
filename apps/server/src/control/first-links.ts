import type { FastifyInstance } from 'fastify';
import type { FirstLinks } from '../link/process-messages.ts';
import { type AdminCall, callApi } from './call-as-admin.ts';
import { ensureSampleWebcast } from './sample-webcast.ts';

/** What a session may ask for at most: the link is for today, the next start prints another. */
const CONSOLE_SESSION_SECONDS = 86_400;
const ADMIN_SESSION = 2;

type Account = { readonly partnerId: number; readonly adminSecret: string };

/**
 * What whoever starts the server needs first: a session for the console, and a webcast to look at. Both come through the
 * front door, as any integration's would.
 */
export async function makeFirstLinks(app: FastifyInstance, account: Account): Promise<FirstLinks> {
  const consoleSession = await callApi<string>(app, 'session', 'start', {
    secret: account.adminSecret,
    partnerId: account.partnerId,
    userId: 'owner',
    type: ADMIN_SESSION,
    expiry: CONSOLE_SESSION_SECONDS,
  });
  const asAdmin: AdminCall = (service, action, parameters) =>
    callApi(app, service, action, { ks: consoleSession, ...parameters });
  return { consoleSession, sample: await ensureSampleWebcast(asAdmin) };
}
