import type { FastifyInstance } from 'fastify';

/** Calls an action as the account's administrator. */
export type AdminCall = <T>(service: string, action: string, parameters: object) => Promise<T>;

/** @throws Error with the code, where the action is refused: it is one that the server itself needs */
export async function callApi<T>(
  app: FastifyInstance,
  service: string,
  action: string,
  parameters: object,
): Promise<T> {
  const response = await app.inject({
    method: 'POST',
    url: `/api_v3/service/${service}/action/${action}`,
    payload: { format: 1, ...parameters },
  });
  const answer = response.json<T & { code?: string; message?: string }>();
  if (answer.code !== undefined) {
    throw new Error(`${service}.${action} was refused: ${answer.code}: ${answer.message}`);
  }
  return answer;
}
