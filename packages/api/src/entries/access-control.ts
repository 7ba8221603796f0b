import { ApiError } from '../errors/api-error.ts';

/** The access control profiles of one account. */
export type AccessControl = {
  readonly defaultId: number;
  readonly ids: ReadonlySet<number>;
};

/**
 * The profile that an entry gets: the one that is sent, else the one that it has, else the account's default. Null clears,
 * and so does -1, which some clients send for none.
 *
 * @throws ApiError ACCESS_CONTROL_ID_NOT_FOUND where the account has no such profile
 */
export function accessControlIdFor(
  { defaultId, ids }: AccessControl,
  sent: number | null | undefined,
  before: number | null | undefined,
): number {
  const wished = sent === undefined ? before : sent;
  if (wished === null || wished === undefined || wished === -1) return defaultId;
  if (wished !== before && !ids.has(wished)) {
    throw new ApiError('ACCESS_CONTROL_ID_NOT_FOUND', wished);
  }
  return wished;
}
