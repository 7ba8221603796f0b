import { ApiError } from '../../../packages/api/src/errors/api-error.ts';
import { encodeKsV1 } from '../../../packages/api/src/ks/ks-v1.ts';
import { encodeKsV2 } from '../../../packages/api/src/ks/ks-v2.ts';
import { formatPrivileges, parsePrivileges } from '../../../packages/api/src/ks/privileges.ts';
import type { Session } from '../../../packages/api/src/ks/session.ts';
import { SessionVerifier } from '../../../packages/api/src/ks/session-verifier.ts';
import type { FuzzTarget } from '../target.ts';

const SECRETS = ['the secret in use', 'an older secret'];
const NOW_MS = Date.UTC(2026, 0, 1);
const FIELDS = {
  partnerId: 100,
  userId: 'viewer@example.org',
  type: 0,
  expiresAtSeconds: NOW_MS / 1000 + 3600,
  privileges: parsePrivileges('sview:0_a/0_b,edit:*,iprestrict:127.0.0.1,urirestrict:/api_v3/*'),
};

/** Sessions as text, from anybody: each is refused with a code, or says what was signed. */
const target: FuzzTarget = {
  name: 'ks',
  seeds: () =>
    SECRETS.flatMap((secret) => [encodeKsV1(FIELDS, secret), encodeKsV2(FIELDS, secret)]).map(
      (ks) => Buffer.from(ks),
    ),
  async run(bytes) {
    const asText = Buffer.from(bytes).toString('latin1');
    await verify(asText);
    // And as what the text would decode to, so that more than the base64 is reached.
    await verify(Buffer.from(bytes).toString('base64url'));
    keepsItsText(asText);
  },
};

export default target;

const verifier = new SessionVerifier(
  {
    signingSecretsOf: (partnerId) => (partnerId === 100 ? SECRETS : []),
    isEnded: () => false,
    isBlocked: () => false,
    countUse: async () => true,
  },
  { nowMs: () => NOW_MS },
);

async function verify(ks: string): Promise<void> {
  let session: Session;
  try {
    session = await verifier.verify(ks, { remoteAddress: '127.0.0.1', path: '/api_v3/' });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'INVALID_KS') return;
    throw error;
  }
  if (session.userId !== FIELDS.userId || session.isAdmin)
    throw new Error('a forged session holds');
}

/** Reading what was written gives the same privileges again. */
function keepsItsText(text: string): void {
  const privileges = parsePrivileges(text);
  const again = parsePrivileges(formatPrivileges(privileges));
  if (JSON.stringify(again) !== JSON.stringify(privileges))
    throw new Error('privileges change when written');
}
