import type { Movies } from '@rostrum/api';
import type { MovieFacts } from '@rostrum/contracts';
import { MediaFetcher } from '@rostrum/media/still';

/** Hours of a recording are looked at in a few seconds, from a disk that is busy in some more. */
const TIMEOUT_MS = 30_000;

const MAX_BYTES = 16 * 1024;

/** What the media port of this machine says of recordings as files. */
export class LocalMovies implements Movies {
  readonly #media: MediaFetcher;

  /** @param mediaUrl base of the media port at this machine, without a slash at its end */
  constructor(mediaUrl: () => string) {
    this.#media = new MediaFetcher({ mediaUrl, timeoutMs: TIMEOUT_MS });
  }

  async factsAt(path: string): Promise<MovieFacts | null> {
    const bytes = await this.#media.get(path, MAX_BYTES);
    // The other process of the same version has written it.
    return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
  }

  close(): void {
    this.#media.close();
  }
}
