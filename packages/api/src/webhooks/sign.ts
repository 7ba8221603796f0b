import { createHmac, randomBytes } from 'node:crypto';

/** Signatures as Standard Webhooks has them: https://www.standardwebhooks.com, version 1. */

const PREFIX = 'whsec_';
/** The specification asks for 24 to 64. */
const SECRET_BYTES = 32;

export function newSigningSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

export type SignedMessage = {
  /** The header `webhook-id`. */
  readonly id: string;
  /** Of this attempt, Unix seconds. */
  readonly timestampSeconds: number;
  readonly body: string;
};

/** The header `webhook-signature`: one signature for each secret, so that a receiver may know the old or the new one. */
export function signatureOf(message: SignedMessage, secrets: readonly string[]): string {
  const content = `${message.id}.${message.timestampSeconds}.${message.body}`;
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
    })
    .join(' ');
}
