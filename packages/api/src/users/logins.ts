import { offTrail } from '../audit/trail.ts';
import { Turns } from '../entries/turns.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Clock } from '../ports.ts';
import type { Attempts } from '../session/attempts.ts';
import { type Login, type LoginsStore, loginKeyOf } from '../store/account/logins-store.ts';
import type { Statement } from '../store/database.ts';
import { refuseWeakPassword } from './password-rules.ts';
import type { Passwords } from './passwords.ts';

export type LoginsOptions = {
  readonly store: LoginsStore;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly clock: Clock;
};

/** Wrong passwords in a row, and how long the login is blocked then. */
const MAX_FAILED_ATTEMPTS = 10;
const BLOCK_MS = 15 * 60_000;

/** Earlier passwords that may not come back. */
const REMEMBERED_HASHES = 3;

/** Who signs in with a password: proves it, changes it, blocks who guesses. */
export class Logins {
  readonly #options: LoginsOptions;
  /** Guesses at one login are looked at one after the other, so that none escapes the count. */
  readonly #turns = new Turns();

  constructor(options: LoginsOptions) {
    this.#options = options;
  }

  find(loginId: string): Promise<Login | null> {
    return this.#options.store.find(loginId);
  }

  /**
   * The login, if the password is right. Takes as long for a login that is not there.
   *
   * @throws ApiError ADMIN_KUSER_NOT_FOUND, LOGIN_RETRIES_EXCEEDED, LOGIN_BLOCKED, TOO_MANY_ATTEMPTS
   */
  async authenticate(loginId: string, password: string, remoteAddress: string): Promise<Login> {
    const attempt = { remoteAddress, account: loginKeyOf(loginId) };
    await this.#options.attempts.refuseTooMany('password', attempt);
    try {
      return await this.#turns.take(attempt.account, () => this.#prove(loginId, password));
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'TOO_MANY_ATTEMPTS')
        await this.#options.attempts.countWrong('password', attempt);
      throw error;
    }
  }

  /** Like authenticate, where nobody can sign in: only counts, and takes its time. */
  async refuse(name: string, password: string, remoteAddress: string): Promise<never> {
    const attempt = { remoteAddress, account: name };
    await this.#options.attempts.refuseTooMany('password', attempt);
    await this.#options.passwords.pretend(password);
    await this.#options.attempts.countWrong('password', attempt);
    throw new ApiError('ADMIN_KUSER_NOT_FOUND');
  }

  /**
   * A new login, to be written in the job that gives it to a user.
   *
   * @throws ApiError where the id is no email address or the password is weak
   */
  async create(
    loginId: string,
    password: string,
  ): Promise<{
    readonly login: Login;
    readonly statement: Statement;
  }> {
    const id = loginId.trim();
    refuseNoAddress(id);
    refuseWeakPassword(password, id);
    const login: Login = {
      key: loginKeyOf(id),
      id,
      passwordHash: await this.#options.passwords.hash(password),
      earlierHashes: [],
      failedAttempts: 0,
      blockedUntilMs: 0,
      lastPartnerId: null,
      updatedAtMs: this.#options.clock.nowMs(),
      revision: 1,
    };
    return { login, statement: this.#options.store.insertion(login) };
  }

  /**
   * The login with another password, not yet written.
   *
   * @throws ApiError PASSWORD_STRUCTURE_INVALID, COMMON_PASSWORD, PASSWORD_ALREADY_USED
   */
  async withPassword(login: Login, password: string): Promise<Login> {
    const { passwords, clock } = this.#options;
    refuseWeakPassword(password, login.id);
    const used = [login.passwordHash, ...login.earlierHashes].slice(0, REMEMBERED_HASHES);
    for (const each of used) {
      if (await passwords.isRight(password, each)) throw new ApiError('PASSWORD_ALREADY_USED');
    }
    return {
      ...login,
      passwordHash: await passwords.hash(password),
      earlierHashes: used,
      failedAttempts: 0,
      blockedUntilMs: 0,
      updatedAtMs: clock.nowMs(),
    };
  }

  /** The login under another id, not yet written. @throws ApiError where it is no email address */
  renamed(login: Login, loginId: string): Login {
    const id = loginId.trim();
    if (id === login.id) return login;
    refuseNoAddress(id);
    return { ...login, id, key: loginKeyOf(id) };
  }

  /** Remembers the account of the last sign-in, and forgets wrong passwords before it. */
  async rememberSuccess(login: Login, partnerId: number): Promise<void> {
    if (login.failedAttempts === 0 && login.lastPartnerId === partnerId) return;
    // Someone else's change that came first is newer: nothing is lost by leaving it.
    await this.#options.store.replace({
      ...login,
      failedAttempts: 0,
      lastPartnerId: partnerId,
      revision: login.revision + 1,
    });
  }

  async #prove(loginId: string, password: string): Promise<Login> {
    const { store, passwords, clock } = this.#options;
    const login = await store.find(loginId);
    if (login === null) {
      await passwords.pretend(password);
      throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    }
    if (login.blockedUntilMs > clock.nowMs()) {
      await passwords.pretend(password);
      throw new ApiError('LOGIN_BLOCKED');
    }
    if (await passwords.isRight(password, login.passwordHash)) return login;
    const blockedUntilMs = clock.nowMs() + BLOCK_MS;
    await offTrail(() => store.countFailure(login.key, MAX_FAILED_ATTEMPTS, blockedUntilMs));
    const isLast = login.failedAttempts + 1 >= MAX_FAILED_ATTEMPTS;
    throw new ApiError(isLast ? 'LOGIN_RETRIES_EXCEEDED' : 'ADMIN_KUSER_NOT_FOUND');
  }
}

/** People know their login id as an email address; nothing is ever sent there. */
const ADDRESS = /^[^\s@,;:/\\"<>]{1,64}@[^\s@,;:/\\"<>]{1,100}$/;

export function refuseNoAddress(loginId: string): void {
  if (!ADDRESS.test(loginId)) throw new ApiError('INVALID_FIELD_VALUE', 'loginId');
}
