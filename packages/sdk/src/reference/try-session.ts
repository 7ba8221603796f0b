import { createClient } from '../api/client.ts';

/** A session that calls are sent with, and what the server says of it. */
export type TrySession = {
  readonly ks: string;
  /** Null until the server has said it. */
  readonly facts: SessionFacts | null;
};

export type SessionFacts = {
  readonly isAdmin: boolean;
  readonly partnerId: number;
  readonly userId: string;
  readonly expiresAtSeconds: number;
  readonly privileges: string;
};

/** @throws RostrumError where the server does not answer, or does not know the session */
export async function askSessionFacts(serviceUrl: string, ks: string): Promise<SessionFacts> {
  const client = createClient({ serviceUrl, partnerId: 0, session: ks });
  const answer = (await client.request('session', 'get')) as Readonly<Record<string, unknown>>;
  return {
    isAdmin: Number(answer.sessionType) > 0,
    partnerId: Number(answer.partnerId),
    userId: String(answer.userId ?? ''),
    expiresAtSeconds: Number(answer.expiry),
    privileges: String(answer.privileges ?? ''),
  };
}
