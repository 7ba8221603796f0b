import { expect, test } from 'vitest';
import { refuseWeakPassword } from './password-rules.ts';
import { Passwords } from './passwords.ts';

test('a password is right against its hash, however its letters are composed, and no other is', async () => {
  const passwords = new Passwords();
  const hash = await passwords.hash('Schöne Grüße 7');
  expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$/);
  expect(await passwords.isRight('Schöne Grüße 7', hash)).toBe(true);
  expect(await passwords.isRight('Schöne Grüße 7'.normalize('NFD'), hash)).toBe(true);
  expect(await passwords.isRight('Schöne Grüße 8', hash)).toBe(false);
  expect(await passwords.hash('Schöne Grüße 7')).not.toBe(hash);
});

test('more at once than anybody waits for are refused, and the others answered', async () => {
  const passwords = new Passwords();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 110 }, () => passwords.pretend('x')),
  );
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_ATTEMPTS' } });
  await passwords.pretend('afterwards there is room again');
});

test.each([
  ['Abcdef1', 'PASSWORD_STRUCTURE_INVALID'],
  ['abcdefgh', 'PASSWORD_STRUCTURE_INVALID'],
  ['abcdefg1', 'PASSWORD_STRUCTURE_INVALID'],
  ['Aa1Aa1Aa1', 'PASSWORD_STRUCTURE_INVALID'],
  ['aaaaaaaaaaaaaaaaaaaa', 'PASSWORD_STRUCTURE_INVALID'],
  ['My-Grace-17', 'PASSWORD_STRUCTURE_INVALID'],
  [`Aa1${'x'.repeat(126)}`, 'PASSWORD_STRUCTURE_INVALID'],
  ['Password1!', 'COMMON_PASSWORD'],
  ['2026Welcome!', 'COMMON_PASSWORD'],
])('%s is refused with %s', (password, code) => {
  expect(() => refuseWeakPassword(password, 'grace@example.org')).toThrow(
    expect.objectContaining({ code }),
  );
});

test.each(['Tr0mbone', 'correct horse battery', 'пароль-Ключ7', 'zebra Crossing 9'])(
  '%s will do',
  (password) => {
    expect(() => refuseWeakPassword(password, 'grace@example.org')).not.toThrow();
  },
);
