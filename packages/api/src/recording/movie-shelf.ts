import {
  type Composition,
  encodeComposition,
  MOVIE_FACTS_FILE,
  type MovieFacts,
} from '@rostrum/contracts';
import type { PlaybackAddresses } from '../live/playback-addresses.ts';
import type { Movies } from '../ports.ts';

/** Recordings whose facts are remembered, a few hundred bytes each. */
const MOST_REMEMBERED = 2000;

/** Recordings that are looked at together: each is work for the media process. */
const MOST_AT_A_TIME = 4;

/** What recordings are as files, as the media process tells it; a recording that plays the same is asked about once. */
export class MovieShelf {
  readonly #movies: Movies;
  readonly #playback: PlaybackAddresses;
  readonly #known = new Map<string, MovieFacts>();
  readonly #asked = new Map<string, Promise<MovieFacts | null>>();
  readonly #waiting: (() => void)[] = [];
  #asking = 0;

  constructor(movies: Movies, playback: PlaybackAddresses) {
    this.#movies = movies;
    this.#playback = playback;
  }

  /** Null where nobody can tell now. */
  async factsOf(composition: Composition): Promise<MovieFacts | null> {
    const key = encodeComposition(composition);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const asked = this.#asked.get(key) ?? this.#ask(key, composition);
    this.#asked.set(key, asked);
    return await asked;
  }

  async #ask(key: string, composition: Composition): Promise<MovieFacts | null> {
    while (this.#asking >= MOST_AT_A_TIME) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#asking += 1;
    try {
      const path = `${this.#playback.recordingPath(composition)}/${MOVIE_FACTS_FILE}`;
      const facts = await this.#movies.factsAt(path);
      if (facts !== null) this.#remember(key, facts);
      return facts;
    } finally {
      this.#asking -= 1;
      this.#asked.delete(key);
      this.#waiting.shift()?.();
    }
  }

  #remember(key: string, facts: MovieFacts): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, facts);
  }
}
