import { RostrumError } from '@rostrum/sdk';

/** Why somebody stands before the sign-in page. */
export type SignedOutReason = 'new' | 'signed-out' | 'expired' | 'ended' | 'refused';

export const REASONS: Readonly<Record<SignedOutReason, string>> = {
  new: '',
  'signed-out': 'You are signed out.',
  expired: 'Your session has expired. Sign in to go on where you were.',
  ended: 'Your session was ended. Sign in to go on where you were.',
  refused: 'This sign-in link does not hold. Sign in below, or use the newest link of the server.',
};

/** From the reason that the server's refusal names. */
export function signedOutReasonOf(error: RostrumError): SignedOutReason {
  switch (error.args.ERR_DESC) {
    case 'EXPIRED':
      return 'expired';
    case 'LOGOUT':
    case 'INVALID_USER':
      return 'ended';
    default:
      return 'refused';
  }
}

/** What became of an attempt to sign in, in words. */
export function signInProblem(error: unknown): string {
  if (!(error instanceof RostrumError)) return 'Something went wrong on this page. Load it again.';
  switch (error.code) {
    case 'START_SESSION_ERROR':
      return 'Account id or secret is wrong. The admin secret is the longer-lived one that starts admin sessions; a user secret does not sign in here.';
    case 'ADMIN_KUSER_NOT_FOUND':
    case 'LOGIN_DATA_NOT_FOUND':
    case 'USER_WRONG_PASSWORD':
      return 'E-mail or password is wrong.';
    case 'USER_NOT_FOUND':
      return 'This e-mail signs in, but not to that account.';
    case 'USER_IS_BLOCKED':
      return 'This person is blocked. An administrator of the account can change that.';
    case 'TOO_MANY_ATTEMPTS':
      return `Too many wrong attempts from here. Try again in ${waitText(error.args.RETRY_AFTER_SECONDS)}.`;
    case 'LOGIN_RETRIES_EXCEEDED':
    case 'LOGIN_BLOCKED':
      return 'Too many wrong passwords: this e-mail is locked for a while. Try again later, or ask an administrator.';
    case 'unreachable':
    case 'timed-out':
      return navigator.onLine
        ? 'The server does not answer. Try again in a moment.'
        : 'You are offline. Sign in when you are back.';
    default:
      return `${error.message} (${error.code}).`;
  }
}

function waitText(seconds: string | undefined): string {
  const wait = Number(seconds);
  if (!(wait > 0)) return 'a while';
  return wait < 90 ? `${Math.ceil(wait)} seconds` : `${Math.ceil(wait / 60)} minutes`;
}
