import { hash, randomBytes } from 'node:crypto';
import { changesBetween } from '../../audit/property-changes.ts';
import { currentTrail } from '../../audit/trail.ts';
import { ApiError } from '../../errors/api-error.ts';
import { KS_TYPE_USER } from '../../ks/ks.ts';
import { type Privileges, parsePrivileges } from '../../ks/privileges.ts';
import { addWished } from '../../ks/reserved-privileges.ts';
import type { Clock } from '../../ports.ts';
import {
  type AppTokenFilterValue,
  AppToken as AppTokenType,
  type AppTokenValue,
} from '../../schema/app-token.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { Accounts } from '../../session/accounts.ts';
import type { Attempts } from '../../session/attempts.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { isSameSecret } from '../../session/compare-secrets.ts';
import type { SessionIssuer } from '../../session/session-issuer.ts';
import {
  APP_TOKEN_ACTIVE,
  APP_TOKEN_DELETED,
  type AppToken,
  type AppTokenHashType,
  type AppTokensStore,
} from '../../store/account/app-tokens-store.ts';
import { isDatabaseError } from '../../store/database.ts';
import { randomTextId } from '../../store/random-ids.ts';
import { pageOf } from '../page.ts';
import { questionOf, toAppToken } from './app-token-result.ts';
import { infoOfIssued } from './session-service.ts';

export type AppTokenServices = {
  readonly tokens: AppTokensStore;
  readonly accounts: Accounts;
  readonly issuer: SessionIssuer;
  readonly attempts: Attempts;
  readonly clock: Clock;
};

/** How often something is tried anew because a random id was taken, or someone else's change came first. */
const MAX_ATTEMPTS = 8;

/** Application tokens, and the sessions that they start. */
export class AppTokenService {
  readonly #services: AppTokenServices;

  constructor(services: AppTokenServices) {
    this.#services = services;
  }

  async add(call: Call, { appToken: sent }: { readonly appToken: AppTokenValue }) {
    const { partnerId } = sessionOf(call);
    checkProperties(AppTokenType, sent, { purpose: 'add', isAdmin: true });
    const nowMs = this.#services.clock.nowMs();
    const blank: AppToken = {
      id: '',
      partnerId,
      token: randomBytes(16).toString('hex'),
      status: APP_TOKEN_ACTIVE,
      hashType: 'SHA1',
      sessionType: null,
      sessionUserId: null,
      sessionDurationSeconds: this.#maxSessionSeconds(partnerId),
      sessionPrivileges: null,
      expiresAtSeconds: null,
      description: null,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      revision: 1,
    };
    return toAppToken(await this.#insert(this.#changed(blank, sent)));
  }

  async get(call: Call, { id }: { readonly id: string }) {
    return toAppToken(await this.#find(sessionOf(call).partnerId, id));
  }

  async update(
    call: Call,
    { id, appToken: sent }: { readonly id: string; readonly appToken: AppTokenValue },
  ) {
    checkProperties(AppTokenType, sent, { purpose: 'update', isAdmin: true });
    return toAppToken(await this.#change(call, id, (token) => this.#changed(token, sent)));
  }

  async delete(call: Call, { id }: { readonly id: string }): Promise<null> {
    const { accounts } = this.#services;
    await this.#change(call, id, (token) => ({ ...token, status: APP_TOKEN_DELETED }));
    await accounts.endGroup(sessionOf(call).partnerId, id);
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: AppTokenFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { totalCount, tokens } = await this.#services.tokens.list({
      partnerId: sessionOf(call).partnerId,
      ...questionOf(filter ?? {}),
      ...pageOf(pager),
    });
    return {
      objectType: 'KalturaAppTokenListResponse',
      totalCount,
      objects: tokens.map(toAppToken),
    };
  }

  async startSession(
    call: Call,
    {
      id,
      tokenHash,
      userId,
      type,
      expiry,
      sessionPrivileges,
    }: {
      readonly id: string;
      readonly tokenHash: string;
      readonly userId: string | null;
      readonly type: number | null;
      readonly expiry: number | null;
      readonly sessionPrivileges: string | null;
    },
  ) {
    const { accounts, issuer, clock } = this.#services;
    const { partnerId, ks } = sessionOf(call);
    const token = await this.#find(partnerId, id);
    if (token.status !== APP_TOKEN_ACTIVE) throw new ApiError('APP_TOKEN_NOT_ACTIVE', id);
    const right = hash(NODE_HASHES[token.hashType], ks + token.token);
    if (!isSameSecret(tokenHash.toLowerCase(), right)) await this.#refuseHash(call, id);
    const nowSeconds = Math.floor(clock.nowMs() / 1000);
    const secondsLeft = (token.expiresAtSeconds ?? Number.MAX_SAFE_INTEGER) - nowSeconds;
    if (secondsLeft <= 0) throw new ApiError('APP_TOKEN_EXPIRED', id);
    const partner = accounts.find(partnerId);
    if (partner === undefined) throw new ApiError('START_SESSION_ERROR', partnerId);
    const { sessionDurationSeconds: duration } = token;
    const wish = {
      userId: token.sessionUserId ?? userId ?? '',
      type: token.sessionType ?? type ?? KS_TYPE_USER,
      expiry: Math.min(expiry ?? duration, duration, secondsLeft, partner.maxSessionSeconds),
      privileges: privilegesOf(token, sessionPrivileges),
    };
    return infoOfIssued(partnerId, wish, issuer.issue(partner, wish));
  }

  async #refuseHash(call: Call, id: string): Promise<never> {
    const { remoteAddress } = call.origin;
    await this.#services.attempts.countWrong('token', { remoteAddress, account: id });
    throw new ApiError('INVALID_APP_TOKEN_HASH');
  }

