import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ApiError } from '../errors/api-error.ts';
import type { Log } from '../ports.ts';

/** What somebody guesses at. Each has counts of its own. */
export type AttemptSubject = 'secret' | 'token' | 'password';

/** Where an attempt came from, and at which account it was aimed. */
export type Attempt = { readonly remoteAddress: string; readonly account: string };

/** Wrong attempts within a minute. Honest mistakes stay far below, and so does an office behind one address. */
const MAX_PER_ADDRESS = 60;
/** From all addresses together. */
const MAX_PER_ACCOUNT = 600;
const WINDOW_SECONDS = 60;

/** Addresses and accounts share this many counts for each limit: a few megabytes, however many there are of them. */
const BUCKETS = 4096;

/**
 * Counts wrong secrets, tokens and passwords by remote address and by account. What is right is never counted, and
 * never asked about where it can't be guessed (see `mayBeGuessed`).
 */
export class Attempts {
  readonly #log: Log;
  readonly #byAddress = limiter(MAX_PER_ADDRESS);
  readonly #byAccount = limiter(MAX_PER_ACCOUNT);

  constructor(log: Log) {
    this.#log = log;
  }

  /**
   * Asked before something that may be guessed is looked at.
   *
   * @throws ApiError TOO_MANY_ATTEMPTS
   */
  async refuseTooMany(subject: AttemptSubject, attempt: Attempt): Promise<void> {
    const { address, account } = bucketsOf(subject, attempt);
    const used = await Promise.all([this.#byAddress.get(address), this.#byAccount.get(account)]);
    const over = used.find((each) => each !== null && each.remainingPoints <= 0);
    if (over) throw tooMany(over.msBeforeNext);
  }

  /**
   * One more was wrong.
   *
   * @throws ApiError TOO_MANY_ATTEMPTS in the place of the caller's own error, once there were too many
   */
  async countWrong(subject: AttemptSubject, attempt: Attempt): Promise<void> {
    const { address, account } = bucketsOf(subject, attempt);
    const [byAddress, byAccount] = await Promise.all([
      this.#byAddress.penalty(address),
      this.#byAccount.penalty(account),
    ]);
    if (byAddress.consumedPoints === MAX_PER_ADDRESS + 1) {
      const { remoteAddress } = attempt;
      this.#log.warn({ subject, remoteAddress }, 'an address sends too many wrong credentials');
    }
    if (byAccount.consumedPoints === MAX_PER_ACCOUNT + 1) {
      this.#log.warn(
        { subject, account: attempt.account },
        'an account’s credentials are guessed at',
      );
    }
    if (byAddress.consumedPoints > MAX_PER_ADDRESS) throw tooMany(byAddress.msBeforeNext);
    if (byAccount.consumedPoints > MAX_PER_ACCOUNT) throw tooMany(byAccount.msBeforeNext);
  }
}

/** Below this many characters a secret that somebody has thought of may be found by trying; the generated have 32. */
const SAFE_LENGTH = 16;

export function mayBeGuessed(secret: string): boolean {
  return secret.length < SAFE_LENGTH;
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

function tooMany(msBeforeNext: number): ApiError {
  return new ApiError('TOO_MANY_ATTEMPTS', Math.max(1, Math.ceil(msBeforeNext / 1000)));
}

function bucketsOf(subject: AttemptSubject, { remoteAddress, account }: Attempt) {
  return {
    address: bucketOf(`${subject} ${networkOf(remoteAddress)}`),
    account: bucketOf(`${subject} ${account}`),
  };
}

function bucketOf(text: string): string {
  return String(hash('sha1', text, 'buffer').readUInt32BE() % BUCKETS);
}

/** Whoever has one IPv6 address has all that share its first 64 bits. */
export function networkOf(remoteAddress: string): string {
  if (!isIPv6(remoteAddress)) return remoteAddress;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(remoteAddress)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = remoteAddress.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  const whole = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0')];
  if (tail !== undefined) whole.push(...tail.split(':'));
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
