import type { Person } from '@rostrum/sdk';

/** What people call somebody; the id where nothing else is known. */
export function personName({ fullName, screenName, id }: Person): string {
  return fullName || screenName || id;
}

/** What somebody may do after signing in, in a few words. */
export function powerWords({ roleName, isAdmin, isAccountOwner, maySignIn }: Person): string {
  if (isAccountOwner) return 'Owner of the account';
  if (!maySignIn) return 'What their session says';
  if (roleName !== '') return roleName;
  return isAdmin ? 'Everything' : 'Their own webcasts';
}
