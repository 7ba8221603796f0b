import { RostrumError } from '@rostrum/sdk';
import { expect, test } from 'vitest';
import { signedOutReasonOf, signInProblem } from './sign-in-words.ts';

const refusal = (code: string, args: Record<string, string> = {}) =>
  new RostrumError(code, 'The message', { args });

test('a session that was refused says why one has to sign in again', () => {
  const reasonOf = (why: string) => signedOutReasonOf(refusal('INVALID_KS', { ERR_DESC: why }));
  expect(reasonOf('EXPIRED')).toBe('expired');
  expect(reasonOf('LOGOUT')).toBe('ended');
  expect(reasonOf('INVALID_USER')).toBe('ended');
  expect(reasonOf('INVALID_STR')).toBe('refused');
});

test('whoever has tried too often is told how long to wait', () => {
  const after = (seconds: string) =>
    signInProblem(refusal('TOO_MANY_ATTEMPTS', { RETRY_AFTER_SECONDS: seconds }));
  expect(after('42')).toContain('in 42 seconds');
  expect(after('300')).toContain('in 5 minutes');
  expect(after('')).toContain('in a while');
});

test('what has no words of its own is told as the server says it', () => {
  expect(signInProblem(refusal('UNKNOWN_ROLE_ID'))).toBe('The message (UNKNOWN_ROLE_ID).');
});
