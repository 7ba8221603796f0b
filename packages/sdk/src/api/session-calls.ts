import { fieldsIn, textIn, wholeTextIn } from './answers.ts';
import type { Client } from './client.ts';

const DEFAULT_EXPIRY_SECONDS = 86_400;

export function sessionCalls(request: Client['request'], partnerId: number): Client['session'] {
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
