import { BoundedCache } from '../bounded-cache.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Clock } from '../ports.ts';
import { decodeKs } from './decode-ks.ts';
import { isAdminType, KS_REFUSALS, type KsRefusal } from './ks.ts';
import { hasPrivilege, type Privileges, valuesOf } from './privileges.ts';
import type { Session } from './session.ts';

/** Where a request came from, for sessions that are bound to an address or a path. */
export type RequestOrigin = { readonly remoteAddress: string; readonly path: string };

export interface SessionKnowledge {
  /**
   * Secrets that sessions of the account may be signed with, the one in use first. While they stay as they are it is the
   * same list: what was decoded with another one is decoded again.
   */
  signingSecretsOf(partnerId: number): readonly string[];
  isEnded(session: Session): boolean;
  /** Whether the user that the session names may do nothing any more. */
  isBlocked(session: Session): boolean;
  /** Counts one more use; resolves to false where the session had none left. */
  countUse(session: Session, maxUses: number): Promise<boolean>;
}

type Remembered = { readonly session: Session; readonly secrets: readonly string[] };

/** Sessions of as many viewers as one process serves; each entry is about a kilobyte. */
const MAX_REMEMBERED = 20_000;

/**
 * Answers "does this session hold?" and remembers the decoded text, because the same few sessions come again and again
 * and decrypting is most of what a small call costs.
 */
export class SessionVerifier {
  readonly #knowledge: SessionKnowledge;
  readonly #clock: Clock;
  readonly #remembered = new BoundedCache<string, Remembered>(MAX_REMEMBERED);

  constructor(knowledge: SessionKnowledge, clock: Clock) {
    this.#knowledge = knowledge;
    this.#clock = clock;
  }

  /**
   * @throws ApiError INVALID_KS where the session does not hold. Only a session with an actionslimit makes the answer a
   * promise: the others never wait.
   */
  verify(ks: string, origin: RequestOrigin): Session | Promise<Session> {
    const session = this.inspectFrom(ks, origin);
    return hasPrivilege(session.privileges, 'actionslimit') ? this.#counted(session) : session;
  }

  /** Like verify, for what is no action and so counts as no use. */
  inspectFrom(ks: string, origin: RequestOrigin): Session {
    const session = this.inspect(ks);
    refuseWrongAddress(session, origin.remoteAddress);
    refuseWrongPath(session, origin.path);
    return session;
  }

  /** Like verify, for a session that is looked at and not used: where it comes from does not matter, nothing is counted. */
  inspect(ks: string): Session {
    const session = this.#recall(ks) ?? this.#decode(ks);
    if (session.expiresAtSeconds <= Math.floor(this.#clock.nowMs() / 1000))
      throw refused(ks, 'EXPIRED');
    if (this.#knowledge.isEnded(session)) throw refused(ks, 'LOGOUT');
    if (this.#knowledge.isBlocked(session)) throw refused(ks, 'INVALID_USER');
    return session;
  }

  /** A session that was decoded before, unless the account's secrets have changed since. */
  #recall(ks: string): Session | undefined {
    const remembered = this.#remembered.get(ks);
    if (remembered === undefined) return undefined;
    const { session, secrets } = remembered;
    const isCurrent = this.#knowledge.signingSecretsOf(session.partnerId) === secrets;
    return isCurrent ? session : undefined;
  }

  #decode(ks: string): Session {
    const decoded = decodeKs(ks, (partnerId) => this.#knowledge.signingSecretsOf(partnerId));
    if (decoded === null) throw refused(ks, 'INVALID_STR');
    const session = {
      ...decoded,
      ks,
      isAdmin: isAdminType(decoded.type),
      roleName: lastValueOf(decoded.privileges, 'setrole'),
      restrictingRoleName: lastValueOf(decoded.privileges, 'restrictingrole'),
    };
    const secrets = this.#knowledge.signingSecretsOf(session.partnerId);
    this.#remembered.set(ks, { session, secrets });
    return session;
  }

  async #counted(session: Session): Promise<Session> {
    const maxUses = Number.parseInt(valuesOf(session.privileges, 'actionslimit')[0] ?? '', 10);
    if (!(maxUses > 0) || !(await this.#knowledge.countUse(session, maxUses))) {
      throw refused(session.ks, 'EXCEEDED_ACTIONS_LIMIT');
    }
    return session;
  }
}

/** Where a privilege is given twice, the later one holds, in both versions. */
function lastValueOf(privileges: Privileges, name: string): string | undefined {
  return privileges.findLast((privilege) => privilege.name === name)?.value;
}

export function refused(ks: string, why: KsRefusal): ApiError {
  return new ApiError('INVALID_KS', ks, KS_REFUSALS[why], why);
}

function refuseWrongAddress(session: Session, remoteAddress: string): void {
  const allowed = valuesOf(session.privileges, 'iprestrict');
  if (allowed.length === 0) return;
  // A dual-stack socket shows IPv4 clients as `::ffff:192.0.2.1`.
  const address = remoteAddress.replace(/^::ffff:/i, '');
  if (!allowed.includes(address)) throw refused(session.ks, 'EXCEEDED_RESTRICTED_IP');
}

/** `urirestrict:/a|/b*`: paths separated by bars, a star at the end for all that begin so. */
function refuseWrongPath(session: Session, path: string): void {
  const rules = session.privileges.filter(({ name }) => name === 'urirestrict');
  if (rules.length === 0) return;
  const isAllowed = rules
    .flatMap(({ value }) => value.split('|'))
    .some((rule) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule));
  if (!isAllowed) throw refused(session.ks, 'EXCEEDED_RESTRICTED_URI');
}
