/** The command was not understood, or what it needs is missing: what is wrong, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
