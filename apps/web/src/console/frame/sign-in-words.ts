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
      return 'Account id or secret is wrong. Use the admin secret: the user secret does not sign in here.';
    // The server tells nobody which of these it is.
    case 'USER_WRONG_PASSWORD':
      return 'E-mail or password is wrong, or signing in is blocked: after ten wrong passwords it is, for a quarter of an hour.';
    case 'TOO_MANY_ATTEMPTS':
      return `Too many wrong attempts from here. Try again in ${waitText(error.args.RETRY_AFTER_SECONDS)}.`;
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
