import type { DecodedKs } from './ks.ts';

/** A session that was verified: what it says holds for this request. */
export type Session = DecodedKs & {
  /** The text that the client sent. */
  readonly ks: string;
  readonly isAdmin: boolean;
};
