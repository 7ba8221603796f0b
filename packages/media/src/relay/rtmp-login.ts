import { createHash, randomBytes } from 'node:crypto';
import type { RelayLogin } from '@rostrum/contracts';

/**
 * How RTMP servers ask who publishes: they refuse `connect` with a sentence that says by which scheme, and are answered
 * by another `connect` whose application carries parameters. `adobe` is that of Adobe's and Wowza's servers, `llnw`
 * the digest of Limelight's and others. In both the password itself never travels.
 */
export type AuthScheme = 'adobe' | 'llnw';

export type AuthDemand =
  /** Who is it? */
  | { readonly kind: 'name'; readonly scheme: AuthScheme }
  /** Prove it. */
  | {
      readonly kind: 'proof';
      readonly scheme: AuthScheme;
      /** `salt`, `challenge` and `opaque` of adobe; `nonce` of llnw. */
      readonly values: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'refused' };

/** Null for a refusal that has nothing to do with names. @param said `description` of the refused `connect` */
export function readDemand(said: string): AuthDemand | null {
  const scheme = /\bauthmod=(adobe|llnw)\b/.exec(said)?.[1];
  if (scheme !== 'adobe' && scheme !== 'llnw') return null;
  if (/\bcode=403 need auth\b/.test(said)) return { kind: 'name', scheme };
  const [, query] = /\?(reason=\S*)/.exec(said) ?? [];
  const values = new Map(pairsOf(query ?? ''));
  return values.get('reason') === 'needauth'
    ? { kind: 'proof', scheme, values }
    : { kind: 'refused' };
}

/** The parameters that the application carries when we come again. */
export function answerDemand(
  demand: Exclude<AuthDemand, { kind: 'refused' }>,
  { user, password }: RelayLogin,
  app: string,
  ownChallenge = randomBytes(4).toString('hex'),
): string {
  const name = `authmod=${demand.scheme}&user=${user}`;
  if (demand.kind === 'name') return name;
  const textOf = (key: string) => demand.values.get(key) ?? '';
  if (demand.scheme === 'adobe') {
    const opaque = textOf('opaque');
    const salted = md5(`${user}${textOf('salt')}${password}`, 'base64');
    const response = md5(`${salted}${opaque || textOf('challenge')}${ownChallenge}`, 'base64');
    const echo = opaque === '' ? '' : `&opaque=${opaque}`;
    return `${name}&challenge=${ownChallenge}&response=${response}${echo}`;
  }
  // As RFC 2617 has it, with names that are fixed.
  const nonce = textOf('nonce');
  const count = '00000001';
  const path = app.split('?')[0] ?? '';
  const who = md5(`${user}:live:${password}`, 'hex');
  const what = md5(`publish:/${path}${path.includes('/') ? '' : '/_definst_'}`, 'hex');
  const response = md5(`${who}:${nonce}:${count}:${ownChallenge}:auth:${what}`, 'hex');
  return `${name}&nonce=${nonce}&cnonce=${ownChallenge}&nc=${count}&response=${response}`;
}

/** Values hold `=` themselves: they are base64. */
function pairsOf(query: string): [string, string][] {
  return query.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function md5(text: string, encoding: 'base64' | 'hex'): string {
  return createHash('md5').update(text).digest(encoding);
}
