import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { sessionHashOf } from '../cue-points/standing.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';

/** What somebody may listen to. */
export type PushQueue = {
  readonly partnerId: number;
  /** Of the template. */
  readonly systemName: string;
  readonly entryId: string;
  /**
   * Whose messages it has; null where it is for all alike. Somebody without a name is their session: `session:HASH`, so
   * that no id that they make up is another's.
   */
  readonly listener: string | null;
};

export type PushTicket = {
  /** The same for all who listen to the same. */
  readonly queueName: string;
  /** Opens this queue to this session. */
  readonly queueKey: string;
  /** Says which session connects. */
  readonly connection: string;
};

/**
 * Queues' names, and the keys to them. A key opens one queue to one session, as long as that holds: who has found another’s
 * key can do nothing with it. Nothing is stored.
 */
export class PushTickets {
  readonly #sealKey: Uint8Array;
  readonly #nameKey: Uint8Array;
  readonly #verifier: Pick<SessionVerifier, 'inspect'>;

  /** @param secret at least 16 bytes; with another one, older tickets open nothing */
  constructor(secret: Uint8Array, verifier: Pick<SessionVerifier, 'inspect'>) {
    const derive = (purpose: string) =>
      new Uint8Array(hkdfSync('sha256', secret, '', `rostrum push ${purpose}`, 32));
    this.#sealKey = derive('seal');
    this.#nameKey = derive('name');
    this.#verifier = verifier;
  }

  issue(session: Session, queue: PushQueue, templateId: number): PushTicket {
    const queueName = `pn_${templateId}_${this.#nameOf(queue)}`;
    const key = { ...queue, queueName, session: sessionHashOf(session) };
    return {
      queueName,
      queueKey: this.#seal('queue', key),
      connection: this.#seal('connection', { ks: session.ks }),
    };
  }

  /** What a ticket opens; null where it opens nothing, or its session holds no longer. Never throws. */
  check({ queueName, queueKey, connection }: PushTicket): PushQueue | null {
    const caller = this.#open('connection', connection);
    const key = this.#open('queue', queueKey);
    if (caller === null || key === null || key.queueName !== queueName) return null;
    const session = this.#inspect(String(caller.ks));
    if (session === null || key.session !== sessionHashOf(session)) return null;
    const { partnerId, systemName, entryId, listener } = key as unknown as PushQueue;
    return { partnerId, systemName, entryId, listener };
  }

  #inspect(ks: string): Session | null {
    try {
      return this.#verifier.inspect(ks);
    } catch (error) {
      if (error instanceof ApiError) return null;
      throw error;
    }
  }

  #nameOf({ partnerId, systemName, entryId, listener }: PushQueue): string {
    const text = JSON.stringify([partnerId, systemName, entryId, listener]);
    return createHmac('sha256', this.#nameKey).update(text).digest('hex').slice(0, 32);
  }

  #seal(purpose: string, content: object): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#sealKey, nonce).setAAD(Buffer.from(purpose));
    const sealed = [cipher.update(JSON.stringify(content), 'utf8'), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
  }

  #open(purpose: string, text: string): { readonly [name: string]: unknown } | null {
    const bytes = Buffer.from(text, 'base64url');
    const start = NONCE_BYTES + TAG_BYTES;
    if (bytes.length <= start) return null;
    try {
      const cipher = createDecipheriv('aes-256-gcm', this.#sealKey, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(NONCE_BYTES, start));
      const opened = Buffer.concat([cipher.update(bytes.subarray(start)), cipher.final()]);
      return JSON.parse(opened.toString('utf8')) as { readonly [name: string]: unknown };
    } catch {
      // Nobody here has sealed it.
      return null;
    }
  }
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
