import { ApiError } from '../errors/api-error.ts';
import { grants } from '../ks/privileges.ts';
import type { UserFilterValue } from '../schema/user.ts';
import { isPerson } from '../session/access.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { UserView } from './user-result.ts';

/** What a session may know of users, ask about them, and change. */

/** What the session is told of a user (of all users where it is null); null for nothing. */
export function viewOf(call: Call, userId: string | null): UserView | null {
  if (call.permissions.has('ADMIN_BASE')) return 'whole';
  if (userId !== null && isOneself(call, userId)) return 'whole';
  return call.permissions.has('WEBCAST_PRODUCER_PERMISSION') ? 'public' : null;
}

/** Whether the session may change what people say about themselves: they do, and privilege `edituser`. */
export function mayDescribe(call: Call, userId: string): boolean {
  return isOneself(call, userId) || grants(sessionOf(call).privileges, 'edituser', userId);
}

/**
 * Whoever may not read something may not ask for it either.
 *
 * @throws ApiError PROPERTY_VALIDATION_NO_USAGE_PERMISSION
 */
export function refusePrivateQuestions(filter: UserFilterValue): void {
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === null || PUBLIC_QUESTIONS.has(name)) continue;
    throw new ApiError('PROPERTY_VALIDATION_NO_USAGE_PERMISSION', `KalturaUserFilter::${name}`);
  }
}

function isOneself(call: Call, userId: string): boolean {
  const session = sessionOf(call);
  return isPerson(session) && session.userId === userId;
}

const PUBLIC_QUESTIONS: ReadonlySet<string> = new Set([
  'objectType',
  'orderBy',
  'partnerIdEqual',
  'idEqual',
  'idIn',
  'typeEqual',
  'typeIn',
  'statusEqual',
  'statusIn',
  'screenNameLike',
  'screenNameStartsWith',
  'idOrScreenNameStartsWith',
  'createdAtGreaterThanOrEqual',
  'createdAtLessThanOrEqual',
  'updatedAtGreaterThanOrEqual',
  'updatedAtLessThanOrEqual',
]);
