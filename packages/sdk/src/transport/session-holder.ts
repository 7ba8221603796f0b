import { RostrumError } from '../rostrum-error.ts';

/** A session (KS), or what makes one: asked before the first call, and again when the server no longer takes the last. */
export type SessionSource = string | (() => string | Promise<string>);

/** The session that goes with calls, and where the next one comes from. */
export class SessionHolder {
  #source: SessionSource | null;
  /** What the source has made, or is making. */
  #made: Promise<string> | null = null;

  constructor(source: SessionSource | null) {
    this.#source = source;
  }

  use(source: SessionSource | null): void {
    this.#source = source;
    this.#made = null;
  }

  /** Null for none. Where it is a text, it is the one of the moment of asking. */
  current(): string | null | Promise<string> {
    if (typeof this.#source !== 'function') return this.#source;
    this.#made ??= this.#make(this.#source);
    return this.#made;
  }

  /**
   * Another one in the place of a session that the server has refused; null where there is no source to ask. Calls that
   * are refused at the same time share it.
   */
  async renewed(refused: string): Promise<string | null> {
    if (typeof this.#source !== 'function') return null;
    const known = this.#made;
    const isKnown = known !== null && (await known.catch(() => refused)) !== refused;
    if (isKnown) return known;
    if (this.#made === known) this.#made = this.#make(this.#source);
    return this.#made;
  }

  #make(source: () => string | Promise<string>): Promise<string> {
    const making = ask(source);
    making.catch(() => {
      // The next call asks again.
      if (this.#made === making) this.#made = null;
    });
    return making;
  }
}

async function ask(source: () => string | Promise<string>): Promise<string> {
  let session: unknown;
  try {
    session = await source();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RostrumError('no-session', `The session could not be made: ${reason}`, { cause });
  }
  if (typeof session === 'string' && session !== '') return session;
  throw new RostrumError('no-session', `The session must be a text (got ${typeof session})`);
}

/** ERR_CODE of refusals that another session of the same kind would meet too: the object, the address, the URI. */
const NOT_ITS_AGE: ReadonlySet<string> = new Set(['-4', '-9', '-11']);

/** Whether a refusal is about the session itself, so that a new one may help. The call was not carried out then. */
export function isSessionRefused(error: unknown): boolean {
  return (
    error instanceof RostrumError &&
    error.code === 'INVALID_KS' &&
    !NOT_ITS_AGE.has(error.args.ERR_CODE ?? '')
  );
}
