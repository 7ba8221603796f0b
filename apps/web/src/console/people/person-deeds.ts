import { changePerson, deletePerson, keepPersonFromSigningIn, type Person } from '@rostrum/sdk';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask, type Question } from '../parts/ask.ts';
import { failureSentence } from '../parts/failure-words.ts';
import { personName } from './person-words.ts';

/** What can be done with somebody besides editing. Each asks, says what became of it, and answers whether it was done. */

export function removePerson(console: ConsoleContext, person: Person): Promise<boolean> {
  const name = personName(person);
  return afterAsking(
    console,
    {
      heading: `Remove ${name}?`,
      text: 'They sign in no more, and are signed out everywhere at once. Their webcasts and recordings stay.',
      confirm: 'Remove person',
    },
    () => deletePerson(console.client, person.id),
    `${name} is removed.`,
  );
}

export function blockPerson(console: ConsoleContext, person: Person): Promise<boolean> {
  const name = personName(person);
  return afterAsking(
    console,
    {
      heading: `Block ${name}?`,
      text: 'All of their sessions stop working at once, also those that your application has started for them. You can unblock them at any time.',
      confirm: 'Block person',
    },
    () => changePerson(console.client, person.id, { isBlocked: true }),
    `${name} is blocked.`,
  );
}

export function unblockPerson(console: ConsoleContext, person: Person): Promise<boolean> {
  return attempt(
    console,
    () => changePerson(console.client, person.id, { isBlocked: false }),
    `${personName(person)} may come back.`,
  );
}

export function takeSignIn(console: ConsoleContext, person: Person): Promise<boolean> {
  const name = personName(person);
  return afterAsking(
    console,
    {
      heading: `Take the sign-in from ${name}?`,
      text: 'They are signed out everywhere at once. Sessions that your application starts for them go on.',
      confirm: 'Take sign-in away',
    },
    () => keepPersonFromSigningIn(console.client, person.id),
    `${name} signs in no more.`,
  );
}

async function afterAsking(
  console: ConsoleContext,
  question: Question,
  deed: () => Promise<unknown>,
  said: string,
): Promise<boolean> {
  return (await ask(question)) && attempt(console, deed, said);
}

async function attempt(
  console: ConsoleContext,
  deed: () => Promise<unknown>,
  said: string,
): Promise<boolean> {
  try {
    await deed();
  } catch (error) {
    console.notify(failureSentence(error), 'warn');
    return false;
  }
  console.notify(said);
  return true;
}
