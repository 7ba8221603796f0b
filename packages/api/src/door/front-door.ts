import type { ServerResponse } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import type { Log } from '../ports.ts';
import { type AnswerOptions, answerRequest, type HttpAnswer } from './answer-request.ts';
import { sendAnswer, sendPreflight } from './send-answer.ts';

/** Doubled slashes come from service addresses that end with one; some clients write the name in capitals. */
const ANY_CASE = ':script(^[aA][pP][iI]_[vV]3$)';
const PATHS = ['/api_v3', `/${ANY_CASE}`, `//${ANY_CASE}`, `///${ANY_CASE}`].flatMap((path) => [
  path,
  `${path}/*`,
]);

/**
 * The routes of the API. Always status 200: clients take anything else for a broken connection. The door reads bodies
 * itself, before Fastify looks at them, because clients name content types that are not true.
 */
export function frontDoor(options: AnswerOptions): FastifyPluginAsync {
  return async (app) => {
    for (const url of PATHS) {
      app.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url,
        onRequest: async (request, reply) => {
          reply.hijack();
          if (request.method === 'OPTIONS') sendPreflight(reply.raw);
          else send(reply.raw, await answerRequest(options, request), options.log);
        },
        handler: neverReached,
      });
    }
  };
}

/** Nobody else answers here: what cannot be sent ends the connection, so that no client waits for it. */
function send(reply: ServerResponse, answer: HttpAnswer, log: Log): void {
  try {
    sendAnswer(reply, answer, log);
  } catch (error) {
    const { callId } = answer;
    log.error({ callId, error: String(error) }, 'an answer of the API could not be sent');
    reply.destroy();
  }
}

function neverReached(): never {
  throw new Error('the hook before has answered');
}
