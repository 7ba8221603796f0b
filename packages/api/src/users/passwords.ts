import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../errors/api-error.ts';

/** 32 MiB and about a tenth of a second: enough to make guessing dear, little enough for a small machine. */
const COST = { N: 32_768, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Each takes a core and 32 MiB for its time; the rest wait. */
const MAX_AT_ONCE = 2;
/** More are refused at once: they would wait longer than anybody does. */
const MAX_WAITING = 100;

/** Hashes passwords with scrypt, in the system's threads, a few at a time. */
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** `scrypt$N$r$p$salt$hash`, the last two in base64. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const derived = await this.#derive(password, salt, COST);
    const { N, r, p } = COST;
    return ['scrypt', N, r, p, salt.toString('base64'), derived.toString('base64')].join('$');
  }

  async isRight(password: string, stored: string): Promise<boolean> {
    const { salt, expected, cost } = parseHash(stored);
    return timingSafeEqual(await this.#derive(password, salt, cost), expected);
  }

  /** Takes as long as looking at a password does, so that nobody learns who has one. */
  async pretend(password: string): Promise<void> {
    await this.#derive(password, Buffer.alloc(SALT_BYTES), COST);
  }

  async #derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
    await this.#enter();
    try {
      return await derive(password.normalize('NFKC'), salt, {
        ...cost,
        maxmem: 2 * 128 * cost.N * cost.r,
      });
    } finally {
      const next = this.#waiting.shift();
      // Whoever waits takes the place as it is, so that nobody slips in between.
      if (next === undefined) this.#running--;
      else next();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < MAX_AT_ONCE) {
      this.#running++;
      return;
    }
    if (this.#waiting.length >= MAX_WAITING) throw new ApiError('TOO_MANY_ATTEMPTS', 1);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

type Cost = { readonly N: number; readonly r: number; readonly p: number };

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function parseHash(stored: string): {
  readonly salt: Buffer;
  readonly expected: Buffer;
  readonly cost: Cost;
} {
  const [, N, r, p, salt = '', expected = ''] = stored.split('$');
  return {
    salt: Buffer.from(salt, 'base64'),
    expected: Buffer.from(expected, 'base64'),
    cost: { N: Number(N), r: Number(r), p: Number(p) },
  };
}