  async #find(partnerId: number, id: string): Promise<AppToken> {
    const token = await this.#services.tokens.find(partnerId, id);
    if (token === null) throw new ApiError('APP_TOKEN_ID_NOT_FOUND', id);
    return token;
  }

  async #insert(token: AppToken): Promise<AppToken> {
    for (let attempt = 1; ; attempt++) {
      const withId = { ...token, id: randomTextId() };
      try {
        noteToken(null, withId);
        await this.#services.tokens.insert(withId);
        return withId;
      } catch (error) {
        if (!isDatabaseError(error, 'duplicate') || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  async #change(call: Call, id: string, change: (token: AppToken) => AppToken): Promise<AppToken> {
    const { partnerId } = sessionOf(call);
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const token = await this.#find(partnerId, id);
      const changed = {
        ...change(token),
        updatedAtMs: this.#services.clock.nowMs(),
        revision: token.revision + 1,
      };
      noteToken(token, changed);
      if (await this.#services.tokens.replace(changed)) return changed;
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
  }

  /** What was sent takes the place of what there was; null goes back to what a new token has. */
  #changed(token: AppToken, sent: AppTokenValue): AppToken {
    const { hashType, sessionDuration, expiry } = sent;
    const maxSeconds = this.#maxSessionSeconds(token.partnerId);
    return {
      ...token,
      ...(hashType === undefined ? {} : { hashType: hashType ?? ('SHA1' as AppTokenHashType) }),
      ...(sent.sessionType === undefined ? {} : { sessionType: sent.sessionType }),
      ...(sent.sessionUserId === undefined ? {} : { sessionUserId: sent.sessionUserId || null }),
      ...(sessionDuration === undefined
        ? {}
        : { sessionDurationSeconds: Math.min(sessionDuration ?? maxSeconds, maxSeconds) }),
      ...(sent.sessionPrivileges === undefined
        ? {}
        : { sessionPrivileges: sent.sessionPrivileges || null }),
      // 0 and -1 are how clients say "never".
      ...(expiry === undefined
        ? {}
        : { expiresAtSeconds: expiry !== null && expiry > 0 ? expiry : null }),
      ...(sent.description === undefined ? {} : { description: sent.description }),
    };
  }

  #maxSessionSeconds(partnerId: number): number {
    const partner = this.#services.accounts.find(partnerId);
    if (partner === undefined) throw new ApiError('UNKNOWN_PARTNER_ID', partnerId);
    return partner.maxSessionSeconds;
  }
}

/** Says of the write that comes next that it makes (null before it) or changes a token. */
function noteToken(before: AppToken | null, after: AppToken): void {
  const type = AppTokenType;
  currentTrail()?.note({
    type: 'AppToken',
    id: after.id,
    name: after.description ?? '',
    changes: before === null ? null : changesBetween(type, toAppToken(before), toAppToken(after)),
  });
}

const NODE_HASHES = { MD5: 'md5', SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;

/** The group that ends with the token, the token's name, what the token gives, and what the caller may add. */
function privilegesOf({ id, sessionPrivileges }: AppToken, wished: string | null): Privileges {
  const named = [
    { name: 'sessionid', value: id },
    { name: 'apptoken', value: id },
  ];
  const given = parsePrivileges(sessionPrivileges ?? '').filter(
    ({ name }) => name !== 'sessionid' && name !== 'apptoken',
  );
  return addWished([...named, ...given], parsePrivileges(wished ?? ''));
}
