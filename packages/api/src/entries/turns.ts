/** Lets work on the same thing be done one after the other, and work on different things at the same time. */
export class Turns {
  /** The last piece of work that was asked for, by key; it never rejects. */
  readonly #last = new Map<string, Promise<unknown>>();

  /** Resolves or rejects as the work does, which begins once what came before it with the same key is over. */
  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const settled = result.catch(() => undefined);
    this.#last.set(key, settled);
    try {
      return await result;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }
}
