/** The command was not understood, or what it needs is missing: what is wrong, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command was understood, and the world does not let it be done: what is in the way, and what to do. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}
