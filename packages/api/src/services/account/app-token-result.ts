import type { AppTokenFilterValue } from '../../schema/app-token.ts';
import type { AppToken } from '../../store/account/app-tokens-store.ts';

/** Application tokens as they are answered, and as lists ask for them. */

export function questionOf(filter: AppTokenFilterValue) {
  const ids = [filter.idEqual, ...(filter.idIn?.split(',') ?? [])].filter((id) => id);
  const statuses = [filter.statusEqual, ...(filter.statusIn?.split(',').map(Number) ?? [])];
  const isGiven = (names: readonly (keyof AppTokenFilterValue)[]) =>
    names.some((name) => filter[name] !== undefined && filter[name] !== null);
  return {
    ids: isGiven(['idEqual', 'idIn']) ? ids.map(String).slice(0, MAX_IDS) : null,
    statuses: isGiven(['statusEqual', 'statusIn'])
      ? statuses
          .filter((status) => Number.isSafeInteger(status))
          .map(Number)
          .slice(0, MAX_IDS)
      : null,
    sessionUserId: filter.sessionUserIdEqual ?? null,
    createdAtMs: rangeOf(filter.createdAtGreaterThanOrEqual, filter.createdAtLessThanOrEqual),
    updatedAtMs: rangeOf(filter.updatedAtGreaterThanOrEqual, filter.updatedAtLessThanOrEqual),
    orderBy: filter.orderBy ?? '',
  };
}

/** More than a page can show is a mistake, and databases limit the number of parameters. */
const MAX_IDS = 1000;

/** A second includes all of its milliseconds. */
function rangeOf(
  from: number | null | undefined,
  to: number | null | undefined,
): readonly [number | null, number | null] {
  const isNone = (seconds: number | null | undefined) => seconds === null || seconds === undefined;
  return [isNone(from) ? null : Number(from) * 1000, isNone(to) ? null : (Number(to) + 1) * 1000];
}

export function toAppToken(token: AppToken): object {
  return {
    objectType: 'KalturaAppToken',
    id: token.id,
    token: token.token,
    partnerId: token.partnerId,
    createdAt: Math.floor(token.createdAtMs / 1000),
    updatedAt: Math.floor(token.updatedAtMs / 1000),
    status: token.status,
    expiry: token.expiresAtSeconds ?? undefined,
    sessionType: token.sessionType ?? undefined,
    sessionUserId: token.sessionUserId ?? undefined,
    sessionDuration: token.sessionDurationSeconds,
    sessionPrivileges: token.sessionPrivileges ?? undefined,
    hashType: token.hashType,
    description: token.description ?? undefined,
  };
}
