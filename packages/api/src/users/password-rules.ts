import { ApiError } from '../errors/api-error.ts';

const MIN_LENGTH = 8;
/** A sentence is long enough to need no other rule. */
const SENTENCE_LENGTH = 16;
const MAX_LENGTH = 128;
const MIN_KINDS = 3;

const RULES =
  `${MIN_LENGTH} to ${MAX_LENGTH} characters, of at least ${MIN_KINDS} kinds (small letters, capital letters, digits, others) ` +
  `unless it has ${SENTENCE_LENGTH} or more; not the same character again and again, and not what the user signs in as`;

/** In lower case, without digits and signs at their ends: what lists of found passwords begin with. */
const COMMON: ReadonlySet<string> = new Set([
  'abc',
  'abcd',
  'admin',
  'administrator',
  'changeme',
  'default',
  'hello',
  'iloveyou',
  'kaltura',
  'letmein',
  'login',
  'master',
  'p@ssw0rd',
  'p@ssword',
  'pa55word',
  'passw0rd',
  'passwort',
  'password',
  'qwerty',
  'qwertyuiop',
  'root',
  'rostrum',
  'secret',
  'spring',
  'summer',
  'autumn',
  'winter',
  'test',
  'user',
  'welcome',
]);

/**
 * Refuses passwords that are found by guessing.
 *
 * @param loginId what the user signs in as
 * @throws ApiError PASSWORD_STRUCTURE_INVALID, COMMON_PASSWORD
 */
export function refuseWeakPassword(password: string, loginId: string): void {
  const length = [...password].length;
  const isLongEnough = length >= SENTENCE_LENGTH || kindsIn(password) >= MIN_KINDS;
  const name = (loginId.split('@')[0] ?? '').toLowerCase();
  const namesUser = name.length > 2 && password.toLowerCase().includes(name);
  const isMonotonous = new Set(password).size < MIN_LENGTH / 2;
  if (length < MIN_LENGTH || length > MAX_LENGTH || !isLongEnough || namesUser || isMonotonous) {
    throw new ApiError('PASSWORD_STRUCTURE_INVALID', RULES);
  }
  const stem = password.toLowerCase().replace(/^[\d\W_]+|[\d\W_]+$/gu, '');
  if (COMMON.has(stem)) throw new ApiError('COMMON_PASSWORD');
}

function kindsIn(password: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
  return kinds.filter((kind) => kind.test(password)).length;
}
