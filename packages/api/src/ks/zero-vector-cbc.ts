import { createCipheriv, createDecipheriv } from 'node:crypto';

const BLOCK_LENGTH = 16;
const ALGORITHM = 'aes-128-cbc';

/**
 * AES-128-CBC with a vector of zeros and without padding, for many short messages under one key. Making a cipher costs
 * ten times what a session's few blocks do, so that one is kept: it goes on chaining from its last block, and taking
 * that block out of the next message's first one makes it begin anew.
 */
export class ZeroVectorCbc {
  readonly #cipher;
  readonly #decipher;
  readonly #lastEncrypted = Buffer.alloc(BLOCK_LENGTH);
  readonly #lastDecrypted = Buffer.alloc(BLOCK_LENGTH);

  /** @param key 16 bytes */
  constructor(key: Uint8Array) {
    const vector = Buffer.alloc(BLOCK_LENGTH);
    this.#cipher = createCipheriv(ALGORITHM, key, vector).setAutoPadding(false);
    this.#decipher = createDecipheriv(ALGORITHM, key, vector).setAutoPadding(false);
  }

  /** @param plain whole blocks, at least one; it is changed */
  encrypt(plain: Buffer): Buffer {
    checkLength(plain);
    takeOut(this.#lastEncrypted, plain);
    const encrypted = this.#cipher.update(plain);
    encrypted.copy(this.#lastEncrypted, 0, encrypted.length - BLOCK_LENGTH);
    return encrypted;
  }

  /** @param encrypted whole blocks, at least one */
  decrypt(encrypted: Buffer): Buffer {
    checkLength(encrypted);
    const plain = this.#decipher.update(encrypted);
    takeOut(this.#lastDecrypted, plain);
    encrypted.copy(this.#lastDecrypted, 0, encrypted.length - BLOCK_LENGTH);
    return plain;
  }
}

function checkLength(bytes: Buffer): void {
  if (bytes.length === 0 || bytes.length % BLOCK_LENGTH !== 0) {
    throw new RangeError(
      `A message must be whole blocks of ${BLOCK_LENGTH} bytes (got ${bytes.length})`,
    );
  }
}

function takeOut(previous: Buffer, first: Buffer): void {
  for (let index = 0; index < BLOCK_LENGTH; index++) {
    first[index] = (first[index] ?? 0) ^ (previous[index] ?? 0);
  }
}
