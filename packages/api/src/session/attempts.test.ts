import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LogForTests } from '../log-for-tests.ts';
import { Attempts, mayBeGuessed, networkOf } from './attempts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const from = (remoteAddress: string, account = '100') => ({ remoteAddress, account });

async function countWrong(attempts: Attempts, times: number, attempt = from('192.0.2.1')) {
  for (let count = 0; count < times; count++) await attempts.countWrong('secret', attempt);
}

test('an address has some wrong attempts a minute, each subject for itself', async () => {
  const log = new LogForTests();
  const attempts = new Attempts(log);
  await countWrong(attempts, 60);
  await expect(attempts.countWrong('secret', from('192.0.2.1', '7'))).rejects.toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    args: { RETRY_AFTER_SECONDS: '60' },
  });
  await expect(attempts.refuseTooMany('secret', from('192.0.2.1', '8'))).rejects.toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
  });
  await attempts.refuseTooMany('password', from('192.0.2.1'));
  await attempts.refuseTooMany('secret', from('192.0.2.2'));
  expect(log.lines).toHaveLength(1);

  vi.advanceTimersByTime(60_001);
  await attempts.refuseTooMany('secret', from('192.0.2.1'));
});

test('an account has more, from all addresses together', async () => {
  const attempts = new Attempts(new LogForTests());
  for (let address = 0; address < 60; address++)
    await countWrong(attempts, 10, from(`198.51.100.${address}`, '100'));
  await expect(countWrong(attempts, 1, from('203.0.113.9'))).rejects.toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
  });
  await attempts.refuseTooMany('secret', from('203.0.113.9', '200'));
});

test('a hundred thousand addresses take no more room than a few thousand counts', async () => {
  const attempts = new Attempts(new LogForTests());
  for (let count = 0; count < 100_000; count++) {
    const address = `2001:db8:${(count >> 8).toString(16)}:${(count & 255).toString(16)}::1`;
    await attempts.countWrong('token', from(address, `account ${count}`)).catch(() => undefined);
  }
  // Each count has a timer that lets it go.
  expect(vi.getTimerCount()).toBeLessThanOrEqual(2 * 4096);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1:2:3:4', 'fe80:0:0:0'],
  ['no address', 'no address'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('generated secrets cannot be guessed', () => {
  expect(mayBeGuessed('0123456789abcdef0123456789abcdef')).toBe(false);
  expect(mayBeGuessed('operator')).toBe(true);
});
