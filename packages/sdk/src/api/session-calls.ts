import type { AnyCall, CallOptions } from '../transport/door.ts';
import { fieldsIn, textIn, wholeTextIn } from './answers.ts';

const DEFAULT_EXPIRY_SECONDS = 86_400;

export type SessionCalls = {
  /** Signs a session with the account's secret. Only for servers: a secret never belongs in a page. */
  start(params: StartSession, options?: CallOptions): Promise<string>;
  /** An anonymous viewer's session. */
  startWidgetSession(
    params?: { readonly widgetId?: string; readonly expirySeconds?: number },
    options?: CallOptions,
  ): Promise<WidgetSession>;
  end(options?: CallOptions): Promise<void>;
};

export type StartSession = {
  readonly secret: string;
  readonly userId?: string;
  /** 0 user, 2 admin. */
  readonly type?: 0 | 2;
  readonly expirySeconds?: number;
  /** `view:0_ab12cd34,setrole:…`; see the server's documentation. */
  readonly privileges?: string;
};

export type WidgetSession = {
  readonly partnerId: number;
  readonly session: string;
  readonly userId: string;
};

export function sessionCalls(request: AnyCall, partnerId: number): SessionCalls {
  return {
    async start(params, call) {
      const { secret, userId = '', type = 0, privileges = '' } = params;
      const expiry = params.expirySeconds ?? DEFAULT_EXPIRY_SECONDS;
      const wish = { secret, userId, type, partnerId, expiry, privileges };
      return wholeTextIn(await request('session', 'start', wish, call));
    },
    async startWidgetSession(params = {}, call) {
      const widgetId = params.widgetId ?? `_${partnerId}`;
      const expiry = params.expirySeconds ?? DEFAULT_EXPIRY_SECONDS;
      const answer = fieldsIn(
        await request('session', 'startWidgetSession', { widgetId, expiry }, call),
      );
      return {
        partnerId: Number(answer.partnerId),
        session: wholeTextIn(answer.ks),
        userId: textIn(answer.userId) || '0',
      };
    },
    async end(call) {
      await request('session', 'end', {}, call);
    },
  };
}
