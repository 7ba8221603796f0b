import type { IncomingMessage } from 'node:http';

/** Somebody who has signed in to the portal. */
export type Person = {
  /** What the portal calls them: sessions carry it, so that questions and statistics have names. */
  readonly userId: string;
  readonly name: string;
  readonly mayProduce: boolean;
};

/** A portal has its own sign-in. Here it is a choice between two people, so that both sides can be tried. */
export const PEOPLE: readonly Person[] = [
  { userId: 'employee@portal.example', name: 'Employee', mayProduce: false },
  { userId: 'producer@portal.example', name: 'Producer', mayProduce: true },
];

const COOKIE = 'portal-user';

export function personOf(request: IncomingMessage): Person {
  const cookies = new Map(
    (request.headers.cookie ?? '').split(';').map((pair) => {
      const [name = '', value = ''] = pair.trim().split('=');
      return [name, decodeURIComponent(value)] as const;
    }),
  );
  const userId = cookies.get(COOKIE);
  return PEOPLE.find((person) => person.userId === userId) ?? (PEOPLE[0] as Person);
}

export function signInCookie(userId: string): string {
  return `${COOKIE}=${encodeURIComponent(userId)}; Path=/; HttpOnly; SameSite=Lax`;
}
