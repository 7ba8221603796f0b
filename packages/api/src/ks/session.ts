import type { DecodedKs } from './ks.ts';

/** A session that was verified: what it says holds for this request. */
export type Session = DecodedKs & {
  /** The text that the client sent. */
  readonly ks: string;
  readonly isAdmin: boolean;
  /** Of privilege `setrole`: id or system name. */
  readonly roleName: string | undefined;
  /** Of privilege `restrictingrole`. */
  readonly restrictingRoleName: string | undefined;
};
