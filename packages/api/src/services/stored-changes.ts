import { Turns } from '../entries/turns.ts';
import { ApiError } from '../errors/api-error.ts';

/** How often a change is made anew because another server's came first, or an id drawn again because it is taken. */
const MAX_ATTEMPTS = 8;

/** Reads, changes and stores until nobody came between; changes to the same thing in this process wait for each other. */
export class StoredChanges {
  readonly #turns = new Turns();

  /**
   * @param key what is changed; empty for what is only made
   * @param store false where the stored one is no longer the one that was read
   * @throws ApiError OBJECT_CHANGED_MEANWHILE
   */
  async make<Stored>(
    key: string | number,
    read: () => Promise<Stored>,
    change: (before: Stored) => Stored | Promise<Stored>,
    store: (after: Stored) => Promise<boolean>,
  ): Promise<Stored> {
    const attempt = async () => {
      for (let count = 1; count <= MAX_ATTEMPTS; count++) {
        const after = await change(await read());
        if (await store(after)) return after;
      }
      throw new ApiError('OBJECT_CHANGED_MEANWHILE', key);
    };
    return key === '' ? attempt() : this.#turns.take(String(key), attempt);
  }
}
